"""Whole runs: from a fresh process, from the cache, in several processes, beside other linters."""

from __future__ import annotations

import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from measure import COMMAND, ENVIRONMENT, Row, child_seconds, pairs


def start() -> Iterator[Row]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "small.py"
        path.write_text("import keras\nx = keras.Input((4,))\n", encoding="utf-8")
        command = [*COMMAND, str(path)]
        cached = {**ENVIRONMENT, "FLAKE8_CONCAT_CACHE": str(Path(folder) / "cache")}
        child_seconds(command, env=cached)
        fresh, again = pairs(
            lambda: child_seconds([*command, "--no-cache"], env=ENVIRONMENT),
            lambda: child_seconds(command, env=cached),
            5,
        )
        bare = statistics.median(
            child_seconds([sys.executable, "-c", "import libcst"]) for _ in range(5)
        )
    yield (
        "one small file, fresh process / import libcst alone",
        f"{fresh * 1e3:.0f} ms / {bare * 1e3:.0f} ms",
        f"{fresh / bare:.2f}",
        "",
    )
    yield (
        "the same answered from the cache / analysed",
        f"{again * 1e3:.0f} ms / {fresh * 1e3:.0f} ms",
        f"{again / fresh:.2f}",
        "",
    )


def copied(texts: list[tuple[str, str]], folder: str) -> int:
    """Writes programs into a folder, without their neighbours; the number of their lines."""
    for number, (_, text) in enumerate(texts):
        Path(folder, f"program_{number}.py").write_text(text, encoding="utf-8")
    return sum(text.count("\n") for _, text in texts)


def many(texts: list[tuple[str, str]]) -> Iterator[Row]:
    """The command line over many files: one process, two, and again from the cache."""
    with tempfile.TemporaryDirectory() as folder:
        copied(texts, folder)
        said, took = {}, {}
        for jobs in ("1", "2"):
            begin = time.perf_counter()
            said[jobs] = subprocess.run(
                [*COMMAND, "--no-cache", "--jobs", jobs, folder],
                env=ENVIRONMENT,
                capture_output=True,
                check=False,
            ).stdout
            took[jobs] = time.perf_counter() - begin
        same = "the same output" if said["1"] == said["2"] else "ANOTHER OUTPUT"
        yield (
            f"{len(texts)} files, --jobs 2 / --jobs 1, by the clock",
            f"{took['2']:.1f} s / {took['1']:.1f} s, {same}",
            f"{took['2'] / took['1']:.2f}",
            "",
        )
        cached = {**ENVIRONMENT, "FLAKE8_CONCAT_CACHE": str(Path(folder, "cache"))}
        first, second = (
            child_seconds([*COMMAND, "--jobs", "1", folder], env=cached) for _ in range(2)
        )
        yield (
            "the second run over them / the first",
            f"{second:.2f} s / {first:.2f} s",
            f"{second / first:.3f}",
            "",
        )


def others(texts: list[tuple[str, str]], python: str) -> Iterator[Row]:
    """flake8 with this plugin beside flake8 with others, and Pyright, on the same lines."""
    with tempfile.TemporaryDirectory() as folder:
        lines = copied(texts, folder)
        ours = flake8_with("CAT", sys.executable, folder)
        if ours is None:
            yield "flake8 with this plugin", "not installed here, so not compared", "", ""
            return
        for what, code in (("TorchFix", "TOR"), ("flake8-async", "ASYNC")):
            theirs = flake8_with(code, python, folder)
            yield compared(f"flake8 with this plugin / with {what}, {lines} lines", ours, theirs)
        pyright = shutil.which("pyright", path=str(Path(python).parent))
        theirs = child_seconds([pyright, folder]) if pyright is not None else None
        yield compared(f"flake8 with this plugin / Pyright, {lines} lines", ours, theirs)


def compared(what: str, ours: float, theirs: float | None) -> Row:
    """A row, which says so where the other is not installed."""
    if theirs is None:
        return what, "not installed", "", ""
    return what, f"{ours:.2f} s / {theirs:.2f} s", f"{ours / theirs:.2f}", ""


def flake8_with(code: str, python: str, folder: str) -> float | None:
    """What flake8 takes with one plugin of those that are installed; None if it is not."""
    command = [python, "-c", ONE_PLUGIN, code, "--isolated", "-j1", "--exit-zero", folder]
    if subprocess.run(command, env=ENVIRONMENT, capture_output=True, check=False).returncode:
        return None
    return statistics.median(child_seconds(command, env=ENVIRONMENT) for _ in range(2))


# flake8 with the plugin alone that reports codes with these letters.
ONE_PLUGIN = """
import importlib.metadata as metadata, sys
wanted = {"CAT": "flake8-concat", "TOR": "TorchFix", "ASYNC": "flake8-async"}[sys.argv.pop(1)]
metadata.version(wanted)
all_of_them = metadata.distributions
def alone(**how):
    for found in all_of_them(**how):
        points = found.entry_points
        if found.metadata["name"] in (wanted, "flake8") or not any(
            p.group == "flake8.extension" for p in points
        ):
            yield found
metadata.distributions = alone
from flake8.main.cli import main
sys.exit(main(sys.argv[1:]))
"""
