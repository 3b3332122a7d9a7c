"""What a comment with a shape can speak of: the tensors of the statements around it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property

import libcst as cst

from flake8_concat import late
from flake8_concat.keras.graph import Tensor, tensors_in
from flake8_concat.keras.models import Functional
from flake8_concat.rules.comment_evidence import Result
from flake8_concat.rules.comment_output import of_one_round, printed_above
from flake8_concat.rules.comment_scope import (
    before_block,
    end_of_block,
    following,
    is_heading,
    says_more,
)
from flake8_concat.rules.comments import Comment, Layout, Span
from flake8_concat.rules.describe import code
from flake8_concat.rules.known_sizes import known_sizes
from flake8_concat.rules.shape_fit import fits, names_in, surely_fits
from flake8_concat.rules.shape_text import ShapeText, arrows, result_of
from flake8_concat.shapes import Shape, Unknown
from flake8_concat.trace.facts import Event, Facts, Site

_NAME = late.compiled(r"[A-Za-z_]\w*")


class Shapes:
    """The tensors of a file by the lines of the statements that make and take them."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        self.layout = Layout.of(facts.source)

    @cached_property
    def by_statement(self) -> dict[int, list[Event]]:
        """The events with tensors, by the node of each statement that has a part in them."""
        found: dict[int, list[Event]] = {}
        for event in self.facts.events:
            if tensors_of(event, eager=True) or lost(event):
                for statement in {id(site.statement) for site in self.sites(event)}:
                    found.setdefault(statement, []).append(event)
        for one in self.facts.assignments:
            if type(one.value) is not Tensor or one.source is not self.facts.source:
                continue
            value = _named_again(one.statement)
            if value is not None:
                site = Site(value, one.source, one.statement, (one.name,))
                event = Event(site, "attribute", one.name, (), {}, one.value, caller=one.caller)
                found.setdefault(id(one.statement), []).append(event)
        return {statement: _called(events) for statement, events in found.items()}

    @cached_property
    def stand_below(self) -> bool:
        """Whether the file writes its shapes below the lines that make them.

        Several that stand between two statements are of the one above, nearly none of the other.
        """
        above = below = 0
        for comment in self.layout.comments.values():
            said = result_of(comment.text) if comment.own_line else None
            if said is None or not _below_or_between(self.layout, comment, said):
                continue
            one, other = (
                any(
                    self.fit(said, event, [tensor], surely=True)
                    for event, tensor in results_of(self.events_at(span))
                )
                for span in (
                    self.layout.at(comment.line - 1),
                    self.layout.next_after(comment.line),
                )
            )
            above += one and not other
            below += other and not one
        return above > 1 and above > 3 * below

    @cached_property
    def models(self) -> set[int]:
        """The statements that make a model of known tensors, by their nodes."""
        return {
            id(event.site.statement)
            for event in self.facts.events
            if event.kind == "create" and isinstance(event.value, Functional)
        }

    @cached_property
    def tensor_names(self) -> set[str]:
        """All names that tensors are given somewhere in the file."""
        return {one.name for one in self.facts.assignments if one.source is self.facts.source}

    @cached_property
    def _makers(self) -> dict[int, Site]:
        """Where what a function returned was made, by the object: `down(64)` that gives a model."""
        return {
            id(event.value): event.site
            for event in self.facts.events
            if event.kind == "function" and event.value is not None and not tensors_of(event)
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
        What another layer of unknown size makes of it alone says nothing.
        """
        if before:
            yield from event.inputs
            if event.kind == "function":
                yield from tensors_in((event.args, event.kwargs))
        for tensor in tensors_of(event):
            yield tensor
            if span is not None and event.site.statement is not span.node:
                for taker in self._takers.get(id(tensor), ()):
                    for made in tensors_of(taker):
                        if len(taker.inputs) > 1 or all_known(made):
                            yield made

    def ends_above(self, event: Event, comment: Comment) -> bool:
        """Whether a comment stands below the statement of an evaluation.

        It may say what that gives, and not what it took.
        """
        span = self.layout.span_of(event.site.statement)
        return comment.own_line and span is not None and span.last < comment.line

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

    @cached_property
    def _by_line(self) -> dict[tuple[int, int], list[Event]]:
        """The events by their statements and the lines that their calls begin on."""
        found: dict[tuple[int, int], list[Event]] = {}
        for statement, events in self.by_statement.items():
            for event in events:
                for site in self.sites(event):
                    if isinstance(site.node, cst.Call):
                        line = self.facts.source.range_of(site.node).line
                        found.setdefault((statement, line), []).append(event)
        return found

    def events_below(self, span: Span, comment: Comment) -> list[Event]:
        """The events of the line of a statement that follows a comment in it."""
        line = comment.line
        while line <= span.last and line in self.layout.comments:
            line += 1
        return self._by_line.get((id(span.node), line), [])

    def named_at(self, span: Span | None) -> list[Event]:
        """What made the tensors that a statement only gives another name: `x = noise`."""
        if span is None:
            return []
        named = {
            id(tensor)
            for one in self.facts.assignments
            if one.statement is span.node
            for tensor in tensors_in(one.value)
        }
        return [
            event
            for event in (self.facts.events if named else ())
            if any(id(tensor) in named for tensor in tensors_of(event))
        ]

    def _on_line(self, event: Event, line: int) -> bool:
        for site in self.sites(event):
            if isinstance(site.node, cst.Call):
                place = self.facts.source.range_of(site.node)
                if line == place.end_line:
                    return True
        return False


def all_known(tensor: Tensor) -> bool:
    """Whether all sizes but the batch are numbers."""
    return isinstance(tensor.shape, Shape) and all(type(size) is int for size in tensor.shape[1:])


def _called(events: list[Event]) -> list[Event]:
    """Without those of a function that is traced by itself, with nothing known of what goes in.

    Where the function is also called, the calls are what counts.
    """
    if not any(event.caller is not None for event in events):
        return events
    return [event for event in events if event.caller is not None or event.site.function is None]


def tensors_of(event: Event, *, eager: bool = False) -> list[Tensor]:
    """What an evaluation gives; for a read of `x.shape` and for `print(x)`, x.

    eager:  those that have values, too: `tf.random.normal((8, 10))`
    """
    if event.kind == "shape" or event.callee.endswith(".int_shape"):
        shown: Iterable[object] = event.inputs
    else:
        shown = event.args if event.callee == "builtins.print" else tensors_in(event.value)
    return [item for item in shown if isinstance(item, Tensor) and (eager or item.symbolic)]


def _named_again(statement: cst.CSTNode | None) -> cst.BaseExpression | None:
    """What a statement gives another name: `skip = x`, `low = features[1]`."""
    body = statement.body if isinstance(statement, cst.SimpleStatementLine) else ()
    part = body[0] if len(body) == 1 else None
    if not isinstance(part, cst.Assign) or len(part.targets) > 1:
        return None
    of_name = isinstance(part.targets[0].target, cst.Name)
    return part.value if of_name and isinstance(part.value, (cst.Name, cst.Subscript)) else None


def results_of(events: Iterable[Event], *, eager: bool = False) -> list[Result]:
    """What a statement gives: its outermost value in each evaluation, or else its last one."""
    found: list[Result] = []
    last: dict[int, list[Result]] = {}
    for event in events:
        made = [(event, tensor) for tensor in tensors_of(event, eager=eager)]
        if event.site.targets:
            found += made
        last[id(event.caller)] = made
    return found or [pair for pairs in last.values() for pair in pairs]


def spoken_of(shapes: Shapes, comment: Comment, said: ShapeText) -> tuple[list[Event], list[Event]]:
    """What a comment most likely speaks of, and what else it can mean; nothing if that is lost."""
    layout = shapes.layout
    if not comment.own_line:
        span = layout.at(comment.line)
        here = shapes.events_at(span, comment.line)
        return ([] if _lost_outside(shapes, span, here) else here), []
    around = layout.at(comment.line)
    if around is not None and _simple(
        around
    ):  # in the brackets of a statement, above one of its lines
        return shapes.events_below(around, comment), []
    printed = printed_above(layout, comment, said)
    if printed is not None:  # `# (None, 10)` right below `print(x.shape)`
        if not of_one_round(layout, comment, printed):
            return [], []
        return shapes.events_at(printed), shapes.events_at(layout.next_after(comment.line))
    if _names_above(shapes, comment):  # `# x: (None, 10)` right below `x = …`
        return shapes.events_at(layout.at(comment.line - 1)), []
    if _between(layout, comment, said):
        if shapes.stand_below:
            return shapes.events_at(layout.at(comment.line - 1)), _below_too(shapes, comment, said)
        return _right_between(shapes, comment, said)
    below = following(layout, comment, heading=is_heading(comment.text, said))
    apart = bool(below) and below[0].first > end_of_block(layout, comment) + 1
    while below and isinstance(below[0].node, (cst.For, cst.With)):
        below = below[1:]  # it speaks of what is done in there
    above = layout.at(comment.line - 1)
    if above is None and comment.line - 1 in layout.comments:
        above = before_block(layout, comment)
    events = shapes.events_at(below[0]) if below else []
    unseen = len(below) > 1 and any(_unseen(shapes, span) for span in below)
    if unseen or (below and not apart and not events and _of_what_follows(shapes, below[0])):
        return [], []
    earlier = shapes.events_at(above) or shapes.named_at(above)
    if earlier and (not events or apart):
        return earlier, []
    if arrows(comment.text):  # what becomes of what went before
        earlier = []
    return events, [event for span in below[1:] for event in shapes.events_at(span)] + earlier


_FIRST_WORD = late.compiled(r"[#\s]*([A-Za-z_]\w*)\b(?!\s*[*×x,]\s*\d)")


def named_first(text: str) -> str:
    """The word that a comment begins with: what it speaks of, if that is a name."""
    match = _FIRST_WORD.match(text)
    return match[1] if match is not None else ""


def _names_above(shapes: Shapes, comment: Comment) -> bool:
    """Whether a comment begins with a name that is assigned above it, and not below."""
    layout = shapes.layout
    above, below = (
        {target for event in shapes.events_at(span) for target in event.site.targets}
        for span in (layout.at(comment.line - 1), layout.next_after(comment.line))
    )
    return named_first(comment.text) in above - below


def _below_too(shapes: Shapes, comment: Comment, said: ShapeText) -> list[Event]:
    """The statement right below a comment, where it gives just what that says."""
    events = shapes.events_at(shapes.layout.next_after(comment.line))
    return [event for event in events if shapes.fit(said, event, tensors_of(event), surely=True)]


def _right_between(
    shapes: Shapes, comment: Comment, said: ShapeText
) -> tuple[list[Event], list[Event]]:
    """The statements above and below; and of the block that begins there what has this shape."""
    after, *rest = following(shapes.layout, comment, heading=False)
    if any(_unseen(shapes, span) and _goes_on(shapes, span) for span in rest):
        return [], []
    block = [
        event
        for span in rest
        for event in shapes.events_at(span)
        if shapes.fit(said, event, tensors_of(event), surely=True)
    ]
    before = shapes.layout.at(comment.line - 1)
    return shapes.events_at(after), block + shapes.events_at(before)


def _between(layout: Layout, comment: Comment, said: ShapeText) -> bool:
    """Whether a comment is a shape and nothing else, right between two statements."""
    line = comment.line
    below = layout.next_after(line)
    return (
        not says_more(comment.text, said)
        and layout.blocks[line] == (line, line)
        and below is not None
        and below.first == line + 1
        and all(_simple(span) for span in (layout.at(line - 1), below))
    )


def _below_or_between(layout: Layout, comment: Comment, said: ShapeText) -> bool:
    """Whether a comment that is a shape and nothing else stands right below a statement."""
    line = comment.line
    alone = not says_more(comment.text, said) and layout.blocks[line] == (line, line)
    below = alone and _simple(layout.at(line - 1)) and layout.at(line + 1) is None
    return below or _between(layout, comment, said)


def _simple(span: Span | None) -> bool:
    return span is not None and isinstance(span.node, cst.SimpleStatementLine)


def _unseen(shapes: Shapes, span: Span) -> bool:
    """Whether nothing is known of a statement's calls: the comment may speak of them.

    `skip = x` gives a tensor another name, and makes none.
    """
    return (
        isinstance(span.node, cst.SimpleStatementLine)
        and not shapes.events_at(span)
        and id(span.node) not in shapes.models
        and any(
            isinstance(part, (cst.Assign, cst.Return))
            and not _only_names(part.value)
            and not _makes_model(part.value)
            for part in span.node.body
        )
    )


def _of_what_follows(shapes: Shapes, span: Span) -> bool:
    """Whether a comment right above a statement of which nothing is known speaks of that.

    It takes tensors, or reads a shape as `assert aux.shape == …` does.
    """
    return ".shape" in code(span.node) or (_unseen(shapes, span) and _goes_on(shapes, span))


def _lost_outside(shapes: Shapes, span: Span | None, events: list[Event]) -> bool:
    """Whether nothing is known of the call whose result a statement keeps, but of one in it."""
    if span is None or span.first != span.last:
        return False
    body = getattr(span.node, "body", None)
    if not isinstance(body, (list, tuple)) or len(body) != 1 or not isinstance(body[0], cst.Assign):
        return False
    value = body[0].value
    return isinstance(value, cst.Call) and not any(
        event.site.targets or any(site.node is value for site in shapes.sites(event))
        for event in events
    )


def _goes_on(shapes: Shapes, span: Span) -> bool:
    """Whether a statement of which nothing is known may take tensors: by the names in it."""
    words = set(_NAME.findall(code(span.node)))
    return not words.isdisjoint(shapes.tensor_names) or "self" in words


def _makes_model(value: cst.BaseExpression | None) -> bool:
    """`Model(inputs, x)`: no tensor, whatever goes into it."""
    func = value.func if isinstance(value, cst.Call) else None
    name = func.attr if isinstance(func, cst.Attribute) else func
    return isinstance(name, cst.Name) and name.value == "Model"


def _only_names(value: cst.BaseExpression | None) -> bool:
    if isinstance(value, (cst.Tuple, cst.List)):
        return all(_only_names(element.value) for element in value.elements)
    return value is None or isinstance(value, cst.Name)


def lost(event: Event) -> bool:
    """Whether an evaluation gave something that nothing is known of."""
    if event.kind in ("call", "op", "operator") and isinstance(event.value, Unknown):
        return True
    return any(not isinstance(tensor.shape, Shape) for tensor in tensors_in(event.value))
