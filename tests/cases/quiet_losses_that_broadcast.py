"""Losses whose functions broadcast what they are given, whatever its rank; classes fit the ranks first."""
import keras
from keras import ops

truth = ops.ones((3,))
guess = ops.ones((2, 1))
a = keras.losses.hinge(truth, guess)
b = keras.losses.squared_hinge(guess, truth)
c = keras.losses.poisson(truth, guess)
d = keras.losses.kl_divergence(truth, guess)
e = keras.losses.dice(truth, guess)
f = keras.metrics.categorical_hinge(guess, truth)
