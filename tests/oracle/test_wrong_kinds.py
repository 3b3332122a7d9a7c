"""An argument of a kind that a function of `keras.ops` never takes: each row of the tables.

Of each function stands one call that Keras takes; with a wrong argument in it Keras must raise,
and so must we, on that line. Once with KERAS_BACKEND=jax and once with tensorflow: what a table
says of the bodies of layers holds on both.
"""

from __future__ import annotations

import ast
import os
import re
from itertools import product

import pytest

os.environ.setdefault("KERAS_BACKEND", "jax")
keras = pytest.importorskip("keras")

from flake8_concat import analyze  # noqa: E402
from flake8_concat.keras.ops.kinds_table import (  # noqa: E402
    EVERYWHERE,
    IN_LAYERS,
    MAKING,
    OF_SYMBOLIC,
    Table,
)

HEAD = """\
import keras
import numpy as np
from keras import layers, ops

s = keras.Input(())
v = keras.Input((4,))
m = keras.Input((4, 6))
q = keras.Input((6, 6))
n = keras.Input((None, 6))
h = keras.Input((8, 6, 4))
i = keras.Input((8, 8, 3))
w = keras.Input((5, 8, 8, 3))
ii = keras.Input((4,), dtype="int32")
bb = keras.Input((4, 6), dtype="bool")
b1 = keras.Input(batch_shape=(2, 3))
b2 = keras.Input(batch_shape=(3, 5))
b3 = keras.Input(batch_shape=(2, 3, 3))
b4 = keras.Input(batch_shape=(2, 8, 8, 3))
k = keras.Input(batch_shape=(3, 3, 3, 5))
u = keras.Input(batch_shape=(6,))
f = keras.Input((4, 4, 8))
i4 = keras.Input((4, 2), dtype="int32")
c = keras.Input(batch_shape=(2, 12, 4))
g = keras.Input(batch_shape=(2, 7, 9))
"""
CALLS = """\
ops.adaptive_average_pool(inputs=i, output_size=(2, 2))
ops.adaptive_max_pool(inputs=i, output_size=(2, 2))
ops.arange(start=0, stop=5, step=1)
ops.arctan2(x1=m, x2=m)
ops.batch_normalization(x=b1, mean=np.ones((3,)), variance=np.ones((3,)), axis=-1)
ops.depth_to_space(x=f, block_size=2)
ops.digitize(x=m, bins=u)
ops.empty(shape=(2, 3))
ops.equal(x1=m, x2=m)
ops.eye(N=3)
ops.fold(x=c, output_size=(4, 4), kernel_size=2, stride=2)
ops.full(shape=(2, 3), fill_value=0)
ops.greater(x1=m, x2=m)
ops.greater_equal(x1=m, x2=m)
ops.identity(n=3)
ops.image.pad_images(images=i, top_padding=1, left_padding=1, target_height=12, target_width=12)
ops.irfft(x=(m, m))
ops.isclose(x1=m, x2=m)
ops.istft(x=(g, g), sequence_length=16, sequence_stride=4, fft_length=16)
ops.less(x1=m, x2=m)
ops.less_equal(x1=m, x2=m)
ops.logical_and(x1=m, x2=m)
ops.logical_or(x1=m, x2=m)
ops.logical_xor(x1=m, x2=m)
ops.not_equal(x1=m, x2=m)
ops.ones(shape=(2, 3))
ops.select(condlist=[bb], choicelist=[m])
ops.stack(x=[m, m])
ops.take_along_axis(x=m, indices=i4, axis=-1)
ops.tri(N=3)
ops.zeros(shape=(2, 3))
ops.abs(x=n)
ops.absolute(x=v)
ops.add(x1=s, x2=s)
ops.all(x=ii)
ops.amax(x=v)
ops.amin(x=v)
ops.angle(x=k)
ops.any(x=h)
ops.append(x1=u, x2=h)
ops.arccos(x=n)
ops.arccosh(x=n)
ops.arcsin(x=n)
ops.arcsinh(x=i)
ops.arctan(x=s)
ops.arctanh(x=s)
ops.argmax(x=h)
ops.argmin(x=h)
ops.argpartition(x=h, kth=2)
ops.argsort(x=v)
ops.array(x=n)
ops.array_split(x=v, indices_or_sections=2)
ops.average(x=q)
ops.average_pool(inputs=s, pool_size=2)
ops.binary_crossentropy(target=i, output=i)
ops.bincount(x=m)
ops.bitwise_and(x=i, y=h)
ops.bitwise_invert(x=w)
ops.bitwise_left_shift(x=q, y=h)
ops.bitwise_not(x=u)
ops.bitwise_or(x=v, y=w)
ops.bitwise_right_shift(x=q, y=k)
ops.bitwise_xor(x=i, y=s)
ops.broadcast_to(x=v, shape=())
ops.cast(x=n, dtype='bool')
ops.categorical_crossentropy(target=n, output=n)
ops.cbrt(x=u)
ops.cdist(x=v, y=h)
ops.ceil(x=u)
ops.celu(x=m)
ops.cholesky(x=q)
ops.cholesky_inverse(x=q)
ops.clip(x=m, x_min=m, x_max=m)
ops.concatenate(xs=[m])
ops.conj(x=h)
ops.conjugate(x=w)
ops.conv(inputs=b4, kernel=k)
ops.conv_transpose(inputs=s, kernel=h, strides=1)
ops.convert_to_tensor(x=v)
ops.copy(x=h)
ops.corrcoef(x=w)
ops.cos(x=u)
ops.cosh(x=m)
ops.count_nonzero(x=q)
ops.cross(x1=i, x2=w)
ops.ctc_decode(inputs=b1, sequence_lengths=n)
ops.ctc_loss(target=m, output=q, target_length=v, output_length=s)
ops.cumprod(x=s)
ops.cumsum(x=v)
ops.deg2rad(x=h)
ops.depthwise_conv(inputs=b4, kernel=k, padding='SAME', dilation_rate=1)
ops.det(x=b3)
ops.diag(x=u)
ops.diagflat(x=s)
ops.diagonal(x=w)
ops.diff(a=b3)
ops.divide(x1=s, x2=q)
ops.divide_no_nan(x1=q, x2=n)
ops.dot(x1=n, x2=h)
ops.dot_product_attention(query=s, key=q, value=n, bias=m, mask=m, is_causal=True)
ops.dsplit(x=i, indices_or_sections=2)
ops.dtype(x=m)
ops.eig(x=q)
ops.eigh(x=q)
ops.elu(x=v)
ops.empty_like(x=u)
ops.erf(x=n)
ops.erfc(x=s)
ops.erfinv(x=q)
ops.exp(x=u)
ops.exp2(x=k)
ops.expand_dims(x=m, axis=0)
ops.expm1(x=q)
ops.extract_sequences(x=i, sequence_length=4, sequence_stride=2)
ops.fabs(x=u)
ops.flip(x=v)
ops.fliplr(x=i)
ops.flipud(x=v)
ops.floor(x=n)
ops.floor_divide(x1=w, x2=w)
ops.fmax(x1=k, x2=s)
ops.fmin(x1=n, x2=u)
ops.fmod(x1=v, x2=v)
ops.full_like(x=k, fill_value=0)
ops.gcd(x1=bb, x2=m)
ops.gelu(x=q)
ops.geomspace(start=v, stop=v)
ops.get_item(x=w, key=1)
ops.glu(x=u)
ops.hard_shrink(x=n)
ops.hard_sigmoid(x=h)
ops.hard_silu(x=n)
ops.hard_swish(x=s)
ops.hard_tanh(x=h)
ops.heaviside(x1=m, x2=m)
ops.histogram(x=u)
ops.hsplit(x=n, indices_or_sections=2)
ops.hypot(x1=n, x2=u)
ops.i0(x=q)
ops.imag(x=k)
ops.image.affine_transform(images=bb, transform=b1, fill_value=0, data_format=None)
ops.image.elastic_transform(images=b4, fill_mode='foo')
ops.image.extract_patches(images=i, size=(4, 4))
ops.image.extract_patches_3d(volumes=i, size=4)
ops.image.gaussian_blur(images=i)
ops.image.hsv_to_rgb(images=b4)
ops.image.map_coordinates(inputs=v, coordinates=b3, order=1)
ops.image.resize(images=h, size=(4, 4), antialias=True, crop_to_aspect_ratio=True)
ops.image.rgb_to_grayscale(images=i)
ops.image.rgb_to_hsv(images=i)
ops.image.scale_and_translate(images=k, output_shape=(4, 4), scale='x', translation=v, spatial_dims=m, method='foo')
ops.image.sobel_edges(images=i)
ops.image.ssim(image1=k, image2=h)
ops.inner(x1=q, x2=n)
ops.inv(x=q)
ops.isfinite(x=w)
ops.isin(x1=n, x2=q)
ops.isinf(x=s)
ops.isnan(x=q)
ops.isneginf(x=u)
ops.isposinf(x=u)
ops.isreal(x=n)
ops.kron(x1=w, x2=s)
ops.layer_normalization(x=q)
ops.lcm(x1=s, x2=n)
ops.ldexp(x1=s, x2=w)
ops.leaky_relu(x=s)
ops.left_shift(x=u, y=s)
ops.linspace(start=v, stop=v)
ops.log(x=h)
ops.log10(x=v)
ops.log1p(x=u)
ops.log2(x=n)
ops.log_sigmoid(x=w)
ops.log_softmax(x=w)
ops.logaddexp(x1=m, x2=m)
ops.logaddexp2(x1=u, x2=n)
ops.logdet(x=h)
ops.logical_not(x=i)
ops.logspace(start=v, stop=v)
ops.logsumexp(x=v)
ops.lstsq(a=b2, b=b2)
ops.lu_factor(x=i)
ops.matmul(x1=k, x2=s)
ops.matrix_rank(x=v)
ops.max(x=k)
ops.max_pool(inputs=v, pool_size=2)
ops.maximum(x1=v, x2=s)
ops.mean(x=v)
ops.median(x=i)
ops.min(x=k)
ops.minimum(x1=s, x2=h)
ops.mod(x1=m, x2=u)
ops.moments(x=h, axes=0)
ops.moveaxis(x=v, source=1, destination=0)
ops.multi_hot(inputs=v, num_classes=3)
ops.multiply(x1=s, x2=m)
ops.nan_to_num(x=w)
ops.nanargmax(x=n)
ops.nanargmin(x=n)
ops.nancumprod(x=n)
ops.nancumsum(x=m)
ops.nanmax(x=u)
ops.nanmean(x=n)
ops.nanmedian(x=w)
ops.nanmin(x=b2)
ops.nanpercentile(x=h, q=[0.1, 0.5])
ops.nanprod(x=i)
ops.nanquantile(x=bb, q=1.5)
ops.nanstd(x=h)
ops.nansum(x=v)
ops.nanvar(x=v)
ops.negative(x=n)
ops.nextafter(x1=w, x2=w)
ops.nonzero(x=k)
ops.norm(x=u)
ops.normalize(x=i)
ops.one_hot(x=k, num_classes=10)
ops.ones_like(x=u)
ops.outer(x1=k, x2=m)
ops.pad(x=b4, pad_width=((0, 0), (1, 2), (3, 4), (0, 0)))
ops.percentile(x=i, q=50)
ops.pinv(x=h)
ops.polar(abs_=n, angle=0.1)
ops.power(x1=s, x2=u)
ops.prod(x=s)
ops.psnr(x1=v, x2=v, max_val=1.0)
ops.ptp(x=k)
ops.qr(x=q)
ops.quantile(x=u, q=50)
ops.rad2deg(x=h)
ops.ravel(x=w)
ops.real(x=v)
ops.reciprocal(x=s)
ops.relu(x=n)
ops.relu6(x=n)
ops.repeat(x=u, repeats=0)
ops.reshape(x=w, newshape=24)
ops.rfft(x=w)
ops.right_shift(x=k, y=i)
ops.rms_normalization(x=k)
ops.roll(x=i, shift=1)
ops.rot90(array=w)
ops.round(x=h)
ops.rsqrt(x=w)
ops.scatter(indices=ii, values=n, shape=(3, 4))
ops.scatter_update(inputs=i, indices=m, updates=v)
ops.searchsorted(sorted_sequence=u, values=k)
ops.segment_max(data=b1, segment_ids=s)
ops.segment_min(data=s, segment_ids=u)
ops.segment_prod(data=h, segment_ids=u)
ops.segment_sum(data=s, segment_ids=s, sorted=True)
ops.selu(x=i)
ops.separable_conv(inputs=i, depthwise_kernel=k, pointwise_kernel=np.ones((1, 1, 5, 7)), dilation_rate=0)
ops.shape(x=h)
ops.sigmoid(x=s)
ops.sign(x=v)
ops.signbit(x=m)
ops.silu(x=i)
ops.sin(x=u)
ops.sinc(x=n)
ops.sinh(x=i)
ops.slice(inputs=ii, start_indices=(0, 1), shape=(-1, 4))
ops.slice_update(inputs=w, start_indices=[0, 0], updates=m)
ops.slogdet(x=i)
ops.soft_shrink(x=i)
ops.softmax(x=m)
ops.softplus(x=w)
ops.softsign(x=m)
ops.solve(a=q, b=w)
ops.solve_triangular(a=q, b=q)
ops.sort(x=i)
ops.space_to_depth(x=i, block_size=2)
ops.sparse_categorical_crossentropy(target=v, output=m)
ops.sparse_plus(x=u)
ops.sparse_sigmoid(x=i)
ops.sparsemax(x=m)
ops.split(x=i, indices_or_sections=5)
ops.sqrt(x=s)
ops.square(x=s)
ops.squareplus(x=b1, b=h)
ops.squeeze(x=s)
ops.std(x=w)
ops.stft(x=b2, sequence_length=4, sequence_stride=2, fft_length=4)
ops.subtract(x1=s, x2=u)
ops.sum(x=i)
ops.svd(x=b1)
ops.swapaxes(x=u, axis1=0, axis2=0)
ops.swish(x=v)
ops.take(x=h, indices=ii)
ops.tan(x=w)
ops.tanh(x=n)
ops.tanh_shrink(x=s)
ops.tensordot(x1=q, x2=i)
ops.threshold(x=k, threshold=h, default_value=h)
ops.tile(x=i, repeats=0)
ops.top_k(x=n, k=2)
ops.trace(x=h)
ops.transpose(x=n)
ops.trapezoid(y=v, x=m)
ops.tril(x=s)
ops.triu(x=w)
ops.true_divide(x1=u, x2=u)
ops.trunc(x=i)
ops.unfold(x=i, kernel_size=(2, 2))
ops.unique(x=q)
ops.unravel_index(indices=m, shape=())
ops.unstack(x=b3)
ops.vander(x=s)
ops.var(x=h)
ops.vdot(x1=n, x2=i)
ops.view(x=q)
ops.view_as_complex(x=i)
ops.view_as_real(x=k)
ops.vsplit(x=q, indices_or_sections=0)
ops.where(condition=m)
ops.zeros_like(x=q)
""".splitlines()
WRONG = {
    "none": "None",
    "alone": "None",
    "word": "'nonsense'",
    "no such word": "'nonsense'",
    "list": "[1, 2]",
    "number": "2.0",
    "symbolic": "v",
    "float": "2.0",
    "fraction": "1.5",
}
BY_NAME = {call.partition("(")[0].removeprefix("ops."): call for call in CALLS}


def wrong(*tables: Table) -> list[str]:
    """The wrong call of each row."""
    found = set()
    for table in tables:
        for kinds, parameters in table.items():
            for parameter, names in parameters.items():
                for kind, name in product(kinds, names.split()):
                    node = ast.parse(BY_NAME[name], mode="eval").body
                    assert isinstance(node, ast.Call)
                    kept = [word for word in node.keywords if word.arg != parameter]
                    value = ast.keyword(parameter, ast.parse(WRONG[kind], mode="eval").body)
                    node.keywords = [*kept, value]
                    found.add(ast.unparse(node))
    return sorted(found)


def in_lambda(call: str) -> str:
    """The call in the body of a Lambda that is called on its tensors."""
    node = ast.parse(call, mode="eval")
    names = sorted({n.id for n in ast.walk(node) if isinstance(n, ast.Name)} & INPUTS)
    for i, name in enumerate(names):
        call = re.sub(rf"(?<![\w.'\"]){name}(?![\w=('\"\[])", f"t[{i}]", call)
    return f"layers.Lambda(lambda t: {call})([{', '.join(names)}])"


INPUTS = {line.partition(" = ")[0] for line in HEAD.splitlines() if " = " in line}


def found_in(calls: list[str]) -> dict[str, str]:
    """What we say of each call that we refuse."""
    report = analyze(HEAD + "".join(f"{call}\n" for call in calls), "kinds.py")
    first = HEAD.count("\n") + 1
    errors = [d for d in report.diagnostics if d.code.startswith("CAT1")]
    return {
        calls[line - first]: d.message
        for d in errors
        for line in range(d.range.line, d.range.end_line + 1)
    }


def taken_by_keras(calls: list[str]) -> list[str]:
    """Those of the calls that Keras takes."""
    scope: dict[str, object] = {}
    exec(HEAD, scope)  # our own text
    taken = []
    for call in calls:
        try:
            eval(call, scope)  # our own text
        except Exception:  # of any kind
            continue
        taken.append(call)
    return taken


def test_right_calls_stay_quiet() -> None:
    assert taken_by_keras(CALLS) == CALLS
    assert not found_in(CALLS)


def test_each_is_refused() -> None:
    calls = wrong(EVERYWHERE, OF_SYMBOLIC, MAKING)
    assert not taken_by_keras(calls)
    told = found_in(calls)
    assert not [call for call in calls if call not in told]


def test_each_is_refused_in_layers() -> None:
    calls = [in_lambda(call) for call in wrong(EVERYWHERE, IN_LAYERS)]
    assert not taken_by_keras(calls)
    told = found_in(calls)
    assert not [call for call in calls if call not in told]


@pytest.mark.parametrize(
    "call",
    [
        "ops.one_hot(ii, 4, dtype='int')",
        "ops.cast(m, 'BFLOAT16'.lower())",
        "ops.sum(m, axis=None)",
        "ops.greater([1, 2, 3, 4], v)",
        "ops.add(2.0, v)",
        "ops.average_pool(i, 2, data_format='CHANNELS_FIRST')",
        "ops.zeros_like(v, dtype=None)",
        "ops.max_pool(i, 2, data_format=None)",
        "ops.squeeze(keras.Input((1, 3)), 1)",
        "ops.squeeze(keras.Input((1, 1)), [1, 2])",
        "ops.transpose(m, [0, 2, 1])",
        "ops.argmax(i, axis=3)",
        "ops.repeat(m, [1, 2, 1, 1], axis=1)",
        "ops.split(m, [1, 2], axis=1)",
        "ops.reshape(m, [-1, 24])",
        "ops.pad(v, [[0, 0], [1, 1]])",
        "ops.tensordot(m, h, axes=[[1], [3]])",
        "ops.take(m, [0, 1], axis=1)",
        "ops.select([bb, bb], [m, m], 1.0)",
        "ops.top_k(m, 2)",
        "layers.Lambda(lambda t: ops.add(t, [1, 2, 3, 4]))(v)",
        "layers.Lambda(lambda t: ops.arange(ops.shape(t)[1]))(v)",
        "layers.Lambda(lambda t: ops.roll(t, 1, axis=1))(v)",
        "layers.Lambda(lambda t: ops.reshape(t, (-1, ops.shape(t)[1] * 1)))(v)",
        "layers.Lambda(lambda t: ops.sum(t, axis=[1, 2]))(m)",
        "layers.Lambda(lambda t: ops.clip(t, ops.min(t), 1.0))(m)",
    ],
)
def test_near_by(call: str) -> None:
    scope: dict[str, object] = {}
    exec(HEAD, scope)  # our own text
    eval(call, scope)  # our own text
    assert not found_in([call])


def test_what_is_not_sure_is_not_told() -> None:
    """None inside of a layer may be what Keras fills in; outside, what a test left open."""
    assert not analyze(
        """\
import keras
from keras import ops

class Own(keras.Layer):
    def call(self, x, other=None):
        return ops.add(x, other)

def block(x, axis=None):
    return ops.expand_dims(x, axis)

def used(x, other=None):
    return ops.relu(other)
""",
        "own.py",
    ).diagnostics
