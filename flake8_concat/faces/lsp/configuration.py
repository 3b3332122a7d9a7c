"""What a user can set in an editor: the options of the check, and what is shown."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from flake8_concat.options import BadOptions, Options, find_pyproject, for_folder

SECTION = "flake8-concat"
_SECTIONS = (SECTION, "flake8_concat", "flake8Concat")
_WORD = re.compile(r"(?<=[a-z])([A-Z])")

# What only editors have -> whether a value can be one of it.
_EDITOR_ONLY: dict[str, Callable[[Any], bool]] = {
    "inlay_hints": lambda value: isinstance(value, bool),
    "debounce": lambda value: type(value) is int and 0 <= value <= 10_000,
}
_EXTENSION_ONLY = ("interpreter", "trace")  # what the part inside an editor keeps for itself


@dataclass(frozen=True)
class Settings:
    """An editor's settings.

    inlay_hints:  whether shapes are shown beside the code
    debounce:     milliseconds of quiet before a changed text is checked
    options:      options of the check that go over those in pyproject.toml
    """

    inlay_hints: bool = True
    debounce: int = 100
    options: Mapping[str, Any] = field(default_factory=dict)


def section(value: Any) -> Mapping[str, Any] | None:
    """Our own part of an editor's settings: `{"flake8-concat": {…}}`, or that part alone."""
    if not isinstance(value, Mapping):
        return None
    for name in _SECTIONS:
        if isinstance(value.get(name), Mapping):
            return value[name]  # type: ignore[no-any-return]
    plain = value.get("settings")
    return section(plain) if isinstance(plain, Mapping) else value


def read(value: Any) -> tuple[Settings, list[str]]:
    """Settings from what an editor sent, and what is wrong with it; the rest counts.

    Keys may be written `extendSelect`, `extend-select` or `extend_select`.
    """
    problems: list[str] = []
    given = section(value) or {}
    plain: dict[str, Any] = {}
    options: dict[str, Any] = {}
    for key, item in given.items():
        name = _WORD.sub(r"_\1", str(key)).lower().replace("-", "_")
        if item is None or name in _EXTENSION_ONLY:
            continue
        right = _EDITOR_ONLY.get(name)
        if right is not None and right(item):
            plain[name] = item
        elif right is not None:
            problems.append(f"{key}: {item!r} is no value for this setting")
        else:
            try:
                Options().updated({name: item})
            except BadOptions as problem:
                problems.append(str(problem))
            else:
                options[name] = item
    return Settings(**plain, options=options), problems


class ProjectOptions:
    """The options for a file: its pyproject.toml with an editor's put over them."""

    def __init__(self) -> None:
        self._read: dict[str, tuple[tuple[int, int], Options, str | None]] = {}

    def of(self, path: str, settings: Settings) -> tuple[Options, str | None]:
        """The options, and what is wrong with the project's own."""
        options, problem = self._of_folder(os.path.dirname(path))
        return options.updated(settings.options), problem

    def _of_folder(self, folder: str) -> tuple[Options, str | None]:
        file = find_pyproject(folder)
        if file is None:
            return Options(), None
        try:
            status = os.stat(file)
        except OSError:
            return Options(), None
        stamp = status.st_mtime_ns, status.st_size
        found = self._read.get(file)
        if found is None or found[0] != stamp:
            try:
                found = stamp, for_folder(folder), None
            except BadOptions as problem:
                found = stamp, Options(), str(problem)
            self._read[file] = found
        return found[1], found[2]
