"""Arguments of `keras.ops` of a kind that the function never takes, whatever their shapes.

A list beside a symbolic tensor, an axis that is a word or a tensor, a data format that does not
exist: Keras refuses them before it looks at a size. Which function refuses what is a table that a
test holds against Keras: kinds_table.py.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from flake8_concat.keras.dtypes import holds
from flake8_concat.keras.graph import Tensor, tensors_in
from flake8_concat.keras.ops.kinds_asked import (
    ASKED_BESIDE,
    ASKED_INSIDE,
    DIGITS_TAKEN,
    LISTS_TAKEN,
    SINGLE_TAKEN,
)
from flake8_concat.keras.ops.kinds_asked_of_arrays import ASKED_ALONE
from flake8_concat.keras.ops.kinds_asked_of_settings import ASKED_OF_SETTINGS
from flake8_concat.keras.ops.kinds_in_layers import WORDS_IN_LAYERS
from flake8_concat.keras.ops.kinds_of_arrays import (
    OF_ARRAYS,
    SEVERAL_EVERYWHERE,
    SEVERAL_IN_LAYERS,
    SEVERAL_OF_SYMBOLIC,
)
from flake8_concat.keras.ops.kinds_of_dtypes import (
    OF_NUMPY,
    WORDS_OF_RANDOM,
    kinds_of_type,
    takes_words_of_numpy,
)
from flake8_concat.keras.ops.kinds_of_lists import LISTS_OF_SYMBOLIC, LISTS_OF_VALUES
from flake8_concat.keras.ops.kinds_of_numbers import (
    HELD,
    HELD_BY_ARRAYS,
    HELD_BY_SYMBOLIC,
    HELD_IN_LAYERS,
    HELD_IN_TENSORFLOW,
    MADE_OF_ARRAYS,
    OF_ONE_KIND,
)
from flake8_concat.keras.ops.kinds_of_objects import OPERANDS, TENSORS, lengths_of_rows
from flake8_concat.keras.ops.kinds_of_places import ARRAYS_ALONE, ARRAYS_EVERYWHERE
from flake8_concat.keras.ops.kinds_of_rows import ROWS_EVERYWHERE
from flake8_concat.keras.ops.kinds_of_truths import TRUTHS_OF_SYMBOLIC, TRUTHS_OF_VALUES
from flake8_concat.keras.ops.kinds_of_tuples import (
    TUPLES_IN_LAYERS,
    TUPLES_OF_ARRAYS,
    TUPLES_OF_SYMBOLIC,
)
from flake8_concat.keras.ops.kinds_of_values import IN_LAYERS, MAKING
from flake8_concat.keras.ops.kinds_of_words import WORDS_OF_ARRAYS, WORDS_OF_SYMBOLIC
from flake8_concat.keras.ops.kinds_table import (
    EVERYWHERE,
    OF_SYMBOLIC,
    Table,
)
from flake8_concat.keras.registry import Op
from flake8_concat.shapes import Lose, Refusal, Refuse, Shape

# What a parameter takes, where only certain words do: of all functions together.
WORDS_FOR: dict[str, tuple[str, ...]] = {
    "data_format": ("channels_first", "channels_last"),
    "dtype": (
        *("float16", "float32", "float64", "bfloat16", "float8_e4m3fn", "float8_e5m2"),
        *("int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64"),
        *("bool", "string", "int", "complex64", "complex128"),
    ),
    "fill_mode": ("constant", "nearest", "wrap", "mirror", "reflect"),
    "indexing": ("xy", "ij"),
    "interpolation": ("nearest", "bilinear", "bicubic", "lanczos3", "lanczos5", "area"),
    "method": (
        *("linear", "lower", "higher", "midpoint", "nearest", "bilinear", "trilinear", "triangle"),
        *("cubic", "bicubic", "tricubic", "lanczos3", "lanczos5"),
    ),
    "mode": (
        *("constant", "reflect", "symmetric", "edge", "wrap", "empty", "linear_ramp"),
        *("maximum", "mean", "median", "minimum", "reduced", "complete", "valid", "same", "full"),
    ),
    "padding": ("valid", "same", "causal"),
    "reduction": ("add", "max", "min", "mul"),
    "side": ("left", "right"),
    "window": ("hann", "hamming", "blackman", "bartlett", "kaiser"),
}


# The kinds of keras/dtypes.py, as messages say them; what is usual comes first.
HELD_WORDS = {
    "floats": "floats",
    "ints": "whole numbers",
    "bools": "truth values",
    "complexes": "complex numbers",
}
KINDS_IN_ORDER = ("bools", "ints", "floats", "complexes")
OPERANDS_OF_TENSORFLOW = frozenset({"a", "b", "x", "y"})
SEVERAL = " in a list", " in a tuple"


class Refusing(Op):
    """A function called with an argument that it certainly refuses where it is called."""

    __slots__ = ()


def wrong_kind(
    name: str,
    bound: Mapping[str, Any],
    *,
    symbolic: bool,
    inside: bool = False,
) -> str | None:
    """What is wrong with the kind of an argument of the function, None if nothing is.

    name:      the function's full name, "keras.ops.flip"
    bound:     its arguments by parameter, with tensors in the place of tensors
    symbolic:  whether one of them is symbolic
    inside:    whether the call stands in the body of a layer, where tensors have values
    """
    for parameter, kinds in refused_by(name, symbolic=symbolic, inside=inside).items():
        value = bound.get(parameter, ...)
        kind = next((kind for kind in kinds_of(value, parameter) if kind in kinds), None)
        if kind is not None and (inside or not symbolic) and _taken(name, parameter, value):
            kind = None
        if kind is None and "tensors" in kinds and symbolic and not inside:
            kind = "tensors" if _several_arrays(value, parameter) else None
        if kind is None and "twice" in kinds and _twice(value, bound.get("x")):
            kind = "twice"
        if kind is not None:
            return f"`{parameter}` must be {_wanted(parameter, kind, kinds)}, is {_shown(value)}"
        if not kinds.isdisjoint(HELD_WORDS) and _of_tensors(value):
            held = holds(value)
            if held in kinds and not _made_of_array(name, parameter, value, held):
                return f"`{parameter}` must hold {_to_hold(kinds)}, holds {HELD_WORDS[held]}"
    if inside and name in OF_ONE_KIND:
        return _two_kinds(bound)
    return None


def _taken(name: str, parameter: str, value: Any) -> bool:
    """Whether some backend takes a word for the number that it says, or a list of numbers."""
    tables = []
    if isinstance(value, str) and value.isdigit():
        tables = [DIGITS_TAKEN]
    elif isinstance(value, list):
        tables = [LISTS_TAKEN] if _numbers(value) or _rows(value) else []
        if len(value) == 1 and _numbers(value):
            tables.append(SINGLE_TAKEN)
    return any(_short(name) in table.get(parameter, "").split() for table in tables)


def _made_of_array(name: str, parameter: str, value: Any, held: str) -> bool:
    """Whether a backend makes numbers of the kind that it wants of what may be one of numpy."""
    if any(tensor.symbolic for tensor in tensors_in(value)):
        return False
    rows = (given for kinds, given in MADE_OF_ARRAYS.items() if held in kinds)
    return any(_short(name) in row.get(parameter, "").split() for row in rows)


def _numbers(value: list[Any]) -> bool:
    return bool(value) and all(type(item) in (int, float) for item in value)


def _short(name: str) -> str:
    """The name of a function as the tables have it."""
    return name.removeprefix("keras.ops.").removeprefix("keras.")


def _two_kinds(bound: Mapping[str, Any]) -> str | None:
    """What is wrong with two operands that hold numbers of two kinds."""
    (one, a), (other, b) = sorted(p for p in bound.items() if p[0] in OPERANDS_OF_TENSORFLOW)
    if any(isinstance(x, Tensor) and not x.symbolic for x in (a, b)):
        return None  # an array of numpy may become what the other holds
    if not isinstance(a, Tensor):
        one, a, other, b = other, b, one, a
    held = holds(a) if isinstance(a, Tensor) else None
    beside = holds(b) if isinstance(b, Tensor) or type(b) in (int, float) else None
    if held is None or beside is None or held == beside or held not in HELD_WORDS:
        return None
    if not isinstance(b, Tensor) and KINDS_IN_ORDER.index(beside) < KINDS_IN_ORDER.index(held):
        return None  # a number becomes what the tensor holds, if that is more
    words = f"`{one}` holds {HELD_WORDS[held]}, `{other}` {HELD_WORDS[beside]}"
    return f"{words}: tf.cast makes them one kind"


def kinds_of(value: Any, parameter: str) -> Iterable[str]:
    """The kinds that a value is of, as the tables call them; none for an unknown."""
    if value is None:
        return ("none", "alone")
    if parameter == "dtype" and type(value) is int and not value:
        return ()  # as None
    if isinstance(value, str):
        if not value:  # as None, to some
            return ()
        words = WORDS_FOR.get(parameter)
        if words is None:
            return () if value == "bool" else ("word",)  # which JAX takes for a type of numbers
        if parameter == "dtype":
            return () if value in words else kinds_of_type(value)
        return () if value.lower() in words else ("no such word",)
    if type(value) is float:
        whole = ("number", "float", "float alone")
        return whole if value.is_integer() else (*whole, "fraction")
    if type(value) is int:
        return ("number", "whole", "zero" if value == 0 else "negative" if value < 0 else "more")
    if type(value) is bool:
        return ("true",)
    if isinstance(value, Tensor):
        if value.merged:
            return ()
        return ("symbolic",) if value.symbolic else _kinds_of_array(value)
    if isinstance(value, (list, tuple)) and getattr(value, "blur", None) is None:
        return _kinds_of_several(value)
    return ()


def _kinds_of_array(value: Tensor) -> tuple[str, ...]:
    """The kind of an array that certainly has axes and holds several numbers."""
    if not isinstance(value.shape, Shape) or not value.shape:
        return ()
    sizes = [n for n in value.shape if type(n) is int]
    if len(value.shape) == 1:
        if not sizes or sizes[0] < 2:
            return ()
        return ("floats in a row",) if holds(value) == "floats" else ("row",)
    return ("array",) if any(n > 1 for n in sizes) and 0 not in sizes else ()


def _kinds_of_several(value: Any) -> tuple[str, ...]:
    """The kinds of a list or tuple."""
    if _holds_tensors(value):
        return ("tensors",)
    if any(isinstance(item, (list, tuple)) and _holds_tensors(item) for item in value):
        return ("nested",)
    types = {type(item) for item in value}
    if not types:
        return ("empty",) if isinstance(value, list) else ("empty tuple",)
    if not types <= PLAIN:
        return ("rows",) if _rows(value) else ()
    kinds = [kind for kind, of in HOLDING if of in types]
    if not isinstance(value, list):
        return (*kinds, "several") if types == {int} else (*kinds,)
    if str in types:
        kinds.append("words")
    if type(None) in types:
        kinds.append("holed list")
    if len(types) == 1:
        kinds += ("whole list",) if int in types else ("fraction list",) if float in types else ()
    return (*kinds, "list") if types <= {int, float} else (*kinds,)


def _rows(value: Any) -> bool:
    """Whether it is a list of lists of numbers, all of one length."""
    if not isinstance(value, list) or not all(isinstance(row, list) for row in value):
        return False
    lengths = lengths_of_rows(value)
    return len(lengths) == 1 and 0 not in lengths


def _holds_tensors(value: Any) -> bool:
    return any(isinstance(item, Tensor) and item.symbolic and not item.merged for item in value)


PLAIN = frozenset({int, float, str, type(None)})


HOLDING = ("holed", type(None)), ("fractions", float), ("worded", str)


def _twice(value: Any, x: Any) -> bool:
    """Whether a list or tuple of axes names one of a tensor's twice."""
    if not isinstance(value, (list, tuple)) or not all(type(item) is int for item in value):
        return False
    rank = len(x.shape) if isinstance(x, Tensor) and isinstance(x.shape, Shape) else None
    return rank is not None and rank > 0 and len({i % rank for i in value}) < len(value)


def _shown(value: Any) -> str:
    if isinstance(value, (list, tuple)) and any(isinstance(item, Tensor) for item in value):
        return f"{len(value)}{SEVERAL[isinstance(value, tuple)]}"
    return f"a tensor of shape {value.shape}" if isinstance(value, Tensor) else repr(value)


def _several_arrays(value: Any, parameter: str) -> bool:
    """Whether a value is a list or tuple of arrays, in the place of one of two operands."""
    if parameter not in ("x1", "x2") or not isinstance(value, (list, tuple)) or not value:
        return False
    if getattr(value, "blur", None) is not None:
        return False
    return all(isinstance(item, Tensor) and not item.symbolic for item in value)


def _of_tensors(value: Any) -> bool:
    """Whether a value is a tensor, or a pair of such."""
    if type(value) is tuple:
        return bool(value) and all(isinstance(item, Tensor) for item in value)
    return isinstance(value, Tensor)


def _to_hold(kinds: frozenset[str]) -> str:
    """What a tensor should hold, in words."""
    if kinds.isdisjoint(("floats", "ints", "complexes")):
        return "numbers"
    wanted = [words for kind, words in HELD_WORDS.items() if kind not in kinds]
    return " or ".join(wanted[:2]) if "complexes" in kinds else wanted[0]


def _wanted(parameter: str, kind: str, kinds: frozenset[str]) -> str:
    """What the parameter should be, in words, where it is of the kind."""
    words = WORDS_FOR.get(parameter)
    if kind in OPERANDS_WANTED and (parameter in TENSORS or parameter in OPERANDS):
        return OPERANDS_WANTED[kind]
    if words is not None:
        return "a type of numbers" if parameter == "dtype" else " or ".join(map(repr, words))
    if kind in WANTED:
        return WANTED[kind]
    if kinds & {"alone", "tensors", "number"} or (kind == "list" and "none" in kinds):
        return "a tensor"
    if kinds & {"float", "fraction"} and kind not in ("list", "rows", "empty", "empty tuple"):
        return "whole numbers"
    return "given" if kind == "none" else "one value"


# Of a parameter that a tensor stands for.
OPERANDS_WANTED = {
    **dict.fromkeys(("words", "holed list", "empty", "empty tuple", "rows"), "a tensor"),
    **dict.fromkeys(("whole", "whole list", "true"), "floats"),
}
WANTED = {
    "symbolic": "a value that is known when the model is built",
    "nested": "a list of tensors",
    "twice": "axes that differ",
    **dict.fromkeys(("holed", "fractions", "worded"), "whole numbers"),
}


ALL_IN_LAYERS = (
    *(EVERYWHERE, IN_LAYERS, SEVERAL_EVERYWHERE, SEVERAL_IN_LAYERS, WORDS_IN_LAYERS),
    *(TUPLES_IN_LAYERS, ROWS_EVERYWHERE, ARRAYS_EVERYWHERE, TRUTHS_OF_VALUES, LISTS_OF_VALUES),
    *(HELD_BY_SYMBOLIC, HELD, HELD_IN_LAYERS, HELD_IN_TENSORFLOW, WORDS_OF_RANDOM),
    ASKED_INSIDE,
)
ALL_OF_SYMBOLIC = (
    *(EVERYWHERE, OF_SYMBOLIC, SEVERAL_EVERYWHERE, SEVERAL_OF_SYMBOLIC, WORDS_OF_SYMBOLIC),
    *(
        TUPLES_OF_SYMBOLIC,
        ROWS_EVERYWHERE,
        ARRAYS_EVERYWHERE,
        TRUTHS_OF_SYMBOLIC,
        LISTS_OF_SYMBOLIC,
    ),
    HELD_BY_SYMBOLIC,
    ASKED_BESIDE,
)


# The modules whose functions the tables tell of,
TELL_KINDS = ("keras.ops.", "keras.activations.", "keras.random.")
# and functions of other modules that the tables tell of, by their full names.
BY_FULL_NAME = frozenset(
    name
    for parameters in HELD_IN_TENSORFLOW.values()
    for names in parameters.values()
    for name in names.split()
) | frozenset(OF_ONE_KIND)


@cache
def refused_by(name: str, *, symbolic: bool, inside: bool) -> dict[str, frozenset[str]]:
    """By parameter the kinds that a function refuses."""
    if inside:
        tables: tuple[Table, ...] = ALL_IN_LAYERS
    elif symbolic:
        tables = ALL_OF_SYMBOLIC
    else:
        alone = {kinds: rows for kinds, rows in OF_SYMBOLIC.items() if "alone" in kinds}
        of_what = (alone, HELD_BY_SYMBOLIC, HELD, HELD_BY_ARRAYS, HELD_IN_TENSORFLOW)
        places = (ROWS_EVERYWHERE, ARRAYS_EVERYWHERE, ARRAYS_ALONE, TRUTHS_OF_VALUES)
        words = (WORDS_OF_RANDOM, WORDS_OF_ARRAYS, LISTS_OF_VALUES)
        tables = (
            MAKING,
            OF_ARRAYS,
            TUPLES_OF_ARRAYS,
            *words,
            *places,
            *of_what,
            ASKED_ALONE,
            ASKED_OF_SETTINGS,
        )
    found: dict[str, set[str]] = {}
    short = _short(name)
    for table in tables:
        for kinds, parameters in table.items():
            for parameter, names in parameters.items():
                if short in names and short in names.split():
                    found.setdefault(parameter, set()).update(kinds)
    if symbolic:
        for refused in found.values():
            refused.discard("alone")
    if "no such word" in found.get("dtype", ()) and not takes_words_of_numpy(
        name, symbolic=symbolic and not inside
    ):
        found["dtype"].add(OF_NUMPY)
    return {parameter: frozenset(refused) for parameter, refused in found.items()}


def refusing(
    operation: Op,
    what: str,
    remedy: str | None = None,
    refusal: Refusal = Refusal.WRONG_SHAPE,
) -> Op:
    """The function called with such an argument: refused, and as usual from there.

    Where the rule itself refuses the call, its own words stand: they say more, unless it took
    several tensors for one.
    """

    def rule(*args: Any, **bound: Any) -> Any:
        try:
            meant = operation.rule(*args, **bound)
        except Lose:
            meant = None
        except Refuse:
            if not what.endswith(SEVERAL):
                raise
            meant = None
        details = {} if meant is None else {"recover": meant}
        raise Refuse(refusal, what, remedy=remedy, **details)

    return Refusing(operation.name, rule, operation.signature, operation.unused)
