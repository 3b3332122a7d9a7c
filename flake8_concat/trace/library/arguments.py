"""argparse: what a program gets that is run without options is what its parser has as defaults."""

# What a function here does is what Python documents for its name; all take the tracer.

from __future__ import annotations

from typing import Any

from flake8_concat.shapes import Lose, Unknown
from flake8_concat.trace.library import function, method
from flake8_concat.trace.library.objects import Namespace, Object
from flake8_concat.trace.library.plain import why_unknown
from flake8_concat.trace.values import Free

# Actions -> the default if none is given.
DEFAULTS: dict[str, Any] = {"store_true": False, "store_false": True}
NO_VALUE = ("help", "version")


class Parser(Object):
    """`argparse.ArgumentParser`, its groups too. `defaults`: what each option gives."""

    __slots__ = ("blur", "defaults")
    kind = "argparse.ArgumentParser"

    def __init__(self) -> None:
        self.defaults: dict[str, Any] = {}
        self.blur: Unknown | None = None

    def snapshot(self) -> Any:
        return (dict(self.defaults), self.blur)

    def restore(self, state: Any) -> None:
        self.defaults, self.blur = dict(state[0]), state[1]

    def blur_out(self, why: str) -> None:
        self.blur = Unknown(why)


function("argparse.ArgumentParser", "optparse.OptionParser")(
    lambda tracer, *args, **kwargs: Parser()
)


def destination(flags: tuple[Any, ...], dest: Any) -> str:
    """The attribute that an argument goes to, as argparse names it."""
    if isinstance(dest, str):
        return dest
    for flag in flags:
        if not isinstance(flag, str):
            raise Lose(why_unknown(flag))
    long = [flag for flag in flags if flag.startswith("--")]
    return str((long or list(flags))[0]).lstrip("-").replace("-", "_")


@method(Parser, "add_argument", "add_option")
def add_argument(
    tracer: Any, self: Parser, *flags: Any, dest: Any = None, action: Any = "store", **options: Any
) -> Any:
    tracer.touch(self)
    if action in NO_VALUE:
        return None
    if not flags and dest is None:
        raise Lose("an argument without a name")
    try:
        name = destination(flags, dest)
    except Lose as lost:
        self.blur = lost.unknown
        return None
    self.defaults[name] = _default(tracer, name, flags, action, options)
    return Unknown("what `add_argument` gives is not followed")


def _default(
    tracer: Any, name: str, flags: tuple[Any, ...], action: Any, options: dict[str, Any]
) -> Any:
    given = Free(f"args.{name}", f"`{name}` comes from the command line")
    positional = bool(flags) and not str(flags[0]).startswith("-")
    if positional and options.get("nargs") not in ("?", "*"):
        return given
    if options.get("required") not in (None, False):
        return given
    if isinstance(action, Unknown):
        return given
    kind = action if isinstance(action, str) else "store"
    if kind == "store" and "type" in options and "default" not in options:
        return given  # a number that the program is always run with
    default = options.get("default", DEFAULTS.get(kind))
    if positional and options.get("nargs") == "*" and default is None:
        return given
    convert = options.get("type")
    if isinstance(default, str) and convert is not None and not isinstance(convert, str):
        return tracer.call(convert, (default,), {})
    return default


@method(Parser, "set_defaults")
def set_defaults(tracer: Any, self: Parser, **defaults: Any) -> None:
    tracer.touch(self)
    self.defaults.update(defaults)


@method(Parser, "get_default")
def get_default(tracer: Any, self: Parser, name: Any) -> Any:
    if not isinstance(name, str) or self.blur is not None:
        raise Lose("which argument it is, is not known")
    return self.defaults.get(name)


@method(Parser, "add_argument_group", "add_mutually_exclusive_group")
def add_group(tracer: Any, self: Parser, *args: Any, **options: Any) -> Any:
    return self  # what is added to a group is added to the parser


@method(Parser, "add_subparsers")
def add_subparsers(tracer: Any, self: Parser, **options: Any) -> Any:
    tracer.touch(self)
    self.blur = Unknown("which command of the command line is meant is not known")
    return self.blur


@method(Parser, "parse_args")
def parse_args(tracer: Any, self: Parser, *args: Any, **options: Any) -> Any:
    given = args[0] if args else options.get("args")
    empty = given is None or (isinstance(given, (list, tuple)) and not given)
    namespace = Namespace("argparse.Namespace", self.defaults if empty else {})
    namespace.attributes.blur = self.blur
    if not empty:
        namespace.attributes.blur = Unknown(
            "arguments that are parsed from a list are not followed"
        )
    return namespace


@method(Parser, "parse_known_args")
def parse_known_args(tracer: Any, self: Parser, *args: Any, **options: Any) -> Any:
    return (parse_args(tracer, self, *args, **options), Unknown("the rest of the command line"))


@method(Parser, "print_help", "print_usage")
def print_help(tracer: Any, self: Parser, *args: Any) -> None:
    return None


@function("argparse.Namespace")
def namespace(tracer: Any, **attributes: Any) -> Any:
    return Namespace("argparse.Namespace", attributes)


@function("types.SimpleNamespace")
def simple_namespace(tracer: Any, **attributes: Any) -> Any:
    return Namespace("types.SimpleNamespace", attributes)
