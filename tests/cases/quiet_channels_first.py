import keras
from keras import layers

keras.config.set_image_data_format("channels_first")
a = keras.Input((3, 32, 48))
x = layers.ZeroPadding2D(1)(a)
x = layers.GlobalAveragePooling2D()(x)
y = layers.UpSampling2D(2)(a)
layers.Concatenate(axis=1)([layers.ZeroPadding2D(((0, 0), (0, 0)))(a), a])
layers.Reshape((3, 32 * 48))(a)
layers.Concatenate(axis=2)([y, a]) if y.shape[3] == 48 else None
keras.config.set_image_data_format("channels_last")
