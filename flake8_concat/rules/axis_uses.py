"""The calls that work on an axis, and on which."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from flake8_concat.keras.graph import Tensor
from flake8_concat.rules.axes import CHANNELS_FIRST, axis_names, of_one_rank
from flake8_concat.rules.said_axes import MEANINGS, POSITIONS, said_names
from flake8_concat.shapes import Shape
from flake8_concat.trace.facts import Event, Facts

KINDS: dict[str, str] = {
    **dict.fromkeys(("Concatenate", "concatenate", "concat"), "concat"),
    **dict.fromkeys(("split", "array_split"), "split"),
    **dict.fromkeys(("Softmax", "softmax", "log_softmax"), "softmax"),
    **dict.fromkeys(
        ("reduce_mean", "reduce_max", "reduce_sum", "reduce_min", "reduce_prod", "mean", "max",
         "sum", "min", "amax", "amin", "logsumexp", "reduce_logsumexp", "reduce_std", "std", "var",
         "prod", "median", "argmax", "argmin", "norm", "cumsum", "any", "all", "count_nonzero"),
        "reduce",
    ),
    **dict.fromkeys(("repeat", "roll"), "repeat"),
    **dict.fromkeys(
        tuple(f"{how}{what}{n}D" for how in ("Average", "Max", "Avg")
              for what in ("Pooling", "Pool") for n in (1, 2, 3)),
        "pool",
    ),
    **dict.fromkeys(("Cropping1D", "Cropping2D", "Cropping3D"), "crop"),
    **dict.fromkeys(("ZeroPadding1D", "ZeroPadding2D", "ZeroPadding3D"), "pad"),
    **dict.fromkeys(("UpSampling1D", "UpSampling2D", "UpSampling3D"), "upsample"),
    **dict.fromkeys(
        tuple(f"Global{how}{what}{n}D" for how in ("Average", "Max", "Avg")
              for what in ("Pooling", "Pool") for n in (1, 2, 3)),
        "reduce",
    ),
}  # fmt: skip
# They say in sizes, not by number, along which axes they work.
BY_SIZES = ("crop", "pad", "upsample", "pool")
# Layers that normalise what they give along its last axis, where their activation is a softmax.
_ACTIVATED = frozenset(
    "Conv1D Conv2D Conv3D Convolution2D Conv2DTranspose Convolution2DTranspose SeparableConv2D "
    "Dense".split()
)
_DEFAULT_AXIS = {"concat": -1, "softmax": -1, "split": 0}
# An axis goes by several names.
_SAME: tuple[frozenset[str], ...] = (
    frozenset({"channels", "features"}),
    frozenset({"steps", "time"}),
)

_NO_POSITIONS = frozenset({"batch", "channels", "features"})


@dataclass(frozen=True, slots=True)
class Use:
    """What the evaluations of one call do.

    used:   the axes that it works on, by all their names
    named:  the one axis, as the message calls it
    known:  all axes that the tensor has
    names:  the same in their order
    rank:   of the tensor
    """

    events: list[Event]
    kind: str
    used: frozenset[str]
    named: str
    axis: int | None
    known: frozenset[str]
    names: tuple[str, ...]
    rank: int


def kind_of(event: Event) -> str | None:
    """What a call does to an axis, None for all other calls."""
    name = event.callee.rpartition(".")[2]
    if name in _ACTIVATED:
        activation = event.bound.get("activation")
        named = str(getattr(activation, "name", activation) or "")
        return "softmax" if named.rpartition(".")[2].lower() == "softmax" else None
    return KINDS.get(name)


def activates(event: Event) -> bool:
    """Whether it is the activation of a layer that works on an axis."""
    return event.callee.rpartition(".")[2] in _ACTIVATED


class _Groups:
    """What each call of a file does to an axis, with its evaluations, by the call."""

    def __init__(self, facts: Facts) -> None:
        self.by_site: dict[int, tuple[str, list[Event]]] = {}
        for event in facts.events:
            if event.kind in ("call", "op") and event.site.source is facts.source:
                kind = kind_of(event)
                if kind is not None:
                    self.by_site.setdefault(id(event.site), (kind, []))[1].append(event)


def groups_of(facts: Facts) -> Iterable[tuple[str, list[Event]]]:
    """What each call of a file does to an axis, with its evaluations."""
    return facts.view(_Groups).by_site.values()


def activates_maps(event: Event) -> bool:
    """Whether it is the activation of a layer of maps: their rows are no rows of a matrix."""
    return event.callee.endswith(("Conv2D", "Convolution2D", "Conv2DTranspose"))


def uses_of(facts: Facts) -> Iterator[Use]:
    """The calls that work on an axis in the same way each time they are evaluated."""
    for _, events in groups_of(facts):
        found = [use_of(event, facts) for event in events]
        first = found[0]
        if first is not None and all(
            use is not None and (use.used, use.named) == (first.used, first.named) for use in found
        ):
            yield replace(first, events=events)


def use_of(event: Event, facts: Facts) -> Use | None:
    """What an evaluation does to which axis, None if it works on none that is known."""
    first = event.inputs[0] if event.inputs else None
    if activates(event) and isinstance(event.value, Tensor):
        first = event.value
    given = of_one_rank(first) if first is not None else None
    if given is None or not isinstance(given.shape, Shape):
        return None
    if not given.symbolic or not event.certain:
        return None
    kind = kind_of(event)
    if kind is None:
        return None
    names = axis_names(given, facts.image_data_format)
    if not names and kind == "concat" and event.shapes_fit:  # what is joined has the same axes
        others = (axis_names(one, facts.image_data_format) for one in event.inputs[1:])
        names = next((found for found in others if len(found) == len(given.shape)), ())
    axes = _axes(event, kind, len(given.shape))
    if not names or not axes or any(axis >= len(names) for axis in axes):
        return None
    used = frozenset().union(*(all_names(names[axis], len(names)) for axis in axes))
    known = frozenset().union(*(all_names(name, len(names)) for name in names))
    if said_names(given.shape) and MEANINGS.issuperset(names[axis] for axis in axes):
        known |= _NO_POSITIONS if POSITIONS in used else MEANINGS  # whatever the others are
    named = " and ".join(names[axis] for axis in axes)
    axis = axes[0] if len(axes) == 1 else None
    return Use([event], kind, used, named, axis, known, tuple(names), len(names))


def all_names(name: str, rank: int) -> frozenset[str]:
    """All that an axis is called: the channels are the features of a map."""
    if rank == 5 and name in ("depth", "time"):
        return frozenset({"depth", "time", "steps"})
    return next((same for same in _SAME if name in same), frozenset({name}))


def _axes(event: Event, kind: str, rank: int) -> tuple[int, ...]:
    """The axes that an evaluation works on, () if not known."""
    if kind in BY_SIZES or "Global" in event.callee:
        return _changed(event)
    axis: Any = event.bound.get("axis", _DEFAULT_AXIS.get(kind))
    axes = tuple(axis) if isinstance(axis, (list, tuple)) else (axis,)
    if not axes or any(type(item) is not int or not -rank <= item < rank for item in axes):
        return ()
    if kind == "concat" and len(event.inputs) < 2 and not _joins_unknown(event):
        return ()
    return tuple(item % rank for item in axes)


def _joins_unknown(event: Event) -> bool:
    """Whether a tensor is joined with what is not known, and so is one of its rank."""
    items = event.args[0] if event.args else None
    return isinstance(items, (list, tuple)) and len(items) > 1


def _changed(event: Event) -> tuple[int, ...]:
    """The axes whose size is not what it was."""
    before = event.inputs[0].shape
    if not isinstance(event.value, Tensor) or not event.shapes_fit:
        return ()
    after = event.value.shape
    if not isinstance(after, Shape) or not isinstance(before, Shape):
        return ()
    if "Global" in event.callee:
        if event.bound.get("data_format") == CHANNELS_FIRST:
            return tuple(range(2, len(before))) if before[1] == after[-1] else ()
        return tuple(range(1, len(before) - 1)) if before[-1] == after[-1] else ()
    if len(before) != len(after):
        return ()
    return tuple(
        i for i, (a, b) in enumerate(zip(before, after, strict=True)) if a is not b and a != b
    )
