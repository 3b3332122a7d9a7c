"""How many random programs and mutants of them we read as Keras runs them.

    KERAS_BACKEND=jax python tests/oracle/measure_programs.py --count 10000 --kept figures.jsonl

Prints each disagreement, and figures at the end. `--seed` says with which program to begin.
`--kept` writes a line for each program as it goes: a run that was stopped goes on where it stood,
and the figures are those of all that is kept.
"""

from __future__ import annotations

import argparse
import json
import time
from collections import Counter
from pathlib import Path

import keras
from harness import AGREE, WRONG, weightless
from program_judge import disagreement, mutant, run
from program_parts import Writer
from program_styles import styled


def measure(seed: int, mutants: int) -> Counter[str]:
    """Judges one program and its mutants."""
    counts: Counter[str] = Counter()
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
    return counts


def kept(path: Path | None) -> dict[int, Counter[str]]:
    """What earlier runs counted, by program; a line that was cut off is none."""
    if path is None or not path.exists():
        return {}
    found: dict[int, Counter[str]] = {}
    for line in path.read_text("utf-8").splitlines():
        if line.endswith("}}"):
            item = json.loads(line)
            found[item["seed"]] = Counter(item["counts"])
    return found


def keep(path: Path | None, seed: int, counts: Counter[str]) -> None:
    """Adds what one program gave."""
    if path is not None:
        with path.open("a", encoding="utf-8") as file:
            file.write(json.dumps({"seed": seed, "counts": counts}) + "\n")


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
    parser.add_argument("--kept", type=Path, metavar="FILE", help="where figures are kept")
    options = parser.parse_args()
    found = kept(options.kept)
    start = time.perf_counter()
    for seed in range(options.seed, options.seed + options.count):
        if seed not in found:
            with weightless():
                found[seed] = measure(seed, options.mutants)
            keep(options.kept, seed, found[seed])
    total = sum(found.values(), Counter[str]())
    print(figures(total))
    print(f"{time.perf_counter() - start:.0f} s")
    return int(total["disagreements"] > 0)


if __name__ == "__main__":
    raise SystemExit(main())
