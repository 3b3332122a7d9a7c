"""No program keeps the analysis busy, however long it would run itself."""

from __future__ import annotations

import tracemalloc

import pytest
from bombs import BOMBS
from pace import within

from flake8_concat.analysis import analyze

# What a search over a long text might try again from each place: every rule reads comments.
REPEATED = (
    *"1 a A _ ( [ . , - = # % ? : ! * ~ é × →".split(), " ", "\t", "{}", "->", "- ", "= ", "# ",
    "1,", "1, ", "1 x ", "x1", "1×", "a.", "a,", "a_", "a-", "a/", "a(", "a)", "a[", "1]", "][", "aB",
    "(1,", "None, ", "shape ", "shape: ", "width ", "width_", "w_", "img_", "x_train", "transpose(",
    "transpose", "no ", "along ", "axis ", "axis=", "axis 1 is ", "channel ", "output ", "batch_size",
    "noqa:", "noqa: A",
)  # fmt: skip
LONG = """import keras
height = width = 8
x = keras.Input((height, width, 3))  # {comment}
# {comment}
y = keras.layers.Dense(3, name="{string}")(x)  # (None, 8, 8, 3) {comment}
def head(width):
    '''{string}'''
"""

SECONDS = 4.0
MEBIBYTES = 400

# The parser's own share of these is larger than all the rest.
LARGE = {"large dict", "large list"}


@pytest.fixture(scope="module", autouse=True)
def _warm() -> None:
    analyze("import keras\nkeras.layers.Dense(4)(keras.Input((3,)))\n", "warm.py")


@pytest.mark.parametrize("name", BOMBS)
def test_time(name: str) -> None:
    with within(2 * SECONDS if name in LARGE else SECONDS):
        report = analyze(BOMBS[name], "bomb.py")
    assert report.internal_error is None
    assert "too deeply" not in str(report.facts and report.facts.lost)


@pytest.mark.parametrize("repeated", REPEATED)
def test_long_comments(repeated: str) -> None:
    comment = repeated * (200_000 // len(repeated))
    text = LONG.format(comment=comment, string=comment)
    with within(SECONDS):
        report = analyze(text, "long.py")
    assert report.problem is None
    assert report.facts is not None


@pytest.mark.parametrize(
    "line",
    [
        "axis" * 50_000,
        "axis = 1 if " + "channels_first " * 20_000,
        "if format:" + "format:" * 30_000,
        "if format:\n axis = 1" + "\n" * 100_000,
    ],
)
def test_long_choices_of_an_axis(line: str) -> None:
    text = f"""import keras
def block(x):
    if keras.config.image_data_format() == "channels_last":
        bn_axis = 3
    else:
        bn_axis = 1
    '''
{line}
'''
    x = keras.layers.BatchNormalization(axis=bn_axis)(keras.layers.Conv2D(4, 3)(x))
    return keras.layers.BatchNormalization(axis=1)(keras.layers.Conv2D(4, 3)(x))
"""
    with within(SECONDS):
        report = analyze(text, "long.py")
    assert [found.code for found in report.diagnostics] == ["CAT406"]


@pytest.mark.parametrize(
    "name",
    [
        "long list",
        "list of lists",
        "long lists kept",
        "long strings kept",
        "large dicts kept",
        "arrays",
        "format",
        "uses of a doubled list",
    ],
)
def test_memory(name: str) -> None:
    tracemalloc.start()
    try:
        analyze(BOMBS[name], "bomb.py")
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < MEBIBYTES << 20


def test_budget_is_spent_alike() -> None:
    """The same text gives the same report, however fast the machine is."""
    text = BOMBS["recursion through unknown branches"]
    first, second = (analyze(text, "bomb.py") for _ in range(2))
    assert first.diagnostics == second.diagnostics
    assert first.facts is not None
    assert second.facts is not None
    assert len(first.facts.events) == len(second.facts.events)
    assert first.facts.lost == second.facts.lost
