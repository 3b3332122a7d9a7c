import keras
from keras import ops

x = keras.Input((3, 4))
weights = ops.ones((4, 5))
a = ops.einsum("BTD,DE->BTE", x, weights)  # error: CAT139 "small letters are taken: 'btd,de->bte'"
b = ops.einsum("bTd,de->bTe", x, weights)  # error: CAT139 "the capital 'T' is not in 'de'"
c = ops.einsum("BTD,BSD->BTS", x, x)  # error: CAT139 "the capital 'S' is not in 'BTD'"
d = ops.einsum("...D,DE->...E", x, weights)  # error: CAT139 "the capital 'E'"
