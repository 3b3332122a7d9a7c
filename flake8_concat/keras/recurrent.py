"""Recurrent layers (keras/src/layers/rnn): SimpleRNN, GRU, LSTM, RNN and what they step with.

Keras takes the output of a recurrent layer from `compute_output_shape` alone: initial states are
not looked at, and features only when the weights are made.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Union

from flake8_concat.keras.arguments import (
    flag,
    is_element,
    items,
    positive,
    shown,
    size,
    weight_size,
)
from flake8_concat.keras.layer import Layer
from flake8_concat.keras.registry import Args, InputSpec, KerasClass, layer
from flake8_concat.shapes import (
    UNKNOWN_SIZE,
    Dim,
    Lose,
    Mismatch,
    OfKeras3,
    Refusal,
    Refuse,
    Shape,
    Size,
    Unknown,
    is_none,
)

# What a cell keeps from step to step: one size, or one for each of its states (a list again for
# each cell of a stack).
State = Union[Dim, "list[State]"]

# The states of a cell, each as large as its `units`; None: a single one, not in a list.
CELLS: dict[str, int | None] = {"SimpleRNNCell": None, "GRUCell": None, "LSTMCell": 2}
LAYER_STATES = {"SimpleRNN": 1, "GRU": 1, "LSTM": 2}


# What can be said of a cell.


def cell_state(cell: Any) -> State:
    """`cell.state_size`. Raises Lose if it is not known."""
    if isinstance(cell, Layer):
        name = cell.type.name
        if name in CELLS:
            units = size(cell.args, "units")
            count = CELLS[name]
            return units if count is None else [units] * count
        if name == "StackedRNNCells":
            return stack_state(items(cell.args["cells"], "cells"))
        raise Lose(f"{cell.name} as a cell is not followed")
    if isinstance(cell, (list, tuple)):
        return stack_state(items(cell, "cells"))
    return state_of(attribute(cell, "state_size"))


def attribute(cell: Any, name: str) -> Any:
    """An attribute of a cell of the user's: its own, or one in a mapping `attributes`."""
    found = getattr(cell, name, None)
    kept = getattr(cell, "attributes", None)
    return kept.get(name) if found is None and isinstance(kept, dict) else found


def stack_state(cells: Sequence[Any]) -> list[State]:
    """`StackedRNNCells(cells).state_size`."""
    return [cell_state(cell) for cell in cells]


def state_of(value: Any) -> State:
    """A state size as a class of the user gives it."""
    if isinstance(value, (int, Size)) and not isinstance(value, bool):
        return value
    if isinstance(value, Unknown):
        raise Lose(value.why)
    if isinstance(value, (list, tuple)):
        return [state_of(item) for item in items(value, "state_size")]
    raise Lose("the `state_size` of the cell is not known")


def cell_output(cell: Any) -> Dim:
    """`cell.output_size`, or what Keras takes in its place: the first state's size."""
    if isinstance(cell, Layer):
        name = cell.type.name
        if name in CELLS:
            return size(cell.args, "units")
        if name == "StackedRNNCells":
            cell = cell.args["cells"]
    if isinstance(cell, (list, tuple)):
        cells = items(cell, "cells")
        if not cells:
            raise Refuse(Refusal.WRONG_SHAPE, "has no cells")
        return cell_output(cells[-1])
    given = attribute(cell, "output_size")
    if given is not None and not isinstance(given, (int, Size)):
        raise Lose("the `output_size` of the cell is not known")
    first = given if given is not None else cell_state(cell)
    while isinstance(first, list):
        if not first:
            raise Lose("the cell has no states")
        first = first[0]
    return first


def check_made(value: Any) -> None:
    """Refuses a class of Keras in the place of a layer."""
    if isinstance(value, KerasClass):
        raise Refuse(
            Refusal.WRONG_SHAPE,
            f"is given the class {value.name}, not a layer",
            remedy=f"{value.name}(…) makes one",
        )


def check_cell(args: Args) -> None:
    """The constructor of RNN: a layer that is no cell has no states."""
    cell = args["cell"]
    cells = items(cell, "cell") if isinstance(cell, (list, tuple)) else [cell]
    for one in cells:
        check_made(one)
        if isinstance(one, (int, float, str, type(None))):
            raise Refuse(Refusal.WRONG_SHAPE, f"steps with {shown(one)}, which is not a cell")
        if getattr(one, "no_cell", False):
            raise Refuse(Refusal.WRONG_SHAPE, f"steps with {one.name!r}, which has no `state_size`")
        if isinstance(one, Layer) and not is_cell(one):
            raise Refuse(Refusal.WRONG_SHAPE, f"steps with {one.type.name}, which is not a cell")


def is_cell(value: Layer) -> bool:
    """Whether a layer may have a `state_size`; recurrent layers have one as well."""
    name = value.type.name
    return name in CELLS or "RNN" in name or name in ("LSTM", "GRU") or name.startswith("ConvLSTM")


# What all recurrent layers check.


def check_units(args: Args) -> None:
    """The constructors of all layers and cells that have `units`."""
    size(args, "units")
    positive(args, "units")


def check_units_of_cell(args: Args) -> None:
    """The constructors of cells and of LSTM, where fractions fail only when they are called."""
    units = args.get("units")
    if not (isinstance(units, float) and units > 0) and not is_element(units):
        check_units(args)


def sequences(x: Any) -> Shape:
    """The one tensor a recurrent layer is called on; Keras 3 takes no states in a list with it."""
    if isinstance(x, Shape):
        return x
    if isinstance(x, (list, tuple)):
        raise Refuse(
            Refusal.WRONG_SHAPE,
            f"expects 1 input, received a list of {len(x)}",
            OfKeras3,
            recover=Unknown("it is called on a list"),
            remedy="states go to `initial_state=`" if len(x) > 1 else None,
        )
    raise Lose("what it is called on is not a tensor that can be followed")


def check_batch(args: Args, x: Shape) -> None:
    """A stateful layer keeps a state for each sample: the batch size must be a number."""
    if flag(args, "stateful") and is_none(x[0]):
        raise Refuse(
            Refusal.UNKNOWN_WEIGHT,
            "is stateful and needs a fixed batch size",
            axis=0,
            inputs=(0,),
            remedy="Input(batch_shape=...) would fix it",
        )


def check_features(x: Shape) -> None:
    """The kernel has a row for each feature of a step."""
    features = x[-1] if len(x) > 2 else x[0]
    if is_none(features):
        raise Refuse(
            Refusal.UNKNOWN_WEIGHT,
            f"the size of axis {len(x) - 1} must be known to make the weights: {x}",
            axis=len(x) - 1,
            sizes=(x[-1],),
            inputs=(0,),
        )


def results(args: Args, x: Shape, output: Sequence[Dim], states: Sequence[Any]) -> Any:
    """What a recurrent layer returns. Mirrors keras.layers.RNN.compute_output_shape.

    `output` is the shape of one step without the batch; `states` are Shapes or lists of them.
    """
    length = x[1:2] if flag(args, "return_sequences") else ()
    result = Shape((x[0], *length, *output))
    if flag(args, "return_state"):
        return (result, *states)
    return result


def state_shapes(batch: Dim, state: State) -> list[Any]:
    """The shapes of all states, as RNN.compute_output_shape gives them."""
    shapes: list[Any] = []
    for one in state if isinstance(state, list) else [state]:
        if not isinstance(one, list):
            shapes.append(Shape((batch, one)))
            continue
        inner = [item for item in one if not isinstance(item, list)]
        if len(inner) < len(one):
            raise Lose("the states of stacks in stacks are not followed")
        shapes.append([Shape((batch, item)) for item in inner])
    return shapes


# SimpleRNN, GRU, LSTM.


def units_built(args: Args, x: Any) -> InputSpec:
    """RNN.build and the build of its cell; once built, Keras checks the rank only."""
    x = sequences(x)
    check_features(x)
    check_batch(args, x)
    return InputSpec()


def units_layer(count: int) -> Any:
    """The rule of a layer whose cell has `count` states of `units`."""

    def call(args: Args, x: Any) -> Any:
        x = sequences(x)
        if len(x) < 2:
            raise Refuse(Refusal.WRONG_RANK, f"needs rank 3, has rank {len(x)}", inputs=(0,))
        units = size(args, "units")
        return results(args, x, (units,), [Shape((x[0], units))] * count)

    return call


for _name, _count in LAYER_STATES.items():
    _create = check_units_of_cell if _name == "LSTM" else check_units
    layer(_name, create=_create, spec=InputSpec(ndim=3), built=units_built, single=False)(
        units_layer(_count)
    )


# RNN(cell).


def check_layers_as_cells(cell: Any, x: Shape) -> None:
    """A recurrent layer in the place of a cell has states, but is given no time axis."""
    if isinstance(cell, Layer) and cell.type.name == "StackedRNNCells":
        cell = cell.args["cells"]
    for one in cell if isinstance(cell, (list, tuple)) else (cell,):
        if isinstance(one, Layer) and len(x) == 3 and is_cell(one):
            name = one.type.name
            if name not in CELLS and name != "StackedRNNCells":
                raise Refuse(
                    Refusal.WRONG_SHAPE,
                    f"steps with a {name} layer, which is not a cell",
                    remedy=f"{name}Cell is one" if f"{name}Cell" in CELLS else None,
                )


def rnn_built(args: Args, x: Any) -> InputSpec:
    """RNN.build: the cell is built for one step; a stack builds its first cell for it."""
    x = sequences(x)
    cell = args["cell"]
    check_layers_as_cells(cell, x)
    while not isinstance(cell, Layer) or cell.type.name == "StackedRNNCells":
        if isinstance(cell, Layer):
            cell = cell.args["cells"]
        if not isinstance(cell, (list, tuple)) or not cell:
            break
        cell = items(cell, "cells")[0]
    if isinstance(cell, Layer) and cell.type.name in CELLS and cell.built is None:
        if len(x) < 3 and is_none(x[0]):
            raise Refuse(
                Refusal.WRONG_RANK,
                f"needs rank 3 (batch, time, features), has rank {len(x)}",
                inputs=(0,),
            )
        check_features(x)
    check_batch(args, x)
    return InputSpec()


@layer("RNN", create=check_cell, built=rnn_built, single=False)
def rnn(args: Args, x: Any) -> Any:
    """keras.layers.RNN."""
    x = sequences(x)
    if len(x) < 2:
        raise Refuse(Refusal.WRONG_RANK, f"needs rank 3, has rank {len(x)}", inputs=(0,))
    cell = args["cell"]
    output = cell_output(cell)
    states = state_shapes(x[0], cell_state(cell)) if flag(args, "return_state") else ()
    return results(args, x, (output,), states)


# Cells called by hand: `output, states = LSTMCell(4)(x, [h, c])`.


def step(args: Args, x: Any, states: Any, count: int) -> tuple[Shape, Dim]:
    """The output of one step, and the batch. The products with both kernels must be possible."""
    units = size(args, "units")
    if not isinstance(x, Shape) or len(x) != 2:
        raise Lose("a cell is followed on inputs of rank 2 only")
    for index, state in enumerate(states[:count]):
        if isinstance(state, Shape) and len(state) != 2 and count == 1 and "reset_after" in args:
            raise Refuse(Refusal.WRONG_RANK, f"needs a state of rank 2, is given {state}")
        if not isinstance(state, Shape) or len(state) != 2:
            raise Lose("a cell is followed on states of rank 2 only")
        found = state[1]
        if index > 0 and units == 1 and found != 1:
            raise Lose("a carry state that is larger than the cell is not followed")
        fits = found == units or (index > 0 and found == 1)
        if type(units) is int and type(found) is int and not fits:
            raise Refuse(
                Refusal.WRONG_SHAPE,
                f"has {units} units and a state of size {found}",
                sizes=(units, found),
                axis=1,
            )
    batch = x[0]
    for state in states[:count]:
        batch = joined_batch(batch, state[0])
    return Shape((batch, units)), batch


def joined_batch(a: Dim, b: Dim) -> Dim:
    """Two batch sizes that are added together; a None stays a None."""
    if a == b or is_none(b):
        return a
    if is_none(a):
        return b
    if type(a) is not int or type(b) is not int:
        return UNKNOWN_SIZE
    if a != b and 1 not in (a, b):
        raise Refuse(Refusal.NO_BROADCAST, f"axis 0 is {a} vs {b}", axis=0, sizes=(a, b))
    return max(a, b)


def cell_built(_args: Args, x: Any, *_: Any) -> InputSpec:
    """The build of a cell."""
    if isinstance(x, Shape) and x:
        weight_size(x, -1)
    return InputSpec()


CELL_CALL = "inputs, states, training=False"


@layer("SimpleRNNCell", "GRUCell", create=check_units_of_cell, built=cell_built, call=CELL_CALL)
def single_state_cell(args: Args, x: Shape, states: Any, _training: Any) -> Any:
    """keras.layers.SimpleRNNCell and GRUCell: the new state comes in the form it was given."""
    listed = not isinstance(states, Shape)
    given = items(states, "states") if listed else [states]
    if not given:
        raise Refuse(Refusal.WRONG_SHAPE, "needs a state, is given an empty list")
    output, _ = step(args, x, given, 1)
    return output, [output] if listed else output


@layer("LSTMCell", create=check_units_of_cell, built=cell_built, call=CELL_CALL)
def lstm_cell(args: Args, x: Shape, states: Any, _training: Any) -> Any:
    """keras.layers.LSTMCell."""
    if isinstance(states, Shape):
        raise Lose("the states of an LSTMCell are to come in a list")
    given = items(states, "states")
    if len(given) < 2:
        raise Refuse(Refusal.WRONG_SHAPE, f"needs 2 states, received {len(given)}")
    output, _ = step(args, x, given, 2)
    return output, [output, output]


def check_cells(args: Args) -> None:
    """The constructor of StackedRNNCells."""
    cells = args["cells"]
    if isinstance(cells, Layer):
        raise Refuse(
            Refusal.WRONG_SHAPE,
            f"takes a list of cells, is given one {cells.type.name}",
            remedy="put it in a list",
        )
    for cell in items(cells, "cells"):
        check_made(cell)
        if isinstance(cell, (int, float, str, type(None))):
            raise Refuse(Refusal.WRONG_SHAPE, f"stacks {shown(cell)}, which is not a cell")
        if isinstance(cell, Layer) and not is_cell(cell):
            raise Refuse(Refusal.WRONG_SHAPE, f"stacks {cell.type.name}, which is not a cell")


@layer("StackedRNNCells", create=check_cells, call=CELL_CALL)
def stacked_cells(args: Args, x: Shape, states: Any, _training: Any) -> Any:
    """keras.layers.StackedRNNCells: the cells one after the other, each with its own states."""
    cells = items(args["cells"], "cells")
    given = items(states, "states")
    output: Any = x
    news: list[Any] = []
    for cell, state in zip(cells, given, strict=False):
        listed = not isinstance(state, Shape)
        output, new = one_cell(cell, output, state if listed else [state])
        news.append(new[0] if len(new) == 1 and not listed else new)
    return output, news[0] if len(news) == 1 else news


def one_cell(cell: Any, x: Any, states: Any) -> tuple[Shape, list[Any]]:
    """The output and the new states of one cell of a stack."""
    if not hasattr(cell, "outcome"):
        raise Lose("a cell of the stack is not one that can be followed")
    outcome = cell.outcome((x, states), {})
    if isinstance(outcome, Unknown):
        raise Lose(outcome.why)
    if isinstance(outcome, Mismatch):
        raise Refuse(outcome.refusal, outcome.what)
    result = outcome.result
    if type(result) is not tuple or len(result) != 2 or not isinstance(result[1], list):
        raise Lose("what a cell of the stack returns is not followed")
    return result
