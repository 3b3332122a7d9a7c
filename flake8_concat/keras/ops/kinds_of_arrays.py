"""Rows as in kinds_table.py: what is refused of arrays, and of what makes them, outside of layers.

"several": a tuple of numbers, where one number or a word should be.
"""

from __future__ import annotations

from flake8_concat.keras.ops.kinds_table import Table

OF_ARRAYS: Table = {
    ("none", "word"): {
        "alpha": "celu elu",
        "angle": "polar",
        "atol": "isclose",
        "axes": "rot90",
        "axis": (
            "array_split batch_normalization expand_dims geomspace glu layer_normalization "
            "linspace logspace sparsemax stack"
        ),
        "axis1": "swapaxes",
        "axis2": "swapaxes",
        "base": "logspace",
        "default": "select",
        "epsilon": "batch_normalization",
        "fill_value": "full_like image.map_coordinates",
        "indices_or_sections": "dsplit hsplit",
        "max_val": "psnr",
        "mean": "batch_normalization",
        "nan": "nan_to_num",
        "q": "nanpercentile nanquantile percentile",
        "rtol": "isclose",
        "shape": "unravel_index",
        "shift": "roll",
        "start": "geomspace",
        "stop": "geomspace",
        "threshold": "hard_shrink soft_shrink",
        "variance": "batch_normalization",
        "x": "clip digitize take",
        "x1": (
            "add append arctan2 dot equal floor_divide fmin fmod greater greater_equal "
            "heaviside hypot inner isclose isin kron less less_equal logaddexp logaddexp2 "
            "logical_and logical_or logical_xor mod nextafter not_equal outer true_divide"
        ),
        "x2": (
            "add append arctan2 dot equal floor_divide fmin fmod greater greater_equal "
            "heaviside hypot inner isclose isin kron less less_equal logaddexp logaddexp2 "
            "logical_and logical_or logical_xor mod nextafter not_equal outer true_divide"
        ),
    },
    ("none", "word", "several"): {
        "decimals": "round",
        "k": "rot90",
        "start": "linspace logspace",
        "stop": "linspace logspace",
    },
    ("none", "word", "several", "float"): {
        "axis": "diff unstack",
        "axis1": "diagonal trace",
        "axis2": "diagonal trace",
        "fft_length": "istft stft",
        "n": "diff",
        "num": "geomspace linspace logspace",
        "num_classes": "one_hot",
        "sequence_length": "extract_sequences istft stft",
        "sequence_stride": "istft stft",
    },
    ("none", "word", "several", "fraction"): {
        "axis": "sparse_categorical_crossentropy",
        "block_size": "depth_to_space space_to_depth",
        "k": "top_k",
        "sequence_stride": "extract_sequences",
    },
    ("none", "word", "float"): {
        "a": "lstsq solve_triangular",
        "b": "lstsq solve_triangular",
        "bins": "digitize histogram",
        "choicelist": "select",
        "condlist": "select",
        "coordinates": "image.map_coordinates",
        "destination": "moveaxis",
        "dilation": "fold",
        "images": "image.pad_images",
        "increasing": "vander",
        "indices": "take take_along_axis",
        "indices_or_sections": "array_split",
        "inputs": "adaptive_average_pool conv depthwise_conv image.map_coordinates",
        "k": "diag diagflat triu",
        "kernel": "conv depthwise_conv",
        "kernel_size": "fold image.gaussian_blur unfold",
        "offset": "diagonal trace",
        "order": "image.map_coordinates normalize",
        "output": "binary_crossentropy categorical_crossentropy sparse_categorical_crossentropy",
        "output_size": "adaptive_average_pool fold",
        "pad_width": "pad",
        "repeats": "repeat tile",
        "sigma": "image.gaussian_blur",
        "size": "image.extract_patches image.resize",
        "source": "moveaxis",
        "stride": "fold unfold",
        "strides": "depthwise_conv",
        "target": "binary_crossentropy categorical_crossentropy sparse_categorical_crossentropy",
        "x": "batch_normalization cdist depth_to_space fold irfft istft take_along_axis",
        "x1": "psnr",
        "x2": "psnr",
        "xs": "concatenate",
        "y": "cdist",
    },
    ("none", "no such word", "several", "float"): {
        "fill_mode": "image.map_coordinates image.resize",
        "interpolation": "image.resize",
        "method": "nanpercentile nanquantile percentile",
        "mode": "pad qr",
    },
    ("none", "no such word", "float"): {
        "padding": "conv depthwise_conv fold image.extract_patches unfold",
    },
    ("none", "several"): {
        "N": "eye tri",
    },
    ("none", "float"): {
        "x": "stack",
    },
    ("word",): {
        "axes": "moments",
        "axis": (
            "all amax amin argsort average concatenate count_nonzero cumprod cumsum flip "
            "logsumexp mean multi_hot nanargmax nanargmin nancumprod nancumsum nanmax nanmean "
            "nanmin nansum nanvar norm prod repeat softmax squeeze take_along_axis unique"
        ),
        "dilation_rate": "conv image.extract_patches",
        "negative_slope": "leaky_relu",
        "strides": "conv",
        "x_max": "clip",
        "x_min": "clip",
    },
    ("word", "several"): {
        "axis": "one_hot sort",
    },
    ("word", "several", "float"): {
        "N": "vander",
        "axis": "append argmax argmin take",
        "fft_length": "irfft rfft",
        "num_classes": "multi_hot",
    },
    ("word", "float"): {
        "axis": (
            "any categorical_crossentropy log_softmax max median min nanmedian nanpercentile "
            "nanprod nanquantile nanstd normalize percentile ptp rms_normalization roll std sum "
            "var"
        ),
        "dilation": "unfold",
        "dilation_rate": "depthwise_conv",
        "key": "get_item",
    },
    ("no such word", "several", "float"): {
        "data_format": (
            "adaptive_average_pool conv depth_to_space depthwise_conv image.extract_patches "
            "image.hsv_to_rgb image.pad_images image.resize image.rgb_to_grayscale "
            "image.rgb_to_hsv image.sobel_edges space_to_depth"
        ),
    },
    ("no such word", "float"): {
        "window": "stft",
    },
    ("several",): {
        "M": "eye tri",
        "k": "eye tri",
        "n": "identity",
        "start": "arange",
        "step": "arange",
        "stop": "arange",
    },
    ("several", "float"): {
        "dtype": (
            "arange array cast convert_to_tensor cumprod cumsum empty_like full full_like "
            "geomspace linspace logspace multi_hot nancumprod nancumsum one_hot ones_like prod "
            "tri view zeros_like"
        ),
    },
    ("several", "fraction"): {
        "dtype": "empty eye identity ones zeros",
    },
    ("float",): {
        "a": "diff",
        "array": "rot90",
        "images": (
            "image.extract_patches image.gaussian_blur image.hsv_to_rgb image.resize "
            "image.rgb_to_grayscale image.rgb_to_hsv image.sobel_edges"
        ),
        "window": "istft",
        "x": (
            "array_split det diag diagonal dsplit eig eigh extract_sequences get_item glu "
            "hsplit layer_normalization log_softmax matrix_rank moments moveaxis nonzero "
            "pinv qr rfft rms_normalization softmax sort space_to_depth sparsemax stft svd "
            "swapaxes top_k trace triu unfold unstack vander"
        ),
    },
}

# Beside a symbolic tensor, and in the body of a layer; then either of the two alone.
SEVERAL_EVERYWHERE: Table = {
    ("several",): {
        "N": "vander",
        "axis": "append cross diff one_hot sort sparse_categorical_crossentropy split take unstack",
        "axis1": "diagonal trace",
        "axis2": "diagonal trace",
        "axisa": "cross",
        "axisb": "cross",
        "block_size": "depth_to_space space_to_depth",
        "data_format": (
            "average_pool conv conv_transpose depth_to_space depthwise_conv "
            "image.affine_transform image.elastic_transform image.extract_patches "
            "image.extract_patches_3d image.hsv_to_rgb image.pad_images image.resize "
            "image.rgb_to_grayscale image.rgb_to_hsv image.sobel_edges image.ssim max_pool "
            "separable_conv space_to_depth"
        ),
        "dtype": (
            "array cast convert_to_tensor cumprod cumsum empty_like full_like geomspace "
            "linspace logspace multi_hot nancumprod nancumsum one_hot ones_like prod view "
            "zeros_like"
        ),
        "fft_length": "irfft istft rfft stft",
        "k": "top_k",
        "kth": "argpartition",
        "mode": "qr",
        "n": "diff",
        "num": "geomspace linspace logspace",
        "num_classes": "multi_hot one_hot",
        "num_segments": "segment_max segment_min segment_prod segment_sum",
        "reduction": "scatter_update",
        "sequence_length": "extract_sequences",
        "sequence_stride": "extract_sequences istft stft",
        "start": "linspace logspace",
    },
}
SEVERAL_OF_SYMBOLIC: Table = {
    ("several",): {
        "axis": "average",
        "axisc": "cross",
        "data_format": "image.gaussian_blur",
        "k": "diag",
        "num": "unstack",
        "start": "geomspace",
    },
}
SEVERAL_IN_LAYERS: Table = {
    ("several",): {
        "axis": "argmax argmin argpartition",
        "data_format": "adaptive_average_pool",
        "decimals": "round",
        "fill_mode": (
            "image.affine_transform image.elastic_transform image.map_coordinates image.resize"
        ),
        "interpolation": "image.affine_transform image.elastic_transform image.resize",
        "k": "rot90 tril triu",
        "method": "image.scale_and_translate nanpercentile nanquantile percentile quantile",
        "minlength": "bincount",
        "mode": "pad",
        "sequence_length": "istft stft",
        "side": "searchsorted",
        "sorted": "segment_max segment_min segment_prod segment_sum",
        "stop": "linspace logspace",
    },
}
