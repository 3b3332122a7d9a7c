"""The form of sizes: all that they are, but for which symbols they are made of."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from flake8_concat.shapes.algebra import UNKNOWN_SIZE, Dim, Floor, Size, Symbol
from flake8_concat.shapes.dim import BATCH

Form = tuple[Any, ...]


def form_of(sizes: Iterable[Dim]) -> tuple[Form, tuple[Symbol, ...]]:
    """The form of several sizes, and their symbols in the order in which they occur.

    Of two rows of sizes with one form each is the other with its symbols renamed; not always the
    other way round, since sums stand in the order in which their parts were made. Numbers stay, so
    does BATCH, which all networks share.
    """
    numbers: dict[Symbol, int] = {}
    form: list[Any] = []
    for size in sizes:
        if isinstance(size, int):
            form.append(size)
        else:
            own, symbols = _form(size)
            form.append(own)  # it says how many numbers follow
            form += [numbers.setdefault(symbol, len(numbers)) for symbol in symbols]
    return tuple(form), tuple(numbers)


def _form(size: Size) -> tuple[Any, tuple[Symbol, ...]]:
    """The form of one size, which remembers it, and its symbols where they stand."""
    if size.form is None:
        if size is UNKNOWN_SIZE or size is BATCH:
            size.form = size, ()
        elif isinstance(size, Symbol):
            size.form = ("symbol", size.literal, size.least, size.name is None), (size,)
        elif isinstance(size, Floor):
            own, symbols = _form(size.inner)
            size.form = ("//", size.divisor, own), symbols
        else:
            parts = [(factor, [*map(_form, monomial)]) for monomial, factor in size.terms]
            terms = tuple([(factor, *[own for own, _ in atoms]) for factor, atoms in parts])
            occur = [symbols for _, atoms in parts for _, symbols in atoms]
            size.form = ("+", size.constant, *terms), tuple([s for each in occur for s in each])
    return size.form
