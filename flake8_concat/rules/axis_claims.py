"""What names, comments and docstrings say of the axis that a call works on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import libcst as cst

from flake8_concat import late
from flake8_concat.keras.layer import Layer
from flake8_concat.rules.axis_fixes import AXIS_POSITION
from flake8_concat.rules.axis_uses import KINDS, Use, all_names
from flake8_concat.rules.base import Place
from flake8_concat.rules.clauses import claim_of
from flake8_concat.rules.comments import Comment, Layout, Span, joined
from flake8_concat.rules.comments_apart import claims_apart
from flake8_concat.rules.describe import code
from flake8_concat.rules.join_words import sites_of
from flake8_concat.rules.names import Outline, definition, dotted
from flake8_concat.rules.over_batch import reduced_again, said_of_batch
from flake8_concat.rules.placement import placed_by_name
from flake8_concat.rules.words import (
    AXIS_WORDS,
    LINES,
    SHORT_WORDS,
    Claim,
    counted_axis,
    letter_axis,
    name_claim,
    named_axis,
    numbered_claim,
    parts_claim,
    says_action,
    sentence_claim,
    words_of,
)
from flake8_concat.rules.written_in import written_in
from flake8_concat.shapes import Shape
from flake8_concat.trace.facts import Event, Facts, Site
from flake8_concat.trace.source import code_children

# What a layer does is done in these, and its class is called after it.
_METHODS = ("call", "__call__", "forward")


def alone_in_functions(uses: list[Use]) -> set[tuple[str, str]]:
    """The functions in which only one call of a kind stands: what their name says is about it."""
    seen: dict[tuple[str, str], int] = {}
    for use in uses:
        key = (use.events[0].site.scope, use.kind)
        seen[key] = seen.get(key, 0) + 1
    return {key for key, count in seen.items() if count == 1}


@dataclass(frozen=True, slots=True)
class Constant:
    """The name that a call is given as its axis: `axis=WIDTH_AXIS`."""

    name: str


Said = tuple[Claim, "Comment | Place | Constant | None", str]


def claims_about(facts: Facts, use: Use, alone: set[tuple[str, str]]) -> Iterator[Said]:
    """What is said about a call, where, and in which words it is quoted.

    A word that what goes in is called by says what is joined: `h_concat` of `h1` and `h2`,
    `with_height_map`. Only a comment that speaks of an axis claims one with it.
    """
    called: tuple[set[frozenset[str]], set[frozenset[str]]] | None = None
    for claim, place, what in _claims(facts, use, alone):
        text = place.text if isinstance(place, Comment) else what
        if claim.number is None and not _ALONG.search(text):
            called = _called(use.events[0]) if called is None else called
            if claim.axes in called[len(claim.word) < _LETTERS]:
                continue
        if use.kind == "reduce" and isinstance(place, Comment) and not means_it(claim, text, use):
            continue
        yield claim, place, what


def means_it(claim: Claim, text: str, use: Use) -> bool:
    """Whether a comment at a reduction that speaks of the batch can mean that very call."""
    event = use.events[0]
    if claim.axes != {"batch"}:
        return True
    return said_of_batch(text, event) and not reduced_again(event.site)


_ALONG = late.compiled(
    r"\b(?:along|across|over|ax[ie]s|dims?|dimensions?|docstring)\b|(?:along|over|axis)_",
    re.IGNORECASE,
)


_LETTERS = 3  # shorter words are `h`, `ch`: what `h` is called by says nothing of a height


def _called(event: Event) -> tuple[set[frozenset[str]], set[frozenset[str]]]:
    """The axes whose words stand in the names of what goes in, or of the layers that made it.

    By whole words, and by those and short ones.
    """
    names: list[str] = []
    if isinstance(event.site.node, cst.Call):
        given = [arg.value for arg in event.site.node.args[:1] if arg.keyword is None]
        names += [code(value) for value in given]
    for tensor in event.inputs:
        layer = tensor.node.operation if tensor.node is not None else None
        args = layer.args if isinstance(layer, Layer) else {}
        names.append(str(args.get("name") or ""))
    words = {word for name in names for word in words_of(name)}
    whole = {AXIS_WORDS[word] for word in words if word in AXIS_WORDS}
    return whole, whole | {SHORT_WORDS[word] for word in words if word in SHORT_WORDS}


def _claims(facts: Facts, use: Use, alone: set[tuple[str, str]]) -> Iterator[Said]:
    event = use.events[0]
    sites = [written_in(event.site)]
    if event.created is not None and event.created is not event.site:
        sites.append(event.created)
    for site in sites:
        if site.source is not facts.source:
            continue
        for target in () if _leaves_one(use) else site.targets:
            name = target.rpartition(".")[2]
            claim = name_claim(name, use.kind) or placed_by_name(name, use.kind)
            if claim is not None:
                yield claim, None, f"the name {target}"
        if use.kind == "split":
            claim = parts_claim(site.targets)
            if claim is not None:
                yield claim, None, f"the pair of names {', '.join(site.targets)}"
        yield from _comments(site, use)
    if not _leaves_one(use):
        yield from _layer_name(use, event)
    yield from _axis_argument(sites, use.kind)
    if event.site.function is not None and (event.site.scope, use.kind) in alone:
        yield from said_by_function(event.site.function, use.kind)
        *_, owner, method = ("", *event.site.scope.split("."))
        claim = name_claim(owner, use.kind) if method in _METHODS else None
        if claim is not None and claim.firm:
            yield claim, None, f"the class's name {owner}"
        if method in _METHODS:
            yield from _docstring(_class(facts, owner), use.kind, "the class's docstring")


def _leaves_one(use: Use) -> bool:
    """Whether it pools all of a side: `pool_h` is called after the one that is left as often."""
    shape = getattr(use.events[0].value, "shape", None)
    whole = use.kind == "pool" and use.axis is not None and isinstance(shape, Shape)
    return whole and shape[use.axis] == 1  # type: ignore[index]


def _layer_name(use: Use, event: Event) -> Iterator[Said]:
    given = event.bound.get("name")
    written = any(a.keyword == "name" for a in event.arguments)
    if not written and event.created is not None and isinstance(event.created.node, cst.Call):
        written = any(
            a.keyword is not None and a.keyword.value == "name" for a in event.created.node.args
        )
    if isinstance(given, str) and written:
        names = {e.bound.get("name") for e in use.events}  # f"block{n}_concat" has many
        claims = [name_claim(str(name).rpartition("/")[2], use.kind) for name in names]
        said = {claim.axes if claim is not None else None for claim in claims}
        claim = name_claim(given.rpartition("/")[2], use.kind)
        if claim is not None and len(said) == 1:
            yield claim, None, f"the layer's name {given!r}"
    elif written:
        end = _end_of_name(event)
        claim = name_claim(end.rpartition("/")[2], use.kind) if end else None
        if claim is not None:
            yield claim, None, f"the end of the layer's name, {end!r}"


def _end_of_name(event: Event) -> str:
    """The last part of a name that is put together: `name=prefix + "_concat"`, "" of any other."""
    for site in (event.created, event.site):
        for arg in site.node.args if site is not None and isinstance(site.node, cst.Call) else ():
            if arg.keyword is None or arg.keyword.value != "name":
                continue
            last: cst.CSTNode = arg.value
            if isinstance(last, cst.BinaryOperation) and isinstance(last.operator, cst.Add):
                last = last.right
            elif isinstance(last, cst.FormattedString) and last.parts:
                last = last.parts[-1]
            if isinstance(last, cst.SimpleString) and isinstance(last.evaluated_value, str):
                return last.evaluated_value
            return last.value if isinstance(last, cst.FormattedStringText) else ""
    return ""


def _is_number(site: Site, name: str) -> bool:
    """Whether a name is that of one number, and so of nothing but the axis that it is used as."""
    found = definition(name, Outline.of(site.source).place_of(site.function))
    return found is not None and isinstance(found[0], (cst.Integer, cst.UnaryOperation))


def _axis_argument(sites: list[Site], kind: str) -> Iterator[Said]:
    """What an axis given by a name says: `axis=WIDTH_AXIS`, `tf.concat(maps, WIDTH_AXIS)`."""
    for site in sites:
        if not isinstance(site.node, cst.Call):
            continue
        for position, arg in enumerate(site.node.args):
            name = dotted(arg.value)
            by_place = arg.keyword is None and position == AXIS_POSITION.get(
                _last_name(site.node.func)
            )
            if name is None or not (by_place or (arg.keyword and arg.keyword.value == "axis")):
                continue
            # of an enum the class may say that it is an axis: `Dim.ROWS` is `DIM_ROWS`
            claim = named_axis("_".join(name.split(".")[-2:])) or named_axis(
                name.rpartition(".")[2]
            )
            if claim is None and kind in ("concat", "split") and _is_number(site, name):
                claim = letter_axis(name)
            if claim is not None:
                yield claim, Constant(name), f"axis={name}"
            yield from _beside_definition(site, name, kind)


def _beside_definition(site: Site, name: str, kind: str) -> Iterator[Said]:
    """What the comment beside `W_AXIS = 2  # width` says of the axis that is defined there."""
    outline = Outline.of(site.source)
    found = definition(name, outline.place_of(site.function))
    if found is None or not isinstance(found[0], (cst.Integer, cst.UnaryOperation)):
        return
    layout = Layout.of(site.source)
    line = layout.at(site.source.range_of(found[0]).line) if layout.comments else None
    comments = list(layout.beside(line)) if line is not None else []
    claim = sentence_claim(comments[0].text, kind) if len(comments) == 1 else None
    if claim is not None:
        yield claim, comments[0], "the comment"


def _last_name(func: cst.BaseExpression) -> str:
    return (dotted(func) or "").rpartition(".")[2]


def _comments(site: Site, use: Use) -> Iterator[Said]:
    layout, kind = Layout.of(site.source), use.kind
    if not layout.claims(kind):
        return
    span = layout.span_of(site.statement)
    if span is None or not isinstance(span.node, cst.SimpleStatementLine):
        return
    blocks = [[comment] for comment in layout.beside(span)]
    above = [comment for comment in layout.above(span) if not comment.of_code]
    if not above:
        yield from _further_up(layout, span, kind)
    if above:
        blocks.append(above)
    if kind == "concat":
        for claim, comment in claims_apart(layout, span):
            yield claim, comment, "the comment"
    for block in blocks:
        yield from _of_block(block, site, use)


def _of_block(block: list[Comment], site: Site, use: Use) -> Iterator[Said]:
    """What the lines of one comment say."""
    kind = use.kind
    if use.axis is not None and len(block) == 1:
        numbered = numbered_claim(block[0].text, use.axis, use.rank) or _counted(block[0], use)
        if numbered is not None:
            yield numbered, block[0], "the comment"
            return
    whole = claim_of(joined(block), kind)
    if whole is None and len(block) > 1:
        yield from _beside_the_right(block, kind, use.used)
    if whole is None or not (says_action(joined(block), kind) or is_outer(site, use.events[0])):
        return
    claim, line = _line_of(block, whole, kind) or (whole, None)
    yield claim, line, "the comment"


def _line_of(block: list[Comment], whole: Claim, kind: str) -> tuple[Claim, Comment] | None:
    """The first line of a comment that says by itself what the whole of it says."""
    claims = ((claim_of(line.text, kind), line) for line in block)
    return next(
        ((claim, line) for claim, line in claims if claim and claim.axes == whole.axes), None
    )


_LINES = 40  # of a comment, each of which is read by itself: more are no comment on one call


def lines_that_claim(block: list[Comment], kind: str, used: frozenset[str]) -> list[Comment]:
    """The lines of a comment above a call that say along which axis it works."""
    if len(block) < 2:
        return block
    if len(block) > _LINES:
        return []
    whole = claim_of(joined(block), kind)
    if whole is None:
        return [line for _, line, _ in _beside_the_right(block, kind, used)]
    found = _line_of(block, whole, kind)
    return [] if found is None else [found[1]]


def _beside_the_right(
    block: list[Comment], kind: str, used: frozenset[str]
) -> Iterator[tuple[Claim, Comment, str]]:
    """What lines of a comment say, each by itself, where one of them says the axis that is used.

    `# concatenate channel-wise`, and below it `# join along the height`: one call does not do both.
    """
    if len(block) > _LINES:
        return
    claims = [(claim_of(line.text, kind), line) for line in block if says_action(line.text, kind)]
    if any(claim is not None and not claim.axes.isdisjoint(used) for claim, _ in claims):
        for claim, line in claims:
            if claim is not None:
                yield claim, line, "the comment"


def is_outer(site: Site, event: Event) -> bool:
    """Whether a call is the outermost of those on its line that work on an axis.

    That is the one that a comment means which does not say what is done.
    """
    mine = [site.node for site in sites_of(event)]
    todo: list[cst.CSTNode] = [site.statement] if site.statement is not None else []
    while todo:
        node = todo.pop(0)
        if any(node is one for one in mine):
            return True
        if isinstance(node, cst.Call) and _last_name(node.func) in KINDS:
            return False
        todo[:0] = code_children(node)
    return True


_UP = 4  # statements between a comment and the call that it speaks of


def _further_up(layout: Layout, span: Span, kind: str) -> Iterator[Said]:
    """A comment above a few lines that says what the last of them does.

    No blank line lies between, nor another comment, nor another statement of such an action.
    """
    below = span
    for _ in range(_UP):
        line = layout.at(below.first - 1)
        if line is None or not isinstance(line.node, cst.SimpleStatementLine):
            return
        if says_action(" ".join(map(code, line.node.body)), kind) or any(layout.beside(line)):
            return
        below = line
        comments = [comment for comment in layout.above(line) if not comment.of_code]
        if comments:
            (comment, *more) = comments
            claim = sentence_claim(comment.text, kind) if not more else None
            if claim is not None and says_action(comment.text, kind):
                yield claim, comment, "the comment"
            return


def _counted(comment: Comment, use: Use) -> Claim | None:
    """What `# concat along axis 1` says, as the axis that has this number."""
    found = counted_axis(comment.text, use.kind)
    if found is None or not -use.rank <= found[0] < use.rank:
        return None
    number, start = found
    name = use.names[number]
    return Claim(all_names(name, use.rank), str(number), start, number=number)


def said_by_function(function: cst.FunctionDef, kind: str) -> Iterator[Said]:
    """What the name and the docstring of a function say of the one call of a kind in it."""
    claim = name_claim(function.name.value, kind)
    lines = claim is not None and claim.word in LINES and says_action(function.name.value, kind)
    if claim is not None and (claim.firm or lines):
        yield claim, None, f"the function's name {function.name.value}"
    yield from _docstring(function, kind, "the docstring")


def _class(facts: Facts, name: str) -> cst.ClassDef | None:
    """The class of a file that has a name, where it is the only one."""
    found = [
        node
        for node in facts.source.module.body
        if isinstance(node, cst.ClassDef) and node.name.value == name
    ]
    return found[0] if len(found) == 1 else None


def _docstring(node: cst.FunctionDef | cst.ClassDef | None, kind: str, what: str) -> Iterator[Said]:
    docstring = node.get_docstring() if node is not None else None
    if docstring:
        claims = list(_docstring_claims(docstring.strip().splitlines(), kind))
        if claims and all(claim.axes == claims[0].axes for claim in claims):
            yield claims[0], None, what


_LONG = 60  # more lines than that are not about one call


def _docstring_claims(lines: list[str], kind: str) -> Iterator[Claim]:
    """What the lines of a docstring say, where they say in so many words what is done.

    They describe arguments as well, and what the function is for: "squeeze and excitation over the
    channels" is no word about the pooling in it.
    """
    for line in lines[:_LONG]:
        claim = sentence_claim(line, kind) if says_action(line, kind) else None
        if claim is not None:
            yield claim
