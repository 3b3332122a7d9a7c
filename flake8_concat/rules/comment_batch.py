"""The one comment of a file that has the batch in the second place: `# (steps, batch, units)`.

Keras has it first, and so have the other comments, as long as nothing in the file turns it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Container, Iterator

from flake8_concat import late
from flake8_concat.rules.base import Finding, Place
from flake8_concat.rules.comments import Comment
from flake8_concat.rules.spoken_of import Shapes

_BATCHES = frozenset("batch batch_size batchsize bs bsz B".split())
_ENOUGH = 3  # comments that have it first
_SIZES = late.compiled(
    r"(?<![\w)\]])[(\[]\s*(?P<sizes>[\w./*+-]+(?:\s*,\s*[\w./*+-]+){1,4})\s*,?\s*[)\]]"
)
# What brings another axis to the front, or takes the batch apart.
_TURNS = late.compiled(
    r"time_major|TensorArray|unstack|swapaxes|moveaxis|[Pp]ermute\w*\(|rearrange|\.T\b|\bscan\("
)
_TRANSPOSE = late.compiled(r"transpose\(")
_ORDER = late.compiled(r"[(\[]\s*(?P<first>-?\d)\s*,\s*-?\d")
_LONGEST = 200  # characters of a call


def batch_behind(shapes: Shapes, told: Container[int]) -> Iterator[Finding]:
    """The findings of a file; `told`: the lines of comments that are judged already."""
    first: Counter[str] = Counter()
    behind: defaultdict[str, list[tuple[Comment, int, int]]] = defaultdict(list)
    source = shapes.facts.source
    for comment in shapes.layout.comments.values():
        if "," not in comment.text or comment.of_code:
            continue
        for match in _SIZES.finditer(comment.text):
            sizes = [size.strip() for size in match["sizes"].split(",")]
            for name in _BATCHES.intersection(sizes):
                if sizes[0] == name:
                    first[name] += 1
                elif sizes[1] == name:
                    behind[name].append((comment, *match.span()))
    for name, found in behind.items():
        comment, start, end = found[0]
        if len(found) > 1 or first[name] < _ENOUGH or comment.line in told or _turns(source.text):
            continue
        yield Finding(
            Place(source, range=comment.range(start, end)),
            f"the comment says {comment.text[start:end]}, but {name} stands first in the "
            f"{first[name]} others, and nothing here turns it",
        )


def _turns(text: str) -> bool:
    """Whether a program may bring another axis to the front."""
    if _TURNS.search(text):
        return True
    for match in _TRANSPOSE.finditer(text):
        order = _ORDER.search(text, match.end(), match.end() + _LONGEST)
        if order is None or order["first"] != "0":
            return True
    return False
