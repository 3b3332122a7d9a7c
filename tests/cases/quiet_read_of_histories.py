"""What `fit` keeps."""

import keras
import numpy as np
from elsewhere import callbacks, settings
from keras import layers

x, y = np.zeros((8, 4)), np.zeros((8, 1))
model = keras.Sequential([keras.Input((4,)), layers.Dense(1)])
model.compile("adam", "mse", metrics=["mae"])
history = model.fit(x, y, epochs=2, verbose=0)
for key in history.history:
    print(key, history.history[key])
print("val_loss" in history.history, history.history.get("val_loss"), history.epoch)
try:
    history.history["val_loss"]
except KeyError:
    print("nothing was validated")
model.fit(x, y, validation_split=0.5, verbose=0).history["val_loss"]
model.fit(x, y, validation_data=(x, y), verbose=0).history["val_mae"]
model.fit(x, y, callbacks=callbacks, verbose=0).history["val_auc"]
model.fit(x, y, **settings).history["val_loss"]
if settings.validated:
    history = model.fit(x, y, validation_split=settings.split)
    history.history["val_loss"]
