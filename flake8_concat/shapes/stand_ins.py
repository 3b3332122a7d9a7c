"""Sizes with other symbols in the place of theirs: the same ones for all that are alike.

A network that is made once more has new symbols for the open sizes of its Input; what was said of
the sizes of the first holds for it too, with its own symbols.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any

from flake8_concat.shapes.algebra import UNKNOWN_SIZE, Dim, Size, Symbol, renamed
from flake8_concat.shapes.dim import BATCH


class Renaming:
    """What stands for some symbols, and for all sizes that are made of them.

    there:  from a size to what stands for it, as far as anyone asked
    back:   the other way
    """

    __slots__ = ("_symbols", "_their_symbols", "back", "there")

    def __init__(self, symbols: Sequence[Symbol]) -> None:
        theirs = [
            _stand_in(number, s.literal, s.least, s.name and "size")
            for number, s in enumerate(symbols)
        ]
        self._their_symbols: dict[Symbol, Symbol] = dict(zip(symbols, theirs, strict=True))
        self._symbols: dict[Symbol, Symbol] = dict(zip(theirs, symbols, strict=True))
        # all networks share the batch
        self.there: dict[Any, Size] = {BATCH: BATCH, UNKNOWN_SIZE: UNKNOWN_SIZE}
        self.back = self.there.copy()

    def knows(self, symbols: Iterable[Symbol]) -> bool:
        """Whether something stands for each of these symbols."""
        return self._their_symbols.keys() >= {*symbols}

    def stand_in(self, size: Size) -> Size:
        """What stands for a size made of the symbols."""
        found = self.there.get(size)
        if found is None:
            found = renamed(size, self._their_symbols)
            self._note(size, found)
        return found

    def original(self, stand_in: Size) -> Size:
        """The size that this stands for."""
        found = self.back.get(stand_in)
        if found is None:
            found = renamed(stand_in, self._symbols)
            self._note(found, stand_in)
        return found

    def _note(self, size: Size, stand_in: Size) -> None:
        self.there[size], self.back[stand_in] = stand_in, size
        size.renaming = self


@lru_cache(maxsize=1000)
def _stand_in(number: int, literal: Any, least: int | None, name: str | None) -> Symbol:
    """The symbol that stands for the first, the second, … of its kind."""
    return Symbol(name, literal=literal, least=least, origin=number)


def stand_ins(sizes: Sequence[Dim]) -> tuple[list[Dim], Renaming | None]:
    """What stands for some sizes, numbers for themselves, and how; None where all are numbers."""
    renaming: Renaming | None = None
    for size in sizes:
        if type(size) is not int and size.symbols and size is not BATCH:  # type: ignore[union-attr]
            renaming = size.renaming  # type: ignore[union-attr]
            break
    else:
        return [*sizes], None
    if renaming is not None:
        try:  # so for most: they have met before
            there = renaming.there
            return [size if type(size) is int else there[size] for size in sizes], renaming
        except KeyError:
            pass
    own = [size for size in sizes if isinstance(size, Size) and size is not BATCH]
    symbols = frozenset[Symbol]().union(*[size.symbols for size in own]) - {BATCH}
    if renaming is None or not renaming.knows(symbols):
        renaming = Renaming(sorted(symbols, key=_age))
    return [renaming.stand_in(size) if isinstance(size, Size) else size for size in sizes], renaming


def _age(symbol: Symbol) -> Any:
    return symbol.serial
