"""A list of axes in a comment that has one of them twice, and lacks another.

`# (batch, steps, width, width, channels)`, `# channel x col x channel`, `# (batch, rows, channels,
filters)`: an image has two sides and one axis of channels. Of all comments that were read nobody
wrote so on purpose, but of matrices: what holds a number for each two of something.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from flake8_concat import late
from flake8_concat.rules.base import Finding, Place
from flake8_concat.rules.comments import Comment, Layout
from flake8_concat.rules.words import AXIS_WORDS, SIDES
from flake8_concat.trace.facts import Facts

_LIST = late.compiled(
    r"[(\[]\s*(?P<axes>[A-Za-z_]\w*(?:\s*,\s*\w+){2,5})\s*,?\s*[)\]]"
    r"|(?<![\w.])(?P<crossed>[A-Za-z]+(?:\s[x×]\s[A-Za-z]+){2,3})(?!\s*[x×(.])"
)
_WORD = late.compiled(r"\w+")
# Matrices have a side twice, kernels the channels: of what goes in and what comes out.
_MATRIX = late.compiled(
    r"gram|covar|correl|attention|attn|affinity|similar|score|matri|pair|energy|square|kernel|"
    r"weight|filter[ _](?:shape|size)|\bin[ _]|\bout[ _]|relation|axial",
    re.IGNORECASE,
)
_NAMES = {
    word: next(iter(axes))
    for word, axes in AXIS_WORDS.items()
    if len(axes) == 1 and axes <= {*SIDES, "channels"} and word.isalpha()
}
_SAID = {  # a name with a side in it
    side: late.compiled(
        "(?<![a-z])(?:" + "|".join(word for word in _NAMES if _NAMES[word] == side) + ")(?![a-z])",
        re.IGNORECASE,
    )
    for side in SIDES
}
_ADVERBS = ("wise", "ly", "al")


def named_twice(facts: Facts) -> Iterator[Finding]:
    """The comments whose list of axes has a side or the channels twice, and one side not at all."""
    for comment in Layout.of(facts.source).comments.values():
        if comment.of_code or ("," not in comment.text and " x " not in comment.text):
            continue
        lists = list(_LIST.finditer(comment.text))
        if len(lists) != 1 or _MATRIX.search(comment.text):
            continue
        group = "axes" if lists[0]["axes"] else "crossed"
        words = [match.group().lower() for match in _WORD.finditer(lists[0][group])]
        found = _twice(words)
        if found is not None and _SAID[found[1]].search(facts.source.code_words):
            yield _finding(facts, comment, lists[0].span(group), *found)


def _twice(words: list[str]) -> tuple[str, str] | None:
    """The axis that a list has twice, and the side that it lacks."""
    axes = [_NAMES.get(word) for word in words if not word.endswith(_ADVERBS)]
    counts = Counter(axis for axis in axes if axis is not None)
    lacking = [side for side in SIDES if side not in counts]
    double = [axis for axis, count in counts.items() if count == 2]
    if len(double) != 1 or len(lacking) != 1:
        return None
    return double[0], lacking[0]


def _finding(
    facts: Facts, comment: Comment, span: tuple[int, int], double: str, lacking: str
) -> Finding:
    return Finding(
        Place(facts.source, range=comment.range(*span)),
        f"the comment has the {double} twice in {comment.text[slice(*span)]}, and no {lacking}",
    )
