"""The one join along a side in a function whose others are all along axis 3."""

from blocks import Block, Down
from keras import layers


class Net(layers.Layer):
    def __init__(self):
        super().__init__()
        self.down = [Down() for _ in range(4)]
        self.merge1, self.merge2, self.merge3, self.merge4 = Block(), Block(), Block(), Block()
        self.end = layers.Conv2D(3, 1)

    def call(self, image):
        first, second, third, fourth = (down(image) for down in self.down)
        merged4 = layers.concatenate([self.merge4(fourth), third], axis=3)
        merged3 = layers.concatenate([self.merge3(merged4), second], axis=3)
        merged2 = layers.concatenate([self.merge2(merged3), first], axis=3)
        merged1 = layers.concatenate([self.merge1(merged2), image], axis=1)  # error: CAT402 "joins maps along axis 1, the height"
        return self.end(merged1)
