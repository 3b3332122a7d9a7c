"""Recurrent layers on drawn arguments and shapes, held against real Keras."""

from __future__ import annotations

from typing import Any

import pytest

pytest.importorskip("keras")
pytest.importorskip("hypothesis")

import keras
from harness import AGREE, assert_agree, draws
from hypothesis import given, settings
from hypothesis import strategies as st
from nesting import Made, compare_made, made

TIME = st.sampled_from([None, 1, 3, 5])
FEATURES = st.sampled_from([1, 4, 4, 4, 6, None])
BATCH = st.sampled_from([None, None, None, 2])
UNITS = st.sampled_from([1, 4, 4, 6, 6, 0, -1])
FLAGS = ("return_sequences", "return_state", "go_backwards", "stateful", "unroll")

property_test = settings(max_examples=draws(100), deadline=None)


@st.composite
def sequences(draw: Any) -> Any:
    """Most often (batch, time, features)."""
    rank = draw(st.sampled_from([3] * 8 + [1, 2, 4]))
    return (draw(BATCH), *(draw(TIME) for _ in range(rank - 2)), draw(FEATURES))[: max(rank, 1)]


@st.composite
def flags(draw: Any, names: tuple[str, ...] = FLAGS) -> dict[str, bool]:
    return {name: True for name in names if draw(st.integers(0, 2)) == 0}


@st.composite
def cells(draw: Any, *, deep: bool = True) -> Made:
    kind = draw(st.sampled_from(["SimpleRNNCell", "GRUCell", "LSTMCell"] + ["Stack"] * deep))
    if kind == "Stack":
        return made("StackedRNNCells", draw(st.lists(cells(deep=False), min_size=1, max_size=3)))
    return made(kind, draw(UNITS))


@st.composite
def any_cell(draw: Any) -> Any:
    """What RNN may be given: a cell, a list of cells, sometimes no cell at all."""
    if draw(st.integers(0, 15)) == 0:
        return draw(st.sampled_from([made("Dense", 4), [], [made("Dense", 4)]]))
    return draw(st.one_of(cells(), st.lists(cells(deep=False), min_size=1, max_size=3)))


@property_test
@given(
    name=st.sampled_from(["SimpleRNN", "GRU", "LSTM"]),
    units=UNITS,
    kwargs=flags(),
    x=sequences(),
    listed=st.sampled_from([False] * 9 + [True]),
)
def test_units(name: str, units: int, kwargs: Any, x: Any, listed: bool) -> None:
    assert_agree(compare_made(made(name, units, **kwargs), [x] if listed else x))


@property_test
@given(
    name=st.sampled_from(["SimpleRNN", "GRU", "LSTM"]),
    kwargs=flags(),
    x=sequences(),
    states=st.lists(st.sampled_from([(None, 4), (None, 5), (2, 4)]), min_size=1, max_size=4),
    by_name=st.booleans(),
)
def test_initial_states(name: str, kwargs: Any, x: Any, states: Any, by_name: bool) -> None:
    layer = made(name, 4, **kwargs)
    if by_name:
        assert_agree(compare_made(layer, x, initial_state=states))
    else:
        assert_agree(compare_made(layer, (x, states)))
        assert_agree(compare_made(layer, [x, *states]))


@property_test
@given(
    name=st.sampled_from(["SimpleRNN", "GRU", "LSTM"]), kwargs=flags(), a=sequences(), b=sequences()
)
def test_called_twice(name: str, kwargs: Any, a: Any, b: Any) -> None:
    layer = made(name, 4, **kwargs)
    if compare_made(layer, a).kind == AGREE:
        assert_agree(compare_made(layer, a, b))


@property_test
@given(cell=any_cell(), kwargs=flags(), x=sequences())
def test_rnn(cell: Any, kwargs: Any, x: Any) -> None:
    assert_agree(compare_made(made("RNN", cell, **kwargs), x))


@property_test
@given(
    cell=cells(deep=False),
    x=st.tuples(BATCH, FEATURES),
    states=st.lists(st.tuples(BATCH, st.sampled_from([1, 4, 4, 4, 6])), min_size=1, max_size=3),
    listed=st.sampled_from([True, True, True, False]),
)
def test_cells(cell: Made, x: Any, states: Any, listed: bool) -> None:
    if keras.backend.backend() != "tensorflow":  # JAX keeps an unknown batch from a known one
        states = [(x[0], *state[1:]) for state in states]
    verdict = compare_made(cell, (x, states if listed else states[0]))
    # An LSTMCell takes one tensor apart along the batch, and 1 unit spreads; not followed.
    assert_agree(verdict, partly=cell.name == "LSTMCell" and (not listed or cell.args == (1,)))


@st.composite
def conv_lstms(draw: Any, rank: int) -> Made:
    numbers = st.sampled_from([1, 2, 2, 3])
    windows = st.one_of(numbers, st.tuples(*[numbers] * rank), st.sampled_from([0, -1, (2, 2), 9]))
    kwargs = draw(flags(FLAGS[:4]))
    for name in ("strides", "dilation_rate"):
        if draw(st.integers(0, 2)) == 0:
            kwargs[name] = draw(windows)
    kwargs["padding"] = draw(st.sampled_from(["valid", "same", "SAME", "causal"]))
    kwargs["data_format"] = draw(st.sampled_from([None, "channels_last", "channels_first"]))
    filters = draw(st.sampled_from([1, 4, 4, 0, -1]))
    return made(f"ConvLSTM{rank}D", filters, draw(windows), **kwargs)


@property_test
@given(data=st.data())
def test_conv_lstm(data: Any) -> None:
    rank = data.draw(st.sampled_from([1, 2, 3]))
    layer = data.draw(conv_lstms(rank))
    count = rank + data.draw(st.sampled_from([0] * 8 + [1, -1]))
    sides = st.sampled_from([2, 3, 5, 8, 8] if data.draw(st.booleans()) else [8, 8, 8, None])
    x = (data.draw(BATCH), data.draw(TIME), *(data.draw(sides) for _ in range(count + 1)))
    assert_agree(compare_made(layer, x))


@property_test
@given(data=st.data())
def test_bidirectional(data: Any) -> None:
    inner = data.draw(
        st.one_of(
            st.builds(
                lambda name, units, kwargs: made(name, units, **kwargs),
                st.sampled_from(["SimpleRNN", "GRU", "LSTM"]),
                UNITS,
                flags(),
            ),
            st.builds(lambda cell, kwargs: made("RNN", cell, **kwargs), cells(), flags()),
            conv_lstms(1),
            st.sampled_from([made("Dense", 4), made("TimeDistributed", made("Dense", 4))]),
        )
    )
    kwargs: dict[str, Any] = {}
    if data.draw(st.booleans()):
        kwargs["merge_mode"] = data.draw(
            st.sampled_from(["sum", "mul", "ave", "concat", None, "max"])
        )
    if data.draw(st.integers(0, 4)) == 0:
        kwargs["backward_layer"] = made("LSTM", 5, **data.draw(flags()))
    rank = 4 if inner.name == "ConvLSTM1D" else 3
    x = data.draw(sequences())
    if rank == 4:
        x = (data.draw(BATCH), data.draw(TIME), 8, data.draw(FEATURES))
    verdict = compare_made(made("Bidirectional", inner, **kwargs), x)
    stateful = inner.kwargs.get("stateful") and inner.kwargs.get("return_state")
    assert_agree(verdict, partly=bool(stateful))
