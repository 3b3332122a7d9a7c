import keras
from keras import layers, ops

# --- adaptive pooling of what has values is that of the layers
image = keras.Input((9, 9, 3))
square = layers.Lambda(lambda t: ops.adaptive_max_pool(t, 3))(image)
sides = layers.Lambda(lambda t: ops.adaptive_average_pool(t, (2, 4)))(image)
first = layers.Lambda(lambda t: ops.adaptive_max_pool(t, 2, data_format="channels_first"))(image)
symbolic = ops.adaptive_max_pool(image, (3, 3))
refused = ops.adaptive_max_pool(image, 3)


# --- capital letters, which the backends take in the body of a layer
class Halved(layers.Layer):
    def __init__(self):
        super().__init__()
        self.pool = layers.MaxPooling2D(3, 2, padding="SAME")

    def call(self, x):
        return self.pool(x)


x = keras.Input((9, 9, 3))
y = Halved()(x)
z = layers.Conv2D(4, 3)(y)
wrong = layers.MaxPooling2D(3, 2, padding="SAME")(x)
# --- a None among the sizes of an adaptive pooling
x, image = keras.Input((8, 4)), keras.Input((8, 8, 3))
a = layers.AdaptiveAveragePooling1D([None])(x)
b = layers.AdaptiveMaxPooling2D((2, None))(image)
c = layers.AdaptiveAveragePooling1D(None)
# --- an average needs its window
from keras import ops

x = keras.Input((12, 12, 4))
a = layers.AveragePooling2D()(x)
b = layers.AveragePooling2D(strides=2)(x)
c = layers.AveragePooling2D(2)(x)
d = layers.MaxPooling2D()(x)
e = layers.AvgPool2D(**{"pool_size": 3})(x)
f = ops.relu(layers.AveragePooling1D(padding="same")(keras.Input((12, 4))))
