"""Which side of an image a name for a size stands for, and which names belong together."""

from __future__ import annotations

from functools import lru_cache

from flake8_concat.rules.words import AXIS_WORDS, LINES, SHORT_WORDS, SIDES, words_of


@lru_cache(maxsize=4096)
def side_of(name: str) -> str | None:
    """Whether a name stands for a width or a height, as a size: `img_width`, `h`, `NUM_ROWS`.

    One side at most, and nothing that makes it another thing: None for `width_multiplier`,
    `aspect_wh`, `line_width`.
    """
    words = words_of(name)
    sides = [
        next(iter(axes))
        for word in words
        if (axes := AXIS_WORDS.get(word) or SHORT_WORDS.get(word))
        and len(axes) == 1
        and not axes.isdisjoint(SIDES)
    ]
    if len(sides) != 1 or any(word in _NOT_A_SIZE for word in words):
        return None
    return sides[0]


_ENDS = {"left": "width", "right": "width", "top": "height", "bottom": "height"}


def end_of(name: str) -> str | None:
    """The side that a name for one of its ends is of: of `pad_left` the width."""
    sides = {_ENDS[word] for word in words_of(name) if word in _ENDS}
    return sides.pop() if len(sides) == 1 else None


_NOT_A_SIZE = frozenset(
    "multiplier factor ratio scale shift range attention pos position line border bar linewidth "
    "offset coef rate horizontal vertical horizontally vertically index idx channel channels "
    "first wise".split()
)


def twins(one: str, other: str) -> bool:
    """Whether two names differ only in the side they name: `img_w` and `img_h`, `nw` and `nh`."""
    if side_of(one) and side_of(other):
        return _template(one) == _template(other)
    return bool(_glued(one)) and _glued(one) == _glued(other)


def partners(one: str, other: str) -> bool:
    """Whether two names are made for each other: twins, and both of rows, of `h`, or of heights."""
    kinds = [
        next((at for at, kind in enumerate(_KINDS_OF_SIDES) if not kind.isdisjoint(words)), None)
        for words in (words_of(one), words_of(other))
    ]
    return twins(one, other) and kinds[0] == kinds[1]


_KINDS_OF_SIDES = (LINES, SHORT_WORDS.keys(), AXIS_WORDS.keys() - LINES)


def pair_sides(one: str, other: str) -> tuple[str, str] | None:
    """What a pair of names says: ("width", "height"), ("height", "width"), None if nothing.

    Short forms count only for twins: `(w, h)`, `(nw, nh)`; whole words also when mixed:
    `(width, img_height)`.
    """
    first, second = side_of(one), side_of(other)
    if first and second and first != second:
        plain = _spelled(one) and _spelled(other)
        return (first, second) if plain or _template(one) == _template(other) else None
    if not first and not second and len(one) > 1 and _glued(one) == _glued(other) is not None:
        ends = {"w": "width", "h": "height"}
        a, b = ends.get(one[-1].lower()), ends.get(other[-1].lower())
        if a and b and a != b:
            return a, b
    return None


def _spelled(name: str) -> bool:
    return any(word in ("width", "height", "widths", "heights") for word in words_of(name))


def _template(name: str) -> tuple[str, ...]:
    return tuple(
        "" if (AXIS_WORDS.get(word) or SHORT_WORDS.get(word, frozenset())) & set(SIDES) else word
        for word in words_of(name)
    )


def _glued(name: str) -> str | None:
    """`nw`, `iw`, `new_iw` without the side letter, if it can be one: short words only."""
    words = words_of(name)
    if words and len(words[-1]) == 2 and words[-1][-1] in "wh":
        return "_".join((*words[:-1], words[-1][:-1]))
    return None
