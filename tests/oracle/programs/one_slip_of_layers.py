import keras
import numpy as np
from keras import Input, Sequential, layers, ops


# --- Block(4)(Input((8,)))
class Block(layers.Layer):
    def __init__(self, units):
        super().__init__()
        self.d = layers.Dense(units)

    def call(self, x):
        return x + self.d(x)


Block(4)(Input((8,)))


# --- b(Input((9,)))
class Block(layers.Layer):
    def build(self, s):
        self.w = self.add_weight(shape=(s[-1], 4))

    def call(self, x):
        return ops.matmul(x, self.w)


b = Block()
b(Input((8,)))
b(Input((9,)))


# --- Block()(Input((8,)))
class Block(layers.Layer):
    def build(self, s):
        self.w = self.add_weight(shape=(4, s[-1]))

    def call(self, x):
        return ops.matmul(x, self.w)


Block()(Input((8,)))


# --- m(Input((2, 2, 3)))
class M(keras.Model):
    def __init__(self):
        super().__init__()
        self.a = layers.Conv2D(4, 3)
        self.b = layers.Dense(3)
        self.f = layers.Flatten()

    def call(self, x):
        return self.b(self.f(self.a(x)))


m = M()
m(Input((2, 2, 3)))

# --- Lambda(lambda t: ops.reshape(t, (2, 5)))(Input((4, 4), batch_siz
layers.Lambda(lambda t: ops.reshape(t, (2, 5)))(Input((4, 4), batch_size=1))

# --- Lambda(lambda t: t[0] + t[1])([Input((4,)), Input((5,))])
layers.Lambda(lambda t: t[0] + t[1])([Input((4,)), Input((5,))])

# --- Lambda(lambda t: ops.concatenate(t, axis=1))([Input((4, 2)), Inp
layers.Lambda(lambda t: ops.concatenate(t, axis=1))([Input((4, 2)), Input((5, 3))])

# --- TimeDistributed(Dense(4))(Input((8,)))
layers.TimeDistributed(layers.Dense(4))(Input((8,)))

# --- TimeDistributed(Conv2D(4, 3))(Input((8, 8, 3)))
layers.TimeDistributed(layers.Conv2D(4, 3))(Input((8, 8, 3)))

# --- TimeDistributed(Sequential([Conv2D(4, 3), Flatten(), Dense(2)]))
layers.TimeDistributed(Sequential([layers.Conv2D(4, 3), layers.Flatten(), layers.Dense(2)]))(
    Input((5, 2, 2, 3))
)

# --- Bidirectional(Dense(4))(Input((5, 3)))
layers.Bidirectional(layers.Dense(4))(Input((5, 3)))

# --- Bidirectional(LSTM(4), merge_mode="add")(Input((5, 3)))
layers.Bidirectional(layers.LSTM(4), merge_mode="add")(Input((5, 3)))

# --- Bidirectional(LSTM(4, return_sequences=True), backward_layer=LST
layers.Bidirectional(
    layers.LSTM(4, return_sequences=True),
    backward_layer=layers.LSTM(5, return_sequences=True, go_backwards=True),
    merge_mode="sum",
)(Input((5, 3)))

# --- Bidirectional(LSTM(4), backward_layer=LSTM(4))(Input((5, 3)))
layers.Bidirectional(layers.LSTM(4), backward_layer=layers.LSTM(4))(Input((5, 3)))

# --- LSTM(5)(Input((5, 3)), initial_state=[h, c])
x, h, c = layers.LSTM(4, return_state=True)(Input((5, 3)))
layers.LSTM(5)(Input((5, 3)), initial_state=[h, c])

# --- x, h = LSTM(4, return_state=True)(Input((5, 3)))
x, h = layers.LSTM(4, return_state=True)(Input((5, 3)))

# --- LSTM(4)(Input((7, 9)), initial_state=h)
x, h = layers.GRU(4, return_state=True)(Input((5, 3)))
layers.GRU(4)(Input((7, 9)), initial_state=h)
layers.LSTM(4)(Input((7, 9)), initial_state=h)

# --- RNN(LSTMCell(4))(Input((5,)))
layers.RNN(layers.LSTMCell(4))(Input((5,)))

# --- RNN([LSTMCell(4), GRUCell(5)], return_sequences=True)(Input((5,
layers.RNN([layers.LSTMCell(4), layers.GRUCell(5)], return_sequences=True)(Input((5, 3)))

# --- RNN(Dense(4))(Input((5, 3)))
layers.RNN(layers.Dense(4))(Input((5, 3)))

# --- MultiHeadAttention(4, 8)(Input((5, 16)))
layers.MultiHeadAttention(4, 8)(Input((5, 16)))

# --- MultiHeadAttention(4, 8)(Input((5, 16)), Input((7, 16)), Input((
layers.MultiHeadAttention(4, 8)(Input((5, 16)), Input((7, 16)), Input((6, 16)))

# --- MultiHeadAttention(4, 8)(Input((5, 16)), Input((7, 16)), attenti
layers.MultiHeadAttention(4, 8)(Input((5, 16)), Input((7, 16)), attention_mask=Input((7, 5)))

# --- MultiHeadAttention(4, 8, output_shape=(3, 3))(Input((5, 16)), In
layers.MultiHeadAttention(4, 8, output_shape=(3, 3))(Input((5, 16)), Input((7, 16)))

# --- MultiHeadAttention(4, 8, attention_axes=(3,))(Input((5, 16)), In
layers.MultiHeadAttention(4, 8, attention_axes=(3,))(Input((5, 16)), Input((7, 16)))

# --- MultiHeadAttention(num_heads=0, key_dim=8)(Input((5, 16)), Input
layers.MultiHeadAttention(num_heads=0, key_dim=8)(Input((5, 16)), Input((7, 16)))

# --- GroupQueryAttention(8, 6, 4)(Input((5, 16)), Input((7, 16)))
layers.GroupQueryAttention(8, 6, 4)(Input((5, 16)), Input((7, 16)))

# --- Attention()([Input((5, 16)), Input((7, 15))])
layers.Attention()([Input((5, 16)), Input((7, 15))])

# --- Attention(score_mode="concat")([Input((5, 16)), Input((7, 16))])
layers.Attention(score_mode="concat")([Input((5, 16)), Input((7, 16))])

# --- Attention()(Input((5, 16)))
layers.Attention()(Input((5, 16)))

# --- AdditiveAttention()([Input((5, 16)), Input((7, 15))])
layers.AdditiveAttention()([Input((5, 16)), Input((7, 15))])

# --- Attention()([Input((5, 16)), Input((7, 16)), Input((6, 16))])
layers.Attention()([Input((5, 16)), Input((7, 16)), Input((6, 16))])

# --- Dense(3)(Embedding(10, 4)(Input((5,), dtype="int32")))
layers.Embedding(10, 4)(Input((5, 3)))
layers.Dense(3)(layers.Embedding(10, 4)(Input((5,), dtype="int32")))

# --- Embedding(-1, 4)(Input((5,)))
layers.Embedding(-1, 4)(Input((5,)))

# --- Embedding(10, 4, mask_zero=True, input_length=7)(Input((5,)))
layers.Embedding(10, 4, mask_zero=True, input_length=7)(Input((5,)))

# --- EinsumDense("abc,cd->abd", output_shape=(None, 4))(Input((5, 3,
layers.EinsumDense("abc,cd->abd", output_shape=(None, 4))(Input((5, 3, 2)))

# --- EinsumDense("abc,cd->abe", output_shape=(None, 4))(Input((5, 3))
layers.EinsumDense("abc,cd->abe", output_shape=(None, 4))(Input((5, 3)))

# --- EinsumDense("abc,cd->abd", output_shape=4)(Input((5, 3)))
layers.EinsumDense("abc,cd->abd", output_shape=4)(Input((5, 3)))

# --- EinsumDense("...x,xy->...y", output_shape=4, bias_axes="z")(Inpu
layers.EinsumDense("...x,xy->...y", output_shape=4, bias_axes="z")(Input((5, 3)))

# --- Dot(axes=1)([Input((5,)), Input((6,))])
layers.Dot(axes=1)([Input((5,)), Input((6,))])

# --- Dot(axes=(1, 2))([Input((5, 3)), Input((6, 5))])
layers.Dot(axes=(1, 2))([Input((5, 3)), Input((6, 5))])

# --- Dot(axes=(2, 2), normalize=True)([Input((5, 3)), Input((6, 4))])
layers.Dot(axes=(2, 2), normalize=True)([Input((5, 3)), Input((6, 4))])

# --- Dot(axes=3)([Input((5, 3)), Input((5, 3))])
layers.Dot(axes=3)([Input((5, 3)), Input((5, 3))])

# --- Permute((0, 1))(Input((3, 4)))
layers.Permute((0, 1))(Input((3, 4)))

# --- Permute((2, 1, 3))(Input((3, 4)))
layers.Permute((2, 1, 3))(Input((3, 4)))

# --- RepeatVector(3)(Input((3, 4)))
layers.RepeatVector(3)(Input((3, 4)))

# --- RepeatVector(2.5)(Input((3,)))
layers.RepeatVector(2.5)(Input((3,)))

# --- Reshape((3, 5))(Input((4, 4)))
layers.Reshape((3, 5))(Input((4, 4)))

# --- Reshape((-1, 5))(Input((4, 4)))
layers.Reshape((-1, 5))(Input((4, 4)))

# --- Reshape((-1, -1))(Input((4, 4)))
layers.Reshape((-1, -1))(Input((4, 4)))

# --- Reshape((4, 4.0))(Input((16,)))
layers.Reshape((4, 4.0))(Input((16,)))

# --- Cropping2D(5)(Input((8, 8, 3)))
layers.Cropping2D(5)(Input((8, 8, 3)))

# --- Cropping2D(((1, 2), (3, 9)))(Input((8, 8, 3)))
layers.Cropping2D(((1, 2), (3, 9)))(Input((8, 8, 3)))

# --- Cropping1D(4)(Input((8, 3)))
layers.Cropping1D(4)(Input((8, 3)))

# --- ZeroPadding2D((1, 2, 3))(Input((8, 8, 3)))
layers.ZeroPadding2D((1, 2, 3))(Input((8, 8, 3)))

# --- ZeroPadding2D(-1)(Input((8, 8, 3)))
layers.ZeroPadding2D(-1)(Input((8, 8, 3)))

# --- UpSampling2D(0)(Input((8, 8, 3)))
layers.UpSampling2D(0)(Input((8, 8, 3)))

# --- UpSampling2D(interpolation="linear")(Input((8, 8, 3)))
layers.UpSampling2D(interpolation="cubic")(Input((8, 8, 3)))
layers.UpSampling2D(interpolation="linear")(Input((8, 8, 3)))

# --- MaxPooling2D(9)(Input((8, 8, 3)))
layers.MaxPooling2D(9)(Input((8, 8, 3)))

# --- MaxPooling2D(0)(Input((8, 8, 3)))
layers.MaxPooling2D(0)(Input((8, 8, 3)))

# --- MaxPooling1D(2, data_format="channels_first")(Input((8, 1)))
layers.MaxPooling1D(2, data_format="channels_first")(Input((8, 1)))

# --- AveragePooling3D((2, 2))(Input((8, 8, 8, 1)))
layers.AveragePooling3D((2, 2))(Input((8, 8, 8, 1)))

# --- GlobalMaxPooling2D()(Input((8, 8)))
layers.GlobalMaxPooling2D()(Input((8, 8)))

# --- AdaptiveAveragePooling2D((3, 3))(Input((2, 2, 4)))
layers.AdaptiveAveragePooling2D((3, 3))(Input((2, 2, 4)))

# --- AdaptiveMaxPooling2D((3, 3, 3))(Input((8, 8, 4)))
layers.AdaptiveMaxPooling2D((3, 3, 3))(Input((8, 8, 4)))

# --- Conv2D(4, 3, groups=2)(Input((8, 8, 3)))
layers.Conv2D(4, 3, groups=2)(Input((8, 8, 3)))

# --- Conv2D(4, 3, groups=3)(Input((8, 8, 3)))
layers.Conv2D(4, 3, groups=3)(Input((8, 8, 3)))

# --- Conv2D(4, 3, strides=2, dilation_rate=2)(Input((8, 8, 3)))
layers.Conv2D(4, 3, strides=2, dilation_rate=2)(Input((8, 8, 3)))

# --- Conv2D(4, (3, 3, 3))(Input((8, 8, 3)))
layers.Conv2D(4, (3, 3, 3))(Input((8, 8, 3)))

# --- Conv2D(4, 3, padding="causal")(Input((8, 8, 3)))
layers.Conv2D(4, 3, padding="causal")(Input((8, 8, 3)))

# --- Conv1D(4, 3, padding="causal", data_format="channels_first")(Inp
layers.Conv1D(4, 3, padding="causal", data_format="channels_first")(Input((8, 8)))

# --- Conv2DTranspose(4, 3, strides=2, output_padding=2)(Input((8, 8,
layers.Conv2DTranspose(4, 3, strides=2, output_padding=2)(Input((8, 8, 3)))

# --- Conv2DTranspose(4, 3, strides=2, dilation_rate=2)(Input((8, 8, 3
layers.Conv2DTranspose(4, 3, strides=2, dilation_rate=2)(Input((8, 8, 3)))

# --- DepthwiseConv2D(3, depth_multiplier=0)(Input((8, 8, 3)))
layers.DepthwiseConv2D(3, depth_multiplier=0)(Input((8, 8, 3)))

# --- DepthwiseConv2D(3, strides=(2, 1))(Input((8, 8, 3)))
layers.DepthwiseConv2D(3, strides=(2, 1))(Input((8, 8, 3)))

# --- SeparableConv1D(4, 9)(Input((8, 3)))
layers.SeparableConv1D(4, 9)(Input((8, 3)))

# --- SeparableConv2D(4, 3)(Input((None, None, None)))
layers.SeparableConv2D(4, 3)(Input((None, None, None)))

# --- Conv3D(4, 3)(Input((8, 8, 3)))
layers.Conv3D(4, 3)(Input((8, 8, 3)))

# --- ConvLSTM2D(4, 3)(Input((8, 8, 3)))
layers.ConvLSTM2D(4, 3)(Input((8, 8, 3)))

# --- ConvLSTM2D(4, 9)(Input((5, 8, 8, 3)))
layers.ConvLSTM2D(4, 9)(Input((5, 8, 8, 3)))

# --- BatchNormalization(axis=4)(Input((8, 8, 3)))
layers.BatchNormalization(axis=4)(Input((8, 8, 3)))

# --- BatchNormalization()(Input((8, None)))
layers.BatchNormalization()(Input((8, None)))

# --- LayerNormalization(axis=(1, 5))(Input((8, 8, 3)))
layers.LayerNormalization(axis=(1, 5))(Input((8, 8, 3)))

# --- GroupNormalization(groups=5)(Input((8, 8, 3)))
layers.GroupNormalization(groups=5)(Input((8, 8, 3)))

# --- GroupNormalization(groups=-1, axis=1)(Input((8, 8, 3)))
layers.GroupNormalization(groups=-1, axis=1)(Input((8, 8, 3)))

# --- UnitNormalization(axis=3)(Input((8, 3)))
layers.UnitNormalization(axis=3)(Input((8, 3)))

# --- SpectralNormalization(Flatten())(Input((8, 3)))
layers.SpectralNormalization(layers.Dense(3))(Input((8, 3)))
layers.SpectralNormalization(layers.Flatten())(Input((8, 3)))

# --- SpectralNormalization(Dense(3), power_iterations=0)(Input((8, 3)
layers.SpectralNormalization(layers.Dense(3), power_iterations=0)(Input((8, 3)))

# --- Softmax(axis=3)(Input((8, 3)))
layers.Softmax(axis=3)(Input((8, 3)))

# --- PReLU(shared_axes=[1, 5])(Input((8, 8, 3)))
layers.PReLU(shared_axes=[1, 2])(Input((8, 8, 3)))
layers.PReLU(shared_axes=[1, 5])(Input((8, 8, 3)))

# --- PReLU()(Input((None, 3)))
layers.PReLU()(Input((None, 3)))

# --- LeakyReLU(-0.3)(Input((8, 3)))
layers.LeakyReLU(-0.3)(Input((8, 3)))

# --- ReLU(max_value=-1)(Input((8, 3)))
layers.ReLU(max_value=-1)(Input((8, 3)))

# --- Dropout(1.5)(Input((8, 3)))
layers.Dropout(1.5)(Input((8, 3)))

# --- Dropout(0.2, noise_shape=(None, 1))(Input((8, 3)))
layers.Dropout(0.2, noise_shape=(None, 1))(Input((8, 3)))

# --- SpatialDropout2D(0.2)(Input((8, 3)))
layers.SpatialDropout2D(0.2)(Input((8, 3)))

# --- GaussianNoise(-1)(Input((8, 3)))
layers.GaussianNoise(-1)(Input((8, 3)))

# --- Add()([Input((8, 3))])
layers.Add()([Input((8, 3))])

# --- Add()([Input((8, 3)), Input((3, 8))])
layers.Add()([Input((8, 3)), Input((3, 8))])

# --- Subtract()([Input((8, 3)), Input((8, 3)), Input((8, 3))])
layers.Subtract()([Input((8, 3)), Input((8, 3)), Input((8, 3))])

# --- Concatenate(axis=3)([Input((8, 3)), Input((8, 3))])
layers.Concatenate(axis=3)([Input((8, 3)), Input((8, 3))])

# --- Concatenate(axis=0)([Input((8, 3)), Input((8, 4))])
layers.Concatenate(axis=0)([Input((8, 3)), Input((8, 4))])

# --- Concatenate()(Input((8, 3)))
layers.Concatenate()(Input((8, 3)))

# --- Average()([Input((8, 3)), Input((8, 3, 1))])
layers.Average()([Input((8, 3)), Input((8, 3, 1))])

# --- Multiply()([Input((8, 8, 3)), Input((3,))])
layers.Multiply()([Input((8, 8, 3)), Input((3,))])

# --- Resizing(0, 4)(Input((8, 8, 3)))
layers.Resizing(0, 4)(Input((8, 8, 3)))

# --- Resizing(4, 4)(Input((8, 8)))
layers.Resizing(4, 4)(Input((8, 8)))

# --- CenterCrop(9, 9)(Input((8, 8, 3)))
layers.CenterCrop(9, 9)(Input((8, 8, 3)))

# --- RandomCrop(9, 9)(Input((8, 8, 3)))
layers.RandomCrop(9, 9)(Input((8, 8, 3)))

# --- RandomFlip("diagonal")(Input((8, 8, 3)))
layers.RandomFlip("diagonal")(Input((8, 8, 3)))

# --- RandomRotation(0.1, fill_mode="mirror")(Input((8, 8, 3)))
layers.RandomRotation(0.1, fill_mode="mirror")(Input((8, 8, 3)))

# --- RandomZoom(5)(Input((8, 8, 3)))
layers.RandomZoom(5)(Input((8, 8, 3)))

# --- RandomBrightness(2)(Input((8, 8, 3)))
layers.RandomBrightness(2)(Input((8, 8, 3)))

# --- RandomTranslation(0.1)(Input((8, 8, 3)))
layers.RandomTranslation(0.1)(Input((8, 8, 3)))

# --- CategoryEncoding(4, output_mode="int")(Input((3,), dtype="int32"
layers.CategoryEncoding(4, output_mode="int")(Input((3,), dtype="int32"))

# --- CategoryEncoding(4, output_mode="one_hot")(Input((3, 2), dtype="
layers.CategoryEncoding(4, output_mode="one_hot")(Input((3, 2), dtype="int32"))

# --- CategoryEncoding(output_mode="one_hot")(Input((3,)))
layers.CategoryEncoding(output_mode="one_hot")(Input((3,)))

# --- Discretization(num_bins=3)(Input((3,)))
layers.Discretization(num_bins=3)(Input((3,)))

# --- Discretization()(Input((3,)))
layers.Discretization()(Input((3,)))

# --- Discretization([1, 2], num_bins=3)(Input((3,)))
layers.Discretization([1, 2], num_bins=3)(Input((3,)))

# --- Hashing(0)(Input((3,), dtype="int32"))
layers.Hashing(0)(Input((3,), dtype="int32"))

# --- HashedCrossing(5)([Input((3,), dtype="int32"), Input((4,), dtype
layers.HashedCrossing(5)([Input((3,), dtype="int32"), Input((4,), dtype="int32")])

# --- HashedCrossing(5)(Input((1,), dtype="int32"))
layers.HashedCrossing(5)(Input((1,), dtype="int32"))

# --- Normalization(axis=3)(Input((3,)))
layers.Normalization(axis=3)(Input((3,)))

# --- Normalization(mean=[1, 2], variance=[1, 2])(Input((3,)))
layers.Normalization(mean=[1, 2], variance=[1, 2])(Input((3,)))

# --- Normalization(mean=[1, 2])(Input((2,)))
layers.Normalization(mean=[1, 2])(Input((2,)))

# --- IntegerLookup(max_tokens=1)(Input((3,)))
layers.IntegerLookup(max_tokens=1)(Input((3,)))

# --- StringLookup(vocabulary=["a", "a"])(Input((3,), dtype="string"))
layers.StringLookup(vocabulary=["a", "a"])(Input((3,), dtype="string"))

# --- MelSpectrogram(fft_length=2048)(Input((100, 2, 2)))
layers.MelSpectrogram(fft_length=2048)(Input((100, 2, 2)))

# --- STFTSpectrogram(frame_length=500, frame_step=100)(Input((400, 1)
layers.STFTSpectrogram(frame_length=500, frame_step=100)(Input((400, 1)))

# --- Rescaling(scale="a")(Input((3,)))
layers.Rescaling(scale="a")(Input((3,)))

# --- Masking(0.0)(Input((3,)))
layers.Masking(0.0)(Input((3,)))

# --- ActivityRegularization(l1="a")(Input((3,)))
layers.ActivityRegularization(l1="a")(Input((3,)))

# --- Flatten(data_format="last")(Input((3, 3)))
layers.Flatten(data_format="last")(Input((3, 3)))

# --- Flatten()(3)
layers.Flatten()(3)

# --- Activation("swoosh")(Input((3,)))
layers.Activation("swoosh")(Input((3,)))

# --- Activation()(Input((3,)))
layers.Activation()(Input((3,)))

# --- Dense()(Input((3,)))
layers.Dense()(Input((3,)))

# --- Dense(3.5)(Input((3,)))
layers.Dense(3.5)(Input((3,)))

# --- Dense(4, 5, "relu")(Input((3,)))
layers.Dense(4, 5, "relu")(Input((3,)))

# --- Dense(4, kernel_init="ones")(Input((3,)))
layers.Dense(4, kernel_init="ones")(Input((3,)))

# --- Dense(4, kernel_regularizer="l3")(Input((3,)))
layers.Dense(4, kernel_regularizer="l3")(Input((3,)))

# --- Pipeline([Resizing(4, 4), RandomCrop(8, 8)])(Input((8, 8, 3)))
layers.Pipeline([layers.Resizing(4, 4), layers.RandomCrop(8, 8)])(Input((8, 8, 3)))

# --- Pipeline(Resizing(4, 4))(Input((8, 8, 3)))
layers.Pipeline(layers.Resizing(4, 4))(Input((8, 8, 3)))

# --- MaxNumBoundingBoxes(3)(Input((4,)))
layers.MaxNumBoundingBoxes(3)(Input((4,)))

# --- Solarization(2)(Input((8, 8, 3)))
layers.Solarization(2)(Input((8, 8, 3)))

# --- Input((3, -1))
Input((3, -1))

# --- Input(3)
Input(3)

# --- Input("3")
Input("3")

# --- Input((3, 2.5))
Input((3, 2.5))

# --- Input(shape=(3,), batch_shape=(2, 3))
Input(shape=(3,), batch_shape=(2, 3))

# --- Input()
Input()

# --- Input((3,), dtype="floaty")
Input((3,), dtype="floaty")

# --- Wrapper(Dense(3))(Input((4,)))
layers.Wrapper(layers.Dense(3))(Input((4,)))
