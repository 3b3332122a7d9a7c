"""Families of products, of matrices, of windows and images, of losses and transforms."""

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
    operands,
    pairs,
    shapes,
    some_axes,
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
    return "keras.ops.einsum", call(equation, *draw(operands(equation)))


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
