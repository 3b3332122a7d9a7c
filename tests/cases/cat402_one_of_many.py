"""The one join along a side in a function whose others are all along axis 3."""

from blocks import Down, Up
from keras import layers


class Net(layers.Layer):
    def __init__(self):
        super().__init__()
        self.down = [Down() for _ in range(4)]
        self.up1, self.up2, self.up3, self.up4 = Up(), Up(), Up(), Up()
        self.end = layers.Conv2D(3, 1)

    def call(self, image):
        first, second, third, fourth = (down(image) for down in self.down)
        merged4 = layers.concatenate([self.up4(fourth), third], axis=3)
        merged3 = layers.concatenate([self.up3(merged4), second], axis=3)
        merged2 = layers.concatenate([self.up2(merged3), first], axis=3)
        merged1 = layers.concatenate([self.up1(merged2), image], axis=1)  # error: CAT402 "joins maps along axis 1, the height"
        return self.end(merged1)
