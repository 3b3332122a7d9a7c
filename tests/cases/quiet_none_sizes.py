import keras
from keras import layers

image = keras.Input((None, None, 3))
other = keras.Input((64, None, 3))
layers.Concatenate()([image, other])
layers.Add()([image, other])
x = layers.Conv2D(8, 3, strides=2)(image)
layers.Flatten()(x)

# Nothing times None is None to Keras.
nothing = layers.Flatten()(keras.Input((None, 4, 0)))
layers.Add()([nothing, layers.Dense(3)(keras.Input((5,)))])
