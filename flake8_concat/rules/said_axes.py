"""What the axes of a tensor mean by the names that the text of the file has for their sizes.

Of (batch, h*w, channels) the second is the positions of a map, the third its channels.
"""

from __future__ import annotations

import re

from flake8_concat.shapes import Dim, Shape, Size, Symbol

# Where a size comes from that has a name in the text of the file: see said_sizes.py.
SAID = "said"
POSITIONS = "positions"
# What such names say of an axis, by one of their words.
_MEANS: dict[str, str] = {
    word: axis
    for axis, words in {
        "batch": "batch batches bs b bsz",
        "height": "height heights h rows",
        "width": "width widths w cols columns",
        "channels": "channel channels c ch chan filters",
        "steps": "time timesteps timestep steps step seq sequence seqlen tokens token frames t",
        "features": "feature features units hidden embedding embed emb dim model",
    }.items()
    for word in words.split()
}
_SIDES = {"height", "width"}
# The last axis, where the others are known: `(b, t, d)`.
_BEFORE_LAST = {
    ("batch", "steps"): "features",
    ("batch", POSITIONS): "channels",
    ("batch", "height", "width"): "channels",
}
MEANINGS = frozenset(_MEANS.values()) | {POSITIONS}


def said_names(shape: Shape) -> tuple[str, ...]:
    """The names of axes by those of their sizes, () where no size has one.

    Those that say nothing are "axis 2"; all are "" where fewer than two say something.
    """
    if not any(_is_said(size) for size in shape):
        return ()
    found = [_meaning(size) or f"axis {at}" for at, size in enumerate(shape)]
    sides = _SIDES & set(found)
    if len(sides) == 1:  # `h` alone is one of many heads, or what is hidden
        found = ["height_or_so" if name in sides else name for name in found]
    last = _BEFORE_LAST.get(tuple(found[:-1]))
    if last is not None and found[-1] not in MEANINGS and shape[-1] != 1:
        found[-1] = last
    apart = [name for name in found if name in MEANINGS]
    return tuple(found) if 1 < len(apart) == len(set(apart)) else ("",) * len(found)


def _is_said(size: Dim) -> bool:
    return isinstance(size, Size) and any(one.origin is SAID for one in size.symbols)


def _meaning(size: Dim) -> str | None:
    """What the name of a size says of its axis, None where it says nothing, or two things."""
    if type(size) is Symbol:
        words = re.findall(r"[a-z]+", (size.name or "").lower()) if size.origin is SAID else []
        found = {_MEANS[word] for word in words if word in _MEANS}
        return found.pop() if len(found) == 1 else None
    factors = {_meaning(one) for one in size.symbols} if isinstance(size, Size) else set()
    return POSITIONS if factors == _SIDES else None
