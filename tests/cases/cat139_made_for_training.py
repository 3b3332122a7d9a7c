"""Arguments that optimizers, losses, callbacks and functions beside them do not take."""

import keras
from keras import layers, ops

keras.optimizers.Adam(lr=0.001)  # error: CAT139 "unexpected keyword argument 'lr'"
keras.optimizers.SGD(0.1, momentm=0.9)  # error: CAT139 "there is `momentum`"
keras.optimizers.SGD(0.1, momentum=2)  # error: CAT139 "`momentum` must be between 0 and 1, is 2"
keras.optimizers.Adam(1)  # error: CAT139 "must be a float, is 1" "1.0 is one"
keras.optimizers.Adam("0.1")  # error: CAT139 "`learning_rate` must be a float"
keras.optimizers.schedules.ExponentialDecay(0.1)  # error: CAT139 "'decay_steps'"
keras.losses.MeanSquaredError(reduction="average")  # error: CAT139 "`reduction` must be"
keras.metrics.MeanIoU()  # error: CAT139 "'num_classes'"
keras.metrics.AUC(curve="lift")  # error: CAT139 "'ROC', 'PR', 'PRGAIN'"
keras.callbacks.EarlyStopping(restore_best_weight=True)  # error: CAT139 "restore_best_weights"
keras.callbacks.ReduceLROnPlateau(factor=2)  # error: CAT139 "must be below 1, is 2"
keras.callbacks.ModelCheckpoint("best")  # error: CAT139 "must end in .keras"
keras.callbacks.ModelCheckpoint("a.h5", save_weights_only=True)  # error: CAT139 ".weights.h5"
keras.regularizers.L2(-1.0)  # error: CAT139 "from 0 on"
keras.utils.pad_sequences([[1], [1, 2]], max_len=3)  # error: CAT139 "there is `maxlen`"
keras.utils.to_categorical([1, 2], num_class=3)  # error: CAT139 "there is `num_classes`"
model = keras.Sequential([keras.Input((3,)), layers.Dense(2)])
model.save("model")  # error: CAT139 "must end in '.keras'"
model.save_weights("weights.h5")  # error: CAT139 "must end in '.weights.h5'"
pair = keras.Model(model.inputs, [model.outputs[0], ops.abs(model.outputs[0])])
pair.compile("sgd", "mse", metrics=["mae"])
pair.evaluate(ops.ones((2, 3)), [ops.ones((2, 2))] * 2)  # error: CAT139 "`metrics` has 1 item(s)"
