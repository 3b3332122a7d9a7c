"""The images that a network of keras.applications is made for.

Mirrors what the constructors do with `input_shape` and `input_tensor`, and
keras.src.applications.imagenet_utils.obtain_input_shape.
"""

from __future__ import annotations

from typing import Any

from flake8_concat.keras.applications_data import data
from flake8_concat.keras.graph import Tensor
from flake8_concat.keras.identifiers import ACTIVATIONS
from flake8_concat.keras.registry import Args
from flake8_concat.shapes import (
    UNKNOWN_SIZE,
    Lose,
    Refusal,
    Refuse,
    Shape,
    Size,
    Unknown,
    is_none,
)


def check_words(args: Args) -> None:
    """Refuses words for weights and for the last activation that there are none of."""
    weights, activation = args["weights"], args.get("classifier_activation")
    number = isinstance(weights, (int, float)) and bool(weights)
    if number or (isinstance(weights, str) and weights != "imagenet" and weights.isidentifier()):
        raise Refuse(
            Refusal.WRONG_SHAPE, f"`weights` must be 'imagenet', None or a file, is {weights!r}"
        )
    if not args["include_top"] or not isinstance(activation, str):
        return
    if activation not in ACTIVATIONS:
        raise Refuse(
            Refusal.WRONG_SHAPE, f"`classifier_activation`: there is no activation {activation!r}"
        )
    if weights is not None and activation not in ("softmax", "linear"):
        raise Refuse(
            Refusal.WRONG_SHAPE,
            f"with weights and the top, `classifier_activation` can't be {activation!r}",
        )


def image_shape(name: str, args: Args, *, first: bool) -> tuple[Any, ...]:
    """The shape of the images that a constructor settles on, None entries included.

    Raises Refuse where it raises. Mirrors the constructors and imagenet_utils.obtain_input_shape.
    """
    weights, top, classes = args["weights"], args["include_top"], args["classes"]
    imagenet = weights == "imagenet"
    if first and not data(name)["channels_first"]:
        raise Refuse(Refusal.WRONG_SHAPE, f"{name} does not support `channels_first`")
    if imagenet and top and type(classes) is int and classes != 1000:
        raise Refuse(
            Refusal.WRONG_SHAPE,
            f"with the weights of `imagenet` and the top, `classes` must be 1000, is {classes}",
        )
    check_words(args)
    given = args["input_shape"]
    if isinstance(given, (int, float)):
        raise Refuse(Refusal.WRONG_SHAPE, f"`input_shape` must be a tuple, is {given}")
    if given is not None and not isinstance(given, (tuple, list)):
        raise Lose("`input_shape` is not a tuple")
    tensor = dict.get(args, "input_tensor")
    if name.startswith(("MobileNetV2", "MobileNetV3")) and given and isinstance(tensor, Tensor):
        compare_widths(given, tensor, first=first)
    if name.startswith("MobileNetV3"):
        return v3_shape(given, tensor, first=first)
    if name.startswith("NASNet"):
        if imagenet and isinstance(given, tuple) and None in given:
            raise Refuse(Refusal.WRONG_SHAPE, "with weights, `input_shape` can't have a None")
        if given is None and not top and name == "NASNetMobile":
            given = (224, 224, 3)
    default = default_size(name, given, tensor, first=first)
    return obtain(given, default, data(name)["least"], first=first, top=top, imagenet=imagenet)


def compare_widths(given: Any, tensor: Tensor, *, first: bool) -> None:
    """`input_shape` and `input_tensor` must agree where these constructors look."""
    if not isinstance(tensor.shape, Shape) or len(tensor.shape) < 3 or len(given) < 2:
        return
    axis = 1 if first else 2
    have, want = tensor.shape[axis], given[1]
    differ = (type(have) is int and type(want) is int and have != want) or (
        is_none(have) and type(want) is int
    )
    if differ:
        raise Refuse(
            Refusal.WRONG_SHAPE,
            f"input_shape[1] is {want}, axis {axis} of `input_tensor` is {have}",
            axis=axis,
        )


def v3_shape(given: Any, tensor: Any, *, first: bool) -> tuple[Any, ...]:
    """MobileNetV3 has its own way."""
    if given is None and isinstance(tensor, Tensor) and isinstance(tensor.shape, Shape):
        rank = len(tensor.shape)
        if rank < (4 if first else 3):
            raise Refuse(Refusal.WRONG_RANK, f"needs images, got {tensor.shape}")
        size = tensor.shape[2:4] if first else tensor.shape[1:3]
        given = (3, *size) if first else (*size, 3)
    if given is None:
        return (3, None, None) if first else (None, None, 3)
    if len(given) == 3:
        size = given[1:] if first else given[:2]
        if all(type(each) is int for each in size) and min(size) < 32 and min(size) > 0:
            raise too_small(32, given)
    return tuple(given)


def default_size(name: str, given: Any, tensor: Any, *, first: bool) -> int:
    """The size that a constructor takes for the default; MobileNets have several."""
    size: int = data(name)["default"]
    if not name.startswith("MobileNet"):
        return size
    known = (128, 160, 192, 224) if name == "MobileNet" else (96, 128, 160, 192, 224)
    if given is not None and len(given) == 3:
        rows, cols = given[1:] if first else given[:2]
        return rows if rows == cols and rows in known else 224
    return 224


def obtain(
    given: Any, default: int, least: int, *, first: bool, top: bool, imagenet: bool
) -> tuple[Any, ...]:
    """Mirrors imagenet_utils.obtain_input_shape."""
    channels: Any = 3
    if not imagenet and given and len(given) == 3:
        channels = given[0 if first else -1]
    usual = (channels, default, default) if first else (default, default, channels)
    if imagenet and top:
        if given is not None and certain(given) and (isinstance(given, list) or given != usual):
            raise Refuse(
                Refusal.WRONG_SHAPE,
                "with the weights of `imagenet` and the top, `input_shape` must be "
                f"{usual}, is {given}",
            )
        return usual
    if given:
        if len(given) != 3:
            raise Refuse(Refusal.WRONG_RANK, f"`input_shape` must have 3 sizes, is {given}")
        size = given[1:] if first else given[:2]
        channels = given[0 if first else -1]
        if imagenet and (type(channels) is int or channels is None) and channels != 3:
            raise Refuse(
                Refusal.CHANNELS, f"the weights of `imagenet` need 3 channels, got {given}"
            )
        if any(type(each) is int and each < least for each in size):
            raise too_small(least, given)
    elif top:
        given = usual
    else:
        given = (3, None, None) if first else (None, None, 3)
    if top and None in given:
        raise Refuse(
            Refusal.UNKNOWN_WEIGHT, f"with the top, `input_shape` can't have a None, is {given}"
        )
    return tuple(UNKNOWN_SIZE if isinstance(each, Unknown) else each for each in given)


def too_small(least: int, given: Any) -> Refuse:
    """What Keras says to images that are too small."""
    return Refuse(
        Refusal.EMPTY_OUTPUT, f"images must be at least {least}x{least}, are {tuple(given)}"
    )


def certain(given: Any) -> bool:
    """Whether nothing in a shape is unknown."""
    return not any(isinstance(each, (Unknown, Size)) for each in given)
