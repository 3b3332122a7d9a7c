from keras import Input, ops

# NumPy has words for types that Keras does not look up in its own list.
x = ops.ones((2, 3))
a = ops.cast(x, "float")  # error: CAT139 "`dtype` must be a type of numbers, is 'float'"
b = ops.array([1, 2], dtype="double")  # error: CAT139 "is 'double'"
c = ops.one_hot(ops.array([0, 1]), 3, dtype="half")  # error: CAT139 "is 'half'"
d = ops.zeros((2,), dtype="float46")  # error: CAT139 "is 'float46'"
# What leaves that to the backend takes them.
e = ops.zeros((2, 3), dtype="float")
f = ops.ones((2, 3), dtype="double")
g = ops.eye(3, dtype="half")
h = ops.linspace(0.0, 1.0, 5, dtype="single")
i = ops.nancumsum(x, dtype="double")
j = ops.cast(x, "int") + ops.cast(x, "bfloat16")
k = ops.nancumsum(Input((3,)), dtype="double")  # error: CAT139 "is 'double'"
