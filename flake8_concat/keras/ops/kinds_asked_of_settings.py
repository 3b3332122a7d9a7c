"""Rows as in kinds_asked.py of what says how, where all tensors are arrays, outside of layers."""

from __future__ import annotations

from flake8_concat.keras.ops.kinds_table import Table

ASKED_OF_SETTINGS: Table = {
    (
        "none",
        "no such word",
        "words",
        "empty",
        "rows",
        "row",
        "true",
        "several",
        "float",
        "fraction",
        "holed",
        "worded",
        "fractions",
    ): {
        "interpolation": "image.perspective_transform",
    },
    ("none", "word", "words", "holed list", "whole list", "true", "several", "holed", "worded"): {
        "inputs": "random.dropout",
    },
    ("none", "word", "words", "holed list", "holed", "worded"): {
        "beta": "random.beta",
        "mean": "random.normal random.truncated_normal",
    },
    (
        "none",
        "word",
        "words",
        "empty",
        "rows",
        "row",
        "list",
        "several",
        "float",
        "fraction",
        "holed",
        "worded",
        "fractions",
    ): {
        "num_samples": "random.categorical",
    },
    (
        "none",
        "word",
        "words",
        "empty",
        "rows",
        "row",
        "list",
        "several",
        "holed",
        "worded",
        "fractions",
    ): {
        "rate": "random.dropout",
    },
    ("none", "word", "words", "empty", "rows", "several", "holed", "worded", "fractions"): {
        "k": "in_top_k",
    },
    ("none", "word", "words", "empty", "holed", "worded"): {
        "axis": "random.shuffle",
    },
    ("none", "word", "words", "rows", "list", "several", "holed", "worded", "fractions"): {
        "maxval": "random.randint",
        "minval": "random.randint",
    },
    ("none", "word", "words", "holed", "worded"): {
        "alpha": "random.beta random.gamma",
        "counts": "random.binomial",
        "maxval": "random.uniform",
        "minval": "random.uniform",
        "probabilities": "random.binomial",
        "stddev": "random.normal random.truncated_normal",
    },
    ("none", "word", "words", "worded", "fractions", "zero"): {
        "strides": "conv_transpose",
    },
    ("none", "word", "holed list", "holed", "worded"): {
        "x": "random.shuffle",
    },
    ("none", "word", "holed"): {
        "default_value": "threshold",
    },
    (
        "none",
        "words",
        "empty",
        "rows",
        "row",
        "several",
        "float",
        "fraction",
        "worded",
        "fractions",
    ): {
        "indexing": "meshgrid",
    },
    ("none", "words", "empty", "rows", "several", "float", "fraction", "worded", "fractions"): {
        "padding": "average_pool conv_transpose max_pool",
    },
    ("none", "holed list", "holed"): {
        "logits": "random.categorical",
    },
    ("none", "rows", "float", "fraction"): {
        "shape": "random.normal random.randint random.uniform",
    },
    ("none", "holed"): {
        "end_points": "image.perspective_transform",
        "start_points": "image.perspective_transform",
    },
    ("no such word", "words", "worded"): {
        "data_format": "average_pool conv_transpose max_pool",
    },
    ("word", "words", "holed list"): {
        "beta": "kaiser",
        "predictions": "in_top_k",
        "updates": "scatter_update",
        "x": "bartlett blackman hamming hanning kaiser",
    },
    ("word", "words", "holed list", "empty", "empty tuple", "fraction list"): {
        "x": "fft2 ifft2",
    },
    ("word", "words", "holed list", "float alone"): {
        "y": "bitwise_and bitwise_or bitwise_xor left_shift",
    },
    ("word", "words", "empty", "empty tuple", "rows", "whole", "float alone", "true"): {
        "x": "saturate_cast",
    },
    (
        "word",
        "words",
        "empty",
        "rows",
        "row",
        "list",
        "several",
        "float",
        "fraction",
        "holed",
        "worded",
        "fractions",
    ): {
        "seed": (
            "random.beta random.binomial random.categorical random.dropout random.gamma "
            "random.normal random.randint random.shuffle random.truncated_normal random.uniform"
        ),
    },
    (
        "word",
        "words",
        "empty",
        "rows",
        "row",
        "several",
        "float",
        "fraction",
        "worded",
        "fractions",
    ): {
        "num_segments": "segment_max segment_sum",
        "target_height": "image.crop_images",
        "target_width": "image.crop_images",
    },
    ("word", "words", "empty", "rows", "row", "several", "worded", "fractions"): {
        "left_cropping": "image.crop_images",
        "top_cropping": "image.crop_images",
    },
    ("word", "words", "rows", "row", "several", "float", "fraction", "worded", "fractions"): {
        "sorted": "segment_max",
    },
    ("word", "words", "rows", "true", "float", "fraction", "worded", "fractions"): {
        "noise_shape": "random.dropout",
    },
    ("word", "words", "rows", "several", "float", "fraction", "worded", "fractions"): {
        "mask": "dot_product_attention",
    },
    ("word", "words", "rows", "worded", "fractions"): {
        "output_padding": "conv_transpose",
    },
    ("word", "words", "float alone"): {
        "x": "bitwise_and bitwise_or bitwise_xor left_shift",
    },
    ("word", "words", "float", "fraction", "worded", "fractions"): {
        "minlength": "bincount",
    },
    ("word", "words", "holed", "worded"): {
        "weights": "bincount",
    },
    ("word", "words", "worded"): {
        "pool_size": "average_pool max_pool",
        "strides": "max_pool",
    },
    ("word", "words", "worded", "negative"): {
        "strides": "average_pool",
    },
    ("word", "holed list"): {
        "targets": "in_top_k",
        "values": "scatter",
        "x1": "gcd lcm where",
        "x2": "lcm where",
    },
    ("word", "holed"): {
        "threshold": "threshold",
    },
    ("float",): {
        "axes": "moments rot90 transpose",
        "axis": (
            "all amax amin average cumprod cumsum expand_dims flip layer_normalization logsumexp "
            "mean nanargmax prod sparsemax split take_along_axis trapezoid"
        ),
        "shape": "broadcast_to",
    },
    ("float", "fraction"): {
        "shape": "random.beta",
        "size": "unique",
    },
    ("float", "worded"): {
        "axis": "concatenate nancumsum squeeze",
    },
    ("float", "worded", "fractions"): {
        "shape": "scatter slice",
    },
    ("float", "fractions"): {
        "axis": "count_nonzero nanmax nanmean nansum norm",
    },
    ("holed",): {
        "default": "select",
        "fill_value": "full full_like",
        "weights": "average",
        "x_max": "clip",
        "x_min": "clip",
    },
    ("worded",): {
        "axis": "sparse_categorical_crossentropy",
        "data_format": (
            "adaptive_average_pool adaptive_max_pool conv depth_to_space image.affine_transform "
            "image.extract_patches image.hsv_to_rgb image.resize image.rgb_to_grayscale "
            "image.rgb_to_hsv image.sobel_edges space_to_depth"
        ),
    },
    ("worded", "fractions"): {
        "axis": "categorical_crossentropy nanpercentile nanquantile",
    },
    ("fractions",): {
        "axis": "nanmedian nanstd",
    },
    ("negative",): {
        "n": "diff",
    },
}
