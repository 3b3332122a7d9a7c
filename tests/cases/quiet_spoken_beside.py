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


batches = ops.zeros((4, 3, 1))  # batch = [4, 3], event = [1]
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

# What goes in is called so: hidden states, a map of heights, gradients.
clip = keras.Input((10, 32, 48, 3))
_, h1, c1 = layers.ConvLSTM2D(8, 3, padding="same", return_state=True)(clip)
_, h2, c2 = layers.ConvLSTM2D(8, 3, padding="same", return_state=True)(clip)
h_concat = layers.Concatenate()([h1, h2])
state_h = layers.Concatenate(axis=-1, name="concat_h")([h1, h2])

colours, height_map = keras.Input((120, 160, 3)), keras.Input((120, 160, 1))
concat_height_map = layers.Concatenate()([colours, height_map])
height_concat = layers.Concatenate(name="height_map_concat")([colours, height_map])

down = layers.Conv2D(4, (3, 1), padding="same", name="vertical")(colours)
y = layers.Concatenate(name="concat_vertical_features")([colours, down])

texts, images = keras.Input((512,), batch_size=32), keras.Input((512,), batch_size=32)
alike = ops.matmul(images, ops.transpose(texts))
of_each_text = ops.softmax(alike, axis=0)


def grid_of_images(data):
    num_cols = data.shape[0]
    num_rows = data.shape[1]
    num_channels = data.shape[4]
    return num_cols, num_rows, num_channels
