"""Old spellings: Keras 1 and 2 names and arguments, as their Keras 3 equivalents.

Tables first, three small steps after them: the class (`CLASSES`), the positions that Keras 1 had
(`POSITIONS`), the keywords (`KEYWORDS`).
"""

from __future__ import annotations

from typing import Any

from flake8_concat.keras.registry import BadCall
from flake8_concat.keras.signatures import layer_signature
from flake8_concat.shapes import Size, Unknown

# Classes that are gone, or live on under another name.
CLASSES = {
    "AtrousConvolution1D": "Conv1D",
    "AtrousConvolution2D": "Conv2D",
    "AtrousConv1D": "Conv1D",
    "AtrousConv2D": "Conv2D",
    "Deconvolution2D": "Conv2DTranspose",
    "Deconvolution3D": "Conv3DTranspose",
    "Deconv2D": "Conv2DTranspose",
    "Deconv3D": "Conv3DTranspose",
    "CuDNNLSTM": "LSTM",
    "CuDNNGRU": "GRU",
    "SyncBatchNormalization": "BatchNormalization",
    "BatchNormalizationV1": "BatchNormalization",
    "BatchNormalizationV2": "BatchNormalization",
    "TimeDistributedDense": "Dense",
    "DepthwiseConvolution1D": "DepthwiseConv1D",
    "DepthwiseConvolution2D": "DepthwiseConv2D",
}

# Merge(mode=...) by mode.
MODES = {
    "sum": "Add",
    "mul": "Multiply",
    "concat": "Concatenate",
    "ave": "Average",
    "max": "Maximum",
    "min": "Minimum",
    "dot": "Dot",
    "cos": "Dot",
}

_K1_TAIL = ("init", "activation", "weights", "border_mode", "subsample", "dim_ordering")

# The parameters of Keras 1 in order, for classes that took a number for each side of the kernel,
# and how many of them are the sizes of the kernel.
POSITIONS: dict[str, tuple[int, tuple[str, ...]]] = {
    "Convolution2D": (2, ("nb_filter", "nb_row", "nb_col", *_K1_TAIL)),
    "AtrousConvolution2D": (2, ("nb_filter", "nb_row", "nb_col", *_K1_TAIL)),
    "SeparableConvolution2D": (2, ("nb_filter", "nb_row", "nb_col", *_K1_TAIL)),
    "Deconvolution2D": (2, ("nb_filter", "nb_row", "nb_col", "output_shape", *_K1_TAIL)),
    "Convolution3D": (
        3,
        ("nb_filter", "kernel_dim1", "kernel_dim2", "kernel_dim3", *_K1_TAIL),
    ),
    "Deconvolution3D": (
        3,
        ("nb_filter", "kernel_dim1", "kernel_dim2", "kernel_dim3", "output_shape", *_K1_TAIL),
    ),
}
# The same under the names of Keras 2, where the third position is the stride unless a keyword
# of Keras 1 says which Keras it was written for.
MODERN_POSITIONS = {
    "Conv2D": "Convolution2D",
    "SeparableConv2D": "SeparableConvolution2D",
    "Conv2DTranspose": "Deconvolution2D",
    "Conv3D": "Convolution3D",
}

# Keywords on their own enough to tell Keras 1.
KERAS_1 = frozenset(
    {
        *("nb_filter", "nb_row", "nb_col", "border_mode", "subsample", "dim_ordering", "init"),
        *("W_regularizer", "b_regularizer", "W_constraint", "b_constraint", "bias", "atrous_rate"),
    }
)

# Old keyword -> new keyword; None: it has no meaning for shapes and is dropped.
KEYWORDS: dict[str, str | None] = {
    "nb_filter": "filters",
    "filter_length": "kernel_size",
    "subsample": "strides",
    "subsample_length": "strides",
    "stride": "strides",
    "pool_length": "pool_size",
    "length": "size",
    "border_mode": "padding",
    "dim_ordering": "data_format",
    "atrous_rate": "dilation_rate",
    "output_dim": "units",
    "init": "kernel_initializer",
    "inner_init": "recurrent_initializer",
    "inner_activation": "recurrent_activation",
    "W_regularizer": "kernel_regularizer",
    "U_regularizer": "recurrent_regularizer",
    "b_regularizer": "bias_regularizer",
    "W_constraint": "kernel_constraint",
    "b_constraint": "bias_constraint",
    "bias": "use_bias",
    "p": "rate",
    "sigma": "stddev",
    "dropout_W": "dropout",
    "dropout_U": "recurrent_dropout",
    "dims": "target_shape",
    "alpha": "negative_slope",
    "beta_init": "beta_initializer",
    "gamma_init": "gamma_initializer",
    "concat_axis": "axis",
    "dot_axes": "axes",
    "batch_input_shape": "batch_shape",
    "input_shape": "shape",
    "output_shape": None,
    "mode": None,
    "consume_less": None,
    "implementation": None,
    "forget_bias_init": None,
    "time_major": None,
    "fused": None,
    "virtual_batch_size": None,
    "adjustment": None,
    "experimental_autocast": None,
    "type_spec": None,
    "rms_scaling": None,
    "batch_size": None,
    "input_dtype": None,
    "lora_rank": None,
    "lora_alpha": None,
}

# What every layer of old Keras accepted. Kept beside the arguments: a first layer in a Sequential
# says its input so (`declared_shape` in core.py).
EXTRA = frozenset(
    {
        "weights",
        "input_shape",
        "input_dim",
        "input_length",
        "batch_input_shape",
        "batch_size",
        "bounding_box_format",
    }
)

# Keywords that a layer of some older Keras took: whether Keras refuses them depends on which it is.
OLD = frozenset(
    {
        *KEYWORDS, *EXTRA, *KERAS_1,
        *("align_corners", "axis", "bins", "causal", "cropping", "data_format", "dropout_rate"),
        *("dtype_policy", "dynamic", "experimental_relax_shapes", "experimental_autocast"),
        *("get_output_at", "max_tokens", "renorm", "renorm_clipping", "renorm_momentum", "sparse"),
        *("static_shape", "theta", "unroll", "use_idf", "vocabulary", "zero_output_for_mask"),
    }
)  # fmt: skip

# Of these, words that say something else on other layers: where they are old, by what the names of
# the classes contain. `MaxPooling1D(stride=2)` is Keras 1, `Conv2D(stride=2)` never was.
ONLY_ON: dict[str, tuple[str, ...]] = {
    "stride": ("Pooling1D", "Pool1D"),
    "length": ("UpSampling1D",),
    "bias": ("Dense", "Conv"),
    "p": ("Dropout",),
    "sigma": ("GaussianNoise", "GaussianDropout"),
    "alpha": ("LeakyReLU",),
    "axis": (),
    "bins": ("Discretization",),
    "dims": ("Reshape",),
    "concat_axis": ("Merge",),
    "dot_axes": ("Merge",),
    "mode": ("BatchNormalization", "Merge"),
    "output_shape": ("Transpose", "Deconv"),
    "output_dim": ("Dense", "LSTM", "GRU", "RNN"),
    "time_major": ("LSTM", "GRU", "RNN"),
    "unroll": ("LSTM", "GRU", "RNN"),
    "causal": ("Attention", "Conv1D"),
    "max_tokens": ("CategoryEncoding", "Lookup", "Vectorization"),
    "vocabulary": ("Lookup", "Vectorization"),
    "use_idf": ("Lookup", "Vectorization"),
    "sparse": ("CategoryEncoding", "Discretization", "Hash", "Input", "Lookup", "Vectorization"),
}
# Layers that no Keras before 3 had: what it took on all of its own was never taken on these.
OF_KERAS_3 = frozenset(
    (
        "AdaptiveAveragePooling1D AdaptiveAveragePooling2D AdaptiveAveragePooling3D "
        "AdaptiveMaxPooling1D AdaptiveMaxPooling2D AdaptiveMaxPooling3D FlaxLayer JaxLayer "
        "MelSpectrogram Pipeline RMSNormalization RandomColorDegeneration RandomElasticTransform "
        "RandomErasing RandomGaussianBlur RandomInvert RandomPerspective RandomPosterization "
        "STFTSpectrogram TFSMLayer TorchModuleWrapper"
    ).split()
)

# Arguments that Keras 3 has made required, with the default they had.
DEFAULTS: dict[str, dict[str, Any]] = {
    "AveragePooling1D": {"pool_size": 2},
    "AveragePooling2D": {"pool_size": 2},
    "AveragePooling3D": {"pool_size": 2},
    "AvgPool1D": {"pool_size": 2},
    "AvgPool2D": {"pool_size": 2},
    "AvgPool3D": {"pool_size": 2},
}

DIM_ORDERING = {"tf": "channels_last", "th": "channels_first", "default": None}


def is_old(keyword: str | None, name: str) -> bool:
    """Whether some older Keras took a keyword on this class."""
    if keyword not in OLD or name in OF_KERAS_3:
        return False
    where = ONLY_ON.get(keyword)
    return where is None or any(part in name for part in where)


def modern(
    name: str, args: tuple[Any, ...], kwargs: dict[str, Any]
) -> tuple[str, tuple[Any, ...], dict[str, Any]]:
    """A constructor call in Keras 3 terms. Raises BadCall for a mode of Merge that is not known."""
    args, kwargs = _by_name(name, args, kwargs)
    if name == "Merge":
        return _merge(args, kwargs)
    name = CLASSES.get(name, name)
    for key, value in DEFAULTS.get(name, {}).items():
        if not args:
            kwargs.setdefault(key, value)
    if kwargs:
        _rename(name, kwargs)
    return name, args, kwargs


def _number(value: Any) -> bool:
    return (isinstance(value, (int, Size)) and not isinstance(value, bool)) or isinstance(
        value, Unknown
    )


def _by_name(
    name: str, args: tuple[Any, ...], kwargs: dict[str, Any]
) -> tuple[tuple[Any, ...], dict[str, Any]]:
    """Turns the positions of Keras 1 into keywords, where it was evidently meant."""
    old = name
    if name in MODERN_POSITIONS and not KERAS_1.isdisjoint(kwargs):
        old = MODERN_POSITIONS[name]
    if old not in POSITIONS:
        return args, kwargs
    rank, names = POSITIONS[old]
    if len(args) < rank + 1 or not all(map(_number, args[: rank + 1])):
        return args, kwargs
    if len(args) > len(names) or not {"strides", "kernel_size", "filters"}.isdisjoint(kwargs):
        return args, kwargs
    alone = len(args) == rank + 1 and KERAS_1.isdisjoint(kwargs)
    if alone and any(side != args[1] for side in args[2:]):
        return args, kwargs  # no square kernel and no other sign of Keras 1: a kernel and a stride
    return (), {**dict(zip(names, args, strict=False)), **kwargs}


def _merge(
    args: tuple[Any, ...], kwargs: dict[str, Any]
) -> tuple[str, tuple[Any, ...], dict[str, Any]]:
    """keras.layers.Merge(layers=None, mode='sum', concat_axis=-1, dot_axes=-1)."""
    if args:
        raise BadCall("of a list of layers is not followed")
    mode = kwargs.get("mode", "sum")
    if mode not in MODES:
        raise BadCall("has a mode that is not known")
    new: dict[str, Any] = {"name": kwargs.get("name")}
    if mode == "concat":
        new["axis"] = kwargs.get("concat_axis", -1)
    if mode in ("dot", "cos"):
        new["axes"] = kwargs.get("dot_axes", -1)
        new["normalize"] = mode == "cos"
    return MODES[mode], (), new


def _rename(name: str, kwargs: dict[str, Any]) -> None:
    """Puts the new keywords in the place of the old ones."""
    try:
        names = layer_signature(name).names
    except KeyError:
        return
    if "nb_row" in kwargs and "nb_col" in kwargs and "kernel_size" in names:
        kwargs["kernel_size"] = (kwargs.pop("nb_row"), kwargs.pop("nb_col"))
    cube = [f"kernel_dim{i}" for i in (1, 2, 3)]
    if all(key in kwargs for key in cube):
        kwargs["kernel_size"] = tuple(kwargs.pop(key) for key in cube)
    if kwargs.get("border_mode") == "full":
        raise BadCall("has border_mode='full', which Keras no longer knows")
    old_ones = [key for key in kwargs if key not in names and key in KEYWORDS]
    for old in [key for key in old_ones if is_old(key, name)]:
        new = KEYWORDS[old]
        if new is None:
            if old not in EXTRA:
                del kwargs[old]
        elif new in names and new not in kwargs:
            value = kwargs.pop(old)
            if old == "dim_ordering" and isinstance(value, str):
                value = DIM_ORDERING.get(value, value)
            kwargs[new] = value
