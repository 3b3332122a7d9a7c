import keras
from keras import layers, ops

# Capitals are taken where every operand has them, where there are values, and by EinsumDense.
x = keras.Input((3, 4))
weights = ops.ones((4, 5))
a = ops.einsum("BTD->BDT", x)  # shape: (None, 4, 3)
b = ops.einsum("Btd,Bsd->Bts", x, x)
c = ops.einsum("btD,De->bte", x, weights)  # shape: (None, 3, 5)
d = layers.Lambda(lambda t: ops.einsum("BTD,DE->BTE", t, weights))(x)
e = layers.Lambda(lambda t: ops.einsum("...D,DE->...E", t, weights))(x)
f = ops.einsum("BTD,DE->BTE", ops.ones((2, 3, 4)), weights)
g = layers.EinsumDense("BTD,DE->BTE", output_shape=(None, 8))(x)
