"""What the arrays of numpy hold that the program makes; see keras/dtypes.py."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from flake8_concat.keras.dtypes import FLOATS, INTS, NOT_KNOWN, holds, kind_of_dtype
from flake8_concat.keras.graph import Tensor

# By function: where `dtype` stands among the arguments, and the kind without it.
Default = Callable[[tuple[Any, ...]], str | None]
_floats: Default = lambda _: FLOATS  # noqa: E731
_ints: Default = lambda _: INTS  # noqa: E731
_of_first: Default = lambda args: holds(args[0]) if args else None  # noqa: E731
_of_all: Default = lambda args: holds(list(args)) if args else None  # noqa: E731

MAKERS: dict[str, tuple[int | None, Default]] = {
    **dict.fromkeys(("zeros", "ones", "empty"), (1, _floats)),
    **dict.fromkeys(("zeros_like", "ones_like", "empty_like"), (1, _of_first)),
    **dict.fromkeys(("array", "asarray", "ascontiguousarray"), (1, _of_first)),
    **dict.fromkeys(("eye", "identity", "linspace"), (None, _floats)),
    "full": (2, lambda args: holds(args[1]) if len(args) > 1 else None),
    "arange": (3, _of_all),
    **dict.fromkeys(
        (
            *("random.rand", "random.randn", "random.random", "random.random_sample"),
            *("random.normal", "random.uniform", "random.standard_normal"),
        ),
        (None, _floats),
    ),
    "random.randint": (None, _ints),
}


def note_held(name: str, args: tuple[Any, ...], kwargs: Mapping[str, Any], made: Any) -> None:
    """Notes on an array what the function of numpy that made it put there."""
    if type(made) is not Tensor or made.symbolic or made.holds is not None or made.node is not None:
        return
    rule = MAKERS.get(name.removeprefix("numpy."))
    if rule is None or made in args:
        return
    place, default = rule
    dtype = kwargs.get("dtype")
    if dtype is None and place is not None and len(args) > place:
        dtype = args[place]
    kind = default(args) if dtype is None else kind_of_dtype(dtype)
    made.holds = kind or NOT_KNOWN


def as_type(array: Tensor, dtype: Any) -> Tensor:
    """`array.astype(dtype)`."""
    made = Tensor(array.shape, array.node, symbolic=False, merged=array.merged)
    made.holds = kind_of_dtype(dtype) or NOT_KNOWN
    return made
