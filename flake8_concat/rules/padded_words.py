"""Words for the side that is padded or cropped where nothing is known of the map.

`ZeroPadding2D(((0, 0), (1, 0)))  # pad the height`, `# crop the last column` above
`Cropping2D(((0, 1), (0, 0)))`: the first pair is the height's, the second the width's, whatever
the map is, and in both data formats.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import libcst as cst

from flake8_concat import late
from flake8_concat.rules.base import Finding, Place
from flake8_concat.rules.clauses import claim_of
from flake8_concat.rules.comments import Layout
from flake8_concat.rules.describe import code, short_code
from flake8_concat.rules.names import Outline
from flake8_concat.rules.words import AXIS_WORDS, is_denied, says_action
from flake8_concat.rules.written_past import called
from flake8_concat.shapes import UNKNOWN_SIZE, Shape
from flake8_concat.trace.facts import Facts

_LAYERS = {"ZeroPadding2D": "pad", "Cropping2D": "crop"}
_DOES = {"pad": "pads", "crop": "crops"}
_SIDES = ("height", "width")
# "crop the last column", "cut off one row", "pad only the left side"
_OBJECT = late.compiled(
    r"\b(?:(?P<pad>pads?|padding|adds?)|crops?|cropping|cuts?|trims?|drops?|removes?|strips?)\s+"
    r"(?:off\s+|away\s+|only\s+|just\s+)?(?:the\s+|an?\s+|one\s+|two\s+|\d+\s+)?"
    r"(?:last|first|extra|additional|more|right|left|top|bottom|outer|zero)?\s*"
    r"(?P<word>rows?|columns?|cols?)\b",
    re.IGNORECASE,
)
_PAIRS = late.compiled(
    r"[(\[]\s*[(\[]\s*(\d+)\s*,\s*(\d+)\s*,?\s*[)\]]\s*,\s*[(\[]\s*(\d+)\s*,\s*(\d+)\s*,?\s*[)\]]"
    r"\s*,?\s*[)\]]|[(\[]\s*(\d+)\s*,\s*(\d+)\s*,?\s*[)\]]"
)


def padded_words(facts: Facts) -> Iterator[Finding]:
    """The comments that say the one side of a call that works on the other alone."""
    if not any(f"{name}(" in facts.source.text for name in _LAYERS):
        return
    layout = Layout.of(facts.source)
    if not layout.comments:
        return
    known = {
        id(site.node)
        for event in facts.events
        if event.callee.rpartition(".")[2] in _LAYERS
        and any(
            isinstance(one.shape, Shape)
            and any(size is not UNKNOWN_SIZE for size in one.shape[1:3])
            for one in event.inputs
        )
        for site in (event.site, event.created)
        if site is not None
    }
    for call, _ in Outline.of(facts.source).calls:
        kind = _LAYERS.get(called(call) or "")
        if kind is None or isinstance(call.func, cst.Call) or id(call) in known:
            continue
        side = _side(call)
        span = layout.at(facts.source.range_of(call).line) if side is not None else None
        if side is None or span is None or not isinstance(span.node, cst.SimpleStatementLine):
            continue
        claims = [
            (comment, *said)
            for comment in (list(layout.beside(span)) or layout.above(span))
            if (said := _claim(comment.text, kind)) is not None
        ]
        for comment, what, (start, end) in claims if len(claims) == 1 else ():
            if what != side:
                yield Finding(
                    Place(facts.source, range=comment.range(start, end)),
                    f"{short_code(call)} {_DOES[kind]} the {side}, but the comment says {what}",
                    related=((Place(facts.source, call), "the call"),),
                )


def _side(call: cst.Call) -> str | None:
    """The one side that a layer works on by the numbers it is made with."""
    match = _PAIRS.fullmatch(code(call.args[0].value)) if len(call.args) == 1 else None
    numbers = [int(number) for number in match.groups() if number is not None] if match else []
    half = len(numbers) // 2
    sums = [sum(numbers[:half]), sum(numbers[half:])]
    return _SIDES[sums.index(max(sums))] if half and min(sums) == 0 < max(sums) else None


def _claim(text: str, kind: str) -> tuple[str, tuple[int, int]] | None:
    """The side that a comment says, and where its word stands."""
    if is_denied(text):
        return None
    claim = claim_of(text, kind) if says_action(text, kind) else None
    if claim is not None and len(claim.axes) == 1 and claim.firm:
        start = text.find(claim.word, claim.start)
        return next(iter(claim.axes)), (start, start + len(claim.word))
    found = list(_OBJECT.finditer(text))
    if (
        len(found) != 1
        or bool(found[0]["pad"]) != (kind == "pad")
        or len({frozenset(a) for a in _axes_in(text)}) != 1
    ):
        return None
    return next(iter(AXIS_WORDS[found[0]["word"].lower()])), found[0].span("word")


def _axes_in(text: str) -> list[frozenset[str]]:
    """The sides that the words of a text stand for."""
    words = re.findall(r"[a-z]+", text.lower())
    axes = (AXIS_WORDS.get(word) for word in words)
    return [one for one in axes if one is not None and one & set(_SIDES)]
