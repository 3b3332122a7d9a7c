"""Looks for programs on which the analysis breaks, guided by what of it they reach.

    python tests/robustness/fuzz.py [FOLDER] [options of libFuzzer: -max_total_time=600 -jobs=2]

Needs `pip install atheris`. FOLDER keeps what reaches anything new; an empty one is given the shortest
case files to start from: each file is run before any is changed, and long ones would take all of
the time. Half of the inputs are taken as they are, as the bytes of a file; the other half says how to
spoil the files in tests/cases, and those below the folder that FUZZ_FILES names. A file breaks the
analysis if it raises, has an inner fault, takes too long or too much memory; the fuzzer stops there
and writes its input to a file `crash-…`, for which `fuzz.py crash-…` does the same again.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

import atheris  # type: ignore[import-not-found]

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE.parent.parent)]

with atheris.instrument_imports(include=["flake8_concat"]):
    from flake8_concat.analysis import analyze
    from flake8_concat.keras import families
    from flake8_concat.rules import RULES, load

    families.load()
    for code in RULES:
        load(code)

from mutations import SNIPPETS, program  # noqa: E402

SECONDS = 10.0  # of the processor; the instruments take their share
CASES = sorted((HERE.parent / "cases").rglob("*.py"))
MORE = sorted(Path(os.environ["FUZZ_FILES"]).rglob("*.py")) if "FUZZ_FILES" in os.environ else []
SEEDS = 50
LONGEST = "-max_len=6000"  # bytes of an input, unless another length is asked for
TEXTS = (*(path.read_text("utf-8", "replace") for path in (*CASES, *MORE)), *SNIPPETS)


def once(data: bytes) -> None:
    """Analyses one input."""
    if not data:
        return
    source = data[1:] + b"\n# keras" if data[0] % 2 else program(data[1:], TEXTS)
    start = time.process_time()
    report = analyze(source, "fuzz.py")
    taken = time.process_time() - start
    if taken > SECONDS or report.internal_error is not None:
        Path("broken.py").write_bytes(
            source if isinstance(source, bytes) else source.encode("utf-8", "surrogatepass")
        )
        raise AssertionError(
            f"{taken:.1f} s, {report.internal_error}; the program stands in broken.py"
        )
    assert report.shapes is not None


def seed(folder: Path) -> None:
    """Puts the files to start from into an empty folder."""
    folder.mkdir(exist_ok=True)
    if not any(folder.iterdir()):
        for path in sorted(CASES, key=lambda path: path.stat().st_size)[:SEEDS]:
            (folder / path.stem).write_bytes(b"\1" + path.read_bytes())


if __name__ == "__main__":
    for place in map(Path, (argument for argument in sys.argv[1:] if argument[:1] != "-")):
        if not place.is_file():
            seed(place)
    if not any(argument.startswith("-max_len") for argument in sys.argv):
        sys.argv.append(LONGEST)
    atheris.Setup(sys.argv, once)
    atheris.Fuzz()
