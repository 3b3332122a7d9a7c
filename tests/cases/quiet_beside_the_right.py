"""Comments of several lines that say one thing, and batches that are joined."""

import keras
import tensorflow as tf
from keras import layers
from nets import model

left = keras.Input((32, 32, 8))
right = keras.Input((32, 32, 8))
# concat the two channel wise: the maps that
# were pooled along the height have no channels more
both = layers.Concatenate()([left, right])
# average along the width first
# then concatenate along the channels
wide = layers.Concatenate()([both, both])
# what is joined along the height elsewhere
# is not joined here
none = layers.Concatenate()([both, both])


def labels(count):
    # join along the batch axis
    made = tf.concat([tf.ones(count), tf.zeros(count)], axis=-1)
    # concatenate along the batch
    images = tf.concat([model(count), model(count)], axis=0)
    concat_batch = tf.concat([made, images], axis=-1)  # the batch that was joined
    return made, images, concat_batch


def steps(cells, states):
    # of time first: stack them along the batch
    return tf.concat([cells, states], axis=1)


turned = layers.Permute((3, 1, 2))(left)
# concatenate along the width axis
sides = layers.Concatenate()([turned, turned])
