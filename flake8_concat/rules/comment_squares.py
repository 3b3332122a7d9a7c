"""One comment of a function that gives a map other proportions than all others have.

`# 256,512,128 -> 128,128,128` beside `# 512,512,64 -> 256,256,64` in a function whose image nobody
gives; `# 48 x 128` among `# 96 x 128` and `# 24 x 32`; `# 36 x 35 x 288` among squares. No layer of
such a function treats the two sides unlike, so the one comment is a slip.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Container, Iterator, Sequence
from fractions import Fraction

import libcst as cst

from flake8_concat import late
from flake8_concat.rules.base import Finding, Place
from flake8_concat.rules.comments import Comment
from flake8_concat.rules.shape_text import DimText, ShapeText, shapes_in
from flake8_concat.rules.spoken_of import Shapes, results_of
from flake8_concat.rules.written_past import called
from flake8_concat.shapes import Shape
from flake8_concat.trace.facts import Event

_SEVERAL = 4  # maps of the same proportions that the comments of a function tell, at least
_ALIKE = 2  # others whose comments have the same words
_RESOLUTION = late.compiled(r"\b(?P<one>\d{1,4})\s?[x×]\s?(?P<other>\d{1,4})\s+resolution\b")
_NUMBER = late.compiled(r"\d+")
_MAP = 3  # sizes of a map without its batch
_RANK = 4  # of a map
_SLIPS = (Fraction(2), Fraction(1, 2))  # how far the one is off
_NEARLY = 2  # or by how much a square is none
_BY_SIDE = ("kernel_size", "strides", "pool_size", "size", "padding", "cropping", "dilation_rate")
# What gives a map other sides than it had, or other axes.
_TURNING = frozenset(
    "Resizing resize resize_images Permute transpose permute_dimensions Cropping2D CenterCrop "
    "RandomCrop crop swapaxes moveaxis rot90 einsum space_to_depth depth_to_space".split()
)
_LAYERS = late.compiled(r"Conv|Pool|UpSampl|BatchNorm|[Rr]e[Ll][Uu]|conv_|_conv|pool")
# Two numbers of a kernel or a stride that are not the same.
_UNEQUAL = late.compiled(r"\(\s*(?P<one>\d+)\s*,\s*(?!(?P=one)\s*,?\s*\))\d+\s*,?\s*\)")
_DEF = late.compiled(r"(\s*)(?:async\s+)?def\s")

_Said = tuple[Comment, ShapeText, tuple[int, int]]


def lone_sides(shapes: Shapes, judged: Container[int]) -> Iterator[Finding]:
    """The comments that are the only ones of their function with sides of such proportions.

    judged: the lines of those that are held against what the code gives
    """
    found = [
        (comment, shape, sides)
        for comment in shapes.layout.comments.values()
        for shape in shapes_in(comment.text) or _resolution(comment.text)
        if (sides := _sides(shape)) is not None
    ]
    if len(found) <= _ALIKE:
        return
    functions = _Functions(shapes.facts.source.lines)
    groups: defaultdict[tuple[int, int, str], list[_Said]] = defaultdict(list)
    for said in found:
        comment = said[0]
        function = functions.of(comment.line)
        words = _NUMBER.sub("", comment.text) if "resolution" in comment.text else ""
        groups[function, 0 if function else _stack(shapes, comment), words].append(said)
    for (function, stack, words), group in groups.items():
        odd = _odd_one(group, _ALIKE if words else _SEVERAL) if function or stack else None
        if odd is None or odd[0].line in judged or not _is_of_a_call(shapes, odd[0]):
            continue
        if any(odd[2] == tuple(sides) for sides in _known_sides(shapes, odd[0])):
            continue
        if not stack and not _LAYERS.search(functions.text(function)):
            continue
        if stack and _UNEQUAL.search("\n".join(functions.lines[stack - 1 : group[-1][0].line])):
            continue
        if _unlike(shapes, functions, function, stack):
            continue
        comment, shape, _ = odd
        told = f"maps that the comments of this {'list' if stack else 'function'} tell"
        others = f"all other {told} have the same proportions, and its layers keep them"
        if _moved(shape):
            others = f"all other {told} are squares with their channels last"
        yield Finding(
            Place(shapes.facts.source, range=comment.range(shape.start, shape.end)),
            f"the comment says {comment.text[shape.start : shape.end]}; {others}",
        )


def _resolution(text: str) -> Iterator[ShapeText]:
    """`512 filters, 8x8 resolution`: the sides of a map among other words."""
    found = list(_RESOLUTION.finditer(text)) if "resolution" in text else []
    for match in found[:1] if len(found) == 1 else ():
        one, other = (DimText(int(match[k]), *match.span(k)) for k in ("one", "other"))
        start, end = match.start("one"), match.end("other")
        yield ShapeText((one, other), start, end, "x", told=True, plane=True)


def _odd_one(group: Sequence[_Said], several: int) -> _Said | None:
    """The one map that is twice as wide, or as high, as all others of a function are.

    Or that is nearly a square, as all others are.
    """
    ratios = Counter(Fraction(*sides) for _, _, sides in group)
    if len(ratios) != len(("same", "odd")):
        return None
    (same, count), (other, once) = ratios.most_common()
    odd = next(said for said in group if Fraction(*said[2]) == other)
    nearly = same == 1 and (abs(odd[2][0] - odd[2][1]) <= _NEARLY or _moved(odd[1]))
    if once != 1 or count < several or not (nearly or other / same in _SLIPS):
        return None
    known = {side for _, _, sides in group if Fraction(*sides) == same for side in sides}
    if _moved(odd[1]):  # half of the one before, or twice that of the next
        known |= {other for side in known for other in (2 * side, side // 2)}
    return odd if known.intersection(odd[2]) else None


def _sides(shape: ShapeText) -> tuple[int, int] | None:
    """The sides of a map that is written in numbers, None for all else."""
    sizes = [dim.value for dim in shape.dims]
    if shape.with_batch:
        sizes = sizes[1:]
    if len(sizes) != (2 if shape.plane else _MAP) or any(type(size) is not int for size in sizes):
        return None
    one, other = sizes[:2]
    return (one, other) if type(one) is int and type(other) is int and min(one, other) > 1 else None


def _moved(shape: ShapeText) -> bool:
    """Whether a square map has its channels in front of its sides, or between them."""
    if len(shape.dims) < _MAP:
        return False
    one, other, last = (dim.value for dim in shape.dims[-_MAP:])
    return last in (one, other) and one != other


def _known_sides(shapes: Shapes, comment: Comment) -> Iterator[Sequence[object]]:
    """The sides of the maps that are known where a comment stands."""
    spans = [shapes.layout.at(comment.line), shapes.layout.next_after(comment.line)]
    for span in spans if comment.own_line else spans[:1]:
        for event, tensor in results_of(shapes.events_at(span)):
            for one in (tensor, *event.inputs):
                if isinstance(one.shape, Shape) and len(one.shape) == _RANK:
                    yield one.shape[1:3]


def _is_of_a_call(shapes: Shapes, comment: Comment) -> bool:
    """Whether a comment stands at a statement that assigns or returns what a call gives.

    Or above a loop in which that is done, above a name for what it is done to.
    """
    span = shapes.layout.at(comment.line)
    if span is not None and comment.own_line and _is_stack(_value(span.node)):
        return True
    if comment.own_line or span is None:
        span = shapes.layout.next_after(comment.line)
    if span is not None and comment.own_line and isinstance(span.node, cst.For):
        return True
    value = _value(span.node) if span is not None else None
    # `first = x`: what follows is of it, or what was made before
    named = isinstance(value, cst.Name) and (comment.own_line or "resolution" in comment.text)
    return isinstance(value, cst.Call) or named


def _value(node: cst.CSTNode) -> cst.CSTNode | None:
    """What a statement assigns or returns."""
    parts = getattr(node, "body", ())
    return getattr(parts[0], "value", None) if isinstance(parts, Sequence) and parts else None


def _stack(shapes: Shapes, comment: Comment) -> int:
    """The line of the list of layers that a comment stands in, 0 if it is none."""
    span = shapes.layout.at(comment.line)
    return span.first if span is not None and _is_stack(_value(span.node)) else 0


def _is_stack(value: cst.CSTNode | None) -> bool:
    """Whether it is a list of what calls give: layers, one behind the other, in a Sequential."""
    if isinstance(value, cst.Call) and len(value.args) == 1 and called(value) == "Sequential":
        value = value.args[0].value
    if not isinstance(value, (cst.List, cst.Tuple)) or not value.elements:
        return False
    return all(isinstance(element.value, cst.Call) for element in value.elements)


class _Functions:
    """The functions of a file by their lines, as they are indented."""

    def __init__(self, lines: Sequence[str]) -> None:
        self.lines = lines
        found = ((at, _DEF.match(line)) for at, line in enumerate(lines, 1) if "def" in line)
        self.starts = [(at, len(match[1])) for at, match in found if match is not None]
        self._lines = [at for at, _ in self.starts]

    def of(self, line: int) -> int:
        """The line of the `def` that a line stands in, 0 outside of any."""
        text = self.lines[line - 1]
        indent = len(text) - len(text.lstrip())
        for start, depth in reversed(self.starts[: bisect_left(self._lines, line)]):
            if depth < indent:
                return start
        return 0

    def text(self, function: int) -> str:
        """The lines of a function, up to the next `def`."""
        at = bisect_left(self._lines, function) + 1
        end = self._lines[at] - 1 if at < len(self._lines) else len(self.lines)
        return "\n".join(self.lines[function - 1 : end])


def _unlike(shapes: Shapes, functions: _Functions, function: int, stack: int) -> bool:
    """Whether a call of a function treats the two sides unlike, or may exchange them.

    Or one in the list that begins on the line `stack`.
    """
    for event in shapes.facts.events:
        if event.site.source is shapes.facts.source and _is_unlike(event):
            span = shapes.layout.span_of(event.site.statement)
            if span is None:
                return True
            if (span.first == stack) if stack else functions.of(span.first) == function:
                return True
    return False


def _is_unlike(event: Event) -> bool:
    name = event.callee.rpartition(".")[2]
    if name in _TURNING:
        return True
    if name.lower().startswith("concat") and event.bound.get("axis") not in (-1, 3, None):
        shape = event.inputs[0].shape if event.inputs else None
        return isinstance(shape, Shape) and len(shape) == _RANK
    keeps = event.bound.get("padding") == "same" and not name.endswith("Transpose")
    keys = [key for key in _BY_SIDE if not (keeps and key in ("kernel_size", "dilation_rate"))]
    given = (event.bound.get(key) for key in keys)
    return any(isinstance(one, (list, tuple)) and len(set(map(str, one))) > 1 for one in given)
