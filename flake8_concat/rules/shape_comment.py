"""A shape written in a comment is not the shape that the code gives.

## What it does
Reads the shapes that people write beside code, in whatever form: `# (None, 64, 64, 192)`,
`# Output: …`, `# -> 64x64x192`, `# shape = [?, 28, 28, 3]`, `# (bs, 16, 16, 1024)`, `# 52*52*128`,
`# h1: (None, 64, 64, 128)`; at the end of the line, above or below it, in a list of layers, after
`print(x.shape)`, in a docstring that says what is returned. Reports those that fit in no reading:
not with or without the batch, flattened, or with the channels elsewhere; not what goes in either.
Where nobody gives the sizes, `# 24x32 -> 48x64` is held against what the layer makes of 24 x 32
(so is `# (None, 24, 32, 8) -> (None, 48, 64, 8)` above a layer that a class makes), and the sides
of one map against those of all others in the function, or in the list of layers. Where comments say
what goes in and what comes out, `# 104,104,64 -> 52,52,128`, one has to begin with what the one
before ends with, a join makes as many channels as its parts have, and a reshape keeps the number of
elements. In a sentence, `7x8` beside a map or a kernel of 7 x 7 is a slip; so is the one list of
axes with the width before the height among many.
A docstring that names the axes of a parameter in another order, or that says another number of
axes of what is returned, is reported as well.

In a function that nothing in the file calls, the file itself says what there is: its comments
(`# x: (batch, steps, units)`), its docstring, the names in `b, h, w, c = x.shape`. It is traced
with that, and a comment that can't be so while all others are is reported.

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
parameter's default (`classes=1000`), nothing is said; nor where several comments of a function give
the sizes that go into their lines. Comments that speak of kernels, of what was or might be, are not
read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import libcst as cst

from flake8_concat import late
from flake8_concat.keras.graph import Tensor
from flake8_concat.rules import describe
from flake8_concat.rules.base import Finding
from flake8_concat.rules.comment_arguments import (
    is_told_its_input,
    repeats_the_call,
)
from flake8_concat.rules.comment_batch import batch_behind
from flake8_concat.rules.comment_below import on_the_way, pooled_below
from flake8_concat.rules.comment_chain import chains
from flake8_concat.rules.comment_evidence import (
    Agreement,
    Result,
    alike,
    channels_by_default,
)
from flake8_concat.rules.comment_flat import (
    flat_product,
    flat_size,
    is_of_sequence,
    what_is_flattened,
)
from flake8_concat.rules.comment_fractions import fractions
from flake8_concat.rules.comment_from_to import from_to
from flake8_concat.rules.comment_habits import Judged, of_what_goes_in
from flake8_concat.rules.comment_links import links
from flake8_concat.rules.comment_lists import lists
from flake8_concat.rules.comment_moved import moved
from flake8_concat.rules.comment_nearest import (
    difference_here,
)
from flake8_concat.rules.comment_of_input import inputs_of_models
from flake8_concat.rules.comment_one_image import of_one_image
from flake8_concat.rules.comment_order import lone_orders, orders_read_below, unpacked_orders
from flake8_concat.rules.comment_output import in_a_table, printed_above
from flake8_concat.rules.comment_parts import parts
from flake8_concat.rules.comment_printed import printed
from flake8_concat.rules.comment_rearranged import rearranged
from flake8_concat.rules.comment_report import around_of, report
from flake8_concat.rules.comment_reshape import reshaped, squared
from flake8_concat.rules.comment_slips import slips
from flake8_concat.rules.comment_squares import lone_sides
from flake8_concat.rules.comment_steps import steps
from flake8_concat.rules.comment_supposed import contradictions
from flake8_concat.rules.comment_told import of_another
from flake8_concat.rules.comment_twice import named_twice
from flake8_concat.rules.comments import Comment, Span
from flake8_concat.rules.lone_layer import LoneLayer, lone_findings, lone_layer
from flake8_concat.rules.shape_asked import answer
from flake8_concat.rules.shape_docstring import docstrings
from flake8_concat.rules.shape_fit import counts
from flake8_concat.rules.shape_taken import taken
from flake8_concat.rules.shape_text import (
    ShapeText,
    arrows,
    asked,
    leads_to,
    result_of,
    two_sizes,
)
from flake8_concat.rules.spoken_of import (
    Shapes,
    all_known,
    lost,
    named_first,
    results_of,
    spoken_of,
    tensors_of,
)
from flake8_concat.shapes import Shape
from flake8_concat.trace.facts import Event, Facts

CODE = "CAT301"
NAME = "shape-comment"


@dataclass(slots=True)
class _Read:
    """What the comments of a file say.

    judged:   what that is held against
    alone:    those beside a layer of which no more is known
    written:  all shapes
    """

    judged: list[Judged] = field(default_factory=list)
    alone: list[LoneLayer] = field(default_factory=list)
    written: list[tuple[Comment, ShapeText]] = field(default_factory=list)


def check(facts: Facts) -> Iterator[Finding]:
    """The findings of this rule."""
    if "#" in facts.source.text:
        shapes, read, told = Shapes(facts), _Read(), set[int]()
        for comment in shapes.layout.comments.values():
            if "?" in comment.text and asked(comment.text):
                yield from answer(shapes, comment)
            elif not comment.of_code and not in_a_table(shapes.layout, comment):
                found = list(_read(shapes, comment, read))
                told |= {comment.line for _ in found}
                yield from found
        agreement = Agreement()
        aside = of_what_goes_in(shapes, read.judged)
        judged = [item for item in read.judged if id(item) not in aside]
        for item in judged:
            if item.wrong is None:
                agreement.fits(item.said, item.results)
            else:
                agreement.differs(item.said, item.results, item.wrong)
        around = {around_of(item) for item in judged if item.beside and not item.comment.own_line}
        for item in judged:
            found = list(report(shapes, item, agreement, alone=around_of(item) not in around))
            told |= {item.comment.line for _ in found}
            yield from found
        for comment, finding in contradictions(facts):
            if comment.line not in told:
                told.add(comment.line)
                yield finding
        others = [one for one in read.written if one[0].line not in told]
        right = {item.comment.line for item in judged if item.wrong is None and _is_whole(item)}
        found = list(chains(facts, others, right))
        yield from found
        right |= {finding.at.resolve().line for finding in found}
        yield from batch_behind(shapes, told | right)
        yield from moved(shapes, judged)
        yield from of_one_image(shapes, judged)
        yield from fractions(shapes, judged)
        yield from lone_findings(facts.source, read.alone)
        lone = list(lone_sides(shapes, {i.comment.line for i in judged if i.wrong is not None}))
        told |= {found.at.resolve().line for found in lone}
        yield from lone
        yield from links(facts, told, right)
        yield from rearranged(facts, told)
        yield from printed(facts, told)
        yield from parts(facts)
        yield from lists(facts)
        yield from inputs_of_models(facts)
        yield from named_twice(facts)
    yield from lone_orders(facts)
    yield from unpacked_orders(facts)
    yield from orders_read_below(facts)
    yield from docstrings(facts)


def _read(shapes: Shapes, comment: Comment, read: _Read) -> Iterator[Finding]:
    """Reads one comment; the findings that need no other one."""
    source, layout = shapes.facts.source, shapes.layout
    if "in" in comment.text and "ut" in comment.text:
        yield from taken(shapes, comment)
    yield from steps(shapes, comment)
    yield from from_to(shapes, comment)
    yield from squared(source, layout, comment)
    said = _said_by(shapes, comment)
    if said is None:
        yield from slips(shapes, comment)
        return
    another = of_another(layout, comment, said)
    if comment.own_line or not another:
        read.written.append((comment, said))
    if not another:
        read.judged += _judge(shapes, comment, said)
        if _is_untraced(shapes, comment):
            span = layout.at(comment.line)
            layer = lone_layer(source, span, comment, said)
            read.alone += [layer] if layer is not None else []
            yield from reshaped(source, span, comment, said)


def _said_by(shapes: Shapes, comment: Comment) -> ShapeText | None:
    """The shape that a comment says of a result, None if it says none."""
    said = result_of(comment.text) or _two_sizes(shapes, comment)
    said = said or flat_size(shapes, comment)
    return flat_product(shapes, comment, said) or said


def _is_whole(item: Judged) -> bool:
    """Whether every size of what a comment speaks of is known, but for the batch's."""
    shapes = [tensor.shape for _, tensor in item.results]
    return all(
        isinstance(shape, Shape) and all(type(size) is int for size in shape[1:])
        for shape in shapes
    )


def _two_sizes(shapes: Shapes, comment: Comment) -> ShapeText | None:
    """The shape of `# (2, 4)` after `print(x.shape)`, or beside a call that gives (2, …).

    Or beside a convolution of sequences that has one of the two. Elsewhere that may be anything: a
    kernel, a point, two numbers.
    """
    said = None if comment.own_line else two_sizes(comment.text)
    if said is None:
        return None
    events = shapes.events_at(shapes.layout.at(comment.line), comment.line)
    read = [event for event in events if event.kind == "shape"]
    if len(read) == 1 and len(read[0].inputs) == 1:
        return said
    made = results_of(events, eager=True)
    same = bool(made) and all(
        event.kind in ("call", "op")
        and isinstance(tensor.shape, Shape)
        and len(tensor.shape) == len(said.dims)
        and tensor.shape[0] == said.dims[0].value
        for event, tensor in made
    )
    return said if same or is_of_sequence(said, made) else None


def _is_untraced(shapes: Shapes, comment: Comment) -> bool:
    """Whether a comment stands at the end of a line of which the trace knows nothing."""
    return not comment.own_line and not any(
        isinstance(tensor.shape, Shape)
        for event in shapes.events_at(shapes.layout.at(comment.line))
        for tensor in tensors_of(event)
    )


def _judge(shapes: Shapes, comment: Comment, said: ShapeText) -> Iterator[Judged]:
    """What a comment says of the tensors that it speaks of; nothing where that is not certain."""
    events, others = spoken_of(shapes, comment, said)
    if events:
        yield from _judge_of(shapes, comment, said, events, others)
    elif comment.own_line and printed_above(shapes.layout, comment, said) is None:
        yield from _one_side(shapes, comment, said)


def _judge_of(
    shapes: Shapes,
    comment: Comment,
    said: ShapeText,
    events: list[Event],
    others: list[Event],
) -> Iterator[Judged]:
    """The same of a comment that speaks of `events`, or else of `others`.

    Above a line that draws weights it may speak of the map that they are for.
    """
    last = results_of(events, eager=not comment.own_line)
    made = what_is_flattened(said, last)
    results = _named(shapes, comment, made)
    if not _known(results) or all(_is_number(result) for result in results):
        return
    if comment.own_line and any(lost(event) for event in others):
        return
    if any(shapes.fit(said, event, [tensor]) for event, tensor in results):
        yield Judged(comment, said, results)
        return
    flat = {id(event) for event, _ in results} if made is not last else set()
    spoken = tuple([event for event in (*events, *others) if id(event) not in flat])
    named = comment.own_line and _names_its_target(shapes.facts, comment, results)
    near = None if named else _near(shapes, comment, said, results, spoken)
    if near is not None and len(results) == len(made):  # else the comment says which it means
        yield Judged(comment, said, [near], beside=True)
        return
    if any(_but_for_default(shapes.facts, said, event) for event in spoken):
        return
    heading = comment.own_line and not named
    if heading and (on_the_way(shapes, comment) or pooled_below(shapes, comment, said)):
        return
    result = results[-1]
    if repeats_the_call(comment.text, said, result[0]):
        return
    wrong = difference_here(shapes.facts, said, *result)
    taken = comment.own_line and _takes(result[0].site.node, named_first(comment.text))
    if wrong is not None and not ((wrong.rank or taken) and _may_go_in(comment, said, result)):
        yield Judged(comment, said, results, wrong, others)


def _named(shapes: Shapes, comment: Comment, results: list[Result]) -> list[Result]:
    """Of several tensors, the one that a comment begins with: `skip, x = …  # x: (None, 32, 8)`."""
    name = named_first(comment.text) if len(results) > 1 else ""
    tensors = {
        id(one.value) for one in (shapes.facts.assignments if name else ()) if one.name == name
    }
    return [result for result in results if id(result[1]) in tensors] or results


def _names_its_target(facts: Facts, comment: Comment, results: list[Result]) -> bool:
    """Whether it begins with the name that the line below gives: `# pool1: 32 x 32 x 64`.

    And which is not what goes in as well: `# x: (32, 32, 64)` above `x = pool(x)`.
    """
    name = named_first(comment.text)
    if not name or not all(name in event.site.targets for event, _ in results):
        return False
    so_called = {id(one.value) for one in facts.assignments if one.name == name}
    return not any(
        id(one) in so_called for event, _ in results for one in event.inputs
    ) and not any(_takes(event.site.node, name) for event, _ in results)


def _takes(call: cst.CSTNode, name: str) -> bool:
    """Whether a call is given what has this name: a parameter is no assignment."""
    return isinstance(call, cst.Call) and any(
        isinstance(arg.value, cst.Name) and arg.value.value == name for arg in call.args
    )


def _is_number(result: Result) -> bool:
    """Whether it is a number that was calculated on the way: `rows * columns` in a reshape."""
    event, tensor = result
    return event.kind == "operator" and tensor.shape == ()


def _may_go_in(comment: Comment, said: ShapeText, result: Result) -> bool:
    """Whether a comment may speak of what goes in, of which too little is known.

    "# x = [b, 28, 28]" above `x = tf.reshape(x, [-1, 784])`; "# (b, 7, 7, 64)" beside a pooling of
    which no size is known.
    """
    event, tensor = result
    if comment.own_line:
        given = event.args[:1]
        unknown = not all(isinstance(getattr(one, "shape", None), Shape) for one in given)
        return not all_known(tensor) or (unknown and not arrows(comment.text))
    if _has_its_features(said, result):
        return False
    unsure = [one for one in event.inputs if not all_known(one)]
    if all_known(tensor):
        ends = isinstance(tensor.shape, Shape) and said.dims[-1].value == tensor.shape[-1]
        return not ends and any(_rank(one) == len(said.dims) for one in unsure)
    ranks = [_rank(one) for one in event.inputs]
    return not ranks or None in ranks or len(said.dims) in ranks


_SETS_FEATURES = late.compiled(r"(?:LSTM|GRU|RNN|Dense)$")


def _has_its_features(said: ShapeText, result: Result) -> bool:
    """Whether a comment ends with the features that a layer gives, which none of its inputs has.

    "(batch, steps, units)" beside `LSTM(units)`, of whose input nothing is known.
    """
    event, tensor = result
    if not isinstance(tensor.shape, Shape) or not _SETS_FEATURES.search(event.callee):
        return False
    last = str(tensor.shape[-1])
    given = [one.shape[-1] for one in event.inputs if isinstance(one.shape, Shape) and one.shape]
    return str(said.dims[-1].value) == last and last not in map(str, given)


def _near(
    shapes: Shapes,
    comment: Comment,
    said: ShapeText,
    results: list[Result],
    spoken: tuple[Event, ...],
) -> Result | None:
    """What goes into one of `spoken`, or comes out further down, that is what a comment says."""
    here = None if comment.own_line else shapes.layout.at(comment.line)
    if leads_to(comment.text, said):
        spoken = tuple([event for event in spoken if _is_below(event, comment)])
    if here is None:
        before = not (said.result and arrows(comment.text)) and not leads_to(comment.text, said)
    else:
        unsaid = not counts(said) and not _has_its_features(said, results[-1])
        before = unsaid or _of_an_input(comment, said, here, results)
        before = before or any(is_told_its_input(event) for event in spoken)
        if said.result and isinstance(here.node, cst.SimpleStatementLine):
            spoken = tuple(event for event, _ in results)  # not what is made on the way
    for event in spoken:
        surely = said.plane or (said.result and event is not spoken[-1])
        taken = before and not shapes.ends_above(event, comment)
        for tensor in shapes.nearby(event, here, before=taken):
            if said.with_batch and _rank(tensor) != len(said.dims):
                continue
            if shapes.fit(said, event, [tensor], surely=surely):
                return event, tensor
    return None


def _is_below(event: Event, comment: Comment) -> bool:
    """Whether a call stands on the line of a comment, or further down."""
    return event.site.source.range_of(event.site.node).line >= comment.line


def _known(results: list[Result]) -> bool:
    """Whether there are shapes, and they are certain.

    So they are where a loop that runs nobody knows how often gives the same in every round.
    """
    if not results or not all(isinstance(tensor.shape, Shape) for _, tensor in results):
        return False
    certain = [event.certain for event, _ in results]
    return all(certain) or (any(certain) and alike(results))


def _one_side(shapes: Shapes, comment: Comment, said: ShapeText) -> Iterator[Judged]:
    """A comment above a block with statements of which nothing is known.

    It may speak of those. Only where it gives one side of a square map another size than the other,
    and all else is that of the first statement, it is a slip.
    """
    span = shapes.layout.next_after(comment.line)
    if span is None or span.first != comment.line + 1 or said.plane or len(said.dims) < 3:
        return
    results = results_of(shapes.events_at(span))
    if not results or not alike(results) or not all(event.certain for event, _ in results):
        return
    event, tensor = results[-1]
    shape = tensor.shape
    if not isinstance(shape, Shape) or len(shape) != 4 or shape[1] != shape[2]:
        return
    if any(type(size) is not int for size in shape[1:]):
        return
    wrong = difference_here(shapes.facts, said, event, tensor)
    if wrong is not None and wrong.axes in ((1,), (2,)):
        yield Judged(comment, said, results, wrong)


_NAMED_BEFORE = late.compiled(r"(\w+)(?:\.(?:get_)?shape(?:\(\))?)?\s*(?::|==?|is|has|->)?\s*$")


def _of_an_input(comment: Comment, said: ShapeText, span: Span, results: list[Result]) -> bool:
    """Whether a comment at the end of a line speaks of what goes in: it names that.

    All others speak of what comes out.
    """
    named = _NAMED_BEFORE.search(comment.text[: said.start])
    if named is None or said.result:
        return False
    name, targets = named[1], {t for event, _ in results for t in event.site.targets}
    parts = getattr(span.node, "body", ())  # the line itself has the comment in it
    code = " ".join(map(describe.code, parts)) if isinstance(parts, (list, tuple)) else ""
    return name not in targets and bool(re.search(rf"\b{name}\b", code))


def _rank(tensor: Tensor) -> int | None:
    return len(tensor.shape) if isinstance(tensor.shape, Shape) else None


def _but_for_default(facts: Facts, said: ShapeText, event: Event) -> bool:
    """Whether all but the channels fits, and those are a parameter's default: `classes=21`."""
    for tensor in tensors_of(event):
        if isinstance(tensor.shape, Shape):
            wrong = difference_here(facts, said, event, tensor)
            told = said.dims[wrong.positions[-1]].value if wrong and wrong.positions else None
            if wrong is not None and channels_by_default(wrong, event, tensor, told):
                return True
    return False
