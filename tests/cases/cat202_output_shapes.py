"""The shapes that layers of the program say they give."""

import keras
from keras import layers


class Maxout(layers.Layer):
    def compute_output_shape(self, input_shape):
        output_height = input_shape[1] - 2
        output_width = input_shape[2] - 2
        return (input_shape[0], output_width, output_height, self.units)  # error: CAT202 "return ("


def enlarged(batch_size, height, width, filters, first):
    out_height, out_width = 2 * height, 2 * width
    if first:
        output_shape = (batch_size, filters, out_width, out_height)  # error: CAT202
    else:
        output_shape = (batch_size, out_height, out_width, filters)
    return output_shape


def picture_of(figure, data):
    width = int(figure.bbox.bounds[2])
    height = int(figure.bbox.bounds[3])
    return keras.ops.reshape(data, (width, height, 4))  # error: CAT202
