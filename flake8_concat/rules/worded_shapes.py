"""Maps told by their sides and the number of their channels: `32x32, 16 channels`, `16@32x32`."""

from __future__ import annotations

import re

from flake8_concat import late

_SIDES = r"(?P<one>\d{1,4})(?P<times>\s*[xX×]\s*)(?P<other>\d{1,4})"
_CHANNELS = r"(?P<channels>\d{1,5})"
# A label of the layer, `C3: 16@10x10`, but not of what is no map.
_LABEL = r"(?!in|kernel|filter|weight|stride|pool|window|patch|tile|crop|grid)\w{1,12}:\s*"
_BEFORE = (
    rf"[#\s]*(?:{_LABEL})?"
    r"(?:(?:(?:outputs?|out|sizes?|shapes?|now|is|gives|feature maps?)\b|[-=]>)[\s:=]*)*[(\[]?"
)
_NOUN = r"(?:channels?|feature[ ]?maps?|features|maps|ch|filters?)"
_WAYS = (
    late.compiled(
        rf"{_BEFORE}(?P<shape>{_SIDES}\s*(?:,|with|and|/|;|,\s*with)?\s*{_CHANNELS}\s*{_NOUN})"
        r"[)\]\s.]*",
        re.IGNORECASE,
    ),
    # As LeNet is drawn, `6@28x28`, and the same in words: "6 feature maps of 28x28".
    late.compiled(
        rf"{_BEFORE}(?P<shape>{_CHANNELS}\s*(?:@|(?:channels|feature[ ]?maps|maps)[ ](?:of|at|with)"
        rf"[ ](?:size[ ])?)\s*{_SIDES})[)\]\s.]*",
        re.IGNORECASE,
    ),
    late.compiled(rf"{_BEFORE}(?P<shape>{_SIDES}\s*@\s*{_CHANNELS})[)\]\s.]*", re.IGNORECASE),
    # "256 filters, 8x8 resolution"; without the last word that may be a kernel
    late.compiled(
        rf"{_BEFORE}(?P<shape>{_CHANNELS}\s*{_NOUN}\s*(?:,|and|with|at|;)?\s*(?:an?[ ])?{_SIDES})"
        r"\s*(?:resolution|pixels|px)[)\]\s.]*",
        re.IGNORECASE,
    ),
)


def worded_map(text: str) -> re.Match[str] | None:
    """What a comment that says nothing else says of a map: `one`, `other`, `channels`, `shape`."""
    return next((match for way in _WAYS if (match := way.fullmatch(text)) is not None), None)
