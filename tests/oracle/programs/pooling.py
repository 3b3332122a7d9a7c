import keras
from keras import layers, ops

# --- adaptive pooling of what has values is that of the layers
image = keras.Input((9, 9, 3))
square = layers.Lambda(lambda t: ops.adaptive_max_pool(t, 3))(image)
sides = layers.Lambda(lambda t: ops.adaptive_average_pool(t, (2, 4)))(image)
first = layers.Lambda(lambda t: ops.adaptive_max_pool(t, 2, data_format="channels_first"))(image)
symbolic = ops.adaptive_max_pool(image, (3, 3))
refused = ops.adaptive_max_pool(image, 3)
