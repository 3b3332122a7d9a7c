import keras
from keras import layers

first = keras.Input((64, 64, 32))
second = keras.Input((64, 32, 32))

# Concatenate along the width axis  # error: CAT201 "says width, which is axis 2"
merged_features_width = layers.Concatenate(axis=1)([first, second])  # error: CAT101, CAT201 "merged_features_width"
print(merged_features_width.shape)  # Output: (None, 64, 96, 32)

# Concatenate along the height axis  # error: CAT201
merged_features_height = layers.Concatenate(axis=2)([first, second])  # error: CAT201
print(merged_features_height.shape)  # Output: (None, 64, 64, 32)  # error: CAT301 "axis 2 (width) is 96, not 64"
