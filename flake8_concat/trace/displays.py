"""Compiles what makes strings and containers: displays, f-strings, comprehensions."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from collections.abc import Iterator as IteratorOf
from itertools import islice
from typing import TYPE_CHECKING, Any

import libcst as cst

from flake8_concat import syntax
from flake8_concat.keras.graph import Tensor
from flake8_concat.shapes import Lose, Unknown
from flake8_concat.trace.facts import Site
from flake8_concat.trace.key_orders import follow
from flake8_concat.trace.library import arithmetic
from flake8_concat.trace.library.iterating import each
from flake8_concat.trace.library.keys import distinct, put
from flake8_concat.trace.library.objects import Iterator
from flake8_concat.trace.symbolic_values import FORMATTED, LOOP, OF_ONE_THING
from flake8_concat.trace.values import Dict, List, Raised, Scope, Set, is_small, perhaps_absent

if TYPE_CHECKING:
    from flake8_concat.trace.tracer import Tracer

Run = Callable[[Scope], Any]
PARTS_A_STEP = 50  # of a display
SHORT = 500  # characters of what is put together without a count


class Displays:
    """The part of the compiler that makes strings and containers."""

    tracer: Tracer
    constants: dict[Run, Any]
    in_class = False  # whether what is compiled stands in the body of a class itself

    def expression(self, node: cst.BaseExpression) -> Run:
        """The function that evaluates a node; see expressions.py."""
        raise NotImplementedError

    def constant(self, value: Any) -> Run:
        """A function that gives the same value always; see expressions.py."""
        raise NotImplementedError

    def target(self, node: cst.BaseExpression) -> Callable[[Scope, Any], None]:
        """The function that assigns to a node; see statements.py."""
        raise NotImplementedError

    def site(self, node: cst.BaseExpression) -> Site:
        """The Site of a node that is being compiled; see expressions.py."""
        raise NotImplementedError

    # -- strings ------------------------------------------------------------------------------
    def concatenated_string(self, node: cst.ConcatenatedString) -> Run:
        parts: list[Run] = []
        rest: cst.BaseExpression = node
        while type(rest) is cst.ConcatenatedString:
            parts.append(self.expression(rest.left))
            rest = rest.right
        parts.append(self.expression(rest))
        if all(part in self.constants for part in parts):
            values = [self.constants[part] for part in parts]
            if all(isinstance(v, str) for v in values) or all(isinstance(v, bytes) for v in values):
                return self.constant(values[0][:0].join(values))
        return self._joined(parts)

    def formatted_string(self, node: Any) -> Run:
        return self._joined([self._string_part(part) for part in node.parts])

    def _joined(self, parts: list[Run]) -> Run:
        tracer = self.tracer
        given = [self.constants.get(part, "") for part in parts]
        asked = [(at, part) for at, part in enumerate(parts) if part not in self.constants]

        def run(scope: Scope) -> Any:
            texts = given.copy()
            for at, part in asked:
                texts[at] = part(scope)
            try:
                whole = "".join(texts)
            except TypeError:  # not all are strings; where they are, to ask each takes longer
                for text in texts:
                    if isinstance(text, Unknown):
                        return Unknown(text.why)
                return Unknown("a string whose parts are not known")
            return whole if len(whole) < SHORT else tracer.made(whole)

        return run

    def _string_part(self, part: Any) -> Run:
        if type(part) is cst.FormattedStringText:
            text = part.value.replace("{{", "{").replace("}}", "}")
            if "\\" in text:
                try:
                    quoted = text.replace('"', '\\"').replace("\n", "\\n")
                    text = syntax.literal(f'"{quoted}"')
                except (ValueError, SyntaxError):
                    return self.constant(Unknown("a string that Python does not read"))
            return self.constant(text)
        if not hasattr(part, "expression"):
            return self.constant(Unknown("a string part that is not followed"))
        if part.equal is not None:
            return self.constant(Unknown("a string that spells out an expression"))
        value = self.expression(part.expression)
        conversion = part.conversion
        spec = (
            self._joined([self._string_part(p) for p in part.format_spec])
            if part.format_spec
            else None
        )
        tracer, site = self.tracer, self.site(part.expression)

        plain = conversion is None and spec is None

        def run(scope: Scope) -> Any:
            given = value(scope)
            if plain and (type(given) is int or type(given) is str):
                return str(given)
            form = spec(scope) if spec is not None else ""
            if type(given) is Tensor and form and conversion is None:
                tracer.no_value(given, site, FORMATTED)
            for piece in (given, form):
                if isinstance(piece, Unknown):
                    return Unknown(piece.why)
            return tracer.guarded(arithmetic.format_value, given, conversion, form)

        return run

    # -- containers ---------------------------------------------------------------------------
    def _elements(self, elements: Sequence[Any]) -> Callable[[Scope], list[Any] | Unknown]:
        """The items of a display; an Unknown if a starred one has unknown items."""
        runs = [(self.expression(e.value), type(e) is cst.StarredElement) for e in elements]
        plain = [run for run, starred in runs if not starred]
        tracer, cost = self.tracer, len(runs) // PARTS_A_STEP
        if len(plain) == len(runs) and not cost:
            return lambda scope: [run(scope) for run in plain]

        def items(scope: Scope) -> list[Any] | Unknown:
            tracer.step(cost)
            out: list[Any] = []
            for run, starred in runs:
                value = run(scope)
                if not starred:
                    out.append(value)
                    continue
                try:
                    out.extend(tracer.items(value))
                except Lose as lost:
                    return lost.unknown
            return out

        return items

    def tuple_(self, node: cst.Tuple) -> Run:
        if node.elements and not any(type(e) is cst.StarredElement for e in node.elements):
            compiled = [self.expression(e.value) for e in node.elements]
            if all(c in self.constants for c in compiled):
                return self.constant(tuple(self.constants[c] for c in compiled))
            if len(compiled) < PARTS_A_STEP:
                return lambda scope: _tuple([c(scope) for c in compiled])
        items = self._elements(node.elements)

        def run(scope: Scope) -> Any:
            found = items(scope)
            return found if isinstance(found, Unknown) else _tuple(found)

        return run

    def list_(self, node: cst.List) -> Run:
        tracer, items = self.tracer, self._elements(node.elements)

        def run(scope: Scope) -> Any:
            found = items(scope)
            if isinstance(found, Unknown):
                made = List()
                made.blur = found
                return made
            return tracer.born(List(found))

        return run

    def set_(self, node: cst.Set) -> Run:
        items = self._elements(node.elements)

        def run(scope: Scope) -> Any:
            found = items(scope)
            if isinstance(found, Unknown):
                return found
            return _set(found)

        return run

    def dict_(self, node: cst.Dict) -> Run:
        pairs: list[tuple[Run | None, Run]] = [
            (
                self.expression(e.key) if type(e) is cst.DictElement else None,
                self.expression(e.value),
            )
            for e in node.elements
        ]
        tracer, cost = self.tracer, len(pairs) // PARTS_A_STEP

        def run(scope: Scope) -> Any:
            tracer.step(cost)
            made = tracer.born(Dict())
            for run_key, run_value in pairs:
                if run_key is not None:
                    tracer.store_item(made, run_key(scope), run_value(scope))
                    continue
                given = run_value(scope)
                if isinstance(given, dict) and getattr(given, "blur", None) is None:
                    follow(made, given)
                    if made and perhaps_absent(given) is not None:
                        for key, value in given.items():
                            put(made, key, value)
                    else:
                        made.update(tracer.made(given))
                else:
                    made.blur = Unknown("built with `**` from something that is not known")
            return made

        return run

    # -- comprehensions -----------------------------------------------------------------------
    def comprehension(self, node: Any) -> Run:
        is_dict = type(node) is cst.DictComp
        element = self.expression(node.key if is_dict else node.elt)
        second = self.expression(node.value) if is_dict else None
        clauses: list[tuple[Any, Run, list[Run]]] = []
        clause = node.for_in
        while clause is not None:
            clauses.append(
                (
                    self.target(clause.target),
                    self.expression(clause.iter),
                    [self.expression(i.test) for i in clause.ifs],
                )
            )
            clause = clause.inner_for_in
        tracer, kind, site = self.tracer, type(node), self.site(node.for_in.iter)
        in_class, lazy = self.in_class, kind is cst.GeneratorExp

        def run(scope: Scope) -> Any:
            # of the names of a class it sees none, but where its first items come from
            inner = tracer.born(Scope(around(scope) if in_class else scope, scope.module))
            inner.declared = COMPREHENSION

            def taken(depth: int) -> Iterable[Any]:
                value = clauses[depth][1](inner if depth else scope)
                if type(value) in OF_ONE_THING:
                    tracer.no_value(value, site, LOOP)
                return each(tracer, value) if lazy else tracer.items(value)

            def walk(depth: int, items: Iterable[Any]) -> IteratorOf[Any]:
                assign, _, tests = clauses[depth]
                for item in items:
                    if tests:
                        tracer.step()
                    assign(inner, item)
                    for test in tests:
                        truth = tracer.decide(test(inner))
                        if truth is None:
                            raise Lose("a comprehension whose `if` is not known")
                        if not truth:
                            break
                    else:
                        if depth + 1 < len(clauses):
                            yield from walk(depth + 1, taken(depth + 1))
                            continue
                        tracer.step()
                        yield (
                            (element(inner), second(inner))
                            if second is not None
                            else element(inner)
                        )

            try:
                walked = walk(0, taken(0))
                if lazy:
                    return Iterator([], walked)
                made = list(islice(walked, tracer.budget.items + 1))
                if len(made) > tracer.budget.items:
                    raise Lose("a comprehension that makes too much")
            except Lose as lost:
                tracer.blur_changed(node, inner, lost.unknown)
                return _blurred(kind, lost.unknown)
            if kind is cst.DictComp:
                result = tracer.born(Dict())
                for key, value in made:
                    tracer.store_item(result, key, value)
                return result
            if kind is cst.SetComp:
                return _set(made)
            return tracer.born(List(made))

        return run


# In the `declared` of a comprehension's scope: a walrus inside binds outside.
COMPREHENSION: dict[str, Scope] = {}


def around(scope: Scope) -> Scope:
    """What the methods of a class see of its scope: none of its names, what is around it."""
    if scope.declared is COMPREHENSION or scope.parent is None:
        return scope
    return scope.parent


def _blurred(kind: type, why: Unknown) -> Any:
    if kind is cst.ListComp:
        made: Any = List()
    elif kind is cst.GeneratorExp:
        made = Iterator([])
    elif kind is cst.DictComp:
        made = Dict()
    else:
        return why
    made.blur = why
    return made


def _set(items: list[Any]) -> Any:
    try:
        return Set(distinct(items))
    except Raised:
        return Unknown("a set of things that can't be in one")
    except Lose as lost:
        return lost.unknown


def _tuple(items: list[Any]) -> Any:
    """A tuple; an Unknown where it would nest so much that even to hash it takes forever."""
    for item in items:
        if type(item) is tuple and not is_small(items):
            return Unknown("a structure too large to follow")
    return tuple(items)
