"""keras.tree and tf.nest: structures of lists, tuples and dicts."""

# What a function here does is what Keras documents for its name; all take the tracer.

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from flake8_concat.shapes import Lose, Mismatch, Refusal, Unknown
from flake8_concat.trace.library import function
from flake8_concat.trace.library.binding import note
from flake8_concat.trace.values import Dict, List, Raised, is_small


def nested(value: Any) -> bool:
    """Whether a value is a structure. Raises Lose if what is in it is not known."""
    blur = getattr(value, "blur", None)
    if blur is not None:
        raise Lose(blur.why)
    return isinstance(value, (List, tuple, Dict))


def parts(structure: Any) -> list[tuple[Any, Any]]:
    """The keys and values of a structure, those of a dict in the order of its keys."""
    if not isinstance(structure, dict):
        return list(enumerate(structure))
    try:
        return sorted(structure.items(), key=lambda item: item[0])
    except TypeError:
        return list(structure.items())


def leaves(structure: Any) -> Iterator[Any]:
    """What is in a structure and is none itself, in order."""
    if not nested(structure):
        yield structure
        return
    for _, value in parts(structure):
        yield from leaves(value)


def rebuilt(structure: Any, make: Callable[[Any], Any]) -> Any:
    """The same structure with every leaf made anew, in order."""
    if not nested(structure):
        return make(structure)
    made = {key: rebuilt(value, make) for key, value in parts(structure)}
    if isinstance(structure, Dict):
        return Dict((key, made[key]) for key in structure)
    items = made.values()
    if isinstance(structure, List):
        return List(items)
    return type(structure)(*items) if hasattr(structure, "_fields") else tuple(items)


def checked(structure: Any) -> Any:
    """A structure that can be walked."""
    if not is_small(structure):
        raise Lose("a structure too large to follow")
    return structure


@function("keras.tree.flatten", "tf.nest.flatten")
def flatten(tracer: Any, structure: Any, **kwargs: Any) -> Any:
    return List(leaves(checked(structure)))


@function("keras.tree.map_structure", "tf.nest.map_structure")
def map_structure(tracer: Any, func: Any, *structures: Any, **kwargs: Any) -> Any:
    columns = [list(leaves(checked(structure))) for structure in structures]
    if any(differ(structures[0], other) for other in structures[1:]):
        unlike(tracer, "map_structure", structures)
    if not columns or any(len(column) != len(columns[0]) for column in columns):
        raise Raised("ValueError")
    results = iter([tracer.call(func, given, {}) for given in zip(*columns, strict=True)])
    return rebuilt(structures[0], lambda _leaf: next(results))


@function("keras.tree.pack_sequence_as", "tf.nest.pack_sequence_as")
def pack_sequence_as(tracer: Any, structure: Any, flat_sequence: Any, **kwargs: Any) -> Any:
    given = list(tracer.items(flat_sequence))
    if len(given) != len(list(leaves(checked(structure)))):
        unlike(tracer, "pack_sequence_as", (structure, flat_sequence))
        raise Raised("ValueError")
    found = iter(given)
    return rebuilt(structure, lambda _leaf: next(found))


@function("keras.tree.is_nested", "tf.nest.is_nested")
def is_nested(tracer: Any, structure: Any) -> Any:
    return nested(structure)


@function("keras.tree.lists_to_tuples")
def lists_to_tuples(tracer: Any, structure: Any) -> Any:
    if not nested(checked(structure)) or isinstance(structure, Dict):
        return structure
    return tuple(lists_to_tuples(tracer, value) for value in structure)


@function("keras.tree.assert_same_structure", "tf.nest.assert_same_structure")
def assert_same_structure(tracer: Any, a: Any, b: Any, **kwargs: Any) -> Any:
    if differ(checked(a), checked(b)):
        unlike(tracer, "assert_same_structure", (a, b))
    return None


def differ(a: Any, b: Any) -> bool:
    """Whether two structures differ in more than their leaves, and the kinds of their lists."""
    if nested(a) != nested(b):
        return not any(isinstance(leaf, Unknown) for leaf in (a, b))
    if not nested(a):
        return False
    if isinstance(a, dict) != isinstance(b, dict) or len(a) != len(b):
        return True
    if isinstance(a, dict):
        return set(a) != set(b) or any(differ(a[key], b[key]) for key in a)
    return any(map(differ, a, b))


def unlike(tracer: Any, name: str, structures: Any) -> None:
    """Writes down that structures are not the same."""
    what = "the structures have not the same parts"
    note(tracer, f"keras.tree.{name}", structures, {}, Mismatch(Refusal.WRONG_SHAPE, what))
