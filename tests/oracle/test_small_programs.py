"""Small programs as people write them: the shapes of all variables, the lines that Keras refuses.

The programs stand in `programs/*.py`, with empty lines and comments between them; each statement
is run by real Keras on its own, so that what follows a refused one is compared as well.
"""

from __future__ import annotations

import ast
import traceback
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("keras")

import keras
from harness import weightless

from flake8_concat import Report, analyze
from flake8_concat.keras.graph import Tensor
from flake8_concat.shapes import Shape, Size

FOLDER = Path(__file__).parent / "programs"
NAME = "program.py"
MARK = "# ---"  # begins a program


def programs() -> list[Any]:
    found = []
    for path in sorted(FOLDER.glob("*.py")):
        head, *texts = path.read_text(encoding="utf-8").split(MARK)
        for text in texts:
            title, _, code = text.partition("\n")
            found.append(pytest.param(head + code, id=f"{path.stem}: {title.strip()}"))
    return found


@pytest.mark.parametrize("text", programs())
def test_as_keras_says(text: str) -> None:
    report = analyze(text, NAME)
    assert report.facts is not None, report.problem
    with weightless():
        space, refused = run(text)
    errors = [d for d in report.diagnostics if d.code.startswith("CAT1")]
    told = {line for d in errors for line in range(d.range.line, d.range.end_line + 1)}
    assert {lines[-1] for lines in refused} <= told, f"missed of {refused}: {errors}"
    reached = {line for lines in refused for line in lines}
    assert all(reached & {*range(d.range.line, d.range.end_line + 1)} for d in errors), errors
    wrong = {name: found for name in space if (found := differs(report, name, space[name]))}
    assert not wrong


def run(text: str) -> tuple[dict[str, Any], list[list[int]]]:
    """The program's variables, and of each refusal the lines that led there."""
    space: dict[str, Any] = {"__name__": "program"}
    refused = []
    for node in ast.parse(text).body:
        try:
            exec(compile(ast.Module([node], []), NAME, "exec"), space)  # our own text
        except NameError:
            continue  # of what a refused line should have made
        except Exception as error:
            frames = traceback.extract_tb(error.__traceback__)
            refused.append([f.lineno or 0 for f in frames if f.filename == NAME])
    keras.config.set_image_data_format("channels_last")
    return {k: v for k, v in space.items() if not k.startswith("__")}, refused


def differs(report: Report, name: str, theirs: Any) -> str | None:
    """What is known otherwise of a tensor, a tuple of them or a shape; None if nothing."""
    assert report.facts is not None
    wanted, ours = plain(theirs), plain(report.facts.module_scope.get(name))
    return None if wanted in (ours, ...) else f"{ours}, Keras {wanted}"


def plain(value: Any) -> Any:
    """Shapes as tuples, for theirs and for ours; `...` for all that is not compared."""
    if isinstance(value, Tensor):
        return plain(value.shape) if value.symbolic else ...
    if isinstance(value, (keras.KerasTensor, Shape)):
        sizes = value.shape if isinstance(value, keras.KerasTensor) else value
        return ("shape", *(size if type(size) is int else None for size in sizes))
    if isinstance(value, (tuple, list)):
        return [plain(item) for item in value]
    if isinstance(value, Size) or value is None:
        return None
    return value if type(value) is int else ...
