import keras
from keras import layers

inputs = keras.Input((96, 96, 3))
x = layers.Conv2D(32, 3, 3)(inputs)  # error: CAT405 "a stride of 3" "write (3, 3)"
x = layers.Conv2D(32, 3, 3, activation="relu")(x)  # error: CAT405
x = layers.SeparableConv2D(32, 1, 3)(x)  # error: CAT405

kernel, kernel_size = 5, (3, 3)
x = layers.Conv2D(8, kernel, kernel, padding="same")(inputs)  # error: CAT405 "write (kernel, kernel)"
x = layers.Conv2D(8, kernel_size[0], kernel_size[1], padding="same")(x)  # error: CAT405


def conv2d_bn(x, filters, num_row, num_col):
    x = layers.Conv2D(filters, num_row, num_col, padding="same")(x)  # error: CAT405 "write (num_row, num_col)"
    return layers.BatchNormalization()(x)


x = conv2d_bn(x, 8, 1, 1)
x = conv2d_bn(x, 8, 1, 7)
