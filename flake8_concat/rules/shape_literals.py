"""Shapes as they are written, wherever in a text: in brackets, with signs between, listed.

What the words around them make of them is told in `shape_text.py`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from math import prod

from flake8_concat import late

ELLIPSIS = "..."


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
ARROW = late.compiled(r"(?<!<)(?:-{1,3}>|={1,2}>)|→|⇒|➔|➜|⟶")  # `<->` compares two
_CALLED = late.compiled(r"[\w\])]$")
_SHAPE_CALL = late.compiled(r"(?:TensorShape|(?<![a-z])(?:[Ss]hape|[Ss]ize|[Dd]ims?|[Oo]utput))$")
# What `tanh` gives and what pictures are scaled to, far more often than a shape.
_RANGE = late.compiled(r"\s*-1\s*,\s*1\s*")
_TOLD = late.compiled(
    r"(?:\b(?:out(?:put)?s?|results?|shapes?|sizes?|dims?|dimensions?|gives?|returns?|becomes?|"
    r"yields?|now|is|here|after|tensors?|feature maps?)\b[^\w(\[]{0,4}(?:is|has|of|shape|size|"
    r"now|the|tensor|a|dim\w*|s|[:=\s.\"'`-])*|^[#\s]*|^[^:=]{1,40}[:=]\s*|(?:--?|=)>\s*|[→⇒➔]\s*)$",
    re.IGNORECASE,
)


def literals(text: str) -> Iterator[ShapeText]:
    """The shapes in brackets, and those that are sizes with signs or commas between them."""
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
                told=told_before(text, match.start()),
            )


def _of_sides(dims: tuple[DimText, ...]) -> bool:
    """Whether sizes are those of a map by the letters of its sides: `H/2 x W/2 x 64`."""
    letters = "".join(dim.value[0] for dim in dims[:2] if isinstance(dim.value, str))
    return len(dims) == 3 and letters.lower() == "hw"


def pair(text: str) -> Iterator[ShapeText]:
    """`# N x 2048`: a batch of vectors."""
    match = _PAIR.search(text)
    dims = [_dim(match[part], match.start(part)) for part in ("batch", "size")] if match else []
    if match is not None and dims[0] is not None and dims[1] is not None:
        batch = replace(dims[0], batch=True)
        start, end = match.start("batch"), match.end("size")
        yield ShapeText((batch, dims[1]), start, end, match["first"], told=True)


def listed(text: str) -> Iterator[ShapeText]:
    """`# batch_size, time_step, units` and nothing else: it begins with the batch."""
    match = _LISTED.fullmatch(text)
    if match is not None:
        start, end = match.span("shape")
        parts = re.finditer(r"[^,]+", text[start:end])
        dims = [_dim(part.group(), start + part.start()) for part in parts]
        if not any(dim is None for dim in dims):
            sizes = tuple(dim for dim in dims if dim is not None)
            yield ShapeText(sizes, start, end, ", ", told=True)


# `P6_in 8, 8, 64`, `x为13,13,512`: the name of what has the shape, as the code has it
_LABEL = late.compiled(
    r"^[#\s]*(?:[\w.]*\s*[:=](?!>)|[A-Za-z]+(?:\d|_\w)\w*\s(?=.*(?:[-=]>|→)))|\b[a-zA-Z]\w{0,9}为"
)


def _alone(text: str, start: int, end: int) -> bool:
    """Whether nothing but arrows, plus signs, other shapes and a label stands beside."""
    rest = ARROW.sub(" ", _LABEL.sub(" ", text[:start] + " " + text[end:]))
    return not re.search(r"[^\W\d]{2,}", rest.replace("None", "").replace("batch_size", ""))


def told_before(text: str, start: int) -> bool:
    """Whether the words before a place say that a shape follows."""
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
            tuple(d for d in dims if d),
            start,
            end,
            chain.group(1),
            text[start],
            told_before(text, start),
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
    told = told_before(text, start)
    if (
        len(sizes) < 3
        and not (len(sizes) == 1 and inner.rstrip().endswith(","))
        and not sizes[0].batch
        and sizes[0].value != ELLIPSIS
        and not (told and (re.search(r"\w", text[:start]) or ARROW.search(text[:start])))
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
