import keras
from keras import layers, ops


class Turned(layers.Layer):
    def call(self, x):
        # (batch_size, seq_len, units) comes in
        y = ops.transpose(x, (1, 0, 2))  # (seq_len, batch_size, units)
        z = ops.transpose(y, (1, 0, 2))  # (batch_size, seq_len, units)
        return z + x  # (batch_size, seq_len, units)


y = Turned()(keras.Input((10, 8)))


def fit(model, data, batch_size=8, epochs=2):
    # what it is given: (data, batch_size, epochs)
    return model.fit(data, batch_size=batch_size, epochs=epochs)
