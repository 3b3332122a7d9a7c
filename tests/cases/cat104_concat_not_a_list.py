import keras
from keras import layers

a = keras.Input((8,))
b = keras.Input((8,))
layers.Concatenate()(a)  # error: CAT104 "takes a list of tensors, is called on one"
layers.Add()(a)  # error: CAT104
layers.Concatenate()([a, b])
layers.Concatenate()((a, b))
