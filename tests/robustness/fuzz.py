"""Looks for programs on which the analysis breaks, guided by what of it they reach.

    python tests/robustness/fuzz.py [FOLDER] [options of libFuzzer: -max_total_time=600 -jobs=2]

Needs `pip install atheris`. FOLDER keeps what reaches anything new. Half of the inputs are taken as
they are, as the bytes of a file; the other half says how to spoil the files in tests/cases. A file
breaks the analysis if it raises, has an inner fault, or takes too long; the fuzzer stops there and
writes its input to a file `crash-…`, for which `fuzz.py crash-…` does the same again.
"""

from __future__ import annotations

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
TEXTS = (*(path.read_text("utf-8") for path in sorted((HERE.parent / "cases").rglob("*.py"))), *SNIPPETS)


def once(data: bytes) -> None:
    """Analyses one input."""
    if not data:
        return
    source = data[1:] + b"\n# keras" if data[0] % 2 else program(data[1:], TEXTS)
    start = time.process_time()
    report = analyze(source, "fuzz.py")
    taken = time.process_time() - start
    if taken > SECONDS or "internal error" in (report.problem or ""):
        Path("broken.py").write_bytes(source if isinstance(source, bytes) else source.encode("utf-8", "surrogatepass"))
        raise AssertionError(f"{taken:.1f} s, {report.problem}; the program stands in broken.py")
    assert report.shapes is not None


if __name__ == "__main__":
    atheris.Setup(sys.argv, once)
    atheris.Fuzz()
