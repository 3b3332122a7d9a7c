import keras
from keras import layers

tower = keras.Sequential([
    keras.Input((32, 32, 3)),
    layers.Conv2D(8, 3),
    layers.MaxPooling2D(),
    layers.Flatten(),
])
a = keras.Input((32, 32, 3))
b = keras.Input((32, 32, 3))
both = layers.Concatenate()([tower(a), tower(b)])
model = keras.Model([a, b], layers.Dense(1)(both))
model([a, b])
