"""Volumes and videos that are joined one behind the other, and say so."""

from tensorflow.keras import layers

x = layers.Input((16, 64, 64, 1))
a = layers.Conv3D(8, 3, padding="same")(x)
b = layers.Conv3D(8, 3, padding="same")(x)
depth_cat = layers.Concatenate(axis=1)([a, b])
y = layers.Conv3D(8, 3)(depth_cat)
y = layers.Conv3D(8, 3)(layers.Concatenate(axis=1, name="more_frames")([a, b]))
# twice as many slices
y = layers.Conv3D(8, 3)(layers.Concatenate(axis=1)([a, b]))
