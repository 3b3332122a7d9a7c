"""Analyses all Python files below some folders: nothing may crash, hang, or be found without Keras.

    python tests/robustness/scan.py FOLDER … [--trace-all] [--every N] [--faults] [--findings]

Without folders: the standard library and the packages installed beside it. Says which files took
too long, which could not be read for a fault of ours, which lost the budget, and what was found;
then the totals, of what was done if it is interrupted. Exits with 1 if a file crashed or took too long.

--trace-all  trace the files too that do not name Keras: a finding in one of those is a false alarm
--every N    one file in N only
--faults     tell which faults the trace caught and went on from (Python 3.12 or newer)
--findings   list each finding
--slowest N  list the N files that took longest, with the time for each thousand characters
"""

from __future__ import annotations

import argparse
import resource
import signal
import sys
import sysconfig
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
sys.path.insert(0, str(Path(__file__).parent.parent.parent))

from faults import Faults

from flake8_concat.analysis import Report, analyze
from flake8_concat.diagnostics import Diagnostic
from flake8_concat.gate import mentions_keras

SECONDS = 2.0  # of the processor, for one file
MARK = b"\n# keras\n"  # lets any file through the gate, and moves no line


@dataclass
class Totals:
    """What a scan found."""

    files: int = 0
    traced: int = 0
    characters: int = 0
    seconds: float = 0.0
    slow: list[tuple[float, str]] = field(default_factory=list)
    times: list[tuple[float, int, str]] = field(default_factory=list)  # seconds, characters, path
    broken: list[str] = field(default_factory=list)  # faults of ours
    unread: Counter[str] = field(default_factory=Counter)  # by reason; faults of the files
    lost: list[str] = field(default_factory=list)
    findings: list[tuple[str, Diagnostic]] = field(default_factory=list)
    alarms: list[tuple[str, Diagnostic]] = field(default_factory=list)  # in files without Keras


def installed() -> list[Path]:
    """The standard library and the packages installed."""
    paths = sysconfig.get_paths()
    return [Path(paths["stdlib"]), Path(paths["purelib"])]


def python_files(folders: list[Path]) -> Iterator[Path]:
    """The Python files in folders, in order, each once."""
    seen: set[Path] = set()
    for folder in folders:
        for path in sorted(folder.rglob("*.py")) if folder.is_dir() else [folder]:
            if path.is_file() and path not in seen:
                seen.add(path)
                yield path


def scan(path: Path, totals: Totals, *, trace_all: bool) -> Report:
    """Analyses one file and writes down what came out."""
    data = path.read_bytes()
    with_keras = mentions_keras(data.decode("latin-1"))
    start = time.process_time()
    report = analyze(data if with_keras or not trace_all else data + MARK, str(path))
    taken = time.process_time() - start
    totals.files += 1
    totals.characters += len(data)
    totals.seconds += taken
    totals.times.append((taken, len(data), str(path)))
    if taken > SECONDS:
        totals.slow.append((taken, str(path)))
    if report.internal_error is not None:
        totals.broken.append(f"{path}: {report.internal_error}")
    if report.problem is not None:
        totals.unread[report.problem.partition(":")[0]] += 1
    if report.facts is not None:
        totals.traced += 1
        _ = report.shapes
        if report.facts.lost is not None:
            totals.lost.append(f"{path}: {report.facts.lost}")
    found = [(str(path), item) for item in report.diagnostics]
    totals.findings += found
    if not with_keras:
        totals.alarms += found
    return report


def peak_mebibytes() -> float:
    """The most memory that this process had."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / 1024 if sys.platform != "darwin" else peak / 1024 / 1024


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("folders", nargs="*", type=Path, metavar="FOLDER")
    parser.add_argument("--trace-all", action="store_true")
    parser.add_argument("--every", type=int, default=1, metavar="N")
    parser.add_argument("--faults", action="store_true")
    parser.add_argument("--findings", action="store_true")
    parser.add_argument("--slowest", type=int, default=0, metavar="N")
    options = parser.parse_args()
    totals = Totals()
    for number in (signal.SIGINT, signal.SIGTERM):  # a shell's background ignores the first
        signal.signal(number, signal.default_int_handler)
    analyze("import keras\nkeras.layers.Dense(4)(keras.Input((3,)))\n", "warm.py")
    with Faults(active=options.faults) as faults, suppress(KeyboardInterrupt):  # what is known then
        for i, path in enumerate(python_files(options.folders or installed())):
            if i % options.every == 0:
                scan(path, totals, trace_all=options.trace_all)
    report(totals, findings=options.findings)
    for taken, length, path in sorted(totals.times, reverse=True)[: options.slowest]:
        print(
            f"took   {taken:.2f} s, {taken / max(length, 1) * 1e6:.1f} ms/1000 of {length} {path}"
        )
    for fault, count in faults.seen.most_common():
        print(f"fault  {count:5} {fault}")
    return 1 if totals.slow or totals.broken else 0


def report(totals: Totals, *, findings: bool) -> None:
    """Prints what a scan found."""
    for taken, path in sorted(totals.slow, reverse=True):
        print(f"slow   {taken:.1f} s {path}")
    for line in totals.broken:
        print(f"broken {line}")
    for line in totals.lost:
        print(f"lost   {line}")
    for path, item in totals.findings if findings else totals.alarms:
        print(f"found  {path}:{item.range.line}:{item.range.col} {item.code} {item.message}")
    codes = Counter(item.code for _, item in totals.findings)
    print(
        f"{totals.files} files, {totals.characters / 1e6:.1f} million characters, {totals.traced} traced; "
        f"{totals.seconds:.1f} s, at most {peak_mebibytes():.0f} MiB; {len(totals.slow)} took more than {SECONDS} s, "
        f"{len(totals.broken)} broke, {len(totals.lost)} lost the budget"
    )
    print(
        "not read:",
        dict(totals.unread),
        "found:",
        dict(sorted(codes.items())),
        "without Keras:",
        len(totals.alarms),
    )


if __name__ == "__main__":
    sys.exit(main())
