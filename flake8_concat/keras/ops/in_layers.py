"""Which functions refuse inside of a layer, too, what they refuse of symbolic tensors.

In the body of a layer Keras hands over tensors of the backend, and many functions look at those
otherwise: `argsort` of a number, `cumsum` on an axis that is not there. These don't, on any
backend (tests/oracle/test_refused_in_layers.py).
"""

from __future__ import annotations

# By name: the least rank of the inputs for which that holds.
REFUSED_IN_LAYERS = {
    **{
        f"keras.ops.{name}": 0
        for name in (
            *("all", "amax", "amin", "any", "array_split", "average", "cdist", "cholesky"),
            *("cholesky_inverse", "conv", "count_nonzero", "depthwise_conv"),
            *("det", "diagonal", "diff", "dsplit", "eig", "eigh", "expand_dims", "flip"),
            *("geomspace", "glu", "hsplit", "image.crop_images", "image.extract_patches"),
            *("image.extract_patches_3d", "image.map_coordinates", "image.pad_images"),
            *("image.perspective_transform", "image.resize", "image.sobel_edges", "image.ssim"),
            *("inv", "log_softmax", "logsumexp", "lstsq", "max", "mean", "median", "min"),
            *("moments", "moveaxis", "nanargmax", "nanargmin", "nanmax", "nanmean", "nanmedian"),
            *("nanmin", "nanpercentile", "nanprod", "nanquantile", "nanstd", "nansum", "nanvar"),
            *("norm", "normalize", "percentile", "prod", "psnr", "ptp", "quantile", "repeat"),
            *("rot90", "searchsorted", "separable_conv", "softmax", "solve", "solve_triangular"),
            *("sort", "sparsemax", "split", "squeeze", "stack", "std", "sum", "swapaxes", "take"),
            *("take_along_axis", "trace", "transpose", "unique", "unstack", "vander"),
            *("var", "where"),
        )
    },
    **{f"keras.activations.{name}": 0 for name in ("glu", "log_softmax", "softmax", "sparsemax")},
    "keras.ops.matmul": 2,
    "keras.random.categorical": 0,
}
