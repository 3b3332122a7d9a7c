"""The third position of a convolution is its stride, not its second kernel size.

## What it does
Finds `Conv2D(32, 3, 3)`: two equal odd numbers (or a kernel smaller than its stride) where the
second one is read as the stride; and names of the two sides of a kernel there, `rows, cols`,
`kernel_size[0], kernel_size[1]`.

## Why is this bad
In Keras 1 this was a kernel of 3 x 3. Since Keras 2 it is a kernel of 3 x 3 with a stride of 3: the
model builds, and sees a ninth of the picture.

## Example
```python
import keras
from keras import layers

inputs = keras.Input((96, 96, 3))
x = layers.Conv2D(32, 3, 3, activation="relu")(inputs)
```

## Use instead
```python
import keras
from keras import layers

inputs = keras.Input((96, 96, 3))
x = layers.Conv2D(32, (3, 3), activation="relu")(inputs)
```

## Fix
Writes the keyword, `strides=3`, which is safe: it says what happens now. The other one makes it a
kernel, `(3, 3)`, and changes what the model does; it is the only one in files that have imports or
arguments of Keras 1.

## Known limits
A stride of 1 or 2, a kernel of 2 or 4 with its own size as the stride (patches on purpose), and
calls with other arguments of Keras 1 (`border_mode=`) are left alone; so are all numbers of a file
that has a stride third elsewhere (`Conv2D(64, 7, 2)`), and calls whose comment speaks of strides.
`Conv2DTranspose(32, 3, 3)` enlarges by 3, unless another one of the file has the pair `(3, 3)`.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

import libcst as cst

from flake8_concat import late
from flake8_concat.diagnostics import Edit, Fix, Range
from flake8_concat.rules import describe
from flake8_concat.rules.base import Finding, Place
from flake8_concat.rules.comments import Layout
from flake8_concat.rules.names import label
from flake8_concat.rules.side_words import pair_sides
from flake8_concat.rules.words import words_of
from flake8_concat.trace.facts import Event, Facts

CODE = "CAT405"
NAME = "positional-stride"

LAYERS = tuple(
    f"keras.layers.{name}"
    for name in ("Conv2D", "Convolution2D", "SeparableConv2D", "SeparableConvolution2D")
)
# Who enlarges by 3 may well write so, but for who writes such kernels in one.
_ENLARGING = "keras.layers.Conv2DTranspose"
_KERAS_1 = frozenset(
    "border_mode subsample nb_filter nb_row nb_col init dim_ordering W_regularizer b_regularizer "
    "bias W_constraint b_constraint atrous_rate".split()
)
# What only Keras 1 had: modules, arguments of other calls.
_OF_KERAS_1 = late.compiled(
    r"\bkeras\.layers\.(?:convolutional|core)\b"
    r"|\b(?:nb_epoch|nb_filter|border_mode|samples_per_epoch|image_dim_ordering)\b"
)
_STRIDES = late.compiled(
    r"(?i)\b(?:strides?|strided|down-?\s?sampl\w*|down-?scal\w*|shrinks?|patch\w*|non-overlapping)\b"
)
_HALF = 2
_KERNEL = frozenset("kernel kernels kern ksize k ks".split())


def check(facts: Facts) -> Iterator[Finding]:
    """The findings of this rule."""
    seen: set[int] = set()
    created = [event for event in facts.events if event.kind == "create"]
    made = [event for event in created if event.callee in LAYERS]
    made += _among_pairs([event for event in created if event.callee == _ENLARGING])
    known = {id(event.site): event for event in made}
    knows = any(map(_gives_a_stride, known.values()))
    for event in made:
        if id(event.site) in seen or _third(event) is None:  # so for most
            continue
        if _by_number(event) and (knows or _is_spoken_of(event, facts)):
            continue
        for finding in _judge(facts, event) if event.site.source is facts.source else ():
            seen.add(id(event.site))
            yield finding


def _among_pairs(made: list[Event]) -> list[Event]:
    """The layers with a number twice, of which others have it as a pair: `(3, 3)`."""
    pairs = {describe.code(kernel) for kernel in map(_kernel, made) if kernel is not None}
    return [
        event
        for event in made
        if (given := _third(event)) is not None
        and f"({', '.join(map(describe.code, given))})" in pairs
    ]


def _kernel(event: Event) -> cst.BaseExpression | None:
    """The second argument of a layer that has no stride third."""
    node = event.site.node
    if not isinstance(node, cst.Call) or len(node.args) < 2 or _third(event) is not None:
        return None
    return node.args[1].value if node.args[1].keyword is None else None


def _gives_a_stride(event: Event) -> bool:
    """Whether a stride stands third that can be no side of a kernel: `Conv2D(64, 7, 2)`.

    Who writes so knows what stands third.
    """
    given = _third(event)
    if given is None:
        return False
    kernel, stride = given
    if isinstance(kernel, cst.Tuple):
        return True
    small = isinstance(stride, cst.Integer) and stride.evaluated_value == _HALF
    return small and isinstance(kernel, cst.Integer) and kernel.evaluated_value > _HALF


def _by_number(event: Event) -> bool:
    """Whether two numbers stand for the kernel and its stride."""
    given = _third(event)
    return given is not None and all(isinstance(value, cst.Integer) for value in given)


def _third(event: Event) -> tuple[cst.BaseExpression, cst.BaseExpression] | None:
    """The second and third argument, if both are given by position."""
    node = event.site.node
    if not isinstance(node, cst.Call) or len(node.args) < 3:
        return None
    if any(arg.keyword is not None or arg.star for arg in node.args[:3]):
        return None
    return node.args[1].value, node.args[2].value


def _is_spoken_of(event: Event, facts: Facts) -> bool:
    """Whether a comment beside a call speaks of its stride, or of what a stride does."""
    layout = Layout.of(facts.source)
    span = layout.span_of(event.site.statement) if layout.comments else None
    comments = (*layout.beside(span), *layout.above(span)) if span is not None else ()
    return any(_STRIDES.search(comment.text) for comment in comments)


def _judge(facts: Facts, event: Event) -> Iterator[Finding]:
    node, given = event.site.node, _third(event)
    if not isinstance(node, cst.Call) or given is None:
        return
    if any(arg.keyword is not None and arg.keyword.value in _KERAS_1 for arg in node.args):
        return
    kernel, stride = given
    if not (_numbers(kernel, stride) or _names(kernel, stride, event)):
        return
    rows, columns = describe.code(kernel), describe.code(stride)
    name = event.callee.rpartition(".")[2]
    place = facts.source.range_of(stride)
    keyword = Fix(f"Say strides={columns}", (Edit(place, f"strides={columns}"),), safe=True)
    here = facts.source.range_of(kernel)
    both = Range(here.line, here.col, place.end_line, place.end_col)
    pair = Fix(f"Make it a kernel of {rows} x {columns}", (Edit(both, f"({rows}, {columns})"),))
    filters = describe.short_code(node.args[0].value)
    yield Finding(
        Place.of(event.site),
        f"{name}({filters}, {rows}, {columns}) is a kernel of {rows} x {rows} with a stride of "
        f"{columns}; write ({rows}, {columns}) for the kernel of Keras 1, strides={columns} if the "
        "stride is meant",
        fixes=(keyword, pair) if _keyword_fits(node, facts) else (pair,),
    )


def _numbers(kernel: cst.BaseExpression, stride: cst.BaseExpression) -> bool:
    """Whether two written numbers can hardly be a kernel and its stride."""
    if not isinstance(kernel, cst.Integer) or not isinstance(stride, cst.Integer):
        return False
    rows, columns = kernel.evaluated_value, stride.evaluated_value
    return columns > 2 and ((rows == columns and rows % 2 == 1) or rows < columns)


def _names(kernel: cst.BaseExpression, stride: cst.BaseExpression, event: Event) -> bool:
    """Whether two names are the sides of one kernel.

    `num_row, num_col`; `kernel_size[0], kernel_size[1]`; one kernel's name twice, if it is odd.
    """
    if isinstance(kernel, cst.Subscript) and isinstance(stride, cst.Subscript):
        first, second = describe.code(kernel), describe.code(stride)
        return first.endswith("[0]") and second == first[:-3] + "[1]"
    one, other = label(kernel), label(stride)
    if one is None or other is None:
        return False
    if pair_sides(one, other) is not None:
        return True
    odd = all(type(size) is int and size > 2 and size % 2 for size in _strides(event))
    return odd and kernel.deep_equals(stride) and not _KERNEL.isdisjoint(words_of(one))


def _strides(event: Event) -> tuple[object, ...]:
    value = event.bound.get("strides")
    return tuple(value) if isinstance(value, (tuple, list)) else (value,)


def _keyword_fits(node: cst.Call, facts: Facts) -> bool:
    """Whether `strides=` can be written, and nothing is of Keras 1, which means a kernel."""
    follow = all(arg.keyword is not None or arg.star == "**" for arg in node.args[3:])
    if any(arg.keyword is not None and arg.keyword.value == "strides" for arg in node.args):
        return False
    return follow and not _of_keras_1(facts.source.text)


@lru_cache(maxsize=8)  # each finding of a file asks
def _of_keras_1(text: str) -> bool:
    return bool(_OF_KERAS_1.search(text))
