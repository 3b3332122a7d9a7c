import keras
from keras import layers, ops

# Lists in the place of tensors, where Keras takes them: they fit what stands beside them.
x = keras.Input((4, 6))
fixed = keras.Input(batch_shape=(4, 4))
rows = layers.Lambda(lambda t: ops.take(t, [[0, 1]], axis=1))(x)
put = layers.Lambda(lambda t: ops.scatter_update(t, [[0, 0]], [1.0]))(fixed)
padded = ops.pad([1.0, 2.0], 1)
lower = ops.cholesky([[1.0, 0.0], [0.0, 1.0]])
