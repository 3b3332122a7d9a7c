"""What lookups learn from data that is written out (keras/src/layers/preprocessing).

Only how many words there are bears on shapes.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from flake8_concat.keras.index_lookup import LEARNED, text_lookup, vocabulary_size
from flake8_concat.keras.registry import Args
from flake8_concat.shapes import Shape, Unknown, Valued

LOOKUPS = frozenset({"StringLookup", "IntegerLookup", "TextVectorization"})
PUNCTUATION = re.compile(r"[!-/:-@\[-`{-~]")
STANDARD = "lower_and_strip_punctuation"
NOT_KNOWN = Unknown("what the vocabulary is learned from is not known")


def lookup_args(name: str, args: Args) -> Args:
    """The arguments of the lookup that a layer is or has."""
    return text_lookup(args) if name == "TextVectorization" else args


def learned(name: str, args: Args, data: Any) -> list[Any] | Unknown:
    """The vocabulary after `layer.adapt(data)`, without special tokens; the most frequent first."""
    try:
        words = list(_leaves(data))
    except LookupError:
        return NOT_KNOWN
    if name == "TextVectorization":
        split = dict.get(args, "split", "whitespace")
        plain = dict.get(args, "standardize", STANDARD) == STANDARD and split == "whitespace"
        if not plain or dict.get(args, "ngrams") is not None:
            return NOT_KNOWN
        if not all(isinstance(text, str) and text.isascii() for text in words):
            return NOT_KNOWN
        words = [word for text in words for word in PUNCTUATION.sub("", text.lower()).split()]
    inner = lookup_args(name, args)
    special = dict.get(inner, "mask_token"), dict.get(inner, "oov_token")
    most, start = dict.get(inner, "max_tokens"), vocabulary_size(Args({**inner, LEARNED: []}))
    if isinstance(most, Unknown) or any(isinstance(word, Unknown) for word in special):
        return NOT_KNOWN
    counts = Counter(word for word in words if word not in special)
    found = [word for word, _ in counts.most_common()]
    if most:
        if type(start) is not int or type(most) is not int or most < start:
            return NOT_KNOWN
        found = found[: most - start]
    return found or NOT_KNOWN


def _leaves(data: Any) -> Iterator[Any]:
    """The words or numbers in lists and tuples. Raises LookupError where one is not known."""
    if isinstance(data, Valued):
        data = data.content
    if isinstance(data, (list, tuple)) and not isinstance(data, Shape):
        if getattr(data, "blur", None) is not None:
            raise LookupError
        for item in data:
            yield from _leaves(item)
    elif isinstance(data, str) or type(data) is int:
        yield data
    else:
        raise LookupError
