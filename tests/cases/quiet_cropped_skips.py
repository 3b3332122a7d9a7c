import keras
from keras import layers

image = keras.Input((572, 572, 1))
first = layers.Conv2D(8, 3)(layers.Conv2D(8, 3)(image))
second = layers.Conv2D(16, 3)(layers.Conv2D(16, 3)(layers.MaxPooling2D()(first)))
bottom = layers.Conv2D(32, 3)(layers.Conv2D(32, 3)(layers.MaxPooling2D()(second)))


def crop_to(source, target):
    extra = [s - t for s, t in zip(source.shape[1:3], target.shape[1:3])]
    return layers.Cropping2D([(e // 2, e - e // 2) for e in extra])(source)


up = layers.UpSampling2D()(bottom)
up = layers.Concatenate()([crop_to(second, up), up])
up = layers.UpSampling2D()(layers.Conv2D(16, 3)(up))
up = layers.Concatenate()([crop_to(first, up), up])
model = keras.Model(image, layers.Conv2D(2, 1)(up))
