"""Tensors that the program declares: `keras.Input` and `keras.KerasTensor`."""

from __future__ import annotations

from typing import Any

from flake8_concat.keras.core import input_shape
from flake8_concat.keras.create import refused_name
from flake8_concat.keras.dtypes import NOT_KNOWN, kind_of_dtype
from flake8_concat.keras.graph import Tensor
from flake8_concat.keras.identifiers import refused_dtype
from flake8_concat.keras.nodes import PLACEHOLDER, make_input, make_placeholder
from flake8_concat.keras.registry import Args, BadCall, as_outcome, misuse_of, parse_signature
from flake8_concat.shapes import Known, Lose, OfKeras3, Outcome, Refuse, Shape, Unknown
from flake8_concat.trace.placeholders import UNSET, unset

INPUT = parse_signature(
    "shape=None, batch_size=None, dtype=None, sparse=None, batch_shape=None, name=None, "
    "tensor=None, optional=False, ragged=None, type_spec=None, batch_input_shape=None, "
    "input_tensor=None"
)


class InputCalls:
    """The part of the tracer that makes tensors of which the program states the shape."""

    def make_input(self: Any, *args: Any, **kwargs: Any) -> Any:
        """`keras.Input(…)`."""
        args, kwargs = self.layer_arguments("InputLayer", args, kwargs)
        try:
            bound = INPUT.bind(tuple(self.layer_argument("shape", a) for a in args), kwargs)
        except BadCall as problem:
            return self.unbound("keras.Input", args, kwargs, problem)
        if bound.get("batch_input_shape") is not None:
            bound["batch_shape"] = dict.__getitem__(bound, "batch_input_shape")
        given = bound.get("name")
        name = given if isinstance(given, str) else self.names.auto("InputLayer")
        outcome, shape = self.declared_shape(Args(bound), name, args, kwargs)
        tensor = make_input(
            shape if isinstance(shape, (Shape, Unknown)) else Unknown("?"),
            name,
            Args(bound),
            self.site,
        )
        self.record(
            self.site, "op", "keras.Input", args, kwargs, tensor,
            bound=bound, outcome=outcome, operation=tensor.node.operation,  # type: ignore[union-attr]
        )  # fmt: skip
        return tensor

    def make_keras_tensor(self: Any, *args: Any, **kwargs: Any) -> Any:
        """`keras.KerasTensor(…)`: a tensor that comes from no Input."""
        args, kwargs = self.layer_arguments("KerasTensor", args, kwargs)
        try:
            bound = PLACEHOLDER.signature.bind(
                tuple(self.layer_argument("shape", a) for a in args), kwargs
            )
        except BadCall as problem:
            return self.unbound(PLACEHOLDER.name, args, kwargs, problem)
        whole = Args(bound, shape=None, batch_shape=bound["shape"])
        outcome, shape = self.declared_shape(whole, "keras_tensor", args, kwargs)
        tensor = make_placeholder(shape if isinstance(shape, Shape) else Unknown("?"), self.site)
        tensor.holds = kind_of_dtype(bound.get("dtype")) or NOT_KNOWN
        self.record(
            self.site, "op", PLACEHOLDER.name, args, kwargs, tensor,
            bound=bound, outcome=outcome, operation=PLACEHOLDER,
        )  # fmt: skip
        return tensor

    def unbound(
        self: Any, name: str, args: tuple[Any, ...], kwargs: dict[str, Any], problem: BadCall
    ) -> Tensor:
        """What goes on as a tensor where the arguments don't bind, which is written down."""
        tensor = Tensor(Unknown(f"{name}() {problem}"), None)
        outcome = misuse_of(problem)
        if self.binds_for_good(outcome, self.site):
            self.record(self.site, "op", name, args, kwargs, tensor, outcome=outcome)
        return tensor

    def declared_shape(
        self: Any, bound: Args, name: str, args: tuple[Any, ...], kwargs: dict[str, Any]
    ) -> tuple[Outcome, Any]:
        """The outcome of stating a shape, and the shape to go on with."""
        try:
            shape = input_shape(bound, name, self.names)
        except Lose as lost:
            return lost.unknown, lost.unknown
        except Refuse as refused:
            if self.tentative and unset(self.site, args, kwargs):
                return Unknown(UNSET), Unknown(UNSET)
            if isinstance(refused.mismatch, OfKeras3) and self.is_older:
                found = as_outcome(refused.mismatch.recover)
                return found, refused.mismatch.recover
            self.raise_if_caught("ValueError")
            return refused.mismatch, refused.mismatch.recover
        refusal = refused_name(bound.get("name")) or refused_dtype(bound.get("dtype"))
        return (Known(shape) if refusal is None else refusal), shape
