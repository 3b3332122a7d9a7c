import keras
from keras import layers

left = keras.Input((64, 64, 32))
right = keras.Input((64, 32, 32))
layers.Concatenate(axis=1)([left, right])  # error: CAT101 "Concatenate(axis=1) cannot join (None, 64, 64, 32) [left, line 4] and (None, 64, 32, 32) [right, line 5]: axis 2 (width) is 64 vs 32; axis=2 would give (None, 64, 96, 32)"
layers.Concatenate()([left, right])  # error: CAT101 "axis 2 (width) is 64 vs 32"
layers.concatenate([left, right], axis=-1)  # error: CAT101 "concatenate(axis=-1) cannot join"
keras.ops.concatenate([left, right], axis=3)  # error: CAT101 "ops.concatenate(axis=3)"
layers.Concatenate(axis=2)([left, right])

odd = keras.Input((451, 451, 8))
half = layers.MaxPooling2D(2)(odd)
back = layers.UpSampling2D(2)(half)
layers.Concatenate()([odd, back])  # error: CAT101 "axis 1 (height) is 451 vs 450, axis 2 (width) is 451 vs 450" "225 came from 451 by MaxPooling2D on line 13 (odd, rounded down)"

both = [left, right]
layers.Concatenate()(both)  # error: CAT101 "[left, line 4] and (None, 64, 32, 32) [right, line 5]"

first = keras.Input((3, 64, 64))
second = keras.Input((3, 32, 64))
x = layers.Conv2D(8, 3, padding="same", data_format="channels_first")(first)
y = layers.Conv2D(8, 3, padding="same", data_format="channels_first")(second)
layers.Concatenate(axis=1)([x, y])  # error: CAT101 "axis 2 (height) is 64 vs 32"

words = keras.Input((20, 8))
other = keras.Input((30, 8))
layers.Concatenate(axis=-1)([words, other])  # error: CAT101 "axis 1 (steps) is 20 vs 30"
