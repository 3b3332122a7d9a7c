"""Arguments by the names that another layer or another library has for them."""

import keras
from keras import layers, ops

layers.Conv2D(8, 3, depthwise_initializer="zeros")  # error: CAT139 "there is `kernel_initializer`"
layers.DepthwiseConv2D(3, kernel_initializer="zeros")  # error: CAT139 "`depthwise_initializer`"
layers.Dense(filters=3)  # error: CAT139 "there is `units`"
layers.LSTM(hidden_size=3)  # error: CAT139 "there is `units`"
layers.Conv1D(out_channels=3, kernel_size=4)  # error: CAT139 "there is `filters`"
layers.Embedding(vocab_size=3, output_dim=4)  # error: CAT139 "there is `input_dim`"
layers.MultiHeadAttention(n_heads=3, key_dim=4)  # error: CAT139 "there is `num_heads`"
layers.BatchNormalization(eps=1e-3)  # error: CAT139 "there is `epsilon`"
layers.MaxPooling2D(kernel_size=3)  # error: CAT139 "there is `pool_size`"
layers.UpSampling2D(scale_factor=2)  # error: CAT139 "there is `size`"
layers.Concatenate(dim=1)  # error: CAT139 "there is `axis`"
