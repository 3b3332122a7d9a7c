"""What the names for the sizes of a traced shape say, and which axes those sizes belong to."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

import libcst as cst

from flake8_concat import late
from flake8_concat.keras.graph import Tensor
from flake8_concat.rules.axes import CHANNELS_FIRST, axis_names, past
from flake8_concat.rules.channel_words import CHANNEL_WORDS
from flake8_concat.rules.lineage import (
    input_shapes,
    looks_channels_first,
    of_sequences,
    width_first,
)
from flake8_concat.rules.names import dotted
from flake8_concat.rules.shape_reads import ShapeRead
from flake8_concat.rules.side_words import side_of
from flake8_concat.rules.words import SIDES, words_of
from flake8_concat.shapes import Shape
from flake8_concat.trace.facts import Event, Facts

_COUNTING = frozenset("n num number nb in out input output of x img image the".split())
# What the axes of sequences are called, where that can't be anything else.
_SEQUENCE_WORDS = {
    "steps": frozenset(
        "steps timesteps time_steps n_steps num_steps n_timesteps num_timesteps seq_len seqlen "
        "seq_length sequence_length".split()
    ),
    "features": frozenset(
        "features n_features num_features feats n_feats num_feats feat_dim feature_dim embed_dim "
        "embedding_dim emb_dim hidden_dim hidden_size units n_units d_model".split()
    ),
}
# What the third side of a video or volume is called.
_FRAMES = late.compiled(r"t|d|time|depth|slices|(?:n_|num_)?(?:frames|steps|timesteps)|seq_len")
# What the size of a step is called, beside the number of steps.
_DEEP = late.compiled(r"d|c|dims?|feats?|channels?|hidden|emb|depth")
_BATCH_SIZE = frozenset({"batch_size", "batchsize"})
_COLOURS = (3, 4)
_MANY = 50  # reads at one place, the way back from each of which is not gone
_READS = ("keras.backend.int_shape", "keras.backend.shape", "keras.ops.shape", "tf.shape")


_WIDTH_FIRST = late.compiled(
    r"#[^\n]*[(\[]\s*(?:b|n|bs|batch\w*)\s*,\s*(?:w|width)\s*,\s*(?:h|height)\s*,\s*(?:c|ch\w*)\s*[)\]]",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Part:
    """A name that one size of a shape is given to.

    value: what is assigned to it, as it is written
    """

    target: cst.BaseExpression
    value: cst.BaseExpression
    read: ShapeRead
    axis: int

    @property
    def name(self) -> str:
        """The name itself: `width` of `self.width`."""
        return (dotted(self.target) or "").rpartition(".")[2]


class Traced:
    """What the trace knows of the shapes that are read, by the expressions that read them."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        self.reads: dict[int, list[Event]] = {}
        self._first: dict[int, list[Tensor]] = {}
        for event in facts.events:
            read = event.kind == "shape" or event.callee in _READS
            if read and event.site.source is facts.source and event.inputs:
                self.reads.setdefault(id(event.site.node), []).append(event)

    @cached_property
    def width_first(self) -> bool:
        """Whether a comment says so of some maps: `# on (B, W, H, C) feature maps`."""
        return bool(_WIDTH_FIRST.search(self.facts.source.text))

    def rearranged(self, parts: list[Part]) -> bool:
        """Whether the axes of what is read mean what the author wants them to mean."""
        tensors = [tensor for part in parts[:1] for tensor in self._tensors(part)]
        return any(
            tensor.symbolic
            and isinstance(tensor.shape, Shape)
            and (
                (len(tensor.shape) in (4, 5) and not axis_names(tensor))
                or looks_channels_first(tensor)
                or width_first(self.facts, tensor)
            )
            for tensor in tensors
        )

    def claim(self, part: Part) -> str | None:
        """The axis that a name says: a side; the channels, where images in colour go in.

        Electrodes and microphones are called channels as well.
        """
        name = part.name.lower()
        if name in _BATCH_SIZE:
            return "batch"
        if any(len(tensor.shape) == 3 for tensor in self._tensors(part)):  # type: ignore[arg-type]
            return next((axis for axis, words in _SEQUENCE_WORDS.items() if name in words), None)
        if _says_channels(part.name):
            return "channels" if self._coloured(part) else None
        return side_of(part.name)

    def claims(self, parts: list[Part]) -> list[str | None]:
        """The axes that the names of a whole shape say: with both sides, channels are channels."""
        said = [self.claim(part) for part in parts]
        at = [i for i, part in enumerate(parts) if _says_channels(part.name, letters=True)]
        if len(at) == 1 and set(SIDES) <= set(said):
            said[at[0]] = "channels"
        at = [i for i, part in enumerate(parts) if _DEEP.fullmatch(part.name.lower())]
        if len(at) == 1 and len(parts) < 4 and "steps" in said and said[at[0]] is None:
            said[at[0]] = "features"
        at = [index for index, part in enumerate(parts) if _FRAMES.fullmatch(part.name.lower())]
        if len(at) == 1 and len(parts) == 5 and set(SIDES) <= set(said):
            said[at[0]] = next((axis for part in parts if (axis := self._third(part))), None)
        return said

    def _third(self, part: Part) -> str | None:
        """What the axis of a video or volume is called that is none of a picture."""
        meaning = self.meaning(part)
        return meaning if meaning in ("depth", "time") else None

    def _coloured(self, part: Part) -> bool:
        shapes = [shape for _, shape in input_shapes(*self._tensors(part))]
        at = 1 if self.facts.image_data_format == CHANNELS_FIRST else -1
        return bool(shapes) and all(len(shape) > 2 and shape[at] in _COLOURS for shape in shapes)

    def meaning(self, part: Part) -> str | None:
        """What axis of a map a size belongs to, None if not known."""
        events = self.reads.get(id(part.read.node), ())
        if not events or not all(event.certain for event in events):
            return None
        meanings = {self._axis(tensor, part.axis) for tensor in self._tensors(part)}
        return meanings.pop() if len(meanings) == 1 else None

    def _tensors(self, part: Part) -> list[Tensor]:
        """The tensors whose shape is read there, but for what becomes of the first of them.

        A block that turns axes and back is called with its own result: what comes out of the first
        time is no less a map than what went in.
        """
        key = id(part.read.node)
        if key not in self._first:
            found = [event.inputs[0] for event in self.reads.get(key, ())]
            seen = found[0].node if found and axis_names(found[0]) else None
            if seen is not None and len(found) < _MANY:
                found[1:] = [
                    one
                    for one in found[1:]
                    if axis_names(one) or all(node is not seen for node in past(one))
                ]
            self._first[key] = found
        return self._first[key]

    def _axis(self, tensor: Tensor, axis: int) -> str | None:
        if tensor.node is None and not tensor.symbolic:
            return None  # a weight: of a convolution it is (height, width, channels, filters)
        names = axis_names(tensor, self.facts.image_data_format)
        known = len(names) > 3 or (len(names) == 3 and of_sequences(tensor))
        return names[axis] if known and -len(names) <= axis < len(names) else None


def _says_channels(name: str, *, letters: bool = False) -> bool:
    """Whether a name says channels; `letters`: a `c1` as well, which may be a first anything."""
    said = [word for word in words_of(name) if word not in _COUNTING]
    if len(said) == 2 and said[1].isdigit() and (letters or len(said[0]) > 1):
        del said[1]
    return len(said) == 1 and said[0] in CHANNEL_WORDS
