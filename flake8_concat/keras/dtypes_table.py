"""What functions, operators and layers give: whether truth values, whole numbers or floats.

By the kinds of keras/dtypes.py. A test holds the rows against Keras, on JAX and on TensorFlow
(tests/oracle/test_dtypes.py).
"""

from __future__ import annotations

# Of which arguments the result takes its kind: the first, the first two, or none of them.
FIRST, TOGETHER, ALWAYS = "first", "together", "always"

# (of which arguments, the least that it is): names
_FUNCTIONS: dict[tuple[str, str], str] = {
    (FIRST, "bools"): (
        "abs absolute amax amin array average_pool bitwise_invert bitwise_not broadcast_to "
        "concatenate conj conjugate convert_to_tensor copy depth_to_space diag diagflat diagonal "
        "diff empty_like expand_dims extract_sequences flip fliplr flipud fold full_like get_item "
        "image.crop_images image.extract_patches image.pad_images imag max max_pool min moveaxis "
        "nan_to_num nanmax nanmin negative ones_like pad ravel real repeat reshape roll rot90 "
        "round sign slice sort space_to_depth squeeze stack swapaxes take take_along_axis tile "
        "transpose tril triu trunc unfold unstack vander zeros_like array_split hsplit vsplit "
        "dsplit split hstack vstack dstack stop_gradient concat gather relu constant"
    ),
    (FIRST, "ints"): "cumprod cumsum nancumprod nancumsum nanprod nansum prod square sum trace",
    (FIRST, "floats"): (
        "arccos arccosh arcsin arcsinh arctan arctanh ceil cos cosh exp exp2 expm1 floor log "
        "log10 log1p log2 mean median nanmedian nanmean nanpercentile nanquantile nanstd nanvar "
        "normalize quantile sin sinc sinh sqrt std tan tanh var logsumexp cbrt deg2rad rad2deg "
        "erf rsqrt sigmoid silu softmax log_softmax gelu elu selu softplus softsign swish glu "
        "layer_normalization celu hard_sigmoid hard_silu hard_swish hard_shrink soft_shrink "
        "relu6 leaky_relu log_sigmoid sparse_plus sparse_sigmoid sparsemax tanh_shrink"
    ),
    (TOGETHER, "bools"): (
        "add append arange cross dot fmax fmin inner kron lcm matmul maximum minimum multiply "
        "outer power subtract vdot bitwise_and bitwise_or bitwise_xor bitwise_left_shift "
        "bitwise_right_shift left_shift right_shift"
    ),
    (TOGETHER, "ints"): "fmod mod",
    (TOGETHER, "floats"): (
        "arctan2 divide divide_no_nan logaddexp logaddexp2 nextafter true_divide cdist hypot"
    ),
    (ALWAYS, "bools"): (
        "all any equal greater greater_equal isclose isfinite isin isinf isnan isneginf isposinf "
        "isreal less less_equal logical_and logical_not logical_or logical_xor not_equal signbit "
        "in_top_k"
    ),
    (ALWAYS, "ints"): (
        "argmax argmin argpartition argsort bincount count_nonzero digitize nanargmax nanargmin "
        "nonzero searchsorted"
    ),
    (ALWAYS, "floats"): "eye identity ones tri zeros empty one_hot bartlett blackman hamming",
    # of a dtype that the call says
    (ALWAYS, ""): "cast saturate_cast",
}
GIVES: dict[str, tuple[str, str]] = {
    name: rule for rule, names in _FUNCTIONS.items() for name in names.split()
}

# Functions of TensorFlow and of the backend that give what those of these names give.
IN_TENSORFLOW = frozenset(
    (
        "cast constant reshape transpose expand_dims squeeze tile concat stack gather "
        "stop_gradient argmax argmin argsort greater greater_equal less less_equal equal not_equal "
        "logical_and logical_or logical_not logical_xor"
    ).split()
)

RANDOM_GIVES: dict[str, tuple[str, str]] = {
    **dict.fromkeys(
        ("beta", "binomial", "gamma", "normal", "truncated_normal"), (ALWAYS, "floats")
    ),
    "uniform": (ALWAYS, "floats"),
    "randint": (ALWAYS, "ints"),
    "categorical": (ALWAYS, "ints"),
    "dropout": (FIRST, "bools"),
    "shuffle": (FIRST, "bools"),
}

# Of less than that a function gives here this and there that.
CERTAIN_FROM: dict[str, str] = {
    **dict.fromkeys(
        (
            "rsqrt sigmoid silu softmax log_softmax gelu elu selu softplus softsign swish glu "
            "layer_normalization celu hard_sigmoid hard_silu hard_swish hard_shrink "
            "soft_shrink relu6 leaky_relu log_sigmoid sparse_plus sparse_sigmoid sparsemax "
            "tanh_shrink erf normalize relu reciprocal hypot"
        ).split(),
        "floats",
    ),
    **dict.fromkeys(
        "power bitwise_left_shift bitwise_right_shift left_shift right_shift".split(), "ints"
    ),
}

OPERATORS_GIVE: dict[str, tuple[str, str]] = {
    **dict.fromkeys(("+", "-", "*", "**", "@", "&", "|", "^", "<<", ">>"), (TOGETHER, "bools")),
    "/": (TOGETHER, "floats"),
    "%": (TOGETHER, "ints"),
    **dict.fromkeys(("<", "<=", ">", ">=", "==", "!="), (ALWAYS, "bools")),
    "~": (FIRST, "bools"),
    "abs": (FIRST, "bools"),
    "[]": (FIRST, "bools"),
}
