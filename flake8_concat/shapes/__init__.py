"""Ground floor: sizes, shapes, and the three things Keras can be found to say.

Nothing here knows Keras or Python source.
"""

from flake8_concat.shapes.agreement import (
    Agreement,
    Always,
    Never,
    Sometimes,
    Undecided,
    agreement,
    compare,
    together,
)
from flake8_concat.shapes.choice import Choice, choose, columns, leaves, restrict, spread
from flake8_concat.shapes.dim import (
    BATCH,
    UNKNOWN_SIZE,
    Dim,
    Size,
    Symbol,
    ceil_div,
    fresh_none,
    is_none,
    is_number,
    product,
    substitute,
    symbol,
)
from flake8_concat.shapes.outcome import (
    Condition,
    Known,
    Lose,
    Mismatch,
    OfKeras3,
    OfNone,
    Outcome,
    Refusal,
    Refuse,
    Unknown,
)
from flake8_concat.shapes.shape import Shape, Valued

__all__ = [
    "BATCH",
    "UNKNOWN_SIZE",
    "Agreement",
    "Always",
    "Choice",
    "Condition",
    "Dim",
    "Known",
    "Lose",
    "Mismatch",
    "Never",
    "OfKeras3",
    "OfNone",
    "Outcome",
    "Refusal",
    "Refuse",
    "Shape",
    "Size",
    "Sometimes",
    "Symbol",
    "Undecided",
    "Unknown",
    "Valued",
    "agreement",
    "ceil_div",
    "choose",
    "columns",
    "compare",
    "fresh_none",
    "is_none",
    "is_number",
    "leaves",
    "product",
    "restrict",
    "spread",
    "substitute",
    "symbol",
    "together",
]
