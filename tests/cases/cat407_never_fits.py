import keras
from keras import layers

image = keras.Input((None, None, 3))
x = layers.Conv2D(8, 3)(image)
layers.Concatenate()([image, x])  # error: CAT407 "Concatenate(axis=-1) never fits" "axis 1 (height) is" "equal for no size of the input"
pooled = layers.MaxPooling2D()(image)
layers.Add()([layers.UpSampling2D(2)(pooled), layers.ZeroPadding2D(1)(layers.UpSampling2D(2)(pooled))])  # error: CAT407


def network(size):
    line = keras.Input((size, 4))
    shorter = layers.Cropping1D(1)(line)
    return layers.Concatenate()([line, shorter])  # error: CAT407
