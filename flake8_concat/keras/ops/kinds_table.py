"""Which function of `keras.ops` refuses which kinds of arguments: rows by kinds and parameter.

Each row is held against Keras by tests/oracle/test_wrong_kinds.py, the rows for the bodies of
layers with KERAS_BACKEND=jax and tensorflow. The kinds are those of `kinds.kinds_of`.
"""

from __future__ import annotations

Table = dict[tuple[str, ...], dict[str, str]]

# Beside a symbolic tensor, and in the body of a layer on every backend.
EVERYWHERE: Table = {
    ("symbolic",): {
        "M": "eye tri",
        "N": "eye tri",
        "bins": "histogram",
        "data_format": "conv_transpose image.pad_images",
        "dtype": "arange empty eye full identity ones tri zeros",
        "k": "eye tri",
        "keepdims": (
            "all amax amin any argmax argmin logsumexp max mean median min moments nanargmax "
            "nanargmin nanmax nanmean nanmedian nanmin nanpercentile nanprod nanquantile nanstd "
            "nansum nanvar norm percentile prod ptp quantile std sum var"
        ),
        "left_padding": "image.pad_images",
        "n": "identity",
        "padding": "conv_transpose",
        "right_padding": "image.pad_images",
        "shape": "empty full ones zeros",
        "start": "arange",
        "step": "arange",
        "stop": "arange",
        "target_height": "image.pad_images",
        "target_width": "image.pad_images",
        "top_padding": "image.pad_images",
    },
    ("symbolic", "none"): {
        "padding": "conv depthwise_conv image.extract_patches",
    },
    ("symbolic", "none", "word"): {
        "block_size": "space_to_depth",
        "choicelist": "select",
        "condlist": "select",
        "indices_or_sections": "split vsplit",
        "output_size": "adaptive_average_pool adaptive_max_pool",
        "repeats": "tile",
        "strides": "depthwise_conv",
    },
    ("symbolic", "none", "word", "number"): {
        "axes": "rot90",
    },
    ("symbolic", "none", "word", "float"): {
        "axis": "array_split diff expand_dims geomspace linspace logspace sparsemax",
        "axis1": "diagonal trace",
        "axis2": "diagonal trace",
        "destination": "moveaxis",
        "fft_length": "stft",
        "indices_or_sections": "array_split",
        "kernel_size": "fold unfold",
        "n": "diff",
        "output_size": "fold",
        "pad_width": "pad",
        "sequence_stride": "stft",
        "size": "image.extract_patches",
        "source": "moveaxis",
        "stride": "unfold",
    },
    ("symbolic", "none", "word", "fraction"): {
        "axis": "glu",
        "size": "image.resize",
    },
    ("symbolic", "none", "no such word"): {
        "mode": "qr",
        "padding": "unfold",
    },
    ("symbolic", "word"): {
        "axis": "batch_normalization log_softmax multi_hot one_hot softmax sort unstack",
        "dilation_rate": "conv image.extract_patches",
        "strides": "conv image.extract_patches",
    },
    ("symbolic", "word", "list", "float"): {
        "N": "vander",
        "axis": "nanargmax nanargmin",
        "num": "geomspace linspace logspace",
    },
    ("symbolic", "word", "number"): {
        "axes": "transpose",
    },
    ("symbolic", "word", "float"): {
        "axis": (
            "average count_nonzero flip logsumexp max median nanmean nanmedian nanpercentile "
            "nanquantile nanstd nanvar norm percentile quantile repeat squeeze trapezoid unique"
        ),
        "dilation": "unfold",
        "dilation_rate": "depthwise_conv",
    },
    ("symbolic", "no such word"): {
        "data_format": (
            "conv depthwise_conv space_to_depth image.extract_patches image.hsv_to_rgb "
            "image.resize image.rgb_to_grayscale image.rgb_to_hsv image.sobel_edges"
        ),
        "dtype": (
            "array cast convert_to_tensor cumprod cumsum empty_like full_like geomspace linspace "
            "logspace multi_hot nancumprod nancumsum one_hot ones_like prod saturate_cast view "
            "zeros_like"
        ),
        "indexing": "meshgrid",
    },
    ("none", "word"): {
        "indices_or_sections": "dsplit hsplit",
        "values": "searchsorted",
        "x1": (
            "add append divide dot floor_divide fmax fmin fmod heaviside hypot logaddexp2 "
            "maximum minimum mod multiply nextafter outer power subtract true_divide"
        ),
        "x2": (
            "add append divide dot floor_divide fmin heaviside hypot logaddexp logaddexp2 "
            "maximum minimum mod multiply nextafter outer power subtract true_divide"
        ),
    },
    ("none", "word", "list", "float"): {
        "num_classes": "multi_hot",
    },
    ("none", "word", "number"): {
        "coordinates": "image.map_coordinates",
        "inputs": "depthwise_conv image.map_coordinates",
        "kernel": "conv depthwise_conv",
        "output": "binary_crossentropy categorical_crossentropy",
        "shape": "slice",
        "sorted_sequence": "searchsorted",
        "target": "binary_crossentropy categorical_crossentropy",
        "x": "cdist",
        "x1": "psnr",
        "x2": "psnr",
        "y": "cdist",
    },
    ("none", "word", "float"): {
        "axis1": "swapaxes",
        "axis2": "swapaxes",
    },
    ("none", "float"): {
        "repeats": "repeat",
    },
    ("word",): {
        "axis": "argsort",
        "start_indices": "slice",
        "weights": "average",
    },
    ("word", "list", "float"): {
        "fft_length": "irfft rfft",
        "k": "top_k",
        "num_classes": "one_hot",
        "size": "unique",
    },
    ("word", "float"): {
        "axes": "moments",
        "axis": (
            "all amax amin any argmax argmin concatenate cumprod cumsum mean min nanmax nanmin "
            "nanprod nansum normalize prod ptp roll std sum take var"
        ),
        "sequence_length": "extract_sequences",
    },
    ("word", "fraction"): {
        "axis": "append",
    },
}

# Beside a symbolic tensor only: some backend takes them.
# "alone": None where the only tensor should be; "tensors": a list of tensors where one should be.
OF_SYMBOLIC: Table = {
    ("alone",): {
        "condition": "where",
        "indices": "unravel_index",
        "x": "one_hot",
    },
    ("alone", "tensors"): {
        "a": "diff",
        "abs_": "polar",
        "array": "rot90",
        "images": (
            "image.elastic_transform image.extract_patches image.gaussian_blur image.hsv_to_rgb "
            "image.resize image.rgb_to_grayscale image.rgb_to_hsv image.sobel_edges"
        ),
        "inputs": "average_pool max_pool multi_hot slice",
        "volumes": "image.extract_patches_3d",
        "x": (
            "abs absolute all amax amin angle any arccos arccosh arcsin arcsinh arctan arctanh "
            "argmax argmin argpartition argsort array array_split average bincount "
            "bitwise_invert bitwise_not broadcast_to cast cbrt ceil celu cholesky "
            "cholesky_inverse conj conjugate convert_to_tensor copy corrcoef cos cosh "
            "count_nonzero cumprod cumsum deg2rad det diag diagflat diagonal dsplit eig eigh elu "
            "empty_like erf erfc erfinv exp exp2 expand_dims expm1 extract_sequences fabs flip "
            "fliplr flipud floor full_like gelu get_item glu hard_shrink hard_sigmoid hard_silu "
            "hard_swish hard_tanh histogram hsplit i0 imag inv isfinite isinf isnan isneginf "
            "isposinf isreal layer_normalization leaky_relu log log10 log1p log2 log_sigmoid "
            "log_softmax logdet logical_not logsumexp lu_factor matrix_rank max mean median min "
            "moments moveaxis nan_to_num nanargmax nanargmin nancumprod nancumsum nanmax nanmean "
            "nanmedian nanmin nanpercentile nanprod nanquantile nanstd nansum nanvar negative "
            "nonzero norm normalize ones_like pad percentile pinv prod ptp qr quantile "
            "rad2deg ravel real reciprocal relu relu6 repeat reshape rfft rms_normalization roll "
            "round rsqrt selu shape sigmoid sign signbit silu sin sinc sinh slogdet soft_shrink "
            "softmax softplus softsign sort space_to_depth sparse_plus sparse_sigmoid sparsemax "
            "split sqrt square squeeze std stft sum svd swapaxes swish tan tanh tanh_shrink tile "
            "top_k trace transpose tril triu trunc unfold unique unstack vander var view "
            "view_as_complex view_as_real vsplit zeros_like"
        ),
    },
    ("tensors",): {
        "a": "lstsq solve solve_triangular",
        "b": "lstsq solve solve_triangular",
        "bins": "digitize",
        "coordinates": "image.map_coordinates",
        "data": "segment_max segment_min segment_prod segment_sum",
        "depthwise_kernel": "separable_conv",
        "image1": "image.ssim",
        "image2": "image.ssim",
        "images": "image.affine_transform image.pad_images image.scale_and_translate",
        "indices": "take take_along_axis",
        "inputs": (
            "adaptive_average_pool adaptive_max_pool conv conv_transpose ctc_decode "
            "depthwise_conv image.map_coordinates scatter_update separable_conv slice_update"
        ),
        "kernel": "conv conv_transpose depthwise_conv",
        "key": "dot_product_attention",
        "output": (
            "binary_crossentropy categorical_crossentropy ctc_loss sparse_categorical_crossentropy"
        ),
        "output_length": "ctc_loss",
        "query": "dot_product_attention",
        "segment_ids": "segment_max segment_min segment_prod segment_sum",
        "sorted_sequence": "searchsorted",
        "start": "geomspace linspace logspace",
        "target": (
            "binary_crossentropy categorical_crossentropy ctc_loss sparse_categorical_crossentropy"
        ),
        "target_length": "ctc_loss",
        "transform": "image.affine_transform",
        "value": "dot_product_attention",
        "values": "scatter searchsorted",
        "x": (
            "batch_normalization bitwise_and bitwise_left_shift bitwise_or bitwise_right_shift "
            "bitwise_xor cdist clip depth_to_space digitize fold left_shift right_shift "
            "squareplus take take_along_axis threshold"
        ),
        "x1": (
            "add append cross divide divide_no_nan dot floor_divide fmax fmin fmod gcd heaviside "
            "hypot inner isin kron lcm ldexp logaddexp logaddexp2 matmul maximum minimum mod "
            "multiply nextafter outer power psnr subtract tensordot true_divide vdot"
        ),
        "x2": (
            "add append cross divide divide_no_nan dot floor_divide fmax fmin fmod gcd heaviside "
            "hypot inner kron lcm ldexp logaddexp logaddexp2 matmul maximum minimum mod multiply "
            "nextafter outer power psnr subtract tensordot true_divide vdot"
        ),
        "y": (
            "bitwise_and bitwise_left_shift bitwise_or bitwise_right_shift bitwise_xor cdist "
            "left_shift right_shift trapezoid"
        ),
    },
    ("symbolic",): {
        "axes": "moments",
        "axis": (
            "all amax amin any append argmax argmin cumprod cumsum mean min nanmax nanmin "
            "nanprod nansum normalize prod ptp roll stack std sum take var"
        ),
        "axis1": "swapaxes",
        "axis2": "swapaxes",
        "fft_length": "irfft istft rfft",
        "k": "top_k",
        "num_classes": "multi_hot one_hot",
        "pool_size": "average_pool max_pool",
        "repeats": "repeat",
        "sequence_length": "extract_sequences",
        "sequence_stride": "istft",
        "shape": "slice",
        "size": "unique",
        "strides": "average_pool max_pool",
    },
    ("symbolic", "none"): {
        "axis": "concatenate",
        "axisa": "cross",
        "axisb": "cross",
        "axisc": "cross",
    },
    ("symbolic", "none", "word"): {
        "strides": "separable_conv",
    },
    ("symbolic", "none", "word", "list", "float"): {
        "axes": "tensordot",
    },
    ("symbolic", "none", "word", "number"): {
        "output_shape": "image.scale_and_translate",
        "shape": "broadcast_to scatter",
    },
    ("symbolic", "none", "word", "float"): {
        "axis": "split",
        "block_size": "depth_to_space",
        "dilation_rate": "separable_conv image.extract_patches_3d",
        "key": "get_item",
        "size": "image.extract_patches_3d",
    },
    ("symbolic", "none", "word", "fraction"): {
        "shape": "unravel_index",
    },
    ("symbolic", "none", "no such word"): {
        "padding": "average_pool max_pool separable_conv image.extract_patches_3d",
    },
    ("symbolic", "word"): {
        "axis": "take_along_axis",
        "strides": "image.extract_patches_3d",
        "weights": "bincount",
    },
    ("symbolic", "word", "list", "float"): {
        "num_segments": "segment_max segment_min segment_prod segment_sum",
    },
    ("symbolic", "word", "fraction"): {
        "axis": "cross",
    },
    ("symbolic", "float"): {
        "indices_or_sections": "dsplit",
    },
    ("symbolic", "fraction"): {
        "indices_or_sections": "hsplit",
    },
    ("symbolic", "no such word"): {
        "data_format": (
            "average_pool depth_to_space max_pool separable_conv image.affine_transform "
            "image.elastic_transform image.extract_patches_3d image.ssim"
        ),
        "reduction": "scatter_update",
    },
    ("none",): {
        "dilation": "unfold",
        "dilation_rate": "depthwise_conv",
        "indices": "take_along_axis",
        "inputs": "conv",
        "padding": "conv_transpose",
        "strides": "conv",
        "x": "take_along_axis",
    },
    ("none", "word"): {
        "inputs": "separable_conv",
    },
    ("none", "word", "list"): {
        "x1": "divide_no_nan gcd inner kron lcm ldexp logaddexp matmul tensordot vdot",
        "x2": "divide_no_nan fmax fmod gcd inner kron lcm ldexp matmul tensordot vdot",
    },
    ("none", "word", "list", "number"): {
        "a": "lstsq solve solve_triangular",
        "b": "lstsq solve solve_triangular",
        "data": "segment_max segment_min segment_prod segment_sum",
        "depthwise_kernel": "separable_conv",
        "image1": "image.ssim",
        "image2": "image.ssim",
        "images": "image.affine_transform image.scale_and_translate",
        "inputs": "conv_transpose ctc_decode scatter_update slice_update",
        "kernel": "conv_transpose",
        "key": "dot_product_attention",
        "output": "ctc_loss sparse_categorical_crossentropy",
        "output_length": "ctc_loss",
        "pointwise_kernel": "separable_conv",
        "query": "dot_product_attention",
        "segment_ids": "segment_max segment_min segment_prod segment_sum",
        "target": "ctc_loss sparse_categorical_crossentropy",
        "target_length": "ctc_loss",
        "transform": "image.affine_transform",
        "value": "dot_product_attention",
        "values": "scatter",
        "x": (
            "bitwise_and bitwise_left_shift bitwise_or bitwise_right_shift bitwise_xor clip "
            "left_shift right_shift squareplus take threshold"
        ),
        "x1": "cross isin",
        "x2": "cross",
        "y": "bitwise_and bitwise_or bitwise_xor",
    },
    ("none", "word", "list", "float"): {
        "bins": "histogram",
        "y": "bitwise_left_shift bitwise_right_shift left_shift right_shift",
    },
    ("none", "word", "number"): {
        "y": "trapezoid",
    },
    ("none", "word", "fraction"): {
        "axis": "sparse_categorical_crossentropy",
        "kth": "argpartition",
    },
    ("none", "float"): {
        "axis": "multi_hot one_hot unstack",
        "dilation_rate": "conv image.extract_patches",
    },
    ("word",): {
        "x2": "where",
    },
    ("word", "list"): {
        "bottom_padding": "image.pad_images",
        "left_padding": "image.pad_images",
        "right_padding": "image.pad_images",
        "target_width": "image.pad_images",
        "top_padding": "image.pad_images",
        "x1": "where",
    },
    ("word", "list", "float"): {
        "num": "unstack",
        "target_height": "image.pad_images",
    },
    ("list",): {
        "axis": "average",
        "coordinates": "image.map_coordinates",
        "inputs": "depthwise_conv image.map_coordinates",
        "kernel": "conv depthwise_conv",
        "output": "binary_crossentropy categorical_crossentropy",
        "sorted_sequence": "searchsorted",
        "target": "binary_crossentropy categorical_crossentropy",
        "x": "cdist",
        "x1": (
            "add divide dot floor_divide fmax fmin fmod logaddexp2 maximum minimum mod multiply "
            "nextafter outer power psnr subtract true_divide"
        ),
        "x2": (
            "add divide dot floor_divide fmin logaddexp logaddexp2 maximum minimum mod multiply "
            "nextafter outer power psnr subtract true_divide"
        ),
        "y": "cdist",
    },
    ("list", "number"): {
        "output_size": "adaptive_average_pool adaptive_max_pool",
        "values": "searchsorted",
        "weights": "average",
        "x1": "append heaviside hypot",
        "x2": "append heaviside hypot",
    },
    ("float",): {
        "axis": "argsort log_softmax softmax sort",
        "block_size": "space_to_depth",
        "indices_or_sections": "split vsplit",
        "repeats": "tile",
    },
    ("no such word",): {
        "data_format": "conv_transpose image.gaussian_blur image.pad_images",
    },
}
