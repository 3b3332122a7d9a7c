"""Recurrent layers: shapes and refusals, as real Keras says them."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from shapes_of_layers import LOST, Refusal, called, create, made

X = (None, 3, 4)
LSTM, GRU, SIMPLE = made("LSTMCell", 4), made("GRUCell", 5), made("SimpleRNNCell", 6)
WRONG, RANK, WEIGHT = Refusal.WRONG_SHAPE, Refusal.WRONG_RANK, Refusal.UNKNOWN_WEIGHT


@pytest.mark.parametrize(
    ("kwargs", "x", "expected"),
    [
        ({}, X, (None, 4)),
        ({}, (None, None, 4), (None, 4)),
        ({"return_sequences": True}, X, (None, 3, 4)),
        ({"return_sequences": True}, (None, None, 4), (None, None, 4)),
        ({"return_state": True}, X, [(None, 4), (None, 4), (None, 4)]),
        ({"stateful": True}, (2, 3, 4), (2, 4)),
        ({"stateful": True}, X, WEIGHT),
        ({}, (None, 3, None), WEIGHT),
        ({}, (None, 4), RANK),
        ({}, (None, 3, 4, 5), RANK),
        ({}, [X], WRONG),
        ({}, [X, (None, 4), (None, 4)], WRONG),
    ],
)
def test_lstm(kwargs: dict[str, Any], x: Any, expected: Any) -> None:
    assert called(made("LSTM", 4, **kwargs), x) == expected


def test_one_state() -> None:
    for name in ("GRU", "SimpleRNN"):
        layer = made(name, 4, return_state=True, return_sequences=True)
        assert called(layer, X) == [(None, 3, 4), (None, 4)]


def test_initial_states_are_not_looked_at() -> None:
    states = [(None, 5)]
    assert called(made("LSTM", 4), X, initial_state=states) == (None, 4)
    assert called(made("LSTM", 4), X, states) == (None, 4)
    assert called(made("LSTM", 4), sequences=X) == (None, 4)


def test_weights_are_asked_once() -> None:
    layer = made("LSTM", 4)
    layer.built = layer.demands(X)
    assert called(layer, (None, 3, None)) == (None, 4)


@pytest.mark.parametrize("units", [0, -1, 4.0])
def test_units(units: Any) -> None:
    assert called(create("GRU", (units,)), X) == WRONG


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        (LSTM, [(None, 4), (None, 4), (None, 4)]),
        (GRU, [(None, 5), (None, 5)]),
        ([LSTM, GRU], [(None, 5), [(None, 4), (None, 4)], (None, 5)]),
        ([GRU], [(None, 5), (None, 5)]),
        (made("StackedRNNCells", [LSTM]), [(None, 4), [(None, 4), (None, 4)]]),
        (made("StackedRNNCells", [made("StackedRNNCells", [LSTM, GRU]), SIMPLE]), LOST),
        (SimpleNamespace(state_size=7), [(None, 7), (None, 7)]),
        (SimpleNamespace(state_size=[7, 8], output_size=9), [(None, 9), (None, 7), (None, 8)]),
        (SimpleNamespace(attributes={"state_size": 7}), [(None, 7), (None, 7)]),
        (object(), LOST),
        ([], WRONG),
    ],
)
def test_rnn(cell: Any, expected: Any) -> None:
    assert called(made("RNN", cell, return_state=True), X) == expected


def test_rnn_of_any_rank() -> None:
    assert called(made("RNN", LSTM), (None, 3, 4, 5)) == (None, 4)
    assert called(made("RNN", LSTM), (None, 4)) == RANK
    assert called(made("RNN", LSTM), (2, 4)) == (2, 4)
    assert called(create("RNN", (made("Dropout", 0.1),)), X) == WRONG


def test_cells() -> None:
    assert called(LSTM, (None, 3), [(None, 4), (None, 4)]) == [(None, 4), [(None, 4), (None, 4)]]
    assert called(LSTM, (None, 3), [(None, 5), (None, 4)]) == WRONG
    assert called(LSTM, (None, 3), [(None, 4)]) == WRONG
    assert called(GRU, (None, 3), (None, 5)) == [(None, 5), (None, 5)]
    assert called(GRU, (None, 3), [(None, 5)]) == [(None, 5), [(None, 5)]]
    assert called(GRU, (2, 3), [(3, 5)]) == Refusal.NO_BROADCAST
    assert called(SIMPLE, (None, None), [(None, 6)]) == WEIGHT
    stack = made("StackedRNNCells", [LSTM, GRU])
    states = [[(None, 4), (None, 4)], (None, 5)]
    assert called(stack, (None, 3), states) == [(None, 5), [[(None, 4), (None, 4)], (None, 5)]]


@pytest.mark.parametrize(
    ("kwargs", "x", "expected"),
    [
        ({}, (None, 3, 8, 8, 4), (None, 7, 7, 4)),
        ({"strides": 2}, (None, 3, 8, 8, 4), (None, 4, 4, 4)),
        ({"padding": "SAME"}, (None, 3, 8, 8, 4), (None, 8, 8, 4)),
        ({"dilation_rate": (3, 1)}, (None, 3, 8, 8, 4), (None, 5, 7, 4)),
        ({"return_sequences": True}, (None, None, 8, 8, 4), (None, None, 7, 7, 4)),
        ({"data_format": "channels_first"}, (None, 3, 4, 8, 8), (None, 4, 7, 7)),
        ({"return_state": True}, (None, 3, 8, 8, 2), [(None, 7, 7, 4)] * 3),
        ({"kernel_size": 9}, (None, 3, 8, 8, 4), Refusal.EMPTY_OUTPUT),
        ({"kernel_size": (2, 2, 2)}, (None, 3, 8, 8, 4), WRONG),
        ({"kernel_size": 0}, (None, 3, 8, 8, 4), WRONG),
        ({"strides": 2, "dilation_rate": 2}, (None, 3, 8, 8, 4), WRONG),
        ({"padding": "causal"}, (None, 3, 8, 8, 4), WRONG),
        ({}, (None, 3, None, 8, 4), WEIGHT),
        ({}, (None, 3, 8, 8, None), WEIGHT),
        ({}, (None, 3, 8, 8), RANK),
    ],
)
def test_conv_lstm(kwargs: dict[str, Any], x: Any, expected: Any) -> None:
    layer = create("ConvLSTM2D", (), {"filters": 4, "kernel_size": 2, **kwargs})
    assert called(layer, x) == expected
