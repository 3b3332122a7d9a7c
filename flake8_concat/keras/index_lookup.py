"""Layers that look words and numbers up in a vocabulary (keras/src/layers/preprocessing).

IntegerLookup, StringLookup, TextVectorization.
"""

from __future__ import annotations

from typing import Any

from flake8_concat.keras.arguments import flag, items, size
from flake8_concat.keras.preprocessing import check_sparse_codes, encoded, mode_of
from flake8_concat.keras.registry import Args, layer
from flake8_concat.shapes import (
    UNKNOWN_SIZE,
    Dim,
    Refusal,
    Refuse,
    Shape,
    Size,
    Unknown,
    fresh_none,
)

LOOKUP_MODES = ("int", "one_hot", "multi_hot", "count", "tf_idf")


# What IntegerLookup takes as words. StringLookup has neither argument.
WORDS_OF_LOOKUPS = {"oov_method": ("floormod", "farmhash"), "vocabulary_dtype": ("int64",)}


def check_lookup(args: Args) -> None:
    """The constructors of StringLookup and IntegerLookup."""
    most, oov = args.get("max_tokens"), args.get("num_oov_indices")
    if isinstance(most, (int, float)) and most <= 1:
        raise Refuse(Refusal.WRONG_SHAPE, f"`max_tokens` must be above 1, is {most}")
    pad = args.get("pad_to_max_tokens")
    if isinstance(pad, (bool, int, str)) and pad and most is None:
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
    """A vocabulary that is written out, or None: of a tensor there is only its shape."""
    if not isinstance(value, (list, tuple)) or isinstance(value, Shape):
        return None
    words = list(items(value, "vocabulary"))
    return words if all(isinstance(word, (str, int, float)) for word in words) else None


def is_whole(word: Any) -> bool:
    """Whether numpy makes an integer of it."""
    return not isinstance(word, str) or word.strip().lstrip("+-").isdigit()


def check_words(args: Args, mode: str) -> None:
    """A vocabulary must not be empty, repeat a word or be larger than `max_tokens`."""
    words = plain_words(args.get("vocabulary"))
    if words is None:
        return
    if not words:
        raise Refuse(Refusal.WRONG_SHAPE, "`vocabulary` is empty")
    of_numbers = "vocabulary_dtype" in args
    text = not of_numbers and any(isinstance(word, str) for word in words)
    for word in words if not text else ():  # numpy makes words of numbers beside words
        if not (is_whole(word) if of_numbers else isinstance(word, str)):
            wanted = "numbers" if of_numbers else "words"
            raise Refuse(Refusal.WRONG_SHAPE, f"`vocabulary` must be {wanted}, holds {word!r}")
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


@layer("StringLookup", "IntegerLookup", create=check_lookup, bare=True)
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


@layer("TextVectorization", create=check_text, bare=True)
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
