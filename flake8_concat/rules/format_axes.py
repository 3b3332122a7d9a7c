"""The axis of the channels, as a file chooses it by the data format: 1 for channels_first alone.

`channel_axis = 1` under both branches of the test, or 2 where the channels come first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from flake8_concat import late
from flake8_concat.diagnostics import Range
from flake8_concat.rules.base import Finding, Place
from flake8_concat.trace.facts import Facts

_NAME = r"\w{0,20}(?:chan|bn|concat|norm)\w{0,20}(?:axis|dim)\w{0,10}"
_TEST = r"(?P<test>[^\n]{0,120}(?:channels_(?:first|last)|['\"](?:th|tf)['\"])[^\n]{0,40})"
_NUMBER = r"-?\d\b"
_LINES = r"(?:[^\n]*\n){0,3}?"  # beside it: the shape of the input
_CHOSEN = (
    late.compiled(
        rf"^(?P<in>[ \t]*)if\b{_TEST}:[^\n]*\n{_LINES}[ \t]+(?P<name>{_NAME})\s*=\s*"
        rf"(?P<one>{_NUMBER})[^\n]*\n{_LINES}(?P=in)else:[^\n]*\n"
        rf"{_LINES}[ \t]+(?P=name)\s*=\s*(?P<other>{_NUMBER})",
        re.MULTILINE | re.IGNORECASE,
    ),
    late.compiled(
        rf"^[ \t]*(?P<name>{_NAME})\s*=\s*(?P<one>{_NUMBER})\s+if\b{_TEST}\selse\s+"
        rf"(?P<other>{_NUMBER})",
        re.MULTILINE | re.IGNORECASE,
    ),
    late.compiled(
        rf"^(?P<in>[ \t]*)(?P<name>{_NAME})\s*=\s*(?P<other>{_NUMBER})[^\n]*\n(?:[^\n]*\n){{0,4}}?"
        rf"(?P=in)if\b{_TEST}:[^\n]*\n{_LINES}(?P=in)[ \t]+(?P=name)\s*=\s*(?P<one>{_NUMBER})",
        re.MULTILINE | re.IGNORECASE,
    ),
)
_FIRST = late.compiled(r"(?:==|\bis\b)\s*[\w.]*['\"]?(?:channels_first|th)\b", re.IGNORECASE)
_LAST = late.compiled(r"(?:==|\bis\b)\s*[\w.]*['\"]?(?:channels_last|tf)\b", re.IGNORECASE)
_SEQUENCES = late.compiled(r"ConvLSTM|TimeDistributed|timesteps|time_steps")


def format_axes(facts: Facts) -> Iterator[Finding]:
    """The findings of a file: an axis that is none of the channels' under its data format."""
    text = facts.source.text
    if "channels_" not in text and "dim_ordering" not in text:
        return
    told: set[int] = set()
    for pattern in _CHOSEN:
        for match in pattern.finditer(text):
            first, last = _FIRST.search(match["test"]), _LAST.search(match["test"])
            if bool(first) == bool(last):
                continue
            in_front, behind = ("one", "other") if first else ("other", "one")
            wrong = int(match[in_front])
            found = {}
            if int(match[behind]) == 1:
                found[match.start(behind)] = "channels_last"
            if wrong in (-1, 3) or (wrong == 2 and not _SEQUENCES.search(text)):
                found[match.start(in_front)] = "channels_first"
            for start in found.keys() - told:
                told.add(start)
                number = match[in_front] if start == match.start(in_front) else match[behind]
                yield _finding(facts, start, match["name"], number, found[start])


def _finding(facts: Facts, start: int, name: str, number: str, told: str) -> Finding:
    text = facts.source.text
    line, column = text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start)
    where = "last" if told == "channels_last" else "axis 1"
    return Finding(
        Place(facts.source, range=Range(line, column, line, column + len(number))),
        f"{name} is {number} where the data format is {told}: the channels are {where} there",
    )
