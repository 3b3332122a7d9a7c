"""Comments above a line that begin with the name which the line gives; further down is no excuse."""

import keras
from keras import layers

image = keras.Input((64, 64, 3))
# conv1: 64 x 64 x 16
conv1 = layers.Conv2D(16, 3, padding="same")(image)
# pool1: 32 x 32 x 32  # error: CAT301 "is 16, not 32"
pool1 = layers.MaxPooling2D()(conv1)
conv2 = layers.Conv2D(32, 3, padding="same")(pool1)
# down to 16 x 16 x 64
pool2 = layers.MaxPooling2D()(conv2)
conv3 = layers.Conv2D(64, 3, padding="same")(pool2)
