"""What a layer of another class has, and what no layer has since Keras 3."""

import keras
from keras import layers

dense = layers.Dense(4)
dense.filters  # error: CAT139 "Dense has no attribute 'filters'" "there is `units`"
pool = layers.MaxPooling2D(2)
pool.kernel_size  # error: CAT139 "there is `pool_size`"
layers.Conv2D(4, 3).units  # error: CAT139 "Conv2D has no attribute 'units'"
layers.LSTM(4).rate  # error: CAT139
layers.Dropout(0.1).units  # error: CAT139
layers.Concatenate().axes  # error: CAT139 "there is `axis`"
model = keras.Sequential([keras.Input((3,)), dense])
model.units  # error: CAT139 "a Sequential has no attribute 'units'"
layers.Dense(3, name={})  # error: CAT139 "`name` must be a string"
layers.Dense(3, trainable=[])  # error: CAT139 "`trainable` must be True or False"
dense.weight  # error: CAT139 "Dense has no attribute 'weight'"
named = {"first": dense, "second": pool}
named["third"]  # error: CAT139 "there is no layer 'third' among 'first', 'second'"
[dense, pool][2]  # error: CAT139 "there are 2 layers, none at 2"
layers.Dense(3, kernel_initializer={"name": "he"})  # error: CAT139 "a dict without a class_name"
keras.metrics.TopKCategoricalAccuracy(top_k=3)  # error: CAT139 "'top_k'"


class Scaled(layers.Wrapper):
    def call(self, x):
        return self.layer(x) * 2


Scaled(dense(keras.Input((3,))))  # error: CAT139 "wraps a layer, is given a tensor"
