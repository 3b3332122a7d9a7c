import keras
from keras import layers

image = keras.Input((45, 61, 3))
small = layers.MaxPooling2D()(image)
back = layers.UpSampling2D()(small)
rows = image.shape[1] - back.shape[1]
cols = image.shape[2] - back.shape[2]
padded = layers.ZeroPadding2D(((0, rows), (0, cols)))(back)
layers.Concatenate()([image, padded])
_, height, width, channels = image.shape
flat = layers.Reshape((height * width, channels))(image)
layers.Reshape((height, width, channels))(flat)
