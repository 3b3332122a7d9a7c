"""Wrong labels in small programs of many styles: each is found, what is right is left alone."""

from __future__ import annotations

import pytest
from slipfiles import SLIPS, programs, right, slips

from flake8_concat import analyze, fixing
from flake8_concat.options import Options

# The programs are about labels; some call TensorFlow between layers, as one could in Keras 2.
LABELS = Options(ignore=("CAT132",))
PROGRAMS = dict(programs(SLIPS))
RIGHT = dict(programs(SLIPS / "right"))
# What can be meant in another way, if one wants to.
LEFT_ALONE = {
    ("a01_tutorial", "5"),  # merged_rows: rows of a table
    ("d06_known_names", "1"),  # the shape of what goes in
    ("e12_stretch", "p"),  # a mask of each step
    ("e13_stretch_more", "r"),  # one vector for all steps
    ("A22", "0"),  # "and keeps it"
    ("X03", "4"),  # a batch of 16
    ("Z06", "3"),  # the same tensor twice
    ("P11", "0"),  # maps that are joined to an Input
    ("P11", "2"),  # "-> 16 x 40 x 30" between two statements
}


@pytest.mark.parametrize("name", PROGRAMS)
def test_slips_are_found(name: str) -> None:
    quiet = {
        (item.code, item.message)
        for item in analyze(right(PROGRAMS[name]), "m.py", LABELS).diagnostics
    }
    assert not quiet
    for slip in slips(name, PROGRAMS[name]):
        found = [item.code for item in analyze(slip.source, "m.py", LABELS).diagnostics]
        known = (name, slip.name) in LEFT_ALONE
        assert bool(set(slip.codes) & set(found)) != known, (slip.name, found)


@pytest.mark.parametrize("name", RIGHT)
def test_what_is_right_is_left_alone(name: str) -> None:
    assert not analyze(RIGHT[name], "m.py", LABELS).diagnostics


@pytest.mark.parametrize("name", list(PROGRAMS)[::4])
def test_a_second_run_leaves_nothing(name: str) -> None:
    for slip in slips(name, PROGRAMS[name]):
        fixed = fixing.fix_text(
            slip.source, lambda text: analyze(text, "m.py", LABELS).diagnostics, unsafe=True
        )
        assert not fixing.choose(analyze(fixed.text, "m.py", LABELS).diagnostics, unsafe=True)
