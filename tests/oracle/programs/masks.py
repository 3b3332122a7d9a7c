import keras
from keras import layers, ops


class Weighted(layers.Layer):
    def call(self, inputs, mask=None):
        weights = ops.expand_dims(ops.cast(mask, "float32"), -1)
        return ops.sum(inputs * weights, axis=1)


class Optional(layers.Layer):
    def call(self, inputs, mask=None):
        if mask is None:
            return inputs
        return ops.sum(inputs, axis=1)


class Pair(layers.Layer):
    def call(self, query, value, query_mask=None, value_mask=None):
        if query_mask is not None and value_mask is None:
            return ops.concatenate([query, value], axis=-1)
        return ops.concatenate([query, value], axis=1)


words = keras.Input((12,), dtype="int32")
steps = keras.Input((12, 8))

# --- a mask that an Embedding makes and layers hand on
a = layers.Embedding(50, 8, mask_zero=True)(words)
b = Weighted()(a)
c = Weighted()(layers.Dropout(0.1)(layers.Dense(4)(a)))
d = Optional()(a)
e = Optional()(layers.Embedding(50, 8)(words))
f = Pair()(a, steps)
g = Pair()(steps, a)
h = layers.Lambda(lambda t, mask=None: t if mask is None else t[:, 0])(a)

# --- a mask that Masking makes
a = layers.Masking()(steps)
b = Weighted()(a)
c = Optional()(a)
d = Optional()(steps)
e = Optional()(layers.LayerNormalization()(a))
f = Weighted()(layers.Dense(3)(a), mask=ops.ones((1, 12)))

# --- no mask where one is needed
b = Optional()(layers.Masking()(steps) + 1)
a = Weighted()(steps)
