"""The same words where maps of pictures are joined, whose depth is the channels; or another side."""

from tensorflow.keras import layers

x = layers.Input((16, 64, 64, 1))
a = layers.Conv3D(8, 3, padding="same")(x)
b = layers.Conv3D(8, 3, padding="same")(x)
joined = layers.Concatenate(axis=1)([a, b])  # error: CAT402 "the volume grows"
y = layers.Conv3D(8, 3)(joined)
image = layers.Input((64, 64, 1))
c = layers.Conv2D(8, 3, padding="same")(image)
d = layers.Conv2D(8, 3, padding="same")(image)
more_frames = layers.Concatenate(axis=1)([c, d])  # error: CAT402 "the image grows"
y = layers.Conv2D(8, 3)(more_frames)
