"""What a user can set, from pyproject.toml, the command line, flake8's options or an editor."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from typing import Any

SELECT = ("CAT1", "CAT2", "CAT3", "CAT4")
EXCLUDE = (
    ".*", "__pycache__", "node_modules", "venv", "build", "dist", "site-packages", "*.egg-info",
)  # fmt: skip


class BadOptions(ValueError):
    """Settings that can't be read or mean nothing, in one line for the user."""

    LONGEST = 500  # characters; what is wrong may be quoted in it

    def __init__(self, text: str) -> None:
        super().__init__(text if len(text) <= self.LONGEST else f"{text[: self.LONGEST]}…")


@dataclass(frozen=True, slots=True)
class Options:
    """Settings of one run.

    select:         prefixes of codes that are reported ("CAT1", "CAT101", "CAT")
    extend_select:  more of them; CAT0, what the tool says about itself, is off by default
    ignore:         prefixes of codes that are not; where both fit, the longer prefix wins
    exclude:        names of files and folders that a search of folders leaves out
    noqa:           whether `# noqa` comments count (flake8 does that by itself)
    siblings:       whether imported files of the same project may be read
    """

    select: tuple[str, ...] = SELECT
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    exclude: tuple[str, ...] = EXCLUDE
    noqa: bool = True
    siblings: bool = True

    def wants(self, code: str) -> bool:
        """Whether findings with this code are reported."""
        chosen = _longest(code, (*self.select, *self.extend_select))
        return chosen > _longest(code, self.ignore)

    def updated(self, values: Mapping[str, Any]) -> Options:
        """These options with others put over them: keys in any spelling (`extend-select`).

        Raises BadOptions for a key or a value that has no meaning.
        """
        known = {field.name for field in fields(self)}
        changes: dict[str, Any] = {}
        for key, value in values.items():
            name = key.replace("-", "_")
            if name not in known:
                raise BadOptions(f"unknown option {key!r}; there are {', '.join(sorted(known))}")
            changes[name] = _converted(key, value, like=getattr(self, name))
        return replace(self, **changes)


def codes(text: str | Iterable[str]) -> tuple[str, ...]:
    """Codes from "CAT101, CAT2" or from a list of such. Raises BadOptions for other text."""
    parts = [text] if isinstance(text, str) else list(text)
    found = tuple(code.upper() for part in parts for code in part.replace(",", " ").split())
    for code in found:
        if not ("CAT".startswith(code) or (code[:3] == "CAT" and code[3:].isdigit())):
            raise BadOptions(f"{code!r} is no code of flake8-concat; they look like CAT101 or CAT1")
    return found


def _longest(code: str, prefixes: Iterable[str]) -> int:
    return max((len(prefix) for prefix in prefixes if code.startswith(prefix)), default=-1)


def _converted(key: str, value: Any, *, like: Any) -> Any:
    if isinstance(like, bool):
        if isinstance(value, bool):
            return value
        raise BadOptions(f"{key} must be true or false, not {value!r}")
    if isinstance(value, str):
        value = [value]
    if not isinstance(value, (list, tuple)) or not all(isinstance(item, str) for item in value):
        raise BadOptions(f"{key} must be a list of strings, not {value!r}")
    return tuple(value) if key == "exclude" else codes(value)


def for_folder(folder: str) -> Options:
    """The options in `[tool.flake8-concat]` of the nearest pyproject.toml, from `folder` upwards.

    Raises BadOptions if there is such a section and it can't be read.
    """
    path = find_pyproject(folder)
    if path is None:
        return Options()
    try:
        with open(path, encoding="utf-8") as file:
            text = file.read()
    except (OSError, UnicodeDecodeError) as problem:
        raise BadOptions(f"{path}: {problem}") from None
    if "flake8-concat" not in text:
        return Options()
    try:
        return Options().updated(_section(text))
    except ValueError as problem:  # BadOptions, and what the TOML readers raise
        raise BadOptions(f"{path}: {problem}") from None


def find_pyproject(folder: str) -> str | None:
    """The pyproject.toml in this folder or the nearest one above."""
    folder = os.path.abspath(folder)
    while True:
        path = os.path.join(folder, "pyproject.toml")
        if os.path.isfile(path):
            return path
        parent = os.path.dirname(folder)
        if parent == folder:
            return None
        folder = parent


def _section(text: str) -> Mapping[str, Any]:
    if sys.version_info >= (3, 11):
        import tomllib
    else:  # Python 3.10 has no reader of its own, and this is not worth a dependency
        try:
            import tomli as tomllib
        except ImportError:
            if "[tool.flake8-concat" not in text:
                return {}
            raise BadOptions("reading it on Python 3.10 needs `pip install tomli`") from None
    try:
        tools = tomllib.loads(text).get("tool", {})
    except RecursionError:
        raise BadOptions("nested too deeply to be read") from None
    section = tools.get("flake8-concat", {}) if isinstance(tools, dict) else {}
    if not isinstance(section, dict):
        raise BadOptions("[tool.flake8-concat] must be a table")
    return section
