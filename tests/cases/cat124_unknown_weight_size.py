import keras
from keras import layers

x = keras.Input((None, None, 3))
flat = layers.Flatten()(x)
layers.Dense(10)(flat)  # error: CAT124
layers.Dense(10)(layers.GlobalAveragePooling2D()(x))


class Rows(layers.Layer):
    def __init__(self, axis):
        super().__init__()
        self.axis = axis

    def build(self, input_shape):
        self.kernel = self.add_weight(shape=(input_shape[self.axis], 8))  # error: CAT124 "all sizes of a weight must be known: (T, 8); in build(), called from line 24"

    def call(self, inputs):
        return inputs


words = keras.Input((None, 6))
Rows(-1)(words)
Rows(1)(words)

# A size that is not known yet is None, and Conv2D takes that for its filters until it is built.
sides = keras.Input((None, None, 8))
layers.Conv2D(sides.shape[1], 3)(sides)  # error: CAT124 "`filters` is None"
layers.SeparableConv2D(sides.shape[2], 3)(sides)  # error: CAT124 "`filters` is None"
layers.Conv2DTranspose(None, 3)(sides)  # error: CAT124 "`filters` is None"
layers.Conv2D(sides.shape[-1], 3)(sides)
