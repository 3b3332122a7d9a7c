"""Arguments of `keras.ops` of a kind that the function never takes, whatever their shapes.

A list beside a symbolic tensor, an axis that is a word, a data format that does not exist: Keras
refuses them before it looks at a size. Which function refuses what is a table that a test holds
against Keras (tests/oracle/test_wrong_kinds.py).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from flake8_concat.keras.registry import Op
from flake8_concat.shapes import Lose, Refusal, Refuse

# By kinds and parameter: the functions that refuse them. Beside a symbolic tensor, except for
# "alone": None where the only tensor should be.
REFUSED: dict[tuple[str, ...], dict[str, str]] = {
    ("alone",): {
        "a": "diff",
        "abs_": "polar",
        "array": "rot90",
        "condition": "where",
        "images": (
            "image.elastic_transform image.extract_patches image.gaussian_blur image.hsv_to_rgb "
            "image.resize image.rgb_to_grayscale image.rgb_to_hsv image.sobel_edges"
        ),
        "indices": "unravel_index",
        "inputs": "average_pool max_pool multi_hot slice",
        "volumes": "image.extract_patches_3d",
        "x": (
            "abs absolute all amax amin angle any arccos arccosh arcsin arcsinh arctan arctanh "
            "argmax argmin argpartition argsort array array_split average bincount bitwise_invert "
            "bitwise_not broadcast_to cast cbrt ceil celu cholesky cholesky_inverse conj "
            "conjugate convert_to_tensor copy corrcoef cos cosh count_nonzero cumprod cumsum "
            "deg2rad det diag diagflat diagonal dsplit eig eigh elu empty_like erf erfc erfinv "
            "exp exp2 expand_dims expm1 extract_sequences fabs flip fliplr flipud floor full_like "
            "gelu get_item glu hard_shrink hard_sigmoid hard_silu hard_swish hard_tanh histogram "
            "hsplit i0 imag inv isfinite isinf isnan isneginf isposinf isreal layer_normalization "
            "leaky_relu log log10 log1p log2 log_sigmoid log_softmax logdet logical_not logsumexp "
            "lu_factor matrix_rank max mean median min moments moveaxis nan_to_num nanargmax "
            "nanargmin nancumprod nancumsum nanmax nanmean nanmedian nanmin nanpercentile nanprod "
            "nanquantile nanstd nansum nanvar negative nonzero norm normalize one_hot ones_like "
            "pad percentile pinv prod ptp qr quantile rad2deg ravel real reciprocal relu relu6 "
            "repeat reshape rfft rms_normalization roll round rsqrt selu shape sigmoid sign "
            "signbit silu sin sinc sinh slogdet soft_shrink softmax softplus softsign sort "
            "space_to_depth sparse_plus sparse_sigmoid sparsemax split sqrt square squeeze std "
            "stft sum svd swapaxes swish tan tanh tanh_shrink tile top_k trace transpose tril "
            "triu trunc unfold unique unstack vander var view view_as_complex view_as_real vsplit "
            "zeros_like"
        ),
    },
    ("none",): {
        "inputs": "conv",
    },
    ("none", "word"): {
        "inputs": "conv_transpose separable_conv",
        "key": "get_item",
        "strides": "conv depthwise_conv separable_conv",
        "x": "clip squareplus threshold",
        "x1": "matmul",
        "x2": "matmul",
        "y": "trapezoid",
    },
    ("none", "word", "list"): {
        "x1": (
            "add divide divide_no_nan dot floor_divide fmax fmin fmod gcd inner kron lcm ldexp "
            "logaddexp logaddexp2 maximum minimum mod multiply nextafter outer power subtract "
            "tensordot true_divide vdot"
        ),
        "x2": (
            "add divide divide_no_nan dot floor_divide fmax fmin fmod gcd inner kron lcm ldexp "
            "logaddexp logaddexp2 maximum minimum mod multiply nextafter outer power subtract "
            "tensordot true_divide vdot"
        ),
        "y": "bitwise_left_shift bitwise_right_shift left_shift right_shift",
    },
    ("none", "word", "list", "number"): {
        "a": "lstsq solve solve_triangular",
        "b": "lstsq solve solve_triangular",
        "coordinates": "image.map_coordinates",
        "data": "segment_max segment_min segment_prod segment_sum",
        "depthwise_kernel": "separable_conv",
        "image1": "image.ssim",
        "image2": "image.ssim",
        "images": "image.affine_transform image.scale_and_translate",
        "inputs": "ctc_decode depthwise_conv scatter_update slice_update image.map_coordinates",
        "kernel": "conv conv_transpose depthwise_conv",
        "key": "dot_product_attention",
        "output": (
            "binary_crossentropy categorical_crossentropy ctc_loss "
            "sparse_categorical_crossentropy"
        ),
        "output_length": "ctc_loss",
        "pointwise_kernel": "separable_conv",
        "query": "dot_product_attention",
        "segment_ids": "segment_max segment_min segment_prod segment_sum",
        "sorted_sequence": "searchsorted",
        "target": (
            "binary_crossentropy categorical_crossentropy ctc_loss "
            "sparse_categorical_crossentropy"
        ),
        "target_length": "ctc_loss",
        "transform": "image.affine_transform",
        "value": "dot_product_attention",
        "values": "scatter searchsorted",
        "x": (
            "bitwise_and bitwise_left_shift bitwise_or bitwise_right_shift bitwise_xor cdist "
            "left_shift right_shift take"
        ),
        "x1": "append cross heaviside hypot isin psnr",
        "x2": "append cross heaviside hypot psnr",
        "y": "bitwise_and bitwise_or bitwise_xor cdist",
    },
    ("none", "word", "fraction"): {
        "axes": "rot90 tensordot",
        "axis": (
            "array_split concatenate diff expand_dims geomspace glu linspace logspace multi_hot "
            "one_hot sparse_categorical_crossentropy sparsemax split unstack"
        ),
        "axis1": "diagonal swapaxes trace",
        "axis2": "diagonal swapaxes trace",
        "bins": "histogram",
        "block_size": "space_to_depth",
        "destination": "moveaxis",
        "dilation": "unfold",
        "dilation_rate": (
            "conv depthwise_conv separable_conv image.extract_patches image.extract_patches_3d"
        ),
        "fft_length": "stft",
        "indices_or_sections": "array_split dsplit hsplit split vsplit",
        "kernel_size": "unfold",
        "kth": "argpartition",
        "num_classes": "multi_hot",
        "pad_width": "pad",
        "repeats": "tile",
        "sequence_stride": "stft",
        "shape": "broadcast_to scatter slice unravel_index",
        "size": "image.extract_patches image.extract_patches_3d image.resize",
        "source": "moveaxis",
        "stride": "unfold",
    },
    ("none", "fraction"): {
        "repeats": "repeat",
    },
    ("word",): {
        "strides": "image.extract_patches image.extract_patches_3d",
        "weights": "bincount",
        "x1": "where",
        "x2": "where",
    },
    ("word", "list", "number"): {
        "weights": "average",
    },
    ("word", "fraction"): {
        "axes": "moments transpose",
        "axis": (
            "all amax amin any append argmax argmin argsort average count_nonzero cross cumprod "
            "cumsum flip log_softmax logsumexp max mean median min nanargmax nanargmin nanmax "
            "nanmean nanmedian nanmin nanpercentile nanprod nanquantile nanstd nansum nanvar norm "
            "normalize percentile prod ptp quantile repeat roll softmax sort squeeze std sum take "
            "trapezoid unique var"
        ),
        "fft_length": "rfft",
        "k": "top_k",
        "N": "vander",
        "num": "geomspace linspace logspace unstack",
        "num_classes": "one_hot",
        "num_segments": "segment_max segment_min segment_prod segment_sum",
        "sequence_length": "extract_sequences",
        "size": "unique",
    },
    ("no such word",): {
        "data_format": (
            "average_pool conv conv_transpose depthwise_conv max_pool separable_conv "
            "space_to_depth image.affine_transform image.elastic_transform image.extract_patches "
            "image.extract_patches_3d image.gaussian_blur image.hsv_to_rgb image.resize "
            "image.rgb_to_grayscale image.rgb_to_hsv image.sobel_edges image.ssim"
        ),
        "dtype": (
            "array cast convert_to_tensor cumprod cumsum empty_like full_like geomspace linspace "
            "logspace multi_hot nancumprod nancumsum one_hot ones_like prod view zeros_like"
        ),
    },
}

# What a parameter takes, where only certain words do.
WORDS_FOR: dict[str, tuple[str, ...]] = {
    "data_format": ("channels_first", "channels_last"),
    "dtype": (
        *("float16", "float32", "float64", "bfloat16", "float8_e4m3fn", "float8_e5m2"),
        *("int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64"),
        *("bool", "string", "int", "float", "complex64", "complex128"),
    ),
}


def wrong_kind(name: str, bound: Mapping[str, Any], *, symbolic: bool) -> str | None:
    """What is wrong with the kind of an argument of the function, None if nothing is.

    name:      the function's full name, "keras.ops.flip"
    bound:     its arguments by parameter, with tensors in the place of tensors
    symbolic:  whether one of them is symbolic; without, only a missing tensor counts
    """
    for parameter, kinds in _refused_by(name).items():
        value = bound.get(parameter, ...)
        found = kinds_of(value, parameter) if symbolic else ["alone"] if value is None else []
        if any(kind in kinds for kind in found):
            return f"`{parameter}` must be {_wanted(parameter, kinds)}, is {value!r}"
    return None


def kinds_of(value: Any, parameter: str) -> Iterable[str]:
    """The kinds that a value is of, as REFUSED calls them; none for a tensor or an unknown."""
    if value is None:
        return ("none",)
    if isinstance(value, str):
        words = WORDS_FOR.get(parameter)
        if words is None:
            return ("word",)
        return () if value.lower() in words else ("no such word",)
    if type(value) is float:
        return ("number",) if value.is_integer() else ("number", "fraction")
    if type(value) is int:
        return ("number",)
    if isinstance(value, list) and getattr(value, "blur", None) is None:
        if value and all(type(item) in (int, float) for item in value):
            return ("list",)
    return ()


def _wanted(parameter: str, kinds: frozenset[str]) -> str:
    """What the parameter should be, in words."""
    if "no such word" in kinds:
        words = WORDS_FOR[parameter]
        return " or ".join(map(repr, words)) if len(words) < 3 else "a type of numbers"
    if "alone" in kinds or "list" in kinds or "number" in kinds:
        return "a tensor"
    return "whole numbers" if "fraction" in kinds else "given" if "none" in kinds else "a tensor"


@cache
def _refused_by(name: str) -> dict[str, frozenset[str]]:
    """By parameter the kinds that a function refuses."""
    found: dict[str, set[str]] = {}
    short = name.removeprefix("keras.ops.")
    for kinds, parameters in REFUSED.items():
        for parameter, names in parameters.items():
            if short in names.split():
                found.setdefault(parameter, set()).update(kinds)
    return {parameter: frozenset(refused) for parameter, refused in found.items()}


def refusing(operation: Op, what: str) -> Op:
    """The function called with such an argument: refused, and as usual from there.

    Where the rule itself refuses the call, its own words stand: they say more.
    """

    def rule(*args: Any, **bound: Any) -> Any:
        try:
            meant = operation.rule(*args, **bound)
        except Lose:
            meant = None
        details = {} if meant is None else {"recover": meant}
        raise Refuse(Refusal.WRONG_SHAPE, what, **details)

    return operation.with_rule(rule)
