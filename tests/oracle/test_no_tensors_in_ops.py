"""A layer, a class, a function, a dict, uneven rows or a shape with None in it as an argument.

In each of the right calls, in the place of each argument that `kinds_of_objects_table` does not
say is taken; beside symbolic tensors, in the body of a layer, and of arrays. With
KERAS_BACKEND=jax and with tensorflow.
"""

from __future__ import annotations

import ast
import inspect
import re
from collections.abc import Iterator

import pytest

pytest.importorskip("keras")

from keras import ops

from flake8_concat import analyze
from flake8_concat.keras.ops import kinds_of_objects_table as tables
from flake8_concat.keras.ops.kinds_of_objects import OF_FUNCTIONS, OPEN, TAKE_ANYTHING, TENSORS
from tests.oracle import typed_calls
from tests.oracle.right_calls import CALLS
from tests.oracle.test_wrong_kinds import INPUTS, found_in, in_lambda, taken_by_keras

LEFT_OUT = {name.removeprefix("keras.ops.") for name in OF_FUNCTIONS | OPEN}
MORE = [
    *(f"ops.{name}(x=5)" for name in ("bartlett", "blackman", "hamming", "hanning")),
    "ops.kaiser(x=5, beta=12.0)",
    "ops.dstack(xs=[np.ones((2, 3))])",
    "ops.vstack(xs=[np.ones((2, 3))])",
]
THINGS = {
    "layers.Dense(4)": (tables.LAYERS_TAKEN, tables.LAYERS_TAKEN_OF_SYMBOLIC),
    "keras.Sequential([layers.Dense(3)])": (tables.LAYERS_TAKEN, tables.LAYERS_TAKEN_OF_SYMBOLIC),
    "layers.Dense": ({}, {}),
    "lambda t: t": ({}, {}),
    "[[1, 2], [3]]": (tables.ROWS_TAKEN, tables.ROWS_TAKEN),
    "{}": (tables.DICTS_TAKEN, tables.DICTS_TAKEN_OF_SYMBOLIC),
    "{'a': 1}": (tables.DICTS_TAKEN, tables.DICTS_TAKEN_OF_SYMBOLIC),
}


def wrong(value: str, *, calls: list[str], symbolic: bool) -> Iterator[str]:
    """The right calls with that value for one argument that is refused there."""
    common = tables.TAKEN_OF_SYMBOLIC if symbolic else tables.TAKEN
    taken = (common, THINGS[value][symbolic])
    for call in calls:
        node = ast.parse(call, mode="eval").body
        assert isinstance(node, ast.Call)
        name = call.partition("(")[0].removeprefix("ops.")
        if name in LEFT_OUT or name.startswith("keras."):
            continue
        right = node.keywords
        for parameter in inspect.signature(eval(f"ops.{name}", {"ops": ops})).parameters.values():
            word = parameter.name
            if parameter.kind in (parameter.VAR_KEYWORD, parameter.VAR_POSITIONAL):
                continue
            rows = [table[word] for table in taken if word in table]
            if any(row == tables.EVERY or name in row.split() for row in rows):
                continue
            kept = [given for given in right if given.arg != word]
            node.keywords = [*kept, ast.keyword(word, ast.parse(value, mode="eval").body)]
            yield ast.unparse(node)


@pytest.mark.parametrize("value", THINGS)
def test_nothing_takes_them(value: str) -> None:
    calls = wrong(value, calls=[*CALLS], symbolic=True)
    asked = [
        call for call in calls if INPUTS & {getattr(n, "id", "") for n in ast.walk(ast.parse(call))}
    ]
    assert len(asked) > 200
    assert not taken_by_keras(asked)
    assert not {*asked} - found_in(asked).keys()


@pytest.mark.parametrize("value", THINGS)
def test_nothing_takes_them_in_a_layer(value: str) -> None:
    calls = [*wrong(value, calls=[*CALLS], symbolic=False)]
    asked = [text for call in calls if "([])" not in (text := in_lambda(call))]
    assert len(asked) > 300
    assert not taken_by_keras(asked)
    assert not {*asked} - found_in(asked).keys()


TYPES = {"F": "float32", "I": "int32", "B": "bool", "C": "complex64"}


def of_arrays(call: str) -> str:
    """A typed call, with an array for each tensor."""
    return re.sub(
        r"\b([FIBC])\(([\d, ]*)\)",
        lambda found: f"np.ones(({found[2]}{',' * bool(found[2])}), '{TYPES[found[1]]}')",
        call,
    )


@pytest.mark.parametrize("value", THINGS)
def test_nothing_takes_them_beside_arrays(value: str) -> None:
    calls = [of_arrays(call) for call in typed_calls.CALLS] + MORE
    asked = [*wrong(value, calls=calls, symbolic=False)]
    assert len(asked) > 300
    assert not taken_by_keras(asked)
    assert not {*asked} - found_in(asked).keys()


def test_a_shape_with_none_in_it() -> None:
    anything = {name.removeprefix("keras.ops.") for name in TAKE_ANYTHING}
    asked = []
    for call in CALLS:
        name = call.partition("(")[0].removeprefix("ops.")
        node = ast.parse(call, mode="eval").body
        assert isinstance(node, ast.Call)
        for word in node.keywords:
            if word.arg in TENSORS and isinstance(word.value, ast.Name):
                right = word.value
                word.value = ast.parse("keras.Input((3,)).shape", mode="eval").body
                if name not in anything | LEFT_OUT:
                    asked.append(ast.unparse(node))
                word.value = right
    assert not taken_by_keras(asked)
    assert not {*asked} - found_in(asked).keys()


@pytest.mark.parametrize(
    "call",
    [
        "ops.sum(x, keepdims={})",
        "ops.equal(x, layers.Dense(3))",
        "ops.add(x, layers.Dense(3))",
        "ops.map(lambda t: t * 2.0, np.ones((3, 4)))",
        "ops.cond(True, lambda: ops.ones((2, 3)), lambda: ops.zeros((2, 3)))",
        "ops.stack([x, x], axis=1)",
        "ops.sum(x, axis={})",
        "ops.one_hot(np.array([1]), 3, sparse={})",
    ],
)
def test_taken(call: str) -> None:
    head = "import keras\nimport numpy as np\nfrom keras import layers, ops\n"
    head += "x = keras.Input((3, 4))\n"
    scope: dict[str, object] = {}
    exec(head, scope)  # our own text
    eval(call, scope)  # our own text
    assert not analyze(f"{head}y = {call}\n", "taken.py").diagnostics
