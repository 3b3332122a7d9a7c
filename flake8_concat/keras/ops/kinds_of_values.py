"""Rows as in kinds_table.py, for the bodies of layers and where there is no symbolic tensor."""

from __future__ import annotations

from flake8_concat.keras.ops.kinds_table import Table

# In the body of a layer only.
IN_LAYERS: Table = {
    ("symbolic",): {
        "axis": "argsort",
        "block_size": "depth_to_space",
        "dilation_rate": "conv_transpose",
        "k": "diag diagflat",
        "spatial_dims": "image.scale_and_translate",
        "strides": "conv_transpose",
    },
    ("none",): {
        "axis": "trapezoid",
        "base": "logspace",
        "k": "top_k",
        "num": "geomspace linspace logspace",
        "num_classes": "one_hot",
        "sequence_length": "extract_sequences",
        "stop": "geomspace linspace",
        "x1": "logical_and logical_or logical_xor",
        "x2": "logical_and logical_or logical_xor",
    },
    ("none", "word"): {
        "data": "segment_max segment_min segment_prod segment_sum",
        "k": "rot90",
        "shift": "roll",
        "start": "geomspace linspace logspace",
        "stop": "logspace",
        "x1": (
            "arctan2 cross divide_no_nan equal gcd greater greater_equal inner isclose kron lcm "
            "ldexp less less_equal logaddexp matmul not_equal tensordot vdot"
        ),
        "x2": (
            "arctan2 cross divide_no_nan equal fmax fmod gcd greater greater_equal inner isclose "
            "kron lcm ldexp less less_equal matmul not_equal tensordot vdot"
        ),
    },
    ("none", "word", "list", "number"): {
        "inputs": "conv_transpose",
        "key": "dot_product_attention",
        "output": "ctc_loss sparse_categorical_crossentropy",
        "query": "dot_product_attention",
        "target": "ctc_loss",
        "value": "dot_product_attention",
    },
    ("none", "word", "list", "float"): {
        "bins": "histogram",
    },
    ("none", "word", "number"): {
        "images": "image.scale_and_translate",
        "scale": "image.scale_and_translate",
        "translation": "image.scale_and_translate",
    },
    ("none", "word", "float"): {
        "axis": "layer_normalization",
        "dilation": "fold",
        "indices": "take",
        "k": "tril triu",
        "kernel_size": "image.gaussian_blur",
        "newshape": "reshape",
        "sequence_length": "stft",
        "sigma": "image.gaussian_blur",
        "stride": "fold",
    },
    ("none", "word", "fraction"): {
        "sequence_stride": "extract_sequences",
    },
    ("none", "number"): {
        "bins": "digitize",
    },
    ("none", "float"): {
        "axis": "batch_normalization",
        "start_indices": "slice",
    },
    ("none", "no such word"): {
        "fill_mode": "image.map_coordinates image.resize",
        "interpolation": "image.resize",
        "method": "nanpercentile nanquantile percentile quantile",
        "mode": "pad",
        "padding": "fold",
        "side": "searchsorted",
    },
    ("word",): {
        "default_value": "threshold",
        "repeats": "repeat",
        "scale": "batch_normalization rms_normalization",
        "x": "batch_normalization",
        "x1": "isin",
    },
    ("word", "float"): {
        "axis": "argpartition categorical_crossentropy nancumprod nancumsum rms_normalization",
        "x": "trapezoid",
    },
    ("number",): {
        "kernel_size": "image.gaussian_blur",
        "sigma": "image.gaussian_blur",
    },
    ("float",): {
        "choicelist": "select",
        "condlist": "select",
        "strides": "depthwise_conv",
    },
    ("fraction",): {
        "axis": "log_softmax softmax",
    },
    ("no such word",): {
        "data_format": (
            "adaptive_average_pool adaptive_max_pool average_pool conv_transpose depth_to_space "
            "max_pool separable_conv image.affine_transform image.elastic_transform "
            "image.extract_patches_3d image.pad_images image.ssim"
        ),
        "fill_mode": "image.affine_transform image.elastic_transform",
        "method": "image.scale_and_translate",
        "padding": "average_pool conv_transpose max_pool separable_conv image.extract_patches_3d",
        "reduction": "scatter_update",
        "window": "stft",
    },
}

# Of functions that make tensors, where there is none among the arguments.
MAKING: Table = {
    ("none", "word"): {
        "fill_value": "full",
    },
    ("none", "word", "list"): {
        "k": "eye",
        "start": "arange",
    },
    ("none", "word", "list", "float"): {
        "k": "tri",
        "n": "identity",
    },
    ("none", "word", "float"): {
        "shape": "empty full ones zeros",
    },
    ("word",): {
        "a": "diff",
        "abs_": "polar",
        "array": "rot90",
        "condition": "where",
        "images": (
            "image.elastic_transform image.extract_patches image.gaussian_blur image.hsv_to_rgb "
            "image.resize image.rgb_to_grayscale image.rgb_to_hsv image.sobel_edges"
        ),
        "inputs": "average_pool max_pool multi_hot slice",
        "volumes": "image.extract_patches_3d",
        "x": (
            "abs absolute all amax amin angle any arccos arccosh arcsin arcsinh arctan arctanh "
            "argmax argmin argpartition array_split average bincount bitwise_invert bitwise_not "
            "cbrt ceil celu cholesky cholesky_inverse conj conjugate corrcoef cos cosh cumprod "
            "cumsum deg2rad det diag diagflat diagonal dsplit eig eigh elu erf erfc erfinv exp "
            "exp2 expm1 extract_sequences fabs floor full_like gelu glu hard_shrink hard_sigmoid "
            "hard_silu hard_swish hard_tanh histogram hsplit i0 inv layer_normalization "
            "leaky_relu log log10 log1p log2 log_sigmoid log_softmax logdet logical_not logsumexp "
            "lu_factor matrix_rank max mean median min moments moveaxis nanargmax nanargmin "
            "nancumprod nancumsum nanmax nanmean nanmedian nanmin nanpercentile nanprod "
            "nanquantile nanstd nansum nanvar negative nonzero norm normalize one_hot ones_like "
            "pad percentile pinv prod ptp qr quantile rad2deg real reciprocal relu relu6 reshape "
            "rfft rms_normalization round rsqrt selu sigmoid sign signbit silu sin sinc sinh "
            "slogdet soft_shrink softmax softplus softsign sort space_to_depth sparse_plus "
            "sparse_sigmoid sparsemax split sqrt square std stft sum svd swapaxes swish tan tanh "
            "tanh_shrink top_k trace tril triu trunc unfold unique unstack vander var view "
            "view_as_complex view_as_real vsplit"
        ),
    },
    ("word", "list"): {
        "step": "arange",
        "stop": "arange",
    },
    ("word", "list", "float"): {
        "M": "eye tri",
        "N": "eye tri",
    },
    ("no such word",): {
        "dtype": (
            "arange array cast convert_to_tensor cumprod cumsum empty empty_like eye full "
            "full_like geomspace identity linspace logspace multi_hot nancumprod nancumsum "
            "one_hot ones ones_like prod saturate_cast tri view zeros zeros_like"
        ),
        "indexing": "meshgrid",
    },
}
