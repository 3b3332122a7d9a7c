"""Names of layers with one letter too many, too few, another or out of place: `layers.Desne`.

No release of Keras has a layer of such a name; what one had is in `signatures/`, in `legacy`
or here.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from flake8_concat.keras.legacy import CLASSES
from flake8_concat.keras.signatures import ALIASES, LAYERS, OLD_LAYERS

# What else older releases had under `keras.layers`, beside layers that Keras 3 has.
ONCE = frozenset(
    (
        "AbstractRNNCell ConvLSTM2DCell ConvRNN2D ConvRecurrent2D Convolution1DTranspose "
        "CuDNNGRU CuDNNLSTM DenseFeatures GRUV1 GRUV2 Highway LSTMV1 LSTMV2 LambdaMerge "
        "MaxoutDense Merge ParametricSoftplus ParametricSoftPlus PeepholeLSTMCell Recurrent "
        "RNNV1 SReLU SimpleDeepRNN TimeDistributedDense TimeDistributedMerge UpSample1D "
        "UpSample2D"
    ).split()
)
LEAST = 3  # letters: of shorter ones too many are near


@cache
def _known() -> dict[str, str]:
    """The names of layers without capitals, and as they are written."""
    return {name.lower(): name for name in _all() if name[0].isupper()}


@cache
def _all() -> frozenset[str]:
    """All names that lead somewhere."""
    return ONCE.union(OLD_LAYERS, ALIASES, LAYERS, CLASSES)


def misspelt(name: str) -> str | None:
    """The layer that was certainly meant with a name that no Keras has, None if there is none."""
    if len(name) < LEAST or not name[0].isupper() or name in _all():
        return None
    known = _known()
    lower = name.lower()
    if lower in known:
        return known[lower]
    return next((known[near] for near in _near(lower) if near in known), None)


def _near(name: str) -> Iterator[str]:
    """What one slip of the pen makes of a name; digits stay what they are."""
    letters = "abcdefghijklmnopqrstuvwxyz"
    for i in range(len(name) + 1):
        head, tail = name[:i], name[i:]
        for letter in letters:
            yield head + letter + tail
        if tail and not tail[0].isdigit():
            yield head + tail[1:]
            for letter in letters:
                yield head + letter + tail[1:]
        if len(tail) > 1 and not tail[:2].isdigit():
            yield head + tail[1] + tail[0] + tail[2:]
