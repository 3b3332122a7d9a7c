"""Arguments that optimizers, losses and callbacks take, in this Keras or an older one."""

import keras
from keras import layers

keras.optimizers.SGD(1.0, momentum=0.9, nesterov=True, decay=1e-6)
keras.optimizers.Adam(keras.optimizers.schedules.ExponentialDecay(0.1, 1000, 0.9))
keras.losses.MeanSquaredError(reduction="none")
keras.metrics.MeanIoU(num_classes=2)
keras.callbacks.EarlyStopping("val_loss", patience=3, restore_best_weights=True)
keras.callbacks.ReduceLROnPlateau(factor=0.1, epsilon=1e-4)
keras.callbacks.ModelCheckpoint("best.keras", save_best_only=True)
keras.regularizers.l1_l2(0.1, 0.1)
keras.constraints.NonNeg()
model = keras.Sequential([keras.Input((3,)), layers.Dense(2)])


def keep(model, path):
    """As Keras 2 took it."""
    keras.optimizers.Adam(lr=0.001, decay=1e-6)
    keras.optimizers.SGD(1, momentum=0.9, nesterov=True)
    model.save(path)
    model.save("model")
    model.save_weights("weights.h5", save_format="h5")
    model.load_weights(path, by_name=True)
    keras.callbacks.ModelCheckpoint("best", period=2)
