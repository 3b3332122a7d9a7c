"""Measures what the linter costs, beside what it is compared with, in one run.

    python benchmarks/run.py [--corpus FOLDER] [--files N] [--package FOLDER] [--keras-python PYTHON]
        [--others-python PYTHON] [--every-model] [--only PART,…] [--write]

Prints a table of ratios. All times are of the processor, so that other work on the machine counts
little; each pair is measured in turns, and the least of each is compared: the rest was added by
other work.

--corpus         a folder with Keras programs; without: the cases of the tests
--files          how many of them
--package        a folder without Keras; without: the standard library's email, json, http, xml
--keras-python   a Python that has Keras, for what is compared with Keras itself
--others-python  a Python that has torchfix, flake8-async and pyright; without: this one
--every-model    every constructor of keras.applications, not one of each file
--only           some of the parts: plain, parser, growth, sizes, memory,
                 start, many, others, keras, fresh
--write          writes RESULTS.md beside this file; with --only, its other rows stay
"""

from __future__ import annotations

import argparse
import platform
import sys
from collections.abc import Callable, Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent))

import files  # noqa: E402
import growth  # noqa: E402
import keras_itself  # noqa: E402
import runs  # noqa: E402
import symbols  # noqa: E402
from measure import ROOT, Row, texts_below  # noqa: E402

from flake8_concat.analysis import analyze  # noqa: E402

RESULTS = HERE / "RESULTS.md"
HEAD = ["| what | measured | ratio | at most |", "|---|---|---|---|"]
Part = Callable[[argparse.Namespace], Iterator[Row]]

PARTS: dict[str, Part] = {
    "plain": lambda args: files.plain_files(args.package),
    "parser": lambda args: files.beside_the_parser(texts(args)),
    "growth": lambda _: growth.growth(),
    "sizes": lambda _: symbols.symbols(),
    "memory": lambda _: growth.memory(),
    "start": lambda _: runs.start(),
    "many": lambda args: runs.many(texts(args)),
    "others": lambda args: runs.others(texts(args), args.others_python),
    "keras": lambda args: with_keras(args, every=args.every_model),
    "fresh": lambda args: keras_itself.fresh_process(args.keras_python) if args.keras_python else iter(()),
}  # fmt: skip


def texts(args: argparse.Namespace) -> list[tuple[str, str]]:
    """The programs that are measured."""
    folder = Path(args.corpus) if args.corpus else ROOT / "tests" / "cases"
    return texts_below(folder, args.files)


def with_keras(args: argparse.Namespace, *, every: bool) -> Iterator[Row]:
    """The rows beside Keras, none where no Python is given that has it."""
    if args.keras_python:
        yield from keras_itself.constructors(args.keras_python, every=every)


def installed(name: str) -> str:
    """The version of a package, "none" if there is none."""
    try:
        return version(name)
    except PackageNotFoundError:
        return "none"


def write(rows: dict[str, list[str]]) -> None:
    """RESULTS.md: the parts that were measured now, and those that stand there already."""
    kept = former()
    kept.update(rows)
    versions = (
        f"Python {platform.python_version()}, libcst {installed('libcst')}, "
        f"flake8 {installed('flake8')}, {platform.machine()}, {platform.system()}"
    )
    lines = [
        "# What it costs",
        "",
        "Measured with `python benchmarks/run.py`; times are of the processor.",
        "",
        versions,
    ]
    for part in PARTS:
        if kept.get(part):
            lines += ["", f"## {part}", "", *HEAD, *kept[part]]
    RESULTS.write_text("\n".join(lines) + "\n", encoding="utf-8")


def former() -> dict[str, list[str]]:
    """The rows that were written before, by part."""
    found: dict[str, list[str]] = {}
    part = ""
    for line in RESULTS.read_text(encoding="utf-8").splitlines() if RESULTS.exists() else ():
        if line.startswith("## "):
            part = line[3:]
        elif line.startswith("| ") and line not in HEAD and part:
            found.setdefault(part, []).append(line)
    return found


def main() -> None:
    """Measures the parts that are wanted."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--corpus")
    parser.add_argument("--files", type=int, default=150)
    parser.add_argument("--package")
    parser.add_argument("--keras-python")
    parser.add_argument("--others-python", default=sys.executable)
    parser.add_argument("--every-model", action="store_true")
    parser.add_argument("--only", default=",".join(PARTS))
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args()
    analyze("import keras\nkeras.layers.Dense(4)(keras.Input((3,)))\n", "warm.py")
    print("\n".join(HEAD), flush=True)
    rows: dict[str, list[str]] = {}
    try:
        for part in args.only.split(","):
            for row in PARTS[part](args):
                rows.setdefault(part, []).append("| " + " | ".join(row) + " |")
                print(rows[part][-1], flush=True)
    finally:  # what was measured so far counts, if someone has no more patience
        if args.write:
            write(rows)


if __name__ == "__main__":
    main()
