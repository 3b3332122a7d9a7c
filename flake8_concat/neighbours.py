"""What stands beside a file: looked at, read, and known again later. Nothing heavy is imported."""

from __future__ import annotations

import os
import stat

MAX_BYTES = 200_000  # of a file that is read for the sake of another one
FILE, FOLDER = "file", "folder"
REAL = "real "  # before a path: the question where it really lies, links followed


def kind_of(path: str) -> str:
    """FILE, FOLDER, or "" for anything else and nothing."""
    try:
        mode = os.stat(path).st_mode
    except (OSError, ValueError):
        return ""
    return FILE if stat.S_ISREG(mode) else FOLDER if stat.S_ISDIR(mode) else ""


def read_file(path: str) -> tuple[bytes | None, str]:
    """The bytes of a sibling, None if it is not one to read; and its state."""
    kind = kind_of(path)
    if kind != FILE:  # to open a pipe would wait for ever
        return None, kind
    try:
        with open(path, "rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError:
        return None, f"{FILE} unreadable"
    import hashlib  # a file that reads no sibling does without OpenSSL

    state = f"{FILE} {hashlib.sha256(data).hexdigest()}"
    return (data if len(data) <= MAX_BYTES else None), state


def state_of(path: str, like: str) -> str:
    """What is there now, said as exactly as `like` says what was there."""
    if path.startswith(REAL):
        return real_path(path.removeprefix(REAL))
    return read_file(path)[1] if like.startswith(f"{FILE} ") else kind_of(path)


def real_path(path: str) -> str:
    """Where a file really lies; "" for a name that no file can have."""
    try:
        return os.path.realpath(path)
    except (OSError, ValueError):
        return ""
