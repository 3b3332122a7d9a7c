"""Functions of `keras.ops` in the body of a layer that take a symbolic tensor from outside of it.

`layers.Lambda(lambda t: ops.full_like(t, outer))`: Keras sees a KerasTensor among the arguments and
asks for shapes alone, as it does between layers.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from flake8_concat.keras.graph import run
from flake8_concat.keras.ops.kinds import wrong_kind
from flake8_concat.keras.ops.kinds_of_objects import no_tensor
from flake8_concat.keras.ops.taken_somewhere import taken_somewhere
from flake8_concat.keras.registry import OPS
from flake8_concat.shapes import Mismatch, Outcome, Unknown
from flake8_concat.trace.facts import Event
from flake8_concat.trace.symbolic_values import certainly_symbolic
from flake8_concat.trace.values import FAULTS


def run_safely(operation: Any, args: tuple[Any, ...], kwargs: Mapping[str, Any]) -> Outcome:
    """What Keras says to an operation; a fault in a rule costs its answer, no more."""
    try:
        return run(operation, args, kwargs)
    except FAULTS as fault:
        name = getattr(operation, "name", "it")
        return Unknown(f"{name}: a fault in its rule ({type(fault).__name__})")


def taken_from_outside(event: Event) -> bool:
    """Whether a call that is refused in a layer takes such a tensor, and Keras may take that."""
    name = getattr(event.operation, "name", "")
    operation = OPS.get(name) if name.startswith("keras.ops.") else None
    if operation is None or not any(map(certainly_symbolic, event.inputs)):
        return False
    if taken_somewhere(name, event.bound, symbolic=True, inside=False):
        return True
    for judge in (wrong_kind, no_tensor):
        if judge(name, event.bound, symbolic=True, inside=False):
            return False
    return not isinstance(run_safely(operation, event.args, event.kwargs), Mismatch)
