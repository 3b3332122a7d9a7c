"""flake8 on files without Keras; the analysis beside LibCST's parser."""

from __future__ import annotations

import statistics
import subprocess
import sys
import sysconfig
from collections.abc import Iterator
from pathlib import Path

import libcst
from measure import ENVIRONMENT, Row, child_seconds, pairs, seconds

from flake8_concat.analysis import analyze
from flake8_concat.trace.modules import Loader

STDLIB = ("email", "json", "http", "xml")

# flake8 as it is, or with one of its plugins hidden.
FLAKE8 = """
import importlib.metadata as metadata, sys
hidden, all_of_them = sys.argv.pop(1), metadata.distributions
metadata.distributions = lambda **how: (d for d in all_of_them(**how) if d.metadata["name"] != hidden)
from flake8.main.cli import main
main(sys.argv[1:])
print("libcst" in sys.modules)
"""


def plain_files(package: str | None) -> Iterator[Row]:
    library = Path(sysconfig.get_path("stdlib"))
    folders = [package] if package else [str(library / name) for name in STDLIB]
    options = ["--isolated", "-j1", "--exit-zero", *folders]

    def flake8(name: str) -> float:
        return child_seconds([sys.executable, "-c", FLAKE8, name, *options], env=ENVIRONMENT)

    flake8("")
    off, on = pairs(lambda: flake8("flake8-concat"), lambda: flake8(""), 9)
    yield (
        "flake8 on files without Keras, with / without the plugin",
        f"{on:.2f} s / {off:.2f} s",
        f"{on / off:.3f}",
        "1.02",
    )
    said = subprocess.run(
        [sys.executable, "-c", FLAKE8, "", *options],
        env=ENVIRONMENT,
        capture_output=True,
        text=True,
        check=False,
    )
    yield "LibCST is imported for them", said.stdout.strip().rpartition("\n")[2], "", "False"


def beside_the_parser(texts: list[tuple[str, str]]) -> Iterator[Row]:
    """Siblings are parsed once, as in a run over many files; they are traced for each file."""
    loader = Loader()
    clean, found, placed = [], [], []
    whole_time = parse_time = 0.0
    for name, text in texts:
        report = analyze(text, name, loader=loader)  # all is in memory from here on

        def parse(text: str = text) -> float:
            return seconds(lambda: libcst.parse_module(text))

        def whole(text: str = text, name: str = name) -> float:
            return seconds(lambda: analyze(text, name, loader=loader))

        def with_places(text: str = text, name: str = name) -> float:
            return seconds(lambda: places(text, name, loader))

        parsed, took = pairs(parse, whole, 3)
        (found if report.diagnostics else clean).append(took / parsed)
        placed.append(with_places() / parsed)
        whole_time, parse_time = whole_time + took, parse_time + parsed
    for what, ratios, limit in (
        ("where nothing is found", clean, "1.6"),
        ("where something is found", found, "2.5"),
        ("and the places of all calls on tensors", placed, "2.5"),
    ):
        if ratios:
            ratios.sort()
            quarters = f"{ratios[len(ratios) // 4]:.2f} … {ratios[3 * len(ratios) // 4]:.2f}"
            yield (
                f"analysis {what} / libcst.parse_module, median",
                f"{len(ratios)} files, quarters {quarters}",
                f"{statistics.median(ratios):.2f}",
                limit,
            )
    yield (
        "all of them together",
        f"{whole_time:.2f} s / {parse_time:.2f} s",
        f"{whole_time / parse_time:.2f}",
        "",
    )


def places(text: str, name: str, loader: Loader) -> None:
    """Analyses a file and finds where each call stands that the trace evaluated."""
    facts = analyze(text, name, loader=loader).facts
    for event in facts.events if facts is not None else ():
        if isinstance(event.site.node, libcst.Call):
            event.site.source.range_of(event.site.node)
