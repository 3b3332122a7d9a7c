"""Measures what the linter costs, beside what it is compared with, in one run.

    python benchmarks/run.py [--corpus FOLDER] [--package FOLDER] [--keras-python PYTHON] [--write]

Prints a table of ratios. All times are of the processor, so that other work on the machine counts
little; each pair is measured in turns, and the medians are compared.

--corpus        a folder with Keras programs; without: the cases of the tests
--package       a folder without Keras; without: the standard library's email, json, http, xml, …
--keras-python  a Python that has Keras, for what is compared with Keras itself
--write         writes RESULTS.md beside this file
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import platform
import resource
import statistics
import subprocess
import sys
import sysconfig
import tempfile
import time
from collections.abc import Callable, Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import libcst

HERE = Path(__file__).parent
ROOT = HERE.parent
sys.path.insert(0, str(ROOT))

from flake8_concat.analysis import analyze  # noqa: E402
from flake8_concat.trace.modules import Loader  # noqa: E402
from flake8_concat.trace.tracer import trace  # noqa: E402

Row = tuple[str, str, str, str]  # what, measured, ratio, limit
STDLIB = ("email", "json", "http", "xml")


def seconds(run: Callable[[], object]) -> float:
    """What a call takes of the processor, without the garbage of the one before."""
    gc.collect()
    start = time.process_time()
    run()
    return time.process_time() - start


def child_seconds(command: list[str], **options: object) -> float:
    """What a process and those it starts take of the processor."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, capture_output=True, check=False, **options)  # type: ignore[call-overload]
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def pairs(a: Callable[[], float], b: Callable[[], float], rounds: int) -> tuple[float, float]:
    """The medians of two measurements made in turns."""
    found = [(a(), b()) for _ in range(rounds)]
    return statistics.median(x for x, _ in found), statistics.median(y for _, y in found)


# flake8 as it is, or with one of its plugins hidden.
FLAKE8 = """
import importlib.metadata as metadata, sys
hidden, all_of_them = sys.argv.pop(1), metadata.distributions
metadata.distributions = lambda **how: (d for d in all_of_them(**how) if d.metadata["name"] != hidden)
from flake8.main.cli import main
main(sys.argv[1:])
print("libcst" in sys.modules)
"""


# -- flake8 on files without Keras --------------------------------------------------------------
def plain_files(package: str | None) -> Iterator[Row]:
    library = Path(sysconfig.get_path("stdlib"))
    folders = [package] if package else [str(library / name) for name in STDLIB]
    options = ["--isolated", "-j1", "--exit-zero", *folders]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}

    def flake8(name: str) -> float:
        return child_seconds([sys.executable, "-c", FLAKE8, name, *options], env=environment)

    flake8("")
    off, on = pairs(lambda: flake8("flake8-concat"), lambda: flake8(""), 3)
    yield (
        "flake8 on files without Keras, with / without the plugin",
        f"{on:.2f} s / {off:.2f} s",
        f"{on / off:.3f}",
        "1.02",
    )
    said = subprocess.run(
        [sys.executable, "-c", FLAKE8, "", *options],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    yield "LibCST is imported for them", said.stdout.strip().rpartition("\n")[2], "", "False"


# -- the analysis beside the parser -------------------------------------------------------------
def beside_the_parser(corpus: str | None) -> Iterator[Row]:
    folder = Path(corpus) if corpus else ROOT / "tests" / "cases"
    files = sorted(p for p in folder.rglob("*.py") if p.is_file() and p.stat().st_size < 100_000)
    texts = []
    for path in files:
        text = path.read_text(encoding="utf-8", errors="replace")
        if "keras" not in text:
            continue
        try:
            libcst.parse_module(text)
        except Exception:  # Python 2
            continue
        texts.append((str(path), text))
    texts = texts[:: max(1, len(texts) // 150)]
    clean, found = [], []
    for name, text in texts:
        report = analyze(text, name)  # siblings, rules and families are in memory from here on
        parse, whole = pairs(
            lambda: seconds(lambda: libcst.parse_module(text)),
            lambda: seconds(lambda: analyze(text, name)),
            3,
        )
        (found if report.diagnostics else clean).append(whole / parse)
    for kind, ratios, limit in (
        ("nothing is found", clean, "1.6"),
        ("something is found", found, "2.5"),
    ):
        if ratios:
            ratios.sort()
            spread = f"{len(ratios)} files, quarters {ratios[len(ratios) // 4]:.2f} … {ratios[3 * len(ratios) // 4]:.2f}"
            yield (
                f"analysis / libcst.parse_module where {kind}, median",
                spread,
                f"{statistics.median(ratios):.2f}",
                limit,
            )


# -- growth -------------------------------------------------------------------------------------
def generated(lines: int) -> str:
    head = "import keras\nfrom keras import layers\n\n\ndef block(x, n):\n    y = layers.Conv2D(n, 3, padding='same')(x)\n    return layers.Concatenate()([x, y])\n\n\n"
    body = ["x = keras.Input((64, 64, 3))"]
    for i in range(lines // 4):
        body += [
            f"a{i} = layers.Conv2D({i % 32 + 1}, 3, padding='same')(x)",
            f"b{i} = block(x, {i % 8 + 1})",
            f"c{i} = layers.Concatenate()([a{i}, b{i}])",
            f"d{i} = c{i}.shape[-1] // 2 + {i}",
        ]
    return head + "\n".join(body) + "\n"


def growth() -> Iterator[Row]:
    costs = {}
    for lines in (1000, 4000, 16000, 32000):
        text = generated(lines)
        costs[lines] = min(seconds(lambda: analyze(text, "grow.py")) for _ in range(2)) / lines
    for lines, cost in costs.items():
        if lines != 1000:
            yield (
                f"time a line of {lines} lines / of 1000 lines",
                f"{cost * 1e6:.0f} µs / {costs[1000] * 1e6:.0f} µs",
                f"{cost / costs[1000]:.2f}",
                "1.2",
            )
    head = "import keras\nfrom keras import layers\nx = keras.Input((8, 8, 3))\n"
    loop = {
        n: min(
            seconds(
                lambda: analyze(
                    f"{head}for i in range({n}):\n    x = layers.Dense(4)(x)\n", "loop.py"
                )
            )
            for _ in range(3)
        )
        / n
        for n in (100, 1000)
    }
    yield (
        "time a round of a loop of 1000 / of 100",
        f"{loop[1000] * 1e6:.0f} µs / {loop[100] * 1e6:.0f} µs",
        f"{loop[1000] / loop[100]:.2f}",
        "1.2",
    )
    depth = {}
    for n in (4, 32):
        chain = (
            "".join(f"def f{i}(x):\n    return f{i + 1}(x)\n" for i in range(n))
            + f"def f{n}(x):\n    return layers.Dense(4)(x)\n"
        )
        calls = "".join("x = f0(x)\n" for _ in range(100))
        depth[n] = min(
            seconds(lambda: analyze(head + chain + calls, "depth.py")) for _ in range(3)
        ) / (n + 1)
    yield (
        "time a call, 32 deep / 4 deep",
        f"{depth[32] * 1e4:.0f} µs / {depth[4] * 1e4:.0f} µs",
        f"{depth[32] / depth[4]:.2f}",
        "1.2",
    )


# -- sizes that nobody knows ----------------------------------------------------------------------
U_NET = """
import keras
from keras import layers


def block(x, filters):
    for _ in range(2):
        x = layers.Conv2D(filters, 3, padding="same")(x)
        x = layers.Activation("relu")(layers.BatchNormalization()(x))
    return x


inputs = x = keras.Input((SIZE, SIZE, 3))
skips = []
for filters in (16, 32, 64, 128, 256):
    x = block(x, filters)
    skips.append(x)
    x = layers.MaxPooling2D()(x)
for filters in (256, 128, 64, 32, 16):
    x = layers.Conv2DTranspose(filters, 2, strides=2)(x)
    x = block(JOIN()([x, skips.pop()]), filters)
keras.Model(inputs, layers.Conv2D(1, 1)(x))
"""


def symbols() -> Iterator[Row]:
    for join in ("layers.Concatenate", "layers.Add"):
        text = U_NET.replace("JOIN", join).replace("SIZE", "{}")
        unknown, known = text.format("None", "None"), text.format(512, 512)
        for what, run in (("traced", traced), ("analysed", analysed)):
            a, b = pairs(lambda: seconds(run(unknown)), lambda: seconds(run(known)), 15)
            yield (
                f"a U-Net with {join} {what}, sizes None / 512",
                f"{a * 1e3:.1f} ms / {b * 1e3:.1f} ms",
                f"{a / b:.2f}",
                "1.3" if what == "traced" else "",
            )


def traced(text: str) -> Callable[[], object]:
    loader = Loader()
    source = loader.source(text, "u_net.py")
    return lambda: trace(source, loader=loader)


def analysed(text: str) -> Callable[[], object]:
    return lambda: analyze(text, "u_net.py")


MEMORY = """
import resource, sys
sys.path.insert(0, sys.argv[2])
text = open(sys.argv[1]).read()
if sys.argv[3] == "parse":
    import libcst
    kept = libcst.parse_module(text)
else:
    from flake8_concat.analysis import analyze
    kept = analyze(text, "memory.py")
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


def memory() -> Iterator[Row]:
    with tempfile.TemporaryDirectory() as folder:
        for lines in (1000, 8000):
            path = Path(folder) / "memory.py"
            path.write_text(generated(lines), encoding="utf-8")
            parse, whole = (
                int(
                    subprocess.run(
                        [sys.executable, "-c", MEMORY, str(path), str(ROOT), kind],
                        capture_output=True,
                        text=True,
                        check=True,
                    ).stdout
                )
                / 1024
                for kind in ("parse", "analyze")
            )
            yield (
                f"memory for {lines} lines, above LibCST's tree",
                f"{whole:.0f} MiB, {parse:.0f} MiB",
                f"{whole - parse:.0f} MiB",
                "40 MiB",
            )


# -- beside Keras -------------------------------------------------------------------------------
APPLICATIONS = (
    "MobileNetV2",
    "DenseNet121",
    "EfficientNetB0",
    "ResNet50",
    "InceptionV3",
    "Xception",
    "VGG16",
    "NASNetMobile",
)
WARM = """
import json, os, sys, time
os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
import keras
keras.applications.VGG16(weights=None, input_shape=(224, 224, 3))
found = {}
for name in sys.argv[1].split(","):
    start = time.process_time()
    getattr(keras.applications, name)(weights=None)
    found[name] = time.process_time() - start
print(json.dumps({"times": found, "keras": keras.__version__, "backend": keras.backend.backend()}))
"""
MODULES = {
    "MobileNetV2": "mobilenet_v2",
    "DenseNet121": "densenet",
    "EfficientNetB0": "efficientnet",
    "ResNet50": "resnet",
    "InceptionV3": "inception_v3",
    "Xception": "xception",
    "VGG16": "vgg16",
    "NASNetMobile": "nasnet",
}


def beside_keras(python: str | None) -> Iterator[Row]:
    if python is None:
        return
    environment = {
        **os.environ,
        "OMP_NUM_THREADS": "1",
        "TF_NUM_INTRAOP_THREADS": "1",
        "CUDA_VISIBLE_DEVICES": "",
    }
    said = subprocess.run(
        [python, "-c", WARM, ",".join(APPLICATIONS)],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    if said.returncode:
        yield "Keras", "can't be run", "", ""
        return
    theirs = json.loads(said.stdout.strip().splitlines()[-1])
    where = subprocess.run(
        [
            python,
            "-c",
            "import importlib.util as u; print(u.find_spec('keras').submodule_search_locations[0])",
        ],
        capture_output=True,
        text=True,
        check=True,
    ).stdout.strip()
    ratios = []
    for name in APPLICATIONS:
        path = Path(where) / "src" / "applications" / f"{MODULES[name]}.py"
        text = path.read_text(encoding="utf-8")
        text = text.replace('weights="imagenet"', "weights=None")
        ours = warm_calls(
            f"{text}\n\n__model__ = {name}(weights=None, input_shape=SHAPE)\n", name, str(path)
        )
        ratios.append(theirs["times"][name] / ours)
        yield (
            f"{name} traced from its source / in Keras, warm",
            f"{ours * 1e3:.1f} ms / {theirs['times'][name] * 1e3:.0f} ms",
            f"1/{ratios[-1]:.0f}",
            "1/100",
        )
    yield (
        "the same, median",
        f"Keras {theirs['keras']} on {theirs['backend']}",
        f"1/{statistics.median(ratios):.0f}",
        "1/100",
    )
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "model.py"
        path.write_text(
            "import keras\nm = keras.applications.ResNet50(weights=None)\nx = keras.layers.Dense(4)(m.output)\n",
            encoding="utf-8",
        )
        shown = {**environment, "PYTHONPATH": str(ROOT)}
        ours, keras = pairs(
            lambda: child_seconds(
                [sys.executable, "-m", "flake8_concat", "check", "--no-cache", str(path)], env=shown
            ),
            lambda: child_seconds([python, str(path)], env=environment),
            3,
        )
    yield (
        "a small program, checked / run, from a fresh process",
        f"{ours:.2f} s / {keras:.2f} s",
        f"1/{keras / ours:.0f}",
        "1/20",
    )


def warm_calls(text: str, name: str, path: str) -> float:
    """What the trace takes for the constructor's own calls: the whole less the parse."""
    size = {"InceptionV3": 299, "Xception": 299, "NASNetMobile": 224}.get(name, 224)
    full = text.replace("SHAPE", f"({size}, {size}, 3)")
    whole, parse = pairs(
        lambda: seconds(lambda: analyze(full, path)),
        lambda: seconds(lambda: libcst.parse_module(full)),
        3,
    )
    return max(1e-6, whole - parse)


# -- start-up -----------------------------------------------------------------------------------
def start() -> Iterator[Row]:
    shown = {**os.environ, "PYTHONPATH": str(ROOT)}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "small.py"
        path.write_text("import keras\nx = keras.Input((4,))\n", encoding="utf-8")
        command = [sys.executable, "-m", "flake8_concat", "check", str(path)]
        cached = {**shown, "FLAKE8_CONCAT_CACHE": str(Path(folder) / "cache")}
        child_seconds(command, env=cached)
        fresh, again = pairs(
            lambda: child_seconds([*command, "--no-cache"], env=shown),
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


def installed(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "none"


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--corpus")
    parser.add_argument("--package")
    parser.add_argument("--keras-python")
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args()
    analyze("import keras\nkeras.layers.Dense(4)(keras.Input((3,)))\n", "warm.py")
    lines = ["| what | measured | ratio | at most |", "|---|---|---|---|"]
    print("\n".join(lines), flush=True)
    for section in (
        lambda: plain_files(args.package), lambda: beside_the_parser(args.corpus), growth, symbols, memory, start,
        lambda: beside_keras(args.keras_python),
    ):  # fmt: skip
        for row in section():
            lines.append("| " + " | ".join(row) + " |")
            print(lines[-1], flush=True)
    if args.write:
        versions = f"Python {platform.python_version()}, libcst {installed('libcst')}, flake8 {installed('flake8')}, {platform.machine()}, {platform.system()}"
        text = (
            "# What it costs\n\nMeasured with `python benchmarks/run.py`; times are of the processor.\n\n"
            + versions
            + "\n\n"
            + "\n".join(lines)
            + "\n"
        )
        (HERE / "RESULTS.md").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
