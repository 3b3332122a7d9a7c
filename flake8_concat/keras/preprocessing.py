"""Preprocessing of numbers, categories and text (keras/src/layers/preprocessing)."""

from __future__ import annotations

from typing import Any

from flake8_concat.keras.arguments import flag, items, positive, shown, size
from flake8_concat.keras.graph import Layer
from flake8_concat.keras.image_preprocessing import BOUNDS
from flake8_concat.keras.registry import Args, InputSpec, layer
from flake8_concat.keras.running import refused_by_itself
from flake8_concat.shapes import (
    UNKNOWN_SIZE,
    Dim,
    Known,
    Lose,
    Refusal,
    Refuse,
    Shape,
    Size,
    Unknown,
    fresh_none,
    is_none,
)

ENCODINGS = ("one_hot", "multi_hot", "count")
# Old words that Keras still takes.
OLD_MODES = {"binary": "multi_hot", "tf-idf": "tf_idf"}


def word(args: Args, name: str) -> str:
    """An argument that is one of some words. Raises Refuse for a number or None."""
    value = args[name]
    if isinstance(value, str):
        return value
    if value is None or isinstance(value, (int, float)):
        raise Refuse(Refusal.WRONG_SHAPE, f"`{name}` can't be {value}")
    raise Lose(f"`{name}` is not known")


def mode_of(args: Args, *modes: str) -> str:
    """`output_mode`, one of `modes`. Raises Refuse for another word."""
    mode = word(args, "output_mode")
    mode = OLD_MODES.get(mode, mode) if "multi_hot" in modes else mode
    if mode not in modes:
        raise Refuse(Refusal.WRONG_SHAPE, f"`output_mode` is {mode!r}, not one of {modes}")
    return mode


def squeezed(x: Shape) -> Shape:
    """Without a last axis of 1, if it is not the only one; as for one-hot codes."""
    return Shape(x[:-1]) if len(x) > 1 and x[-1] == 1 else x


def uncertain_one(x: Shape) -> bool:
    """Whether the last axis may be 1 or not."""
    return len(x) > 1 and type(x[-1]) is not int and not is_none(x[-1])


def encoded(x: Shape, mode: str, depth: Dim) -> Shape:
    """A code for each element, or for all elements of the last axis."""
    if mode != "one_hot":
        return Shape((*x[:-1], depth))
    if uncertain_one(x):
        raise Lose("whether the last axis is 1 is not known")
    return Shape((*squeezed(x), depth))


# Categories.


def check_tokens(args: Args) -> None:
    """The constructor of CategoryEncoding."""
    if args.get("num_tokens") is None:
        raise Refuse(Refusal.WRONG_SHAPE, "`num_tokens` must be given")
    positive(args, "num_tokens", fractions=True)
    mode_of(args, *ENCODINGS)


@layer("CategoryEncoding", create=check_tokens)
def category_encoding(args: Args, x: Shape) -> Shape:
    """keras.layers.CategoryEncoding."""
    return encoded(x, mode_of(args, *ENCODINGS), size(args, "num_tokens"))


def check_bins(args: Args) -> None:
    """The constructor of Discretization."""
    mode = mode_of_bins(args)
    if mode == "int" and args.get("sparse") is True:
        raise Refuse(Refusal.WRONG_SHAPE, "`sparse` goes with codes, not with integers")
    bins, boundaries = args.get("num_bins"), args.get("bin_boundaries")
    if isinstance(bins, (int, float)) and bins < 0:
        raise Refuse(Refusal.WRONG_SHAPE, f"`num_bins` must not be negative, is {bins}")
    if bins is None and boundaries is None:
        raise Refuse(Refusal.WRONG_SHAPE, "`num_bins` or `bin_boundaries` must be given")
    if type(bins) is int and isinstance(boundaries, (list, tuple)):
        raise Refuse(Refusal.WRONG_SHAPE, "`num_bins` and `bin_boundaries` are both given")


def mode_of_bins(args: Args) -> str:
    """`output_mode` of layers that give integers or codes."""
    mode = word(args, "output_mode")
    if mode not in ("int", *ENCODINGS):
        raise Refuse(Refusal.WRONG_SHAPE, f"`output_mode` is {mode!r}")
    return mode


@layer("Discretization", create=check_bins)
def discretization(args: Args, x: Shape) -> Shape:
    """keras.layers.Discretization; codes of more than one axis lose the second."""
    mode = mode_of_bins(args)
    if mode == "int":
        return x
    boundaries = dict.get(args, "bin_boundaries")
    if boundaries is None:
        depth = size(args, "num_bins")
    elif isinstance(boundaries, Unknown):
        depth = UNKNOWN_SIZE
    else:
        depth = len(items(boundaries, "bin_boundaries")) + 1
    if mode == "one_hot":
        return encoded(x, mode, depth)
    return Shape((x[0], *x[2:], depth)) if len(x) > 1 else Shape((depth,))


def check_hashing(args: Args) -> None:
    """The constructor of Hashing."""
    if args.get("num_bins", 0) is None:
        raise Refuse(Refusal.WRONG_SHAPE, "`num_bins` must be given")
    positive(args, "num_bins", fractions=True)
    salt = args.get("salt")
    pair = isinstance(salt, (list, tuple)) and len(salt) == 2
    if isinstance(salt, (str, float)) or (isinstance(salt, (list, tuple)) and not pair):
        raise Refuse(
            Refusal.WRONG_SHAPE, f"`salt` must be an integer or two of them, is {shown(salt)}"
        )
    check_sparse_codes(args, mode_of_bins(args))


def check_sparse_codes(args: Args, mode: str) -> None:
    """Integers can't be sparse."""
    if mode == "int" and args.get("sparse") is True:
        raise Refuse(Refusal.WRONG_SHAPE, "`sparse` goes with codes, not with integers")


@layer("Hashing", create=check_hashing)
def hashing(args: Args, x: Shape) -> Shape:
    """keras.layers.Hashing: the shape as Keras says it, which puts codes on the last axis."""
    if mode_of_bins(args) == "int":
        return x
    return Shape((*x[:-1], size(args, "num_bins")))


def check_crossing(args: Args) -> None:
    """The constructor of HashedCrossing."""
    mode = args["output_mode"]
    if isinstance(mode, str) and mode not in ("int", "one_hot"):
        raise Refuse(Refusal.WRONG_SHAPE, f"`output_mode` is {mode!r}")


@layer("HashedCrossing", create=check_crossing, single=False)
def hashed_crossing(args: Args, x: Any) -> Shape:
    """keras.layers.HashedCrossing: two tensors whose last axes are alike."""
    if isinstance(x, Shape) or not isinstance(x, (list, tuple)):
        if isinstance(x, (Shape, dict)):
            raise Refuse(Refusal.NOT_A_LIST, "takes a list of 2 tensors")
        raise Lose("what it is called on is not a list that can be followed")
    if len(x) != 2:
        raise Refuse(Refusal.WRONG_SHAPE, f"takes a list of 2 tensors, not {len(x)}")
    a, b = x
    if not isinstance(a, Shape) or not isinstance(b, Shape):
        raise Lose("what it is called on are not tensors that can be followed")
    if not a or not b:
        raise Refuse(Refusal.WRONG_RANK, "takes tensors of rank 1 and more")
    numbers = type(a[-1]) is int and type(b[-1]) is int and a[-1] != b[-1]
    if (
        numbers
        or (type(a[-1]) is int and is_none(b[-1]))
        or (is_none(a[-1]) and type(b[-1]) is int)
    ):
        raise Refuse(
            Refusal.SHAPES_DIFFER,
            f"the last axis is {a[-1]} vs {b[-1]}: {a} and {b}",
            sizes=(a[-1], b[-1]),
            inputs=(0, 1),
        )
    if args["output_mode"] == "int":
        return a
    bins = size(args, "num_bins")
    if type(a[-1]) is not int and not is_none(a[-1]):
        raise Lose("whether the last axis is 1 is not known")
    return Shape((*a[:-1], bins)) if a[-1] == 1 else Shape((*a, bins))


# Vocabularies.

LOOKUP_MODES = ("int", "one_hot", "multi_hot", "count", "tf_idf")


# What IntegerLookup takes as words. StringLookup has neither argument.
WORDS_OF_LOOKUPS = {"oov_method": ("floormod", "farmhash"), "vocabulary_dtype": ("int64",)}


def check_lookup(args: Args) -> None:
    """The constructors of StringLookup and IntegerLookup."""
    most, oov = args.get("max_tokens"), args.get("num_oov_indices")
    if isinstance(most, (int, float)) and most <= 1:
        raise Refuse(Refusal.WRONG_SHAPE, f"`max_tokens` must be above 1, is {most}")
    if args.get("pad_to_max_tokens") is True and most is None:
        raise Refuse(Refusal.WRONG_SHAPE, "`pad_to_max_tokens` needs `max_tokens`")
    if isinstance(oov, (int, float)) and oov < 0:
        raise Refuse(Refusal.WRONG_SHAPE, f"`num_oov_indices` must not be negative, is {oov}")
    salt, method = args.get("salt"), args.get("oov_method", "farmhash")
    given = salt is not None and not isinstance(salt, Unknown)
    if given and isinstance(method, str) and method != "farmhash":
        raise Refuse(Refusal.WRONG_SHAPE, "`salt` goes with `oov_method='farmhash'` only")
    for name, words_of_it in WORDS_OF_LOOKUPS.items():
        value = args.get(name)
        if isinstance(value, str) and value not in words_of_it:
            raise Refuse(Refusal.WRONG_SHAPE, f"`{name}` is {value!r}, not one of {words_of_it}")
    mode = mode_of(args, *LOOKUP_MODES)
    if mode != "int" and args.get("invert") is True:
        raise Refuse(Refusal.WRONG_SHAPE, "`invert` goes with `output_mode='int'` only")
    check_sparse_codes(args, mode)
    weights, words = args.get("idf_weights"), args.get("vocabulary")
    if weights is not None and not isinstance(weights, Unknown) and mode != "tf_idf":
        raise Refuse(Refusal.WRONG_SHAPE, "`idf_weights` go with `output_mode='tf_idf'` only")
    if mode == "tf_idf" and isinstance(words, (list, tuple)) and weights is None:
        raise Refuse(Refusal.WRONG_SHAPE, "`output_mode='tf_idf'` needs `idf_weights`")
    check_words(args, mode)


def plain_words(value: Any) -> list[Any] | None:
    """A vocabulary that is written out, or None."""
    if not isinstance(value, (list, tuple)):
        return None
    words = list(items(value, "vocabulary"))
    return words if all(isinstance(word, (str, int, float)) for word in words) else None


def check_words(args: Args, mode: str) -> None:
    """A vocabulary must not be empty, repeat a word or be larger than `max_tokens`."""
    words = plain_words(args.get("vocabulary"))
    if words is None:
        return
    if not words:
        raise Refuse(Refusal.WRONG_SHAPE, "`vocabulary` is empty")
    tokens, start = split_words(args, mode, words)
    if tokens is None or start is None:
        return
    if len(set(tokens)) < len(tokens):
        raise Refuse(Refusal.WRONG_SHAPE, "`vocabulary` holds a word twice")
    if args.get("mask_token") is not None and args.get("mask_token") in tokens:
        raise Refuse(Refusal.WRONG_SHAPE, "`vocabulary` holds the mask token among its words")
    if args.get("oov_token") in tokens and args.get("invert") is True:
        raise Refuse(Refusal.WRONG_SHAPE, "`vocabulary` holds the out-of-vocabulary token")
    most = args.get("max_tokens")
    if type(most) is int and start + len(tokens) > most:
        raise Refuse(
            Refusal.WRONG_SHAPE,
            f"the vocabulary has {start + len(tokens)} tokens, `max_tokens` is {most}",
        )
    weights = args.get("idf_weights")
    if mode == "tf_idf" and isinstance(weights, (list, tuple)) and len(weights) != len(words):
        raise Refuse(Refusal.WRONG_SHAPE, f"{len(weights)} `idf_weights` for {len(words)} words")


def split_words(args: Args, mode: str, words: list[Any]) -> tuple[list[Any] | None, int | None]:
    """The words without special tokens before them, and how many special tokens there are.

    Mirrors IndexLookup.set_vocabulary. None where it is not known.
    """
    oov, mask = args.get("num_oov_indices", 1), args.get("mask_token")
    if type(oov) is not int or isinstance(mask, Unknown):
        return None, None
    masks = 1 if mask is not None and mode == "int" else 0
    special = [mask] * masks + [args.get("oov_token")] * oov
    start = len(special)
    return (words[start:] if special == words[:start] else words), start


def vocabulary_depth(args: Args) -> Dim:
    """How long the codes are. Mirrors IndexLookup.compute_output_shape.

    A vocabulary that is learned by `adapt()` leaves the size open: None for Keras before it, a
    number after it.
    """
    return size(args, "max_tokens") if flag(args, "pad_to_max_tokens") else vocabulary_size(args)


LEARNED = "learned"  # beside the arguments: what `adapt()` or `set_vocabulary()` made known


def vocabulary_size(args: Args) -> Dim:
    """How many tokens there are, special ones among them. Mirrors IndexLookup.vocabulary_size."""
    words = plain_words(dict.get(args, LEARNED, dict.get(args, "vocabulary")))
    if words is None:
        return UNKNOWN_SIZE
    tokens, start = split_words(args, mode_of(args, *LOOKUP_MODES), words)
    return UNKNOWN_SIZE if tokens is None or start is None else start + len(tokens)


@layer("StringLookup", "IntegerLookup", create=check_lookup)
def lookup(args: Args, x: Shape) -> Shape:
    """keras.layers.StringLookup and IntegerLookup."""
    mode = mode_of(args, *LOOKUP_MODES)
    return x if mode == "int" else encoded(x, mode, vocabulary_depth(args))


# What TextVectorization makes its StringLookup with, beside its own arguments.
TEXT_LOOKUP = {"mask_token": "", "oov_token": "[UNK]", "num_oov_indices": 1, "invert": False}


def text_lookup(args: Args) -> Args:
    """The arguments of the StringLookup in a TextVectorization."""
    return Args({**args, **TEXT_LOOKUP})


def check_text(args: Args) -> None:
    """The constructor of TextVectorization."""
    mode = mode_of(args, *LOOKUP_MODES)
    length = args.get("output_sequence_length")
    if mode == "int":
        if not isinstance(length, (int, Size, Unknown, type(None))):
            raise Refuse(Refusal.WRONG_SHAPE, f"`output_sequence_length` is {length!r}")
    elif length is not None and not isinstance(length, Unknown):
        raise Refuse(Refusal.WRONG_SHAPE, "`output_sequence_length` goes with integers only")
    if mode != "int" and args.get("ragged") is True:
        raise Refuse(Refusal.WRONG_SHAPE, "`ragged` goes with integers only")
    words = ("lower_and_strip_punctuation", "lower", "strip_punctuation")
    for name, known in (("standardize", words), ("split", ("whitespace", "character"))):
        value = args.get(name)
        if isinstance(value, str) and value not in known:
            raise Refuse(Refusal.WRONG_SHAPE, f"`{name}` is {value!r}")
    check_lookup(text_lookup(args))


@layer("TextVectorization", create=check_text)
def text_vectorization(args: Args, x: Shape) -> Shape:
    """keras.layers.TextVectorization."""
    mode = mode_of(args, *LOOKUP_MODES)
    if mode == "int":
        if not x:
            raise Refuse(Refusal.WRONG_RANK, "needs a batch axis")
        if dict.get(args, "output_sequence_length") is None:
            return Shape((x[0], fresh_none()))
        length = size(args, "output_sequence_length")
        if type(length) is int and length < 0:
            raise Refuse(Refusal.WRONG_SHAPE, f"`output_sequence_length` is {length}")
        return Shape((x[0], length))
    if args["split"] is not None:
        x = Shape((*x, fresh_none()))
    elif len(x) <= 1:
        x = Shape((*x, 1))
    return encoded(x, mode, vocabulary_depth(text_lookup(args)))


# Numbers.


def axes_of(args: Args) -> tuple[Any, ...]:
    """The axes that Normalization keeps apart."""
    axis = args["axis"]
    if axis is None:
        return ()
    return tuple(items(axis, "axis")) if isinstance(axis, (list, tuple)) else (axis,)


def dims_of(value: Any) -> tuple[int, ...] | None:
    """The shape of a constant: numbers in lists, or an array, which stands here as its shape."""
    if isinstance(value, Shape):
        known = tuple(size for size in value if isinstance(size, int))
        return known if len(known) == len(value) else None
    if isinstance(value, (int, float)):
        return ()
    if not isinstance(value, (list, tuple)) or getattr(value, "blur", None) is not None:
        return None
    inner = {dims_of(item) for item in value}
    if len(inner) > 1 or None in inner:
        return None
    tail = inner.pop() if inner else ()
    return None if tail is None else (len(value), *tail)


def check_moments(args: Args) -> None:
    """The constructor of Normalization."""
    mean, variance = args.get("mean"), args.get("variance")
    if isinstance(mean, Unknown) or isinstance(variance, Unknown):
        return
    if (mean is None) != (variance is None):
        raise Refuse(Refusal.WRONG_SHAPE, "`mean` and `variance` go together")
    a, b = dims_of(mean), dims_of(variance)
    if a is None or b is None:
        return
    if a != b:
        raise Refuse(
            Refusal.SHAPES_DIFFER, f"`mean` has shape {a}, `variance` has shape {b}", recover=args
        )
    axes = axes_of(args)
    if len(a) > len(axes):
        raise Refuse(
            Refusal.WRONG_RANK, f"`mean` has rank {len(a)} for {len(axes)} axes", recover=args
        )


def normalization_built(args: Args, x: Shape) -> InputSpec:
    """Normalization.build: the kept axes must exist and be known."""
    rank = len(x)
    kept: list[int] = []
    for axis in axes_of(args):
        if type(axis) is not int:
            raise Lose("`axis` is not known")
        if not -rank <= axis < rank:
            raise Refuse(
                Refusal.WRONG_SHAPE,
                f"axis {axis} is out of range for rank {rank}: {x}",
                inputs=(0,),
                recover=x,
            )
        kept.append(axis % rank)
    kept.sort()
    for axis in kept:
        if is_none(x[axis]):
            raise Refuse(
                Refusal.UNKNOWN_WEIGHT,
                f"the size of axis {axis} must be known: {x}",
                axis=axis,
                inputs=(0,),
                recover=x,
            )
    if len(set(kept)) < len(kept):
        check_twice(args, x, kept)
    sizes = dims_of(args["mean"]) or ()
    for length, axis in zip(reversed(sizes), reversed(kept), strict=False):
        found = x[axis]
        if length != 1 and type(found) is int and found != length:
            raise Refuse(
                Refusal.SHAPES_DIFFER,
                f"`mean` has {length} values for axis {axis}, which is {found}: {x}",
                axis=axis,
                sizes=(length, found),
                inputs=(0,),
                recover=x,
            )
    return InputSpec()


def check_twice(args: Args, x: Shape, kept: list[int]) -> None:
    """An axis that is named twice: the learned moments can't be put back into shape."""
    for axis in {axis for axis in kept if kept.count(axis) > 1}:
        if args["mean"] is None and type(x[axis]) is int and x[axis] != 1:
            raise Refuse(
                Refusal.WRONG_SHAPE, f"`axis` names axis {axis} twice", axis=axis, recover=x
            )


@layer("Normalization", create=check_moments, built=normalization_built)
def normalization(_args: Args, x: Shape) -> Shape:
    """keras.layers.Normalization."""
    return x


# Pipeline.

# Layers that say one shape and compute another in some modes; in a Pipeline Keras computes.
COMPUTED = frozenset(
    {
        "CategoryEncoding",
        "Discretization",
        "Hashing",
        "HashedCrossing",
        "StringLookup",
        "IntegerLookup",
        "TextVectorization",
        "MelSpectrogram",
        "STFTSpectrogram",
    }
)
IMAGES = frozenset({*BOUNDS, "Resizing", "CenterCrop", "RandomCrop", "MaxNumBoundingBoxes"})


@layer("Pipeline", single=False)
def pipeline(args: Args, x: Any) -> Any:
    """keras.layers.Pipeline: its layers are called one after the other."""
    steps = items(args["layers"], "layers")
    if not steps:
        raise Refuse(Refusal.WRONG_SHAPE, "has no layers")
    for step in steps:
        if not hasattr(step, "outcome"):
            raise Lose("a step of the Pipeline is not a layer that can be followed")
        if isinstance(step, Layer):
            check_step(step.type.name, x)
        outcome = step.outcome((x,), {})
        if isinstance(outcome, Unknown):
            raise Lose(outcome.why)
        if not isinstance(outcome, Known):
            if isinstance(step, Layer) and refused_by_itself(step, outcome):
                raise Lose(f"what {step.name} gives where it runs is not known")
            raise Refuse(outcome.refusal, f"in {step.name}: {outcome.what}", inputs=(0,))
        x = outcome.result
    return x


def check_step(name: str, x: Any) -> None:
    """What a layer computes is not always what it says."""
    if name in COMPUTED:
        raise Lose(f"{name} in a Pipeline is not followed")
    if name in IMAGES and (not isinstance(x, Shape) or len(x) not in (3, 4)):
        raise Lose(f"{name} in a Pipeline is followed on images only")
