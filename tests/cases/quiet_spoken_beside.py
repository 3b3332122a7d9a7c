"""Docstrings of what a function is for, letters of papers, weights beside a layer."""

import keras
from keras import layers, ops


def squeeze_excite(x, ratio=16):
    """Squeeze and excitation over the channels."""
    channels = x.shape[-1]
    w = layers.GlobalAveragePooling2D()(x)  # (batch, channels)
    w = layers.Dense(channels // ratio, activation="relu")(w)
    w = layers.Dense(channels, activation="sigmoid")(w)
    return layers.Multiply()([x, layers.Reshape((1, 1, channels))(w)])


def along_both(x, c=8):
    h = x.shape[1]
    rows = ops.mean(x, axis=2, keepdims=True)  # (b, h, 1, c)
    columns = ops.transpose(ops.mean(x, axis=1, keepdims=True), (0, 2, 1, 3))  # (b, w, 1, c)
    both = layers.Concatenate(axis=1)([rows, columns])  # (b, h + w, 1, c)
    return layers.Conv2D(c, 1)(both)[:, :h]


image = keras.Input((24, 40, 32))
squeeze_excite(image)
along_both(image)
x = layers.DepthwiseConv2D(5, padding="same")(image)  # 5x5x32 weights
x = layers.Conv2D(16, 1)(x)  # 1x1x32 convolutions


class AtMost(layers.Layer):
    """Fills up the boxes of a picture."""

    def compute_output_shape(self, input_shape):
        boxes = list(input_shape["boxes"])
        boxes[1] = 8
        input_shape["boxes"] = boxes
        return input_shape

    def call(self, x):
        return x


given = {"boxes": keras.KerasTensor((None, 4, 4)), "image": keras.KerasTensor((None, 32, 32, 3))}
made = AtMost()(given)
assert made["boxes"].shape == (None, 8, 4)


def flattened(targets, data_format):
    for target in targets:
        if data_format == "channels_first":
            shape = ops.shape(target)
            width = shape[2]
            height = shape[3]
            target = ops.reshape(target, [shape[0], -1, width, height])
        else:
            shape = ops.shape(target)
            width = shape[1]
            height = shape[2]
            target = ops.reshape(target, [shape[0], width, height, -1])


def normal_axis(data_format):
    return 1 if data_format == "channels_first" else -1


def block(x, data_format="channels_first"):
    axis = normal_axis(data_format)
    x = layers.Conv2D(8, 3, padding="same")(x)
    return layers.BatchNormalization(axis=axis)(x)


block(image)
