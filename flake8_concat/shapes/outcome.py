"""What Keras is found to say to a call: a shape, nothing we know of, or no.

The three cases are three types. "I don't know" (`Unknown`) and "this can't be" (`Mismatch`)
never meet in one value, and none of them is `None`.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import Any

from flake8_concat.shapes.dim import Dim, Size


class Refusal(enum.Enum):
    """Why Keras refuses. The value is the short name of the rule that reports it."""

    SHAPES_DIFFER = "concat-shape-mismatch"
    AXIS_OUT_OF_RANGE = "concat-axis-out-of-range"
    RANKS_DIFFER = "concat-rank-mismatch"
    NOT_A_LIST = "concat-not-a-list"
    NO_BROADCAST = "merge-no-broadcast"
    DOT_AXES = "dot-axes"
    WRONG_RANK = "wrong-rank"
    EMPTY_OUTPUT = "empty-output"
    TOTAL_SIZE = "reshape-total-size"
    UNKNOWN_WEIGHT = "unknown-weight-size"
    CHANNELS = "channels"
    DISCONNECTED = "disconnected-model"
    TENSORFLOW_FUNCTION = "tensorflow-function"
    NEVER_CALLED = "never-called"
    WRONG_SHAPE = "shape-refused"  # any other refusal for shapes' sake


class Unknown:
    """Not known, because `why`: words that a user can act on.

    One instance stands for one unknown thing: identity is meaningful (two tests of the same
    Unknown go the same way), equality is identity.
    """

    __slots__ = ("why",)

    def __init__(self, why: str) -> None:
        self.why = why

    def __repr__(self) -> str:
        return f"Unknown({self.why!r})"


@dataclass(frozen=True, slots=True)
class Condition:
    """Two sizes that must be equal for the model to run, where nobody can tell yet.

    `left` and `right` are different expressions, Keras does not compare them when it builds.
    `inputs` are the positions of the two inputs concerned, `axis` is counted from 0. `broadcast`:
    a size of 1 fits as well, and is repeated.
    """

    left: Dim
    right: Dim
    axis: int | None = None
    inputs: tuple[int, ...] = ()
    broadcast: bool = False


@dataclass(frozen=True, slots=True)
class Known:
    """Keras accepts. `result` is a Shape for each tensor, in the structure Keras returns.

    conditions:  what must be equal besides, where nobody can tell yet
    amounts:     sizes not known yet that Keras refuses if they are negative: what is cropped
    """

    result: Any
    conditions: tuple[Condition, ...] = ()
    amounts: tuple[Size, ...] = ()


_FAILS = Unknown("the call before it fails")


@dataclass(frozen=True, slots=True)
class Mismatch:
    """Keras raises. Only ever said when certain.

    what:     the clause that says what does not fit, without the layer's name
              ("axis 2 is 64 vs 32", "needs rank 4, has rank 2")
    axis:     the axis at fault, counted from 0, where there is one
    sizes:    the sizes that differ there, in the order of `inputs`
    inputs:   positions of the inputs at fault (flattened)
    remedy:   what would work, as a clause ("axis=2 would give (None, 64, 96, 32)"), or None
    recover:  the most useful result to go on with, a Shape structure or an Unknown
    """

    refusal: Refusal
    what: str
    axis: int | None = None
    sizes: tuple[Dim, ...] = ()
    inputs: tuple[int, ...] = ()
    remedy: str | None = None
    recover: Any = _FAILS


class OfNone(Mismatch):
    """A refusal because a size is None: where the code runs on arrays there is none of that."""

    __slots__ = ()


class OfKeras3(Mismatch):
    """A refusal of what Keras 2 or TensorFlow 1 took: there `recover` is the outcome."""

    __slots__ = ()


Outcome = Known | Unknown | Mismatch


class Refuse(Exception):
    """Raised inside a rule of `keras/` where real Keras raises; becomes a Mismatch."""

    def __init__(
        self, refusal: Refusal, what: str, kind: type[Mismatch] = Mismatch, **details: Any
    ) -> None:
        super().__init__(what)
        self.mismatch = kind(refusal, what, **details)


class Lose(Exception):
    """Raised inside a rule of `keras/` where the answer can't be known; becomes an Unknown."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.unknown = Unknown(why)
