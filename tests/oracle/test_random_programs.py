"""Random programs, run by real Keras and read by us: same shapes, same refusals, same lines.

A program is grown line by line. Each line is run by Keras at once; one that Keras refuses is
mostly dropped, sometimes kept as the program's last. A mutant is a program with one literal
changed. FLAKE8_CONCAT_DRAWS=100 grows a hundred times as many.
"""

from __future__ import annotations

import ast
import random
import traceback
from typing import Any

import pytest

pytest.importorskip("keras")

import keras
from harness import draws, weightless
from program_lines import ANY, BY_RANK, CHOICES, COMPOUND, HEAD, SIZES

from flake8_concat import Report, analyze
from flake8_concat.keras.graph import Tensor
from flake8_concat.shapes import Shape

NAME = "program.py"
FIRST_LINE = HEAD.count("\n") + 1
OTHER_NUMBERS = [0, 1, 2, 3, 5, 7, 17]
OTHER_WORDS = {"same": "valid", "valid": "same", "channels_last": "channels_first"}


class Fields(dict[str, Any]):
    """The values of a line's fields: a tensor's name, or a number drawn each time it is read."""

    def __init__(self, rng: random.Random, **fixed: Any) -> None:
        super().__init__(fixed)
        self.rng = rng

    def __missing__(self, name: str) -> Any:
        return self.rng.choice(CHOICES[name])


class Program:
    """A program's text and, as it is run, its module in real Keras.

    refused:  where Keras raised, a line of each function that led there, and what
    """

    def __init__(self, text: str = HEAD) -> None:
        self.text = ""
        self.space: dict[str, Any] = {}
        self.refused: tuple[list[int], BaseException] | None = None
        self.add(text)

    @property
    def tensors(self) -> dict[str, Any]:
        """The tensors that have a name of their own."""
        return {
            name: value
            for name, value in self.space.items()
            if name[1:].isdigit() and isinstance(value, keras.KerasTensor)
        }

    def add(self, code: str, *, keep: bool = True) -> None:
        """Runs more lines; without `keep` they are left off where Keras raises."""
        before = dict(self.space)
        start = self.text.count("\n")
        try:
            for node in ast.parse(code).body:
                ast.increment_lineno(node, start)
                written = names_in(node)
                exec(compile(ast.Module([node], []), NAME, "exec"), self.space)  # our own text
        except Exception as error:
            frames = traceback.extract_tb(error.__traceback__)
            if not keep or not about_shapes(error) or frames[-1].filename == NAME:
                self.space = before
                return
            self.refused = [f.lineno or 0 for f in frames if f.filename == NAME], error
            for name in written:  # we go on with another value
                self.space.pop(name, None)
        self.text += code + "\n" * (not code.endswith("\n"))


def names_in(node: ast.AST) -> set[str]:
    """The names that a statement mentions."""
    return {part.id for part in ast.walk(node) if isinstance(part, ast.Name)}


def about_shapes(error: BaseException) -> bool:
    """Whether Keras says no because of shapes, and not for the kind of a value."""
    text = str(error).lower()
    return (
        isinstance(error, (ValueError, TypeError, IndexError))
        and "dtype" not in text
        and "nonetype" not in text
    )


def grown(seed: int) -> Program:
    """A program of some lines."""
    rng, program = random.Random(seed), Program()
    for _ in range(rng.randint(1, 2)):
        sizes = tuple(rng.choice(SIZES) for _ in range(rng.choice([1, 2, 3, 3, 3, 4])))
        for _ in range(2):
            program.add(f"x{len(program.tensors)} = keras.Input({sizes})")
    for _ in range(rng.randint(3, 14)):
        program.add(statement(rng, program.tensors), keep=rng.random() < 0.3)
        if program.refused is not None:
            break
    return program


def statement(rng: random.Random, tensors: dict[str, Any]) -> str:
    """The next line, or several."""
    x = rng.choice(list(tensors))
    rank = len(tensors[x].shape)
    alike = [name for name, tensor in tensors.items() if len(tensor.shape) == rank]
    axes = [str(axis) for axis in rng.sample(range(1, rank), max(rank - 1, 0))]
    new = f"x{max(int(name[1:]) for name in tensors) + 1}"
    fields = Fields(
        rng, x=x, y=rng.choice(alike), z=rng.choice(alike), new=new, perm=", ".join(axes),
        ones=", ".join("1" * (rank - 1)), most=rank - 1,
    )  # fmt: skip
    line = rng.choice(BY_RANK.get(rank, ANY) if rng.random() < 0.6 else ANY)
    state = rng.getstate()
    fields["line"] = line.format_map(fields)
    for name, tensor in (("inner", new), ("of_t", "t")):
        rng.setstate(state)
        fields[name] = line.format_map(Fields(rng, **{**fields, "x": tensor}))
    around = rng.choice(COMPOUND) if rng.random() < 0.25 else "{new} = {line}"
    return around.format_map(fields)


def mutant(program: Program, seed: int) -> Program | None:
    """The program with another literal in one place, run anew; None if there is none."""
    rng = random.Random(seed)
    found = [node for node in ast.walk(ast.parse(program.text)) if replaceable(node)]
    if not found:
        return None
    node = rng.choice(found)
    assert isinstance(node, ast.Constant)
    lines = program.text.split("\n")
    line = lines[node.lineno - 1]
    other = OTHER_WORDS.get(node.value) if isinstance(node.value, str) else None
    text = repr(other or rng.choice([n for n in OTHER_NUMBERS if n != node.value]))
    lines[node.lineno - 1] = line[: node.col_offset] + text + line[node.end_col_offset :]
    changed = Program("\n".join(lines))
    return changed if changed.text else None  # it fails, but not for its shapes


def replaceable(node: ast.AST) -> bool:
    """Whether a node is a number or a word of Keras, below the head."""
    return (
        isinstance(node, ast.Constant)
        and node.lineno >= FIRST_LINE
        and (type(node.value) is int or (isinstance(node.value, str) and node.value in OTHER_WORDS))
    )


def disagreement(program: Program) -> str | None:
    """What we say otherwise than Keras about one program, None if nothing."""
    report = analyze(program.text, NAME)
    if report.facts is None:
        return f"{report.problem}\n{listing(program)}"
    found = wrong_findings(program, report) or wrong_shape(program, report)
    return f"{found}\n{listing(program)}" if found else None


def wrong_findings(program: Program, report: Report) -> str | None:
    """What is wrong about the errors found, None if nothing."""
    errors = [d for d in report.diagnostics if d.code.startswith("CAT1")]
    told = [f"{d.range.line}: {d.message}" for d in errors]
    if program.refused is None:
        return f"false alarm: {told}" if errors else None
    lines, error = program.refused
    if not any(d.range.line <= lines[-1] <= d.range.end_line for d in errors):
        return f"missed on line {lines[-1]}: {error}, found: {told}"
    early = [d for d in errors if FIRST_LINE <= d.range.end_line < min(lines)]
    return f"too early: {told}" if early else None


def wrong_shape(program: Program, report: Report) -> str | None:
    """A tensor of another shape than Keras', or of none, None if there is none."""
    assert report.facts is not None
    for name, tensor in program.tensors.items():
        ours = report.facts.module_scope.get(name)
        if not isinstance(ours, Tensor) or not isinstance(ours.shape, Shape):
            why = getattr(getattr(ours, "shape", ours), "why", "")
            return f"{name} is not known: {ours} {why}, Keras {tensor.shape}"
        if tuple(d if type(d) is int else None for d in ours.shape) != tuple(tensor.shape):
            return f"{name} is {ours.shape}, Keras {tensor.shape}"
    return None


def listing(program: Program) -> str:
    """The program's own lines, numbered."""
    lines = enumerate(program.text.split("\n"), 1)
    return "\n".join(f"{number}: {line}" for number, line in lines if number >= FIRST_LINE)


@pytest.mark.parametrize("seed", range(draws(60)))
def test_random_program(seed: int) -> None:
    with weightless():
        program = grown(seed)
        assert (problem := disagreement(program)) is None, problem
        changed = mutant(program, seed)
        assert changed is None or (problem := disagreement(changed)) is None, problem
