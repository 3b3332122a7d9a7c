"""What came out of a trace: calls, assignments, the shapes they gave, and where.

Rules read facts and nothing else. Nodes are LibCST nodes; their positions are found only for what
is reported (`Source.range_of`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from operator import itemgetter
from types import MappingProxyType
from typing import Any

import libcst as cst

from flake8_concat.keras.graph import Tensor
from flake8_concat.keras.layer import Layer
from flake8_concat.shapes import Known, Mismatch, Outcome, Refusal
from flake8_concat.trace.source import Source, Viewed


@dataclass(slots=True, eq=False)
class Site:
    """One expression of the source: a call, an operator on tensors, a read of `.shape`.

    Made once, when the code is first met; each evaluation is an Event.

    node:       the expression (cst.Call, cst.BinaryOperation, cst.Subscript, …), or
                cst.AugAssign, cst.ImportFrom
    source:     the file it stands in
    statement:  the statement line or compound statement around it
    targets:    the names that the statement assigns its value to, if it is the whole value
    scope:      the enclosing function's qualified name, "<module>" outside
    function:   the enclosing function
    varying:    of a call that has no stars, the names of the arguments that are no constants, but
                for `name`
    made:       layers made there, by their arguments; see `PlainCalls.make_plainly`
    """

    node: cst.BaseExpression | cst.AugAssign | cst.ImportFrom
    source: Source
    statement: cst.CSTNode | None = None
    targets: tuple[str, ...] = ()
    scope: str = "<module>"
    function: cst.FunctionDef | None = None
    varying: tuple[str, ...] | None = None
    made: dict[Any, Layer] | None = None


@dataclass(slots=True, eq=False)
class Caller:
    """The call of a user's function that leads to an evaluation; a linked list, innermost first."""

    site: Site
    function: str
    arguments: Mapping[str, Any]  # the parameters as bound
    parent: Caller | None = None


@dataclass(slots=True, eq=False)
class Argument:
    """One argument, written and evaluated; `keyword` None: by position; `star` "", "*", "**"."""

    keyword: str | None
    node: cst.Arg | None
    value: Any
    star: str = ""


NOTHING: Mapping[Any, Any] = MappingProxyType({})


@dataclass(slots=True, eq=False)
class Event:
    """One evaluation of a site.

    callee:     the full name of what was called: "keras.layers.Concatenate" both for the
                constructor (`kind` "create") and the layer's call (`kind` "call"),
                "keras.layers.concatenate", "tf.concat", "cv2.resize"; a user's function by its
                own name; an operator as "a + b"; a read of `x.shape` as "shape"
    kind:       "create" (a layer is made), "call" (a layer or model is called), "op" (a function
                of Keras or TensorFlow), "operator", "shape" (x.shape is read), "attribute" (the
                `output` or `input` of a layer or model is taken), "function" (a function or class
                of this project), "other" (anything else with a full name)
    args, kwargs:  the values it is called with; `arguments` has them as written here
    bound:      the arguments by parameter name where the signature is known: of the constructor
                for "create" and "call", of the function for "op"
    created:    for "call": the site where the layer was made
    inputs:     the tensors among the arguments, in order
    value:      what the call gives: Tensor, structure of Tensors, Unknown, or any value
    outcome:    what Keras says; None for "function" and "other"
    certain:    whether the line is reached with these very values on every path that reaches it.
                A Mismatch that is not certain must not be reported as CAT1.
    caller:     the calls of the user's functions that lead here
    assumed:    for a call that fits some sizes only: the tests of the program that were passed on
                the way, by key (see `Test`), and how they came out
    tentative:  in code that importing the file does not run: the block under
                `if __name__ == "__main__"`, and functions that nothing calls
    """

    site: Site
    kind: str
    callee: str
    args: tuple[Any, ...]
    kwargs: Mapping[str, Any]
    value: Any
    bound: Mapping[str, Any] = field(default_factory=dict)
    inputs: tuple[Tensor, ...] = ()
    outcome: Outcome | None = None
    operation: Any = None
    created: Site | None = None
    certain: bool = True
    caller: Caller | None = None
    assumed: Mapping[Any, bool] = field(default_factory=dict)
    tentative: bool = False

    @property
    def shapes_fit(self) -> bool:
        """Whether Keras accepts the call, or would if its function were not one of TensorFlow."""
        outcome = self.outcome
        if type(outcome) is Mismatch:
            return outcome.refusal is Refusal.TENSORFLOW_FUNCTION
        return type(outcome) is Known

    @property
    def arguments(self) -> tuple[Argument, ...]:
        """The arguments as written, with their values. A starred one is its parts."""
        written = self.site.node.args if isinstance(self.site.node, cst.Call) else ()
        plain = sum(1 for a in written if not a.star and a.keyword is None)
        position, found, named = 0, [], set()
        for node in written:
            if node.star == "*":
                count = max(len(self.args) - plain, 0)
                starred = self.args[position : position + count]
                found += [Argument(None, node, value, "*") for value in starred]
                position += count
            elif node.star == "**":
                continue
            elif node.keyword is not None:
                name = node.keyword.value
                named.add(name)
                found.append(Argument(name, node, self.kwargs.get(name)))
            elif position < len(self.args):
                found.append(Argument(None, node, self.args[position]))
                position += 1
        found += [Argument(k, None, v, "**") for k, v in self.kwargs.items() if k not in named]
        return tuple(found)


@dataclass(slots=True, eq=False)
class Assignment:
    """A name that was given a tensor (or a list or tuple with tensors in it).

    target:  the node of the name (cst.Name, or cst.Attribute for `self.x`)
    """

    name: str
    target: cst.BaseExpression
    statement: cst.CSTNode | None
    source: Source
    value: Any
    caller: Caller | None = None


@dataclass(eq=False)
class Facts(Viewed):
    """All that a trace of one file found, in the order of evaluation.

    Events and assignments of sibling files that were read stand here too (told apart by
    `site.source`); a finding is reported in the file analysed, at the call that leads there.

    module_scope:  the module's names with their values at the end
    tests:         the keys of tests on sizes that could not be decided
    lost:          why the trace as a whole stopped early ("out of steps"), or None
    otherwise:     what comes of branches that no call takes, `within` them (see other_ways.py)
    retrace:       traces the file once more, with suppositions (see supposing.py)
    views:         what rules found out about the trace, by class
    """

    source: Source
    events: list[Event] = field(default_factory=list)
    assignments: list[Assignment] = field(default_factory=list)
    module_scope: dict[str, Any] = field(default_factory=dict)
    image_data_format: str = "channels_last"
    tests: list[Any] = field(default_factory=list)
    lost: str | None = None
    within: list[cst.BaseSuite] = field(default_factory=list)
    otherwise: Facts | None = None
    retrace: Callable[[Any], tuple[list[Any], Facts]] | None = None
    views: dict[type, Any] = field(default_factory=dict, repr=False)

    @cached_property
    def _by_callee(self) -> dict[str, list[tuple[int, Event]]]:
        found: dict[str, list[tuple[int, Event]]] = {}
        for at, event in enumerate(self.events):
            if event.kind != "create":
                found.setdefault(event.callee, []).append((at, event))
        return found

    def calls(self, *callees: str) -> list[Event]:
        """The events of these callees ("keras.layers.Concatenate"), all kinds but "create".

        The trace is over when they are first asked for.
        """
        there = self._by_callee.keys() & callees
        found = [pair for callee in there for pair in self._by_callee[callee]]
        if len(there) > 1:
            found.sort(key=itemgetter(0))
        return [event for _, event in found]

    @cached_property
    def refused(self) -> list[Event]:
        """The events that Keras certainly refuses, once the trace is over."""
        odd = [e for e in self.events if type(e.outcome) is not Known]  # few, and soon told
        return [e for e in odd if isinstance(e.outcome, Mismatch) and e.certain]

    @cached_property
    def conditional(self) -> list[tuple[int, Event, Known]]:
        """The certain events that Keras accepts for some sizes only, with their positions."""
        return [
            (at, event, outcome)
            for at, event in enumerate(self.events)
            if type(outcome := event.outcome) is Known
            and (outcome.conditions or outcome.amounts)
            and event.certain
        ]

    def tensors(self) -> Iterator[Event]:
        """The events that gave a tensor or a collection of tensors."""
        for event in self.events:
            if is_tensors(event.value):
                yield event


def is_tensors(value: Any) -> bool:
    """Whether a value is a tensor, or a non-empty flat collection of nothing but tensors."""
    if isinstance(value, Tensor):
        return value.symbolic
    if isinstance(value, dict):
        value = list(value.values())
    return (
        isinstance(value, (list, tuple))
        and bool(value)
        and all(isinstance(item, Tensor) and item.symbolic for item in value)
    )
