"""Which way the program goes: tests, branches, loops.

A test that is known takes its branch. One that is not takes both, from the same state, and the
outcomes are joined (state.py). On the way the test counts as decided, so that the same unknown
goes the same way twice; afterwards it tells the alternatives apart that the branches left.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import partial
from typing import Any

from flake8_concat.keras.graph import Tensor
from flake8_concat.shapes import Choice, Mismatch, Size, Unknown, restrict
from flake8_concat.trace import operators
from flake8_concat.trace.facts import Event, Facts
from flake8_concat.trace.handling import Handling
from flake8_concat.trace.signals import BREAK, CONTINUE, Maybe, Return, Signal
from flake8_concat.trace.state import (
    DIFFERS,
    UNSURE,
    Either,
    Trail,
    join,
    join_states,
    size_of,
    snapshot,
)
from flake8_concat.trace.values import Raised, Scope

FORK = 3  # what a fork costs, in steps
SIZES_A_STEP = 40  # how much state of a branch is put back or joined for the cost of a step
NESTED_A_STEP = 10  # values of structures that are joined
ASSUMED_A_STEP = 40  # tests that count as decided, copied or looked through
ROUNDS = 3  # of a loop that runs nobody knows how often: what changes is unknown from then on
LEFT = Maybe(BREAK)
RAISED = Signal("raise")  # the branch ended with an exception


@dataclass(slots=True)
class Returned:
    """What a function may have returned, and the tests on the way there, the last one first.

    `path` is None where something else than tests has led there (a loop of unknown length).
    """

    value: Any
    path: list[tuple[Any, bool]] | None

    def join(self, otherwise: Any) -> Any:
        """What the function returns if it returns `otherwise` elsewhere."""
        if self.path is None:
            return join(self.value, otherwise, UNSURE)
        value = self.value
        for key, truth in self.path:
            either = Either(DIFFERS, key)
            value = join(value, otherwise, either) if truth else join(otherwise, value, either)
        return value


@dataclass(frozen=True, slots=True)
class _Kept:
    """Which of two branches goes on, "a" or "b", and whether the other one has `raised`.

    What that had changed is known where it is caught.
    """

    branch: str
    raised: bool


class Doubting:
    """For a `with`: what is refused inside is not certain, if it `doubts`.

    Nor is the rest of a function that a branch has returned from: it is the other branch.
    """

    __slots__ = ("control", "doubts", "returned")

    def __init__(self, control: Control, doubts: bool) -> None:
        self.control, self.doubts = control, doubts

    def __enter__(self) -> None:
        self.control.doubts += self.doubts
        self.returned = len(self.control.returns)

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if kind is not None or len(self.control.returns) == self.returned:
            self.control.doubts -= self.doubts


class Control(Handling):
    """The part of the tracer that follows the flow of control."""

    trail: Trail | None
    assumptions: dict[Any, bool]
    returns: list[Returned]  # what the function being run may have returned already
    frames: list[tuple[Any, Scope]]
    budget: Any
    facts: Facts
    refused_at: dict[int, int]
    steps: int

    def step(self, cost: int = 1) -> None:
        """Counts steps against the budget; raises OutOfBudget."""
        raise NotImplementedError

    def truth(self, value: Any) -> bool | None:
        """The truth of a value; None where it is not known."""
        raise NotImplementedError

    # -- tests --------------------------------------------------------------------------------
    def decide(self, value: Any) -> bool | None:
        """The truth of a test, by its value or by what is assumed on this path."""
        if value is True or value is False:  # so for most
            return bool(value)
        truth = self.truth(value)
        if truth is not None or not isinstance(value, (Unknown, Size)):
            return truth
        key = operators.plain_truth_key(value)
        if operators.mentions_size(key):
            self.facts.tests.append(key)
        return self.assumed(key) if self.assumptions else None

    def assumed(self, key: Any) -> bool | None:
        found = self.assumptions.get(key)
        if found is not None:
            return found
        if key[0] == "not":
            inner = self.assumed(key[1])
            return None if inner is None else not inner
        if key[0] in ("and", "or"):
            return _combined(key[0], [self.assumed(part) for part in key[1:]])
        if key[0] == "==" and not _is_unknown(key[2]):
            self.step(len(self.assumptions) // ASSUMED_A_STEP)
            for other, held in self.assumptions.items():
                if held and other[0] == "==" and other[1] == key[1] and not _is_unknown(other[2]):
                    return bool(other[2] == key[2])
        return None

    def assume(self, value: Any, truth: bool) -> None:
        """From here on, this test counts as decided."""
        if isinstance(value, (Unknown, Size)):
            implied = dict(_parts(*_implied(value, truth)))
            self.step(len(self.assumptions) // ASSUMED_A_STEP)
            self.assumptions = {**self.assumptions, **implied}
            for key, holds in implied.items():
                self._narrow(key, holds)

    def _narrow(self, key: Any, holds: bool) -> None:
        """What the names of the function being run can still be, now that a test is decided."""
        scope = self.frames[-1][1] if self.frames else None
        if scope is None:
            return
        for name, value in list(scope.items()):
            if type(value) is Choice:
                narrowed = restrict(value, key, holds=holds)
            elif type(value) is Tensor and type(value.shape) is Choice:
                shape = restrict(value.shape, key, holds=holds)
                if shape is value.shape:
                    continue
                narrowed = Tensor(shape, value.node, symbolic=value.symbolic, merged=True)
            else:
                continue
            if narrowed is not value:
                if self.trail is not None:
                    self.trail.touch(scope)
                scope[name] = narrowed

    # -- branches -----------------------------------------------------------------------------
    def fork(
        self,
        value: Any,
        first: Callable[[], Signal | None],
        second: Callable[[], Signal | None],
    ) -> Signal | None:
        """Runs both branches of an unknown test and joins what they leave.

        A branch that returns or raises leaves the rest of the function to the other.
        value: the test; None where it is no test of the program that decides (how often a loop
               runs): what differs then is not known
        """
        outer, assumed, returned = self.trail, self.assumptions, len(self.returns)
        self.step(FORK)
        either, first_is_yes = _either(value)
        with Doubting(self, _lost(value)):
            a, after_a, trail_a, error = self._branch(value, True, first, outer, assumed)
            after = trail_a.rewind()
            self._note_path(returned, either.key, first_is_yes)
            middle = len(self.returns)
            b, after_b, trail_b, other_error = self._branch(value, False, second, outer, assumed)
        self._note_path(middle, either.key, not first_is_yes)
        if (a is RAISED) != (b is RAISED):
            self.perhaps_raised(error or other_error)
        a_gone = a is RAISED or isinstance(a, Return)
        b_gone = b is RAISED or isinstance(b, Return)
        if a_gone and not b_gone:
            self.assumptions = after_b
            keep = _Kept("b", a is RAISED)
        elif b_gone and not a_gone:
            self.assumptions = after_a
            keep = _Kept("a", b is RAISED)
        else:
            self.assumptions = assumed
            keep = None
        self._blend(trail_a, after, trail_b, either, first_is_yes, keep)
        self.trail = outer
        trail_a.hand_over()
        trail_b.hand_over()
        self.step(either.walked // NESTED_A_STEP)
        return self._signal(a, b, error or other_error, either, first_is_yes)

    def _branch(
        self,
        value: Any,
        truth: bool,
        run: Callable[[], Signal | None],
        outer: Trail | None,
        assumed: Any,
    ) -> tuple[Signal | None, Any, Trail, Raised | None]:
        self.trail = trail = Trail(outer)
        self.assumptions = assumed
        self.assume(value, truth)
        error = None
        self.forks += 1
        try:
            signal = run()
        except Raised as raised:
            # Its traceback leads back here: the whole stack would wait to be collected.
            signal, error = RAISED, raised.with_traceback(None)
            if self.handlers:
                error.left = trail.everything()
        except BaseException:  # the trail around must know what changed, to take it back
            self.trail = outer
            trail.hand_over()
            raise
        finally:
            self.forks -= 1
        left = sum(size_of(thing) for thing, _ in error.left.values()) if error is not None else 0
        self.step((trail.size() + left) // SIZES_A_STEP)
        return signal, self.assumptions, trail, error

    def _note_path(self, start: int, key: Any, truth: bool) -> None:
        """What was returned inside a branch was returned there only."""
        for returned in self.returns[start:]:
            if key is None:
                returned.path = None
            elif returned.path is not None:
                returned.path.append((key, truth))

    def _blend(
        self,
        trail_a: Trail,
        after: dict[int, Any],
        trail_b: Trail,
        either: Either,
        first_is_yes: bool,
        keep: _Kept | None,
    ) -> None:
        """Joins what two branches left; the state now is that of the second.

        `keep`: the one branch that goes on. The names of a function that was left don't matter any
        more, what it changed elsewhere may.
        """
        own = self.frames[-1][1] if self.frames else None
        either.changed = trail_a.before.keys() | trail_b.before.keys()
        for key in either.changed:
            thing, before = trail_a.before.get(key) or trail_b.before[key]
            state_a = after[key][1] if key in after else before
            state_b = snapshot(thing)
            if keep is not None and (thing is own or (keep.raised and isinstance(thing, Scope))):
                chosen = state_a if keep.branch == "a" else state_b
                join_states(thing, chosen, chosen, either)
            elif first_is_yes:
                join_states(thing, state_a, state_b, either)
            else:
                join_states(thing, state_b, state_a, either)

    def _signal(
        self,
        a: Signal | None,
        b: Signal | None,
        error: Raised | None,
        either: Either,
        first_is_yes: bool,
    ) -> Signal | None:
        """The signal of two branches of which one ran."""
        if a is RAISED:
            if b is RAISED:
                raise error or Raised("Exception")
            return b
        if b is RAISED:
            return a
        if isinstance(a, Return) and isinstance(b, Return):
            yes, no = (a, b) if first_is_yes else (b, a)
            return Return(join(yes.value, no.value, either))
        for signal, other, truth in ((a, b, first_is_yes), (b, a, not first_is_yes)):
            if isinstance(signal, Return):
                path = None if either.key is None else [(either.key, truth)]
                self.returns.append(Returned(signal.value, path))
                return other
        return a if a is b else _both(a, b)

    def go_on_maybe(self, maybe: Maybe, rest: Callable[[], Signal | None]) -> Signal | None:
        """The rest of a block that is perhaps not reached."""
        return _both(maybe, self.fork(None, lambda: None, rest))

    @contextmanager
    def unless_returned(self, start: int) -> Iterator[None]:
        """While the rest of a function runs that has perhaps returned already.

        What it changes elsewhere it changes only perhaps.
        start:  how many ways had returned before the statement that did
        """
        paths = [returned.path for returned in self.returns[start:]]
        if not paths:
            yield
            return
        with self.watching() as watched:
            try:
                yield
            except Raised:
                self._blend_unless(paths, watched)
                raise
        self._blend_unless(paths, watched)

    def _blend_unless(self, paths: Any, watched: Trail) -> None:
        only = paths[0] if len(paths) == 1 else None
        either, returned = Either(DIFFERS), True
        if only is not None and len(only) == 1:
            key, returned = only[0]
            either = Either(DIFFERS, key)
        self.step(watched.size() // SIZES_A_STEP)
        watched.blend(self, either, but=(self.frames[-1][1],), before_is_yes=returned)

    def either(self, value: Any, first: Callable[[], Any], second: Callable[[], Any]) -> Any:
        """The value of a conditional expression whose test is not known."""
        results: list[Any] = []

        def take(run: Callable[[], Any]) -> Callable[[], None]:
            return lambda: results.append(run())

        self.fork(value, take(first), take(second))
        if len(results) == 2:
            either, first_is_yes = _either(value)
            yes, no = results if first_is_yes else reversed(results)
            return join(yes, no, either)
        return results[0] if results else Unknown(DIFFERS)

    def maybe(self, run: Callable[[], Any]) -> Any:
        """The value of something that is perhaps not evaluated."""
        results: list[Any] = []
        self.fork(None, lambda: results.append(run()), lambda: None)
        return results[0] if results else Unknown(DIFFERS)

    # -- loops --------------------------------------------------------------------------------
    def loop(self, items: Iterator[Any], body: Callable[[Any], Signal | None]) -> Signal | None:
        """Runs the body for each item. BREAK if it was left so, LEFT if perhaps, None at the end.

        Rounds that add nothing to a network are followed for a while only: training goes round
        thousands of times, and what it leaves behind says nothing of shapes.
        """
        uncertain = False
        budget, built, returned = self.budget, self.built, len(self.returns)
        count, last, idle = 0, self.steps + budget.loop_steps, self.steps + budget.idle_steps
        with ExitStack() as left:
            for item in items:
                run = partial(body, item)
                self.step()
                count += 1
                if self.built != built:
                    built, idle = self.built, self.steps + budget.idle_steps
                if count > budget.loop or self.steps > min(last, idle):
                    return self.loop_unknown(
                        Unknown("a loop that runs too long to be followed"), run
                    )
                signal = self.fork(None, run, lambda: None) if uncertain else run()
                if len(self.returns) > returned:
                    left.enter_context(self.unless_returned(returned))
                    returned = len(self.returns)
                if signal is None or signal is CONTINUE:
                    continue
                if isinstance(signal, Maybe):
                    uncertain = uncertain or signal.signal is BREAK
                    continue
                if uncertain and not isinstance(signal, Return):
                    continue
                return signal
        return LEFT if uncertain else None

    def loop_unknown(self, why: Unknown, body: Callable[[], Signal | None]) -> Signal | None:
        """Runs a body that runs nobody knows how often, until nothing changes any more."""
        signal: Signal | None = None
        repeating, events = self.repeating, self.facts.events
        start = first = len(events)
        try:
            for i in range(ROUNDS):
                self.step()
                with self.watching() as watched:
                    signal = self.fork(None, body, lambda: None)
                if i == 0:
                    self.repeating += 1
                    first = len(events)
                if isinstance(signal, Return) or watched.is_as_before():
                    break
        finally:
            self.repeating = repeating
        self._doubt(events[start:first], events[first:])
        if isinstance(signal, Maybe):
            return LEFT if signal.signal is BREAK else None
        return signal if isinstance(signal, Return) else None

    @contextmanager
    def watching(self) -> Iterator[Trail]:
        """A trail of what is changed inside."""
        outer = self.trail
        self.trail = trail = Trail(outer)
        try:
            yield trail
        finally:
            self.trail = outer
            trail.hand_over()

    def _doubt(self, first: list[Event], later: list[Event]) -> None:
        """Takes back what was certain in the first round of a loop, in a branch, and later is not.

        The branch may be met in a later round for the first time.
        """
        refused = [e for e in first if self.refused_at.get(id(e), 0) > self.forks + 1]
        if refused:
            accepted = {id(e.site) for e in later if not isinstance(e.outcome, Mismatch)}
            for event in refused:
                event.certain = event.certain and id(event.site) not in accepted

    repeating = 0  # > 0 in later rounds of a loop whose end is not known: nothing is certain there
    doubts = 0  # tests for shapes around what is run that could not be decided
    built = 0  # layers made and applied so far, with the tensors of a network
    forks = 0  # branches of unknown tests around what is run, one in another


def _both(a: Signal | None, b: Signal | None) -> Maybe | None:
    """How a block ends perhaps, where that is one of two ways; not to go round again is more."""
    ends = [end.signal if isinstance(end, Maybe) else end for end in (a, b) if end is not None]
    if not ends:
        return None
    return LEFT if BREAK in ends else Maybe(ends[0])


def _implied(value: Unknown | Size, truth: bool) -> tuple[Any, bool]:
    """The test behind an unknown value, and what it gives if the value is true (or not)."""
    key = operators.plain_truth_key(value)
    while key[0] == "not":
        key, truth = key[1], not truth
    return key, truth


def _parts(key: Any, truth: bool) -> Iterator[tuple[Any, bool]]:
    """A test that came out so, and those of its parts of which that says how they did."""
    while key[0] == "not":
        key, truth = key[1], not truth
    yield key, truth
    if key[0] == ("and" if truth else "or"):
        for part in key[1:]:
            yield from _parts(part, truth)


def _either(value: Any) -> tuple[Either, bool]:
    """What tells the branches of a test apart, and whether the first is where it holds."""
    if type(value) is Tensor and not value.symbolic:  # what an array holds, the same every time
        return Either(DIFFERS, ("truth", value)), True
    if not isinstance(value, Unknown):
        return Either(DIFFERS), True
    key, first_is_yes = _implied(value, True)
    return Either(value.why, key), first_is_yes


def _lost(value: Any) -> bool:
    """Whether a test is undecided because it could not be followed.

    What a user sets may go either way, and both branches are meant to run. What the program has
    settled may well go one way only: whether a model has an attribute, what a tensor holds.
    """
    if type(value) is Tensor:
        return True
    return isinstance(value, Unknown) and (
        value.why == operators.OF_A_TENSOR or value.why.endswith("is not followed")
    )


def _combined(operator: str, parts: list[bool | None]) -> bool | None:
    """`a and b`, `a or b` where some may not be known."""
    decisive = operator == "or"
    if decisive in parts:
        return decisive
    return None if None in parts else not decisive


def _is_unknown(key: Any) -> bool:
    return isinstance(key, tuple) and bool(key) and key[0] in ("unknown", "object")
