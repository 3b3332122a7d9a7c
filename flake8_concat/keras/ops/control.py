"""Functions that take functions: loops, branches, maps.

A function comes as a Python callable from Shapes to Shapes. Where it can't be called the answer
is lost, except where it has no say.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from flake8_concat.keras.joining import axis_index
from flake8_concat.keras.ops.reading import NUMBERS, number, refuse, shape_of
from flake8_concat.keras.ops.table import functions
from flake8_concat.shapes import Lose, Shape, Size, Unknown


def call(function: Any, *args: Any) -> Any:
    """What a function makes of these Shapes. Raises Refuse for one that does not take so many."""
    if not callable(function):
        raise Lose("the function can't be followed")
    fits(function, len(args), "it")
    result = function(*args)
    if isinstance(result, Unknown):
        raise Lose(result.why)
    return result


def a_function(value: Any, name: str) -> None:
    """Raises Refuse for what certainly is no function."""
    if value is None or isinstance(value, (*NUMBERS, str, Shape, list, tuple, dict)):
        raise refuse(f"`{name}` must be a function")


def fits(function: Any, count: int, name: str) -> None:
    """Raises Refuse for a function of the program that does not take so many arguments."""
    least, most = getattr(function, "takes", (0, None))
    if count < least or (most is not None and count > most):
        wanted = f"{least} arguments" if least == most else f"{least} or more"
        given = f"`{name}`" if name != "it" else "the function"
        raise refuse(f"{given} takes {wanted}, is called with {count}")


def listed(branches: Any) -> Any:
    """The branches of a choice, of which there is one at least. Raises Refuse, Lose."""
    if callable(branches) or (isinstance(branches, (list, tuple)) and not branches):
        raise refuse("`branches` must be a list of functions")
    if not isinstance(branches, (list, tuple)):
        raise Lose("the branches are not known")
    return branches


def mapped(structure: Any, change: Callable[[Shape], Any]) -> Any:
    """The same structure of lists, tuples and dicts with every Shape changed."""
    if isinstance(structure, Shape):
        return change(structure)
    if isinstance(structure, (list, tuple)):
        return type(structure)(mapped(item, change) for item in structure)
    if isinstance(structure, dict):
        return {key: mapped(item, change) for key, item in structure.items()}
    if isinstance(structure, Size) and change is _element:
        raise Lose("whether it has rows is not known")  # a parameter that nobody gave
    return change(shape_of(structure))


def first_of(structure: Any) -> Shape:
    """The first Shape in a structure."""
    if isinstance(structure, Shape):
        return structure
    if isinstance(structure, dict):
        structure = list(structure.values())
    if isinstance(structure, (list, tuple)) and structure:
        return first_of(structure[0])
    return shape_of(structure)


def _element(x: Shape) -> Shape:
    if not len(x):
        raise refuse("needs rank 1 or more, has rank 0", inputs=(0,))
    return Shape(x[1:])


@functions("f, xs", "keras.ops: map")
@functions("function, elements", "keras.ops: vectorized_map")
@functions("fn, elems, fallback_to_while_loop=True, warn=True", "tf: vectorized_map")
@functions(
    "fn, elems, dtype=None, parallel_iterations=None, back_prop=True, swap_memory=False, "
    "infer_shape=True, name=None, fn_output_signature=None",
    "tf: map_fn",
)
@functions("fn, elems, name=None, dtype=None", "keras.backend: map_fn")
def map_(f: Any, xs: Any) -> Any:
    """The function on every row, the rows stacked again."""
    a_function(f, "f")
    n = first_of(xs)[:1]
    if n == (0,):  # TensorFlow does not run it then
        raise Lose("a function is mapped over no rows")
    return mapped(call(f, mapped(xs, _element)), lambda shape: Shape((*n, *shape)))


@functions("pyfunc, excluded=None, signature=None", "keras.ops: vectorize")
def vectorize(pyfunc: Any) -> Any:
    """A function of its own, which is not followed."""
    if isinstance(pyfunc, (*NUMBERS, Shape, list, tuple)) or pyfunc is None:
        raise refuse("`pyfunc` must be a function")
    raise Lose("what a vectorized function gives is not followed")


@functions("f, init, xs=None, length=None, reverse=False, unroll=1", "keras.ops: scan")
def scan(f: Any, init: Any, xs: Any, length: Any) -> Any:
    """Mirrors keras.src.ops.core.Scan."""
    a_function(f, "f")
    if xs is None and length is None:
        raise refuse("`xs` or `length` must be given")
    if xs is None:
        n: Any = number(length, "length")
        carry, y = call(f, init, None)
    else:
        n = _rows_of(xs) if length is None else number(length, "length")
        carry, y = call(f, init, mapped(xs, _element))
    return carry, mapped(y, lambda shape: Shape((n, *shape)))


def _rows_of(xs: Any) -> Any:
    """How many steps there are. Raises Refuse for a number: a list is several tensors."""
    first = first_of(xs)
    if not first:
        raise refuse("needs rank 1 or more, has rank 0", inputs=(0,))
    return first[0]


@functions("f, elems, reverse=False, axis=0", "keras.ops: associative_scan")
def associative_scan(f: Any, elems: Any, reverse: Any, axis: Any) -> Any:
    a_function(f, "f")
    several = (
        elems if isinstance(elems, (list, tuple)) and not isinstance(elems, Shape) else [elems]
    )
    shapes = [item for item in several if isinstance(item, Shape)]
    if type(axis) is int:
        found = [shape[axis_index(axis, len(shape))] for shape in shapes]
        numbers = [n for n in found if type(n) is int]
        if any(n != numbers[0] for n in numbers):
            raise refuse(f"the tensors must have one size along axis {axis}, have {numbers}")
    return mapped(elems, Shape)


@functions("pred, true_fn, false_fn", "keras.ops: cond")
def cond(pred: Any, true_fn: Any, false_fn: Any) -> Any:
    """Both branches must agree. Where `pred` is no tensor TensorFlow runs one of them."""
    a_function(true_fn, "true_fn")
    a_function(false_fn, "false_fn")
    taken = pred if type(pred) is bool else None
    yes, no = _branch(true_fn, taken is False), _branch(false_fn, taken is True)
    if yes == no:
        return yes
    if isinstance(pred, Shape) and isinstance(yes, Shape) and isinstance(no, Shape):
        numbers = all(type(n) is int for n in (*yes, *no))
        if len(yes) != len(no) or numbers:
            raise refuse(f"the branches must give the same, they give {yes} and {no}")
    raise Lose("the branches differ")


def _branch(function: Any, doubted: bool) -> Any:
    """What a branch gives; `doubted`: some backends do not run it."""
    return call(getattr(function, "doubted", function) if doubted else function)


@functions("pred, true_fn=None, false_fn=None, name=None", "tf: cond smart_cond")
def tf_cond(pred: Any, true_fn: Any, false_fn: Any) -> Any:
    """The shape is known where both branches agree."""
    yes, no = call(true_fn), call(false_fn)
    if yes == no:
        return yes
    raise Lose("the branches differ")


@functions("index, branches, *operands", "keras.ops: switch")
def switch(index: Any, branches: Any, operands: Any) -> Any:
    """Mirrors keras.src.ops.core.Switch, which asks the first branch only."""
    return call(listed(branches)[0], *operands)


@functions("cond, body, loop_vars, maximum_iterations=None", "keras.ops: while_loop")
def while_loop(cond: Any, body: Any, loop_vars: Any) -> Any:
    several = isinstance(loop_vars, (list, tuple)) and not isinstance(loop_vars, Shape)
    for value in loop_vars if several else ():
        if value is None or type(value) in (int, float, bool):
            raise refuse(f"`loop_vars` must be tensors, one is {value!r}")
    return mapped(loop_vars, Shape)


@functions("lower, upper, body_fun, init_val", "keras.ops: fori_loop")
def fori_loop(lower: Any, upper: Any, body_fun: Any, init_val: Any) -> Any:
    return mapped(init_val, Shape)


@functions("fun, primals, tangents, has_aux=False", "keras.ops: jvp")
def jvp(fun: Any, primals: Any, tangents: Any, has_aux: Any) -> Any:
    if has_aux:
        result, extra = call(fun, *primals)
        return result, mapped(result, Shape), extra
    result = call(fun, *primals)
    return result, mapped(result, Shape)


@functions("f", "keras.ops: custom_gradient")
@functions("f=None", "tf: custom_gradient")
def custom_gradient(f: Any) -> Any:
    """The function itself; what it returns beside the tensor is the gradient."""
    raise Lose("what a function with its own gradient returns is not followed")


@functions(
    "cond, body, loop_vars, shape_invariants=None, parallel_iterations=10, back_prop=True, "
    "swap_memory=False, maximum_iterations=None, name=None",
    "tf: while_loop",
)
def tf_while_loop(cond: Any, body: Any, loop_vars: Any, shape_invariants: Any) -> Any:
    """Shapes that a loop keeps; with invariants they may change."""
    if shape_invariants is not None:
        raise Lose("the shapes change in the loop")
    return mapped(loop_vars, Shape)


@functions('branch_index, branch_fns, default=None, name="switch_case"', "tf: switch_case")
def switch_case(branch_index: Any, branch_fns: Any) -> Any:
    if not isinstance(branch_fns, (list, tuple)) or not branch_fns:
        raise Lose("the branches are not known")
    results = [call(branch) for branch in branch_fns]
    if all(result == results[0] for result in results):
        return results[0]
    raise Lose("the branches differ")
