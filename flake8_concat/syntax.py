"""Python's own parser, without what it prints about a text: of odd escapes, of `1 is x`."""

from __future__ import annotations

import ast
import warnings
from typing import Any

# A string without its prefix, for patterns with the flags `s` and `x`. One that nothing closes goes
# on to the end of its line, or of the text: to look for the end of each anew would be quadratic.
# Each way to begin is a letter of its own, so that a search looks for those and nothing else.
DOUBLE_QUOTED = r"""\"\"\"[^"\\]*(?:(?:\\.?|"(?!""))[^"\\]*)*(?:\"\"\"|\Z)"""
LONG_STRING = rf"""\'\'\'[^'\\]*(?:(?:\\.?|'(?!''))[^'\\]*)*(?:\'\'\'|\Z)
    |{DOUBLE_QUOTED}"""
STRING = rf"""{LONG_STRING}
    |'[^'\\\n]*(?:\\.?[^'\\\n]*)*'?|"[^"\\\n]*(?:\\.?[^"\\\n]*)*"?"""


def parse(text: str, mode: str = "exec") -> Any:
    """The `ast` of a text. Raises what `ast.parse` raises."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return ast.parse(text, mode=mode)


def literal(text: str) -> Any:
    """The value of a string or number as it is written. Raises SyntaxError, ValueError."""
    if "\\" not in text:
        return ast.literal_eval(text)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return ast.literal_eval(text)
