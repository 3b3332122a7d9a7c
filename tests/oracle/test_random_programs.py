"""Random programs, run by real Keras and read by us: same shapes, same refusals, same lines.

FLAKE8_CONCAT_DRAWS=100 writes a hundred times as many; measure_programs.py counts them.
"""

from __future__ import annotations

import pytest

pytest.importorskip("keras")

import keras
from harness import draws, weightless
from program_judge import disagreement, mutant, run
from program_parts import Writer
from program_styles import styled

MUTANTS = 2  # of each program


@pytest.mark.parametrize("seed", range(draws(14)))
def test_random_program(seed: int) -> None:
    with weightless():
        text = styled(Writer(seed).write(), seed)
        agree(text)
        for number in range(MUTANTS):
            changed = mutant(text, seed * MUTANTS + number)
            if changed is not None:
                agree(changed)


def agree(text: str) -> None:
    """Holds what we say about a program against real Keras."""
    keras.utils.clear_session(free_memory=False)
    ran = run(text)
    if ran.broken is None:
        problem = disagreement(ran)
        assert problem is None, problem
