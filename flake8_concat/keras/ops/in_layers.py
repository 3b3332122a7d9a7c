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
            *(
                "adaptive_average_pool",
                "adaptive_max_pool",
                "add",
                "all",
                "allclose",
                "amax",
                "amin",
                "any",
                "arctan2",
                "argpartition",
            ),
            *("array_split", "average", "average_pool", "bartlett", "batch_normalization"),
            *("binary_crossentropy", "bincount", "blackman", "categorical_crossentropy", "cdist"),
            *("cholesky", "cholesky_inverse", "conv", "correlate", "count_nonzero", "cross"),
            *("ctc_decode", "ctc_loss", "depth_to_space", "depthwise_conv", "det", "diagonal"),
            *("convert_to_numpy", "digitize", "full", "full_like", "in_top_k", "roll"),
            *("diff", "divide", "divide_no_nan", "dot", "dot_product_attention", "dsplit", "eig"),
            *("eigh", "einsum", "equal", "expand_dims", "flip", "floor_divide", "fmax", "fmin"),
            *("fmod", "gcd", "geomspace", "get_item", "glu", "greater", "greater_equal"),
            *("hamming", "hanning", "heaviside", "histogram", "hsplit", "hypot", "inner", "inv"),
            *("isclose", "kaiser", "layer_normalization", "lcm", "ldexp", "less", "less_equal"),
            *("log_softmax", "logaddexp", "logaddexp2", "logdet", "logical_and", "logical_or"),
            *("logical_xor", "logsumexp", "lstsq", "lu_factor", "matmul", "matrix_rank", "max"),
            *("max_pool", "maximum", "mean", "median", "min", "minimum", "mod", "moments"),
            *("moveaxis", "multi_hot", "multiply", "nanargmax", "nanargmin", "nanmax", "nanmean"),
            *("nanmedian", "nanmin", "nanpercentile", "nanprod", "nanquantile", "nanstd"),
            *("nansum", "nanvar", "nextafter", "norm", "not_equal", "one_hot", "percentile"),
            *("rearrange", "pinv", "power", "prod", "psnr", "ptp", "qr", "quantile", "repeat"),
            *("rms_normalization", "rot90", "scatter_update", "searchsorted", "segment_max"),
            *("segment_min", "segment_prod", "segment_sum", "separable_conv", "slogdet"),
            *("softmax", "solve", "solve_triangular", "sort", "space_to_depth"),
            *("sparse_categorical_crossentropy", "sparsemax", "split", "squeeze", "stack", "std"),
            *("subtract", "sum", "svd", "swapaxes", "take", "take_along_axis", "tensordot"),
            *("select", "top_k", "trace", "transpose", "trapezoid", "true_divide", "unique"),
            *("unstack",),
            *("vander", "var", "vdot", "view_as_complex", "where", "image.crop_images"),
            *("image.elastic_transform", "image.extract_patches", "image.extract_patches_3d"),
            *("image.map_coordinates", "image.pad_images", "image.perspective_transform"),
            *("image.resize", "image.sobel_edges", "image.ssim", "bitwise_and", "bitwise_or"),
            *("bitwise_xor", "bitwise_left_shift", "bitwise_right_shift", "left_shift"),
            *("right_shift", "polar", "fold", "vsplit"),
            *("associative_scan", "cond", "corrcoef", "fori_loop", "jvp", "map", "scan", "switch"),
            *("vectorized_map", "while_loop"),
        )
    },
    **{
        f"keras.ops.{name}": 1
        for name in (
            *("append", "argsort", "broadcast_to", "conv_transpose", "diag", "dstack", "fft"),
            *("fft2", "fliplr", "hstack", "ifft2", "irfft", "istft", "linspace", "logspace"),
            *("normalize", "pad", "reshape", "scatter", "slice", "stft", "unfold", "vstack"),
            *("image.affine_transform", "image.gaussian_blur", "image.hsv_to_rgb"),
            *("image.rgb_to_grayscale", "image.rgb_to_hsv"),
        )
    },
    **{f"keras.ops.{name}": 2 for name in (*("argmax", "argmin"),)},
    **{f"keras.activations.{name}": 0 for name in ("glu", "log_softmax", "softmax", "sparsemax")},
    "keras.random.categorical": 0,
}

# What these refuse of symbolic tensors they refuse of arrays; in a layer TensorFlow looks when the
# model runs.
REFUSED_OF_ARRAYS = frozenset(
    {
        *("keras.ops.cumprod", "keras.ops.cumsum", "keras.ops.roll"),
        *("keras.losses.dice", "keras.losses.tversky", "keras.losses.Dice()"),
        "keras.losses.Tversky()",
    }
)

# What these refuse in layers TensorFlow takes of arrays, or some of it: it runs one branch alone.
REFUSED_ONLY_IN_LAYERS = frozenset(
    f"keras.ops.{name}" for name in ("cond", "fori_loop", "switch", "while_loop")
)

# Functions that make tensors of numbers, or of none: what they refuse they refuse anywhere.
MAKERS = frozenset(
    f"keras.ops.{name}"
    for name in (
        *(
            "arange",
            "array",
            "convert_to_tensor",
            "bartlett",
            "blackman",
            "concatenate",
            "empty",
            "eye",
            "full",
            "geomspace",
            "hamming",
        ),
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
        if operation.name == "keras.ops.convert_to_numpy":
            meant = None  # an array would not be symbolic
        details = {} if meant is None else {"recover": meant}
        raise Refuse(
            Refusal.WRONG_SHAPE,
            "takes tensors with values only, no symbolic ones",
            remedy=None if operation.name.startswith("keras.ops") else IN_A_LAYER,
            **details,
        )

    return rule
