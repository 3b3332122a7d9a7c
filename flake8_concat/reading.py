"""From the bytes of a file to its text, as Python reads source files."""

from __future__ import annotations

import io
import tokenize

BOM = "\ufeff"


class Unreadable(ValueError):
    """The bytes are no Python source text, in one line for the user."""


def decode(source: str | bytes) -> str:
    """The text of a source file, without a byte order mark; line ends stay as they are.

    Follows the byte order mark and the `# -*- coding` comment. Raises Unreadable.
    """
    if isinstance(source, bytes):
        try:
            encoding, _ = tokenize.detect_encoding(io.BytesIO(source).readline)
            source = source.decode(encoding)
        except (SyntaxError, ValueError, LookupError) as problem:
            raise Unreadable(f"cannot be decoded: {problem}") from None
    return source.removeprefix(BOM)


def read(path: str) -> str:
    """The text of a file. Raises OSError and Unreadable."""
    with open(path, "rb") as file:
        return decode(file.read())
