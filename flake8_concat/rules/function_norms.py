"""Normalisations by a function of TensorFlow 1 over the height: `batch_normalization(x, axis=1)`.

Nothing is known of what such code gives. But a function that hands what it is given to the
normalisation is called on convolutions, in a file that has its channels last.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import libcst as cst

from flake8_concat import late
from flake8_concat.rules.axis_fixes import written_axis
from flake8_concat.rules.base import Finding, Place
from flake8_concat.rules.describe import code
from flake8_concat.rules.names import Outline, definitions
from flake8_concat.rules.names import Place as Scope
from flake8_concat.rules.other_format import OtherFormat
from flake8_concat.rules.written_past import called
from flake8_concat.trace.facts import Facts

_NORM = "batch_normalization"
# What shows that the channels are last: strides of both sides, a join along axis 3.
_LAST = late.compiled(
    r"\[\s*1\s*,\s*(?P<stride>\w+)\s*,\s*(?P=stride)\s*,\s*1\s*\]"
    r"|\bconcat\w*\([^()]*\baxis\s*=\s*3\b"
)
_CONVOLVES = late.compiled(r"conv\w*2d|^conv$", re.IGNORECASE)


def function_norms(facts: Facts) -> Iterator[Finding]:
    """The normalisations over axis 1 of what a convolution gives."""
    source = facts.source
    if f"{_NORM}(" not in source.text or not _LAST.search(source.text):
        return
    if source.view(OtherFormat).anywhere:
        return
    outline = Outline.of(source)
    for call, place in outline.calls:
        if called(call) != _NORM or written_axis(call) != "1" or not call.args:
            continue
        full = outline.full_name(call.func) or ""
        if not full.endswith("layers.batch_normalization"):
            continue
        given = call.args[0].value
        if any(_convolves(one) for one in _values(given, place, outline)):
            message = (
                f"{code(call.func)}(axis=1) normalises what a convolution gives over axis 1, the "
                "height; this file has its channels last: axis=-1 is meant"
            )
            yield Finding(Place(source, call), message)


def _values(
    node: cst.BaseExpression, place: Scope, outline: Outline
) -> Iterator[cst.BaseExpression]:
    """What is normalised: as it stands there, or what the function around is called on."""
    if not isinstance(node, cst.Name):
        yield node
        return
    if node.value not in place.parameters:
        found = definitions(node.value, place)
        yield from (value for value, _ in found[:1] if len(found) == 1)
        return
    function = place.node
    if isinstance(function, cst.FunctionDef) and node.value not in place.definitions:
        for call, _ in outline.calls:
            same = isinstance(call.func, cst.Name) and call.func.value == function.name.value
            if same and call.args and call.args[0].keyword is None:
                yield call.args[0].value


def _convolves(node: cst.BaseExpression) -> bool:
    return isinstance(node, cst.Call) and bool(_CONVOLVES.search(called(node) or ""))
