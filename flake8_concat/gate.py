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
import time
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import islice

MAX_BYTES = 1_000_000  # of a neighbour that are looked at
MAX_NAMES = 2_000  # in a folder that is listed rather than asked for one name after the other
MAX_LISTINGS = 64  # that are kept
SETTLED = 2_000_000_000  # ns, after which the next change of a folder surely has another time
_WORDS = ("keras", "tensorflow")
_IMPORT = re.compile(
    r"[ \t]*(?:from[ \t]+(?P<base>[.\w]+)[ \t]+import[ \t(]*(?P<names>[^\n#;]*)"
    r"|import[ \t]+(?P<modules>[\w., \t]+))"
)  # of a line
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
        roots = _roots(here)
        places = (place for name in _imported(text) for place in _candidates(name, here, roots))
        if any(mentions_keras(unsaved.get(place, "")) for place in places):
            return True
    return any(_file_mentions_keras(*found) for found in _neighbours(text, path))


def _neighbours(text: str, path: str) -> Iterator[tuple[str, int, int, int]]:
    """The existing project files that the text imports, as (path, mtime, ctime, size)."""
    here = os.path.dirname(os.path.abspath(path))
    roots = _roots(here)
    listings: dict[str, frozenset[str] | None] = {}
    for module in dict.fromkeys(_imported(text)):
        for candidate in _candidates(module, here, roots, listings):
            try:
                status = os.stat(candidate)
            except (OSError, ValueError):
                continue
            if stat.S_ISREG(status.st_mode):  # to read a pipe or a device would never end
                yield candidate, status.st_mtime_ns, status.st_ctime_ns, status.st_size


def _imported(text: str) -> Iterator[str]:
    """The names of the modules that a text may import, relative ones with their dots."""
    for match in _import_lines(text):
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


def _import_lines(text: str) -> Iterator[re.Match[str]]:
    """The lines that import; most lines of a text are not even looked at."""
    found = text.find("import")
    while found >= 0:
        match = _IMPORT.match(text, text.rfind("\n", 0, found) + 1)
        if match is not None:
            yield match
        end = text.find("\n", found)
        found = text.find("import", end) if end >= 0 else -1


def _candidates(
    module: str,
    here: str,
    roots: list[str],
    listings: dict[str, frozenset[str] | None] | None = None,
) -> Iterator[str]:
    """Where a module of the project may stand: beside the file, or from its package's root.

    `listings`: of the folders that were listed so far; only what they don't rule out is given then,
    which spares thousands of looks for `os` and `re` in every folder of a project.
    """
    name = module.lstrip(".")
    level = len(module) - len(name)
    first, dot, _ = name.partition(".")
    if level:
        roots = [os.path.normpath(os.path.join(here, *[os.pardir] * (level - 1)))]
    for root in roots:
        folder = True
        if listings is not None and first.isascii():
            if root not in listings:
                listings[root] = _listing(root)
            names = listings[root]
            folder = names is None or first in names
            if not folder and (dot or f"{first}.py" not in names):  # type: ignore[operator]
                continue
        place = os.path.join(root, *name.split("."))
        yield place + ".py"
        if folder:
            yield os.path.join(place, "__init__.py")


def _roots(folder: str) -> list[str]:
    """The folder, and the one in which its outermost package stands."""
    top = folder
    while os.path.isfile(os.path.join(top, "__init__.py")):
        parent = os.path.dirname(top)
        if parent == top:
            break
        top = parent
    return [folder] if top == folder else [folder, top]


_LISTINGS: dict[str, tuple[tuple[int, int], frozenset[str]]] = {}


def _listing(folder: str) -> frozenset[str] | None:
    """The names in a folder, kept until it changes; None where it shows none or too many."""
    try:
        status = os.stat(folder)
        changed = status.st_mtime_ns, status.st_ctime_ns  # anyone can set the first back
        kept, names = _LISTINGS.get(folder, (None, frozenset()))
        if kept == changed:
            return names
        with os.scandir(folder) as entries:
            names = frozenset(entry.name for entry in islice(entries, MAX_NAMES + 1))
    except (OSError, ValueError):
        return None
    if len(names) > MAX_NAMES:
        return None
    if time.time_ns() - max(changed) > SETTLED:
        if len(_LISTINGS) >= MAX_LISTINGS:
            _LISTINGS.clear()
        _LISTINGS[folder] = changed, names
    return names


@lru_cache(maxsize=4096)
def _file_mentions_keras(path: str, *_key: int) -> bool:
    try:
        with open(path, "rb") as file:
            data = file.read(MAX_BYTES)
    except OSError:
        return False
    return any(word.encode() in data for word in _WORDS)
