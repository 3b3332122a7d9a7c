"""Draws layers and inputs, valid and not, and holds our answer against that of Keras.

FLAKE8_CONCAT_DRAWS=20 draws twenty times as many.
"""

from __future__ import annotations

from typing import Any

import pytest

pytest.importorskip("keras")

from harness import Blur, assert_agree, check_blurred, compare_layer, draws
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

SIZES = st.sampled_from([1, 2, 3, 4, 5, 6, 7, 8, 9, 12, 16, 31, 32, None, None])
NUMBERS = st.sampled_from([1, 2, 3, 4, 5, 6, 8, 9, 12, 16])
BATCH = st.sampled_from([None, None, None, None, 2])
SMALL = st.sampled_from([1, 1, 2, 2, 3, 3, 4, 5, 7])
MAYBE_WRONG = st.sampled_from([1, 1, 2, 2, 3, 3, 4, 5, 0, -1])
PADDING = st.sampled_from(["valid", "same", "valid", "same", "SAME"])
FORMAT = st.sampled_from([None, None, "channels_last", "channels_first"])
GLOBAL_FORMAT = st.sampled_from(["channels_last"] * 4 + ["channels_first"])
AXES = st.integers(-4, 4)

property_test = settings(
    max_examples=draws(200),
    deadline=None,
    suppress_health_check=list(HealthCheck),
    print_blob=False,
)


@st.composite
def shapes(draw: Any, rank: int | None = None) -> tuple[int | None, ...]:
    """A shape of about that rank."""
    if rank is None:
        rank = draw(st.integers(1, 5))
    rank += draw(st.sampled_from([0] * 14 + [1, -1]))
    if rank == 0:
        return ()
    return (draw(BATCH), *draw(st.lists(SIZES, min_size=rank - 1, max_size=rank - 1)))


@st.composite
def tuples(draw: Any, n: int, values: Any = SMALL) -> Any:
    """One number, or `n`, sometimes another count."""
    if draw(st.booleans()):
        return draw(values)
    n += draw(st.sampled_from([0] * 20 + [1, -1]))
    kind = draw(st.sampled_from([tuple, tuple, list]))
    return kind(draw(st.lists(values, min_size=n, max_size=n)))


def some(draw: Any, **choices: Any) -> dict[str, Any]:
    """Some of the keywords, drawn."""
    return {key: draw(value) for key, value in choices.items() if draw(st.booleans())}


def check(
    draw: Any,
    name: str,
    args: tuple[Any, ...],
    kwargs: dict[str, Any],
    inputs: Any,
    data_format: str = "channels_last",
    **options: Any,
) -> None:
    """We say what Keras says; and knowing less, nothing that contradicts it."""
    assert_agree(compare_layer(name, args, kwargs, inputs, data_format=data_format, **options))
    lose = st.sampled_from([True, False, False, False])
    blur = Blur(lambda: draw(lose), none=draw(st.booleans()))
    check_blurred(name, args, kwargs, inputs, blur, data_format)


ONES = st.sampled_from([1, 1, 1, 1, 2, 3])


@property_test
@given(st.data())
def test_convolutions(data: Any) -> None:
    draw = data.draw
    rank = draw(st.sampled_from([1, 2, 2, 3]))
    kwargs = some(
        draw,
        strides=tuples(rank, ONES),
        padding=PADDING,
        dilation_rate=tuples(rank, ONES),
        groups=st.sampled_from([1, 1, 2, 3, 4, 0]),
        data_format=FORMAT,
        use_bias=st.booleans(),
    )
    if rank == 1 and draw(st.integers(0, 3)) == 0:
        kwargs["padding"] = "causal"
    args = (draw(st.sampled_from([1, 4, 6, 8, 12, 0])), draw(tuples(rank)))
    check(
        draw, f"Conv{rank}D", args, kwargs, draw(shapes(rank + 2)), data_format=draw(GLOBAL_FORMAT)
    )


@property_test
@given(st.data())
def test_transposed_convolutions(data: Any) -> None:
    draw = data.draw
    rank = draw(st.sampled_from([1, 2, 2, 3]))
    kwargs = some(
        draw,
        strides=tuples(rank),
        padding=PADDING,
        dilation_rate=tuples(rank, ONES),
        output_padding=tuples(rank, st.sampled_from([0, 0, 1, 2])),
        data_format=FORMAT,
    )
    args = (draw(st.sampled_from([1, 4, 6, 0])), draw(tuples(rank)))
    check(draw, f"Conv{rank}DTranspose", args, kwargs, draw(shapes(rank + 2)))


@property_test
@given(st.data())
def test_separable_and_depthwise_convolutions(data: Any) -> None:
    draw = data.draw
    rank = draw(st.sampled_from([1, 2]))
    name = draw(st.sampled_from(["SeparableConv", "DepthwiseConv"]))
    kwargs = some(
        draw,
        strides=tuples(rank, ONES),
        padding=PADDING,
        dilation_rate=tuples(rank, ONES),
        depth_multiplier=st.sampled_from([1, 2, 3, 0]),
        data_format=FORMAT,
    )
    args = (draw(tuples(rank)),)
    if name == "SeparableConv":
        args = (draw(st.sampled_from([1, 4, 6, 0])), *args)
    check(draw, f"{name}{rank}D", args, kwargs, draw(shapes(rank + 2)))


@property_test
@given(st.data())
def test_a_layer_called_twice(data: Any) -> None:
    draw = data.draw
    name, args = draw(
        st.sampled_from(
            [
                ("Conv2D", (4, 2)),
                ("Conv2DTranspose", (4, 2)),
                ("SeparableConv2D", (4, 2)),
                ("DepthwiseConv2D", (2,)),
                ("Dense", (4,)),
                ("BatchNormalization", ()),
                ("LayerNormalization", ()),
                ("GroupNormalization", (1,)),
                ("MaxPooling2D", (2,)),
                ("Flatten", ()),
                ("EinsumDense", ("abcd,de->abce", (None, None, 5))),
            ]
        )
    )
    few = st.lists(st.sampled_from([3, 4, None]), min_size=3, max_size=3)
    first, second = (None, *draw(few)), (None, *draw(few))
    if draw(st.integers(0, 9)) == 0:
        second = second[:-1]
    check(draw, name, args, {}, first, second=second)


@property_test
@given(st.data())
def test_pooling(data: Any) -> None:
    draw = data.draw
    rank = draw(st.sampled_from([1, 2, 2, 3]))
    name = draw(st.sampled_from(["Max", "Average"]))
    kwargs = some(
        draw,
        strides=tuples(rank, MAYBE_WRONG) | st.none(),
        padding=st.sampled_from(["valid", "same"]),
        data_format=FORMAT,
    )
    args = (draw(tuples(rank, MAYBE_WRONG)),)
    check(
        draw,
        f"{name}Pooling{rank}D",
        args,
        kwargs,
        draw(shapes(rank + 2)),
        data_format=draw(GLOBAL_FORMAT),
    )


@property_test
@given(st.data())
def test_global_and_adaptive_pooling(data: Any) -> None:
    draw = data.draw
    rank = draw(st.sampled_from([1, 2, 3]))
    kind = draw(st.sampled_from(["Max", "Average"]))
    if draw(st.booleans()):
        kwargs = some(draw, keepdims=st.booleans(), data_format=FORMAT)
        name, args = f"Global{kind}Pooling{rank}D", ()
    else:
        kwargs = some(draw, data_format=FORMAT)
        name, args = f"Adaptive{kind}Pooling{rank}D", (draw(tuples(rank, MAYBE_WRONG)),)
    check(draw, name, args, kwargs, draw(shapes(rank + 2)))


@st.composite
def nested(draw: Any, rank: int) -> Any:
    """A padding or cropping: a number, some numbers or some pairs."""
    values = st.sampled_from([0, 0, 1, 1, 2, 3, -1])
    if rank == 1 or draw(st.integers(0, 2)) == 0:
        return draw(tuples(2 if rank == 1 else rank, values))
    n = rank + draw(st.sampled_from([0] * 12 + [1, -1]))
    return tuple(draw(tuples(2, values)) for _ in range(n))


@property_test
@given(st.data())
def test_up_sampling_padding_and_cropping(data: Any) -> None:
    draw = data.draw
    rank = draw(st.sampled_from([1, 2, 3]))
    name = draw(st.sampled_from(["UpSampling", "ZeroPadding", "Cropping"]))
    value = tuples(rank, MAYBE_WRONG) if name == "UpSampling" else nested(rank)
    args = (draw(value),) if draw(st.integers(0, 4)) else ()
    formats = rank > 1 or name == "ZeroPadding"
    kwargs = some(draw, data_format=FORMAT) if formats else {}
    check(
        draw,
        f"{name}{rank}D",
        args,
        kwargs,
        draw(shapes(rank + 2)),
        data_format=draw(GLOBAL_FORMAT),
    )


@property_test
@given(st.data())
def test_reshape(data: Any) -> None:
    draw = data.draw
    x = draw(shapes())
    target = draw(st.lists(st.sampled_from([1, 2, 3, 4, 6, 8, 12, -1, None]), max_size=4))
    if draw(st.booleans()) and None not in x[1:]:
        target = list(draw(st.permutations(x[1:])))
        if target and draw(st.booleans()):
            target[draw(st.integers(0, len(target) - 1))] = -1
        if len(target) > 1 and draw(st.booleans()):
            a, b, *rest = target
            target = [a * b if a > 0 and b > 0 else -1, *rest]
    check(draw, "Reshape", (tuple(target),), {}, x)


@property_test
@given(st.data())
def test_flatten_permute_repeat(data: Any) -> None:
    draw = data.draw
    name = draw(st.sampled_from(["Flatten", "Permute", "RepeatVector"]))
    if name == "Flatten":
        x, args = draw(shapes()), ()
    elif name == "RepeatVector":
        x, args = draw(shapes(2)), (draw(MAYBE_WRONG),)
    else:
        n = draw(st.integers(1, 4))
        dims = draw(st.permutations(range(1, n + 1)))
        if draw(st.integers(0, 9)) == 0:
            dims = draw(st.lists(st.integers(0, 4), max_size=4))
        x, args = draw(shapes(n + 1)), (tuple(dims),)
    check(draw, name, args, {}, x)


@property_test
@given(st.data())
def test_dense_and_embedding(data: Any) -> None:
    draw = data.draw
    x = draw(shapes())
    name = draw(st.sampled_from(["Dense", "Embedding", "ReversibleEmbedding"]))
    if name == "Dense":
        verdict = compare_layer(name, (draw(MAYBE_WRONG),), {}, x)
    elif name == "Embedding":
        verdict = compare_layer(name, (draw(MAYBE_WRONG), draw(MAYBE_WRONG)), {}, x, dtype="int32")
    else:
        call = some(draw, reverse=st.booleans())
        verdict = compare_layer(name, (8, draw(MAYBE_WRONG)), {}, x, call_kwargs=call)
    assert_agree(verdict)


EQUATIONS = [
    "ab,bc->ac",
    "abc,cd->abd",
    "...x,xy->...y",
    "abc,cde->abde",
    "abcd,bce->ade",
    "ab...,bc->ac...",
    "abc,bd->adc",
    "abc,ce->abe",
    "abc,abd->acd",
    "...ab,bcd->...acd",
    "abc,xd->abd",
    "ab,bc",
    "ab,bc->az",
]


@property_test
@given(st.data())
def test_einsum_dense(data: Any) -> None:
    draw = data.draw
    equation = draw(st.sampled_from(EQUATIONS))
    output = draw(st.lists(st.sampled_from([None, None, 3, 4, 8]), max_size=4))
    kwargs = some(draw, bias_axes=st.sampled_from(["c", "d", "ad", "bd", "cd", "y"]))
    shape = tuple(output) if len(output) != 1 or draw(st.booleans()) else output[0] or 5
    few = st.sampled_from([3, 4, 8, None])
    rank = max(1, len(equation.split(",")[0].replace(".", "")) + draw(st.sampled_from([0, 0, 1])))
    x = (None, *draw(st.lists(few, min_size=rank - 1, max_size=rank - 1)))
    check(draw, "EinsumDense", (equation, shape), kwargs, x)


@property_test
@given(st.data())
def test_normalizations(data: Any) -> None:
    draw = data.draw
    name = draw(
        st.sampled_from(
            [
                "BatchNormalization",
                "LayerNormalization",
                "GroupNormalization",
                "RMSNormalization",
                "UnitNormalization",
            ]
        )
    )
    axis: Any = AXES
    if name in ("LayerNormalization", "UnitNormalization", "RMSNormalization"):
        axis = AXES | st.lists(AXES, min_size=1, max_size=3, unique=True)
    kwargs = some(draw, axis=axis)
    if name == "GroupNormalization":
        kwargs["groups"] = draw(st.sampled_from([1, 2, 3, 4, -1, 0]))
    elif name == "LayerNormalization":
        kwargs |= some(draw, center=st.booleans(), scale=st.booleans())
    check(draw, name, (), kwargs, draw(shapes()))


@property_test
@given(st.data())
def test_activations_and_noise(data: Any) -> None:
    draw = data.draw
    number = st.sampled_from([0, 0.2, 0.5, 1, 1.5, -0.1])
    name, args = draw(
        st.one_of(
            st.tuples(st.sampled_from(["ELU", "Identity", "Masking"]), st.just(())),
            st.tuples(st.just("Activation"), st.sampled_from([("relu",), ("softmax",)])),
            st.tuples(
                st.sampled_from(
                    [
                        *("Dropout", "AlphaDropout", "GaussianDropout", "GaussianNoise"),
                        *("LeakyReLU", "SpatialDropout1D", "SpatialDropout2D", "SpatialDropout3D"),
                    ]
                ),
                st.tuples(number),
            ),
            st.tuples(st.just("ReLU"), st.tuples(number, number, number)),
            st.tuples(st.just("ActivityRegularization"), st.tuples(number)),
        )
    )
    rank = int(name[-2]) + 2 if name[-1] == "D" else None
    check(draw, name, args, {}, draw(shapes(rank)))


@property_test
@given(st.data())
def test_softmax_and_prelu(data: Any) -> None:
    draw = data.draw
    x = draw(shapes())
    if draw(st.booleans()):
        axis = AXES | st.lists(AXES, min_size=1, max_size=2, unique=True)
        check(draw, "Softmax", (), some(draw, axis=axis), x)
        return
    shared = st.lists(st.integers(1, 4), min_size=1, max_size=3) | st.integers(1, 4)
    check(draw, "PReLU", (), some(draw, shared_axes=shared), x)


@st.composite
def similar_shapes(draw: Any, least: int = 1, most: int = 4) -> list[tuple[int | None, ...]]:
    """Several shapes that nearly fit."""
    rank = draw(st.integers(1, 5))
    base = (draw(BATCH), *draw(st.lists(SIZES, min_size=rank - 1, max_size=rank - 1)))
    found = []
    for _ in range(draw(st.integers(least, most))):
        dims = list(base)
        for axis in range(rank):
            if draw(st.integers(0, 3 * rank)) == 0:
                dims[axis] = draw(SIZES)
        if draw(st.integers(0, 20)) == 0:
            dims = dims[:-1] if draw(st.booleans()) else [*dims, draw(SIZES)]
        found.append(tuple(dims))
    return found


@property_test
@given(st.data())
def test_merging(data: Any) -> None:
    draw = data.draw
    name = draw(st.sampled_from(["Add", "Subtract", "Multiply", "Average", "Maximum", "Minimum"]))
    inputs: Any = draw(similar_shapes(most=2 if name == "Subtract" else 4))
    if draw(st.integers(0, 15)) == 0:
        inputs = draw(st.sampled_from([inputs[0], []]))
    check(draw, name, (), {}, inputs)


@property_test
@given(st.data())
def test_concatenate(data: Any) -> None:
    draw = data.draw
    inputs: Any = draw(similar_shapes())
    if draw(st.integers(0, 15)) == 0:
        inputs = draw(st.sampled_from([inputs[0], []]))
    check(draw, "Concatenate", (), some(draw, axis=st.integers(-5, 5)), inputs)


@property_test
@given(st.data())
def test_concatenate_called_twice(data: Any) -> None:
    draw = data.draw
    first = draw(similar_shapes(2, 3))
    second = draw(similar_shapes(2, 3))
    kwargs = some(draw, axis=st.integers(-4, 4))
    verdict = compare_layer("Concatenate", (), kwargs, first, second=second)
    assert_agree(verdict, partly=True)


@property_test
@given(st.data())
def test_dot(data: Any) -> None:
    draw = data.draw
    few = st.sampled_from([3, 4, None])
    inputs = [
        (None, *draw(st.lists(few, max_size=3)))
        for _ in range(draw(st.sampled_from([2] * 9 + [1, 3])))
    ]
    axis = st.integers(-3, 3)
    axes = draw(axis | st.tuples(axis, axis) | st.lists(axis, min_size=2, max_size=2))
    kwargs = some(draw, normalize=st.booleans())
    check(draw, "Dot", (axes,), kwargs, inputs)
