"""Making layers: what `keras.layers.Name(*args, **kwargs)` gives."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from typing import Any

from flake8_concat.keras.answers import Answers
from flake8_concat.keras.arguments import is_element, shown
from flake8_concat.keras.graph import Tensor
from flake8_concat.keras.identifiers import refused_identifier, refused_policy, refused_seed
from flake8_concat.keras.kinds_of_arguments import NEVER, kind_of, refused_kind
from flake8_concat.keras.layer import Layer
from flake8_concat.keras.legacy import (
    DEFAULTS,
    EXTRA,
    KEYWORDS,
    OF_KERAS_3,
    OLD,
    is_old,
    modern,
)
from flake8_concat.keras.naming import to_snake_case
from flake8_concat.keras.registry import (
    LAYERS,
    Args,
    BadCall,
    Misuse,
    NotGiven,
    misuse_of,
    no_such_argument,
)
from flake8_concat.keras.signatures import OLD_LAYERS, canonical, layer_signature
from flake8_concat.shapes import Lose, Mismatch, Refusal, Refuse, Shape, Unknown

DATA_FORMATS = frozenset({"channels_last", "channels_first"})


def create(
    name: str,
    args: tuple[Any, ...] = (),
    kwargs: Mapping[str, Any] | None = None,
    image_data_format: str = "channels_last",
    layer_name: str | None = None,
) -> Layer | Unknown | Mismatch:
    """What `keras.layers.<name>(*args, **kwargs)` gives.

    Old spellings are understood (see legacy.py). Unknown if the class or its arguments are not,
    Mismatch if the constructor raises for the sake of shapes; `recover` is then a Layer to go on
    with, or an Unknown. `layer_name` is the name it gets where the call has no `name=`.
    """
    kwargs = kwargs or {}
    called, rest = without_name(kwargs)
    key = key_of(args, rest)
    if key is not None:
        alike = _alike(name, key, image_data_format)
        own = own_dicts(key, rest)
        if type(alike) is Layer and alike.args.keys() >= {"name", *(own or ())}:
            return another(alike, called, layer_name or alike.name, own)
    return _create(name, args, dict(kwargs), image_data_format, layer_name)


def without_name(kwargs: Mapping[str, Any]) -> tuple[str | None, Mapping[str, Any]]:
    """The `name` among the arguments of a constructor, and the others. A None stays with them."""
    called = kwargs.get("name")
    if type(called) is not str:
        return None, kwargs
    rest = dict(kwargs)
    del rest["name"]
    return called, rest


def another(alike: Layer, called: str | None, name: str, own: Mapping[str, Any] | None) -> Layer:
    """A layer like one that was made, with a name of its own.

    called:  the `name` that is given
    name:    what it gets where none is
    own:     see `own_dicts`
    """
    layer = Layer(alike.type, Args(alike.args), name if called is None else called)
    layer.answers = alike.answers
    layer.args["name"] = called
    if own:
        layer.args.update(own)
    return layer


# What tells the calls of a constructor apart: the arguments by position, the names of the others,
# their values, and the types of all, since 1, 1.0 and True are equal.
Key = tuple[tuple[Any, ...], tuple[str, ...], tuple[Any, ...], tuple[type, ...]]
ShortKey = tuple[tuple[Any, ...], tuple[type, ...]]  # the values alone


def key_of(args: tuple[Any, ...], kwargs: Mapping[str, Any]) -> Key | None:
    """The key of a call with these arguments; None where one of them can't stand in a key."""
    values = (*kwargs.values(),)
    kinds = (*map(type, args), *map(type, values))
    if not _PLAIN.issuperset(kinds) or (tuple in kinds and not all(map(_is_plain, args + values))):
        # An initializer that is spelt out, sizes in a list.
        args = tuple([value if type(value) in _FLAT else _frozen(value) for value in args])
        values = tuple([value if type(value) in _FLAT else _frozen(value) for value in values])
        kinds = (*map(type, args), *map(type, values))
        if not _PLAIN.issuperset(kinds):
            return None
    return args, (*kwargs,), values, kinds


def key_of_values(values: tuple[Any, ...]) -> ShortKey | None:
    """The same of the values alone; None where one of them is no plain value either."""
    kinds = (*map(type, values),)
    if not _PLAIN.issuperset(kinds) or (tuple in kinds and not all(map(_is_plain, values))):
        return None
    return values, kinds


def own_dicts(key: Key, kwargs: Mapping[str, Any]) -> Mapping[str, Any] | None:
    """The dicts among the arguments with this key: a layer keeps those that it is given.

    What the constructor makes of a list stays: `cropping=[1, 2]` is one pair there. None where
    there is neither dict nor list.
    """
    if _Frozen not in key[3]:
        return None
    return {name: value for name, value in kwargs.items() if isinstance(value, dict)}


def as_given(
    key: Key, kwargs: Mapping[str, Any], own: Mapping[str, Any]
) -> tuple[tuple[Any, ...], dict[str, Any]]:
    """The arguments with this key, in lists that the program does not have: it may change its own.

    own:  see `own_dicts`
    """
    if len(own) == key[3].count(_Frozen):  # there are none
        return key[0], {**kwargs}
    lists = {
        name: _thawed(value)
        for name, value in zip(key[1], key[2], strict=True)
        if type(value) is _Frozen and name not in own
    }
    return tuple(map(_thawed, key[0])), {**kwargs, **lists}


def _is_plain(value: Any) -> bool:
    """Whether a value is no tuple, or one of whole numbers and None, or of such tuples."""
    if type(value) is not tuple or _WHOLE.issuperset(map(type, value)):
        return True
    return all(type(item) is tuple and _WHOLE.issuperset(map(type, item)) for item in value)


class _Frozen(tuple[Any, ...]):
    """What a collection of plain values holds, to be the key of a table.

    Its kind, the names where it is a dict, the types of the values, and the values.
    """

    __slots__ = ()

    def thawed(self) -> Any:
        """A collection like the one that it was."""
        kind, names, _, values = self
        found = map(_thawed, values)
        return dict(zip(names, found, strict=True)) if kind is dict else kind(found)


_FLAT = frozenset({int, float, str, bool, type(None), _Frozen})
_PLAIN = _FLAT | {tuple}  # see `_is_plain`
_WHOLE = frozenset({int, type(None)})
_NAMES = frozenset({str})
_NOT_PLAIN = object()
_LEVELS = 3  # of collections in each other, one of which may hold itself
_ITEMS = 16  # of one


def _frozen(value: Any, levels: int = _LEVELS) -> Any:
    """A value as a key: a collection as a _Frozen; _NOT_PLAIN where something in it can't be."""
    kind = type(value)
    if kind in _FLAT or (kind is tuple and _is_plain(value)):
        return value
    names: tuple[Any, ...] = ()
    if isinstance(value, dict):
        kind, names, parts = dict, tuple(value), tuple(value.values())
    elif isinstance(value, list) or kind is tuple:
        kind, parts = kind if kind is tuple else list, tuple(value)
    else:
        return _NOT_PLAIN
    if not levels or len(parts) > _ITEMS or getattr(value, "blur", None) is not None:
        return _NOT_PLAIN
    kinds = tuple(map(type, parts))
    if not _FLAT.issuperset(kinds):
        parts = tuple([_frozen(item, levels - 1) for item in parts])
        kinds = tuple(map(type, parts))
    if not _PLAIN.issuperset(kinds) or not _NAMES.issuperset(map(type, names)):
        return _NOT_PLAIN
    return _Frozen((kind, names, kinds, parts))


def _thawed(value: Any) -> Any:
    return value.thawed() if type(value) is _Frozen else value


@lru_cache(maxsize=4096)
def _alike(name: str, key: Key, image_data_format: str) -> Layer | Unknown | Mismatch:
    """A layer made with these arguments: networks make the same ones again and again."""
    args, names, values, _ = key
    given = dict(zip(names, map(_thawed, values), strict=True))
    made = _create(name, tuple(map(_thawed, args)), given, image_data_format, None)
    if isinstance(made, Layer):
        made.answers = Answers()
    return made


def _create(
    name: str,
    args: tuple[Any, ...],
    kwargs: dict[str, Any],
    image_data_format: str,
    layer_name: str | None,
) -> Layer | Unknown | Mismatch:
    try:
        name, args, kwargs = modern(name, args, dict(kwargs))
        kind = LAYERS.get(name) or LAYERS.get(canonical(name))
        if kind is None:
            return Unknown(f"keras.layers.{name} is not known")
        bound = bind(name, args, kwargs)
    except BadCall as problem:
        found = unbound(name, args, problem)
        if isinstance(found, Misuse) and problem.unexpected is not None:
            del kwargs[problem.unexpected]
            meant = _create(name, args, kwargs, image_data_format, layer_name)
            return replace(found, recover=meant) if isinstance(meant, Layer) else found
        return found
    except KeyError:
        return Unknown(f"the arguments of keras.layers.{name} are not known")
    if "data_format" in bound and not settle_data_format(bound, image_data_format, kind.name):
        value = bound["data_format"]
        return Mismatch(Refusal.WRONG_SHAPE, f"`data_format` can't be {value!r}")
    given = bound.get("name")
    called = given if isinstance(given, str) else layer_name or to_snake_case(name)
    layer = Layer(kind, bound, called)
    refusal = (
        refused_name(given)
        or refused_identifier(kind.name, bound)
        or refused_seed(kind.name, bound)
        or refused_trainable(bound, kind.name)
        or refused_policy(kind.name, bound)
    )
    if refusal is not None and name not in OLD_LAYERS:
        return replace(refusal, recover=layer)
    unfit = refused_kind(kind.name, bound) if name not in OLD_LAYERS else None
    made = Mismatch(Refusal.WRONG_SHAPE, unfit, recover=layer) if unfit else layer
    if kind.create is None:
        return made
    try:
        kind.create(bound)
    except Lose as lost:
        return made if unfit else lost.unknown
    except Refuse as refused:
        mismatch = refused.mismatch
        return replace(mismatch, recover=layer) if mismatch.recover is bound else mismatch
    return made


# Layers that Keras 1 gave more positions than Keras 3 does.
MOST_IN_KERAS_1 = {"Embedding": 10}
# What takes one tuple by position, and took one in every Keras since the first.
ONE_TUPLE = {"Permute": "axes", "Reshape": "sizes"}


def unbound(name: str, args: tuple[Any, ...], problem: BadCall) -> Unknown | Mismatch:
    """Arguments that don't bind: a refusal where no version of Keras ever took them."""
    items = ONE_TUPLE.get(name)
    if problem.surplus and items is not None and all(type(value) is int for value in args):
        return Mismatch(
            Refusal.WRONG_SHAPE,
            f"takes its {items} as one tuple, is given {len(args)} arguments",
            remedy=f"{name}({args!r}) would be that",
        )
    if problem.missing is not None:
        return NotGiven(Refusal.WRONG_SHAPE, f"needs `{problem.missing}`, which is not given")
    if name in OLD_LAYERS:
        return Unknown(f"{name}() {problem}")
    if problem.surplus and len(args) > MOST_IN_KERAS_1.get(name, 0):
        return misuse_of(problem)
    unexpected = problem.unexpected
    if problem.twice or (unexpected is not None and not is_old(unexpected, name)):
        return misuse_of(problem)
    return Unknown(f"{name}() {problem}")


# Constructors that keep whatever they are given, so that nothing is wrong until the layer runs:
# with a tensor, and beyond these with a list of tensors.
KEEP_A_TENSOR = frozenset(
    {
        *("AdditiveAttention", "Attention", "Concatenate", "ELU", "HashedCrossing", "Masking"),
        *("ContrastLimitedAdaptiveHistogramEqualization", "MixUp", "Pipeline", "RandomFlip"),
        *("CenterCrop", "ConvLSTM1D", "ConvLSTM2D", "ConvLSTM3D", "EinsumDense", "RandomCrop"),
        *("RMSNormalization", "RandomColorJitter", "Rescaling", "Resizing", "Softmax"),
    }
)
KEEP_A_LIST = KEEP_A_TENSOR | {
    *("AdaptiveAveragePooling1D", "AdaptiveAveragePooling2D", "AdaptiveAveragePooling3D"),
    *("AdaptiveMaxPooling1D", "AdaptiveMaxPooling2D", "AdaptiveMaxPooling3D"),
    *("Discretization", "LayerNormalization"),
    *("MelSpectrogram", "Normalization", "Reshape", "UnitNormalization"),
}


def given_a_tensor(name: str, args: tuple[Any, ...]) -> Mismatch | None:
    """The refusal of a constructor that is given the tensor which the layer is meant for."""
    first = args[0] if args else None
    if isinstance(first, Tensor):
        kept, what = KEEP_A_TENSOR, "a tensor"
    elif isinstance(first, (list, tuple)) and first and isinstance(first[0], Tensor):
        kept, what = KEEP_A_LIST, "a list of tensors"
        first = first[0]
    else:
        return None
    kind = LAYERS.get(name) or LAYERS.get(canonical(name))
    if not first.symbolic or kind is None or kind.name in kept:
        return None
    if not isinstance(first.shape, Shape) or not first.shape:  # a size may be one, by its value
        return None
    signature = layer_signature(kind.name)
    needed = ", ".join(n for n in signature.names if n not in signature.defaults)
    return Mismatch(
        Refusal.WRONG_SHAPE,
        f"is given {what} where the layer is made",
        remedy=f"make the layer, then call it: {name}({needed})(…)",
    )


# Keywords of old Keras that Keras 3 takes without a word, by what the names of the layers contain.
STILL_TAKEN: dict[str, tuple[str, ...]] = {
    "alpha": ("LeakyReLU",),
    "implementation": ("GRU", "LSTM"),
    "input_length": ("Embedding",),
    "lora_alpha": ("Conv",),
    "lora_rank": ("Conv",),
    "rms_scaling": ("LayerNormalization",),
}


def required_now(
    name: str, args: tuple[Any, ...], kwargs: dict[str, Any], made: Layer | Unknown
) -> Mismatch | None:
    """The refusal where an argument is left out that only Keras before 3 had a default for."""
    missing = "" if args else next((k for k in DEFAULTS.get(name, ()) if k not in kwargs), "")
    if not missing or any(is_old(key, name) for key in kwargs):
        return None
    return NotGiven(Refusal.WRONG_SHAPE, f"needs `{missing}`, which is not given", recover=made)


def refused_now(
    name: str, args: tuple[Any, ...], kwargs: dict[str, Any], made: Layer | Unknown
) -> Mismatch | None:
    """The refusal of what only Keras before 3 took: keywords, and a path for a name.

    For files that certainly are for Keras 3.
    """
    given = kwargs.get("name")
    slash = isinstance(given, str) and "/" in given
    former = kwargs.get("dtype") in FORMER_DTYPES
    if (not slash and not former and OLD.isdisjoint(kwargs)) or name in OLD_LAYERS:
        return None
    if LAYERS.get(name) is None and LAYERS.get(canonical(name)) is None:
        return None
    if slash:
        what = f"`name` can't have a slash in it, is {given!r}"
        return Mismatch(Refusal.WRONG_SHAPE, what, recover=made)
    if former:
        if canonical(name) in DROP_TRAINABLE:
            return None
        what = f"`dtype`: there is no type {kwargs['dtype']!r}"
        return Mismatch(Refusal.WRONG_SHAPE, what, recover=made)
    names = layer_signature(canonical(name)).names
    olds = [key for key in kwargs if key in OLD and key not in names]
    if any(is_old(key, name) and _renamed(key) for key in olds):
        return None
    key = next((key for key in olds if not _still_taken(key, name)), None)
    if key is None:
        return None
    return replace(misuse_of(no_such_argument(key, names)), recover=made)


# Names of types that only Keras before 3 took for that of a layer.
FORMER_DTYPES = ("double", "float", "half", "long", "object", "resource", "str", "variant")


def _renamed(key: str) -> bool:
    """Whether a keyword has another name since Keras 2: a file that has it is for Keras 1."""
    return key not in EXTRA and KEYWORDS.get(key) is not None


def _still_taken(key: str, name: str) -> bool:
    where = STILL_TAKEN.get(key, ())
    return name == "HashedCrossing" or any(part in name for part in where)


# Constructors that drop the keywords they don't know.
TAKES_ALL = frozenset({"HashedCrossing"})


def bind(name: str, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Args:
    """The arguments by name. What old Keras accepted on every layer is kept beside them."""
    signature = layer_signature(name)
    extra = {}
    if name in TAKES_ALL:
        kwargs = {key: value for key, value in kwargs.items() if key in signature.names}
    if not signature.keywords and name not in OF_KERAS_3:
        for key in EXTRA & kwargs.keys():
            if key not in signature.names:
                extra[key] = kwargs.pop(key)
    bound = signature.bind(args, kwargs)
    bound.update(extra)
    return bound


# Layers that drop what they are given for `trainable`.
DROP_TRAINABLE = frozenset({"HashedCrossing", "IntegerLookup", "StringLookup"})


def refused_name(name: Any) -> Mismatch | None:
    """The refusal of what is no name of a layer or a model (keras.src.ops.operation.Operation).

    Keras 3 refuses a `/` in one as well. All before it took that, networks of that time have such
    names throughout, and their shapes are sound: nothing is said.
    """
    if isinstance(name, Layer):
        return Mismatch(Refusal.WRONG_SHAPE, f"`name` must be a string, is the layer {name.name!r}")
    if isinstance(name, str) or name is None or not (kind_of(name) or _is_tensor(name)):
        return None
    return Mismatch(Refusal.WRONG_SHAPE, f"`name` must be a string, is {shown(name)}")


def _is_tensor(value: Any) -> bool:
    """Whether it certainly is a tensor, and no number that one holds."""
    return isinstance(value, Shape) and len(value) > 0


def refused_trainable(args: Args, layer: str = "") -> Mismatch | None:
    """The refusal of a `trainable` that is neither True nor False (keras.layers.Layer)."""
    value = args.get("trainable", True)
    if isinstance(value, bool) or not (kind_of(value) or _is_tensor(value)):
        return None
    if layer in DROP_TRAINABLE:
        return None
    return Mismatch(Refusal.WRONG_SHAPE, f"`trainable` must be True or False, is {shown(value)}")


def settle_data_format(args: Args, image_data_format: str, layer: str) -> bool:
    """Fills in the global setting; whether it is a format, as far as one can tell.

    Mirrors keras.backend.standardize_data_format; adaptive poolings take `[]` and 0 for None.
    """
    value = args.get("data_format")
    if value is None or (not value and layer.startswith("Adaptive")):
        value = image_data_format
    if isinstance(value, str):
        value = value.lower()
    args["data_format"] = value
    if isinstance(value, str):
        return value in DATA_FORMATS
    return is_element(value) or not isinstance(value, (int, float, list, tuple, *NEVER))
