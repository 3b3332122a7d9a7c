"""An argument of a kind that a function of `keras.ops` never takes: each row of the tables.

Of each function stands one call that Keras takes; with a wrong argument in it Keras must raise,
and so must we, on that line. Once with KERAS_BACKEND=jax and once with tensorflow: what a table
says of the bodies of layers holds on both.
"""

from __future__ import annotations

import ast
import os
import re
from itertools import product

import pytest

os.environ.setdefault("KERAS_BACKEND", "jax")
keras = pytest.importorskip("keras")

from flake8_concat import analyze  # noqa: E402
from flake8_concat.keras.ops.kinds_asked import (  # noqa: E402
    ASKED_BESIDE,
    ASKED_INSIDE,
    LISTS_TAKEN,
)
from flake8_concat.keras.ops.kinds_asked_of_arrays import ASKED_ALONE  # noqa: E402
from flake8_concat.keras.ops.kinds_asked_of_settings import ASKED_OF_SETTINGS  # noqa: E402
from flake8_concat.keras.ops.kinds_in_layers import WORDS_IN_LAYERS  # noqa: E402
from flake8_concat.keras.ops.kinds_of_arrays import (  # noqa: E402
    OF_ARRAYS,
    SEVERAL_EVERYWHERE,
    SEVERAL_IN_LAYERS,
    SEVERAL_OF_SYMBOLIC,
)
from flake8_concat.keras.ops.kinds_of_lists import (  # noqa: E402
    LISTS_OF_SYMBOLIC,
    LISTS_OF_VALUES,
)
from flake8_concat.keras.ops.kinds_of_places import (  # noqa: E402
    ARRAYS_ALONE,
    ARRAYS_EVERYWHERE,
)
from flake8_concat.keras.ops.kinds_of_rows import ROWS_EVERYWHERE  # noqa: E402
from flake8_concat.keras.ops.kinds_of_truths import (  # noqa: E402
    TRUTHS_OF_SYMBOLIC,
    TRUTHS_OF_VALUES,
)
from flake8_concat.keras.ops.kinds_of_values import IN_LAYERS, MAKING  # noqa: E402
from flake8_concat.keras.ops.kinds_of_words import (  # noqa: E402
    WORDS_OF_ARRAYS,
    WORDS_OF_SYMBOLIC,
)
from flake8_concat.keras.ops.kinds_table import (  # noqa: E402
    EVERYWHERE,
    OF_SYMBOLIC,
    Table,
)
from tests.oracle.right_calls import CALLS, HEAD  # noqa: E402

WRONG = {
    "none": "None",
    "alone": "None",
    "word": "'nonsense'",
    "no such word": "'nonsense'",
    "list": "[1, 1]",
    "words": "['nonsense']",
    "empty": "[]",
    "empty tuple": "()",
    "rows": "[[1.0, 2.0], [3.0, 4.0]]",
    "holed list": "[None, 2]",
    "whole list": "[1, 2]",
    "fraction list": "[1.0, 2.0, 3.0]",
    "whole": "3",
    "float alone": "2.0",
    "holed": "(None, 2)",
    "number": "2.0",
    "tensors": "[{0}, {0}]",  # of the very tensor that should be there
    "several": "(1, 1)",
    "symbolic": "v",
    "array": "ops.ones((2, 3))",
    "row": "ops.arange(3)",
    "floats in a row": "ops.ones((3,))",
    "float": "2.0",
    "fraction": "1.5",
    "true": "True",
    "zero": "0",
    "negative": "-3",
    "worded": "(2, 'a')",
    "fractions": "(1.5, 2)",
    "floats": "m",  # of whatever type an input is, the function of a Lambda is given floats
}
LISTS = {"list", "rows", "whole list", "fraction list"}
OTHERS = {"activations.threshold": "threshold=0.5, default_value=0.0"}
ACTIVATIONS = {
    f"activations.{name}": f"keras.activations.{name}(x=m, {OTHERS.get(f'activations.{name}', '')})"
    for name in dir(keras.activations)
    if name not in ("get", "serialize", "deserialize") and not name.startswith("_")
}
BY_NAME = {call.partition("(")[0].removeprefix("ops."): call for call in CALLS} | ACTIVATIONS


def wrong(*tables: Table) -> list[str]:
    """The wrong call of each row."""
    found = set()
    for table in tables:
        for kinds, parameters in table.items():
            for parameter, names in parameters.items():
                for kind, name in product(kinds, sorted(BY_NAME.keys() & names.split())):
                    if kind in LISTS and name in LISTS_TAKEN.get(parameter, "").split():
                        continue
                    node = ast.parse(BY_NAME[name], mode="eval").body
                    assert isinstance(node, ast.Call)
                    there = next((w.value for w in node.keywords if w.arg == parameter), None)
                    tensor = there.id if isinstance(there, ast.Name) else "m"
                    kept = [word for word in node.keywords if word.arg != parameter]
                    value = ast.keyword(
                        parameter, ast.parse(WRONG[kind].format(tensor), mode="eval").body
                    )
                    node.keywords = [*kept, value]
                    found.add(ast.unparse(node))
    return sorted(found)


def in_lambda(call: str) -> str:
    """The call in the body of a Lambda that is called on its tensors."""
    node = ast.parse(call, mode="eval")
    names = sorted({n.id for n in ast.walk(node) if isinstance(n, ast.Name)} & INPUTS)
    for i, name in enumerate(names):
        call = re.sub(rf"(?<![\w.'\"]){name}(?![\w=('\"\[])", f"t[{i}]", call)
    return f"layers.Lambda(lambda t: {call})([{', '.join(names)}])"


INPUTS = {line.partition(" = ")[0] for line in HEAD.splitlines() if " = " in line}


def arrays(head: str) -> str:
    """The head with an array for each input."""
    given = r'keras\.Input\((batch_shape=)?(\(.*?\))(, dtype=".*?")?\)'

    def array(found: re.Match[str]) -> str:
        shape = ast.literal_eval(found[2].replace("None", "2"))
        return f"ops.ones({shape if found[1] else (2, *shape)}{found[3] or ''})"

    return re.sub(given, array, head)


def found_in(calls: list[str], head: str = HEAD) -> dict[str, str]:
    """What we say of each call that we refuse; a few hundred of them make one program."""
    first, found = HEAD.count("\n") + 1, {}
    for start in range(0, len(calls), 300):
        part = calls[start : start + 300]
        report = analyze(head + "".join(f"{call}\n" for call in part), "kinds.py")
        for d in report.diagnostics:
            if d.code.startswith("CAT1"):
                lines = range(d.range.line, d.range.end_line + 1)
                found.update({part[line - first]: d.message for line in lines})
    return found


def taken_by_keras(calls: list[str], head: str = HEAD) -> list[str]:
    """Those of the calls that Keras takes."""
    scope: dict[str, object] = {}
    exec(head, scope)  # our own text
    taken = []
    for call in calls:
        try:
            eval(call, scope)  # our own text
        except Exception:  # of any kind
            continue
        taken.append(call)
    return taken


def test_rows_are_refused_everywhere() -> None:
    calls = wrong(ROWS_EVERYWHERE)
    for head, asked in (
        (HEAD, calls),
        (arrays(HEAD), calls),
        (HEAD, [in_lambda(call) for call in calls]),
    ):
        assert not taken_by_keras(asked, head)
        told = found_in(asked, head)
        assert not [call for call in asked if call not in told]


def test_right_calls_stay_quiet() -> None:
    assert taken_by_keras(CALLS) == CALLS
    assert not found_in(CALLS)


def test_each_is_refused() -> None:
    calls = wrong(EVERYWHERE, OF_SYMBOLIC, SEVERAL_EVERYWHERE, SEVERAL_OF_SYMBOLIC, MAKING)
    calls += wrong(WORDS_OF_SYMBOLIC, ARRAYS_EVERYWHERE, TRUTHS_OF_SYMBOLIC, LISTS_OF_SYMBOLIC)
    assert not taken_by_keras(calls)
    told = found_in(calls)
    assert not [call for call in calls if call not in told]


def test_each_is_refused_in_layers() -> None:
    tables = EVERYWHERE, IN_LAYERS, SEVERAL_EVERYWHERE, SEVERAL_IN_LAYERS, WORDS_IN_LAYERS
    tables += (ARRAYS_EVERYWHERE, TRUTHS_OF_VALUES, LISTS_OF_VALUES)
    calls = [in_lambda(call) for call in wrong(*tables)]
    assert not taken_by_keras(calls)
    told = found_in(calls)
    assert not [call for call in calls if call not in told]


def test_each_is_refused_of_arrays() -> None:
    head, calls = arrays(HEAD), wrong(OF_ARRAYS, WORDS_OF_ARRAYS)
    calls += wrong(ARRAYS_EVERYWHERE, ARRAYS_ALONE, TRUTHS_OF_VALUES, LISTS_OF_VALUES)
    assert not taken_by_keras(calls, head)
    told = found_in(calls, head)
    assert not [call for call in calls if call not in told]
    if keras.backend.backend() == "jax":  # where a patch is larger than the image
        assert not taken_by_keras([*found_in(CALLS, head)], head)


def test_some_of_what_was_asked() -> None:
    inside = [in_lambda(call) for call in wrong(ASKED_INSIDE)[::4]]
    beside = [call for call in wrong(ASKED_BESIDE) if INPUTS & {*re.findall(r"=\(?(\w+)", call)}]
    for head, asked in (
        (HEAD, beside[::15]),
        (arrays(HEAD), wrong(ASKED_ALONE, ASKED_OF_SETTINGS)[::15]),
        (HEAD, inside),
    ):
        assert not taken_by_keras(asked, head)
        told = found_in(asked, head)
        assert not [call for call in asked if call not in told]


@pytest.mark.parametrize(
    "call",
    [
        "ops.one_hot(ii, 4, dtype='int')",
        "ops.cast(m, 'BFLOAT16'.lower())",
        "ops.sum(m, axis=None)",
        "ops.sum(m, True)",
        "ops.sum(m, 1, True)",
        "ops.linspace(0, 1, 5, True)",
        "ops.greater([1, 2, 3, 4], v)",
        "ops.add(2.0, v)",
        "ops.average_pool(i, 2, data_format='CHANNELS_FIRST')",
        "ops.zeros_like(v, dtype=None)",
        "ops.max_pool(i, 2, data_format=None)",
        "ops.squeeze(keras.Input((1, 3)), 1)",
        "ops.squeeze(keras.Input((1, 1)), [1, 2])",
        "ops.transpose(m, [0, 2, 1])",
        "ops.argmax(i, axis=3)",
        "ops.repeat(m, [1, 2, 1, 1], axis=1)",
        "ops.split(m, [1, 2], axis=1)",
        "ops.reshape(m, [-1, 24])",
        "ops.pad(v, [[0, 0], [1, 1]])",
        "ops.tensordot(m, h, axes=[[1], [3]])",
        "ops.take(m, [0, 1], axis=1)",
        "ops.select([bb, bb], [m, m], 1.0)",
        "ops.top_k(m, 2)",
        "layers.Lambda(lambda t: ops.add(t, [1, 2, 3, 4]))(v)",
        "layers.Lambda(lambda t: ops.arange(ops.shape(t)[1]))(v)",
        "layers.Lambda(lambda t: ops.roll(t, 1, axis=1))(v)",
        "layers.Lambda(lambda t: ops.reshape(t, (-1, ops.shape(t)[1] * 1)))(v)",
        "layers.Lambda(lambda t: ops.sum(t, axis=[1, 2]))(m)",
        "layers.Lambda(lambda t: ops.clip(t, ops.min(t), 1.0))(m)",
    ],
)
def test_near_by(call: str) -> None:
    scope: dict[str, object] = {}
    exec(HEAD, scope)  # our own text
    eval(call, scope)  # our own text
    assert not found_in([call])


def test_what_is_not_sure_is_not_told() -> None:
    """None inside of a layer may be what Keras fills in; outside, what a test left open."""
    assert not analyze(
        """\
import keras
from keras import ops

class Own(keras.Layer):
    def call(self, x, other=None):
        return ops.add(x, other)

def block(x, axis=None):
    return ops.expand_dims(x, axis)

def used(x, other=None):
    return ops.relu(other)
""",
        "own.py",
    ).diagnostics
