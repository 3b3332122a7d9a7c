import keras
import numpy as np
from keras import Input, Sequential, layers, ops

# --- Concatenate()([z, x])
x = Input((16, 16, 3))
y = layers.Conv2D(8, 3, strides=2, padding="same")(x)
z = layers.Conv2DTranspose(8, 3, strides=2, padding="valid")(y)
layers.Concatenate()([z, x])

# --- Dense(4)(y)
x = Input((16, 16, 3))
y = layers.DepthwiseConv2D(3, data_format="channels_first")(x)
layers.Dense(4)(y)

# --- Add()([y, Input((3, 8, 7))])
x = Input((3, 16, 16))
y = layers.MaxPooling2D(2, data_format="channels_first")(x)
layers.Add()([y, Input((3, 8, 7))])

# --- LSTM(3)(y)[0, 5]
x = Input((20, 5))
y = layers.Conv1D(4, 3, dilation_rate=4, padding="causal")(x)
layers.LSTM(3)(y)[0, 5]

# --- Multiply()([y, Input((60, 4))])
x = Input((20, 5))
y = layers.Conv1DTranspose(4, 3, strides=3)(x)
layers.Multiply()([y, Input((60, 4))])

# --- Multiply()([y, Input((60, 4))])
x = Input((20, 5))
y = layers.Conv1DTranspose(4, 5, strides=3)(x)
layers.Multiply()([y, Input((60, 4))])

# --- y = Conv3D(4, (1, 9, 1))(x)
x = Input((8, 8, 8, 2))
y = layers.Conv3D(4, (1, 9, 1))(x)

# --- Flatten()(y)[:, 2]
x = Input((8, 8, 8, 2))
y = layers.GlobalAveragePooling3D(keepdims=True)(x)
layers.Flatten()(y)[:, 2]

# --- Cropping3D(((1, 1), (2, 2), (3, 3)))(y) + x
x = Input((8, 8, 8, 2))
y = layers.ZeroPadding3D((1, 2, 3))(x)
layers.Cropping3D(((1, 1), (2, 2), (3, 3)))(y) + x

# --- Cropping3D(4)(x)
x = Input((8, 8, 8, 2))
layers.Cropping3D(4)(x)

# --- UpSampling3D((2, 2))(x)
x = Input((8, 8, 8, 2))
layers.UpSampling3D((2, 2))(x)

# --- Bidirectional(GRU(4, return_sequences=True), merge_mode="mul")(x
x = Input((10,))
layers.Embedding(5, 6, input_shape=(10,))(x)
layers.Bidirectional(layers.GRU(4, return_sequences=True), merge_mode="mul")(x)

# --- c = Conv1D(4, 11)(e)
x = Input((10,), dtype="int32")
e = layers.Embedding(50, 6)(x)
c = layers.Conv1D(4, 11)(e)

# --- Concatenate()([o, s])
x = Input((10, 6))
a = layers.Attention(use_scale=True)([x, x], return_attention_scores=True)
o, s = a
layers.Concatenate()([o, s])

# --- Add()([o, s])
x = Input((10, 6))
o, s = layers.MultiHeadAttention(2, 3)(x, x, return_attention_scores=True)
layers.Add()([o, s])

# --- MultiHeadAttention(2, 3, value_dim=0)(x, x)
x = Input((10, 6))
layers.MultiHeadAttention(2, 3, value_dim=0)(x, x)

# --- MultiHeadAttention(2)(x, x)
x = Input((10, 6))
layers.MultiHeadAttention(2)(x, x)

# --- GRU(4, return_state=True, return_sequences=True)(x)[2]
x = Input((10, 6))
layers.GRU(4, return_state=True, return_sequences=True)(x)[2]

# --- GRU(5)(x, initial_state=h)
x = Input((10, 6))
o, h = layers.GRU(4, return_state=True)(x)
layers.GRU(5)(x, initial_state=h)

# --- SimpleRNN(4, activation="tahn")(x)
x = Input((10, 6))
layers.SimpleRNN(4, activation="tahn")(x)

# --- LSTM(4, return_sequences=True, go_backwards=True)(x) + x
x = Input((10, 6))
layers.LSTM(4, return_sequences=True, go_backwards=True)(x) + x

# --- RNN([LSTMCell(4), LSTMCell(6)])(x) + Input((4,))
x = Input((10, 6))
layers.RNN([layers.LSTMCell(4), layers.LSTMCell(6)])(x) + Input((4,))

# --- ConvLSTM2D(4, 3, return_sequences=True)(x) + Input((4, 8, 8, 4))
x = Input((4, 8, 8, 3))
layers.ConvLSTM2D(4, 3, return_sequences=True)(x) + Input((4, 8, 8, 4))

# --- TimeDistributed(GlobalAveragePooling2D())(x) + TimeDistributed(F
x = Input((4, 8, 8, 3))
layers.TimeDistributed(layers.GlobalAveragePooling2D())(x) + layers.TimeDistributed(
    layers.Flatten()
)(x)

# --- TimeDistributed(LSTM(3))(x)
x = Input((4, 8))
layers.TimeDistributed(layers.LSTM(3))(x)

# --- GroupNormalization(groups=3)(x)
x = Input((6, 6, 4))
layers.GroupNormalization(groups=3)(x)

# --- LayerNormalization(axis=[1, 2, 3, 4])(x)
x = Input((6, 6, 4))
layers.LayerNormalization(axis=[1, 2, 3, 4])(x)

# --- BatchNormalization(axis=-5)(x)
x = Input((6, 6, 4))
layers.BatchNormalization(axis=-5)(x)

# --- SpatialDropout1D(0.3)(x)
x = Input((6, 6, 4))
layers.SpatialDropout1D(0.3)(x)

# --- Permute((1, 2))(x)
x = Input((6, 6, 4))
layers.Permute((1, 2))(x)

# --- Permute((3, 1, 2))(x) + x
x = Input((6, 6, 4))
layers.Permute((3, 1, 2))(x) + x

# --- Reshape((6, 25))(x)
x = Input((6, 6, 4))
layers.Reshape((6, 25))(x)

# --- Dense(3)(Flatten()(x))
x = Input((6, None, 4))
layers.Flatten()(x)
layers.Dense(3)(layers.Flatten()(x))

# --- Reshape((6, -1, 2))(x) + Input((6, 5, 2))
x = Input((6, None, 4))
layers.Reshape((-1, 3))(x)
layers.Reshape((6, -1, 2))(x) + Input((6, 5, 2))

# --- RandomContrast(-0.2)(x)
x = Input((6, 6, 4))
layers.RandomContrast(-0.2)(x)

# --- RandomHue(0.2)(x)
x = Input((6, 6, 4))
layers.RandomHue(0.2)(x)

# --- RandomGrayscale()(x)
x = Input((6, 6, 4))
layers.RandomGrayscale()(x)

# --- CenterCrop(4, 4)(x) + RandomCrop(4, 5)(x)
x = Input((6, 6, 4))
layers.CenterCrop(4, 4)(x) + layers.RandomCrop(4, 5)(x)

# --- Resizing(8, 8, crop_to_aspect_ratio=True, pad_to_aspect_ratio=Tr
x = Input((6, 6, 4))
layers.Resizing(8, 8, crop_to_aspect_ratio=True, pad_to_aspect_ratio=True)(x)

# --- Resizing(8, 8, interpolation="cubic")(x)
x = Input((6, 6, 4))
layers.Resizing(8, 8, interpolation="cubic")(x)

# --- AutoContrast()(x) + Solarization()(x)
x = Input((6, 6, 3))
layers.AutoContrast()(x) + layers.Solarization()(x)

# --- RandomFlip()(x)
x = Input((6,))
layers.RandomFlip()(x)

# --- CategoryEncoding(num_tokens=4, output_mode="multi_hot")(x) + Inp
x = Input((3,), dtype="int64")
layers.CategoryEncoding(num_tokens=4, output_mode="multi_hot")(x) + Input((3,))

# --- Discretization(bin_boundaries=[0.0, 1.0], output_mode="one_hot")
x = Input((3,))
layers.Discretization(bin_boundaries=[0.0, 1.0], output_mode="one_hot")(x) + Input((2,))

# --- StringLookup(vocabulary=["a", "b"], output_mode="multi_hot")(x)
x = Input((1,), dtype="string")
layers.StringLookup(vocabulary=["a", "b"], output_mode="multi_hot")(x) + Input((2,))

# --- IntegerLookup(vocabulary=[1, 2, 3], output_mode="one_hot", num_o
x = Input((1,), dtype="int64")
layers.IntegerLookup(vocabulary=[1, 2, 3], output_mode="one_hot", num_oov_indices=2)(x) + Input(
    (4,)
)

# --- TextVectorization(max_tokens=10, output_sequence_length=7)(x) +
x = Input((1,), dtype="string")
layers.TextVectorization(max_tokens=10, output_sequence_length=7)(x) + Input((6,), dtype="int64")

# --- Normalization(axis=-1, mean=[1.0, 2.0], variance=[1.0, 1.0])(x)
x = Input((3,))
layers.Normalization(axis=-1, mean=[1.0, 2.0], variance=[1.0, 1.0])(x)

# --- MelSpectrogram(num_mel_bins=40)(x) + Input((41, 1))
x = Input((16000,))
layers.MelSpectrogram(num_mel_bins=40)(x) + Input((41, 1))

# --- Dot(axes=(2, 1))([x, Input((5, 4))])
x = Input((3, 4))
layers.Dot(axes=(2, 1))([x, Input((5, 4))])

# --- Dot(axes=-1)([x, Input((5, 4))]) + Input((3, 4))
x = Input((3, 4))
layers.Dot(axes=-1)([x, Input((5, 4))]) + Input((3, 4))

# --- Minimum()([x, Input((3, 1)), Input((1, 5))])
x = Input((3, 4))
layers.Minimum()([x, Input((3, 1)), Input((1, 5))])

# --- Average()([x, x, Input((2, 4))])
x = Input((3, 4))
layers.Average()([x, x, Input((2, 4))])

# --- Concatenate(axis=-3)([x, x]); Concatenate(axis=-4)([x, x])
x = Input((3, 4))
layers.Concatenate(axis=-3)([x, x])
layers.Concatenate(axis=-4)([x, x])

# --- concatenate([x, Input((4, 4))], axis=2)
x = Input((3, 4))
layers.concatenate([x, Input((4, 4))], axis=2)

# --- add([x])
x = Input((3, 4))
layers.add([x])

# --- EinsumDense("abc,cde->abde", output_shape=(None, 2, 3), bias_axe
x = Input((3, 4))
layers.EinsumDense("abc,cde->abde", output_shape=(None, 2, 3), bias_axes="de")(x) + Input((3, 3, 2))

# --- EinsumDense("ab,bc->ac", output_shape=8)(x)
x = Input((3, 4))
layers.EinsumDense("ab,bc->ac", output_shape=8)(x)

# --- UnitNormalization(axis=[1, 2, 3])(x)
x = Input((3, 4))
layers.UnitNormalization(axis=[1, 2, 3])(x)

# --- RMSNormalization(axis=2)(x) + RMSNormalization(axis=3)(x)
x = Input((3, 4))
layers.RMSNormalization(axis=2)(x) + layers.RMSNormalization(axis=3)(x)

# --- Masking()(x) + RepeatVector(3)(Input((4,))) + RepeatVector(4)(In
x = Input((3, 4))
layers.Masking()(x) + layers.RepeatVector(3)(Input((4,))) + layers.RepeatVector(4)(Input((4,)))

# --- m(x)
x = Input((8, 8, 3))
m = Sequential([layers.Conv2D(4, 3), layers.MaxPooling2D(), layers.Conv2D(4, 4)])
m(x)

# --- Dense(2)(m(x)) + m(x)
x = Input((8, 8, 3))
m = Sequential([Input((8, 8, 3)), layers.Conv2D(4, 3), layers.Flatten()])
layers.Dense(2)(m(x)) + m(x)

# --- a(Input((4,))); a(Input((5,)))
a = layers.Dense(3)
a(Input((4,)))
a(Input((5,)))

# --- a(Input((8, 8, 3))); a(Input((9, 9, 3))); a(Input((9, 9, 1)))
a = layers.Conv2D(3, 3)
a(Input((8, 8, 3)))
a(Input((9, 9, 3)))
a(Input((9, 9, 1)))

# --- a(Input((8, 3))); a(Input((9, 3))); a(Input((9, 4)))
a = layers.LSTM(3)
a(Input((8, 3)))
a(Input((9, 3)))
a(Input((9, 4)))

# --- a(Input((8, 3))); a(Input((3,)))
a = layers.BatchNormalization()
a(Input((8, 3)))
a(Input((3,)))

# --- a(Input((8, 3))); a(Input(())) + Input((8, 3, 4, 4))
a = layers.Embedding(10, 4)
a(Input((8, 3)))
a(Input(())) + Input((8, 3, 4, 4))

# --- ops.reshape(x, (-1, 8)) @ ops.zeros((8, 3)) + ops.zeros((4,))
x = Input((4, 4, 2))
ops.reshape(x, (-1, 8)) @ ops.zeros((8, 3)) + ops.zeros((4,))

# --- ops.concatenate([ops.mean(x, axis=-1, keepdims=True), ops.max(x,
x = Input((4, 4, 2))
ops.concatenate([ops.mean(x, axis=-1, keepdims=True), ops.max(x, axis=-1)], axis=-1)

# --- ops.matmul(x, ops.transpose(x, (0, 1, 3, 2))) + ops.matmul(ops.t
x = Input((4, 4, 2))
ops.matmul(x, ops.transpose(x, (0, 1, 3, 2))) + ops.matmul(ops.transpose(x, (0, 1, 3, 2)), x)

# --- ops.split(x, [1, 3], axis=1)[2] + ops.split(x, 4, axis=1)[0] + o
x = Input((4, 4, 2))
ops.split(x, [1, 3], axis=1)[2] + ops.split(x, 4, axis=1)[0] + ops.split(x, 2, axis=1)[0]

# --- ops.stack(ops.unstack(x, axis=1), axis=5)
x = Input((4, 4, 2))
ops.stack(ops.unstack(x, axis=1), axis=5)

# --- ops.take_along_axis(x, ops.zeros((1, 6), dtype="int32"), axis=1)
x = Input((6, 4))
ops.take_along_axis(x, ops.zeros((1, 6), dtype="int32"), axis=1)

# --- ops.logsumexp(x, axis=(1, 1))
x = Input((6, 4))
ops.logsumexp(x, axis=(1, 1))

# --- ops.var(x, axis=-4)
x = Input((6, 4))
ops.var(x, axis=-4)

# --- ops.outer(x, x) + ops.inner(x, Input((6, 5)))
x = Input((6, 4))
ops.outer(x, x) + ops.inner(x, Input((6, 5)))

# --- ops.conv_transpose(x, np.zeros((3, 8, 5)), strides=2)
x = Input((6, 4))
ops.conv_transpose(x, np.zeros((3, 8, 5)), strides=2)

# --- ops.depthwise_conv(x, np.zeros((3, 3, 3, 1)))
x = Input((6, 6, 4))
ops.depthwise_conv(x, np.zeros((3, 3, 3, 1)))

# --- ops.separable_conv(x, np.zeros((3, 3, 4, 2)), np.zeros((1, 1, 4,
x = Input((6, 6, 4))
ops.separable_conv(x, np.zeros((3, 3, 4, 2)), np.zeros((1, 1, 4, 5)))

# --- ops.average_pool(x, (2, 2, 2))
x = Input((6, 6, 4))
ops.average_pool(x, (2, 2, 2))

# --- ops.image.resize(x, (3,))
x = Input((6, 6, 4))
ops.image.resize(x, (3,))

# --- ops.image.map_coordinates(x, Input((3, 5)))
x = Input((6, 6, 4))
ops.image.map_coordinates(x, Input((3, 5)))

# --- ops.one_hot(ops.cast(x, "int32"), 5) + Input((6, 4))
x = Input((6,))
ops.one_hot(ops.cast(x, "int32"), 5) + Input((6, 4))

# --- ops.sparse_categorical_crossentropy(Input((7,), dtype="int32"),
x = Input((6,))
ops.sparse_categorical_crossentropy(Input((7,), dtype="int32"), x)

# --- ops.diagonal(x, axis1=1, axis2=3)
x = Input((6, 6))
ops.diagonal(x, axis1=1, axis2=3)

# --- ops.linalg.eigh(Input((6, 5)))
x = Input((6, 6))
ops.linalg.det(x) + Input((6,))
ops.linalg.eigh(Input((6, 5)))

# --- ops.expand_dims(x, (1, 1))
x = Input((6, 6))
ops.expand_dims(x, (1, 1))

# --- ops.vstack([x, Input((6, 5))])
x = Input((6, 6))
ops.vstack([x, Input((6, 5))])

# --- ops.hstack([x, Input((5, 6))]) ; ops.hstack([x, Input((6, 5))])
x = Input((6, 6))
ops.hstack([x, Input((5, 6))])
ops.hstack([x, Input((6, 5))])

# --- ops.einsum("bii->bi", Input((6, 5)))
x = Input((6, 6))
ops.einsum("bii->bi", Input((6, 5)))

# --- ops.einsum("bij->bk", x)
x = Input((6, 6))
ops.einsum("bij->bk", x)
