"""Arguments that Keras hands on, words that it knows, and what only another file can tell."""

import keras
from keras import layers, ops

line = keras.Input((8, 3), name="line")
bare = keras.KerasTensor((None, 8, 3), dtype="int32")

rows = layers.LSTM(4, zero_output_for_mask=True, return_sequences=True)(line)
image = layers.RandomContrast(0.1, data_format="channels_first", bounding_box_format="xyxy")
words = layers.Dense(4, "hard_silu", True, "he_normal", "Zeros", "l2", "L1L2", None, "max_norm")
made = layers.Dense(4, kernel_regularizer=keras.regularizers.L2(0.01), activation=ops.tanh)(line)
one = layers.Dense(4)(inputs=line, training=True)
two = layers.MultiHeadAttention(2, 4)(line, value=line, use_causal_mask=True)
three = layers.Dropout(0.5)(line, None)
scaled = layers.Rescaling(0.5)([[1.0, 2.0], [3.0, 4.0]])
added = layers.Add()([line, layers.Dense(3)(bare)])


def block(x, *rest, **options):
    return layers.Dense(4, **options)(x, *rest)


block(line)


class Basis(layers.Layer):
    def __init__(self, count):
        super().__init__()
        self.frequencies = self.add_weight(shape=(count,))

    def call(self, x):
        return x * self.frequencies


def make(x, count=None):
    """None stands for what a caller gives."""
    return Basis(count)(x)
