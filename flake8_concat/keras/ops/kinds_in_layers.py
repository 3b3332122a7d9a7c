"""Rows as in kinds_table.py, of the bodies of layers: words and None, lists, words as numbers.

"words": a list with a word in it. Functions of keras.activations stand with their own names.
"""

from __future__ import annotations

from flake8_concat.keras.ops.kinds_table import Table

WORDS_IN_LAYERS: Table = {
    ("none",): {
        "a": "diff lstsq solve solve_triangular",
        "array": "rot90",
        "axisa": "cross",
        "axisb": "cross",
        "axisc": "cross",
        "b": "lstsq solve solve_triangular",
        "condition": "where",
        "depthwise_kernel": "separable_conv",
        "image1": "image.ssim",
        "image2": "image.ssim",
        "images": (
            "image.affine_transform image.elastic_transform image.extract_patches "
            "image.pad_images image.resize image.sobel_edges"
        ),
        "indices": "scatter_update take_along_axis unravel_index",
        "inputs": "average_pool conv ctc_decode max_pool separable_conv",
        "q": "quantile",
        "segment_ids": "segment_max segment_min segment_prod segment_sum",
        "target": "sparse_categorical_crossentropy",
        "threshold": "threshold",
        "transform": "image.affine_transform",
        "volumes": "image.extract_patches_3d",
        "x": (
            "all any argpartition argsort array array_split bincount broadcast_to cast cbrt "
            "cholesky cholesky_inverse convert_to_tensor copy count_nonzero depth_to_space det "
            "diagonal dsplit eig eigh empty_like expand_dims flip fliplr flipud fold get_item "
            "glu hsplit i0 imag inv isfinite isinf isnan isneginf isposinf isreal log_softmax "
            "logdet logical_not lu_factor matrix_rank moveaxis nan_to_num nanmean nonzero "
            "one_hot pinv qr ravel repeat roll signbit slogdet softmax sort space_to_depth "
            "sparsemax split squeeze stack svd swapaxes take_along_axis tile top_k trace "
            "transpose tril triu unstack vander view_as_complex zeros_like"
        ),
        "x1": "isin",
        "y": "trapezoid",
    },
    ("none", "word"): {
        "abs_": "polar",
        "angle": "polar",
        "atol": "isclose",
        "b": "activations.squareplus squareplus",
        "block_size": "depth_to_space",
        "default": "select",
        "fill_value": "full full_like image.affine_transform image.map_coordinates",
        "filter_size": "image.ssim",
        "images": "image.gaussian_blur image.hsv_to_rgb image.rgb_to_grayscale image.rgb_to_hsv",
        "indices": "scatter",
        "inputs": "multi_hot slice slice_update",
        "max_val": "psnr",
        "mean": "batch_normalization",
        "nan": "nan_to_num",
        "offset": "diagonal",
        "pointwise_kernel": "separable_conv",
        "q": "nanpercentile nanquantile percentile",
        "rtol": "isclose",
        "sequence_stride": "istft",
        "size": "image.extract_patches_3d",
        "start_indices": "slice_update",
        "strides": "separable_conv",
        "updates": "slice_update",
        "variance": "batch_normalization",
        "x": (
            "abs absolute activations.celu activations.elu activations.exponential "
            "activations.gelu activations.glu activations.hard_shrink activations.hard_sigmoid "
            "activations.hard_silu activations.hard_swish activations.hard_tanh "
            "activations.leaky_relu activations.log_sigmoid activations.log_softmax "
            "activations.mish activations.relu activations.relu6 activations.selu "
            "activations.sigmoid activations.silu activations.soft_shrink activations.softmax "
            "activations.softplus activations.softsign activations.sparse_plus "
            "activations.sparse_sigmoid activations.sparsemax activations.squareplus "
            "activations.swish activations.tanh activations.tanh_shrink activations.threshold "
            "amax amin angle arccos arccosh arcsin arcsinh arctan arctanh argmax argmin average "
            "bitwise_invert bitwise_not ceil celu clip conj conjugate corrcoef cos cosh cumprod "
            "cumsum deg2rad diag diagflat digitize elu erf erfc erfinv exp exp2 expm1 "
            "extract_sequences fabs floor full_like gelu hard_shrink hard_sigmoid hard_silu "
            "hard_swish hard_tanh histogram irfft istft leaky_relu log log10 log1p log2 "
            "log_sigmoid logsumexp max mean median min nanargmax nanargmin nancumprod nancumsum "
            "nanmax nanmedian nanmin nanpercentile nanprod nanquantile nanstd nansum nanvar "
            "negative norm normalize ones_like pad percentile prod ptp quantile rad2deg real "
            "reciprocal relu relu6 reshape rfft round rsqrt selu sigmoid sign silu sin sinc "
            "sinh soft_shrink softplus softsign sparse_plus sparse_sigmoid sqrt square "
            "squareplus std sum swish tan tanh tanh_shrink threshold trunc unfold unique var "
            "view view_as_real vsplit"
        ),
        "x2": "isin",
        "xs": "concatenate",
    },
    ("none", "word", "words"): {
        "shape": "unravel_index",
    },
    ("none", "word", "words", "list"): {
        "k": "eye",
    },
    ("none", "word", "words", "list", "fraction"): {
        "k": "tri",
    },
    ("none", "word", "words", "fraction"): {
        "axis": "activations.sparsemax sparse_categorical_crossentropy",
        "k": "diagflat",
        "shape": "broadcast_to empty full ones zeros",
    },
    ("none", "word", "list"): {
        "alpha": "activations.celu activations.elu celu elu",
        "decimals": "round",
        "default_value": "activations.threshold",
        "epsilon": "batch_normalization",
        "increasing": "vander",
        "n": "identity",
        "offset": "trace",
        "order": "image.map_coordinates normalize",
        "sequence_length": "istft",
        "start": "arange",
        "threshold": (
            "activations.hard_shrink activations.soft_shrink activations.threshold hard_shrink "
            "soft_shrink"
        ),
    },
    ("none", "word", "fraction"): {
        "axes": "tensordot",
        "k": "diag",
    },
    ("none", "word", "tensors"): {
        "inputs": "adaptive_average_pool adaptive_max_pool",
        "x": "stft",
    },
    ("none", "words"): {
        "axis": "activations.glu",
    },
    ("none", "words", "list", "number"): {
        "padding": "image.extract_patches_3d separable_conv",
    },
    ("none", "list"): {
        "fill_mode": "image.affine_transform image.elastic_transform",
        "interpolation": "image.affine_transform",
        "kth": "argpartition",
        "threshold": "activations.relu",
    },
    ("none", "fraction"): {
        "axis": "unstack",
    },
    ("none", "tensors"): {
        "x": "batch_normalization layer_normalization moments rms_normalization shape",
    },
    ("word",): {
        "axis": "stack",
        "beta": "layer_normalization",
        "bins": "digitize",
        "bottom_padding": "image.pad_images",
        "constant_values": "pad",
        "dilation_rate": "image.extract_patches_3d",
        "fft_length": "istft",
        "gamma": "layer_normalization",
        "initial": "max min",
        "key": "get_item",
        "neginf": "nan_to_num",
        "posinf": "nan_to_num",
        "range": "histogram",
        "right_padding": "image.pad_images",
        "sparse": "multi_hot",
        "stop": "geomspace linspace",
        "strides": "image.extract_patches_3d",
        "tol": "matrix_rank",
        "x_max": "clip",
        "x_min": "clip",
    },
    ("word", "words", "fraction"): {
        "axis": "activations.log_softmax activations.softmax",
    },
    ("word", "list"): {
        "M": "eye tri",
        "N": "eye tri",
        "epsilon": "layer_normalization normalize rms_normalization",
        "left_padding": "image.pad_images",
        "length": "istft",
        "negative_slope": "activations.leaky_relu activations.relu leaky_relu",
        "offset": "batch_normalization",
        "rcond": "lstsq pinv",
        "step": "arange",
        "stop": "arange",
        "target_height": "image.pad_images",
        "target_width": "image.pad_images",
        "top_padding": "image.pad_images",
    },
    ("word", "fraction"): {
        "axis": "split take_along_axis",
    },
    ("no such word", "words", "list", "number"): {
        "dtype": "arange full tri",
    },
    ("no such word", "words", "list", "fraction"): {
        "dtype": "empty eye identity ones zeros",
    },
    ("words",): {
        "axes": "moments transpose",
        "axis": (
            "all amax amin any average categorical_crossentropy concatenate count_nonzero "
            "cumprod cumsum expand_dims flip layer_normalization log_softmax logsumexp max mean "
            "median min nancumprod nancumsum nanmax nanmean nanmedian nanmin nanpercentile "
            "nanprod nanquantile nanstd nansum nanvar norm normalize percentile prod ptp "
            "quantile rms_normalization roll softmax squeeze std sum var"
        ),
        "k": "top_k",
        "keepdims": "nanpercentile",
        "num": "geomspace linspace logspace",
        "shape": "slice",
    },
    ("words", "list"): {
        "k": "tril triu",
    },
    ("words", "list", "number"): {
        "data_format": (
            "adaptive_average_pool adaptive_max_pool conv depth_to_space depthwise_conv "
            "image.affine_transform image.extract_patches image.extract_patches_3d "
            "image.hsv_to_rgb image.pad_images image.resize image.rgb_to_grayscale "
            "image.rgb_to_hsv image.sobel_edges image.ssim separable_conv space_to_depth"
        ),
        "dtype": (
            "array cast convert_to_tensor cumprod cumsum empty_like full_like geomspace "
            "linspace logspace multi_hot nancumprod nancumsum one_hot ones_like prod view "
            "zeros_like"
        ),
        "mode": "pad qr",
        "padding": "conv depthwise_conv image.extract_patches",
    },
    ("words", "fraction"): {
        "padding": "fold",
    },
    ("list",): {
        "antialias": "image.resize",
        "assume_unique": "isin",
        "base": "logspace",
        "compute_uv": "svd",
        "fill_mode": "image.map_coordinates image.resize",
        "full_matrices": "svd",
        "interpolation": "image.resize",
        "invert": "isin",
        "lower": "solve_triangular",
        "max_value": "activations.relu",
        "method": "nanpercentile nanquantile percentile quantile",
        "sequence_length": "extract_sequences stft",
        "sequence_stride": "extract_sequences",
        "side": "searchsorted",
    },
    ("fraction",): {
        "padding": "unfold",
    },
}
