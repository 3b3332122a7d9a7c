"""Where a tensor's sizes came from: a walk back through the calls that made it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from flake8_concat.keras.graph import Node, Tensor
from flake8_concat.keras.layer import Layer
from flake8_concat.rules.axes import rearranges
from flake8_concat.shapes import Dim, Shape
from flake8_concat.shapes.rounding import rounding

_FAR = 200  # steps back at most: thousands of findings on one long chain would be quadratic
_MADE = ("filters", "units", "output_dim")  # arguments that set the last size, whatever it was


@dataclass(frozen=True, slots=True)
class Step:
    """A call that gave an axis its size. `before` None: it was made there, not changed."""

    node: Node
    before: Dim | None
    after: Dim

    @property
    def rounding(self) -> str:
        """Why `after` is not an exact part or multiple of `before`, "" if it is or was not told."""
        found = None if self.before is None else rounding(self.before, self.after)
        return found.why if found is not None and found.nearest else ""

    @property
    def exact(self) -> bool:
        """Whether the one size is a multiple of the other."""
        before, after = self.before, self.after
        if type(before) is not int or type(after) is not int or not before or not after:
            return True
        return before % after == 0 or after % before == 0


def history(tensor: Tensor, axis: int) -> Iterator[Step]:
    """The calls that changed or made the size of an axis (from 0), newest first."""
    return (step for _, step in _way(tensor, axis) if step is not None)


def _way(tensor: Tensor, axis: int) -> Iterator[tuple[Node, Step | None]]:
    """The calls that an axis went through, newest first; with what each did to its size."""
    for _ in range(_FAR):
        node, shape = tensor.node, tensor.shape
        if node is None or not isinstance(shape, Shape) or not -len(shape) <= axis < len(shape):
            return
        size = shape[axis]
        source = None if _made_here(node, shape, axis) else _same_axis(node, shape, axis)
        if source is None:
            yield node, Step(node, None, size)
            return
        before = source.shape[axis]  # type: ignore[index]
        changes = before is not size and before != size
        yield node, Step(node, before, size) if changes else None
        tensor = source


def apart(one: Tensor, other: Tensor, axis: int) -> tuple[list[Step], list[Step]]:
    """The steps of two tensors' pasts, newest first, up to where the pasts meet.

    Both are followed at once: of a thousand joins in a row each meets a few calls back.
    """
    ways = (_way(one, axis), _way(other, axis))
    steps: tuple[list[Step], list[Step]] = ([], [])
    met: tuple[dict[int, int], dict[int, int]] = ({}, {})  # nodes, and how many steps before them
    going = [True, True]
    while any(going):
        for own, opposite in ((0, 1), (1, 0)):
            node, step = next(ways[own], (None, None))
            if node is None:
                going[own] = False
                continue
            if id(node) in met[opposite]:
                del steps[opposite][met[opposite][id(node)] :]
                return steps
            met[own][id(node)] = len(steps[own])
            if step is not None:
                steps[own].append(step)
    return steps


def origin(tensor: Tensor, axis: int) -> Step | None:
    """The last call that changed or made the size of an axis."""
    return next(history(tensor, axis), None)


def cause(tensor: Tensor, other: Tensor, axis: int) -> Step | None:
    """The step in a tensor's past, not shared with the other's, after which a size didn't fit.

    The newest one that rounded, or else that was not exact. None if there is no such step.
    """
    return _culprit(apart(tensor, other, axis)[0])


def causes(one: Tensor, other: Tensor, axis: int) -> list[Step]:
    """The cause in the past of each of two tensors, where there is one."""
    found = map(_culprit, apart(one, other, axis))
    return [step for step in found if step is not None]


def _culprit(steps: list[Step]) -> Step | None:
    inexact = [step for step in steps if step.before is not None and not step.exact]
    return next((step for step in inexact if step.rounding), inexact[0] if inexact else None)


def _made_here(node: Node, shape: Shape, axis: int) -> bool:
    """Whether the size is a number that the layer was given: its `filters`, its `units`."""
    if not isinstance(node.operation, Layer):
        return False
    args = node.operation.args
    channels = 1 if args.get("data_format") == "channels_first" else len(shape) - 1
    return axis % len(shape) == channels and any(name in args for name in _MADE)


def _same_axis(node: Node, shape: Shape, axis: int) -> Tensor | None:
    """The input whose axis the output's is, if the operation keeps its axes in their places."""
    inputs = [
        item
        for item in node.inputs
        if isinstance(item.shape, Shape) and len(item.shape) == len(shape)
    ]
    if not inputs or rearranges(node):
        return None
    size = shape[axis]
    return next((item for item in inputs if item.shape[axis] == size), inputs[0])  # type: ignore[index]
