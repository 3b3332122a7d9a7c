"""Holds the shapes that are traced against those of real Keras, on models that people publish.

Usage: python tests/corpus/agreement.py [--only TEXT] [--jobs N] [--write]

Downloads the packages of agreement.json with pip into $CORPUS_ROOT (a folder of its own in the
temporary one), runs each file and its driver under the installed Keras, where every call that
gives a symbolic tensor is written down, and compares call by call with what is traced in the same
text. `--write` puts the table into AGREEMENT.md. Needs keras with a backend; takes minutes.
"""

from __future__ import annotations

import argparse
import ast
import importlib
import importlib.abc
import importlib.util
import json
import multiprocessing
import os
import subprocess
import sys
import tempfile
import types
import zipfile
from collections import defaultdict
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path
from typing import Any
from unittest.mock import MagicMock

HERE = Path(__file__).parent
ROOT = Path(os.environ.get("CORPUS_ROOT", Path(tempfile.gettempdir()) / "corpus")) / "agreement"
HOOK = "_keras_made_"

Place = tuple[int, int, int, int]  # line and column where a call starts and ends, all from 1
Shapes = dict[Place, set[tuple[int | None, ...]]]


@dataclass
class Model:
    """A file of a package, and what to do with it.

    calls:  expressions that build the models of the file
    bare:   the packages around the file are not run, only it
    """

    origin: str
    path: str
    calls: list[str]
    bare: bool = False
    stub: list[str] = field(default_factory=list)


def download(origin: str) -> Path:
    """The folder of a package, "name==version"; what is installed stays where it is."""
    name, _, version = origin.partition("==")
    if not version:
        found = importlib.util.find_spec(name)
        assert found is not None
        assert found.origin is not None
        return Path(found.origin).parent.parent
    target = ROOT / origin
    if not target.is_dir():
        with tempfile.TemporaryDirectory() as wheels:
            pip = [sys.executable, "-m", "pip", "download", "-q", "--no-deps", "-d", wheels]
            subprocess.run([*pip, "--only-binary", ":all:", origin], check=True)
            zipfile.ZipFile(next(Path(wheels).iterdir())).extractall(target)
    return target


# --- what Keras does


class _Recorder(ast.NodeTransformer):
    """Hands every call's value to the hook, with the call's place."""

    def __init__(self, lines: list[str]) -> None:
        self.lines = lines

    def column(self, line: int, offset: int) -> int:
        return len(self.lines[line - 1].encode()[:offset].decode()) + 1

    def visit_Call(self, node: ast.Call) -> ast.Call:
        last, end = node.end_lineno or 0, node.end_col_offset or 0
        place = (
            node.lineno,
            self.column(node.lineno, node.col_offset),
            last,
            self.column(last, end),
        )
        self.generic_visit(node)
        at = [ast.parse(repr(place), mode="eval").body, node]
        hook = ast.Call(ast.Name(HOOK, ast.Load()), at, [])
        return ast.fix_missing_locations(ast.copy_location(hook, node))


class _Stubs(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Stands in for modules that the model does without."""

    def __init__(self, names: list[str]) -> None:
        self.names = names

    def find_spec(self, name: str, path: Any = None, target: Any = None) -> Any:
        if name.partition(".")[0] in self.names:
            return importlib.util.spec_from_loader(name, self, is_package=True)
        return None

    def create_module(self, spec: Any) -> Any:
        module = MagicMock(name=spec.name)
        module.__path__, module.__spec__, module.__name__ = [], spec, spec.name
        return module

    def exec_module(self, module: Any) -> None:
        """Nothing is in it."""


def run_keras(model: Model, root: Path) -> Shapes:
    """The shapes at each place of the file, by running it. Raises what the file raises."""
    import keras

    path = root / model.path
    text = path.read_text(encoding="utf-8")
    found: Shapes = defaultdict(set)

    def made(place: Place, value: Any) -> Any:
        if isinstance(value, keras.KerasTensor):
            found[place].add(tuple(value.shape))
        return value

    sys.path.insert(0, str(root))
    sys.meta_path.insert(0, _Stubs(model.stub))
    name = ".".join(Path(model.path).with_suffix("").parts)
    packages = name.split(".")[:-1]
    for i in range(len(packages) if model.bare else 0):
        package = types.ModuleType(".".join(packages[: i + 1]))
        package.__path__ = [str(root.joinpath(*packages[: i + 1]))]
        package.__dict__["__version__"] = model.origin.partition("==")[2]
        sys.modules[package.__name__] = package
    if packages and not model.bare:
        importlib.import_module(".".join(packages))
    tree = ast.fix_missing_locations(_Recorder(text.split("\n")).visit(ast.parse(text)))
    module = types.ModuleType(name)
    module.__dict__.update(__file__=str(path), __package__=".".join(packages))
    module.__dict__[HOOK] = made
    exec(compile(tree, str(path), "exec"), module.__dict__)
    for call in model.calls:
        exec(call, module.__dict__)
    return dict(found)


def _run(model: Model, root: Path, pipe: Any) -> None:
    for stream in (1, 2):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream)
    try:
        pipe.send(run_keras(model, root))
    except Exception as error:
        pipe.send(f"{type(error).__name__}: {error}".splitlines()[0][:200])


def run_apart(model: Model, root: Path) -> Shapes | str:
    """`run_keras` in a process of its own; a text says what it raised."""
    ours, theirs = multiprocessing.Pipe()
    process = multiprocessing.get_context("spawn").Process(target=_run, args=(model, root, theirs))
    process.start()
    theirs.close()  # so that a process that dies is noticed
    try:
        result: Shapes | str = ours.recv() if ours.poll(300) else "no answer within 300 seconds"
    except EOFError:
        result = "the process died"
    process.kill()
    process.join()
    return result


# --- what is traced


def run_linter(model: Model, root: Path) -> tuple[Shapes, list[str]]:
    """The shapes traced in the file with its driver at the end, and what is reported as certain."""
    path = root / model.path
    text = path.read_text(encoding="utf-8") + "\n" + "\n".join(model.calls) + "\n"
    copy = path.with_name(f"_with_driver_{path.name}")
    copy.write_text(text, encoding="utf-8")
    command = [sys.executable, "-m", "flake8_concat"]
    try:
        shapes = subprocess.run(
            [*command, "shapes", "--format=jsonl", str(copy)],
            capture_output=True,
            text=True,
            check=False,
        )
        check = subprocess.run(
            [*command, "check", "--select", "CAT1", "--format=json", str(copy)],
            capture_output=True,
            text=True,
            check=False,
        )
    finally:
        copy.unlink()
    found: Shapes = defaultdict(set)
    for line in shapes.stdout.splitlines():
        item = json.loads(line)
        shape = item.get("shape")  # a list of shapes where a call gave several tensors
        if shape is not None and not any(isinstance(size, list) for size in shape):
            place = (item["line"], item["col"], item["end_line"], item["end_col"])
            found[place].add(tuple(shape))
    return found, [line for line in check.stdout.splitlines() if '"CAT1' in line]


def fits(given: tuple[int | None, ...], real: tuple[int | None, ...]) -> bool:
    """Whether a shape says nothing that is not so."""
    return len(given) == len(real) and all(
        a is None or a == b for a, b in zip(given, real, strict=True)
    )


@dataclass
class Row:
    """A line of the table, or several added up.

    problem:  why Keras did not run the file, if so
    """

    title: str
    calls: int = 0
    known: int = 0
    right: int = 0
    findings: int = 0
    problem: str = ""

    def __str__(self) -> str:
        if self.problem:
            return f"| {self.title} | does not run: {self.problem} | | | |"
        known, right = share(self.known, self.calls), share(self.right, self.known)
        return f"| {self.title} | {self.calls} | {known} | {right} | {self.findings} |"

    def __add__(self, other: Row) -> Row:
        return Row(
            self.title,
            self.calls + other.calls,
            self.known + other.known,
            self.right + other.right,
            self.findings + other.findings,
        )


def share(part: int, whole: int) -> str:
    """A part of a whole in percent."""
    return f"{100 * part / whole:.1f} %" if whole else ""


def compare(model: Model) -> Row:
    """The line of a file."""
    root = download(model.origin)
    real = run_apart(model, root)
    title = f"{model.origin} {Path(model.path).stem}"
    if isinstance(real, str):
        return Row(title, problem=real)
    ours, findings = run_linter(model, root)
    known = {place for place in real if ours.get(place)}
    right = {p for p in known if all(any(fits(g, r) for r in real[p]) for g in ours[p])}
    return Row(title, len(real), len(known), len(right), len(findings))


def main() -> int:
    """Prints the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--only", default="", help="files whose origin or path has this in it")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    entries = json.loads((HERE / "agreement.json").read_text(encoding="utf-8"))
    models = [Model(**entry) for entry in entries]
    table = [
        "| file | tensor calls | with a shape | that agree | certain findings |",
        "| --- | ---: | ---: | ---: | ---: |",
    ]
    print("\n".join(table))
    wanted = [model for model in models if options.only in f"{model.origin} {model.path}"]
    for origin in {model.origin for model in wanted}:
        download(origin)
    total = Row("**all**")
    with ThreadPoolExecutor(options.jobs) as pool:
        for row in pool.map(compare, wanted):
            table.append(str(row))
            print(row, flush=True)
            total += row
    table.append(str(total))
    print(total)
    if options.write:
        intro = (
            "# Agreement with Keras on published models\n\n"
            "Places in the file where Keras made a tensor, the share of them that has a shape "
            "traced, and of these the share that Keras agrees with; and the CAT1 findings in the "
            "file. The networks of Keras itself are read as a user's files. Made by "
            f"`python tests/corpus/agreement.py --write` with Keras {version('keras')}.\n\n"
        )
        text = intro + "\n".join(table) + "\n"
        (HERE / "AGREEMENT.md").write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
