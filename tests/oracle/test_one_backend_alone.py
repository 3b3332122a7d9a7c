"""What a backend takes we do not tell, however odd; where one gives another shape we know none."""

from __future__ import annotations

import os

import pytest

os.environ.setdefault("KERAS_BACKEND", "jax")
keras = pytest.importorskip("keras")

from flake8_concat import analyze  # noqa: E402

HEAD = "import keras\nimport numpy as np\nfrom keras import Input, layers, ops\n"
REFUSED_BY_JAX = """\
ops.vstack([ops.ones((3,)), ops.ones((4,))])
ops.eye(3, 5, k=1) @ ops.ones((6, 2))
layers.Lambda(lambda x: x + ops.sum(ops.zeros((2, 2.5))))(Input((4,)))
layers.Lambda(lambda x: ops.scatter_update(x, [[0, 0, 0]], [1.0]))(Input(batch_shape=(4, 4)))
ops.fori_loop(3, 3, lambda v: v, ops.ones((2,)))
ops.vstack([[1, 2], [3]])
ops.dstack({"a": 1})
ops.average(ops.ones((2, 3)), weights=[[1.0]])
layers.Lambda(lambda x: ops.inner([[1.0]], x))(Input((None, 6)))
ops.batch_normalization(ops.ones((2, 3)), ops.zeros(3), ops.ones(3), -1, offset=[1.0, 2.0, 3.0])
ops.sum(ops.ones((2, 3)), axis=[[0], [1]])
ops.rms_normalization(ops.ones((2, 3)), axis=[[0]])
ops.append(ops.ones((2, 3)), ops.ones((2, 3)), axis=[0])
ops.argpartition(ops.ones((2, 3)), 0.5)
ops.average(ops.ones((2, 3)), weights=[1.0, 2.0, 3.0])
ops.average(0.5, weights=ops.ones((2, 3)))
ops.conv(ops.ones((2, 8, 8, 3)), ops.ones((3, 3, 3, 4)), strides=[1, 1, 1, 1])
ops.conv(ops.ones((2, 8, 8, 3)), ops.ones((3, 3, 3, 4)), dilation_rate=(1,))
ops.depthwise_conv(ops.ones((2, 8, 8, 3)), ops.ones((3, 3, 3, 1)), dilation_rate=[1, 1, 1])
ops.cross(ops.ones((2, 3)), [1.0])
ops.cross(ops.ones((2, 3)), ops.ones((2, 3)), axisa=[1])
ops.empty(np.ones((3,)))
ops.expand_dims(ops.ones((2, 3)), axis=(1, 1))
ops.squeeze(ops.ones((4, 1)), axis=[1, 1])
ops.stack([])
ops.image.extract_patches(ops.ones((2, 8, 8, 3)), 4, strides=[1, 1, 1, 1])
ops.trapezoid(ops.ones((2, 3)), x=ops.ones((2, 3)), dx=None)
ops.triu(ops.ones((3, 3)), k=(1,))
layers.Lambda(lambda x: ops.prod(x, axis=[1, 1]))(Input((4,)))
layers.Lambda(lambda x: ops.count_nonzero(x, axis=(1, 1)))(Input((4,)))
layers.Lambda(lambda x: ops.norm(x, axis=[1, 1]))(Input((4,)))
layers.Lambda(lambda x: ops.full_like(x, []))(Input((4,)))
ops.sum(ops.ones((2, 3)), axis=np.float32(0.5))
ops.diag(ops.ones((3, 3)), k=0.0)
ops.log_softmax(ops.ones((2, 3)), axis=-1.0)
ops.image.extract_patches(ops.ones((2, 8, 8, 3)), 4, dilation_rate=1.5)
ops.trapezoid(ops.ones((2, 3)), x=ops.ones((2, 3)), dx="same")
ops.conv(ops.ones((2, 8, 8, 3)), ops.ones((3, 3, 3, 4)), dilation_rate=7)
keras.random.categorical(np.ones((2, 3)), 2, dtype=Input((4,)), seed=1)
layers.Lambda(lambda x: ops.image.crop_images(x, 0, 0, None, None, 9, 9))(Input((8, 8, 3)))
layers.Lambda(lambda x: x + keras.random.normal((ops.shape(x)[0], 4)))(Input((4,)))
layers.Lambda(lambda x: keras.random.uniform(ops.shape(x)))(Input((4,)))
"""
REFUSED_BY_TENSORFLOW = """\
ops.image.crop_images(ops.ones((2, 8, 8, 3)), 6, 1, target_height=4, target_width=4)
ops.reshape(ops.eye(3, 5, k=1), (3, 5))
ops.glu([1.0, 2.0])
ops.pinv(ops.ones((3, 3)), rcond=[0.5, 0.5])
ops.conv(ops.ones((2, 8, 8, 3)), ops.ones((3, 3, 3, 4)), dilation_rate=())
ops.ctc_decode(ops.ones((2, 8, 5)), [1])
ops.image.extract_patches_3d(ops.ones((2, 8, 8, 8, 3)), 4, dilation_rate=[])
ops.pad(0.5, 1)
ops.scatter(ops.array([[0], [1]]), ops.ones((2, 3)), (0, 0))
ops.swapaxes(ops.ones((2, 3)), (0,), 1)
ops.trapezoid(ops.ones((2, 3)), axis=(1,))
layers.Lambda(lambda x: ops.conv(x, ops.ones((3, 3, 3, 4)), strides=0))(Input((8, 8, 3)))
layers.Lambda(lambda x: ops.unfold(x, 2, dilation=[1, 1, 1]))(Input((3, 8, 8)))
layers.Lambda(lambda x: ops.max_pool(x, 2, strides=()))(Input((4,)))
ops.sum(ops.ones((2, 3)), axis="")
ops.full_like("float32", 0)
ops.zeros((2, 3), dtype=(None, None))
ops.unfold(ops.ones((2, 3, 8, 8)), 2, dilation=9)
layers.Lambda(lambda x: ops.sum(x, axis=""))(Input((4,)))
layers.Lambda(lambda x: ops.depth_to_space(x, 3))(Input((4, 4, 10)))
layers.Normalization(mean="bool", variance=1.0)(Input((8,)))
layers.Lambda(lambda x: ops.space_to_depth(x, 3))(Input((8, 8, 3)))
"""
TAKEN_BY_BOTH = """\
ops.image.gaussian_blur(np.ones((2, 8, 8, 3)), data_format=Input((4,)))
ops.where(Input((8,), dtype="bool"), layers.Dense(2), Input((8,)))
layers.Hashing(num_bins=np.array([1]))
layers.LeakyReLU(np.array([1]))
layers.Dropout(0.5, noise_shape=np.zeros((0,)))
layers.Normalization(mean=1j, variance=1.0)(Input((8,)))
layers.Normalization(mean=0.0, variance=1j)(Input((8,)))
"""
BY_BACKEND = {"jax": REFUSED_BY_JAX, "tensorflow": REFUSED_BY_TENSORFLOW}


@pytest.mark.parametrize(
    "line", (REFUSED_BY_JAX + REFUSED_BY_TENSORFLOW + TAKEN_BY_BOTH).splitlines()
)
def test_we_are_quiet(line: str) -> None:
    scope: dict[str, object] = {}
    exec(HEAD, scope)  # our own text
    backend = keras.backend.backend()
    if line in BY_BACKEND.get(backend, "").splitlines():
        with pytest.raises(Exception):  # noqa: B017, PT011 - of any kind
            eval(line, scope)  # our own text
    else:
        eval(line, scope)  # our own text
    assert not [d for d in analyze(HEAD + line + "\n", "one.py").diagnostics if d.code < "CAT2"]
