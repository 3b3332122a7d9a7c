"""Real Keras refuses just the lines of `cases/` that carry a CAT1 code."""

from __future__ import annotations

import ast
import os
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path
from types import FunctionType
from typing import Any

import pytest

os.environ.setdefault("KERAS_BACKEND", "jax")
pytest.importorskip("keras")

import keras
from casefiles import CaseFile, all_cases

from flake8_concat.keras.signatures.attributes_of_classes import GIVEN, lacks
from flake8_concat.trace.no_attributes import is_of_none

CASES = all_cases()
# Not about shapes: what a refused line should have given, packages that are not installed,
# functions of older Keras, asserts and missing files of a case, `tf.` functions outside a layer.
_OTHER = (NameError, ImportError, AttributeError, AssertionError, OSError)
_NOT_KERAS = "A KerasTensor cannot be used as input to a TensorFlow function"


@pytest.fixture(autouse=True)
def settings() -> Iterator[None]:
    """What a case sets is set for that case alone."""
    kept = keras.config.image_data_format()
    yield
    keras.config.set_image_data_format(kept)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_keras_refuses_the_same_lines(case: CaseFile) -> None:
    name = f"<{case.name}>"
    scope: dict[str, Any] = {"__name__": "case"}
    refused = set()
    for statement in ast.parse(case.source).body:
        program = compile(ast.Module([statement], []), name, "exec")
        refused.add(refused_line(name, exec, program, scope))
    for function in helpers(scope):
        refused.add(refused_line(name, function, keras.Input((32, 32, 3))))
    refused.discard(None)
    expected = {item.line for item in case.expected if item.code.startswith("CAT1")}
    of_old = not any(item.code == "CAT132" for item in case.expected)
    assert {abs(line) for line in refused if line > 0 or not of_old} == expected


def refused_line(name: str, run: Callable[..., Any], *args: Any) -> int | None:
    """The line of the case where Keras raises; None if it does not.

    With a minus before it where it takes no function of TensorFlow: many cases are for Keras 2.
    """
    try:
        run(*args)
    except Exception as error:
        if isinstance(error, _OTHER) and not _of_keras(error):
            return None
        frames = traceback.extract_tb(error.__traceback__)
        line = [frame.lineno for frame in frames if frame.filename == name][-1]
        return -line if _NOT_KERAS in str(error) else line
    return None


def _of_keras(error: Exception) -> bool:
    """Whether an attribute is missed by Keras, as of what was never called, or of a layer."""
    if not isinstance(error, AttributeError):
        return False
    last = traceback.extract_tb(error.__traceback__)[-1].filename
    return "keras" in Path(last).parts or any(map(_of_a_layer, _causes(error)))


def _causes(error: BaseException) -> Iterator[BaseException]:
    """An error and those that led to it: Keras raises some anew, with more words."""
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__  # type: ignore[assignment]


def _of_a_layer(error: BaseException) -> bool:
    """Whether a layer that a case defines lacks an attribute, or one of Keras what none has."""
    layer, name = getattr(error, "obj", None), getattr(error, "name", None)
    if not isinstance(layer, keras.layers.Layer) or name is None:
        return False
    stack, plain = isinstance(layer, keras.Sequential), not isinstance(layer, keras.Model)
    if lacks(type(layer).__name__, name) if plain else name in GIVEN:
        return True
    return type(layer).__module__ == "case" or is_of_none(name, layer=plain, stack=stack)


def helpers(scope: dict[str, Any]) -> list[Callable[..., Any]]:
    """The functions of a case that take an `image` and nothing else: nobody called them yet."""
    functions = [value for value in scope.values() if isinstance(value, FunctionType)]
    return [f for f in functions if f.__code__.co_varnames[: f.__code__.co_argcount] == ("image",)]
