"""What is meant by names of arguments that another layer has, or another library."""

from __future__ import annotations

from collections.abc import Iterable

# By the name that is given what may be meant, the likeliest first.
_MEANT: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(("hidden_dim", "hidden_size", "hidden_units"), ("units",)),
    **dict.fromkeys(("n_units", "num_hidden", "num_units", "out_features"), ("units",)),
    **dict.fromkeys(("channels", "depth", "n_filters", "num_filters"), ("filters",)),
    **dict.fromkeys(("out_channels", "out_dim"), ("filters", "units")),
    **dict.fromkeys(("num_embeddings", "vocab_size", "vocabulary_size"), ("input_dim",)),
    **dict.fromkeys(("dim", "embed_dim", "embedding_dim"), ("output_dim", "key_dim", "axis")),
    **dict.fromkeys(("axes", "permutation", "perm"), ("dims", "axis")),
    **dict.fromkeys(("n_head", "n_heads", "nhead"), ("num_heads",)),
    **dict.fromkeys(("d_model", "dim_head", "head_dim", "head_size"), ("key_dim",)),
    **dict.fromkeys(("drop", "drop_rate", "dropout", "dropout_rate", "prob"), ("rate",)),
    **dict.fromkeys(("kernel", "filter_size", "size"), ("kernel_size", "pool_size")),
    "bias": ("use_bias",),
    "dilation": ("dilation_rate",),
    "eps": ("epsilon",),
    "factor": ("size", "rate"),
    "filters": ("units",),
    "kernel_size": ("pool_size", "size"),
    "pool": ("pool_size",),
    "pool_size": ("kernel_size", "size"),
    "scale_factor": ("size",),
    "slope": ("negative_slope",),
    "units": ("filters",),
}
# Of what these words end, each weight has one; that of `kernel` is meant, if there is one.
_OF_WEIGHTS = ("initializer", "regularizer", "constraint")


def meant(name: str, names: Iterable[str]) -> str | None:
    """The one of `names` that is meant by a name that is none of them; None if nobody can tell."""
    known = tuple(names)
    last = name.rpartition("_")[2]
    candidates: tuple[str, ...] = _MEANT.get(name, ())
    if last in _OF_WEIGHTS:
        candidates = (f"kernel_{last}",)
    for candidate in candidates:
        if candidate in known:
            return candidate
    from difflib import get_close_matches

    return next(iter(get_close_matches(name, known, 1)), None)
