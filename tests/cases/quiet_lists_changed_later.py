"""Lists and dicts that the program changes after it gave them to a layer or a model."""

import keras
from keras import layers

image = keras.Input((16, 16, 4))
other = keras.Input((16, 16, 3))

# a list of maps that grows by what was made of it
maps = [image, image]
for _ in range(3):
    joined = layers.Concatenate()(maps)
    maps[0] = layers.Conv2D(4, 1)(joined)
    maps.append(joined)
merged = [image, image]
for _ in range(2):
    total = layers.add(merged)
    merged[1] = total

# a model takes the lists as they are when it is made
ins, outs = [image], [layers.Conv2D(5, 1)(image)]
model = keras.Model(ins, outs)
ins.append(other)
outs.append(layers.Conv2D(6, 1)(other))
layers.Add()([*model(image), layers.Conv2D(5, 1)(image)])

# a dict whose entry becomes what the model gives
latent, data = keras.Input((6, 8)), keras.Input((20, 8))
both = {"latent": latent, "data": data}
attended = layers.Dense(8)(layers.Attention()([latent, data]))
cross = keras.Model(both, layers.Add()([attended, latent]))
given = {"latent": keras.Input((6, 8)), "data": keras.Input((20, 8))}
for _ in range(2):
    given["latent"] = cross(given)
layers.Dense(3)(layers.GlobalAveragePooling1D()(given["latent"]))

# a Sequential has the layers that it was made with
parts = [layers.Dense(3)]
head = keras.Sequential(parts)
parts.append(layers.Dense(7))
layers.Add()([head(image), layers.Dense(3)(image)])
