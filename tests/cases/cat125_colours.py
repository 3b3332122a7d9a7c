"""What networks want to be done to a picture beforehand, where it has not three colours."""

import keras
from keras import layers

colours = keras.Input((32, 32, 3))
grey = keras.Input((32, 32, 1))
six = keras.Input((32, 32, 6))
keras.applications.vgg16.preprocess_input(colours)
keras.applications.vgg16.preprocess_input(grey)  # error: CAT125
layers.Conv2D(4, 3)(keras.applications.vgg16.preprocess_input(six))
keras.applications.densenet.preprocess_input(six)  # error: CAT125
keras.applications.densenet.preprocess_input(grey)
keras.applications.imagenet_utils.preprocess_input(six, mode="torch")  # error: CAT125
three = keras.applications.imagenet_utils.preprocess_input(grey, mode="torch")
layers.Add()([three, six])  # error: CAT111
