"""A program run by real Keras, call by call, and what we say otherwise about it.

Every call that gave tensors is recorded with its place and their shapes; so is the line on which
Keras raised.
"""

from __future__ import annotations

import ast
import contextlib
import io
import random
import traceback
import warnings
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import keras
from harness import AGREE, PARTLY, WRONG, Plain, same
from program_lines import WORDS

from flake8_concat import Report, analyze
from flake8_concat.keras.graph import Tensor
from flake8_concat.shapes import Mismatch

NAME = "program.py"
OTHER_NUMBERS = [0, 1, 2, 3, 5, 7, 17]
OTHER_WORDS = {
    "same": "valid", "valid": "same", "channels_last": "channels_first",
    "channels_first": "channels_last", "causal": "same", "concat": "sum", "sum": "concat",
}  # fmt: skip

Place = tuple[int, int, int, int]  # line and column, end line and column, as in a Range


MAX_CALLS = 10_000  # of one program; those that are written make some hundreds


@dataclass
class Run:
    """What real Keras made of a program.

    shapes:   by the place of a call, what shapes it gave (a list of them for several tensors)
    inside:   where calls gave arrays, in the body of a layer: of them we say more than is recorded
    refused:  where Keras raised, a line of each function that led there, and what
    broken:   an error that is not about shapes: nothing is to be said about the program
    """

    text: str
    shapes: dict[Place, list[Any]] = field(default_factory=dict)
    inside: set[Place] = field(default_factory=set)
    refused: tuple[list[int], BaseException] | None = None
    broken: BaseException | None = None
    calls: int = 0

    def saw(self, place: Place, value: Any) -> Any:
        """Notes what a call gave."""
        self.calls += 1
        if self.calls > MAX_CALLS:
            raise TimeoutError("a mutant whose loop has no end")
        shapes = shapes_of(value)
        if shapes is None:
            if not isinstance(value, keras.KerasTensor) and hasattr(value, "shape"):
                self.inside.add(place)
        else:
            seen = self.shapes.setdefault(place, [])
            if shapes not in seen:
                seen.append(shapes)
        return value


def shapes_of(value: Any) -> Any:
    """The shape of a tensor, or those in a flat collection of nothing else; else None."""
    if isinstance(value, keras.KerasTensor):
        return Plain(value.shape)
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, (list, tuple)) and value:
        if all(isinstance(item, keras.KerasTensor) for item in value):
            return [Plain(item.shape) for item in value]
    return None


class Watched(ast.NodeTransformer):
    """Hands what each call gives to `saw`, from where it stands."""

    def visit_Call(self, node: ast.Call) -> ast.AST:
        place = place_of(node)
        self.generic_visit(node)
        if isinstance(node.func, ast.Name) and node.func.id == "super":
            return node
        arguments: list[ast.expr] = [ast.Constant(place), node]
        call = ast.Call(ast.Name("__saw__", ast.Load()), arguments, [])
        return ast.fix_missing_locations(ast.copy_location(call, node))


def place_of(node: ast.expr) -> Place:
    """Where a node stands; the text is ASCII."""
    assert node.end_lineno is not None
    assert node.end_col_offset is not None
    return node.lineno, node.col_offset + 1, node.end_lineno, node.end_col_offset + 1


def run(text: str) -> Run:
    """Runs a program under real Keras."""
    made = Run(text)
    code = compile(Watched().visit(ast.parse(text)), NAME, "exec")
    filtered = keras.config.is_traceback_filtering_enabled()
    keras.config.disable_traceback_filtering()  # or frames of Keras would be missing
    try:
        with quiet():
            exec(code, {"__name__": "program", "__saw__": made.saw})  # our own text
    except Exception as error:
        frames = traceback.extract_tb(error.__traceback__)
        if about_shapes(error) and frames[-1].filename != NAME:
            made.refused = [f.lineno or 0 for f in frames if f.filename == NAME], error
        else:
            made.broken = error
    finally:
        if filtered:
            keras.config.enable_traceback_filtering()
    return made


@contextlib.contextmanager
def quiet() -> Iterator[None]:
    """Nothing that Keras prints or warns of is shown."""
    with warnings.catch_warnings(), contextlib.redirect_stdout(io.StringIO()):
        warnings.simplefilter("ignore")
        yield


def about_shapes(error: BaseException) -> bool:
    """Whether Keras says no because of shapes, and not for the kind of a value."""
    text = str(error).lower()
    return (
        isinstance(error, (ValueError, TypeError, IndexError, ZeroDivisionError))
        and "dtype" not in text
        and "nonetype" not in text
    )


# --- What we say otherwise


def disagreement(ran: Run, counts: Counter[str] | None = None) -> str | None:
    """What we say otherwise than Keras about one program, None if nothing.

    `counts` is told how many places and refusals there were, and how many we knew.
    """
    counts = Counter() if counts is None else counts
    report = analyze(ran.text, NAME)
    if report.facts is None:
        return f"not read: {report.problem}\n{listing(ran)}"
    found = wrong_findings(ran, report, counts) or wrong_shapes(ran, report, counts)
    return f"{found}\n{listing(ran)}" if found else None


def wrong_findings(ran: Run, report: Report, counts: Counter[str]) -> str | None:
    """What is wrong about the errors found, None if nothing."""
    errors = [d for d in report.diagnostics if d.code.startswith("CAT1")]
    told = [f"{d.range.line}: {d.message}" for d in errors]
    if ran.refused is None:  # what never ran may be wrong indeed
        false = any(passed(ran, d.range.line) for d in errors)
        counts["false alarms"] += false
        return f"false alarm: {told}" if false else None
    lines, error = ran.refused
    counts["refusals"] += 1
    early = [d for d in errors if d.range.end_line < min(lines) and passed(ran, d.range.line)]
    if early and first_line(report) != lines[-1]:
        counts["false alarms"] += 1
        return f"too early: {told}, Keras raises on {lines}: {error}"
    if not any(d.range.line <= lines[-1] <= d.range.end_line for d in errors):
        counts["missed"] += 1
        return f"missed on {lines}: {type(error).__name__}: {error}, found: {told}"
    return None


def first_line(report: Report) -> int | None:
    """Where the program first fails: a function further up may be called again behind that."""
    assert report.facts is not None
    for event in report.facts.events:
        if isinstance(event.outcome, Mismatch) and event.certain and not event.tentative:
            return event.site.source.range_of(event.site.node).line
    return None


def passed(ran: Run, line: int) -> bool:
    """Whether Keras built what stands on a line."""
    return any(place[0] <= line <= place[2] for place in ran.shapes)


def wrong_shapes(ran: Run, report: Report, counts: Counter[str]) -> str | None:
    """Calls that gave Keras other shapes than us, or us none; None if there are none."""
    assert report.facts is not None
    source = report.facts.source
    ours: dict[Place, list[Any]] = {}
    nodes: dict[int, Place] = {}
    for event in report.facts.tensors():
        node = event.site.node
        if event.site.source is not source or event.tentative or type(node).__name__ != "Call":
            continue
        if event.site is event.created:
            continue
        if id(node) not in nodes:
            at = source.range_of(node)
            nodes[id(node)] = at.line, at.col, at.end_line, at.end_col
        shapes = ours.setdefault(nodes[id(node)], [])
        if (given := said(event.value)) not in shapes:
            shapes.append(given)
    problems = []
    for place, theirs in ran.shapes.items():
        if isinstance(theirs[0], list) and place not in ours:
            continue  # several tensors in a list: we need not say so
        counts["places"] += 1
        more = ran.refused is not None or place in ran.inside
        kind = compared(ours.get(place, []), theirs, more=more)
        counts[kind] += 1
        if kind != AGREE:
            problems.append(f"{kind} on {place[0]}: {ours.get(place)}, Keras {theirs}")
    return min(problems, key=lambda text: not text.startswith(WRONG), default=None)


def said(value: Any) -> Any:
    """The shapes of our value."""
    if isinstance(value, Tensor):
        return value.shape
    items = value.values() if isinstance(value, dict) else value
    return [item.shape for item in items]


def compared(ours: list[Any], theirs: list[Any], *, more: bool) -> str:
    """Our shapes at one place against Keras'; `more`: we may know of others."""
    kinds = [{same(a, b) for b in theirs} for a in ours]
    if any(kind == {WRONG} for kind in kinds) and not more:
        return WRONG
    if all(any(same(a, b) == AGREE for a in ours) for b in theirs):
        return AGREE
    return PARTLY if ours and any(kind != {WRONG} for kind in kinds) else "unknown"


def listing(ran: Run) -> str:
    """The program's lines, numbered."""
    lines = enumerate(ran.text.rstrip("\n").split("\n"), 1)
    return "\n".join(f"{number}: {line}" for number, line in lines)


# --- Mutants


def mutant(text: str, seed: int) -> str | None:
    """The program with something else in one place, None if there is no such place.

    Another number or word; an element of a list or a tuple left out, or two exchanged; another
    variable.
    """
    rng = random.Random(seed)
    tree = ast.parse(text)
    names = sorted(
        {
            node.id
            for node in ast.walk(tree)
            if isinstance(node, ast.Name)
            and isinstance(node.ctx, ast.Store)
            and tensor_name(node.id)
        }
    )
    changes = [pair for node in ast.walk(tree) for pair in changes_of(node, text, names, rng)]
    if not changes:
        return None
    kinds = sorted({kind for kind, *_ in changes})
    kind = rng.choice([*kinds, "literal", "literal"])
    place, new = rng.choice(
        [change for name, *change in changes if name == kind] or [changes[0][1:]]
    )
    (line, start, _, end), lines = place, text.split("\n")
    lines[line - 1] = lines[line - 1][: start - 1] + new + lines[line - 1][end - 1 :]
    return "\n".join(lines)


def tensor_name(name: str) -> bool:
    """Whether a name is one that the writer gives to tensors."""
    return name.rstrip("0123456789") in WORDS and name[-1].isdigit()


def changes_of(
    node: ast.AST, text: str, names: list[str], rng: random.Random
) -> Iterator[tuple[str, Place, str]]:
    """How a node may be changed: kind, place, new text."""
    if isinstance(node, ast.Constant):
        if type(node.value) is int:
            other = rng.choice([n for n in OTHER_NUMBERS if n != node.value])
            yield "literal", place_of(node), str(rng.choice([other, node.value + 1]))
        elif isinstance(node.value, str) and node.value in OTHER_WORDS:
            yield "word", place_of(node), repr(OTHER_WORDS[node.value])
    elif isinstance(node, (ast.List, ast.Tuple)) and isinstance(node.ctx, ast.Load):
        items = [ast.get_source_segment(text, item) or "" for item in node.elts]
        if len(items) < 2 or node.lineno != node.end_lineno:
            return
        opened, closed = "[]" if isinstance(node, ast.List) else "()"
        if (
            isinstance(node, ast.Tuple)
            and text.split("\n")[node.lineno - 1][node.col_offset] != "("
        ):
            opened = closed = ""
        i = rng.randrange(len(items) - 1)
        exchanged = [*items[:i], items[i + 1], items[i], *items[i + 2 :]]
        fewer = [item for k, item in enumerate(items) if k != i]
        if exchanged != items:
            yield "exchanged", place_of(node), f"{opened}{', '.join(exchanged)}{closed}"
        if isinstance(node, ast.List):
            yield "left out", place_of(node), f"[{', '.join(fewer)}]"
    elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load) and node.id in names:
        if others := [name for name in names if name != node.id]:
            yield "variable", place_of(node), rng.choice(others)
