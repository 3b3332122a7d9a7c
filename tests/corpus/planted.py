"""Plants wrong labels, and right ones, in real files and counts which are reported.

Usage: python tests/corpus/planted.py FOLDER_OR_FILE... [--files N] [--seed N] [--missed]

Beside calls whose shapes are traced it writes comments, names, unpackings, assertions; into sizes it
writes names; it changes axes and strides. Each wrong one has a right twin, where there is one. The
shapes are those of the trace, which other tests hold against Keras. `--missed` lists what was not
found, and what is right and was reported.
"""

from __future__ import annotations

import argparse
import ast
import random
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import libcst as cst

from flake8_concat.analysis import Report, analyze
from flake8_concat.keras.graph import Tensor
from flake8_concat.rules.comments import Layout
from flake8_concat.rules.lineage import behind_refusal
from flake8_concat.shapes import Shape
from flake8_concat.trace.facts import Event

NEAR = 2  # lines between what is planted and its finding
A_FILE = 4  # places in a file of each kind, at most
OTHER_FORMAT = re.compile("channels_first|image_data_format|image_dim_ordering")
AXES = ("batch", "height", "width", "channels")
SHAPES = (
    "# ({all})", "# [{all}]", "# Output: ({all})", "# -> ({all})", "# shape: ({rest})",
    "# (bs, {rest})", "# (batch_size, {rest})", "# output shape = (None, {rest})", "# {chain}",
)  # fmt: skip
SPOKEN = (
    "# concatenate along the {}", "# concat along {} axis", "# join on the {} axis",
    "# merge along the {} dimension", "# concatenate over {}",
)  # fmt: skip
NAMES = ("concat_{}", "merged_{}", "{}_concat", "joined_along_{}")
UNPACKED = (
    (
        "batch_, height_, width_, channels_ = {}.shape",
        "batch_, width_, height_, channels_ = {}.shape",
    ),
    ("_, h_, w_, c_ = {}.shape", "_, w_, h_, c_ = {}.shape"),
    ("map_height, map_width = {}.shape[1:3]", "map_width, map_height = {}.shape[1:3]"),
    ("map_height = {}.shape[1]", "map_width = {}.shape[1]"),
)
SIZES = (
    ("img_height", "img_width"),
    ("HEIGHT", "WIDTH"),
    ("img_rows", "img_cols"),
    ("IMG_H", "IMG_W"),
)
QUOTED = re.compile(r"\"{3}.*?\"{3}|'{3}.*?'{3}|\#[^\n]*", re.DOTALL)
# Two numbers are a size for sure in these alone; elsewhere it takes the channels.
LITERAL = re.compile(
    r"(?P<head>(?:\bInput\(\s*(?:shape\s*=\s*)?|\binput_shape\s*=\s*"
    r"|\b(?:flow_from_directory|flow_from_dataframe|load_img|image_dataset_from_directory)\("
    r"(?P<call>[^()]*)\b(?:target|image)_size\s*=\s*)[(\[]\s*)"
    r"(?P<one>\d{2,4})\s*,\s*(?P<other>\d{2,4})"
    r"(?=\s*(?(call)|,\s*[134]\s*),?\s*[)\]])"
)


@dataclass
class Text:
    """A file with something planted: on which line, and what should be said there.

    anywhere: it may be said on any line, since what is planted is used on another
    """

    kind: str
    lines: list[str]
    line: int
    codes: frozenset[str]
    wrong: bool
    anywhere: bool = False


@dataclass
class Count:
    """How many texts of a kind were checked and reported; the ones that came out wrong."""

    checked: int = 0
    reported: int = 0
    odd: list[str] = field(default_factory=list)


@dataclass
class Place:
    """A traced call that a statement of one line assigns to one name."""

    event: Event
    line: int
    name: str
    shape: Shape
    indent: str

    @property
    def sizes(self) -> list[str]:
        """The sizes as one writes them in a comment."""
        batch = self.shape[0]
        first = str(batch) if type(batch) is int else "None"
        return [first, *(str(size) for size in self.shape[1:])]


class Planter:
    """All that is planted in one file."""

    def __init__(self, path: Path, report: Report, draw: random.Random) -> None:
        self.path, self.draw = path, draw
        assert report.facts is not None
        self.facts = report.facts
        self.lines = self.facts.source.text.split("\n")
        self.plain = not OTHER_FORMAT.search(self.facts.source.text)

    def places(self) -> list[Place]:
        """Where all evaluations give the same known shape, and no comment is near."""
        layout = Layout.of(self.facts.source)
        given = {(id(one.statement), id(one.value)) for one in self.facts.assignments}
        sites: dict[int, list[Event]] = defaultdict(list)
        for event in self.facts.events:
            if event.kind in ("call", "op") and event.site.source is self.facts.source:
                sites[id(event.site)].append(event)
        found = []
        for events in sites.values():
            event, span = events[0], layout.span_of(events[0].site.statement)
            shapes = {str(e.value.shape) if isinstance(e.value, Tensor) else "" for e in events}
            value = event.value
            if (
                span is None
                or span.first != span.last
                or not isinstance(span.node, cst.SimpleStatementLine)
                or len(event.site.targets) != 1
                or (id(event.site.statement), id(value)) not in given
                or not event.site.targets[0].isidentifier()
                or len(span.node.body) != 1  # two statements on a line
                or not self.lines[span.first - 1].lstrip().startswith(event.site.targets[0])
                or any(line in layout.comments for line in range(span.first - 1, span.last + 2))
                or not all(e.certain for e in events)
                or len(shapes) != 1
                or not isinstance(value, Tensor)
                or not value.symbolic
                or not isinstance(value.shape, Shape)
                or any(type(size) is not int for size in value.shape[1:])
                or len(value.shape) < 2
                or behind_refusal(self.facts, value)  # that never runs
            ):
                continue
            line = self.lines[span.first - 1]
            indent = line[: len(line) - len(line.lstrip())]
            found.append(Place(event, span.first, event.site.targets[0], value.shape, indent))
        self.draw.shuffle(found)
        return found

    def texts(self) -> Iterator[Text]:
        """The file with one thing planted each."""
        places = self.places()
        for place in places[:A_FILE]:
            yield from self.comments(place)
            yield from self.assertions(place)
        maps = [place for place in places if len(place.shape) == 4 and self.plain]
        for place in maps[:A_FILE]:
            yield from self.unpackings(place)
        for place in [p for p in maps if self.join_axis(p) is not None][:A_FILE]:
            yield from self.labels(place)
        yield from self.sizes()
        if self.plain:
            yield from self.leftovers(places)

    def insert(self, place: Place, text: str, *, after: bool) -> list[str]:
        """The lines with one more, before or after a place."""
        at = place.line if after else place.line - 1
        return [*self.lines[:at], place.indent + text, *self.lines[at:]]

    def beside(self, place: Place, text: str) -> list[str]:
        """The lines with a comment at the end of one."""
        lines = list(self.lines)
        lines[place.line - 1] += "  " + text
        return lines

    def comments(self, place: Place) -> Iterator[Text]:
        """Shape comments, with one size changed, two exchanged, or as it goes in."""
        sizes = place.sizes
        at = self.draw.randrange(1, len(sizes))
        versions = {"right": sizes, "doubled": [*sizes], "by one": [*sizes]}
        versions["doubled"][at] = str(int(sizes[at]) * 2)
        versions["by one"][at] = str(int(sizes[at]) + 1)
        if len(sizes) == 4 and sizes[1] != sizes[2]:
            versions["exchanged"] = [sizes[0], sizes[2], sizes[1], sizes[3]]
        before = place.event.inputs[0].shape if place.event.inputs else None
        if isinstance(before, Shape) and len(before) > 1 and before[1:] != place.shape[1:]:
            if all(type(size) is int for size in before[1:]):
                versions["as it goes in"] = ["None", *(str(size) for size in before[1:])]
        style = self.draw.choice(SHAPES if len(sizes) > 3 else SHAPES[:4])
        plain = self.draw.choice(SHAPES[:4])
        above = self.draw.random() < 0.3
        taken = [str(size) for size in before[1:]] if isinstance(before, Shape) else None
        for how, version in versions.items():
            if above and how != "right" and version[1:] == taken:
                continue  # above a line it may well say what goes in
            text = (style if len(version) > 3 else plain).format(
                all=", ".join(version), rest=", ".join(version[1:]), chain="x".join(version[1:])
            )
            lines = self.insert(place, text, after=False) if above else self.beside(place, text)
            kind = f"shape comment: {how}"
            yield Text(kind, lines, place.line, frozenset({"CAT301"}), how != "right")

    def assertions(self, place: Place) -> Iterator[Text]:
        """`assert x.shape == (…)`."""
        wrong = [*place.sizes]
        wrong[-1] = str(int(wrong[-1]) * 2)
        for sizes in (place.sizes, wrong):
            text = f"assert {place.name}.shape == ({', '.join(sizes)})"
            lines = self.insert(place, text, after=True)
            yield Text("assert", lines, place.line + 1, frozenset({"CAT302"}), sizes is wrong)

    def unpackings(self, place: Place) -> Iterator[Text]:
        """`batch, height, width, channels = x.shape`."""
        for pair in UNPACKED:
            for text in pair:
                lines = self.insert(place, text.format(place.name), after=True)
                is_wrong = text is pair[1]
                yield Text("unpack", lines, place.line + 1, frozenset({"CAT203"}), is_wrong)

    def join_axis(self, place: Place) -> int | None:
        """The axis of a join."""
        event = place.event
        if event.callee.rpartition(".")[2] not in ("Concatenate", "concatenate", "concat"):
            return None
        axis = event.bound.get("axis", -1)
        return axis % 4 if type(axis) is int and len(event.inputs) > 1 else None

    def labels(self, place: Place) -> Iterator[Text]:
        """Comments and names that say along which axis is joined."""
        axis = self.join_axis(place)
        for word in AXES[1:]:
            is_wrong, codes = AXES.index(word) != axis, frozenset({"CAT201"})
            text = self.draw.choice(SPOKEN).format(word)
            yield Text("axis comment", self.beside(place, text), place.line, codes, is_wrong)
            above = self.insert(place, text, after=False)
            yield Text("axis comment", above, place.line, codes, is_wrong)
            name = self.draw.choice(NAMES).format(word)
            lines = self.insert(place, f"{place.name} = {name}", after=True)
            renamed = re.sub(rf"^(\s*){place.name}(\s*=)", rf"\g<1>{name}\2", lines[place.line - 1])
            lines[place.line - 1] = renamed
            yield Text("axis name", lines, place.line, codes, is_wrong)

    def sizes(self) -> Iterator[Text]:
        """Names in the place of the numbers of an image's size."""
        text = self.facts.source.text
        imports = [
            node.end_lineno or 0
            for node in ast.parse(text).body
            if isinstance(node, (ast.Import, ast.ImportFrom))
        ]
        quoted = [match.span() for match in QUOTED.finditer(text)]
        written = [
            match
            for match in LITERAL.finditer(text)
            if not any(start < match.start() < end for start, end in quoted)
        ]
        for match in written[:A_FILE] if imports and self.plain else []:
            pair = self.draw.choice(SIZES)
            line = text.count("\n", 0, match.start()) + 1
            if any(re.search(rf"\b{name}\b", text) for name in pair) or line <= max(imports):
                continue
            for one, other in (pair, pair[::-1]):
                new = text[: match.start()] + f"{match['head']}{one}, {other}" + text[match.end() :]
                lines = new.split("\n")
                values = f"{one}, {other} = {match['one']}, {match['other']}"
                lines.insert(max(imports), values)
                is_wrong = (one, other) != pair
                code = frozenset({"CAT202"})
                yield Text("size", lines, line + 1, code, is_wrong, anywhere=True)

    def leftovers(self, places: list[Place]) -> Iterator[Text]:
        """The axis of channels_first left in joins and normalisations; strides by position."""
        for place in places:
            line = self.lines[place.line - 1]
            changed, kind, code = line, "", ""
            if place.event.callee.endswith("BatchNormalization") and len(place.shape) == 4:
                changed = re.sub(r"BatchNormalization\(\)", "BatchNormalization(axis=1)", line)
                kind, code = "normalisation axis", "CAT406"
            elif "Conv2D" in place.event.callee:
                changed = re.sub(r"Conv2D\((\w+), \(([357]), ?\2\)", r"Conv2D(\1, \2, \2", line)
                kind, code = "positional stride", "CAT405"
            if changed != line:
                lines = list(self.lines)
                lines[place.line - 1] = changed
                yield Text(kind, lines, place.line, frozenset({code}), wrong=True)


def labels_in(report: Report) -> set[tuple[str, int]]:
    """The findings of labels, by code and line."""
    return {
        (d.code, d.range.line) for d in report.diagnostics if d.code[:4] in ("CAT2", "CAT3", "CAT4")
    }


def check(path: Path, draw: random.Random, counts: dict[tuple[str, bool], Count]) -> None:
    """Plants in a file whatever can be planted there."""
    text = path.read_text(encoding="utf-8", errors="replace")
    report = analyze(text, str(path))
    if report.facts is None:
        return
    before = labels_in(report)
    for planted in Planter(path, report, draw).texts():
        new = "\n".join(planted.lines)
        try:
            ast.parse(new)
        except SyntaxError:
            continue
        found = labels_in(analyze(new, str(path)))
        count = counts[planted.kind, planted.wrong]
        near = [
            line
            for code, line in found - before
            if abs(line - planted.line) <= NEAR and code in planted.codes
        ]
        if planted.anywhere:
            all_before = [line for code, line in before if code in planted.codes]
            near = [line for code, line in found if code in planted.codes][len(all_before) :]
        count.checked += 1
        count.reported += bool(near)
        if bool(near) != planted.wrong:
            count.odd.append(f"{path}:{planted.line}: {planted.lines[planted.line - 1].strip()}")


def main() -> None:
    """Prints a table of what was planted and found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--files", type=int, default=200)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--missed", action="store_true")
    options = parser.parse_args()
    draw = random.Random(options.seed)
    files = sorted(
        file
        for path in options.paths
        for file in ([path] if path.is_file() else path.rglob("*.py"))
        if b"keras" in file.read_bytes()
    )
    counts: dict[tuple[str, bool], Count] = defaultdict(Count)
    for file in draw.sample(files, min(options.files, len(files))):
        try:
            check(file, draw, counts)
        except SyntaxError:
            continue  # written for Python 2
    print("| what | wrong ones found | right ones reported |\n|---|---|---|")
    for kind in sorted({kind for kind, _ in counts}):
        wrong, right = counts[kind, True], counts[kind, False]
        twin = f"{right.reported} of {right.checked}" if right.checked else ""
        found = f"{wrong.reported} of {wrong.checked}" if wrong.checked else ""
        print(f"| {kind} | {found} | {twin} |")
    for item in counts.values() if options.missed else ():
        print(*item.odd, sep="\n")


if __name__ == "__main__":
    main()
