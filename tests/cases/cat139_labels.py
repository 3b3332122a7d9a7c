"""Labels that the loss of a model can't hold against its outputs."""

import keras
import numpy as np
from keras import layers

model = keras.Sequential([keras.Input((32,)), layers.Dense(3, activation="softmax")])
x = np.zeros((10, 32))
model.compile(optimizer="adam", loss="categorical_crossentropy")
model.fit(x, np.zeros((10, 5)))  # error: CAT139 "labels (10, 5) against outputs (10, 3)"
model.fit(x, np.zeros((10,)), batch_size=4)  # error: CAT139 "labels (4,) against" "sparse_"
model.train_on_batch(x, np.zeros((9, 3)))  # error: CAT139
model.fit(x, np.zeros((9,)))  # error: CAT139 "9 and 10 rows"

model.compile("adam", keras.losses.SparseCategoricalCrossentropy())
model.evaluate(x, np.zeros((10, 3)))  # error: CAT139

model.compile("adam", keras.losses.mean_squared_error)
model.test_on_batch(x, np.zeros((10, 2)))  # error: CAT139

# Of several outputs each has its own loss, by its name or its place.
image = keras.Input((8, 8, 3))
mask = layers.Conv2D(1, 3, padding="same", name="mask")(image)
kind = layers.Dense(4, name="kind")(layers.Flatten()(image))
both = keras.Model(image, [mask, kind])
pixels = np.zeros((5, 8, 8, 3))
both.compile("adam", {"kind": "categorical_crossentropy", "mask": "binary_crossentropy"})
both.fit(pixels, [np.zeros((5, 6, 6, 1)), np.zeros((5, 4))])  # error: CAT139
both.fit(pixels, {"mask": np.zeros((5, 8, 8, 1)), "kind": np.zeros((5, 3))})  # error: CAT139
both.compile("adam", ["mse", "sparse_categorical_crossentropy"])
both.fit(pixels, [np.zeros((5, 8, 8, 1)), np.zeros((5, 4))])  # error: CAT139
