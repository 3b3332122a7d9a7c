"""tf.* and keras.backend.* held against TensorFlow's own shape inference.

Tensors are placeholders of a graph, as they are inside a Lambda layer.
"""

from __future__ import annotations

import os
from typing import Any

import pytest

os.environ.setdefault("KERAS_BACKEND", "tensorflow")
tf = pytest.importorskip("tensorflow")
pytest.importorskip("keras")
pytest.importorskip("hypothesis")

from hypothesis import strategies as st  # noqa: E402
from keras._tf_keras.keras import backend  # noqa: E402

import flake8_concat.keras.ops  # noqa: E402, F401
from flake8_concat.keras.registry import OPS, run_op  # noqa: E402
from flake8_concat.shapes import Shape  # noqa: E402
from tests.oracle.harness import Plain, Raised, judge, our_shape  # noqa: E402
from tests.oracle.ops_calculating import images  # noqa: E402
from tests.oracle.ops_draws import (  # noqa: E402
    Symbolic,
    axis,
    call,
    check_agreement,
    check_with_less,
    flags,
    kin,
    operands,
    pairs,
    shapes,
)

tf.get_logger().setLevel("CRITICAL")


class SizeOf(tuple):  # type: ignore[type-arg]
    """`tf.shape(x)[i]`: (the number of the tensor argument, the axis)."""

    __slots__ = ()


class Integer(tuple):  # type: ignore[type-arg]
    """The shape of a tensor argument of whole numbers."""

    __slots__ = ()


class Truth(tuple):  # type: ignore[type-arg]
    """The shape of a tensor argument of booleans."""

    __slots__ = ()


def rebuilt(value: Any, tensors: list[Any], make: Any, pick: Any) -> Any:
    if isinstance(value, (Symbolic, Integer, Truth)):
        tensors.append(make(value))
        return tensors[-1]
    if isinstance(value, SizeOf):
        return pick(tensors[value[0]], value[1])
    if isinstance(value, (list, tuple)):
        return type(value)(rebuilt(item, tensors, make, pick) for item in value)
    return value


def placeholder(shape: Any) -> Any:
    kind = {Integer: tf.int32, Truth: tf.bool}.get(type(shape), tf.float32)
    return tf.compat.v1.placeholder(shape=tuple(shape), dtype=kind)


def our_arguments(args: Any, kwargs: dict[str, Any]) -> Any:
    tensors: list[Shape] = []

    def make(shape: Any) -> Shape:
        return our_shape(shape, f"n{len(tensors)}_")

    def pick(shape: Shape, axis: int) -> Any:
        from flake8_concat.keras.operators import getitem

        size = run_op(OPS["tf.shape"], (shape,), {}).result  # type: ignore[union-attr]
        return getitem(size, axis)

    args = rebuilt(args, tensors, make, pick)
    return args, {key: rebuilt(value, tensors, make, pick) for key, value in kwargs.items()}


def answer(value: Any) -> Any:
    if isinstance(value, (tf.Tensor, tf.Variable)):
        if value.shape.rank is None:
            raise UnknownRank
        return Plain(value.shape.as_list())
    if isinstance(value, (list, tuple)) and not isinstance(value, tf.TensorShape):
        return [answer(item) for item in value]
    return value


class UnknownRank(Exception):
    """TensorFlow knows no shape at all."""


def theirs(name: str, args: Any, kwargs: dict[str, Any]) -> Any:
    function: Any = backend if name.startswith("keras.backend.") else tf
    for part in name.removeprefix("keras.backend.").removeprefix("tf.").split("."):
        function = getattr(function, part)
    tensors: list[Any] = []

    def pick(tensor: Any, axis: int) -> Any:
        return tf.shape(tensor)[axis]

    try:
        with tf.Graph().as_default():
            args = rebuilt(args, tensors, placeholder, pick)
            kwargs = {k: rebuilt(v, tensors, placeholder, pick) for k, v in kwargs.items()}
            return answer(function(*args, **kwargs))
    except UnknownRank:
        return Raised(UnknownRank("not even the rank is known"))
    except Exception as error:
        return Raised(error)


def verdict(name: str, args: Any, kwargs: dict[str, Any]) -> Any:
    question = f"{name}({args}, {kwargs})"
    ours = run_op(OPS[name], *our_arguments(args, kwargs))
    return judge(ours, theirs(name, args, kwargs), question)


def names(text: str, module: str = "tf") -> st.SearchStrategy[str]:
    return st.sampled_from([f"{module}.{name}" for name in text.split()])


UNARY = (
    "abs exp sqrt square tanh sigmoid nn.relu nn.relu6 nn.elu nn.selu nn.softplus nn.swish nn.gelu "
    "nn.leaky_relu math.log math.rsqrt negative round identity stop_gradient zeros_like ones_like"
)
BINARY = (
    "add subtract multiply divide maximum minimum pow equal greater less math.floordiv "
    "math.squared_difference math.divide_no_nan not_equal math.atan2"
)
REDUCE = "reduce_sum reduce_mean reduce_max reduce_min reduce_prod reduce_logsumexp math.reduce_std"
some_axes = st.one_of(st.none(), axis, st.lists(st.integers(-3, 3), max_size=3, unique=True))


@st.composite
def unary(draw: Any) -> Any:
    return draw(names(UNARY)), call(draw(shapes()))


@st.composite
def binary(draw: Any) -> Any:
    return draw(names(BINARY)), call(*draw(pairs()))


@st.composite
def reductions(draw: Any) -> Any:
    x = draw(shapes())
    name = draw(st.one_of(names(REDUCE), names("sum mean max min prod std var", "keras.backend")))
    return name, call(x, axis=draw(some_axes), keepdims=draw(flags))


@st.composite
def along(draw: Any) -> Any:
    name = draw(
        names("argmax cumsum reverse nn.softmax nn.log_softmax math.l2_normalize sort norm roll")
    )
    x = draw(shapes(0, 4))
    if name == "tf.reverse":
        return name, call(x, draw(st.lists(axis, min_size=1, max_size=2)))
    if name == "tf.roll":
        return name, call(x, 1, draw(axis))
    return name, call(x, axis=draw(axis))


@st.composite
def joins(draw: Any) -> Any:
    first = draw(shapes(0, 4))
    rest = [draw(kin(first)) for _ in range(draw(st.integers(0, 3)))]
    name = draw(
        st.sampled_from(
            ["tf.concat", "tf.stack", "keras.backend.concatenate", "keras.backend.stack"]
        )
    )
    return name, call([first, *rest], axis=draw(st.integers(-4, 4)))


@st.composite
def splits(draw: Any) -> Any:
    x = draw(shapes(0, 4))
    if draw(flags):
        return "tf.unstack", call(
            x, num=draw(st.one_of(st.none(), st.integers(1, 4))), axis=draw(axis)
        )
    parts = draw(
        st.one_of(
            st.integers(1, 4), st.lists(st.sampled_from([-1, 1, 2, 3, 4]), min_size=1, max_size=3)
        )
    )
    return "tf.split", call(x, parts, axis=draw(axis))


@st.composite
def reshapes(draw: Any) -> Any:
    x = draw(shapes(0, 4))
    wanted: list[Any] = list(draw(st.permutations(list(enumerate(x)))))
    wanted = [
        SizeOf((0, i)) if size is None or draw(st.integers(0, 3)) == 0 else size
        for i, size in wanted
    ]
    while len(wanted) > 1 and draw(flags):
        a, b = wanted.pop(), wanted.pop()
        wanted.append(a * b if isinstance(a, int) and isinstance(b, int) and a * b > 0 else -1)
    for i in range(len(wanted)):
        if draw(st.integers(0, 4)) == 0:
            wanted[i] = draw(st.sampled_from([-1, 2, 3, 4, -1]))
    if wanted.count(-1) > 1:
        wanted = [n if n != -1 or i == wanted.index(-1) else 2 for i, n in enumerate(wanted)]
    name = draw(st.sampled_from(["tf.reshape", "keras.backend.reshape"]))
    return name, call(x, wanted)


ARRANGED = "transpose expand_dims squeeze tile pad repeat linalg.matrix_transpose"
OLD_ARRANGED = (
    "permute_dimensions expand_dims squeeze repeat repeat_elements flatten batch_flatten tile "
    "temporal_padding spatial_2d_padding"
)


@st.composite
def arranged(draw: Any) -> Any:
    name = draw(st.one_of(names(ARRANGED), names(OLD_ARRANGED, "keras.backend")))
    x, kind = draw(shapes(0, 4)), name.split(".")[-1]
    if kind in ("transpose", "permute_dimensions"):
        order = list(draw(st.permutations(range(len(x)))))
        if draw(st.integers(0, 4)) == 0:
            order = draw(st.lists(st.integers(0, 3), max_size=4))
        return name, call(x, order)
    if kind == "expand_dims":
        return name, call(x, draw(axis))
    if kind == "squeeze":
        some = (
            axis
            if "backend" in name
            else st.one_of(st.none(), axis, st.lists(axis, min_size=1, max_size=2, unique=True))
        )
        return name, call(x, draw(some))
    if kind == "tile":
        n = len(x) + draw(st.sampled_from([0, 0, 0, 1]))
        return name, call(x, draw(st.lists(st.integers(1, 3), min_size=n, max_size=n)))
    if kind == "pad":
        n = len(x) + draw(st.sampled_from([0, 0, 0, 1]))
        pair = st.lists(st.integers(0, 3), min_size=2, max_size=2)
        return name, call(x, draw(st.lists(pair, min_size=n, max_size=n)))
    if kind == "repeat" and name.startswith("tf"):
        return name, call(x, draw(st.integers(1, 3)), axis=draw(st.one_of(st.none(), axis)))
    if kind == "repeat":
        return name, call(x, draw(st.integers(1, 3)))
    if kind == "repeat_elements":
        return name, call(x, draw(st.integers(1, 3)), draw(st.integers(0, 3)))
    if kind == "temporal_padding":
        return name, call(x, padding=(draw(st.integers(0, 2)), 1))
    return name, call(x)


@st.composite
def picked(draw: Any) -> Any:
    name = draw(
        names(
            "gather gather gather_nd one_hot slice boolean_mask sequence_mask broadcast_to "
            "where top_k_"
        )
    ).replace("top_k_", "math.top_k")
    x, kind = draw(shapes(0, 4)), name.split(".")[-1]
    if kind == "gather":
        indices = Integer(draw(kin(x))) if draw(flags) else Integer(draw(shapes(0, 2)))
        return name, call(
            x,
            indices,
            axis=draw(st.one_of(st.none(), axis)),
            batch_dims=draw(st.sampled_from([0, 0, 0, 1])),
        )
    if kind == "gather_nd":
        last = draw(st.integers(1, 3))
        return name, call(x, Integer((*draw(shapes(0, 2)), last)))
    if kind == "one_hot":
        return name, call(Integer(x), 5, axis=draw(st.one_of(st.none(), axis)))
    if kind == "slice":
        x = x or Symbolic((4,))
        n = len(x)
        start = draw(st.lists(st.integers(0, 2), min_size=n, max_size=n))
        return name, call(
            x, start, draw(st.lists(st.sampled_from([-1, 1, 2]), min_size=n, max_size=n))
        )
    if kind == "boolean_mask":
        return name, call(x, Truth(draw(kin(x))[: draw(st.integers(1, 3))]))
    if kind == "sequence_mask":
        return name, call(Integer(x), draw(st.sampled_from([None, 7])))
    if kind == "broadcast_to":
        return name, call(x, [n or 4 for n in draw(kin(x))])
    if kind == "where":
        a, b = draw(pairs())
        return name, call(Truth(x if draw(flags) else a), a, b)
    return name, call(x, draw(st.integers(1, 3)))


@st.composite
def products(draw: Any) -> Any:
    name = draw(
        st.sampled_from(
            ["tf.matmul"] * 2
            + [
                "tf.tensordot",
                "tf.linalg.matvec",
                "keras.backend.dot",
                "keras.backend.batch_dot",
                "keras.backend.batch_dot",
            ]
        )
    )
    a = list(draw(shapes(1, 4)))
    b = list(draw(kin(Symbolic(a))))
    if len(b) > 1 and draw(flags):
        b[-1], b[-2] = b[-2], b[-1]
    if name == "tf.matmul":
        return name, call(
            Symbolic(a), Symbolic(b), transpose_a=draw(flags), transpose_b=draw(flags)
        )
    if name == "tf.tensordot":
        chosen = st.one_of(
            st.integers(0, 3),
            st.tuples(*[st.lists(st.integers(-2, 2), min_size=1, max_size=2, unique=True)] * 2).map(
                list
            ),
        )
        return name, call(Symbolic(a), Symbolic(b), draw(chosen))
    if name.endswith("batch_dot"):
        chosen = st.one_of(
            st.none(), st.integers(1, 3), st.tuples(st.integers(-2, 3), st.integers(1, 3))
        )
        return name, call(Symbolic(a), Symbolic(b), axes=draw(chosen))
    return name, call(Symbolic(a), Symbolic(b))


@st.composite
def einsums(draw: Any) -> Any:
    equation = draw(
        st.sampled_from(
            ["ij,jk->ik", "bij,bjk->bik", "bij,bkj->bik", "...ij,...jk->...ik", "ij,jk", "ij->ji",
             "bhqd,bhkd->bhqk", "bi,bj->bij", "i,i->", "...i->...", "abc,cd->abd"]
        )
    )  # fmt: skip
    return "tf.einsum", call(equation, *draw(operands(equation)))


@st.composite
def windows(draw: Any) -> Any:
    x = draw(
        st.lists(st.sampled_from([None, 1, 3, 4, 6, 8, 12, 16]), min_size=4, max_size=4).map(
            Symbolic
        )
    )
    name = draw(
        names(
            "nn.conv2d nn.max_pool2d nn.avg_pool2d nn.depthwise_conv2d nn.depth_to_space "
            "nn.space_to_depth nn.bias_add nn.conv2d_transpose"
        )
    )
    kind, padding = name.split(".")[-1], draw(st.sampled_from(["SAME", "VALID"]))
    step = draw(st.one_of(st.integers(1, 3), st.integers(1, 3).map(lambda s: [1, s, s, 1])))
    if "pool" in kind:
        return name, call(x, draw(st.integers(1, 4)), step, padding)
    if kind in ("depth_to_space", "space_to_depth"):
        return name, call(x, draw(st.integers(1, 3)))
    channels = x[-1] or 3
    if draw(st.integers(0, 5)) == 0:
        channels += 1
    if kind == "bias_add":
        return name, call(x, Symbolic([channels]))
    kernel = [draw(st.integers(1, 4)), draw(st.integers(1, 4)), channels, 6]
    if kind == "depthwise_conv2d":
        step = [1, 2, 2, 1]
    if kind == "conv2d_transpose":
        kernel[2:] = [5, channels]
        return name, call(x, Symbolic(kernel), [SizeOf((0, 0)), 16, 16, 5], 2)
    return name, call(x, Symbolic(kernel), step, padding)


IMAGES = (
    "resize resize_with_pad crop_to_bounding_box pad_to_bounding_box central_crop flip_left_right "
    "rgb_to_grayscale grayscale_to_rgb rot90 extract_patches per_image_standardization "
    "adjust_brightness sobel_edges resize_with_crop_or_pad psnr total_variation transpose "
    "rgb_to_hsv"
)


@st.composite
def pictures(draw: Any) -> Any:
    name = draw(names(IMAGES, "tf.image"))
    x, kind = draw(images), name.split(".")[-1]
    if len(x) not in (3, 4) and draw(st.integers(0, 3)):
        x = Symbolic((None, 8, 12, 3))
    side = st.integers(1, 12)
    if kind == "resize":
        size = [draw(side), draw(side)]
        if draw(flags) and len(x) == 4:
            size[0] = SizeOf((0, 1))
        return name, call(x, size)
    if kind in ("resize_with_pad", "resize_with_crop_or_pad"):
        side = st.integers(12, 24)
        return name, call(x, draw(side), draw(side))
    if kind in ("crop_to_bounding_box", "pad_to_bounding_box"):
        return name, call(
            x, draw(st.integers(0, 2)), draw(st.integers(0, 2)), draw(side), draw(side)
        )
    if kind == "central_crop":
        return name, call(x, draw(st.sampled_from([0.5, 0.3, 0.75, 1.0, 0.1])))
    if kind == "rot90":
        return name, call(x, k=draw(st.integers(0, 3)))
    if kind == "extract_patches":
        n = draw(st.integers(1, 4))
        return name, call(
            x, [1, n, n, 1], [1, 2, 2, 1], [1, 1, 1, 1], draw(st.sampled_from(["SAME", "VALID"]))
        )
    if kind == "adjust_brightness":
        return name, call(x, 0.1)
    if kind == "psnr":
        return name, call(x, draw(kin(x)), 255)
    return name, call(x)


@st.composite
def creation(draw: Any) -> Any:
    name = draw(
        names(
            "zeros ones fill random.normal random.uniform range eye linspace shape_x constant "
            "signal.stft signal.frame signal.rfft"
        )
    )
    kind = name.split(".")[-1]
    shape = [n or SizeOf((0, 0)) for n in draw(shapes(0, 3))]
    if kind == "shape_x":
        return "tf.shape", call(draw(shapes()))
    x = draw(st.lists(st.sampled_from([None, 8, 16, 33]), max_size=3).map(Symbolic))
    if kind == "rfft":
        return name, call(x)
    if kind in ("stft", "frame"):
        return name, call(x, 8, 4, pad_end=draw(flags))
    if kind == "range":
        return name, call(
            draw(st.integers(0, 9)), draw(st.integers(0, 20)), draw(st.integers(1, 3))
        )
    if kind == "eye":
        return name, call(draw(st.integers(1, 4)), draw(st.sampled_from([None, 3])))
    if kind == "linspace":
        return name, call(0.0, 1.0, draw(st.integers(1, 9)))
    if kind == "constant":
        return name, call([[1, 2], [3, 4]]) if draw(flags) else call(1.0, shape=[2, 3])
    numbers = [n if isinstance(n, int) else 5 for n in shape]
    return name, call(numbers, 1.0) if kind == "fill" else call(numbers)


FAMILIES = {
    family.__name__: family
    for family in (
        unary, binary, reductions, along, joins, splits, reshapes, arranged, picked, products,
        einsums, windows, pictures, creation,
    )
}  # fmt: skip


@pytest.mark.parametrize("family", FAMILIES)
def test_agrees_with_tensorflow(family: str) -> None:
    check_agreement(FAMILIES[family], 40, verdict)


@pytest.mark.parametrize("family", FAMILIES)
def test_knowing_less_says_nothing_else(family: str) -> None:
    check_with_less(FAMILIES[family], 40, our_arguments)
