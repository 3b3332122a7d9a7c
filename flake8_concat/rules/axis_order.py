"""Axes named in a wrong order: `# (batch, width, height, channels)` beside a channels_last map."""

from __future__ import annotations

from flake8_concat.keras.graph import Tensor
from flake8_concat.rules.axes import axis_names
from flake8_concat.rules.lineage import looks_channels_first, turns, width_first
from flake8_concat.rules.shape_text import ShapeText
from flake8_concat.rules.side_words import side_of
from flake8_concat.rules.words import AXIS_WORDS, words_of
from flake8_concat.shapes import Shape
from flake8_concat.trace.facts import Facts

_CHANNELS = frozenset("c ch channel channels".split())
_FEATURES = frozenset("features feature embedding embed hidden units d_model dim".split())
_STEPS = frozenset("steps timesteps time seq sequence len length maxlen tokens".split())


def misordered(said: ShapeText, tensor: Tensor, facts: Facts) -> dict[int, int]:
    """For each size whose name is that of another axis of the tensor, the place it belongs in.

    {} where the names say nothing against the traced axes, and where the author arranged the axes.
    """
    if not isinstance(tensor.shape, Shape) or said.plane:
        return {}
    offset = len(tensor.shape) - len(said.dims)
    names = axis_names(tensor, facts.image_data_format)
    if offset not in (0, 1) or (offset and said.with_batch) or len(names) not in (3, 4, 5):
        return {}
    claims = [
        _claim(dim.value, len(names)) if isinstance(dim.value, str) else None for dim in said.dims
    ]
    wrong = {
        at: claim
        for at, claim in enumerate(claims)
        if claim is not None and claim in names and names[at + offset] != claim
    }
    places = {names.index(claim) - offset: at for at, claim in wrong.items()}
    if len(wrong) < 2 or set(places) != set(wrong):
        return {}
    arranged = turns(tensor) or looks_channels_first(tensor)
    return {} if arranged or (len(names) > 3 and width_first(facts, tensor)) else places


def _claim(name: str, rank: int) -> str | None:
    """The axis that a name in a shape stands for, as `axis_names` calls it."""
    words = set(words_of(name)) | {name.lower()}
    if rank == 3:
        steps, features = bool(words & _STEPS), bool(words & _FEATURES)
        return ("steps" if steps else "features") if steps != features else None
    if words & _CHANNELS and not any(
        axes & {"height", "width"} for word in words if (axes := AXIS_WORDS.get(word))
    ):
        return "channels"
    return side_of(name)
