"""Which functions refuse inside of a layer, too, what they refuse of symbolic tensors.

In the body of a layer Keras hands over tensors of the backend, and many functions look at those
otherwise: `argsort` of a number, `cumsum` on an axis that is not there. These don't, on any
backend (tests/oracle/test_refused_in_layers.py).
"""

from __future__ import annotations

from typing import Any

from flake8_concat.keras.registry import Op
from flake8_concat.shapes import Lose, Refusal, Refuse

# By name: the least rank of the inputs for which that holds.
REFUSED_IN_LAYERS = {
    **{
        f"keras.ops.{name}": 0
        for name in (
            *("all", "amax", "amin", "any", "array_split", "average", "cdist", "cholesky"),
            *("cholesky_inverse", "conv", "count_nonzero", "depthwise_conv"),
            *("det", "diagonal", "diff", "dsplit", "eig", "eigh", "expand_dims", "flip"),
            *("geomspace", "glu", "hsplit", "image.crop_images", "image.extract_patches"),
            *("image.extract_patches_3d", "image.map_coordinates", "image.pad_images"),
            *("image.perspective_transform", "image.resize", "image.sobel_edges", "image.ssim"),
            *("inv", "log_softmax", "logsumexp", "lstsq", "max", "mean", "median", "min"),
            *("moments", "moveaxis", "nanargmax", "nanargmin", "nanmax", "nanmean", "nanmedian"),
            *("nanmin", "nanpercentile", "nanprod", "nanquantile", "nanstd", "nansum", "nanvar"),
            *("norm", "percentile", "prod", "psnr", "ptp", "quantile", "repeat"),
            *("rot90", "searchsorted", "separable_conv", "softmax", "solve", "solve_triangular"),
            *("sort", "sparsemax", "split", "squeeze", "stack", "std", "sum", "swapaxes", "take"),
            *("take_along_axis", "trace", "transpose", "unique", "unstack", "vander"),
            *("var", "where"),
        )
    },
    **{
        f"keras.ops.{name}": 0
        for name in (
            *("add", "arctan2", "binary_crossentropy", "categorical_crossentropy", "cross"),
            *("ctc_loss", "divide", "divide_no_nan", "einsum", "equal", "floor_divide", "fmax"),
            *("fmin", "fmod", "gcd", "greater", "greater_equal", "heaviside", "hypot", "inner"),
            *("isclose", "lcm", "ldexp", "less", "less_equal", "logaddexp", "logaddexp2"),
            *("logical_and", "logical_or", "logical_xor", "maximum", "minimum", "mod"),
            *("multiply", "nextafter", "not_equal", "power", "segment_max", "segment_min"),
            *("segment_prod", "segment_sum", "subtract", "true_divide"),
        )
    },
    **{
        f"keras.ops.{name}": 1
        for name in (
            *("append", "argmax", "argmin", "argsort", "average_pool", "broadcast_to"),
            *("conv_transpose", "ctc_decode", "diag", "dstack", "fft", "fft2", "fliplr"),
            *("hstack", "ifft2", "normalize", "image.affine_transform", "image.elastic_transform"),
            *("image.gaussian_blur", "image.hsv_to_rgb", "image.rgb_to_grayscale"),
            *("image.rgb_to_hsv", "irfft", "istft", "linspace", "logspace", "max_pool", "pad"),
            *("reshape", "scatter", "slice", "stft", "unfold", "vstack"),
        )
    },
    **{f"keras.activations.{name}": 0 for name in ("glu", "log_softmax", "softmax", "sparsemax")},
    "keras.ops.matmul": 2,
    "keras.random.categorical": 0,
}

# Functions that make tensors of numbers: what they refuse they refuse anywhere.
MAKERS = frozenset(
    f"keras.ops.{name}"
    for name in (
        *("arange", "bartlett", "blackman", "empty", "eye", "full", "geomspace", "hamming"),
        *("hanning", "identity", "kaiser", "linspace", "logspace", "ones", "tri", "vectorize"),
        "zeros",
    )
)

# Functions that take no symbolic tensor, whatever its shape: what they do needs the values.
ONLY_VALUES = frozenset(
    {
        *(f"keras.activations.{name}" for name in ("hard_silu", "hard_swish", "mish", "sparsemax")),
        *(f"keras.ops.{name}" for name in ("bartlett", "blackman", "hamming", "hanning", "kaiser")),
        *(f"keras.random.{name}" for name in ("binomial", "categorical", "dropout", "shuffle")),
        "keras.ops.convert_to_numpy",
    }
)


IN_A_LAYER = "in the body of a layer, or in a Lambda, tensors have values"
_OF_SYMBOLIC: dict[str, Op] = {}


def of_symbolic(operation: Op) -> Op:
    """The function called on a symbolic tensor: refused, and as usual from there."""
    found = _OF_SYMBOLIC.get(operation.name)
    if found is None:
        found = _OF_SYMBOLIC[operation.name] = operation.with_rule(_refusing(operation))
    return found


def _refusing(operation: Op) -> Any:
    def rule(**bound: Any) -> Any:
        try:
            meant = operation.rule(**bound)
        except (Lose, Refuse):
            meant = None
        details = {} if meant is None else {"recover": meant}
        raise Refuse(
            Refusal.WRONG_SHAPE,
            "takes tensors with values only, no symbolic ones",
            remedy=None if operation.name.startswith("keras.ops") else IN_A_LAYER,
            **details,
        )

    return rule
