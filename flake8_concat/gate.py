"""Whether a file is worth reading: a look at its text, before anything heavy is imported.

A file is traced when its text names keras or tensorflow (`import tf_keras`, `tensorflow.keras`,
`keras_cv`, … all hold one of the two), or when a file of the same project that it imports does:
`from blocks import unet; unet((300, 300, 3))` builds a model without ever saying "keras". Only
direct imports are followed here, and of each imported file only the text is looked at.
"""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator, Mapping
from functools import lru_cache

MAX_BYTES = 1_000_000  # of a neighbour that are looked at
_WORDS = ("keras", "tensorflow")
_IMPORT = re.compile(
    r"^[ \t]*(?:from[ \t]+(?P<base>\.*[\w.]*)[ \t]+import[ \t(]*(?P<names>[^\n#;]*)"
    r"|import[ \t]+(?P<modules>[\w., \t]+))",
    re.MULTILINE,
)
_NAME = re.compile(r"\w+")


def mentions_keras(text: str) -> bool:
    """Whether the text names keras or tensorflow at all."""
    return any(word in text for word in _WORDS)


def worth_tracing(text: str, path: str | None, unsaved: Mapping[str, str] | None = None) -> bool:
    """Whether a trace of this file can find anything. `path` None: it has no neighbours.

    `unsaved`: texts of neighbours by path that are newer than what is on disk.
    """
    if mentions_keras(text):
        return True
    if not path or "import" not in text:
        return False
    if unsaved:
        here = os.path.dirname(os.path.abspath(path))
        places = (place for module in _imported(text) for place in _candidates(module, here))
        if any(mentions_keras(unsaved.get(place, "")) for place in places):
            return True
    return any(_file_mentions_keras(*found) for found in _neighbours(text, path))


def _neighbours(text: str, path: str) -> Iterator[tuple[str, int, int]]:
    """The existing project files that the text imports, as (path, mtime, size)."""
    here = os.path.dirname(os.path.abspath(path))
    seen = set()
    for module in _imported(text):
        for candidate in _candidates(module, here):
            if candidate in seen:
                continue
            seen.add(candidate)
            try:
                status = os.stat(candidate)
            except (OSError, ValueError):
                continue
            if stat.S_ISREG(status.st_mode):  # to read a pipe or a device would never end
                yield candidate, status.st_mtime_ns, status.st_size


def _imported(text: str) -> Iterator[str]:
    """The names of the modules that a text may import, relative ones with their dots."""
    for match in _IMPORT.finditer(text):
        base = match["base"]
        if base is None:
            for module in match["modules"].split(","):
                yield from module.split()[:1]
            continue
        if base.strip("."):
            yield base
        dot = "" if base.endswith(".") else "."
        for name in _NAME.findall(match["names"]):
            yield f"{base}{dot}{name}"


def _candidates(module: str, here: str) -> Iterator[str]:
    """Where a module of the project may stand: beside the file, or from its package's root."""
    name = module.lstrip(".")
    level = len(module) - len(name)
    parts = name.split(".")
    if level:
        roots = [os.path.normpath(os.path.join(here, *[os.pardir] * (level - 1)))]
    else:
        roots = _roots(here)
    for root in roots:
        place = os.path.join(root, *parts)
        yield place + ".py"
        yield os.path.join(place, "__init__.py")


@lru_cache(maxsize=256)
def _roots(folder: str) -> list[str]:
    """The folder, and the one in which its outermost package stands."""
    top = folder
    while os.path.isfile(os.path.join(top, "__init__.py")):
        parent = os.path.dirname(top)
        if parent == top:
            break
        top = parent
    return [folder] if top == folder else [folder, top]


@lru_cache(maxsize=4096)
def _file_mentions_keras(path: str, mtime: int, size: int) -> bool:  # noqa: ARG001 - the cache's key
    try:
        with open(path, "rb") as file:
            data = file.read(MAX_BYTES)
    except OSError:
        return False
    return any(word.encode() in data for word in _WORDS)
