"""Comments that count the axes: `# width, the 3rd dimension` above a read of `shape[2]`.

Counted with the batch the second is the height and the third the width, as in the function that
crops a skip connection in many a U-Net.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from flake8_concat import late
from flake8_concat.diagnostics import Edit, Fix
from flake8_concat.rules.base import Finding, Place
from flake8_concat.rules.comments import Comment, Layout
from flake8_concat.rules.describe import text_of
from flake8_concat.rules.other_format import OtherFormat
from flake8_concat.rules.turned import turned
from flake8_concat.trace.facts import Facts

_COUNTED = late.compiled(
    r"#\s*(?P<side>width|height|rows?|cols?|columns?)\s*(?:,|:|is|-)?\s*(?:the\s+)?"
    r"(?P<count>2nd|3rd|second|third)\s+(?:dim|dimension|axis)s?\.?\s*$",
    re.IGNORECASE,
)
_READ = late.compiled(r"shape\w*(?:\([\w.]*\))*(?:\.as_list\(\))?\[\s*(?P<axis>\d)\s*\]")
_FAR = 40  # lines
_SIDES = {1: "height", 2: "width"}
_WIDE = ("width", "col")


def _together(facts: Facts, one: int, other: int) -> bool:
    """Whether two lines are of one function."""
    between = facts.source.lines[min(one, other) : max(one, other) - 1]
    return len(between) < _FAR and not any(line.lstrip().startswith("def ") for line in between)


def counted_dimensions(facts: Facts) -> Iterator[Finding]:
    """The comments that call an axis of a map by its number and by the other side's name."""
    source = facts.source
    if "dim" not in source.text and "axis" not in source.text:
        return
    layout = Layout.of(source)
    found: list[tuple[Comment, str, str, int, set[int]]] = []
    for comment in layout.comments.values():
        match = _COUNTED.match(comment.text) if comment.own_line else None
        span = layout.next_after(comment.line) if match is not None else None
        if match is None or span is None or span.first != comment.line + 1:
            continue
        read = {int(m["axis"]) for m in _READ.finditer(text_of(span.node, source.module))}
        axis = 1 if match["count"].lower() in ("2nd", "second") else 2
        side = "width" if match["side"].lower().startswith(_WIDE) else "height"
        found.append((comment, match["side"], side, axis, read))
    # Counted from 0 they read another axis; without the batch none has a third that is a side.
    thirds = [comment.line for comment, *_, axis, read in found if read == {axis} == {2}]
    found = [one for one in found if any(_together(facts, one[0].line, at) for at in thirds)]
    if not found:
        return
    if source.view(OtherFormat).anywhere or turned(source.text):
        return
    for comment, word, side, axis, read in found:
        if read == {axis} and side != _SIDES[axis]:
            at = comment.text.index(word)
            place = comment.range(at, at + len(word))
            yield Finding(
                Place(source, range=place),
                f"axis {axis} of a map is its {_SIDES[axis]}, but the comment says {word}",
                fixes=(Fix(f"Say {_SIDES[axis]}", (Edit(place, _SIDES[axis]),), safe=True),),
            )
