"""Shapes as people write them beside code.

(None, 64, 64, 192)    [?, 28, 28, 3]    (bs, 16, 16, 1024)    64x64x192    52*52*128
Output: (None, 10)     26,26,512 -> 13,13,1024                 h1: (B, H/2, W/2, 64)

16x16 (the sides of a map)
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from flake8_concat import late
from flake8_concat.rules.shape_literals import (
    ARROW,
    ELLIPSIS,
    DimText,
    ShapeText,
    listed,
    literals,
    pair,
)
from flake8_concat.rules.worded_shapes import worded_map

__all__ = [
    "ELLIPSIS", "DimText", "ShapeText", "arrows", "asked", "becomes", "leads_to", "result_of",
    "shapes_in", "taken_and_given", "two_sizes",
]  # fmt: skip

LONGEST = 300  # characters of a comment that is read

_PLANE = late.compiled(
    r"(?<![\w.*/+-])(?P<one>\d{1,5})(?P<times>\s*[xX×]\s*)(?P<other>\d{1,4})(?![\w*/+.]|\s*[xX×*@])"
)
_PLANE_BESIDE = late.compiled(
    r"(?:[#\s:=().\[\],-]|\b(?:outputs?|out|sizes?|resolution|now|is|to|spatial|gives|"
    r"(?:up|down)[ -]?(?:sampled?|sampling|scaled?|scale)|px|pixels|feature maps?)\b)*",
    re.IGNORECASE,
)
_HEADING = 6  # words
_CHAINED = late.compiled(r"[#\s]*[(\[\w?]")  # it begins with a shape, not with an arrow

# What might be, or was.
_DOUBT = (
    r"e\.?g\.?|i\.?e\.?|example|if|when|instead|original\w*|paper|was|were|should|would|could|"
    r"for \d+|before|previous\w*|or|not|n't|assum\w+|suppos\w+|todo|fixme|vs|versus|expect\w*|"
    r"must|old|later|unlike|such as|receptive|version|back to|about|approx\w*|up to|at least|"
    r"at most|except|without|bug"
)
# The same, or of something else.
_ABOUT_OTHER = late.compiled(
    rf"\b({_DOUBT}|need\w*|want\w*|default\w*|y_true|labels?|ground|from|like|imagenet|cifar\w*|"
    r"mnist|numpy|figsize|dpi|event|param\w*|weights?|target_size|dataset|anchors?|boxes)\b",
    re.IGNORECASE,
)
# Where the words only explain a shape that is certainly one: it comes first, or is said to be the
# output.
_UNDONE = late.compiled(
    rf"\b({_DOUBT}|per|each|will|can|may|into?|change\w*|resize\w*)\b", re.IGNORECASE
)
_FIRST = late.compiled(
    r"[#\s]*(?:(?:output[_ ])?(?:shapes?|sizes?|dims?)\s*[:=]?\s*)?", re.IGNORECASE
)
_EXPLAINED = 16  # words beside such a shape; 8 beside others
# What numbers alone can be as well; `(None, 64, 64, 3)` is never a kernel.
_ABOUT_NUMBERS = late.compiled(
    r"\b(kernel\w*|filters?|stride\w*|pool_size|padding|pad\w*|window|dilat\w*|patch\w*|axis|axes|"
    r"perm\w*|crop\w*|rgb|bgr|ratio\w*|scales?|mean|std|range|images? (?:are|is|of)|args?|grid|"
    r"cells?|mask|steps? [0-9]|resol\w+|array|max|min)\b",
    re.IGNORECASE,
)
_INPUT = late.compiled(
    r"\b(?:in|inputs?|input[_ ]shape|takes|accepts|receives|given)\b"
    r"[^\w(\[]{0,4}(?:is|has|shape|size|[:=\s])*$|\binput_shape\s*=",
    re.IGNORECASE,
)
_OUTPUT = late.compiled(
    r"\b(?:out|outputs?|output[_ ]shape|results?|gives|returns|becomes|yields)\b"
    r"[^\w(\[]{0,4}(?:is|has|shape|size|[:=\s])*$",
    re.IGNORECASE,
)
_QUICK = late.compiled(
    r"\d\s*[,xX×*]|None\s*[,x]|\?\s*,|\d\s*[\])]|x\s*\d|(?i:\b(?:batch\w*|bs|b|n|width|height)\s*[,x])"
)


# "(0, 0, 0) to (255, 255, 255)": colours, of which the first is no shape
_UP_TO = late.compiled(r"[)\]]\s*to\s*$")

# The same once more as one number: "(4, 4, 8) i.e. 128-dimensional"
_RESTATED = late.compiled(
    r"(?<=[)\]])[\s,;(]+i\.?e\.?,?\s+\d+(?:[\s-]?(?:d|dim\w*|numbers?|values?|features?))?[).]*\s*$",
    re.IGNORECASE,
)

# A tensor as it is printed: `Tensor("conv/Relu:0", shape=(None, 8, 8, 96), dtype=float32)`.
_SHOWN = late.compiled(
    r"#\s*(?:out\w*\s*:\s*)?<?(?:[\w.]+\.)?(?:Keras|Eager|Sparse|Ragged)?Tensor(?:Spec)?[\s(:]"
    r"[^\[()]*\bshape=(?P<shape>[(\[][\w ?,.-]*[)\]])[^\[()]*[)>]?\s*$"
)


@lru_cache(maxsize=2048)
def shapes_in(text: str) -> tuple[ShapeText, ...]:
    """The shapes that a comment (or a line of a docstring) says, in order; () if it says none.

    A comment that speaks of kernels, strides, what once was or what might be says none.
    """
    if len(text) > LONGEST or not _QUICK.search(text):
        return ()
    text = _RESTATED.sub("", text)
    shown = _SHOWN.search(text) if "shape=" in text else None
    if shown is not None:  # the rest of it is the name, the dtype
        at = shown.start("shape") - len("shape=")
        return shapes_in("#" + " " * (at - 1) + text[at : shown.end("shape")])
    found = list(literals(text)) or list(listed(text))
    found = sorted((*found, *pair(text)), key=lambda shape: shape.start)
    if not found:
        return tuple(_worded(text) or _planes(text))
    if _UP_TO.search(text[: found[0].start]):
        return ()
    around = "".join(text[a:b] for a, b in _outside(found, len(text)))
    around = ARROW.sub(" ", around)
    becomes = _becomes(text, found)
    firm = becomes or _firm(text, found)
    if (_UNDONE if firm else _ABOUT_OTHER).search(around):
        return ()
    batch = all(shape.with_batch for shape in found)
    if not becomes and not batch and _ABOUT_NUMBERS.search(around):
        return ()
    if len(re.findall(r"[^\W\d_]{2,}", around)) > (_EXPLAINED if firm else 8):
        return ()
    return tuple(found)


def _becomes(text: str, found: list[ShapeText]) -> bool:
    """Whether a sentence ends with an arrow and a shape: `64 filters + pooling => 112 x 112 x 64`.

    Whatever it speaks of before, that is what comes of it.
    """
    (last, *more) = found
    way = list(ARROW.finditer(text))
    if more or len(way) != 1 or (len(last.dims) < 3 and not last.with_batch):
        return False
    return not text[way[0].end() : last.start].strip() and not text[last.end :].strip(" .)")


def _firm(text: str, found: list[ShapeText]) -> bool:
    """Whether words beside the shapes only explain: the one shape comes first, or is the output."""
    if len(found) == 1 and len(found[0].dims) > 2 and _FIRST.fullmatch(text[: found[0].start]):
        return True
    return sum(bool(_OUTPUT.search(text[: shape.start])) for shape in found) == 1


# "list of [batch, h, w, c]": what stands in it
_LIST_OF = late.compiled(
    r"\b(?:lists?|tuples?|arrays?|pairs?)[ ]+of[ ]+(?:\w+[ ]+)?$", re.IGNORECASE
)


# "for input 224 x 224 and output 112 x 112"
_OF_INPUT = late.compiled(r"\bfor\b[^.;:]*\binputs?\b[^\w(\[]{0,3}[(\[]?\d", re.IGNORECASE)


def result_of(text: str) -> ShapeText | None:
    """The one shape that a comment says of the result: the only one, or the one after an arrow."""
    found = shapes_in(text)
    if not found:
        return None
    ways = list(ARROW.finditer(text))
    if len(ways) > 1 and not _is_chain(text, found):
        return None  # the way through several calls, and more
    if len(found) == 2 and len(ways) == 1 and _in_numbers(*found):
        return found[1]
    if not ways and becomes(text, found):
        return replace(found[1], result=True)
    if ways:
        after = [shape for shape in found if shape.start >= ways[-1].end()]
        return replace(after[0], result=True) if len(after) == 1 else None
    if _OF_INPUT.search(text[: found[-1].start]):
        return None  # of another one something else comes
    outputs = [shape for shape in found if _OUTPUT.search(text[: shape.start])]
    if len(found) > 1 and len(outputs) == 1:
        return replace(outputs[0], result=True)
    if len(found) == 2 and _EQUALS.fullmatch(text, found[0].end, found[1].start):
        named, counted = found  # `(B, T, D) = (B, 128, 32)`
        if not any(type(dim.value) is int for dim in named.dims):
            return counted
    before = text[: found[0].start]
    if len(found) > 1 or _INPUT.search(before) or _in_a_row(text, found[0]):
        return None
    if _LIST_OF.search(before):
        return None
    return replace(found[0], result=True) if _OUTPUT.search(before) else found[0]


def becomes(text: str, found: Sequence[ShapeText]) -> bool:
    """Whether one shape becomes another: `64x64 to 64x64x1`, and no colour another, from 0 to 1."""
    if len(found) != 2 or text[found[0].end : found[1].start].strip() != "to":
        return False
    return all(dim.value != 0 for shape in found for dim in shape.dims)


def _in_numbers(named: ShapeText, counted: ShapeText) -> bool:
    """Whether an arrow only says the numbers of names: `(samples, steps) -> (25000, 20)`.

    That can be what goes in as well.
    """
    same = len(named.dims) == len(counted.dims) > 1
    return (
        same
        and not any(type(dim.value) is int for dim in named.dims)
        and all(type(dim.value) is int for dim in counted.dims)
    )


def taken_and_given(text: str) -> tuple[ShapeText, ShapeText] | None:
    """The two shapes of `# input: (None, 32, 32, 3), output: (None, 16, 16, 8)`."""
    found = shapes_in(text)
    if len(found) != 2 or ARROW.search(text) or not _INPUT.search(text[: found[0].start]):
        return None
    return (found[0], found[1]) if _OUTPUT.search(text[: found[1].start]) else None


_BESIDE = r"\s*(?:[,;&+]|and)?\s*"
_AFTER_ANOTHER = late.compiled(rf"\d\s*,?\s*[)\]]{_BESIDE}$")
_BEFORE_ANOTHER = late.compiled(rf"{_BESIDE}[(\[]\s*\w+\s*,\s*(?:\d+\s*)?[)\]]")


def _in_a_row(text: str, shape: ShapeText) -> bool:
    """Whether another pair of brackets with sizes stands right beside: `[5, 4], [b, 11]`."""
    return bool(
        shape.opening
        and (_AFTER_ANOTHER.search(text[: shape.start]) or _BEFORE_ANOTHER.match(text[shape.end :]))
    )


_TWO = late.compiled(
    r"#+[\s:=]*(?:(?:-{1,3}|=)>|shape\s*[:=]?)?\s*(?:(?:tf\.)?TensorShape\()?"
    r"(?P<shape>[(\[]\s*(?P<one>\d{1,7})\s*,\s*(?P<other>\d{1,7})\s*,?\s*[)\]])\)?[\s.]*"
)


def two_sizes(text: str) -> ShapeText | None:
    """`# (2, 4)` and nothing else: a shape where something tells so, as `print(x.shape)` does."""
    match = _TWO.fullmatch(text)
    if match is None or match["one"] == "0" or match["other"] == "0":
        return None
    sizes = [DimText(int(match[which]), *match.span(which)) for which in ("one", "other")]
    opening = match["shape"][0]
    return ShapeText(tuple(sizes), *match.span("shape"), ", ", opening, told=True)


_EQUALS = late.compiled(r"\s*(?:==?|:)\s*")


# "upsample to 14x14": that is what comes out, and can't be what goes in
_LEADS = late.compiled(
    r"\b(?:up|down)[ -]?(?:sampl|scal)\w*\s+(?:it\s+|them\s+|the \w+\s+)?to\s+[(\[]?\s*$",
    re.IGNORECASE,
)


def leads_to(text: str, said: ShapeText) -> bool:
    """Whether the words before a shape say that a map is brought to it."""
    return "sampl" in text and bool(_LEADS.search(text[: said.start]))


def arrows(text: str) -> int:
    """How often a text says that something becomes something."""
    return len(ARROW.findall(text))


def _is_chain(text: str, found: tuple[ShapeText, ...]) -> bool:
    """Whether a text is shapes with arrows between them: the way to the last of them."""
    words = "".join(text[a:b] for a, b in _outside(list(found), len(text)))
    return not ARROW.sub("", words).strip("# \t.") and bool(_CHAINED.match(text))


def _outside(found: list[ShapeText], end: int) -> Iterator[tuple[int, int]]:
    here = 0
    for shape in found:
        yield here, shape.start
        here = shape.end
    yield here, end


def _worded(text: str) -> list[ShapeText]:
    """`32x32, 16 channels`, `16@32x32`, where a comment says nothing else."""
    match = worded_map(text)
    if match is None or not all(_can_be_side(int(match[side])) for side in ("one", "other")):
        return []
    sizes = [DimText(int(match[k]), *match.span(k)) for k in ("one", "other", "channels")]
    return [ShapeText(tuple(sizes), *match.span("shape"), match["times"], told=True)]


def _planes(text: str) -> Iterator[ShapeText]:
    """The sides of maps, `16x16`, where a comment says little else. Small odd ones are kernels."""
    rest = ARROW.sub(" ", _PLANE.sub(" ", text))
    changes = _changes(text, rest)
    alone = changes or _PLANE_BESIDE.fullmatch(rest) is not None
    if not alone and (_UNDONE.search(rest) or _ABOUT_NUMBERS.search(rest)):
        return
    for match in _PLANE.finditer(text):
        if not alone and not _OUTPUT.search(text[: match.start()]):
            continue
        sides = [DimText(int(match[side]), *match.span(side)) for side in ("one", "other")]
        sized = changes or ("sampl" in text and _LEADS.search(text[: match.start()]))
        if sized or all(_can_be_side(int(match[side])) for side in ("one", "other")):
            yield ShapeText(tuple(sides), *match.span(), match["times"], told=True, plane=True)


def _changes(text: str, rest: str) -> bool:
    """Whether it is a heading with a size that becomes another: `Reduction A - 35x35 -> 17x17`."""
    found = list(_PLANE.finditer(text))
    if len(found) != 2 or not any(_can_be_side(int(match["one"])) for match in found):
        return False
    if _UNDONE.search(rest) or _ABOUT_NUMBERS.search(rest):
        return False
    between = text[found[0].end() : found[1].start()]
    words = re.findall(r"[^\W\d_]{2,}", rest)
    return len(words) <= _HEADING and ARROW.fullmatch(between.strip()) is not None


def _can_be_side(size: int) -> bool:
    return size > 11 or size in (4, 6, 8, 10)


_ASKED = late.compiled(r"^#+\s*(?:output\s+)?shape\s*[:=]\s*(\?)\s*$", re.IGNORECASE)


def asked(text: str) -> tuple[int, int] | None:
    """Where the question mark of `# shape: ?` stands, which waits to be filled in."""
    match = _ASKED.search(text) if len(text) <= LONGEST else None
    return match.span(1) if match else None
