"""Comments that say what goes in and what comes out: where one ends, the next takes up.

`# 104,104,64 -> 52,52,64` above `x = block(x)`, and `# 52,52,128 -> 26,26,256` above the next line
that takes x. And what a line certainly does, whatever it is called on: an `UpSampling2D` keeps the
channels, a `Concatenate` adds them up.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import chain, pairwise

import libcst as cst

from flake8_concat import late
from flake8_concat.rules.axis_fixes import written_axis
from flake8_concat.rules.base import Finding, Place
from flake8_concat.rules.comments import Comment, Layout, Span, targets_of
from flake8_concat.rules.describe import code
from flake8_concat.rules.known_moves import Size
from flake8_concat.rules.names import dotted
from flake8_concat.rules.shape_text import ShapeText, shapes_in
from flake8_concat.rules.written_past import called
from flake8_concat.trace.facts import Facts

_MANY = 2  # links that fit, beside the one that does not
_ARROW = r"(?:-{1,3}>|={1,2}>|→|⇒|➔|➜|⟶)"
_TO = late.compiled(rf"{_ARROW}\s*(?:[A-Za-z]\w{{0,9}}\s*[为:=]\s*)?")
# A quick look: a size before an arrow; and before that, one for what each arrow ends with.
_HAS_WAYS = late.compiled(rf"\d[)\]]?\s*{_ARROW}")
_ARROWS = ("->", "=>", "→", "⇒", "➔", "➜", "⟶")
_OTHERWISE = late.compiled(r"\s*(?:else|elif|except|finally|case)\b")
_NAME = late.compiled(r"[A-Za-z_][\w.]*")
_NUMBER = late.compiled(r"(?<![\w.])\d+")
# What leaves a map as it is, or so nearly that nobody says it in a comment of its own.
_NEUTRAL = frozenset(
    "ZeroPadding2D BatchNormalization LayerNormalization GroupNormalization Activation ReLU relu "
    "LeakyReLU PReLU ELU Dropout SpatialDropout2D leaky_relu swish Mish silu".split()
)
_POOLS = late.compiled(r"(?:Max|Average|Avg)Pool(?:ing)?2D$")
_STACKS = ("compose", "Sequential")
_MAP = 3  # sizes of a map without its batch
_HABIT = 3  # calls of a function whose first number is that of the channels

Sizes = tuple[int, ...]


@dataclass(eq=False, slots=True)
class _Way:
    """A comment with arrows, and the statements that it is about.

    groups:  the shapes between the arrows, several where they are joined with a plus
    before:  the ways whose ends go into it, None for each that is not known
    listed:  it stands above a layer that a class makes, and takes up from the layer above that
    """

    comment: Comment
    groups: list[list[ShapeText]]
    spans: list[Span]
    before: list[_Way | None] = field(default_factory=list)
    listed: bool = False

    @property
    def starts(self) -> list[Sizes]:
        return [_sizes(shape) for shape in self.groups[0]]

    @property
    def end(self) -> Sizes:
        return _sizes(self.groups[-1][-1])

    def said(self, shape: ShapeText) -> str:
        return self.comment.text[shape.start : shape.end]


def links(facts: Facts, told: set[int], right: Container[int]) -> Iterator[Finding]:
    """The findings of a file.

    told:   the lines of the comments that something is said of already, to which these are added
    right:  those of comments whose result is the traced one
    """
    if not _has_ways(facts.source.text):
        return
    layout = Layout.of(facts.source)
    functions = _functions(layout)
    habits = _Habits()
    for ways in functions:
        for way in ways:
            habits.note(way)
    for ways in functions:
        for way in ways:
            found = next(chain(_sum(way), _steps(way, habits)), None)
            if found is not None and way.comment.line not in told:
                shape, why = found
                told.add(way.comment.line)
                yield _finding(facts, way, shape, f"the comment says {way.said(shape)}, but {why}")
        yield from _odd_link(facts, ways, told, right)


def _finding(facts: Facts, way: _Way, shape: ShapeText, message: str) -> Finding:
    place = way.comment.range(shape.start, shape.end)
    return Finding(Place(facts.source, range=place), message)


def _odd_link(
    facts: Facts, ways: list[_Way], told: Container[int], right: Container[int]
) -> Iterator[Finding]:
    """The one end of a function's comments that the next does not begin with."""
    fits, clashes = 0, list[tuple[_Way, _Way, Sizes]]()
    starts = Counter(start for way in ways for start in way.starts)
    ends = Counter(way.end for way in ways)
    for way in ways:
        left, others = list(way.starts), list[_Way]()
        for one in way.before:
            if one is not None and one.end in left:
                left.remove(one.end)
                fits += 1
            elif one is not None:
                others.append(one)
        if len(left) == len(others) == 1 and not (way.listed and _begins_anew(way, starts, ends)):
            clashes.append((others[0], way, left[0]))
    if len(clashes) != 1 or fits < _MANY:
        return
    ((before, after, start),) = clashes
    if not one_slip(before.end, start) or (after.listed and _may_be_joined(before, start)):
        return
    begin = next(shape for shape in after.groups[0] if _sizes(shape) == start)
    end = before.groups[-1][-1]
    lines = {before.comment.line, after.comment.line}
    if any(line in told for line in lines):
        return
    first = before.comment.line not in right and _to_blame(before, start, ways)
    if first:
        what = f"line {after.comment.line} goes on from there with {after.said(begin)}"
        yield _finding(facts, before, end, f"the comment says {before.said(end)}, but {what}")
    else:
        what = f"line {before.comment.line} says that {before.said(end)} comes from there"
        yield _finding(facts, after, begin, f"the comment says {after.said(begin)}, but {what}")


def _begins_anew(way: _Way, starts: Counter[Sizes], ends: Counter[Sizes]) -> bool:
    """Whether another branch of a block may begin there: with what goes into a layer further up."""
    (start,) = way.starts[:1]
    before = [one for one in (way, *way.before) if one is not None and one.end == start]
    return len(way.starts) > 1 or starts[start] > 1 or ends[start] > len(before)


def _may_be_joined(before: _Way, start: Sizes) -> bool:
    """Whether a map may get more channels between two layers of a class: those of a skip.

    Not where the number in the line says that it has as many as that.
    """
    end = before.end
    if end[:-1] != start[:-1] or start[-1] < end[-1]:
        return False
    numbers = _numbers_of(before)
    return end[-1] in numbers or start[-1] not in numbers


def _numbers_of(way: _Way) -> set[int]:
    """The numbers that stand in the statements of a comment."""
    return {int(n) for span in way.spans for n in _NUMBER.findall(code(span.node))}


def one_slip(one: Sequence[Size], other: Sequence[Size]) -> bool:
    """Whether one size differs, or the same ones stand in another order."""
    if len(one) != len(other) or one == other:
        return False
    wrong = sum(a != b for a, b in zip(one, other, strict=True))
    return wrong == 1 or Counter(one) == Counter(other)


def _to_blame(before: _Way, start: Sizes, ways: list[_Way]) -> bool:
    """Whether the end of the first comment is wrong, and not the beginning of the second.

    The number of channels that stands in the line tells, what the same call makes of its number
    elsewhere, or a map that is no square.
    """
    end = before.end
    if end[-1] != start[-1]:
        ratios = {ratio for way in ways if way is not before and (ratio := _ratio(way, way.end))}
        own = [_ratio(before, end) in ratios, _ratio(before, start) in ratios]
        if own[0] != own[1]:
            return own[1]
        numbers = _numbers_of(before)
        if (end[-1] in numbers) != (start[-1] in numbers):
            return start[-1] in numbers
    if len(end) == len(start) == _MAP and (end[0] == end[1]) != (start[0] == start[1]):
        return start[0] == start[1]
    return True


def _ratio(way: _Way, sizes: Sizes) -> tuple[str, Fraction] | None:
    """How many channels a call is said to make for each of the first number that it is given."""
    value = _value(way.spans[-1])
    if not isinstance(value, cst.Call):
        return None
    numbers = [int(one) for arg in value.args if (one := code(arg.value)).isdigit()]
    return (called(value) or "", Fraction(sizes[-1], numbers[0])) if any(numbers[:1]) else None


def _sum(way: _Way) -> Iterator[tuple[ShapeText, str]]:
    """`26,26,256 + 26,26,128 -> 26,26,256` above a join of the channels."""
    parts, *rest = way.groups
    if len(parts) < 2 or len(rest) != 1 or len(way.spans) != 1 or len(rest[0]) != 1:
        return
    value = _value(way.spans[0])
    name = called(value) or "" if value is not None else ""
    if not isinstance(value, cst.Call) or not name.lower().startswith("concat"):
        return
    made = value.func if isinstance(value.func, cst.Call) else value
    if written_axis(made) not in (None, "-1", "3"):
        return
    sizes, whole = way.starts, way.end
    if len({len(one) for one in (*sizes, whole)}) != 1 or len(whole) != _MAP:
        return
    if len({one[:-1] for one in sizes}) != 1:
        return
    wanted = (*sizes[0][:-1], sum(one[-1] for one in sizes))
    if whole != wanted and one_slip(whole, wanted):
        yield rest[0][0], f"{name} makes {wanted[-1]} channels of {_plus(way)}"


def _plus(way: _Way) -> str:
    return " and ".join(way.said(shape) for shape in way.groups[0])


def _steps(way: _Way, habits: _Habits) -> Iterator[tuple[ShapeText, str]]:
    """What one of a way's calls can't make of the shape before it."""
    taken = way.before[0] if len(way.before) == 1 else None
    for call, (before, after) in zip(way_calls(way), pairwise(way.groups), strict=False):
        if len(before) != 1 or len(after) != 1:
            continue
        # what one arrow begins with may be what went into lines further up
        if len(way.groups) == 2 and (taken is None or taken.end != way.starts[0]):
            continue
        one, other = _sizes(before[0]), _sizes(after[0])
        if len(one) != _MAP or len(other) != _MAP:
            continue
        name = called(call) or ""
        wanted: Sizes | None = None
        if name == "UpSampling2D":
            factor = _factor(call)
            wanted = (one[0] * factor, one[1] * factor, one[2]) if factor else None
        elif _POOLS.search(name):
            wanted = (other[0], other[1], one[2])
        elif (number := habits.channels(call, other[2])) is not None:
            wanted = (other[0], other[1], number)
        if wanted is not None and wanted != other and one_slip(wanted, other):
            sizes = " x ".join(map(str, wanted))
            yield after[0], f"{name} makes {sizes} of {way.said(before[0])}"
            return


def way_calls(way: _Way) -> list[cst.Call]:
    """The calls that a way's arrows are about, [] where there are more or fewer of them."""
    found: list[cst.Call] = []
    for span in way.spans:
        value = _value(span)
        found += _calls(value) if value is not None else []
    told = [one for one in found if called(one) not in _NEUTRAL]
    return told if len(told) == len(way.groups) - 1 else []


def _calls(value: cst.BaseExpression) -> list[cst.Call]:
    """The calls of a nested expression as they work one after the other, those that make layers."""
    if not isinstance(value, cst.Call):
        return []
    first = value.args[0].value if value.args else None
    before = _calls(first) if first is not None else []
    if not isinstance(value.func, cst.Call):
        return [*before, value]
    made = value.func
    if called(made) not in _STACKS:
        return [*before, made]
    parts = [arg.value for arg in made.args]
    if len(parts) == 1 and isinstance(parts[0], (cst.List, cst.Tuple)):
        parts = [element.value for element in parts[0].elements]
    listed = [part for part in parts if isinstance(part, cst.Call)]
    return [*before, *listed] if len(listed) == len(parts) else []


def _factor(call: cst.Call) -> int | None:
    """How many times as large an UpSampling2D makes both sides."""
    given = [arg for arg in call.args if arg.keyword is None or arg.keyword.value == "size"]
    if not given:
        return 2 if not any(arg.star for arg in call.args) else None
    numbers = set(_NUMBER.findall(code(given[0].value)))
    plain = isinstance(given[0].value, (cst.Integer, cst.Tuple))
    return int(numbers.pop()) if plain and len(numbers) == 1 else None


class _Habits:
    """How often the first number that a function is given is that of the channels it makes."""

    def __init__(self) -> None:
        self._same: defaultdict[str, int] = defaultdict(int)
        self._others: defaultdict[str, int] = defaultdict(int)

    def note(self, way: _Way) -> None:
        """Looks at a comment's calls."""
        for call, group in zip(way_calls(way), way.groups[1:], strict=False):
            number = _first_number(call)
            if number is not None and len(group) == 1:
                same = number == _sizes(group[0])[-1]
                counts = self._same if same else self._others
                counts[called(call) or ""] += 1

    def channels(self, call: cst.Call, said: int) -> int | None:
        """How many channels a call makes, where only this one of its comments says otherwise."""
        name, number = called(call) or "", _first_number(call)
        alone = self._others[name] == 1 and self._same[name] >= _HABIT
        return number if alone and number != said else None


def _first_number(call: cst.Call) -> int | None:
    """The first number that a call of a convolution is given."""
    if "conv" not in (called(call) or "").lower():
        return None
    values = [arg.value for arg in call.args if arg.keyword is None]
    return next((one.evaluated_value for one in values if isinstance(one, cst.Integer)), None)


def _functions(layout: Layout) -> list[list[_Way]]:
    """The ways of each function, with those that go into each."""
    found: list[list[_Way]] = [[]]
    known: dict[str, tuple[_Way, int]] = {}
    spans, at = layout.spans, 0
    layers: _Way | None = None  # the last one above a layer that a class makes
    end = 0
    while at < len(spans):
        span = spans[at]
        between = layout.source.lines[end : span.first - 1]
        if isinstance(span.node, (cst.FunctionDef, cst.ClassDef)):
            found.append([])
            layers = None
        if not isinstance(span.node, cst.SimpleStatementLine) or any(
            _OTHERWISE.match(line) for line in between
        ):
            known, layers = {}, None
        indent = layout.indent(span)
        known = {name: one for name, one in known.items() if one[1] <= indent}
        way = _way_at(layout, at)
        if way is None:
            same = known.get(dotted(_value(span)) or "")  # `small = x`
            for name in _targets(span):
                known.pop(name, None)
                if same is not None:
                    known[name] = same
            at, end = at + 1, span.last
            continue
        at, end = at + len(way.spans), way.spans[-1].last
        taken = _taken(_value(way.spans[0]))
        way.before = [known[name][0] if name in known else None for name in taken]
        targets = [name for one in way.spans for name in _targets(one)]
        for name in targets:
            known.pop(name, None)
        result = _result(way.spans[-1], taken)
        if result is not None and result.startswith("self."):
            way.before, way.listed = [layers], True
            layers = way if not taken else None
        elif result is not None and _is_one_by_one(way):
            known[result] = way, indent
        found[-1].append(way)
    return [ways for ways in found if ways]


def _way_at(layout: Layout, at: int) -> _Way | None:
    """The comment with arrows that stands above a statement, or at its end."""
    span = layout.spans[at]
    if not isinstance(span.node, cst.SimpleStatementLine):
        return None
    beside = layout.comments.get(span.last)
    if beside is not None and (groups := _groups(beside.text)):
        return _Way(beside, groups, [span])
    above = [(one, groups) for one in layout.above(span) if (groups := _groups(one.text))]
    if len(above) != 1:
        return None
    spans = [span]
    for other in layout.spans[at + 1 :]:
        apart = other.first != spans[-1].last + 1 or layout.indent(other) != layout.indent(span)
        if apart or not isinstance(_value(other), cst.Call) or layout.comments.get(other.last):
            break
        spans.append(other)
    return _Way(*above[0], spans)


def _has_ways(text: str) -> bool:
    return any(arrow in text for arrow in _ARROWS) and bool(_HAS_WAYS.search(text))


def _groups(text: str) -> list[list[ShapeText]]:
    """The shapes of a comment by the arrows between them, [] if it is no such comment."""
    if not _has_ways(text):
        return []
    found = shapes_in(text)
    groups: list[list[ShapeText]] = [[shape] for shape in found[:1]]
    for before, after in pairwise(found):
        between = text[before.end : after.start].strip()
        if between == "+":
            groups[-1].append(after)
        elif _TO.fullmatch(between):
            groups.append([after])
        else:
            return []
    whole = all(_sizes(shape) for shape in found)
    return groups if len(groups) > 1 and whole else []


def _sizes(shape: ShapeText) -> Sizes:
    """The sizes behind the batch, () where they are not all numbers."""
    dims = shape.dims[1:] if shape.with_batch else shape.dims
    sizes = tuple(dim.value for dim in dims if type(dim.value) is int)
    return sizes if len(sizes) == len(dims) >= (1 if shape.with_batch else _MAP) else ()


def _is_one_by_one(way: _Way) -> bool:
    """Whether what a comment says last is what its last statement gives."""
    values = [_value(span) for span in way.spans]
    done = [value for value in values if value is None or called(value) not in _NEUTRAL]
    return None not in done and len(done) in (1, len(way.groups) - 1)


def _value(span: Span) -> cst.BaseExpression | None:
    """What a statement assigns or returns."""
    part = span.part
    return part.value if isinstance(part, (cst.Assign, cst.Return)) else None


def _taken(value: cst.BaseExpression | None) -> list[str]:
    """The names that go into a call, or into that which it is given first."""
    while isinstance(value, cst.Call) and value.args:
        value = value.args[0].value
    if isinstance(value, (cst.List, cst.Tuple)):
        return [dotted(element.value) or "" for element in value.elements]
    name = dotted(value) if value is not None else None
    return [name] if name is not None else []


def _targets(span: Span) -> list[str]:
    """The names that a statement may change."""
    return [name for target in targets_of(span) for name in _NAME.findall(code(target))]


def _result(span: Span, taken: Sequence[str]) -> str | None:
    """The name of what a statement gives, of several the one that is used or goes in as well."""
    names = [name for name in _targets(span) if name.strip("_")]
    again = [name for name in names if name in taken]
    chosen = names if len(names) == 1 else again
    return chosen[0] if len(chosen) == 1 else None
