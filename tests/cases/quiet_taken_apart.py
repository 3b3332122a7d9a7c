"""An `input_shape` with the width first, of which the parts are taken as such."""

import keras
from nets import make

width, height = 320, 240
input_shape = (width, height, 3)
network = make(input_shape, 10)
picture = keras.utils.load_img("a.png", target_size=(input_shape[1], input_shape[0]))
