"""What `fit` gives: a History, whose `history` holds a list for each loss and metric."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from flake8_concat.shapes import Lose, Mismatch, Refusal
from flake8_concat.trace.library.objects import Object
from flake8_concat.trace.values import Raised


class History(Object):
    """That of a model that was trained without data to validate it on."""

    __slots__ = ()
    kind = "keras.callbacks.History"
    by_identity = True

    def attribute(self, tracer: Any, name: str) -> Any:
        if name == "history":
            return Kept()
        raise Lose(f"`.{name}` of a History is not followed")


class Kept(Object):
    """Its `history`: no key begins with `val_`."""

    __slots__ = ()
    kind = "builtins.dict"
    by_identity = True

    def item(self, tracer: Any, key: Any) -> Any:
        if isinstance(key, str) and key.startswith("val_"):
            raise Raised("KeyError")
        raise Lose("what `fit` kept is not followed")

    def lacking(self, key: Any) -> Mismatch:
        """The refusal of a key that it has not."""
        what = f"there is no {key!r}: `fit` is given no data to validate on"
        return Mismatch(Refusal.WRONG_SHAPE, what, remedy="validation_split=0.2 takes some")


def is_unvalidated(given: Mapping[str, Any], text: str) -> bool:
    """Whether `fit` certainly validates nothing, and nobody adds to what it keeps."""
    for name in ("validation_data", "validation_split", "callbacks"):
        value = given.get(name)
        if not (value is None or (type(value) in (int, float) and value == 0)):
            return False
    return not any(part in text for part in ("history.update", "]=", "] =", "] +=", "setdefault"))
