"""Rows as in kinds_table.py: tensors that hold what a function never takes, by keras/dtypes.py.

Refused on JAX and on TensorFlow, whatever the other tensors of the call hold
(tests/oracle/test_dtypes.py).
"""

from __future__ import annotations

from flake8_concat.keras.ops.kinds_table import Table

# Outside of layers, of symbolic tensors; and wherever tensors have values.
HELD_BY_SYMBOLIC: Table = {
    ("bools", "ints", "complexes"): {
        "images": "image.hsv_to_rgb image.rgb_to_hsv",
    },
    ("complexes",): {
        "x": "fabs",
    },
}
# In the bodies of layers, and of arrays.
HELD: Table = {
    ("bools",): {
        "data": "segment_prod segment_sum",
        "inputs": "adaptive_average_pool max_pool",
        "x": "log_sigmoid log_softmax negative ptp round sign softmax",
    },
    ("bools", "complexes"): {
        "coordinates": "image.map_coordinates",
    },
    ("bools", "floats"): {
        "targets": "in_top_k",
    },
    ("floats",): {
        "repeats": "repeat",
    },
    ("bools", "floats", "complexes"): {
        "indices": "scatter scatter_update",
        "key": "get_item",
        "segment_ids": "segment_max segment_min segment_prod segment_sum",
        "start_indices": "slice slice_update",
        "x2": "ldexp",
    },
    ("bools", "ints"): {
        "images": "image.gaussian_blur",
        "x": "glu normalize rsqrt sigmoid silu swish",
    },
    ("bools", "ints", "complexes"): {
        "images": "image.elastic_transform",
        "inputs": "average_pool",
        "x": "erf fft fft2 ifft2 irfft istft stft",
    },
    ("complexes",): {
        "abs_": "polar",
        "angle": "polar",
        "output": ("binary_crossentropy categorical_crossentropy sparse_categorical_crossentropy"),
        "x": (
            "ceil clip erfc erfinv floor median nanmedian nanpercentile nanquantile percentile "
            "quantile sparse_sigmoid top_k trunc"
        ),
        "x1": "fmod heaviside ldexp mod",
        "x2": "fmod heaviside mod",
        "x_max": "clip",
        "x_min": "clip",
    },
    ("floats", "complexes"): {
        "indices": "take",
        "x": (
            "bitwise_and bitwise_invert bitwise_left_shift bitwise_not bitwise_or "
            "bitwise_right_shift bitwise_xor left_shift right_shift"
        ),
        "x1": "gcd lcm",
        "x2": "gcd lcm",
        "y": (
            "bitwise_and bitwise_left_shift bitwise_or bitwise_right_shift bitwise_xor "
            "left_shift right_shift"
        ),
    },
}
# In the bodies of layers only.
HELD_IN_LAYERS: Table = {
    ("bools",): {
        "repeats": "repeat",
    },
    ("bools", "complexes"): {
        "x": "unique",
    },
}
# Of arrays only.
HELD_BY_ARRAYS: Table = {
    ("complexes",): {
        "inputs": "ctc_decode",
        "x": "argmax argmin nanargmax nanargmin",
        "x1": "floor_divide",
        "x2": "floor_divide",
    },
}
