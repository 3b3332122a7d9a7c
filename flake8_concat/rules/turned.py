"""Whether a file puts the width first on purpose: what such code shows of itself.

Text recognition reads images along their width, as time: it speaks of CTC, turns its images, or
feeds reshaped feature maps to a recurrent layer. Volumes of nibabel are width first.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from flake8_concat import late

_IMAGE = r"\w*(?:img|image|frame|photo|picture|im|mask|[xX]_?(?:train|test|val|data))s?"
_PLAIN = ("CTC", "captcha", "swapaxes(", "rot90", "cv2.rotate", "ROTATE_90", "nibabel")
# A word that is in all that the pattern finds, and in few files: far cheaper to look for.
_SAID = {
    "ctc": late.compiled(r"\bctc|_ctc"),
    "ocr": late.compiled(r"\bocr\b"),
    "OCR": late.compiled(r"\bOCR\b"),
    "nib.load": late.compiled(r"\bnib\.load"),
    "transpose(": late.compiled(rf"(?<![\dD_])transpose\(\s*{_IMAGE}\s*\)"),
}
_MATRIX = late.compiled(r"\.(?:T\b|transpose\(\s*\))")
_MATRIX_OF = late.compiled(rf"\b{_IMAGE}(?:\[\w+\])?$")
_STAGES = late.compiled(
    r"(?:(?P<reshape>Reshape\()|(?P<end>Model\()"
    r"|(?P<read>(?:LSTM|GRU|Bidirectional|SimpleRNN|CuDNNLSTM|CuDNNGRU)\())"
)
_FLATTENED = late.compiled(r"Flatten\(|\bexpand_dims\(|\bnewaxis\b")
_SEQUENCES = late.compiled(
    r"LSTM|GRU|RNN|Bidirectional|Conv1D|Pool(?:ing)?1D|TimeDistributed|Attention|Embedding|"
    r"(?i:sequence|time_?step|n_steps|spectro|mfcc|audio)"
)
_RECURRENT = late.compiled(r"\b(?:LSTM|GRU|Bidirectional|SimpleRNN|CuDNNLSTM|CuDNNGRU)\b")
# What owns the call is read backwards from it: a search from its own start would be quadratic.
_OWNER = late.compiled(r"[\w.\[\]]*$")
_OWNER_LENGTH = 80
_PERMUTED = late.compiled(
    r"\b(?P<call>transpose|Permute|permute_dimensions)\("
    r"(?P<before>[^()\d\n]*(?:\([^()\d\n]*)?)(?P<order>\d(?:\s*,\s*\d)+)"
)
_ORDERED = ("transpose(", "Permute(", "permute_dimensions(")
_NAMED = late.compiled(rf"\b{_IMAGE}\b")
# Orders of axes that turn an image, or a batch of them. The doubtful ones turn matrices, sequences
# and the heads of attention as well: they count only where an image is named.
_TURNS = ((1, 0, 2), (2, 1, 0))
_DOUBTFUL = ((1, 0), (0, 2, 1), (0, 2, 1, 3))
_LAYER_TURNS = ((2, 1, 3), (3, 2, 1))


@lru_cache(maxsize=8)
def turned(text: str) -> bool:
    """Whether a file shows that it puts the width first on purpose."""
    if any(word in text for word in _PLAIN):
        return True
    if any(word in text and _said(said, text) for word, said in _SAID.items()):
        return True
    if "Reshape(" in text and _RECURRENT.search(text) and not _models_apart(text):
        return True
    if any(_MATRIX_OF.search(_before(match)) for match in _MATRIX.finditer(text)):
        return True
    return any(word in text for word in _ORDERED) and any(
        _turns(match) for match in _PERMUTED.finditer(text)
    )


_IMPORTED = late.compiled(
    r"[ \t]*(?:(?:from|import)\b.*|[\w.]+(?:[ ]as[ ]\w+)?,?[ \t)]*)$", re.MULTILINE
)


def _said(word: re.Pattern[str], text: str) -> bool:
    """Whether a word stands in a file but where something of the name is imported."""
    return any(
        not _IMPORTED.match(text, text.rfind("\n", 0, match.start()) + 1)
        for match in word.finditer(text)
    )


def _models_apart(text: str) -> bool:
    """Whether a script reshapes in one model and reads sequences in another: a tutorial.

    All of it must be module code, with the end of a model (`Model(`) between any two of the kinds.
    """
    kinds = []
    for match in _STAGES.finditer(text):
        indented = text[text.rfind("\n", 0, match.start()) + 1] in " \t"
        if not indented:
            kinds.append(match.lastgroup)
        elif match.lastgroup != "end":
            return False
    together = any({one, other} == {"read", "reshape"} for one, other in pairwise(kinds))
    return not together and {"read", "reshape"} <= set(kinds)


@lru_cache(maxsize=8)  # each Input of a file asks
def flat_pictures(text: str) -> bool:
    """Whether inputs of two sizes can only be pictures without channels.

    They are flattened, or get channels; nothing in the file reads sequences.
    """
    return bool(_FLATTENED.search(text)) and not _SEQUENCES.search(text)


def _before(match: re.Match[str]) -> str:
    """What stands before a match: as much of it as the name of an owner has."""
    return match.string[max(0, match.start() - _OWNER_LENGTH) : match.start()]


def _turns(match: re.Match[str]) -> bool:
    order = tuple(int(axis) for axis in match["order"].split(","))
    if match["call"] == "Permute":
        return order in _LAYER_TURNS
    if order in _DOUBTFUL:
        owner = _OWNER.search(_before(match))
        return bool(_NAMED.search(f"{owner.group() if owner else ''} {match['before']}"))
    return order in _TURNS
