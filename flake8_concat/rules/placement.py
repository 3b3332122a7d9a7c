"""How pictures are placed, or grow: "side by side", "one below the other", "twice as wide".

Of maps joined along their channels people say the same ("stacked on top of each other"); so such
words only speak of one side of a picture as against the other, and are never firm.
"""

from __future__ import annotations

import re

from flake8_concat import late
from flake8_concat.rules.words import Claim, is_denied, words_of

_EACH = r"(?:each[ ]other|one[ ]another)"
_PLACED = late.compiled(
    rf"\b(?:(?P<width>side[ -]by[ -]side|(?:next[ ]to|beside)[ ]{_EACH})"
    rf"|(?P<height>(?:on[ ]top[ ]of|below|above|under|underneath|beneath)[ ]{_EACH}"
    r"|one[ ](?:below|above|under|on[ ]top[ ]of)[ ]the[ ]other))\b",
    re.IGNORECASE,
)


# "wide" for the width; "as high as the score", "2 m high" are no sides
_GROWN = late.compiled(
    r"[#\s]*(?:(?:now|then|make|makes|grow|stretch|repeat|the|a|it|its|this|maps?|image|picture|is"
    r"|are|becomes?|to|rows|columns)[ :,]+)*"
    r"(?:twice|double|(?:two|three|four|eight|\d)[ ]times)[ ]"
    r"(?:as[ ](?:(?P<wide>wide)|(?P<tall>tall|high))"
    r"|(?:the|its)[ ](?:(?P<width>width)|(?P<height>height)))\b",
    re.IGNORECASE,
)
_SIDES = ("wide", "tall", "high", "width", "height")
_SIZED = {"wide": "width", "tall": "height"}


def speaks_of_places(text: str) -> bool:
    """Whether a text may say how two are placed: a quick look."""
    return "other" in text or "side" in text or "Side" in text or "e as " in text or "s as " in text


def placement_claim(text: str, kind: str) -> Claim | None:
    """The side along which a comment says that pictures are joined or grow, if it says one."""
    if kind in ("upsample", "repeat"):
        return _grown_claim(text)
    if kind != "concat" or not speaks_of_places(text) or is_denied(text):
        return None
    found = list(_PLACED.finditer(text))
    if len({match.lastgroup for match in found}) != 1:
        return None
    (first, *_) = found
    return Claim(frozenset({str(first.lastgroup)}), first.group(), first.start(), firm=False)


def _grown_claim(text: str) -> Claim | None:
    """The one side of which a comment says that it grows."""
    match = _GROWN.match(text)
    words = [word for word in words_of(text) if word in _SIDES]
    if match is None or len(words) != 1 or is_denied(text):
        return None
    word = str(match.lastgroup)
    side = _SIZED.get(word, word)
    return Claim(frozenset({side}), match[word], match.start(word), firm=False)


def placed_by_name(name: str, kind: str) -> Claim | None:
    """The same of a name: `side_by_side`, `imagesSideBySide`."""
    return placement_claim(" ".join(words_of(name)), kind)
