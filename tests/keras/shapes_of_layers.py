"""What layers give on written shapes, for tests that do not need Keras.

None in a shape is a size that Keras does not know, at the first place the batch.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from flake8_concat.keras.create import create
from flake8_concat.keras.families import load
from flake8_concat.keras.layer import Layer
from flake8_concat.shapes import (
    BATCH,
    Known,
    Mismatch,
    Refusal,
    Shape,
    Unknown,
    fresh_none,
    is_none,
)

load()

# Instead of a shape: nothing is known of it.
LOST = "lost"


def made(name: str, *args: Any, **kwargs: Any) -> Layer:
    """A layer whose constructor accepts."""
    layer = create(name, args, kwargs)
    assert isinstance(layer, Layer), layer
    return layer


def our_shapes(shapes: Any) -> Any:
    """Shapes for tuples of sizes, in lists and dicts."""
    if isinstance(shapes, list):
        return [our_shapes(item) for item in shapes]
    if isinstance(shapes, dict):
        return {key: our_shapes(item) for key, item in shapes.items()}
    if not isinstance(shapes, tuple):
        return shapes
    rest = (fresh_none() if size is None else size for size in shapes[1:])
    return Shape((BATCH if shapes[0] is None else shapes[0], *rest)) if shapes else Shape(())


def plain(result: Any) -> Any:
    """The other way round: None for what Keras does not know, "?" for what we do not."""
    if isinstance(result, Shape):
        return tuple(d if type(d) is int else None if is_none(d) else "?" for d in result)
    if isinstance(result, (list, tuple)):
        return [plain(item) for item in result]
    if isinstance(result, dict):
        return {key: plain(item) for key, item in result.items()}
    return result


def called(layer: Any, *inputs: Any, **kwargs: Any) -> Any:
    """What `layer(*inputs, **kwargs)` gives: plain shapes, a Refusal, or LOST."""
    if not isinstance(layer, Layer):
        return said(layer)
    named: Mapping[str, Any] = {key: our_shapes(value) for key, value in kwargs.items()}
    return said(layer.outcome(tuple(our_shapes(x) for x in inputs), named))


def said(outcome: Any) -> Any:
    """An outcome in the words of `called`."""
    if isinstance(outcome, Known):
        return plain(outcome.result)
    if isinstance(outcome, Mismatch):
        return outcome.refusal
    assert isinstance(outcome, Unknown)
    return LOST


__all__ = ["LOST", "Refusal", "called", "create", "made"]
