"""Whether a file puts the width first on purpose: what such code shows of itself.

Text recognition reads images along their width, as time: it speaks of CTC, turns its images, or
feeds reshaped feature maps to a recurrent layer; so do copies of LipNet. Volumes of nibabel and
pynrrd are width first.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise

from flake8_concat import late
from flake8_concat.rules.words import words_of

_IMAGE = r"\w*(?:img|image|frame|photo|picture|im|mask|[xX]_?(?:train|test|val|data))s?"
_PLAIN = ("CTC", "captcha", "LipNet", "cv2.rotate", "ROTATE_90", "nibabel", "nrrd.read")
# A word that is in all that the pattern finds, and in few files: far cheaper to look for.
_SAID = {
    "ctc": late.compiled(r"\bctc|_ctc"),
    "ocr": late.compiled(r"\bocr\b"),
    "OCR": late.compiled(r"\bOCR\b"),
    "rot90": late.compiled(r"\brot90\b(?!\s*\()"),
    "nib.load": late.compiled(r"\bnib\.load"),
    "transpose(": late.compiled(rf"(?<![\dD_])transpose\(\s*{_IMAGE}\s*\)"),
}
_MATRIX = late.compiled(r"\.(?:T\b|transpose\(\s*\))")
_MATRIX_OF = late.compiled(rf"\b{_IMAGE}(?:\[\w+\])?$")
_STAGES = late.compiled(
    r"(?:(?P<reshape>Reshape\()|(?P<end>Model\()"
    r"|(?P<read>(?:LSTM|GRU|Bidirectional|SimpleRNN|CuDNNLSTM|CuDNNGRU)\())"
)
_FLATTENED = late.compiled(
    r"[Fen](?:(?<=F)latten\(|(?<=e)(?<!\we)xpand_dims\(|(?<=n)(?<!\wn)ewaxis\b)"
)
_OF_SEQUENCES = tuple(
    "LSTM GRU RNN Bidirectional Conv1D Pool1D Pooling1D TimeDistributed Attention Embedding".split()
)
_SEQUENCES = tuple("sequence timestep time_step n_steps spectro mfcc audio".split())
_RECURRENT = late.compiled(r"\b(?:LSTM|GRU|Bidirectional|SimpleRNN|CuDNNLSTM|CuDNNGRU)\b")
# What owns the call is read backwards from it: a search from its own start would be quadratic.
_OWNER = late.compiled(r"[\w.\[\]]*$")
_OWNER_LENGTH = 160
# A grid of pictures: `images.reshape(rows, columns, height, width, 3).swapaxes(1, 2)`.
_GRID = late.compiled(r"reshape\(\s*[(\[]?(?:[^(),]+,){4,}[^(),]*[)\]]?\s*\)\s*\.$")
_PERMUTED = late.compiled(
    r"\b(?P<call>transpose|Permute|permute_dimensions)\("
    r"(?P<before>[^()\d\n]*(?:\([^()\d\n]*)?)(?P<order>\d(?:\s*,\s*\d)+)"
)
_ORDERED = ("transpose(", "Permute(", "permute_dimensions(")
# A mask is an image's, but where it tells an attention what to look at.
_NAMED = late.compiled(
    rf"\b(?!\w*(?:context|att|attn|attention|pad|padding|causal|ahead)_?masks?\b){_IMAGE}\b"
)
# What is turned when a game is played: its squares have no width that is time. Nor have the cells
# of YOLO, whose places are turned so, and the anchors that are shifted over a map.
_BOARD = late.compiled(
    r"\b(?:\w+_)?(?:board|state|policy|pi|grid|maze|offset|anchor|shift)s?(?:_\w+)?\b"
)
_NUMBER = late.compiled(r"(?:\w+\s*=\s*)?(?P<number>-?\s*\d+)$")
_LONGEST = 400  # of the arguments of a call that are looked at
# `if tf.random.uniform([]) > 0.5:`, and what is turned there: that makes more images of few.
_AT_RANDOM = late.compiled(r"\bif\b[^\n]*rand[^\n]*:[ \t]*\n?[^\n]*\brot90\(")
# Orders of axes that turn an image, or a batch of them. The doubtful ones turn matrices, sequences
# and the heads of attention as well: they count only where an image is named.
_TURNS = ((1, 0, 2), (2, 1, 0))
_DOUBTFUL = ((1, 0), (0, 2, 1), (0, 2, 1, 3))
_LAYER_TURNS = ((2, 1, 3), (3, 2, 1))


# What may turn a picture, or a stack of them.
TURNS = late.compiled(r"transpose|swapaxes|Permute|permute|rot90|rotate|\.T\b")
# Orders that bring the channels to the other end and leave the picture upright.
UPRIGHT = late.compiled(r"[(\[]\s*0\s*,\s*(?:3\s*,\s*1\s*,\s*2|2\s*,\s*3\s*,\s*1)\s*,?\s*[)\]]")


@lru_cache(maxsize=8)
def turned(text: str) -> bool:
    """Whether a file shows that it puts the width first on purpose."""
    if any(word in text for word in _PLAIN):
        return True
    if any(word in text and _said(said, text) for word, said in _SAID.items()):
        return True
    if "swapaxes(" in text and any(
        _swaps(*call) and not _of_board(*call) for call in _calls("swapaxes", text)
    ):
        return True
    if "rot90(" in text and _on_their_side(_AT_RANDOM.sub("", text)):
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


_VOLUMES = late.compiled(
    r"\.nii\b|SimpleITK|\bsitk\b|torchio|pydicom|dicom|(?i:voxel)|\b(?i:volumes?)\b|_volumes?\b"
    r"|Conv(?:olution)?3D|\b(?:MRI|BraTS|CT scans?)\b"
)
_DEPTH = late.compiled(r"(?:^|_)(?:i?d|ide|depth|slices?|z)\d?$", re.IGNORECASE)


def of_volume(text: str, names: Iterable[str]) -> bool:
    """Whether sizes of these names are those of a volume, in a file that has to do with such.

    Its sides follow each other in one order or another: nibabel has the width first, others have
    the slices there, and who turns them tells nobody.
    """
    return any(_DEPTH.search(name) for name in names) and _has_volumes(text)


@lru_cache(maxsize=8)
def _has_volumes(text: str) -> bool:
    return bool(_VOLUMES.search(text))


@lru_cache(maxsize=8)  # each Input of a file asks
def flat_pictures(text: str) -> bool:
    """Whether inputs of two sizes can only be pictures without channels.

    They are flattened, or get channels; nothing in the file reads sequences.
    """
    return bool(_FLATTENED.search(text)) and not reads_sequences(text)


@lru_cache(maxsize=8)
def reads_sequences(text: str) -> bool:
    """Whether a file has to do with sequences: their two axes are steps and features."""
    lower = text.lower()
    return any(word in text for word in _OF_SEQUENCES) or any(word in lower for word in _SEQUENCES)


def _before(match: re.Match[str]) -> str:
    """What stands before a match: as much of it as the name of an owner has."""
    return match.string[max(0, match.start() - _OWNER_LENGTH) : match.start()]


def _calls(name: str, text: str) -> Iterator[tuple[str, list[str]]]:
    """The calls of a function or method: what stands before its name, and the arguments."""
    start = text.find(f"{name}(")
    while start >= 0:
        before = text[max(0, start - _OWNER_LENGTH) : start]
        if not before.endswith("def "):
            yield before, _arguments(text, start + len(name) + 1)
        start = text.find(f"{name}(", start + 1)


def _arguments(text: str, start: int) -> list[str]:
    """The arguments of a call, from behind its parenthesis; as far as they go in a look."""
    found, depth, begun = [], 0, start
    for at in range(start, min(len(text), start + _LONGEST)):
        letter = text[at]
        if letter in "([{":
            depth += 1
        elif letter in ")]}":
            depth -= 1
        if depth < 0 or (letter == "," and not depth):
            found.append(text[begun:at].strip())
            begun = at + 1
        if depth < 0:
            break
    return [argument for argument in found if argument]


def _swaps(before: str, arguments: list[str]) -> bool:
    """Whether `swapaxes` may exchange the sides of an image.

    Not with the first axis of four; the last two are a matrix's, but where an image is named.
    """
    numbers = [match for arg in arguments[-2:] if (match := _NUMBER.match(arg))]
    if len(numbers) < 2:
        return True
    axes = {int(match["number"].replace(" ", "")) for match in numbers}
    if axes == {1, 2} and lays_grid(before):
        return False
    if axes == {-1, -2}:
        owner = _OWNER.search(before)
        return bool(_NAMED.search(" ".join([owner.group() if owner else "", *arguments])))
    return not (0 in axes and max(axes) > 2)


def lays_grid(before: str) -> bool:
    """Whether what stands before `swapaxes(1, 2)` is a reshape to rows and columns of pictures."""
    return bool(_GRID.search(before[-_OWNER_LENGTH:]))


def _of_board(before: str, arguments: list[str]) -> bool:
    """Whether what a call turns is the board of a game, and no image."""
    owner = _OWNER.search(before)
    name = owner.group().rstrip(".") if owner else ""
    library = name in ("", "np", "numpy", "tf", "K", "ops", "keras.ops", "tf.experimental.numpy")
    what = (arguments[0] if arguments else "") if library else name
    return is_board(what)


def is_board(name: str) -> bool:
    """Whether a name is that of the board of a game, or of its state, and no image's."""
    return bool(_BOARD.search(name)) and not _NAMED.search(name)


def _on_their_side(text: str) -> bool:
    """Whether `rot90` lays images on their side: by an odd number of quarters.

    Not by a number that is drawn, nor where others turn them on their heads: such files make more
    images of few.
    """
    quarters = set()
    for before, arguments in _calls("rot90", text):
        if _of_board(before, arguments):
            continue
        told = [arg for arg in arguments[1:] if arg.startswith("k") or "=" not in arg]
        number = _NUMBER.match(told[0]) if told else None
        quarters.add(int(number["number"].replace(" ", "")) % 4 if number else None if told else 1)
    return bool(quarters & {1, 3}) and not quarters & {2, None}


def _turns(match: re.Match[str]) -> bool:
    order = tuple(int(axis) for axis in match["order"].split(","))
    if match["call"] == "Permute":
        return order in _LAYER_TURNS
    if order in _DOUBTFUL:
        owner = _OWNER.search(_before(match))
        return bool(_NAMED.search(f"{owner.group() if owner else ''} {match['before']}"))
    turned_one = match["before"].partition(",")[0].strip(" (")
    return order in _TURNS and not is_board(turned_one or _root(_before(match)))


def _root(before: str) -> str:
    """The name that a chain of calls begins with: `shifts` of `shifts.reshape((1, n, 4)).`."""
    depth, at = 0, len(before)
    while at and depth >= 0:
        at -= 1
        letter = before[at]
        depth += (letter in ")]}") - (letter in "([{")
        if not depth and not (letter.isalnum() or letter in "_.)]}([{"):
            break
    return before[at:].lstrip(" \n+-*/=([{").partition(".")[0]


_TURNING = frozenset("rotate rotated rotation rot turn turned transpose transposed swap".split())


def turns_by_name(function: str) -> bool:
    """Whether a function is there to exchange the sides, by its name: `rotate`."""
    return not _TURNING.isdisjoint(words_of(function))
