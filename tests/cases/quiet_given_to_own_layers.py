"""What a layer of the program is called on is a tensor, whatever parameter it is."""

import keras
from keras import backend as K
from keras import layers, ops


def distance(scale, truth, given):
    loss = layers.Lambda(lambda x: K.mean(K.sum(K.square(x[0] - x[1]), [1, 2, 3])), output_shape=(None,))(
        [
            layers.Lambda(lambda x: scale * x, output_shape=truth.shape[1:])(truth),
            layers.Lambda(lambda x: scale * x, output_shape=given.shape[1:])(given),
        ]
    )
    return loss


class Norm(layers.Layer):
    def call(self, inputs):
        a, b = inputs[0], inputs[1]
        return ops.sum(ops.square(2 * a - b), axis=[1, 2])


def norms(a, b):
    return Norm()([a, b])


def halved(x):
    x = layers.Lambda(lambda t: t / 2)(x)
    return keras.Model(x, layers.Flatten()(x))
