"""The batch is reduced, or it is reduced on another line, or by Keras, or it stands elsewhere."""

import keras
import numpy as np
from keras import layers, ops


def penalty(y_true, y_pred):
    error = y_true * ops.log(y_pred)
    # mean over the batch
    each = -ops.sum(error, axis=-1)
    return ops.mean(each)


def two_steps(y_true, y_pred):
    # sum over the batch
    each = ops.sum(ops.square(y_true - y_pred), axis=1)
    weighted = 0.5 * each
    return ops.sum(weighted)


def halved(y_true, y_pred, all_of_them):
    # sum over the batch
    loss = ops.sum(y_true - y_pred, axis=-1)
    loss *= -0.5
    total = ops.mean(loss + 1)
    # sum over the batch
    all_of_them.append(ops.sum(y_true, axis=2))
    for one in all_of_them:
        # sum over the batch
        each = ops.sum(y_true * one, axis=2)
        total = total + each
    return ops.sum(total)


def of_numbers(values, y_true):
    # mean over the batch
    return ops.mean(ops.square(y_true - values), axis=-1)


def nested(y_true, y_pred):
    # average over the batch
    return ops.mean(ops.sum(ops.square(y_true - y_pred), axis=-1))


def flat(y_true, y_pred):
    y_true, y_pred = ops.reshape(y_true, (-1,)), ops.reshape(y_pred, (-1,))
    flatten = y_true * y_pred
    # sum over the batch
    return ops.sum(flatten, axis=-1)


def contrast(images, texts):
    similar = ops.matmul(images, ops.transpose(texts))
    # softmax over the batch
    shares = ops.softmax(similar, axis=1)
    # mean over the batch
    return ops.mean(shares, axis=1)


def of_models(predictions):
    stacked = ops.stack(predictions)
    # mean over the batch
    return ops.mean(stacked, axis=1)


def parts(x):
    # Keras averages over the batch
    per_sample = ops.sum(x, axis=1)
    # sum over features, then mean over the batch
    other = ops.sum(x, axis=1)
    # sum over the batch
    whole = ops.sum(x, axis=0)
    # the largest over the batch of boxes
    largest = ops.max(x, axis=1)
    # mean over the batch
    sums = ops.sum(x, axis=1)
    return per_sample, other, whole, largest, sums


scores = np.zeros((4, 32))
# mean over the batch
mean = np.mean(scores, axis=1)
image = keras.Input((16, 24, 3))
x = layers.Conv2D(8, 3, padding="same")(image)
# mean over the batch
sums = ops.sum(x, axis=[1, 2, 3])
mean = ops.mean(sums)
# mean over the batch
mean = ops.mean(x, axis=0)
# up-sample, then join along the channels
up = layers.UpSampling2D()(x)
up = layers.Concatenate()([up, up])
