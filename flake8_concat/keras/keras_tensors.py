"""What a symbolic tensor of Keras 3 has, and which functions of numpy ask it for values.

A KerasTensor has a shape and a dtype; all that numpy or PyTorch would ask it for by a method is a
function of `keras.ops`. tests/oracle/test_keras_tensors.py asks Keras.
"""

from __future__ import annotations

ATTRIBUTES = frozenset(
    {
        *("dtype", "name", "ndim", "ragged", "ragged_rank", "record_history", "reshape"),
        *("row_splits_dtype", "shape", "sparse", "squeeze"),
    }
)
# What a tensor of Keras 2 had besides, one of the TensorFlow before it, or a ragged or sparse one.
OF_KERAS_2 = frozenset(
    {
        *("bounding_shape", "consumers", "dense_shape", "device", "eval", "experimental_ref"),
        *("flat_values", "get_shape", "graph", "indices", "is_tensor_like", "merge_dims"),
        *("nested_row_splits", "node", "nrows", "op", "ref", "row_lengths", "row_limits"),
        *("row_splits", "row_starts", "set_shape", "to_sparse", "to_tensor", "type_spec"),
        *("value_index", "value_rowids", "values", "with_row_splits_dtype", "with_values"),
    }
)
# Functions of numpy that make an array of each tensor they are given, alone or in a list.
OF_ARRAYS = frozenset(
    f"numpy.{name}"
    for name in (
        *("abs", "absolute", "add", "all", "amax", "amin", "any", "arccos", "arcsin", "arctan"),
        *("arctan2", "argmax", "argmin", "argsort", "around", "array", "array_split"),
        *("asanyarray", "asarray", "ascontiguousarray", "average", "broadcast_to", "ceil", "clip"),
        *("concatenate", "copy", "cos", "cosh", "cross", "cumprod", "cumsum", "divide", "dot"),
        *("dstack", "einsum", "empty_like", "equal", "exp", "expand_dims", "expm1"),
        *("floor", "full_like", "greater", "hstack", "inner", "isfinite", "isinf", "isnan", "less"),
        *("linalg.norm", "log", "log10", "log1p", "log2", "logical_and", "logical_not"),
        *("logical_or", "matmul", "max", "maximum", "mean", "median", "min", "minimum", "mod"),
        *("moveaxis", "multiply", "nan_to_num", "negative", "ones_like", "outer", "pad", "power"),
        *("prod", "quantile", "ravel", "repeat", "reshape", "roll", "round", "sign", "sin", "sinh"),
        *("sort", "split", "sqrt", "square", "stack", "std", "subtract", "sum", "swapaxes", "take"),
        *("tan", "tanh", "tensordot", "tile", "transpose", "true_divide", "unique", "var"),
        *("vstack", "where", "zeros_like"),
    )
)
