"""What is said of a size whose parts have no names: `TARGET_HW`, `(240, 320)  # width, height`."""

from __future__ import annotations

from collections.abc import Iterator

import libcst as cst

from flake8_concat import late
from flake8_concat.rules import describe
from flake8_concat.rules.base import Finding, Place
from flake8_concat.rules.channel_words import named_channels
from flake8_concat.rules.comments import Comment, Layout
from flake8_concat.rules.names import Place as Scope
from flake8_concat.rules.names import dotted, elements
from flake8_concat.rules.side_words import pair_sides
from flake8_concat.rules.size_arguments import HEIGHT_FIRST, WIDTH_FIRST, Want
from flake8_concat.rules.words import words_of
from flake8_concat.trace.source import Source

# A comment that is a list of two or three sizes and nothing else.
_LIST = late.compiled(
    r"#\s*(?:[(\[]\s*)?(?P<first>\w+)\s*[,x×]\s*(?P<second>\w+)\s*(?:[,x×]\s*(?P<last>\w+)\s*)?"
    r"(?:[)\]]\s*)?\.?"
)
# A quick look: one that begins with the two sides.
_SIDED = late.compiled(
    r"#[ \t]*(?:[(\[][ \t]*)?(?i:(?:img_?|image_?)?(?:w|h|width|height|cols|rows))[ \t]*[,x×]"
)
_NAMED = late.compiled(r"_(?:hw|wh|HW|WH)(?![a-zA-Z])|(?:Hw|Wh|HW|WH)(?:$|\n)")
_ORDERS = {"hw": HEIGHT_FIRST, "wh": WIDTH_FIRST}


class Orders:
    """Whether a name, a comment may say which side of a size comes first: a quick look."""

    def __init__(self, source: Source) -> None:
        self.named = _NAMED.search(source.code_words) is not None
        self.told = self.named or _SIDED.search(source.text) is not None


def order_by_name(node: cst.BaseExpression) -> tuple[str, str] | None:
    """Which side comes first in a size by its name: `TARGET_HW`, `cfg.size_wh`."""
    words = words_of((dotted(node) or "").rpartition(".")[2])
    found = [_ORDERS[word] for word in words if word in _ORDERS]
    return found[0] if len(found) == 1 and len(words) > 1 else None


def sizes_by_words(source: Source, call: cst.Call, scope: Scope, want: Want) -> Iterator[Finding]:
    """The sizes that a call is given in an order that a name or a comment says is another."""
    if want.pictures or not source.view(Orders).told:
        return
    for position, arg in enumerate(call.args):
        keyword = arg.keyword.value if arg.keyword is not None else None
        if arg.star or not (keyword in want.keywords if keyword else position == want.position):
            continue
        order = order_by_name(arg.value) if not want.whole else None
        parts = elements(arg.value, scope)
        if parts is not None and not all(isinstance(part, cst.Integer) for part, _ in parts[0]):
            continue  # they have names of their own
        what = f"its name says ({', '.join(order)})" if order is not None else ""
        if order is None and parts is not None and parts[0]:
            comment = _beside(source, parts[0][0][0])
            if comment is not None and want.whole and parts[1] and "(" in comment.text:
                continue  # the shape of what comes out: another rule reads it
            order = _order_of(comment, len(parts[0])) if comment is not None else None
            what = f"the comment says {comment.text.strip('# ')}" if comment is not None else ""
        if order is not None and order != want.order:
            whole = ", channels" if want.whole else ""
            message = (
                f"{describe.code(call.func)}({describe.short_code(arg.value)}): the size is wanted "
                f"as ({', '.join(want.order)}{whole}), but {what}"
            )
            yield Finding(Place(source, arg.value), message)


def _beside(source: Source, node: cst.BaseExpression) -> Comment | None:
    """The comment at the end of the line that a size is written on."""
    comment = Layout.of(source).comments.get(source.range_of(node).line)
    return comment if comment is not None and not comment.own_line else None


def _order_of(comment: Comment, count: int) -> tuple[str, str] | None:
    """Which side a list of so many sizes has first."""
    match = _LIST.fullmatch(comment.text)
    if match is None or (match["last"] is None) != (count == 2):
        return None
    if match["last"] is not None and not named_channels(match["last"]):
        return None
    return pair_sides(match["first"], match["second"])
