"""As many in the one order as in the other; what becomes of one; lists of other things."""

from nets import blocks, heads, rest


def first(x):
    y = blocks(x)  # (batch, height, width, channels)
    y = heads(y)  # (batch, width, height, channels)
    return rest(y)


def second(x):
    y = blocks(x)  # [batch, rows, cols, 3]
    y = heads(y)  # [batch, rows, cols, 3] -> [batch, cols, rows, 3]
    return rest(y)  # (x, y, w, h) of each box
