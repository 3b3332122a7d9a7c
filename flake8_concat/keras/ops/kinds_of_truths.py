"""Rows as in kinds_table.py: True or False where a word, a size or an axis belongs."""

from __future__ import annotations

from flake8_concat.keras.ops.kinds_table import Table

# Beside a symbolic tensor.
TRUTHS_OF_SYMBOLIC: Table = {
    ("true",): {
        "axes": "rot90 transpose",
        "axis": "append sparse_categorical_crossentropy take_along_axis",
        "axisa": "cross",
        "axisb": "cross",
        "bins": "digitize",
        "block_size": "depth_to_space space_to_depth",
        "choicelist": "select",
        "condlist": "select",
        "data_format": (
            "average_pool conv conv_transpose depth_to_space depthwise_conv "
            "image.affine_transform image.elastic_transform image.extract_patches "
            "image.extract_patches_3d image.gaussian_blur image.hsv_to_rgb image.pad_images "
            "image.resize image.rgb_to_grayscale image.rgb_to_hsv image.sobel_edges "
            "image.ssim max_pool separable_conv space_to_depth"
        ),
        "dtype": (
            "array cast convert_to_tensor cumprod cumsum empty_like full_like geomspace "
            "linspace logspace multi_hot nancumprod nancumsum one_hot ones_like prod "
            "saturate_cast view zeros_like"
        ),
        "indexing": "meshgrid",
        "mode": "qr",
        "output_shape": "image.scale_and_translate",
        "output_size": "adaptive_average_pool adaptive_max_pool",
        "padding": (
            "average_pool conv conv_transpose depthwise_conv image.extract_patches "
            "image.extract_patches_3d max_pool separable_conv"
        ),
        "reduction": "scatter_update",
        "shape": "broadcast_to scatter slice unravel_index",
        "size": "image.resize",
        "target_height": "image.pad_images",
        "target_width": "image.pad_images",
    },
}
# In the bodies of layers, and of arrays.
TRUTHS_OF_VALUES: Table = {
    ("true",): {
        "axes": "rot90 transpose",
        "bins": "digitize",
        "block_size": "depth_to_space space_to_depth",
        "choicelist": "select",
        "condlist": "select",
        "data_format": (
            "adaptive_average_pool adaptive_max_pool average_pool conv conv_transpose "
            "depth_to_space depthwise_conv image.affine_transform image.crop_images "
            "image.elastic_transform image.extract_patches image.extract_patches_3d "
            "image.hsv_to_rgb image.pad_images image.resize image.rgb_to_grayscale "
            "image.rgb_to_hsv image.sobel_edges image.ssim max_pool separable_conv "
            "space_to_depth"
        ),
        "dtype": (
            "arange array cast convert_to_tensor cumprod cumsum empty_like full full_like "
            "geomspace linspace logspace multi_hot nancumprod nancumsum one_hot ones_like "
            "prod saturate_cast view zeros_like"
        ),
        "fft_length": "istft stft",
        "fill_mode": (
            "image.affine_transform image.elastic_transform image.map_coordinates image.resize"
        ),
        "indexing": "meshgrid",
        "interpolation": "image.affine_transform image.elastic_transform image.resize",
        "kernel_size": "image.gaussian_blur",
        "method": "image.scale_and_translate nanpercentile nanquantile percentile quantile",
        "mode": "pad qr",
        "output_shape": "image.scale_and_translate",
        "output_size": "adaptive_average_pool adaptive_max_pool fold",
        "pad_width": "pad",
        "padding": (
            "average_pool conv conv_transpose depthwise_conv image.extract_patches "
            "image.extract_patches_3d max_pool separable_conv"
        ),
        "range": "histogram",
        "reduction": "scatter_update",
        "shape": "broadcast_to slice",
        "side": "searchsorted",
        "sigma": "image.gaussian_blur",
        "size": "image.resize",
        "spatial_dims": "image.scale_and_translate",
        "start_indices": "slice slice_update",
        "strategy": "ctc_decode",
        "target_height": "image.pad_images",
        "target_width": "image.pad_images",
        "window": "istft stft",
    },
}
