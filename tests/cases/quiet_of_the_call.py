"""Comments that say what a call is given, in numbers or in any language; and names of other parts."""

import keras
import numpy as np
from keras import layers

time_step = 10
features = 8
weights = np.random.random((features, features))
steps = np.zeros((time_step, features))

image = keras.Input((28, 28, 1))
# Кодировщик: 3x3x32, 2x2
x = layers.Conv2D(32, (3, 3), padding="same")(image)
# 编码器，由两个 3x3x32 的卷积和两个 2x2 的最大池化组成
y = layers.Conv2D(32, (3, 3), padding="same")(x)

game = keras.Sequential()
game.add(layers.Conv2D(32, 8, strides=4, padding="same", input_shape=(80, 80, 4)))  # 80*80*4
game.add(layers.Conv2D(64, 4, strides=2))

text = keras.Sequential()
# (samples, max_len) -> (25000, 20)
text.add(layers.Embedding(1000, 8))
text.add(layers.LSTM(32, return_sequences=True))
text(keras.Input((20,)))

# True -> return shape(batch_size, time_steps, features)
z = layers.LSTM(32, return_sequences=True)(keras.Input((20, 4)))


class Deformed(layers.Layer):
    def build(self, input_shape):
        self.filters = self.add_weight(name="w", shape=(64, 3, 3, 5))

    def call(self, x):
        out_c, in_c, kernel_height, kernel_width = self.filters.shape
        k_h = self.filters.shape[2]
        k_w = self.filters.shape[3]
        return x * (k_h + k_w + kernel_height + kernel_width + out_c + in_c)


d = Deformed()(y)
