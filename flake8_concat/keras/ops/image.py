"""keras.ops.image, and what keras.backend does to images."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from flake8_concat.keras.arguments import shown
from flake8_concat.keras.ops.nn import is_channels_first, padding_name, unequal, windows
from flake8_concat.keras.ops.reading import (
    axes,
    need_rank,
    no_number,
    number,
    numbers,
    refuse,
    shape_of,
    size,
    sizes,
)
from flake8_concat.keras.ops.table import functions, with_values
from flake8_concat.shapes import Dim, Lose, Refusal, Refuse, Shape, is_none, product


def images_rank(shape: Shape, *ranks: int) -> Shape:
    """Refuses anything but one image or a batch of them."""
    if len(shape) not in (ranks or (3, 4)):
        wanted = " or ".join(map(str, ranks or (3, 4)))
        raise Refuse(
            Refusal.WRONG_RANK, f"needs rank {wanted}, has rank {len(shape)}: {shape}", inputs=(0,)
        )
    return shape


def _channels(shape: Shape, data_format: Any, allowed: tuple[int, ...]) -> int:
    """The axis of the channels, which must be one of `allowed`."""
    axis = -3 if is_channels_first(data_format) else -1
    if type(shape[axis]) is int and shape[axis] not in allowed:
        raise Refuse(
            Refusal.CHANNELS,
            f"needs {' or '.join(map(str, allowed))} channels, has {shape[axis]}: {shape}",
            axis=axis % len(shape),
            sizes=(shape[axis],),
            inputs=(0,),
        )
    return axis


def _sides(data_format: Any) -> tuple[int, int]:
    """The axes of height and width, from the end."""
    return (-2, -1) if is_channels_first(data_format) else (-3, -2)


@functions("images, data_format=None", "keras.ops.image keras.ops: rgb_to_grayscale")
def rgb_to_grayscale(images: Any, data_format: Any) -> Shape:
    shape = images_rank(shape_of(images))
    return shape.replace(_channels(shape, data_format, (1, 3)), 1)


@functions("images, data_format=None", "keras.ops.image keras.ops: rgb_to_hsv hsv_to_rgb")
def colors(images: Any, data_format: Any) -> Shape:
    shape = images_rank(shape_of(images))
    _channels(shape, data_format, (3,))
    return Shape(shape)


@functions(
    'images, size, interpolation="bilinear", antialias=False, crop_to_aspect_ratio=False, '
    'pad_to_aspect_ratio=False, fill_mode="constant", fill_value=0.0, data_format=None',
    "keras.ops.image keras.ops: resize",
)
def resize(
    images: Any,
    new: Any,
    interpolation: Any,
    antialias: Any,
    crop: Any,
    pad: Any,
    fill_mode: Any,
    fill_value: Any,
    data_format: Any,
) -> Shape:
    if new is None or isinstance(new, (int, float)):
        raise refuse(f"`size` must be 2 numbers, is {new}")
    wanted = sizes(new)
    if len(wanted) != 2:
        raise refuse(f"`size` must be 2 numbers, not {len(wanted)}")
    if any(type(side) is int and side <= 0 for side in wanted):
        raise refuse(f"`size` must be positive: {Shape(wanted)}")
    shape = images_rank(shape_of(images))
    if crop is True and pad is True:
        raise refuse("can either crop or pad to the aspect ratio")
    h, w = _sides(data_format)
    return shape.replace(h, wanted[0]).replace(w, wanted[1])


@functions(
    'images, transform, interpolation="bilinear", fill_mode="constant", fill_value=0, '
    "data_format=None",
    "keras.ops.image keras.ops: affine_transform",
)
def affine_transform(images: Any, transform: Any) -> Shape:
    t = shape_of(transform)
    if len(t) not in (1, 2):
        raise Refuse(
            Refusal.WRONG_RANK, f"`transform` needs rank 1 or 2, has rank {len(t)}", inputs=(1,)
        )
    return Shape(images_rank(shape_of(images)))


@functions(
    'images, start_points, end_points, interpolation="bilinear", fill_value=0, data_format=None',
    "keras.ops.image keras.ops: perspective_transform",
)
def perspective_transform(images: Any, start_points: Any, end_points: Any) -> Shape:
    shape = images_rank(shape_of(images))
    start, end = shape_of(start_points), shape_of(end_points)
    for points in (start, end):
        if len(points) not in (2, 3) or any(
            unequal(a, b) for a, b in zip(points[-2:], (4, 2), strict=True)
        ):
            raise refuse(f"the points must be (4, 2) or (N, 4, 2): {points}", inputs=(1, 2))
    if len(start) != len(end) or any(unequal(a, b) for a, b in zip(start, end, strict=True)):
        raise refuse(f"the points differ in shape: {start} and {end}", inputs=(1, 2))
    return Shape(shape)


@functions(
    "images, kernel_size=(3, 3), sigma=(1.0, 1.0), data_format=None",
    "keras.ops.image keras.ops: gaussian_blur",
)
@functions(
    'images, alpha=20.0, sigma=5.0, interpolation="bilinear", fill_mode="reflect", '
    "fill_value=0.0, seed=None, data_format=None",
    "keras.ops.image keras.ops: elastic_transform",
)
def same(images: Any) -> Shape:
    return Shape(images_rank(shape_of(images)))


@functions("images, data_format=None", "keras.ops.image keras.ops: sobel_edges")
def sobel_edges(images: Any) -> Shape:
    return Shape((*images_rank(shape_of(images), 4), 2))


@functions(
    "image1, image2, max_val=1.0, filter_size=11, filter_sigma=1.5, k1=0.01, k2=0.03, "
    "data_format=None",
    "keras.ops.image keras.ops: ssim",
)
def ssim(image1: Any, image2: Any) -> Shape:
    a = images_rank(shape_of(image1))
    images_rank(shape_of(image2))
    return Shape(() if len(a) == 3 else a[:1])


@functions(
    "images, output_shape, scale, translation, spatial_dims, method, antialias=True",
    "keras.ops.image keras.ops: scale_and_translate",
)
def scale_and_translate(images: Any, output_shape: Any) -> Shape:
    return Shape(sizes(output_shape))


@with_values("keras.ops.image keras.ops: scale_and_translate")
def scaled_of_values(
    images: Any, output_shape: Any, scale: Any, translation: Any, spatial_dims: Any
) -> Shape:
    """Along the axes that are scaled the shape that is given, the image's own along others."""
    shape, wanted = shape_of(images), sizes(output_shape)
    if len(wanted) != len(shape):
        raise Lose("some backends refuse a shape of another rank")
    for axis in axes(spatial_dims, len(shape)):
        shape = shape.replace(axis, wanted[axis])
    return shape


@functions(
    'inputs, coordinates, order, fill_mode="constant", fill_value=0',
    "keras.ops.image keras.ops: map_coordinates",
)
def map_coordinates(inputs: Any, coordinates: Any) -> Shape:
    x, c = shape_of(inputs), shape_of(coordinates)
    if len(c) < 2:
        raise Refuse(
            Refusal.WRONG_RANK,
            f"the coordinates need rank 2 or more, have rank {len(c)}",
            inputs=(1,),
        )
    if unequal(c[0], len(x)):
        raise refuse(f"needs {len(x)} coordinates, has {c[0]}", inputs=(0, 1))
    return Shape(c[1:])


_PATCHES = 'size, strides=None, dilation_rate=1, padding="valid", data_format=None'


NO_CHANNELS = "the channels must be known"


@functions(f"images, {_PATCHES}", "keras.ops.image keras.ops: extract_patches")
def extract_patches(
    images: Any, size: Any, strides: Any, dilation_rate: Any, padding: Any, data_format: Any
) -> Shape:
    n = 3 if isinstance(size, (list, tuple)) and len(size) == 3 else 2
    return _patches(shape_of(images), n, size, strides, dilation_rate, padding, data_format)


@with_values("keras.ops.image keras.ops: extract_patches")
def patches_of_values(
    images: Any, size: Any, strides: Any, dilation_rate: Any, padding: Any, data_format: Any
) -> Shape:
    return _on_values(extract_patches, images, size, strides, dilation_rate, padding, data_format)


def _on_values(
    rule: Callable[..., Shape],
    x: Any,
    size: Any,
    strides: Any,
    dilation_rate: Any,
    padding: Any,
    data_format: Any,
) -> Shape:
    """With values, no number of channels is unknown, and padding may be in capitals."""
    padding = padding.lower() if isinstance(padding, str) else padding
    if padding == "causal":
        raise refuse("`padding` must be 'valid' or 'same', not 'causal'")
    if dilation_rate == 0:
        raise refuse("`dilation_rate` must be positive, is 0")
    try:
        return rule(x, size, strides, dilation_rate, padding, data_format)
    except Refuse as refused:
        if refused.mismatch.what.startswith(NO_CHANNELS):
            raise Lose("how many channels there are is not known") from refused
        raise


@functions(f"volumes, {_PATCHES}", "keras.ops.image keras.ops: extract_patches_3d")
def extract_patches_3d(
    volumes: Any, size: Any, strides: Any, dilation_rate: Any, padding: Any, data_format: Any
) -> Shape:
    """Two sizes are those of patches of images, as Keras takes them."""
    n = 2 if isinstance(size, (list, tuple)) and len(size) == 2 else 3
    return _patches(shape_of(volumes), n, size, strides, dilation_rate, padding, data_format)


@with_values("keras.ops.image keras.ops: extract_patches_3d")
def volumes_of_values(
    volumes: Any, size: Any, strides: Any, dilation_rate: Any, padding: Any, data_format: Any
) -> Shape:
    if isinstance(size, (list, tuple)) and len(size) != 3:
        raise refuse(f"`size` must be a number or 3 of them, is {shown(size)}")
    if strides == 0:
        raise Lose("some backends take a stride of 0")
    rule = extract_patches_3d
    return _on_values(rule, volumes, size, strides, dilation_rate, padding, data_format)


def _patches(
    x: Shape, n: int, size: Any, strides: Any, dilation_rate: Any, padding: Any, data_format: Any
) -> Shape:
    """Mirrors keras.src.ops.image.ExtractPatches: a patch is all its values as channels."""
    first = is_channels_first(data_format)
    if isinstance(size, (list, tuple)) and len(size) != n:
        raise refuse(f"`size` must be a number or {n} of them, is {shown(size)}")
    images_rank(x, n + 1, n + 2)
    channels = x[-n - 1] if first else x[-1]
    if is_none(channels):
        raise refuse(f"{NO_CHANNELS}: {x}", inputs=(0,))
    kernel = numbers(size, n, "size")
    for value, name in ((strides, "strides"), (dilation_rate, "dilation_rate")):
        if isinstance(value, (list, tuple)) and len(value) not in (1, n):
            raise refuse(f"`{name}` must be a number or {n} of them, is {shown(value)}")
    if isinstance(padding, str) and padding not in ("valid", "same", "causal"):
        raise refuse(f"`padding` must be 'valid' or 'same', not {padding!r}")
    step = kernel if strides is None else numbers(strides, n, "strides")
    sides = x[-n:] if first else x[-n - 1 : -1]
    out = windows(
        Shape(sides),
        kernel,
        padding_name(padding),
        step,
        numbers(dilation_rate, n, "dilation_rate"),
    )
    values = product((*kernel, channels))
    batch = x[:1] if len(x) == n + 2 else ()
    return Shape((*batch, values, *out) if first else (*batch, *out, values))


def _amounts(given: dict[str, Any], names: tuple[str, str, str]) -> list[Dim | None]:
    """Two of (before, after, target) must be given, none of them negative."""
    values = [None if given[name] is None else size(given[name]) for name in names]
    if values.count(None) != 1:
        raise refuse(f"exactly two of {', '.join(names)} must be given")
    for name, value in zip(names, values, strict=True):
        if type(value) is int and value < 0:
            raise refuse(f"`{name}` must not be negative: {value}")
    return values


def _padded_side(n: Dim, before: Dim | None, after: Dim | None, target: Dim | None) -> Dim:
    if target is None:
        return n + before + after  # type: ignore[operator]
    rest = target - n - (before if after is None else after)  # type: ignore[operator]
    if type(rest) is int and rest < 0:
        raise refuse(f"{n} can't be padded to {target}", inputs=(0,))
    return target


def _cropped_side(n: Dim, before: Dim | None, after: Dim | None, target: Dim | None) -> Dim:
    if target is None:
        if is_none(n):
            raise refuse(
                "the target size must be given where the image's is not known", inputs=(0,)
            )
        rest = n - before - after  # type: ignore[operator]
        if type(rest) is int and rest < 0:
            raise refuse(f"{n} can't be cropped by {before} and {after}", inputs=(0,))
        return rest
    rest = n - target - (before if after is None else after)  # type: ignore[operator]
    if type(rest) is int and rest < 0:
        raise refuse(f"{n} can't be cropped to {target}", inputs=(0,))
    return target


def _cropped_of_values(n: Dim, before: Dim | None, after: Dim | None, target: Dim | None) -> Dim:
    """What is left of a size that is None is not known, to JAX no reason to refuse."""
    if target is None and is_none(n):
        return no_number(n - before - after)  # type: ignore[operator]
    if type(n) is type(target) is int and target > n:
        raise Lose("TensorFlow looks at the sizes when the model runs")
    if target is not None and before is not None:  # what is left over JAX does not count
        side = _cropped_side(n, 0, None, target)
        if type(n) is not int or type(side) is not int or type(before) is not int:
            return side
        if before + side > n:
            raise Lose("some backends crop from further up")
        return side
    return _cropped_side(n, before, after, target)


_BOX = (
    "images, top_{0}=None, left_{0}=None, bottom_{0}=None, right_{0}=None, target_height=None, "
    "target_width=None, data_format=None"
)


def _boxed(kind: str, side: Any) -> Any:
    def rule(
        images: Any,
        top: Any,
        left: Any,
        bottom: Any,
        right: Any,
        height: Any,
        width: Any,
        data_format: Any,
    ) -> Shape:
        """Mirrors keras.src.ops.image.PadImages and CropImages."""
        shape = images_rank(shape_of(images))
        given = {
            f"top_{kind}": top,
            f"bottom_{kind}": bottom,
            "target_height": height,
            f"left_{kind}": left,
            f"right_{kind}": right,
            "target_width": width,
        }
        tall = _amounts(given, (f"top_{kind}", f"bottom_{kind}", "target_height"))
        wide = _amounts(given, (f"left_{kind}", f"right_{kind}", "target_width"))
        h, w = _sides(data_format)
        return shape.replace(h, side(shape[h], *tall)).replace(w, side(shape[w], *wide))

    return rule


functions(_BOX.format("padding"), "keras.ops.image keras.ops: pad_images")(
    _boxed("padding", _padded_side)
)
functions(_BOX.format("cropping"), "keras.ops.image keras.ops: crop_images")(
    _boxed("cropping", _cropped_side)
)
with_values("keras.ops.image keras.ops: crop_images")(_boxed("cropping", _cropped_of_values))


@functions(
    'x, height_factor, width_factor, data_format, interpolation="nearest"',
    "keras.backend: resize_images",
)
def resize_images(x: Any, height_factor: Any, width_factor: Any, data_format: Any) -> Shape:
    shape = shape_of(x)
    images_rank(shape, 3, 4)
    if len(shape) != 4:
        if is_channels_first(data_format):
            images_rank(shape, 4)
        raise Lose("an image has rank 4 here")
    h, w = _sides(data_format)
    tall = shape[h] * number(height_factor, "height_factor")
    wide = shape[w] * number(width_factor, "width_factor")
    if is_none(tall) or is_none(wide):  # both are read from a tensor then
        tall, wide = no_number(tall), no_number(wide)
    return shape.replace(h, tall).replace(w, wide)


@functions(
    "x, depth_factor, height_factor, width_factor, data_format", "keras.backend: resize_volumes"
)
def resize_volumes(x: Any, depth: Any, height: Any, width: Any, data_format: Any) -> Shape:
    shape = shape_of(x)
    start = 2 if is_channels_first(data_format) else 1
    need_rank(shape, start + 3)
    for axis, factor in enumerate((depth, height, width), start):
        shape = shape.replace(axis, shape[axis] * number(factor, "factor"))
    return shape
