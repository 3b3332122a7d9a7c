"""Comments that can't all be right: what most of them say, traced, is not what one of them says.

A comment that contradicts what comes of the others (see `supposed.py`) is wrong, or one of the
others is: it is the one without which all the rest agree.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from flake8_concat.diagnostics import Edit, Fix
from flake8_concat.rules.base import Finding, Place
from flake8_concat.rules.comment_told import Said, value_of
from flake8_concat.rules.comments import Comment
from flake8_concat.rules.describe import short_code
from flake8_concat.rules.said_sizes import perhaps_batch
from flake8_concat.rules.supposed import Supposed, Traced
from flake8_concat.shapes import UNKNOWN_SIZE, Dim, Shape, is_none
from flake8_concat.trace.facts import Facts

_TRIES = 8  # comments without which a file is traced again


class Verdict(Enum):
    """What a trace says of a comment."""

    OPEN = "nothing"
    FITS = "so it is"
    TAKEN = "that goes in"
    UNSURE = "another shape, or the same in other words"
    CLASHES = "it can't be so"


def contradictions(facts: Facts) -> Iterator[tuple[Comment, Finding]]:
    """The comments that contradict the others of their function."""
    if facts.retrace is None:
        return
    supposed = Supposed.of(facts)
    if not supposed.groups:
        return
    first = _outcomes(supposed, supposed.traced)
    for group in supposed.groups:
        wrong = _culprit(supposed, first, group)
        if wrong is not None:
            yield wrong.said.comment, _finding(facts, group, wrong)


@dataclass(frozen=True, slots=True)
class _Outcome:
    """What one trace says of one comment.

    shape:   the traced one
    moved:   the statement gives another shape than what goes in
    of_two:  it takes two that have not the same shape
    """

    verdict: Verdict
    shape: Shape | None = None
    moved: bool = False
    of_two: bool = False


_NOTHING = _Outcome(Verdict.OPEN)


def _outcomes(supposed: Supposed, traced: Traced, *, taken: bool = False) -> dict[int, _Outcome]:
    """What a trace says of each comment, by its identity."""
    return {id(said): _outcome(supposed, traced, said, taken=taken) for said in supposed.said()}


def _outcome(supposed: Supposed, traced: Traced, said: Said, *, taken: bool) -> _Outcome:
    own = supposed.vocabulary.of_program
    going_in = said.of_input if taken else None
    key = id(said.supposition if going_in is None else going_in)
    met = [own(shape) for shape in traced.met[key] if shape is not None]
    inputs = () if said.beginning or taken else traced.given[id(said.span.node)]
    found = [_judge(supposed, said, shape, [own(one) for one in inputs]) for shape in met]
    verdicts = {outcome.verdict for outcome in found}
    if len(verdicts) > 1:
        return _Outcome(Verdict.UNSURE)
    return found[0] if found else _NOTHING


def _judge(supposed: Supposed, said: Said, shape: Shape, inputs: Sequence[Shape]) -> _Outcome:
    """What a traced shape says of a comment, by what goes in."""
    verdict = _compare(supposed, said, shape, inputs)
    taken = {_compare(supposed, said, one, ()) for one in inputs}
    if verdict in (Verdict.CLASHES, Verdict.UNSURE) and Verdict.FITS in taken:
        verdict = Verdict.TAKEN
    elif said.either and verdict is Verdict.CLASHES:
        below = {
            Verdict.UNSURE if one is None else _compare(supposed, said, one, ())
            for one in supposed.below(said)
        }
        if taken | below != {Verdict.CLASHES}:
            verdict = Verdict.UNSURE
    return _Outcome(verdict, shape, shape not in inputs, of_two=len(set(inputs)) > 1)


_Pairs = Sequence[tuple[Dim, Dim]]


def _compare(supposed: Supposed, said: Said, shape: Shape, inputs: Sequence[Shape]) -> Verdict:
    """Whether a shape is what is said, or certainly not."""
    sizes, batch = supposed.vocabulary.spelled_out(said.shape, shape), said.text.with_batch
    if not batch and len(sizes) == len(shape) - 1:
        shape = Shape(shape[1:])
    if len(sizes) != len(shape):
        first = len(shape) > 0 and (sizes[0] == shape[0] or _is_open(sizes[0]))
        return Verdict.CLASHES if batch and first else Verdict.UNSURE
    if perhaps_batch(said.text):
        sizes = Shape((UNKNOWN_SIZE, *sizes[1:]))
    pairs = list(zip(sizes, shape, strict=True))
    wrong = [
        at for at, (a, b) in enumerate(pairs) if a != b and not _is_open(a) and not _is_open(b)
    ]
    if not wrong:
        return Verdict.FITS if any(a == b for a, b in pairs[batch:]) else Verdict.OPEN
    contradicted = (
        _reordered(pairs)
        or _moved(pairs, wrong)
        or _one_number(pairs, wrong)
        or _other_axis(supposed, pairs, wrong, inputs)
        or _one_moved(pairs, wrong)
    )
    return Verdict.CLASHES if contradicted else Verdict.UNSURE


def _is_open(size: Dim) -> bool:
    return size is UNKNOWN_SIZE or is_none(size)


def _reordered(pairs: _Pairs) -> bool:
    """Whether they are the same sizes in another order."""
    both = [(a, b) for a, b in pairs if not _is_open(a) and not _is_open(b)]
    return Counter(a for a, _ in both) == Counter(b for _, b in both)


def _moved(pairs: _Pairs, wrong: Sequence[int]) -> bool:
    """Whether a size that is one axis in both is not the same one: `(b, c, hw)` of (b, hw, ?)."""
    said, traced = [a for a, _ in pairs], [b for _, b in pairs]
    for at in wrong:
        size = said[at]
        if said.count(size) != 1 or traced.count(size) != 1 or traced.index(size) not in wrong:
            continue
        others = traced[at], said[traced.index(size)]
        if type(size) is not int or not any(type(other) is int for other in others):
            return True
    return False


def _one_number(pairs: _Pairs, wrong: Sequence[int]) -> bool:
    """Whether all that differs is one number, and something else is certainly the same."""
    numbers = all(type(size) is int for at in wrong for size in pairs[at])
    return len(wrong) == 1 and numbers and any(a == b for a, b in pairs)


def _other_axis(
    supposed: Supposed, pairs: _Pairs, wrong: Sequence[int], inputs: Sequence[Shape]
) -> bool:
    """Whether one axis is said to be another one of what goes in."""
    if len(wrong) != 1:
        return False
    said, traced = pairs[wrong[0]]
    named = said in supposed.vocabulary
    return named and any(said in one and traced in one for one in inputs)


def _one_moved(pairs: _Pairs, wrong: Sequence[int]) -> bool:
    """Whether the axis of size 1 is said to be another one: `(b, units, 1)` of (b, 1, ?)."""
    if len(wrong) != 1:
        return False
    said, traced = pairs[wrong[0]]
    others = [b for at, (a, b) in enumerate(pairs) if a == 1 and at != wrong[0]]
    return traced == 1 and len(others) == 1 and (_is_open(others[0]) or others[0] == said)


@dataclass(frozen=True, slots=True)
class _Wrong:
    """A comment without which the others of its function agree.

    clash:    what is contradicted otherwise: itself, or the one that it contradicts
    shape:    what is traced there
    spelled:  what is said there, in the same names
    """

    said: Said
    clash: Said
    shape: Shape
    spelled: Shape


def _culprit(
    supposed: Supposed, first: Mapping[int, _Outcome], group: Sequence[Said]
) -> _Wrong | None:
    """The one comment of a function that is to blame for what is contradicted in it."""
    clashing = [one for one in group if first[id(one)].verdict is Verdict.CLASHES]
    clashing = clashing or _says_what_goes_in(first, group)
    if not clashing:
        return None
    best: tuple[int, Said] | None = None
    # Without one of several the others still contradict what is traced.
    for one in (*(clashing if len(clashing) == 1 else ()), *_seeds(first, group)):
        here = one in clashing  # which nothing else follows from
        outcomes = first if here else _outcomes(supposed, supposed.trace(without=one))
        score = _agreement(outcomes, [said for said in group if said is not one])
        if score is not None and (best is None or score > best[0]):
            best = score, one
    if best is None:
        return None
    score, wrong = best
    clash = wrong if wrong in clashing else clashing[0]
    shape = first[id(clash)].shape
    if shape is None or (not score and not _surely(clash, shape)):
        return None
    if _in_numbers(clash, shape) and not (clash.array or _counted(first, group)):
        return None  # the trace may have a default where the comments have another number
    said_before = _outcomes(supposed, supposed.trace(taken=True), taken=True)
    if (_agreement(said_before, group) or 0) > score:
        return None  # they say what goes into their lines
    spelled = supposed.vocabulary.spelled_out(clash.shape, shape)
    return _Wrong(wrong, clash, shape, spelled)


def _says_what_goes_in(first: Mapping[int, _Outcome], group: Sequence[Said]) -> list[Said]:
    """The one comment at the end of a line that says what goes in, where others say what comes."""
    taken = [one for one in group if first[id(one)].verdict is Verdict.TAKEN]
    told = sum(first[id(one)].verdict is Verdict.FITS and first[id(one)].moved for one in group)
    if len(taken) != 1 or taken[0].either:
        return []
    return taken if told > 1 or (told and first[id(taken[0])].of_two) else []


def _in_numbers(said: Said, shape: Shape) -> bool:
    """Whether a number is said to be another one."""
    pairs = zip(said.shape, shape, strict=False)
    return len(said.shape) == len(shape) and any(
        type(a) is int and type(b) is int and a != b for a, b in pairs
    )


def _counted(first: Mapping[int, _Outcome], group: Sequence[Said]) -> bool:
    """Whether a number is traced that a comment of the function says, too."""
    fitting = (one for one in group if first[id(one)].verdict is Verdict.FITS)
    return any(type(size) is int and size > 1 for one in fitting for size in one.shape[1:])


def _seeds(first: Mapping[int, _Outcome], group: Sequence[Said]) -> list[Said]:
    """The comments that are taken for true as nothing else is known, a few of them."""
    found = [one for one in group if one.sized and first[id(one)].verdict is Verdict.OPEN]
    return found[:_TRIES]


def _agreement(outcomes: Mapping[int, _Outcome], group: Sequence[Said]) -> int | None:
    """How many comments say what is traced; None where one can't be, or most say what goes in."""
    found = [outcomes[id(one)] for one in group]
    counts = Counter(outcome.verdict for outcome in found)
    told = sum(outcome.moved and outcome.verdict is Verdict.FITS for outcome in found)
    if counts[Verdict.CLASHES] or counts[Verdict.TAKEN] > told:
        return None
    return counts[Verdict.FITS]


def _surely(said: Said, shape: Shape) -> bool:
    """Whether two comments alone contradict each other: axes by their names, or their number.

    Or those of arrays, of which neither says what goes in, nor leaves out the batch.
    """
    sizes = [size for size in said.shape if type(size) is int and size != 1]
    told = said.array or not sizes or len(said.shape) != len(shape)
    return told and not said.either


def _finding(facts: Facts, group: Sequence[Said], wrong: _Wrong) -> Finding:
    said, clash = wrong.said, wrong.clash
    shown = (
        clash.names[0] if clash.beginning else short_code(value_of(clash.span) or clash.span.node)
    )
    verb = "is" if clash.beginning else "makes"
    if said is clash:
        origin = _origin(group, clash, wrong.shape)
        line = f" of what line {origin.comment.line} says" if origin is not None else ""
        why = f"{shown} {verb} {wrong.shape}{line}"
    else:
        why = f"then {shown} is {wrong.shape}, and line {clash.comment.line} says {clash.written}"
    place = said.comment.range(said.text.start, said.text.end)
    return Finding(
        Place(facts.source, range=place),
        f"the comment says {said.written}, but {why}",
        fixes=tuple(_fixes(said, wrong.spelled, wrong.shape)) if said is clash else (),
    )


def _fixes(said: Said, spelled: Shape, shape: Shape) -> Iterator[Fix]:
    """Writes the traced sizes, those that are said in another place as they are written there.

    spelled:  what is said, in the names of the traced shape
    """
    text, dims = said.text, said.text.dims
    sizes = shape if text.with_batch or len(shape) == len(dims) else Shape(shape[1:])
    left = dict(enumerate(spelled))
    parts: list[str | None] = []
    for at, size in enumerate(sizes):
        first = at == 0 and text.with_batch
        place = 0 if first else next((k for k, one in left.items() if one == size), None)
        if place is not None:
            left.pop(place, None)
            parts.append(said.comment.text[dims[place].start : dims[place].end])
        else:
            parts.append(None if "?" in str(size) or _is_open(size) else str(size))
    if len(left) == 1 and parts.count(None) == 1:  # the one that has no other name
        (place,) = left
        parts[parts.index(None)] = said.comment.text[dims[place].start : dims[place].end]
    written = [part for part in parts if part is not None]
    if len(written) == len(parts):
        new = text.separator.join(written)
        edit = Edit(said.comment.range(dims[0].start, dims[-1].end), new)
        yield Fix("Write the traced shape", (edit,), safe=True)


def _origin(group: Sequence[Said], clash: Said, shape: Shape) -> Said | None:
    """The last comment before with a size that is traced."""
    sizes = set(shape)
    found = [
        one
        for one in group
        if one.comment.line < clash.comment.line and not sizes.isdisjoint(one.shape)
    ]
    return found[-1] if found else None
