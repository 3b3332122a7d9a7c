"""Shapes that a call of TensorFlow asserts: `tf.debugging.assert_shapes`.

Sizes that are names, None or `"*"` may be any (tensorflow/python/ops/check_ops.py).
"""

from __future__ import annotations

from collections.abc import Iterator

import libcst as cst

from flake8_concat.diagnostics import Edit, Fix
from flake8_concat.keras.graph import Tensor
from flake8_concat.rules import describe
from flake8_concat.rules.base import Finding, Place
from flake8_concat.rules.lineage import behind_refusal
from flake8_concat.shapes import Shape
from flake8_concat.trace.facts import Event, Facts

SHAPES = ("tf.debugging.assert_shapes", "tf.assert_shapes")


def calls(facts: Facts) -> Iterator[Finding]:
    """The shapes that such calls assert, and that the code does not give."""
    groups: dict[int, list[Event]] = {}
    for event in facts.events:
        if event.callee in SHAPES and event.site.source is facts.source:
            groups.setdefault(id(event.site.node), []).append(event)
    for events in groups.values():
        node = events[0].site.node
        if isinstance(node, cst.Call) and all(event.certain for event in events):
            yield from _shapes(facts, events, node)


def _shapes(facts: Facts, events: list[Event], node: cst.Call) -> Iterator[Finding]:
    for at, (_, said) in enumerate(_written(node)):
        finding = _unlike(facts, [_asserted(event, at) for event in events], said)
        if finding is not None:
            yield finding


def _unlike(facts: Facts, tensors: list[object], said: cst.Tuple | cst.List) -> Finding | None:
    """The finding of a shape that is said of a tensor, which has another in every evaluation."""
    tensor, shapes = tensors[0], {getattr(one, "shape", None) for one in tensors}
    if len(shapes) != 1 or not isinstance(tensor, Tensor) or behind_refusal(facts, tensor):
        return None
    sizes = [element.value for element in said.elements]
    shape = tensor.shape
    if not isinstance(shape, Shape) or any("..." in describe.code(size) for size in sizes):
        return None  # with dots it may have any number of axes
    wrong = [
        (size, given)
        for size, given in zip(sizes, shape, strict=False)
        if isinstance(size, cst.Integer) and type(given) is int and size.evaluated_value != given
    ]
    same_rank = len(sizes) == len(shape)
    if same_rank and not wrong:
        return None
    edits = tuple(Edit(facts.source.range_of(size), str(new)) for size, new in wrong)
    return Finding(
        Place(facts.source, said),
        f"asserts {describe.short_code(said)}, the code gives {shape}",
        fixes=(Fix("Assert the traced shape", edits),) if same_rank else (),
    )


def _written(node: cst.Call) -> list[tuple[cst.BaseExpression, cst.Tuple | cst.List]]:
    """The pairs of `assert_shapes([(x, (…)), …])` or of `{x: (…)}`; [] if any is not written."""
    given = node.args[0].value if node.args and not node.args[0].star else None
    pairs: list[tuple[cst.BaseExpression, cst.BaseExpression]] = []
    if isinstance(given, cst.Dict):
        for entry in given.elements:
            if not isinstance(entry, cst.DictElement):
                return []
            pairs.append((entry.key, entry.value))
    elif isinstance(given, (cst.List, cst.Tuple)):
        for element in given.elements:
            parts = element.value.elements if isinstance(element.value, cst.Tuple) else ()
            if len(parts) != 2:
                return []
            pairs.append((parts[0].value, parts[1].value))
    found = [(key, said) for key, said in pairs if isinstance(said, (cst.Tuple, cst.List))]
    return found if len(found) == len(pairs) else []


def _asserted(event: Event, at: int) -> object:
    """The tensor of which the pair at a place is said."""
    given = event.args[0] if event.args else None
    items = list(given) if isinstance(given, (list, tuple, dict)) else []
    one = items[at] if at < len(items) else None
    if isinstance(given, dict):
        return one
    return one[0] if isinstance(one, (list, tuple)) and one else None
