"""Which name a shape in a comment is said of, and when.

`q = self.query(x)  # (batch, seq, units)` says it of q, from there on; `# x: (batch, seq, units)`
above the line, of x before it; `b, h, w, c = x.shape` has names for all axes of x.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import libcst as cst

from flake8_concat import late
from flake8_concat.rules.comment_arguments import is_of_another_name, is_other_value
from flake8_concat.rules.comment_printed import printed_name
from flake8_concat.rules.comment_scope import continues
from flake8_concat.rules.comments import Comment, Layout, Span, targets_of
from flake8_concat.rules.describe import code
from flake8_concat.rules.docstring_order import parameter_of
from flake8_concat.rules.names import dotted
from flake8_concat.rules.said_sizes import Vocabulary
from flake8_concat.rules.shape_text import ShapeText, arrows, shapes_in
from flake8_concat.shapes import Shape
from flake8_concat.trace.supposing import Supposition

_NAMED = late.compiled(
    r"[#\s]*`?(?P<name>[A-Za-z_]\w*)(?:\.shape)?`?"
    r"(?:\s*(?::|==?|->)|[\w ]*\bshape\b[\w ]*(?::|==?|is\b|->)?|\s+(?:is|has)\b)?\s*"
)
RESULT = late.compiled(r"\b(?:after|now|becomes?|outputs?|results?)\b")
# "shape after sum": of the line that does so
AFTER = late.compiled(r"\bafter\s+(?:the\s+)?(?P<what>sum|mean|max|transpos|squeez|expand)")
_WAY = 2  # arrows of what leads through several calls
_WORD = late.compiled(r"[A-Za-z_]\w*")
_SHAPE_WORDS = frozenset(("shape", "output", "out", "now", "result"))


@dataclass(eq=False, slots=True)
class Said:
    """One shape in a comment, and the names that it is said of.

    sized:     it says how large what it speaks of is, if nothing else does
    span:      the statement it stands at
    beginning: of what there is when that begins, not of what it gives
    either:    or of what goes in
    array:     of an array of numpy, which is told whole
    of_input:  the same of what goes in, where that has a name
    """

    comment: Comment
    text: ShapeText
    shape: Shape
    names: tuple[str, ...]
    span: Span
    beginning: bool
    sized: bool
    either: bool
    array: bool
    supposition: Supposition = field(init=False)
    of_input: Supposition | None = field(init=False)

    def __post_init__(self) -> None:
        shape = self.shape if self.sized else None
        self.supposition = Supposition(self.names, shape, self.array)
        taken = None if self.beginning else _taken(value_of(self.span))
        self.of_input = Supposition((taken,), shape) if taken is not None else None

    @property
    def written(self) -> str:
        """The shape as it is written."""
        return self.comment.text[self.text.start : self.text.end]


def of_another(layout: Layout, comment: Comment, said: ShapeText) -> bool:
    """Whether a shape is part of a sentence about another line, or no shape but a list."""
    if continues(layout, comment, said) or is_other_value(layout, comment, said):
        return True
    span = layout.next_after(comment.line) if comment.own_line else layout.at(comment.line)
    return is_of_another_name(comment, said, span)


def said_at(
    layout: Layout, vocabulary: Vocabulary, comment: Comment, text: ShapeText
) -> Iterator[Said]:
    """What a comment says, and of which name."""
    shape = vocabulary.shape(text)
    span = layout.next_after(comment.line) if comment.own_line else layout.at(comment.line)
    found = _names_said(layout, span, comment, text) if span is not None and shape else None
    if span is not None and shape is not None and found is not None:
        names, beginning = found
        above = comment.own_line and not (beginning or _is_of_result(comment, text, span))
        array = _is_array(value_of(span)) and not beginning
        sized = text.with_batch or array or _printed(span) is not None
        sized = sized and len(names) == 1 and not above
        yield Said(comment, text, shape, names, span, beginning, sized, above, array)


def _begins_a_function(layout: Layout, span: Span) -> bool:
    """Whether a statement is the first of a function, above which its parameters are told."""
    above = layout.before(span.first)
    return above is not None and (isinstance(above.node, cst.FunctionDef) or above.is_string)


def _is_array(value: cst.BaseExpression | None) -> bool:
    """Whether a line calls a function of numpy."""
    name = dotted(value.func) if isinstance(value, cst.Call) else None
    return (name or "").startswith(("np.", "numpy."))


def _is_of_result(comment: Comment, text: ShapeText, span: Span) -> bool:
    """Whether a comment above a line names what comes out of it, and not what goes in as well.

    `# x: (batch, units)` above `x = self.pool(x)` may say either.
    """
    name = named(comment, text)
    if name is None or name not in _targets(span):
        return False
    told = RESULT.search(comment.text[: text.start]) is not None
    return told or name not in _names_in(value_of(span))


def says_a_name(comment: Comment, text: ShapeText) -> bool:
    """Whether a comment on a line of its own is a name and its shape, and no part of a sentence."""
    return comment.own_line and named(comment, text) is not None


def _names_said(
    layout: Layout, span: Span, comment: Comment, text: ShapeText
) -> tuple[tuple[str, ...], bool] | None:
    """The names that a comment says its shape of, and whether of what they are before its line."""
    name, targets = named(comment, text), _targets(span)
    alone = (name,) if name is not None else ()
    if isinstance(span.node, cst.FunctionDef):
        is_parameter = not comment.own_line and name in parameters_of(span.node)
        return (alone, True) if is_parameter else None
    if comment.own_line:
        if layout.blocks[comment.line][1] + 1 != span.first:
            return None
        if name is None or (name not in targets and name.lower() in _SHAPE_WORDS):
            lone = span.last not in layout.comments and arrows(comment.text) < _WAY
            return (tuple(targets), False) if targets and lone else None
        after = AFTER.search(comment.text[: text.start])
        if after is not None and after["what"] not in code(value_of(span) or span.node).lower():
            return None  # of a line below that does so
        goes_in = name not in targets or (
            _begins_a_function(layout, span) and name in _names_in(value_of(span))
        )
        return alone, goes_in
    if comment.line != span.last or len(list(layout.beside(span))) > 1:
        return None  # of a part of the statement, as the others of its lines
    if name in targets:
        return alone, False
    printed = _printed(span)
    if printed is not None:
        return (printed,), True
    of_all = bool(targets) and (name is None or name.lower() in _SHAPE_WORDS)
    return (tuple(targets), False) if of_all else None


def parameters_of(function: cst.FunctionDef) -> list[str]:
    """The names of a function's parameters, but for those behind a star."""
    return [param.name.value for param in function.params.params]


def of_parameters(function: cst.FunctionDef, vocabulary: Vocabulary) -> Iterator[Supposition]:
    """What a docstring says of a function's parameters: `x: (batch, seq, units)`."""
    docstring = function.get_docstring() or ""
    if "," not in docstring:
        return
    names = frozenset(parameters_of(function))
    for line in map(str.strip, docstring.splitlines()):
        name = parameter_of(line)
        found = shapes_in(line) if name in names else ()
        shape = vocabulary.shape(found[0]) if len(found) == 1 and found[0].with_batch else None
        if name is not None and shape is not None:
            yield Supposition((name,), shape)


_OF_SHAPE = frozenset("shape int_shape get_shape".split())


def unpacked(span: Span, vocabulary: Vocabulary) -> Iterator[Supposition]:
    """What the names say that a shape is unpacked to: `b, h, w, c = x.shape`."""
    part = span.part
    target = part.targets[0].target if isinstance(part, cst.Assign) else None
    if not isinstance(part, cst.Assign) or not isinstance(target, cst.Tuple):
        return
    names = [e.value for e in target.elements if isinstance(e, cst.Element)]
    taken = _shape_of(part.value)
    if taken is None or len(names) != len(target.elements) or len(names) < 2:
        return
    yield Supposition((taken,), Shape(vocabulary.of_name(name) for name in names))


def _shape_of(node: cst.BaseExpression) -> str | None:
    """The name of what a shape is taken of: of `x.get_shape().as_list()`, `tf.shape(x)`."""
    while isinstance(node, cst.Call):
        func, args = node.func, node.args
        called = func.attr.value if isinstance(func, cst.Attribute) else code(func)
        if isinstance(func, cst.Attribute) and called in ("as_list", "get_shape") and not args:
            node = func.value
            if called == "get_shape":
                return node.value if isinstance(node, cst.Name) else None
        elif called in ("list", "tuple") and len(args) == 1:
            node = args[0].value
        elif called in _OF_SHAPE and len(args) == 1:
            return args[0].value.value if isinstance(args[0].value, cst.Name) else None
        else:
            return None
    if isinstance(node, cst.Attribute) and node.attr.value == "shape":
        return node.value.value if isinstance(node.value, cst.Name) else None
    return None


def named(comment: Comment, text: ShapeText) -> str | None:
    """The name that a comment begins with, if that is all that stands before the shape."""
    match = _NAMED.match(comment.text)
    found = match is not None and match.end() == text.start
    return match["name"] if match is not None and found else None


def value_of(span: Span) -> cst.BaseExpression | None:
    """What a statement assigns or returns."""
    part = span.part
    if isinstance(part, (cst.Assign, cst.AnnAssign, cst.AugAssign, cst.Return, cst.Expr)):
        return part.value
    return None


def _targets(span: Span) -> list[str]:
    """The names that a statement gives a value; "" for what it returns."""
    if isinstance(span.part, cst.Return):
        return [""]
    found: list[str] = []
    for target in targets_of(span):
        parts = target.elements if isinstance(target, (cst.Tuple, cst.List)) else ()
        nodes = [element.value for element in parts] or [target]
        found += [node.value for node in nodes if isinstance(node, cst.Name)]
    return found


def _taken(node: cst.BaseExpression | None) -> str | None:
    """The name of what an expression works on first: of `self.norm(tf.nn.relu(x) + y)` x."""
    while node is not None and not isinstance(node, cst.Name):
        if isinstance(node, cst.Call):
            method = isinstance(node.func, cst.Attribute) and not node.args
            node = node.args[0].value if node.args else node.func if method else None
        elif isinstance(node, cst.BinaryOperation):
            node = node.left
        elif isinstance(node, (cst.Attribute, cst.Subscript)):
            node = node.value
        else:
            return None
    return node.value if node is not None else None


def _printed(span: Span) -> str | None:
    """The name of `print(x.shape)`."""
    part = span.part
    return printed_name(part.value) if isinstance(part, cst.Expr) else None


def _names_in(node: cst.CSTNode | None) -> frozenset[str]:
    return frozenset(_WORD.findall(code(node))) if node is not None else frozenset()
