"""One join along axis 1, in a file whose author had the channels first."""

from keras.layers import UpSampling2D, concatenate

nb_filter = 32


def up(x, skip):
    return concatenate([UpSampling2D()(x), skip], axis=1)
