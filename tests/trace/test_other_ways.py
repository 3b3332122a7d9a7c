"""What is run apart: branches that no call takes (`flake8_concat.trace.other_ways`)."""

from __future__ import annotations

from pathlib import Path

from flake8_concat import analyze

BLOCK = """\
from keras import layers

def block(x, batch_norm=False):
    if batch_norm:
        x = layers.BatchNormalization(axis=1)(x)
    return layers.Conv2D(64, 3, padding="same")(x)
"""
MODEL = """\
from keras import Input, layers
from blocks import block

def join(x, wide=False):
    if wide:
        x = layers.Concatenate()([x, x])
    return x

join(block(Input((64, 64, 3))))
"""


def test_branches_of_a_sibling_are_left_to_its_own_report(tmp_path: Path) -> None:
    (tmp_path / "blocks.py").write_text(BLOCK, encoding="utf-8")
    report = analyze(MODEL, str(tmp_path / "model.py"))
    assert report.fault is None
    assert report.facts is not None
    assert report.facts.otherwise is not None
    lines = [report.facts.source.range_of(body).line for body in report.facts.otherwise.within]
    assert lines == [6]


def test_the_branch_of_a_file_itself_is_read() -> None:
    report = analyze(f"{BLOCK}\nfrom keras import Input\nblock(Input((64, 64, 3)))\n", "blocks.py")
    assert [(item.code, item.range.line) for item in report.diagnostics] == [("CAT406", 5)]
