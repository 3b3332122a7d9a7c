"""Whether Keras certainly refuses a call, where its rule for symbolic tensors does."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from flake8_concat.keras.graph import Tensor
from flake8_concat.keras.layer import Layer
from flake8_concat.keras.model_inputs import RankOfInput
from flake8_concat.keras.models import Functional
from flake8_concat.keras.operators import ARITHMETIC
from flake8_concat.keras.ops.in_layers import (
    MAKERS,
    REFUSED_IN_LAYERS,
    REFUSED_OF_ARRAYS,
    REFUSED_ONLY_IN_LAYERS,
)
from flake8_concat.keras.ops.kinds import Refusing
from flake8_concat.keras.registry import Misuse, NotGiven
from flake8_concat.keras.running import WhereItRuns, refused_by_itself
from flake8_concat.keras.sequential import Sequential
from flake8_concat.shapes import Mismatch, OfNone, Refusal, Shape
from flake8_concat.trace.facts import Event, Site
from flake8_concat.trace.from_outside import taken_from_outside
from flake8_concat.trace.keras_version import is_of_tensorflow
from flake8_concat.trace.made_of import from_inputs, is_listed
from flake8_concat.trace.placeholders import has_star, is_spelled_out, unset

# What Keras refuses of a symbolic tensor it may take of one that has values: `argsort` of a number,
# `one_hot` on a last axis, a Sequential on other sizes than those of its first call. What a
# functional model takes it checks for both.
SYMBOLIC = frozenset({Refusal.WRONG_SHAPE, Refusal.WRONG_RANK})
# Functions that take tensors of TensorFlow: what they refuse they refuse in any layer.
OF_TENSORFLOW = ("tf.", "keras.backend.")
MAY_BE_EMPTY = ("tf.", "keras.ops.image.extract_patches")
# Operators on what is no tensor and no number, and on numbers with no axis to multiply along.
REFUSED_OPERANDS = frozenset({"@", *ARITHMETIC})


class Certainty:
    """The part of the tracer that tells what is refused for certain."""

    def refuses(self: Any, event: Event, *, symbolic: bool) -> bool:
        """Whether Keras certainly refuses what its rule for symbolic tensors does."""
        inputs = event.inputs
        if isinstance(event.outcome, Misuse):
            # Before Keras 3 a model took its `training` by position.
            of_model = isinstance(event.operation, (Functional, Sequential))
            return self.binds_for_good(event.outcome, event.site) and not (
                of_model and self.is_older
            )
        if self.tentative and (
            not inputs
            or id(event.operation) in self.unset
            or unset(event.site, event.args, event.kwargs, nones=event.kind == "op")
        ):
            return False
        if isinstance(event.operation, WhereItRuns):
            return not self.tentative
        name = getattr(event.operation, "name", "")
        if not inputs:
            return (
                isinstance(event.operation, Refusing)
                or name in MAKERS
                or REFUSED_IN_LAYERS.get(name) == (1 if is_listed(event.args) else 0)
                or REFUSED_IN_LAYERS.get(name) == 0
                or not name.startswith("keras.ops.")
            )
        assert isinstance(event.outcome, Mismatch)
        if isinstance(event.outcome, RankOfInput):
            return not self.tentative
        of_layer = isinstance(event.operation, Layer)
        if of_layer and (self.inside or not symbolic):
            by_itself = refused_by_itself(
                event.operation, event.outcome, (tensor.shape for tensor in inputs)
            )
            if by_itself and not self.is_refused_empty(event):
                return False
        if self.inside and (isinstance(event.outcome, OfNone) or taken_from_outside(event)):
            return False
        if event.outcome.refusal is Refusal.EMPTY_OUTPUT and name.startswith(MAY_BE_EMPTY):
            return symbolic  # what has no elements may be made at once
        if event.outcome.refusal not in SYMBOLIC or isinstance(event.operation, Functional):
            return True
        if self.inside and isinstance(event.operation, Refusing):
            return True
        if self.inside and (name == "@" or (name == "[]" and event.outcome.axis is None)):
            return symbolic or not self.tentative
        # Arrays are as good, where the code runs: what is not called may be given other things.
        arrays = not symbolic and not self.tentative
        if arrays and not self.inside:
            if isinstance(event.operation, Refusing) or operator_refused_of_arrays(
                name, event.outcome
            ):
                return True
            if name in REFUSED_ONLY_IN_LAYERS:
                return False
        if (self.inside and (symbolic or not self.tentative)) or arrays:
            least = 0 if name.startswith(OF_TENSORFLOW) else REFUSED_IN_LAYERS.get(name)
            if name in REFUSED_OF_ARRAYS and not self.inside:
                least = 0
            if least is not None and all(ranks_at_least(inputs, least)):
                return True
        if of_layer and not symbolic:
            return not self.tentative
        return symbolic and (event.kind == "call" or from_inputs(inputs))

    def is_refused_empty(self: Any, event: Event) -> bool:
        """Whether pooling in a body leaves nothing, of tensors that have no values in TensorFlow.

        Of those that have some it may make an empty one, as JAX does.
        """
        empty = event.outcome.refusal is Refusal.EMPTY_OUTPUT  # type: ignore[union-attr]
        return bool(
            empty
            and self.inside
            and not (self.on_values or self.tentative)
            and is_of_tensorflow(self.facts.source.text)
        )

    def binds_for_good(self: Any, refusal: Misuse, site: Site | None) -> bool:
        """Whether a call certainly has the arguments that don't bind."""
        return not self.tentative and not (isinstance(refusal, NotGiven) and has_star(site))

    def is_made_so(self: Any, refusal: Misuse, site: Site | None) -> bool:
        """The same of a call that makes a layer: nobody needs to run what is spelled out."""
        return self.binds_for_good(refusal, site) or is_spelled_out(site, self.scope)


def operator_refused_of_arrays(operator: str, refusal: Mismatch) -> bool:
    """Whether an operator refuses of arrays what it does of tensors: too many axes, a word.

    An index that is out of range JAX takes.
    """
    return operator in REFUSED_OPERANDS or (operator == "[]" and refusal.axis is None)


def ranks_at_least(tensors: Iterable[Tensor], least: int) -> Iterator[bool]:
    """Of each tensor whether it has so many axes."""
    for tensor in tensors:
        yield isinstance(tensor.shape, Shape) and len(tensor.shape) >= least
