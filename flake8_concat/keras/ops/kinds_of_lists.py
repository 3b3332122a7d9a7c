"""Rows as in kinds_table.py: a list of numbers, or a pair with a None, where neither belongs."""

from __future__ import annotations

from flake8_concat.keras.ops.kinds_table import Table

# Beside a symbolic tensor.
LISTS_OF_SYMBOLIC: Table = {
    ("list", "holed"): {
        "N": "vander",
        "attn_logits_soft_cap": "dot_product_attention",
        "axis1": "diagonal swapaxes trace",
        "axis2": "diagonal swapaxes trace",
        "axisa": "cross",
        "axisb": "cross",
        "axisc": "cross",
        "block_size": "depth_to_space space_to_depth",
        "bottom_padding": "image.pad_images",
        "coordinates": "image.map_coordinates",
        "data": "segment_max segment_min segment_prod segment_sum",
        "data_format": (
            "average_pool conv conv_transpose depth_to_space depthwise_conv "
            "image.affine_transform image.elastic_transform image.extract_patches "
            "image.extract_patches_3d image.gaussian_blur image.hsv_to_rgb image.pad_images "
            "image.resize image.rgb_to_grayscale image.rgb_to_hsv image.sobel_edges image.ssim "
            "max_pool separable_conv space_to_depth"
        ),
        "depthwise_kernel": "separable_conv",
        "dtype": (
            "array cast convert_to_tensor cumprod cumsum empty_like full_like geomspace linspace "
            "logspace multi_hot nancumprod nancumsum one_hot ones_like prod saturate_cast view "
            "zeros_like"
        ),
        "fft_length": "irfft istft rfft stft",
        "image1": "image.ssim",
        "image2": "image.ssim",
        "images": "image.affine_transform image.scale_and_translate",
        "increasing": "vander",
        "indexing": "meshgrid",
        "inputs": (
            "conv conv_transpose ctc_decode depthwise_conv image.map_coordinates scatter_update "
            "separable_conv slice_update"
        ),
        "k": "diag top_k",
        "kernel": "conv conv_transpose depthwise_conv",
        "key": "dot_product_attention",
        "kth": "argpartition",
        "left_padding": "image.pad_images",
        "length": "istft",
        "mean": "batch_normalization",
        "mode": "qr",
        "n": "diff",
        "num": "geomspace linspace logspace unstack",
        "num_classes": "multi_hot one_hot",
        "num_segments": "segment_max segment_min segment_prod segment_sum",
        "offset": "batch_normalization",
        "output": (
            "binary_crossentropy categorical_crossentropy ctc_loss sparse_categorical_crossentropy"
        ),
        "output_length": "ctc_loss",
        "padding": (
            "average_pool conv conv_transpose depthwise_conv image.extract_patches "
            "image.extract_patches_3d max_pool separable_conv"
        ),
        "pointwise_kernel": "separable_conv",
        "query": "dot_product_attention",
        "reduction": "scatter_update",
        "retstep": "linspace",
        "right_padding": "image.pad_images",
        "segment_ids": "segment_max segment_min segment_prod segment_sum",
        "sequence_length": "extract_sequences",
        "sequence_stride": "extract_sequences istft stft",
        "sorted_sequence": "searchsorted",
        "target": (
            "binary_crossentropy categorical_crossentropy ctc_loss sparse_categorical_crossentropy"
        ),
        "target_height": "image.pad_images",
        "target_length": "ctc_loss",
        "target_width": "image.pad_images",
        "top_padding": "image.pad_images",
        "transform": "image.affine_transform",
        "value": "dot_product_attention",
        "variance": "batch_normalization",
        "x": (
            "bitwise_and bitwise_left_shift bitwise_or bitwise_right_shift bitwise_xor cdist clip "
            "digitize left_shift right_shift squareplus take take_along_axis threshold"
        ),
    },
    ("holed",): {
        "axes": "moments rot90 tensordot transpose",
        "axis": (
            "all amax amin any append argmax argmin argsort array_split average "
            "batch_normalization concatenate count_nonzero cross cumprod cumsum diff expand_dims "
            "flip geomspace glu linspace log_softmax logspace logsumexp max mean median min "
            "multi_hot nanargmax nanargmin nanmax nanmean nanmedian nanmin nanpercentile nanprod "
            "nanquantile nanstd nansum nanvar norm normalize one_hot percentile prod ptp quantile "
            "repeat roll softmax sort sparse_categorical_crossentropy sparsemax split squeeze "
            "stack std sum take take_along_axis trapezoid unique unstack var"
        ),
        "destination": "moveaxis",
        "dilation": "unfold",
        "dilation_rate": "conv image.extract_patches image.extract_patches_3d separable_conv",
        "kernel_size": "fold unfold",
        "pad_width": "pad",
        "padding": "unfold",
        "pool_size": "average_pool max_pool",
        "repeats": "repeat tile",
        "shape": "broadcast_to",
        "size": "image.extract_patches image.extract_patches_3d image.resize unique",
        "source": "moveaxis",
        "stride": "unfold",
        "strides": (
            "average_pool conv depthwise_conv image.extract_patches image.extract_patches_3d "
            "max_pool separable_conv"
        ),
    },
}
# In the bodies of layers, and of arrays.
LISTS_OF_VALUES: Table = {
    ("list", "holed"): {
        "M": "eye tri",
        "N": "eye tri vander",
        "attn_logits_soft_cap": "dot_product_attention",
        "axis1": "diagonal swapaxes trace",
        "axis2": "diagonal swapaxes trace",
        "axisa": "cross",
        "axisb": "cross",
        "axisc": "cross",
        "block_size": "depth_to_space space_to_depth",
        "bottom_cropping": "image.crop_images",
        "bottom_padding": "image.pad_images",
        "coordinates": "image.map_coordinates",
        "data": "segment_max segment_min segment_prod segment_sum",
        "data_format": (
            "adaptive_average_pool adaptive_max_pool average_pool conv conv_transpose "
            "depth_to_space depthwise_conv image.affine_transform image.crop_images "
            "image.elastic_transform image.extract_patches image.extract_patches_3d "
            "image.hsv_to_rgb image.pad_images image.resize image.rgb_to_grayscale "
            "image.rgb_to_hsv image.sobel_edges image.ssim max_pool separable_conv space_to_depth"
        ),
        "decimals": "round",
        "depthwise_kernel": "separable_conv",
        "dtype": (
            "arange array cast convert_to_tensor cumprod cumsum empty empty_like eye full "
            "full_like geomspace identity linspace logspace multi_hot nancumprod nancumsum "
            "one_hot ones ones_like prod saturate_cast tri view zeros zeros_like"
        ),
        "epsilon": "normalize",
        "fft_length": "irfft istft rfft stft",
        "fill_mode": (
            "image.affine_transform image.elastic_transform image.map_coordinates image.resize"
        ),
        "filter_sigma": "image.ssim",
        "filter_size": "image.ssim",
        "image1": "image.ssim",
        "image2": "image.ssim",
        "images": (
            "image.affine_transform image.crop_images image.elastic_transform "
            "image.extract_patches image.gaussian_blur image.hsv_to_rgb image.pad_images "
            "image.resize image.rgb_to_grayscale image.rgb_to_hsv image.scale_and_translate "
            "image.sobel_edges"
        ),
        "increasing": "vander",
        "indexing": "meshgrid",
        "inputs": (
            "adaptive_average_pool adaptive_max_pool average_pool conv conv_transpose ctc_decode "
            "depthwise_conv image.map_coordinates max_pool scatter_update separable_conv slice"
        ),
        "interpolation": "image.affine_transform image.elastic_transform image.resize",
        "k": "eye rot90 top_k tri tril triu",
        "k1": "image.ssim",
        "k2": "image.ssim",
        "kernel": "conv conv_transpose depthwise_conv",
        "key": "dot_product_attention",
        "kth": "argpartition",
        "left_cropping": "image.crop_images",
        "left_padding": "image.pad_images",
        "length": "istft",
        "mask": "dot_product_attention",
        "mask_index": "ctc_decode ctc_loss",
        "mean": "batch_normalization",
        "method": "image.scale_and_translate nanpercentile nanquantile percentile quantile",
        "minlength": "bincount",
        "mode": "pad qr",
        "n": "diff identity",
        "negative_slope": "leaky_relu",
        "num": "geomspace linspace logspace",
        "num_classes": "multi_hot one_hot",
        "num_segments": "segment_max segment_min segment_prod segment_sum",
        "offset": "trace",
        "order": "image.map_coordinates normalize",
        "output": (
            "binary_crossentropy categorical_crossentropy ctc_loss sparse_categorical_crossentropy"
        ),
        "padding": (
            "average_pool conv conv_transpose depthwise_conv image.extract_patches "
            "image.extract_patches_3d max_pool separable_conv"
        ),
        "pointwise_kernel": "separable_conv",
        "query": "dot_product_attention",
        "rcond": "lstsq",
        "reduction": "scatter_update",
        "right_cropping": "image.crop_images",
        "right_padding": "image.pad_images",
        "seed": "image.elastic_transform",
        "segment_ids": "segment_max segment_min segment_prod segment_sum",
        "sequence_length": "extract_sequences istft stft",
        "sequence_stride": "extract_sequences istft stft",
        "side": "searchsorted",
        "sorted": "segment_max segment_min segment_prod segment_sum",
        "step": "arange",
        "strategy": "ctc_decode",
        "target": "binary_crossentropy categorical_crossentropy ctc_loss",
        "target_height": "image.crop_images image.pad_images",
        "target_width": "image.crop_images image.pad_images",
        "top_cropping": "image.crop_images",
        "top_padding": "image.pad_images",
        "transform": "image.affine_transform",
        "value": "dot_product_attention",
        "variance": "batch_normalization",
        "volumes": "image.extract_patches_3d",
        "window": "istft",
        "x": (
            "batch_normalization cdist cholesky cholesky_inverse depth_to_space det diagonal "
            "dsplit eig eigh fliplr fold glu inv irfft istft layer_normalization logdet "
            "lu_factor matrix_rank moments moveaxis pinv qr reshape rms_normalization "
            "saturate_cast slogdet softmax space_to_depth stft svd take_along_axis trace "
            "unfold vander"
        ),
    },
    ("list",): {
        "compute_uv": "svd",
        "full_matrices": "svd",
        "lower": "solve_triangular",
    },
    ("holed",): {
        "axes": "moments rot90 tensordot transpose",
        "axis": (
            "all amax amin any append argmax argmin argpartition argsort array_split average "
            "batch_normalization categorical_crossentropy concatenate count_nonzero cross cumprod "
            "cumsum diff expand_dims flip geomspace glu layer_normalization linspace log_softmax "
            "logspace logsumexp max mean median min multi_hot nanargmax nanargmin nancumprod "
            "nancumsum nanmax nanmean nanmedian nanmin nanpercentile nanprod nanquantile nanstd "
            "nansum nanvar norm normalize one_hot percentile prod ptp quantile repeat "
            "rms_normalization roll softmax sort sparse_categorical_crossentropy sparsemax split "
            "squeeze stack std sum take take_along_axis trapezoid unique unstack var"
        ),
        "destination": "moveaxis",
        "dilation": "fold unfold",
        "dilation_rate": (
            "conv conv_transpose depthwise_conv image.extract_patches image.extract_patches_3d "
            "separable_conv"
        ),
        "epsilon": "batch_normalization layer_normalization rms_normalization",
        "inputs": "multi_hot slice_update",
        "k": "diag diagflat",
        "kernel_size": "fold image.gaussian_blur unfold",
        "newshape": "reshape",
        "offset": "batch_normalization diagonal",
        "output_length": "ctc_loss",
        "output_size": "adaptive_average_pool adaptive_max_pool fold",
        "pad_width": "pad",
        "padding": "fold unfold",
        "pool_size": "average_pool max_pool",
        "rcond": "pinv",
        "repeats": "repeat tile",
        "sequence_lengths": "ctc_decode",
        "shape": "broadcast_to empty full ones scatter slice unravel_index zeros",
        "size": "image.extract_patches image.extract_patches_3d image.resize unique",
        "sorted_sequence": "searchsorted",
        "source": "moveaxis",
        "stride": "fold unfold",
        "strides": (
            "average_pool conv conv_transpose depthwise_conv image.extract_patches "
            "image.extract_patches_3d max_pool separable_conv"
        ),
        "target": "sparse_categorical_crossentropy",
        "target_length": "ctc_loss",
        "window": "stft",
        "x": (
            "abs absolute all amax amin angle any arccos arccosh arcsin arcsinh arctan arctanh "
            "argmax argmin argpartition argsort array array_split average bincount bitwise_invert "
            "bitwise_not broadcast_to cast cbrt ceil celu clip conj conjugate convert_to_tensor "
            "copy corrcoef cos cosh count_nonzero cumprod cumsum deg2rad diag diagflat digitize "
            "elu empty_like erf erfc erfinv exp exp2 expand_dims expm1 extract_sequences fabs "
            "flip flipud floor full_like gelu hard_shrink hard_sigmoid hard_silu hard_swish "
            "hard_tanh histogram hsplit i0 imag isfinite isinf isnan isneginf isposinf isreal "
            "leaky_relu log log10 log1p log2 log_sigmoid log_softmax logical_not logsumexp max "
            "mean median min nan_to_num nanargmax nanargmin nancumprod nancumsum nanmax nanmean "
            "nanmedian nanmin nanpercentile nanprod nanquantile nanstd nansum nanvar negative "
            "nonzero norm normalize one_hot ones_like pad percentile prod ptp quantile rad2deg "
            "ravel real reciprocal relu relu6 repeat rfft roll round rsqrt selu shape sigmoid "
            "sign signbit silu sin sinc sinh soft_shrink softplus softsign sort sparse_plus "
            "sparse_sigmoid sparsemax split sqrt square squareplus squeeze stack std sum swapaxes "
            "swish take tan tanh tanh_shrink threshold tile top_k transpose trapezoid trunc "
            "unique unstack var view view_as_complex view_as_real vsplit zeros_like"
        ),
    },
}
