"""Comments on a join that stand away from it.

Above the block whose only join it is (`# upsample, concatenate along the width`, then three lines),
above the loop or the function around it, or right below it (`# joined along the width`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import libcst as cst

from flake8_concat import late
from flake8_concat.rules.clauses import claim_of
from flake8_concat.rules.comments import Comment, Layout, Span
from flake8_concat.rules.words import Claim, is_denied, mentions_axis, says_action

_FAR = 15  # statements between a comment and its join
_CALLED = late.compiled(r"\b(\w+)\s*\(")
# What leaves a join to the one below it: layers that take one tensor, lists, loops.
_PLAIN = late.compiled(
    r"[A-Z]\w*|append|range|enumerate|zip|reversed|len|int|str|relu|super|build|call|__\w+__|for|in|if"
    r"|elif|and|or|not|conv\w*|batch_?norm\w*|activation|dropout"
)
_JOINS = late.compiled(
    r"(?i:concat|merge|stack|join|append_|fuse)|\b(?:Add|Average|Multiply|Maximum|add|multiply)\("
)
_DONE = late.compiled(
    r"[#\s]*(?:(?:->|=>|now|so|they|it|both|all|the|maps?|branches|features|are|is|result|results"
    r"|these|this|has|have|been)[ ]+)*"
    r"(?:concatenated|joined|merged|stacked|glued|fused|combined)\b",
    re.IGNORECASE,
)


def claims_apart(layout: Layout, span: Span) -> Iterator[tuple[Claim, Comment]]:
    """What comments that stand away from a join say of its axis."""
    if not layout.claims("concat"):
        return
    for comment in _apart(layout, span):
        claim = claim_of(comment.text, "concat")
        if claim is not None and claim.firm and claim.number is None:
            yield claim, comment


def _apart(layout: Layout, span: Span) -> Iterator[Comment]:
    below = layout.comments.get(span.last + 1)
    if below is not None and _ends_block(layout, span, below):
        yield below
    heading = _heading(layout, span)
    if heading is not None and not _joins_below(layout, heading, span):
        yield heading


def _ends_block(layout: Layout, span: Span, comment: Comment) -> bool:
    """Whether a comment right below a join speaks of what was done, and nothing follows it."""
    lines = layout.source.lines
    after = lines[comment.line] if comment.line < len(lines) else ""
    same = comment.own_line and comment.col == layout.indent(span) + 1
    return same and not after.strip() and _DONE.match(comment.text) is not None


def _heading(layout: Layout, span: Span) -> Comment | None:
    """The one comment line above the statements before a join, none of which joins anything."""
    here = span
    for _ in range(_FAR):
        line = here.first - 1
        blank = 0
        while line > 0 and not layout.source.lines[line - 1].strip():
            line -= 1
            blank += 1
        comment = layout.comments.get(line)
        if comment is not None and comment.own_line:
            if blank or here is span or layout.blocks[line] != (line, line) or comment.of_code:
                return None
            says = says_action(comment.text, "concat") and not is_denied(comment.text)
            return comment if says and comment.col <= layout.indent(span) + 1 else None
        above = layout.at(line)
        if above is None or above.first >= here.first:
            return None
        if isinstance(here.node, (cst.FunctionDef, cst.ClassDef)):
            return None
        if any(
            mentions_axis(c.text) or says_action(c.text, "concat") for c in layout.beside(above)
        ):
            return None
        if not isinstance(above.node, cst.FunctionDef):  # whose name may well say the same
            text = layout.code_of(above)
            called = _CALLED.findall(text)
            if _JOINS.search(text) or not all(_PLAIN.fullmatch(name) for name in called):
                return None
        here = above
    return None


def _joins_below(layout: Layout, heading: Comment, span: Span) -> bool:
    """Whether something else is joined below a join, in the block that a comment heads."""
    here = span
    for _ in range(_FAR):
        found = layout.next_after(here.last)
        if found is None or layout.indent(found) + 1 < heading.col:
            return False
        if (comment := layout.comments.get(found.first - 1)) is not None and comment.own_line:
            return False
        if isinstance(found.node, (cst.FunctionDef, cst.ClassDef)):
            return False
        if _JOINS.search(layout.code_of(found)):
            return True
        here = found
    return False
