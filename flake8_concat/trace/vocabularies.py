"""The vocabulary of lookups: `adapt`, `set_vocabulary`, `vocabulary_size`, `get_vocabulary`."""

from __future__ import annotations

from typing import Any

from flake8_concat.keras.graph import Tensor
from flake8_concat.keras.index_lookup import LEARNED, vocabulary_size
from flake8_concat.keras.layer import Layer
from flake8_concat.keras.vocabularies import NOT_KNOWN, learned, lookup_args
from flake8_concat.shapes import Unknown
from flake8_concat.trace.values import List

MAX_WORDS = 10_000  # of a vocabulary that the program gets as a list


def adapt(tracer: Any, layer: Layer, data: Any = None, *args: Any, **options: Any) -> None:
    """`layer.adapt(data)`: learns the words, where they are written out."""
    data = data.shape if isinstance(data, Tensor) else data
    known = not isinstance(data, (list, tuple)) or tracer.walk(data)
    _learn(tracer, layer, learned(layer.type.name, layer.args, data) if known else NOT_KNOWN)


def set_vocabulary(tracer: Any, layer: Layer, vocabulary: Any = None, *args: Any) -> None:
    """`layer.set_vocabulary(words)`."""
    known = isinstance(vocabulary, (list, tuple)) and getattr(vocabulary, "blur", None) is None
    _learn(tracer, layer, list(vocabulary) if known else NOT_KNOWN)


def _learn(tracer: Any, layer: Layer, words: Any) -> None:
    tracer.touch(layer.args)
    tracer.touch(layer)
    layer.args[LEARNED], layer.answers = words, None


def size(tracer: Any, layer: Layer) -> Any:
    """`layer.vocabulary_size()`."""
    found = vocabulary_size(lookup_args(layer.type.name, layer.args))
    return found if type(found) is int else Unknown("the vocabulary is not known")


def vocabulary(tracer: Any, layer: Layer, *args: Any, **options: Any) -> Any:
    """`layer.get_vocabulary()`: as many words as there are."""
    count = size(tracer, layer)
    if type(count) is not int or count > MAX_WORDS or args or options:
        return Unknown("the vocabulary is not known")
    return List(Unknown("a word of a vocabulary") for _ in range(count))


METHODS: dict[str, Any] = {
    "adapt": adapt,
    "set_vocabulary": set_vocabulary,
    "vocabulary_size": size,
    "get_vocabulary": vocabulary,
}
