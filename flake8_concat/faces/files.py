"""From the paths that a user names to the Python files meant."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from fnmatch import fnmatch


def python_files(
    paths: Iterable[str], exclude: tuple[str, ...], *, own: bool = False
) -> Iterator[str]:
    """Files as they are named, and the `*.py` in folders, sorted, each once.

    What `exclude` names is left out of folders only. Links to folders are not followed. `own`: nor
    are links to files that lie outside of the folder.
    """
    seen: set[str] = set()
    for path in paths:
        for found in _in_folder(path, exclude) if os.path.isdir(path) else (path,):
            if own and found is not path and not _lies_in(found, path):
                continue
            key = os.path.normpath(found)
            if key not in seen:
                seen.add(key)
                yield found


def _in_folder(folder: str, exclude: tuple[str, ...]) -> Iterator[str]:
    for here, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not _excluded(name, exclude))
        for name in sorted(files):
            if name.endswith(".py") and not _excluded(name, exclude):
                path = os.path.normpath(os.path.join(here, name))
                # to read a pipe would never end; a link to nowhere is to be complained of
                if os.path.isfile(path) or not os.path.exists(path):
                    yield path


def _lies_in(path: str, folder: str) -> bool:
    """Whether a file below a folder is really there."""
    return os.path.realpath(path).startswith(os.path.join(os.path.realpath(folder), ""))


def _excluded(name: str, exclude: tuple[str, ...]) -> bool:
    return any(fnmatch(name, pattern) for pattern in exclude)
