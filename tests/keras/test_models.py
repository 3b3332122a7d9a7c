"""Models as layers: written cases. Each was tried with Keras 3.15."""

from __future__ import annotations

from typing import Any

import pytest

from flake8_concat.keras import families
from flake8_concat.keras.create import create
from flake8_concat.keras.graph import Tensor
from flake8_concat.keras.layer import Layer
from flake8_concat.keras.models import Functional, ModelMismatch, connect, input_of, output_of
from flake8_concat.keras.naming import Names, to_snake_case
from flake8_concat.keras.nodes import apply, make_input
from flake8_concat.keras.sequential import Sequential
from flake8_concat.shapes import (
    BATCH,
    UNKNOWN_SIZE,
    Known,
    Mismatch,
    Refusal,
    Shape,
    Unknown,
    fresh_none,
    is_none,
)

families.load()


def image(*sizes: int | None, name: str = "input_layer") -> Tensor:
    return make_input(batch(*sizes), name)


def batch(*sizes: int | None) -> Shape:
    return Shape((BATCH, *(fresh_none() if size is None else size for size in sizes)))


def layer(kind: str, *args: Any, **kwargs: Any) -> Layer:
    made = create(kind, args, kwargs, layer_name=kwargs.get("name"))
    assert isinstance(made, Layer), made
    return made


def call(operation: Any, inputs: Any) -> Any:
    return apply(operation, (inputs,), {})


def test_replayed_with_other_sizes() -> None:
    x = image(None, None, 3)
    conv = layer("Conv2D", 8, 3, padding="same", name="conv")
    y = call(layer("MaxPooling2D", name="pool"), call(conv, x))
    model = connect(x, y, "encoder")
    assert isinstance(model, Functional)
    assert model.outcome((batch(64, 32, 3),), {}) == Known(batch(32, 16, 8))
    assert [item.name for item in model.layers] == ["input_layer", "conv", "pool"]  # type: ignore[union-attr]
    assert model.get_layer("conv") is conv
    assert model.get_layer(index=-1).name == "pool"
    assert isinstance(model.get_layer("nothing"), Unknown)
    assert output_of(conv).shape[-1] == 8
    assert input_of(conv) is x


def test_refuses_what_its_inputs_do_not_allow() -> None:
    x = image(8, 8, 3)
    model = connect(x, call(layer("Conv2D", 4, 3), x), "m")
    assert isinstance(model, Functional)
    wrong = model.outcome((batch(9, 8, 3),), {})
    assert isinstance(wrong, Mismatch)
    assert (wrong.axis, wrong.sizes) == (1, (8, 9))
    assert isinstance(model.outcome(([batch(8, 8, 3)] * 2,), {}), Mismatch)
    assert isinstance(model.outcome((Unknown("?"),), {}), Unknown)
    assert isinstance(model.outcome(((BATCH, UNKNOWN_SIZE),), {}), Unknown)


def test_forgotten_input() -> None:
    a, b = image(4, name="a"), image(5, name="b")
    joined = call(layer("Concatenate"), [a, call(layer("Dense", 3), b)])
    problem = connect(a, joined, "m")
    assert isinstance(problem, ModelMismatch)
    assert problem.refusal is Refusal.DISCONNECTED
    assert problem.missing is b
    assert problem.inputs == (0,)
    whole = connect([a, b], {"x": joined, "y": a}, "m")
    assert isinstance(whole, Functional)
    assert whole.output_shape == [batch(7), batch(4)]
    part = connect(a, [a, joined], "m")
    assert isinstance(part, ModelMismatch)
    assert part.inputs == (1,)


def test_joined_branches_are_never_certain() -> None:
    a, b = image(4), image(5)
    joined = call(layer("Concatenate"), [a, b])
    either = Tensor(b.shape, b.node, merged=True)
    assert isinstance(connect([a, either], joined, "m"), Functional)
    y = call(layer("Dense", 3), either)
    model = connect(a, y, "m")
    assert isinstance(model, Functional)
    assert isinstance(model.layers, Unknown)


def test_unused_input() -> None:
    a, b = image(4, name="a"), image(5, name="b")
    model = connect([a, b], call(layer("Dense", 3), a), "m")
    assert isinstance(model, Functional)
    assert model.unused == [b]


def test_part_of_a_model() -> None:
    x = image(8)
    h = call(layer("Dense", 4, name="first"), x)
    y = call(layer("Dense", 2, name="second"), h)
    model = connect(h, y, "part")
    assert isinstance(model, Functional)
    assert len(model.layers) == 2  # type: ignore[arg-type]
    assert model.outcome((batch(4),), {}) == Known(batch(2))
    assert isinstance(model.outcome((batch(5),), {}), Mismatch)


def test_shared_layer_is_one_layer() -> None:
    a, b = image(4), image(4, name="b")
    shared = layer("Dense", 3, name="shared")
    model = connect([a, b], call(layer("Add"), [call(shared, a), call(shared, b)]), "m")
    assert isinstance(model, Functional)
    assert [item.name for item in model.layers].count("shared") == 1  # type: ignore[union-attr]
    assert output_of(shared) is shared.nodes[0].outputs


def test_sequential_with_input() -> None:
    model = Sequential("s")
    assert model.extend([image(8, 8, 3), layer("Conv2D", 4, 3), layer("Flatten")]) is None
    assert model.output_shape == batch(144)
    assert [item.type.name for item in model.layers] == ["Conv2D", "Flatten"]  # type: ignore[union-attr]
    assert model.add(layer("Dense", 5)) is None
    assert model.outcome((batch(8, 8, 3),), {}) == Known(batch(5))
    assert isinstance(model.outcome((batch(9, 9, 3),), {}), Mismatch)
    model.pop()
    assert model.output_shape == batch(144)


def test_sequential_says_which_layer_refuses() -> None:
    model = Sequential("s")
    conv = layer("Conv2D", 4, 9)
    problem = model.extend([image(8, 8, 3), conv, layer("Flatten")])
    assert isinstance(problem, ModelMismatch)
    assert problem.layer is conv
    assert isinstance(model.output, Unknown)


def test_sequential_is_built_on_its_first_call() -> None:
    model = Sequential("s")
    assert model.extend([layer("Dense", 3)]) is None
    assert isinstance(model.output, Unknown)
    assert model.outcome((batch(4),), {}) == Known(batch(3))
    assert isinstance(model.outcome((batch(5),), {}), Mismatch)


def test_sequential_takes_the_shape_from_its_first_layer() -> None:
    model = Sequential("s")
    assert model.extend([layer("Dense", 3, input_shape=(4,))]) is None
    assert model.input_shape == batch(4)
    inner = Sequential("t")
    assert inner.extend([model, layer("Dense", 2)]) is None
    assert inner.output_shape == batch(2)


def test_sequential_does_not_take_a_second_input() -> None:
    model = Sequential("s")
    assert isinstance(model.extend([image(4), image(4)]), Mismatch)


@pytest.mark.parametrize(
    ("name", "snake"),
    [
        ("Conv2D", "conv2d"),
        ("MaxPooling2D", "max_pooling2d"),
        ("LSTM", "lstm"),
        ("ReLU", "re_lu"),
        ("BatchNormalization", "batch_normalization"),
    ],
)
def test_names(name: str, snake: str) -> None:
    names = Names()
    assert to_snake_case(name) == snake
    assert [names.auto(name) for _ in range(3)] == [snake, f"{snake}_1", f"{snake}_2"]
    other = names.copy()
    names.clear()
    assert (names.auto(name), other.auto(name)) == (snake, f"{snake}_3")


def test_unknown_size_stays_a_size_of_keras() -> None:
    x = image(None, 4)
    model = connect(x, call(layer("Dense", 3), x), "m")
    assert isinstance(model, Functional)
    assert is_none(model.output_shape[1])
