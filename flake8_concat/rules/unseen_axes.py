"""Comments on joins of what is not known: `# concatenate along the height` beside `axis=3`.

Nothing tells how many axes the tensors have. But the fourth is the channels of maps, and the last
is no height, in a file that knows no other order of axes.
"""

from __future__ import annotations

from collections.abc import Iterator

from flake8_concat import late
from flake8_concat.diagnostics import Range
from flake8_concat.rules import describe
from flake8_concat.rules.axis_uses import use_of
from flake8_concat.rules.base import Finding, Place
from flake8_concat.rules.clauses import claim_of
from flake8_concat.rules.comments import Comment, Layout
from flake8_concat.rules.concat_batch_axis import JOINS
from flake8_concat.rules.turned import turned
from flake8_concat.rules.words import SIDES, Claim, says_action
from flake8_concat.trace.facts import Event, Facts

# What has its axes in another order, or more of them.
_OTHER_ORDER = late.compiled(
    r"channels?_?first|data_?format|dim_?ordering|NC[DT]?HW|[35][dD]\b|[vV]olum|[vV]ideo|frames"
    r"|ConvLSTM|TimeDistributed|width_first"
)
_ALONG = late.compiled(r"\b(?:along|axis|dim|dimension)\b")
_CHANNELS, _LAST = 3, -1


def unseen_claims(facts: Facts) -> Iterator[Finding]:
    """The comments beside joins of unknown tensors that say a side where the axis is none."""
    layout = Layout.of(facts.source)
    if not layout.claims("concat"):
        return
    text = facts.source.text
    if _OTHER_ORDER.search(text) or turned(text):
        return
    groups: dict[int, list[Event]] = {}
    for event in facts.calls(*JOINS):
        if event.site.source is facts.source:
            groups.setdefault(id(event.site), []).append(event)
    for events in groups.values():
        axis = events[0].bound.get("axis")
        if axis not in (_CHANNELS, _LAST) or any(_is_known(event, facts) for event in events):
            continue
        for comment, claim in _claims(layout, events[0]):
            if axis == _LAST and claim.axes != {"height"}:
                continue  # of a mask without channels the last is the width
            start = comment.text.find(claim.word, claim.start)
            place: Range = comment.range(start, start + len(claim.word))
            message = (
                f"{describe.call(events[0])} joins along axis {axis}, the channels of maps, but "
                f"the comment says {'/'.join(claim.axes)}"
            )
            related = ((Place.of(events[0].site), "the call"),)
            yield Finding(Place(facts.source, range=place), message, related=related)


def _is_known(event: Event, facts: Facts) -> bool:
    """Whether the axes are known, so that the rule has looked at it already."""
    return bool(event.inputs) and use_of(event, facts) is not None


def _claims(layout: Layout, event: Event) -> Iterator[tuple[Comment, Claim]]:
    """The comments at a join that say a side along which it joins."""
    span = layout.span_of(event.site.statement)
    if span is None:
        return
    above = [comment for comment in layout.above(span) if not comment.of_code]
    written = describe.code(event.site.node).lower()
    for comment in (*layout.beside(span), *(above if len(above) == 1 else ())):
        claim = claim_of(comment.text, "concat")
        if claim is None or claim.number is not None or not claim.axes <= set(SIDES):
            continue
        spoken = _ALONG.search(comment.text) and says_action(comment.text, "concat")
        if spoken and claim.word.lower() not in written:
            yield comment, claim
