"""Two sizes of a table with their names exchanged: `w, h = config["height"], config["width"]`."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import libcst as cst

from flake8_concat import late
from flake8_concat.diagnostics import Edit, Fix
from flake8_concat.rules.base import Finding, Place
from flake8_concat.rules.describe import code, short_code, text_of
from flake8_concat.rules.names import Outline, dotted
from flake8_concat.rules.side_words import side_of, twins
from flake8_concat.rules.turned import turned
from flake8_concat.trace.facts import Facts

# A quick look: what is read by the name of a side.
_READ = late.compiled(r"""['"](?:\w*_)?(?:[hH]ei?ght?|[wW]idth|HEIGHT|WIDTH|[hw])['"]\s*[\]),]""")
_Pair = tuple[cst.BaseExpression, cst.BaseExpression]


def crossed_sides(facts: Facts) -> Iterator[Finding]:
    """The two names that are each given what is stored under the other one's name."""
    text = facts.source.text
    if not _READ.search(text) or turned(text):
        return
    assigns = [
        (assign, place)
        for assign, place in Outline.of(facts.source).assigns
        if len(assign.targets) == 1
    ]
    for assign, _ in assigns:
        yield from _crossed(facts, _pairs(assign))
    told: cst.Assign | None = None  # as part of the pair before
    for (one, place), (other, around) in pairwise(assigns):
        found = list(_crossed(facts, [*_alone(one), *_alone(other)])) if place is around else []
        if one is not told and found:
            told = other
            yield from found


def _pairs(assign: cst.Assign) -> list[_Pair]:
    """The names of an assignment of several, each with what it is given."""
    target, value = assign.targets[0].target, assign.value
    if not isinstance(target, (cst.Tuple, cst.List)) or not isinstance(
        value, (cst.Tuple, cst.List)
    ):
        return []
    if len(target.elements) != len(value.elements):
        return []
    return [(a.value, b.value) for a, b in zip(target.elements, value.elements, strict=True)]


def _alone(assign: cst.Assign) -> list[_Pair]:
    target = assign.targets[0].target
    return [] if isinstance(target, (cst.Tuple, cst.List)) else [(target, assign.value)]


def _crossed(facts: Facts, pairs: list[_Pair]) -> Iterator[Finding]:
    sided = [
        (target, value, name, key)
        for target, value in pairs
        if (key := _key(value)) is not None
        and side_of(key)
        and side_of(name := (dotted(target) or "").rpartition(".")[2])
    ]
    if len(sided) != 2:
        return
    (one, first, name, key), (other, second, last, end) = sided
    if not twins(name, last) or not twins(key, end) or _table(first) != _table(second):
        return
    if (side_of(name), side_of(last)) != (side_of(end), side_of(key)):
        return
    place, module = facts.source.range_of, facts.source.module
    edits = (Edit(place(one), text_of(other, module)), Edit(place(other), text_of(one, module)))
    yield Finding(
        Place(facts.source, one),
        f"{code(one)} = {short_code(first)}, {code(other)} = {short_code(second)}: each is given "
        "the other side",
        fixes=(Fix(f"Swap {code(one)} and {code(other)}", edits),),
    )


def _key(value: cst.BaseExpression) -> str | None:
    """The name that something is stored under: `config["height"]`, `config.get("height")`."""
    key: cst.BaseExpression | None = None
    if isinstance(value, cst.Subscript) and len(value.slice) == 1:
        part = value.slice[0].slice
        key = part.value if isinstance(part, cst.Index) else None
    elif isinstance(value, cst.Call) and value.args and isinstance(value.func, cst.Attribute):
        key = value.args[0].value if value.func.attr.value == "get" else None
    said = key.evaluated_value if isinstance(key, cst.SimpleString) else None
    return said if isinstance(said, str) else None


def _table(value: cst.BaseExpression) -> str:
    """What it is read from."""
    if isinstance(value, cst.Subscript):
        return code(value.value)
    func = value.func if isinstance(value, cst.Call) else value
    return code(func.value) if isinstance(func, cst.Attribute) else ""
