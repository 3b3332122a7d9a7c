import keras
from keras import layers
from keras import backend as K
from jaxtyping import Array, Float

x = layers.Conv2D(16, 3)(keras.Input((32, 32, 3)))
assert x.shape == (None, 32, 32, 16)  # error: CAT302 "axis 1"
assert x.shape[1:] == (30, 30, 32)  # error: CAT302
assert K.int_shape(x)[1:] == (30, 30, 8)  # error: CAT302
assert tuple(x.shape) == (None, 30, 30)  # error: CAT302
assert x.shape[-1] == 32  # error: CAT302


def annotated():
    y: Float[Array, "batch 30 30 8"] = layers.Conv2D(16, 3)(keras.Input((32, 32, 3)))  # error: CAT302 "(None, 30, 30, 16)"
    z: Float[Array, "*batch 16"] = layers.Conv2D(16, 3)(keras.Input((32, 32, 3)))
    return y, z


annotated()

stack = keras.Sequential([keras.Input((8, 8, 3)), layers.Conv2D(4, 3)])
assert stack.output_shape == (None, 6, 6, 5)  # error: CAT302 "the code gives (None, 6, 6, 4)"
narrow = layers.Dense(3)
narrow(keras.Input((8,)))
assert narrow.output_shape == (None, 4)  # error: CAT302 "the code gives (None, 3)"

assert len(x.shape) == 3  # error: CAT302 "the code gives 4"
assert x.ndim == 4 and x.shape[-1] == 5  # error: CAT302
assert x.ndim == 3  # error: CAT302 "the code gives 4, of (None, 30, 30, 16)"
assert x.ndim == ()


class Block:
    def wide(self, image: Float[Array, "b 8 8 3"], k=3) -> Float[Array, "b 6 6 4"]:  # error: CAT302
        return layers.Conv2D(4, k)(image)


def narrow_head(image: Float[Array, "b 9 8 3"]):  # error: CAT302 "(None, 8, 8, 3)"
    return layers.Flatten()(image)


Block().wide(keras.Input((8, 8, 3)), 5)
narrow_head(keras.Input((8, 8, 3)))
pooled = layers.MaxPooling2D()(keras.Input((40, 40, 32)))
assert pooled.get_shape().as_list() == [None, 20, 20, 64]  # error: CAT302 "axis 3"

BINS, FRAMES = 128, 64
sound = layers.Conv2D(1, 3, padding="same")(keras.Input((128, 64, 1)))
assert sound.shape[1:] == (FRAMES, BINS, 1)  # error: CAT302 "gives (128, 64, 1)"


def heard(x):
    assert x.shape == (None, FRAMES, BINS, 1)  # error: CAT302
    return x


heard(sound)
