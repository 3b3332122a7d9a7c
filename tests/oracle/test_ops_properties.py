"""keras.ops held against real Keras, family by family, on valid and invalid arguments."""

from __future__ import annotations

from typing import Any

import pytest

import flake8_concat.keras.ops  # noqa: F401
from flake8_concat.keras.registry import OPS, run_op
from tests.oracle import ops_arranging, ops_calculating
from tests.oracle.harness import ask_keras, judge, our_shape
from tests.oracle.ops_draws import check_agreement, check_with_less, keras, keras_tensor, replaced

FAMILIES = {
    family.__name__: family
    for family in (
        ops_arranging.unary,
        ops_arranging.binary,
        ops_arranging.first_counts,
        ops_arranging.reductions,
        ops_arranging.arguments,
        ops_arranging.along,
        ops_arranging.concatenations,
        ops_arranging.stacks,
        ops_arranging.appends,
        ops_arranging.splits,
        ops_arranging.reshapes,
        ops_arranging.arranged,
        ops_arranging.broadcasts,
        ops_arranging.indexed,
        ops_arranging.picked,
        ops_calculating.products,
        ops_calculating.einsums,
        ops_calculating.matrices,
        ops_calculating.solves,
        ops_calculating.windows,
        ops_calculating.pictures,
        ops_calculating.losses,
        ops_calculating.transforms,
    )
}


def resolve(name: str) -> Any:
    value: Any = keras
    for part in name.split(".")[1:]:
        value = getattr(value, part)
    return value


def verdict(name: str, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
    """What both say to `name(*args, **kwargs)`."""
    count = iter(range(100))
    ours = run_op(
        OPS[name],
        replaced(args, lambda s: our_shape(s, f"n{next(count)}_")),
        {k: replaced(v, lambda s: our_shape(s, f"n{next(count)}_")) for k, v in kwargs.items()},
    )
    function = resolve(name)
    theirs = ask_keras(
        lambda: function(
            *replaced(args, keras_tensor),
            **{k: replaced(v, keras_tensor) for k, v in kwargs.items()},
        )
    )
    return judge(ours, theirs, f"{name}({args}, {kwargs})")


def our_arguments(args: Any, kwargs: dict[str, Any]) -> tuple[Any, dict[str, Any]]:
    return replaced(args, our_shape), {k: replaced(v, our_shape) for k, v in kwargs.items()}


@pytest.mark.parametrize("family", FAMILIES)
def test_agrees_with_keras(family: str) -> None:
    check_agreement(FAMILIES[family], 60, verdict)


@pytest.mark.parametrize("family", FAMILIES)
def test_knowing_less_says_nothing_else(family: str) -> None:
    check_with_less(FAMILIES[family], 60, our_arguments)
