"""What a branch changed: taking it back, and joining two branches.

Where a test is not known both branches run, one after the other, from the same state. A `Trail`
keeps what each thing was before a branch first changed it; afterwards the two outcomes are
joined, thing by thing: equal stays, different becomes a Choice where there is a test to tell the
two apart by, else Unknown.
"""

from __future__ import annotations

import builtins
from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Any

from flake8_concat.keras.graph import Tensor
from flake8_concat.keras.layer import Layer
from flake8_concat.keras.sequential import Sequential
from flake8_concat.shapes import Choice, Shape, Size, Unknown, choose, leaves
from flake8_concat.trace.values import (
    CONSTANTS,
    NESTING,
    Builtin,
    Class,
    Dict,
    External,
    Function,
    Instance,
    Kin,
    List,
    Method,
    OneOf,
    Perhaps,
    Scope,
    Set,
    copied_to,
    count_nested,
    defining_scope,
    is_small,
)

MISSING = object()
DIFFERS = "it differs between branches whose test is not known"


SIZED = (dict, list, set)
NAMING = (Scope, Dict, List, Set)


class Trail:
    """The former states of what was changed since it was laid.

    born:  what was made since, which nobody else knows: to take it back there is no need
    """

    __slots__ = ("before", "born", "outer")

    def __init__(self, outer: Trail | None) -> None:
        self.outer = outer
        self.before: dict[int, tuple[Any, Any]] = {}
        self.born: dict[int, Any] = {}

    def touch(self, thing: Any) -> None:
        """To be called before a thing changes."""
        if id(thing) not in self.before and id(thing) not in self.born:
            self.before[id(thing)] = (thing, snapshot(thing))

    def rewind(self) -> dict[int, tuple[Any, Any]]:
        """Puts everything back; returns what it had become."""
        after = {}
        for key, (thing, state) in self.before.items():
            after[key] = (thing, snapshot(thing))
            restore(thing, state)
        return after

    def is_as_before(self) -> bool:
        """Whether a round that leaves this trail leaves all as it found it, as far as one can tell.

        Another round would then do the same again.
        """
        return all(_is_as(thing, state) for thing, state in self.before.values())

    def size(self) -> int:
        """How much there is to put back: the items of all that was changed."""
        return sum(size_of(thing) for thing, _ in self.before.values())

    def blend(
        self,
        tracer: Any,
        either: Either,
        *,
        but: tuple[Any, ...],
        before_is_yes: bool = True,
    ) -> None:
        """Leaves what was changed as it was or as it is: `either`.

        but:            what stays as it is
        before_is_yes:  whether it is as it was where the test of `either` holds
        """
        either.changed = self.before.keys()
        for thing, before in list(self.before.values()):
            if not any(thing is one for one in but):
                after = snapshot(thing)
                tracer.touch(thing)
                yes, no = (before, after) if before_is_yes else (after, before)
                join_states(thing, yes, no, either)

    def everything(self) -> dict[int, tuple[Any, Any]]:
        """What was changed since this trail or one around it was laid, as it is now."""
        found: dict[int, tuple[Any, Any]] = {}
        trail: Trail | None = self
        while trail is not None:
            for key, (thing, _) in trail.before.items():
                if key not in found:
                    found[key] = (thing, snapshot(thing))
            trail = trail.outer
        return found

    def put_back(self, tracer: Any, ways: list[dict[int, tuple[Any, Any]]]) -> None:
        """Puts what was changed since into the states in which it was left on one of some ways."""
        either = Either(DIFFERS, changed=self.before.keys())
        for key, (thing, before) in self.before.items():
            tracer.touch(thing)
            states = [left[key][1] if key in left else before for left in ways]
            restore(thing, states[0])
            for state in states[1:]:
                join_states(thing, snapshot(thing), state, either)

    def hand_over(self) -> None:
        """Tells the trail around this one what was changed, and what was made."""
        outer = self.outer
        if outer is not None:
            outer.born.update(self.born)
            for key, entry in self.before.items():
                if key not in outer.born:
                    outer.before.setdefault(key, entry)


def size_of(thing: Any) -> int:
    """How much there is to put back of one thing."""
    return len(thing) if isinstance(thing, SIZED) else 0


def snapshot(thing: Any) -> Any:
    """The state of a thing that can change."""
    kind = type(thing)
    if kind is Scope:
        return thing.copy()
    if kind is Layer:
        return thing.built
    if isinstance(thing, (Dict, List, Set)):
        return (thing.copy(), thing.blur)
    if isinstance(thing, dict):
        return thing.copy()
    if isinstance(thing, Instance):
        return (thing.model, thing.name, thing.state)
    save = getattr(thing, "snapshot", None)
    return save() if save is not None else None


def restore(thing: Any, state: Any) -> None:
    """Puts a thing back into a state."""
    kind = type(thing)
    if kind is Scope:
        thing.clear()
        thing.update(state)
    elif kind is Layer:
        thing.built = state
    elif isinstance(thing, (Dict, List, Set)):
        contents, thing.blur = state
        thing.clear()
        thing.extend(contents) if isinstance(thing, List) else thing.update(contents)
    elif isinstance(thing, dict):
        thing.clear()
        thing.update(state)
    elif isinstance(thing, Instance):
        thing.model, thing.name, thing.state = state
    elif hasattr(thing, "restore"):
        thing.restore(state)


def _is_as(thing: Any, state: Any) -> bool:
    """Whether a thing is as it was, for whoever reads shapes."""
    if isinstance(thing, (Dict, List, Set)):
        contents, blur = state
        if blur is not None or thing.blur is not None:
            return blur is not None and thing.blur is not None
        return is_small(thing) and _alike(contents, snapshot(thing)[0])
    if isinstance(thing, dict):
        return state.keys() == thing.keys() and all(
            value is thing[name] or _are_alike(value, thing[name]) for name, value in state.items()
        )
    return _are_alike(state, snapshot(thing))


def _are_alike(a: Any, b: Any) -> bool:
    return (type(a) not in NESTING or is_small(a)) and _alike(a, b)


def _alike(a: Any, b: Any) -> bool:
    """Whether two values are the same but for which unknown, or which tensor of a shape, it is."""
    if a is b:
        return True
    kind = type(a)
    if kind is not type(b):
        return False
    if kind is Unknown or kind is OneOf:
        return True
    if kind is Perhaps:
        return _alike(a.value, b.value)
    if kind is Tensor:
        return a.symbolic is b.symbolic and _alike(a.shape, b.shape)
    if kind is List and (a.blur is not None or b.blur is not None):
        return False
    if kind in (tuple, list, List):
        return len(a) == len(b) and all(map(_alike, a, b))
    if kind in CONSTANTS or kind is Shape or kind is Size:
        return bool(a == b)
    return False


@dataclass(slots=True)
class Either:
    """How two outcomes are told apart: by the test `key`, if there is one. `why` they differ.

    walked:  how many values of nested structures were held against each other
    changed: the ids of what one of them changed: what is in it now, it has not in both
    """

    why: str
    key: Any = None
    walked: int = 0
    changed: Collection[int] = ()

    def choose(self, yes: Any, no: Any) -> Any:
        """`yes` where the test holds, else `no`."""
        return Unknown(self.why) if self.key is None else choose(self.key, yes, no, self.why)


UNSURE = Either(DIFFERS)


def join_states(thing: Any, a: Any, b: Any, either: Either) -> None:
    """Leaves a thing in a state that holds whichever branch ran."""
    if isinstance(thing, Dict):
        restore(thing, (_join_dicts(a[0], b[0], either, Perhaps), a[1] or b[1]))
        if a[0].keys() == b[0].keys() and tuple(a[0]) != tuple(b[0]):
            thing.otherwise = tuple(b[0])
    elif isinstance(thing, List):
        if len(a[0]) == len(b[0]):
            items = [join(x, y, either) for x, y in zip(a[0], b[0], strict=True)]
            restore(thing, (items, a[1] or b[1]))
        else:
            restore(thing, (a[0], Unknown(either.why)))
    elif isinstance(thing, Set):
        restore(thing, (a[0], a[1] or b[1] or (None if a[0] == b[0] else Unknown(either.why))))
    elif isinstance(thing, Scope):
        restore(thing, _join_names(thing, a, b, either))
    elif isinstance(thing, dict):
        restore(thing, _join_dicts(a, b, either))
    elif isinstance(thing, Layer):
        thing.built = a if a == b else None
    elif isinstance(thing, Instance):
        thing.model = a[0] if a[0] is b[0] else None
        thing.state = a[2] if a[2] == b[2] else None
    elif isinstance(thing, Sequential):
        thing.join(a, b, either.why)
    elif hasattr(thing, "blur_out") and a != b:
        thing.blur_out(either.why)


def _absent(why: str, value: Any) -> Unknown:
    """What a name stands for that is perhaps not there."""
    return Unknown(why)


def _join_names(
    scope: Scope, a: dict[str, Any], b: dict[str, Any], either: Either
) -> dict[str, Any]:
    """Names that two branches bound; one that only one of them bound is that where it is read.

    Python raises NameError there if the other branch ran, unless it finds the name further out.
    """
    joined = _join_dicts(a, b, either)
    for name in a.keys() ^ b.keys():
        if defining_scope(scope.parent, name) is None and not hasattr(builtins, name):
            joined[name] = value = a[name] if name in a else b[name]
            if scope.unsure is None:
                scope.unsure = {}
            scope.unsure[name] = value
    return joined


def _join_dicts(
    a: dict[Any, Any], b: dict[Any, Any], either: Either, absent: Callable[..., Any] = _absent
) -> dict[Any, Any]:
    """`absent(why, value)`: what stands for a value that one of them lacks."""
    joined = dict(a)
    for key, x in a.items():
        y = b.get(key, MISSING)
        if y is x:  # most of what is in reach no branch changes
            continue
        x_there, y_there = _if_there(x), _if_there(y)
        if y is MISSING:
            joined[key] = absent(either.why, x_there)
        elif x is x_there and y is y_there:
            joined[key] = join(x, y, either)
        else:
            joined[key] = absent(either.why, join(x_there, y_there, either))
    for key, y in b.items():
        if key not in a:
            joined[key] = absent(either.why, _if_there(y))
    return joined


def _if_there(value: Any) -> Any:
    """What is under a key, if it is there."""
    return value.value if type(value) is Perhaps else value


def join(a: Any, b: Any, either: Either) -> Any:
    """A value that is right whether it is `a` or `b`."""
    if a is b:
        return a
    for value in (a, b):
        if type(value) in NESTING:
            count = count_nested(value)
            if count is None:
                return Unknown(either.why)
            either.walked += count
    return _join(a, b, either)


def _join(a: Any, b: Any, either: Either) -> Any:
    """The same for structures that can be walked."""
    if a is b:
        return a
    kind, other = type(a), type(b)
    if kind is not other:
        if kind in ALTERNATIVES and other in ALTERNATIVES:
            return either.choose(a, b)
        return _one_of(either, a, b)
    if kind in CONSTANTS or kind is Size or kind is range:
        return a if a == b else either.choose(a, b)
    if kind is Tensor:
        return _join_tensors(a, b, either)
    if kind is tuple and len(a) == len(b):
        return tuple(_join(x, y, either) for x, y in zip(a, b, strict=True))
    if id(a) in either.changed or id(b) in either.changed:
        return _one_of(either, a, b)
    if kind is List and len(a) == len(b) and a.blur is None and b.blur is None:
        return _kindred(List(_join(x, y, either) for x, y in zip(a, b, strict=True)), a, b)
    if kind is Dict and a.blur is None and b.blur is None and a.keys() == b.keys():
        made = Dict({key: _join(x, b[key], either) for key, x in a.items()})
        if tuple(a) != tuple(b):
            made.otherwise = tuple(b)
        return _kindred(made, a, b)
    if kind is Function and a.code is b.code and a.scope is b.scope:
        return a
    if kind is Method and a.function is b.function and a.instance is b.instance:
        return a
    if kind is Layer and a.type is b.type and _same_arguments(a, b):
        return a
    if kind in ALTERNATIVES:
        chosen = either.choose(a, b)
        return chosen if type(chosen) is not Unknown else _one_of(either, a, b)
    return _one_of(either, a, b)


def _one_of(either: Either, *values: Any) -> Unknown:
    """One of some values, if there is one among them that can change."""
    found: dict[int, Any] = {}
    for value in values:
        for thing in value.things if type(value) is OneOf else leaves(value):
            found[id(thing)] = thing
    if len(found) > MAX_THINGS or not any(map(_can_change, found.values())):
        return Unknown(either.why)
    return OneOf(either.why, tuple(found.values()))


def _can_change(value: Any) -> bool:
    """Whether something can change, or holds what can."""
    if type(value) is tuple:
        return not CHANGEABLE.isdisjoint(map(type, value))
    return type(value) in CHANGEABLE


def _kindred(made: Any, *origins: Any) -> Any:
    """A list or dict that stands for one of two others: whoever changes it changes one of them."""
    made.kin = Kin(origins)
    for origin in origins:
        copied_to(origin, made)
    return made


def changes_with(thing: Any) -> list[Any]:
    """The lists and dicts that perhaps change where one does, as they may be the same."""
    is_that = _walk([thing], lambda kin: kin.origins)
    return [one for one in _walk(is_that, lambda kin: kin.copies) if one is not thing]


def _walk(start: list[Any], following: Callable[[Kin], Any]) -> list[Any]:
    found = {id(one): one for one in start}
    todo = list(start)
    while todo:
        kin = todo.pop().kin
        for other in following(kin) if kin is not None else ():
            if id(other) not in found:
                found[id(other)] = other
                todo.append(other)
    return [*found.values()]


MAX_THINGS = 16  # that a value may be one of
# What can change, or changes something when it is called.
CHANGEABLE = frozenset({List, Dict, Set, Instance, Function, Method, Builtin})
# What may be one of several alternatives: what does not change, so that it can stand in two places.
ALTERNATIVES = frozenset(
    {*CONSTANTS, Size, range, tuple, Tensor, Layer, Function, Method, Class, External, Choice}
)


def _join_tensors(a: Tensor, b: Tensor, either: Either) -> Tensor:
    if isinstance(a.shape, Shape) and a.shape == b.shape and a.symbolic == b.symbolic:
        return Tensor(Shape(a.shape), b.node, symbolic=a.symbolic, merged=True)
    shape = either.choose(a.shape, b.shape) if a.symbolic == b.symbolic else Unknown(either.why)
    return Tensor(shape, None, symbolic=a.symbolic, merged=True)


def _same_arguments(a: Layer, b: Layer) -> bool:
    try:
        return bool(
            all(a.args.get(k) == b.args.get(k) for k in a.args if k != "name")
            and a.built == b.built
        )
    except Exception:  # values of any kind may be compared here
        return False
