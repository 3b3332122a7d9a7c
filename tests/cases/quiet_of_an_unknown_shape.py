"""A comment above the reading of a shape that nobody knows does not speak of the line above."""

import keras
from keras import ops


def parts(function, primals, tangents):
    out, tangents_out, aux = ops.linalg.jvp(function, (primals,), (tangents,), has_aux=True)
    print(out.shape, primals.shape)
    print(tangents_out.shape, tangents.shape)
    # auxiliary shape: (batch, 1)
    print(aux.shape)


parts(lambda x: (x, ops.mean(x, axis=-1, keepdims=True)), keras.Input((7,)), keras.Input((7,)))
