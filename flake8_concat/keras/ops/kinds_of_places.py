"""Rows as in kinds_table.py: an array of two axes or more where a number, an axis or a word stands.

Most are arguments in each other's places: `ops.cast("float32", x)`, `ops.transpose((0, 2, 1), x)`.
"""

from __future__ import annotations

from flake8_concat.keras.ops.kinds_table import Table

# Beside a symbolic tensor, in the bodies of layers, and alone.
ARRAYS_EVERYWHERE: Table = {
    ("array",): {
        "M": "eye tri",
        "N": "eye tri vander",
        "axes": "rot90 transpose",
        "axis": (
            "append argsort array_split batch_normalization concatenate cross diff expand_dims "
            "flip geomspace glu linspace log_softmax logspace multi_hot nanargmax nanargmin "
            "nanmax nanmean nanquantile nanvar norm one_hot prod quantile repeat softmax sort "
            "sparse_categorical_crossentropy sparsemax split squeeze stack take take_along_axis "
            "trapezoid unique unstack"
        ),
        "axis1": "diagonal swapaxes trace",
        "axis2": "diagonal swapaxes trace",
        "axisa": "cross",
        "axisb": "cross",
        "axisc": "cross",
        "bins": "histogram",
        "block_size": "depth_to_space space_to_depth",
        "bottom_padding": "image.pad_images",
        "compute_uv": "svd",
        "data_format": (
            "average_pool conv conv_transpose depth_to_space depthwise_conv "
            "image.affine_transform image.elastic_transform image.extract_patches "
            "image.extract_patches_3d image.hsv_to_rgb image.pad_images image.resize "
            "image.rgb_to_grayscale image.rgb_to_hsv image.sobel_edges image.ssim max_pool "
            "separable_conv space_to_depth"
        ),
        "destination": "moveaxis",
        "dilation_rate": "conv image.extract_patches separable_conv",
        "dtype": (
            "arange array cast convert_to_tensor cumprod cumsum empty empty_like eye full "
            "full_like geomspace identity linspace logspace multi_hot nancumprod nancumsum "
            "one_hot ones ones_like prod tri view zeros zeros_like"
        ),
        "fft_length": "irfft istft rfft stft",
        "full_matrices": "svd",
        "increasing": "vander",
        "indices_or_sections": "array_split",
        "k": "diag eye top_k tri",
        "keepdims": (
            "all amax amin any argmax argmin logsumexp max mean median min moments nanargmax "
            "nanargmin nanmax nanmean nanmedian nanmin nanpercentile nanprod nanquantile nanstd "
            "nansum nanvar norm percentile prod ptp quantile std sum var"
        ),
        "kernel_size": "fold",
        "kth": "argpartition",
        "left_padding": "image.pad_images",
        "mode": "qr",
        "n": "diff identity",
        "num_classes": "multi_hot one_hot",
        "num_segments": "segment_max segment_min segment_prod segment_sum",
        "output_size": "adaptive_average_pool adaptive_max_pool fold",
        "pad_to_aspect_ratio": "image.resize",
        "padding": (
            "average_pool conv conv_transpose depthwise_conv image.extract_patches "
            "image.extract_patches_3d max_pool separable_conv"
        ),
        "pool_size": "average_pool max_pool",
        "reduction": "scatter_update",
        "retstep": "linspace",
        "return_counts": "unique",
        "return_index": "unique",
        "return_inverse": "unique",
        "right_padding": "image.pad_images",
        "sequence_length": "extract_sequences",
        "sequence_stride": "extract_sequences istft stft",
        "shape": "slice",
        "size": "image.extract_patches image.resize unique",
        "source": "moveaxis",
        "sparse": "bincount multi_hot one_hot",
        "strides": (
            "average_pool conv depthwise_conv image.extract_patches max_pool separable_conv"
        ),
        "target_height": "image.pad_images",
        "target_width": "image.pad_images",
        "top_padding": "image.pad_images",
    },
}
# Alone, where no tensor is symbolic.
ARRAYS_ALONE: Table = {
    ("array",): {
        "antialias": "image.resize image.scale_and_translate",
        "approximate": "gelu",
        "assume_unique": "isin",
        "axes": "moments",
        "axis": (
            "all amax amin any argmax argmin argpartition average categorical_crossentropy "
            "count_nonzero cumprod cumsum layer_normalization logsumexp max mean median min "
            "nancumprod nancumsum nanmedian nanmin nanpercentile nanprod nanstd nansum normalize "
            "percentile ptp rms_normalization std sum var"
        ),
        "beam_width": "ctc_decode",
        "center": "stft",
        "crop_to_aspect_ratio": "image.resize",
        "data_format": "adaptive_average_pool adaptive_max_pool",
        "decimals": "round",
        "dilation_rate": "conv_transpose",
        "endpoint": "geomspace linspace logspace",
        "equal_nan": "isclose",
        "fill_mode": (
            "image.affine_transform image.elastic_transform image.map_coordinates image.resize"
        ),
        "filter_size": "image.ssim",
        "flash_attention": "dot_product_attention",
        "from_logits": (
            "binary_crossentropy categorical_crossentropy sparse_categorical_crossentropy"
        ),
        "interpolation": "image.affine_transform image.elastic_transform image.resize",
        "invert": "isin",
        "is_causal": "dot_product_attention",
        "k": "diagflat rot90 tril triu",
        "lower": "solve_triangular",
        "mask_index": "ctc_decode ctc_loss",
        "merge_repeated": "ctc_decode",
        "method": "image.scale_and_translate nanpercentile nanquantile percentile quantile",
        "minlength": "bincount",
        "mode": "pad",
        "newshape": "reshape",
        "offset": "diagonal trace",
        "padding": "fold",
        "sequence_length": "istft stft",
        "shape": "broadcast_to scatter",
        "side": "searchsorted",
        "sorted": "segment_max segment_min segment_prod segment_sum",
        "strategy": "ctc_decode",
        "stride": "fold",
        "strides": "conv_transpose image.extract_patches_3d",
        "synchronized": "moments",
        "top_paths": "ctc_decode",
        "upper": "cholesky cholesky_inverse",
        "window": "istft stft",
    },
}
