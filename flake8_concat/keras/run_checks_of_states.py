"""States, masks and words that layers look at only where they run: the rules of run_checks.py."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from flake8_concat.keras.arguments import shown
from flake8_concat.keras.conv_lstm import output_sizes
from flake8_concat.keras.layer import Layer
from flake8_concat.keras.recurrent import CELLS, LAYER_STATES
from flake8_concat.shapes import Mismatch, Refusal, Shape

Said = Mismatch | None
Given = Mapping[str, Any]


def differ(*sizes: Any) -> bool:
    """Whether sizes can't be brought together, even by repeating those of 1."""
    return all(type(n) is int for n in sizes) and len({n for n in sizes if n != 1}) > 1


def others(*sizes: Any) -> bool:
    """Whether sizes are known and not all the same."""
    return all(type(n) is int for n in sizes) and len(set(sizes)) > 1


def whole(shapes: Iterable[Any], rank: int) -> bool:
    """Whether all are Shapes of one rank."""
    return all(isinstance(shape, Shape) and len(shape) == rank for shape in shapes)


# States.


def kept(x: Shape, states: Sequence[Any], sizes: Sequence[Any]) -> Said:
    """Each state has a row for each sample, and a number for each unit."""
    for state, units in zip(states, sizes, strict=False):
        if not isinstance(state, Shape) or len(state) < 2 or type(units) is not int:
            return None
        if others(state[-1], units):
            what = f"a state must be (batch, {units}), is {state}"
            remedy = f"{state[1]} units would fit, or Dense({units}) of the state"
            fits = remedy if len(state) == 2 else None
            return Mismatch(Refusal.WRONG_SHAPE, what, remedy=fits)
        if len(state) > 2:
            return None
        if differ(state[0], x[0]):
            what = f"the states have {state[0]} rows, the batch has {x[0]}"
            return Mismatch(Refusal.WRONG_SHAPE, what)
    return None


def listed(states: Any) -> list[Any]:
    """The states, one or a list of them; none if they are not known."""
    if isinstance(states, Shape):
        return [states]
    return [*states] if isinstance(states, (list, tuple)) else []


def stepped(args: Given, given: Given) -> Said:
    """RNN: the states of its cell, or one for each of a stack of cells that keep one."""
    x: Any = given.get("sequences")
    states, cell = listed(given.get("initial_state")), args.get("cell")
    cells: Any = cell if isinstance(cell, (list, tuple)) else [cell]
    if isinstance(cell, Layer) and cell.type.name == "StackedRNNCells":
        found = cell.args.get("cells")
        cells = found if isinstance(found, (list, tuple)) else []
    if not whole((x,), 3) or not states:
        return None
    if not all(isinstance(one, Layer) and one.type.name in CELLS for one in cells):
        return None
    counts = [CELLS[one.type.name] or 1 for one in cells]
    if len(cells) > 1 and {*counts} != {1}:
        return None
    units = [one.args.get("units") for one, count in zip(cells, counts, strict=True)] * counts[0]
    return kept(x, states, units)


# How Bidirectional brings its two directions together, where that needs equal sizes.
MERGED = {"sum": "added", "mul": "multiplied", "ave": "averaged"}


def both_ways(args: Given, given: Given) -> Said:
    """Bidirectional: the states of both directions, and whether their outputs can be merged."""
    x, forward, backward = given.get("sequences"), args.get("layer"), args.get("backward_layer")
    backward = forward if backward is None else backward
    if not (isinstance(forward, Layer) and isinstance(backward, Layer) and whole((x,), 3)):
        return None
    names = {forward.type.name, backward.type.name}
    if not names <= LAYER_STATES.keys():
        return None
    one, two = forward.args.get("units"), backward.args.get("units")
    mode = args.get("merge_mode")
    if mode in MERGED and differ(one, two):
        what = f"the two directions have {one} and {two} units and can't be {MERGED[mode]}"
        return Mismatch(Refusal.SHAPES_DIFFER, what, remedy="merge_mode='concat' takes both")
    states = listed(given.get("initial_state"))
    if len(names) > 1 or len(states) < 2 or not all(isinstance(s, Shape) for s in states):
        return None
    count = LAYER_STATES[forward.type.name]
    if len(states) != 2 * count:
        what = f"has {2 * count} states, {count} each way, is given {len(states)}"
        return Mismatch(Refusal.WRONG_SHAPE, what)
    return kept(x, states, [one] * count + [two] * count)  # type: ignore[arg-type]


def convolved(args: Given, given: Given) -> Said:
    """ConvLSTM: a state is as large as what goes out."""
    x, states = given.get("sequences"), listed(given.get("initial_state"))
    if args.get("data_format") != "channels_last" or not isinstance(x, Shape):
        return None
    rank = len(args.get("kernel_size") or ()) + 2
    if len(x) != rank + 1 or not whole(states, rank):
        return None
    wanted = Shape((x[0], *output_sizes(args, x), args.get("filters")))  # type: ignore[arg-type]
    for state in states:
        if any(others(n, size) for n, size in zip(state[1:], wanted[1:], strict=True)):
            return Mismatch(Refusal.WRONG_SHAPE, f"a state must be {wanted}, is {state}")
    return None


# Masks.


def masked_scores(given: Given, query: Shape, value: Shape) -> Said:
    """Attention and AdditiveAttention: a mask for the query, and one for the value."""
    masks = given.get("mask")
    if not isinstance(masks, (list, tuple)) or isinstance(masks, Shape):
        return None
    for mask, name, steps in zip(masks, ("query", "value"), (query[1], value[1]), strict=False):
        if whole((mask,), 2) and differ(mask[1], steps) and mask[1] != 1:
            what = f"the mask of the {name} has {mask[1]} steps, the {name} has {steps}"
            return Mismatch(Refusal.NO_BROADCAST, what)
    return None


def masked_heads(given: Given, query: Shape, value: Shape) -> Said:
    """MultiHeadAttention and GroupQueryAttention: a mask says which steps look at which."""
    for name in ("value_mask", "key_mask"):
        mask = given.get(name)
        if isinstance(mask, Shape) and len(mask) == 2 and differ(mask[1], value[1]):
            what = f"`{name}` has {mask[1]} steps, the value has {value[1]}"
            return Mismatch(Refusal.NO_BROADCAST, what)
    mask = given.get("attention_mask")
    if not isinstance(mask, Shape) or len(mask) not in (3, 4):
        return None
    if differ(mask[-2], query[1]) or differ(mask[-1], value[1]):
        what = (
            f"`attention_mask` must end in ({query[1]}, {value[1]}), "
            f"the steps of query and value, is {mask}"
        )
        return Mismatch(Refusal.NO_BROADCAST, what)
    return None


def masked_steps(_args: Given, given: Given) -> Said:
    """TimeDistributed: a mask has just as many steps as the inputs."""
    x, mask = given.get("inputs"), given.get("mask")
    if not isinstance(x, Shape) or len(x) < 3 or not whole((mask,), 2) or not others(x[1], mask[1]):  # type: ignore[index]
        return None
    return _other_steps(x, mask)


def masked_mean(args: Given, given: Given) -> Said:
    """GlobalAveragePooling1D: a mask is repeated to the inputs."""
    x, mask = given.get("inputs"), given.get("mask")
    if args.get("data_format") != "channels_last" or not whole((x,), 3) or not whole((mask,), 2):
        return None
    return _other_steps(x, mask) if differ(mask[1], x[1]) else None  # type: ignore[index]


def _other_steps(x: Any, mask: Any) -> Mismatch:
    what = f"`mask` has {mask[1]} steps, the inputs have {x[1]}"
    return Mismatch(Refusal.NO_BROADCAST, what)


# Words.

# What some Keras, or a backend of Keras 3, takes for the interpolation of an image.
INTERPOLATIONS = frozenset(
    {
        *("area", "bicubic", "bilinear", "gaussian", "lanczos3", "lanczos5", "mitchellcubic"),
        "nearest",
    }
)


def resized(args: Given, _given: Given) -> Said:
    """UpSampling2D and Resizing: the word is read where the images are resized."""
    word = args.get("interpolation")
    if not isinstance(word, str) or word.lower() in INTERPOLATIONS:
        return None
    what = f"`interpolation` can't be {shown(word)}"
    return Mismatch(Refusal.WRONG_SHAPE, what, remedy="'bilinear' and 'bicubic' are some that can")


def summed(args: Given, given: Given) -> Said:
    """EinsumDense: the equation has a letter for each axis.

    Where both have two axes to sum over TensorFlow multiplies matrices, whatever the rank.
    """
    equation, x = args.get("equation"), given.get("inputs")
    if not isinstance(equation, str) or "." in equation or not isinstance(x, Shape):
        return None
    letters, _, weights = equation.partition("->")[0].replace(" ", "").partition(",")
    if not letters.isalpha() or len(letters) >= len(x) or len(weights) < 2:
        return None
    summed_over = x[len(letters) - 1]
    matrices = len(weights) == 2 and letters[-1] == weights[0]
    if matrices and not others(summed_over, x[-1]):
        return None
    what = f"{letters!r} needs rank {len(letters)}, has rank {len(x)}: {x}"
    return Mismatch(Refusal.WRONG_RANK, what, remedy=f"'...{letters[-1]}' takes any rank")
