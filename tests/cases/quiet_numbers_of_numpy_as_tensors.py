"""A number of numpy is an array without axes, and a tensor to Keras where a number is none."""
import numpy as np
from keras import layers

clipped = layers.ReLU()(np.float32(-2))
dropped = layers.Dropout(0.2)(np.float64(1.5))
same = layers.Identity()(np.int64(3))

total = layers.Add()([np.ones(()), np.float32(2)])
layers.Maximum()((np.ones(()), np.zeros(()))), layers.Subtract()([np.ones(()), np.ones(())])
