import keras
import tensorflow as tf
from keras import layers


def cost_volume(one, other, reach=4):
    costs = []
    for shift in range(reach):
        moved = tf.roll(other, shift, axis=2)
        costs.append(tf.reduce_mean(one * moved, axis=3, keepdims=True))
    # one map per shift, stacked along the height  # error: CAT201 "says height"
    return tf.concat(costs, axis=3)


model = keras.Sequential([keras.Input((32, 48, 3)), layers.Conv2D(4, 3)])
