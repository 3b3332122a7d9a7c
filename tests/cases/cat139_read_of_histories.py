"""What `fit` keeps of a training that nothing validates."""

import keras
import numpy as np
from keras import layers

x, y = np.zeros((8, 4)), np.zeros((8, 1))
model = keras.Sequential([keras.Input((4,)), layers.Dense(1)])
model.compile("adam", "mse", metrics=["mae"])
history = model.fit(x, y, epochs=2, verbose=0)
losses = history.history["loss"]
validated = history.history["val_loss"]  # error: CAT139 "there is no 'val_loss': `fit` is given no data to validate on" "validation_split=0.2"
kept = model.fit(x, y, validation_split=0, verbose=0).history
print(kept["mae"], kept["val_mae"])  # error: CAT139 "there is no 'val_mae'"
