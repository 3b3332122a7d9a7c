"""An array whose sides are exchanged in a reshape: `h, w = x.shape[:2]`, `x.reshape((w, h, 9))`.

Whatever its axes are, a reshape turns nothing: it cuts the rows of such an array elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import libcst as cst

from flake8_concat import late
from flake8_concat.rules.describe import code, text_of
from flake8_concat.rules.names import Place as Scope
from flake8_concat.rules.names import dotted, unpacked_from
from flake8_concat.rules.shape_reads import shape_read
from flake8_concat.rules.size_ends import Parts, tells_channels
from flake8_concat.rules.size_sides import sides

_TURNING = late.compiled(r"transpose|permute|Permute|swapaxes|moveaxis|rot90|rotate|einsum|\.T\b")


def reshaped_sides(
    call: cst.Call, scope: Scope
) -> Iterator[tuple[cst.BaseExpression, cst.BaseExpression]]:
    """The two sides that a reshape exchanges, of the array that it takes."""
    name = dotted(call.func) or ""
    if not name.endswith("reshape") or not call.args:
        return
    array, sizes = _given(call)
    if array is None or not isinstance(sizes, (cst.Tuple, cst.List)):
        return
    parts: Parts = [(element.value, scope) for element in sizes.elements]
    if len(parts) < 3 or tells_channels(parts):
        return  # which is looked at anyway
    for (one, _), (other, _) in pairwise(parts):
        if sides(one, scope, other, scope) != ("width", "height"):
            continue
        first, second = (unpacked_from(dotted(size) or "", scope) for size in (one, other))
        if first is None or second is None or first[0] is not second[0]:
            continue
        read = shape_read(first[0], scope)
        if first[1] != second[1] + 1 or read is None or code(read.owner) != code(array):
            continue
        if not _TURNING.search(text_of(scope.node)):
            yield one, other


def _given(call: cst.Call) -> tuple[cst.BaseExpression | None, cst.BaseExpression | None]:
    """What is reshaped, and to which sizes: `x.reshape((h, w))`, `tf.reshape(x, (h, w))`."""
    if len(call.args) == 1 and isinstance(call.func, cst.Attribute):
        return call.func.value, call.args[0].value
    return (call.args[0].value, call.args[1].value) if len(call.args) == 2 else (None, None)
