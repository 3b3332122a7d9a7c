"""Functions that refuse their own defaults: another file gives them others."""

from keras import layers


def detector(size, ratios=None, all_ratios=None):
    if ratios is None and all_ratios is None:
        raise ValueError("one of them must be given")
    if all_ratios:
        boxes = [len(one) for one in all_ratios]
    else:
        boxes = [len(ratios)] * 6
    x = layers.Input((size[0], size[1], 3))
    x = layers.Conv2D(64, 3, padding="same")(x)
    assert x.shape[-1] == 32  # error: CAT302 "the code gives 64"
    x = layers.BatchNormalization(axis=1)(x)  # error: CAT406
    return layers.Conv2D(boxes[0] * 4, 3)(x)


def wanted(x, weights=None):
    if weights is None:
        raise ValueError("give weights")
    x = layers.Conv2D(8, 3)(x)
    assert x.shape[-1] == 8
    return x, weights


def never(x, shape=(1, 2)):
    raise NotImplementedError(shape)
