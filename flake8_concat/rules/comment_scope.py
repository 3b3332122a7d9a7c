"""What a comment on a line of its own can speak of: the statements around it, or a sentence."""

from __future__ import annotations

import libcst as cst

from flake8_concat import late
from flake8_concat.rules.comments import Comment, Layout, Span
from flake8_concat.rules.shape_text import ShapeText, arrows, shapes_in

_AHEAD = 12  # statements below a comment that it can speak of
_SECTION = 60  # statements below a heading such as `# mixed 4: 17 x 17 x 768`
_WORDS = late.compiled(r"[^\W\d_]{2,}")
_PLAIN = frozenset(
    "output outputs out shape size dims result is now the of tensor gives none".split()
)


def end_of_block(layout: Layout, comment: Comment) -> int:
    """The last of the comment lines that follow each other here."""
    block = layout.blocks.get(comment.line) or layout.blocks.get(comment.line + 1)
    return block[1] if block is not None else comment.line


def following(layout: Layout, comment: Comment, *, heading: bool) -> list[Span]:
    """The statements below a comment line up to the next comment line or blank line.

    A heading speaks of a section, up to the next comment line, function or class; never of what is
    written further out, such as the code below the function that it stands in.
    """
    found: list[Span] = []
    line = end_of_block(layout, comment)
    for _ in range(_SECTION if heading else _AHEAD):
        span = layout.next_after(line)
        if span is None or (
            span.first > line + 1 and not heading and (found or span.first > line + 2)
        ):
            break
        if found and (
            isinstance(span.node, (cst.FunctionDef, cst.ClassDef))
            or layout.indent(span) < layout.indent(found[0])
        ):
            break
        if found and heading and any(at in layout.comments for at in range(line + 1, span.first)):
            break
        found.append(span)
        line = span.last
    return found


def is_heading(text: str, said: ShapeText) -> bool:
    """Whether a comment line names a part of the model: `# Stem block: 35 x 35 x 192`.

    Or says the way through one: `# 26,26,512 -> 13,13,512 -> 13,13,1024`.
    """
    if arrows(text) > 1:
        return True
    if said.with_batch:
        return False
    return says_more(text, said)


def says_more(text: str, said: ShapeText) -> bool:
    """Whether a comment says anything but its shape: `# output: (None, 8)` does not."""
    words = _WORDS.findall(text[: said.start] + text[said.end :])
    return any(word.lower() not in _PLAIN for word in words)


def before_block(layout: Layout, comment: Comment) -> Span | None:
    """The statement right above the comment lines that follow each other here."""
    block = layout.blocks.get(comment.line - 1)
    return layout.at((block[0] if block is not None else comment.line) - 1)


_OF_A_NAME = late.compiled(r"[#\s]*[\w.]+\.(?:get_)?shape\s*(?:\(\))?\s*(?:=|:|is)*\s*")


def continues(layout: Layout, comment: Comment, said: ShapeText) -> bool:
    """Whether a comment line is the rest of a sentence that the line above it begins.

    "# the maps are brought" / "# back to the size of (28, 28, 1)" speaks of another line of code.
    """
    above = layout.comments.get(comment.line - 1)
    if not comment.own_line or above is None or not above.own_line:
        return False
    if _OF_A_NAME.fullmatch(comment.text[: said.start]):
        return False
    first = next(iter(shapes_in(comment.text)), said)
    words = _WORDS.findall(comment.text[: first.start])
    prose = len(words) > 1 and words[0].islower() and words[0] not in _PLAIN
    return prose and ":" not in comment.text[: said.start]
