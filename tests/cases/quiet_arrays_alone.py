from keras import Input, Layer, ops

# What no backend minds; what one of them refuses stands in tests/oracle/test_one_backend_alone.py.
kept = ops.eye(3, k=0) @ ops.ones((3, 2))
word = ops.dtype(kept)
cast = ops.cast(ops.arange(3), word)
assert cast.shape == (3,)


class Eager(Layer):
    def call(self, inputs):
        n = ops.convert_to_numpy(inputs)
        return ops.convert_to_tensor(n)


Eager()(ops.ones((2, 4)))


class Declared(Eager):
    def compute_output_shape(self, input_shape):
        return input_shape


Declared()(Input((4,)))
