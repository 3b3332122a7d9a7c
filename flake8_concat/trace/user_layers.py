"""Layers that the user wrote: operations whose outcome is found by tracing their `call`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from flake8_concat.keras.graph import Node, Tensor, tensors_in
from flake8_concat.keras.layer import Layer
from flake8_concat.shapes import Known, Lose, Mismatch, Outcome, Shape, Unknown
from flake8_concat.trace.values import NESTING, Dict, List, is_small


class UserLayer:
    """A user's layer (or the function of a Lambda) as an operation of the graph.

    value:  the Instance, or the Lambda layer
    run:    traces it: (value, args, kwargs) with Tensors -> what it returns
    refusal: what its `input_spec` has against the call that comes next
    given:  the tensors of the call that comes next, in order
    gave:   those that the last call returned, as its body made them
    attributes: of a cell, what a RNN reads of it
    no_cell: whether it certainly has no `state_size`
    """

    __slots__ = (
        *("attributes", "built", "gave", "given", "name", "no_cell", "nodes", "refusal", "run"),
        "value",
    )

    def __init__(self, value: Any, name: str, run: Any) -> None:
        self.value, self.name, self.run = value, name, run
        self.nodes: list[Node] = []
        self.built: Any = None
        self.refusal: Mismatch | None = None
        self.given: list[Tensor] = []
        self.gave: list[Tensor] = []
        self.attributes: dict[str, Any] = {}
        self.no_cell = False

    @property
    def declares(self) -> Mapping[str, Any]:
        """What was said of it when it was made, `input_shape` among it."""
        found: Mapping[str, Any] = (
            self.value.args if isinstance(self.value, Layer) else self.value.declares
        )
        return found

    def outcome(self, args: tuple[Any, ...], kwargs: Mapping[str, Any]) -> Outcome:
        """What tracing it on these Shapes gives. Mirrors Layer.compute_output_spec."""
        if self.refusal is not None:
            refusal, self.refusal = self.refusal, None
            return refusal
        given, self.given, self.gave = self.given, [], []
        try:
            handed = as_tensors(args)
            named = as_tensors(dict(kwargs)) if kwargs else {}
            hand_on(given, (handed, named) if kwargs else handed)
            result = self.run(self.value, handed, named)
            if isinstance(result, (Unknown, Mismatch)):
                return result
            known = Known(as_shapes(result))
            self.gave = [*tensors_in(result)]
            return known
        except Lose as lost:
            return lost.unknown


def hand_on(tensors: list[Tensor], structure: Any) -> None:
    """Lets the tensors in a structure hold what those do, which they stand for."""
    standing = [*tensors_in(structure)]
    if len(standing) == len(tensors):
        for one, other in zip(standing, tensors, strict=True):
            one.holds = other


def as_tensors(value: Any) -> Any:
    """The structure with a new Tensor for every Shape."""
    if isinstance(value, Shape):
        return Tensor(value, None)
    if isinstance(value, list):
        return List([as_tensors(item) for item in value])
    if type(value) is tuple:
        return tuple([as_tensors(item) for item in value])
    if isinstance(value, dict):
        return Dict((key, as_tensors(item)) for key, item in value.items())
    return value


def as_shapes(value: Any) -> Any:
    """The structure with Shapes for tensors. Raises Lose where one has none, or is no tensor."""
    if type(value) in NESTING and not is_small(value):
        raise Lose("a structure too large to follow")
    return _as_shapes(value)


def _as_shapes(value: Any) -> Any:
    if isinstance(value, Tensor):
        if isinstance(value.shape, Unknown):
            raise Lose(value.shape.why)
        return Shape(value.shape)
    if isinstance(value, list):
        if getattr(value, "blur", None) is not None:
            raise Lose(value.blur.why)  # type: ignore[attr-defined]
        return [_as_shapes(item) for item in value]
    if isinstance(value, tuple):
        return tuple([_as_shapes(item) for item in value])
    if isinstance(value, dict):
        return {key: _as_shapes(item) for key, item in value.items()}
    if isinstance(value, Unknown):
        raise Lose(value.why)
    if value is None or isinstance(value, (int, float)):
        return value
    raise Lose("what the layer returns is not a tensor that can be followed")


def any_tensor(*values: Any) -> bool:
    """Whether there is a tensor in any of these structures."""
    return any(next(tensors_in(value), None) is not None for value in values)
