"""How many random programs and mutants of them we read as Keras runs them.

    KERAS_BACKEND=jax python tests/oracle/measure_programs.py --count 10000

Prints each disagreement, and figures at the end. `--seed` says with which program to begin.
"""

from __future__ import annotations

import argparse
import time
from collections import Counter

import keras
from harness import AGREE, WRONG, weightless
from program_judge import disagreement, mutant, run
from program_parts import Writer
from program_styles import styled


def measure(seed: int, mutants: int, counts: Counter[str]) -> None:
    """Judges one program and its mutants."""
    text = styled(Writer(seed).write(), seed)
    for number in range(mutants + 1):
        changed = mutant(text, seed * mutants + number - 1) if number else text
        if changed is None:
            continue
        keras.utils.clear_session(free_memory=False)
        ran = run(changed)
        if ran.broken is not None:
            counts["not about shapes"] += 1
            continue
        counts["mutants" if number else "programs"] += 1
        problem = disagreement(ran, counts)
        if problem is not None:
            counts["disagreements"] += 1
            print(f"--- program {seed}, mutant {number}\n{problem}", flush=True)


def figures(counts: Counter[str]) -> str:
    """What was found, in lines."""
    known = 100 * counts[AGREE] / max(counts["places"], 1)
    refusals = counts["refusals"]
    found = 100 * (refusals - counts["missed"]) / max(refusals, 1)
    return f"""\
{counts["programs"]} programs, {counts["mutants"]} mutants; {counts["disagreements"]} disagreements
{counts["places"]} calls that gave tensors: {known:.3f} % known and equal, {counts[WRONG]} wrong
{counts["false alarms"]} false alarms; {found:.2f} % of {refusals} refusals found on their line
{counts["not about shapes"]} mutants fail for other reasons and are not judged"""


def main() -> int:
    """Runs it."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--count", type=int, default=100, help="programs")
    parser.add_argument("--mutants", type=int, default=1, help="of each program")
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    counts: Counter[str] = Counter()
    start = time.perf_counter()
    for seed in range(options.seed, options.seed + options.count):
        with weightless():
            measure(seed, options.mutants, counts)
    print(figures(counts))
    print(f"{time.perf_counter() - start:.0f} s")
    return int(counts["disagreements"] > 0)


if __name__ == "__main__":
    raise SystemExit(main())
