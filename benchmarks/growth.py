"""Whether the time grows with the program and no faster, and what memory it takes."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from measure import ROOT, Row, seconds

from flake8_concat.analysis import analyze


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


# The high-water mark of this program alone where the system tells it (VmHWM): what getrusage gives
# begins, on Linux, with that of the process that started it.
MEMORY = """
import pathlib, re, resource, sys
sys.path.insert(0, sys.argv[2])
text = open(sys.argv[1]).read()
if sys.argv[3] == "parse":
    import libcst
    kept = libcst.parse_module(text)
else:
    from flake8_concat.analysis import analyze
    kept = analyze(text, "memory.py")
try:
    status = pathlib.Path("/proc/self/status").read_text()
    print(re.search(r"VmHWM:\\s+(\\d+) kB", status)[1])
except OSError:
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


def memory() -> Iterator[Row]:
    with tempfile.TemporaryDirectory() as folder:
        for lines in (1000, 8000, 32000):
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
