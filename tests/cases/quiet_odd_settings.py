import keras
import numpy as np
from keras import layers, ops

# Odd settings that Keras takes all the same, whatever it makes of them.
image = ops.ones((2, 8, 8, 3))
patches = ops.image.extract_patches(image, 4, strides=[])
steps = ops.image.extract_patches(image, 4, strides=0)
resized = ops.image.resize(image, (4, 4), pad_to_aspect_ratio=2.0)
empty = ops.pad([], 1)
found = ops.ctc_decode(ops.ones((2, 8, 5)), ops.array([8, 8]), beam_width=np.ones((2, 3)))
parts = (ops.ones((2, 7, 5)), ops.ones((2, 7, 5)))
signal = ops.istft(parts, 8, 4, 8, length=-1)
heard = ops.stft(ops.ones((2, 16)), 4, 2, 4, window=[1.0, 2.0, 3.0, 4.0])
columns = ops.unfold(ops.ones((2, 3, 8, 8)), 2, padding=[1, 1, 1])
square = keras.Input((6, 6))
product = ops.tensordot(square, square, axes=[[0, 0], [1, 1], [1, 1]])
between = ops.linspace(square, (0, 1))
x = keras.Input((8, 8, 3))
one = layers.Lambda(lambda t: ops.conv(t, ops.ones((3, 3, 3, 4)), dilation_rate=[1]))(x)
each = layers.Lambda(lambda t: ops.depthwise_conv(t, ops.ones((3, 3, 3, 1)), dilation_rate=(1,)))(x)
none = ops.sum(x, axis="")
open_sizes = ops.broadcast_to(keras.Input((4,)), (None, None))
scaled = ops.hypot(x, np.float32(2.0))
placed = ops.one_hot(keras.Input((4,), dtype="int32"), 5, axis=-1.0)
lone = ops.rms_normalization(np.float32(0.5))
