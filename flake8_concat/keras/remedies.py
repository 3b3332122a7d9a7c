"""What would mend a tensor of the wrong rank, told from the layer that made it."""

from __future__ import annotations

from flake8_concat import late
from flake8_concat.keras.graph import Node, Tensor
from flake8_concat.keras.layer import Layer
from flake8_concat.shapes import Mismatch, Refusal, Shape

_NDIM = late.compiled(r"expected ndim=(\d+)")
_RECURRENT = frozenset({"GRU", "LSTM", "RNN", "SimpleRNN"})


def wanted_rank(mismatch: Mismatch) -> int | None:
    """The rank that a layer asks for, where that is why it refuses."""
    found = _NDIM.match(mismatch.what) if mismatch.refusal is Refusal.WRONG_RANK else None
    return None if found is None else int(found[1])


def rank_remedy(item: object, mismatch: Mismatch, data_format: object) -> str | None:
    """A clause on how `item` would have the rank that is asked for, None if nobody can tell."""
    wanted = wanted_rank(mismatch)
    if wanted is None or not isinstance(item, Tensor) or not isinstance(item.shape, Shape):
        return None
    maker = item.node.operation if item.node is not None else None
    if item.node is None or not isinstance(maker, Layer):
        return None
    shape = item.shape
    if maker.type.name == "InputLayer":
        if len(shape) == wanted + 1:
            return f"the batch is no part of an Input's shape: {_rest(shape, 2)} without {shape[1]}"
        if len(shape) == wanted - 1 and data_format != "channels_first":
            return _one_axis_more(shape)
    if (len(shape), wanted) == (2, 3):
        return _with_sequences(maker, item.node)
    return None


def _one_axis_more(shape: Shape) -> str | None:
    """What the shape of an Input may have been meant to be, for sequences and images."""
    more = _rest(shape, 1, 1)
    if len(shape) == 2:
        return f"{more} would be {shape[1]} steps of one feature, (None, {shape[1]}) any number"
    return f"{more} would have one channel" if len(shape) == 3 else None


def _with_sequences(maker: Layer, node: Node) -> str | None:
    """What a recurrent layer gives for each step, where it gave the last only."""
    inner = maker.args.get("layer") if maker.type.name == "Bidirectional" else maker
    if not isinstance(inner, Layer) or inner.type.name not in _RECURRENT:
        return None
    source = node.inputs[0].shape if node.inputs else None
    if inner.args.get("return_sequences") is not False or not isinstance(source, Shape):
        return None
    made = node.outputs
    if len(source) != 3 or not isinstance(made, Tensor) or not isinstance(made.shape, Shape):
        return None
    steps = Shape((*source[:2], made.shape[-1]))
    return f"return_sequences=True in {inner.type.name} ({inner.name!r}) would give {steps}"


def _rest(shape: Shape, start: int, *more: int) -> str:
    """The sizes from `start` on as a tuple that can be written."""
    return str(Shape((*shape[start:], *more)))
