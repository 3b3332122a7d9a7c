"""What comments say that a program printed, from one print to the next.

`print(y.shape)  # (211, 128, 128, 38)`, then `y = np.argmax(y, axis=3)`: below it `print(y.shape)`
can only print (211, 128, 128).
"""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import dataclass

import libcst as cst

from flake8_concat import late
from flake8_concat.rules.base import Finding, Place
from flake8_concat.rules.comment_links import one_slip
from flake8_concat.rules.comments import Layout, Span, targets_of
from flake8_concat.rules.describe import code, short_code
from flake8_concat.rules.known_moves import Sizes, move_of
from flake8_concat.rules.names import Outline
from flake8_concat.rules.names import Place as Scope
from flake8_concat.trace.facts import Facts

_PRINTS = late.compiled(r"\.shape\)[ \t]*#+[ \t]*[(\[]\s*\d")
_PRINT = late.compiled(r"print\((?P<name>[A-Za-z_]\w*)\.shape\)")
_NAME = late.compiled(r"[A-Za-z_][\w.]*")
_SHAPE = late.compiled(r"#+\s*(?P<shape>[(\[]\s*(?P<sizes>\d+(?:\s*,\s*\d+)+)\s*,?\s*[)\]])")


@dataclass(frozen=True, slots=True)
class _Known:
    """The sizes of an array, the line of the print that says so, and what was made of it since."""

    sizes: Sizes
    line: int
    made: cst.BaseExpression | None = None


def printed(facts: Facts, told: Container[int]) -> Iterator[Finding]:
    """The prints whose comment can't be what the lines between make of an earlier one.

    told: the lines of comments that something is said of already
    """
    if len(_PRINTS.findall(facts.source.text)) < 2:
        return
    layout, outline = Layout.of(facts.source), Outline.of(facts.source)
    places = {id(assign): place for assign, place in outline.assigns}
    known: dict[str, _Known | None] = {}
    for span in layout.spans:
        if not isinstance(span.node, cst.SimpleStatementLine):
            known = {}
            continue
        part = span.node.body[0] if span.node.body else None
        name = printed_name(part.value) if isinstance(part, cst.Expr) else None
        comment = layout.comments.get(span.last) if name is not None else None
        said = _SHAPE.match(comment.text) if comment is not None else None
        if name is None or comment is None or said is None:
            known |= _given(span, known, outline, places.get(id(part)))
            continue
        sizes: Sizes = tuple(int(size) for size in said["sizes"].split(","))
        before = known.get(name)
        known[name] = _Known(sizes, comment.line)
        if before is not None and before.made is not None and comment.line not in told:
            if one_slip(sizes, before.sizes):
                shown = ", ".join(map(str, before.sizes))
                yield Finding(
                    Place(facts.source, range=comment.range(*said.span("shape"))),
                    f"the comment says {said['shape']}, but {short_code(before.made)} makes "
                    f"({shown}) of what line {before.line} says",
                )
                known[name] = _Known(before.sizes, before.line)  # which is more likely right


def _given(
    span: Span, known: dict[str, _Known | None], outline: Outline, place: Scope | None
) -> dict[str, _Known | None]:
    """What a statement makes of the arrays whose shapes are known."""
    part = span.node.body[0] if isinstance(span.node, cst.SimpleStatementLine) else None
    names = [name for target in targets_of(span) for name in _NAME.findall(code(target))]
    if not isinstance(part, cst.Assign) or len(names) != 1 or len(part.targets) != 1:
        return dict.fromkeys(names)
    move = move_of(part.value, outline, place)
    before = known.get(move.takes[0]) if move is not None and len(move.takes) == 1 else None
    sizes = move.gives(before.sizes) if move is not None and before is not None else None
    if before is None or sizes is None or not isinstance(part.targets[0].target, cst.Name):
        return dict.fromkeys(names)
    return {names[0]: _Known(sizes, before.line, part.value)}


def printed_name(value: cst.BaseExpression) -> str | None:
    """The name of the array whose shape alone a call prints."""
    match = _PRINT.fullmatch(code(value)) if isinstance(value, cst.Call) else None
    return match["name"] if match is not None else None
