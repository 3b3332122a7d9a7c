"""A class has a name that stands in its methods for what the module calls so."""

import keras
from keras import layers

size = 8


class Block:
    size = 5
    shape = (size, size)
    heads = [lambda x, n=n: layers.Dense(n)(x) for n in (3, 4)]
    tails = [lambda x: layers.Dense(size)(x)]

    def __call__(self, x):
        return layers.Reshape((size, size, 3))(x)

    @staticmethod
    def flat(x):
        return layers.Reshape((size * size * 3,))(x)

    class Inner:
        def __call__(self, x):
            return layers.Reshape((size, 24))(x)


inputs = keras.Input((192,))
image = Block()(inputs)
layers.add([Block.flat(image), inputs])
layers.concatenate([Block.Inner()(inputs), keras.Input((8, 1))])
layers.add([Block.tails[0](inputs), keras.Input((8,))])
layers.add([Block.heads[1](inputs), keras.Input((4,))])
small = layers.Reshape(Block.shape)(keras.Input((25,)))
