"""Reductions that are said to be over the batch: `# sum over the batch` above `K.sum(x, axis=1)`.

Two lines often share such a comment: the first adds up each sample, the second is over the batch.
So it counts only where it says nothing else, and what the line gives is not reduced once more.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

import libcst as cst

from flake8_concat import late
from flake8_concat.rules.comments import Layout, Span
from flake8_concat.rules.describe import code, text_of
from flake8_concat.rules.names import Outline
from flake8_concat.rules.written_in import in_lambda, written_in
from flake8_concat.trace.facts import Event, Site
from flake8_concat.trace.source import Source, code_children

_HOW = {
    "sum": "sum sums summed summing add adds",
    "mean": "mean means average averages averaged averaging avg",
    "max": "max maximum maxima",
    "min": "min minimum minima",
}
_WORDS = late.compiled(r"[a-z]+")
_REDUCES = late.compiled(
    r"\b(?:reduce_\w+|(?:nan)?(?:mean|sum|max|min)|average|add_loss|add_n|amax|amin|Mean|"
    r"compute_average_loss)\("
)
_OF_ONE = late.compiled(r"(?:axis\s*=\s*|,\s*)[(\[]?\s*-?[1-9]")
_ASSIGNED = late.compiled(r"\s*(?P<names>[\w., ()]+?)\s*(?::[^=\n]+)?(?P<more>[-+*/]?)=(?!=)")
_NAME = late.compiled(r"[A-Za-z_][\w.]*")
_HOPS = 40  # statements below that are looked at
# What compares each sample with each: its second axis is the batch once more.
_PAIRWISE = late.compiled(
    r"matmul|tensordot|\bdot\(|\s@\s|transpose|pair|dist|simil|contrast|triplet|einsum|kernel|gram"
    r"|adjacen"
)
_WIDENS = late.compiled(r"expand_dims|newaxis|\[:,\s*None|\[None")
# What may stand before the batch.
_LEADING = late.compiled(
    r"\bstack\(|unstack|map_fn|vmap|\bscan\(|transpose|permute|time_major|moveaxis|swapaxes"
    r"|n_samples|num_samples|monte|ensemble"
)


def said_of_batch(text: str, event: Event) -> bool:
    """Whether a comment that speaks of the batch says what a reduction does: `sum`, `mean`."""
    words = set(_WORDS.findall(text.lower()))
    last = event.callee.rpartition(".")[2]
    told = {how for how, said in _HOW.items() if not words.isdisjoint(said.split())}
    return not told or any(how in last for how in told)


def reduced_again(site: Site) -> bool:
    """Whether what a reduction gives is reduced once more, which may be what a comment means.

    In the same statement, or below it: by the names it is given to, and what is made of them. A
    reduction of everything, or of axis 0, right below counts as well, whatever it is of, but
    for one whose own name says the batch.
    """
    home = written_in(site)
    if home.statement is None or _within_another(site, home.statement):
        return True
    layout = Layout.of(site.source)
    span = layout.span_of(home.statement)
    if span is None:
        return True
    written = layout.code_of(span)
    names = {*home.targets, *_assigned(written)}
    if not names and not written.startswith("return"):
        return True  # put into a list, say
    right_below = span.last + 1
    for below in statements_below(layout, site, span):
        text = layout.code_of(below)
        given = _ASSIGNED.match(text)
        start = given.end() if given is not None and not given["more"] else 0
        of_these = any(name in names for name in _NAME.findall(text, start))
        if _REDUCES.search(text):
            whole = below.first == right_below and not _OF_ONE.search(text)
            whole = whole and not any("batch" in name for name in _assigned(text))
            if of_these or whole:
                return True
        names = names | _assigned(text) if of_these else names - _assigned(text)
        right_below = below.last + 1 if below.first == right_below else -1
    return False


def _assigned(text: str) -> set[str]:
    match = _ASSIGNED.match(text)
    return set(_NAME.findall(match["names"])) if match is not None else set()


def statements_below(layout: Layout, site: Site, span: Span) -> Iterator[Span]:
    """The statements below one in its function, or in the module's own code."""
    function = layout.span_of(site.function) if site.function is not None else None
    outer = layout.indent(function) if function is not None else -1
    below, inner = span, 1000
    for _ in range(_HOPS):
        found = layout.next_after(below.last)
        if found is None or (indent := layout.indent(found)) <= outer:
            return
        below = found
        if indent > inner:
            continue  # in the body of another function
        inner = indent if isinstance(found.node, (cst.FunctionDef, cst.ClassDef)) else 1000
        if inner == 1000:
            yield found


def _within_another(site: Site, statement: cst.CSTNode) -> bool:
    """Whether a call stands in the arguments of another reduction."""
    todo: list[tuple[cst.CSTNode, bool]] = [(statement, False)]
    while todo:
        node, within = todo.pop()
        if node is site.node:
            return within
        if isinstance(node, cst.Call) and _REDUCES.search(f"{_last_name(node.func)}("):
            within = True
        todo += [(child, within) for child in code_children(node)]
    return True


def _last_name(func: cst.BaseExpression) -> str:
    if isinstance(func, cst.Attribute):
        return func.attr.value
    return func.value if isinstance(func, cst.Name) else ""


def surely_behind(event: Event, axes: tuple[int, ...], *, of_maps: bool) -> bool:
    """Whether axes of what is not known are none of the batch, which comes first.

    The second axis of a matrix may be the batch once more; the last axis may be the only one.
    """
    site = event.site
    if 0 in axes:
        return False
    if of_maps:
        return all(axis > 0 for axis in axes) or axes == (-1,)
    origin = _origin(site)
    if _LEADING.search(origin):
        return False
    if max(axes) >= 2:
        return True
    around = site.source.view(_Functions).around(site.function)
    if event.callee.startswith("numpy.") or around.pairwise or _PAIRWISE.search(origin):
        return False
    if axes == (1,):
        return not around.widens
    return axes == (-1,) and not around.flattens and _has_more_axes(site, origin)


_GIVEN = frozenset({"y_true", "y_pred"})  # what Keras gives a loss: a row of the batch each


def _has_more_axes(site: Site, origin: str) -> bool:
    """Whether what is reduced certainly has an axis behind the batch.

    So have what goes into a Lambda, and what a loss is given.
    """
    if _REDUCES.search(origin):
        return False
    if in_lambda(site):
        inner = site.statement
        given = inner.params.params if isinstance(inner, cst.Lambda) else ()
        return any(origin == one.name.value for one in given)
    named = site.function.params.params if site.function is not None else ()
    loss = {one.name.value for one in named} >= _GIVEN
    return loss and any(name in _GIVEN for name in _NAME.findall(origin))


@dataclass(frozen=True, slots=True)
class _Around:
    """What a function, or the module, shows of the axes of its tensors.

    pairwise:  it compares each with each
    widens:    it adds axes
    flattens:  it makes one axis of all
    values:    what each name is given, with the lines
    """

    pairwise: bool
    widens: bool
    flattens: bool
    values: dict[str, list[tuple[int, str]]]


class _Functions:
    """The functions of a file, each looked at once. `source.view` keeps it."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self._found: dict[int, _Around] = {}

    def around(self, function: cst.FunctionDef | None) -> _Around:
        """What is seen around a place in a function."""
        found = self._found.get(id(function))
        if found is None:
            found = self._found[id(function)] = self._look(function)
        return found

    def _look(self, function: cst.FunctionDef | None) -> _Around:
        text = self.source.text if function is None else text_of(function, self.source.module)
        place = self.source.module if function is None else function
        values: dict[str, list[tuple[int, str]]] = {}
        for assign, where in Outline.of(self.source).assigns:
            if where.node is place:
                line, written = self.source.range_of(assign.value).line, code(assign.value)
                for target in assign.targets:
                    for name in _NAME.findall(code(target.target)):
                        values.setdefault(name, []).append((line, written))
        return _Around(
            _PAIRWISE.search(text) is not None,
            _WIDENS.search(text) is not None,
            "latten" in text,
            values,
        )


_BACK = 6  # values of names that are looked up
_LONGEST = 400  # characters of a value


def _origin(site: Site) -> str:
    """What is reduced as it is written, with the last values of the names in it."""
    given = site.node.args[0].value if isinstance(site.node, cst.Call) and site.node.args else None
    if given is None:
        return ""
    found = [code(given)]
    if in_lambda(site):
        return found[0]
    values = site.source.view(_Functions).around(site.function).values
    line = site.source.range_of(site.node).line
    todo = [(name, line) for name in _NAME.findall(found[0][:_LONGEST])]
    seen: set[str] = set()
    while todo and len(found) < _BACK:
        name, line = todo.pop(0)
        entries = values.get(name, [])
        at = bisect_left(entries, (line, ""))
        if at and name not in seen:
            seen.add(name)
            line, text = entries[at - 1]
            found.append(text)
            todo += [(other, line) for other in _NAME.findall(text[:_LONGEST])]
    return " ".join(found)


_JOINS = late.compiled(r"\b(?:[Cc]oncatenate|concat)\b")
_INTO_MAPS = late.compiled(
    r"(?:Conv|Convolution|DepthwiseConv|SeparableConv)2D\(.*\)\(\s*(?P<name>[\w.]+)\s*[,)]"
    r"|\bself\.\w*conv\w*\(\s*(?P<own>[\w.]+)\s*[,)]"
)


def goes_into_maps(event: Event) -> bool:
    """Whether what a reduction leaves of each axis goes into a convolution of maps.

    By itself, or joined with another one: so spatial attention is made.
    """
    site = written_in(event.site)
    layout = Layout.of(site.source)
    span = layout.span_of(site.statement)
    if event.bound.get("keepdims") is not True or span is None or not site.targets:
        return False
    names = set(site.targets)
    own = "1D" not in site.source.text and "3D" not in site.source.text
    for below in statements_below(layout, event.site, span):
        text = layout.code_of(below)
        into = _INTO_MAPS.search(text)
        if into is not None and (into["name"] in names or (own and into["own"] in names)):
            return True
        given = _ASSIGNED.match(text)
        start = given.end() if given is not None else 0
        of_these = any(name in names for name in _NAME.findall(text, start))
        joined = of_these and _JOINS.search(text, start) is not None
        names = names | _assigned(text) if joined else names - _assigned(text)
    return False
