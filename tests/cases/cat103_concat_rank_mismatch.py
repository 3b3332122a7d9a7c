import keras
from keras import layers

image = keras.Input((8, 8, 32))
vector = keras.Input((10,))
layers.Concatenate()([image, vector])  # error: CAT103 "rank 4 vs 2"
layers.Concatenate()([vector, layers.Flatten()(image)])
layers.concatenate([vector, layers.GlobalAveragePooling2D(keepdims=True)(image)])  # error: CAT103
