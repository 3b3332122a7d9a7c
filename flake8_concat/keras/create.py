"""Making layers: what `keras.layers.Name(*args, **kwargs)` gives."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from typing import Any

from flake8_concat.keras.graph import Layer
from flake8_concat.keras.legacy import EXTRA, modern
from flake8_concat.keras.naming import to_snake_case
from flake8_concat.keras.registry import LAYERS, Args, BadCall
from flake8_concat.keras.signatures import canonical, layer_signature
from flake8_concat.shapes import Lose, Mismatch, Refusal, Refuse, Unknown

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
    kwargs = dict(kwargs or {})
    given = kwargs.get("name")
    named = isinstance(given, str)
    rest = {key: value for key, value in kwargs.items() if key != "name"} if named else kwargs
    values = (*args, *rest.values())
    if all(map(_is_plain, values)):
        kinds = tuple(map(type, values))  # 1, 1.0 and True are equal
        alike = _alike(name, args, tuple(rest.items()), kinds, image_data_format)
        if isinstance(alike, Layer) and "name" in alike.args:
            called = str(given) if named else layer_name or alike.name
            layer = Layer(alike.type, Args(alike.args), called)
            if named:
                layer.args["name"] = given
            return layer
    return _create(name, args, kwargs, image_data_format, layer_name)


def _is_plain(value: Any) -> bool:
    kind = type(value)
    return kind in _PLAIN or (kind is tuple and all(type(item) is int for item in value))


_PLAIN = frozenset({int, float, str, bool, type(None)})


@lru_cache(maxsize=4096)
def _alike(
    name: str,
    args: tuple[Any, ...],
    kwargs: tuple[tuple[str, Any], ...],
    kinds: tuple[type, ...],
    image_data_format: str,
) -> Layer | Unknown | Mismatch:
    """A layer made with these arguments: networks make the same ones again and again."""
    return _create(name, args, dict(kwargs), image_data_format, None)


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
        return Unknown(f"{name}() {problem}")
    except KeyError:
        return Unknown(f"the arguments of keras.layers.{name} are not known")
    if "data_format" in bound and not settle_data_format(bound, image_data_format):
        value = bound["data_format"]
        return Mismatch(Refusal.WRONG_SHAPE, f"`data_format` can't be {value!r}")
    given = bound.get("name")
    called = given if isinstance(given, str) else layer_name or to_snake_case(name)
    layer = Layer(kind, bound, called)
    if kind.create is None:
        return layer
    try:
        kind.create(bound)
    except Lose as lost:
        return lost.unknown
    except Refuse as refused:
        mismatch = refused.mismatch
        return replace(mismatch, recover=layer) if mismatch.recover is bound else mismatch
    return layer


def bind(name: str, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Args:
    """The arguments by name. What old Keras accepted on every layer is kept beside them."""
    signature = layer_signature(name)
    extra = {}
    if not signature.keywords:
        for key in EXTRA & kwargs.keys():
            if key not in signature.names:
                extra[key] = kwargs.pop(key)
    bound = signature.bind(args, kwargs)
    bound.update(extra)
    return bound


def settle_data_format(args: Args, image_data_format: str) -> bool:
    """Fills in the global setting; whether it is a format, as far as one can tell.

    Mirrors keras.backend.standardize_data_format.
    """
    value = args.get("data_format")
    if value is None:
        value = image_data_format
    if isinstance(value, str):
        value = value.lower()
    args["data_format"] = value
    return value in DATA_FORMATS if isinstance(value, str) else not isinstance(value, (int, float))
