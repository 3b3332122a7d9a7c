"""Rows as in kinds_table.py: words and None, lists, and whole numbers where words should be.

"words": a list with a word in it. Functions of keras.activations stand with their own names.
"""

from __future__ import annotations

from flake8_concat.keras.ops.kinds_table import Table

# Beside a symbolic tensor.
WORDS_OF_SYMBOLIC: Table = {
    ("none",): {
        "mean": "batch_normalization",
        "sequence_length": "extract_sequences",
        "variance": "batch_normalization",
    },
    ("none", "word"): {
        "k": "diag",
        "sequence_stride": "extract_sequences istft",
        "start": "geomspace linspace logspace",
        "x": "digitize",
    },
    ("none", "word", "list"): {
        "increasing": "vander",
    },
    ("none", "words"): {
        "axis": "activations.glu",
    },
    ("word",): {
        "bins": "digitize",
        "fft_length": "istft",
        "range": "histogram",
        "repeats": "repeat",
        "retstep": "linspace",
    },
    ("word", "words", "fraction"): {
        "axis": "activations.log_softmax activations.softmax",
    },
    ("word", "list"): {
        "attn_logits_soft_cap": "dot_product_attention",
        "length": "istft",
    },
    ("word", "fraction"): {
        "axis": "stack",
    },
    ("words",): {
        "axes": "moments transpose",
        "axis": (
            "all amax amin any argmax argmin average count_nonzero expand_dims flip log_softmax "
            "logsumexp max mean median min nanargmax nanargmin nanmax nanmean nanmedian nanmin "
            "nanpercentile nanprod nanquantile nanstd nansum nanvar norm normalize percentile "
            "prod ptp quantile roll softmax squeeze std sum var"
        ),
        "k": "top_k",
        "num": "geomspace linspace logspace unstack",
        "shape": "broadcast_to scatter slice",
    },
    ("words", "list", "number"): {
        "data_format": (
            "average_pool conv conv_transpose depth_to_space depthwise_conv "
            "image.affine_transform image.elastic_transform image.extract_patches "
            "image.extract_patches_3d image.gaussian_blur image.hsv_to_rgb image.pad_images "
            "image.resize image.rgb_to_grayscale image.rgb_to_hsv image.sobel_edges image.ssim "
            "max_pool separable_conv space_to_depth"
        ),
        "dtype": (
            "array cast convert_to_tensor cumprod cumsum empty_like full_like geomspace "
            "linspace logspace multi_hot nancumprod nancumsum one_hot ones_like prod view "
            "zeros_like"
        ),
        "mode": "qr",
        "padding": (
            "average_pool conv conv_transpose depthwise_conv image.extract_patches "
            "image.extract_patches_3d max_pool separable_conv"
        ),
    },
    ("list",): {
        "reduction": "scatter_update",
    },
    ("several",): {
        "x1": (
            "add append cross divide divide_no_nan floor_divide fmax fmin fmod gcd heaviside "
            "hypot isin kron lcm ldexp logaddexp logaddexp2 matmul maximum minimum mod multiply "
            "nextafter outer power subtract tensordot true_divide vdot"
        ),
        "x2": (
            "add append cross divide divide_no_nan floor_divide fmax fmin fmod gcd heaviside "
            "hypot kron lcm ldexp logaddexp logaddexp2 maximum minimum mod multiply nextafter "
            "outer power subtract tensordot true_divide vdot"
        ),
        "y": (
            "bitwise_and bitwise_left_shift bitwise_or bitwise_right_shift bitwise_xor "
            "left_shift right_shift trapezoid"
        ),
    },
    ("fraction",): {
        "axis": "batch_normalization take_along_axis",
        "padding": "unfold",
    },
    ("tensors",): {
        "x": (
            "activations.celu activations.elu activations.exponential activations.gelu "
            "activations.glu activations.hard_shrink activations.hard_sigmoid "
            "activations.hard_tanh activations.leaky_relu activations.log_sigmoid "
            "activations.log_softmax activations.relu activations.relu6 activations.selu "
            "activations.sigmoid activations.silu activations.soft_shrink activations.softmax "
            "activations.softplus activations.softsign activations.sparse_plus "
            "activations.sparse_sigmoid activations.squareplus activations.swish "
            "activations.tanh activations.tanh_shrink activations.threshold"
        ),
    },
}
# Of arrays, and of what makes them.
WORDS_OF_ARRAYS: Table = {
    ("none",): {
        "a": "solve",
        "axisa": "cross",
        "axisb": "cross",
        "b": "solve",
        "depthwise_kernel": "separable_conv",
        "image1": "image.ssim",
        "image2": "image.ssim",
        "images": "image.affine_transform",
        "indices": "scatter_update",
        "inputs": "conv_transpose ctc_decode separable_conv",
        "query": "dot_product_attention",
        "segment_ids": "segment_max segment_min segment_prod segment_sum",
        "sorted_sequence": "searchsorted",
        "target": "ctc_loss",
        "threshold": "threshold",
        "transform": "image.affine_transform",
        "values": "scatter",
        "x1": "cross matmul tensordot vdot",
        "x2": "cross matmul tensordot vdot",
        "y": "trapezoid",
    },
    ("none", "word"): {
        "b": "activations.squareplus squareplus",
        "fill_value": "image.affine_transform image.elastic_transform",
        "filter_size": "image.ssim",
        "images": "image.scale_and_translate",
        "indices": "scatter",
        "indices_or_sections": "split vsplit",
        "inputs": "adaptive_max_pool slice_update",
        "newshape": "reshape",
        "output_shape": "image.scale_and_translate",
        "output_size": "adaptive_max_pool",
        "pointwise_kernel": "separable_conv",
        "q": "quantile",
        "scale": "image.scale_and_translate",
        "sigma": "image.elastic_transform",
        "size": "image.extract_patches_3d",
        "spatial_dims": "image.scale_and_translate",
        "start_indices": "slice slice_update",
        "strides": "separable_conv",
        "translation": "image.scale_and_translate",
        "updates": "slice_update",
        "values": "searchsorted",
        "x": (
            "activations.celu activations.elu activations.exponential activations.gelu "
            "activations.glu activations.hard_shrink activations.hard_sigmoid "
            "activations.hard_silu activations.hard_swish activations.hard_tanh "
            "activations.leaky_relu activations.log_sigmoid activations.log_softmax "
            "activations.mish activations.relu activations.relu6 activations.selu "
            "activations.sigmoid activations.silu activations.soft_shrink activations.softmax "
            "activations.softplus activations.softsign activations.sparse_plus "
            "activations.sparse_sigmoid activations.sparsemax activations.squareplus "
            "activations.swish activations.tanh activations.tanh_shrink activations.threshold "
            "squareplus threshold"
        ),
        "x1": "divide divide_no_nan fmax maximum minimum multiply power subtract",
        "x2": "divide divide_no_nan fmax gcd ldexp maximum minimum multiply power subtract",
    },
    ("none", "word", "words", "list", "fraction"): {
        "k": "tril",
    },
    ("none", "word", "words", "fraction"): {
        "axis": "activations.sparsemax",
        "shape": "broadcast_to scatter slice",
    },
    ("none", "word", "list"): {
        "alpha": "activations.celu activations.elu image.elastic_transform",
        "default_value": "activations.threshold",
        "kth": "argpartition",
        "threshold": (
            "activations.hard_shrink activations.relu activations.soft_shrink activations.threshold"
        ),
    },
    ("none", "word", "fraction"): {
        "axes": "tensordot",
    },
    ("none", "no such word", "list"): {
        "fill_mode": "image.affine_transform image.elastic_transform",
        "method": "image.scale_and_translate quantile",
        "side": "searchsorted",
    },
    ("none", "words"): {
        "axis": "activations.glu",
    },
    ("none", "words", "list", "number"): {
        "padding": "image.extract_patches_3d separable_conv",
    },
    ("none", "list"): {
        "interpolation": "image.affine_transform image.elastic_transform",
    },
    ("word",): {
        "beta": "layer_normalization",
        "bottom_padding": "image.pad_images",
        "constant_values": "pad",
        "dilation_rate": "image.extract_patches_3d",
        "gamma": "layer_normalization",
        "initial": "max min",
        "neginf": "nan_to_num",
        "offset": "batch_normalization",
        "posinf": "nan_to_num",
        "range": "histogram",
        "right_padding": "image.pad_images",
        "scale": "batch_normalization rms_normalization",
        "seed": "image.elastic_transform",
        "size": "unique",
        "strides": "image.extract_patches image.extract_patches_3d",
        "tol": "matrix_rank",
        "x": "trapezoid",
    },
    ("word", "words", "fraction"): {
        "axes": "transpose",
        "axis": "activations.log_softmax activations.softmax quantile",
    },
    ("word", "list"): {
        "epsilon": "layer_normalization normalize rms_normalization",
        "left_padding": "image.pad_images",
        "length": "istft",
        "max_value": "activations.relu",
        "negative_slope": "activations.leaky_relu activations.relu",
        "rcond": "lstsq pinv",
        "target_height": "image.pad_images",
        "target_width": "image.pad_images",
        "top_padding": "image.pad_images",
    },
    ("word", "fraction"): {
        "axis": "argpartition split trapezoid",
    },
    ("no such word", "words", "list", "number"): {
        "data_format": (
            "adaptive_max_pool image.affine_transform image.elastic_transform "
            "image.extract_patches_3d image.ssim separable_conv"
        ),
    },
    ("words",): {
        "axis": (
            "any categorical_crossentropy log_softmax max median min nanmedian nanpercentile "
            "nanprod nanquantile nanstd normalize percentile ptp rms_normalization roll "
            "sparse_categorical_crossentropy std sum var"
        ),
        "k": "diagflat eye tri",
        "padding": "fold",
        "shape": "empty full ones unravel_index zeros",
    },
    ("words", "list"): {
        "dtype": "empty eye identity ones zeros",
        "k": "top_k triu",
        "num": "geomspace linspace logspace",
    },
    ("words", "list", "number"): {
        "data_format": (
            "adaptive_average_pool conv depth_to_space depthwise_conv image.extract_patches "
            "image.hsv_to_rgb image.pad_images image.resize image.rgb_to_grayscale "
            "image.rgb_to_hsv image.sobel_edges space_to_depth"
        ),
        "dtype": (
            "arange array cast convert_to_tensor cumprod cumsum empty_like full full_like "
            "geomspace linspace logspace multi_hot nancumprod nancumsum one_hot ones_like prod "
            "tri view zeros_like"
        ),
        "mode": "pad qr",
        "padding": "conv depthwise_conv image.extract_patches",
    },
    ("words", "fraction"): {
        "axes": "moments",
        "axis": (
            "all amax amin average concatenate count_nonzero expand_dims flip "
            "layer_normalization logsumexp mean nancumprod nancumsum nanmax nanmean nanmin "
            "nansum nanvar norm prod softmax squeeze"
        ),
    },
    ("list",): {
        "N": "vander",
        "alpha": "celu elu",
        "antialias": "image.resize",
        "base": "logspace",
        "compute_uv": "svd",
        "decimals": "round",
        "epsilon": "batch_normalization",
        "fft_length": "irfft rfft",
        "fill_mode": "image.map_coordinates image.resize",
        "full_matrices": "svd",
        "increasing": "vander",
        "interpolation": "image.resize",
        "lower": "solve_triangular",
        "method": "nanpercentile nanquantile percentile",
        "negative_slope": "leaky_relu",
        "num_classes": "multi_hot one_hot",
        "order": "image.map_coordinates normalize",
        "sequence_length": "extract_sequences istft stft",
        "sequence_stride": "extract_sequences",
        "threshold": "hard_shrink soft_shrink",
    },
    ("fraction",): {
        "axes": "rot90",
        "axis": (
            "array_split batch_normalization cumprod cumsum geomspace glu linspace logspace "
            "nanargmax nanargmin repeat sparsemax take_along_axis unique"
        ),
    },
}
