"""Comments that hold what a program printed: `print(x_train.shape)`, and then `# (60000, 28)`."""

from __future__ import annotations

import libcst as cst

from flake8_concat import late
from flake8_concat.rules.comment_scope import says_more
from flake8_concat.rules.comments import Comment, Layout, Span
from flake8_concat.rules.names import dotted
from flake8_concat.rules.shape_text import ShapeText

_PRINTS = frozenset(
    "print display pprint summary get_shape int_shape shape type len info debug".split()
)
_QUOTED = late.compiled(r"[\"']([^\"'{}]*)")


def in_a_table(layout: Layout, comment: Comment) -> bool:
    """Whether a comment line is a row of what `model.summary()` printed once."""
    if not comment.own_line:
        return False
    return layout.blocks[comment.line] in layout.tables


def printed_above(layout: Layout, comment: Comment, said: ShapeText) -> Span | None:
    """The statement right above the comment lines here that printed what they say.

    A sentence right above the next statement may speak of that, unless it begins like that.
    """
    first, last = layout.blocks[comment.line]
    span = layout.at(first - 1)
    if span is None or not _prints(span.node):
        return None
    below = layout.next_after(last)
    apart = below is None or below.first > last + 1
    if apart or not says_more(comment.text, said) or _echoes(span.node, comment.text):
        return span
    return span if said.result and _shows_a_shape(span.node) else None


def of_one_round(layout: Layout, comment: Comment, span: Span) -> bool:
    """Whether one line says what a statement printed once, and not in all rounds of a loop."""
    text = layout.source.lines[span.first - 1]
    alone = layout.blocks[comment.line] == (comment.line, comment.line)
    return alone and len(text) - len(text.lstrip()) <= comment.col - 1


def _shows_a_shape(node: cst.CSTNode) -> bool:
    """Whether a statement does nothing but print a shape: `print(x.shape)`."""
    call = _only(node)
    if not isinstance(call, cst.Call) or dotted(call.func) != "print" or not call.args:
        return False
    shown = dotted(call.args[-1].value) or ""
    return len(call.args) < 3 and shown.endswith(".shape")


def _only(node: cst.CSTNode) -> cst.BaseExpression | None:
    """The expression of which a line consists."""
    if not isinstance(node, cst.SimpleStatementLine) or len(node.body) != 1:
        return None
    (only,) = node.body
    return only.value if isinstance(only, cst.Expr) else None


def _prints(node: cst.CSTNode) -> bool:
    """Whether a statement prints anything but its own words, or is the last of a cell."""
    value = _only(node)
    if isinstance(value, cst.Call):
        name = (dotted(value.func) or "").rpartition(".")[2]
        words = [isinstance(arg.value, cst.SimpleString) for arg in value.args]
        return name in _PRINTS and (not words or not all(words))
    return isinstance(value, (cst.Attribute, cst.Subscript, cst.Name, cst.Tuple))


def _echoes(node: cst.CSTNode, text: str) -> bool:
    """Whether a comment begins with the words that a statement prints: `print("x:", x.shape)`."""
    said = text.lstrip("#> ").lower()
    words = _QUOTED.findall(cst.Module([]).code_for_node(node))
    return any(len(word.strip()) and said.startswith(word.strip().lower()) for word in words)
