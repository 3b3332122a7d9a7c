"""Functions that matter little to a model: paths, logging, decorators, typing, time, chance."""

# What a function here does is what Python documents for its name; all take the tracer.

from __future__ import annotations

import posixpath
from typing import Any

from flake8_concat.shapes import Lose, Unknown
from flake8_concat.trace.library import CONSTANTS, function
from flake8_concat.trace.library.builtins import inert, pure, unknown
from flake8_concat.trace.library.functional import through
from flake8_concat.trace.library.objects import Object, RecordType
from flake8_concat.trace.values import Builtin, List

# Nothing comes of these: their result is None.
NOTHING = (
    "gc.collect",
    "logging.basicConfig",
    "logging.critical",
    "logging.debug",
    "logging.disable",
    "logging.error",
    "logging.exception",
    "logging.info",
    "logging.log",
    "logging.warn",
    "logging.warning",
    "numpy.random.seed",
    "numpy.set_printoptions",
    "numpy.seterr",
    "os.makedirs",
    "os.mkdir",
    "pprint.pprint",
    "random.seed",
    "sys.path.append",
    "sys.path.insert",
    "sys.setrecursionlimit",
    "time.sleep",
    "traceback.print_exc",
    "warnings.filterwarnings",
    "warnings.resetwarnings",
    "warnings.simplefilter",
    "warnings.warn",
)
# What these give is known only when the program runs.
RUNTIME = (
    "datetime.date.today",
    "datetime.datetime.now",
    "datetime.datetime.utcnow",
    "glob.glob",
    "json.load",
    "os.getcwd",
    "os.listdir",
    "os.path.abspath",
    "os.path.exists",
    "os.path.getsize",
    "os.path.isdir",
    "os.path.isfile",
    "os.path.realpath",
    "os.walk",
    "pickle.load",
    "platform.system",
    "random.choice",
    "random.randint",
    "random.random",
    "random.sample",
    "random.uniform",
    "time.perf_counter",
    "time.time",
)
# Decorators that leave a function or class as it is.
DECORATORS = (
    "abc.abstractmethod",
    "atexit.register",
    "keras.saving.register_keras_serializable",
    "keras.utils.register_keras_serializable",
    "six.add_metaclass",
    "tf.autograph.experimental.do_not_convert",
    "tf.function",
    "typing.final",
    "typing.no_type_check",
    "typing.overload",
    "typing.runtime_checkable",
    "typing_extensions.override",
    "typing_extensions.overload",
)
PATHS = ("basename", "dirname", "isabs", "join", "normpath", "split", "splitext")

for _name in NOTHING:
    function(_name)(inert)
for _name in RUNTIME:
    function(_name)(unknown(_name))
for _name in DECORATORS:
    function(_name)(through)
for _name in PATHS:
    function(f"os.path.{_name}")(pure(getattr(posixpath, _name)))

_VERSION = RecordType("version_info", ("major", "minor", "micro", "releaselevel", "serial"), {})
CONSTANTS.update(
    {
        "os.sep": "/",
        "os.path.sep": "/",
        "sys.maxsize": 2**63 - 1,
        "sys.version": "3.11.0",
        "sys.version_info": _VERSION.make((3, 11, 0, "final", 0), {}),
        "typing.TYPE_CHECKING": False,
        "string.ascii_lowercase": "abcdefghijklmnopqrstuvwxyz",
        "string.ascii_uppercase": "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
        "string.ascii_letters": "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
        "string.digits": "0123456789",
    }
)


class Logger(Object):
    """`logging.getLogger()`: every method of it does nothing here."""

    __slots__ = ()
    kind = "logging.Logger"

    def attribute(self, tracer: Any, name: str) -> Any:
        if name in ("debug", "info", "warning", "warn", "error", "critical", "exception", "log"):
            return Builtin(name, inert)
        if name in ("setLevel", "addHandler", "removeHandler", "addFilter"):
            return Builtin(name, inert)
        raise Lose(f"`.{name}` of a logger is not followed")


function("logging.getLogger", "absl.logging.get_absl_logger")(lambda tracer, *args: Logger())


@function("typing.cast")
def cast(tracer: Any, kind: Any, value: Any) -> Any:
    return value


@function("typing.NewType")
def new_type(tracer: Any, name: Any, kind: Any) -> Any:
    return Builtin("NewType", lambda tracer, value: value)


class Context(Object):
    """What a function under `contextlib.contextmanager` gives: a call that `with` will make."""

    __slots__ = ("args", "function", "kwargs")
    kind = "contextlib.context"

    def __init__(self, function: Any, args: tuple[Any, ...], kwargs: dict[str, Any]) -> None:
        self.function, self.args, self.kwargs = function, args, kwargs


@function("contextlib.contextmanager")
def contextmanager(tracer: Any, run: Any) -> Any:
    return Builtin("contextmanager", lambda tracer, *args, **kwargs: Context(run, args, kwargs))


class Null(Object):
    """`contextlib.nullcontext(value)`, and contexts that change nothing here."""

    __slots__ = ("value",)
    kind = "contextlib.nullcontext"

    def __init__(self, value: Any) -> None:
        self.value = value

    def attribute(self, tracer: Any, name: str) -> Any:
        if name == "__enter__":
            return Builtin(name, lambda tracer: self.value)
        if name == "__exit__":
            return Builtin(name, inert)
        raise Lose(f"`.{name}` of a context manager is not followed")


function("contextlib.nullcontext")(lambda tracer, value=None: Null(value))
function("warnings.catch_warnings")(lambda tracer, **options: Null(None))


@function("types.MappingProxyType")
def mapping_proxy(tracer: Any, mapping: Any) -> Any:
    return mapping


@function("random.shuffle", "numpy.random.shuffle")
def shuffle(tracer: Any, items: Any) -> None:
    if isinstance(items, List):
        tracer.touch(items)
        items[:] = [Unknown("items that were shuffled") for _ in items]


@function("os.environ.get", "os.getenv")
def environment(tracer: Any, name: Any, default: Any = None) -> Any:
    """A variable of the environment. As with options of a command line, its default is taken."""
    if default is None:
        raise Lose("a variable of the environment is known only when the program runs")
    return default


@function("json.dumps")
def dumps(tracer: Any, value: Any, **options: Any) -> Any:
    raise Lose("what `json.dumps()` gives is not followed")


@function("json.loads")
def loads(tracer: Any, text: Any, **options: Any) -> Any:
    raise Lose("what `json.loads()` gives is not followed")
