"""Random expressions, each as a tree that Python evaluates and as a Size."""

from __future__ import annotations

import os
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st

DRAWS = float(os.environ.get("FLAKE8_CONCAT_DRAWS", "1"))


def draws(count: int) -> settings:
    return settings(max_examples=max(1, int(count * DRAWS)), deadline=None)


NUMBERS = st.integers(-9, 9)
DIVISORS = st.integers(1, 7) | st.sampled_from([-3, -2, -1, 8, 12, 16])


def trees(names: str) -> st.SearchStrategy[Any]:
    """Nested tuples (operator, left, right) over the names and numbers."""

    def grow(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
        return st.one_of(
            st.tuples(st.sampled_from("+-"), inner, inner | NUMBERS),
            st.tuples(st.just("-"), NUMBERS, inner),
            st.tuples(st.just("*"), inner, NUMBERS),
            st.tuples(st.sampled_from(["//", "%"]), inner, DIVISORS),
        )

    return st.recursive(st.sampled_from(names), grow, max_leaves=8)


def value(tree: Any, of: dict[str, Any]) -> Any:
    """The value of a tree, by Python's own operators."""
    if isinstance(tree, str):
        return of[tree]
    if not isinstance(tree, tuple):
        return tree
    operator, left, right = tree
    a, b = value(left, of), value(right, of)
    if operator == "+":
        return a + b
    if operator == "-":
        return a - b
    if operator == "*":
        return a * b
    return a // b if operator == "//" else a % b
