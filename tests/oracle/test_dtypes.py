"""What tensors hold, and which functions refuse it: the tables against real Keras.

Once with KERAS_BACKEND=jax and once with tensorflow: what a row says holds on both.
"""

from __future__ import annotations

import ast
import os

import pytest

os.environ.setdefault("KERAS_BACKEND", "jax")
keras = pytest.importorskip("keras")

from flake8_concat import analyze  # noqa: E402
from flake8_concat.keras.dtypes import holds, kind_of_dtype  # noqa: E402
from flake8_concat.keras.ops.kinds_of_numbers import (  # noqa: E402
    HELD,
    HELD_BY_ARRAYS,
    HELD_BY_SYMBOLIC,
    HELD_IN_LAYERS,
    HELD_IN_TENSORFLOW,
    MADE_OF_ARRAYS,
)
from flake8_concat.keras.ops.kinds_table import Table  # noqa: E402
from tests.oracle.typed_calls import CALLS  # noqa: E402

HEAD = "import keras\nimport numpy as np\nfrom keras import layers, ops\n"
DTYPES = {"bools": "bool", "ints": "int32", "floats": "float32", "complexes": "complex64"}
OF_LETTER = {"F": "float32", "I": "int32", "B": "bool", "C": "complex64"}
BY_NAME: dict[str, list[str]] = {}
for _call in CALLS:
    _name = _call.partition("(")[0].removeprefix("ops.").removeprefix("keras.")
    BY_NAME.setdefault(_name, []).append(_call)


def typed(call: str, parameters: set[str], kind: str) -> tuple[str, list[tuple[str, str]]]:
    """The call on t[0], t[1] …, and the shape and dtype of each; `parameters` hold `kind`."""
    tree = ast.parse(call, mode="eval")
    tensors: list[tuple[str, str]] = []

    class Numbered(ast.NodeTransformer):
        parameter = ""

        def visit_keyword(self, node: ast.keyword) -> ast.keyword:
            self.parameter = node.arg or ""
            self.generic_visit(node)
            return node

        def visit_Call(self, node: ast.Call) -> ast.AST:
            if not isinstance(node.func, ast.Name) or node.func.id not in OF_LETTER:
                return self.generic_visit(node)
            shape = f"({', '.join([*map(ast.unparse, node.args), ''])})".replace(", )", ",)")
            chosen = self.parameter in parameters
            tensors.append((shape, DTYPES[kind] if chosen else OF_LETTER[node.func.id]))
            return ast.parse(f"t[{len(tensors) - 1}]", mode="eval").body

    return ast.unparse(ast.fix_missing_locations(Numbered().visit(tree))), tensors


def program(call: str, tensors: list[tuple[str, str]], where: str) -> str:
    """A program in which the call stands outside of layers, in one, or on arrays."""
    if where == "arrays":
        made = ", ".join(
            f"ops.ones({shape}, dtype={dtype!r})"
            if dtype != "complex64"
            else f"np.ones({shape}, dtype={dtype!r})"
            for shape, dtype in tensors
        )
    else:
        made = ", ".join(f"keras.KerasTensor({shape}, dtype={dtype!r})" for shape, dtype in tensors)
    text = f"{HEAD}t = [{made}]\n"
    if where == "layers":
        return (
            f"{text}class Own(layers.Layer):\n    def call(self, t):\n        return {call}\n"
            "y = Own()(t)\n"
        )
    return f"{text}y = {call}\n"


def run(text: str) -> object:
    """`y` of a program, or the exception."""
    scope: dict[str, object] = {}
    try:
        exec(text, scope)  # our own text
    except Exception as error:  # of any kind
        return error
    return scope["y"]


def told(text: str) -> bool:
    return any(d.code.startswith("CAT1") for d in analyze(text, "dtypes.py").diagnostics)


def cases(*tables: Table) -> list[tuple[str, str, str]]:
    """(call, parameter, kind) of each row."""
    return sorted(
        {
            (call, parameter, kind)
            for table in tables
            for kinds, parameters in table.items()
            for parameter, names in parameters.items()
            for name in names.split()
            for call in BY_NAME[name]
            for kind in kinds
            if typed(call, {parameter}, kind) != typed(call, set(), kind)
        }
    )


OF_KERAS_ALONE: Table = {
    kinds: {
        parameter: " ".join(name for name in names.split() if "." not in name)
        for parameter, names in parameters.items()
    }
    for kinds, parameters in MADE_OF_ARRAYS.items()
}
PLACES = {
    "symbolic": (HELD_BY_SYMBOLIC,),
    "layers": (HELD_BY_SYMBOLIC, HELD, HELD_IN_LAYERS),
    "arrays": (HELD_BY_SYMBOLIC, HELD, HELD_BY_ARRAYS),
}


@pytest.mark.parametrize("where", PLACES)
def test_each_is_refused(where: str) -> None:
    taken, missed = [], []
    # An array may be one of numpy.
    left = cases(OF_KERAS_ALONE) if where == "arrays" else []
    for call, parameter, kind in cases(*PLACES[where]):
        text = program(*typed(call, {parameter}, kind), where)
        if not isinstance(run(text), Exception):
            taken.append((call, parameter, kind))
        if not told(text):
            missed.append((call, parameter, kind))
    assert not taken
    assert missed == left


def test_each_row_has_a_call() -> None:
    for tables in PLACES.values():
        for table in tables:
            for parameters in table.values():
                for parameter, names in parameters.items():
                    for name in names.split():
                        assert any(f"{parameter}=" in call for call in BY_NAME.get(name, ())), name


@pytest.mark.parametrize("where", PLACES)
@pytest.mark.parametrize("kind", ["bools", "ints", "floats"])
def test_what_is_held(where: str, kind: str) -> None:
    """What Keras takes we don't refuse, and know what it makes, or say nothing of it."""
    wrong, refused = [], []
    for call in CALLS:
        names = {word.arg for word in ast.parse(call, mode="eval").body.keywords}  # type: ignore[attr-defined]
        text = program(*typed(call, names, kind), where)
        report = analyze(text, "dtypes.py")
        errors = any(d.code.startswith("CAT1") for d in report.diagnostics)
        ours = report.facts.module_scope.get("y") if report.facts else None
        given = holds(ours)
        if not errors and (given is None or isinstance(ours, (list, tuple))):
            continue
        made = run(text)
        if isinstance(made, Exception):
            continue
        if errors:
            refused.append(call)
        elif kind_of_dtype(keras.backend.standardize_dtype(made.dtype)) != given:  # type: ignore[attr-defined]
            wrong.append((call, given, made.dtype))  # type: ignore[attr-defined]
    assert not refused
    assert not wrong


SHAPES = {"avg_pool2d": (1, 4, 4, 1), "max_pool2d": (1, 4, 4, 1)}
WORDS = {
    "embedding_lookup": "ids=",
    "gather": "indices=",
    "sparse_softmax_cross_entropy_with_logits": "labels=",
}
MORE = {
    "embedding_lookup": ", params=tf.ones((3, 4))",
    "gather": ", params=tf.ones((3, 4))",
    "one_hot": ", 3",
    "where": ", 1.0, 2.0",
    "avg_pool2d": ", 2, 1, 'VALID'",
    "max_pool2d": ", 2, 1, 'VALID'",
    "sparse_softmax_cross_entropy_with_logits": ", logits=tf.ones((2, 3, 4))",
}


@pytest.mark.skipif(keras.backend.backend() != "tensorflow", reason="functions of TensorFlow")
def test_tensorflow_refuses_in_layers() -> None:
    for kinds, parameters in HELD_IN_TENSORFLOW.items():
        for names in parameters.values():
            for name in names.split():
                short = name.rpartition(".")[2]
                word = WORDS.get(short, "")
                for kind, dtype in DTYPES.items():
                    text = (
                        "import tensorflow as tf\nimport keras\nfrom keras import layers\n"
                        f"class Own(layers.Layer):\n    def call(self, x):\n"
                        f"        return {name}({word}x{MORE.get(short, '')})\n"
                        f"x = keras.KerasTensor({SHAPES.get(short, (2, 3))}, "
                        f"dtype={dtype!r})\ny = Own()(x)\n"
                    )
                    if not name.startswith("tf."):
                        continue  # what the backend of older Keras had
                    assert told(text) == (kind in kinds)
                    if kind in kinds:
                        assert isinstance(run(text), Exception)


def of_numpy(text: str) -> str:
    """The program with an array of numpy in the place of each tensor."""
    return text.replace("t = [ops.ones(", "t = [np.ones(").replace(", ops.ones(", ", np.ones(")


def test_arrays_of_numpy_are_taken_where_a_backend_takes_them() -> None:
    """What is told of an array of numpy is refused by the backend too."""
    taken = []
    for call, parameter, kind in cases(*PLACES["arrays"]):
        text = of_numpy(program(*typed(call, {parameter}, kind), "arrays"))
        if told(text) and not isinstance(run(text), Exception):
            taken.append((call, parameter, kind))
    assert not taken


@pytest.mark.skipif(keras.backend.backend() != "tensorflow", reason="functions of TensorFlow")
@pytest.mark.parametrize("made", ["np.ones", "tf.ones"])
@pytest.mark.parametrize("inside", [False, True])
def test_tensorflow_takes_arrays_of_numpy(made: str, *, inside: bool) -> None:
    """Also those that hold something else than a tensor that it takes would."""
    wrong = []
    for parameters in HELD_IN_TENSORFLOW.values():
        for name in " ".join(parameters.values()).split():
            if not name.startswith("tf."):
                continue
            short = name.rpartition(".")[2]
            for dtype in DTYPES.values():
                shape = SHAPES.get(short, (2, 3))
                call = f"{name}({WORDS.get(short, '')}x{MORE.get(short, '')})"
                text = (
                    "import numpy as np\nimport tensorflow as tf\nfrom keras import layers\n"
                    f"x = {made}({shape}, dtype={dtype!r})\n"
                )
                if inside:
                    text += (
                        "class Own(layers.Layer):\n    def call(self, t):\n"
                        f"        y = {call}\n        return t\ny = Own()(tf.ones((2, 3)))\n"
                    )
                else:
                    text += f"y = {call}\n"
                if told(text) and not isinstance(run(text), Exception):
                    wrong.append((call, dtype))
    assert not wrong
