"""Image preprocessing (keras/src/layers/preprocessing/image_preprocessing).

Most of these layers give back what they get, whatever its rank; a dict of images, labels and
bounding boxes is taken as well.
"""

from __future__ import annotations

from typing import Any

from flake8_concat.keras.arguments import channels_first, shown, size
from flake8_concat.keras.layer import ITSELF
from flake8_concat.keras.registry import Args, layer
from flake8_concat.shapes import Dim, Lose, Refusal, Refuse, Shape, fresh_none

ABOVE_MINUS_1 = -0.9999999999999999  # the least of the numbers that RandomZoom takes
# Numbers that the constructors refuse outside of [least, most]; a pair of numbers is refused if
# its first is above or its second below.
BOUNDS: dict[str, dict[str, tuple[float, float]]] = {
    "AugMix": {"factor": (0, 1)},
    "AutoContrast": {},
    "ContrastLimitedAdaptiveHistogramEqualization": {"factor": (-1, 1)},
    "CutMix": {"factor": (0, 1)},
    "Equalization": {"factor": (-1, 1)},
    "MixUp": {"factor": (-1, 1)},
    "RandAugment": {"factor": (0, 1)},
    "RandomBrightness": {"factor": (-1, 1)},
    "RandomColorJitter": {
        "brightness_factor": (-1, 1),
        "contrast_factor": (0, 1),
        "saturation_factor": (-1, 1),
        "hue_factor": (0, 1),
    },
    "RandomContrast": {"factor": (0, 1)},
    "RandomElasticTransform": {"factor": (0, 1), "scale": (0, 1)},
    "RandomErasing": {"factor": (0, 1), "scale": (0, 1)},
    "RandomFlip": {},
    "RandomGaussianBlur": {"factor": (0, 1), "sigma": (0, 1)},
    "RandomGrayscale": {"factor": (0, 1)},
    "RandomHue": {"factor": (0, 1)},
    "RandomInvert": {"factor": (0, 1)},
    "RandomPerspective": {"factor": (0, 1), "scale": (0, 1)},
    "RandomPosterization": {"factor": (1, 8)},
    "RandomRotation": {"factor": (-1, 1)},
    "RandomSaturation": {"factor": (-1, 1)},
    "RandomSharpness": {"factor": (0, 1)},
    "RandomShear": {"x_factor": (0, 1), "y_factor": (0, 1)},
    "RandomTranslation": {"height_factor": (-1, 1), "width_factor": (-1, 1)},
    "RandomZoom": {"height_factor": (ABOVE_MINUS_1, 1), "width_factor": (ABOVE_MINUS_1, 1)},
    "Solarization": {"addition_factor": (0, 1), "threshold_factor": (0, 1)},
}

# Layers that refuse a pair if one of it lies outside.
EACH_INSIDE = frozenset(
    {"AugMix", "RandAugment", "RandomShear", "RandomTranslation", "RandomZoom", "Solarization"}
)
# Factors that may be a list of nothing.
MAY_BE_EMPTY = frozenset(
    {
        ("ContrastLimitedAdaptiveHistogramEqualization", "factor"),
        ("Equalization", "factor"),
        ("MixUp", "factor"),
        ("RandomBrightness", "factor"),
        ("RandomColorJitter", "brightness_factor"),
        ("RandomRotation", "factor"),
    }
)
# What these layers accept as words.
WORDS = {
    "fill_mode": ("reflect", "wrap", "constant", "nearest"),
    "interpolation": ("nearest", "bilinear"),
}


MORE_WORDS = {"RandomElasticTransform": ("mirror",)}
# Layers whose constructor looks at the range of the values.
CHECK_THE_RANGE = frozenset(
    {
        *("AugMix", "AutoContrast", "Equalization", "RandAugment", "RandomBrightness"),
        *("RandomColorDegeneration", "RandomPosterization", "RandomSaturation"),
        *("RandomSharpness", "Solarization"),
    }
)


def check_factors(name: str) -> Any:
    """The constructor of a layer whose factors have bounds."""
    bounds = BOUNDS.get(name, {})

    def create(args: Args) -> None:
        for factor, (least, most) in bounds.items():
            value = args.get(factor)
            if value in ((), [], {}) and (name, factor) in MAY_BE_EMPTY:
                continue
            if is_outside(value, least, most, each=name in EACH_INSIDE):
                raise Refuse(
                    Refusal.WRONG_SHAPE,
                    f"`{factor}` must lie in [{least}, {most}], is {value}",
                    recover=args,
                )

        limits = args.get("value_range")
        if name in CHECK_THE_RANGE and isinstance(limits, (list, tuple)) and len(limits) != 2:
            raise Refuse(
                Refusal.WRONG_SHAPE,
                f"`value_range` must be two numbers, is {shown(limits)}",
                recover=args,
            )
        for word, values in WORDS.items():
            value = args.get(word)
            if isinstance(value, str) and value not in (*values, *MORE_WORDS.get(name, ())):
                raise Refuse(Refusal.WRONG_SHAPE, f"`{word}` can't be {shown(value)}", recover=args)

    return create


def is_outside(value: Any, least: float, most: float, *, each: bool) -> bool:
    """Whether the constructor refuses a factor: a number, or a pair of them."""
    if isinstance(value, dict):
        return True
    if not isinstance(value, (list, tuple)):
        return isinstance(value, (int, float)) and (value < least or value > most)
    if isinstance(value, Shape) or not all(isinstance(n, (int, float)) for n in value):
        return False
    if len(value) != 2:
        return True
    first, last = value
    return bool(min(value) < least or max(value) > most if each else first > most or last < least)


def unchanged(_args: Args, x: Any) -> Any:
    """The rule of a layer that gives back what it gets, in its structure."""
    if isinstance(x, (Shape, list, tuple, dict)):
        return x
    raise Lose("what it is called on is not a tensor that can be followed")


for _name in BOUNDS:
    layer(_name, create=check_factors(_name), single=False)(unchanged)

layer("Rescaling", single=False)(unchanged)


def check_blur(args: Args) -> None:
    """The constructor of RandomGaussianBlur: an odd kernel."""
    check_factors("RandomGaussianBlur")(args)
    kernel = args.get("kernel_size")
    sides = kernel if isinstance(kernel, (list, tuple)) else (kernel,)
    if len(sides) > 2 or (isinstance(kernel, (list, tuple)) and len(sides) != 2):
        raise Refuse(Refusal.WRONG_SHAPE, f"`kernel_size` must be 2 numbers, is {shown(kernel)}")
    if any(type(side) is int and side % 2 == 0 for side in sides):
        raise Refuse(Refusal.WRONG_SHAPE, f"`kernel_size` must be odd, is {shown(kernel)}")


layer("RandomGaussianBlur", create=check_blur, single=False)(unchanged)


def check_grayscale(args: Args) -> None:
    """The constructor of RandomGrayscale, which takes no pair."""
    value = args.get("factor")
    if isinstance(value, (list, tuple)) and not isinstance(value, Shape):
        raise Refuse(Refusal.WRONG_SHAPE, f"`factor` must be one number, is {shown(value)}")
    check_factors("RandomGrayscale")(args)


@layer("RandomGrayscale", create=check_grayscale, single=False)
def random_grayscale(_args: Args, x: Any) -> Shape:
    """keras.layers.RandomGrayscale; only its `call` can take a dict."""
    return images(x)


@layer("RandomColorDegeneration", create=check_factors("RandomBrightness"), single=False)
def random_color_degeneration(args: Args, x: Any) -> Shape:
    """keras.layers.RandomColorDegeneration, which wants three channels."""
    image = images(x)
    if len(image) not in (3, 4):
        raise Refuse(
            Refusal.WRONG_RANK, f"needs rank 3 or 4, has rank {len(image)}: {image}", inputs=(0,)
        )
    axis = len(image) - 3 if channels_first(args) else len(image) - 1
    if type(image[axis]) is int and image[axis] != 3:
        raise Refuse(
            Refusal.CHANNELS,
            f"needs 3 channels, axis {axis} is {image[axis]}: {image}",
            axis=axis,
            sizes=(3, image[axis]),
            inputs=(0,),
            recover=image,
        )
    return image


def images(x: Any) -> Shape:
    """One tensor. A structure fails where the layer reads its shape."""
    if isinstance(x, Shape):
        return x
    if isinstance(x, (list, tuple, dict)):
        raise Refuse(Refusal.WRONG_SHAPE, "takes one tensor here, not a structure of them")
    raise Lose("what it is called on is not a tensor that can be followed")


# Layers that set the height and the width.


def side(args: Args, name: str) -> Dim:
    """`height` or `width`; None is a size that Keras does not know."""
    if dict.get(args, name, 0) is None:
        return fresh_none()
    value = size(args, name)
    if type(value) is int and value < 0:
        raise Refuse(Refusal.WRONG_SHAPE, f"`{name}` must not be negative, is {value}")
    return value


def with_sides(args: Args, x: Shape, axis: int) -> Shape:
    """The shape with another height at `axis` and width after it."""
    if not -len(x) <= axis < len(x) - 1:
        raise Refuse(Refusal.WRONG_RANK, f"needs rank 3 or 4, has rank {len(x)}: {x}", inputs=(0,))
    dims = list(x)
    dims[axis], dims[axis + 1] = side(args, "height"), side(args, "width")
    return Shape(dims)


def check_structure(x: Any) -> None:
    """Raises Refuse for a list of one tensor, Lose for others, of which Keras counts the axes."""
    if isinstance(x, (list, tuple)) and not isinstance(x, Shape):
        if len(x) == 1 and isinstance(x[0], Shape):
            raise Refuse(
                Refusal.WRONG_SHAPE,
                "takes 1 tensor, is called on a list of one tensor",
                remedy=ITSELF,
            )
    if isinstance(x, (list, tuple, dict)) and not isinstance(x, Shape):
        raise Lose("what is no tensor, but holds some, is not followed")


@layer("Resizing", single=False)
def resizing(args: Args, x: Any) -> Shape:
    """keras.layers.Resizing; any rank but 4 is taken for a single image."""
    check_structure(x)
    x = images(x)
    return with_sides(args, x, (len(x) == 4) + channels_first(args))


@layer("CenterCrop", single=False)
def center_crop(args: Args, x: Any) -> Shape:
    """keras.layers.CenterCrop."""
    x = images(x)
    if len(x) not in (3, 4):
        raise Refuse(Refusal.WRONG_RANK, f"needs rank 3 or 4, has rank {len(x)}: {x}", inputs=(0,))
    return with_sides(args, x, (len(x) == 4) + channels_first(args))


@layer("RandomCrop", single=False)
def random_crop(args: Args, x: Any) -> Shape:
    """keras.layers.RandomCrop, which counts its axes from the end."""
    check_structure(x)
    x = images(x)
    return with_sides(args, x, -2 if channels_first(args) else -3)


def stretched(axis: int) -> Any:
    """The rule of RandomHeight and RandomWidth of Keras 2, which leave one side open."""

    def call(_args: Args, x: Any) -> Shape:
        image = images(x)
        if len(image) < 3:
            raise Lose("what is no image is not followed")
        return image.replace(axis, fresh_none())

    return call


layer("RandomHeight", single=False)(stretched(-3))
layer("RandomWidth", single=False)(stretched(-2))


@layer("MaxNumBoundingBoxes", single=False)
def max_num_bounding_boxes(args: Args, x: Any) -> Any:
    """keras.layers.MaxNumBoundingBoxes: pads or cuts the boxes, and leaves the rest."""
    if not isinstance(x, dict) or "bounding_boxes" not in x:
        return unchanged(args, x)
    boxes = x["bounding_boxes"]
    if not isinstance(boxes, dict) or not {"boxes", "labels"} == boxes.keys():
        raise Lose("bounding boxes are followed as a dict of boxes and labels only")
    most = size(args, "max_number")
    cut = {key: cut_boxes(boxes[key], most) for key in boxes}
    return {key: cut if key == "bounding_boxes" else item for key, item in x.items()}


def cut_boxes(x: Any, most: Dim) -> Shape:
    """A shape with `most` boxes on axis 1."""
    if not isinstance(x, Shape) or len(x) < 2:
        raise Lose("bounding boxes are followed in batches only")
    return x.replace(1, most)
