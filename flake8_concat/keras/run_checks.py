"""What layers refuse where they run on arrays, though Keras says a shape when it is only asked.

Attention multiplies nothing until data comes, and no layer looks at the states that it is given.
tests/oracle/test_run_checks.py asks Keras.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from flake8_concat.keras.index_lookup import LEARNED
from flake8_concat.keras.layer import Layer
from flake8_concat.keras.merging import check_equal
from flake8_concat.keras.registry import BadCall
from flake8_concat.keras.run_checks_of_states import (
    Said,
    both_ways,
    convolved,
    differ,
    kept,
    listed,
    masked_heads,
    masked_mean,
    masked_scores,
    masked_steps,
    others,
    resized,
    stepped,
    summed,
    whole,
)
from flake8_concat.keras.signatures.calls import IMAGE_LAYERS, call_signature
from flake8_concat.keras.vocabularies import LOOKUPS
from flake8_concat.shapes import Mismatch, Refusal, Refuse, Shape, Unknown

NESTED = "states in lists in each other"


def refused_where_it_runs(
    layer: Layer, args: tuple[Any, ...], kwargs: Mapping[str, Any]
) -> Mismatch | Unknown | None:
    """What Keras says to `layer(*args, **kwargs)`, with Shapes in the place of arrays.

    None where it takes them as the rule of the layer says.
    """
    rule = CHECKS.get(layer.type.name)
    if rule is None or (layer.built is None and layer.type.name in CHECKED_WHEN_BUILT):
        return None
    try:
        given = call_signature(layer.type.name).bind(args, layer.without_training(kwargs))
    except BadCall:
        return None
    adaptive = layer.type.name.startswith("Adaptive") and "1D" not in layer.type.name
    if adaptive and whole((given["inputs"],), 3):
        return Unknown("it is called on a sequence")
    states = given.get("initial_state")
    several = isinstance(states, (list, tuple)) and not isinstance(states, Shape)
    if several and not all(isinstance(state, Shape) for state in states):  # type: ignore[union-attr]
        return Unknown(NESTED)
    return rule(layer.args, given)


def _scores(args: Mapping[str, Any], given: Mapping[str, Any]) -> Said:
    """Attention and AdditiveAttention: the features are multiplied, or added."""
    inputs = given.get("inputs")
    if not isinstance(inputs, list) or not 2 <= len(inputs) <= 3:
        return None
    query, value, key = (*inputs, inputs[1])[:3]
    if not whole((query, value, key), 3):
        return None
    if differ(query[0], value[0], key[0]):
        what = f"query, value and key have the batch sizes {query[0]}, {value[0]} and {key[0]}"
        return Mismatch(Refusal.SHAPES_DIFFER, what)
    added = args.get("score_mode", "concat") == "concat"
    if (differ if added else others)(query[-1], key[-1]):
        what = f"the last axis of query and key is {query[-1]} vs {key[-1]}: {query} and {key}"
        remedy = f"Dense({query[-1]}) of the {'key' if len(inputs) == 3 else 'value'} would fit"
        return Mismatch(Refusal.SHAPES_DIFFER, what, remedy=remedy)
    if others(value[1], key[1]):
        what = f"axis 1 of value and key is {value[1]} vs {key[1]}: {value} and {key}"
        return Mismatch(Refusal.SHAPES_DIFFER, what)
    return masked_scores(given, query, value)


def _heads(args: Mapping[str, Any], given: Mapping[str, Any]) -> Said:
    """MultiHeadAttention and GroupQueryAttention: projections that are multiplied."""
    query, value, key = (given.get(name) for name in ("query", "value", "key"))
    key = value if key is None else key
    if not (isinstance(query, Shape) and isinstance(value, Shape) and isinstance(key, Shape)):
        return None
    ranks = {len(query), len(value), len(key)}
    if "head_dim" in args and not ranks <= {3}:
        return Mismatch(
            Refusal.WRONG_RANK, f"needs tensors of rank 3, is given {query} and {value}"
        )
    if args.get("attention_axes") is not None or not ranks <= {2, 3, 4}:
        return None
    if len(ranks) > 1:
        return Mismatch(
            Refusal.RANKS_DIFFER, f"query and value have other ranks: {query} and {value}"
        )
    if ranks == {3} and differ(query[0], value[0], key[0]):
        what = f"query and value have the batch sizes {query[0]} and {value[0]}"
        return Mismatch(Refusal.SHAPES_DIFFER, what)
    if ranks == {3} and others(value[1], key[1]):
        what = f"axis 1 of value and key is {value[1]} vs {key[1]}: {value} and {key}"
        return Mismatch(Refusal.SHAPES_DIFFER, what)
    return masked_heads(given, query, value) if ranks == {3} else None


def _states(args: Mapping[str, Any], given: Mapping[str, Any]) -> Said:
    """GRU, LSTM, SimpleRNN: each state has a row for each sample, and a number for each unit."""
    x, states, units = given.get("sequences"), listed(given.get("initial_state")), args.get("units")
    if not whole((x,), 3):
        return None
    return kept(x, states, [units] * len(states))  # type: ignore[arg-type]


def _two_states(args: Mapping[str, Any], given: Mapping[str, Any]) -> Said:
    """LSTM: there must be both states."""
    states = given.get("initial_state")
    if isinstance(states, (list, tuple)) and whole(states, 2) and len(states) != 2:
        return Mismatch(Refusal.WRONG_SHAPE, f"has two states, is given {len(states)}")
    return _states(args, given)


def _masked(args: Mapping[str, Any], given: Mapping[str, Any]) -> Said:
    """Softmax: axes that there are, a mask that can be repeated to the inputs."""
    x, mask, axis = given.get("inputs"), given.get("mask"), args.get("axis")
    if not isinstance(x, Shape):
        return None
    for number in axis if isinstance(axis, (list, tuple)) else (axis,):
        if type(number) is int and not -len(x) <= number < len(x):
            return Mismatch(Refusal.WRONG_SHAPE, f"there is no axis {number} in {x}")
    if not isinstance(mask, Shape):
        return None
    if len(mask) > len(x):
        return Mismatch(Refusal.WRONG_RANK, f"`mask` has more axes than the inputs: {mask} and {x}")
    if any(n != 1 and others(n, size) for n, size in zip(mask[::-1], x[::-1], strict=False)):
        return Mismatch(
            Refusal.NO_BROADCAST, f"`mask` can't be repeated to the inputs: {mask} and {x}"
        )
    return None


def _pooled(rank: int) -> Check:
    """Adaptive poolings: of another rank only sequences are taken, of which little is known."""

    def check(_args: Mapping[str, Any], given: Mapping[str, Any]) -> Said:
        x = given.get("inputs")
        if not isinstance(x, Shape) or len(x) in (3, rank + 2):
            return None
        return Mismatch(Refusal.WRONG_RANK, f"needs rank {rank + 2}, has rank {len(x)}: {x}")

    return check


def _looked_up(args: Mapping[str, Any], _given: Mapping[str, Any]) -> Said:
    """Lookups: they must have a vocabulary."""
    if args.get("vocabulary", ...) is not None or LEARNED in args:
        return None
    return Mismatch(Refusal.WRONG_SHAPE, f"has no vocabulary yet{ADAPT}")


def _binned(args: Mapping[str, Any], _given: Mapping[str, Any]) -> Said:
    """Discretization: it must have boundaries."""
    if args.get("bin_boundaries", ...) is not None:
        return None
    return Mismatch(Refusal.WRONG_SHAPE, f"has no boundaries yet{ADAPT}")


def _imaged(_args: Mapping[str, Any], given: Mapping[str, Any]) -> Said:
    """Layers of images: a dict must hold some."""
    data = given.get("data")
    if not isinstance(data, dict) or "images" in data or not data:
        return None
    return Mismatch(Refusal.WRONG_SHAPE, "is called on a dict that has no 'images'")


ADAPT = ": call `adapt()` on data before"
Check = Callable[[Mapping[str, Any], Mapping[str, Any]], Said]


def _concatenated(args: Mapping[str, Any], given: Mapping[str, Any]) -> Said:
    """Concatenate: the other axes are of one size, which Keras looks at in `build` alone."""
    shapes, axis = given.get("inputs"), args.get("axis")
    if not isinstance(shapes, (list, tuple)) or isinstance(shapes, Shape) or type(axis) is not int:
        return None
    rank = len(shapes[0]) if shapes and isinstance(shapes[0], Shape) else 0
    if not rank or not whole(shapes, rank):
        return None
    try:
        check_equal(shapes, axis % rank)
    except Refuse as refused:
        found = refused.mismatch
        what = f"{found.what}: {' and '.join(map(str, shapes))}"
        return Mismatch(found.refusal, what, axis=found.axis, sizes=found.sizes)
    return None


CHECKED_WHEN_BUILT = frozenset({"Concatenate"})  # and, for its first call, said there
CHECKS: dict[str, Check] = {
    **dict.fromkeys(("Attention", "AdditiveAttention"), _scores),
    **dict.fromkeys(("MultiHeadAttention", "GroupQueryAttention"), _heads),
    **dict.fromkeys(("GRU", "SimpleRNN"), _states),
    "LSTM": _two_states,
    **{f"Adaptive{kind}Pooling{n}D": _pooled(n) for n in (1, 2, 3) for kind in ("Max", "Average")},
    **dict.fromkeys(LOOKUPS, _looked_up),
    **dict.fromkeys(IMAGE_LAYERS, _imaged),
    "Discretization": _binned,
    **dict.fromkeys(("ConvLSTM1D", "ConvLSTM2D", "ConvLSTM3D"), convolved),
    "Resizing": lambda args, given: _imaged(args, given) or resized(args, given),
    "UpSampling2D": resized,
    "Bidirectional": both_ways,
    "Concatenate": _concatenated,
    "EinsumDense": summed,
    "GlobalAveragePooling1D": masked_mean,
    "RNN": stepped,
    "TimeDistributed": masked_steps,
    "Softmax": _masked,
}
# Those that say the same in the body of another layer, which runs on tensors of the backend.
IN_BODIES = frozenset(
    (
        "AdditiveAttention", "Attention", "Bidirectional", "Concatenate", "ConvLSTM1D",
        "ConvLSTM2D", "ConvLSTM3D", "EinsumDense", "GRU", "GlobalAveragePooling1D",
        "GroupQueryAttention", "LSTM", "MultiHeadAttention", "RNN", "Resizing", "SimpleRNN",
        "Softmax", "TimeDistributed", "UpSampling2D",
    )
)  # fmt: skip
