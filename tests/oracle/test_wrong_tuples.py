"""Lists and tuples that hold what no axis and no size is: each row of the table.

Of each function stands a call on a tensor of shape (2, 8, 8, 3) that Keras takes; with such a
tuple in it Keras must raise, on JAX and on TensorFlow (KERAS_BACKEND), and so must we.
"""

from __future__ import annotations

import contextlib
import inspect
import os

import pytest

os.environ.setdefault("KERAS_BACKEND", "jax")
keras = pytest.importorskip("keras")

from flake8_concat import analyze  # noqa: E402
from flake8_concat.keras.ops.kinds_of_tuples import (  # noqa: E402
    TUPLES_IN_LAYERS,
    TUPLES_OF_ARRAYS,
    TUPLES_OF_SYMBOLIC,
)
from flake8_concat.keras.ops.kinds_table import Table  # noqa: E402

HEAD = """\
import keras
from keras import layers, ops
x = keras.Input(batch_shape=(2, 8, 8, 3))
a = ops.ones((2, 8, 8, 3))
"""
GOOD: dict[str, tuple[object, ...]] = {
    "axis": (0, 1), "axes": (0, 1), "shape": (2, 8, 8, 3), "newshape": (16, 24), "dtype": (1, 1),
    "repeats": (1, 2, 1, 1), "size": (4, 4), "pool_size": (2, 2), "kernel_size": (3, 3),
    "output_size": (4, 4), "shift": (1, 1),
}  # fmt: skip
OTHER = {("transpose", "axes"): (0, 1, 2, 3), ("rot90", "axes"): (1, 2)}
MORE = {
    "random.gamma": "alpha=1.0", "random.beta": "alpha=1.0, beta=1.0", "full": "fill_value=0",
    "random.binomial": "counts=2, probabilities=0.5", "random.randint": "minval=0, maxval=4",
    "roll axis": "shift=(1, 1)", "roll shift": "axis=(0, 1)",
}  # fmt: skip


def wrong(kind: str, good: tuple[object, ...]) -> list[str]:
    """The values of a kind, near to a good one."""
    if kind == "twice":
        return ["(1, 1)", "[1, 1]", "(1, -3)"]
    last = {"holed": None, "fractions": 1.5, "worded": "a", "word": "a"}.get(kind)
    whole = [(*good[:-1], last)]
    if kind == "fractions":
        whole.append((*good[:-1], float(good[-1])))  # type: ignore[arg-type]
    return [form for one in whole for form in (repr(one), repr([*one]))]


def calls(table: Table, tensor: str) -> list[str]:
    found = []
    for kinds, parameters in table.items():
        for parameter, names in parameters.items():
            for name in names.split():
                if "nested" in kinds:
                    found.append(f"ops.{name}([[{tensor}, {tensor}]])")
                    continue
                full = f"keras.{name}" if name.startswith("random.") else f"ops.{name}"
                function = eval(full, {"ops": keras.ops, "keras": keras})  # our own text
                first = next(iter(inspect.signature(function).parameters))
                given = [tensor] if first != parameter else []
                more = MORE.get(f"{name} {parameter}", MORE.get(name, ""))
                seed = "seed=1" if name.startswith("random.") else ""
                for kind in kinds:
                    good = OTHER.get((name, parameter), GOOD[parameter])
                    values = {"word": ["'a'"], "number": ["2", "2.0"], "list": ["[1, 1]"]}
                    for value in values.get(kind) or wrong(kind, good):
                        parts = [*given, f"{parameter}={value}", more, seed]
                        found.append(f"{full}({', '.join(filter(None, parts))})")
    return found


def taken(lines: list[str]) -> list[str]:
    """Those that Keras takes."""
    scope: dict[str, object] = {}
    exec(HEAD, scope)  # our own text
    found = []
    for line in lines:
        with contextlib.suppress(Exception):
            eval(line, scope)  # our own text
            found.append(line)
    return found


def untold(lines: list[str]) -> list[str]:
    """Those that we say nothing to."""
    first, found = HEAD.count("\n") + 1, []
    for start in range(0, len(lines), 200):
        part = lines[start : start + 200]
        told = {d.range.line for d in analyze(HEAD + "\n".join(part) + "\n", "p.py").diagnostics}
        found += [line for i, line in enumerate(part) if i + first not in told]
    return found


@pytest.mark.parametrize(
    ("table", "tensor", "form"),
    [
        (TUPLES_OF_SYMBOLIC, "x", "{}"),
        (TUPLES_OF_ARRAYS, "a", "{}"),
        (TUPLES_IN_LAYERS, "t", "layers.Lambda(lambda t: {})(x)"),
    ],
    ids=["symbolic", "arrays", "in layers"],
)
def test_each_is_refused(table: Table, tensor: str, form: str) -> None:
    lines = [form.format(call) for call in calls(table, tensor)]
    assert len(lines) > 100
    assert not taken(lines)
    assert not untold(lines)


def test_near_by() -> None:
    lines = [
        "ops.sum(x, axis=(1, 2))", "ops.sum(x, axis=[-1])", "ops.reshape(a, (16, -1))",
        "layers.Lambda(lambda t: ops.reshape(t, (ops.shape(t)[0], -1)))(x)",
        "layers.Lambda(lambda t: ops.zeros((t.shape[1], 2)))(x)",
        "ops.tile(x, [1, 1, 2, 1])", "ops.concatenate([x, x])", "ops.ones([2, 3])",
        "ops.sum(a, axis=(1, -1))", "ops.array([[1, 2], [3, 4]])", "ops.array([])",
        "ops.convert_to_tensor([a, a])", "ops.adaptive_max_pool(a, [2, 2])",
        "ops.mean(a, axis=())", "ops.max(a, (0, 1, 2, 3))",
    ]  # fmt: skip
    if keras.backend.backend() == "jax":
        assert taken(lines) == lines
    assert untold(lines) == lines
