"""What Keras said to calls of layers, for those that are made and called alike.

Networks ask the same again and again: blocks of the same layers, and the next network the same with
other symbols in the place of an Input's open sizes.
"""

from __future__ import annotations

from itertools import chain
from typing import Any, TypeGuard

from flake8_concat.keras.registry import InputSpec
from flake8_concat.shapes import BATCH, Dim, Known, Outcome, Shape, Size, Symbol, substitute
from flake8_concat.shapes.forms import form_of

MAX_ANSWERS = 128  # of one kind of layer, on as many Shapes: a DenseNet asks a hundred
Answer = tuple[Known, InputSpec]


class Answers(dict[Any, Answer]):
    """What Keras says to first calls, by the Shape, or by `list` and the Shapes of one.

    forms:  the same by the form of the sizes, with the sizes and symbols these answers are about
    """

    __slots__ = ("forms",)

    def __init__(self) -> None:
        super().__init__()
        self.forms: dict[Any, tuple[Answer, list[Dim], tuple[Symbol, ...]]] = {}

    def of_form(self, key: Any) -> Answer | None:
        """The answer for Shapes that others were like but for what their symbols are."""
        sizes, form, symbols = _form_of(key)
        found = self.forms.get(form) if symbols else None
        if found is None:
            return None
        (outcome, spec), former, theirs = found
        same: dict[Any, Dim] = dict(zip(former, sizes, strict=True))
        result = [  # most sizes are those of the input
            size
            if type(size) is int
            else same.get(size) or substitute(size, dict(zip(theirs, symbols, strict=True)))
            for size in outcome.result
        ]
        return self._keep(key, (Known(Shape(result)), spec))

    def keep(self, key: Any, outcome: Known, spec: InputSpec) -> Answer:
        """Keeps an answer that holds for all; see there."""
        sizes, form, symbols = _form_of(key)
        if symbols and not any(isinstance(size, Size) for _, size in spec.axes):
            if len(self.forms) == MAX_ANSWERS:
                self.forms.clear()
            self.forms[form] = (outcome, spec), sizes, symbols
        return self._keep(key, (outcome, spec))

    def _keep(self, key: Any, answer: Answer) -> Answer:
        if len(self) == MAX_ANSWERS:
            self.clear()
        self[key] = answer
        return answer


def _form_of(key: Any) -> tuple[list[Dim], Any, tuple[Symbol, ...]]:
    """The sizes of a key, their form, and their symbols."""
    if type(key) is Shape:
        return [*key], *form_of(key)
    sizes = [*chain.from_iterable(key[1:])]
    form, symbols = form_of(sizes)
    return sizes, (list, *map(len, key[1:]), form), symbols


def holds_for_all(outcome: Outcome, key: Any) -> TypeGuard[Known]:
    """Whether an outcome is that of every call on such Shapes: it has no size of its own making.

    A new symbol stands for a size that no other call has.
    """
    if type(outcome) is not Known or outcome.conditions or outcome.amounts:
        return False
    if type(outcome.result) is not Shape:
        return False
    made = [size.symbols for size in outcome.result if isinstance(size, Size)]
    if not made:
        return True
    given = chain(key) if type(key) is Shape else chain.from_iterable(key[1:])
    there = {BATCH}.union(*[size.symbols for size in given if isinstance(size, Size)])
    return all(symbols <= there for symbols in made)
