"""The trace beside Keras itself: the same constructors, the same small program."""

from __future__ import annotations

import gc
import json
import os
import statistics
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

from measure import COMMAND, ENVIRONMENT, Row, child_seconds, pairs, seconds

from flake8_concat.trace.modules import Loader
from flake8_concat.trace.source import Source
from flake8_concat.trace.tracer import Budget, trace

# One constructor of each file in keras/src/applications.
FIRST = {
    "convnext": "ConvNeXtTiny",
    "densenet": "DenseNet121",
    "efficientnet": "EfficientNetB0",
    "efficientnet_v2": "EfficientNetV2B0",
    "inception_resnet_v2": "InceptionResNetV2",
    "inception_v3": "InceptionV3",
    "mobilenet": "MobileNet",
    "mobilenet_v2": "MobileNetV2",
    "mobilenet_v3": "MobileNetV3Small",
    "nasnet": "NASNetMobile",
    "resnet": "ResNet50",
    "resnet_v2": "ResNet50V2",
    "vgg16": "VGG16",
    "vgg19": "VGG19",
    "xception": "Xception",
}
FURTHER = {
    "convnext": ("ConvNeXtSmall", "ConvNeXtBase", "ConvNeXtLarge", "ConvNeXtXLarge"),
    "densenet": ("DenseNet169", "DenseNet201"),
    "efficientnet": tuple(f"EfficientNetB{n}" for n in range(1, 8)),
    "efficientnet_v2": tuple(f"EfficientNetV2{n}" for n in ("B1", "B2", "B3", "S", "M", "L")),
    "mobilenet_v3": ("MobileNetV3Large",),
    "nasnet": ("NASNetLarge",),
    "resnet": ("ResNet101", "ResNet152"),
    "resnet_v2": ("ResNet101V2", "ResNet152V2"),
}
CALLS = 20  # of a constructor, beside one call: the parse and the rest of the file drop out
ROUNDS = 7  # of either, of which the least counts
PLENTY = Budget(steps=10**8, part=10**8, loop_steps=10**8)
WARM = """
import importlib, json, os, sys, time
os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
import keras
keras.applications.VGG16(weights=None, input_shape=(224, 224, 3))
found = {}
for name in sys.argv[1].split(","):
    for _ in range(int(sys.argv[2])):
        keras.backend.clear_session()
        start = time.process_time()
        getattr(keras.applications, name)(weights=None)
        taken = time.process_time() - start
        found[name] = min(taken, found.get(name, taken))
print(json.dumps({
    "times": found, "keras": keras.__version__, "backend": keras.backend.backend(),
    "folder": os.path.dirname(keras.__file__),
}))
"""
SMALL = """import keras
m = keras.applications.ResNet50(weights=None)
x = keras.layers.Dense(4)(m.output)
"""
ONE_THREAD = {
    "OMP_NUM_THREADS": "1",
    "TF_NUM_INTRAOP_THREADS": "1",
    "CUDA_VISIBLE_DEVICES": "",
}


def constructors(python: str, *, every: bool) -> Iterator[Row]:
    """Each constructor called in a process that has called others, and traced from its source."""
    names = {name: module for module, name in FIRST.items()}
    if every:
        names |= {name: module for module, rest in FURTHER.items() for name in rest}
    said = subprocess.run(
        [python, "-c", WARM, ",".join(names), str(ROUNDS)],
        env={**os.environ, **ONE_THREAD},
        capture_output=True,
        text=True,
        check=False,
    )
    if said.returncode:
        yield "Keras", "can't be run", "", ""
        return
    theirs = json.loads(said.stdout.strip().splitlines()[-1])
    ratios = []
    for name, module in names.items():
        path = Path(theirs["folder"], "src", "applications", f"{module}.py")
        ours = one_call(path, name)
        ratios.append(theirs["times"][name] / ours)
        yield (
            f"{name} traced from its source / in Keras, warm",
            f"{ours * 1e3:.1f} ms / {theirs['times'][name] * 1e3:.0f} ms",
            f"1/{ratios[-1]:.0f}",
            "1/100",
        )
    yield (
        "the same, median",
        f"{len(ratios)} of them, Keras {theirs['keras']} on {theirs['backend']}",
        f"1/{statistics.median(ratios):.0f}",
        "1/100",
    )


def one_call(path: Path, name: str) -> float:
    """What the trace of one call of a constructor takes, of the processor."""
    text = path.read_text(encoding="utf-8")
    once, often = (
        Source(f"{text}\n\nfor _ in range({count}):\n    {name}(weights=None)\n", str(path))
        for count in (1, 1 + CALLS)
    )
    loader = Loader()

    def run(source: Source) -> None:
        gc.disable()  # as `analyze` does
        trace(source, loader=loader, budget=PLENTY)
        gc.enable()

    run(once)
    less, more = pairs(
        lambda: seconds(lambda: run(once)), lambda: seconds(lambda: run(often)), ROUNDS
    )
    return (more - less) / CALLS


def fresh_process(python: str) -> Iterator[Row]:
    """A small program checked, and run by Keras, end to end."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "model.py"
        path.write_text(SMALL, encoding="utf-8")
        ours, keras = pairs(
            lambda: child_seconds([*COMMAND, "--no-cache", str(path)], env=ENVIRONMENT),
            lambda: child_seconds([python, str(path)], env={**os.environ, **ONE_THREAD}),
            3,
        )
    yield (
        "a small program, checked / run, from a fresh process",
        f"{ours:.2f} s / {keras:.2f} s",
        f"1/{keras / ours:.0f}",
        "1/20",
    )
