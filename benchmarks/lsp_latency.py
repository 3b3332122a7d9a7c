"""How long after a keystroke the diagnostics of a 1,000-line model file are published.

    python benchmarks/lsp_latency.py [--strokes 100] [--lines 1000] [--limit 150]

Types into the file like a person: one character a change, incremental, here and there, after
pauses of any length, with a finding that comes and goes and texts that are no Python in between.
Time counts from the message to the published result of that very version; the debounce, which the
server waits for on purpose, is taken off. Exit code 1 if fewer than 95 of 100 keep the limit.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
import subprocess
import sys
import threading
import time
from pathlib import Path
from queue import Queue
from typing import Any

DEBOUNCE = 50  # milliseconds
COMMAND = [sys.executable, "-m", "flake8_concat", "lsp"]

BLOCK = '''
def block_{n}(x, filters):
    """Two convolutions and a way around them."""
    skip = x
    x = layers.Conv2D(
        filters,
        3,
        padding="same",
        use_bias=False,
        kernel_initializer="he_normal",
    )(x)
    x = layers.BatchNormalization()(x)
    x = layers.ReLU()(x)  # the rest is added below

    x = layers.Conv2D(filters, 3, padding="same", use_bias=False)(x)
    x = layers.BatchNormalization()(x)
    if skip.shape[-1] != filters:
        skip = layers.Conv2D(filters, 1, use_bias=False)(skip)
    x = layers.Add()([x, skip])
    return layers.ReLU()(x)

'''
HEAD = '"""A model of many blocks."""\n\nimport keras\nfrom keras import layers\n\n'


def model(lines: int) -> str:
    """A file of about so many lines: blocks, and a network that calls each of them."""
    count = (lines - 20) // (BLOCK.count("\n") + 1)
    calls = "".join(f"    x = block_{n}(x, {16 + 8 * (n % 8)})\n" for n in range(count))
    return (
        HEAD
        + "".join(BLOCK.format(n=n) for n in range(count))
        + "\ndef build(size):\n    image = keras.Input((size, size, 3))\n    x = image\n"
        + calls
        + "    half = layers.MaxPooling2D(2)(x)\n"
        + "    back = layers.UpSampling2D(2)(half)\n"
        + "    x = layers.Concatenate()([x, back])\n"
        + "    return keras.Model(image, layers.Conv2D(1, 1)(x))\n\n\nnet = build(224)\n"
    )


class Client:
    """A bare client: frames out, frames in, with the time at which each came."""

    def __init__(self) -> None:
        self.server = subprocess.Popen(COMMAND, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.came: Queue[tuple[float, dict[str, Any]]] = Queue()
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        stream = self.server.stdout
        assert stream is not None
        while head := stream.readline():
            length = int(head.split(b":")[1])
            while stream.readline().strip():
                pass
            body = stream.read(length)
            self.came.put((time.perf_counter(), json.loads(body)))

    def send(self, method: str, params: Any, number: int | None = None) -> None:
        message = {"jsonrpc": "2.0", "method": method, "params": params}
        if number is not None:
            message["id"] = number
        body = json.dumps(message).encode()
        assert self.server.stdin is not None
        self.server.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self.server.stdin.flush()

    def published(self, version: int) -> tuple[float, int]:
        """When the diagnostics of a version came, and how many."""
        while True:
            when, message = self.came.get(timeout=60)
            params = message.get("params") or {}
            if message.get("method") != "textDocument/publishDiagnostics":
                continue
            if params.get("version") == version:
                return when, len(params["diagnostics"])


# What is typed, and behind what. The image's odd size leads to a finding, the bracket to no Python.
TYPED = [
    ("net = build(224", "5"),
    ("# the rest is added", "x"),
    ("from keras import layers\n", "\n"),
    ("    x = image", "("),
    ("        filters,\n        3", "1"),
    ("block_", "x"),
]


def strokes(text: str, count: int, draw: random.Random) -> list[dict[str, Any]]:
    """Changes of one character each: one is typed, and with the next stroke taken away again."""
    found: list[dict[str, Any]] = []
    while len(found) < count:
        before, typed = TYPED[len(found) // 2 % len(TYPED)]
        offset = draw.choice([match.end() for match in re.finditer(re.escape(before), text)])
        start, end = position(text, offset), position(text[:offset] + typed, offset + 1)
        found.append({"range": {"start": start, "end": start}, "text": typed})
        found.append({"range": {"start": start, "end": end}, "text": ""})
    return found[:count]


def position(text: str, offset: int) -> dict[str, int]:
    """Line and column of a place in an ASCII text."""
    above = text[:offset]
    return {"line": above.count("\n"), "character": offset - above.rfind("\n") - 1}


def processor_time(process: int) -> float:
    """Milliseconds that a process has worked, on Linux; else 0: a busy machine tells no more."""
    try:
        words = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(words[11]) + int(words[12])) * 1000 / os.sysconf("SC_CLK_TCK")


def measure(lines: int, count: int) -> tuple[list[float], set[int], float]:
    """Milliseconds for each stroke without the debounce, the numbers of findings met, and the
    milliseconds of work for a stroke, clearing of memory included.
    """
    text = model(lines)
    uri = Path("benchmark_model.py").absolute().as_uri()
    client = Client()
    options = {"debounce": DEBOUNCE}
    client.send("initialize", {"capabilities": {}, "initializationOptions": options}, 1)
    client.send("initialized", {})
    item = {"uri": uri, "languageId": "python", "version": 0, "text": text}
    client.send("textDocument/didOpen", {"textDocument": item})
    client.published(0)
    times, findings = [], set()
    before = processor_time(client.server.pid)
    draw = random.Random("typing")
    for version, change in enumerate(strokes(text, count, draw), 1):
        time.sleep(draw.uniform(0.02, 0.3))
        sent = time.perf_counter()
        params = {"textDocument": {"uri": uri, "version": version}, "contentChanges": [change]}
        client.send("textDocument/didChange", params)
        when, found = client.published(version)
        times.append((when - sent) * 1000 - DEBOUNCE)
        findings.add(found)
    work = (processor_time(client.server.pid) - before) / count
    client.send("shutdown", None, 2)
    client.send("exit", None)
    client.server.wait(timeout=60)
    return times, findings, work


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--strokes", type=int, default=100)
    parser.add_argument("--lines", type=int, default=1000)
    parser.add_argument("--limit", type=float, default=150, help="milliseconds")
    args = parser.parse_args()
    times, findings, work = measure(args.lines, args.strokes)
    times.sort()
    kept = sum(item < args.limit for item in times)
    at = {part: times[min(len(times) * part // 100, len(times) - 1)] for part in (50, 90, 95, 99)}
    print(f"{model(args.lines).count(chr(10))} lines, {len(times)} strokes, findings {findings}")
    print(", ".join(f"{part} %: {value:.0f} ms" for part, value in at.items()))
    print(f"{work:.0f} ms of processor time a stroke")
    print(f"{kept} of {len(times)} under {args.limit:.0f} ms after the debounce")
    return 0 if kept >= 0.95 * len(times) else 1


if __name__ == "__main__":
    sys.exit(main())
