"""What the number of channels is called, in names for sizes."""

from __future__ import annotations

from flake8_concat.rules.words import words_of

CHANNEL_WORDS = frozenset("c ch chs chan chans channel channels nc".split())


def named_channels(name: str) -> bool:
    """Whether a size is that of the channels by its name: `channels`, `img_ch`, `num_chans`."""
    return name.lower() == "depth" or not CHANNEL_WORDS.isdisjoint(words_of(name))
