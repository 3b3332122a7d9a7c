"""Attention (keras/src/layers/attention).

Keras says the output shape without multiplying anything: a query and a value that can't be
multiplied pass until data comes. What is refused is what `build` and `compute_output_shape` look
at.
"""

from __future__ import annotations

from typing import Any

from flake8_concat.keras.arguments import items, known_size, size, weight_size
from flake8_concat.keras.registry import Args, InputSpec, layer
from flake8_concat.shapes import (
    Dim,
    Lose,
    OfKeras3,
    Refusal,
    Refuse,
    Shape,
    Size,
    Unknown,
    fresh_none,
    is_none,
    is_number,
)

HEADS_CALL = (
    "query, value, key=None, query_mask=None, value_mask=None, key_mask=None, "
    "attention_mask=None, return_attention_scores=False, training=None, use_causal_mask=False"
)
LIST_CALL = (
    "inputs, mask=None, training=False, return_attention_scores=False, use_causal_mask=False"
)


def differ(a: Dim, b: Dim) -> bool:
    """Whether Keras certainly sees two different sizes; a None and a number are different."""
    if type(a) is int and type(b) is int:
        return a != b
    return (is_none(a) and is_number(b)) or (is_number(a) and is_none(b))


def tensor(value: Any, name: str) -> Shape:
    """An argument of a call that is one tensor."""
    if isinstance(value, Shape):
        return value
    if isinstance(value, Unknown):
        raise Lose(value.why)
    if isinstance(value, (list, tuple)) and value and all(isinstance(s, Shape) for s in value):
        kind = "tuple" if isinstance(value, tuple) else "list"
        what = f"`{name}` must be a tensor, is a {kind} of {len(value)}"
        raise Refuse(Refusal.WRONG_SHAPE, what, OfKeras3, recover=Unknown(what))
    raise Lose(f"`{name}` is not a tensor that can be followed")


def truth(value: Any, name: str) -> bool:
    """An argument of a call that is true or false."""
    if isinstance(value, Unknown):
        raise Lose(value.why)
    if isinstance(value, Shape):
        raise Lose(f"`{name}` is a tensor")
    return bool(value)


def same_but_last(value: Shape, key: Shape) -> None:
    """Value and key are two sides of one memory. Mirrors compute_output_shape of both layers."""
    a, b = value[1:-1], key[1:-1]
    if len(a) != len(b):
        raise Refuse(
            Refusal.RANKS_DIFFER,
            f"value has rank {len(value)}, key has rank {len(key)}: {value} and {key}",
            inputs=(1, 2),
        )
    for axis, (one, other) in enumerate(zip(a, b, strict=True), 1):
        if differ(one, other):
            raise Refuse(
                Refusal.SHAPES_DIFFER,
                f"axis {axis} of value and key is {one} vs {other}: {value} and {key}",
                axis=axis,
                sizes=(one, other),
                inputs=(1, 2),
            )


# MultiHeadAttention.


def check_heads(args: Args) -> None:
    """The constructor of MultiHeadAttention."""
    for name in ("num_heads", "key_dim", "value_dim", "sliding_window"):
        value = args.get(name)
        if isinstance(value, (Size, Unknown)) or (value is None and name not in HEADS):
            continue
        if not isinstance(value, int) or value <= 0:
            raise Refuse(
                Refusal.WRONG_SHAPE,
                f"`{name}` must be a positive integer, is {value!r}",
                recover=args,
            )
    check_flash(args)


def check_flash(args: Args) -> None:
    """Flash attention drops nothing."""
    rate = args.get("dropout")
    if args.get("flash_attention") is True and isinstance(rate, (int, float)) and rate > 0:
        text = f"`dropout` must be 0 with `flash_attention`, is {rate}"
        raise Refuse(Refusal.WRONG_SHAPE, text, recover=args)


HEADS = ("num_heads", "key_dim")


def check_dropout(args: Args) -> None:
    """The Dropout that is made with the weights."""
    rate = args.get("dropout")
    if isinstance(rate, (int, float)) and not 0 <= rate <= 1:
        raise Refuse(Refusal.WRONG_SHAPE, f"`dropout` must be between 0 and 1, is {rate}")


def inputs_of(query: Any, value: Any, key: Any) -> tuple[Shape, Shape, Shape]:
    """Query, value and key; the value is the key where none is given."""
    query, value = tensor(query, "query"), tensor(value, "value")
    return query, value, value if key is None else tensor(key, "key")


def heads_built(args: Args, query: Any, value: Any, key: Any = None, *_: Any) -> InputSpec:
    """MultiHeadAttention.build: three projections of the features, of any rank."""
    query, value, key = inputs_of(query, value, key)
    same_but_last(value, key)
    for one in (query, key, value):
        weight_size(one, -1)
    rank = len(value) + 1
    for axis in given_axes(args):
        if type(axis) is int and axis >= rank:
            raise Refuse(
                Refusal.WRONG_SHAPE,
                f"attention axis {axis} is out of range for rank {len(value)}: {value}",
                inputs=(1,),
            )
    check_dropout(args)
    for one in (output_tail(args) or ()) if len(query) > 1 else ():
        if is_none(one):
            raise Refuse(Refusal.UNKNOWN_WEIGHT, "`output_shape` holds None")
    return InputSpec()


def given_axes(args: Args) -> tuple[Any, ...]:
    """`attention_axes` as a tuple."""
    axes = args["attention_axes"]
    if isinstance(axes, (list, tuple)):
        return tuple(items(axes, "attention_axes"))
    return () if axes is None else (axes,)


def output_tail(args: Args) -> tuple[Dim, ...] | None:
    """`output_shape`: what stands in the place of the last axis, or None for the query's."""
    given = args["output_shape"]
    if not isinstance(given, (int, Size, list, tuple, type(None))):
        raise Lose("`output_shape` is not known")
    if isinstance(given, (int, Size)):
        given = (given,) if type(given) is not int or given else ()
    if not given:
        return None
    sizes = tuple(output_size(item) for item in items(given, "output_shape"))
    for one in sizes:
        if type(one) is int and one < 0:
            raise Refuse(Refusal.WRONG_SHAPE, f"`output_shape` holds {one}")
    return sizes


def output_size(item: Any) -> Dim:
    """One size of `output_shape`."""
    if isinstance(item, (int, Size)):
        return item
    if item is None:
        return fresh_none()
    if isinstance(item, Unknown):
        return known_size(item)
    raise Lose("`output_shape` is not known")


@layer("MultiHeadAttention", create=check_heads, built=heads_built, single=False, call=HEADS_CALL)
def multi_head_attention(
    args: Args,
    query: Any,
    value: Any,
    key: Any,
    _query_mask: Any,
    _value_mask: Any,
    _key_mask: Any,
    _attention_mask: Any,
    return_attention_scores: Any,
    _training: Any,
    _use_causal_mask: Any,
) -> Any:
    """keras.layers.MultiHeadAttention. The scores are as Keras says them, length by length."""
    query, value, key = inputs_of(query, value, key)
    same_but_last(value, key)
    tail = output_tail(args)
    output = query if tail is None else Shape((*query[:-1], *tail))
    if not truth(return_attention_scores, "return_attention_scores"):
        return output
    if len(query) < 2:
        raise Refuse(Refusal.WRONG_RANK, f"query has rank {len(query)}: {query}", inputs=(0,))
    return output, Shape((query[0], size(args, "num_heads"), query[1], query[1]))


# GroupQueryAttention.


def check_groups(args: Args) -> None:
    """The constructor of GroupQueryAttention."""
    dim = args.get("head_dim")
    heads, groups = args.get("num_query_heads"), args.get("num_key_value_heads")
    numbers = isinstance(heads, (int, float)) and isinstance(groups, (int, float))
    if groups == 0 or (numbers and heads % groups):  # type: ignore[operator]
        raise Refuse(
            Refusal.CHANNELS,
            f"num_query_heads={heads} can't be divided by num_key_value_heads={groups}",
            sizes=(heads, groups) if type(heads) is type(groups) is int else (),
            recover=args,
        )
    if isinstance(dim, (int, float)) and dim <= 0:
        raise Refuse(Refusal.WRONG_SHAPE, f"`head_dim` must be positive, is {dim}", recover=args)
    window = args.get("sliding_window")
    if isinstance(window, (int, float)) and (not isinstance(window, int) or window <= 0):
        raise Refuse(
            Refusal.WRONG_SHAPE, f"`sliding_window` must be positive, is {window}", recover=args
        )
    check_flash(args)


def groups_built(args: Args, query: Any, value: Any, key: Any = None, *_: Any) -> InputSpec:
    """GroupQueryAttention.build: projections of rank 3."""
    query, value, key = inputs_of(query, value, key)
    for position, one in ((0, query), (2, key), (1, value)):
        if len(one) < 3:
            raise Refuse(
                Refusal.WRONG_RANK,
                f"needs rank 3 (batch, time, features), has rank {len(one)}: {one}",
                inputs=(position,),
            )
        weight_size(one, 2)
    weight_size(query, -1)
    for name in ("head_dim", "num_query_heads", "num_key_value_heads"):
        heads = size(args, name)
        if type(heads) is int and heads < 0:
            raise Refuse(Refusal.WRONG_SHAPE, f"`{name}` must not be negative, is {heads}")
    check_dropout(args)
    return InputSpec()


@layer(
    "GroupQueryAttention", create=check_groups, built=groups_built, single=False, call=HEADS_CALL
)
def group_query_attention(
    args: Args,
    query: Any,
    value: Any,
    key: Any,
    _query_mask: Any,
    _value_mask: Any,
    _key_mask: Any,
    _attention_mask: Any,
    return_attention_scores: Any,
    _training: Any,
    _use_causal_mask: Any,
) -> Any:
    """keras.layers.GroupQueryAttention."""
    query, value, key = inputs_of(query, value, key)
    if differ(query[-1], value[-1]):
        raise Refuse(
            Refusal.SHAPES_DIFFER,
            f"the last axis of query and value is {query[-1]} vs {value[-1]}: {query} and {value}",
            axis=len(query) - 1,
            sizes=(query[-1], value[-1]),
            inputs=(0, 1),
            recover=query,
        )
    same_but_last(value, key)
    if not truth(return_attention_scores, "return_attention_scores"):
        return query
    if len(query) < 2 or len(key) < 2:
        raise Refuse(Refusal.WRONG_RANK, f"needs rank 3: {query} and {key}", inputs=(0, 1))
    return query, Shape((query[0], size(args, "num_query_heads"), query[1], key[1]))


# Attention, AdditiveAttention.


def check_score_mode(args: Args) -> None:
    """The constructor of Attention."""
    mode = args.get("score_mode", "dot")
    if isinstance(mode, str) and mode not in ("dot", "concat"):
        raise Refuse(Refusal.WRONG_SHAPE, f"`score_mode` is {mode!r}", recover=args)


def listed(inputs: Any, mask: Any) -> tuple[Shape, Shape, Shape]:
    """Query, value and key from a list. Mirrors Attention._validate_inputs."""
    if isinstance(inputs, (Shape, dict)) or not isinstance(inputs, list):
        if isinstance(inputs, (Shape, dict, tuple)):
            raise Refuse(Refusal.NOT_A_LIST, "must be called on a list [query, value, key]")
        raise Lose("what it is called on is not a list that can be followed")
    given = items(inputs, "inputs")
    if not 2 <= len(given) <= 3:
        raise Refuse(
            Refusal.WRONG_SHAPE, f"takes [query, value] or [query, value, key], not {len(given)}"
        )
    if isinstance(mask, Shape):
        raise Refuse(Refusal.WRONG_SHAPE, "`mask` must be a list [query_mask, value_mask]")
    if isinstance(mask, list) and not 2 <= len(items(mask, "mask")) <= 3:
        raise Refuse(Refusal.WRONG_SHAPE, f"`mask` must hold 2 or 3 masks, not {len(mask)}")
    query, value = tensor(given[0], "query"), tensor(given[1], "value")
    return query, value, tensor(given[2], "key") if len(given) > 2 else value


def additive_built(args: Args, inputs: Any, mask: Any = None, *_: Any) -> InputSpec:
    """AdditiveAttention.build: a scale for each feature of the query."""
    query, _value, _key = listed(inputs, mask)
    if truth(args["use_scale"], "use_scale"):
        weight_size(query, -1)
    return InputSpec()


def attention(
    _args: Args,
    inputs: Any,
    mask: Any,
    _training: Any,
    return_attention_scores: Any,
    _use_causal_mask: Any,
) -> Any:
    """keras.layers.Attention and AdditiveAttention."""
    query, value, key = listed(inputs, mask)
    if not value or not query:
        raise Refuse(Refusal.WRONG_RANK, "query and value must have a last axis")
    output = Shape((*query[:-1], value[-1]))
    if not truth(return_attention_scores, "return_attention_scores"):
        return output
    if len(key) < 2:
        raise Refuse(Refusal.WRONG_RANK, f"key must have rank 2 at least: {key}")
    return output, Shape((*query[:-1], key[-2]))


layer("Attention", create=check_score_mode, single=False, call=LIST_CALL)(attention)
layer("AdditiveAttention", built=additive_built, single=False, call=LIST_CALL)(attention)
