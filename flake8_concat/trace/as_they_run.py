"""Layers that give something else where they run than where Keras asks them for a shape.

In the body of another layer they run on tensors of the backend, and on arrays everywhere.
"""

from __future__ import annotations

from typing import Any

from flake8_concat.keras.arguments import size
from flake8_concat.keras.graph import Tensor, shapes_of, tensors_in
from flake8_concat.keras.layer import Layer
from flake8_concat.keras.registry import BadCall
from flake8_concat.keras.run_checks import IN_BODIES, refused_where_it_runs
from flake8_concat.keras.running import WhereItRuns
from flake8_concat.keras.spectrograms import mel_steps
from flake8_concat.keras.vocabularies import LOOKUPS
from flake8_concat.shapes import Lose, Refuse, Shape, Unknown
from flake8_concat.trace.facts import Site
from flake8_concat.trace.values import FLAT, External, List


def states_in_lists(layer: Layer, value: Any) -> Any:
    """What an RNN of stacked cells gives where it runs: the states of each cell in a list.

    Where Keras only asks for shapes, a cell's only state stands there by itself.
    """
    cell = layer.args["cell"]
    stacked = isinstance(cell, (list, tuple)) or (
        isinstance(cell, Layer) and cell.type.name == "StackedRNNCells"
    )
    if not stacked or type(value) is not tuple:
        return value
    return value[0], *(List([v]) if type(v) is Tensor else v for v in value[1:])


def elided_in_order(layer: Layer, value: Any) -> Any:
    """What an EinsumDense over `...` gives where it runs: the axes of the dots in order.

    Where Keras only asks for the shape it turns them round, save for the batch.
    """
    equation = layer.args.get("equation")
    if type(value) is not Tensor or not isinstance(equation, str):
        return value
    shape = value.shape
    if "..." not in equation:
        return with_sizes_of_letters(equation, value)
    given, _, result = equation.partition("->")
    if not (isinstance(shape, Shape) and given.startswith("...") and result.startswith("...")):
        return Tensor(Unknown("what the dots of the equation stand for"), value.node)
    elided = len(shape) - len(result.replace("...", "").replace(" ", ""))
    if elided < 1:
        return value
    turned = Shape((shape[0], *shape[elided - 1 : 0 : -1], *shape[elided:]))
    return Tensor(turned, value.node, symbolic=value.symbolic)


def with_sizes_of_letters(equation: str, value: Tensor) -> Tensor:
    """The sizes that an input has, where `output_shape` says None of them."""
    given, shape = given_to(value), value.shape
    inputs, _, result = equation.replace(" ", "").partition("->")
    letters = inputs.partition(",")[0]
    if given is None or not isinstance(shape, Shape) or len(letters) != len(given):
        return value
    if len(result) != len(shape):
        return value
    sizes = dict(zip(letters, given, strict=True))
    known = [n if type(n) is int else sizes.get(c, n) for c, n in zip(result, shape, strict=True)]
    return Tensor(Shape(known), value.node, symbolic=value.symbolic)


def given_to(value: Any) -> Shape | None:
    """The shape of the one tensor that gave another, None if that is not known."""
    node = value.node if type(value) is Tensor else None
    shape = node.inputs[0].shape if node is not None and len(node.inputs) == 1 else None
    return shape if isinstance(shape, Shape) else None


def over_the_last_axis(layer: Layer, value: Any) -> Any:
    """What a MelSpectrogram gives where it runs: its windows lie on the last axis, whichever.

    Where Keras only asks for the shape it takes the second for the time.
    """
    given = given_to(value)
    if given is None or len(given) < 3:
        return value
    try:
        steps = mel_steps(given[-1], size(layer.args, "sequence_stride"))
        shape: Any = Shape((*given[:-1], value.shape[1], steps))
    except (Lose, Refuse):
        shape = Unknown("how many windows there are")
    return Tensor(shape, value.node, symbolic=value.symbolic)


def counted_over_the_second_axis(layer: Layer, value: Any) -> Any:
    """What a CategoryEncoding gives where it runs: all of the second axis in one row of codes.

    Where Keras only asks for the shape it leaves out the last axis.
    """
    given = given_to(value)
    if given is None or len(given) < 3 or layer.args.get("output_mode") == "one_hot":
        return value
    shape = Shape((given[0], *given[2:], value.shape[-1]))
    return Tensor(shape, value.node, symbolic=value.symbolic)


def cropped_while_training(layer: Layer, value: Any) -> Any:
    """What a RandomCrop gives where it runs: with `training=False` what goes in.

    Which of both it is hangs on all the calls around. Where Keras only asks for the shape it takes
    the crop.
    """
    given = given_to(value)
    if given is None or given == value.shape:
        return value
    return Tensor(Unknown("a RandomCrop crops in training only"), value.node)


def scores_over_both(layer: Layer, value: Any) -> Any:
    """What a MultiHeadAttention gives for its scores where it runs: the query's sizes, the key's.

    Where Keras only asks for the shape it takes the second axis of the query for both.
    """
    if type(value) is not tuple or len(value) != 2 or type(value[1]) is not Tensor:
        return value
    output, scores = value
    shape = _scores(layer, scores.node)
    return output, Tensor(shape, scores.node, symbolic=scores.symbolic)


def _scores(layer: Layer, node: Any) -> Shape | Unknown:
    """Mirrors keras.src.layers.attention.multi_head_attention._build_attention_equation."""
    unknown = Unknown("the shape of the attention's scores")
    signature = layer.type.call_signature
    if signature is None or node is None:
        return unknown
    try:
        bound = signature.bind(node.args, layer.without_training(node.kwargs))
    except BadCall:
        return unknown
    query, values, key = (getattr(bound.get(n), "shape", None) for n in ("query", "value", "key"))
    key = values if key is None else key
    axes = layer.args.get("attention_axes")
    if not isinstance(query, Shape) or not isinstance(key, Shape) or len(query) != len(key):
        return unknown
    rank = len(query)
    axes = range(1, rank - 1) if axes is None else (axes,) if type(axes) is int else axes
    if not isinstance(axes, (list, tuple, range)):
        return unknown
    if not all(type(axis) is int and 0 < axis < rank - 1 for axis in axes):
        return unknown
    beside = [query[axis] for axis in range(rank - 1) if axis not in axes]
    heads = layer.args.get("num_heads")
    sizes = [*(query[axis] for axis in axes), *(key[axis] for axis in axes)]
    return Shape((*beside, heads, *sizes)) if type(heads) is int else unknown


def halved_by_glu(layer: Layer, value: Any) -> Any:
    """What a layer with a gated linear unit gives where it runs: half of the last axis."""
    if type(value) is not Tensor or not isinstance(value.shape, Shape) or not value.shape:
        return value
    last = value.shape[-1]
    if type(last) is int and last % 2:
        return Tensor(Unknown("the gated linear unit can't halve an odd size"), value.node)
    return Tensor(Shape((*value.shape[:-1], last // 2)), value.node, symbolic=value.symbolic)


def has_glu(layer: Layer) -> bool:
    """Whether the activation of a layer halves the last axis."""
    activation = layer.args.get("activation")
    named = isinstance(activation, External) and activation.name.endswith(".glu")
    return (activation == "glu" or named) and layer.type.name.startswith(ACTIVATED)


# The layers whose activation is the last thing that they do.
ACTIVATED = ("Activation", "Conv1", "Conv2", "Conv3", "Dense", "Depthwise", "Einsum", "Separable")
# What some layers give in the body of a layer, where they are run, not asked for a shape.
AS_THEY_RUN = {
    "CategoryEncoding": counted_over_the_second_axis,
    "EinsumDense": elided_in_order,
    "MelSpectrogram": over_the_last_axis,
    "MultiHeadAttention": scores_over_both,
    "RandomCrop": cropped_while_training,
    "RNN": states_in_lists,
}


def is_array(value: Any) -> bool:
    """Whether what a layer gave is one array or a tuple of some: then it ran."""
    first = value[0] if type(value) is tuple and value else value
    return type(first) is Tensor and not first.symbolic


def is_list_of_arrays(value: Any) -> bool:
    """Whether something is a list of arrays and nothing else."""
    if type(value) not in FLAT or getattr(value, "blur", None) is not None:
        return False
    return all(
        type(item) is Tensor and not (item.symbolic or item.merged) and bool(item.shape)
        for item in value
    )


# What gives a layer the words or boundaries that it looks for, somewhere in the file.
ADAPTING = ("adapt", "set_vocabulary", "load_")


def run_on_arrays(
    layer: Layer,
    args: tuple[Any, ...],
    kwargs: dict[str, Any],
    site: Site | None,
    *,
    inside: bool = False,
) -> Any:
    """A layer that certainly runs on arrays; its refusal if they don't fit it, or each other.

    inside: in the body of another layer, where all tensors are of the backend
    """
    name = layer.type.name
    if inside and name not in IN_BODIES:
        return layer
    tensors = [*tensors_in((args, kwargs))]
    if not tensors or any(t.merged or (t.symbolic and not inside) for t in tensors):
        return layer
    if name in LOOKUPS or name == "Discretization":
        if site is None or any(word in site.source.text for word in ADAPTING):
            return layer
    try:
        said = refused_where_it_runs(layer, shapes_of(args), shapes_of(kwargs))
    except Lose:
        return layer
    return layer if said is None else WhereItRuns(layer, said)


def as_it_runs(layer: Layer, value: Any, *, inside: bool = True) -> Any:
    """What a layer gives where it runs, if Keras says `value` where it is asked for a shape.

    It runs in the body of another, and on arrays; there a RandomCrop crops if nothing is said.
    """
    rule = AS_THEY_RUN.get(layer.type.name)
    if rule is cropped_while_training and not inside:
        return value
    if rule is not None:
        value = rule(layer, value)
    return halved_by_glu(layer, value) if has_glu(layer) else value
