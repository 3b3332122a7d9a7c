"""What the rules offer as fixes: once applied, nothing is left; safe ones change no behaviour."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest
from casefiles import CaseFile, all_cases

from flake8_concat import analyze, fixing
from flake8_concat.diagnostics import Diagnostic

LOUD = [case for case in all_cases() if case.expected]
# The keyword that a safe fix adds, and two arguments of equal value: the same behaviour.
OTHER_SYNTAX = {"CAT405", "CAT202"}


def found(text: str) -> Iterable[Diagnostic]:
    return analyze(text, "model.py").diagnostics


@pytest.mark.parametrize("unsafe", [False, True])
@pytest.mark.parametrize("case", LOUD, ids=lambda case: case.name)
def test_a_second_run_finds_nothing_to_fix(case: CaseFile, unsafe: bool) -> None:
    fixed = fixing.fix_text(case.source, found, unsafe=unsafe)
    assert not fixing.choose(found(fixed.text), unsafe=unsafe)


@pytest.mark.parametrize("case", LOUD, ids=lambda case: case.name)
def test_safe_fixes_change_no_code(case: CaseFile) -> None:
    if OTHER_SYNTAX & {item.code for item in case.expected}:
        return
    fixed = fixing.fix_text(case.source, found)
    assert code_of(fixed.text) == code_of(case.source)


def code_of(text: str) -> str:
    """What is run of a text: a docstring is told as a comment is."""
    tree = ast.parse(text)
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and ast.get_docstring(node):
            del node.body[0]
    return ast.dump(tree)


SOURCE = """\
import keras
from keras import layers
x = keras.Input((64, 64, 3))
y = layers.Conv2D(8, 3)(x)  # (None, 64, 64, 8)
z = layers.Conv2D(8, 3)(x)  # shape: ?
"""


def command(*args: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "flake8_concat", "check", *args],
        cwd=cwd,
        capture_output=True,
        text=True,
        check=False,
        env={"PYTHONPATH": str(Path(__file__).parent.parent), "PATH": ""},
    )


def test_the_command_line_mends(tmp_path: Path) -> None:
    path = tmp_path / "model.py"
    path.write_bytes(SOURCE.replace("\n", "\r\n").encode())
    shown = command("--diff", "--fix", "model.py", cwd=tmp_path)
    assert shown.returncode == 1
    assert "+y = layers.Conv2D(8, 3)(x)  # (None, 62, 62, 8)" in shown.stdout
    assert b"shape: ?" in path.read_bytes()
    done = command("--fix", "model.py", cwd=tmp_path)
    assert done.returncode == 0, done.stdout
    wanted = SOURCE.replace("64, 64, 8)", "62, 62, 8)").replace(": ?", ": (None, 62, 62, 8)")
    assert path.read_bytes() == wanted.replace("\n", "\r\n").encode()
    assert command("--diff", "--fix", "--unsafe-fixes", "model.py", cwd=tmp_path).stdout == ""


HEAD = """import cv2
import keras
from keras import layers

image = keras.Input((60, 80, 3))
other = keras.Input((60, 80, 3))
a = layers.Conv2D(8, 1, padding="same")(image)
b = layers.Conv2D(8, 3, padding="same")(image)
"""
WRITTEN = [
    # the axis by position, and as the batch
    ("x = layers.Concatenate(1)([a, b])", "x = layers.Concatenate(-1)([a, b])"),
    ("x = layers.BatchNormalization(1)(a)", "x = layers.BatchNormalization(-1)(a)"),
    ("x = layers.concatenate([a, b], 0)", "x = layers.concatenate([a, b], -1)"),
    # an axis where none is written
    (
        'first = layers.Conv2D(8, 1, data_format="channels_first")(a)\n'
        "x = layers.BatchNormalization(momentum=0.9)(layers.BatchNormalization()(first))",
        'first = layers.Conv2D(8, 1, data_format="channels_first")(a)\n'
        "x = layers.BatchNormalization(momentum=0.9, axis=1)(layers.BatchNormalization(axis=1)(first))",
    ),
    ("x = layers.Softmax(axis=0)(a)", "x = layers.Softmax(axis=-1)(a)"),
    # the comment is right where its number says so too, or where the join is suspicious by itself
    (
        "# merge along the channels (axis=3)\nx = layers.Concatenate(axis=1)([image, other])",
        "# merge along the channels (axis=3)\nx = layers.Concatenate(axis=3)([image, other])",
    ),
    (
        "# merge along the channels\nx = layers.Concatenate(axis=1)([a, b])",
        "# merge along the channels\nx = layers.Concatenate(axis=3)([a, b])",
    ),
    # where the pair is defined, if nothing else reads it
    (
        "W, H = 80, 60\nSIZE = (W, H)\nx = layers.Resizing(*SIZE)(image)",
        "W, H = 80, 60\nSIZE = (H, W)\nx = layers.Resizing(*SIZE)(image)",
    ),
    (
        "W, H = 80, 60\nSHAPE = (W, H, 3)\nx = keras.Input(SHAPE)",
        "W, H = 80, 60\nSHAPE = (H, W, 3)\nx = keras.Input(SHAPE)",
    ),
    # two names on lines of their own
    (
        "width = a.shape[1]\nheight = a.shape[2]",
        "height = a.shape[1]\nwidth = a.shape[2]",
    ),
    (
        "rows, cols = 3, 5\nx = layers.Conv2D(8, rows, cols)(a)",
        "rows, cols = 3, 5\nx = layers.Conv2D(8, rows, strides=cols)(a)",
    ),
]
WRITTEN += [
    # the number behind a name, where all that reads the name has it as the same axis
    (
        "WIDTH_AXIS = 1\nx = layers.Concatenate(axis=WIDTH_AXIS)([image, other])",
        "WIDTH_AXIS = 2\nx = layers.Concatenate(axis=WIDTH_AXIS)([image, other])",
    ),
    (
        "class Axis:\n    HEIGHT = 2\n\n\nx = layers.Concatenate(axis=Axis.HEIGHT)([image, other])",
        "class Axis:\n    HEIGHT = 1\n\n\nx = layers.Concatenate(axis=Axis.HEIGHT)([image, other])",
    ),
    (
        "BN_AXIS = 1\nx = layers.BatchNormalization(axis=BN_AXIS)(a)\n"
        "x = layers.BatchNormalization(axis=BN_AXIS)(b)",
        "BN_AXIS = -1\nx = layers.BatchNormalization(axis=BN_AXIS)(a)\n"
        "x = layers.BatchNormalization(axis=BN_AXIS)(b)",
    ),
    # the pair behind a name, where all its readers want the other order
    (
        "W, H = 80, 60\nSIZE = (W, H)\nx = layers.Resizing(*SIZE)(image)\n"
        "y = keras.Input(SIZE + (3,))",
        "W, H = 80, 60\nSIZE = (H, W)\nx = layers.Resizing(*SIZE)(image)\n"
        "y = keras.Input(SIZE + (3,))",
    ),
    (
        "class Net:\n    def build(self, W, H):\n        self.size = (W, H)\n"
        "        return layers.Resizing(*self.size)(image)",
        "class Net:\n    def build(self, W, H):\n        self.size = (H, W)\n"
        "        return layers.Resizing(*self.size)(image)",
    ),
    # the sides of what a name says
    (
        "padded_width = layers.ZeroPadding2D((3, 0))(a)",
        "padded_width = layers.ZeroPadding2D((0, 3))(a)",
    ),
    (
        "# Global average pooling over the channels\nx = layers.GlobalAveragePooling2D()(a)",
        "# Global average pooling over the height and width\nx = layers.GlobalAveragePooling2D()(a)",
    ),
    # what is written in strings
    (
        'from jaxtyping import Float\nx: Float[object, "b  60 80 9"] = a',
        'from jaxtyping import Float\nx: Float[object, "b  60 80 8"] = a',
    ),
    (
        'def twice(x):\n    """Returns: (None, 60, 80, 9)"""\n    return x + x\n\n\ny = twice(a)',
        'def twice(x):\n    """Returns: (None, 60, 80, 8)"""\n    return x + x\n\n\ny = twice(a)',
    ),
    # what goes in, beside what comes out
    (
        "x = layers.MaxPooling2D()(a)  # input: (None, 60, 80, 3), output: (None, 30, 40, 8)",
        "x = layers.MaxPooling2D()(a)  # input: (None, 60, 80, 8), output: (None, 30, 40, 8)",
    ),
    (
        "x = layers.MaxPooling2D()(a)  # 128x128 -> 64x64",
        "x = layers.MaxPooling2D()(a)  # 60x80 -> 30x40",
    ),
    (
        "x = layers.Conv2D(4, 3)(a)  # 3x3x8 -> 60x80x4",
        "x = layers.Conv2D(4, 3)(a)  # 3x3x8 -> 58x78x4",
    ),
    # a comment that names its tensor
    (
        "x = layers.MaxPooling2D()(a)\n# x: (None, 30, 40, 16)\ny = layers.Conv2D(16, 1)(x)",
        "x = layers.MaxPooling2D()(a)\n# x: (None, 30, 40, 8)\ny = layers.Conv2D(16, 1)(x)",
    ),
]
# Imports or arguments of Keras 1: it is a kernel.
WRITTEN += [
    (
        "x = layers.Conv2D(8, 3, 3)(image)\nmodel.fit(x, nb_epoch=3)",
        "x = layers.Conv2D(8, (3, 3))(image)\nmodel.fit(x, nb_epoch=3)",
    ),
    (
        "from keras.layers.convolutional import Convolution2D\nx = Convolution2D(8, 3, 3)(image)",
        "from keras.layers.convolutional import Convolution2D\nx = Convolution2D(8, (3, 3))(image)",
    ),
]
WRITTEN += [
    # what a fix leaves alone: the sides in parentheses of their own, what goes into the block
    (
        "pad_height = layers.ZeroPadding2D(((0, 0), (2, 2)))(a)",
        "pad_height = layers.ZeroPadding2D(((2, 2), (0, 0)))(a)",
    ),
    (
        "m = keras.Sequential([keras.Input((14, 14, 8))])\n\n"
        "# 14, 14, 8 -> 29, 28, 4\nm.add(layers.UpSampling2D())\n"
        'm.add(layers.Conv2D(4, 3, padding="same"))\nm.add(layers.ReLU())',
        "m = keras.Sequential([keras.Input((14, 14, 8))])\n\n"
        "# 14, 14, 8 -> 28, 28, 4\nm.add(layers.UpSampling2D())\n"
        'm.add(layers.Conv2D(4, 3, padding="same"))\nm.add(layers.ReLU())',
    ),
    # with a stride by its keyword the third number can only be the kernel
    (
        'x = layers.Conv2D(8, 3, 3, strides=2, padding="same")(a)',
        'x = layers.Conv2D(8, (3, 3), strides=2, padding="same")(a)',
    ),
    # the words
    (
        "x = keras.ops.max(a, axis=-1)  # maximum over the width",
        "x = keras.ops.max(a, axis=-1)  # maximum over the channels",
    ),
    (
        "# crop 8 columns on the left and right\nx = layers.Cropping2D(((8, 8), (0, 0)))(a)",
        "# crop 8 columns on the left and right\nx = layers.Cropping2D(((0, 0), (8, 8)))(a)",
    ),
]
UNCERTAIN = [
    # of what goes in, or of what comes out
    "x = layers.MaxPooling2D()(layers.Resizing(24, 24)(a))  # 12x24",
    # a sequence has its features on this very axis
    "AXIS = 1\nx = layers.BatchNormalization(axis=AXIS)(a)\n"
    "y = layers.BatchNormalization(axis=AXIS)(keras.Input((4,)))",
    # something else reads the number, too
    "WIDTH_AXIS = 1\nx = layers.Concatenate(axis=WIDTH_AXIS)([image, other])\nprint(WIDTH_AXIS)",
    # another reader may want it as it is
    "W, H = 80, 60\nSIZE = (W, H)\nx = layers.Resizing(*SIZE)(image)\nframe = cv2.resize(y, SIZE)",
    # the steps or the features
    "s = keras.Input((5, 4))\nx = layers.Concatenate(axis=0)([s, keras.Input((5, 4))])",
    # of the line above it or of the one below
    "# (None, 60, 80, 16)\nx = layers.Conv2D(16, 3)(a)",
    "width = a.shape[1]",
]


@pytest.mark.parametrize(("before", "after"), WRITTEN)
def test_what_a_fix_writes(before: str, after: str) -> None:
    fixed = fixing.fix_text(f"{HEAD}{before}\n", found, unsafe=True)
    assert fixed.text == f"{HEAD}{after}\n"
    assert not list(found(fixed.text))


@pytest.mark.parametrize("text", UNCERTAIN)
def test_no_fix_where_another_edit_may_be_right(text: str) -> None:
    diagnostics = list(found(f"{HEAD}{text}\n"))
    assert diagnostics
    assert not fixing.choose(diagnostics, unsafe=True)


def test_a_comment_that_a_name_bears_out_is_left_alone() -> None:
    text = f"{HEAD}# along the width\nmerged_width = layers.Concatenate(axis=1)([image, other])\n"
    assert fixing.fix_text(text, found).text == text
    fixed = fixing.fix_text(text, found, unsafe=True).text
    assert fixed == text.replace("axis=1", "axis=2")
