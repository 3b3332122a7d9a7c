import keras
from keras import layers, ops

# --- dense
x = keras.Input((10,))
y = layers.Dense(4, activation="relu")(x)
z = layers.Dense(3)(keras.Input((5, 10)))

# --- dense act
y = layers.Dense(4, activation="rellu")

# --- dense neg
y = layers.Dense(-4)

# --- dense none
y = layers.Dense()(keras.Input((3,)))

# --- dense scalar
y = layers.Dense(4)(keras.Input(()))

# --- dense unknown
y = layers.Dense(4)(keras.Input((None,)))

# --- einsumdense
y = layers.EinsumDense("abc,cd->abd", output_shape=(None, 64), bias_axes="d")(
    keras.Input((32, 128))
)

# --- einsumdense bad
y = layers.EinsumDense("abc,cd->abd", output_shape=(None, 64))(keras.Input((32,)))

# --- einsumdense eq
y = layers.EinsumDense("abc,cd-abd", output_shape=(None, 64))(keras.Input((32, 8)))

# --- embedding
y = layers.Embedding(100, 16)(keras.Input((12,), dtype="int32"))

# --- embedding len
y = layers.Embedding(input_dim=100, output_dim=16, input_length=12)(keras.Input((12,)))

# --- embedding dim
y = layers.Embedding(100)(keras.Input((12,)))

# --- conv1d
y = layers.Conv1D(8, 3, padding="causal")(keras.Input((20, 4)))

# --- conv1d rank
y = layers.Conv1D(8, 3)(keras.Input((20,)))

# --- conv2d big kernel
y = layers.Conv2D(8, 5)(keras.Input((4, 4, 3)))

# --- conv2d groups
y = layers.Conv2D(8, 3, groups=2)(keras.Input((8, 8, 4)))

# --- conv2d groups bad
y = layers.Conv2D(8, 3, groups=3)(keras.Input((8, 8, 4)))

# --- conv2d groups bad input
y = layers.Conv2D(9, 3, groups=3)(keras.Input((8, 8, 4)))

# --- conv2d stride+dil
y = layers.Conv2D(8, 3, strides=2, dilation_rate=2)

# --- conv2d pad
y = layers.Conv2D(8, 3, padding="reflect")

# --- conv2d kernel 3
y = layers.Conv2D(8, (3, 3, 3))

# --- conv2d zero
y = layers.Conv2D(8, 0)

# --- conv2d channels none
y = layers.Conv2D(8, 3)(keras.Input((8, 8, None)))

# --- conv2d cf
y = layers.Conv2D(8, 3, data_format="channels_first")(keras.Input((3, 8, 8)))

# --- conv2d df
y = layers.Conv2D(8, 3, data_format="channel_last")

# --- conv3d
y = layers.Conv3D(4, (1, 2, 3), strides=(1, 2, 1))(keras.Input((6, 6, 6, 1)))

# --- conv3d rank
y = layers.Conv3D(4, 2)(keras.Input((6, 6, 1)))

# --- conv2dt
y = layers.Conv2DTranspose(8, 3, strides=2, padding="same")(keras.Input((7, 7, 4)))
z = layers.Conv2DTranspose(8, 3, strides=2, output_padding=1)(keras.Input((7, 7, 4)))

# --- conv2dt out
y = layers.Conv2DTranspose(8, 3, strides=2, output_padding=2)(keras.Input((7, 7, 4)))

# --- dw
y = layers.DepthwiseConv2D(3, depth_multiplier=2)(keras.Input((7, 7, 4)))

# --- dw arg
y = layers.DepthwiseConv2D(32, 3)(keras.Input((7, 7, 4)))

# --- dw filters
y = layers.DepthwiseConv2D(filters=32, kernel_size=3)

# --- sep
y = layers.SeparableConv2D(16, 3)(keras.Input((7, 7, 4)))

# --- sep small
y = layers.SeparableConv1D(16, 9)(keras.Input((7, 4)))

# --- maxpool
y = layers.MaxPooling2D((2, 3), padding="same")(keras.Input((7, 7, 4)))

# --- maxpool small
y = layers.MaxPooling2D(8)(keras.Input((7, 7, 4)))

# --- maxpool rank
y = layers.MaxPooling1D(2)(keras.Input((7, 7, 4)))

# --- avg kw
y = layers.AveragePooling2D(size=2)

# --- gap
y = layers.GlobalAveragePooling2D(keepdims=True)(keras.Input((7, 7, 4)))

# --- gap rank
y = layers.GlobalMaxPooling2D()(keras.Input((7, 4)))

# --- adaptive
y = layers.AdaptiveAveragePooling2D((3, 3))(keras.Input((7, 7, 4)))

# --- lstm
y, h, c = layers.LSTM(5, return_state=True)(keras.Input((7, 4)))

# --- lstm unpack
y, h = layers.LSTM(5, return_state=True)(keras.Input((7, 4)))

# --- lstm rank
y = layers.LSTM(5)(keras.Input((7,)))

# --- lstm stacked
x = keras.Input((7, 4))
x = layers.LSTM(5)(x)
y = layers.LSTM(5)(x)

# --- gru seq
y, s = layers.GRU(5, return_sequences=True, return_state=True)(keras.Input((7, 4)))

# --- rnn cell
y = layers.RNN(layers.LSTMCell(6))(keras.Input((7, 4)))
z = layers.RNN([layers.GRUCell(6), layers.GRUCell(3)], return_sequences=True)(keras.Input((7, 4)))

# --- rnn no cell
y = layers.RNN(layers.Dense(6))(keras.Input((7, 4)))

# --- rnn units
y = layers.RNN(6)(keras.Input((7, 4)))

# --- bidir
y = layers.Bidirectional(layers.LSTM(5, return_sequences=True), merge_mode="sum")(
    keras.Input((7, 4))
)
z = layers.Bidirectional(layers.LSTM(5))(keras.Input((7, 4)))

# --- bidir mode
y = layers.Bidirectional(layers.LSTM(5), merge_mode="add")

# --- bidir dense
y = layers.Bidirectional(layers.Dense(5))

# --- td
y = layers.TimeDistributed(layers.Conv2D(4, 3))(keras.Input((5, 8, 8, 3)))

# --- td low
y = layers.TimeDistributed(layers.Dense(4))(keras.Input((5,)))

# --- td conv rank
y = layers.TimeDistributed(layers.Conv2D(4, 3))(keras.Input((8, 8, 3)))

# --- td not layer
y = layers.TimeDistributed(4)

# --- convlstm
y = layers.ConvLSTM2D(4, 3, return_sequences=True)(keras.Input((5, 8, 8, 3)))

# --- convlstm rank
y = layers.ConvLSTM2D(4, 3)(keras.Input((8, 8, 3)))

# --- mha
q = keras.Input((8, 16))
y, w = layers.MultiHeadAttention(2, 8)(q, q, return_attention_scores=True)

# --- mha missing
q = keras.Input((8, 16))
y = layers.MultiHeadAttention(2, 8)(q)

# --- mha list
q = keras.Input((8, 16))
y = layers.MultiHeadAttention(2, 8)([q, q])

# --- mha arg
y = layers.MultiHeadAttention(heads=2, key_dim=8)

# --- gqa
q = keras.Input((8, 16))
y = layers.GroupQueryAttention(8, 4, 2)(q, q)

# --- gqa bad
y = layers.GroupQueryAttention(8, 4, 3)

# --- attention single
y = layers.Attention()(keras.Input((8, 16)))

# --- attention
q = keras.Input((8, 16))
v = keras.Input((4, 16))
y, s = layers.Attention()([q, v], return_attention_scores=True)

# --- additive
q = keras.Input((8, 16))
v = keras.Input((4, 16))
y = layers.AdditiveAttention()([q, v])

# --- add
y = layers.Add()([keras.Input((3, 4)), keras.Input((1, 4))])

# --- add bad
y = layers.Add()([keras.Input((3, 4)), keras.Input((2, 4))])

# --- add one
y = layers.Add()([keras.Input((3, 4))])

# --- add tensor
y = layers.Add()(keras.Input((3, 4)))

# --- subtract three
a = keras.Input((3,))
y = layers.Subtract()([a, a, a])

# --- concat
y = layers.Concatenate(axis=1)([keras.Input((3, 4)), keras.Input((5, 4))])

# --- concat bad
y = layers.Concatenate()([keras.Input((3, 4)), keras.Input((5, 4))])

# --- concat axis
y = layers.Concatenate(axis=3)([keras.Input((3, 4)), keras.Input((3, 4))])

# --- dot
y = layers.Dot(axes=(2, 1))([keras.Input((3, 4)), keras.Input((4, 5))])

# --- dot bad
y = layers.Dot(axes=1)([keras.Input((3, 4)), keras.Input((4, 5))])

# --- dot missing
y = layers.Dot()([keras.Input((3,)), keras.Input((3,))])

# --- flatten
y = layers.Flatten()(keras.Input((3, 4, 5)))

# --- reshape
y = layers.Reshape((-1, 6))(keras.Input((3, 4)))

# --- reshape bad
y = layers.Reshape((5, 2))(keras.Input((3, 4)))

# --- reshape int
y = layers.Reshape(12)(keras.Input((3, 4)))

# --- permute
y = layers.Permute((2, 1))(keras.Input((3, 4)))

# --- permute zero
y = layers.Permute((0, 1))(keras.Input((3, 4)))

# --- permute rank
y = layers.Permute((2, 1, 3))(keras.Input((3, 4)))

# --- repeat
y = layers.RepeatVector(4)(keras.Input((3,)))

# --- repeat rank
y = layers.RepeatVector(4)(keras.Input((3, 2)))

# --- repeat float
y = layers.RepeatVector(4.0)

# --- crop
y = layers.Cropping2D(((1, 2), (0, 1)))(keras.Input((6, 6, 2)))

# --- crop much
y = layers.Cropping2D(3)(keras.Input((6, 6, 2)))

# --- crop1d rank
y = layers.Cropping1D(1)(keras.Input((6,)))

# --- zeropad
y = layers.ZeroPadding2D((1, 2))(keras.Input((6, 6, 2)))

# --- zeropad bad
y = layers.ZeroPadding2D((1, 2, 3))

# --- upsampling
y = layers.UpSampling2D((2, 3))(keras.Input((6, 6, 2)))

# --- upsampling interp
y = layers.UpSampling2D(2, interpolation="linear")

# --- bn
y = layers.BatchNormalization(axis=1)(keras.Input((6, 4)))

# --- bn axis
y = layers.BatchNormalization(axis=3)(keras.Input((6, 4)))

# --- ln
y = layers.LayerNormalization(axis=(1, 2))(keras.Input((6, 4)))

# --- ln axis
y = layers.LayerNormalization(axis=4)(keras.Input((6, 4)))

# --- gn
y = layers.GroupNormalization(4)(keras.Input((8, 8, 16)))

# --- gn bad
y = layers.GroupNormalization(5)(keras.Input((8, 8, 16)))

# --- gn default
y = layers.GroupNormalization()(keras.Input((8, 8, 16)))

# --- un
y = layers.UnitNormalization(axis=5)(keras.Input((8,)))

# --- rms
y = layers.RMSNormalization()(keras.Input((8, 16)))

# --- sn
y = layers.SpectralNormalization(layers.Conv2D(4, 3))(keras.Input((8, 8, 16)))

# --- sn nokernel
y = layers.SpectralNormalization(layers.Flatten())(keras.Input((8, 8, 16)))

# --- dropout
y = layers.Dropout(0.2)(keras.Input((8,)))

# --- dropout bad
y = layers.Dropout(1.5)

# --- dropout str
y = layers.Dropout("0.5")

# --- spatial
y = layers.SpatialDropout2D(0.2)(keras.Input((8, 4)))

# --- gnoise
y = layers.GaussianNoise(-1)

# --- act
y = layers.Activation("tanh")(keras.Input((8,)))

# --- act none
y = layers.Activation()(keras.Input((8,)))

# --- leaky
y = layers.LeakyReLU(alpha=0.1)

# --- leaky neg
y = layers.LeakyReLU(negative_slope=None)

# --- prelu
y = layers.PReLU(shared_axes=[1, 2])(keras.Input((8, 8, 3)))

# --- relu max
y = layers.ReLU(max_value=-6)

# --- softmax
y = layers.Softmax(axis=1)(keras.Input((8, 8)))

# --- masking
y = layers.Masking(0.0)(keras.Input((8, 8)))

# --- lambda
y = layers.Lambda(lambda t: ops.sum(t, axis=1))(keras.Input((8, 3)))

# --- lambda bad
y = layers.Lambda(lambda t: ops.sum(t, axis=3))(keras.Input((8, 3)))

# --- resizing
y = layers.Resizing(16, 20)(keras.Input((8, 8, 3)))

# --- resizing tuple
y = layers.Resizing((16, 20))

# --- centercrop
y = layers.CenterCrop(4, 6)(keras.Input((8, 8, 3)))

# --- randomcrop
y = layers.RandomCrop(4, 6)(keras.Input((8, 8, 3)))

# --- rescaling
y = layers.Rescaling()(keras.Input((8, 8, 3)))

# --- category
y = layers.CategoryEncoding(num_tokens=5, output_mode="one_hot")(keras.Input((1,), dtype="int32"))

# --- category bad
y = layers.CategoryEncoding(output_mode="one_hot")

# --- category mode
y = layers.CategoryEncoding(5, output_mode="onehot")

# --- discretization
y = layers.Discretization(bin_boundaries=[0.0, 1.0])(keras.Input((3,)))

# --- discretization none
y = layers.Discretization()

# --- hashing
y = layers.Hashing(num_bins=8, output_mode="one_hot")(keras.Input((1,), dtype="int32"))

# --- hashing none
y = layers.Hashing()

# --- hashedcrossing
y = layers.HashedCrossing(num_bins=8)(
    (keras.Input((1,), dtype="int32"), keras.Input((1,), dtype="int32"))
)

# --- normalization
y = layers.Normalization(mean=0.0, variance=1.0)(keras.Input((3,)))

# --- normalization half
y = layers.Normalization(mean=0.0)

# --- randomflip
y = layers.RandomFlip("diagonal")

# --- randomrotation
y = layers.RandomRotation()

# --- randomzoom
y = layers.RandomZoom(0.2)(keras.Input((8, 8, 3)))

# --- randombrightness
y = layers.RandomBrightness(2.0)

# --- mel
y = layers.MelSpectrogram(num_mel_bins=40)(keras.Input((16000,)))

# --- stft
y = layers.STFTSpectrogram(frame_length=256, frame_step=128)(keras.Input((16000, 1)))

# --- stft bad
y = layers.STFTSpectrogram(frame_length=256, frame_step=128, fft_length=128)

# --- input
x = keras.Input(10)

# --- input neg
x = keras.Input((-1, 3))

# --- input str
x = keras.Input("10")

# --- inputlayer
x = layers.InputLayer(shape=(10,))

# --- inputspec
s = layers.InputSpec(ndim=3)

# --- call class
y = layers.Dense(keras.Input((3,)))

# --- call twice
d = layers.Dense(4)
a = d(keras.Input((3,)))
b = d(keras.Input((5,)))

# --- seq
m = keras.Sequential([keras.Input((8,)), layers.Dense(4), layers.Dense(2)])
y = m(keras.Input((8,)))

# --- seq bad
m = keras.Sequential([keras.Input((8,)), layers.Dense(4), layers.Conv1D(2, 3)])

# --- seq call bad
m = keras.Sequential([keras.Input((8,)), layers.Dense(4)])
y = m(keras.Input((9,)))

# --- seq str
m = keras.Sequential([keras.Input((8,)), "dense"])

# --- model
a = keras.Input((8,))
b = keras.Input((8,))
m = keras.Model([a, b], layers.Add()([a, b]))
y = m([keras.Input((8,)), keras.Input((8,))])

# --- model missing
a = keras.Input((8,))
b = keras.Input((8,))
m = keras.Model(a, layers.Add()([a, b]))

# --- model one
a = keras.Input((8,))
b = keras.Input((8,))
m = keras.Model([a, b], layers.Add()([a, b]))
y = m(keras.Input((8,)))

# --- model layer
a = keras.Input((8,))
m = keras.Model(a, layers.Dense(3))

# --- model noninput
a = keras.Input((8,))
h = layers.Dense(4)(a)
m = keras.Model(h, layers.Dense(3)(a))

# --- getlayer
a = keras.Input((8,))
m = keras.Model(a, layers.Dense(3, name="out")(a))
y = m.get_layer("output").output

# --- names
a = keras.Input((8,))
m = keras.Model(a, layers.Dense(3, name="d")(layers.Dense(3, name="d")(a)))

# --- app
m = keras.applications.MobileNetV2(input_shape=(96, 96, 3), weights=None, include_top=False)
y = layers.GlobalAveragePooling2D()(m.output)

# --- app small
m = keras.applications.MobileNetV2(input_shape=(16, 16, 3), weights=None, include_top=False)

# --- app channels
m = keras.applications.ResNet50(input_shape=(64, 64, 1), weights="imagenet", include_top=False)

# --- app classes
m = keras.applications.ResNet50(weights="imagenet", classes=10)

# --- identity
y = layers.Identity()(keras.Input((3,)))

# --- pipeline
y = layers.Pipeline([layers.Rescaling(1 / 255), layers.Resizing(4, 4)])(keras.Input((8, 8, 3)))

# --- wrapper
y = layers.Wrapper(layers.Dense(3))

# --- average
y = layers.Average()([keras.Input((3, 4)), keras.Input((3, 4))])

# --- maximum rank
y = layers.Maximum()([keras.Input((3, 4)), keras.Input((4,))])

# --- multiply bad
y = layers.Multiply()([keras.Input((3, 4)), keras.Input((3,))])

# --- regularizer
y = layers.Dense(3, kernel_regularizer="l3")

# --- init
y = layers.Dense(3, kernel_initializer="he_normals")

# --- constraint
y = layers.Dense(3, kernel_constraint="max_norms")

# --- dtype
y = layers.Dense(3, dtype="float15")

# --- name int
y = layers.Dense(3, name=5)
