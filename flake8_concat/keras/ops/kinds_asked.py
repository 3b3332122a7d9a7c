"""Rows as in kinds_table.py, as Keras was asked for them: lists of words, of none, of rows.

"empty" is a list of nothing, "rows" one of lists of numbers, "holed list" one with a None in it,
"whole list" one of whole numbers, "fraction list" one of fractions; "whole" and "float alone" are
numbers. Words and lists whose refusal hangs on a shape are left out.
"""

from __future__ import annotations

from flake8_concat.keras.ops.kinds_table import Table

NO_NUMBERS = "words", "holed list", "empty", "empty tuple", "rows"

# Of arrays some backend takes these as a number: the words "1" and "2", a list of one number.
DIGITS_TAKEN = {
    "axis": "argsort sort",
    "bins": "digitize",
    "dilation_rate": "conv image.extract_patches image.extract_patches_3d",
    "fill_value": "image.affine_transform image.elastic_transform image.map_coordinates",
    "indices_or_sections": "dsplit hsplit split vsplit",
    "max_val": "psnr",
    "max_value": "activations.relu",
    "scale": "rms_normalization",
    "threshold": "activations.relu",
    "upper": "cholesky",
}
SINGLE_TAKEN = {
    "alpha": "activations.elu elu image.elastic_transform",
    "axis": "append cross",
    "base": "logspace",
    "default_value": "activations.threshold",
    "dx": "trapezoid",
    "epsilon": "batch_normalization layer_normalization",
    "k": "diag tril triu",
    "max_value": "activations.relu",
    "start": "arange",
    "step": "arange",
    "stop": "arange",
    "threshold": "activations.relu activations.threshold hard_shrink",
}

# The same of lists of numbers: some backend takes those that fit what stands beside them.
LISTS_TAKEN = {
    "a": "solve",
    "alpha": "activations.celu activations.elu celu elu",
    "angle": "polar",
    "b": "solve solve_triangular",
    "base": "logspace",
    "dx": "trapezoid",
    "epsilon": "batch_normalization layer_normalization rms_normalization",
    "indices": "scatter_update take",
    "mean": "batch_normalization",
    "offset": "batch_normalization",
    "pad_to_aspect_ratio": "image.resize",
    "rcond": "lstsq pinv",
    "scale": "batch_normalization",
    "threshold": "activations.hard_shrink activations.soft_shrink hard_shrink soft_shrink",
    "variance": "batch_normalization",
    "x": "activations.glu cholesky glu pad",
    "x2": "ldexp",
    "y": "trapezoid",
}

# Beside a symbolic tensor.
ASKED_BESIDE: Table = {
    ("none",): {
        "end_points": "image.perspective_transform",
        "start_points": "image.perspective_transform",
    },
    ("none", "words", "empty", "rows", "row", "several", "float", "fraction"): {
        "indexing": "meshgrid",
    },
    ("word", *NO_NUMBERS, "whole list", "fraction list", "whole", "float alone", "true"): {
        "abs_": "polar",
    },
    ("word", "words", "empty", "rows", "row", "several"): {
        "left_cropping": "image.crop_images",
        "target_height": "image.crop_images",
        "target_width": "image.crop_images",
        "top_cropping": "image.crop_images",
    },
    ("words",): {
        "axes": "tensordot",
        "destination": "moveaxis",
        "fft_length": "irfft",
        "key": "get_item",
        "num_classes": "multi_hot one_hot",
        "num_segments": "segment_max segment_sum",
        "output_shape": "image.scale_and_translate",
        "repeats": "repeat",
        "segment_ids": "segment_max",
        "source": "moveaxis",
        "strides": "conv separable_conv",
        "weights": "bincount",
    },
    ("words", "holed list"): {
        "x1": "matmul",
    },
    (*NO_NUMBERS,): {
        "b": "solve solve_triangular",
        "bins": "histogram",
        "x1": (
            "add divide divide_no_nan floor_divide fmax fmin fmod gcd kron lcm ldexp logaddexp "
            "logaddexp2 maximum minimum mod multiply nextafter outer power subtract tensordot "
            "true_divide vdot where"
        ),
        "x2": (
            "add divide divide_no_nan floor_divide fmax fmin fmod gcd kron lcm ldexp logaddexp "
            "logaddexp2 maximum minimum mod multiply nextafter outer power subtract tensordot "
            "true_divide vdot"
        ),
        "y": (
            "bitwise_and bitwise_left_shift bitwise_or bitwise_right_shift bitwise_xor left_shift "
            "right_shift"
        ),
    },
    (*NO_NUMBERS, "whole list", "fraction list"): {
        "choicelist": "select",
        "x2": "where",
    },
    (*NO_NUMBERS, "whole list", "fraction list", "true"): {
        "y": "trapezoid",
    },
    (*NO_NUMBERS, "true"): {
        "values": "scatter searchsorted",
        "x1": "append heaviside hypot isin",
        "x2": "append heaviside hypot",
    },
    ("words", "holed list", "rows"): {
        "x1": "cross",
        "x2": "cross",
    },
    ("words", "empty", "empty tuple"): {
        "segment_ids": "segment_min segment_prod segment_sum",
        "sorted_sequence": "searchsorted",
    },
    ("words", "empty", "empty tuple", "rows"): {
        "transform": "image.affine_transform",
        "x": "bitwise_and bitwise_or bitwise_xor",
    },
    ("words", "empty", "empty tuple", "rows", "whole", "float alone", "true"): {
        "x": "digitize",
    },
    ("words", "empty", "empty tuple", "rows", "true"): {
        "data": "segment_max segment_sum",
        "inputs": "scatter_update slice_update",
        "kernel": "conv_transpose",
        "key": "dot_product_attention",
        "pointwise_kernel": "separable_conv",
        "query": "dot_product_attention",
        "value": "dot_product_attention",
        "x": (
            "bitwise_left_shift bitwise_right_shift clip left_shift right_shift squareplus take "
            "threshold"
        ),
    },
    ("words", "empty", "empty tuple", "true"): {
        "inputs": "conv_transpose",
    },
    ("words", "empty", "rows"): {
        "N": "vander",
        "fft_length": "rfft",
    },
    ("words", "empty", "rows", "row", "several"): {
        "left_padding": "image.pad_images",
        "target_height": "image.pad_images",
        "top_padding": "image.pad_images",
    },
    ("words", "empty", "rows", "row", "several", "float", "fraction"): {
        "increasing": "vander",
    },
    ("words", "empty", "rows", "row", "several", "fraction"): {
        "target_width": "image.pad_images",
    },
    ("words", "empty", "rows", "several", "float", "fraction"): {
        "dtype": "saturate_cast",
    },
    ("words", "rows"): {
        "dilation": "unfold",
        "dilation_rate": "image.extract_patches",
        "indices_or_sections": "dsplit split vsplit",
        "strides": "depthwise_conv image.extract_patches",
    },
    ("words", "rows", "float"): {
        "indices_or_sections": "hsplit",
        "padding": "unfold",
    },
    ("words", "rows", "zero"): {
        "stride": "unfold",
    },
    ("words", "row"): {
        "pad_width": "pad",
    },
    ("holed list",): {
        "a": "lstsq solve_triangular",
        "b": "lstsq",
        "bins": "digitize",
        "indices": "take_along_axis",
        "x1": "dot inner",
        "x2": "dot inner matmul",
        "y": "cdist",
    },
    ("holed list", "rows"): {
        "a": "solve",
        "x1": "psnr",
        "x2": "psnr",
    },
    ("empty", "empty tuple"): {
        "condlist": "select",
    },
    ("empty", "rows"): {
        "dtype": "cast cumsum full_like multi_hot one_hot prod view",
        "mode": "qr",
    },
    ("empty", "rows", "row"): {
        "num": "unstack",
    },
    ("empty", "rows", "several"): {
        "padding": (
            "average_pool conv conv_transpose depthwise_conv image.extract_patches max_pool "
            "separable_conv"
        ),
    },
    ("empty", "row"): {
        "axis": "average",
    },
    ("empty", "several"): {
        "axis": "nanargmax",
    },
    ("rows",): {
        "coordinates": "image.map_coordinates",
        "kernel_size": "unfold",
        "pool_size": "average_pool",
        "size": "image.extract_patches image.resize",
        "strides": "average_pool max_pool",
    },
    ("rows", "row", "float", "holed", "worded", "fractions"): {
        "axis": "activations.log_softmax activations.softmax",
    },
    ("row",): {
        "axis": "cumprod cumsum flip normalize roll softmax",
        "compute_uv": "svd",
        "full_matrices": "svd",
        "output_size": "adaptive_average_pool adaptive_max_pool",
        "sequence_stride": "stft",
    },
    ("row", "true", "float", "fraction"): {
        "range": "histogram",
    },
    ("row", "worded"): {
        "axis": "activations.glu",
    },
    ("float",): {
        "axis": "sparse_categorical_crossentropy stack take_along_axis",
        "shape": "unravel_index",
    },
}

# In the body of a layer.
ASKED_INSIDE: Table = {
    ("words",): {
        "abs_": "polar",
        "bins": "digitize",
        "inputs": "slice_update",
        "segment_ids": "segment_max",
        "sorted_sequence": "searchsorted",
        "updates": "scatter_update slice_update",
        "values": "searchsorted",
        "x": "digitize",
        "x1": "add append cross dot fmax isin kron matmul maximum outer vdot",
        "x2": "add append cross divide dot isin kron minimum multiply outer power subtract vdot",
    },
    ("words", "empty"): {
        "choicelist": "select",
        "segment_ids": "segment_min segment_prod segment_sum",
        "transform": "image.affine_transform",
        "x": "trapezoid",
    },
    ("words", "empty", "rows"): {
        "angle": "polar",
        "b": "solve solve_triangular",
        "bins": "histogram",
        "kernel": "conv",
        "mean": "batch_normalization",
        "pointwise_kernel": "separable_conv",
        "scale": "image.scale_and_translate",
        "variance": "batch_normalization",
        "x2": "ldexp",
    },
    ("words", "rows"): {
        "indices": "take",
        "key": "get_item",
    },
    ("empty",): {
        "condlist": "select",
    },
    ("rows",): {
        "a": "solve",
        "indices": "scatter_update",
    },
}
