"""Arguments that no layer takes, in functions that nothing here calls: they fail for all callers."""

import keras
from keras import layers


def misspelt(image):
    return layers.Conv2D(8, kernel=3)(image)  # error: CAT139 "got an unexpected keyword argument 'kernel'; there is `kernel_size`"


def lacking(image):
    return layers.Conv2D(8)(image)  # error: CAT139 "needs `kernel_size`, which is not given"


def given_by_the_caller(image, layer=layers.Conv2D, **options):
    x = layer(8, kernel=3)(image)
    x = layers.Dense(**options)(x)
    Dense = options.get("dense")
    return Dense(8, width=3)(x)


def by_its_full_name(image):
    return keras.layers.Dense(3, unit=1)(image)  # error: CAT139 "got an unexpected keyword argument 'unit'; there is `units`"


class Block:
    def __init__(self, conv=None):
        self.conv = layers.Conv2D if conv is None else conv

    def __call__(self, image, extra):
        return self.conv(8, kernel=extra)(image)
