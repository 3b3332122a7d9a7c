import keras
from keras import layers, ops


class Inside(layers.Layer):
    def __init__(self, layer):
        super().__init__()
        self.layer = layer

    def call(self, x):
        return self.layer(x)


image = keras.Input((8, 8, 4))
tokens = keras.Input((5,), dtype="int32")
# --- a gated linear unit halves the last axis only where it runs
a = layers.Dense(8, activation="glu")(image)
b = Inside(layers.Dense(8, activation="glu"))(image)
c = Inside(layers.Conv2D(6, 3, activation=keras.activations.glu))(image)
d = Inside(layers.Activation("glu"))(image)
e = Inside(layers.SeparableConv2D(4, 3, activation="glu"))(image)
f = layers.Add()([b, image])
g = layers.Add()([c, image])
# --- windows over the last axis
sound = keras.Input((8000, 1))
two = keras.Input((3, 8000))
a = layers.MelSpectrogram()(two)
b = Inside(layers.MelSpectrogram())(two)
c = Inside(layers.MelSpectrogram(fft_length=256, num_mel_bins=32))(sound)
d = Inside(layers.MelSpectrogram())(keras.Input((8000,)))
# --- codes of the second axis
numbers = keras.Input((4, 5, 3), dtype="int32")
a = layers.CategoryEncoding(10)(numbers)
b = Inside(layers.CategoryEncoding(10))(numbers)
c = Inside(layers.CategoryEncoding(10, output_mode="count"))(numbers)
d = Inside(layers.CategoryEncoding(10, output_mode="one_hot"))(numbers)
e = Inside(layers.CategoryEncoding(10))(tokens)
# --- masks
embedding = layers.Embedding(10, 4, mask_zero=True)
mask = embedding.compute_mask(tokens)
vectors = embedding(tokens)
again = layers.Masking().compute_mask(vectors)
last = layers.LSTM(4)(vectors, mask=mask)
counted = ops.sum(ops.cast(mask, "float32"), axis=1)
scaled = layers.Embedding(10, 4).compute_mask(tokens) is None


# --- a layer's own input_spec
class Sequence(layers.Layer):
    def __init__(self, **options):
        super().__init__(**options)
        self.input_spec = layers.InputSpec(ndim=3)

    def call(self, x):
        return ops.mean(x, axis=1)


class Sized(layers.Layer):
    def build(self, shape):
        self.input_spec = keras.layers.InputSpec(min_ndim=2, axes={-1: shape[-1]})

    def call(self, x):
        return x


class Exact(layers.Layer):
    def __init__(self):
        super().__init__()
        self.input_spec = keras.InputSpec(shape=(None, 8))

    def call(self, x):
        return x


class Two(layers.Layer):
    def __init__(self):
        super().__init__()
        self.input_spec = [keras.InputSpec(ndim=2), keras.InputSpec(max_ndim=3)]

    def call(self, x):
        return x[0]


flat = keras.Input((8,))
a = Sequence()(keras.Input((5, 8)))
b = Sequence()(flat)
c = Sequence()(image)
sized = Sized()
d = sized(flat)
e = sized(keras.Input((3, 8)))
f = sized(keras.Input((7,)))
g = Exact()(flat)
h = Exact()(keras.Input((9,)))
i = Exact()(keras.Input((8, 8)))
j = Two()([flat, flat])
k = Two()([flat, image])
m = Two()([flat])
n = Two()(flat)


# --- a crop that is made in training only
class Cropped(layers.Layer):
    def __init__(self):
        super().__init__()
        self.crop = layers.RandomCrop(8, 8)

    def call(self, x, training=None):
        return self.crop(x, training=training)


b = Cropped()(keras.Input((8, 8, 3)))
c = layers.RandomCrop(8, 8)(keras.Input((9, 9, 3)), training=False)
layers.Concatenate()([Cropped()(keras.Input((9, 9, 3))), keras.Input((9, 9, 2))])


# --- scores of an attention, where it runs
class Scores(layers.Layer):
    def __init__(self, **options):
        super().__init__()
        self.attend = layers.MultiHeadAttention(2, 4, **options)

    def call(self, x):
        return self.attend(x, x[:, :2], return_attention_scores=True)[1]


class OverSides(layers.Layer):
    def __init__(self, axes):
        super().__init__()
        self.attend = layers.MultiHeadAttention(2, 4, attention_axes=axes)

    def call(self, x):
        out, scores = self.attend(x, x, return_attention_scores=True)
        return scores


a = Scores()(keras.Input((3, 8)))
b = OverSides(2)(keras.Input((3, 7, 8)))
c = OverSides((1, 2))(keras.Input((3, 7, 8)))
d = OverSides((2, 3))(keras.Input((3, 7, 5, 8)))

# --- arrays run through a layer as well
import numpy as np

attend = layers.MultiHeadAttention(2, 4)
out, scores = attend(np.zeros((2, 3, 8)), np.zeros((2, 5, 8)), return_attention_scores=True)
a = tuple(scores.shape)
b = tuple(layers.EinsumDense("...x,xy->...y", output_shape=6)(np.zeros((2, 3, 4, 5))).shape)
c = tuple(layers.Dense(6, activation="glu")(np.zeros((2, 4))).shape)
d = tuple(layers.MelSpectrogram()(np.zeros((2, 3, 16000))).shape)
e = tuple(layers.CategoryEncoding(4)(np.zeros((2, 3, 5), "int32")).shape)
f = tuple(layers.RandomCrop(3, 3)(np.zeros((2, 8, 8, 3))).shape)
x = keras.Input((3, 8))
y, s = attend(x, keras.Input((5, 8)), return_attention_scores=True)
