"""The same with the height first, and shapes of other things."""

import keras
import numpy as np
from keras import layers


class Maxout(layers.Layer):
    def compute_output_shape(self, input_shape):
        output_height = input_shape[1] - 2
        output_width = input_shape[2] - 2
        return (input_shape[0], output_height, output_width, self.units)


class Boxes(layers.Layer):
    def compute_output_shape(self, input_shape):
        x, y, width, height = self.box
        if self.flat:
            return (input_shape[0], width * height)
        return (x, y, width, height)


def enlarged(batch_size, height, width, filters):
    out_height, out_width = 2 * height, 2 * width
    output_shape = (batch_size, out_height, out_width, filters)
    return output_shape


def picture_of(figure, data):
    """The names of the two sides are exchanged, the sides are not."""
    width = int(figure.bbox.bounds[3])
    height = int(figure.bbox.bounds[2])
    return keras.ops.reshape(data, (width, height, 4))


class Bilinear(layers.Layer):
    """The names of the two sides are exchanged here too."""

    def compute_output_shape(self, input_shape):
        width = int(self.scale[0] * input_shape[1] if input_shape[1] is not None else None)
        height = int(self.scale[1] * input_shape[2] if input_shape[2] is not None else None)
        if self.target_size is not None:
            width = self.target_size[0]
            height = self.target_size[1]
        return input_shape[0], width, height, input_shape[3]


def as_numbers(x, sizes):
    batch, height, width, channels = map(int, x.shape.as_list())
    width, height = map(int, sizes)
    return batch, height, width, channels


def remember(self, state):
    return np.reshape(state, (self.width, self.height, 1))
