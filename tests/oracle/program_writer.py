"""Writes programs, each statement tried on real Keras as it is written.

A Scope holds lines and the values that their names have by now. What Keras refuses is left out
again, so that nearly all of a program runs; the body of a loop, branch or function is written in a
scope of its own (`fork`), with the values of its first round, and tried as a whole after that.
What kinds of statements there are stands in program_parts.py.
"""

from __future__ import annotations

import ast
import random
from collections.abc import Callable
from typing import Any

import keras
from program_judge import NAME, quiet
from program_lines import ANY, BY_RANK, CHOICES, HELPERS, SIZES, WORDS

HEAD = """\
import dataclasses
import functools
import keras
import numpy as np
from keras import layers, ops
"""
FUNCTIONS = ["block", "stage", "head", "stem", "unit", "mix", "tail", "encode", "refine", "step"]


class Fields(dict[str, Any]):
    """The values of a line's fields: a tensor's name, or a number drawn each time it is read."""

    def __init__(self, scope: Scope, **fixed: Any) -> None:
        super().__init__(fixed)
        self.scope = scope

    def __missing__(self, name: str) -> Any:
        value = self.scope.rng.choice(CHOICES[name])
        if type(value) is not int or name == "axis":
            return value
        return self.scope.number(value)


class Scope:
    """Lines of one block, and what their names stand for."""

    def __init__(self, writer: Writer, space: dict[str, Any], depth: int = 0) -> None:
        self.writer, self.rng, self.space = writer, writer.rng, space
        self.depth = depth
        self.lines: list[str] = []

    def fork(self) -> Scope:
        """A scope for a block inside this one: what is tried there changes nothing here."""
        return Scope(self.writer, copied(self.space), self.depth + 1)

    def try_(self, text: str) -> bool:
        """Adds lines if Keras takes them."""
        before = copied(self.space)
        try:
            with quiet():
                exec(compile(text, NAME, "exec"), self.space)  # our own text
        except Exception:
            self.space.clear()
            self.space.update(before)
            return False
        self.lines += text.rstrip("\n").split("\n")
        return True

    def value(self, text: str) -> Any:
        """What an expression stands for here, None if that can't be said."""
        try:
            return eval(text, self.space)  # our own text
        except Exception:
            return None

    def shape(self, name: str) -> tuple[int | None, ...]:
        """The shape of a tensor."""
        return tuple(self.space[name].shape)

    @property
    def tensors(self) -> list[str]:
        """The names of tensors, the newest last."""
        return [n for n, v in self.space.items() if isinstance(v, keras.KerasTensor)]

    def pick(self, rank: int | None = None) -> str:
        """A tensor, rather a new one."""
        found = [n for n in self.tensors if rank in (None, len(self.shape(n)))]
        found = found or self.tensors
        return self.rng.choice(found[-4:] if self.rng.random() < 0.8 else found)

    def partner(self, x: str) -> str:
        """A tensor that may go well with another one."""
        alike = [n for n in self.tensors if len(self.shape(n)) == len(self.shape(x))]
        close = [n for n in alike if self.shape(n)[:-1] == self.shape(x)[:-1] and n != x]
        return self.rng.choice(close if close and self.rng.random() < 0.8 else alike)

    def sources(self, x: str) -> str:
        """The Inputs behind a tensor, by name where they all have one."""
        found, names = inputs_of(self.space[x]), []
        for tensor in found:
            names += [n for n in self.tensors if self.space[n] is tensor][:1]
        if len(names) == len(found):
            return f"[{', '.join(names)}]"
        return f"keras.utils.get_source_inputs({x})"

    def number(self, value: int) -> str:
        """An expression for a small number: this one, or another that the program has."""
        if self.rng.random() < 0.65:
            return str(value)
        names = [n for n, v in self.space.items() if type(v) is int and n[0] != "_"]
        texts = [f"{a} // {b}" for a in names for b in (2, 4)] + names * 3
        texts += [f"{a} * 2" for a in names] + [f"{a} + 1" for a in names]
        texts += [f"{value} * 2", f"2 ** {value.bit_length()}", f"int({value} * 1.5)"]
        texts += [f"max({value}, {a})" for a in names]
        texts += [f"CONFIG['{k}']" for k in self.space.get("CONFIG", ())]
        text = self.rng.choice(texts)
        found = self.value(text)
        return text if type(found) is int and 1 <= found <= 64 else str(value)

    def flag(self) -> str:
        """A condition."""
        x, rng = self.pick(), self.rng
        texts = ["True", "False", f"{self.number(3)} > {self.number(3)}", f"{x}.shape[-1] > 8"]
        texts += [n for n, v in self.space.items() if type(v) is bool]
        texts += [f"len({x}.shape) == {len(self.shape(x))}", f"{x}.shape[-1] % 2 == 0"]
        texts += [f"{self.number(2)} in (2, 4, 8)", f"not {self.number(1)} == 1"]
        texts += [f"{x}.shape[1] is None", f"isinstance({self.number(3)}, int)"]
        texts += [f"{n} is not None" for n, v in self.space.items() if v is None]
        return rng.choice(texts)

    def expression(self, x: str) -> str:
        """A layer or a function called on a tensor."""
        rank, rng = len(self.shape(x)), self.rng
        axes = [str(axis) for axis in rng.sample(range(1, rank), max(rank - 1, 0))]
        fields = Fields(
            self, x=x, y=self.partner(x), z=self.partner(x), perm=", ".join(axes),
            ones=", ".join("1" * (rank - 1)), most=rank - 1,
        )  # fmt: skip
        line = rng.choice(BY_RANK.get(rank, ANY) if rng.random() < 0.7 else ANY)
        return line.format_map(fields)

    def line(self, x: str, target: str = "") -> str:
        """One statement `target = layer(x)`; the name of what came out, x where nothing did."""
        for _ in range(4):
            name = target or (x if self.rng.random() < 0.4 else self.writer.name())
            before = copied(self.space)
            if not self.try_(f"{name} = {self.expression(x)}"):
                continue
            if sound(self.space[name]):
                return name
            self.lines.pop()
            self.space.clear()
            self.space.update(before)
        return x

    def block(self, x: str, count: int, *, carry: str = "") -> str:
        """Some statements on a tensor; the name of the last one, `carry` if that is given."""
        for _ in range(count):
            if x not in self.space:
                x = self.pick()
            x = self.writer.statement(self, x)
        if carry and x != carry:
            self.try_(f"{carry} = {x}")
        return carry or x

    def code(self, indent: int = 4) -> str:
        """The lines of this scope, to stand in another."""
        return "\n".join(" " * indent + line for line in self.lines) or " " * indent + "pass"


def inputs_of(tensor: Any) -> list[Any]:
    """The Inputs behind a tensor. Keras' own function takes exponential time."""
    found, todo, seen = [], [tensor], set()
    while todo:
        tensor = todo.pop()
        if id(tensor) in seen:
            continue
        seen.add(id(tensor))
        history = tensor._keras_history
        node = history.operation._inbound_nodes[history.node_index] if history.operation else None
        if node is None or not node.input_tensors:
            found.append(tensor)
        else:
            todo += node.input_tensors
    return found[::-1]


def sound(value: Any) -> bool:
    """Whether a value is a tensor of sizes that one can go on with."""
    return (
        isinstance(value, keras.KerasTensor)
        and len(value.shape) > 1
        and all(size is None or 0 < size < 4096 for size in value.shape)
    )


def copied(space: dict[str, Any]) -> dict[str, Any]:
    """The names and values; lists and dicts are other ones."""
    return {n: v.copy() if type(v) in (list, dict) else v for n, v in space.items()}


Part = Callable[[Scope, str], "str | None"]
PARTS: dict[str, tuple[float, Part]] = {}  # kinds of statements, and how often each is wanted


def part(weight: float) -> Callable[[Part], Part]:
    """Marks a kind of statement: given a scope and a tensor, it says which tensor is next."""

    def added(function: Part) -> Part:
        PARTS[function.__name__] = weight, function
        return function

    return added


class Writer:
    """One program."""

    def __init__(self, seed: int) -> None:
        self.rng = random.Random(seed)
        self.count = 0
        self.functions: list[tuple[str, int]] = []  # of one tensor, and the rank it has
        self.budget = self.rng.choice([4, 8, 12, 12, 20, 20, 30, 60])
        space: dict[str, Any] = {"__name__": "program"}
        exec("\n".join([HEAD, *HELPERS]), space)
        self.hidden = set(space)
        self.top = Scope(self, space)

    def name(self, words: list[str] = WORDS) -> str:
        """A new name."""
        self.count += 1
        return f"{self.rng.choice(words)}{self.count}"

    def statement(self, scope: Scope, x: str) -> str:
        """The next statement; the tensor to go on with."""
        if self.budget <= 0 or scope.depth > 3 or self.rng.random() < 0.4:
            return scope.line(x)
        self.budget -= 1
        weights, parts = zip(*PARTS.values(), strict=True)
        part = self.rng.choices(parts, weights)[0]
        new = part(scope, x) or x
        return new if isinstance(scope.space.get(new), keras.KerasTensor) else x

    def write(self) -> str:
        """The program's text."""
        scope, rng = self.top, self.rng
        start(scope)
        x = scope.pick()
        while self.budget > 0:
            self.budget -= 1
            x = self.statement(
                scope, x if x in scope.space and rng.random() < 0.7 else scope.pick()
            )
        finish(scope, x)
        lines = "\n".join(scope.lines)
        used = {n.id for n in ast.walk(ast.parse(lines)) if isinstance(n, ast.Name)}
        helpers = [text for text in HELPERS if ast.parse(text).body[0].name in used]  # type: ignore[attr-defined]
        return "\n".join([HEAD, *helpers, lines, ""])


def start(scope: Scope) -> None:
    """Settings and Inputs."""
    rng = scope.rng
    settings = {
        "WIDTH": rng.choice([4, 8, 16]), "DEPTH": rng.choice([1, 2, 3]), "USE_NORM": rng.random() < 0.5,
        "HEADS": rng.choice([1, 2, 4]), "EXTRA": rng.choice([None, 8]),
    }  # fmt: skip
    for name in rng.sample(sorted(settings), rng.randint(0, 4)):
        scope.try_(f"{name} = {settings[name]!r}")
    if rng.random() < 0.4:
        scope.try_(
            f"CONFIG = dict(filters={rng.choice([4, 8])}, kernel={rng.choice([1, 3])}, rate=2)"
        )
    if rng.random() < 0.2:
        fields = f"    width: int = {rng.choice([4, 8, 12])}\n    norm: bool = {rng.random() < 0.5}"
        scope.try_(
            f"@dataclasses.dataclass\nclass Options:\n{fields}\n    sizes: tuple = (8, 16)\n"
        )
        scope.try_(f"options = Options(width={rng.choice([4, 8])})")
        scope.try_("width, norm = options.width, options.norm")
    for _ in range(rng.randint(1, 3)):
        rank = rng.choice([1, 2, 2, 3, 3, 3, 3, 4])
        if rank == 3 and rng.random() < 0.7:
            side = rng.choice([16, 32, 32, 24, 15, None, 64])
            sizes: tuple[Any, ...] = (side, side, rng.choice([1, 3, 8, 8, 16]))
        else:
            sizes = tuple(rng.choice(SIZES) for _ in range(rank))
        name = scope.writer.name(["image", "inputs", "tokens", "x"])
        named = f", name='{name}'" if rng.random() < 0.3 else ""
        if rng.random() < 0.2 and scope.try_(f"SHAPE{scope.writer.count} = {sizes}"):
            scope.try_(f"{name} = keras.Input(shape=SHAPE{scope.writer.count}{named})")
        else:
            scope.try_(f"{name} = keras.Input({sizes}{named})")


def finish(scope: Scope, x: str) -> None:
    """The model of the whole, and mostly its use."""
    if x not in scope.space:
        x = scope.pick()
    if not scope.try_(f"sources = {scope.sources(x)}"):
        return
    if scope.try_(f"model = keras.Model(sources, {x})") and scope.rng.random() < 0.5:
        sizes = [tuple(tensor.shape[1:]) for tensor in scope.space["sources"]]
        again = [f"keras.Input({other_image(scope.rng, size)})" for size in sizes]
        scope.try_(f"again = model([{', '.join(again)}])")


def other_image(rng: random.Random, sizes: tuple[int | None, ...]) -> tuple[int | None, ...]:
    """The sizes of an Input, now and then with another height and width."""
    if len(sizes) == 3 and rng.random() < 0.4:
        return (rng.choice([24, 32, 40, None]), rng.choice([16, 32, None]), sizes[2])
    return sizes
