from keras import ops

# Of arrays both backends refuse more than Keras does of a symbolic tensor.
x = ops.ones((4, 5))
a = ops.slice_update(x, (0, 0), ops.ones((5, 5)))  # error: CAT139 "are larger than (4, 5)"
b = ops.slice_update(x, (0, 0), ops.ones((5,)))  # error: CAT139 "the updates need rank 2"
c = ops.tril(ops.ones((3,)))  # error: CAT139 "needs rank 2 or more"
d = ops.bincount(ops.array([1, 2]), weights=ops.array([1, 2, 3]))  # error: CAT139 "3 weights for 2"
e = ops.nancumsum(x, axis=2)  # error: CAT139 "axis 2 is out of range"
f = ops.image.affine_transform(ops.ones((2, 8, 8, 3)), ops.ones((2, 6)))  # error: CAT139 "8 param"
g = ops.roll(x, (1, 2, 3), axis=(0, 1))  # error: CAT139 "3 steps for 2 axes"
h = ops.cond(True, x, x * 2)  # error: CAT139 "`true_fn` must be a function"
i = ops.switch(1, lambda v: v, x)  # error: CAT139 "`branches` must be a list of functions"
j = ops.fori_loop(0, 3, lambda v: v * 2.0, x)  # error: CAT139 "takes 1 arguments, is called with 2"
k = ops.while_loop(lambda n: n < 3, lambda n, v: (n + 1, v), (0, x))  # error: CAT139 "`cond` takes 1"
l = ops.scatter_update(x, [[0, 0, 0]], [1.0])  # error: CAT139 "3 coordinates for (4, 5)"
# These are as they should be.
m = ops.slice_update(x, (0, 0), ops.ones((4, 5)))
n = ops.fori_loop(0, 3, lambda i, v: v * 2.0, x)
o = ops.triu(ops.ones((2, 3, 3)))
p = ops.roll(x, (1, 2), axis=(0, 1))
q = ops.while_loop(lambda n, v: n < 3, lambda n, v: (n + 1, v), (0, x))
r = ops.scatter_update(x, [[0, 0]], [1.0])
# A second operand in the place of an axis.
s = ops.max(x, ops.ones((5,)))  # error: CAT139 "`axis` must be"
t = ops.concatenate([x, x], ops.arange(3))  # error: CAT139 "`axis` must be"
# Parts and places of an array.
u = ops.slice(x, (0, 0), (2, 6))  # error: CAT139 "an axis of 5 has no 6"
v = ops.slice_update(x, (0,), ops.ones((2, 2)))  # error: CAT139 "1 starts for rank 2"
w = ops.slice(x, (1, 0), (2, -1))
