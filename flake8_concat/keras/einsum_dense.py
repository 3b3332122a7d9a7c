"""The shapes of EinsumDense (keras/src/layers/core/einsum_dense.py)."""

from __future__ import annotations

from typing import Any, NamedTuple

from flake8_concat import late
from flake8_concat.keras.arguments import items, known_size, shown
from flake8_concat.keras.registry import Args
from flake8_concat.shapes import (
    Dim,
    Lose,
    Refusal,
    Refuse,
    Shape,
    Size,
    Unknown,
    fresh_none,
    is_none,
)

# No ellipsis; on the left; on the right. "0" stands for the ellipsis. As in Keras, what follows
# a match is ignored.
FORMS = (
    (late.compiled("([a-zA-Z]+),([a-zA-Z]+)->([a-zA-Z]+)"), False),
    (late.compiled("0([a-zA-Z]+),([a-zA-Z]+)->0([a-zA-Z]+)"), True),
    (late.compiled("([a-zA-Z]{2,})0,([a-zA-Z]+)->([a-zA-Z]+)0"), False),
)


class Einsum(NamedTuple):
    """An equation applied to a shape. None in `output` is what the user left open."""

    letters: str  # of the input
    weights: str
    out: str
    output: list[Dim | None]
    input_at: dict[str, int]
    output_at: dict[str, int]
    elided: int
    left: bool


def analyze(args: Args, x: Shape) -> Einsum:
    """Mirrors keras.src.layers.core.einsum_dense._analyze_einsum_string."""
    equation = args["equation"]
    if not isinstance(equation, str):
        raise Lose("`equation` is not known")
    text = equation.replace("...", "0")
    for form, left in FORMS:
        match = form.match(text)
        if match:
            letters, weights, out = match.groups()
            output = partial_output(args["output_shape"])
            return split(letters, weights, out, output, x, left=left)
    raise Refuse(Refusal.WRONG_SHAPE, f"the equation {equation!r} is not of the form 'ab,bc->ac'")


def partial_output(value: Any) -> list[Dim | None]:
    """The `output_shape` argument, which has no batch."""
    if isinstance(value, (int, Size)):
        return [value]
    found: list[Dim | None] = []
    for item in items(value, "output_shape"):
        if isinstance(item, Unknown):
            found.append(known_size(item))
        elif item is None or isinstance(item, (int, Size)):
            found.append(item)
        else:
            raise Lose("a size of `output_shape` is not a number")
    return found


def split(
    letters: str, weights: str, out: str, output: list[Dim | None], x: Shape, *, left: bool
) -> Einsum:
    """Places the sizes at the letters. Mirrors _analyze_split_string."""
    elided = len(x) - len(letters)
    if not x:
        raise wrong_rank(letters, x)
    output.insert(0, x[0])
    if left:
        for axis in range(1, elided):
            output.insert(1, x[axis])
    elif elided > 0:
        output.extend(x[len(x) - elided :])
    shift = elided if left else 0
    input_at = {c: i + shift - (len(x) if left else 0) for i, c in enumerate(letters)}
    output_at = {c: i + shift for i, c in enumerate(out)}
    return Einsum(letters, weights, out, output, input_at, output_at, elided, left)


def wrong_rank(letters: str, x: Shape) -> Refuse:
    """The refusal of a tensor that the letters don't fit."""
    return Refuse(
        Refusal.WRONG_RANK,
        f"{letters!r} needs rank {len(letters)}, has rank {len(x)}: {x}",
        inputs=(0,),
    )


def einsum_shape(args: Args, x: Shape) -> Shape:
    """The shape of the result. Raises Refuse where the analysis raises."""
    einsum = analyze(args, x)
    check(einsum, x)
    return Shape(fresh_none() if size is None else size for size in einsum.output)


def check(einsum: Einsum, x: Shape) -> None:
    """What Keras compares when it reads the equation."""
    rank, output = len(x), einsum.output
    for letter in einsum.letters:
        at = einsum.input_at[letter]
        if not -rank <= at < rank:
            raise wrong_rank(einsum.letters, x)
        if letter not in einsum.output_at:
            continue
        there = element(einsum, letter, x)
        if there is None:
            continue
        if (type(there) is int and is_none(x[at])) or (
            type(there) is int and type(x[at]) is int and there != x[at]
        ):
            raise Refuse(
                Refusal.WRONG_SHAPE,
                f"{letter!r} is {x[at]} in the input, {there} in the output",
                axis=at % rank,
                sizes=(x[at], there),
                inputs=(0,),
                remedy=f"None in `output_shape` for {letter!r} takes the size of the input",
                recover=Shape(fresh_none() if d is None else d for d in output),
            )
    for letter in einsum.out:
        if letter not in einsum.letters and letter not in einsum.weights:
            raise Refuse(Refusal.WRONG_SHAPE, f"{letter!r} stands in the output only")
    for letter in einsum.weights:
        if letter in einsum.output_at:
            element(einsum, letter, x)
        elif letter not in einsum.input_at:
            raise Refuse(Refusal.WRONG_SHAPE, f"{letter!r} stands in the weights only")


def element(einsum: Einsum, letter: str, x: Shape) -> Dim | None:
    """The size of a letter in the output."""
    at, output = einsum.output_at[letter], einsum.output
    if not -len(output) <= at < len(output):
        raise Refuse(
            Refusal.WRONG_RANK,
            f"`output_shape` has too few sizes for {einsum.out!r}: {shown(output[1:])}, from {x}",
            inputs=(0,),
        )
    return output[at]


def einsum_weights(args: Args, x: Shape) -> None:
    """Refuses weights and biases whose sizes are not known. Mirrors EinsumDense.build."""
    einsum = analyze(args, x)
    check(einsum, x)
    after = Shape(fresh_none() if size is None else size for size in einsum.output)
    letters = [*einsum.weights]
    bias = args["bias_axes"]
    if isinstance(bias, str):
        for letter in bias:
            if letter not in einsum.out:
                raise Refuse(
                    Refusal.WRONG_SHAPE,
                    f"bias_axes={bias!r}: {letter!r} is not in the output",
                    recover=after,
                )
        letters += bias
    for letter in letters:
        in_output = letter in einsum.output_at
        found = element(einsum, letter, x) if in_output else x[einsum.input_at[letter]]
        if found is None or is_none(found):
            raise Refuse(
                Refusal.UNKNOWN_WEIGHT,
                f"the size of {letter!r} must be known to make the weights: {x}",
                inputs=(0,),
                recover=after,
            )
