"""Loops and branches on tensors that have values, whose bodies Keras runs: what they must keep.

A loop hands on tensors of one shape, and the branches of a choice give the same: refused in the
body of a layer on JAX and on TensorFlow. Of arrays TensorFlow runs what it comes to.
"""

from __future__ import annotations

from contextlib import suppress
from typing import Any

from flake8_concat.keras.joining import differ
from flake8_concat.keras.ops.control import a_function, call, fits, jvp, listed, mapped, scan
from flake8_concat.keras.ops.reading import refuse
from flake8_concat.keras.ops.table import with_values
from flake8_concat.shapes import Lose, Shape


def unlike(one: Any, other: Any) -> bool:
    """Whether two Shapes certainly are not the same."""
    if not isinstance(one, Shape) or not isinstance(other, Shape):
        return False
    if len(one) != len(other):
        return True
    return any(map(differ, one, other))


def kept(before: Any, after: Any, body: str) -> None:
    """Raises Refuse where a loop hands on another shape than it was given."""
    if unlike(before, after):
        raise refuse(f"`{body}` must keep the shape {before}, it gives {after}")


@with_values("keras.ops: fori_loop")
def fori_loop(lower: Any, upper: Any, body_fun: Any, init_val: Any) -> Any:
    a_function(body_fun, "body_fun")
    with suppress(Lose):  # what it gives must be what it was given all the same
        kept(init_val, call(body_fun, Shape(()), init_val), "body_fun")
    return mapped(init_val, Shape)


@with_values("keras.ops: while_loop")
def while_loop(cond: Any, body: Any, loop_vars: Any) -> Any:
    a_function(cond, "cond")
    a_function(body, "body")
    one = isinstance(loop_vars, Shape) or not isinstance(loop_vars, (list, tuple))
    given = (loop_vars,) if one else loop_vars
    fits(cond, len(given), "cond")
    try:
        made = call(body, *(Shape(()) if type(v) in (int, float) else v for v in given))
    except Lose:
        made = None
    if isinstance(loop_vars, Shape):
        kept(loop_vars, made, "body")
    elif isinstance(made, (list, tuple)) and not isinstance(made, Shape):
        if len(made) == len(given):
            for before, after in zip(given, made, strict=True):
                kept(before, after, "body")
    return mapped(loop_vars, Shape)


@with_values("keras.ops: scan")
def scan_of_values(f: Any, init: Any, xs: Any, length: Any) -> Any:
    if isinstance(xs, Shape) and len(xs) and type(xs[0]) is type(length) is int:
        if xs[0] != length:
            raise refuse(f"`length` is {length}, `xs` has {xs[0]} rows")
    carry, rows = scan(f, init, xs, length)
    kept(init, carry, "f")
    return carry, rows


@with_values("keras.ops: switch")
def switch(index: Any, branches: Any, operands: Any) -> Any:
    """All branches are run."""
    for branch in listed(branches):
        a_function(branch, "branches")
    made = [call(branch, *operands) for branch in branches]
    for other in made[1:]:
        if unlike(made[0], other):
            raise refuse(f"the branches must give the same, they give {made[0]} and {other}")
    return made[0]


@with_values("keras.ops: jvp")
def jvp_of_values(fun: Any, primals: Any, tangents: Any, has_aux: Any) -> Any:
    if isinstance(primals, (list, tuple)) and isinstance(tangents, (list, tuple)):
        for one, other in zip(primals, tangents, strict=False):
            if unlike(one, other):
                raise refuse(f"a tangent of shape {other} does not fit {one}")
    return jvp(fun, primals, tangents, has_aux)
