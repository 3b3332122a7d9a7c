"""Preprocessing of numbers and categories (keras/src/layers/preprocessing)."""

from __future__ import annotations

from typing import Any

from flake8_concat.keras.arguments import is_element, items, positive, shown, size
from flake8_concat.keras.image_preprocessing import BOUNDS
from flake8_concat.keras.layer import Layer, single
from flake8_concat.keras.registry import Args, InputSpec, layer
from flake8_concat.keras.running import refused_by_itself
from flake8_concat.shapes import (
    UNKNOWN_SIZE,
    Dim,
    Known,
    Lose,
    Refusal,
    Refuse,
    Shape,
    Unknown,
    is_none,
)

ENCODINGS = ("one_hot", "multi_hot", "count")
# Old words that Keras still takes.
OLD_MODES = {"binary": "multi_hot", "tf-idf": "tf_idf"}


def word(args: Args, name: str) -> str:
    """An argument that is one of some words. Raises Refuse for a number or None."""
    value = args[name]
    if isinstance(value, str):
        return value
    if value is None or isinstance(value, (int, float)):
        raise Refuse(Refusal.WRONG_SHAPE, f"`{name}` can't be {value}")
    raise Lose(f"`{name}` is not known")


def mode_of(args: Args, *modes: str) -> str:
    """`output_mode`, one of `modes`. Raises Refuse for another word."""
    mode = word(args, "output_mode")
    mode = OLD_MODES.get(mode, mode) if "multi_hot" in modes else mode
    if mode not in modes:
        raise Refuse(Refusal.WRONG_SHAPE, f"`output_mode` is {mode!r}, not one of {modes}")
    return mode


def squeezed(x: Shape) -> Shape:
    """Without a last axis of 1, if it is not the only one; as for one-hot codes."""
    return Shape(x[:-1]) if len(x) > 1 and x[-1] == 1 else x


def uncertain_one(x: Shape) -> bool:
    """Whether the last axis may be 1 or not."""
    return len(x) > 1 and type(x[-1]) is not int and not is_none(x[-1])


def encoded(x: Shape, mode: str, depth: Dim) -> Shape:
    """A code for each element, or for all elements of the last axis."""
    if mode != "one_hot":
        return Shape((*x[:-1], depth))
    if uncertain_one(x):
        raise Lose("whether the last axis is 1 is not known")
    return Shape((*squeezed(x), depth))


# Categories.


def check_tokens(args: Args) -> None:
    """The constructor of CategoryEncoding."""
    tokens = args.get("num_tokens")
    if tokens is None:
        raise Refuse(Refusal.WRONG_SHAPE, "`num_tokens` must be given")
    fraction = isinstance(tokens, float) and tokens >= 1  # it fails where it is called
    if not (fraction or is_element(tokens)):
        positive(args, "num_tokens")
    mode_of(args, *ENCODINGS)


@layer("CategoryEncoding", create=check_tokens, bare=True)
def category_encoding(args: Args, x: Shape) -> Shape:
    """keras.layers.CategoryEncoding."""
    return encoded(x, mode_of(args, *ENCODINGS), size(args, "num_tokens"))


def check_bins(args: Args) -> None:
    """The constructor of Discretization."""
    mode = mode_of_bins(args)
    if mode == "int" and args.get("sparse") is True:
        raise Refuse(Refusal.WRONG_SHAPE, "`sparse` goes with codes, not with integers")
    bins, boundaries = args.get("num_bins"), args.get("bin_boundaries")
    if isinstance(bins, (int, float)) and bins < 0:
        raise Refuse(Refusal.WRONG_SHAPE, f"`num_bins` must not be negative, is {bins}")
    if bins is None and boundaries is None:
        raise Refuse(Refusal.WRONG_SHAPE, "`num_bins` or `bin_boundaries` must be given")
    if type(bins) is int and isinstance(boundaries, (list, tuple)):
        raise Refuse(Refusal.WRONG_SHAPE, "`num_bins` and `bin_boundaries` are both given")


def mode_of_bins(args: Args) -> str:
    """`output_mode` of layers that give integers or codes."""
    mode = word(args, "output_mode")
    if mode not in ("int", *ENCODINGS):
        raise Refuse(Refusal.WRONG_SHAPE, f"`output_mode` is {mode!r}")
    return mode


@layer("Discretization", create=check_bins, bare=True)
def discretization(args: Args, x: Shape) -> Shape:
    """keras.layers.Discretization; codes of more than one axis lose the second."""
    mode = mode_of_bins(args)
    if mode == "int":
        return x
    boundaries = dict.get(args, "bin_boundaries")
    if boundaries is None:
        depth = size(args, "num_bins")
    elif isinstance(boundaries, Unknown):
        depth = UNKNOWN_SIZE
    else:
        depth = len(items(boundaries, "bin_boundaries")) + 1
    if mode == "one_hot":
        return encoded(x, mode, depth)
    return Shape((x[0], *x[2:], depth)) if len(x) > 1 else Shape((depth,))


def check_hashing(args: Args) -> None:
    """The constructor of Hashing."""
    bins = args.get("num_bins", 0)
    if bins is None:
        raise Refuse(Refusal.WRONG_SHAPE, "`num_bins` must be given")
    if not (is_element(bins) or (isinstance(bins, float) and not bins <= 0)):  # nan is taken
        positive(args, "num_bins")
    salt = args.get("salt")
    pair = isinstance(salt, (list, tuple)) and len(salt) == 2
    if isinstance(salt, (str, float)) or (isinstance(salt, (list, tuple)) and not pair):
        raise Refuse(
            Refusal.WRONG_SHAPE, f"`salt` must be an integer or two of them, is {shown(salt)}"
        )
    mode, dtype = mode_of_bins(args), args.get("dtype")
    if mode == "int" and isinstance(dtype, str) and dtype not in ("int32", "int64"):
        raise Refuse(Refusal.WRONG_SHAPE, f"`dtype` must be int32 or int64, is {dtype!r}")
    check_sparse_codes(args, mode)


def check_sparse_codes(args: Args, mode: str) -> None:
    """Integers can't be sparse."""
    if mode == "int" and args.get("sparse") is True:
        raise Refuse(Refusal.WRONG_SHAPE, "`sparse` goes with codes, not with integers")


@layer("Hashing", create=check_hashing, bare=True)
def hashing(args: Args, x: Shape) -> Shape:
    """keras.layers.Hashing: the shape as Keras says it, which puts codes on the last axis."""
    if mode_of_bins(args) == "int":
        return x
    return Shape((*x[:-1], size(args, "num_bins")))


def check_crossing(args: Args) -> None:
    """The constructor of HashedCrossing."""
    mode = args["output_mode"]
    if isinstance(mode, str) and mode not in ("int", "one_hot"):
        raise Refuse(Refusal.WRONG_SHAPE, f"`output_mode` is {mode!r}")


@layer("HashedCrossing", create=check_crossing, single=False)
def hashed_crossing(args: Args, x: Any) -> Shape:
    """keras.layers.HashedCrossing: two tensors whose last axes are alike."""
    if isinstance(x, Shape) or not isinstance(x, (list, tuple)):
        if isinstance(x, (Shape, dict)):
            raise Refuse(Refusal.NOT_A_LIST, "takes a list of 2 tensors")
        raise Lose("what it is called on is not a list that can be followed")
    if len(x) != 2:
        raise Refuse(Refusal.WRONG_SHAPE, f"takes a list of 2 tensors, not {len(x)}")
    a, b = x
    if not isinstance(a, Shape) or not isinstance(b, Shape):
        raise Lose("what it is called on are not tensors that can be followed")
    if not a or not b:
        raise Refuse(Refusal.WRONG_RANK, "takes tensors of rank 1 and more")
    numbers = type(a[-1]) is int and type(b[-1]) is int and a[-1] != b[-1]
    if (
        numbers
        or (type(a[-1]) is int and is_none(b[-1]))
        or (is_none(a[-1]) and type(b[-1]) is int)
    ):
        raise Refuse(
            Refusal.SHAPES_DIFFER,
            f"the last axis is {a[-1]} vs {b[-1]}: {a} and {b}",
            sizes=(a[-1], b[-1]),
            inputs=(0, 1),
        )
    if args["output_mode"] == "int":
        return a
    bins = size(args, "num_bins")
    if type(a[-1]) is not int and not is_none(a[-1]):
        raise Lose("whether the last axis is 1 is not known")
    return Shape((*a[:-1], bins)) if a[-1] == 1 else Shape((*a, bins))


# Numbers.


def axes_of(args: Args) -> tuple[Any, ...]:
    """The axes that Normalization keeps apart."""
    axis = args["axis"]
    if axis is None:
        return ()
    return tuple(items(axis, "axis")) if isinstance(axis, (list, tuple)) else (axis,)


def dims_of(value: Any) -> tuple[int, ...] | None:
    """The shape of a constant: numbers in lists, or an array, which stands here as its shape."""
    if isinstance(value, Shape):
        known = tuple(size for size in value if isinstance(size, int))
        return known if len(known) == len(value) else None
    if isinstance(value, (int, float)):
        return ()
    if not isinstance(value, (list, tuple)) or getattr(value, "blur", None) is not None:
        return None
    inner = {dims_of(item) for item in value}
    if len(inner) > 1 or None in inner:
        return None
    tail = inner.pop() if inner else ()
    return None if tail is None else (len(value), *tail)


def check_moments(args: Args) -> None:
    """The constructor of Normalization."""
    mean, variance = args.get("mean"), args.get("variance")
    if isinstance(mean, Unknown) or isinstance(variance, Unknown):
        return
    if (mean is None) != (variance is None):
        raise Refuse(Refusal.WRONG_SHAPE, "`mean` and `variance` go together")
    a, b = dims_of(mean), dims_of(variance)
    if a is None or b is None:
        return
    if a != b:
        raise Refuse(
            Refusal.SHAPES_DIFFER, f"`mean` has shape {a}, `variance` has shape {b}", recover=args
        )
    axes = axes_of(args)
    if len(a) > len(axes):
        raise Refuse(
            Refusal.WRONG_RANK, f"`mean` has rank {len(a)} for {len(axes)} axes", recover=args
        )


def normalization_built(args: Args, x: Shape) -> InputSpec:
    """Normalization.build: the kept axes must exist and be known."""
    rank = len(x)
    kept: list[int] = []
    for axis in axes_of(args):
        if type(axis) is not int:
            raise Lose("`axis` is not known")
        if not -rank <= axis < rank:
            raise Refuse(
                Refusal.WRONG_SHAPE,
                f"axis {axis} is out of range for rank {rank}: {x}",
                inputs=(0,),
                recover=x,
            )
        kept.append(axis % rank)
    kept.sort()
    for axis in kept:
        if is_none(x[axis]):
            raise Refuse(
                Refusal.UNKNOWN_WEIGHT,
                f"the size of axis {axis} must be known: {x}",
                axis=axis,
                inputs=(0,),
                recover=x,
            )
    if len(set(kept)) < len(kept):
        check_twice(args, x, kept)
    sizes = dims_of(args["mean"]) or ()
    for length, axis in zip(reversed(sizes), reversed(kept), strict=False):
        found = x[axis]
        if length != 1 and type(found) is int and found != length:
            raise Refuse(
                Refusal.SHAPES_DIFFER,
                f"`mean` has {length} values for axis {axis}, which is {found}: {x}",
                axis=axis,
                sizes=(length, found),
                inputs=(0,),
                recover=x,
            )
    return InputSpec()


def check_twice(args: Args, x: Shape, kept: list[int]) -> None:
    """An axis that is named twice: the learned moments can't be put back into shape."""
    for axis in {axis for axis in kept if kept.count(axis) > 1}:
        if args["mean"] is None and type(x[axis]) is int and x[axis] != 1:
            raise Refuse(
                Refusal.WRONG_SHAPE, f"`axis` names axis {axis} twice", axis=axis, recover=x
            )


def one_tensor_built(args: Args, inputs: Any) -> InputSpec:
    """With moments of one number Keras never looks at what it is called on."""
    if args["axis"] is None and not isinstance(inputs, Shape):
        return InputSpec()
    return normalization_built(args, single(inputs, bare=True))


@layer("Normalization", create=check_moments, built=one_tensor_built, single=False)
def normalization(_args: Args, inputs: Any) -> Any:
    """keras.layers.Normalization: the shape stays."""
    return inputs


# Pipeline.

# Layers that say one shape and compute another in some modes; in a Pipeline Keras computes.
COMPUTED = frozenset(
    {
        "CategoryEncoding",
        "Discretization",
        "Hashing",
        "HashedCrossing",
        "StringLookup",
        "IntegerLookup",
        "TextVectorization",
        "MelSpectrogram",
        "STFTSpectrogram",
    }
)
IMAGES = frozenset({*BOUNDS, "Resizing", "CenterCrop", "RandomCrop", "MaxNumBoundingBoxes"})


@layer("Pipeline", single=False)
def pipeline(args: Args, x: Any) -> Any:
    """keras.layers.Pipeline: its layers are called one after the other."""
    steps = items(args["layers"], "layers")
    if not steps:
        raise Refuse(Refusal.WRONG_SHAPE, "has no layers")
    for step in steps:
        if not hasattr(step, "outcome"):
            raise Lose("a step of the Pipeline is not a layer that can be followed")
        if isinstance(step, Layer):
            check_step(step.type.name, x)
        outcome = step.outcome((x,), {})
        if isinstance(outcome, Unknown):
            raise Lose(outcome.why)
        if not isinstance(outcome, Known):
            if isinstance(step, Layer) and refused_by_itself(step, outcome, (x,)):
                raise Lose(f"what {step.name} gives where it runs is not known")
            raise Refuse(outcome.refusal, f"in {step.name}: {outcome.what}", inputs=(0,))
        x = outcome.result
    return x


def check_step(name: str, x: Any) -> None:
    """What a layer computes is not always what it says."""
    if name in COMPUTED:
        raise Lose(f"{name} in a Pipeline is not followed")
    if name in IMAGES and (not isinstance(x, Shape) or len(x) not in (3, 4)):
        raise Lose(f"{name} in a Pipeline is followed on images only")
