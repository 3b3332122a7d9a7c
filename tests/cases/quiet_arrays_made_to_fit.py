"""What TensorFlow makes of an array of numpy, where it refuses a tensor that holds the same."""
import numpy as np
import tensorflow as tf

labels = np.array([[2], [0], [1]]).astype("float32")
coded = tf.one_hot(labels, depth=3)
later = tf.one_hot(labels[1:] + 1, depth=4)
alike = tf.where(np.array([1.0, 0.0, 2.0]), labels[:, 0], -labels[:, 0])
some = tf.reduce_any(np.array([0, 1, 1]))
none = tf.logical_not(np.array([0, 1, 1]))
spectrum = tf.signal.rfft(np.array([1, 2, 3, 4]))
weights = np.arange(6).reshape(3, 2)
weighted = tf.multiply(tf.ones((3, 1)), weights[:, :1])
scaled = tf.matmul(tf.ones((2, 3)), weights)
turned = tf.atan2(1.5, weights)
differ = tf.not_equal(weights, tf.ones((3, 2)))
length = tf.norm(np.array([3, 4]), 1)
nothing = tf.reverse(tf.ones((0, 3)), 1)
