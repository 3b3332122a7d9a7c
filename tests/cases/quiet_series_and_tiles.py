"""Steps across a plot, tiles of a map, a comment above a call that nothing is known of."""

import keras
from keras import layers, ops
from nets import draw, upscale


def plot(explanations):
    # explanations: (samples, timesteps, features), drawn with the steps from left to right
    width, height = explanations.shape[1:]
    return draw(explanations, width, height)


def tiles(inputs, w, h, channels, pool_size):
    pw, ph = pool_size
    maps = ops.reshape(inputs, (-1, w, h, channels, pw, ph))
    return ops.transpose(maps, (0, 3, 1, 4, 2, 5))


def generator(noise):
    x = layers.Dense(6 * 6 * 128)(noise)
    # New shape: (batch, 6, 6, 128)
    x = ops.reshape(x, (-1, 6, 6, 128))
    # Deconvolution, image shape: (batch, 14, 14, 64)
    x = upscale(x, 64, 4, strides=2)
    # Deconvolution, image shape: (batch, 28, 28, 1)
    return upscale(x, 1, 2, strides=2)


generator(keras.Input((100,)))


def distances(points, padded):
    found = upscale(layers.Dense(1)(points))  # (batch, 40, 20)
    return found, ops.cast(padded, "int32")


distances(keras.Input((100,)), keras.Input((3,)))


def mosaic(imgs):
    x, y, w, h, c = imgs.shape
    fig = np.zeros((x * w, y * h, 3))
    for i in range(x):
        for j in range(y):
            fig[w * i : w * (i + 1), h * j : h * (j + 1)] = imgs[i, j]
    return fig
