"""Reads the condition of a CAT403 message back: which sizes do its words say?"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

Test = Callable[[int], bool]

_CLAUSE = re.compile(
    r"(?P<names>[^()]+?) (?:is|are each) (?P<words>[^()]+?)"
    r" \((?P<example>\d+) is not; (?P<near>\d+(?: and \d+)?) (?:is|are)\)(?P<next> and |; |$)"
)


@dataclass(frozen=True)
class Printed:
    """What a message says of one or more sizes.

    names:    what must have such a size ("height", "the input width")
    fits:     whether a size is one of those that the words describe
    example:  a size that is said not to fit
    near:     the sizes next to it that are said to fit
    """

    names: tuple[str, ...]
    fits: Test
    example: int
    near: tuple[int, ...]


def printed(message: str) -> list[Printed]:
    """The conditions in a message. Raises ValueError for words that are not understood."""
    text = message.partition(" fits only when ")[2]
    found, more = [], True
    while more:
        match = _CLAUSE.match(text)
        if match is None:
            raise ValueError(f"no condition in {text!r}")
        near = tuple(map(int, match["near"].split(" and ")))
        names = _names(match["names"])
        found.append(Printed(names, fits_words(match["words"]), int(match["example"]), near))
        text, more = text[match.end() :], match["next"] == " and "
    return found


def _names(subject: str) -> tuple[str, ...]:
    """The names in "the input height and width", "height and width"."""
    first, *rest = re.split(r", | and ", subject)
    return (first, *(f"the input {name}" if first.startswith("the ") else name for name in rest))


def fits_words(words: str) -> Test:
    """The sizes that words describe: "8 or more, even"."""
    if match := re.fullmatch(r"(\d+) or more(?:, (.+))?", words):
        least, form = int(match[1]), fits_words(match[2] or "any size")
        return lambda n: n >= least and form(n)
    if match := re.fullmatch(r"([\d ,ortne f]+?), or (.+)", words):
        some, form = set(_numbers(match[1])), fits_words(match[2])
        return lambda n: n in some or form(n)
    if words.startswith("not "):
        other = fits_words(words.removeprefix("not "))
        return lambda n: not other(n)
    for pattern, make in _FORMS:
        if match := re.fullmatch(pattern, words):
            return make(match)
    some = set(_numbers(words))
    return lambda n: n in some


def _form(match: re.Match[str]) -> Test:
    pairs = [_period_and_rest(part) for part in match[1].split(" or ")]
    return lambda n: any(n % period == rest and n >= rest for period, rest in pairs)


def _period_and_rest(part: str) -> tuple[int, int]:
    match = re.fullmatch(r"(\d+)k(?: \+ (\d+))?", part)
    if match is None:
        raise ValueError(f"{part!r} is no form")
    return int(match[1]), int(match[2] or 0)


def _residues(match: re.Match[str]) -> Test:
    period, rests = int(match[1]), set(_numbers(match[2]))
    return lambda n: n % period in rests


_FORMS: tuple[tuple[str, Callable[[re.Match[str]], Test]], ...] = (
    ("any size", lambda _: lambda n: True),
    ("even", lambda _: lambda n: n % 2 == 0),
    ("odd", lambda _: lambda n: n % 2 == 1),
    (r"a multiple of (\d+)", lambda m: lambda n: n % int(m[1]) == 0),
    (r"of the form (\d+)k \+ r, r (.+)", _residues),
    (r"of the form (.+)", _form),
)


def _numbers(words: str) -> list[int]:
    """The numbers of "1 or 2", "3 to 5", "one of 1, 3 to 5, 8"."""
    found: list[int] = []
    for part in re.split(r", | or ", words.removeprefix("one of ")):
        match = re.fullmatch(r"(\d+)(?: to (\d+))?", part)
        if match is None:
            raise ValueError(f"{words!r} is no list of sizes")
        found += range(int(match[1]), int(match[2] or match[1]) + 1)
    return found
