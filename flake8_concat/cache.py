"""What was said of a file before, kept on disk: a second run over the same tree reads and hashes.

An answer depends on the file's bytes, on the files beside it that were read or looked for, on the
options, and on the versions of this tool, of Python and of LibCST. All of it is checked before an
answer is given again. What is kept is plain JSON, one file for each file checked.
"""

from __future__ import annotations

import hashlib
import json
import os
import stat
import sys
from collections.abc import Mapping
from contextlib import suppress
from functools import cache
from typing import Any

FOLDER = ".flake8-concat-cache"
VARIABLE = "FLAKE8_CONCAT_CACHE"  # of the environment: another folder
_TAG = "Signature: 8a477f597d28d172789f06886806bc55\n# made by flake8-concat, may be deleted\n"


class Cache:
    """Answers by file and `command`. `options`: what else they depend on, in words."""

    def __init__(self, folder: str, command: str, options: str) -> None:
        self.folder, self.command = folder, command
        self.question = f"{versions()}\n{command}\n{options}\n{os.getcwd()}"
        self._states: dict[tuple[str, bool], str] = {}

    def find(self, path: str, data: bytes) -> Any:
        """The answer for these bytes at this path; None if there is none that holds still."""
        try:
            entry = json.loads(_read(self._file(path)))
            if entry["key"] == self._key(path, data) and self._holds(entry["neighbours"]):
                return entry["answer"]
        except (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError):
            pass  # whatever stands there is no answer
        return None

    def _holds(self, neighbours: Mapping[str, str]) -> bool:
        return all(self._state(path, state) == state for path, state in neighbours.items())

    def _state(self, path: str, like: str) -> str:
        from flake8_concat.neighbours import state_of

        key = (path, " " in like)
        if key not in self._states:
            self._states[key] = state_of(path, like)
        return self._states[key]

    def keep(self, path: str, data: bytes, neighbours: Mapping[str, str], answer: Any) -> None:
        """Writes an answer down. What can't be written is not kept."""
        entry = {"key": self._key(path, data), "neighbours": dict(neighbours), "answer": answer}
        target = self._file(path)
        new = f"{target}.{os.getpid()}"
        try:
            self._make_folder()
            text = json.dumps(entry)
            # "x": nothing is written through a link that someone else has put there
            with open(new, "x", encoding="utf-8") as file:
                file.write(text)
        except FileExistsError:
            return
        except (OSError, ValueError):
            _remove(new)
            return
        try:
            os.replace(new, target)
        except OSError:
            _remove(new)

    def _make_folder(self) -> None:
        if os.path.isdir(self.folder):
            return
        os.makedirs(self.folder, exist_ok=True)
        for name, text in ((".gitignore", "*\n"), ("CACHEDIR.TAG", _TAG)):
            with open(os.path.join(self.folder, name), "w", encoding="utf-8") as file:
                file.write(text)

    def _file(self, path: str) -> str:
        key = f"{self.command}\n{path}".encode("utf-8", "backslashreplace")
        name = hashlib.sha256(key).hexdigest()
        return os.path.join(self.folder, f"{name[:32]}.json")

    def _key(self, path: str, data: bytes) -> str:
        start = f"{self.question}\n{path}\n".encode("utf-8", "backslashreplace")
        return hashlib.sha256(start + data).hexdigest()


def _read(path: str) -> bytes:
    """What a file of the cache says. Raises OSError, also for a pipe or a device."""
    with open(path, "rb", opener=_without_waiting) as file:
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            raise OSError("no file")
        return file.read()


def _without_waiting(path: str, flags: int) -> int:
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def _remove(path: str) -> None:
    with suppress(OSError):
        os.unlink(path)


def folder() -> str:
    """Where answers are kept."""
    return os.environ.get(VARIABLE) or FOLDER


@cache
def versions() -> str:
    """What makes an answer another one though nothing of the user's has changed."""
    from importlib.metadata import PackageNotFoundError, version

    from flake8_concat import __version__

    try:
        parser = version("libcst")
    except PackageNotFoundError:
        parser = "?"
    return f"{__version__} {_code()} libcst {parser} python {sys.version}"


def _code() -> str:
    """The state of this package's own files, which change without a new version while we work."""
    found = hashlib.sha256()
    for here, folders, names in os.walk(os.path.dirname(__file__)):
        folders.sort()
        for name in sorted(names):
            if not name.endswith(".pyc"):
                status = os.stat(os.path.join(here, name))
                found.update(f"{here}/{name} {status.st_mtime_ns} {status.st_size}\n".encode())
    return found.hexdigest()
