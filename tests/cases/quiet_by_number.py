"""Comments that say the axis of the call, or of something else."""

import keras
from keras import layers, ops

a = keras.Input((64, 48, 32))
b = keras.Input((64, 48, 32))
x = layers.Concatenate(axis=-1)([a, b])  # concat along axis 3
# Merge the two branches on dimension -1
y = layers.concatenate([a, b], axis=3)
z = layers.concatenate([a, b], axis=3)  # concat along axis 1 for channels_first
z = layers.concatenate([a, b], axis=3)  # do not concat along axis 1
z = layers.concatenate([a, b], axis=3)  # was joined on axis 1
z = layers.concatenate([a, b], axis=3)  # then split along axis 1
m = ops.mean(z, axis=1)  # concat along axis 3
words = layers.Embedding(100, 16)(keras.Input((10,)))
# batch_size * max_length * embedding_dim
#   -> batch_size * embedding_dim
mean = layers.GlobalAveragePooling1D()(words)
best = layers.GlobalMaxPooling1D()(words)  # (batch_size, embedding_dim)
