"""Sizes that are one or the other: each of both is judged."""

import keras

ROWS, COLS = 20, 30
gray = False

shape = (COLS, ROWS, 1) if gray else (COLS, ROWS, 3)
image = keras.Input(shape)  # error: CAT202 "COLS, ROWS say"
image = keras.Input((COLS, ROWS, 1) if gray else (ROWS, COLS, 3))  # error: CAT202
right = (ROWS, COLS, 1) if gray else (ROWS, COLS, 3)
image = keras.Input(right)
image = keras.Input((3, ROWS, COLS) if gray else (ROWS, COLS, 3))
