"""Rows as in kinds_asked.py, where all tensors are arrays, outside of layers."""

from __future__ import annotations

from flake8_concat.keras.ops.kinds_asked import NO_NUMBERS
from flake8_concat.keras.ops.kinds_table import Table

ASKED_ALONE: Table = {
    ("words",): {
        "images": (
            "image.gaussian_blur image.hsv_to_rgb image.rgb_to_grayscale image.rgb_to_hsv "
            "image.scale_and_translate"
        ),
        "inputs": "slice",
        "pointwise_kernel": "separable_conv",
        "segment_ids": "segment_max segment_min segment_prod segment_sum",
        "sorted_sequence": "searchsorted",
        "transform": "image.affine_transform",
        "variance": "batch_normalization",
        "x": (
            "abs absolute all angle any arccos arccosh arcsin arcsinh arctan arctanh argmax "
            "argmin argsort average bincount cbrt ceil celu clip conj conjugate corrcoef cos "
            "cosh cumprod cumsum deg2rad diag diagflat digitize elu erfc erfinv exp exp2 "
            "expm1 fabs fliplr floor full_like gelu glu hard_shrink hard_sigmoid hard_silu "
            "hard_swish hard_tanh histogram i0 leaky_relu log log10 log1p log2 log_softmax "
            "logical_not logsumexp mean median min nanargmax nanargmin nancumprod nancumsum "
            "nanmax nanmean nanmedian nanmin nanpercentile nanprod nanquantile nanstd nansum "
            "nanvar nonzero norm one_hot ones_like percentile prod ptp quantile rad2deg real "
            "reciprocal relu relu6 reshape rfft selu signbit sin sinc sinh soft_shrink "
            "softplus softsign sort sparse_plus sparse_sigmoid sparsemax sqrt square "
            "squareplus std sum tan tanh tanh_shrink threshold top_k trunc unique var view "
            "view_as_complex view_as_real"
        ),
    },
    ("words", "holed list"): {
        "a": "diff",
        "abs_": "polar",
        "angle": "polar",
        "b": "solve solve_triangular",
        "bins": "digitize",
        "condition": "where",
        "key": "get_item",
        "scale": "image.scale_and_translate",
        "values": "searchsorted",
        "x1": "add append cross fmax isin kron matmul maximum outer",
        "x2": "add append cross divide isin kron minimum multiply outer power subtract",
        "y": "trapezoid",
    },
    ("words", "holed list", "empty", "empty tuple"): {
        "choicelist": "select",
        "condlist": "select",
    },
    (*NO_NUMBERS, "fraction list"): {
        "bins": "histogram",
    },
    (
        *NO_NUMBERS,
        "fraction list",
        "true",
        "list",
        "several",
        "float",
        "fraction",
        "holed",
        "worded",
        "fractions",
    ): {
        "x": "activations.softmax",
    },
    ("words", "holed list", "whole list", "whole", "true", "several", "holed", "worded"): {
        "x": "activations.sigmoid",
    },
    ("words", "holed list", "fraction list"): {
        "indices": "take",
    },
    ("words", "holed list", "float alone", "true"): {
        "x2": "ldexp",
    },
    ("words", "holed list", "list", "several", "holed", "worded"): {
        "x": "activations.glu",
    },
    ("words", "holed list", "holed", "worded"): {
        "x": (
            "activations.elu activations.gelu activations.leaky_relu activations.log_softmax "
            "activations.relu activations.softplus activations.tanh activations.threshold"
        ),
    },
    ("words", "empty", "empty tuple"): {
        "inputs": "multi_hot",
        "x": "amax amin argpartition irfft istft max vander",
    },
    ("words", "empty", "empty tuple", "rows"): {
        "kernel": "conv",
        "mean": "batch_normalization",
        "x": "layer_normalization moments rms_normalization softmax unfold",
    },
    ("words", "empty", "empty tuple", "rows", "whole", "true"): {
        "x": "stft",
    },
    ("words", "empty", "empty tuple", "fraction list", "float alone"): {
        "x": "bitwise_invert bitwise_not",
    },
    ("words", "empty", "rows", "row"): {
        "compute_uv": "svd",
        "full_matrices": "svd",
        "lower": "solve_triangular",
    },
    ("words", "empty", "rows", "row", "true", "several", "holed", "worded", "fractions"): {
        "dtype": "random.randint",
    },
    ("words", "empty", "rows", "row", "true", "several", "worded", "fractions"): {
        "offset": "trace",
    },
    ("words", "empty", "rows", "row", "several", "float", "fraction", "worded", "fractions"): {
        "fill_mode": "image.affine_transform",
        "interpolation": "image.affine_transform image.elastic_transform",
        "method": "image.scale_and_translate quantile",
        "side": "searchsorted",
    },
    ("words", "empty", "rows", "row", "several", "fraction", "worded", "fractions"): {
        "target_height": "image.pad_images",
        "target_width": "image.pad_images",
    },
    ("words", "empty", "rows", "row", "several", "holed", "worded", "fractions"): {
        "negative_slope": "activations.relu",
    },
    ("words", "empty", "rows", "row", "several", "worded", "fractions"): {
        "increasing": "vander",
        "kth": "argpartition",
        "left_padding": "image.pad_images",
        "order": "image.map_coordinates normalize",
        "top_padding": "image.pad_images",
    },
    ("words", "empty", "rows", "row", "holed", "worded", "fractions"): {
        "start": "arange",
        "stop": "arange",
    },
    ("words", "empty", "rows", "row", "worded", "fractions"): {
        "decimals": "round",
        "fft_length": "irfft rfft",
        "fill_mode": "image.map_coordinates",
        "interpolation": "image.resize",
        "step": "arange",
    },
    ("words", "empty", "rows", "row", "worded", "fractions", "negative"): {
        "sequence_length": "stft",
    },
    ("words", "empty", "rows", "list", "several", "fraction", "holed", "worded", "fractions"): {
        "dtype": "random.categorical",
    },
    ("words", "empty", "rows", "list", "holed", "worded", "fractions"): {
        "start": "linspace logspace",
        "stop": "linspace logspace",
    },
    ("words", "empty", "rows", "several", "float", "fraction", "worded", "fractions"): {
        "dtype": "saturate_cast",
    },
    ("words", "empty", "rows", "several", "holed", "worded", "fractions"): {
        "negative_slope": "activations.leaky_relu",
    },
    ("words", "empty", "rows", "several", "worded", "fractions"): {
        "negative_slope": "leaky_relu",
        "rcond": "lstsq",
        "window": "stft",
    },
    ("words", "empty", "rows", "worded", "fractions"): {
        "M": "eye tri",
        "N": "eye tri vander",
        "n": "identity",
        "num_classes": "multi_hot one_hot",
    },
    ("words", "empty", "rows", "worded", "fractions", "negative"): {
        "sequence_length": "istft",
    },
    ("words", "rows", "row"): {
        "antialias": "image.resize",
    },
    ("words", "rows", "row", "true", "several", "holed", "worded", "fractions"): {
        "dtype": "random.gamma random.uniform",
    },
    ("words", "rows", "row", "several", "holed", "worded", "fractions"): {
        "dtype": "random.normal",
    },
    ("words", "rows", "row", "worded"): {
        "strides": "image.extract_patches",
    },
    ("words", "rows", "float", "fraction", "holed", "worded"): {
        "spatial_dims": "image.scale_and_translate",
    },
    ("words", "rows", "float", "fraction", "worded", "fractions"): {
        "strides": "separable_conv",
    },
    ("words", "rows", "float", "worded", "fractions", "negative"): {
        "dilation_rate": "image.extract_patches",
    },
    ("words", "rows", "worded"): {
        "dilation": "unfold",
        "output_shape": "image.scale_and_translate",
        "stride": "unfold",
        "strides": "conv depthwise_conv",
    },
    ("words", "rows", "worded", "fractions"): {
        "padding": "unfold",
    },
    ("words", "rows", "worded", "fractions", "zero"): {
        "kernel_size": "fold",
        "stride": "fold",
    },
    ("words", "rows", "worded", "zero", "negative"): {
        "dilation_rate": "conv",
    },
    ("words", "row", "holed", "worded"): {
        "max_value": "activations.relu",
        "threshold": "activations.relu",
    },
    ("words", "row", "worded"): {
        "ord": "norm",
    },
    ("words", "row", "worded", "fractions"): {
        "pad_width": "pad",
    },
    ("words", "whole list", "whole", "true"): {
        "x": "erf normalize rsqrt sigmoid silu swish",
    },
    ("words", "true"): {
        "x": "log_sigmoid negative round sign",
    },
    ("words", "float", "worded"): {
        "sequence_stride": "extract_sequences",
    },
    ("words", "float", "worded", "fractions"): {
        "axes": "tensordot",
    },
    ("words", "holed", "worded"): {
        "alpha": "activations.elu elu image.elastic_transform",
        "atol": "isclose",
        "base": "logspace",
        "beta": "layer_normalization",
        "constant_values": "pad",
        "default_value": "activations.threshold",
        "gamma": "layer_normalization",
        "initial": "max min",
        "max_val": "psnr",
        "nan": "nan_to_num",
        "neginf": "nan_to_num",
        "posinf": "nan_to_num",
        "q": "nanpercentile nanquantile percentile quantile",
        "rtol": "isclose",
        "scale": "rms_normalization",
        "sigma": "image.elastic_transform image.gaussian_blur",
        "start": "geomspace",
        "start_indices": "slice slice_update",
        "stop": "geomspace",
        "threshold": "activations.threshold hard_shrink",
        "tol": "matrix_rank",
        "translation": "image.scale_and_translate",
    },
    ("words", "holed", "worded", "fractions"): {
        "indices_or_sections": "dsplit hsplit split vsplit",
    },
    ("words", "worded"): {
        "epsilon": "batch_normalization layer_normalization",
        "offset": "batch_normalization",
        "scale": "batch_normalization",
        "x": "trapezoid",
    },
    ("words", "worded", "fractions"): {
        "destination": "moveaxis",
        "output_size": "fold",
        "repeats": "repeat",
        "source": "moveaxis",
    },
    ("words", "worded", "negative"): {
        "sequence_length": "extract_sequences",
    },
    ("holed list",): {
        "a": "lstsq solve solve_triangular",
        "array": "rot90",
        "b": "lstsq squareplus",
        "images": "image.perspective_transform",
        "indices": "scatter scatter_update take_along_axis unravel_index",
        "updates": "slice_update",
        "x1": (
            "arctan2 divide divide_no_nan dot equal floor_divide fmin fmod greater greater_equal "
            "heaviside hypot inner isclose less less_equal logaddexp logaddexp2 logical_and "
            "logical_or logical_xor minimum mod multiply nextafter not_equal power psnr subtract "
            "tensordot true_divide vdot"
        ),
        "x2": (
            "arctan2 divide_no_nan dot equal floor_divide fmax fmin fmod gcd greater "
            "greater_equal heaviside hypot inner isclose less less_equal logaddexp logaddexp2 "
            "logical_and logical_or logical_xor matmul maximum mod nextafter not_equal psnr "
            "tensordot true_divide vdot"
        ),
        "xs": "concatenate",
        "y": "cdist",
    },
    ("empty",): {
        "axis": "log_softmax",
    },
    ("empty", "rows", "row", "several", "float", "worded", "fractions"): {
        "k": "tril",
    },
    ("empty", "rows", "row", "several", "worded", "fractions"): {
        "k": "triu",
    },
    ("empty", "rows", "row", "holed", "worded", "fractions"): {
        "axis": "activations.log_softmax",
    },
    ("empty", "rows", "row", "worded", "fractions"): {
        "k": "diagflat",
        "mode": "pad",
    },
    ("empty", "rows", "several", "worded", "fractions"): {
        "padding": "conv depthwise_conv separable_conv",
    },
    ("empty", "rows", "worded", "fractions"): {
        "dtype": "arange cast cumsum full full_like linspace multi_hot one_hot prod view",
        "k": "eye top_k tri",
        "mode": "qr",
        "num": "geomspace linspace logspace",
    },
    ("empty", "row", "float", "fraction", "holed", "worded"): {
        "range": "histogram",
    },
    ("empty", "several", "worded", "fractions"): {
        "padding": "image.extract_patches",
    },
    ("rows",): {
        "kernel_size": "image.gaussian_blur unfold",
        "output_size": "adaptive_average_pool",
        "shape": "empty ones zeros",
        "size": "image.extract_patches image.resize",
        "x": "cholesky diagonal",
    },
    ("rows", "true", "worded", "fractions"): {
        "dtype": "tri",
    },
    ("rows", "float", "fraction"): {
        "output_size": "adaptive_max_pool",
        "shape": "random.binomial random.gamma random.truncated_normal",
    },
    ("rows", "holed", "worded", "fractions"): {
        "axis": "activations.softmax",
    },
    ("rows", "worded", "fractions"): {
        "dtype": "empty eye identity ones zeros",
    },
    ("rows", "fractions"): {
        "repeats": "tile",
    },
    ("row",): {
        "approximate": "activations.gelu gelu",
        "axis": "argmin",
        "center": "stft",
        "endpoint": "geomspace linspace logspace",
        "equal_nan": "isclose",
        "fft_length": "stft",
        "from_logits": (
            "binary_crossentropy categorical_crossentropy sparse_categorical_crossentropy"
        ),
        "is_causal": "dot_product_attention",
        "k": "rot90",
        "offset": "diagonal",
        "sequence_stride": "istft stft",
    },
    ("row", "float"): {
        "axis": "argpartition",
    },
    ("row", "float", "worded", "fractions"): {
        "axis": "quantile",
    },
    ("row", "worded"): {
        "axis": "activations.glu",
    },
    ("row", "worded", "fractions"): {
        "axis": "percentile",
    },
    ("row", "fractions"): {
        "axis": "median",
    },
    ("row", "zero", "negative"): {
        "fft_length": "istft",
    },
}
