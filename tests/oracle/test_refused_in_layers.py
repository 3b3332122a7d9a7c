"""What a function refuses of symbolic tensors it refuses in the body of a layer, if we say so.

Once with KERAS_BACKEND=jax and once with tensorflow: a table that both agree with.
"""

from __future__ import annotations

import os
import re

import pytest

os.environ.setdefault("KERAS_BACKEND", "jax")
keras = pytest.importorskip("keras")

from flake8_concat import analyze  # noqa: E402
from flake8_concat.keras.ops.in_layers import (  # noqa: E402
    REFUSED_IN_LAYERS,
    REFUSED_OF_ARRAYS,
)

HEAD = """\
import keras
from keras import activations, losses, ops, random

a = keras.Input((8, 6, 4))
b = keras.Input((5, 3))
m = keras.Input((4, 4))
v = keras.Input(())
i = keras.Input((5,), dtype="int32")
k = keras.KerasTensor((3, 3, 7, 9))
p = keras.KerasTensor((None, None, 4))
"""
CALLS = """\
activations.glu(b)
activations.log_softmax(a, axis=4)
activations.softmax(a, axis=-5)
activations.sparsemax(a, axis=4)
ops.adaptive_average_pool(v, 2)
ops.adaptive_max_pool(v, 2)
ops.all(a, axis=4)
ops.amax(a, axis=(1, 4))
ops.amin(a, axis=-5)
ops.any(b, axis=3)
ops.array_split(a, [2, 5], 6)
ops.average(b, axis=5)
ops.cdist(v, b)
ops.rearrange(b, 'n h w -> n 4 h')
ops.cholesky(b)
ops.cholesky_inverse(b)
ops.conv(a, k)
ops.convert_to_numpy(a)
ops.digitize(b, a)
ops.count_nonzero(b, axis=3)
ops.depthwise_conv(a, k)
ops.det(b)
ops.diagonal(b, axis1=3)
ops.diff(b, axis=4)
ops.dsplit(b, 2)
ops.eig(b)
ops.eigh(b)
ops.expand_dims(b, 6)
ops.flip(b, axis=5)
ops.geomspace(b, a, 4)
ops.glu(b)
ops.hsplit(b, 3)
ops.image.crop_images(a, 4, 1, 5, 2)
ops.image.extract_patches(v, 3)
ops.image.extract_patches_3d(b, 3)
ops.image.map_coordinates(a, b, 1)
ops.image.pad_images(b, 1, 1)
ops.image.perspective_transform(a, b, b)
ops.image.resize(b[..., 0], (4, 4))
ops.image.sobel_edges(b)
ops.image.ssim(m[0], v, 1.0)
ops.inv(b)
ops.log_softmax(a, axis=4)
ops.logsumexp(a, axis=4)
ops.lstsq(a, b)
ops.max(a, axis=4)
ops.mean(a, axis=(0, 4))
ops.median(a, axis=4)
ops.min(a, axis=4)
ops.moments(a, axes=[4])
ops.moveaxis(a, 5, 1)
ops.nanargmax(a, axis=4)
ops.nanargmin(a, axis=4)
ops.nanmax(a, axis=4)
ops.nanmean(a, axis=4)
ops.nanmedian(a, axis=4)
ops.nanmin(a, axis=4)
ops.nanpercentile(a, 50, axis=4)
ops.nanprod(a, axis=4)
ops.nanquantile(a, 0.5, axis=4)
ops.nanstd(a, axis=4)
ops.nansum(a, axis=4)
ops.nanvar(a, axis=4)
ops.norm(a, axis=4)
ops.normalize(a, axis=4)
ops.percentile(a, 50, axis=4)
ops.prod(a, axis=4)
ops.psnr(a, b, 1.0)
ops.ptp(a, axis=4)
ops.quantile(a, 0.5, axis=4)
ops.repeat(a, 2, axis=4)
ops.rot90(v)
ops.searchsorted(a, b)
ops.separable_conv(a, k, k)
ops.softmax(a, axis=4)
ops.solve(b, b)
ops.solve_triangular(b, b)
ops.sort(a, axis=4)
ops.sparsemax(a, axis=4)
ops.split(a, 3, axis=1)
ops.split(a, 2, axis=4)
ops.squeeze(a, axis=1)
ops.squeeze(a, axis=5)
ops.stack([a, b])
ops.std(a, axis=4)
ops.sum(a, axis=4)
ops.swapaxes(a, 1, 5)
ops.take(a, 1, axis=4)
ops.take_along_axis(a, i, axis=1)
ops.trace(b, axis1=4)
ops.transpose(a, (0, 1, 2))
ops.unique(a, axis=5)
ops.unstack(a, axis=4)
ops.vander(b)
ops.var(a, axis=4)
ops.where(a > 0, a, b)
ops.bartlett(b)
ops.batch_normalization(a, b, b, 4)
ops.blackman(b)
ops.correlate(k, k)
ops.depth_to_space(b, 2)
ops.hamming(b)
ops.hanning(b)
ops.kaiser(b, 2.0)
ops.lu_factor(v)
ops.space_to_depth(b, 2)
ops.sparse_categorical_crossentropy(b, a)
ops.dot(k, k[0])
ops.get_item(b, (0, 0, 0, 0))
ops.matrix_rank(v)
ops.multi_hot(b, 4, axis=-7)
ops.one_hot(b, 4, axis=-7)
ops.pinv(v)
ops.qr(v)
ops.svd(v)
ops.matmul(a, b)
ops.add(a, b)
ops.arctan2(a, b)
ops.divide(a, b)
ops.divide_no_nan(a, b)
ops.equal(a, b)
ops.floor_divide(a, b)
ops.fmax(a, b)
ops.fmin(a, b)
ops.fmod(a, b)
ops.gcd(a, b)
ops.greater(a, b)
ops.greater_equal(a, b)
ops.heaviside(a, b)
ops.hypot(a, b)
ops.inner(a, b)
ops.isclose(a, b)
ops.lcm(a, b)
ops.ldexp(a, b)
ops.less(a, b)
ops.less_equal(a, b)
ops.logaddexp(a, b)
ops.logaddexp2(a, b)
ops.logical_and(a, b)
ops.logical_or(a, b)
ops.logical_xor(a, b)
ops.maximum(a, b)
ops.minimum(a, b)
ops.mod(a, b)
ops.multiply(a, b)
ops.nextafter(a, b)
ops.not_equal(a, b)
ops.power(a, b)
ops.subtract(a, b)
ops.true_divide(a, b)
ops.append(a, b, axis=1)
ops.argmax(a, axis=4)
ops.argmin(a, axis=4)
ops.argsort(a, axis=4)
ops.average_pool(a, (2, 2, 2))
ops.binary_crossentropy(a, b)
ops.broadcast_to(b, (4, 4))
ops.categorical_crossentropy(a, b)
ops.conv_transpose(a, k)
ops.cross(a, b)
ops.ctc_decode(v, b)
ops.ctc_loss(i, k, i, i)
ops.diag(a)
ops.dstack([a, b])
ops.einsum("bij,bjk->bik", a, b)
ops.fft(v)
ops.fft2(v)
ops.fliplr(v)
ops.fold(a, 4, 2)
ops.vsplit(k, 2)
ops.hstack([a, b])
ops.ifft2(v)
ops.image.affine_transform(b, b)
ops.image.elastic_transform(v)
ops.image.gaussian_blur(v)
ops.image.hsv_to_rgb(a)
ops.image.rgb_to_grayscale(v)
ops.image.rgb_to_hsv(a)
ops.irfft(v)
ops.istft(v, 4, 2, 4)
ops.linspace(a, b, 4)
ops.logspace(a, b, 4)
ops.max_pool(a, (2, 2, 2))
ops.pad(a, ((0, 0), (1, 1)))
ops.reshape(a, (-1, -1))
ops.scatter(i, b, (-2, 3))
ops.segment_max(a, b)
ops.segment_min(a, b)
ops.segment_prod(a, b)
ops.segment_sum(a, b)
ops.slice(a, [0, 0], (4,))
ops.stft(a, 16, 0, 4)
ops.unfold(b, 2)
ops.vstack([a, b])
random.categorical(a, 2)
ops.associative_scan(123, a)
ops.cond(v > 0, lambda: a, lambda: b)
ops.map(123, a)
ops.scan(123, a, a)
ops.switch(0, [], a)
ops.vectorized_map(123, a)
"""

# These Keras takes of symbolic tensors.
IN_LAYERS_ONLY = """\
ops.full((2, 3), k)
ops.roll(b, (1, 2, 3), (0, 1))
ops.full_like(b, k)
ops.in_top_k(i[0], m[0], 2)
ops.allclose(a, b)
ops.bincount(a)
ops.ctc_decode(a, v)
ops.dot_product_attention(a, a, b)
ops.histogram(b)
ops.image.elastic_transform(p)
ops.bitwise_and(i, i[:, :2])
ops.bitwise_or(i, i[:, :2])
ops.bitwise_xor(i, i[:, :2])
ops.bitwise_left_shift(i, i[:, :2])
ops.bitwise_right_shift(i, i[:, :2])
ops.left_shift(i, i[:, :2])
ops.right_shift(i, i[:, :2])
ops.polar(a, b)
ops.select([a > 0], [b])
ops.select([a > 0], [a, a])
ops.argpartition(b, 1, axis=4)
ops.layer_normalization(b, axis=4)
ops.logdet(b)
ops.norm(a, ord=2)
ops.rms_normalization(b, axis=4)
ops.scatter_update(b, 0, 1.0)
ops.top_k(b, 9)
ops.slogdet(b)
ops.tensordot(a, b, axes=4)
ops.trapezoid(a, axis=4)
ops.vdot(k, k[0])
ops.view_as_complex(b)
ops.corrcoef(a)
ops.fori_loop(0, 3, 123, a)
ops.jvp(lambda t: t + 1, (k,), (k[0],))
ops.while_loop(lambda t: True, 123, (a,))
"""


# These both refuse of symbolic tensors and of arrays, in a layer not always.
OF_ARRAYS = """\
ops.cumprod(ops.ones((5, 2)), axis=2)
ops.cumsum(ops.ones((5,)), axis=-2)
ops.roll(ops.ones((5, 2)), 1, axis=2)
losses.dice(ops.ones((5, 2)), ops.ones((5, 3)))
losses.tversky(ops.ones((5, 2)), ops.ones((5, 3)))
losses.Dice()(ops.ones((5, 2)), ops.ones((5, 3)))
losses.Tversky()(ops.ones((5, 2)), ops.ones((5, 3)))
"""


def asked() -> list[str]:
    return CALLS.splitlines()


def in_layer(call: str) -> str:
    names = ", ".join(name for name in "abmvikp" if re.search(rf"\b{name}\b", call))
    return (
        f"{HEAD}\nclass Own(keras.Layer):\n    def call(self, {names}):\n        return {call}\n\n"
        f"Own()({names})\n"
    )


@pytest.mark.parametrize("call", asked())
def test_both_refuse(call: str) -> None:
    for text in (f"{HEAD}\n{call}\n", in_layer(call)):
        refuses(text)


@pytest.mark.parametrize("call", IN_LAYERS_ONLY.splitlines())
def test_layers_alone_refuse(call: str) -> None:
    text = f"{HEAD}\n{call}\n"
    exec(text, {})  # our own text
    assert not analyze(text, "own.py").diagnostics
    refuses(in_layer(call))


@pytest.mark.parametrize("call", OF_ARRAYS.splitlines())
def test_arrays_refuse(call: str) -> None:
    refuses(f"{HEAD}\n{call}\n")


def refuses(text: str) -> None:
    with pytest.raises(Exception):  # noqa: B017, PT011 - of any kind
        exec(text, {})
    assert [d.code for d in analyze(text, "own.py").diagnostics if d.code[:4] == "CAT1"]


# Losses and metrics are asked one by one, initializers for a size below 0.
OF_ROOMS = "keras.losses.", "keras.metrics.", "keras.initializers."


def test_losses_refuse() -> None:
    """All in one body: each is told, and Keras refuses each on its own."""
    calls = []
    for name in sorted(REFUSED_IN_LAYERS):
        if name.startswith("keras.initializers."):
            calls.append(f"{name}((2, -3))")
        elif name.startswith(OF_ROOMS):
            calls.append(f"{name}({'b[:, :, 0]' if 'parse' in name else 'b'}, b[:, :2])")
    space: dict[str, object] = {}
    exec(HEAD, space)  # our own text
    for call in calls:
        with pytest.raises(Exception):  # noqa: B017, PT011 - of any kind
            eval(call, space)  # our own text
    text = HEAD + "".join(f"{call}\n" for call in calls)
    lines = {d.range.line for d in analyze(text, "own.py").diagnostics if d.code[:4] == "CAT1"}
    assert len(lines) == len(calls) > 60


def test_each_is_asked() -> None:
    names = set(map(name_of, (*asked(), *IN_LAYERS_ONLY.splitlines())))
    assert names == {name for name in REFUSED_IN_LAYERS if not name.startswith(OF_ROOMS)}
    assert set(map(name_of, OF_ARRAYS.splitlines())) == REFUSED_OF_ARRAYS


def name_of(call: str) -> str:
    """The full name of what is called; of an object the name of its class, called."""
    found = re.match(r"[\w.]+(?:\(\)(?=\())?", call)
    assert found is not None
    return f"keras.{found[0]}"
