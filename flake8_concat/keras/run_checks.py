"""What layers refuse where they run on arrays, though Keras says a shape when it is only asked.

Attention multiplies nothing until data comes, and no layer looks at the states that it is given.
tests/oracle/test_run_checks.py asks Keras.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from flake8_concat.keras.graph import Layer
from flake8_concat.keras.index_lookup import LEARNED
from flake8_concat.keras.registry import BadCall
from flake8_concat.keras.signatures.calls import IMAGE_LAYERS, call_signature
from flake8_concat.keras.vocabularies import LOOKUPS
from flake8_concat.shapes import Mismatch, Refusal, Shape, Unknown

Said = Mismatch | None
NESTED = "states in lists in each other"


def refused_where_it_runs(
    layer: Layer, args: tuple[Any, ...], kwargs: Mapping[str, Any]
) -> Mismatch | Unknown | None:
    """What Keras says to `layer(*args, **kwargs)`, with Shapes in the place of arrays.

    None where it takes them as the rule of the layer says.
    """
    rule = CHECKS.get(layer.type.name)
    if rule is None:
        return None
    try:
        given = call_signature(layer.type.name).bind(args, layer.without_training(kwargs))
    except BadCall:
        return None
    adaptive = layer.type.name.startswith("Adaptive") and "1D" not in layer.type.name
    if adaptive and _whole((given["inputs"],), 3):
        return Unknown("it is called on a sequence")
    states = given.get("initial_state")
    listed = isinstance(states, (list, tuple)) and not isinstance(states, Shape)
    if listed and not all(isinstance(state, Shape) for state in states):  # type: ignore[union-attr]
        return Unknown(NESTED)
    return rule(layer.args, given)


def _differ(*sizes: Any) -> bool:
    """Whether sizes can't be brought together, even by repeating those of 1."""
    return all(type(n) is int for n in sizes) and len({n for n in sizes if n != 1}) > 1


def _others(*sizes: Any) -> bool:
    """Whether sizes are known and not all the same."""
    return all(type(n) is int for n in sizes) and len(set(sizes)) > 1


def _whole(shapes: Iterable[Any], rank: int) -> bool:
    """Whether all are Shapes of one rank."""
    return all(isinstance(shape, Shape) and len(shape) == rank for shape in shapes)


def _scores(args: Mapping[str, Any], given: Mapping[str, Any]) -> Said:
    """Attention and AdditiveAttention: the features are multiplied, or added."""
    inputs = given.get("inputs")
    if not isinstance(inputs, list) or not 2 <= len(inputs) <= 3:
        return None
    query, value, key = (*inputs, inputs[1])[:3]
    if not _whole((query, value, key), 3):
        return None
    if _differ(query[0], value[0], key[0]):
        what = f"query, value and key have the batch sizes {query[0]}, {value[0]} and {key[0]}"
        return Mismatch(Refusal.SHAPES_DIFFER, what)
    added = args.get("score_mode", "concat") == "concat"
    if (_differ if added else _others)(query[-1], key[-1]):
        what = f"the last axis of query and key is {query[-1]} vs {key[-1]}: {query} and {key}"
        remedy = f"Dense({query[-1]}) of the {'key' if len(inputs) == 3 else 'value'} would fit"
        return Mismatch(Refusal.SHAPES_DIFFER, what, remedy=remedy)
    if _others(value[1], key[1]):
        what = f"axis 1 of value and key is {value[1]} vs {key[1]}: {value} and {key}"
        return Mismatch(Refusal.SHAPES_DIFFER, what)
    return None


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
    if ranks == {3} and _differ(query[0], value[0], key[0]):
        what = f"query and value have the batch sizes {query[0]} and {value[0]}"
        return Mismatch(Refusal.SHAPES_DIFFER, what)
    if ranks == {3} and _others(value[1], key[1]):
        what = f"axis 1 of value and key is {value[1]} vs {key[1]}: {value} and {key}"
        return Mismatch(Refusal.SHAPES_DIFFER, what)
    return None


def _states(args: Mapping[str, Any], given: Mapping[str, Any]) -> Said:
    """GRU, LSTM, SimpleRNN: each state has a row for each sample, and a number for each unit."""
    x, states, units = given.get("sequences"), given.get("initial_state"), args.get("units")
    if not _whole((x,), 3) or type(units) is not int or states is None:
        return None
    states = [states] if isinstance(states, Shape) else states
    if not isinstance(states, (list, tuple)) or not _whole(states, 2):
        return None
    for state in states:
        if _others(state[1], units):
            what = f"a state must be (batch, {units}), is {state}"
            remedy = f"{state[1]} units would fit, or Dense({units}) of the state"
            return Mismatch(Refusal.WRONG_SHAPE, what, remedy=remedy)
        if _differ(state[0], x[0]):  # type: ignore[index]
            what = f"the states have {state[0]} rows, the batch has {x[0]}"  # type: ignore[index]
            return Mismatch(Refusal.WRONG_SHAPE, what)
    return None


def _two_states(args: Mapping[str, Any], given: Mapping[str, Any]) -> Said:
    """LSTM: there must be both states."""
    states = given.get("initial_state")
    if isinstance(states, (list, tuple)) and _whole(states, 2) and len(states) != 2:
        return Mismatch(Refusal.WRONG_SHAPE, f"has two states, is given {len(states)}")
    return _states(args, given)


def _stepped(_args: Mapping[str, Any], _given: Mapping[str, Any]) -> Said:
    """RNN: what its cell takes."""
    return None


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
    if any(n != 1 and _others(n, size) for n, size in zip(mask[::-1], x[::-1], strict=False)):
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
CHECKS: dict[str, Check] = {
    **dict.fromkeys(("Attention", "AdditiveAttention"), _scores),
    **dict.fromkeys(("MultiHeadAttention", "GroupQueryAttention"), _heads),
    **dict.fromkeys(("GRU", "SimpleRNN"), _states),
    "LSTM": _two_states,
    **{f"Adaptive{kind}Pooling{n}D": _pooled(n) for n in (1, 2, 3) for kind in ("Max", "Average")},
    **dict.fromkeys(LOOKUPS, _looked_up),
    **dict.fromkeys(IMAGE_LAYERS, _imaged),
    "Discretization": _binned,
    "RNN": _stepped,
    "Softmax": _masked,
}
# Those that say the same in the body of another layer, which runs on tensors of the backend.
IN_BODIES = frozenset(
    ("Attention", "AdditiveAttention", "GRU", "GroupQueryAttention", "LSTM", "MultiHeadAttention")
).union(("SimpleRNN", "Softmax"))
