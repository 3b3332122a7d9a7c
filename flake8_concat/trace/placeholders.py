"""Values that stand where another one is to be: None, 0, nothing in a list.

Code that nothing calls is followed with the defaults of its parameters and with what `__init__`
leaves in `self`. `classes=0` and `self.names = []` are there to be set before the code runs; what
Keras refuses because of them is no mistake. What is written out in the call itself is meant.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import libcst as cst

from flake8_concat.trace.facts import Site
from flake8_concat.trace.values import Scope

UNSET = "an argument is None, 0 or empty as long as nobody sets it"


def unset(
    site: Site | None, args: tuple[Any, ...], kwargs: Mapping[str, Any], *, nones: bool = True
) -> bool:
    """Whether an argument of the call at `site` stands for one that is set later.

    nones: whether None counts, which is the usual value of many arguments
    """
    if not may_stand_for_others(args, kwargs):
        return False
    found = [
        key
        for key, value in (*enumerate(args), *kwargs.items())
        if _stands_for_another(value, nones=nones)
    ]
    if not found:
        return False
    written: dict[Any, cst.BaseExpression] = {}
    for position, arg in enumerate(getattr(site and site.node, "args", ())):
        written[arg.keyword.value if arg.keyword is not None else position] = arg.value
    return any(not _is_written_out(written.get(key)) for key in found)


def is_empty_shape(parameter: str, default: Any) -> bool:
    """Whether a parameter's default is a shape that its callers give: `input_shape=()`."""
    return isinstance(default, (list, tuple)) and not default and "shape" in parameter.lower()


_THEMSELVES = frozenset({str, float, bool})


def may_stand_for_others(args: tuple[Any, ...], kwargs: Mapping[str, Any]) -> bool:
    """Whether any argument is None, 0 or empty, or has such in it: in few calls. A quick look."""
    for value in (*args, *kwargs.values()):
        if type(value) not in _THEMSELVES and _stands_for_another(value, nones=True):
            return True
    return False


def has_star(site: Site | None) -> bool:
    """Whether the call at `site` is written with `*args` or `**kwargs`, which may be set later."""
    return any(argument.star for argument in getattr(site and site.node, "args", ()))


def is_spelled_out(site: Site | None, scope: Scope) -> bool:
    """Whether the call at `site` is the same whoever runs it, but for the values of its arguments.

    What is called then stands in the module, not in a parameter, and no star brings arguments.
    """
    if site is None or not isinstance(site.node, cst.Call) or has_star(site):
        return False
    called = site.node.func
    while isinstance(called, cst.Attribute):
        called = called.value
    if not isinstance(called, cst.Name):
        return False
    found: Scope | None = scope
    while found is not None and called.value not in found:
        found = found.parent
    if found is None:  # a star import brought it
        return True
    return found.module is not None and found is found.module.scope


def _stands_for_another(value: Any, *, nones: bool) -> bool:
    if isinstance(value, (list, tuple)):
        return not value or any(_stands_for_another(item, nones=nones) for item in value)
    return (type(value) is int and value == 0) or (nones and value is None)


def _is_written_out(node: cst.BaseExpression | None) -> bool:
    """Whether it is a number, a constant of the module, or a tuple or list of such."""
    if isinstance(node, (cst.Tuple, cst.List)):
        return all(_is_written_out(element.value) for element in node.elements)
    return type(node) is cst.Integer or (type(node) is cst.Name and node.value.isupper())
