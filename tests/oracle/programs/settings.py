import keras
from keras import layers

# --- seeds
a = layers.Dropout(0.5, seed=keras.random.SeedGenerator(1))
b = layers.Dropout(0, seed=keras.random.SeedGenerator(1))
c = layers.LSTM(3, seed=1.5)
d = layers.RandomFlip(seed="a")
e = layers.GaussianNoise(0.1, seed=1337)
f = layers.MultiHeadAttention(2, 2, seed=1.5)
g = layers.Dropout(0.2, None, 42)
h = keras.random.normal((2, 3), seed=keras.random.SeedGenerator(1))
i = layers.SpatialDropout2D(0.2, seed=[1])

# --- ranges of values, modes
a = layers.AutoContrast(value_range=(0, 1, 2))
b = layers.RandomHue(0.1, value_range=(0, 1, 2))
c = layers.RandomSharpness(0.1, value_range=[0, 255])
d = layers.RandomRotation(0.1, fill_mode="mirror")
e = layers.RandomElasticTransform(fill_mode="mirror")
f = layers.UnitNormalization(axis=None)

# --- padding of poolings
x = keras.Input((8, 8, 3))
a = layers.MaxPooling2D(2, padding="SAME")(x)
b = layers.AveragePooling2D(2, padding="same")(x)
c = layers.Conv2D(2, 3, padding="SAME")(x)
d = layers.AveragePooling2D(2, padding="Valid")(x)
e = layers.MaxPooling2D(padding="full")(x)

# --- variables, functions, copies
v = keras.Variable(keras.ops.zeros((3, 5)))
w = keras.Variable("zeros", shape=(3, 7))
x = keras.Input((4, 3))
a = keras.ops.matmul(x, v)
b = x @ w
f = keras.Function(x, layers.Dense(6)(x))
c = f(keras.Input((4, 3)))
m = keras.models.clone_model(keras.Model(x, layers.Dense(2)(x)))
d = m(keras.Input((4, 3)))
e = m.output
