"""keras.ops held against real Keras, family by family, on valid and invalid arguments.

Every strategy draws the arguments of one family: `Symbolic` shapes stand for tensors.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any

import pytest

os.environ.setdefault("KERAS_BACKEND", "tensorflow")
keras = pytest.importorskip("keras")
pytest.importorskip("hypothesis")

from hypothesis import HealthCheck, given, settings  # noqa: E402
from hypothesis import strategies as st  # noqa: E402

import flake8_concat.keras.ops  # noqa: E402, F401
from flake8_concat.keras.registry import OPS, run_op  # noqa: E402
from flake8_concat.shapes import UNKNOWN_SIZE, Known, Mismatch, Shape, Unknown, is_none, symbol  # noqa: E402
from tests.oracle.harness import (  # noqa: E402
    BAD,
    MISSED,
    ask_keras,
    draws,
    judge,
    our_shape,
)


class Symbolic(tuple):  # type: ignore[type-arg]
    """The shape of a tensor argument."""

    __slots__ = ()


def replaced(value: Any, change: Callable[[Symbolic], Any]) -> Any:
    if isinstance(value, Symbolic):
        return change(value)
    if isinstance(value, (list, tuple)):
        return type(value)(replaced(item, change) for item in value)
    return value


def keras_tensor(shape: Symbolic) -> Any:
    return keras.KerasTensor(tuple(shape), dtype="float32")


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


def names(text: str, module: str = "keras.ops") -> st.SearchStrategy[str]:
    return st.sampled_from([f"{module}.{name}" for name in text.split()])


def call(*args: Any, **kwargs: Any) -> tuple[tuple[Any, ...], dict[str, Any]]:
    return args, kwargs


SIZES = st.sampled_from([None, 1, 2, 3, 4, 6, 8, 12])
flags = st.booleans()


def shapes(least: int = 0, most: int = 5) -> st.SearchStrategy[Symbolic]:
    return st.lists(SIZES, min_size=least, max_size=most).map(Symbolic)


@st.composite
def kin(draw: Any, shape: Symbolic) -> Symbolic:
    """A shape that may well go with another: some sizes 1, None or other, axes dropped or added."""
    dims = list(shape)
    for i, dim in enumerate(dims):
        change = draw(st.sampled_from(["same"] * 8 + ["one", "none", "other"]))
        dims[i] = {"same": dim, "one": 1, "none": None, "other": draw(SIZES)}[change]
    return Symbolic(dims[draw(st.sampled_from([0, 0, 0, 0, 1, 2])) :])


@st.composite
def pairs(draw: Any, least: int = 0, most: int = 4) -> tuple[Symbolic, Symbolic]:
    first = draw(shapes(least, most))
    second = draw(kin(first))
    return (first, second) if draw(flags) else (second, first)


axis = st.integers(-5, 5)
some_axes = st.one_of(st.none(), axis, st.lists(st.integers(-3, 3), max_size=3, unique=True))


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


@st.composite
def products(draw: Any) -> Any:
    name = draw(names("matmul matmul dot inner outer kron tensordot cdist cross vdot"))
    a = list(draw(shapes(0, 4)))
    b = list(draw(kin(Symbolic(a))))
    if len(b) > 1 and draw(flags):
        b[-1], b[-2] = b[-2], b[-1]
    args = Symbolic(a), Symbolic(b)
    if name.endswith("tensordot"):
        chosen = draw(
            st.one_of(
                st.integers(0, 2),
                st.tuples(*[st.lists(st.integers(-2, 2), min_size=1, max_size=2, unique=True)] * 2),
            )
        )
        return name, call(*args, axes=chosen)
    if name.endswith("cross"):
        return name, call(*args, axis=draw(st.sampled_from([None, None, 0, -1, 1])))
    return name, call(*args)


EQUATIONS = [
    "ij,jk->ik", "bij,bjk->bik", "bij,bkj->bik", "...ij,...jk->...ik", "ij,jk", "bhqd,bhkd->bhqk",
    "ij->ji", "ii->i", "bi,bj->bij", "i,i->", "...i->...", "abc,cd->abd", "bchw,bkhw->bck", "ij->",
    "...ij->...ji", "b...,b...->b...",
]  # fmt: skip


@st.composite
def einsums(draw: Any) -> Any:
    equation = draw(st.sampled_from(EQUATIONS))
    table = {c: draw(SIZES) for c in "abcdhijkqw"}
    wild = draw(shapes(0, 2))
    operands = []
    for term in equation.split("->")[0].split(","):
        dims: list[Any] = []
        for piece in term.replace("...", "."):
            dims += wild if piece == "." else [table[piece]]
        operands.append(
            draw(kin(Symbolic(dims))) if draw(st.integers(0, 3)) == 0 else Symbolic(dims)
        )
    return "keras.ops.einsum", call(equation, *operands)


@st.composite
def matrices(draw: Any) -> Any:
    name = draw(
        names("det inv cholesky eigh eig qr svd lu_factor matrix_rank pinv slogdet logdet norm")
    )
    shape = list(draw(shapes(0, 4)))
    if len(shape) > 1 and draw(flags):
        shape[-1] = shape[-2]
    if name.endswith("norm"):
        return name, call(Symbolic(shape), axis=draw(some_axes), keepdims=draw(flags))
    return name, call(Symbolic(shape))


@st.composite
def solves(draw: Any) -> Any:
    name = draw(names("solve solve_triangular lstsq"))
    a = list(draw(shapes(1, 3)))
    if len(a) > 1 and draw(st.integers(0, 3)):
        a[-1] = a[-2]
    return name, call(Symbolic(a), draw(kin(Symbolic(a))))


images = st.lists(st.sampled_from([None, 1, 3, 4, 6, 8, 12, 16]), min_size=2, max_size=5).map(
    Symbolic
)
formats = st.sampled_from([None, "channels_last", "channels_first"])
paddings = st.sampled_from(["valid", "same"])


@st.composite
def windows(draw: Any) -> Any:
    x = draw(
        st.lists(st.sampled_from([None, 1, 3, 4, 6, 8, 12, 16]), min_size=3, max_size=5).map(
            Symbolic
        )
    )
    n = len(x) - 2
    name = draw(
        names("max_pool average_pool conv conv depthwise_conv conv_transpose adaptive_max_pool")
    )
    kind = name.split(".")[-1]
    form = draw(formats)
    many = st.one_of(st.integers(1, 3), st.tuples(*[st.integers(1, 3)] * n))
    if kind in ("max_pool", "average_pool"):
        return name, call(
            x,
            draw(many),
            strides=draw(st.one_of(st.none(), many)),
            padding=draw(paddings),
            data_format=form,
        )
    if kind == "adaptive_max_pool":
        return name, call(x, draw(many), data_format=form)
    channels = (x[1] if form == "channels_first" else x[-1]) or draw(st.sampled_from([3, 4]))
    if draw(st.integers(0, 5)) == 0:
        channels += 1
    kernel = [draw(st.integers(1, 4)) for _ in range(n)]
    last = (
        [draw(st.sampled_from([2, 5])), channels]
        if kind == "conv_transpose"
        else [channels, draw(st.sampled_from([2, 5]))]
    )
    return name, call(
        x,
        Symbolic([*kernel, *last]),
        strides=draw(many),
        padding=draw(paddings),
        data_format=form,
        dilation_rate=draw(st.sampled_from([1, 1, 2])),
    )


IMAGES = (
    "resize rgb_to_grayscale rgb_to_hsv extract_patches pad_images crop_images sobel_edges "
    "gaussian_blur ssim affine_transform"
)


@st.composite
def pictures(draw: Any) -> Any:
    name = draw(
        st.one_of(
            names(IMAGES, "keras.ops.image"), names("depth_to_space space_to_depth unfold fold")
        )
    )
    x, form, kind = draw(images), draw(formats), name.split(".")[-1]
    side = st.integers(1, 12)
    if kind == "resize":
        return name, call(x, (draw(st.integers(0, 12)), draw(side)), data_format=form)
    if kind in ("rgb_to_grayscale", "rgb_to_hsv", "sobel_edges", "gaussian_blur"):
        return name, call(x, data_format=form)
    if kind == "ssim":
        return name, call(x, draw(kin(x)))
    if kind == "affine_transform":
        return name, call(x, Symbolic(draw(st.sampled_from([(8,), (2, 8), (None, 8)]))))
    if kind == "extract_patches":
        return name, call(
            x,
            draw(
                st.one_of(
                    st.integers(1, 4),
                    st.tuples(st.integers(1, 4), st.integers(1, 4)),
                    st.just((2, 2, 2)),
                )
            ),
            strides=draw(st.one_of(st.none(), st.integers(1, 3))),
            padding=draw(paddings),
            data_format=form,
        )
    if kind in ("pad_images", "crop_images"):
        word = "padding" if kind == "pad_images" else "cropping"
        maybe = st.one_of(st.none(), st.integers(0, 4))
        amounts = {f"{side}_{word}": draw(maybe) for side in ("top", "left", "bottom", "right")}
        target = st.one_of(st.none(), st.integers(1, 16))
        for a, b, c in (("top", "bottom", "height"), ("left", "right", "width")):
            count = [amounts[f"{a}_{word}"], amounts[f"{b}_{word}"]].count(None)
            amounts[f"target_{c}"] = (
                draw(st.integers(1, 16)) if count == 1 else None if count == 0 else draw(target)
            )
        return name, call(x, **amounts, data_format=form)
    if kind == "fold":
        return name, call(x, (8, 8), draw(st.sampled_from([1, 2, (2, 1)])))
    if kind == "unfold":
        return name, call(
            x,
            draw(st.sampled_from([1, 2, (2, 1)])),
            padding=draw(st.integers(0, 1)),
            stride=draw(st.integers(1, 2)),
        )
    return name, call(
        x,
        draw(st.integers(1, 3)),
        data_format=draw(st.sampled_from(["channels_last", "channels_first"])),
    )


@st.composite
def losses(draw: Any) -> Any:
    name = draw(
        names(
            "binary_crossentropy categorical_crossentropy sparse_categorical_crossentropy "
            "psnr where moments batch_normalization layer_normalization average"
        )
    )
    a, b = draw(pairs(0, 3))
    if name.endswith("where"):
        return name, call(a, b, draw(kin(b)))
    if name.endswith("moments"):
        return name, call(a, draw(some_axes.filter(lambda v: v is not None)), keepdims=draw(flags))
    if name.endswith("batch_normalization"):
        at = draw(st.integers(-3, 3))
        size = a[at] if -len(a) <= at < len(a) else 3
        vector = Symbolic([size])
        return name, call(a, vector, draw(kin(vector)) if draw(flags) else vector, at)
    if name.endswith("layer_normalization"):
        return name, call(a)
    if name.endswith("average"):
        weights = draw(st.sampled_from([None, b, a]))
        return name, call(a, axis=draw(st.one_of(st.none(), axis)), weights=weights)
    if name.endswith("psnr"):
        return name, call(a, b, 255)
    return name, call(a, b)


@st.composite
def transforms(draw: Any) -> Any:
    name = draw(
        names(
            "fft fft2 rfft irfft stft istft extract_sequences segment_sum view_as_real "
            "bincount histogram meshgrid correlate vander quantile percentile"
        )
    )
    x = draw(st.lists(st.sampled_from([None, 2, 8, 16, 33]), max_size=3).map(Symbolic))
    kind = name.split(".")[-1]
    if kind in ("fft", "fft2", "irfft"):
        other = x if draw(st.integers(0, 3)) else draw(kin(x))
        return name, call((x, other))
    if kind == "rfft":
        return name, call(x, fft_length=draw(st.sampled_from([None, 8, 9])))
    if kind == "stft":
        return name, call(x, 8, 4, draw(st.sampled_from([8, 16])), center=draw(flags))
    if kind == "istft":
        return name, call(
            (x, x), 8, 4, 8, length=draw(st.sampled_from([None, 30])), center=draw(flags)
        )
    if kind == "extract_sequences":
        return name, call(x, 8, 4)
    if kind == "segment_sum":
        return name, call(x, draw(shapes(0, 2)), num_segments=draw(st.sampled_from([None, 3])))
    if kind == "meshgrid":
        return name, call(
            *[draw(shapes(0, 2)) for _ in range(draw(st.integers(1, 3)))],
            indexing=draw(st.sampled_from(["xy", "ij"])),
        )
    if kind == "correlate":
        return name, call(x, draw(kin(x)), mode=draw(st.sampled_from(["valid", "same", "full"])))
    if kind in ("quantile", "percentile"):
        q = draw(
            st.one_of(
                st.just(0.5),
                st.lists(st.just(0.5), min_size=1, max_size=3),
                st.just(Symbolic((2,))),
            )
        )
        return name, call(x, q, axis=draw(some_axes), keepdims=draw(flags))
    return name, call(x)


FAMILIES = {
    family.__name__: family
    for family in (
        unary, binary, first_counts, reductions, arguments, along, concatenations, stacks, appends,
        splits, reshapes, arranged, broadcasts, indexed, picked, products, einsums, matrices,
        solves, windows, pictures, losses, transforms,
    )
}  # fmt: skip


@pytest.mark.parametrize("family", FAMILIES)
def test_agrees_with_keras(family: str) -> None:
    @settings(
        max_examples=draws(60),
        deadline=None,
        suppress_health_check=list(HealthCheck),
        database=None,
    )
    @given(FAMILIES[family]())
    def check(case: Any) -> None:
        name, (args, kwargs) = case
        found = verdict(name, args, kwargs)
        assert found.kind not in BAD, str(found)
        assert found.kind != MISSED, str(found)

    check()


def blurred(value: Any, lose: Callable[[], bool]) -> Any:
    """The same with some sizes and arguments unknown. `lose` decides, one by one."""
    if isinstance(value, Shape):
        return Shape(blurred_size(size, lose) for size in value)
    if isinstance(value, (list, tuple)):
        return type(value)(blurred(item, lose) for item in value)
    if type(value) is int and lose():
        return symbol("k", literal=True) if value > 0 and lose() else Unknown("blurred")
    return value


def covers(less: Any, full: Any) -> bool:
    """Whether `full` is a possible case of `less`."""
    if isinstance(full, Shape):
        if not isinstance(less, Shape) or len(less) != len(full):
            return False
        return all(covers_size(a, b) for a, b in zip(less, full, strict=True))
    if isinstance(full, (list, tuple)):
        return len(less) == len(full) and all(map(covers, less, full))
    return True


def covers_size(less: Any, full: Any) -> bool:
    if type(less) is int:
        return bool(less == full)
    if less.literal is None:
        return True
    return is_none(full) if is_none(less) else not is_none(full)


def blurred_size(size: Any, lose: Callable[[], bool]) -> Any:
    if not lose():
        return size
    return symbol("k", literal=True) if type(size) is int and lose() else UNKNOWN_SIZE


def check_blurred(name: str, args: Any, kwargs: dict[str, Any], lose: Callable[[], bool]) -> None:
    """Holds what we say with less knowledge against what we say with all of it."""
    full = run_op(OPS[name], args, kwargs)
    less = blurred(args, lose), {key: blurred(value, lose) for key, value in kwargs.items()}
    found = run_op(OPS[name], *less)
    text = f"{name}{less}: {found}\n  with all known {(args, kwargs)}: {full}"
    if isinstance(found, Mismatch):
        assert isinstance(full, Mismatch), f"alarm without knowing: {text}"
    elif isinstance(found, Known) and isinstance(full, Known):
        assert covers(found.result, full.result), f"says something else: {text}"


@pytest.mark.parametrize("family", FAMILIES)
def test_knowing_less_says_nothing_else(family: str) -> None:
    @settings(
        max_examples=draws(60),
        deadline=None,
        suppress_health_check=list(HealthCheck),
        database=None,
    )
    @given(FAMILIES[family](), st.randoms(use_true_random=False))
    def check(case: Any, random: Any) -> None:
        name, (args, kwargs) = case
        known = replaced(args, our_shape), {k: replaced(v, our_shape) for k, v in kwargs.items()}
        check_blurred(name, *known, lambda: random.random() < 0.3)

    check()
