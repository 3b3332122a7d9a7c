"""`keras.ops.cond` with a word: JAX traces both branches, TensorFlow runs the one that is taken."""

from __future__ import annotations

import pytest

from flake8_concat import analyze

HEAD = "import keras\nfrom keras import ops\nones = ops.ones((3,))\n"
REFUSED = "lambda: ops.reshape(ones, (2, 2))"


@pytest.mark.parametrize(
    ("call", "found"),
    [
        (f"ops.cond(True, lambda: ones, {REFUSED})", False),
        (f"ops.cond(False, {REFUSED}, lambda: ones)", False),
        (f"ops.cond(False, lambda: ones, {REFUSED})", True),
        (f"ops.cond(True, {REFUSED}, lambda: ones)", True),
        (f"ops.cond(ones[0] > 0, lambda: ones, {REFUSED})", True),
    ],
)
def test_only_what_is_taken_certainly_runs(call: str, found: bool) -> None:
    report = analyze(f"{HEAD}{call}\n", "program.py")
    assert any(d.code == "CAT123" for d in report.diagnostics) is found
