"""Reading the files in `slips/`: programs with wrong labels, each beside what would be right.

A file holds several programs, each below a line `=== name`. A slip stands in its program as

    «CAT201¦what is wrong¦what is right»

or, where it takes several edits, `«CAT201#a¦…¦…»` at each of them. Two codes, `CAT201/CAT402`: any
of the two will do. Each slip gives a program that is wrong in this alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

SLIPS = Path(__file__).parent.parent / "slips"
_SLIP = re.compile(
    r"«(?P<codes>[A-Z0-9/]+)(?:#(?P<name>\w+))?¦(?P<wrong>[^¦»]*)¦(?P<right>[^¦»]*)»"
)


@dataclass(frozen=True)
class Slip:
    """A program with one slip. `name`: of the slip, a letter or which of the others it is."""

    program: str
    name: str
    codes: tuple[str, ...]
    source: str


def programs(folder: Path) -> Iterator[tuple[str, str]]:
    """The names and texts of all programs in a folder, with their slips."""
    for path in sorted(folder.glob("*.txt")):
        for part in re.split(r"^=== ?", path.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
            name, _, text = part.partition("\n")
            yield name.strip(), text.strip("\n") + "\n"


def right(text: str) -> str:
    """A program without slips."""
    return _SLIP.sub(lambda match: match["right"], text)


def slips(program: str, text: str) -> Iterator[Slip]:
    """The program with each of its slips alone."""
    names = {}
    for count, match in enumerate(_SLIP.finditer(text)):
        names.setdefault(match["name"] or f"{count}", match["codes"])
    for name, codes in names.items():
        counts = iter(range(text.count("«")))

        def chosen(match: re.Match[str], name: str = name, counts: Iterator[int] = counts) -> str:
            number = str(next(counts))
            return match["wrong"] if (match["name"] or number) == name else match["right"]

        yield Slip(program, name, tuple(codes.split("/")), _SLIP.sub(chosen, text))
