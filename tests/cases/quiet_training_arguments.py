"""Arguments that training takes, in this Keras or an older one, or in the program's own way."""

import numpy as np
from tensorflow import keras
from tensorflow.keras import layers

x, y = np.zeros((10, 32)), np.zeros((10, 3))
inputs = keras.Input((32,))
model = keras.Model(inputs, layers.Dense(3)(inputs))
model.compile("adam", "mse", None, ["mae"], weighted_metrics=[], run_eagerly=False)


def train(options):
    """All but the first are of Keras 1 and 2."""
    model.fit(x, y, 32, 10, verbose=0, validation_split=0.1, **options)
    model.fit(x, y, batch_size=32, nb_epoch=10, workers=2, use_multiprocessing=True)
    model.evaluate(x, y, max_queue_size=2)
    model.predict(x, 32, 0, workers=1)
    model.compile("adam", "mse", sample_weight_mode="temporal")
    model.train_on_batch(x, y, reset_metrics=False)


class Own(keras.Model):
    def __init__(self):
        super().__init__()
        self.dense = layers.Dense(3)

    def call(self, x):
        return self.dense(x)

    def compile(self, d_optimizer, g_optimizer):
        super().compile("adam", "mse")
        self.d_optimizer, self.g_optimizer = d_optimizer, g_optimizer

    def fit(self, x, *, rounds):
        return [super(Own, self).fit(x, x, epochs=1, verbose=0) for _ in range(rounds)]


own = Own()
own.compile(d_optimizer="adam", g_optimizer="sgd")
