"""An operator on tensors as a node of the graph."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from flake8_concat.shapes import Known, Lose, Outcome, Refuse


class Operator:
    """An operator on tensors as an operation of the graph. `rule` takes and gives Shapes."""

    __slots__ = ("name", "rule")

    def __init__(self, name: str, rule: Callable[..., Any]) -> None:
        self.name, self.rule = name, rule

    def outcome(self, args: tuple[Any, ...], kwargs: Mapping[str, Any]) -> Outcome:
        """What it gives for these Shapes."""
        try:
            result = self.rule(*args)
        except Lose as lost:
            return lost.unknown
        except Refuse as refused:
            return refused.mismatch
        return result if isinstance(result, Known) else Known(result)
