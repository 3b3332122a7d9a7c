"""What functions and classes of other files say of the sizes that they are given."""

from __future__ import annotations

from pathlib import Path

import pytest

from flake8_concat import analyze

HELPERS = """
class Images:
    def __init__(self, folder, img_height, img_width):
        self.size = img_height, img_width


def load(path, img_width, img_height):
    return path, img_width, img_height
"""
HEAD = """
import keras
from loading import *
import loading

img_height, img_width = 96, 128
model = keras.Sequential([keras.Input((img_height, img_width, 3))])
"""


@pytest.mark.parametrize(
    ("call", "wrong"),
    [
        ("Images('a', img_height, img_width)", False),
        ("Images('a', img_width, img_height)", True),
        ("Images('a', img_width=img_width, img_height=img_height)", False),
        ("Images('a', img_width=img_height, img_height=img_width)", True),
        ("load('a', img_width, img_height)", False),
        ("load('a', img_height, img_width)", True),
        ("loading.load('a', img_width, img_height)", False),
        ("loading.load('a', img_height, img_width)", True),
        ("loading.save('a', img_height, img_width)", False),
        ("(lambda load: load('a', img_height, img_width))(print)", False),
    ],
)
def test_two_sides_by_the_names_of_parameters(tmp_path: Path, call: str, wrong: bool) -> None:
    (tmp_path / "loading.py").write_text(HELPERS)
    report = analyze(HEAD + call + "\n", str(tmp_path / "train.py"))
    assert [item.code for item in report.diagnostics] == ["CAT202"] * wrong
