"""tf.image."""

from __future__ import annotations

from typing import Any

from flake8_concat.keras.joining import broadcast_shapes, differ
from flake8_concat.keras.ops.image import images_rank
from flake8_concat.keras.ops.nn import window
from flake8_concat.keras.ops.reading import (
    flag,
    need_rank,
    no_number,
    open_like,
    refuse,
    shape_of,
    size,
    sizes,
)
from flake8_concat.keras.ops.table import functions
from flake8_concat.shapes import (
    UNKNOWN_SIZE,
    Dim,
    Lose,
    Refusal,
    Refuse,
    Shape,
    fresh_none,
    is_none,
    is_number,
    product,
)

# Images stay as large as they are.
SAME: dict[str, tuple[str, ...]] = {
    "image, delta": ("tf.image: adjust_brightness",),
    "images, contrast_factor": ("tf.image: adjust_contrast",),
    "image, gamma=1, gain=1": ("tf.image: adjust_gamma",),
    "image, delta, name=None": ("tf.image: adjust_hue",),
    "image, saturation_factor, name=None": ("tf.image: adjust_saturation",),
    "image, dtype, saturate=False, name=None": ("tf.image: convert_image_dtype",),
    "image, max_delta, seed=None": ("tf.image: random_brightness random_hue",),
    "image, lower, upper, seed=None": ("tf.image: random_contrast random_saturation",),
    "image, max_delta, seed": ("tf.image: stateless_random_brightness stateless_random_hue",),
    "image, lower, upper, seed": ("tf.image: stateless_random_contrast",),
}


def same(image: Any) -> Shape:
    if not isinstance(image, Shape):
        raise Lose("a number or a list is no image")
    return Shape(image)


for _signature, _names in SAME.items():
    functions(_signature, *_names)(same)


@functions("image", "tf.image: flip_left_right flip_up_down")
@functions("image, seed=None", "tf.image: random_flip_left_right random_flip_up_down")
@functions(
    "image, seed", "tf.image: stateless_random_flip_left_right stateless_random_flip_up_down"
)
def flip(image: Any) -> Shape:
    return Shape(images_rank(shape_of(image)))


@functions("image", "tf.image: per_image_standardization")
def per_image_standardization(image: Any) -> Shape:
    shape = shape_of(image)
    need_rank(shape, 3)
    return Shape(shape)


@functions("images, name=None", "tf.image: rgb_to_hsv hsv_to_rgb")
def colors(images: Any) -> Shape:
    shape = shape_of(images)
    need_rank(shape, 1)
    if type(shape[-1]) is int and shape[-1] != 3:
        raise Refuse(Refusal.CHANNELS, f"needs 3 channels, has {shape[-1]}: {shape}", inputs=(0,))
    return shape.replace(-1, 3)


def _sides(shape: Shape, height: Dim, width: Dim) -> Shape:
    return shape.replace(-3, height).replace(-2, width)


METHODS = (
    *("bilinear", "nearest", "bicubic", "area", "lanczos3", "lanczos5", "gaussian"),
    "mitchellcubic",
)


@functions(
    'images, size, method="bilinear", preserve_aspect_ratio=False, antialias=False, name=None',
    "tf.image: resize resize_images_v2",
)
def resize(images: Any, new: Any, method: Any, preserve_aspect_ratio: Any) -> Shape:
    shape = images_rank(shape_of(images))
    if type(new) is int:
        raise refuse(f"`size` must be 2 numbers, is {new}")
    if isinstance(method, str) and method not in METHODS:
        raise refuse(f"`method` must be one of {', '.join(METHODS)}, not {method!r}")
    wanted = sizes(new)
    if len(wanted) != 2:
        raise refuse(f"`size` must be 2 numbers, not {len(wanted)}")
    if flag(preserve_aspect_ratio):
        raise Lose("what the aspect ratio makes of the size is not known")
    return _sides(shape, wanted[0], wanted[1])


@functions(
    'images, size, method="bilinear", align_corners=False, preserve_aspect_ratio=False, name=None',
    "tf.image: resize_images",
)
def resize_images(
    images: Any, new: Any, method: Any, align_corners: Any, preserve_aspect_ratio: Any
) -> Shape:
    """Of TensorFlow 1, and of `tf.compat.v1`."""
    return resize(images, new, method, preserve_aspect_ratio)


@functions(
    "images, size, align_corners=False, name=None, half_pixel_centers=False",
    "tf.image: resize_bilinear resize_nearest_neighbor resize_bicubic",
)
@functions("images, size, align_corners=False, name=None", "tf.image: resize_area")
def resize_old(images: Any, new: Any) -> Shape:
    return resize(images, new, None, preserve_aspect_ratio=False)


@functions(
    'image, target_height, target_width, method="bilinear", antialias=False',
    "tf.image: resize_with_pad",
)
@functions(
    "image, target_height, target_width",
    "tf.image: resize_with_crop_or_pad resize_image_with_crop_or_pad",
)
def to_size(image: Any, target_height: Any, target_width: Any) -> Shape:
    return _sides(images_rank(shape_of(image)), size(target_height), size(target_width))


@functions(
    "image, offset_height, offset_width, target_height, target_width",
    "tf.image: crop_to_bounding_box",
)
def crop_to_bounding_box(image: Any, top: Any, left: Any, height: Any, width: Any) -> Shape:
    shape = images_rank(shape_of(image))
    for axis, offset, target in ((-3, top, height), (-2, left, width)):
        start, length, n = size(offset), size(target), shape[axis]
        for value in (start, length):
            if type(value) is int and value < 0:
                raise refuse(f"an offset or target is negative: {value}", inputs=(0,))
        end = start + length
        if type(end) is int and type(n) is int and end > n:
            raise refuse(f"{start} + {length} is more than the image's {n}", inputs=(0,))
    return _sides(shape, size(height), size(width))


@functions(
    "image, offset_height, offset_width, target_height, target_width",
    "tf.image: pad_to_bounding_box",
)
def pad_to_bounding_box(image: Any, top: Any, left: Any, height: Any, width: Any) -> Shape:
    shape = images_rank(shape_of(image))
    for axis, offset, target in ((-3, top, height), (-2, left, width)):
        rest = size(target) - size(offset) - shape[axis]
        if type(rest) is int and rest < 0:
            raise refuse(f"the image's {shape[axis]} does not fit in {target}", inputs=(0,))
    return _sides(shape, size(height), size(width))


@functions("image, central_fraction", "tf.image: central_crop")
def central_crop(image: Any, central_fraction: Any) -> Shape:
    """tf.image.central_crop, with its way of rounding."""
    if not isinstance(central_fraction, (int, float)):
        raise Lose("`central_fraction` is not known")
    if not 0 < central_fraction <= 1:
        raise refuse(f"`central_fraction` must be in (0, 1], not {central_fraction}")
    if central_fraction == 1:
        return Shape(shape_of(image))
    shape = images_rank(shape_of(image))
    sides: list[Dim] = []
    for n in shape[-3:-1]:
        if type(n) is int:
            sides.append(n - 2 * int((n - n * float(central_fraction)) / 2))
        else:
            sides.append(open_like(n))
    return _sides(shape, sides[0], sides[1])


@functions("value, size, seed=None, name=None", "tf.image: random_crop", "tf: random_crop")
@functions("value, size, seed, name=None", "tf.image: stateless_random_crop")
def random_crop(value: Any, new: Any) -> Shape:
    return Shape(sizes(new))


@functions("images, name=None", "tf.image: rgb_to_grayscale")
def rgb_to_grayscale(images: Any) -> Shape:
    shape = shape_of(images)
    need_rank(shape, 1)
    if all(type(dim) is int for dim in shape) and shape[-1] != 3:
        raise Refuse(Refusal.CHANNELS, f"needs 3 channels, has {shape[-1]}: {shape}", inputs=(0,))
    return shape.replace(-1, 1)


@functions("images", "tf.image: rgb_to_yiq rgb_to_yuv yiq_to_rgb yuv_to_rgb")
def other_colors(images: Any) -> Shape:
    """A product with a 3 by 3 matrix, whose size TensorFlow checks where it knows all sizes."""
    return rgb_to_grayscale(images).replace(-1, 3)


@functions("images, name=None", "tf.image: grayscale_to_rgb")
def grayscale_to_rgb(images: Any) -> Shape:
    shape = shape_of(images)
    if len(shape) < 3:
        raise Lose("an image needs rank 3")
    if type(shape[-1]) is int and shape[-1] != 1:
        raise Refuse(Refusal.CHANNELS, f"needs 1 channel, has {shape[-1]}: {shape}", inputs=(0,))
    return shape.replace(-1, 3)


@functions("image, k=1, name=None", "tf.image: rot90")
def rot90(image: Any) -> Shape:
    """tf.image.rot90, which looks at the number of turns when the model runs."""
    shape = images_rank(shape_of(image))
    height, width = shape[-3], shape[-2]
    if height == width and is_number(height):
        return Shape(shape)
    told = all(type(side) is int or is_none(side) for side in (height, width))
    return _sides(shape, *((fresh_none(), fresh_none()) if told else (UNKNOWN_SIZE, UNKNOWN_SIZE)))


@functions("image, name=None", "tf.image: transpose")
def transpose(image: Any) -> Shape:
    shape = images_rank(shape_of(image))
    return _sides(shape, shape[-2], shape[-3])


def _window(n: Dim, kernel: Dim, padding: str, stride: Dim, rate: Dim) -> Dim:
    """As `nn.window`; no patch at all is a size of 0 here, for TensorFlow divides towards zero."""
    room = n - (kernel - 1) * rate - 1 + stride
    if padding == "valid" and type(room) is int and type(stride) is int and abs(room) < stride:
        return 0
    return window(n, kernel, padding, stride, rate)


@functions("images, sizes, strides, rates, padding, name=None", "tf.image: extract_patches")
@functions(
    "images, ksizes=None, strides=None, rates=None, padding=None, name=None, sizes=None",
    "tf: extract_image_patches",
)
def extract_patches(images: Any, ksizes: Any, strides: Any, rates: Any, padding: Any) -> Shape:
    shape = images_rank(shape_of(images), 4)
    k, s, r = sizes(ksizes), sizes(strides), sizes(rates)
    if not len(k) == len(s) == len(r) == 4:
        raise refuse("sizes, strides and rates must be 4 numbers each")
    if not isinstance(padding, str):
        raise Lose("`padding` is not known")
    unknown = is_none(shape[1]) or is_none(shape[2])
    sides = [
        fresh_none()
        if unknown and not is_none(shape[i])
        else _window(shape[i], k[i], padding.lower(), s[i], r[i])
        for i in (1, 2)
    ]
    if any(map(is_none, sides)):  # of one unknown TensorFlow makes two, and looks at neither
        sides = [no_number(side) for side in sides]
    return Shape((shape[0], *sides, product((k[1], k[2], shape[3]))))


@functions(
    'image, boxes, box_indices, crop_size, method="bilinear", extrapolation_value=0.0, name=None',
    "tf.image: crop_and_resize",
)
def crop_and_resize(image: Any, boxes: Any, box_indices: Any, crop_size: Any) -> Shape:
    """A crop for each box."""
    shape = images_rank(shape_of(image), 4)
    count, side = shape_of(boxes), sizes(crop_size)
    indices = shape_of(box_indices)
    need_rank(count, 1)
    n = indices[0] if indices and is_none(count[0]) else count[0]
    return Shape((n, *side, shape[3]))


@functions("image", "tf.image: sobel_edges")
def sobel_edges(image: Any) -> Shape:
    return Shape((*images_rank(shape_of(image), 4), 2))


@functions("image", "tf.image: image_gradients")
def image_gradients(image: Any) -> tuple[Shape, Shape]:
    shape = images_rank(shape_of(image), 4)
    return Shape(shape), Shape(shape)


@functions("a, b, max_val, name=None", "tf.image: psnr")
@functions(
    "img1, img2, max_val, filter_size=11, filter_sigma=1.5, k1=0.01, k2=0.03, "
    "return_index_map=False",
    "tf.image: ssim",
)
@functions(
    "img1, img2, max_val, power_factors=(0.0448, 0.2856, 0.3001, 0.2363, 0.1333), "
    "filter_size=11, filter_sigma=1.5, k1=0.01, k2=0.03",
    "tf.image: ssim_multiscale",
)
def similarity(a: Any, b: Any) -> Shape:
    """A number an image."""
    x, y = shape_of(a), shape_of(b)
    need_rank(x, 3)
    need_rank(y, 3)
    for m, n in zip(x[-3:], y[-3:], strict=True):
        if differ(m, n):
            raise refuse(f"the images differ in size: {x} and {y}", inputs=(0, 1))
    return broadcast_shapes(Shape(x[:-3]), Shape(y[:-3]))


@functions("images, name=None", "tf.image: total_variation")
def total_variation(images: Any) -> Shape:
    shape = images_rank(shape_of(images))
    return Shape(shape[:1] if len(shape) == 4 else ())


@functions(
    "boxes, scores, max_output_size, iou_threshold=0.5, score_threshold=-inf, name=None",
    "tf.image: non_max_suppression",
)
def non_max_suppression(boxes: Any, scores: Any) -> Shape:
    return Shape((fresh_none(),))


@functions(
    "boxes, scores, max_output_size_per_class, max_total_size, iou_threshold=0.5, "
    "score_threshold=-inf, pad_per_class=False, clip_boxes=True, name=None",
    "tf.image: combined_non_max_suppression",
)
def combined_non_max_suppression(
    boxes: Any, scores: Any, per_class: Any, total: Any, iou: Any, least: Any, pad_per_class: Any
) -> tuple[Shape, ...]:
    batch = shape_of(boxes)[0]
    if flag(pad_per_class):
        raise Lose("how many boxes are left is not known")
    n = size(total)
    return Shape((batch, n, 4)), Shape((batch, n)), Shape((batch, n)), Shape((batch,))
