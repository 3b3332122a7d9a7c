"""How many axes a docstring says that a result has: `Returns: 2D tensor` of what gives a map."""

from __future__ import annotations

import re
from collections.abc import Iterator

import libcst as cst

from flake8_concat import late
from flake8_concat.keras.graph import Tensor
from flake8_concat.rules.base import Finding, Place
from flake8_concat.rules.docstring_text import about_the_result
from flake8_concat.shapes import Shape
from flake8_concat.trace.facts import Event, Facts

_RANK = late.compiled(r"\b(?P<rank>[1-5])[ -]?D[ ]+(?:\w+[ ]+)?tensors?\b", re.IGNORECASE)
# "2D" is said of maps as well, whatever number of axes they have
_OF_MAPS = late.compiled(r"maps?\b|image|feature|spatial|conv|mask|\bor\b|/", re.IGNORECASE)


def ranks(
    facts: Facts, function: cst.FunctionDef, events: list[Event], docstring: str
) -> Iterator[Finding]:
    """What it says of the result, counted with the batch or without it, and no call gives."""
    for line in about_the_result(docstring):
        found = list(_RANK.finditer(line))
        if len(found) != 1 or _OF_MAPS.search(line):
            continue
        said = int(found[0]["rank"])
        shapes = [
            event.value.shape if isinstance(event.value, Tensor) else None for event in events
        ]
        known = [shape for shape in shapes if isinstance(shape, Shape)]
        if len(known) == len(shapes) and all(len(s) not in (said, said + 1) for s in known):
            yield Finding(
                Place(facts.source, function.name),
                f"the docstring says {found[0].group()}, the function gives {known[0]}, "
                f"of {len(known[0])} axes",
            )
        return
