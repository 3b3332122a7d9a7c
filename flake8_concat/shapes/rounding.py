"""Where a size lost something: which step of a chain first rounded.

A skip connection fails far from its cause: 451 -> 225 by a pooling of 2 that drops one position,
and up again 450 meets 451. The step to name is the first one that rounded.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from flake8_concat.shapes.algebra import Dim, Symbol, substitute


class Step(NamedTuple):
    """One step of an axis through a network.

    label:  what made it, as it stands in a message ("MaxPooling2D on line 31")
    stride: how many positions become one; None: taken from the sizes
    """

    size_in: Dim
    size_out: Dim
    label: str
    stride: int | None = None


@dataclass(frozen=True, slots=True)
class Rounding:
    """A step that can't be undone by the factor it shrank by.

    size_in, size_out: numbers
    """

    size_in: int
    size_out: int
    label: str
    stride: int

    @property
    def up(self) -> bool:
        """Whether it was rounded up (same padding), not down."""
        return self.size_out * self.stride > self.size_in

    @property
    def nearest(self) -> bool:
        """Whether it is the next number above or below the quotient."""
        down = self.size_in // self.stride
        return self.size_out in (down, down + 1)

    @property
    def why(self) -> str:
        """The cause in words: "odd, rounded down"."""
        cause = "odd" if self.stride == 2 else f"not a multiple of {self.stride}"
        return f"{cause}, rounded {'up' if self.up else 'down'}"

    def describe(self) -> str:
        """In words: "225 came from 451 by MaxPooling2D on line 31 (odd, rounded down)"."""
        return f"{self.size_out} came from {self.size_in} by {self.label} ({self.why})"


def rounding(
    before: Dim, after: Dim, label: str = "", stride: int | None = None
) -> Rounding | None:
    """The rounding of one step; None for a step that doesn't round, or of sizes not known."""
    if not isinstance(before, int) or not isinstance(after, int) or not 0 < after < before:
        return None
    stride = stride or round(before / after)
    return Rounding(before, after, label, stride) if stride > 1 and before % stride else None


def first_rounding(
    chain: Sequence[Step | tuple[Dim, Dim, str]], values: dict[Symbol, int] | None = None
) -> Rounding | None:
    """The first step of a chain whose size was no multiple of its stride; None if there is none.

    `values` are numbers to put in the place of symbols: the size of the image that fails. Steps
    whose sizes are not numbers then are passed over, as are steps that don't shrink.
    """
    for size_in, size_out, label, *rest in chain:
        before, after = substitute(size_in, values or {}), substitute(size_out, values or {})
        found = rounding(before, after, label, rest[0] if rest else None)
        if found is not None:
            return found
    return None
