"""Whether a file puts the width first on purpose: what such code shows of itself.

Text recognition reads images along their width, as time: it speaks of CTC, turns its images, or
feeds reshaped feature maps to a recurrent layer. Volumes of nibabel are width first.
"""

from __future__ import annotations

import re
from functools import lru_cache

_IMAGE = r"\w*(?:img|image|frame|photo|picture|im|mask|[xX]_?(?:train|test|val|data))s?"
_SAID = re.compile(
    r"\bctc|_ctc|CTC|captcha|\bocr\b|\bOCR\b|swapaxes\(|rot90|cv2\.rotate|ROTATE_90"
    rf"|\b{_IMAGE}(?:\[\w+\])?\.(?:T\b|transpose\(\s*\))"
    rf"|(?<![\dD_])transpose\(\s*{_IMAGE}\s*\)|\bnib\.load|nibabel"
)
# One of these is in all that _SAID finds, and in few files: far cheaper to look for.
_QUICK = (
    "ctc", "CTC", "captcha", "ocr", "OCR", "swapaxes(", "rot90", "cv2.rotate", "ROTATE_90",
    ".T", "transpose(", "nib",
)  # fmt: skip
_RECURRENT = re.compile(r"\b(?:LSTM|GRU|Bidirectional|SimpleRNN|CuDNNLSTM|CuDNNGRU)\b")
# What owns the call is read backwards from it: a search from its own start would be quadratic.
_OWNER = re.compile(r"[\w.\[\]]*$")
_OWNER_LENGTH = 80
_PERMUTED = re.compile(
    r"\b(?P<call>transpose|Permute|permute_dimensions)\("
    r"(?P<before>[^()\d\n]*(?:\([^()\d\n]*)?)(?P<order>\d(?:\s*,\s*\d)+)"
)
_NAMED = re.compile(rf"\b{_IMAGE}\b")
# Orders of axes that turn an image, or a batch of them. The doubtful ones turn matrices, sequences
# and the heads of attention as well: they count only where an image is named.
_TURNS = ((1, 0, 2), (2, 1, 0))
_DOUBTFUL = ((1, 0), (0, 2, 1), (0, 2, 1, 3))
_LAYER_TURNS = ((2, 1, 3), (3, 2, 1))


@lru_cache(maxsize=8)
def turned(text: str) -> bool:
    """Whether a file shows that it puts the width first on purpose."""
    if any(word in text for word in _QUICK) and _SAID.search(text):
        return True
    if "Reshape(" in text and _RECURRENT.search(text):
        return True
    return any(_turns(match) for match in _PERMUTED.finditer(text))


def _turns(match: re.Match[str]) -> bool:
    order = tuple(int(axis) for axis in match["order"].split(","))
    if match["call"] == "Permute":
        return order in _LAYER_TURNS
    if order in _DOUBTFUL:
        before = match.string[max(0, match.start() - _OWNER_LENGTH) : match.start()]
        owner = _OWNER.search(before)
        return bool(_NAMED.search(f"{owner.group() if owner else ''} {match['before']}"))
    return order in _TURNS
