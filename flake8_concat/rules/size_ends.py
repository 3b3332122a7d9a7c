"""What stands at the ends of the sizes of an image: the channels, the batch, what is left open."""

from __future__ import annotations

import re

import libcst as cst

from flake8_concat import late
from flake8_concat.rules import describe
from flake8_concat.rules.channel_words import named_channels
from flake8_concat.rules.names import Place as Scope
from flake8_concat.rules.names import dotted, label, number

Parts = list[tuple[cst.BaseExpression, "Scope | None"]]

_CHANNELS = late.compiled(r"chan|depth|^(?:bands?|colou?rs?|bpp|intensity)$", re.IGNORECASE)
_READ_CHANNELS = late.compiled(r"(?:\w+\.)*\w*shape\[(?:2|-1)\]")  # of a picture: `img.shape[2]`
_COLOURS = (1, 3, 4)


def tells_channels(parts: Parts) -> bool:
    """Whether sizes are those of an image, by what stands at their ends."""
    return is_channels(*parts[-1]) or _is_second(parts) or _is_open(parts)


def is_channels(node: cst.BaseExpression, scope: Scope | None) -> bool:
    """Whether a size can only be that of the channels of an image."""
    size = number(node, scope)
    if _READ_CHANNELS.fullmatch(describe.code(node)):
        return True
    name = label(node, scope) or ""
    return size in _COLOURS or named_channels(name) or bool(_CHANNELS.search(name))


def _is_second(parts: Parts) -> bool:
    """Whether the channels stand before the sides: `reshape(n, 1, rows, cols)`."""
    return len(parts) == 4 and isinstance(parts[1][0], cst.Integer) and is_channels(*parts[1])


def _is_open(parts: Parts) -> bool:
    """Whether batch and channels are left open: `x.set_shape((None, height, width, None))`."""
    ends = [dotted(parts[at][0]) for at in (0, -1)]
    return len(parts) == 4 and ends == ["None", "None"]
