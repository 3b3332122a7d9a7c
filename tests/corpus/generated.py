"""Holds what is found in programs that language models wrote against what real Keras does.

    python tests/corpus/generated.py FOLDER [--every N] [--first N] [--write]

FOLDER holds a checkout of a repository of such programs, https://github.com/maxy-635/DeepEval:
9,600 answers of eight models to questions for a Keras network, each a function `dl_model`. Every
N-th of them, in the order of their names, is run by the installed Keras with the call of that
function behind it, in a process of its own; nothing is trained or downloaded. Nothing of the files
is kept.

--write  writes GENERATED.md beside this file
"""

from __future__ import annotations

import argparse
import ast
import contextlib
import io
import json
import os
import resource
import signal
import sys
import tempfile
import traceback
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from unittest.mock import patch

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE.parent.parent), str(HERE.parent / "helpers"), str(HERE.parent / "oracle")]
os.environ.setdefault("KERAS_BACKEND", "tensorflow")

import keras  # noqa: E402
from harness import AGREE, WRONG  # noqa: E402
from program_judge import NAME, Run, passed, run, wrong_shapes  # noqa: E402

from flake8_concat import analyze  # noqa: E402

FUNCTION = "dl_model"
SECONDS, BYTES = 90, 12 << 30  # what a program may take
TRAINING = ("fit", "evaluate", "predict", "train_on_batch")
# What stops a program, and is not what we are here for.
NOT_READ, ITS_OWN, BEYOND_US, RUNS, REFUSED = (
    "no Python", "its own mistake", "needs the net or more memory", "runs", "refused by Keras"
)  # fmt: skip
BEYOND = ("URL fetch failure", "OOM when allocating", "MemoryError")


class Trains(Exception):
    """A program begins to train, or to load data: its model is built."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--every", type=int, default=20)
    parser.add_argument("--first", type=int, default=1)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    paths = sorted(options.folder.glob("response/DeepEval/*/*/*/*.py"))[
        options.first - 1 :: options.every
    ]
    counts: Counter[str] = Counter()
    for path in paths:
        result = apart(path)
        counts.update(result["counts"])
        for text in result["remarks"]:
            print(f"{path.relative_to(options.folder)}: {text}", flush=True)
    print(table(counts))
    if options.write:
        (HERE / "GENERATED.md").write_text(page(counts, options), encoding="utf-8")


def apart(path: Path) -> dict[str, Any]:
    """The result for one program, in a process of its own."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        signal.alarm(SECONDS)
        resource.setrlimit(resource.RLIMIT_AS, (BYTES, BYTES))
        with os.fdopen(writing, "w") as file, tempfile.TemporaryDirectory() as folder:
            os.chdir(folder)
            json.dump(judged(path.read_bytes().decode("utf-8", "replace")), file)
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading) as file:
        text = file.read()
    os.waitpid(child, 0)
    return json.loads(text) if text else {"counts": {"not judged": 1}, "remarks": ["not judged"]}


def judged(text: str) -> dict[str, Any]:
    """What Keras does with a program and what we say of it: counts, and what to look at."""
    counts: Counter[str] = Counter(programs=1)
    remarks: list[str] = []
    text = text.encode("ascii", "replace").decode()  # places are counted in bytes
    try:
        text = with_call(text)
        compile(text, NAME, "exec")
    except SyntaxError:
        return {"counts": {"programs": 1, NOT_READ: 1}, "remarks": []}
    ran, kind, lines, said = under_keras(text)
    counts[kind] += 1
    report = analyze(text, NAME)
    errors = [d for d in report.diagnostics if d.code.startswith("CAT1")]
    if kind == REFUSED:
        found = any(d.range.line <= lines[-1] <= d.range.end_line for d in errors)
        counts["found on the line"] += found
        if not found:
            remarks.append(f"missed on line {lines[-1]}: {said}")
    first = min(lines, default=sys.maxsize)
    for error in errors:  # what Keras built, and where it went on
        at = error.range
        if passed(ran, at.line) and (kind == RUNS or at.end_line < first):
            # A line that was passed once may be refused in the call that a mistake prevented.
            counts["false alarms"] += kind != ITS_OWN
            remarks.append(f"to be looked at, line {at.line}: {error.message}")
    if report.facts is None:  # there is no Keras in it
        return {"counts": dict(counts), "remarks": remarks}
    problem = wrong_shapes(ran, report, counts)
    if problem:
        remarks.append(problem)
    return {"counts": dict(counts), "remarks": remarks}


def with_call(text: str) -> str:
    """The program with the call of its function behind it, if that needs no arguments."""
    for node in ast.parse(text).body:
        if isinstance(node, ast.FunctionDef) and node.name == FUNCTION:
            if len(node.args.args) == len(node.args.defaults):
                return f"{text.rstrip()}\n{FUNCTION}()\n"
    return text


def under_keras(text: str) -> tuple[Run, str, list[int], str]:
    """What Keras gave, how it ended, the lines that led there, and what was said."""
    with untrained():
        ran = run(text)
    error = ran.broken if ran.refused is None else ran.refused[1]
    if error is None or isinstance(error, Trains):
        return ran, RUNS, [], ""
    frames = traceback.extract_tb(error.__traceback__)
    lines = [f.lineno or 0 for f in frames if f.filename == NAME]
    ran.refused = lines, error  # of what came after it Keras did not say anything
    said = f"{type(error).__name__}: {str(error)[:200]}".replace("\n", " ")
    kind = ITS_OWN if frames[-1].filename == NAME else REFUSED
    return ran, BEYOND_US if any(text in said for text in BEYOND) else kind, lines, said


@contextlib.contextmanager
def untrained() -> Iterator[None]:
    """Nothing is trained or loaded."""

    def stop(*_args: Any, **_options: Any) -> None:
        raise Trains

    with contextlib.ExitStack() as stack:
        for name in TRAINING:
            stack.enter_context(patch.object(keras.Model, name, stop))
        for name in dir(keras.datasets):
            if hasattr(getattr(keras.datasets, name), "load_data"):
                stack.enter_context(patch.object(getattr(keras.datasets, name), "load_data", stop))
        stack.enter_context(contextlib.redirect_stderr(io.StringIO()))
        yield


def table(counts: Counter[str]) -> str:
    """The counts as a table."""
    known = counts[AGREE] / max(counts["places"], 1)
    found = counts["found on the line"] / max(counts[REFUSED], 1)
    rows = [
        ("programs", counts["programs"]),
        ("… that run", counts[RUNS]),
        ("… that Keras refuses", counts[REFUSED]),
        ("… … found on the line", f"{counts['found on the line']} ({found:.1%})"),
        ("… that stop at a mistake of their own (a name, an import)", counts[ITS_OWN]),
        (
            "… that are no Python, or need the net or more memory",
            counts[NOT_READ] + counts[BEYOND_US],
        ),
        ("false alarms", counts["false alarms"]),
        ("calls that gave tensors", counts["places"]),
        ("… known and equal", f"{counts[AGREE]} ({known:.2%})"),
        ("… wrong", counts[WRONG]),
    ]
    return "\n".join(["| | |", "|---|---:|", *(f"| {name} | {value} |" for name, value in rows)])


def page(counts: Counter[str], options: argparse.Namespace) -> str:
    return f"""# Programs that language models wrote

Answers of eight models to questions for a Keras network
(https://github.com/maxy-635/DeepEval), each run by Keras {keras.version()} on TensorFlow and
read by `analyze`. Made by `python tests/corpus/generated.py FOLDER --every {options.every} --first
{options.first} --write`.

{table(counts)}

A program is refused by Keras where the exception is raised in Keras or below it. It is found where
the line of the program that led there last has an error. What Keras passed before it stopped is
looked at for false alarms, what it never came to is not.
"""


if __name__ == "__main__":
    main()
