"""Arguments of `keras.ops` where some backend takes what is no tensor, no number and no word.

By parameter the functions that take a layer, a class, a function, a dict or rows of several
lengths there; all others refuse them. tests/oracle/test_no_tensors_in_ops.py asks Keras about each.
"""

from __future__ import annotations

from collections.abc import Mapping

EVERY = ""  # function that has the parameter

# In the bodies of layers, and where no tensor is symbolic.
TAKEN: Mapping[str, str] = {
    "antialias": "image.resize image.scale_and_translate",
    "approximate": "gelu",
    "assume_unique": "isin",
    "beam_width": "ctc_decode",
    "center": EVERY,
    "compute_uv": "svd",
    "crop_to_aspect_ratio": "image.resize",
    "data_format": "image.gaussian_blur",
    "dx": "trapezoid",
    "endpoint": EVERY,
    "equal_nan": EVERY,
    "fill_value": "image.resize unique",
    "flash_attention": "dot_product_attention",
    "from_logits": EVERY,
    "full_matrices": "svd",
    "invert": "isin",
    "is_causal": "dot_product_attention",
    "keepdims": EVERY,
    "lower": "solve_triangular",
    "merge_repeated": "ctc_decode",
    "num": "unstack",
    "pad_to_aspect_ratio": "image.resize",
    "ragged": "convert_to_tensor",
    "retstep": "linspace",
    "return_counts": "unique",
    "return_index": "unique",
    "return_inverse": "unique",
    "sorted": "top_k unique",
    "sparse": EVERY,
    "synchronized": "moments",
    "top_paths": "ctc_decode",
    "upper": EVERY,
    "x": "cast convert_to_numpy get_item ndim size",
    "xs": "concatenate",
}

# Beside these, of rows of several lengths: TensorFlow joins them.
ROWS_TAKEN: Mapping[str, str] = {"xs": "vstack"}

# Beside these, of a dict.
DICTS_TAKEN: Mapping[str, str] = {
    "variable": "stop_gradient",
    "axes": "moments",
    "axis": (
        "all amax amin any average categorical_crossentropy expand_dims flip "
        "layer_normalization max mean min nanmedian nanpercentile nanquantile normalize prod "
        "ptp rms_normalization roll softmax squeeze std sum var"
    ),
    "bins": "digitize",
    "destination": "moveaxis",
    "dilation": "unfold",
    "dilation_rate": (
        "conv depthwise_conv image.extract_patches image.extract_patches_3d separable_conv"
    ),
    "dtype": "empty eye identity ones tri zeros",
    "newshape": "reshape",
    "mask": "dot_product_attention",
    "padding": "unfold",
    "repeats": "tile",
    "shape": "empty ones unravel_index zeros",
    "shift": "roll",
    "sorted": "segment_max segment_min segment_prod segment_sum",
    "source": "moveaxis",
    "spatial_dims": "image.scale_and_translate",
    "strides": "image.extract_patches",
    "x": "stack",
    "xs": "dstack hstack",
}

# Beside these, of a layer, which has a `dtype`.
LAYERS_TAKEN: Mapping[str, str] = {
    "dtype": "empty eye identity ones zeros",
    "x": "dtype",
}

# Beside a symbolic tensor, where most is looked at when the model runs.
TAKEN_OF_SYMBOLIC: Mapping[str, str] = {
    "alpha": EVERY,
    "angle": "polar",
    "antialias": EVERY,
    "approximate": "gelu",
    "assume_unique": "isin",
    "atol": "allclose isclose",
    "axis": (
        "argpartition categorical_crossentropy layer_normalization nancumprod nancumsum "
        "rms_normalization"
    ),
    "b": "squareplus",
    "base": "logspace",
    "beam_width": "ctc_decode",
    "beta": "layer_normalization",
    "bias": "dot_product_attention",
    "center": EVERY,
    "compute_uv": "svd",
    "condition": "where",
    "condlist": "select",
    "constant_values": "pad",
    "crop_to_aspect_ratio": "image.resize",
    "data_format": "adaptive_average_pool adaptive_max_pool",
    "decimals": "round",
    "default": "select",
    "default_value": "threshold",
    "dilation": "fold",
    "dilation_rate": "conv_transpose",
    "dx": "trapezoid",
    "endpoint": EVERY,
    "epsilon": EVERY,
    "equal_nan": "allclose isclose",
    "fill_mode": EVERY,
    "fill_value": EVERY,
    "filter_sigma": "image.ssim",
    "filter_size": "image.ssim",
    "flash_attention": "dot_product_attention",
    "from_logits": EVERY,
    "full_matrices": "svd",
    "gamma": "layer_normalization",
    "indices": "scatter scatter_update take unravel_index",
    "initial": EVERY,
    "interpolation": EVERY,
    "invert": "isin",
    "is_causal": "dot_product_attention",
    "k": "diagflat in_top_k rot90 tril triu",
    "k1": "image.ssim",
    "k2": "image.ssim",
    "keepdims": EVERY,
    "kernel_size": "image.gaussian_blur",
    "lower": "solve_triangular",
    "mask": "dot_product_attention",
    "mask_index": EVERY,
    "max_val": EVERY,
    "merge_repeated": "ctc_decode",
    "method": EVERY,
    "minlength": "bincount",
    "mode": "pad",
    "nan": "nan_to_num",
    "negative_slope": "leaky_relu",
    "neginf": "nan_to_num",
    "newshape": "reshape",
    "offset": "diagonal trace",
    "ord": "norm",
    "order": EVERY,
    "output_padding": "conv_transpose",
    "pad_to_aspect_ratio": "image.resize",
    "padding": "fold",
    "pool_size": EVERY,
    "posinf": "nan_to_num",
    "predictions": "in_top_k",
    "q": EVERY,
    "ragged": "convert_to_tensor",
    "rcond": EVERY,
    "return_counts": "unique",
    "return_index": "unique",
    "return_inverse": "unique",
    "rtol": "allclose isclose",
    "scale": "dot_product_attention image.scale_and_translate rms_normalization",
    "seed": "image.elastic_transform",
    "sequence_length": "istft stft",
    "sequence_lengths": "ctc_decode",
    "shape": "unravel_index",
    "shift": "roll",
    "side": "searchsorted",
    "sigma": EVERY,
    "sorted": EVERY,
    "sparse": EVERY,
    "spatial_dims": "image.scale_and_translate",
    "start_indices": EVERY,
    "stop": "geomspace linspace logspace",
    "strategy": "ctc_decode",
    "stride": "fold",
    "strides": "average_pool conv_transpose max_pool",
    "synchronized": "moments",
    "threshold": EVERY,
    "tol": "matrix_rank",
    "top_paths": "ctc_decode",
    "translation": "image.scale_and_translate",
    "updates": EVERY,
    "upper": EVERY,
    "window": EVERY,
    "x": "cast convert_to_numpy ndim one_hot size trapezoid",
    "x1": (
        "allclose arctan2 equal greater greater_equal isclose less less_equal logical_and "
        "logical_or logical_xor not_equal where"
    ),
    "x2": (
        "allclose arctan2 equal greater greater_equal isclose isin less less_equal logical_and "
        "logical_or logical_xor not_equal where"
    ),
    "x_max": "clip",
    "x_min": "clip",
}

DICTS_TAKEN_OF_SYMBOLIC: Mapping[str, str] = {
    "axes": "moments",
    "axis": (
        "all amax amin any argmax argmin count_nonzero logsumexp max mean median min nanmax "
        "nanmean nanmedian nanmin nanpercentile nanprod nanquantile nanstd nansum nanvar norm "
        "percentile prod ptp quantile std sum var"
    ),
    "destination": "moveaxis",
    "indices_or_sections": "dsplit hsplit split vsplit",
    "output_shape": "image.scale_and_translate",
    "range": "histogram",
    "repeats": EVERY,
    "retstep": "linspace",
    "shape": "broadcast_to scatter",
    "source": "moveaxis",
}

LAYERS_TAKEN_OF_SYMBOLIC: Mapping[str, str] = {
    "images": "image.scale_and_translate",
    "key": "dot_product_attention",
    "start": "geomspace linspace logspace",
    "value": "dot_product_attention",
    "values": "scatter",
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
    "y": (
        "bitwise_and bitwise_left_shift bitwise_or bitwise_right_shift bitwise_xor left_shift "
        "right_shift"
    ),
}
