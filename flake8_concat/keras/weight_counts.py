"""All weights of a layer or a model: `.weights`, `.count_params()`."""

from __future__ import annotations

from typing import Any

from flake8_concat.keras.arguments import flag, size
from flake8_concat.keras.graph import Tensor
from flake8_concat.keras.layer import Layer
from flake8_concat.keras.models import Functional
from flake8_concat.keras.registry import Args
from flake8_concat.keras.sequential import Sequential
from flake8_concat.keras.weights import OPTIONAL, WEIGHTS, weight
from flake8_concat.shapes import Dim, Lose, Shape, product

# Layers without any weights, by what their names contain.
WITHOUT = (
    "Pooling", "Padding", "Cropping", "UpSampling", "Flatten", "Reshape", "Permute", "RepeatVector",
    "Activation", "ReLU", "ELU", "Softmax", "Concatenate", "Add", "Subtract", "Multiply", "Average",
    "Maximum", "Minimum", "Dot", "Masking", "Identity", "Dropout", "Noise", "Rescaling",
    "Resizing", "InputLayer", "Random", "RandAugment", "AugMix", "AutoContrast", "CenterCrop",
    "CutMix", "MixUp", "Equalization", "Solarization", "UnitNormalization", "CategoryEncoding",
    "Hash", "MaxNumBoundingBoxes",
)  # fmt: skip
WITH = ("PReLU", "AdditiveAttention")
GATES = {"SimpleRNN": 1, "GRU": 3, "LSTM": 4}


def all_weights(model: Any) -> list[Shape]:
    """The weights of a layer, or of all layers of a model. Raises Lose where one is not known.

    Those of each layer once, however often it is in models in the model: so does Keras.
    """
    found: list[Shape] = []
    waiting, seen = [model], {id(model)}
    while waiting:
        here = waiting.pop()
        if not isinstance(here, (Functional, Sequential)):
            found += _of_layer(here)
            continue
        layers = here.layers
        built = not isinstance(here, Sequential) or here.functional is not None
        if not isinstance(layers, list) or not built:
            raise Lose("the layers of the model are not known")
        fresh = {id(layer): layer for layer in layers if id(layer) not in seen}
        seen |= fresh.keys()
        waiting += reversed(fresh.values())
    return found


def count(weights: list[Shape]) -> Dim:
    """How many numbers they are."""
    total: Dim = 0
    for shape in weights:
        total = total + product(shape)
    return total


def _of_layer(layer: Any) -> list[Shape]:
    if not isinstance(layer, Layer):
        raise Lose("the weights of that are not known")
    kind, args = layer.type.name, layer.args
    if layer.extended:
        raise Lose(f"a class derived from {kind} may have other weights")
    if kind not in WITH and any(part in kind for part in WITHOUT):
        return []
    if kind in GATES:
        found: list[Shape | None] = list(_recurrent(args, GATES[kind], _first_input(layer)))
    elif kind == "LayerNormalization":
        found = list(_normalized(args, _first_input(layer)))
    elif kind in WEIGHTS:
        found = [
            weight(layer, name)
            for name in WEIGHTS[kind]
            if name not in OPTIONAL or args.get(OPTIONAL[name], True) is True
        ]
    else:
        raise Lose(f"the weights of {kind} are not followed")
    shapes = [shape for shape in found if shape is not None]
    if len(shapes) < len(found) or any(type(n) is not int for shape in shapes for n in shape):
        raise Lose(f"{layer.name} was not built where that is seen")
    return shapes


def _recurrent(args: Args, gates: int, x: Shape) -> tuple[Shape, ...]:
    """Kernels as wide as all gates together, for the input and for the state."""
    units = size(args, "units")
    width = gates * units
    kernels = Shape((x[-1], width)), Shape((units, width))
    if args.get("use_bias", True) is not True:
        return kernels
    twice = gates == GATES["GRU"] and args.get("reset_after", True) is not False
    return *kernels, Shape((2, width) if twice else (width,))


def _normalized(args: Args, x: Shape) -> tuple[Shape, ...]:
    """A scale and a shift for each feature."""
    axis = args["axis"]
    if type(axis) is not int:
        raise Lose("several axes are normalized")
    return (Shape((x[axis],)),) * (flag(args, "scale") + flag(args, "center"))


def _first_input(layer: Layer) -> Shape:
    if layer.nodes and len(layer.nodes[0].args) == 1:
        given = layer.nodes[0].args[0]
        if isinstance(given, Tensor) and isinstance(given.shape, Shape):
            return given.shape
    raise Lose(f"{layer.name} was not built where that is seen")
