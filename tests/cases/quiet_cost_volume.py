import keras
import tensorflow as tf
from keras import layers


def cost_volume(one, other, reach=4):
    costs = []
    for shift in range(reach):
        costs.append(tf.concat([one, tf.roll(other, shift, axis=2)], axis=4))
    # what both have, side by side along the width
    both = tf.concat(costs, axis=3)
    return layers.Conv3D(8, 3, padding="same")(both)


model = keras.Sequential([keras.Input((32, 48, 3)), layers.Conv2D(4, 3)])
