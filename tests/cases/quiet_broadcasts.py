import keras
from keras import layers

a = keras.Input((32, 32, 64))
b = keras.Input((32, 1, 64))
row = keras.Input((1, 32, 64))
layers.Add()([a, a])
layers.Multiply()([a, b])
layers.Add()([b, row])
context = layers.GlobalAveragePooling2D(keepdims=True)(a)
layers.Add()([a, layers.Conv2D(64, 1)(context)])
pooled = layers.AveragePooling2D((1, 32))(a)
layers.Add()([a, pooled])
score = layers.Conv2D(1, 1)(a)
layers.Add()([a, score])
value = layers.Dense(1)(keras.Input((8,)))
advantage = layers.Dense(4)(keras.Input((8,)))
layers.Add()([value, advantage])
token = layers.Reshape((1, 64))(keras.Input((64,)))
layers.Add()([keras.Input((20, 64)), token])

# Keras lets the letters on both sides of the dots stand for the same axis.
diagonal = keras.ops.diag(keras.Input((8,)))
keras.ops.einsum("b...c,b...c->b...", diagonal, diagonal)

# Noise, a mask, a picture without colours: one channel is meant for all.
grey = keras.Input((32, 32, 1))
layers.Add()([a, grey])
layers.Add()([layers.Conv2D(16, 3, padding="same")(grey), grey])
