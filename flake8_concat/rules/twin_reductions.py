"""Two reductions that are called after the two sides, and are the same.

`pool_h = reduce_mean(x, axis=1)`, and below it `pool_w = reduce_mean(x, axis=1)`: whichever of the
sides axis 1 is, nobody wants the same twice under two names.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import libcst as cst

from flake8_concat import late
from flake8_concat.rules.base import Finding, Place
from flake8_concat.rules.describe import code, short_code
from flake8_concat.rules.names import Outline, dotted
from flake8_concat.rules.side_words import side_of, twins
from flake8_concat.rules.size_sides import names_sides
from flake8_concat.trace.facts import Facts

_REDUCED = late.compiled(
    r"\b(?:reduce_\w+|mean|max|sum|amax|min)\([^()]*(?:axis\s*=\s*|,\s*)[(\[]?-?[1-3]\b"
)
_HOW = ("reduce_", "mean(", "max(", "sum(", "min(")  # a quick look
_WEIGHTED = late.compiled(r"Conv|Dense|LSTM|GRU|Dropout|random")  # twice the same gives two things


def twin_reductions(facts: Facts) -> Iterator[Finding]:
    """The second of two such reductions that stand one below the other."""
    source = facts.source
    if not any(how in source.text for how in _HOW) or not names_sides(source):
        return
    for (one, place), (other, others) in pairwise(Outline.of(source).assigns):
        if type(other.value) is not cst.Call or type(one.value) is not cst.Call:
            continue
        name, second = (dotted(assign.targets[0].target) or "" for assign in (one, other))
        apart = place is not others or side_of(name) == side_of(second)
        if apart or not twins(name, second):
            continue
        written = code(other.value)
        if written != code(one.value) or not _REDUCED.search(written):
            continue
        if not _WEIGHTED.search(written):
            message = f"{name} and {second} are the same: both are {short_code(other.value)}"
            yield Finding(Place(source, other.value), message)
