"""Items of values of any kind: reading and setting them, iterating, unpacking."""

from __future__ import annotations

from typing import Any

from flake8_concat.keras.graph import Tensor
from flake8_concat.shapes import Choice, Lose, Shape, Size, Unknown, Valued, is_none
from flake8_concat.trace.facts import Site
from flake8_concat.trace.histories import History
from flake8_concat.trace.key_orders import pairs_of
from flake8_concat.trace.library.containers import look_up as look_up_item
from flake8_concat.trace.library.objects import Object
from flake8_concat.trace.one_of import holds_things
from flake8_concat.trace.state import restore, snapshot
from flake8_concat.trace.symbolic_values import AN_ARRAY, LOOP
from flake8_concat.trace.values import (
    CONSTANTS,
    Class,
    Dict,
    External,
    Free,
    Instance,
    List,
    Method,
    OneOf,
    Perhaps,
    Raised,
    Set,
    is_small,
    uncertain,
)

ITEMS_A_STEP = 100
MAX_GIVEN = 400  # items that an object of the program gives
IN_PLACE = {
    "+": "__iadd__", "-": "__isub__", "*": "__imul__", "/": "__itruediv__", "//": "__ifloordiv__",
    "%": "__imod__", "**": "__ipow__", "@": "__imatmul__", "<<": "__ilshift__",
    ">>": "__irshift__", "&": "__iand__", "|": "__ior__", "^": "__ixor__",
}  # fmt: skip


class Items:
    """The part of the tracer that reads, sets and walks the items of values."""

    # -- `value[index]` -----------------------------------------------------------------------
    def getitem(self: Any, value: Any, index: Any, site: Site | None = None) -> Any:
        """`value[index]`."""
        kind = type(value)
        if type(index) is int and (kind is tuple or (kind is List and value.blur is None)):
            if -len(value) <= index < len(value):  # so for most
                return value[index]
        if kind is Choice or type(index) is Choice:
            return self.read_each(self.getitem, value, index)
        if kind is OneOf:
            return self.read_one_of(lambda one: self.getitem(one, index), value)
        try:
            return self._item(value, index, site)
        except Lose as lost:
            if isinstance(value, (List, Dict)):
                part = self.part_of_one(value, lost.unknown.why)
                if part is not None:
                    return part
                self.sliced.append((lost.unknown, value))
            elif self.is_uncalled(value):
                self.not_called(value, "a list", site)
            elif type(value) in (Unknown, History) and (whole := self.of_model(value)) is not None:
                if site is not None and not self.caught("TypeError"):
                    self.not_of_model(value, whole, site)
            elif type(value) is int or (isinstance(value, Size) and is_none(value)):
                self.no_items(value, site)
            return lost.unknown
        except Raised as raised:
            if self.caught(raised.kind):
                raise
            if raised.kind == "IndexError":
                self.no_such_item(value, index, site)
            elif raised.kind == "TypeError":
                self.no_such_index(value, index, site)
            elif raised.kind == "KeyError":
                self.no_such_key(value, index, site)
            return Unknown(f"`[…]` raises {raised.kind}")

    def _item(self: Any, value: Any, index: Any, site: Site | None) -> Any:
        if isinstance(value, Tensor):
            return self.tensor_item(value, index, site)
        if isinstance(value, dict):
            return look_up_item(self, value, index)  # type: ignore[arg-type]
        if isinstance(value, (list, tuple, str, bytes, range)):
            blur = getattr(value, "blur", None)
            if blur is not None:
                raise Lose(blur.why)
            return self._sequence_item(value, index)
        if isinstance(value, Free) and isinstance(index, (int, str)):
            return value.part(("item", index), f"{value.text}[{index!r}]")
        if isinstance(value, Object):
            return value.item(self, index)
        if isinstance(value, Instance):
            found = value.cls.find("__getitem__")
            if found is not None:
                return self.call(Method(found[0], value), (index,), {})
        if isinstance(value, Class):
            found = value.find("__class_item__")
            if found is not None:
                return self.call(found[0], (index,), {})
            return value  # Generic[T]
        if isinstance(value, External):
            return (
                value
                if value.name.startswith(("typing.", "builtins."))
                else Unknown(f"`{value.name}[…]` is not in reach")
            )
        if isinstance(value, Size) and index is ...:
            return value
        raise Lose(getattr(value, "why", "`[…]` of that is not followed"))

    def _sequence_item(self: Any, value: Any, index: Any) -> Any:
        if isinstance(index, slice):
            parts = (index.start, index.stop, index.step)
            if not all(part is None or isinstance(part, int) for part in parts):
                raise Lose(
                    next(
                        (p.why for p in parts if isinstance(p, Unknown)),
                        "a slice that is not known",
                    )
                )
            if index.step == 0:
                raise Raised("ValueError")
            found = value[index]
            if type(value) is tuple:
                self.sliced.append((found, value))
            return self.made(List(found) if isinstance(value, list) else found)
        if isinstance(index, int):
            try:
                return value[index]
            except IndexError:
                raise Raised("IndexError") from None
        if isinstance(index, (Unknown, External)):
            raise Lose(getattr(index, "why", "an index that is not in reach"))
        if isinstance(index, Size):
            raise Lose("an index that is not known")
        raise Raised("TypeError")

    def setitem(self: Any, value: Any, index: Any, given: Any, site: Site | None = None) -> None:
        """`value[index] = given`."""
        if type(value) is Tensor:
            self.no_value(value, site, AN_ARRAY)
            return
        if isinstance(value, Dict):
            self.store_item(value, index, given)
            return
        if isinstance(value, List):
            self.touch(value)
            if value.blur is not None:
                return
            if isinstance(index, int) and -len(value) <= index < len(value):
                value[index] = given
                return
            if isinstance(index, slice):
                try:
                    items = self.items(given)
                    value[self.plain_slice(index)] = items
                    return
                except (Lose, ValueError):
                    pass
            value.blur = Unknown("an item was set at a place that is not known")
            return
        if isinstance(value, Instance):
            found = value.cls.find("__setitem__")
            if found is not None:
                self.call(Method(found[0], value), (index, given), {})
        if type(value) is Unknown:
            self.blur_picked(value)
        elif isinstance(value, Unknown) and holds_things(value):
            self.change_one_of(lambda one: self.setitem(one, index, given), value)

    def plain_slice(self: Any, index: slice) -> slice:
        """The slice, if it is known. Raises Lose."""
        for part in (index.start, index.stop, index.step):
            if part is not None and not isinstance(part, int):
                raise Lose("a slice that is not known")
        return index

    def store_item(self: Any, target: Dict, key: Any, given: Any) -> None:
        """Puts an item into a dict; a key that is not known blurs it."""
        self.touch(target)
        if _is_no_key(key):
            target.blur = Unknown("an item was set under a key that is not known")
            return
        try:
            if type(target.get(key)) is Perhaps:  # it stands where it was set first, or at the end
                target.otherwise = (*[one for one in target if one is not key], key)
            target[key] = given
        except TypeError:
            target.blur = Unknown("an item was set under a key that can't be one")

    def delitem(self: Any, value: Any, index: Any) -> None:
        """`del value[index]`."""
        if isinstance(value, Instance):
            found = value.cls.find("__delitem__")
            if found is not None:
                self.call(Method(found[0], value), (index,), {})
        if isinstance(value, Unknown) and holds_things(value):
            self.change_one_of(lambda one: self.delitem(one, index), value)
        if not isinstance(value, (List, Dict)):
            return
        self.touch(value)
        try:
            if _is_no_key(index):
                raise KeyError
            del value[index]
        except (KeyError, IndexError, TypeError):
            value.blur = Unknown("an item was removed that is not known")

    # -- all of them --------------------------------------------------------------------------
    def items(self: Any, value: Any) -> list[Any]:
        """The items that iterating over a value gives. Raises Lose where they are not known."""
        why = uncertain(value)
        if why is not None:
            raise Lose(why.why)
        if isinstance(value, Object):
            return value.items(self)
        if isinstance(value, (list, tuple, range, str, bytes, dict, set, frozenset)):
            if len(value) > self.budget.items:
                raise Lose("more items than are followed")
            self.step(len(value) // ITEMS_A_STEP)
            if isinstance(value, dict) and getattr(value, "otherwise", None) is not None:
                self.walk(value)
                return [key for key, _ in pairs_of(value)]
            return settled(value) if isinstance(value, (set, frozenset)) else list(value)
        if isinstance(value, Tensor):
            return self._tensor_items(value)  # type: ignore[no-any-return]
        if isinstance(value, Instance):
            found = value.cls.find("__iter__")
            if found is not None:
                iterator = self.call(Method(found[0], value), (), {})
                if isinstance(iterator, Instance):
                    return self._given_by(iterator, "__next__", "StopIteration")  # type: ignore[no-any-return]
                return self.items(iterator)  # type: ignore[no-any-return]
            if value.cls.find("__getitem__") is not None and value.cls.external is None:
                return self._given_by(value, "__getitem__", "IndexError")  # type: ignore[no-any-return]
        if isinstance(value, Class):
            found = value.find("__class_items__")
            if found is not None:
                return self.items(self.call(found[0], (), {}))  # type: ignore[no-any-return]
        raise Lose(getattr(value, "why", "the items of that are not known"))

    def _given_by(self: Any, value: Instance, method: str, end: str) -> list[Any]:
        """What a method of an object gives until it raises `end`. Raises Lose."""
        found = value.cls.find(method)
        if found is None:
            raise Lose(f"`{value.cls.name}` has no `{method}()` in reach")
        items: list[Any] = []
        with self.handling([External(f"builtins.{end}")]) as perhaps:
            while len(items) < MAX_GIVEN:
                place = (len(items),) if method == "__getitem__" else ()
                try:
                    items.append(self.call(Method(found[0], value), place, {}))
                    if perhaps:
                        raise Lose("an object that perhaps gives no more items")
                except Raised as raised:
                    if raised.kind != end:
                        raise
                    return items
        raise Lose("an object that gives more items than are followed")

    def _tensor_items(self: Any, value: Tensor) -> list[Any]:
        shape = value.shape
        if isinstance(shape, Unknown):
            raise Lose(shape.why)
        if isinstance(shape, Valued) and isinstance(shape.content, tuple):
            return [
                Tensor(Valued(shape[1:], c), value.node, symbolic=value.symbolic)
                for c in shape.content
            ]
        if shape and type(shape[0]) is int and shape[0] <= 1000:
            return [
                Tensor(Shape(shape[1:]), value.node, symbolic=value.symbolic)
                for _ in range(shape[0])
            ]
        raise Lose("a tensor is taken apart whose first size is not known")

    def mapping(self: Any, value: Any) -> dict[str, Any]:
        """What `**value` adds to a call. Raises Lose."""
        if isinstance(value, dict):
            blur = getattr(value, "blur", None)
            if blur is None and all(isinstance(key, str) for key in value):
                return value
            raise Lose(blur.why if blur is not None else "`**` of something that is not known")
        raise Lose(getattr(value, "why", "`**` of something that is not known"))

    def unpack(
        self: Any, value: Any, count: int, star: int | None, site: Site | None = None
    ) -> list[Any]:
        """The parts of a value for `count` targets, one of them perhaps starred."""
        self.no_value(value, site, LOOP)
        if type(value) is Tensor and type(value.shape) is Shape and is_none((*value.shape, 1)[0]):
            self.no_parts(value, site, "the size of its first axis is not known")
        try:
            items = self.items(value)
        except Lose as lost:
            if type(value) in (Unknown, History) and (whole := self.of_model(value)) is not None:
                if site is not None and not self.caught("TypeError"):
                    self.not_of_model(value, f"{whole}, not {count}", site)
            if isinstance(value, Free):
                return [value.part(("item", i), f"{value.text}[{i}]") for i in range(count)]
            if isinstance(value, Tensor):
                return [Tensor(Unknown(lost.unknown.why), None) for _ in range(count)]
            return [Unknown(lost.unknown.why) for _ in range(count)]
        if star is None:
            if len(items) == count:
                return items  # type: ignore[no-any-return]
        elif len(items) >= count - 1:
            stop = len(items) - (count - star - 1)
            return [*items[:star], List(items[star:stop]), *items[stop:]]
        self.raise_if_caught("ValueError")
        if star is None:
            self.too_many_names(value, len(items), count, site)
            self.no_parts(value, site, f"{len(items)} parts can't be unpacked to {count} names")
        why = f"{len(items)} values are unpacked to {count} names"
        return [Unknown(why) for _ in range(count)]

    def augment(self: Any, operator: str, target: Any, value: Any, site: Site | None = None) -> Any:
        """`target += value` and its kin, of what is changed in place: all its names see that."""
        if isinstance(target, Instance):
            found = target.cls.find(IN_PLACE.get(operator, ""))
            if found is not None:
                return self.call(Method(found[0], target), (value,), {})
        elif isinstance(target, Unknown):
            return self.augment_one_of(lambda one: self.augment(operator, one, value, site), target)
        elif isinstance(target, List) and operator == "+":
            self.extend(target, value)
            return target
        made = self.binary(operator, target, value, site)
        if type(made) is not type(target) or not isinstance(target, (List, Dict, Set)):
            return made
        self.touch(target)
        restore(target, snapshot(made))
        return target

    def extend(self: Any, target: List, value: Any) -> None:
        """`target += value` for a list."""
        self.touch(target)
        try:
            items = self.items(value)
            if len(target) + len(items) > self.budget.items:
                raise Lose("a list too long to follow")
            target.extend(items)
        except Lose as lost:
            target.blur = lost.unknown


def settled(items: set[Any] | frozenset[Any]) -> list[Any]:
    """The items of a set in an order that is the same in each run.

    That of whole numbers is Python's own. All others stand there by their hashes, which are drawn
    anew for each process, or are addresses.
    """
    if all(type(item) is int or type(item) is bool for item in items):
        return list(items)
    return sorted(items, key=_rank)


def _rank(item: Any) -> str:
    """What a member of a set is put in order by."""
    if isinstance(item, (tuple, frozenset)):
        return " ".join(map(_rank, settled(item) if isinstance(item, frozenset) else item))
    if isinstance(item, (*CONSTANTS, Size)):
        return f"{type(item).__name__} {item!r}"
    return f"{type(item).__name__} {getattr(item, 'name', None) or getattr(item, 'shape', None)}"


def _is_no_key(value: Any) -> bool:
    """Whether a key is not known, or a tuple that can't be walked, as Python does to hash it."""
    return isinstance(value, (Unknown, Size)) or (type(value) is tuple and not is_small(value))
