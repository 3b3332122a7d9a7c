"""Layers around a layer (keras/src/layers/rnn, core/wrapper.py): TimeDistributed and its kin.

A wrapper builds the layer in it and asks for its output shape; it does not call it. So Keras
checks no input spec there, and what was built stays as it is.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from flake8_concat.keras.arguments import flag, items, known_size, weight_size
from flake8_concat.keras.calling import NoTensor
from flake8_concat.keras.graph import Operation
from flake8_concat.keras.layer import Layer
from flake8_concat.keras.recurrent import check_made, sequences
from flake8_concat.keras.registry import Args, InputSpec, LayerType, as_outcome, check_spec, layer
from flake8_concat.shapes import (
    Dim,
    Known,
    Lose,
    OfKeras3,
    Outcome,
    Refusal,
    Refuse,
    Shape,
    Size,
    Unknown,
    fresh_none,
)

# Layers that refuse a wrong rank even where their input spec is not looked at ...
STRICT = ("Conv", "DepthwiseConv", "SeparableConv", "Adaptive", "ConvLSTM", "STFT")
# ... but for these, which take fewer axes.
LENIENT = ("Conv1DTranspose", "Conv2DTranspose", "Conv3DTranspose")
# Layers without a `compute_output_shape`: their `call` is run in its place.
NO_SHAPE = frozenset(
    {"GRUCell", "LSTMCell", "Pipeline", "SimpleRNNCell", "StackedRNNCells", "Wrapper"}
)
# Layers whose rules hold for any rank.
ANY_RANK = (
    *("SimpleRNN", "GRU", "LSTM", "Global", "SpatialDropout", "Permute", "RepeatVector"),
    *("MaxPooling", "AveragePooling", "Cropping", "ZeroPadding", "UpSampling", *LENIENT),
)

RECURRENT = frozenset({"SimpleRNN", "GRU", "LSTM", "RNN", "ConvLSTM1D", "ConvLSTM2D", "ConvLSTM3D"})
MERGE_MODES = ("sum", "mul", "ave", "concat")


def inside(operation: Operation | Layer, x: Shape) -> Any:
    """What the wrapped layer's `compute_output_shape` gives for `x`.

    Raises Refuse and Lose as rules do; the place of a fault is that in the wrapped layer's own
    input, so it is left out.
    """
    with placeless():
        if isinstance(operation, Layer) and operation.type.name != "Lambda":
            kind = operation.type
            check_askable(kind)
            check_rank(kind, operation.args, x)
            outcome = as_outcome(kind.call(operation.args, x, *operation.call_defaults()))
        elif hasattr(operation, "outcome"):
            outcome = operation.outcome((x,), {})
        else:
            raise Lose("what is wrapped is not a layer that can be followed")
        return result_of(outcome)


def build_inside(operation: Operation | Layer, x: Shape) -> None:
    """The wrapped layer's `build`, if it was not built before."""
    if not isinstance(operation, Layer) or operation.built is not None:
        return
    kind = operation.type
    if kind.built is not None:
        with placeless():
            check_askable(kind)
            check_rank(kind, operation.args, x)
            kind.built(operation.args, x, *operation.call_defaults())


@contextmanager
def placeless() -> Iterator[None]:
    """Takes the place from a refusal: it is one in another input than the wrapper's."""
    try:
        yield
    except Refuse as refused:
        fault = refused.mismatch
        raise Refuse(fault.refusal, fault.what, inputs=(0,), remedy=fault.remedy) from None


def check_askable(kind: LayerType) -> None:
    """A wrapper hands on one tensor only, and asks for a shape without calling."""
    if kind.name in NO_SHAPE:
        raise Refuse(Refusal.WRONG_SHAPE, f"{kind.name} in it can't say its output shape")
    signature = kind.call_signature
    if (
        signature is not None
        and signature.names[1:2]
        and signature.names[1] not in signature.defaults
    ):
        raise Refuse(Refusal.WRONG_SHAPE, f"{kind.name} in it takes `{signature.names[1]}` as well")


def check_rank(kind: LayerType, args: Args, x: Shape) -> None:
    """A wrong rank under a wrapper: some layers refuse it, others make something of it."""
    if kind.spec is None or kind.name.startswith(ANY_RANK):
        return
    if kind.name == "Bidirectional" and isinstance(args["layer"], Layer):
        check_rank(args["layer"].type, args["layer"].args, x)
        return
    try:
        check_spec(kind.spec(args), x)
    except Refuse:
        if kind.name.startswith(STRICT):
            raise
        raise Lose(f"{kind.name} in a wrapper does not look at the rank") from None


def result_of(outcome: Outcome) -> Any:
    """The shapes of an outcome; raises what stands in their place."""
    if isinstance(outcome, Known):
        return outcome.result
    if isinstance(outcome, Unknown):
        raise Lose(outcome.why)
    raise Refuse(outcome.refusal, outcome.what)


def check_layer(args: Args) -> None:
    """The constructor of Wrapper: what is wrapped must be a layer."""
    wrapped = args["layer"]
    if isinstance(wrapped, (int, float, str, list, tuple, dict, NoTensor)):
        raise Refuse(Refusal.WRONG_SHAPE, "wraps something that is not a layer")
    check_made(wrapped)


# TimeDistributed.


def one_step(x: Any) -> Shape:
    """The input without time. Mirrors TimeDistributed._get_child_input_shape."""
    if isinstance(x, (list, tuple, dict)) and not isinstance(x, Shape):
        raise Refuse(Refusal.WRONG_SHAPE, "takes one tensor, not a structure of them")
    if not isinstance(x, Shape):
        raise Lose("what it is called on is not a tensor that can be followed")
    if len(x) < 3:
        raise Refuse(
            Refusal.WRONG_RANK, f"needs at least rank 3, has rank {len(x)}: {x}", inputs=(0,)
        )
    return Shape((x[0], *x[2:]))


def steps_built(args: Args, x: Any) -> InputSpec:
    """TimeDistributed.build."""
    build_inside(args["layer"], one_step(x))
    return InputSpec()


@layer("TimeDistributed", create=check_layer, built=steps_built, single=False)
def time_distributed(args: Args, x: Any) -> Shape:
    """keras.layers.TimeDistributed."""
    result = inside(args["layer"], one_step(x))
    if isinstance(result, Shape):
        return Shape((result[0], x[1], *result[1:]))
    if isinstance(result, (list, tuple, dict)):
        raise Refuse(Refusal.WRONG_SHAPE, "the layer in it returns several tensors")
    raise Lose("what the layer in it returns is not known")


# Bidirectional.


def peek(args: Args, name: str) -> Any:
    """A flag, or None if it is not known."""
    value = args.get(name, False)
    return None if isinstance(value, Unknown) else bool(value)


def check_directions(args: Args) -> None:
    """The constructor of Bidirectional."""
    check_layer(args)
    mode, forward, backward = args["merge_mode"], args["layer"], args["backward_layer"]
    if mode is not None and mode not in MERGE_MODES:
        raise Refuse(Refusal.WRONG_SHAPE, f"`merge_mode` is {mode!r}")
    for inner in (forward, backward):
        if isinstance(inner, Layer) and inner.type.name not in RECURRENT:
            raise Refuse(Refusal.WRONG_SHAPE, f"wraps {inner.type.name}, which is not recurrent")
        if hasattr(type(inner), "get_layer"):
            raise Refuse(Refusal.WRONG_SHAPE, "wraps a model, which is not recurrent")
    if not isinstance(forward, Layer):
        return
    reverse = peek(forward.args, "go_backwards")
    if backward is None:
        if reverse:
            raise Refuse(Refusal.WRONG_SHAPE, "wraps a layer that already goes backwards")
        return
    if not isinstance(backward, Layer):
        return
    both = peek(backward.args, "go_backwards")
    if None not in (reverse, both) and reverse == both:
        raise Refuse(Refusal.WRONG_SHAPE, "`layer` and `backward_layer` go the same way")
    for name in ("stateful", "return_sequences", "return_state"):
        one, other = peek(forward.args, name), peek(backward.args, name)
        if None not in (one, other) and one != other:
            raise Refuse(Refusal.WRONG_SHAPE, f"`layer` and `backward_layer` differ in `{name}`")


def directions_spec(args: Args) -> InputSpec | None:
    """The input spec of the layer in it."""
    inner = args["layer"]
    if isinstance(inner, Layer) and inner.type.spec is not None:
        return inner.type.spec(inner.args)
    return None


def directions_built(args: Args, x: Any) -> InputSpec:
    """Both directions are built; the forward one is a fresh copy of the layer that was given."""
    x = sequences(x)
    for inner in (args["layer"], args["backward_layer"]):
        if isinstance(inner, Layer) and inner.type.built is not None:
            inner.type.built(inner.args, x)
    return InputSpec()


@layer(
    "Bidirectional",
    create=check_directions,
    spec=directions_spec,
    built=directions_built,
    single=False,
)
def bidirectional(args: Args, x: Any) -> Any:
    """keras.layers.Bidirectional: the shape of the forward direction stands for both."""
    x = sequences(x)
    inner, mode = args["layer"], args["merge_mode"]
    if not isinstance(inner, Layer):
        raise Lose("a layer of one's own in Bidirectional is not followed")
    result = result_of(as_outcome(inner.type.call(inner.args, x)))
    if isinstance(result, Shape):
        return (result, result) if mode is None else merged(result, mode)
    if flag(inner.args, "stateful"):
        raise Lose("a stateful layer in Bidirectional that returns its states is not followed")
    first, *states = result
    heads = (first, first) if mode is None else (merged(first, mode),)
    return (*heads, *states, *states)


def merged(output: Shape, mode: str) -> Shape:
    """The outputs of both directions in one: `concat` doubles the last axis."""
    return output.replace(-1, output[-1] * 2) if mode == "concat" else output


# SpectralNormalization.

# Layers that have a `kernel` or `embeddings` to normalise, by the start of their names.
WEIGHTED = (
    "Dense",
    "EinsumDense",
    "Conv",
    "DepthwiseConv",
    "Embedding",
    "ReversibleEmbedding",
    "SpectralNormalization",
)


def check_power(args: Args) -> None:
    """The constructor of SpectralNormalization."""
    check_layer(args)
    iterations = args["power_iterations"]
    if isinstance(iterations, (int, float)) and iterations <= 0:
        raise Refuse(Refusal.WRONG_SHAPE, f"`power_iterations` must be positive, got {iterations}")


def spectral_built(args: Args, x: Shape) -> InputSpec:
    """SpectralNormalization.build: needs a kernel, and fixes the features."""
    inner = args["layer"]
    if isinstance(inner, Layer):
        name = inner.type.name
        if not name.startswith(WEIGHTED) or name.startswith("ConvLSTM"):
            raise Refuse(Refusal.WRONG_SHAPE, f"wraps {name}, which has no kernel")
    if x and isinstance(inner, Layer) and inner.type.name == "Dense":
        weight_size(x, -1)
    build_inside(inner, x)
    return InputSpec(min_ndim=1, axes=((-1, x[-1]),))


@layer("SpectralNormalization", create=check_power, built=spectral_built, bare=True)
def spectral_normalization(args: Args, x: Shape) -> Any:
    """keras.layers.SpectralNormalization."""
    return inside(args["layer"], x)


@layer("Wrapper", create=check_layer, single=False)
def wrapper(_args: Args, _x: Any) -> Any:
    """keras.layers.Wrapper, which is there to be inherited from: it has no `call`."""
    raise Refuse(Refusal.WRONG_SHAPE, "a bare Wrapper can't be called")


# Lambda, and layers around other libraries.


def check_function(args: Args) -> None:
    """The constructor of Lambda."""
    function = args.get("function")
    if isinstance(function, (str, int, float, list, tuple)) or function is None:
        raise Refuse(Refusal.WRONG_SHAPE, "`function` must be a function")


@layer("Lambda", create=check_function, single=False)
def lambda_layer(args: Args, x: Any) -> Any:
    """keras.layers.Lambda as far as `output_shape` says; its function is not read here."""
    given = args["output_shape"]
    if given is None:
        raise Lose("what the function in Lambda returns is not known")
    return with_batch(given, batch_of(x))


def batch_of(x: Any) -> Dim:
    """The first size of the first tensor."""
    while not isinstance(x, Shape):
        values = list(x.values()) if isinstance(x, dict) else x
        if not isinstance(values, (list, tuple)) or not values:
            raise Lose("what it is called on is not a tensor that can be followed")
        x = values[0]
    if not x:
        raise Lose("a scalar has no batch")
    return x[0]


def with_batch(given: Any, batch: Dim) -> Any:
    """A structure of shapes as `output_shape` gives it, each with the batch put before it.

    Raises Refuse for a shape that is no tuple, which Keras can't put together with the batch.
    """
    if isinstance(given, dict):
        return {key: with_batch(item, batch) for key, item in given.items()}
    if isinstance(given, (int, float)):
        raise Refuse(Refusal.WRONG_SHAPE, f"`output_shape` must be a tuple, is {given}")
    given = items(given, "output_shape")
    if given and all(isinstance(item, (list, tuple, dict)) for item in given):
        parts = [with_batch(item, batch) for item in given]
        return tuple(parts) if isinstance(given, tuple) else parts
    shape = Shape((batch, *map(output_size, given)))
    if not isinstance(given, tuple):
        what, lost = "`output_shape` must be a tuple, is a list", Unknown("it was given in a list")
        raise Refuse(Refusal.WRONG_SHAPE, what, OfKeras3, recover=lost)
    return shape


def output_size(item: Any) -> Dim:
    """One size of `output_shape`."""
    if isinstance(item, Unknown):
        return known_size(item)
    if item is None:
        return fresh_none()
    if type(item) is int and item < 0:
        raise Refuse(Refusal.WRONG_SHAPE, f"`output_shape` holds {item}")
    if isinstance(item, (int, Size)):
        return item
    raise Lose("`output_shape` of Lambda is not known")


FOREIGN = {
    "JaxLayer": "a JAX function",
    "FlaxLayer": "a Flax module",
    "TFSMLayer": "a TensorFlow SavedModel",
    "TorchModuleWrapper": "a PyTorch module",
}


def foreign(what: str) -> Any:
    """The rule of a layer around code of another library."""

    def call(_args: Args, _x: Any) -> Any:
        raise Lose(f"{what} is not read")

    return call


for _name, _what in FOREIGN.items():
    layer(_name, single=False)(foreign(_what))
