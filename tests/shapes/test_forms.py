"""Sizes of one form are each other's but for the names of their symbols."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from size_expressions import draws, trees, value

from flake8_concat.shapes import BATCH, UNKNOWN_SIZE, fresh_none, substitute, symbol
from flake8_concat.shapes.forms import form_of

H, W = (symbol(name, literal=False) for name in "HW")
A, B = (symbol(name, literal=False) for name in "AB")


def test_symbols_are_numbered_as_they_occur() -> None:
    assert form_of((H, W, 3)) == (form_of((B, A, 3))[0], (H, W))
    assert form_of((H, W))[0] != form_of((H, H))[0]
    assert form_of((H // 2, W))[0] == form_of((W // 2, A))[0]
    assert form_of((H // 2, W))[0] != form_of((H // 2, H))[0]
    assert form_of((H + 1, 3))[0] != form_of((H + 2, 3))[0]
    assert form_of((3,))[0] != form_of((4,))[0]


def test_symbols_of_another_kind_are_another_form() -> None:
    forms = {form_of((size,))[0] for size in (H, symbol("n", literal=True), fresh_none(), BATCH)}
    assert len(forms | {form_of((UNKNOWN_SIZE,))[0]}) == 5
    assert form_of((BATCH, UNKNOWN_SIZE, 3))[1] == ()


@draws(200)
@given(trees("HW"))
def test_renamed_symbols_are_told(tree: Any) -> None:
    there, here = (value(tree, of) for of in ({"H": H, "W": W}, {"H": A, "W": B}))
    (form, symbols), (same, others) = form_of((there, 7)), form_of((here, 7))
    if form == same:  # parts of a sum may stand in another order
        assert substitute(there, dict(zip(symbols, others, strict=True))) == here


@draws(200)
@given(trees("HW"), trees("AB"))
def test_one_form_means_that_only_the_symbols_differ(left: Any, right: Any) -> None:
    one, other = value(left, {"H": H, "W": W}), value(right, {"A": A, "B": B})
    (form, symbols), (same, others) = form_of((one,)), form_of((other,))
    if form == same:
        assert substitute(one, dict(zip(symbols, others, strict=True))) == other
