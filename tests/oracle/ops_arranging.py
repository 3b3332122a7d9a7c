"""Families of operations by element, of reductions, of what joins, cuts, arranges and picks."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from tests.oracle.ops_draws import (
    Symbolic,
    axis,
    call,
    flags,
    kin,
    names,
    pairs,
    shapes,
    some_axes,
)

UNARY = (
    "abs ceil exp sqrt square tanh relu sigmoid softplus gelu silu selu log_softmax isnan "
    "logical_not ones_like zeros_like copy convert_to_tensor tril fliplr flipud ravel negative "
    "round stop_gradient nonzero"
)
BINARY = (
    "add subtract multiply divide maximum minimum power equal greater less logical_and mod arctan2 "
    "logaddexp floor_divide not_equal heaviside hypot fmax divide_no_nan isclose ldexp"
)
REDUCE = (
    "sum mean max min prod std var all any amax amin logsumexp median nanmax nanmean nansum "
    "nanstd ptp count_nonzero_"
).replace(" count_nonzero_", "")


@st.composite
def unary(draw: Any) -> Any:
    return draw(names(UNARY)), call(draw(shapes()))


@st.composite
def binary(draw: Any) -> Any:
    return draw(names(BINARY)), call(*draw(pairs()))


@st.composite
def first_counts(draw: Any) -> Any:
    return draw(names("bitwise_and isin")), call(*draw(pairs()))


@st.composite
def reductions(draw: Any) -> Any:
    return draw(names(REDUCE)), call(draw(shapes()), axis=draw(some_axes), keepdims=draw(flags))


@st.composite
def arguments(draw: Any) -> Any:
    name = draw(names("argmax argmin nanargmax nanargmin"))
    return name, call(draw(shapes()), axis=draw(st.one_of(st.none(), axis)), keepdims=draw(flags))


@st.composite
def along(draw: Any) -> Any:
    name = draw(
        names("softmax log_softmax flip cumsum cumprod sort argsort normalize roll sparsemax")
    )
    if name.endswith("roll"):
        return name, call(draw(shapes()), 1, axis=draw(some_axes))
    many = name.split(".")[-1] in ("softmax", "log_softmax", "flip")
    chosen = draw(st.one_of(axis, st.lists(axis, max_size=2).map(tuple)) if many else axis)
    return name, call(draw(shapes()), axis=chosen)


@st.composite
def concatenations(draw: Any) -> Any:
    first = draw(shapes(0, 4))
    rest = [draw(kin(first)) for _ in range(draw(st.integers(0, 3)))]
    name = draw(names("concatenate concatenate stack"))
    return name, call([first, *rest], axis=draw(st.integers(-4, 4)))


@st.composite
def stacks(draw: Any) -> Any:
    first = draw(shapes(0, 4))
    rest = [draw(kin(first)) for _ in range(draw(st.integers(0, 3)))]
    return draw(names("hstack vstack dstack")), call([first, *rest])


@st.composite
def appends(draw: Any) -> Any:
    return "keras.ops.append", call(*draw(pairs()), axis=draw(st.one_of(st.none(), axis)))


@st.composite
def splits(draw: Any) -> Any:
    name = draw(names("split split hsplit vsplit array_split unstack"))
    x = draw(shapes(0, 4))
    parts = draw(st.one_of(st.integers(1, 4), st.lists(st.integers(0, 8), max_size=3).map(sorted)))
    if name.endswith("unstack"):
        return name, call(x, num=draw(st.one_of(st.none(), st.integers(1, 4))), axis=draw(axis))
    if name.endswith("array_split"):
        return name, call(x, draw(st.integers(1, 4)), axis=draw(axis))
    if name.endswith((".hsplit", ".vsplit")):
        return name, call(x, parts)
    return name, call(x, parts, axis=draw(axis))


@st.composite
def reshapes(draw: Any) -> Any:
    x = draw(shapes(0, 4))
    wanted = list(draw(st.permutations(list(x))))
    while len(wanted) > 1 and draw(flags):
        a, b = wanted.pop(), wanted.pop()
        wanted.append(None if a is None or b is None else a * b)
    for i in range(len(wanted)):
        if draw(st.integers(0, 3)) == 0:
            wanted[i] = draw(st.sampled_from([-1, 2, 3, 4, -1]))
    wanted = [-1 if w is None else w for w in wanted]
    return "keras.ops.reshape", call(x, tuple(wanted))


@st.composite
def arranged(draw: Any) -> Any:
    name = draw(
        names(
            "transpose transpose expand_dims squeeze squeeze swapaxes moveaxis rot90 repeat "
            "tile pad"
        )
    )
    x = draw(shapes(0, 4))
    kind = name.split(".")[-1]
    if kind == "transpose":
        order = draw(st.permutations(range(len(x))))
        if draw(st.integers(0, 4)) == 0:
            order = draw(st.lists(axis, max_size=4))
        return name, call(x, axes=draw(st.sampled_from([None, tuple(order), tuple(order)])))
    if kind == "expand_dims":
        return name, call(
            x, draw(st.one_of(axis, st.lists(axis, min_size=1, max_size=2, unique=True).map(tuple)))
        )
    if kind == "squeeze":
        return name, call(
            x,
            axis=draw(
                st.one_of(st.none(), axis, st.lists(axis, min_size=1, max_size=2).map(tuple))
            ),
        )
    if kind == "swapaxes":
        return name, call(x, draw(axis), draw(axis))
    if kind == "moveaxis":
        n = draw(st.integers(1, 2))
        return name, call(
            x,
            draw(st.lists(st.integers(-2, 2), min_size=n, max_size=n, unique=True)),
            draw(st.lists(st.integers(-2, 2), min_size=n, max_size=n, unique=True)),
        )
    if kind == "rot90":
        return name, call(
            x,
            k=draw(st.integers(0, 4)),
            axes=draw(st.sampled_from([(0, 1), (1, 2), (0, 2), (-1, -2), (1, 1)])),
        )
    if kind == "repeat":
        times = draw(
            st.one_of(st.integers(1, 4), st.lists(st.integers(0, 3), min_size=1, max_size=4))
        )
        return name, call(x, times, axis=draw(st.one_of(st.none(), st.integers(-3, 3))))
    if kind == "tile":
        return name, call(
            x, draw(st.one_of(st.integers(1, 3), st.lists(st.integers(1, 3), max_size=4)))
        )
    width = st.integers(0, 3)
    n = max(1, len(x) + draw(st.sampled_from([0, 0, 0, 1])))
    each = st.lists(st.tuples(width, width), min_size=n, max_size=n)
    return name, call(x, draw(st.one_of(width, st.tuples(width, width), each, each)))


@st.composite
def broadcasts(draw: Any) -> Any:
    x = draw(shapes(0, 3))
    target = Symbolic(n or 4 for n in (*draw(shapes(0, 1)), *draw(kin(x))))
    return "keras.ops.broadcast_to", call(x, tuple(target))


@st.composite
def indexed(draw: Any) -> Any:
    x = draw(shapes(0, 4))
    bound = st.one_of(st.none(), st.integers(-6, 6))
    step = st.sampled_from([None, None, 1, 2, -1, 3])
    part = st.one_of(
        st.integers(-4, 4),
        st.builds(slice, bound, bound, step),
        st.just(slice(None)),
        st.none(),
        st.just(Ellipsis),
    )
    key = draw(st.lists(part, min_size=1, max_size=4))
    if any(isinstance(p, slice) and p.step == 0 for p in key):
        key = [slice(None)]
    return "keras.ops.get_item", call(x, tuple(key))


@st.composite
def picked(draw: Any) -> Any:
    name = draw(
        names(
            "take take take_along_axis one_hot slice top_k glu diff diag diagonal trace "
            "diagflat trapezoid"
        )
    )
    x = draw(shapes(0, 4))
    kind = name.split(".")[-1]
    if kind == "take":
        return name, call(x, draw(shapes(0, 2)), axis=draw(st.one_of(st.none(), axis)))
    if kind == "take_along_axis":
        return name, call(x, draw(kin(x)), axis=draw(st.one_of(st.none(), axis)))
    if kind == "one_hot":
        return name, call(x, 5, axis=draw(st.integers(-2, 4)))
    if kind == "slice":
        n = len(x) + draw(st.sampled_from([0, 0, 0, 0, 1]))
        start = draw(st.lists(st.integers(0, 2), min_size=n, max_size=n))
        n = len(x) + draw(st.sampled_from([0, 0, 0, 0, 1]))
        return name, call(
            x, start, tuple(draw(st.lists(st.sampled_from([-1, 1, 2]), min_size=n, max_size=n)))
        )
    if kind == "top_k":
        return name, call(x, draw(st.integers(1, 3)))
    if kind in ("glu", "trapezoid"):
        return name, call(x, axis=draw(axis))
    if kind == "diff":
        return name, call(x, n=draw(st.integers(1, 3)), axis=draw(axis))
    if kind in ("diag", "diagflat"):
        return name, call(x, k=draw(st.integers(-2, 2)))
    return name, call(
        x, draw(st.integers(-2, 2)), draw(st.integers(-3, 3)), draw(st.integers(-3, 3))
    )
