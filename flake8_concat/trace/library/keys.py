"""Keys of dicts and members of sets, where a key may not be known."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from flake8_concat.keras.graph import Tensor
from flake8_concat.shapes import Lose, Size, Unknown
from flake8_concat.trace.library.comparing import equal
from flake8_concat.trace.library.plain import contents, weigh, why_unknown
from flake8_concat.trace.state import UNSURE, join
from flake8_concat.trace.values import CONSTANTS, Dict, External, Perhaps, Raised

ABSENT = object()


def as_key(value: Any) -> Any:
    """A value as a key. Raises Lose if it is not certain, Raised if it can't be one."""
    if isinstance(value, CONSTANTS):
        return value
    weigh(value)
    return _as_key(value)


def _as_key(value: Any) -> Any:
    if isinstance(value, (Unknown, Size)):
        raise Lose(why_unknown(value))
    if isinstance(value, (list, dict, set)):
        raise Raised("TypeError")
    if isinstance(value, slice):
        raise Lose("a slice is a key since Python 3.12")
    if isinstance(value, (tuple, frozenset)):
        for item in value:
            _as_key(item)
    return value


def _exact(key: Any) -> bool:
    """Whether Python's own look-up finds all that equals this key."""
    return isinstance(key, CONSTANTS) or (type(key) is tuple and all(map(_exact, key)))


def find_key(container: Any, value: Any) -> Any:
    """The key of a dict or set that equals a value, or ABSENT. Raises Lose, Raised."""
    if isinstance(container, set) and isinstance(value, set):
        value = frozenset(contents(value))
    key = as_key(value)
    contents(container)
    if key in container:
        return key
    if isinstance(key, str) and all(type(one) is str for one in container):
        return ABSENT
    uncertain = False
    for one in container:
        if _exact(one) and _exact(key):
            continue
        answer = equal(one, key)
        if answer is None and not (isinstance(one, Tensor) and isinstance(key, Tensor)):
            uncertain = True
        if answer:
            return one
    if uncertain:
        raise Lose("whether the key is there is not known")
    return ABSENT


def make_dict(pairs: Iterable[tuple[Any, Any]]) -> Dict:
    """A Dict; blurred if a key is not known."""
    made = Dict()
    for key, value in pairs:
        try:
            put(made, key, value)
        except Lose as lost:
            made.blur = lost.unknown
    return made


def distinct(items: Iterable[Any]) -> Dict:
    """The members of a set as the keys of a Dict. Raises Lose if one is not known."""
    made = make_dict((item, None) for item in items)
    if made.blur is not None:
        raise Lose(made.blur.why)
    return made


def put(target: Dict, key: Any, value: Any) -> None:
    """`target[key] = value`. Raises Lose for a key that is not known, Raised for none."""
    key = as_key(key)
    if isinstance(key, External):  # equal by name, not by identity
        found = find_key(target, key)
        key = key if found is ABSENT else found
    if type(value) is Perhaps and key in target:  # one of two dicts has it in the other's place
        before = target[key]
        if type(before) is Perhaps:
            value = Perhaps(value.why, join(before.value, value.value, UNSURE))
        else:
            value = join(before, value.value, UNSURE)
    target[key] = value
