from keras import Input, Layer, ops

# What TensorFlow refuses and JAX takes, and what no backend minds.
cropped = ops.image.crop_images(ops.ones((2, 8, 8, 3)), 6, 1, target_height=4, target_width=4)
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
