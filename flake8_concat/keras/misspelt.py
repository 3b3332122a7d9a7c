"""Names with a slip of the pen: one letter too many, too few, another or out of place."""

from __future__ import annotations

from functools import cache

from flake8_concat.keras.legacy import CLASSES
from flake8_concat.keras.signatures import ALIASES, LAYERS, OLD_LAYERS

# No release of Keras has a layer of such a name; what one had is in `signatures/`, in `legacy` or
# here. What else older releases had under `keras.layers`, beside layers that Keras 3 has.
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
    lower, numbers = name.lower(), _numbers(name)
    known = _known()
    if lower in known:
        return known[lower]
    near = (known[other] for other in known if one_slip(lower, other))
    return next((layer for layer in near if _numbers(layer) == numbers), None)


def _numbers(name: str) -> str:
    """The digits of a name, which no slip of the pen changes."""
    return "".join(filter(str.isdigit, name))


def one_slip(one: str, other: str) -> bool:
    """Whether two words differ in one letter, or have two neighbours exchanged."""
    if abs(len(one) - len(other)) > 1:
        return False
    while one and other and one[0] == other[0]:
        one, other = one[1:], other[1:]
    while one and other and one[-1] == other[-1]:
        one, other = one[:-1], other[:-1]
    return max(len(one), len(other)) == 1 or (len(one) == 2 and one == other[::-1])
