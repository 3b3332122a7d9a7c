import keras
from keras import layers


def encode(x):  # error: CAT301 "the docstring says (batch, 64), the function gives (None, 32)"
    """Encodes features.

    Args:
        x: tensor of shape (batch, 20).

    Returns:
        Tensor of shape (batch, 64).
    """
    return layers.Dense(32)(x)


def build():  # error: CAT301
    """Returns a model with output shape (None, 12)."""
    x = keras.Input((20,))
    return keras.Model(x, layers.Dense(10)(x))


def right(x):
    """Encodes features of shape (batch, 20).

    Returns
    -------
    tensor
        shape (batch, 32)
    """
    return layers.Dense(32)(x)


def sized(image):
    """Returns a tensor of shape (None, 224, 224, 8)."""
    return layers.Conv2D(8, 3, padding="same")(image)


features = keras.Input((20,))
encode(features)
right(features)
build()
sized(keras.Input((96, 96, 3)))


def head(num_classes=4):  # error: CAT301
    """Tells what is in the cells.

    Output shape: (None, 26, 26, 4)
    """
    x = keras.Input((13, 13, 8))
    return keras.Model(x, layers.Conv2D(num_classes, 1)(x))


def any_head(size=13):
    """Tells what is in the cells.

    Output shape: (None, 26, 26, 4)
    """
    x = keras.Input((size, size, 8))
    return keras.Model(x, layers.Conv2D(4, 1)(x))


head()
any_head()
