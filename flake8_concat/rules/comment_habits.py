"""What the comments of a function speak of as a rule: what a line gives, or what goes into it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from flake8_concat.rules.comment_evidence import Result
from flake8_concat.rules.comments import Comment
from flake8_concat.rules.shape_fit import Difference
from flake8_concat.rules.shape_text import ShapeText
from flake8_concat.rules.spoken_of import Shapes, all_known
from flake8_concat.trace.facts import Event

_SEVERAL = 2


@dataclass(frozen=True, slots=True)
class Judged:
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


def of_what_goes_in(shapes: Shapes, judged: Iterable[Judged]) -> set[int]:
    """The comments (by id) of functions that give the sizes of what goes in, as a rule.

    `pool = MaxPooling2D()(x)  # 192x192` at each level of a U-Net. Several must do so, more than
    say what comes out of a line that changes its sizes, and more than say neither of the two: else
    all may be about another image.
    """
    taken: defaultdict[int, list[Judged]] = defaultdict(list)
    given: defaultdict[int, int] = defaultdict(int)
    neither: defaultdict[int, int] = defaultdict(int)
    for item in judged:
        if item.comment.own_line or item.beside or not item.results:
            continue
        event = item.results[-1][0]
        function, goes_in = id(event.site.function), _goes_in(shapes, item, event)
        if item.wrong is None:
            given[function] += not goes_in
        elif goes_in:
            taken[function].append(item)
        else:
            neither[function] += 1
    return {
        id(item)
        for function, items in taken.items()
        if len(items) >= _SEVERAL and len(items) > given[function] + neither[function]
        for item in items
    }


def _goes_in(shapes: Shapes, item: Judged, event: Event) -> bool:
    """Whether what a comment says is one of the tensors that go in, with known sizes."""
    return shapes.fit(item.said, event, list(filter(all_known, event.inputs)))
