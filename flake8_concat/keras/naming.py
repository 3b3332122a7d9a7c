"""The names that Keras gives to what has none. Mirrors keras.src.utils.naming."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cache


class Names:
    """The counters behind `conv2d`, `conv2d_1`, …: one for each prefix.

    Keras counts for every operation without a name of its own: layers, models, and functions on
    tensors too (`x + y` takes the next "add").
    """

    __slots__ = ("_counts",)

    def __init__(self) -> None:
        self._counts: defaultdict[str, int] = defaultdict(int)

    def sizes(self, letters: Iterable[str]) -> list[str]:
        """The names of an Input's open sizes: `H`, `W`; of the second with such `H2`, `W2`."""
        keys = [f"size {letter}" for letter in letters]
        count = max((self._counts[key] for key in keys), default=0) + 1
        self._counts.update(dict.fromkeys(keys, count))
        return [f"{key[5:]}{count if count > 1 else ''}" for key in keys]

    def auto(self, class_name: str) -> str:
        """The next name for an instance of the class. Mirrors auto_name."""
        prefix = to_snake_case(class_name)
        count = self._counts[prefix]
        self._counts[prefix] = count + 1
        return f"{prefix}_{count}" if count else prefix

    def clear(self) -> None:
        """Starts from the beginning, as `keras.utils.clear_session()` does."""
        self._counts.clear()

    def copy(self) -> Names:
        """Counters that go on from here by themselves."""
        other = Names()
        other._counts.update(self._counts)
        return other


@cache
def to_snake_case(name: str) -> str:
    """A class name as Keras writes it: "conv2d" for "Conv2D". Mirrors naming.to_snake_case."""
    name = re.sub(r"\W+", "", name)
    name = re.sub("(.)([A-Z][a-z]+)", r"\1_\2", name)
    return re.sub("([a-z])([A-Z])", r"\1_\2", name).lower()
