"""Values that depend on tests nobody knows: each alternative is kept, and none is forgotten."""

from __future__ import annotations

import itertools
import os
import textwrap
from collections.abc import Iterator
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from flake8_concat.analysis import Report, analyze
from flake8_concat.keras.graph import Tensor
from flake8_concat.shapes import Mismatch, Shape, leaves
from flake8_concat.trace.facts import Event
from flake8_concat.trace.source import Source
from flake8_concat.trace.tracer import trace

DRAWS = 40 * int(os.environ.get("FLAKE8_CONCAT_DRAWS", "1"))
FLAGS = ("a", "b", "c")


def check(body: str) -> Report:
    head = "import keras\nfrom keras import layers\n"
    return analyze(head + textwrap.dedent(body), "model.py")


def codes(body: str) -> list[tuple[int, str]]:
    return [(d.range.line - 2, d.code) for d in check(body).diagnostics]


def test_a_mistake_in_every_alternative_is_one() -> None:
    found = codes(
        """\
        def net(flag):
            x = keras.Input((64, 64, 3))
            if flag:
                y = layers.Conv2D(32, 3)(x)
            else:
                y = layers.Conv2D(32, 5)(x)
            return layers.Concatenate()([x, y])
        """
    )
    assert found == [(7, "CAT101")]


def test_a_mistake_in_one_alternative_is_none() -> None:
    assert not codes(
        """\
        def net(flag):
            x = keras.Input((64, 64, 3))
            y = layers.Conv2D(32, 3, padding="same" if flag else "valid")(x)
            return layers.Concatenate()([x, y])
        """
    )


def test_the_same_test_goes_the_same_way() -> None:
    assert not codes(
        """\
        def net(flag):
            x = keras.Input((64, 64, 3))
            y = layers.Conv2D(32, 3)(x)
            z = x
            if flag:
                y = layers.MaxPooling2D()(y)
                z = layers.MaxPooling2D()(layers.Conv2D(32, 3)(z))
            else:
                z = layers.Conv2D(8, 3)(z)
            w = layers.Concatenate()([y, z])
            skip = layers.Conv2D(4, 3)(x) if flag else None
            if skip is not None:
                w = layers.Concatenate()([w, layers.MaxPooling2D()(skip)])
            return w
        """
    )


def test_the_message_has_the_sizes_of_one_alternative() -> None:
    report = check(
        """\
        def net(kernel):
            x = keras.Input((64, 64, 3))
            k = 5 if kernel == "wide" else 3
            return layers.Add()([x, layers.Conv2D(3, k)(x)])
        """
    )
    (found,) = report.diagnostics
    assert "(None, 64, 64, 3)" in found.message
    assert "(None, 60, 60, 3)" in found.message


def test_shapes_list_the_alternatives() -> None:
    report = check(
        """\
        def net(wide):
            x = keras.Input((64, 64, 3))
            return layers.Conv2D(64 if wide else 32, 3)(x)
        """
    )
    row = report.shapes[-1]
    assert row.text == "(None, 62, 62, 64 or 32)"
    assert row.shape == (None, 62, 62, None)


def test_arguments_by_name_beside_alternatives() -> None:
    report = check(
        """\
        import numpy as np
        def net(flag):
            size = 64 if flag else 32
            a = np.array(size, dtype="int32")
            b = np.log2(size, bogus=1)
            c = round(size, ndigits=0)
            return layers.Dense(c)(layers.Dense(b)(layers.Dense(a)(keras.Input((3,)))))
        """
    )
    assert report.problem is None
    assert not report.diagnostics


def test_a_function_that_returns_early() -> None:
    found = codes(
        """\
        def pick(x, kind):
            if kind == "none":
                return x
            if kind == "pool":
                return layers.MaxPooling2D()(x)
            return layers.Conv2D(3, 3)(x)

        def net(kind):
            x = keras.Input((64, 64, 3))
            y = pick(x, kind)
            bad = layers.Concatenate()([y, keras.Input((10, 10, 3))])
            if kind == "pool":
                good = layers.Concatenate()([y, keras.Input((32, 32, 3))])
                bad = layers.Concatenate()([y, x])
        """
    )
    assert found == [(11, "CAT101"), (14, "CAT101")]


def test_a_loop_nobody_knows_the_length_of_leaves_no_alternatives() -> None:
    assert not codes(
        """\
        def net(depth):
            x = keras.Input((64, 64, 3))
            y = x
            for _ in range(depth):
                y = layers.Conv2D(3, 3)(y)
            return layers.Concatenate()([layers.Conv2D(3, 9)(x), y])
        """
    )


# --- every program, once with its tests unknown and once for each way they can go


def statement(draw: Any, depth: int, tensors: list[str]) -> list[str]:
    """A statement of a random program, as lines."""
    some = st.sampled_from(tensors)
    kind = draw(st.integers(0, 9 if depth < 3 else 5))
    if kind <= 1:
        name, size = draw(some), draw(st.sampled_from(["n", "3", "m"]))
        pad = draw(st.sampled_from(["'same'", "'valid'", "p"]))
        return [
            f"{draw(some)} = layers.Conv2D({size}, {draw(st.integers(1, 3))}, padding={pad})({name})"
        ]
    if kind == 2:
        return [f"{draw(some)} = layers.Concatenate(axis=-1)([{draw(some)}, {draw(some)}])"]
    if kind == 3:
        return [f"{draw(some)} = {draw(some)} + {draw(some)}"]
    if kind == 4:
        flag = draw(st.sampled_from(FLAGS))
        target, values = draw(st.sampled_from(["n", "m"])), draw(st.permutations([2, 3, 4]))
        return [f"{target} = {values[0]} if {flag} else {values[1]}"]
    if kind == 5:
        return [f"{draw(some)} = helper({draw(some)}, {draw(st.sampled_from(FLAGS))})"]
    test = draw(st.sampled_from([*FLAGS, "not a", "n == 3", "b == 'x'", "a and b", "m == 4"]))
    lines = [f"if {test}:", *indented(block(draw, depth + 1, tensors))]
    if draw(st.booleans()):
        lines += ["else:", *indented(block(draw, depth + 1, tensors))]
    return lines


def indented(lines: list[str]) -> list[str]:
    return ["    " + line for line in lines]


def block(draw: Any, depth: int, tensors: list[str]) -> list[str]:
    count = draw(st.integers(1, 3 if depth else 7))
    return [line for _ in range(count) for line in statement(draw, depth, tensors)]


HELPER = """\
import keras
from keras import layers

def helper(x, flag):
    if flag:
        x = layers.MaxPooling2D()(x)
        return x
    if flag == 'x':
        return layers.Conv2D(5, 3)(x)
    return x
"""


@st.composite
def programs(draw: Any) -> str:
    head = ["x = keras.Input((24, 24, 3))", "y, z, n, m, p = x, x, 3, 4, 'same'"]
    return "\n".join([*head, *block(draw, 0, ["x", "y", "z"])])


Place = tuple[int, ...]


def evaluations(program: str, parameters: str) -> list[tuple[Place, Event]]:
    """The calls of `net`, each with its line and the lines of the calls that led there."""
    body = "\n".join(indented(program.splitlines()))
    source = Source(f"{HELPER}\ndef net({parameters}):\n{body}\n", "model.py")
    found = []
    for event in trace(source).events:
        if event.kind not in ("call", "operator") or not isinstance(event.value, Tensor):
            continue
        lines, caller = [line_of(event.site)], event.caller
        while caller is not None:
            lines.append(line_of(caller.site))
            caller = caller.parent
        if lines[-1] >= HELPER.count("\n"):
            found.append((tuple(lines), event))
    return found


def line_of(site: Any) -> int:
    return int(site.source.range_of(site.node).line)


def run(program: str, values: tuple[Any, ...]) -> dict[Place, Event]:
    """What is evaluated for these values of the flags, up to where Keras raises."""
    parameters = ", ".join(f"{flag}={value!r}" for flag, value in zip(FLAGS, values, strict=True))
    reached: dict[Place, Event] = {}
    for place, event in evaluations(program, parameters):
        reached[place] = event
        if isinstance(event.outcome, Mismatch):
            break
    return reached


WORLDS = list(itertools.product((True, False), ("x", "yes", ""), (True, False)))


def disagreements(program: str) -> Iterator[str]:
    """What is said of a program with unknown flags and does not hold whatever they are.

    With "missed" in front: what holds and is not said.
    """
    worlds = [run(program, values) for values in WORLDS]
    for place, event in evaluations(program, ", ".join(FLAGS)):
        reached = [world[place] for world in worlds if place in world]
        refused = [isinstance(other.outcome, Mismatch) for other in reached]
        if isinstance(event.outcome, Mismatch) and event.certain:
            if not all(refused):
                yield f"line {place}: refused, but not always"
            continue
        if reached and all(refused):
            yield f"missed: line {place} is always refused"
        said = [tuple(shape) for shape in leaves(event.value.shape) if isinstance(shape, Shape)]
        for other in reached:
            shape = other.value.shape
            if said and isinstance(shape, Shape) and not isinstance(other.outcome, Mismatch):
                if not any(may_be(one, shape) for one in said):
                    yield f"line {place}: {said}, but may be {shape}"


def may_be(said: tuple[Any, ...], shape: Shape) -> bool:
    """Whether a shape is what was said of it, where sizes were said."""
    return len(said) == len(shape) and all(
        a == b or type(a) is not int for a, b in zip(said, shape, strict=True)
    )


@settings(max_examples=DRAWS, deadline=None, suppress_health_check=list(HealthCheck))
@given(programs())
def test_what_is_said_holds_whatever_the_tests_give(program: str) -> None:
    wrong = [line for line in disagreements(program) if not line.startswith("missed")]
    assert not wrong, f"{program}\n{wrong}"


def test_a_branch_of_a_loop_may_be_met_in_any_round() -> None:
    assert not codes(
        """\
        def read(sections):
            x, made = keras.Input((None, None, 3)), []
            for section in sections:
                if section == "flat":
                    x = layers.Flatten()(x)
                    x = layers.Dense(8)(x)
                elif section == "back":
                    x = made[-1]
                made.append(x)
            return x
        """
    )


def test_the_first_round_of_a_loop_comes_first() -> None:
    assert codes(
        """\
        def read(sections):
            x = keras.Input((None, None, 3))
            for section in sections:
                x = layers.Dense(8)(layers.Flatten()(x))
            return x
        """
    ) == [(4, "CAT124")]


def test_what_a_branch_makes_it_may_fill() -> None:
    found = codes(
        """\
        def parts_of(x, names):
            made = {name: layers.Dense(3)(x) for name in names}
            made["all"] = layers.Concatenate()(list(made.values()))
            return made

        def net(deep):
            x = keras.Input((64,))
            if deep:
                parts = [x]
                parts.append(layers.Dense(64)(x))
                named = {"left": x, "right": parts[1]}
            else:
                parts = []
                for _ in range(2):
                    parts.append(layers.Dense(64)(x))
                named = parts_of(x, "ab")
                return layers.Add()([x, named["all"]])
            y = layers.Add()([x, *parts])
            return layers.Add()([y, layers.Dense(5)(named["left"])])
        """
    )
    assert found == [(17, "CAT111"), (19, "CAT111")]


def test_what_branches_fill_is_there_behind_them() -> None:
    found = codes(
        """\
        def net(deep):
            x = keras.Input((64,))
            if deep:
                parts, named = [x], {"a": x, "b": x}
                parts.append(layers.Dense(8)(x))
            else:
                parts, named = [x], dict(a=x)
                named["b"] = layers.Dense(64)(x)
                parts += [layers.Dense(8)(x)]
            y = layers.Add()([named["a"], named["b"]])
            return layers.Add()([y, layers.Concatenate()(parts)])
        """
    )
    assert found == [(11, "CAT111")]


def test_what_was_there_before_a_branch_is_not_certain_behind_it() -> None:
    assert not codes(
        """\
        def net(deep):
            x = keras.Input((64,))
            parts = [x]
            inner = [parts]
            if deep:
                inner[0].append(layers.Dense(8)(x))
                made = [parts]
                made[0].append(x)
            return layers.Add()([x, layers.Concatenate()(parts)])
        """
    )
