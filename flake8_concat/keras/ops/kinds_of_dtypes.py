"""Words for types of numbers that NumPy has and Keras does not: "float", "double", "i4".

Keras looks a type up in its own list (keras.src.backend.common.variables.standardize_dtype); what
leaves that to the backend takes all that NumPy does. tests/oracle/test_dtypes.py asks both.
"""

from __future__ import annotations

from flake8_concat import late
from flake8_concat.keras.ops.kinds_table import Table

OF_NUMPY = "word of NumPy"
_NAMES = frozenset(
    {
        *("bool_", "byte", "cdouble", "clongdouble", "complex", "complex256", "complex_"),
        *("csingle", "double", "float", "float128", "float_", "half", "int_", "intc", "intp"),
        *("long", "longdouble", "longlong", "short", "single", "ubyte", "uint", "uintc"),
        *("uintp", "ulong", "ulonglong", "ushort"),
    }
)
_CODE = late.compiled(r"[<>=|]?[?bBhHiIlLqQefdgFDGcpPu]\d*")
# Functions that hand the word to the backend.
_TAKE = frozenset(
    {
        *("empty", "eye", "identity", "linspace", "nancumprod", "nancumsum", "ones", "tri"),
        "zeros",
        *(f"random.{name}" for name in ("beta", "binomial", "categorical", "gamma", "normal")),
        "random.truncated_normal",
    }
)


RANDOM = (
    "random.beta random.binomial random.categorical random.gamma random.normal random.randint "
    "random.truncated_normal random.uniform"
)
# Everywhere; a row as in kinds_table.py.
WORDS_OF_RANDOM: Table = {("no such word",): {"dtype": RANDOM}}


def kinds_of_type(word: str) -> tuple[str, ...]:
    """The kind of a word that is no type of Keras."""
    if word in _NAMES or _CODE.fullmatch(word):
        return (OF_NUMPY,)
    return ("no such word",)


def takes_words_of_numpy(name: str, *, symbolic: bool) -> bool:
    """Whether a function, by its full name, takes such a word on some backend."""
    if symbolic and name in ("keras.ops.nancumprod", "keras.ops.nancumsum"):
        return False
    return name.removeprefix("keras.ops.").removeprefix("keras.") in _TAKE
