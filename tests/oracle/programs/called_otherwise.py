import keras
from keras import layers

# --- by its method
x = keras.Input((8, 8, 3))
a = layers.Conv2D(4, 3).__call__(x)
b = keras.Sequential([layers.Flatten()]).__call__(x)
c = keras.Model(x, a).__call__(x)
d = layers.Conv2D(4, 9).__call__(x)


def twice(t):
    return layers.Add()([t, t])


e = twice.__call__(a)

# --- layers of images take `inputs`, however their `call` calls it
x = keras.Input((8, 8, 3))
a = layers.RandomFlip()(inputs=x)
b = layers.CenterCrop(4, 6)(inputs=x, training=True)
c = layers.Resizing(4, 6)(data=x)
d = layers.AugMix()(inputs=x)
e = layers.RandomHue(0.1)(x, True)
f = layers.Rescaling(0.1)(inputs=x)


# --- a class of the user's that is a layer of Keras under another name
class Pool(layers.MaxPool3D):
    def call(self, inputs):
        return super().call(inputs)


class Up(layers.Convolution1DTranspose):
    def __init__(self, **kwargs):
        super().__init__(12, kernel_size=2, **kwargs)


a = Pool([2, 2, 1])(keras.Input((4, 5, 15, 3)))
b = Up()(keras.Input((16, 1)))
c = layers.RepeatVector(True)
d = layers.RepeatVector(1)(keras.Input((3,)))

# --- in a TimeDistributed nobody looks at the rank
a = layers.TimeDistributed(layers.Permute((2, 1)))(keras.Input((3, 4, 5)))
b = layers.TimeDistributed(layers.Permute((2, 1)))(keras.Input((3, 4)))
c = layers.TimeDistributed(layers.Permute((2, 1)))(keras.Input((3, 4, 5, 6)))
d = layers.TimeDistributed(layers.Permute((1, 2, 3)))(keras.Input((3, 4)))
e = layers.TimeDistributed(layers.RepeatVector(3))(keras.Input((3, 4, 5)))

# --- an Equalization gives back its very input: no Model can be made of it, but a Sequential
x = keras.Input((8, 8, 3))
h = layers.Conv2D(3, 3)(x)
e = layers.Equalization()(h)
m = keras.Model(x, layers.Flatten()(e))
s = keras.Sequential([keras.Input((8, 8, 3)), layers.Equalization(), layers.Flatten()])
a = s.outputs[0]
y = keras.Input((8, 8, 3))
n = keras.Model(y, layers.Pipeline([layers.Equalization()])(y))

# --- sums of tensors that do not fit
import operator
from functools import reduce

a = keras.Input((15, 18, 1))
b = keras.Input((10, 12, 1))
c = sum([a, a, a])
d = sum([b, b], a)
e = sum([b, b, a])
f = reduce(operator.add, [a, b])
g = operator.mul(a, keras.Input((1,)))
h = operator.mul(a, b)
i = sum([keras.Input((1,)), keras.Input((4,))])
j = layers.GlobalMaxPool2D(keepdims=(0, 1))(a)
k = layers.GlobalMaxPool2D(keepdims=[])(a)
