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
        "x": (
            "glu rsqrt sigmoid silu swish activations.glu activations.sigmoid activations.silu "
            "activations.swish"
        ),
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
# In the bodies of layers, of functions of TensorFlow by their full names; held against it alone.
HELD_IN_TENSORFLOW: Table = {
    ("bools",): {
        "features": ("tf.nn.relu"),
        "input": ("tf.nn.max_pool2d"),
        "input_tensor": (
            "tf.reduce_max tf.math.reduce_max tf.reduce_mean tf.math.reduce_mean "
            "tf.reduce_sum tf.math.reduce_sum"
        ),
        "x": ("tf.abs tf.math.abs tf.cumsum tf.math.cumsum tf.square tf.math.square"),
    },
    ("bools", "floats"): {
        "indices": ("tf.one_hot keras.backend.one_hot"),
        "labels": ("tf.nn.sparse_softmax_cross_entropy_with_logits"),
    },
    ("bools", "ints"): {
        "features": ("tf.nn.elu tf.nn.gelu tf.nn.softplus"),
        "input": ("tf.nn.avg_pool2d"),
        "input_tensor": ("tf.math.reduce_std tf.signal.rfft"),
        "logits": ("tf.nn.log_softmax tf.nn.softmax"),
        "x": (
            "tf.exp tf.math.exp tf.floor tf.math.floor tf.math.erf tf.math.log tf.math.rsqrt "
            "tf.nn.l2_normalize tf.sigmoid tf.math.sigmoid tf.sin tf.math.sin tf.sqrt "
            "tf.math.sqrt tf.tanh tf.math.tanh"
        ),
    },
    ("bools", "ints", "floats"): {
        "input": ("tf.signal.fft"),
    },
    ("ints", "floats"): {
        "input_tensor": ("tf.reduce_all tf.math.reduce_all tf.reduce_any tf.math.reduce_any"),
        "x": ("tf.logical_not tf.math.logical_not"),
    },
}
