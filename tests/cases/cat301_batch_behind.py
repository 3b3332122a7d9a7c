import keras
from keras import layers, ops


class Attended(layers.Layer):
    def __init__(self, units):
        super().__init__()
        self.query, self.key, self.value = (layers.Dense(units) for _ in range(3))
        self.norm = layers.LayerNormalization()

    def call(self, x):
        q = self.query(x)  # (batch_size, seq_len, units)
        k = self.key(x)  # (batch_size, seq_len, units)
        v = self.value(x)  # (batch_size, seq_len, units)
        scores = ops.matmul(q, ops.transpose(k, (0, 2, 1)))  # (batch_size, seq_len, seq_len)
        mixed = ops.matmul(ops.softmax(scores), v)
        return self.norm(x + mixed)  # (seq_len, batch_size, units)  # error: CAT301


y = Attended(8)(keras.Input((10, 8)))
