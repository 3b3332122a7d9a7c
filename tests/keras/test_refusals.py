"""Every kind of refusal: which inputs, which axis, which sizes, and how one goes on."""

from __future__ import annotations

from typing import Any

import pytest

from flake8_concat.keras.create import create
from flake8_concat.keras.families import load
from flake8_concat.keras.graph import run
from flake8_concat.keras.layer import Layer
from flake8_concat.keras.registry import OPS
from flake8_concat.shapes import (
    BATCH,
    Known,
    Mismatch,
    Outcome,
    Refusal,
    Shape,
    Unknown,
    fresh_none,
    symbol,
)

load()
NONE = "None"


def shape(*sizes: Any) -> Shape:
    return Shape((BATCH, *(fresh_none() if size == NONE else size for size in sizes)))


def call(name: str, args: tuple[Any, ...], kwargs: dict[str, Any], *inputs: Any) -> Outcome:
    layer = create(name, args, kwargs)
    return layer.outcome(inputs, {}) if isinstance(layer, Layer) else layer


def refused(name: str, args: tuple[Any, ...], kwargs: dict[str, Any], *inputs: Any) -> Mismatch:
    found = call(name, args, kwargs, *inputs)
    assert isinstance(found, Mismatch), found
    return found


A, B = shape(64, 64, 32), shape(32, 32, 16)
NOTHING = shape(0, 8, 4)  # no rows

REFUSALS: list[tuple[Refusal, str, tuple[Any, ...], dict[str, Any], Any]] = [
    (Refusal.SHAPES_DIFFER, "Concatenate", (), {}, [A, B]),
    (Refusal.AXIS_OUT_OF_RANGE, "Concatenate", (4,), {}, [A, A]),
    (Refusal.AXIS_OUT_OF_RANGE, "Concatenate", (-5,), {}, [A, A]),
    (Refusal.RANKS_DIFFER, "Concatenate", (), {}, [A, shape(32)]),
    (Refusal.NOT_A_LIST, "Concatenate", (), {}, A),
    (Refusal.NOT_A_LIST, "Concatenate", (), {}, []),
    (Refusal.NOT_A_LIST, "Add", (), {}, A),
    (Refusal.NO_BROADCAST, "Add", (), {}, [A, B]),
    (Refusal.NO_BROADCAST, "Multiply", (), {}, [A, shape(31)]),
    (Refusal.DOT_AXES, "Dot", (1,), {}, [shape(3, 4), shape(4, 5)]),
    (Refusal.DOT_AXES, "Dot", (7,), {}, [shape(3, 4), shape(4, 5)]),
    (Refusal.WRONG_RANK, "Conv2D", (8, 3), {}, shape(16)),
    (Refusal.WRONG_RANK, "Dense", (8,), {}, Shape((BATCH,))),
    (Refusal.WRONG_RANK, "GlobalAveragePooling2D", (), {}, shape(16)),
    (Refusal.EMPTY_OUTPUT, "Conv2D", (8, 5), {}, shape(4, 4, 1)),
    (Refusal.EMPTY_OUTPUT, "MaxPooling2D", (5,), {}, shape(4, 4, 1)),
    (Refusal.EMPTY_OUTPUT, "Cropping2D", (2,), {}, shape(4, 4, 1)),
    (Refusal.TOTAL_SIZE, "Reshape", ((5, 5),), {}, shape(24)),
    (Refusal.TOTAL_SIZE, "Reshape", ((5, -1),), {}, shape(24)),
    (Refusal.TOTAL_SIZE, "Reshape", ((-1, -1),), {}, shape(24)),
    (Refusal.UNKNOWN_WEIGHT, "Dense", (8,), {}, shape(NONE)),
    (Refusal.UNKNOWN_WEIGHT, "Conv2D", (8, 3), {}, shape(8, 8, NONE)),
    (Refusal.UNKNOWN_WEIGHT, "BatchNormalization", (), {}, shape(8, 8, NONE)),
    (Refusal.CHANNELS, "Conv2D", (8, 3), {"groups": 2}, shape(8, 8, 3)),
    (Refusal.CHANNELS, "Conv2D", (9, 3), {"groups": 2}, shape(8, 8, 4)),
    (Refusal.CHANNELS, "GroupNormalization", (), {}, shape(8, 8, 48)),
    (Refusal.WRONG_SHAPE, "Conv2D", (0, 3), {}, A),
    (Refusal.WRONG_SHAPE, "Conv2D", (8, (3, 3, 3)), {}, A),
    (Refusal.WRONG_SHAPE, "Conv2D", (8, 3), {"strides": 2, "dilation_rate": 2}, A),
    (Refusal.WRONG_SHAPE, "Dense", (8,), {}, [A, A]),
    (Refusal.WRONG_SHAPE, "Permute", ((0, 1),), {}, shape(3, 4)),
    (Refusal.WRONG_SHAPE, "BatchNormalization", (), {"axis": 4}, A),
    (Refusal.WRONG_SHAPE, "Dense", ("8",), {}, shape(4)),
    (Refusal.WRONG_SHAPE, "LSTM", ((4, 4),), {}, shape(5, 4)),
    (Refusal.WRONG_SHAPE, "Conv2D", (8, (3, None)), {}, A),
    (Refusal.WRONG_SHAPE, "Conv2D", (8, 3), {"padding": None}, A),
    (Refusal.WRONG_SHAPE, "Conv2D", (8, 3), {"data_format": "same"}, A),
    (Refusal.WRONG_SHAPE, "MaxPooling2D", ("3",), {}, A),
    (Refusal.WRONG_SHAPE, "UpSampling2D", ((2, "2"),), {}, A),
    (Refusal.WRONG_SHAPE, "CategoryEncoding", (8,), {"output_mode": None}, shape(4)),
    (Refusal.EMPTY_OUTPUT, "Conv2D", (8, 1), {}, NOTHING),
    (Refusal.EMPTY_OUTPUT, "Cropping2D", (0,), {}, NOTHING),
]


@pytest.mark.parametrize(("kind", "name", "args", "kwargs", "inputs"), REFUSALS)
def test_kind(
    kind: Refusal, name: str, args: tuple[Any, ...], kwargs: dict[str, Any], inputs: Any
) -> None:
    assert refused(name, args, kwargs, inputs).refusal is kind


def test_concatenate_names_axis_sizes_and_inputs() -> None:
    found = refused("Concatenate", (), {"axis": -1}, [A, A, shape(64, 32, 8)])
    assert (found.axis, found.sizes, found.inputs) == (2, (64, 32), (0, 2))
    assert found.what == "axis 2 is 64 vs 32"
    assert found.recover[:2] == A[:2]
    assert found.recover[3] == 72


def test_concatenate_proposes_the_axis_that_fits() -> None:
    found = refused("Concatenate", (-1,), {}, [shape(64, 96, 32), shape(64, 32, 32)])
    assert found.remedy == "axis=2 would give (None, 64, 128, 32)"


def test_concatenate_names_the_input_that_said_the_size() -> None:
    found = refused("Concatenate", (), {}, [shape(NONE, 3), shape(5, 3), shape(6, 3)])
    assert (found.axis, found.sizes, found.inputs) == (1, (5, 6), (1, 2))


def test_add_goes_on_with_the_sizes_that_fit() -> None:
    found = refused("Add", (), {}, [A, shape(64, 32, 32)])
    assert (found.axis, found.sizes, found.inputs) == (2, (64, 32), (0, 1))
    assert found.recover[1] == 64
    assert found.recover[3] == 32


def test_an_empty_output_keeps_the_other_sizes() -> None:
    found = refused("Conv2D", (8, 3), {"strides": 2}, shape(64, 2, 3))
    assert found.axis == 2
    assert found.recover[1] == 31
    assert found.recover[3] == 8


def test_remedies() -> None:
    found = refused("Conv2D", (8, 5), {}, shape(4, 4, 1))
    assert found.remedy == "padding='same' would give (None, 4, 4, 8)"
    assert refused("GroupNormalization", (), {}, shape(4, 48)).remedy == "groups=16 would divide 48"
    assert refused("Reshape", ((5, 5),), {}, shape(30)).remedy == "(6, 5) would fit"
    assert refused("Dot", (1,), {}, [shape(3, 4), shape(4, 5)]).remedy == "axes=(2, 1) would fit"


def test_weights_of_unknown_size_keep_the_shape() -> None:
    assert refused("Dense", (8,), {}, shape(NONE)).recover == shape(8)
    assert refused("Conv2D", (8, 1), {}, shape(4, 4, NONE)).recover == shape(4, 4, 8)


def test_a_refused_constructor_leaves_a_layer_to_go_on_with() -> None:
    found = create("Conv2D", (9, 3), {"groups": 2})
    assert isinstance(found, Mismatch)
    assert isinstance(found.recover, Layer)


def test_sizes_that_nobody_knows_are_conditions() -> None:
    h, w = symbol("h", literal=False), symbol("w", literal=False)
    found = call("Concatenate", (), {}, [shape(h, 8), shape(w, 8)])
    assert isinstance(found, Known)
    (condition,) = found.conditions
    assert (condition.left, condition.right, condition.axis) == (h, w, 1)
    assert call("Concatenate", (), {}, [shape(h, 8), shape(h, 8)]).conditions == ()  # type: ignore[union-attr]


def test_a_layer_reused_with_other_channels() -> None:
    layer = create("Conv2D", (8, 3), {})
    assert isinstance(layer, Layer)
    layer.built = layer.demands(shape(8, 8, 3))
    found = layer.outcome((shape(8, 8, 4),), {})
    assert isinstance(found, Mismatch)
    assert found.refusal is Refusal.CHANNELS
    assert isinstance(layer.outcome((shape(9, 9, 3),), {}), Known)


def test_what_is_not_known_stays_as_small_as_it_can() -> None:
    why = Unknown("read from a file")
    found = call("Conv2D", (why, 3), {"padding": "same"}, A)
    assert isinstance(found, Known)
    assert found.result[:3] == A[:3]
    found = call("Conv2D", (8, why), {}, A)
    assert isinstance(found, Known)
    assert found.result[3] == 8
    assert isinstance(call("Concatenate", (why,), {}, [A, A]), Unknown)


def test_functions_are_their_layers() -> None:
    found = run(OPS["keras.layers.concatenate"], ([A, B],), {})
    assert isinstance(found, Mismatch)
    assert found.refusal is Refusal.SHAPES_DIFFER
    assert run(OPS["keras.layers.add"], ([A, A],), {"name": "sum"}).result == A  # type: ignore[union-attr]
    merged = run(OPS["keras.layers.merge"], ([A, A],), {"mode": "concat", "concat_axis": 3})
    assert merged.result == shape(64, 64, 64)  # type: ignore[union-attr]


def test_names_of_older_networks() -> None:
    made = create("Dense", (4,), {"name": "block/dense"})
    assert isinstance(made, Layer)
    assert made.name == "block/dense"
