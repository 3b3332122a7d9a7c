"""Rows as in kinds_table.py: an array of one axis where a number, an axis or a word stands.

Most are a second operand in the place of an axis: `ops.max(a, b)`, `ops.concatenate(a, b)`.
"row" is one of several numbers, "floats in a row" one of fractions: some take whole
numbers for axes on TensorFlow. tests/oracle/test_wrong_kinds.py asks Keras.
"""

from __future__ import annotations

from flake8_concat.keras.ops.kinds_table import Table

# Beside a symbolic tensor, in the bodies of layers, and alone.
ROWS_EVERYWHERE: Table = {
    ("row", "floats in a row"): {
        "M": "eye tri",
        "N": "eye tri vander",
        "axes": "rot90",
        "axis": (
            "append argsort array_split batch_normalization concatenate cross diff geomspace "
            "glu linspace log_softmax logspace multi_hot nanargmax nanargmin one_hot repeat "
            "sort sparse_categorical_crossentropy sparsemax split stack take take_along_axis "
            "trapezoid unique unstack"
        ),
        "axis1": "diagonal swapaxes trace",
        "axis2": "diagonal swapaxes trace",
        "block_size": "depth_to_space space_to_depth",
        "data_format": (
            "average_pool conv conv_transpose depth_to_space depthwise_conv "
            "image.affine_transform image.crop_images image.elastic_transform "
            "image.extract_patches image.extract_patches_3d image.hsv_to_rgb image.pad_images "
            "image.resize image.rgb_to_grayscale image.rgb_to_hsv image.sobel_edges "
            "image.ssim max_pool separable_conv space_to_depth"
        ),
        "dtype": (
            "arange array cast convert_to_tensor cumprod cumsum empty empty_like eye full "
            "full_like geomspace identity linspace logspace multi_hot nancumprod nancumsum "
            "one_hot ones ones_like prod saturate_cast tri view zeros zeros_like"
        ),
        "indices_or_sections": "array_split",
        "k": "diag eye top_k tri",
        "keepdims": (
            "all amax amin any argmax argmin logsumexp max mean median min moments nanargmax "
            "nanargmin nanmax nanmean nanmedian nanmin nanpercentile nanprod nanquantile "
            "nanstd nansum nanvar norm percentile prod ptp quantile std sum var"
        ),
        "mode": "qr",
        "n": "diff identity",
        "num": "geomspace linspace logspace",
        "num_classes": "multi_hot one_hot",
        "padding": (
            "average_pool conv conv_transpose depthwise_conv image.extract_patches "
            "image.extract_patches_3d max_pool separable_conv"
        ),
    },
    ("floats in a row",): {
        "axes": "moments transpose",
        "axis": (
            "all amax amin any argmax argmin average count_nonzero cumprod cumsum expand_dims "
            "flip logsumexp max mean median min nanmax nanmean nanmedian nanmin nanpercentile "
            "nanprod nanquantile nanstd nansum nanvar norm normalize percentile prod ptp "
            "quantile roll softmax squeeze std sum var"
        ),
        "shape": "empty full ones zeros",
    },
}
