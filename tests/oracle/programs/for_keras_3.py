import keras
from keras import layers, ops

# --- keywords that Keras 2 took
a = layers.Dense(3, weights=None)
b = layers.Conv2D(3, 3, batch_size=3)
d = layers.Dense(3, name="a/b")
e = layers.LeakyReLU(alpha=0.1)
f = layers.LSTM(3, implementation=2)
g = layers.Embedding(3, 4, input_length=5, weights=None)
h = layers.HashedCrossing(3, border_mode="same")
i = layers.LayerNormalization(rms_scaling=True)
m = layers.MaxPooling2D(batch_input_shape=(2, 3, 3, 3))
n = layers.Dense(4, input_shape=(3,))
o = layers.AveragePooling2D()
p = layers.Dense(4, input_dim=3, name="a-b")
q = layers.Conv1D(4, 3, lora_rank=2)
x = ops.relu(keras.Input((3,)))

# --- metrics that are in no list
trained = keras.Sequential([keras.Input((3,)), layers.Dense(2)])
trained.compile("adam", "mse", metrics="accuracy")
trained.compile("adam", "mse", metrics=["accuracy"])
