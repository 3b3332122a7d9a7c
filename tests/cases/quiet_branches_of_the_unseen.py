"""Joins along a side of what nothing tells of, which are meant, or may be other things than maps."""

from blocks import Conv2DBlock, PatchEmbedding, head, upsample
from keras import layers


def stem(x):
    return layers.Concatenate()([Conv2DBlock(96, 1)(x), Conv2DBlock(64, 5)(x)])


def boxes(features):
    small = layers.Reshape((-1, 4))(Conv2DBlock(16, 3)(features))
    large = layers.Reshape((-1, 4))(Conv2DBlock(24, 3)(features))
    return layers.Concatenate(axis=1)([small, large])


def heads(features):
    first = head(features[0])
    second = head(features[1])
    return layers.Concatenate(axis=1)([first, second])


def tokens(x, token):
    x = PatchEmbedding(Conv2DBlock)(x)
    return layers.Concatenate(axis=1)([token, x])


def quarters(x):
    top = Conv2DBlock(8, 3)(x[:, :16])
    bottom = Conv2DBlock(8, 3)(x[:, 16:])
    return layers.Concatenate(axis=1)([x[:, :16], bottom])


def tiles(x):
    left, right = Conv2DBlock(8, 3)(x), Conv2DBlock(8, 5)(x)
    # put side by side
    return layers.Concatenate(axis=2)([left, right])


def flattened(x, skip):
    x = upsample(x)
    x = layers.Concatenate(axis=1)([x, skip])
    return layers.Flatten()(x)


def means(x):
    return layers.Concatenate(axis=1)([layers.GlobalAveragePooling2D()(x), layers.Flatten()(x)])


def comparison(small, large):
    return layers.Concatenate(axis=2)([upsample(small), large])


def log(writer, small, large):
    pictures = layers.Concatenate(axis=2)([upsample(small), large])
    writer.image("pictures", pictures)
