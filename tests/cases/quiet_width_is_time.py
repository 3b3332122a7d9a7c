import keras
from keras import layers
import tensorflow as tf

img_width, img_height = 200, 50


def encode(path):
    img = tf.io.decode_png(tf.io.read_file(path), channels=1)
    img = tf.image.resize(img, [img_height, img_width])
    return tf.transpose(img, perm=[1, 0, 2])  # the width is the time axis


inputs = keras.Input(shape=(img_width, img_height, 1))
x = layers.Conv2D(32, 3, padding="same")(inputs)
x = layers.MaxPooling2D(2)(x)
x = layers.Reshape((img_width // 2, (img_height // 2) * 32))(x)
x = layers.Bidirectional(layers.LSTM(16, return_sequences=True))(x)
outputs = layers.Dense(80, activation="softmax")(x)
