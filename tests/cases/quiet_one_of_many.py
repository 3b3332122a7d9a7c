"""A join along a side among others along axis 3, of which it takes what they give apart."""

from blocks import Block, Down, head
from keras import layers


class Net(layers.Layer):
    def __init__(self):
        super().__init__()
        self.merge1, self.merge2, self.merge3 = Block(), Block(), Block()

    def call(self, first, second, third, fourth):
        merged4 = layers.concatenate([self.merge3(fourth), third], axis=3)
        merged3 = layers.concatenate([self.merge2(merged4), second], axis=3)
        merged2 = layers.concatenate([self.merge1(merged3), first], axis=3)
        boxes = [layers.Reshape((-1, 4))(head(one)) for one in (merged2, merged3)]
        small, large = layers.Reshape((-1, 4))(head(merged2)), layers.Reshape((-1, 4))(head(merged3))
        both = layers.concatenate([small, large], axis=1)
        return both, boxes


def strips(merged, first, second):
    merged = layers.concatenate([merged, first], axis=3)
    merged = layers.concatenate([merged, first], axis=3)
    merged = layers.concatenate([merged, second], axis=3)
    merged = layers.concatenate([merged, second], axis=1)
    return layers.Flatten()(merged)
