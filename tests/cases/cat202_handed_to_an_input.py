"""Shapes of images that a function hands to its Input as they are, whatever it calls them."""

import keras
from keras import layers

im_width, im_height = 320, 240
image_dim = (im_width, im_height, 3)


def generator(dim, filters):
    image = keras.Input(shape=dim, name="image")
    return keras.Model(image, layers.Conv2D(filters, 3)(image))


def unet(input_size=(240, 320, 3)):
    inputs = layers.Input(input_size)
    print(input_size[0])
    return keras.Model(inputs, layers.Conv2D(8, 3)(inputs))


def classifier(input_shape):
    inputs = layers.Input(input_shape)
    return keras.Model(inputs, layers.Conv2D(8, 3)(inputs))


one = generator(dim=image_dim, filters=8)  # error: CAT202 "im_width, im_height"
other = unet((im_width, im_height, 3))  # error: CAT202
more = unet(input_size=(im_height, im_width, 3))
last = classifier((im_width, im_height, 1))  # error: CAT202
again = classifier(input_shape=(im_width, im_height, 1))  # error: CAT202
