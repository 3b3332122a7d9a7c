import keras
from keras import layers

# --- compute_output_shape of other ranks, and of layers that have none
a = layers.Conv2D(4, 3).compute_output_shape((None, 8, 3))
b = layers.Conv1D(4, 3).compute_output_shape((None, 8, 3, 3))
c = layers.MaxPooling2D(2).compute_output_shape((None, 8, 8, 8, 3))
d = layers.Conv2DTranspose(4, 3).compute_output_shape((None, 8, 8, 8, 3))
f = layers.Cropping2D(1).compute_output_shape((None, 8, 8))
g = layers.ConvLSTM2D(4, 3).compute_output_shape((None, 8, 8, 3))
h = layers.Pipeline([layers.RandomFlip()]).compute_output_shape((None, 8, 8, 3))
i = layers.Wrapper(layers.Dense(3)).compute_output_shape((None, 8))
j = layers.LSTMCell(3).compute_output_shape((None, 8))
m = layers.Conv2D(4, 3).compute_output_shape((None, 8, 8, 3))

# --- compute_output_spec
a = layers.Dense(3).compute_output_spec(keras.KerasTensor((None, 4)))
b = layers.UpSampling2D(4).compute_output_spec(keras.KerasTensor((None, None, 8, 3)))
c = layers.Add()([a, keras.KerasTensor((None, 4))])

# --- call, by itself
x = keras.Input((8, 8, 3))
a = layers.MaxPooling2D(2).call(x)
dense = layers.Dense(5)
b = dense(x)
c = dense.call(x)
d = layers.Reshape((4, 16, 3)).call(x)
e = layers.Add()([a, c])


class Half(layers.Layer):
    def __init__(self):
        super().__init__()
        self.dense = layers.Dense(4)
        self.dense.build((None, 3))

    def call(self, x):
        return self.dense.call(x)[:, ::2]


f = Half()(x)

# --- a bare Wrapper
x = keras.Input((8, 3))
a = layers.Wrapper(layers.Dense(3))(x)
s = keras.Sequential([layers.Wrapper(layers.Dense(3))])
b = s(x)


class Scaled(layers.Wrapper):
    def call(self, x):
        return self.layer(x) * 2


c = Scaled(layers.Dense(3))(x)

# --- dicts and layers in the place of other arguments
a = layers.Dense({"units": 3})
b = layers.Conv2D(layers.Dense(2), 3)
c = layers.Dropout(0.5, seed={"a": 1})
d = layers.GaussianDropout(0.0, seed={"a": 1})
e = layers.Cropping1D({"left": 1})
f = layers.Bidirectional(layers.GRU(3), backward_layer=layers.GRU(3, go_backwards=True))
g = layers.Resizing({"height": 3}, 4)
