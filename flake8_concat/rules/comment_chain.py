"""Comments that contradict each other, as the lines between them have it.

`x = tf.expand_dims(q, 1)  # (batch, units, 1)` where the line above says that q is (batch, units):
whatever the sizes are, the new axis is the second. And the one line among several alike whose
comment has the axes in another order.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, field

import libcst as cst

from flake8_concat import late
from flake8_concat.keras.graph import Tensor
from flake8_concat.rules.base import Finding, Place
from flake8_concat.rules.comment_told import AFTER, RESULT, named
from flake8_concat.rules.comments import Comment, Layout, Span, targets_of
from flake8_concat.rules.describe import code, short_code
from flake8_concat.rules.known_moves import MOVES, Move, Sizes, move_of, new_axes, plain_name
from flake8_concat.rules.names import Outline
from flake8_concat.rules.shape_text import ELLIPSIS, ShapeText, arrows, becomes, shapes_in
from flake8_concat.shapes import Shape
from flake8_concat.trace.facts import Facts

_OF_SHAPES = late.compiled(r"shape|size|dim", re.IGNORECASE)
_OF_ONE = late.compiled(r"_(?:[qkv]|query|key|value|\d+)$|(?<=[a-z])\d$")
_WORD = late.compiled(r"[A-Za-z_]\w*")
_ALIKE = 3  # lines that do the same


@dataclass(eq=False, slots=True)
class _Said:
    """A comment, its shape, and the sizes in it, as they can be compared.

    fits:  how many others it goes with
    """

    comment: Comment
    shape: ShapeText
    sizes: Sizes
    fits: int = 0
    clashes: list[_Clash] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The shape as it is written."""
        return self.comment.text[self.shape.start : self.shape.end]


@dataclass(eq=False, slots=True)
class _Clash:
    """What a line makes of what is said before it, and what is said of that line.

    doubtful:  that may be what goes in
    """

    before: tuple[_Said, ...]
    after: _Said
    wanted: Sizes
    value: cst.BaseExpression
    doubtful: bool


@dataclass(frozen=True, slots=True)
class _Fact:
    """The sizes of a name, the comments that say so, and how far in it was assigned.

    otherwise:  what they are if the comment speaks of what went in
    """

    sizes: Sizes
    said: tuple[_Said, ...]
    indent: int
    otherwise: Sizes | None = None


def chains(
    facts: Facts, shapes: Iterable[tuple[Comment, ShapeText]], right: Container[int]
) -> Iterator[Finding]:
    """The findings of a file, by the comments in it that say a shape and are not told already.

    right:  the lines of those that fit the traced shape, which are not to blame
    """
    said = {comment.line: (comment, shape) for comment, shape in shapes}
    if said and MOVES.search(facts.source.text):
        chain = _Chain(facts, Layout.of(facts.source), said)
        chain.follow()
        for clash in chain.clashes if chain.told >= chain.taken else ():
            if clash.doubtful and (not chain.told or len(chain.clashes) > 1):
                continue
            parts = [one for one in (clash.after, *clash.before) if one.comment.line not in right]
            worst = max(parts, key=lambda one: len(one.clashes) - one.fits, default=None)
            if worst is not None and worst.clashes[0] is clash:
                yield _finding(facts, worst, clash)
    ordered = list(_ordered(said.values()))
    if _one_is_odd([sizes for _, _, sizes in ordered]):
        yield from _odd_ones(facts, {one[0].line: one for one in ordered})


def _finding(facts: Facts, wrong: _Said, clash: _Clash) -> Finding:
    shown = ", ".join("?" if size is None else str(size) for size in clash.wanted)
    others = [one for one in (*clash.before, clash.after) if one is not wrong]
    code_is = short_code(clash.value)
    if not clash.before:
        why = f"{code_is} makes ({shown})"
    elif wrong is clash.after:
        why = f"{code_is} makes ({shown}) of what line {others[0].comment.line} says"
    else:
        why = (
            f"then {code_is} is ({shown}), and line {clash.after.comment.line} says "
            f"{clash.after.text}"
        )
    place = wrong.comment.range(wrong.shape.start, wrong.shape.end)
    return Finding(Place(facts.source, range=place), f"the comment says {wrong.text}, but {why}")


class _Chain:
    """Follows the lines of a file, with what the comments say of each name."""

    def __init__(
        self, facts: Facts, layout: Layout, said: dict[int, tuple[Comment, ShapeText]]
    ) -> None:
        self.layout, self.outline, self.said = layout, Outline.of(facts.source), said
        self.clashes: list[_Clash] = []
        self._places = {id(assign): place for assign, place in self.outline.assigns}
        self._arrays: dict[int, list[tuple[str, Sizes]]] = {}
        for one in facts.assignments:
            shape = getattr(one.value, "shape", None)
            if isinstance(one.value, Tensor) and isinstance(shape, Shape):
                if not one.value.symbolic and all(type(size) is int for size in shape):
                    sizes: Sizes = tuple(shape)  # type: ignore[arg-type]
                    self._arrays.setdefault(id(one.statement), []).append((one.name, sizes))
        self.told = 0  # comments that say what comes out, and not what goes in
        self.taken = 0  # those that say what goes in
        self._known: dict[str, _Fact] = {}
        self._later: tuple[str, str, tuple[Comment, ShapeText]] | None = None

    def follow(self) -> None:
        """Compares the comments of the whole file."""
        for span in self.layout.spans:
            indent = self.layout.indent(span)
            if isinstance(span.node, (cst.FunctionDef, cst.ClassDef)):
                self._known = {}
            self._known = {name: one for name, one in self._known.items() if one.indent <= indent}
            self._read_above(span, indent)
            body = span.node.body if isinstance(span.node, cst.SimpleStatementLine) else ()
            if len(body) == 1 and isinstance(body[0], cst.Assign) and len(body[0].targets) == 1:
                self._assigned(span, body[0], indent)
            else:
                for name in _targets(span):
                    self._known.pop(name, None)

    def _read_above(self, span: Span, indent: int) -> None:
        """What the comments above a line say of names that it does not assign."""
        for comment in self.layout.above(span):
            entry = self.said.get(comment.line)
            name = _named(*entry) if entry is not None else None
            sizes = _sizes(entry[1]) if entry is not None else None
            if entry is not None and sizes and name is not None and name not in _targets(span):
                self._known[name] = _Fact(sizes, (_Said(*entry, sizes),), indent)

    def _assigned(self, span: Span, assign: cst.Assign, indent: int) -> None:
        target = assign.targets[0].target
        move = move_of(assign.value, self.outline, self._places.get(id(assign)))
        if isinstance(assign.value, cst.Tuple) and not _OF_SHAPES.search(code(target)):
            move = None  # three numbers, whatever they are
        entry = self._beside(span, assign)
        sizes = _sizes(entry[1]) if entry is not None else None
        said = _Said(*entry, sizes) if entry is not None and sizes else None
        made = self._moved(move, entry[0] if entry is not None else None, indent)
        if said is not None and made is not None and move is not None:
            self._hold(said, made, move, assign.value)
        elif said is not None and said.shape.with_batch:
            ones = _in_their_places(said.sizes, new_axes(assign.value, self.outline))
            if ones is not None:
                self._clash(_Clash((), said, ones, assign.value, doubtful=False))
        for name in _targets(span):
            self._known.pop(name, None)
        for name, shape in self._arrays.get(id(span.node), ()):
            self._known[name] = _Fact(shape, (), indent)
        if isinstance(target, cst.Name) and said is not None:
            goes_in = move is not None and len(move.takes) == 1 and not said.shape.result
            otherwise = move.gives(said.sizes) if move is not None and goes_in else None
            self._known[target.value] = _Fact(said.sizes, (said,), indent, otherwise)
        elif isinstance(target, cst.Name) and made is not None and entry is None:
            self._known[target.value] = made[0]

    def _moved(
        self, move: Move | None, comment: Comment | None, indent: int
    ) -> tuple[_Fact, list[_Fact]] | None:
        """What a line makes of what is known, and that; None if it is not known."""
        if move is None:
            return None
        known = [self._known.get(name) for name in move.takes]
        if comment is not None and len(known) == 1:
            known[0] = _before_the_arrow(comment, indent) or known[0]
        given = [one for one in known if one is not None]
        sizes = move.gives(*(one.sizes for one in given)) if len(given) == len(known) else None
        if sizes is None:
            return None
        before = tuple({id(one): one for fact in given for one in fact.said}.values())
        return _Fact(sizes, before, indent), given

    def _hold(
        self, said: _Said, made: tuple[_Fact, list[_Fact]], move: Move, value: cst.BaseExpression
    ) -> None:
        """Holds a comment against what its line makes of what is known."""
        (fact, given), wanted = made, made[0].sizes
        if move.numbers:
            wanted = _as_said(said.sizes, wanted, move.numbers)
        if any(said.sizes == one.otherwise for one in given):
            self.taken += said.sizes != wanted
        else:
            self._compare(fact.said, said, wanted, value, [one.sizes for one in given])

    def _compare(
        self,
        before: tuple[_Said, ...],
        said: _Said,
        wanted: Sizes,
        value: cst.BaseExpression,
        given: list[Sizes],
    ) -> None:
        if _same(said.sizes, wanted):
            told = not any(_same(said.sizes, sizes) for sizes in given)
            self.told += told
            for one in (*before, said):
                one.fits += told
        elif _contradicts(said, wanted, given):
            taken = any(_same(said.sizes, sizes) for sizes in given)
            words = said.comment.text[: said.shape.start]
            told = said.shape.result or bool(RESULT.search(words))
            self._clash(_Clash(before, said, wanted, value, taken and not told))

    def _clash(self, clash: _Clash) -> None:
        self.clashes.append(clash)
        for one in (*clash.before, clash.after):
            one.clashes.append(clash)

    def _beside(self, span: Span, assign: cst.Assign) -> tuple[Comment, ShapeText] | None:
        """The comment that says what a line gives: at its end, or right above it by its name."""
        entry = self.said.get(span.last)
        if entry is not None and not entry[0].own_line:
            return entry
        above = [self.said[c.line] for c in self.layout.above(span) if c.line in self.said]
        if not above and self._later is None:
            return None
        written = code(assign.value).lower()
        targets = _targets(span)
        about = [one for one in above if _named(*one) in targets]
        entry = about[-1] if about else above[-1] if above else None
        name = _named(*entry) if entry is not None else None
        if entry is None and self._later is not None:
            name, what, later = self._later
            if name in targets and what in written:
                self._later = None
                return later
        if entry is None or name is None or name not in targets:
            if entry is None or _way(entry[0]) is None or self._goes_on(span, entry[1]):
                return None
            return entry
        words = entry[0].text[: entry[1].start]
        after = AFTER.search(words)
        if after is not None and after["what"] not in written:
            self._later = name, after["what"], entry
            return None
        told = RESULT.search(words) is not None or name not in _WORD.findall(written)
        return entry if told else None

    def _goes_on(self, span: Span, shape: ShapeText) -> bool:
        """Whether what a comment above a line says comes out may be what the line below gives.

        That gives the same name something else, or the same is said at its end.
        """
        below = self.layout.next_after(span.last)
        if below is None or below.first > span.last + 1:
            return False
        entry = self.said.get(below.last)
        if entry is not None and not entry[0].own_line and _sizes(entry[1]) == _sizes(shape):
            return True
        return not _targets(below).isdisjoint(_targets(span))


def _way(comment: Comment) -> tuple[ShapeText, ShapeText] | None:
    """What goes in and what comes out: `(batch, units) -> (batch, 1, units)`, or `… to …`."""
    found = shapes_in(comment.text)
    way = becomes(comment.text, found) or (len(found) == 2 and arrows(comment.text) == 1)
    return (found[0], found[1]) if way else None


def _before_the_arrow(comment: Comment, indent: int) -> _Fact | None:
    way = _way(comment)
    sizes = _sizes(way[0]) if way is not None else None
    return _Fact(sizes, (_Said(comment, way[0], sizes),), indent) if way and sizes else None


def _targets(span: Span) -> set[str]:
    """The names that a line may change."""
    loop = [span.node.target] if isinstance(span.node, cst.For) else []
    return {word for target in loop + targets_of(span) for word in _WORD.findall(code(target))}


def _named(comment: Comment, shape: ShapeText) -> str | None:
    """The name that a comment on a line of its own says its shape of."""
    return named(comment, shape) if comment.own_line else None


def _sizes(shape: ShapeText) -> Sizes | None:
    """The sizes of a text, names in one way of writing; None where they can't be compared."""
    if shape.plane or any(dim.value == ELLIPSIS for dim in shape.dims):
        return None
    return tuple(
        plain_name(dim.value) if isinstance(dim.value, str) else dim.value for dim in shape.dims
    )


def _in_their_places(said: Sizes, axes: tuple[int, ...]) -> Sizes | None:
    """The sizes with those of size 1 where a line has them; None if they are, or others."""
    places = {axis % len(said) for axis in axes if -len(said) <= axis < len(said)}
    rest = [size for size in said if size != 1]
    if not places or len(said) < _ALIKE or len(rest) + len(places) != len(said):
        return None
    left = iter(rest)
    found = tuple(1 if at in places else next(left) for at in range(len(said)))
    return found if found != said else None


def _as_said(said: Sizes, names: Sizes, numbers: Sizes) -> Sizes:
    """The sizes of a line, each as a number where the comment has one there."""
    if len(said) != len(names):
        return names
    return tuple(
        value if type(told) is int and value is not None else name
        for told, name, value in zip(said, names, numbers, strict=True)
    )


def _same(one: Sizes, other: Sizes) -> bool:
    """Whether two lists of sizes may be the same: a name may be any number, but no other name.

    Where each size stands in both, the names are what they are.
    """
    either = Counter(one) != Counter(other)
    return len(one) == len(other) and all(
        a == b or a is None or b is None or (either and isinstance(a, str) != isinstance(b, str))
        for a, b in zip(one, other, strict=True)
    )


def _contradicts(said: _Said, wanted: Sizes, given: list[Sizes]) -> bool:
    """Whether it is another order of the same sizes, or has more or fewer axes, with a batch.

    Or another one of the sizes that go in, each of which has a name of its own.
    """
    if len(said.sizes) == len(wanted):
        if not given and (_one_other(said.sizes, wanted) or _moved(said.sizes, wanted)):
            return True
        if not given and None in wanted:  # the same, but for what is left open
            pairs = [pair for pair in zip(said.sizes, wanted, strict=True) if pair[1] is not None]
            one, other = zip(*pairs, strict=True) if len(pairs) > 1 else ((), ())
            return one != other and Counter(one) == Counter(other)
        counted = len(wanted) == _FLAT or _one_other(said.sizes, wanted)
        if given and counted and said.shape.with_batch and _in_one_number(said.sizes, wanted):
            return True
        apart = len(given) == 1 and len(set(given[0])) == len(given[0])
        others = apart and None not in said.sizes and {*said.sizes} <= {*given[0], 1}
        return others or Counter(said.sizes) == Counter(wanted)
    return said.shape.with_batch and said.sizes[0] == wanted[0] and wanted[0] is not None


def _one_other(said: Sizes, wanted: Sizes) -> bool:
    """Whether one number is another one than the line has there, and all else is the same."""
    pairs = list(zip(said, wanted, strict=True))
    same = sum(a == b for a, b in pairs)
    wrong = [(a, b) for a, b in pairs if type(a) is int and type(b) is int and a != b]
    return len(wrong) == 1 < same and all(
        a == b or (at == 0 and (a is None or b is None or isinstance(b, str)))
        for at, (a, b) in enumerate(pairs)
        if (a, b) != wrong[0]
    )


_FLAT = 2  # sizes of what is flat


def _in_one_number(said: Sizes, wanted: Sizes) -> bool:
    """Whether all but one size is the same, and that one two numbers."""
    wrong = [(a, b) for a, b in zip(said, wanted, strict=True) if a != b]
    return len(wrong) == 1 and all(type(size) is int for size in wrong[0])


def _moved(said: Sizes, wanted: Sizes) -> bool:
    """Whether a name stands in another place than in the line: of sizes of which not all are."""
    both = [size for size in said if isinstance(size, str) and size in wanted]
    apart = len(set(said)) == len(said) and all(wanted.count(size) == 1 for size in both)
    return apart and any(said.index(size) != wanted.index(size) for size in both)


def _ordered(
    said: Iterable[tuple[Comment, ShapeText]],
) -> Iterator[tuple[Comment, ShapeText, Sizes]]:
    """The comments at the ends of lines that say enough sizes to have an order, and these.

    `seq_len_q` and `seq_len_k` are one size.
    """
    for comment, shape in said:
        sizes = None if comment.own_line else _sizes(shape)
        if sizes and len(sizes) >= _ALIKE:
            plain = (_OF_ONE.sub("", size) if isinstance(size, str) else size for size in sizes)
            yield comment, shape, tuple(plain)


def _one_is_odd(all_sizes: Iterable[Sizes]) -> bool:
    """Whether some have the sizes of others in another order, and there are enough of them."""
    orders = defaultdict[Sizes, list[Sizes]](list)
    for sizes in all_sizes:
        orders[tuple(sorted(sizes, key=repr))].append(sizes)
    return any(len(lines) >= _ALIKE and len({*lines}) > 1 for lines in orders.values())


def _odd_ones(
    facts: Facts, ordered: dict[int, tuple[Comment, ShapeText, Sizes]]
) -> Iterator[Finding]:
    """The one line among several alike whose comment has the sizes in another order."""
    groups: defaultdict[tuple[int, str, str], list[tuple[Comment, ShapeText, Sizes]]]
    groups = defaultdict(list)
    function = 0
    for span in Layout.of(facts.source).spans:
        function += isinstance(span.node, cst.FunctionDef)
        entry = ordered.get(span.last)
        if entry is None or not isinstance(span.node, cst.SimpleStatementLine):
            continue
        part = span.node.body[0]
        call = part.value if isinstance(part, cst.Assign) else None
        if isinstance(call, cst.Call) and call.args:
            rest = ", ".join(code(arg.value) for arg in call.args[1:])
            groups[function, code(call.func), rest].append(entry)
    for lines in groups.values():
        orders = Counter(sizes for _, _, sizes in lines)
        if len(lines) < _ALIKE or len(orders) != 2:
            continue
        (usual, _), (odd, once) = orders.most_common()
        if once > 1 or Counter(odd) != Counter(usual):
            continue
        for comment, shape, sizes in lines:
            if sizes == odd:
                text = comment.text[shape.start : shape.end]
                other = next(line[0].line for line in lines if line[2] == usual)
                place = comment.range(shape.start, shape.end)
                message = (
                    f"the comment says {text}; of the same call, line {other} has the axes in "
                    f"another order"
                )
                yield Finding(Place(facts.source, range=place), message)
