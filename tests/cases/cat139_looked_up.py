import keras
from keras import ops

# What keras.losses, keras.metrics, keras.initializers, keras.activations and keras.utils refuse.
t, p = ops.ones((4, 3)), ops.ones((4, 3))
a = keras.losses.categorical_crossentropy(ops.ones((4, 5)), p)  # error: CAT139 "(4, 5)"
b = keras.losses.sparse_categorical_crossentropy(ops.ones((5,)), p)  # error: CAT139 "(5,)"
c = keras.losses.cosine_similarity(t, p, axis=5)  # error: CAT139 "axis 5 is out of range"
d = keras.losses.mean_squared_error(t, ops.ones((4, 2)))  # error: CAT111
e = keras.losses.mean_squared_error(t, p, axis=1)  # error: CAT139 "unexpected keyword argument"
f = keras.losses.BinaryCrossentropy(reduction="average")  # error: CAT139 "`reduction` must be"
g = keras.losses.MeanSquaredError(t, p)  # error: CAT139 "`reduction` must be"
h = keras.losses.Huber(margin=2.0)  # error: CAT139 "unexpected keyword argument 'margin'"
i = keras.losses.BinaryCrossentropy()(ops.ones((4, 1)), p)  # error: CAT139 "the same shape"
j = keras.losses.MeanSquaredError()(keras.Input((3,)), keras.Input((3,)))  # error: CAT139 "is None"
k = keras.metrics.binary_accuracy(t, p, limit=0.5)  # error: CAT139 "unexpected keyword"
l = keras.initializers.Orthogonal()((4,))  # error: CAT121 "needs rank 2 or more"
m = keras.initializers.Identity()((4, 4, 4))  # error: CAT121 "needs rank 2 or less"
n = keras.initializers.HeNormal(scale=2.0)  # error: CAT139 "unexpected keyword argument 'scale'"
o = keras.initializers.VarianceScaling(mode="fan")  # error: CAT139 "`mode` must be one of"
q = keras.initializers.GlorotUniform()((3, -4))  # error: CAT139 "may not be negative"
r = keras.initializers.get("glorot")  # error: CAT139 "there is no initializer 'glorot'"
s = keras.activations.get("swisch")  # error: CAT139 "there is no activation 'swisch'; there is"
u = keras.losses.get("mean_square_error")  # error: CAT139 "there is no loss"
v = keras.activations.leaky_relu(p, alpha=0.1)  # error: CAT139 "'alpha'"
w = keras.activations.threshold(p)  # error: CAT139 "missing a required argument"
x = keras.utils.to_categorical([0, 1, 5], num_classes=3)  # error: CAT139 "there is no class 5"
y = keras.utils.normalize(p, axis=2)  # error: CAT139 "axis 2 is out of range"
z = keras.utils.pad_sequences([[1], [2, 3]], padding="left")  # error: CAT139 "'pre' or 'post'"
keras.tree.assert_same_structure([1, 2], [1, (2, 3)])  # error: CAT139 "not the same parts"
aa = keras.tree.map_structure(lambda s, t: s, [p, p], [p])  # error: CAT139 "not the same parts"
ab = keras.tree.pack_sequence_as([1, 2], [p])  # error: CAT139 "not the same parts"
ac = keras.optimizers.get("adm")  # error: CAT139 "there is no optimizer 'adm'; there is"


ad = keras.random.SeedGenerator("abc")  # error: CAT139 "`seed` must be an integer"
ae = keras.random.shuffle(p, axis=2)  # error: CAT139 "axis 2 is out of range"
af = keras.metrics.sparse_categorical_accuracy(ops.ones((5,)), p)  # error: CAT111 "5 vs 4"
ag = ops.switch(0, [lambda x: x, lambda x, y: x], p, p)  # error: CAT139 "takes 1 arguments"
ah = ops.extract_sequences(ops.ones((4, 8)), 3, 0)  # error: CAT139 "must not be 0"
ai = keras.losses.categorical_crossentropy(t, p, axis=5)  # error: CAT139 "axis 5 is out of range"
aj = keras.losses.dice(t, ops.ones((4, 2)))  # error: CAT111 "3 vs 2"
ak = ops.image.map_coordinates(ops.ones((8, 8)), ops.ones((2, 5)), order=3)  # error: CAT139 "0 or 1"
