import keras
import numpy as np
from keras import layers

# --- layers of images take images alone where they run, whatever they say of a symbolic tensor
flat = layers.RandomZoom(0.2)(np.zeros((2, 3)))
deep = layers.RandomFlip()(np.zeros((2, 8, 8, 4, 3)))
one = layers.RandomContrast(0.2)(np.zeros((8, 8, 3)))
many = layers.Resizing(4, 6)(np.zeros((2, 8, 8, 3)))
row = layers.CutMix()(np.zeros((2, 3)))
said = layers.RandomFlip()(keras.Input((8, 8, 4, 3)))
plain = layers.Rescaling(0.5)(np.zeros((2, 3)))


class Augment(layers.Layer):
    def __init__(self):
        super().__init__()
        self.flip = layers.RandomFlip()

    def call(self, x):
        return self.flip(x)


a = Augment()(keras.Input((8, 8, 3)))
b = Augment()(keras.Input((8, 8, 4, 3)))

# --- an EinsumDense on arrays has the sizes that its output_shape leaves out
a = layers.EinsumDense("abc,cde->abde", output_shape=(None, 2, 4))(np.zeros((1, 7, 3)))
s = a.shape
b = layers.EinsumDense("ab,bc->ac", output_shape=5)(np.zeros((1, 7)))
t = b.shape
