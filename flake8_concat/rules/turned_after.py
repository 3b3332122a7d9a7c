"""Images that a file resizes, and turns on their side right after that.

`image = tf.image.resize(image, [height, width])`, `image = tf.transpose(image, [1, 0, 2])`: so text
recognition brings the width to the front, as its steps. Who turns what was resized gave its height
first.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import libcst as cst

from flake8_concat import late
from flake8_concat.rules.describe import code
from flake8_concat.rules.names import Outline, dotted
from flake8_concat.rules.names import Place as Scope
from flake8_concat.rules.size_arguments import HEIGHT_FIRST, Want, want_of
from flake8_concat.rules.written_past import called

_TURNS = ("transpose", "permute_dimensions")
_EXCHANGES = late.compiled(r"transpose\(|permute|rot90|rotate|swapaxes|moveaxis|\.T\b|turn\w*\(")
_ORDER = late.compiled(r"[(\[]\s*1\s*,\s*0\s*,\s*2\s*,?\s*[)\]]")  # of a picture without its batch


def resized_before_turning(outline: Outline) -> Iterator[tuple[cst.Call, Scope, Want]]:
    """The calls that resize an image, where the next line exchanges its sides."""
    if "[1, 0, 2]" not in outline.source.text and "(1, 0, 2)" not in outline.source.text:
        return
    counts: dict[int, int] = {}  # how often a function exchanges axes
    for (one, place), (other, around) in pairwise(outline.assigns):
        if place is not around or not isinstance(one.value, cst.Call):
            continue
        name = dotted(one.targets[0].target)
        if called(one.value) != "resize" or name is None or not _turns(other.value, name):
            continue
        if id(place) not in counts:
            counts[id(place)] = len(_EXCHANGES.findall(code(place.node)))
        if counts[id(place)] > 1:
            continue  # it may have been turned before
        want = want_of(one.value, place, outline)
        if want is not None and want.order == HEIGHT_FIRST and not want.whole:
            yield one.value, place, want


def _turns(value: cst.BaseExpression, name: str) -> bool:
    """Whether an expression exchanges the sides of what has a name."""
    if not isinstance(value, cst.Call) or called(value) not in _TURNS or not value.args:
        return False
    rest = ", ".join(code(arg.value) for arg in value.args[1:])
    return dotted(value.args[0].value) == name and _ORDER.fullmatch(rest) is not None
