"""Losses that make one rank of two before they look at the sizes."""
import keras
from keras import ops

truth = ops.ones((3,))
guess = ops.ones((2, 1))
a = keras.losses.mean_squared_error(truth, guess)  # error: CAT111 "3 vs 2"
b = keras.losses.Hinge()(truth, guess)  # error: CAT111 "3 vs 2"
c = keras.losses.log_cosh(guess, truth)  # error: CAT111 "2 vs 3"
d = keras.losses.hinge(ops.ones((2, 3)), ops.ones((2, 4)))  # error: CAT111 "3 vs 4"
