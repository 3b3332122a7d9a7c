import keras
import numpy as np
from keras import ops

# What the same take.
t, p = ops.ones((4, 3)), ops.ones((4, 3))
assert keras.losses.categorical_crossentropy(t, p).shape == (4,)
assert keras.losses.binary_crossentropy(t, p, axis=0).shape == (3,)
assert keras.losses.binary_crossentropy(t, p, from_logits=True, label_smoothing=0.1).shape == (4,)
assert keras.losses.sparse_categorical_crossentropy(ops.ones((4,)), p, ignore_class=1).shape == (4,)
assert keras.losses.cosine_similarity(t, p, axis=-2).shape == (3,)
assert keras.losses.huber(t, p, delta=2.0).shape == (4,)
assert keras.losses.mean_squared_error(ops.ones((4, 1)), p).shape == (4,)
assert keras.losses.dice(t, p).shape == ()
assert keras.losses.Huber(2.0, "none")(t, p).shape == (4,)
assert keras.losses.MeanSquaredError(reduction=None)(t, p).shape == (4,)
assert keras.losses.MeanSquaredError()(t, p, sample_weight=ops.ones((4,))).shape == ()
assert keras.losses.MeanSquaredError("sum")(keras.Input((3,)), keras.Input((3,))).shape == ()
assert keras.losses.Dice()(keras.Input((3,)), keras.Input((3,))).shape == ()
assert keras.losses.get("mse")(t, p).shape == (4,)
assert keras.losses.get("MeanSquaredError")(t, p).shape == ()
assert keras.metrics.binary_accuracy(t, p, threshold=0.4).shape == (4, 3)
assert keras.metrics.categorical_accuracy(t, p).shape == (4,)
assert keras.metrics.sparse_categorical_accuracy(ops.ones((4,)), p).shape == (4,)
assert keras.metrics.top_k_categorical_accuracy(t, p, k=2).shape == (4,)
assert keras.initializers.Orthogonal(gain=2.0)((4, 2)).shape == (4, 2)
assert keras.initializers.Identity()((4, 2)).shape == (4, 2)
assert keras.initializers.Constant(0.5)(7).shape == (7,)
assert keras.initializers.VarianceScaling(mode="fan_avg", distribution="uniform")((3,)).shape == (3,)
assert keras.initializers.get("he_normal")((3, 3, 2, 4)).shape == (3, 3, 2, 4)
keras.initializers.get(None), keras.activations.get(None), keras.regularizers.get("l2")
assert keras.activations.get("swish")(p).shape == (4, 3)
assert keras.activations.leaky_relu(p, negative_slope=0.1).shape == (4, 3)
assert keras.activations.threshold(p, 0.5, 0.0).shape == (4, 3)
assert keras.utils.to_categorical([0, 1, -1], num_classes=3).shape == (3, 3)
assert keras.utils.normalize(np.ones((3,)), axis=1 - 1).shape == (1, 3)
assert keras.utils.normalize(p, axis=-2, order=1).shape == (4, 3)
assert keras.utils.pad_sequences([[1], [2, 3]], 4, "int32", "post", "post").shape == (2, 4)
keras.tree.assert_same_structure([1, (2, 3)], [4, (5, 6)])
assert keras.tree.map_structure(lambda s, t: s + t, {"a": p}, {"a": p})["a"].shape == (4, 3)
keras.optimizers.get("Adam"), keras.metrics.get("mse"), keras.constraints.get("max_norm")


class Noisy(keras.layers.Layer):
    def call(self, x):
        return x + keras.random.normal((1, 4), seed=1)


Noisy()(keras.Input((4,)))
keras.random.SeedGenerator(3), keras.random.SeedGenerator()
assert keras.random.shuffle(p, axis=-1).shape == (4, 3)
assert keras.metrics.sparse_categorical_accuracy(ops.ones((1,)), p[:1]).shape == (1,)
assert ops.switch(1, [lambda x, y: x, lambda x, y: x + y], p, p).shape == (4, 3)
assert ops.extract_sequences(ops.ones((4, 8)), 3, 2).shape == (4, 3, 3)
assert ops.bincount(ops.array([0, 1, 1, 3])).shape == (4,)
assert ops.bincount(ops.array([0, 1, 1]), minlength=6).shape == (6,)
