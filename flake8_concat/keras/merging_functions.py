"""Functions that make a merging layer and call it: keras.layers.add, …, merge of Keras 1."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from flake8_concat.keras.identifiers import refused_policy
from flake8_concat.keras.legacy import EXTRA
from flake8_concat.keras.merging import (
    check_axis,
    dot,
    dot_built,
    dot_create,
    joined,
    merge,
    merge_built,
    shapes_in,
    subtract_built,
)
from flake8_concat.keras.no_tensors import kind_of_input
from flake8_concat.keras.registry import Args, no_such_argument, op
from flake8_concat.shapes import Known, Lose, Refusal, Refuse

# What the constructors of all layers take, in Keras 3 or before it.
OF_ALL_LAYERS = ("activity_regularizer", "trainable", "dtype", "autocast", "name")


def check_keywords(kwargs: Mapping[str, Any], *own: str) -> None:
    """The functions hand keywords on to the layer. Raises BadCall for one that it does not take."""
    for keyword in kwargs:
        if keyword not in (*own, *OF_ALL_LAYERS) and keyword not in EXTRA:
            raise no_such_argument(keyword, own)
    refusal = refused_policy("", Args(kwargs))
    if refusal is not None:
        raise Refuse(refusal.refusal, refusal.what)


def check_nones(inputs: Any) -> None:
    """Raises Refuse for a list with None beside tensors."""
    if kind_of_input(inputs) == "with none":
        raise Refuse(Refusal.WRONG_SHAPE, "is called on a list with None in it")


@op(
    "keras.layers.add",
    "keras.layers.multiply",
    "keras.layers.average",
    "keras.layers.maximum",
    "keras.layers.minimum",
)
def merge_function(inputs: Any, **kwargs: Any) -> Known:
    """The layer, made and called."""
    check_keywords(kwargs)
    check_nones(inputs)
    merge_built(Args(), inputs)
    return merge(Args(), inputs)


@op("keras.layers.subtract")
def subtract_function(inputs: Any, **kwargs: Any) -> Known:
    """The layer, made and called."""
    check_keywords(kwargs)
    check_nones(inputs)
    subtract_built(Args(), inputs)
    return merge(Args(), inputs)


@op("keras.layers.concatenate")
def concatenate_function(inputs: Any, axis: Any = -1, **kwargs: Any) -> Known:
    """The layer, made and called."""
    check_keywords(kwargs, "axis")
    check_axis(axis)
    check_nones(inputs)
    return joined(shapes_in(inputs), axis)


@op("keras.layers.dot")
def dot_function(inputs: Any, axes: Any = -1, **kwargs: Any) -> Known:
    """The layer, made and called."""
    check_keywords(kwargs, "axes", "normalize")
    args = Args(axes=axes)
    dot_create(args)
    check_nones(inputs)
    dot_built(args, inputs)
    return dot(args, inputs)


@op("keras.layers.merge", "keras.legacy.layers.merge")
def merge_of_keras_1(
    inputs: Any,
    mode: Any = "sum",
    concat_axis: Any = -1,
    dot_axes: Any = -1,
    output_shape: Any = None,
    output_mask: Any = None,
    arguments: Any = None,
    name: Any = None,
) -> Known:
    """All of them, by mode."""
    if mode == "concat":
        return concatenate_function(inputs, concat_axis)
    if mode in ("dot", "cos"):
        return dot_function(inputs, dot_axes)
    if mode in ("sum", "mul", "ave", "max", "min"):
        return merge_function(inputs)
    raise Lose("the mode of the merge is not known")
