"""Two sizes of a parameter in another order than elsewhere in the file, or than a call wants them."""

from keras import Input, layers
from PIL import Image


def letterbox(image, size):
    image_width, image_height = image.size
    h, w = size  # error: CAT203 "Image.new() takes size as (width, height)"
    scale = min(w / image_width, h / image_height)
    image = image.resize((int(image_width * scale), int(image_height * scale)))
    frame = Image.new("RGB", size, (128, 128, 128))
    frame.paste(image, (0, 0))
    return frame


def grids(input_shape):
    w, h = input_shape  # error: CAT203 "elsewhere input_shape is unpacked as (height, width)"
    return [Input((h // 32, w // 32, 18)), Input((h // 16, w // 16, 18))]


def small_grids(input_shape):
    h, w = input_shape
    return [Input((h // 32, w // 32, 18)), Input((h // 16, w // 16, 18))]


def patches(x, input_shape=(64, 96, 3)):
    input_w, input_h = input_shape[:2]  # error: CAT203 "height before the width"
    return layers.Reshape((input_h * input_w // 256, -1))(x)
