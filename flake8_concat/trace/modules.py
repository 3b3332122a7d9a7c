"""Imports: libraries by their full name, siblings by reading their text.

Modules and packages at or below the project's root are read from disk as text and traced; never
imported. What is not there is a library, whose names lead nowhere unless we know them.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Any

from flake8_concat import nesting, reading
from flake8_concat.gate import mentions_keras
from flake8_concat.keras.registry import OPS
from flake8_concat.neighbours import FILE, FOLDER, REAL, kind_of, read_file, real_path
from flake8_concat.shapes import Unknown
from flake8_concat.trace.facts import Site
from flake8_concat.trace.library import CONSTANTS, FUNCTIONS
from flake8_concat.trace.names import canonical
from flake8_concat.trace.source import Source
from flake8_concat.trace.values import External, Module, Scope, Test

MAX_ALL = 600_000  # characters of all siblings that one trace reads
MAX_PLAIN = 150_000  # of those among them that name neither keras nor tensorflow
MAX_MODULES = 60
LONG = 60_000  # characters, from which on a text is parsed in chunks
INSTALLED = ("site-packages", "dist-packages")  # folders whose packages are no project together
# What `import *` of a library brings beside functions and classes: its modules.
ROOMS = frozenset(
    {
        *(f"keras.{room}" for room in "activations applications backend callbacks config".split()),
        *(f"keras.{room}" for room in "constraints datasets initializers layers losses".split()),
        *(f"keras.{room}" for room in "metrics models ops optimizers preprocessing".split()),
        *(f"keras.{room}" for room in "random regularizers saving tree utils".split()),
        *("keras", "tf.image", "tf.linalg", "tf.math", "tf.nn", "tf.random", "tf.signal"),
    }
)
KNOWN_ROOMS = frozenset({"keras.applications.imagenet_utils"})  # by our tables of functions
LIBRARIES = frozenset({"keras", "tensorflow", "tf_keras", "numpy", *sys.stdlib_module_names})


class Memory:
    """The sources that a process has parsed, by their paths and what stood there."""

    def __init__(self) -> None:
        self.sources: dict[str, tuple[str, Source]] = {}
        self.characters = 0

    def find(self, path: str, state: str) -> Source | None:
        """The source of a file that has not changed since."""
        found = self.sources.pop(path, None)
        if found is None:
            return None
        if found[0] != state:
            self.characters -= len(found[1].text)
            return None
        self.sources[path] = found  # behind those that were not asked for since
        return found[1]

    def keep(self, path: str, state: str, source: Source) -> None:
        """Remembers a source; forgets what was not asked for the longest, as much as is too much.

        That is more than one trace may read.
        """
        self.sources[path] = state, source
        self.characters += len(source.text)
        while self.characters > MAX_ALL and len(self.sources) > 1:
            _, oldest = self.sources.pop(next(iter(self.sources)))
            self.characters -= len(oldest.text)


class Loader:
    """Reads siblings; each file once. Faces with unsaved texts put them into `texts`.

    memory:  what earlier loaders parsed, and this one does
    asked:   the paths that were asked for since it was last emptied, some with REAL before them
    states:  what was found there, as `state_of` says it
    """

    def __init__(self, texts: dict[str, str] | None = None, memory: Memory | None = None) -> None:
        self.texts = texts or {}
        self.memory = memory
        self.read_files: dict[str, Source | None] = {}
        self.read_texts: dict[str, str] = {}
        self.asked: set[str] = set()
        self.states: dict[str, str] = {}
        self.characters = 0  # of all that was read

    def source(self, text: str, path: str) -> Source:
        """The source of the file that is analysed. Raises what the parser raises."""
        if len(text) < LONG:
            return Source(text, path)
        from flake8_concat.trace.reparsing import in_chunks

        return Source(text, path, in_chunks)

    def load(self, path: str, *, plain: bool = True) -> Source | None:
        """The source of a file, None if it can't be read or parsed.

        `plain` False: only that of a file which names keras or tensorflow.
        """
        self.asked.add(path)
        if path not in self.read_files:
            if not plain and not self._names_keras(path):
                return None  # which the next file may want all the same
            self.read_files[path] = self._load(path)
        source = self.read_files[path]
        return source if plain or source is None or mentions_keras(source.text) else None

    def _names_keras(self, path: str) -> bool:
        if path in self.texts:
            return mentions_keras(self.texts[path])
        data, self.states[path] = read_file(path)
        return data is not None and mentions_keras(data.decode("latin-1"))

    def _load(self, path: str) -> Source | None:
        try:
            if path in self.texts:
                return self._parsed(self.texts[path], path)
            data, state = read_file(path)
            self.states[path] = state
            if data is None:
                return None
            found = None if self.memory is None else self.memory.find(path, state)
            if found is None:
                found = self._parsed(reading.decode(data), path)
                if self.memory is not None:
                    self.memory.keep(path, state, found)
            return found
        except Exception:  # whatever is wrong with a sibling, it is only not known
            return None

    def _parsed(self, text: str, path: str) -> Source:
        nesting.check(text)
        self.characters += len(text)
        return Source(text, path)

    def text(self, path: str) -> str:
        """The text of a file that is no Python to be followed; "" if there is none to read."""
        self.asked.add(path)
        if path not in self.read_texts:
            data, self.states[path] = read_file(path)
            self.read_texts[path] = (data or b"").decode("utf-8", "replace")
        return self.read_texts[path]

    def kind(self, path: str) -> str:
        """FILE, FOLDER, or "" for anything else and nothing."""
        if path in self.texts:
            return FILE
        self.asked.add(path)
        state = self.states.get(path)
        if state is None:
            state = self.states[path] = kind_of(path)
        return state if state in ("", FOLDER) else FILE

    def real(self, path: str) -> str:
        """Where a file really lies, links followed; "" for a name that no file can have."""
        key = REAL + os.path.abspath(path)
        self.asked.add(key)
        if key not in self.states:
            self.states[key] = real_path(path)
        return self.states[key]


def root_of(path: str, loader: Loader) -> tuple[str, str]:
    """The folder that imports start from, and the dotted name of the package the file is in.

    A folder without `__init__.py` between two packages is one, too.
    """
    folder = os.path.dirname(os.path.abspath(path))
    parts: list[str] = []

    def is_package(folder: str) -> bool:
        return loader.kind(os.path.join(folder, "__init__.py")) == FILE

    while is_package(folder) or (parts and is_package(os.path.dirname(folder))):
        outer, name = os.path.split(folder)
        if outer == folder:
            break
        if parts and not name.isidentifier():
            break  # "keras-unet/__init__.py": a folder that no import can name
        parts.insert(0, name)
        folder = outer
    return folder, ".".join(parts)


def _above(name: str, path: str) -> Iterator[str]:
    """Where a folder of that name stands that the file lies in, however deep."""
    parts = os.path.abspath(path).split(os.sep)
    for i in range(len(parts) - 2, 0, -1):
        if parts[i] == name:
            yield os.sep.join(parts[:i]) or os.sep


class Modules:
    """The part of the tracer that imports."""

    @cached_property
    def absent(self) -> set[tuple[str, str | None]]:
        """The modules that were not found, each with the file that asked for it."""
        return set()

    def external(self: Any, name: str) -> Any:
        """The value of a full name of a library."""
        if name in self.patched:
            return self.patched[name]
        if name in CONSTANTS:
            return CONSTANTS[name]
        if name == "tf.newaxis":
            return None
        found = self.externals.get(name)
        if found is None:
            found = self.externals[name] = External(name)
        return found

    def import_module(self: Any, dotted: str, module: Module | None) -> Any:
        """`import dotted`, or the package that a dotted import binds."""
        if dotted.partition(".")[0] not in LIBRARIES:
            found = self.find_module(dotted, module)
            if found is not None:
                return found
        return self.external(canonical(dotted))

    def may_be_absent(self: Any, modules: Iterable[str], module: Module | None) -> Test | None:
        """The test whether the first of some modules that may be missing is installed.

        What `except ImportError` is for: there both ways of the program are meant to run. None if
        all of them are there, or lie in the project.
        """
        for dotted in modules:
            top = dotted.partition(".")[0]
            if top not in LIBRARIES and self.find_module(dotted, module) is None:
                return Test(("installed", top), f"whether `{top}` is installed")
        return None

    def import_from(
        self: Any,
        dotted: str,
        level: int,
        name: str,
        module: Module | None,
        site: Site | None = None,
    ) -> Any:
        """`from dotted import name`."""
        base = self.absolute(dotted, level, module)
        if base is None:
            return Unknown(f"`{name}` is imported from outside of the project")
        if level or base.partition(".")[0] not in LIBRARIES or self.is_beside(base, name):
            found = self.find_module(base, module) if base else None
            if found is not None:
                if name in found.scope:
                    return found.scope[name]
                inner = self.submodule(found, name)
                if inner is not None:
                    return inner
                star = self.star_name(name, found)
                return star if star is not None else Unknown(f"`{name}` is not in `{base}`")
            if not base:  # from . import x, beside a file that is in no package
                found = self.find_module(name, module)
                if found is not None:
                    return found
        if base.partition(".")[0] in ("keras", "tensorflow", "tf_keras") or not level:
            full = f"{base}.{name}"
            nothing = self.leads_nowhere(full, site, "ImportError")
            return nothing or self.external(canonical(full))
        return Unknown(f"`{name}` from `{base}` is not in reach")

    def is_beside(self: Any, base: str, name: str) -> bool:
        """Whether a library's module lies beside the file, which is part of the library itself."""
        own = self.main.name.rpartition(".")[0]
        return base == own and canonical(f"{base}.{name}") not in KNOWN_ROOMS

    def import_star(self: Any, dotted: str, level: int, scope: Scope) -> None:
        """`from dotted import *`."""
        module = scope.module
        base = self.absolute(dotted, level, module)
        if base is None or module is None:
            return
        found = (
            self.find_module(base, module)
            if level or base.partition(".")[0] not in LIBRARIES
            else None
        )
        if found is None:
            self._bring_all(module, [canonical(base)])
            return
        exported = found.scope.get("__all__")
        for name, value in found.scope.items():
            if not name.startswith("_") and (not isinstance(exported, list) or name in exported):
                scope[name] = value
        self._bring_all(module, self.stars.get(id(found), ()))

    def _bring_all(self: Any, module: Module, libraries: Iterable[str]) -> None:
        """Each library once, however often a loop imports it; the latest hides the others."""
        stars = self.stars.setdefault(id(module), {})
        for library in tuple(libraries):
            stars.pop(library, None)
            stars[library] = None

    def star_name(self: Any, name: str, module: Module | None) -> Any:
        """A name that `from library import *` brought, None if none did."""
        for library in reversed(self.stars.get(id(module), ())):
            full = canonical(f"{library}.{name}")
            if full in ROOMS or self.known(full):
                return self.external(full)
        return None

    def known(self: Any, full: str) -> bool:
        """Whether a full name is one that we know."""
        return full in OPS or full in FUNCTIONS or full in CONSTANTS or self.known_to_keras(full)

    def absolute(self: Any, dotted: str, level: int, module: Module | None) -> str | None:
        """The dotted name that a relative import means."""
        if not level:
            return dotted
        package = self.package_of(module)
        parts = package.split(".") if package else []
        if level - 1 > len(parts):
            return None
        parts = parts[: len(parts) - (level - 1)]
        return ".".join([*parts, *([dotted] if dotted else [])])

    def package_of(self: Any, module: Module | None) -> str:
        """The package that a module is in."""
        if module is None:
            return ""
        if os.path.basename(module.path) == "__init__.py":
            return str(module.name)
        return str(module.name).rpartition(".")[0]

    def find_module(self: Any, dotted: str, module: Module | None) -> Module | None:
        """A module of this project, run if it was not yet."""
        asked = dotted, None if module is None else module.path
        if not self.siblings or not dotted or asked in self.absent:
            return None
        found = self._find_module(dotted, module)
        if found is None:  # nor will it be there later: each look at a place is taken once
            self.absent.add(asked)
        return found  # type: ignore[no-any-return]

    def _find_module(self: Any, dotted: str, module: Module | None) -> Module | None:
        parts = dotted.split(".")
        if not all(part.isidentifier() for part in parts):
            return None
        own = self.main.name.partition(".")[0]
        if os.path.basename(self.root) in INSTALLED and parts[0] != own:
            return None
        folders = [self.root]
        if module is not None:
            folders.append(os.path.dirname(os.path.abspath(module.path)))
        folders.append(os.path.dirname(self.root))
        if module is not None:
            folders.append(self.origin_of(module))
            folders.extend(_above(parts[0], module.path))
        for folder in dict.fromkeys(folders):
            found = self.load_module(os.path.join(folder, *parts), dotted)
            if found is not None:
                return found  # type: ignore[no-any-return]
        return None

    def origin_of(self: Any, module: Module) -> str:
        """The folder that imports start from where a file that is linked to really lies."""
        found = self.origins.get(module.path)
        if found is None:
            place = self.loader.real(module.path)
            found = root_of(place, self.loader)[0] if place else self.root
            if os.path.basename(found) in INSTALLED:
                found = self.root
            self.origins[module.path] = found
        return found  # type: ignore[no-any-return]

    def submodule(self: Any, module: Module, name: str) -> Module | None:
        """`package.name` as a module, if there is a file for it."""
        if os.path.basename(module.path) != "__init__.py":
            return None
        stem = os.path.join(os.path.dirname(module.path), name)
        return self.load_module(stem, f"{module.name}.{name}")  # type: ignore[no-any-return]

    def load_module(self: Any, stem: str, dotted: str) -> Module | None:
        """The module in `stem.py` or `stem/__init__.py`; an empty one for a folder of modules."""
        package = os.path.join(stem, "__init__.py")
        places: tuple[str, ...] = (package, f"{stem}.py")
        unsaved = package in self.modules or package in self.loader.texts
        if not unsaved and self.loader.kind(stem) != FOLDER:
            places = places[1:]  # one look less at most places, where neither is
        for path in places:
            if path in self.modules:
                return self.modules[path]  # type: ignore[no-any-return]
            if self.loader.kind(path) != FILE:
                continue
            if len(self.modules) >= MAX_MODULES:
                return None
            source = None
            if self.sibling_text < MAX_ALL:
                source = self.loader.load(path, plain=self.plain_text < MAX_PLAIN)
            if source is None:
                self.modules[path] = None
                return None
            self.sibling_text += len(source.text)
            if not mentions_keras(source.text):
                self.plain_text += len(source.text)
            made = Module(dotted, path, source)
            self.modules[path] = made
            self.run_module(made, "sibling")
            return made
        if self.loader.kind(stem) == FOLDER:
            made = self.modules[package] = Module(dotted, package, None)
            return made
        return None
