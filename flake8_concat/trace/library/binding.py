"""What Keras refuses of calls that give no tensor: arguments that don't bind, odd values."""

from __future__ import annotations

from typing import Any

from flake8_concat.keras.registry import Args, BadCall, Signature, misuse_of
from flake8_concat.shapes import Lose, Mismatch, Refusal


def note(tracer: Any, name: str, args: Any, kwargs: Any, refusal: Mismatch | None) -> None:
    """Writes down what Keras refuses of a call, if it does."""
    if refusal is not None and not tracer.tentative:
        tracer.no_outcome(name, args, kwargs, refusal)


def refused(tracer: Any, name: str, args: Any, kwargs: Any, what: str) -> Lose:
    """The same in words; to be raised where nothing is known of what the call gives."""
    note(tracer, name, args, kwargs, Mismatch(Refusal.WRONG_SHAPE, what))
    return Lose(f"`{name}()` is refused: {what}")


def bound_to(
    tracer: Any, name: str, signature: Signature, args: tuple[Any, ...], kwargs: dict[str, Any]
) -> Args:
    """The arguments by their names. Raises Lose where they don't bind."""
    try:
        return signature.bind(args, kwargs)
    except BadCall as problem:
        refusal = misuse_of(problem)
        if tracer.binds_for_good(refusal, tracer.site):
            tracer.no_outcome(name, args, kwargs, refusal)
        raise Lose(f"`{name}()` {problem}") from None
