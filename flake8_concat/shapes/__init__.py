"""Ground floor: sizes, shapes, and the three things Keras can be found to say.

Nothing here knows Keras or Python source.
"""

from flake8_concat.shapes.dim import (
    BATCH,
    UNKNOWN_SIZE,
    Dim,
    Size,
    ceil_div,
    fresh_none,
    is_none,
    is_number,
    product,
    symbol,
)
from flake8_concat.shapes.outcome import (
    Condition,
    Known,
    Lose,
    Mismatch,
    Outcome,
    Refusal,
    Refuse,
    Unknown,
)
from flake8_concat.shapes.shape import Shape, Valued

__all__ = [
    "BATCH",
    "UNKNOWN_SIZE",
    "Condition",
    "Dim",
    "Known",
    "Lose",
    "Mismatch",
    "Outcome",
    "Refusal",
    "Refuse",
    "Shape",
    "Size",
    "Unknown",
    "Valued",
    "ceil_div",
    "fresh_none",
    "is_none",
    "is_number",
    "product",
    "symbol",
]
