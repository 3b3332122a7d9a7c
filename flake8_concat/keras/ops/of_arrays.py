"""What functions refuse of arrays, and of nothing else: outside of layers, where all is there.

Of a symbolic tensor Keras asks only for a shape; in the body of a layer TensorFlow looks at some
things when the model runs. What is refused here JAX and TensorFlow refuse on this very line.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from flake8_concat.keras.graph import shapes_of
from flake8_concat.keras.joining import differ
from flake8_concat.keras.ops.control import a_function, fits, listed
from flake8_concat.keras.ops.of_values import one_step_for_each
from flake8_concat.keras.ops.reading import need_rank, refuse, shape_of, size, sizes
from flake8_concat.keras.ops.table import ODD, full_names
from flake8_concat.shapes import Lose, Refuse, Shape

Check = TypeVar("Check", bound=Callable[..., None])
CHECKS: dict[str, Callable[..., None]] = {}


def of_arrays(*names: str) -> Callable[[Check], Check]:
    """Enters a check of functions; its parameters are those of the function, by their names."""

    def enter(check: Check) -> Check:
        CHECKS.update(dict.fromkeys(full_names(names), check))
        return check

    return enter


def refused_of_arrays(name: str, bound: Mapping[str, Any]) -> str | None:
    """What is wrong with the arguments of a function, all of them arrays; None if nothing is."""
    check = CHECKS.get(name)
    if check is None:
        return None
    code = check.__code__
    try:
        given = {key: shapes_of(bound[key]) for key in code.co_varnames[: code.co_argcount]}
        check(**given)
    except Refuse as refused:
        return refused.mismatch.what
    except (Lose, *ODD):
        return None
    return None


@of_arrays("keras.ops: zeros ones empty full")
def whole_sizes(shape: Any) -> None:
    """TensorFlow cuts fractions in the body of a layer."""
    if isinstance(shape, (list, tuple)) and not isinstance(shape, Shape):
        for item in shape:
            if type(item) is float:
                raise refuse(f"the sizes must be whole numbers, one is {item!r}")


@of_arrays("keras.ops: scatter_update")
def coordinates(inputs: Any, indices: Any) -> None:
    at, shape = shape_of(indices), shape_of(inputs)
    if at and type(at[-1]) is int and at[-1] > len(shape):
        raise refuse(f"{at[-1]} coordinates for {shape}")


@of_arrays("keras.ops: slice")
def smaller_parts(inputs: Any, shape: Any) -> None:
    """Wherever they start: JAX moves the start."""
    for n, many in zip(shape_of(inputs), sizes(shape), strict=True):
        if type(n) is type(many) is int and many > n:
            raise refuse(f"an axis of {n} has no {many}: {shape_of(inputs)}")


@of_arrays("keras.ops: slice_update")
def smaller_updates(inputs: Any, start_indices: Any, updates: Any) -> None:
    whole, part = shape_of(inputs), shape_of(updates)
    if len(whole) != len(part):
        raise refuse(f"the updates need rank {len(whole)}, have rank {len(part)}: {part}")
    for a, b in zip(whole, part, strict=True):
        if type(a) is type(b) is int and b > a:
            raise refuse(f"updates of {part} are larger than {whole}")
    if len(starts := sizes(start_indices)) != len(whole):
        raise refuse(f"{len(starts)} starts for rank {len(whole)}: {whole}")


@of_arrays("keras.ops: tril triu")
def matrices(x: Any) -> None:
    need_rank(shape_of(x), 2)


@of_arrays("keras.ops: bincount")
def as_many_weights(x: Any, weights: Any) -> None:
    if isinstance(weights, Shape) and isinstance(x, Shape) and len(x) == len(weights) == 1:
        if 0 not in (*x, *weights) and differ(x[0], weights[0]):
            raise refuse(f"{weights[0]} weights for {x[0]} numbers")


@of_arrays("keras.ops.image keras.ops: affine_transform")
def eight_parameters(images: Any, transform: Any) -> None:
    images, transform = shape_of(images), shape_of(transform)
    if len(images) in (3, 4) and len(transform) == len(images) - 2:
        if type(transform[-1]) is int and transform[-1] != 8:
            raise refuse(f"a transform has 8 parameters, not {transform[-1]}")


# -- functions of functions -------------------------------------------------------------------
@of_arrays("keras.ops: cond")
def two_functions(true_fn: Any, false_fn: Any) -> None:
    a_function(true_fn, "true_fn")
    a_function(false_fn, "false_fn")


@of_arrays("keras.ops: switch")
def functions_in_a_list(index: Any, branches: Any, operands: Any) -> None:
    for branch in listed(branches):
        a_function(branch, "branches")
    if type(index) is int and branches:  # the one that TensorFlow runs
        fits(branches[min(max(index, 0), len(branches) - 1)], len(operands), "branches")


@of_arrays("keras.ops: fori_loop")
def body_of_a_loop(lower: Any, upper: Any, body_fun: Any) -> None:
    a_function(body_fun, "body_fun")
    if type(lower) is type(upper) is int and lower < upper:  # or it is never run
        fits(body_fun, 2, "body_fun")


@of_arrays("keras.ops: while_loop")
def condition_of_a_loop(cond: Any, body: Any, loop_vars: Any) -> None:
    a_function(cond, "cond")
    a_function(body, "body")
    several = isinstance(loop_vars, (list, tuple)) and not isinstance(loop_vars, Shape)
    fits(cond, len(loop_vars) if several else 1, "cond")


# -- numbers that are counted -----------------------------------------------------------------
@of_arrays("keras.ops: nancumsum nancumprod")
def along_an_axis(x: Any, axis: Any) -> None:
    rank = len(shape_of(x))
    if rank and type(axis) is int and not -rank <= axis < rank:
        raise refuse(f"axis {axis} is out of range for rank {rank}: {x}")


@of_arrays("keras.random: shuffle")
def along_one_axis(x: Any, axis: Any) -> None:
    along_an_axis(x, axis)


@of_arrays("keras.ops: extract_sequences")
def some_stride(sequence_stride: Any) -> None:
    if type(sequence_stride) is int and sequence_stride == 0:
        raise refuse("`sequence_stride` must not be 0")


@of_arrays("keras.ops.image: map_coordinates")
def order_of_splines(order: Any) -> None:
    if type(order) is int and order not in (0, 1):
        raise refuse(f"`order` must be 0 or 1, is {order}")


@of_arrays("keras.ops: roll")
def steps(shift: Any, axis: Any) -> None:
    one_step_for_each(shift, axis)


@of_arrays("keras.ops: top_k")
def enough_of_them(x: Any, k: Any) -> None:
    shape = shape_of(x)
    need_rank(shape, 1)
    many = size(k)
    if type(many) is type(shape[-1]) is int and many > shape[-1]:
        raise refuse(f"there are no {many} in {shape[-1]}: {shape}")
