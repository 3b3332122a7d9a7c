"""Shapes as people write them beside code.

(None, 64, 64, 192)    [?, 28, 28, 3]    (bs, 16, 16, 1024)    64x64x192    52*52*128
Output: (None, 10)     26,26,512 -> 13,13,1024                 h1: (B, H/2, W/2, 64)

16x16 (the sides of a map)
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from math import prod

from flake8_concat import late
from flake8_concat.rules.worded_shapes import worded_map

ELLIPSIS = "..."
LONGEST = 300  # characters of a comment that is read


@dataclass(frozen=True, slots=True)
class DimText:
    """One size as written.

    value:  a number, None (any size), ELLIPSIS, a name or an expression of names
    batch:  mostly a batch is written so: None, ?, -1, bs, batch_size
    """

    value: int | str | None
    start: int
    end: int
    batch: bool = False


@dataclass(frozen=True, slots=True)
class ShapeText:
    """One shape in a text.

    start, end:  where it stands, brackets included
    separator:   what stands between its sizes, as first written: ", ", "x", " * "
    opening:     "(", "[" or "" without brackets
    told:        the words around it say that it is a shape, of the result: "Output: ", "-> "
    plane:       only the two sides of a map: "16x16"
    result:      it is said to be what comes out: "Output: ", "-> "
    """

    dims: tuple[DimText, ...]
    start: int
    end: int
    separator: str
    opening: str = ""
    told: bool = False
    plane: bool = False
    result: bool = False

    @property
    def with_batch(self) -> bool:
        """Whether the first size can only be a batch."""
        return self.dims[0].batch


_BATCH_WORDS = frozenset(
    "bs batch batchsize batch_size b bsz n_batch nbatch batch_sz m n num_batch none nb_samples "
    "samples num_samples batch_dim ? -1 - none_ nan".split()
)
_ANY = frozenset(("none", "?", "-1", "-", "*", "_", "nan", "any"))
_DIM = late.compiled(
    r"""\s*(?:
        (?P<dots>\.\.\.|…)
      | (?P<number>\d{1,7})
      | (?P<any>None|none|NONE|\?|-1|_|-|\*)
      | (?P<name>[A-Za-z_][\w.]*(?:\s(?:size|dim|len|length))?)
      | (?P<expression>[\w.]+(?:\s*(?://|[*/+-])\s*(?:[\w.]+|\([\w.\s*/+-]+\)))+
                      |\([\w.\s*/+-]+\)(?:\s*(?://|[*/])\s*[\w.]+)*|\d+[A-Za-z]\w*)
    )\s*$""",
    re.VERBOSE,
)
_TIMES = r"(?:[xX×*✕]|\bby\b)"
_CHAIN_DIM = r"(?:\d{1,7}|\?|None|[A-WYZhw](?:\s?/\s?\d{1,3})?|bs|batch(?:_size)?)"
_CHAIN = late.compiled(
    rf"(?<![\w.*/+-]){_CHAIN_DIM}(?P<first>\s*{_TIMES}\s*){_CHAIN_DIM}"
    rf"(?:\s*{_TIMES}\s*{_CHAIN_DIM})+(?![\w*/+]|\.\d)"
)
_CHAIN_PART = late.compiled(_CHAIN_DIM)
# `# N x 2048` and nothing else
_PAIR = late.compiled(
    rf"(?<=#)\s*(?P<batch>N|B|None|\?|bs|batch(?:_size)?)(?P<first>\s*{_TIMES}\s*)"
    r"(?P<size>\d{1,7})\s*$"
)
# `# batch_size, 1, units` and nothing else
_LISTED = late.compiled(
    r"#\s*(?P<shape>(?:batch(?:_?size)?(?=\s*,\s*[a-z_]{3}|.*,.*,)|(?:bs|bsz|B|N)(?=.*,.*,))"
    r"(?:\s*,\s*\w+(?:\s?[*/+-]{1,2}\s?\w+)*){1,5})\s*"
)
_BARE_SIZE = r"(?:\d{1,6}(?:\s*\*\s*\d{1,6})*|None|\?)"
_BARE = late.compiled(
    rf"(?<![a-zA-Z0-9_.,(\[*-])(?:{_BARE_SIZE}|bs|b|B|N|batch_size)(?P<first>\s*,\s*){_BARE_SIZE}"
    rf"(?:\s*,\s*{_BARE_SIZE})+(?![\w(\[.*]|\s*,)"
)
_BARE_PART = late.compiled(rf"{_BARE_SIZE}|bs|batch_size|[bBN]")
_PLANE = late.compiled(
    r"(?<![\w.*/+-])(?P<one>\d{1,5})(?P<times>\s*[xX×]\s*)(?P<other>\d{1,4})(?![\w*/+.]|\s*[xX×*@])"
)
_PLANE_BESIDE = late.compiled(
    r"(?:[#\s:=().\[\],-]|\b(?:outputs?|out|sizes?|resolution|now|is|to|spatial|gives|"
    r"(?:up|down)[ -]?(?:sampled?|sampling|scaled?|scale)|px|pixels|feature maps?)\b)*",
    re.IGNORECASE,
)
_HEADING = 6  # words
_ARROW = late.compiled(r"(?<!<)(?:-{1,3}>|={1,2}>)|→|⇒|➔|➜|⟶")  # `<->` compares two
_CHAINED = late.compiled(r"[#\s]*[(\[\w?]")  # it begins with a shape, not with an arrow
_CALLED = late.compiled(r"[\w\])]$")
_SHAPE_CALL = late.compiled(r"(?:TensorShape|(?<![a-z])(?:[Ss]hape|[Ss]ize|[Dd]ims?|[Oo]utput))$")

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
# What `tanh` gives and what pictures are scaled to, far more often than a shape.
_RANGE = late.compiled(r"\s*-1\s*,\s*1\s*")
_TOLD = late.compiled(
    r"(?:\b(?:out(?:put)?s?|results?|shapes?|sizes?|dims?|dimensions?|gives?|returns?|becomes?|"
    r"yields?|now|is|here|after|tensors?|feature maps?)\b[^\w(\[]{0,4}(?:is|has|of|shape|size|"
    r"now|the|tensor|a|dim\w*|s|[:=\s.\"'`-])*|^[#\s]*|^[^:=]{1,40}[:=]\s*|(?:--?|=)>\s*|[→⇒➔]\s*)$",
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
    found = list(_literals(text)) or list(_listed(text))
    found = sorted((*found, *_pair(text)), key=lambda shape: shape.start)
    if not found:
        return tuple(_worded(text) or _planes(text))
    if _UP_TO.search(text[: found[0].start]):
        return ()
    around = "".join(text[a:b] for a, b in _outside(found, len(text)))
    around = _ARROW.sub(" ", around)
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
    way = list(_ARROW.finditer(text))
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
    ways = list(_ARROW.finditer(text))
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
    if len(found) != 2 or _ARROW.search(text) or not _INPUT.search(text[: found[0].start]):
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
    return len(_ARROW.findall(text))


def _is_chain(text: str, found: tuple[ShapeText, ...]) -> bool:
    """Whether a text is shapes with arrows between them: the way to the last of them."""
    words = "".join(text[a:b] for a, b in _outside(list(found), len(text)))
    return not _ARROW.sub("", words).strip("# \t.") and bool(_CHAINED.match(text))


def _outside(found: list[ShapeText], end: int) -> Iterator[tuple[int, int]]:
    here = 0
    for shape in found:
        yield here, shape.start
        here = shape.end
    yield here, end


def _literals(text: str) -> Iterator[ShapeText]:
    covered: list[tuple[int, int]] = []
    for start, end in _brackets(text):
        if any(a <= start < b for a, b in covered):
            continue
        before = text[:start]
        if _CALLED.search(before) and not _SHAPE_CALL.search(before):
            covered.append((start, end))  # the arguments of a call
            continue
        shape = _bracketed(text, start, end)
        if shape is not None:
            covered.append((start, end))
            yield shape
    for pattern, part in ((_CHAIN, _CHAIN_PART), (_BARE, _BARE_PART)):
        for match in pattern.finditer(text):
            if any(a < match.end() and match.start() < b for a, b in covered):
                continue
            if pattern is _BARE and not _alone(text, match.start(), match.end()):
                continue
            found = [_dim(m.group(), m.start()) for m in part.finditer(text, *match.span())]
            dims = tuple(dim for dim in found if dim is not None)
            numbers = sum(type(dim.value) is int for dim in dims)
            alone = numbers and _alone(text, match.start(), match.end())
            of_batch = dims[0].batch and (len(dims) > 3 or alone)
            if numbers < 2 and not (of_batch or (alone and _of_sides(dims))):
                continue
            covered.append(match.span())
            yield ShapeText(
                dims,
                match.start(),
                match.end(),
                match.group("first"),
                told=_told(text, match.start()),
            )


def _of_sides(dims: tuple[DimText, ...]) -> bool:
    """Whether sizes are those of a map by the letters of its sides: `H/2 x W/2 x 64`."""
    letters = "".join(dim.value[0] for dim in dims[:2] if isinstance(dim.value, str))
    return len(dims) == 3 and letters.lower() == "hw"


def _pair(text: str) -> Iterator[ShapeText]:
    """`# N x 2048`: a batch of vectors."""
    match = _PAIR.search(text)
    dims = [_dim(match[part], match.start(part)) for part in ("batch", "size")] if match else []
    if match is not None and dims[0] is not None and dims[1] is not None:
        batch = replace(dims[0], batch=True)
        start, end = match.start("batch"), match.end("size")
        yield ShapeText((batch, dims[1]), start, end, match["first"], told=True)


def _listed(text: str) -> Iterator[ShapeText]:
    """`# batch_size, time_step, units` and nothing else: it begins with the batch."""
    match = _LISTED.fullmatch(text)
    if match is not None:
        start, end = match.span("shape")
        parts = re.finditer(r"[^,]+", text[start:end])
        dims = [_dim(part.group(), start + part.start()) for part in parts]
        if not any(dim is None for dim in dims):
            sizes = tuple(dim for dim in dims if dim is not None)
            yield ShapeText(sizes, start, end, ", ", told=True)


def _worded(text: str) -> list[ShapeText]:
    """`32x32, 16 channels`, `16@32x32`, where a comment says nothing else."""
    match = worded_map(text)
    if match is None or not all(_can_be_side(int(match[side])) for side in ("one", "other")):
        return []
    sizes = [DimText(int(match[k]), *match.span(k)) for k in ("one", "other", "channels")]
    return [ShapeText(tuple(sizes), *match.span("shape"), match["times"], told=True)]


def _planes(text: str) -> Iterator[ShapeText]:
    """The sides of maps, `16x16`, where a comment says little else. Small odd ones are kernels."""
    rest = _ARROW.sub(" ", _PLANE.sub(" ", text))
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
    return len(words) <= _HEADING and _ARROW.fullmatch(between.strip()) is not None


def _can_be_side(size: int) -> bool:
    return size > 11 or size in (4, 6, 8, 10)


# `P6_in 8, 8, 64`, `x为13,13,512`: the name of what has the shape, as the code has it
_LABEL = late.compiled(
    r"^[#\s]*(?:[\w.]*\s*[:=](?!>)|[A-Za-z]+(?:\d|_\w)\w*\s(?=.*(?:[-=]>|→)))|\b[a-zA-Z]\w{0,9}为"
)


def _alone(text: str, start: int, end: int) -> bool:
    """Whether nothing but arrows, plus signs, other shapes and a label stands beside."""
    rest = _ARROW.sub(" ", _LABEL.sub(" ", text[:start] + " " + text[end:]))
    return not re.search(r"[^\W\d]{2,}", rest.replace("None", "").replace("batch_size", ""))


def _told(text: str, start: int) -> bool:
    return bool(_TOLD.search(text[:start]))


def _brackets(text: str) -> list[tuple[int, int]]:
    """The pairs of round and square brackets, outermost first."""
    found, stack = [], []
    for index, char in enumerate(text):
        if char in "([":
            stack.append((char, index))
        elif char in ")]" and stack:
            opening, start = stack.pop()
            if (opening == "(") == (char == ")"):
                found.append((start, index + 1))
    return sorted(found)


def _bracketed(text: str, start: int, end: int) -> ShapeText | None:
    inner = text[start + 1 : end - 1]
    separator = re.search(r"\s*,\s*", inner)
    parts: list[tuple[str, int]] = []
    depth, begin = 0, 0
    for index, char in enumerate(inner):
        depth += (char in "([") - (char in ")]")
        if char == "," and not depth:
            parts.append((inner[begin:index], start + 1 + begin))
            begin = index + 1
    parts.append((inner[begin:], start + 1 + begin))
    if len(parts) == 1:
        chain = re.fullmatch(
            rf"\s*{_CHAIN_DIM}(\s*{_TIMES}\s*){_CHAIN_DIM}(\s*{_TIMES}\s*{_CHAIN_DIM})+\s*", inner
        )
        if chain is None:
            return None
        dims = [_dim(m.group(), m.start() + start + 1) for m in _CHAIN_PART.finditer(inner)]
        if sum(dim is not None and type(dim.value) is int for dim in dims) < 2:
            return None
        return ShapeText(
            tuple(d for d in dims if d), start, end, chain.group(1), text[start], _told(text, start)
        )
    if not parts[-1][0].strip():
        parts.pop()
    dims = [_dim(part, at) for part, at in parts]
    if not parts[0][0].strip() and len(parts) > 2:  # `(, 64, 32, 32)`
        dims[0] = DimText(None, parts[0][1], parts[0][1], batch=True)
    if any(dim is None for dim in dims):
        return None
    sizes = tuple(dim for dim in dims if dim is not None)
    if len(sizes) > 7 or not (any(type(dim.value) is int for dim in sizes) or _named(sizes)):
        return None
    if any(dim.value == 0 for dim in sizes) or _RANGE.fullmatch(inner):
        return None
    told = _told(text, start)
    if (
        len(sizes) < 3
        and not (len(sizes) == 1 and inner.rstrip().endswith(","))
        and not sizes[0].batch
        and sizes[0].value != ELLIPSIS
        and not (told and (re.search(r"\w", text[:start]) or _ARROW.search(text[:start])))
    ):
        return None
    return ShapeText(sizes, start, end, separator.group() if separator else ", ", text[start], told)


_OF_A_PICTURE = ["channels", "height", "width"]


def _named(sizes: tuple[DimText, ...]) -> bool:
    """Whether sizes that are names alone are a shape: `(batch_size, seq_len, d_model)`.

    Or those of a picture without its batch: `(width, height, channels)`.
    """
    if sorted(str(dim.value).lower() for dim in sizes) == _OF_A_PICTURE:
        return True
    return len(sizes) > 1 and sizes[0].batch and all(isinstance(d.value, str) for d in sizes[1:])


def _dim(text: str, start: int) -> DimText | None:
    match = _DIM.match(text)
    if match is None:
        return None
    begin = start + len(text) - len(text.lstrip())
    word = text.strip()
    end = begin + len(word)
    if match.group("dots"):
        return DimText(ELLIPSIS, begin, end)
    if match.group("number"):
        return DimText(int(word), begin, end)
    batch = word.lower().replace(" ", "_") in _BATCH_WORDS
    if match.group("any"):
        return DimText(None, begin, end, batch)
    if match.group("name") and " " not in word:
        return DimText(word, begin, end, batch)
    product = re.fullmatch(r"\d+(\s*\*\s*\d+)+", word)
    if product:
        return DimText(prod(int(n) for n in re.findall(r"\d+", word)), begin, end)
    return DimText(word, begin, end, batch and " " in word)


_ASKED = late.compiled(r"^#+\s*(?:output\s+)?shape\s*[:=]\s*(\?)\s*$", re.IGNORECASE)


def asked(text: str) -> tuple[int, int] | None:
    """Where the question mark of `# shape: ?` stands, which waits to be filled in."""
    match = _ASKED.search(text) if len(text) <= LONGEST else None
    return match.span(1) if match else None
