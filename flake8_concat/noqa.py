"""`# noqa` comments, with flake8's meaning: for the faces that have no flake8 around them.

`# noqa` counts on the line of the report (on any line of a string that goes over several);
`# noqa: CAT101, E501` silences codes that begin so; a line `# flake8: noqa` silences the file.
"""

from __future__ import annotations

import io
import re
import tokenize
from collections.abc import Iterable

from flake8_concat import late
from flake8_concat.diagnostics import Diagnostic

# As in flake8.defaults, whose names differ between versions.
_INLINE = late.compiled(r"# noqa(?::[\s]?(?P<codes>([A-Z]+[0-9]+(?:[,\s]+)?)+))?", re.IGNORECASE)
_FILE = late.compiled(r"\s*# flake8[:=]\s*noqa", re.IGNORECASE)
_LONG = 10_000  # tokenize keeps a copy of the line for each token on it
_SEPARATOR = late.compiled(r"[,\s]+")


def without_silenced(found: Iterable[Diagnostic], lines: list[str]) -> list[Diagnostic]:
    """The diagnostics that no comment silences. `lines` are those of the whole file."""
    found = list(found)
    if not found or not any("noqa" in line.lower() for line in lines):
        return found
    if any(_FILE.match(line) for line in lines):
        return []
    spans = _spans(lines)
    return [item for item in found if not _silenced(item.code, spans.get(item.range.line, ""))]


def _silenced(code: str, text: str) -> bool:
    match = _INLINE.search(text)
    if match is None:
        return False
    return match["codes"] is None or code.startswith(tuple(_codes(match["codes"])))


def _codes(text: str) -> list[str]:
    return [code for code in _SEPARATOR.split(text.strip().upper()) if code]


def _spans(lines: list[str]) -> dict[int, str]:
    """For each line number its text; for the lines of one long string all of them together."""
    found = dict(enumerate(lines, 1))
    if max(map(len, lines)) > _LONG:
        return found
    text = "\n".join(lines) + "\n"
    first = 0
    try:
        for token in tokenize.generate_tokens(io.StringIO(text).readline):
            if token.type in (tokenize.ENDMARKER, tokenize.DEDENT):
                continue
            first = first or token.start[0]
            if token.type in (tokenize.NEWLINE, tokenize.NL):
                if token.end[0] > first:
                    whole = "\n".join(lines[first - 1 : token.end[0]])
                    found.update(dict.fromkeys(range(first, token.end[0] + 1), whole))
                first = 0
    except (tokenize.TokenError, SyntaxError):
        pass  # what could be told so far counts, as in flake8
    return found
