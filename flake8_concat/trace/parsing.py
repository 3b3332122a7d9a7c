"""LibCST's own parser, with less work for each node that it makes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import MISSING, Field, fields
from functools import cache, lru_cache
from types import FunctionType
from typing import Any

import libcst as cst
from libcst import native  # type: ignore[attr-defined]


def _trust(_: cst.CSTNode) -> None:
    """Takes a node as it is."""


# What each node does when it is made. Its code is exchanged, not itself: a change of the class
# would have Python forget where it found the attributes of all that inherit from it.
_check: Any = cst.CSTNode.__post_init__
_VALIDATE, _TRUST = _check.__code__, _trust.__code__


def _call(function: Callable[[str], cst.Module], argument: str) -> cst.Module:
    return function(argument)


# Calls a function that imports nothing new. Compiled code that imports asks the `__import__` of
# whoever called it, and takes what `sys.modules` has then: here the first comes at no cost.
_call_without_imports = FunctionType(
    _call.__code__, {"__builtins__": {"__import__": "".format}}, _call.__name__
)

_PLAIN: Any = type(cst.CSTNode)  # the type of the classes of nodes


class _Shared(_PLAIN):  # type: ignore[misc]
    """The type of classes of which equal nodes are one: of whitespace, half of all nodes.

    Nothing asks where one of them stands.
    """

    __call__ = lru_cache(maxsize=1000)(_PLAIN.__call__)


_WHITESPACE: tuple[Any, ...] = (cst.SimpleWhitespace, cst.Newline)
# What most of the other nodes are, and those with the most fields.
_FREQUENT: tuple[Any, ...] = (
    cst.Name, cst.Arg, cst.Attribute, cst.Call, cst.SimpleStatementLine, cst.TrailingWhitespace,
    cst.Comma, cst.Dot, cst.Param, cst.Integer,
)  # fmt: skip


def _quick(kind: Any) -> Any:
    """A type of which a class of nodes makes these in half the time.

    Nodes can't be changed, so that LibCST has to go around that for each field of a new one. Here
    it is made as one of a class that is the same but for that, and handed over to its own.
    """
    forming = _PLAIN(
        kind.__name__,
        (kind,),
        {
            "__slots__": (),
            **{name: vars(object)[name] for name in ("__init__", "__setattr__", "__delattr__")},
        },
    )
    known: dict[str, Any] = {"forming": forming, "missing": MISSING}
    signature, lines = ["cls"], ["node = forming()"]
    for one in fields(kind):
        known[f"default_{one.name}"], has = _default(one)
        signature.append(one.name + (f"=default_{one.name}" if has else ""))
        if one.default_factory is not MISSING:
            known[f"made_{one.name}"] = one.default_factory
            lines.append(f"if {one.name} is missing: {one.name} = made_{one.name}()")
        lines.append(f"node.{one.name} = {one.name}")
    lines += ["node.__class__ = cls", "return node"]
    exec(f"def call({', '.join(signature)}):\n " + "\n ".join(lines), known)  # noqa: S102 - of names of fields, as `dataclass` does
    return type(f"_Quick{kind.__name__}", (_PLAIN,), {"__call__": known["call"]})


def _default(one: Field[Any]) -> tuple[Any, bool]:
    """What stands for a field that is not given, and whether it may be left out."""
    return one.default, one.default is not MISSING or one.default_factory is not MISSING


@cache
def _types() -> tuple[tuple[Any, type], ...]:
    """The classes that have another type while a text is parsed, with that."""
    return (
        *((kind, _Shared) for kind in _WHITESPACE),
        *((kind, _quick(kind)) for kind in _FREQUENT),
    )


def parse_module(text: str) -> cst.Module:
    """What `libcst.parse_module` gives, a quarter sooner. Raises what that raises.

    Each node checks itself when it is made. That is for nodes that people put together; the parser
    makes none that are wrong, and LibCST says itself that it need not be asked there. And for each
    node LibCST imports itself anew.
    """
    types = _types()
    _check.__code__ = _TRUST
    for kind, quick in types:
        kind.__class__ = quick
    try:
        module: cst.Module = _call_without_imports(native.parse_module, text)
        return module
    except Exception:  # it is told as LibCST tells it
        return cst.parse_module(text)
    finally:
        _check.__code__ = _VALIDATE
        for kind, _ in types:
            kind.__class__ = _PLAIN
