"""Two sizes of a name, `w, h = input_shape`, against what else the file does with that name."""

from __future__ import annotations

import re
from collections.abc import Iterator

import libcst as cst

from flake8_concat import late
from flake8_concat.diagnostics import Edit, Fix
from flake8_concat.rules import describe
from flake8_concat.rules.base import Finding, Place
from flake8_concat.rules.names import Outline, dotted
from flake8_concat.rules.names import Place as Scope
from flake8_concat.rules.size_arguments import HEIGHT_FIRST, WIDTH_FIRST, want_of
from flake8_concat.rules.size_sides import sides
from flake8_concat.trace.facts import Facts

# What a line that is one ends with, from the comma on, which is found sooner than its beginning.
_END = late.compiled(
    r",[ \t]*\w+[ \t]*,?[ \t]*[)\]]?[ \t]*=[ \t]*\w+[ \t]*(?:[#;]|$)", re.MULTILINE
)
_Pair = tuple[cst.Assign, Scope, tuple[str, str]]


def unpacked_beside(facts: Facts) -> Iterator[Finding]:
    """The pairs that are unpacked in another order than the same name is elsewhere, or is wanted.

    `h, w = size`, where the function gives `size` as it is to `Image.new`; `w, h = input_shape`,
    where another function has `h, w = input_shape`.
    """
    if not _END.search(facts.source.text):
        return
    outline = Outline.of(facts.source)
    by_name: dict[str, list[_Pair]] = {}
    for assign, scope in outline.assigns:
        name = assign.value.value if isinstance(assign.value, cst.Name) else None
        said = _sides_of(assign) if name in scope.parameters and len(assign.targets) == 1 else None
        if name is not None and said is not None and name not in scope.definitions:
            by_name.setdefault(name, []).append((assign, scope, said))
    for name, pairs in by_name.items():
        orders = {said for _, _, said in pairs}
        for assign, scope, said in pairs:
            wanted = _wanted(name, scope, outline)
            if wanted is not None and said != wanted[0]:
                where = f"{wanted[1]}() takes {name} as ({', '.join(wanted[0])})"
                yield _finding(facts, assign, where)
            elif wanted is None and len(orders) > 1 and said == WIDTH_FIRST and _is_shape(name):
                where = f"elsewhere {name} is unpacked as ({', '.join(HEIGHT_FIRST)})"
                yield _finding(facts, assign, where)


def _sides_of(assign: cst.Assign) -> tuple[str, str] | None:
    """Which sides the two names on the left are."""
    target = assign.targets[0].target
    if not isinstance(target, (cst.Tuple, cst.List)) or len(target.elements) != 2:
        return None
    one, other = (element.value for element in target.elements)
    return sides(one, None, other, None)


def _is_shape(name: str) -> bool:
    return name.lower().endswith("shape")


def _wanted(name: str, scope: Scope, outline: Outline) -> tuple[tuple[str, str], str] | None:
    """In which order the calls of a function want what it is given by a name, and one of them.

    None where they differ, or a call that is not known is given it.
    """
    found: dict[tuple[str, str], str] = {}
    for call, place in outline.calls:
        if place is not scope:
            continue
        want = want_of(call, scope, outline)
        for position, arg in enumerate(call.args):
            if not isinstance(arg.value, cst.Name) or arg.value.value != name:
                continue
            keyword = arg.keyword.value if arg.keyword is not None else None
            if want is None or want.whole or want.pictures:
                return None
            if keyword not in want.keywords and (keyword or position != want.position):
                return None
            found[want.order] = dotted(call.func) or describe.short_code(call.func)
    return next(iter(found.items())) if len(found) == 1 else None


def _finding(facts: Facts, assign: cst.Assign, where: str) -> Finding:
    target = assign.targets[0].target
    assert isinstance(target, (cst.Tuple, cst.List))
    text, place, module = describe.short_code, facts.source.range_of, facts.source.module
    one, other = (element.value for element in target.elements)
    edits = (
        Edit(place(one), describe.text_of(other, module)),
        Edit(place(other), describe.text_of(one, module)),
    )
    return Finding(
        Place(facts.source, target),
        f"{text(one)}, {text(other)} = {text(assign.value)}: {where}",
        fixes=(Fix(f"Swap {text(one)} and {text(other)}", edits),),
    )
