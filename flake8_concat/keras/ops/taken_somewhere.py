"""Odd arguments that JAX or TensorFlow takes, where the shapes alone would speak against them.

Nothing is said of such a call and nothing is known of what it gives. A row says which functions
take what for a parameter: where tensors have values, only outside of layers, only in the body of
one, or beside a symbolic tensor.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from math import isinf
from typing import Any

from flake8_concat.keras.dtypes import holds
from flake8_concat.keras.graph import Tensor
from flake8_concat.keras.registry import Op
from flake8_concat.shapes import Lose, NumpySingle, OfNumpy, Shape, Valued

Odd = Callable[[Any, int], bool]  # of a value, beside a first tensor of so many axes


def _several(value: Any) -> bool:
    """Whether a value is a list or tuple whose items are known."""
    return isinstance(value, (list, tuple)) and getattr(value, "blur", None) is None


def _whole(value: Any) -> bool:
    """Whether a value is a list or tuple of whole numbers, of which True is one."""
    return _several(value) and all(type(item) in (int, bool) for item in value)


def alone(value: Any, rank: int) -> bool:
    """One whole number in a list, where a number is meant."""
    return _whole(value) and len(value) == 1


def alone_in_a_tuple(value: Any, rank: int) -> bool:
    return type(value) is tuple and alone(value, rank)


def a_tuple(value: Any, rank: int) -> bool:
    return type(value) is tuple and _several(value)


def a_single_other(value: Any, rank: int) -> bool:
    """One item in a list that is no number."""
    return _several(value) and len(value) == 1 and type(value[0]) is not int


def nothing(value: Any, rank: int) -> bool:
    """A list or an array of no elements, where it is a tensor."""
    if isinstance(value, Tensor):
        return isinstance(value.shape, Shape) and 0 in value.shape
    return _several(value) and all(_several(item) and not item for item in value)


def rows(value: Any, rank: int) -> bool:
    """Whole numbers in lists in a list, or an array of such, where they are axes."""
    if isinstance(value, Tensor):
        value = value.shape.content if isinstance(value.shape, Valued) else None
    even = _several(value) and len({len(row) for row in value if _several(row)}) == 1
    return even and all(_whole(row) for row in value)


def three_rows(value: Any, rank: int) -> bool:
    return rows(value, rank) and not isinstance(value, Tensor) and len(value) > 2


def a_tensor(value: Any, rank: int) -> bool:
    return isinstance(value, Tensor)


def tensors(value: Any, rank: int) -> bool:
    """Tensors in a list, which a function takes for one."""
    return _several(value) and any(isinstance(item, Tensor) for item in value)


def an_array(value: Any, rank: int) -> bool:
    """One of numpy."""
    return isinstance(value, Tensor) and not value.symbolic and value.node is None


def a_row(value: Any, rank: int) -> bool:
    return an_array(value, rank) and isinstance(value.shape, Shape) and len(value.shape) == 1


def a_pair(value: Any, rank: int) -> bool:
    """Two whole numbers in an array."""
    return a_row(value, rank) and isinstance(value.shape, Valued) and value.shape[0] == 2


def an_array_of_fractions(value: Any, rank: int) -> bool:
    """An array that holds numbers with a point."""
    content = value.shape.content if a_row(value, rank) and type(value.shape) is Valued else None
    return of_numpy(value, rank) or fractions(content, rank)


def a_fraction(value: Any, rank: int) -> bool:
    return type(value) is float


def fractions(value: Any, rank: int) -> bool:
    """Numbers with a point in a list."""
    return _several(value) and bool(value) and all(type(item) is float for item in value)


def truths(value: Any, rank: int) -> bool:
    return _several(value) and any(type(item) is bool for item in value)


def negative(value: Any, rank: int) -> bool:
    several = value if _several(value) else (value,)
    return any(type(item) in (int, float) and item < 0 for item in several)


def false(value: Any, rank: int) -> bool:
    """A number that counts as none is given."""
    return type(value) in (bool, float) and not value


def zero_as_fraction(value: Any, rank: int) -> bool:
    return type(value) is float and not value


def truth_as_fraction(value: Any, rank: int) -> bool:
    return type(value) is float and value in (0, 1)


def last_as_fraction(value: Any, rank: int) -> bool:
    """A number with a point for the last axis."""
    return type(value) is float and value in (-1, rank - 1)


def small_fraction(value: Any, rank: int) -> bool:
    return type(value) is float and 1 <= value < 2


def holed(value: Any, rank: int) -> bool:
    """None in a list, beside nothing else or 1."""
    return _several(value) and None in value and all(item in (None, 1) for item in value)


def minus_one(value: Any, rank: int) -> bool:
    return type(value) is float and value == -1


def nothing_at_all(value: Any, rank: int) -> bool:
    return a_tuple(value, rank) and all(item is None for item in value)


def beyond(value: Any, rank: int) -> bool:
    """A number that TensorFlow can't hold in 32 bits, and does not look at."""
    return type(value) in (int, float) and abs(value) >= 10**9


def a_word(value: Any, rank: int) -> bool:
    return isinstance(value, str)


def words(value: Any, rank: int) -> bool:
    return _several(value) and any(isinstance(item, str) for item in value)


def of_numpy(value: Any, rank: int) -> bool:
    """A float that has a type of its own."""
    return type(value) is NumpySingle


def typed(value: Any, rank: int) -> bool:
    """A number that has a type of numpy."""
    return isinstance(value, OfNumpy) or an_element(value, rank)


def an_element(value: Any, rank: int) -> bool:
    """A number that an array holds."""
    known = isinstance(value, Tensor) and not value.symbolic and isinstance(value.shape, Shape)
    return known and not value.shape


def of_one(value: Any, rank: int) -> bool:
    """An array of one number."""
    return isinstance(value, Tensor) and a_row(value, rank) and value.shape[0] == 1  # type: ignore[index]


def of_truths(value: Any, rank: int) -> bool:
    """Truth values in an array."""
    return isinstance(value, Tensor) and a_row(value, rank) and holds(value) == "bools"


def a_truth(value: Any, rank: int) -> bool:
    return type(value) is bool


def no_truth(value: Any, rank: int) -> bool:
    """What is neither True nor False, where only the truth of it counts."""
    return value is not None and type(value) is not bool and not isinstance(value, Tensor)


def a_number(value: Any, rank: int) -> bool:
    return type(value) in (int, float, bool)


def infinite(value: Any, rank: int) -> bool:
    return type(value) is float and isinf(value)


def numbers(value: Any, rank: int) -> bool:
    """Numbers in a list."""
    return isinstance(value, list) and _several(value) and all(a_number(n, 0) for n in value)


def of_nothing_and_less(value: Any, rank: int) -> bool:
    """A shape of no elements with a size below 0."""
    return _whole(value) and 0 in value and any(item < 0 for item in value)


def a_scalar(value: Any, rank: int) -> bool:
    """A number that is an array, or as good as one."""
    if isinstance(value, Tensor):
        return isinstance(value.shape, Shape) and not value.shape
    return typed(value, rank) or type(value) is int


def for_a_type(value: Any, rank: int) -> bool:
    return isinstance(value, str) and value.startswith(("float", "int"))


def none(value: Any, rank: int) -> bool:
    return value is None


def twice(value: Any, rank: int) -> bool:
    """Axes of the tensor of which one is given twice."""
    there = _whole(value) and all(-rank <= i < rank for i in value)
    return there and len({i % rank for i in value}) < len(value)


def twice_in_the_end(value: Any, rank: int) -> bool:
    """The same of the axes that it has when they are put in."""
    return _whole(value) and twice(value, rank + len(value))


def no_vector(value: Any, rank: int) -> bool:
    """A list of one number or none, where it is a vector of two or three."""
    if isinstance(value, Tensor):
        return isinstance(value.shape, Shape) and value.shape[-1:] in ((0,), (1,))
    while _several(value) and value and _several(value[0]):
        value = value[0]
    return _several(value) and len(value) < 2 and not any(isinstance(n, str) for n in value)


def for_all_axes(value: Any, rank: int) -> bool:
    """Numbers for the batch and the channels, too."""
    return _several(value) and len(value) == rank


def no_step(value: Any, rank: int) -> bool:
    """0 or less, for one of the sides at least."""
    if isinstance(value, Tensor):
        known = value.node is None and isinstance(value.shape, Valued)
        value = value.shape.content if known else ()  # type: ignore[union-attr]
    return any(
        type(item) in (int, bool) and item < 1 for item in (value if _several(value) else (value,))
    )


def but(sides: int | None) -> Odd:
    """More or less numbers than sides of a picture, which are all axes but two if None is said."""

    def odd(value: Any, rank: int) -> bool:
        if not _several(value) or not all(type(n) in (int, float, bool) for n in value):
            return False
        return len(value) != (rank - 2 if sides is None else sides)

    return odd


def either(*tests: Odd) -> Odd:
    return lambda value, rank: any(test(value, rank) for test in tests)


Rows = dict[str, dict[str, Odd]]
OF_VALUES: Rows = {
    "average_pool max_pool": {"pool_size": either(an_array, of_numpy)},
    "batch_normalization": {"x": of_one},
    "batch_normalization rms_normalization": {"x": a_scalar},
    "ctc_decode": {"beam_width top_paths": a_tuple},
    "diag": {"k": a_row},
    "diff": {"n": either(false, beyond)},
    "linspace nancumprod nancumsum": {"dtype": nothing_at_all},
    "nanargmax nanargmin": {"axis": an_array},
    "take": {"indices": nothing},
    "argpartition": {"kth": either(a_fraction, of_numpy)},
    "conv": {"strides": either(for_all_axes, an_element)},
    "conv depthwise_conv": {"dilation_rate": but(None)},
    "cross": {"x1 x2": no_vector, "axis axisa axisb axisc": alone},
    "expand_dims": {"axis": twice_in_the_end},
    "full_like ones_like": {"x": for_a_type},
    "image.extract_patches": {
        "strides": either(but(2), no_step, an_element),
        "dilation_rate": either(but(2), fractions, small_fraction, an_element),
    },
    "image.extract_patches_3d": {"dilation_rate": either(but(3), an_element)},
    "image.resize": {"pad_to_aspect_ratio": no_truth},
    "image.scale_and_translate": {"antialias": either(no_truth, none)},
    "irfft": {"fft_length": negative},
    "istft": {"length": negative},
    "repeat": {"repeats": an_element},
    "rot90": {"axes": a_pair},
    "separable_conv": {"strides": fractions, "dilation_rate": either(but(None), none)},
    "swapaxes": {"axis1 axis2": alone_in_a_tuple},
    "tri": {"k": infinite},
    "unique": {"size": an_element},
    "unfold": {"kernel_size dilation stride": but(2), "padding": either(but(2), negative)},
}
OF_ARRAYS: Rows = {
    "all amax amin any average categorical_crossentropy count_nonzero logsumexp max mean min "
    "nanmax nanmean nanmin nanprod nanstd nansum nanvar normalize prod ptp rms_normalization std "
    "sum var": {"axis": either(rows, a_row)},
    "append": {"axis": either(alone, of_numpy)},
    "arange": {"start stop step": alone_in_a_tuple},
    "bartlett blackman": {"x": of_one},
    "bincount": {"weights": holed},
    "broadcast_to keras.random.shuffle": {"x": words},
    "diagonal": {"offset": false},
    "geomspace linspace logspace": {"axis": typed},
    "keras.random.beta keras.random.binomial keras.random.gamma keras.random.uniform": {
        "dtype": false,
    },
    "keras.random.normal keras.random.truncated_normal": {"dtype": a_number},
    "scatter scatter_update": {"indices": of_truths},
    "ctc_decode": {"beam_width top_paths": an_array},
    "empty full ones zeros": {"shape": an_array},
    "diag": {"k": false},
    "empty eye identity ones tri zeros": {"dtype": either(nothing_at_all, false)},
    "fold": {"padding": negative},
    "fliplr": {"x": nothing},
    "get_item": {"x": a_word, "key": holed},
    "image.map_coordinates": {"order": truth_as_fraction},
    "log_softmax": {"axis": last_as_fraction},
    "repeat": {"repeats": an_array_of_fractions},
    "scatter_update": {"indices": truths},
    "segment_max": {"sorted": zero_as_fraction},
    "squeeze": {"axis": twice},
    "stack": {"x": nothing},
    "stft": {"window": fractions},
    "tile": {"repeats": fractions},
    "trace": {"offset": false},
    "trapezoid": {"axis": either(alone_in_a_tuple, minus_one)},
    "tril triu": {"k": either(alone_in_a_tuple, rows)},
    "unique": {"size": an_array},
}
IN_LAYERS: Rows = {
    "all amax amin any average count_nonzero cumprod cumsum logsumexp max mean min nanmin nanprod "
    "nansum norm normalize prod ptp std sum var": {"axis": a_row},
    "broadcast_to": {"x": nothing},
    "conv depthwise_conv separable_conv": {"strides": no_step},
    "batch_normalization": {"axis": minus_one},
    "fold": {"kernel_size": negative},
    "empty full ones zeros": {"shape": an_array},
    "full keras.random.beta keras.random.binomial keras.random.gamma keras.random.normal "
    "keras.random.randint keras.random.truncated_normal keras.random.uniform": {
        "shape": of_nothing_and_less,
    },
    "full full_like": {"fill_value": nothing},
    "select": {"default": for_a_type},
    "split": {"axis": beyond},
    "trapezoid": {"y": nothing, "dx": a_word, "axis": either(minus_one, alone_in_a_tuple)},
    "tri": {"dtype": false},
    "tril triu": {"x": numbers, "k": alone_in_a_tuple},
    "unique": {"x": of_truths, "size": either(an_array, negative)},
}
BESIDE: Rows = {
    "image.gaussian_blur": {"data_format": a_tensor},
    "keras.random.categorical": {"dtype": a_tensor},
    "bitwise_and bitwise_or bitwise_xor": {"x y": typed},
    "digitize": {"bins": typed},
    "matrix_rank": {"tol": a_tensor},
    "nanpercentile nanquantile percentile quantile": {"q": nothing},
    "one_hot": {"x": tensors, "axis": minus_one},
    "average_pool max_pool": {"pool_size strides": a_single_other},
    "broadcast_to": {"shape": holed},
    "diff": {"n": beyond},
    "histogram": {"range": false},
    "extract_sequences": {"sequence_stride": typed},
    "image.extract_patches image.extract_patches_3d": {"strides": either(an_array, an_element)},
    "image.resize": {"pad_to_aspect_ratio": no_truth},
    "multi_hot": {"axis": minus_one},
    "unique": {"size": either(an_array, an_element)},
    "geomspace linspace logspace": {"stop": a_tuple},
    "rot90": {"axes": a_pair},
    "tensordot": {"axes": three_rows},
}


@cache
def _tests(name: str, *, symbolic: bool, inside: bool) -> tuple[tuple[str, Odd], ...]:
    """The tests of the parameters of a function."""
    short = name.removeprefix("keras.ops.")
    tables = (OF_VALUES, IN_LAYERS) if inside else (BESIDE,) if symbolic else (OF_VALUES, OF_ARRAYS)
    return tuple(
        (parameter, test)
        for table in tables
        for names, row in table.items()
        if short in names.split()
        for parameters, test in row.items()
        for parameter in parameters.split()
    )


def taken_somewhere(
    name: str, bound: Mapping[str, Any], *, symbolic: bool, inside: bool
) -> str | None:
    """The parameter whose argument some backend takes although it is odd, None if there is none.

    As `wrong_kind`.
    """
    tests = _tests(name, symbolic=symbolic, inside=inside)
    if not tests:
        return None
    shapes = (v.shape for v in bound.values() if isinstance(v, Tensor))
    rank = next((len(shape) for shape in shapes if isinstance(shape, Shape)), 0)
    return next((p for p, test in tests if p in bound and test(bound[p], rank)), None)


def losing(operation: Op, parameter: str) -> Op:
    """The function called with such an argument."""

    def rule(*args: Any, **bound: Any) -> Any:
        raise Lose(f"what backends make of such a `{parameter}` differs")

    return operation.with_rule(rule)
