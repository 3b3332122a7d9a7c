"""Input, Dense and the like (keras/src/layers/core)."""

from __future__ import annotations

import contextlib
from typing import Any

from flake8_concat.keras.arguments import (
    is_element,
    items,
    known_size,
    positive,
    shown,
    size,
    weight_size,
)
from flake8_concat.keras.einsum_dense import einsum_shape, einsum_weights
from flake8_concat.keras.naming import Names
from flake8_concat.keras.registry import Args, InputSpec, layer
from flake8_concat.shapes import (
    BATCH,
    Dim,
    Lose,
    OfKeras3,
    Refusal,
    Refuse,
    Shape,
    Size,
    Unknown,
    is_none,
    symbol,
)

# --- Input, InputLayer


def input_shape(args: Args, name: str = "input", names: Names | None = None) -> Shape:
    """The shape of `Input(...)` or `InputLayer(...)`, batch axis included.

    A None in it becomes a symbol with a name after its meaning, `H` (see `declared`). Raises
    Refuse where the constructor raises and
    Lose where the shape is not known.
    """
    tensor = args.get("tensor", args.get("input_tensor"))
    if tensor is not None:
        found = tensor if isinstance(tensor, Shape) else getattr(tensor, "shape", None)
        if isinstance(found, Shape):
            check_against(args, found)
            return found
        raise Lose("the shape of its `tensor` is not known")
    shape, whole = args["shape"], args["batch_shape"]
    if shape is None and whole is None:  # deprecated names that InputLayer still takes
        shape, whole = args.get("input_shape"), args.get("batch_input_shape")
    if shape is not None and whole is not None:
        # Keras 2 went by the second, tensorflow.keras refused both.
        what = "takes `shape` or `batch_shape`, not both"
        raise Refuse(Refusal.WRONG_SHAPE, what, OfKeras3, recover=declared(whole, name, names))
    if whole is not None:
        if args.get("batch_size") is not None:
            raise Refuse(Refusal.WRONG_SHAPE, "takes `batch_size` or `batch_shape`, not both")
        return declared(whole, name, names)
    if shape is None:
        if args.get("type_spec") is not None:  # Keras 2 took one in the place of all others
            raise Lose("its `type_spec` is not followed")
        raise Refuse(Refusal.WRONG_SHAPE, "needs a `shape`")
    return declared((args.get("batch_size"), *entries(shape)), name, names)


def check_against(args: Args, found: Shape) -> None:
    """What is said beside `tensor=` must be that tensor's own."""
    given = {
        "batch_size": (found[:1], args.get("batch_size")),
        "shape": (found[1:], args.get("shape")),
        "batch_shape": (found, args.get("batch_shape")),
    }
    for name, (sizes, value) in given.items():
        wanted = tuple(None if is_none(size) else size for size in sizes)
        told = (value,) if type(value) is int else value
        if not isinstance(told, (list, tuple)) or isinstance(told, Shape):
            continue
        if all(item is None or type(item) is int for item in (*wanted, *told)):
            if tuple(told) != wanted:
                text = f"`{name}` is {shown(value)}, that of the tensor is {found}"
                raise Refuse(Refusal.WRONG_SHAPE, text)


def entries(value: Any) -> tuple[Any, ...]:
    """The entries of a shape as the user wrote it."""
    if isinstance(value, str) and value:
        raise Refuse(Refusal.WRONG_SHAPE, f"the shape must be a tuple, is {value!r}")
    if isinstance(value, (int, float, Size)):
        raise Refuse(
            Refusal.WRONG_SHAPE,
            f"the shape must be a tuple, is {value}",
            OfKeras3,
            remedy=f"({value},) is a tuple",
            recover=Shape((BATCH, value)) if isinstance(value, (int, Size)) else NO_TUPLE,
        )
    return tuple(items(value, "shape"))


NO_TUPLE = Unknown("the shape of the Input is not a tuple")


# What a None of an Input is called, by rank: height, width, depth, time steps, features, channels
LETTERS = {
    2: ("", "T"),
    3: ("", "T", "F"),
    4: ("", "H", "W", "C"),
    5: ("", "D", "H", "W", "C"),
}
LETTERS_CHANNELS_FIRST = {
    3: ("", "F", "T"),
    4: ("", "C", "H", "W"),
    5: ("", "C", "D", "H", "W"),
}


def letters(shape: tuple[Any, ...]) -> tuple[str, ...]:
    """A letter for each axis. Known channels before open sizes are channels that come first."""
    rank = len(shape)
    first = rank in LETTERS_CHANNELS_FIRST and shape[-1] is None and shape[1] is not None
    found = (LETTERS_CHANNELS_FIRST if first else LETTERS).get(rank)
    return found or tuple(f"N{axis}" for axis in range(rank))


def declared(value: Any, name: str, names: Names | None = None) -> Shape:
    """A shape as the user wrote it, batch axis included. Mirrors backend.standardize_shape.

    The symbols for None are `H`, `W`, … after the axis. `names` counts those of several Inputs.
    """
    shape = entries(value)
    known = letters(shape)
    opened = [axis for axis, entry in enumerate(shape) if entry is None and axis]
    called = (names or Names()).sizes(known[axis] for axis in opened)
    symbols = dict(zip(opened, called, strict=True))
    dims: list[Dim] = []
    for axis, entry in enumerate(shape):
        if entry is None:
            origin = f"{name}[{axis}]"
            dims.append(symbol(symbols[axis], literal=False, origin=origin) if axis else BATCH)
        elif isinstance(entry, Unknown) or is_element(entry):
            dims.append(known_size(entry))
        elif isinstance(entry, (int, Size)):
            if type(entry) is int and entry < 0:
                raise Refuse(
                    Refusal.WRONG_SHAPE, f"a size can't be negative, is {entry}", axis=axis
                )
            dims.append(int(entry) if isinstance(entry, bool) else entry)
        elif isinstance(entry, (float, str, list, tuple)):
            raise Refuse(
                Refusal.WRONG_SHAPE, f"a size must be an integer, is {shown(entry)}", axis=axis
            )
        else:
            raise Lose("a size of the Input is not a number")
    return Shape(dims)


def declared_shape(args: Args, name: str = "input", names: Names | None = None) -> Shape | None:
    """The input shape that a layer's own arguments say (`input_shape=`), None if they don't.

    Mirrors what Sequential does with keras.layers.Layer's `input_shape` and `input_dim`, and old
    Keras with `batch_input_shape`, `batch_size` and `input_length`. Raises Refuse and Lose as
    `input_shape` does.
    """
    batch = args.get("batch_size")
    whole = args.get("batch_input_shape")
    if whole is not None:
        return declared(args["batch_input_shape"], name, names)
    length = args.get("input_length")
    if "output_dim" in args:  # Embedding, whose input_dim is the vocabulary
        if length is not None:
            entry = args["input_length"]
            return declared(
                (batch, *(entry if isinstance(entry, tuple) else (entry,))), name, names
            )
    elif args.get("input_dim") is not None:
        width = args["input_dim"]
        return declared((batch, width) if length is None else (batch, length, width), name, names)
    if args.get("input_shape") is not None:
        return declared((batch, *entries(args["input_shape"])), name, names)
    return None


def input_layer_create(args: Args) -> None:
    """The constructor of InputLayer looks at its shape."""
    with contextlib.suppress(Lose):
        input_shape(args)


@layer("InputLayer", create=input_layer_create, single=False)
def input_layer(args: Args, inputs: Any) -> Any:
    """The tensor it stands for."""
    return input_shape(args)


# --- Dense, EinsumDense, Embedding


def dense_create(args: Args) -> None:
    """`units` must be a positive integer."""
    positive(args, "units")


def dense_built(args: Args, x: Shape, *call: Any) -> InputSpec:
    """The weights fix the last size."""
    return InputSpec(min_ndim=2, axes=((-1, weight_size(x, -1)),))


@layer(
    "Dense",
    create=dense_create,
    spec=InputSpec(min_ndim=2),
    built=dense_built,
    call="inputs, training=None",
    bare=True,
)
def dense(args: Args, x: Shape, training: Any = None) -> Shape:
    """The last size becomes `units`."""
    return Shape((*x[:-1], size(args, "units")))


def einsum_built(args: Args, x: Shape, *call: Any) -> InputSpec:
    """The weights are made for one rank."""
    einsum_weights(args, x)
    return InputSpec(ndim=len(x))


@layer("EinsumDense", built=einsum_built, call="inputs, training=None", bare=True)
def einsum_dense(args: Args, x: Shape, training: Any = None) -> Shape:
    """What the equation says."""
    return einsum_shape(args, x)


def embedding_create(args: Args) -> None:
    """Both sizes of the table must be positive numbers, and True is none."""
    for name in ("input_dim", "output_dim"):
        if args.get(name) is True:
            raise Refuse(Refusal.WRONG_SHAPE, f"`{name}` must be an integer, is True")
    positive(args, "input_dim", "output_dim")
    check_table(*map(args.get, ("weights", "input_dim", "output_dim")))


def check_table(given: Any, rows: Any, columns: Any) -> None:
    """The vectors that an Embedding is given must be as many, and as long, as it says."""
    tables = given if isinstance(given, list) else [given]
    if len(tables) != 1 or not isinstance(tables[0], Shape):
        return
    table, wanted = tables[0], (rows, columns)
    if table == wanted or not all(type(n) is int for n in (*table, *wanted)):
        return
    what = f"`weights` must be of shape {wanted} (input_dim, output_dim), are {table}"
    fits = len(table) == len(wanted)
    remedy = f"input_dim={table[0]}, output_dim={table[1]} would take them" if fits else None
    raise Refuse(Refusal.WRONG_SHAPE, what, remedy=remedy)


@layer("Embedding", create=embedding_create, bare=True)
def embedding(args: Args, x: Shape) -> Shape:
    """A vector for each number."""
    return Shape((*x, size(args, "output_dim")))


@layer("ReversibleEmbedding", create=embedding_create, call="inputs, reverse=False", bare=True)
def reversible_embedding(args: Args, x: Shape, reverse: Any = None) -> Shape:
    """A vector for each number, or with `reverse` the other way round."""
    if isinstance(reverse, Unknown):
        raise Lose("`reverse` is not known")
    if not reverse:
        return Shape((*x, size(args, "output_dim")))
    if not x:
        raise Refuse(Refusal.WRONG_RANK, "needs an axis to project, has rank 0", inputs=(0,))
    return x.replace(-1, size(args, "input_dim"))


# --- layers that leave all as it is


@layer("Identity", single=False)
def identity(args: Args, inputs: Any) -> Any:
    """Its inputs."""
    return inputs


@layer("Masking", bare=True)
def masking(args: Args, x: Shape) -> Shape:
    """Its input, which must have an axis to look along."""
    if not x:
        raise Refuse(Refusal.WRONG_RANK, "needs an axis, has rank 0", inputs=(0,))
    return x
