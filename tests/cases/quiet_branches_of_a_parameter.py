"""Branches of what nobody gives, joined along an axis that is no slip."""

from keras import layers


def pyramid(inputs, width):
    a = layers.Conv2D(width, 1, padding="same")(inputs)
    b = layers.Conv2D(width, 3, dilation_rate=6, padding="same")(inputs)
    return layers.Conv2D(width, 1)(layers.Concatenate(axis=-1)([a, b]))


def of_two(inputs, others, width):
    a = layers.Conv2D(width, 1, padding="same")(inputs)
    b = layers.Conv2D(width, 1, padding="same")(others)
    return layers.Conv2D(width, 1)(layers.Concatenate(axis=1)([a, b]))


def of_words(inputs, width, words, size):
    a = layers.Conv2D(width, (3, size))(inputs)
    b = layers.Conv2D(width, (4, size))(inputs)
    a = layers.MaxPooling2D((words - 2, 1))(a)
    b = layers.MaxPooling2D((words - 3, 1))(b)
    return layers.Conv2D(width, 1)(layers.Concatenate(axis=1)([a, b]))


def one_rank_or_other(inputs, width, flat):
    if flat:
        a, b = layers.Conv1D(width, 1)(inputs), layers.Conv1D(width, 3, padding="same")(inputs)
        return layers.Concatenate(axis=1)([a, b])
    a, b = layers.Conv2D(width, 1)(inputs), layers.Conv2D(width, 3, padding="same")(inputs)
    return layers.Concatenate(axis=3)([a, b])
