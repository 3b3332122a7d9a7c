import keras
import numpy as np
from keras import layers, ops

x = keras.Input((4, 5))
image = keras.Input((32, 32, 3))
steps = keras.Input((10, 4))
words = keras.Input((4,), dtype="string")
numbers = keras.Input((5,), dtype="int32")

# --- names of layers with a slip
a = layers.Desne(3)(x)
b = layers.Conv2d(4, 3)(image)
c = layers.LST(4)(steps)
d = layers.BatchNormalisation()(x)
e = layers.MaxPoolng2D()(image)
f = layers.Relu()(x)
g = layers.Average()([x, x])
h = layers.average([x, x])
i = layers.ReLU()(x)
j = keras.layers.GRUCel(4)

# --- keywords of other layers
a = layers.MaxPooling3D(vocabulary=[12, 36, 42])
b = layers.DepthwiseConv2D(max_tokens=10)
c = layers.GRUCell(8, sparse=True)
d = layers.RandomPosterization(factor=4, weights="valid")(image)
e = layers.AdaptiveMaxPooling2D(4, input_length=4)
f = layers.CategoryEncoding(num_tokens=10, sparse=False)(numbers)
g = layers.StringLookup(max_tokens=10, vocabulary=["a", "b"])(words)
h = layers.RandomFlip(bounding_box_format="xyxy")(image)
i = layers.Dense(4, input_shape=(5,))(x)

# --- pairs that hold something else
a = layers.RandomTranslation(height_factor=(-0.1, [0.5]), width_factor=0.2)
b = layers.AutoContrast(value_range=(0, (2, 2)))
c = layers.RandomErasing(factor=1.0, scale=((1, 2), 0.3))
d = layers.RandomBrightness(factor=0.2, value_range=("0", 1))
e = layers.Permute((2, (1, 1)))
f = layers.Dropout(0.5, noise_shape=(None, 1, [3]))
g = layers.RandomBrightness(factor=(0.1, 0.2), value_range=(0, 1))(image)
h = layers.RandomErasing(scale=(0.1, 0.3))(image)
i = layers.AdaptiveAveragePooling2D((None, 4))(image)
j = layers.Dropout(0.5, noise_shape=(None, 1, 5))(x)
k = layers.StringLookup(vocabulary=["a", "b", True])(words)
m = layers.StringLookup(vocabulary=["a", 1])(words)

# --- a tensor where the layer is made, which it keeps
a = layers.Resizing(image, 16)
b = layers.ConvLSTM2D(image, 3)
c = layers.EinsumDense(x, output_shape=(4,))
d = layers.Resizing(image)
e = layers.Conv2D(image, 3)
f = layers.CenterCrop(image, 4)
g = layers.AdaptiveMaxPooling2D([image, image])

# --- lists of a tensor
a = layers.Hashing(num_bins=10)([numbers])
b = layers.CategoryEncoding(num_tokens=10)([numbers])
c = layers.Discretization([0.0, 1.0])([x])
d = layers.Discretization([0.0, 1.0])([np.zeros((2, 3)), np.zeros((2, 3))])
e = layers.RandomRotation(0.1)([np.zeros((2, 8, 8, 3))])
f = layers.Dropout(0.5)([x])
g = layers.Activation("relu")([x])
h = layers.StringLookup(vocabulary=["a"])([words])

# --- models that are called on arrays of another rank
model = keras.Sequential([keras.Input((28, 28, 1)), layers.Conv2D(4, 3), layers.Flatten()])
a = model(np.zeros((1, 28, 28, 1, 5)))
b = model(np.zeros((1, 28, 28)))
c = model(np.zeros((1, 28, 28, 1, 1)))
d = model(np.zeros((2, 28, 28, 1)))
plain = keras.Sequential([layers.Dense(8), layers.Dense(4)])
e = plain(np.zeros((5, 2, 6)))
f = plain(np.zeros((3, 6)))
g = plain(np.zeros((3, 2, 6)))
