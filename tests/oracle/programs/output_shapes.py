import keras
from keras import layers

# --- asked of layers
a = layers.Conv2D(8, 3, strides=2).compute_output_shape((None, 32, 32, 3))
b = layers.Flatten().compute_output_shape((None, 4, 5))
c = layers.Dense(7).compute_output_shape((2, 5))
d = layers.Concatenate(axis=-1).compute_output_shape([(None, 3), (None, 4)])
e = layers.Dense(7).compute_output_shape((None, None))
f = layers.LSTM(3, return_sequences=True).compute_output_shape((None, 6, 5))
g = layers.Bidirectional(layers.LSTM(3)).compute_output_shape((None, 6, 5))

# --- and refused
a = layers.MaxPooling2D(4).compute_output_shape((None, 2, 2, 3))
b = layers.Reshape((5, 2)).compute_output_shape((None, 12))
c = layers.Conv1D(4, 7).compute_output_shape((None, 5, 3))
d = layers.Reshape((3, 4)).compute_output_shape((None, 12))

# --- asked of models
m = keras.Sequential([layers.Dense(4), layers.Dense(2)])
a = m.compute_output_shape((None, 9))
x = keras.Input((8, 8, 3))
n = keras.Model(x, layers.Flatten()(layers.Conv2D(4, 3)(x)))
b = n.compute_output_shape((None, 8, 8, 3))

# --- each of a tensor
x = keras.Input((8,))
a = [t for t in x]
b = [layers.Dense(n)(x) for n in (1, 2)]

# --- declared in TensorFlow's words
import tensorflow as tf


class Pairs(layers.Layer):
    def call(self, x):
        return x[:, None, :]

    def compute_output_shape(self, input_shape):
        return tf.TensorShape([input_shape[0], 1, input_shape[1]])


class Halves(layers.Layer):
    def call(self, x):
        return x[..., ::2]

    def compute_output_shape(self, input_shape):
        sizes = tf.TensorShape(input_shape).as_list()
        return tf.TensorShape(sizes[:-1] + [(sizes[-1] + 1) // 2])


class Projected(layers.Layer):
    def build(self, input_shape):
        last = tf.TensorShape(input_shape)[-1]
        self.kernel = self.add_weight(shape=[last, 6])

    def call(self, x):
        return keras.ops.matmul(x, self.kernel)

    def compute_output_shape(self, input_shape):
        return tf.TensorShape(input_shape).with_rank_at_least(2)[:-1].concatenate(6)


a = Pairs()(keras.Input((7,)))
b = Halves()(keras.Input((3, 7)))
c = Projected()(keras.Input((3, 7)))
d = keras.Input(tf.TensorShape([4, 5]))
e = layers.Reshape(tf.TensorShape([5, 4]))(d)
f = tf.TensorShape(4)
