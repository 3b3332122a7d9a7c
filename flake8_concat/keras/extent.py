"""How much there is to run where a model or a layer is called that holds others.

A model may hold itself twice, in a model that is held twice, and so on: sixty levels of that are
more calls than anyone waits for.
"""

from __future__ import annotations

from typing import Any

# Layers that call layers that they are given.
HOLDING = frozenset(
    {
        "Bidirectional", "Pipeline", "RNN", "SpectralNormalization", "StackedRNNCells",
        "TimeDistributed", "Wrapper",
    }
)  # fmt: skip
CALLS_A_STEP = 2  # of layers in a model that is run again on other sizes
MOST = 20_000  # calls of layers; the largest network of keras.applications has some eight hundred


def extent(operation: Any) -> int:
    """How many calls of layers one of an operation is, in all that it holds; at most MOST.

    What holds itself has MOST of them. Each thing is looked at once.
    """
    known: dict[int, int] = {}
    way = [(operation, False)]
    while way:
        here, counted = way.pop()
        if counted:
            known[id(here)] = min(MOST, 1 + sum(known[id(inner)] for inner in _held(here)))
        elif id(here) not in known:
            known[id(here)] = MOST  # for what is found to hold itself
            held = _held(here)
            way.append((here, True))
            way += [(inner, False) for inner in held]
    return known[id(operation)]


def _held(operation: Any) -> list[Any]:
    """What an operation calls: a model its layers, a layer those among its arguments."""
    graph = getattr(getattr(operation, "functional", operation), "graph", None)
    if graph is not None:
        return [node.operation for node in graph.nodes]
    layers = getattr(operation, "layers", None)
    if isinstance(layers, list):
        return layers
    found: list[Any] = []
    for value in getattr(operation, "args", {}).values():
        found += value if type(value) in (list, tuple) else (value,)
    return [inner for inner in found if hasattr(inner, "outcome")]
