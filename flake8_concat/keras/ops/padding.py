"""Functions that pad."""

from __future__ import annotations

from typing import Any

from flake8_concat.keras.ops.reading import (
    items,
    refuse,
    shape_of,
    size,
)
from flake8_concat.keras.ops.table import functions
from flake8_concat.shapes import (
    UNKNOWN_SIZE,
    Lose,
    Shape,
    Size,
    Valued,
)


def pad_pairs(pad_width: Any, rank: int) -> list[tuple[Any, Any]]:
    """The (before, after) of each axis. Mirrors keras.src.ops.numpy.Pad._process_pad_width."""
    if isinstance(pad_width, Valued):
        pad_width = pad_width.content
    if isinstance(pad_width, (int, Size)):
        return [(pad_width, pad_width)] * rank
    if isinstance(pad_width, Shape) or not isinstance(pad_width, (list, tuple)):
        raise Lose("the padding is not known")
    rows = items(pad_width)
    if rows and isinstance(rows[0], (int, Size)):
        rows = (rows,)
    if len(rows) == 1 and rank != 1:
        rows = [rows[0]] * rank
    pairs = []
    for row in rows:
        if isinstance(row, Shape) or not isinstance(row, (list, tuple)) or len(row) not in (1, 2):
            raise Lose("the padding is not known")
        pairs.append((row[0], row[-1]))
    return pairs


def padded(x: Shape, pairs: list[tuple[Any, Any]]) -> Shape:
    if len(pairs) != len(x):
        raise refuse(f"padding for {len(pairs)} axes, rank {len(x)}: {x}", inputs=(0,))
    return Shape(
        dim + size(before) + size(after) for dim, (before, after) in zip(x, pairs, strict=True)
    )


@functions('x, pad_width, mode="constant", constant_values=None', "keras.ops: pad")
def pad(x: Any, pad_width: Any) -> Shape:
    shape = shape_of(x)
    return padded(shape, pad_pairs(pad_width, len(shape)))


@functions('tensor, paddings, mode="CONSTANT", constant_values=0, name=None', "tf: pad")
def tf_pad(tensor: Any, paddings: Any) -> Shape:
    shape = shape_of(tensor)
    if isinstance(paddings, Valued):
        paddings = paddings.content
    if isinstance(paddings, Shape) or not isinstance(paddings, (list, tuple)):
        if isinstance(paddings, Shape):
            return Shape(UNKNOWN_SIZE for _ in shape)
        raise Lose("the padding is not known")
    if not items(paddings):
        raise refuse("the padding is empty", inputs=(0,))
    pairs = []
    for each in items(paddings):
        row = each.content if isinstance(each, Valued) else each
        if isinstance(row, Shape) or not isinstance(row, (list, tuple)) or len(row) != 2:
            raise Lose("the padding is not known")
        pairs.append((row[0], row[1]))
    return padded(shape, pairs)


def _spatial_padding(x: Any, padding: Any, data_format: Any, rank: int) -> Shape:
    shape = shape_of(x)
    pairs = [tuple(pair) for pair in padding] if isinstance(padding, (list, tuple)) else []
    if len(pairs) != rank:
        raise Lose("the padding is not known")
    if data_format == "channels_first":
        return padded(shape, [(0, 0), (0, 0), *pairs])
    if data_format in (None, "channels_last"):
        return padded(shape, [(0, 0), *pairs, (0, 0)])
    raise Lose("`data_format` is not known")


@functions("x, padding=(1, 1)", "keras.backend: temporal_padding")
def temporal_padding(x: Any, padding: Any) -> Shape:
    return padded(shape_of(x), [(0, 0), tuple(padding), (0, 0)])


@functions("x, padding=((1, 1), (1, 1)), data_format=None", "keras.backend: spatial_2d_padding")
def spatial_2d_padding(x: Any, padding: Any, data_format: Any) -> Shape:
    return _spatial_padding(x, padding, data_format, 2)


@functions(
    "x, padding=((1, 1), (1, 1), (1, 1)), data_format=None", "keras.backend: spatial_3d_padding"
)
def spatial_3d_padding(x: Any, padding: Any, data_format: Any) -> Shape:
    return _spatial_padding(x, padding, data_format, 3)
