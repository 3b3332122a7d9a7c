"""Parts of images that are cut out with the sides exchanged: `image[:width, :height]`.

The rows of an array are its first axis: what is as high as `height` stands before what is as wide
as `width`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise, product

import libcst as cst

from flake8_concat import late
from flake8_concat.diagnostics import Edit, Fix, Range
from flake8_concat.rules.base import Finding, Place
from flake8_concat.rules.comments import Layout
from flake8_concat.rules.describe import code
from flake8_concat.rules.names import Outline, dotted
from flake8_concat.rules.side_words import end_of, pair_sides
from flake8_concat.rules.size_arguments import HEIGHT_FIRST, WIDTH_FIRST
from flake8_concat.rules.turned import turns_by_name
from flake8_concat.rules.words import words_of
from flake8_concat.trace.source import Source

# Two stretches behind each other, in brackets; and a name before them, read backwards.
_SLICES = late.compiled(r"\[(?P<parts>[^\[\]\n#:]*:[^\[\]\n#,]*,[^\[\]\n#:]*:[^\[\]\n#]*)\]")
_EMAN = late.compiled(r"[\w.]*")
_LONG = 100  # characters, more than a name has
_NAME = late.compiled(r"(?<![.\w])[A-Za-z_]\w*(?!\s*\()")
_FUNCTION = late.compiled(r"^[ \t]*def (?P<name>\w+)", re.MULTILINE)
_IMAGES = frozenset(
    "img image im imgs images frame frames photo picture pic mask masks gray grey rgb bgr crop src "
    "canvas roi patch".split()
)
_MOST = 5  # axes


def sliced_sides(source: Source, outline: Outline) -> Iterator[Finding]:
    """The stretches that are called after the sides, where the width stands first."""
    text = source.text
    functions: list[re.Match[str]] | None = None
    for match in _SLICES.finditer(text):
        behind = text[max(0, match.start() - _LONG) : match.start()][::-1]
        name = behind[: _EMAN.match(behind).end()][::-1]  # type: ignore[union-attr]
        parts = list(_parts(match["parts"], match.start("parts")))
        if len(parts) > _MOST or not _of_an_image(name, [part for part, _ in parts]):
            continue
        if functions is None:
            functions = list(_FUNCTION.finditer(text))
        around = bisect_left(functions, match.start(), key=re.Match.start)
        if around and turns_by_name(functions[around - 1]["name"]):
            continue
        for (one, at), (other, after) in pairwise(parts):
            if _order(one, other) == WIDTH_FIRST and not _unpacked_so(outline, one, other):
                line = text.count("\n", 0, match.start()) + 1
                if _is_code(source, line, name + match.group()):
                    start = text.rfind("\n", 0, match.start()) + 1
                    places = [
                        Range(line, where - start + 1, line, where - start + 1 + len(part))
                        for part, where in ((one, at), (other, after))
                    ]
                    yield _finding(source, name + match.group(), (one, other), places)
                break


def _finding(source: Source, whole: str, parts: tuple[str, str], places: list[Range]) -> Finding:
    one, other = parts
    first, second = places
    fix = Fix(f"Swap {one} and {other}", (Edit(first, other), Edit(second, one)))
    return Finding(
        Place(source, range=Range(first.line, first.col, second.line, second.end_col)),
        f"{whole}: the {HEIGHT_FIRST[0]} of an array comes before its {HEIGHT_FIRST[1]}, but {one} "
        f"stands before {other}",
        fixes=(fix,),
    )


def _parts(text: str, start: int) -> Iterator[tuple[str, int]]:
    """What stands between the commas, with its place in the file."""
    depth, begin = 0, 0
    for index, char in enumerate(f"{text},"):
        depth += (char in "({") - (char in ")}")
        if char == "," and not depth:
            part = text[begin:index]
            if part.strip():
                yield part.strip(), start + begin + len(part) - len(part.lstrip())
            begin = index + 1


def _of_an_image(name: str, parts: list[str]) -> bool:
    """Whether it is an image by its name, or by a batch and channels that are taken as a whole."""
    if len(parts) == 4 and parts[0] in (":", "...") and parts[3] in (":", "..."):
        return True
    return len(parts) < 4 and not _IMAGES.isdisjoint(words_of(name.rpartition(".")[2]))


def _order(one: str, other: str) -> tuple[str, str] | None:
    """Which sides two stretches are of by all names in them; None if they don't agree."""
    if ":" not in one or ":" not in other:
        return None
    found = set()
    for first, second in product(_NAME.findall(one), _NAME.findall(other)):
        said = pair_sides(first, second) or _of_ends(first, second)
        if said is not None:
            found.add(said)
    return found.pop() if len(found) == 1 else None


def _of_ends(one: str, other: str) -> tuple[str, str] | None:
    first, second = end_of(one), end_of(other)
    return (first, second) if first and second and first != second else None


_BOX = late.compiled(r"box|rect|bound|coord|point|corner", re.IGNORECASE)


def _unpacked_so(outline: Outline, one: str, other: str) -> bool:
    """Whether the names are given the parts of a shape in this order: what is wrong is that.

    Or those of a box, of which nobody knows the order.
    """
    names = set(_NAME.findall(one)), set(_NAME.findall(other))
    for assign, _ in outline.assigns:
        target = assign.targets[0].target
        if not isinstance(target, cst.Tuple):
            continue
        given = [dotted(element.value) for element in target.elements]
        for a, b in pairwise(given):
            turned = a in names[1] and b in names[0]
            if (a in names[0] and b in names[1]) or (turned and _BOX.search(code(assign.value))):
                return True
    return False


def _is_code(source: Source, line: int, text: str) -> bool:
    """Whether a text on a line is part of a statement, and of no comment or string."""
    layout = Layout.of(source)
    span = layout.at(line)
    comment = layout.comments.get(line)
    if span is None or (comment is not None and text in comment.text):
        return False
    written = source.lines[line - 1]
    before = written.partition(text)[0]
    quoted = any(before.count(quote) % 2 for quote in ("'", '"'))
    return not quoted and not span.is_string
