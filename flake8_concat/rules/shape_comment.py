"""A shape written in a comment is not the shape that the code gives.

## What it does
Reads the shapes that people write beside code, in whatever form: `# (None, 64, 64, 192)`,
`# Output: …`, `# -> 64x64x192`, `# shape = [?, 28, 28, 3]`, `# (bs, 16, 16, 1024)`, `# 52*52*128`,
`# h1: (None, 64, 64, 128)`; at the end of the line, above or below it, in a list of layers, after
`print(x.shape)`, in a docstring that says what is returned. Reports those that fit in no reading:
not with or without the batch, flattened, or with the channels elsewhere; not what goes in either.

`# shape: ?` beside a line is reported with the traced shape, and `--fix` fills it in.

## Why is this bad
The comment was right once. Who changes the model next trusts it.

## Example
```python
import keras
from keras import layers

inputs = keras.Input((128, 128, 3))
x = layers.Conv2D(64, 3, strides=2, padding="same")(inputs)  # (None, 128, 128, 64)
```

## Use instead
```python
import keras
from keras import layers

inputs = keras.Input((128, 128, 3))
x = layers.Conv2D(64, 3, strides=2, padding="same")(inputs)  # (None, 64, 64, 64)
```

## Fix
Writes the traced sizes in place of the wrong ones; the rest of the comment stays. Safe.

## Known limits
A name in the shape stands for any size, unless the module gives it a number. In a function that
gets its sizes from outside, a comment is compared in its channels only, unless several others of
the function fit; where all speak of an image of another size, and where the channels are a
parameter's default (`classes=1000`), nothing is said. Comments that speak of kernels, of what was
or might be, are not read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

import libcst as cst

from flake8_concat.diagnostics import Edit, Fix
from flake8_concat.keras.graph import Tensor, tensors_in
from flake8_concat.rules import describe
from flake8_concat.rules.axes import axis_names
from flake8_concat.rules.axis_order import misordered
from flake8_concat.rules.base import Finding, Place
from flake8_concat.rules.comment_evidence import (
    Agreement,
    Result,
    channels_by_default,
    relevant,
)
from flake8_concat.rules.comment_scope import (
    before_block,
    continues,
    end_of_block,
    following,
    is_heading,
)
from flake8_concat.rules.comments import Comment, Layout, Span
from flake8_concat.rules.known_sizes import known_sizes
from flake8_concat.rules.lineage import behind_refusal
from flake8_concat.rules.shape_docstring import docstrings
from flake8_concat.rules.shape_fit import (
    Difference,
    corrected,
    difference,
    fits,
    names_in,
    surely_fits,
)
from flake8_concat.rules.shape_text import ShapeText, arrows, asked, result_of
from flake8_concat.shapes import Shape, Unknown
from flake8_concat.trace.facts import Event, Facts, Site

CODE = "CAT301"
NAME = "shape-comment"


class _Shapes:
    """The tensors of a file by the lines of the statements that make and take them."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        self.layout = Layout.of(facts.source)

    @cached_property
    def by_statement(self) -> dict[int, list[Event]]:
        """The events with tensors, by the node of each statement that has a part in them."""
        found: dict[int, list[Event]] = {}
        for event in self.facts.events:
            if _tensors(event) or _lost(event):
                for statement in {id(site.statement) for site in self.sites(event)}:
                    found.setdefault(statement, []).append(event)
        return {statement: _called(events) for statement, events in found.items()}

    @cached_property
    def _makers(self) -> dict[int, Site]:
        """Where what a function returned was made, by the object: `down(64)` that gives a model."""
        return {
            id(event.value): event.site
            for event in self.facts.events
            if event.kind == "function" and event.value is not None and not _tensors(event)
        }

    def sites(self, event: Event) -> list[Site]:
        """Where an evaluation is written in this file: the call, and what made the layer."""
        maker = self._makers.get(id(event.operation)) if event.kind == "call" else None
        found = [event.site, event.created, maker]
        return [site for site in found if site is not None and site.source is self.facts.source]

    @cached_property
    def _takers(self) -> dict[int, list[Event]]:
        found: dict[int, list[Event]] = {}
        for event in self.facts.events:
            for tensor in event.inputs:
                found.setdefault(id(tensor), []).append(event)
        return found

    def nearby(self, event: Event, span: Span | None, *, before: bool) -> Iterator[Tensor]:
        """What goes into an evaluation (`before`) and comes out of it.

        Where the layer is made at a comment and called elsewhere, the comment may speak of what
        the next call makes of it: `up(64),  # (bs, 32, 32, 128)`, joined with its skip in a loop.
        """
        if before:
            yield from event.inputs
        for tensor in _tensors(event):
            yield tensor
            if span is not None and event.site.statement is not span.node:
                for taker in self._takers.get(id(tensor), ()):
                    yield from _tensors(taker)

    def fit(
        self, said: ShapeText, event: Event, tensors: Iterable[Tensor], *, surely: bool = False
    ) -> bool:
        """Whether a shape can be that of one of the tensors, as its names stand there."""
        known = known_sizes(names_in(said), event, self.facts)
        judge = surely_fits if surely else fits
        return any(judge(said, t.shape, known) for t in tensors if isinstance(t.shape, Shape))

    def events_at(self, span: Span | None, line: int | None = None) -> list[Event]:
        """The events of a statement; of one line of it, if it has several and a call is there."""
        if span is None:
            return []
        events = self.by_statement.get(id(span.node), [])
        if line is None or span.first == span.last:
            return events
        here = [event for event in events if self._on_line(event, line)]
        return here or (events if line == span.last else [])

    def _on_line(self, event: Event, line: int) -> bool:
        for site in self.sites(event):
            if isinstance(site.node, cst.Call):
                place = self.facts.source.range_of(site.node)
                if line == place.end_line:
                    return True
        return False


def _called(events: list[Event]) -> list[Event]:
    """Without those of a function that is traced by itself, with nothing known of what goes in.

    Where the function is also called, the calls are what counts.
    """
    if not any(event.caller is not None for event in events):
        return events
    return [event for event in events if event.caller is not None or event.site.function is None]


def _tensors(event: Event) -> list[Tensor]:
    """What an evaluation gives; for a read of `x.shape` and for `print(x)`, x."""
    if event.kind == "shape" or event.callee.endswith(".int_shape"):
        shown: Iterable[object] = event.inputs
    else:
        shown = event.args if event.callee == "builtins.print" else tensors_in(event.value)
    return [item for item in shown if isinstance(item, Tensor) and item.symbolic]


def check(facts: Facts) -> Iterator[Finding]:
    """The findings of this rule."""
    if "#" in facts.source.text:
        shapes = _Shapes(facts)
        judged: list[_Judged] = []
        for comment in shapes.layout.comments.values():
            if "?" in comment.text and asked(comment.text):
                yield from _answer(shapes, comment)
                continue
            said = result_of(comment.text)
            if said is not None and not continues(shapes.layout, comment, said):
                judged += _judge(shapes, comment, said)
        agreement = Agreement()
        for item in judged:
            if item.wrong is None:
                agreement.fits(item.said, item.results)
            else:
                agreement.differs(item.said, item.results, item.wrong)
        for item in judged:
            yield from _report(facts, item, agreement)
    yield from docstrings(facts)


def _answer(shapes: _Shapes, comment: Comment) -> Iterator[Finding]:
    """`# shape: ?` is asked to be filled in."""
    span = shapes.layout.at(comment.line)
    if comment.own_line:
        span = shapes.layout.next_after(comment.line)
    found = _results(shapes.events_at(span, None if comment.own_line else comment.line))
    texts = {str(tensor.shape) for _, tensor in found if isinstance(tensor.shape, Shape)}
    at = asked(comment.text)
    if behind_refusal(shapes.facts, *(tensor for _, tensor in found)):
        return
    if (
        len(texts) != 1
        or at is None
        or len(found) != len([t for _, t in found if isinstance(t.shape, Shape)])
    ):
        return
    text = texts.pop()
    edit = Edit(comment.range(*at), text)
    yield Finding(
        Place(shapes.facts.source, range=comment.range(*at)),
        f"the shape here is {text}; --fix writes it",
        fixes=(Fix(f"Write {text}", (edit,), safe=True),),
    )


def _results(events: Iterable[Event]) -> list[Result]:
    """What a statement gives: its outermost value in each evaluation, or else its last one."""
    found: list[Result] = []
    last: dict[int, list[Result]] = {}
    for event in events:
        made = [(event, tensor) for tensor in _tensors(event)]
        if event.site.targets:
            found += made
        last[id(event.caller)] = made
    return found or [pair for pairs in last.values() for pair in pairs]


@dataclass(frozen=True, slots=True)
class _Judged:
    """A comment, the shape in it, what it speaks of, and how the last of these differs from it.

    wrong:   None if one of them is what it says
    others:  what else it could mean
    beside:  what it says is something that goes in, or comes out further down
    """

    comment: Comment
    said: ShapeText
    results: list[Result]
    wrong: Difference | None = None
    others: list[Event] = field(default_factory=list)
    beside: bool = False


def _judge(shapes: _Shapes, comment: Comment, said: ShapeText) -> Iterator[_Judged]:
    """What a comment says of the tensors that it speaks of; nothing where that is not certain."""
    events, others = _spoken_of(shapes, comment, said)
    results = _results(events)
    if not results or not all(
        event.certain and isinstance(tensor.shape, Shape) for event, tensor in results
    ):
        return
    if comment.own_line and any(_lost(event) for event in others):
        return
    if any(shapes.fit(said, event, [tensor]) for event, tensor in results):
        yield _Judged(comment, said, results)
        return
    here = None if comment.own_line else shapes.layout.at(comment.line)
    before = not said.result or (here is None and not arrows(comment.text))
    spoken = (*events, *others)
    for event in spoken:
        sure = said.plane or (said.result and event is not spoken[-1])
        for tensor in shapes.nearby(event, here, before=before):
            surely = sure or (said.with_batch and _rank(tensor) != len(said.dims))
            if shapes.fit(said, event, [tensor], surely=surely):
                yield _Judged(comment, said, [(event, tensor)], beside=True)
                return
    if any(_but_for_default(shapes.facts, said, event) for event in spoken):
        return
    last = results[-1]
    if said.plane and _is_argument(said, last[0]):
        return
    wrong = _difference(shapes.facts, said, *last)
    if wrong is not None:
        yield _Judged(comment, said, results, wrong, others)


def _rank(tensor: Tensor) -> int | None:
    return len(tensor.shape) if isinstance(tensor.shape, Shape) else None


def _but_for_default(facts: Facts, said: ShapeText, event: Event) -> bool:
    """Whether all but the channels fits, and those are a parameter's default: `classes=21`."""
    for tensor in _tensors(event):
        if isinstance(tensor.shape, Shape):
            wrong = _difference(facts, said, event, tensor)
            if wrong is not None and channels_by_default(wrong, event, tensor):
                return True
    return False


def _report(facts: Facts, item: _Judged, agreement: Agreement) -> Iterator[Finding]:
    """The finding of a comment whose shape fits nothing that it can speak of."""
    comment, said, results, wrong = item.comment, item.said, item.results, item.wrong
    if item.beside:
        return
    if wrong is None:
        yield from _order(facts, comment, said, [tensor for _, tensor in results])
        return
    results, wrong = _closest(facts, said, results, wrong, item.others)
    if not _by_name(said, wrong):
        meant = relevant(wrong, results, agreement)
        if meant is None:
            return
        wrong = meant
    if behind_refusal(facts, *(tensor for _, tensor in results)):
        return
    alike = len({str(tensor.shape) for _, tensor in results}) == 1
    yield _finding(facts, _Said(comment, said, results[-1][1], wrong), alike=alike)


def _closest(
    facts: Facts,
    said: ShapeText,
    results: list[Result],
    wrong: Difference,
    others: Iterable[Event],
) -> tuple[list[Result], Difference]:
    """Of all that a comment above a block can speak of, what differs from it least."""
    groups: dict[int, list[Result]] = {}
    for event in others:
        for tensor in _tensors(event) if event.certain else ():
            if isinstance(tensor.shape, Shape) and not wrong.rank:
                groups.setdefault(id(event.site), []).append((event, tensor))
    for group in groups.values():
        there = _difference(facts, said, *group[-1])
        if there is None or there.rank:
            continue
        if _distance(said, group[-1][1], there) < _distance(said, results[-1][1], wrong):
            results, wrong = group, there
    return results, wrong


def _distance(said: ShapeText, tensor: Tensor, wrong: Difference) -> tuple[int, int]:
    """In how many axes a tensor differs from what is said, and by how much."""
    places = zip(wrong.axes, wrong.positions, strict=True)
    sizes = [(said.dims[at].value, tensor.shape[axis]) for axis, at in places]  # type: ignore[index]
    return len(sizes), sum(abs(a - b) for a, b in sizes if type(a) is int and type(b) is int)


def _is_argument(said: ShapeText, event: Event) -> bool:
    """Whether `# 4x4` can be the kernel that the call is given."""
    written = describe.code(event.site.node)
    if event.created is not None:
        written += describe.code(event.created.node)
    return all(re.search(rf"\b{dim.value}\b", written) for dim in said.dims)


def _order(
    facts: Facts, comment: Comment, said: ShapeText, tensors: list[Tensor]
) -> Iterator[Finding]:
    """The finding of a comment that gives the axes the names of others."""
    found = [misordered(said, tensor, facts) for tensor in tensors]
    places = found[0]
    if not places or any(other != places for other in found):
        return
    text = comment.text
    words = {at: text[said.dims[at].start : said.dims[at].end] for at in places}
    edits = tuple(
        Edit(comment.range(said.dims[at].start, said.dims[at].end), words[source])
        for at, source in sorted(places.items())
    )
    names = ", ".join(axis_names(tensors[0], facts.image_data_format))
    yield Finding(
        Place(facts.source, range=comment.range(said.start, said.end)),
        f"the comment says {text[said.start : said.end]}, the axes are ({names})",
        fixes=(Fix(f"Reorder {', '.join(words.values())}", edits, safe=True),),
    )


def _difference(facts: Facts, said: ShapeText, event: Event, tensor: Tensor) -> Difference | None:
    known = known_sizes(names_in(said), event, facts)
    return difference(said, tensor.shape, known)  # type: ignore[arg-type]


def _spoken_of(
    shapes: _Shapes, comment: Comment, said: ShapeText
) -> tuple[list[Event], list[Event]]:
    """What a comment most likely speaks of, and what else it can mean; nothing if that is lost."""
    layout = shapes.layout
    if not comment.own_line:
        return shapes.events_at(layout.at(comment.line), comment.line), []
    below = following(layout, comment, heading=is_heading(comment.text, said))
    above = layout.at(comment.line - 1)
    if above is None and comment.line - 1 in layout.comments:
        above = before_block(layout, comment)
    if len(below) > 1 and any(_unseen(shapes, span) for span in below):
        return [], []
    events = shapes.events_at(below[0]) if below else []
    before = shapes.events_at(above)
    apart = bool(below) and below[0].first > end_of_block(layout, comment) + 1
    if before and (not events or apart):
        return before, []
    return events, [event for span in below[1:] for event in shapes.events_at(span)] + before


def _unseen(shapes: _Shapes, span: Span) -> bool:
    """Whether nothing is known of a statement's calls: the comment may speak of them.

    `skip = x` gives a tensor another name, and makes none.
    """
    return (
        isinstance(span.node, cst.SimpleStatementLine)
        and not shapes.events_at(span)
        and any(
            isinstance(part, (cst.Assign, cst.Return)) and not _only_names(part.value)
            for part in span.node.body
        )
    )


def _only_names(value: cst.BaseExpression | None) -> bool:
    if isinstance(value, (cst.Tuple, cst.List)):
        return all(_only_names(element.value) for element in value.elements)
    return value is None or isinstance(value, cst.Name)


def _lost(event: Event) -> bool:
    """Whether an evaluation gave something that nothing is known of."""
    if event.kind in ("call", "op", "operator") and isinstance(event.value, Unknown):
        return True
    return any(not isinstance(tensor.shape, Shape) for tensor in tensors_in(event.value))


def _by_name(said: ShapeText, wrong: Difference) -> bool:
    """Whether the wrong sizes are names, known for each call: `units` of this very function."""
    values = [said.dims[at].value for at in wrong.positions]
    return bool(values) and all(isinstance(value, str) for value in values)


@dataclass(frozen=True, slots=True)
class _Said:
    """A comment, the shape in it, the tensor that it speaks of, and how they differ."""

    comment: Comment
    shape: ShapeText
    tensor: Tensor
    wrong: Difference


def _finding(facts: Facts, said: _Said, *, alike: bool) -> Finding:
    comment, shape, tensor = said.comment, said.shape, said.tensor
    text = comment.text[shape.start : shape.end]
    axes = _axes(facts, shape, tensor, said.wrong)
    fixes: tuple[Fix, ...] = ()
    if alike and isinstance(tensor.shape, Shape):
        edits = tuple(
            Edit(comment.range(start, end), new)
            for start, end, new in corrected(comment.text, shape, tensor.shape, said.wrong)
        )
        fixes = (Fix("Write the traced shape", edits, safe=True),)
    return Finding(
        Place(facts.source, range=comment.range(shape.start, shape.end)),
        f"the comment says {text}, the code gives {tensor.shape}{axes}",
        fixes=fixes,
    )


def _axes(facts: Facts, said: ShapeText, tensor: Tensor, wrong: Difference) -> str:
    shape = tensor.shape
    if wrong.rank or not isinstance(shape, Shape):
        return f": rank {len(shape)}" if isinstance(shape, Shape) else ""
    names = axis_names(tensor, facts.image_data_format)
    told = []
    for axis, at in zip(wrong.axes, wrong.positions, strict=True):
        name = f" ({names[axis]})" if axis < len(names) else ""
        told.append(f"axis {axis}{name} is {shape[axis]}, not {said.dims[at].value}")
    return ": " + ", ".join(told)
