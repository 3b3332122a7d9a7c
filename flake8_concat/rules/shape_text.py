"""Shapes as people write them beside code, and whether a traced shape can be what they mean.

    (None, 64, 64, 192)    [?, 28, 28, 3]    (bs, 16, 16, 1024)    64x64x192    52*52*128
    Output: (None, 10)     26,26,512 -> 13,13,1024                 h1: (B, H/2, W/2, 64)

A name is a variable whose value is known, else it stands for any size. A shape with or without
its batch, flattened, with the channels moved, or with axes of size 1 left out is still the same
shape; only what fits in no reading is contradicted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from math import prod

from flake8_concat.shapes import Shape

ELLIPSIS = "..."
_LONGEST = 300  # characters of a comment that is read


@dataclass(frozen=True, slots=True)
class DimText:
    """One size as written. `value`: a number, None (any size), ELLIPSIS, or a name."""

    value: int | str | None
    start: int
    end: int
    batch: bool = False  # only a batch is written so: None, ?, -1, bs, batch_size


@dataclass(frozen=True, slots=True)
class ShapeText:
    """One shape in a text.

    start, end:  where it stands, brackets included
    separator:   what stands between its sizes, as first written: ", ", "x", " * "
    opening:     "(", "[" or "" without brackets
    told:        the words around it say that it is a shape, of the result: "Output: ", "-> "
    """

    dims: tuple[DimText, ...]
    start: int
    end: int
    separator: str
    opening: str = ""
    told: bool = False

    @property
    def with_batch(self) -> bool:
        """Whether the first size can only be a batch."""
        return self.dims[0].batch


_BATCH_WORDS = frozenset(
    "bs batch batchsize batch_size b bsz n_batch nbatch batch_sz m n num_batch none nb_samples "
    "samples num_samples batch_dim ? -1 - none_ nan".split()
)
_ANY = frozenset(("none", "?", "-1", "-", "*", "_", "nan", "any"))
_DIM = re.compile(
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
_CHAIN_DIM = r"(?:\d{1,7}|\?|None|[A-Z]|bs|batch(?:_size)?)"
_CHAIN = re.compile(
    rf"(?<![\w.*/+-]){_CHAIN_DIM}(?P<first>\s*{_TIMES}\s*){_CHAIN_DIM}"
    rf"(?:\s*{_TIMES}\s*{_CHAIN_DIM})+(?![\w*/+]|\.\d)"
)
_CHAIN_PART = re.compile(_CHAIN_DIM)
_BARE = re.compile(
    r"(?<![\w.,(\[-])(?:\d{1,6}|None|\?|bs|batch_size)(?P<first>\s*,\s*)(?:\d{1,6}|None|\?)"
    r"(?:\s*,\s*(?:\d{1,6}|None|\?))+(?![\w(\[.]|\s*,)"
)
_BARE_PART = re.compile(r"\d{1,6}|None|\?|bs|batch_size")
_ARROW = re.compile(r"-{1,3}>|={1,2}>|→|⇒|➔|➜|⟶")
_CALLED = re.compile(r"[\w\])]$")
_SHAPE_CALL = re.compile(r"(?:TensorShape|[Ss]hape|[Ss]ize|[Dd]ims?|[Oo]utput)$")

# What might be, was, or is of something else.
# What might be, was, or is of something else.
_ABOUT_OTHER = re.compile(
    r"\b(e\.?g\.?|i\.?e\.?|example|if|when|instead|original\w*|paper|was|were|should|would|could|"
    r"before|previous\w*|or|not|n't|assum\w+|suppos\w+|todo|fixme|vs|versus|expect\w*|need\w*|must|"
    r"want\w*|old|default\w*|y_true|labels?|ground|unlike|from|such as|like|receptive|version|"
    r"about|approx\w*|imagenet|cifar\w*|mnist|numpy|figsize|dpi|up to|at least|at most|"
    r"except|without|bug|param\w*|weights?|target_size|dataset|anchors?|boxes)\b",
    re.IGNORECASE,
)
# What numbers alone can be as well; `(None, 64, 64, 3)` is never a kernel.
_ABOUT_NUMBERS = re.compile(
    r"\b(kernel\w*|filters?|stride\w*|pool_size|padding|pad\w*|window|dilat\w*|patch\w*|axis|axes|"
    r"perm\w*|crop\w*|rgb|bgr|ratio\w*|scales?|mean|std|range|images? (?:are|is|of)|args?|grid|"
    r"cells?|mask|steps? [0-9]|resol\w+|array|max|min)\b",
    re.IGNORECASE,
)
_TOLD = re.compile(
    r"(?:\b(?:out(?:put)?s?|results?|shapes?|sizes?|dims?|dimensions?|gives?|returns?|becomes?|"
    r"yields?|now|is|here|after|tensors?|feature maps?)\b[^\w(\[]{0,4}(?:is|has|of|shape|size|"
    r"now|the|tensor|a|dim\w*|s|[:=\s.\"'`-])*|^[#\s]*|^[^:=]{1,40}[:=]\s*|(?:--?|=)>\s*|[→⇒➔]\s*)$",
    re.IGNORECASE,
)
_INPUT = re.compile(
    r"\b(?:in|inputs?|input[_ ]shape)\b[^\w(\[]{0,4}(?:is|has|shape|size|[:=\s])*$", re.IGNORECASE
)
_QUICK = re.compile(r"\d\s*[,xX×*]|None\s*[,x]|\?\s*,|\d\s*[\])]")


@lru_cache(maxsize=2048)
def shapes_in(text: str) -> tuple[ShapeText, ...]:
    """The shapes that a comment (or a line of a docstring) says, in order; () if it says none.

    A comment that speaks of kernels, strides, what once was or what might be says none.
    """
    if len(text) > _LONGEST or not _QUICK.search(text):
        return ()
    found = sorted(_literals(text), key=lambda shape: shape.start)
    if not found:
        return ()
    around = "".join(text[a:b] for a, b in _outside(found, len(text)))
    around = _ARROW.sub(" ", around)
    if _ABOUT_OTHER.search(around):
        return ()
    if _ABOUT_NUMBERS.search(around) and not all(shape.with_batch for shape in found):
        return ()
    if len(re.findall(r"[^\W\d_]{2,}", around)) > 8:
        return ()
    return tuple(found)


def result_of(text: str) -> ShapeText | None:
    """The one shape that a comment says of the result: the only one, or the one after the arrow."""
    found = shapes_in(text)
    if not found:
        return None
    arrows = list(_ARROW.finditer(text))
    if arrows:
        after = [shape for shape in found if shape.start >= arrows[-1].end()]
        return after[0] if len(after) == 1 else None
    if len(found) > 1 or _INPUT.search(text[: found[0].start]):
        return None
    return found[0]


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
            if sum(type(dim.value) is int for dim in dims) < 2:
                continue
            covered.append(match.span())
            yield ShapeText(
                dims,
                match.start(),
                match.end(),
                match.group("first"),
                told=_told(text, match.start()),
            )


def _alone(text: str, start: int, end: int) -> bool:
    """Whether nothing but arrows, plus signs, other shapes and a label stands beside."""
    rest = _ARROW.sub(" ", text[:start] + " " + text[end:])
    rest = re.sub(r"^[#\s]*[\w.]*\s*[:=]", " ", rest)
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
    if any(dim is None for dim in dims):
        return None
    sizes = tuple(dim for dim in dims if dim is not None)
    if not any(type(dim.value) is int for dim in sizes) or len(sizes) > 7:
        return None
    if any(dim.value == 0 for dim in sizes):
        return None
    told = _told(text, start)
    if (
        len(sizes) < 3
        and not sizes[0].batch
        and sizes[0].value != ELLIPSIS
        and not (told and re.search(r"\w", text[:start]))
    ):
        return None
    return ShapeText(sizes, start, end, separator.group() if separator else ", ", text[start], told)


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
    return DimText(None, begin, end, batch and " " in word)


Sizes = tuple["int | None", ...]  # None: any size


def meant(shape: ShapeText, variables: Mapping[str, int]) -> tuple[int | str | None, ...]:
    """The sizes with known names replaced; None for any size, ELLIPSIS for any number of them."""
    return tuple(
        dim.value
        if type(dim.value) is int or dim.value is None or dim.value == ELLIPSIS
        else variables.get(str(dim.value))
        for dim in shape.dims
    )


def fits(shape: ShapeText, traced: Shape, variables: Mapping[str, int]) -> bool:
    """Whether the text can mean the traced shape in any reading."""
    sizes = meant(shape, variables)
    if ELLIPSIS in sizes:
        at = sizes.index(ELLIPSIS)
        tail = sizes[at + 1 :]
        if ELLIPSIS in tail or at + len(tail) > len(traced):
            return ELLIPSIS in tail
        return _same(sizes[:at], traced[:at], free=0) and _same(
            tail, traced[len(traced) - len(tail) :], free=None
        )
    text = tuple(sizes)
    without = traced[1:]
    if _same(text, traced, free=0) or _same(text, without, free=None):
        return True
    if len(text) == len(traced) or shape.with_batch:
        text = text[1:]
    if _moved(text, without):
        return True
    shorter = not shape.with_batch and len(text) + 1 == len(without)
    if shorter and (_same(text, without[:-1], free=None) or _same(text, without[1:], free=None)):
        return True
    return _flattened(text, without) or _squeezed(text, without)


def _same(text: tuple[int | str | None, ...], traced: tuple[object, ...], free: int | None) -> bool:
    """Size for size; `free`: the axis (the batch) that fits whatever it says."""
    return len(text) == len(traced) and all(
        said == size or said is None or type(size) is not int or at == free
        for at, (said, size) in enumerate(zip(text, traced, strict=True))
    )


def _moved(text: tuple[int | str | None, ...], traced: tuple[object, ...]) -> bool:
    """Whether it is the same with the channels at the other end."""
    if len(text) != len(traced) or len(text) < 2:
        return False
    return _same((*text[1:], text[0]), traced, None) or _same((text[-1], *text[:-1]), traced, None)


def _flattened(text: tuple[int | str | None, ...], traced: tuple[object, ...]) -> bool:
    """Whether it is as many numbers, at another rank."""
    if len(text) == len(traced) and len(text) > 1:
        return False
    if any(type(size) is not int for size in traced):
        return len(text) != len(traced) and any(size is None for size in text)
    known = [size for size in text if type(size) is int]
    if not known:
        return True
    whole = prod(traced)  # type: ignore[arg-type]
    if len(known) == len(text):
        return prod(known) == whole
    return len(text) != len(traced) and whole % prod(known) == 0


def _squeezed(text: tuple[int | str | None, ...], traced: tuple[object, ...]) -> bool:
    left = tuple(size for size in text if size != 1)
    right = tuple(size for size in traced if size != 1)
    return (len(left), len(right)) != (len(text), len(traced)) and _same(left, right, None)


@dataclass(frozen=True, slots=True)
class Difference:
    """How a text differs from a traced shape: the axes (counted from 0), or the rank."""

    axes: tuple[int, ...] = ()
    positions: tuple[int, ...] = ()  # which sizes of the text
    rank: bool = False


def difference(shape: ShapeText, traced: Shape, variables: Mapping[str, int]) -> Difference | None:
    """Where a text contradicts a traced shape; None if it does not, or not clearly.

    Another rank is a contradiction only where the text shows its batch or says what it is.
    """
    if fits(shape, traced, variables):
        return None
    sizes = meant(shape, variables)
    if ELLIPSIS in sizes:
        return _after_ellipsis(sizes, traced)
    offset = len(traced) - len(sizes)
    if offset not in (0, 1) or (offset == 1 and shape.with_batch):
        return Difference(rank=True) if shape.with_batch and _all_int(traced[1:]) else None
    if offset == 0 and not shape.with_batch and type(sizes[0]) is int and not shape.told:
        return None
    wrong = [
        (at + offset, at)
        for at, said in enumerate(sizes)
        if at + offset and said is not None and type(traced[at + offset]) is int
        if said != traced[at + offset]
    ]
    if not wrong:
        return None
    return Difference(tuple(axis for axis, _ in wrong), tuple(at for _, at in wrong))


def _after_ellipsis(sizes: tuple[int | str | None, ...], traced: Shape) -> Difference | None:
    """`(..., 192)`: only the last sizes are judged."""
    at = sizes.index(ELLIPSIS)
    offset = len(traced) - len(sizes)
    if ELLIPSIS in sizes[at + 1 :] or at + offset < 0:
        return None
    wrong = [
        position
        for position in range(at + 1, len(sizes))
        if position + offset and sizes[position] is not None
        if type(traced[position + offset]) is int and traced[position + offset] != sizes[position]
    ]
    if not wrong:
        return None
    return Difference(tuple(position + offset for position in wrong), tuple(wrong))


def _all_int(sizes: tuple[object, ...]) -> bool:
    return all(type(size) is int for size in sizes)


def corrected(
    text: str, shape: ShapeText, traced: Shape, wrong: Difference
) -> list[tuple[int, int, str]]:
    """The replacements (start, end, new text) that make the text say the traced shape."""
    if wrong.positions:
        return [
            (shape.dims[at].start, shape.dims[at].end, str(traced[axis]))
            for axis, at in zip(wrong.axes, wrong.positions, strict=True)
        ]
    first = text[shape.dims[0].start : shape.dims[0].end]
    dims = [first, *(str(size) if type(size) is int else "None" for size in traced[1:])]
    inner = shape.separator.join(dims)
    return [(shape.dims[0].start, shape.dims[-1].end, inner)]


_ASKED = re.compile(r"^#+\s*(?:output\s+)?shape\s*[:=]\s*(\?)\s*$", re.IGNORECASE)


def asked(text: str) -> tuple[int, int] | None:
    """Where the question mark of `# shape: ?` stands, which waits to be filled in."""
    match = _ASKED.search(text) if len(text) <= _LONGEST else None
    return match.span(1) if match else None
