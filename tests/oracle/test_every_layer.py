"""Each layer once: with the least it takes, by keyword, by position, and with all its defaults."""

from __future__ import annotations

import inspect
from typing import Any

import pytest

pytest.importorskip("keras")

import keras
from harness import assert_agree, compare_layer

from flake8_concat.keras.signatures import ALIASES

LINE, IMAGE, CUBE, FLAT = (None, 12, 8), (None, 12, 12, 8), (None, 12, 12, 12, 8), (None, 8)
BY_RANK = {"1D": LINE, "2D": IMAGE, "3D": CUBE}

# The required arguments, by name.
REQUIRED: dict[str, dict[str, Any]] = {
    "Activation": {"activation": "relu"},
    "AlphaDropout": {"rate": 0.5},
    "Dense": {"units": 4},
    "Dot": {"axes": 1},
    "Dropout": {"rate": 0.5},
    "EinsumDense": {"equation": "abc,cd->abd", "output_shape": (None, 4)},
    "Embedding": {"input_dim": 10, "output_dim": 4},
    "ReversibleEmbedding": {"input_dim": 10, "output_dim": 4},
    "GaussianDropout": {"rate": 0.5},
    "GaussianNoise": {"stddev": 0.5},
    "GroupNormalization": {"groups": 4},
    "Permute": {"dims": (2, 1)},
    "RepeatVector": {"n": 3},
    "Reshape": {"target_shape": (-1, 2)},
}
for _name in BY_RANK:
    REQUIRED |= {
        f"Conv{_name}": {"filters": 4, "kernel_size": 3},
        f"Conv{_name}Transpose": {"filters": 4, "kernel_size": 3},
        f"SeparableConv{_name}": {"filters": 4, "kernel_size": 3},
        f"DepthwiseConv{_name}": {"kernel_size": 3},
        f"AveragePooling{_name}": {"pool_size": 2},
        f"AdaptiveAveragePooling{_name}": {"output_size": 2},
        f"AdaptiveMaxPooling{_name}": {"output_size": 2},
        f"SpatialDropout{_name}": {"rate": 0.5},
    }

INPUTS: dict[str, Any] = {"Dense": FLAT, "RepeatVector": FLAT}
MERGING = [
    *("Add", "Average", "Concatenate", "Dot", "Maximum", "Minimum", "Multiply", "Subtract"),
]
SIMPLE = [
    *("ActivityRegularization", "BatchNormalization", "ELU", "Flatten", "Identity"),
    *("LayerNormalization", "LeakyReLU", "Masking", "PReLU", "RMSNormalization", "ReLU"),
    *("Softmax", "UnitNormalization"),
]
SIDED = [
    *("Conv", "ConvTranspose", "SeparableConv", "DepthwiseConv", "MaxPooling"),
    *("AveragePooling", "GlobalMaxPooling", "GlobalAveragePooling", "AdaptiveMaxPooling"),
    *("AdaptiveAveragePooling", "UpSampling", "ZeroPadding", "Cropping", "SpatialDropout"),
]


def names() -> list[str]:
    sided = [
        f"{stem.removesuffix('Transpose')}{rank}{'Transpose' * stem.endswith('Transpose')}"
        for stem in SIDED
        for rank in BY_RANK
    ]
    own = {*REQUIRED, *SIMPLE, *MERGING, *sided}
    aliases = [alias for alias, name in ALIASES.items() if name in own]
    return sorted(name for name in {*own, *aliases} if hasattr(keras.layers, name))


def inputs_of(name: str) -> Any:
    if name in MERGING:
        return [LINE, LINE]
    rank = next((rank for rank in BY_RANK if rank in name), None)
    return INPUTS.get(name, BY_RANK[rank] if rank else LINE)


@pytest.mark.parametrize("name", names())
def test_every_way_to_make_it(name: str) -> None:
    inputs = inputs_of(name)
    required = REQUIRED.get(ALIASES.get(name, name), {})
    assert_agree(compare_layer(name, (), required, inputs))
    assert_agree(compare_layer(name, tuple(required.values()), {}, inputs))
    layer = getattr(keras.layers, name)
    parameters = list(inspect.signature(layer.__init__).parameters.values())[1:]
    defaults = {p.name: p.default for p in parameters if p.default is not p.empty}
    assert_agree(compare_layer(name, (), {**required, **defaults}, inputs))
    values = tuple((defaults | required)[p.name] for p in parameters if p.name != "kwargs")
    if all(p.kind is not p.KEYWORD_ONLY for p in parameters):
        assert_agree(compare_layer(name, values, {}, inputs))
    more = {"name": "mine", "trainable": False, "dtype": "float32"}
    known = {p.name for p in parameters} | {"kwargs"}
    more = {k: v for k, v in more.items() if "kwargs" in {p.name for p in parameters} or k in known}
    assert_agree(compare_layer(name, (), {**required, **more}, inputs))


@pytest.mark.parametrize("name", names())
def test_ranks(name: str) -> None:
    """All ranks, and no number known but the channels."""
    required = REQUIRED.get(ALIASES.get(name, name), {})
    for rank in range(6):
        known = (None, *(6, 8, 10, 12, 4)[: rank - 1])[:rank]
        unknown = (None, *(None,) * (rank - 2), 8)[-rank:] if rank > 1 else (None,) * rank
        for shape in (known, unknown, (None,) * rank, (2, *known[1:])[:rank]):
            inputs = [shape, shape] if name in MERGING else shape
            for data_format in ("channels_last", "channels_first"):
                assert_agree(compare_layer(name, (), required, inputs, data_format=data_format))
