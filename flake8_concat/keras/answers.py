"""What Keras said to calls of layers, for those that are made and called alike.

Networks ask the same again and again: blocks of the same layers, and the next network the same with
other symbols in the place of an Input's open sizes.
"""

from __future__ import annotations

from itertools import chain
from typing import Any, TypeGuard

from flake8_concat.keras.registry import InputSpec
from flake8_concat.shapes import BATCH, Known, Outcome, Shape, Size
from flake8_concat.shapes.stand_ins import Renaming, stand_ins

MAX_ANSWERS = 128  # of one kind of layer, on as many Shapes: a DenseNet asks a hundred
Answer = tuple[Known, InputSpec]


class Answers(dict[Any, Answer]):
    """What Keras says to first calls, by the Shape, or by `list` and the Shapes of one.

    forms:  the same with stand-ins for all symbols; see shapes/stand_ins.py
    """

    __slots__ = ("forms",)

    def __init__(self) -> None:
        super().__init__()
        self.forms: dict[Any, Answer] = {}

    def of_form(self, key: Any) -> Answer | None:
        """The answer for Shapes that others were like but for what their symbols are."""
        form, renaming = _form_of(key)
        found = None if renaming is None else self.forms.get(form)
        if renaming is None or found is None:
            return None
        outcome, spec = found
        back, original = renaming.back, renaming.original
        result = [
            size if type(size) is int else back.get(size) or original(size)
            for size in outcome.result
        ]
        return self._keep(key, (Known(Shape(result)), spec))

    def keep(self, key: Any, outcome: Known, spec: InputSpec) -> Answer:
        """Keeps an answer that holds for all; see there."""
        form, renaming = _form_of(key)
        if renaming is not None and not any(isinstance(size, Size) for _, size in spec.axes):
            if len(self.forms) == MAX_ANSWERS:
                self.forms.clear()
            result = [
                renaming.stand_in(size) if isinstance(size, Size) else size
                for size in outcome.result
            ]
            self.forms[form] = Known(Shape(result)), spec
        return self._keep(key, (outcome, spec))

    def _keep(self, key: Any, answer: Answer) -> Answer:
        if len(self) == MAX_ANSWERS:
            self.clear()
        self[key] = answer
        return answer


def _form_of(key: Any) -> tuple[tuple[Any, ...], Renaming | None]:
    """A key with stand-ins in the place of all symbols, and what they stand for."""
    if type(key) is Shape:
        form, renaming = stand_ins(key)
        return (*form,), renaming
    form, renaming = stand_ins([*chain.from_iterable(key[1:])])
    return (list, *map(len, key[1:]), *form), renaming


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
