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
        "key": "get_item",
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
        "features": "tf.nn.leaky_relu tf.nn.relu tf.nn.relu6",
        "input": "tf.math.top_k tf.nn.max_pool2d tf.nn.top_k",
        "input_tensor": (
            "tf.reduce_max tf.math.reduce_max tf.reduce_mean tf.math.reduce_mean tf.reduce_min "
            "tf.math.reduce_min tf.reduce_prod tf.math.reduce_prod tf.reduce_sum tf.math.reduce_sum"
        ),
        "values": "tf.argsort tf.sort",
        "x": (
            "tf.abs tf.math.abs tf.cumsum tf.math.cumprod tf.math.cumsum tf.math.negative "
            "tf.negative tf.math.reciprocal tf.math.round tf.round tf.math.sign tf.sign "
            "tf.math.square tf.square"
        ),
    },
    ("bools", "floats"): {
        "ids": "tf.nn.embedding_lookup",
        "indices": "tf.gather tf.one_hot keras.backend.one_hot",
        "labels": "tf.nn.sparse_softmax_cross_entropy_with_logits",
    },
    ("bools", "ints"): {
        "features": (
            "tf.nn.elu tf.nn.gelu tf.nn.selu tf.nn.silu tf.math.softplus tf.nn.softplus "
            "tf.math.softsign tf.nn.softsign tf.nn.swish"
        ),
        "input": "tf.nn.avg_pool2d",
        "input_tensor": (
            "tf.reduce_logsumexp tf.math.reduce_logsumexp tf.math.reduce_std "
            "tf.math.reduce_variance tf.signal.rfft"
        ),
        "logits": "tf.math.log_softmax tf.nn.log_softmax tf.math.softmax tf.nn.softmax",
        "x": (
            "tf.acos tf.math.acos tf.asin tf.math.asin tf.atan tf.math.atan tf.math.ceil tf.cos "
            "tf.math.cos tf.cosh tf.math.cosh tf.math.erf tf.math.erfc tf.exp tf.math.exp "
            "tf.math.expm1 tf.floor tf.math.floor tf.math.is_finite tf.math.is_inf tf.math.is_nan "
            "tf.linalg.l2_normalize tf.math.l2_normalize tf.nn.l2_normalize tf.math.lgamma "
            "tf.math.log tf.math.log1p tf.math.log_sigmoid tf.math.rint tf.math.rsqrt tf.sigmoid "
            "tf.math.sigmoid tf.nn.sigmoid tf.sin tf.math.sin tf.sinh tf.math.sinh tf.sqrt "
            "tf.math.sqrt tf.tan tf.math.tan tf.tanh tf.math.tanh tf.nn.tanh"
        ),
    },
    ("bools", "ints", "floats"): {
        "input": "tf.signal.fft",
    },
    ("ints", "floats"): {
        "condition": "tf.where",
        "input_tensor": "tf.reduce_all tf.math.reduce_all tf.reduce_any tf.math.reduce_any",
        "x": "tf.logical_not tf.math.logical_not",
    },
}
# Taken all the same where TensorFlow is given an array of numpy: of that it makes the dtype that
# the function has by itself. A tensor or a list of the other it refuses.
MADE_OF_ARRAYS: Table = {
    ("bools",): {
        "input": "tf.nn.max_pool2d",
        "inputs": "max_pool",
    },
    ("bools", "floats"): {
        "indices": "tf.one_hot keras.backend.one_hot",
        "targets": "in_top_k",
    },
    ("bools", "ints"): {
        "input_tensor": "tf.signal.rfft",
    },
    ("bools", "ints", "floats"): {
        "input": "tf.signal.fft",
    },
    ("floats",): {
        "repeats": "repeat",
    },
    ("ints", "floats"): {
        "condition": "tf.where",
        "input_tensor": "tf.reduce_all tf.math.reduce_all tf.reduce_any tf.math.reduce_any",
        "x": "tf.logical_not tf.math.logical_not",
    },
}
# Functions of TensorFlow of two operands, which must hold numbers of one kind; held against it.
OF_ONE_KIND = frozenset(
    f"tf.{name}"
    for name in (
        *("add", "atan2", "divide", "equal", "greater", "greater_equal", "less", "less_equal"),
        *("linalg.matmul", "linalg.matvec", "math.add", "math.atan2", "math.divide"),
        *("math.divide_no_nan", "math.equal", "math.floordiv", "math.floormod", "math.greater"),
        *("math.greater_equal", "math.less", "math.less_equal", "math.maximum", "math.minimum"),
        *("math.mod", "math.multiply", "math.multiply_no_nan", "math.not_equal", "math.pow"),
        *("math.squared_difference", "math.subtract", "math.truediv", "math.xlogy", "matmul"),
        *("maximum", "minimum", "multiply", "not_equal", "pow", "subtract", "truediv"),
    )
)
