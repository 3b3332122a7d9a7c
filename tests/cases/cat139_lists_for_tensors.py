import keras
from keras import ops

# Lists that become no tensor, or one of numbers that a function does not take.
x = keras.Input((4, 6))
a = ops.tanh(["a", "b"])  # error: CAT139 "`x` must be a tensor"
b = ops.sigmoid([1, 2])  # error: CAT139 "`x` must be floats, is [1, 2]"
c = ops.log(["a", "b"])  # error: CAT139 "`x` must be a tensor"
d = ops.add(x, [[1.0, 2.0], [3.0, 4.0]])  # error: CAT139 "`x2` must be a tensor"
e = ops.multiply(x, ["a"])  # error: CAT139 "`x2` must be a tensor"
f = ops.maximum(x, [])  # error: CAT139 "`x2` must be a tensor, is []"
g = ops.linspace([0.0, 1.0], [1.0, 2.0], num=5)  # error: CAT139 "`start` must be"
h = ops.sigmoid(True)  # error: CAT139 "`x` must be floats"
i = ops.eye(3, k=(1.5, 2))  # error: CAT139 "`k` must be"
j = keras.losses.mean_squared_error(None, x)  # error: CAT139 "`y_true` must be a tensor, is None"
k = keras.losses.mean_squared_error(x, keras.layers.Dense(6))  # error: CAT139 "the layer Dense"
l = keras.activations.relu(keras.layers.Dense(3))  # error: CAT139 "the layer Dense"
m = keras.initializers.Zeros()((2.0, 3))  # error: CAT139 "a size must be a whole number"
n = keras.initializers.HeNormal()()  # error: CAT139 "missing a required argument: 'shape'"
# As it should be.
o = ops.sigmoid([1.0, 2.0])
p = ops.log([1, 2, 3])
q = ops.add(ops.ones((2, 2)), [[1.0, 2.0], [3.0, 4.0]])
r = ops.left_shift([1, 2], 1)
s = ops.bitwise_and([3, 4, 5], ops.array([1, 2, 3]))
t = ops.is_tensor({"a": 1}), ops.is_tensor(keras.layers.Dense(3))
u = ops.zeros((2, 3), dtype="")
v = ops.relu([[1, 2], [3, 4]])
w = ops.linspace(0.0, 1.0, num=5)
y = ops.quantile(ops.ones((4, 5)), [0.5], axis=1)
z = keras.initializers.Zeros()([2, 3])
