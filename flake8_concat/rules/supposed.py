"""What the text of a file supposes of its tensors, and the file traced with that.

In a function that nobody calls no tensor is known. But its author says what goes in: beside the
lines, in the docstring, in the names that a shape is unpacked to. From there on each call is
followed as in any other program (`trace/supposing.py`).
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cached_property
from itertools import chain

import libcst as cst

from flake8_concat.keras.graph import Tensor
from flake8_concat.rules.comment_output import in_a_table
from flake8_concat.rules.comment_told import (
    Said,
    of_another,
    of_parameters,
    said_at,
    says_a_name,
    unpacked,
)
from flake8_concat.rules.comments import Layout
from flake8_concat.rules.said_sizes import Vocabulary
from flake8_concat.rules.shape_text import result_of
from flake8_concat.shapes import UNKNOWN_SIZE, Shape
from flake8_concat.trace.facts import Facts
from flake8_concat.trace.supposing import Met, Supposition, Suppositions

_Places = dict[int, list[Supposition]]


class Traced:
    """What came of a trace with suppositions.

    met:  the shapes that were there where a comment says one, by the identity of what is supposed;
          None where that was taken
    """

    def __init__(self, met: list[Met], facts: Facts) -> None:
        self.facts = facts
        self.met = defaultdict[int, list[Shape | None]](list)
        for one in met:
            self.met[id(one.said)].append(one.shape)

    @cached_property
    def given(self) -> dict[int, list[Shape]]:
        """The shapes that go into each statement, by its identity."""
        found = defaultdict[int, list[Shape]](list)
        for event in self.facts.events:
            shapes = (tensor.shape for tensor in event.inputs)
            found[id(event.site.statement)] += [s for s in shapes if isinstance(s, Shape)]
        return found


class Supposed:
    """What is supposed in a file. `Supposed.of(facts)` keeps it."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        self.layout = Layout.of(facts.source)
        self.vocabulary = Vocabulary()

    @classmethod
    def of(cls, facts: Facts) -> Supposed:
        """What is supposed in a file, found out once."""
        return facts.view(cls)

    @cached_property
    def _by_function(self) -> dict[int, list[Said]]:
        """What the comments say, by the outermost function around them."""
        found = defaultdict[int, list[Said]](list)
        for comment in self.layout.comments.values():
            text = None if comment.of_code else result_of(comment.text)
            if text is None or in_a_table(self.layout, comment):
                continue
            if says_a_name(comment, text) or not of_another(self.layout, comment, text):
                for said in said_at(self.layout, self.vocabulary, comment, text):
                    found[self._functions[id(said.span.node)]].append(said)
        return found

    @cached_property
    def groups(self) -> list[list[Said]]:
        """The same of functions in which something is not known, but can be if that is true."""
        return [
            group
            for function, group in self._by_function.items()
            if any(id(said.span.node) not in self._known for said in group)
            and (len(group) > 1 or self._beside_comments[function])
        ]

    @cached_property
    def _beside_comments(self) -> Counter[int]:
        """How much each function says of its tensors in other ways."""
        before, parameters = self._besides
        found: Counter[int] = Counter()
        for node, suppositions in chain(before.items(), parameters.items()):
            found[self._functions[node]] += len(suppositions)
        return found

    @cached_property
    def _functions(self) -> dict[int, int]:
        """The outermost function around each statement, both by their identity; 0 outside."""
        found: dict[int, int] = {}
        function, indent = 0, 0
        for span in self.layout.spans:
            here = self.layout.indent(span)
            if function and here <= indent:
                function = 0
            if not function and isinstance(span.node, cst.FunctionDef):
                function, indent = id(span.node), here
            found[id(span.node)] = function
        return found

    @cached_property
    def _known(self) -> set[int]:
        """The statements that are known to assign a tensor all sizes of which are known."""
        return {
            id(one.statement)
            for one in self.facts.assignments
            if isinstance(one.value, Tensor)
            and isinstance(one.value.shape, Shape)
            and UNKNOWN_SIZE not in one.value.shape
        }

    @cached_property
    def _besides(self) -> tuple[_Places, _Places]:
        """What unpackings suppose before a statement, and docstrings of a function's parameters."""
        before: _Places = {}
        parameters: _Places = {}
        for span in self.layout.spans:
            if isinstance(span.node, cst.SimpleStatementLine):
                found = list(unpacked(span, self.vocabulary))
                if found:
                    before[id(span.node)] = found
            elif isinstance(span.node, cst.FunctionDef):
                parameters[id(span.node)] = list(of_parameters(span.node, self.vocabulary))
        return before, parameters

    @property
    def says_anything(self) -> bool:
        """Whether any size of what is unknown is told."""
        before, parameters = self._besides
        return bool(self._by_function or before or any(parameters.values()))

    def below(self, said: Said) -> Iterator[Shape | None]:
        """What the lines give that follow right below a comment's own, of which it may speak.

        None for a line of which that is not known.
        """
        last = said.span
        for span in self.layout.spans[bisect_right(self._firsts, last.first) :]:
            if span.first > last.last + 1:
                return
            last = span
            yield from self._given_names.get(id(span.node)) or (None,)

    @cached_property
    def _firsts(self) -> list[int]:
        return [span.first for span in self.layout.spans]

    @cached_property
    def _given_names(self) -> dict[int, list[Shape]]:
        """What is assigned by each statement, by its identity, with all that is supposed."""
        found = defaultdict[int, list[Shape]](list)
        for one in self.traced.facts.assignments:
            if isinstance(one.value, Tensor) and isinstance(one.value.shape, Shape):
                shape = self.vocabulary.of_program(one.value.shape)
                found[id(one.statement)].append(shape)
        return found

    def said(self) -> Iterator[Said]:
        """All that comments say."""
        for group in self._by_function.values():
            yield from group

    def trace(self, without: Said | None = None, *, taken: bool = False) -> Traced:
        """The file traced with all that is supposed, but for one comment.

        taken:  as if comments at the ends of lines said what goes in
        """
        assert self.facts.retrace is not None
        before, parameters = (defaultdict(list, places) for places in self._besides)
        after = defaultdict[int, list[Supposition]](list)
        for said in self.said():
            if said is without:
                continue
            node = id(said.span.node)
            is_parameter = isinstance(said.span.node, cst.FunctionDef)
            places = parameters if is_parameter else before if said.beginning else after
            supposition = said.supposition
            if taken and said.of_input is not None:
                places, supposition = before, said.of_input
            places[node] = [*places[node], supposition]
        told = {
            self._functions[node]
            for places in (before, after, parameters)
            for node, suppositions in places.items()
            if suppositions
        }
        functions = frozenset(node for node, outer in self._functions.items() if outer in told)
        return Traced(*self.facts.retrace(Suppositions(after, before, parameters, functions)))

    @cached_property
    def traced(self) -> Traced:
        """The file traced with all that is supposed."""
        return self.trace()
