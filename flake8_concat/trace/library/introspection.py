"""What a value is and has: isinstance, type, getattr, hasattr, callable, vars, importing."""

# What a function here does is what Python documents for its name; all take the tracer.

from __future__ import annotations

from typing import Any

from flake8_concat.keras.graph import Tensor
from flake8_concat.keras.layer import Layer
from flake8_concat.keras.registry import OPS
from flake8_concat.keras.signatures.old import OLD_LAYERS
from flake8_concat.shapes import Lose, NumpyFloat, OfNumpy, Shape, Size, Unknown, is_none
from flake8_concat.trace.library import FUNCTIONS, function
from flake8_concat.trace.library.builtins import EXCEPTIONS
from flake8_concat.trace.library.comparing import ALIASES
from flake8_concat.trace.library.objects import Error, Namespace, Object, Record, RecordType
from flake8_concat.trace.library.plain import why_unknown
from flake8_concat.trace.library.quotient import Quotient
from flake8_concat.trace.state import DIFFERS, UNSURE, join
from flake8_concat.trace.symbolic_values import certainly_symbolic
from flake8_concat.trace.values import (
    Builtin,
    Class,
    Dict,
    External,
    Function,
    Instance,
    Method,
    Module,
    Raised,
    Scope,
)

PYTHON = (bool, int, float, complex, str, bytes, list, tuple, dict, set, frozenset, range, slice)
TYPE_NAMES = frozenset(f"builtins.{kind.__name__}" for kind in PYTHON) | {
    "types.NoneType",
    "builtins.NoneType",
}

# Abstract classes of the standard library -> the builtin types that count as one.
_ITERABLE = ("str", "bytes", "list", "tuple", "dict", "set", "frozenset", "range")
_SEQUENCE = ("str", "bytes", "list", "tuple", "range")
ABSTRACT: dict[str, tuple[str, ...]] = {
    **{f"{room}.Iterable": _ITERABLE for room in ("collections", "collections.abc", "typing")},
    **{f"{room}.Collection": _ITERABLE for room in ("collections.abc", "typing")},
    **{f"{room}.Sized": _ITERABLE for room in ("collections.abc", "typing")},
    **{f"{room}.Sequence": _SEQUENCE for room in ("collections", "collections.abc", "typing")},
    **{f"{room}.Mapping": ("dict",) for room in ("collections", "collections.abc", "typing")},
    **{f"{room}.MutableMapping": ("dict",) for room in ("collections.abc", "typing")},
    **{f"{room}.MutableSequence": ("list",) for room in ("collections.abc", "typing")},
    **{
        f"{room}.Hashable": ("str", "bytes", "int", "float", "complex", "range")
        for room in ("collections.abc", "typing")
    },
    "numbers.Number": ("int", "float", "complex"),
    "numbers.Complex": ("int", "float", "complex"),
    "numbers.Real": ("int", "float"),
    "numbers.Rational": ("int",),
    "numbers.Integral": ("int",),
    "typing.List": ("list",),
    "typing.Dict": ("dict",),
    "typing.Tuple": ("tuple",),
    "six.string_types": ("str",),
    "six.integer_types": ("int",),
}
# Library types that plain data never is one of.
FOREIGN = ("numpy.", "keras.", "tf.", "torch.", "jax.", "pandas.", "enum.", "argparse.", "pathlib.")
NUMPY_SCALARS = frozenset(
    f"numpy.{name}"
    for name in (
        "bool_ character complex128 complex64 complexfloating float16 float32 float64 floating "
        "generic inexact int16 int32 int64 int8 integer number signedinteger uint16 uint32 uint64 "
        "uint8 unsignedinteger"
    ).split()
)
SCALAR_TYPES = ("numpy.float64", "numpy.float_", "numpy.bool_")  # float64 is a float, as it happens

# Layers of Keras that derive from another public layer.
LAYER_BASES: dict[str, str] = {
    "AdditiveAttention": "Attention",
    "ConvLSTM1D": "RNN",
    "ConvLSTM2D": "RNN",
    "ConvLSTM3D": "RNN",
    "GRU": "RNN",
    "LSTM": "RNN",
    "SimpleRNN": "RNN",
    "SpatialDropout1D": "Dropout",
    "SpatialDropout2D": "Dropout",
    "SpatialDropout3D": "Dropout",
    "Bidirectional": "Layer",
    "TimeDistributed": "Wrapper",
    "SpectralNormalization": "Wrapper",
}


def python_kinds(value: Any) -> tuple[str, ...] | None:
    """The names of the builtin types that a value is an instance of; None if that is not known."""
    if isinstance(value, Size):
        if is_none(value):
            return ("NoneType",)
        return ("int",) if value.literal else None
    if value is None:
        return ("NoneType",)
    if isinstance(value, Quotient):
        return ("float",)
    if isinstance(value, Unknown):
        return None
    if isinstance(value, OfNumpy):
        return ("float",) if type(value) is NumpyFloat else ()
    return tuple(kind.__name__ for kind in PYTHON if isinstance(value, kind))


def is_instance(value: Any, kind: Any) -> bool | None:
    """`isinstance(value, kind)` for one class; None where it is not known."""
    if isinstance(kind, tuple):
        answers = [is_instance(value, one) for one in kind]
        return True if True in answers else None if None in answers else False
    if kind is None:
        kind = External("builtins.NoneType")
    if isinstance(kind, RecordType):
        if isinstance(value, Unknown):
            return None
        return isinstance(value, Record) and value.maker is kind
    if isinstance(kind, Class):
        return _is_instance_of_class(value, kind)
    if not isinstance(kind, External):
        return None
    name = ALIASES.get(kind.name, kind.name)
    if isinstance(value, OfNumpy) and not name.startswith("builtins."):
        return True if name == "numbers.Number" else None
    if isinstance(value, Instance):
        return _instance_is_a(value, name)
    if name == "builtins.object" and not isinstance(value, Unknown):
        return True
    if name in TYPE_NAMES or name in ABSTRACT:
        return _is_builtin(value, name)
    if isinstance(value, Layer):
        return layer_is_a(value.type.name, name)
    if isinstance(value, Error):
        return error_is_a(value.name, name)
    if isinstance(value, Object):
        return True if value.kind == name else None
    if isinstance(value, Tensor):
        return _tensor_is_a(value, name)
    if isinstance(value, (Unknown, External, Builtin, Module)):
        return None
    if isinstance(value, (Function, Method)):
        return (
            True
            if name in ("types.FunctionType", "collections.abc.Callable", "typing.Callable")
            else None
        )
    if isinstance(value, Class):
        return True if name == "builtins.type" else None
    if python_kinds(value) and name.startswith(FOREIGN) and name not in SCALAR_TYPES:
        return False
    if name.startswith("builtins.") and python_kinds(value):
        return False
    return None


def _is_builtin(value: Any, name: str) -> bool | None:
    kinds = python_kinds(value)
    if kinds is None or isinstance(value, (External, Builtin)):
        return None
    wanted = ABSTRACT.get(name) or (name.rpartition(".")[2],)
    if any(one in wanted for one in kinds):
        return True
    if name.startswith("numbers.") and _has_axes(value):
        return False
    if kinds:
        return None if name.endswith("Hashable") else False
    return None if name in ABSTRACT or isinstance(value, Object) else False


# Classes that no tensor is of, nor an array.
OF_NO_TENSOR = frozenset(
    f"collections.{name}" for name in "OrderedDict defaultdict Counter deque ChainMap".split()
) | {"pathlib.Path", "argparse.Namespace", "enum.Enum"}


def _tensor_is_a(value: Tensor, name: str) -> bool | None:
    if name == "keras.KerasTensor" and value.symbolic:
        return True
    if name.startswith("numpy.") and value.symbolic:
        return False
    if name in OF_NO_TENSOR:
        return False
    return False if name in NUMPY_SCALARS and _has_axes(value) else None


def _has_axes(value: Any) -> bool:
    """Whether it is a tensor of more than one number, or of a list of one."""
    return type(value) is Tensor and isinstance(value.shape, Shape) and bool(value.shape)


def _is_instance_of_class(value: Any, kind: Class) -> bool | None:
    if isinstance(value, Instance):
        if kind in value.cls.mro:
            return True
        return None if any(isinstance(base, Unknown) for base in value.cls.mro) else False
    if isinstance(value, Record):
        return value.maker.cls is kind
    cls = getattr(value, "cls", None)  # of a member of an enum
    if isinstance(cls, Class):
        return kind in cls.mro
    return None if isinstance(value, Unknown) else False


def _instance_is_a(value: Instance, name: str) -> bool | None:
    bases = value.cls.mro
    names = [base.name for base in bases if isinstance(base, External)]
    if name == "builtins.object" or name in names:
        return True
    if not all(isinstance(base, (Class, External)) for base in bases):
        return None
    if name == "keras.layers.Layer" and any(
        one.startswith("keras.layers.") or one == "keras.Model" for one in names
    ):
        return True
    if not [one for one in names if one != "builtins.object"]:
        return None if name in ABSTRACT else False
    if name in TYPE_NAMES:
        return False if all(one.startswith("keras.") for one in names) else None
    return None


def layer_is_a(layer: str, name: str) -> bool | None:
    """Whether a layer class of Keras is, or derives from, the one of that full name."""
    if name in TYPE_NAMES:
        return False
    room, _, wanted = name.rpartition(".")
    if room != "keras.layers":
        return None
    if wanted == "Layer":
        return True
    while layer:
        if layer == wanted:
            return True
        layer = LAYER_BASES.get(layer, "")
    return None if wanted in LAYER_BASES.values() or "Wrapper" in wanted else False


def error_is_a(error: str, name: str) -> bool | None:
    """Whether a builtin exception is, or derives from, the one of that full name."""
    import builtins

    wanted = name.rpartition(".")[2]
    if not name.startswith("builtins.") or error not in EXCEPTIONS:
        return None
    kind = getattr(builtins, wanted, None)
    return isinstance(kind, type) and issubclass(getattr(builtins, error), kind)


@function("builtins.isinstance")
def isinstance_(tracer: Any, value: Any, kind: Any) -> Any:
    answer = is_instance(value, kind)
    if answer is None:
        raise Lose(
            why_unknown(value)
            if isinstance(value, Unknown)
            else "what kind of thing it is, is not followed"
        )
    return answer


def is_subclass(cls: Any, kind: Any) -> bool | None:
    """`issubclass(cls, kind)`; None where it is not known."""
    if isinstance(kind, tuple):
        answers = [is_subclass(cls, one) for one in kind]
        return True if True in answers else None if None in answers else False
    if isinstance(cls, Class):
        return is_instance(Instance(cls), kind)
    if isinstance(cls, External) and isinstance(kind, Class):
        return False
    if isinstance(cls, External) and isinstance(kind, External):
        if kind.name in (cls.name, "builtins.object"):
            return True
        if cls.name.startswith("keras.layers.") and cls.name[13:14].isupper():
            return layer_is_a(cls.name[13:], kind.name)
        if cls.name in TYPE_NAMES and kind.name in TYPE_NAMES:
            return (cls.name, kind.name) == ("builtins.bool", "builtins.int")
        if cls.name.startswith("builtins."):
            return error_is_a(cls.name[9:], kind.name)
    return None


@function("builtins.issubclass")
def issubclass_(tracer: Any, cls: Any, kind: Any) -> Any:
    answer = is_subclass(cls, kind)
    if answer is None:
        raise Lose("what the class derives from is not followed")
    return answer


@function("builtins.type")
def type_(tracer: Any, value: Any, *rest: Any) -> Any:
    if rest:
        raise Lose("a class made by `type()` is not followed")
    if isinstance(value, Instance):
        return value.cls
    if isinstance(value, Record):
        return value.maker.cls or value.maker
    if isinstance(value, Layer):
        return External(f"keras.layers.{value.type.name}")
    if isinstance(value, (Object, Namespace)):
        return External(value.kind)
    kinds = python_kinds(value)
    if kinds:
        return External(f"builtins.{kinds[0]}")
    raise Lose(why_unknown(value))


_MISSING = object()


@function("builtins.getattr")
def getattr_(tracer: Any, value: Any, name: Any, default: Any = _MISSING) -> Any:
    if not isinstance(name, str):
        raise Lose(why_unknown(name))
    if default is _MISSING:
        return tracer.getattr(value, name)
    try:
        with tracer.handling([External("builtins.AttributeError")]) as perhaps:
            found = tracer.getattr(value, name)
    except Raised as error:
        if error.kind == "AttributeError":
            return default
        raise
    return join(found, default, UNSURE) if perhaps else found


@function("importlib.import_module")
def import_module(tracer: Any, name: Any, package: Any = None) -> Any:
    if not isinstance(name, str) or name.startswith("."):
        raise Lose(why_unknown(name))
    return tracer.import_module(name, tracer.main)


@function("builtins.__import__")
def import_(
    tracer: Any,
    name: Any,
    globals: Any = None,  # noqa: A002 - as Python names it
    locals: Any = None,  # noqa: A002
    fromlist: Any = (),
    level: Any = 0,
) -> Any:
    if not isinstance(name, str) or level != 0:
        raise Lose(why_unknown(name))
    named = tracer.truth(fromlist)
    if named is None:
        raise Lose(why_unknown(fromlist))
    module = tracer.import_module(name, tracer.main)
    # As `import a.b` does, it gives the package `a`, unless names of `a.b` are asked for.
    return module if named else tracer.import_module(name.partition(".")[0], tracer.main)


# What programs ask a list, a function or a context for, and no KerasTensor has.
NOT_OF_TENSORS = frozenset("__len__ __contains__ __call__ __next__ __enter__ __index__".split())


@function("builtins.hasattr")
def hasattr_(tracer: Any, value: Any, name: Any) -> Any:
    if not isinstance(name, str):
        raise Lose(why_unknown(name))
    if name in NOT_OF_TENSORS and type(value) is Tensor and certainly_symbolic(value):
        return False
    try:
        with tracer.handling([External("builtins.AttributeError")]) as perhaps:
            found = tracer.getattr(value, name)
    except Raised as error:
        if error.kind == "AttributeError":
            return False
        raise
    if perhaps:
        raise Lose(DIFFERS)
    if isinstance(found, Unknown) and not _was_given(value, name):
        raise Lose(found.why)
    if isinstance(found, External) and not _has(tracer, found.name):
        raise Lose(f"whether `{value.name}` has a `{name}` is not known")
    return True


def _was_given(value: Any, name: str) -> bool:
    """Whether something has an attribute, whatever it is."""
    if isinstance(value, Module):
        return name in value.scope
    if isinstance(value, Namespace):
        return name in value.attributes
    return isinstance(value, Instance) and (
        name in value.attributes or value.cls.find(name) is not None
    )


def _has(tracer: Any, full: str) -> bool:
    """Whether a library certainly has something of that name, whichever release of it runs."""
    if full.rpartition(".")[2] in OLD_LAYERS:
        return False
    return full in OPS or full in FUNCTIONS or tracer.known_to_keras(full)


@function("builtins.setattr")
def setattr_(tracer: Any, value: Any, name: Any, new: Any) -> None:
    if not isinstance(name, str):
        raise Lose(why_unknown(name))
    tracer.setattr(value, name, new)


@function("builtins.delattr")
def delattr_(tracer: Any, value: Any, name: Any) -> None:
    if not isinstance(name, str):
        raise Lose(why_unknown(name))
    tracer.delattr(value, name)


@function("builtins.callable")
def callable_(tracer: Any, value: Any) -> Any:
    if isinstance(value, (Function, Method, Builtin, Class, Layer, RecordType)):
        return True
    if isinstance(value, Instance):
        if value.cls.find("__call__") is not None:
            return True
        if any(not isinstance(base, Class) for base in value.cls.mro):
            raise Lose("what the class derives from is not followed")
        return False
    if isinstance(value, External):
        if value.name.startswith("builtins."):
            return True
        raise Lose(f"whether {value.name} can be called is not known")
    if python_kinds(value):
        return False
    raise Lose(why_unknown(value))


@function("builtins.vars")
def vars_(tracer: Any, value: Any = _MISSING) -> Any:
    if isinstance(value, Instance):
        return value.attributes
    if isinstance(value, Namespace):
        return value.attributes
    raise Lose("`vars()` is not followed here")


class Names(Dict):
    """`globals()`: what is put into it is a name from then on."""

    scope: Scope
    tracer: Any

    def __setitem__(self, key: Any, value: Any) -> None:
        super().__setitem__(key, value)
        if isinstance(key, str):
            self.tracer.touch(self.scope)
            self.scope[key] = value


@function("builtins.globals")
def globals_(tracer: Any) -> Any:
    scope = tracer.scope.module.scope
    names = Names(scope)
    names.scope, names.tracer = scope, tracer
    return names


@function("builtins.locals")
def locals_(tracer: Any) -> Any:
    if not tracer.frames:
        raise Lose("`locals()` is followed in functions only")
    return Dict(tracer.frames[-1][1])


@function("builtins.super")
def super_(tracer: Any, *args: Any) -> Any:
    return tracer.super_(*args)


@function("builtins.object.__getattribute__")
def get_attribute(tracer: Any, value: Any, name: Any) -> Any:
    return tracer.object_get(value, name)


@function("builtins.object.__setattr__")
def set_attribute(tracer: Any, value: Any, name: Any, given: Any) -> None:
    tracer.object_set(value, name, given)


@function("builtins.object.__new__")
def new_object(tracer: Any, cls: Any, *args: Any, **kwargs: Any) -> Any:
    if not isinstance(cls, Class):
        raise Lose(why_unknown(cls))
    return Instance(cls)


@function("builtins.object")
def object_(tracer: Any) -> Any:
    return Namespace("builtins.object", Dict())
