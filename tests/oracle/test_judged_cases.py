"""Real Keras refuses just the lines of `cases/` that carry a CAT1 code."""

from __future__ import annotations

import ast
import os
import traceback

import pytest

os.environ.setdefault("KERAS_BACKEND", "jax")
pytest.importorskip("keras")

from casefiles import CaseFile, all_cases

CASES = all_cases()
# Not about shapes: what a refused line should have given, packages that are not installed,
# functions of older Keras, a case file's own asserts, `tf.` functions outside a layer.
_OTHER = (NameError, ImportError, AttributeError, AssertionError)
_NOT_KERAS = "A KerasTensor cannot be used as input to a TensorFlow function"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_keras_refuses_the_same_lines(case: CaseFile) -> None:
    name = f"<{case.name}>"
    scope: dict[str, object] = {"__name__": "case"}
    refused = set()
    for statement in ast.parse(case.source).body:
        program = compile(ast.Module([statement], []), name, "exec")
        try:
            exec(program, scope)
        except _OTHER:
            continue
        except Exception as error:
            if _NOT_KERAS in str(error):
                continue
            lines = [
                f.lineno for f in traceback.extract_tb(error.__traceback__) if f.filename == name
            ]
            refused.add(lines[-1])
    assert refused == {item.line for item in case.expected if item.code.startswith("CAT1")}
