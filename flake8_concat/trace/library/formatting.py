"""Strings made from values: `%`, `format()`, f-strings. Bounded before they are made."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from flake8_concat import late
from flake8_concat.shapes import Lose
from flake8_concat.trace.library.plain import (
    STRING_LENGTH,
    bounded,
    children,
    in_order,
    to_python,
)
from flake8_concat.trace.values import Raised

WIDTH = 10_000  # characters that one field may be padded to

_NUMBER = late.compiled(r"\d+")
_PERCENT = late.compiled(r"%(?:\([^()]*\))?[#0\- +]*(\*|\d+)?(?:\.(\*|\d+))?")
_CONVERSIONS: dict[str, Callable[[Any], str]] = {"r": repr, "s": str, "a": ascii}


def text_data(value: Any) -> Any:
    """A value as Python data whose text is certain and not too long. Raises Lose."""
    data = to_python(value)
    todo, length = [data], 0
    while todo:
        item = todo.pop()
        length += len(item) if isinstance(item, (str, bytes)) else 1
        if isinstance(item, (set, frozenset)):
            in_order(item)
        todo.extend(children(item))
    if length > STRING_LENGTH // 4:
        raise Lose("a string too long to follow")
    return data


def check_widths(text: str, times: int = 1) -> None:
    """Raises Lose if a number in a format, where one can ask for padding, is too large."""
    total = 0
    for digits in _NUMBER.findall(text):
        width = int(digits) if len(digits) < 8 else STRING_LENGTH
        total += width * times
        if width > WIDTH or total > STRING_LENGTH:
            raise Lose("a string too long to follow")


def percent(template: Any, values: Any) -> Any:
    """`template % values`."""
    data = text_data(values)
    text = template if isinstance(template, str) else template.decode("latin-1")
    fields = 0
    for width, precision in _PERCENT.findall(text):
        fields += 1
        check_widths(f"{width} {precision}")
        if "*" in (width, precision):
            for item in data if isinstance(data, tuple) else (data,):
                if isinstance(item, int) and abs(item) > WIDTH:
                    raise Lose("a string too long to follow")
    longest = len(str(data)) if not isinstance(data, dict) else len(text_of(data, "s"))
    if len(template) + fields * (longest + WIDTH * (fields > 100)) > STRING_LENGTH:
        raise Lose("a string too long to follow")
    try:
        return bounded(template % data)
    except (TypeError, ValueError, KeyError, OverflowError) as error:
        raise Raised(type(error).__name__) from None


def text_of(value: Any, conversion: str) -> str:
    """`repr(value)` ("r"), `str(value)` ("s") or `ascii(value)` ("a")."""
    return str(bounded(_CONVERSIONS[conversion](text_data(value))))


def format_value(value: Any, conversion: str | None = None, spec: str = "") -> str:
    """`f"{value!conversion:spec}"`."""
    data: Any = text_data(value) if conversion is None else text_of(value, conversion)
    check_widths(spec)
    try:
        return str(bounded(format(data, spec)))
    except (TypeError, ValueError, OverflowError) as error:
        raise Raised(type(error).__name__) from None
