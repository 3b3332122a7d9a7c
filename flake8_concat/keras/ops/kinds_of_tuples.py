"""Rows as in kinds_table.py: lists and tuples that hold what no number of an axis or a size is.

"holed" has a None in it, "fractions" a float, "worded" a word; "twice" names an axis twice;
"nested" is a list of lists of tensors. tests/oracle/test_wrong_tuples.py asks Keras.
"""

from __future__ import annotations

from flake8_concat.keras.ops.kinds_table import Table

REDUCED = (
    "all amax amin any count_nonzero expand_dims flip log_softmax logsumexp max mean min nanmax "
    "nanmin nanmean nanprod nanstd nansum nanvar norm normalize prod ptp roll softmax std sum var"
)
BY_FLOATS = (
    "all amax amin any average expand_dims flip layer_normalization log_softmax logsumexp max mean "
    "min normalize prod ptp rms_normalization roll softmax std sum var"
)
RANDOM = (
    "random.beta random.binomial random.gamma random.normal random.randint "
    "random.truncated_normal random.uniform"
)
TUPLES_OF_SYMBOLIC: Table = {
    ("holed", "fractions", "worded"): {
        "axes": "moments rot90 transpose",
        "axis": f"{REDUCED} argmax argmin median nanmedian",
        "kernel_size": "unfold",
        "repeats": "tile",
        "size": "image.extract_patches image.extract_patches_3d image.resize",
    },
    ("holed", "worded"): {
        "pool_size": "average_pool max_pool",
    },
    ("fractions", "worded"): {
        "output_size": "adaptive_average_pool adaptive_max_pool",
        "shape": "broadcast_to",
    },
    ("nested",): {
        "x": "stack",
        "xs": "concatenate dstack hstack vstack",
    },
}
TUPLES_IN_LAYERS: Table = {
    ("holed", "fractions", "worded"): {
        "axes": "moments transpose",
        "kernel_size": "unfold",
        "newshape": "reshape",
        "size": "image.extract_patches image.resize",
    },
    ("holed", "worded"): {
        "axis": f"{REDUCED} average layer_normalization median rms_normalization",
        "kernel_size": "image.gaussian_blur",
        "output_size": "adaptive_average_pool adaptive_max_pool",
        "repeats": "tile",
        "shift": "roll",
    },
    ("fractions",): {
        "axis": BY_FLOATS,
        "shape": f"broadcast_to full {RANDOM}",
    },
    ("worded",): {
        "shape": f"broadcast_to empty full ones unravel_index zeros {RANDOM}",
    },
}
TUPLES_OF_ARRAYS: Table = {
    ("holed", "worded"): {
        "axes": "moments rot90 transpose",
        "axis": f"{REDUCED} average layer_normalization median nanmedian rms_normalization",
        "kernel_size": "unfold image.gaussian_blur",
        "newshape": "reshape",
        "output_size": "adaptive_average_pool adaptive_max_pool",
        "repeats": "tile",
        "shape": f"broadcast_to empty full ones unravel_index zeros {RANDOM}",
        "shift": "roll",
        "size": "image.extract_patches image.resize",
    },
    ("fractions",): {
        "axes": "moments transpose",
        "axis": BY_FLOATS,
        "kernel_size": "unfold",
        "newshape": "reshape",
        "shape": f"broadcast_to empty full ones zeros {RANDOM}",
        "size": "image.extract_patches image.resize",
    },
    ("twice",): {
        "axis": (
            "all amax amin any average count_nonzero flip layer_normalization log_softmax "
            "logsumexp max mean median min nanmax nanmean nanmedian nanmin nanprod nanstd nansum "
            "nanvar norm normalize prod ptp rms_normalization softmax std sum var"
        ),
    },
    ("word",): {
        "shape": RANDOM,
    },
    ("number", "list"): {
        "dtype": "random.beta random.binomial random.gamma random.randint random.uniform",
    },
    ("list",): {
        "dtype": "random.normal random.truncated_normal",
    },
}
