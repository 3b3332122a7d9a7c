"""Which side comes first in a shape, by what it is the shape of: image files, an Input's."""

from __future__ import annotations

import re

import libcst as cst

from flake8_concat import late
from flake8_concat.rules.names import Outline, definitions, dotted
from flake8_concat.rules.names import Place as Scope
from flake8_concat.rules.shape_reads import ShapeRead
from flake8_concat.rules.size_arguments import HEIGHT_FIRST, WIDTH_FIRST
from flake8_concat.rules.traced_sizes import Part

_READERS = {
    "cv2.imread": "shape",
    "PIL.Image.open": "picture",
    "imageio.imread": "shape",
    **{
        f"tensorflow.{room}decode_{kind}": "shape"
        for room in ("image.", "io.")
        for kind in ("jpeg", "png", "bmp")
    },
}
_FILE = "read_file"  # `image = tf.io.read_file(path)`, which the next line decodes
_UNTURNED = frozenset({"convert", "copy", "astype"})
# What gives an image of PIL another time: its size has the width first, turned or not.
_IMAGES = _UNTURNED | frozenset("resize crop rotate transpose filter quantize".split())


def of_a_file(read: ShapeRead, scope: Scope, outline: Outline) -> tuple[str, str] | None:
    """Which side comes first in what is read from an image file, None if it is of anything else.

    `img = cv2.imread(path)`: the height; `Image.open(path).convert("RGB").size`: the width.
    """
    node = read.owner
    found = definitions(node.value, scope) if isinstance(node, cst.Name) else []
    images = [value for value, _ in found if not _reads_bytes(value)]
    if len(images) == 1:
        node = images[0]
    kept = _IMAGES if read.kind == "picture" else _UNTURNED
    while isinstance(node, cst.Call) and isinstance(node.func, cst.Attribute):
        if node.func.attr.value not in kept:
            break
        node = node.func.value
    name = outline.full_name(node.func) if isinstance(node, cst.Call) else None
    if _READERS.get(name or "") != read.kind:
        return None
    return WIDTH_FIRST if read.kind == "picture" else HEIGHT_FIRST


def _reads_bytes(value: cst.BaseExpression) -> bool:
    """Whether it gives the bytes of a file, which have no shape."""
    return isinstance(value, cst.Call) and (dotted(value.func) or "").endswith(_FILE)


_NO_PICTURES = late.compiled(
    r"channels_first|data_format|[Cc]onv(?:LSTM)?[13]D|LSTM|3[dD]\b|[Vv]olum"
)


def of_an_input(text: str, one: Part, other: Part) -> tuple[str, str] | None:
    """Which side comes first of a shape that an Input of pictures is given as it is."""
    name = one.read.node
    if (
        one.read.kind != "named"
        or (one.axis, other.axis) != (0, 1)
        or not isinstance(name, cst.Name)
    ):
        return None
    given = rf"\bInput\(\s*(?:shape\s*=\s*)?{name.value}\b|\binput_shape\s*=\s*{name.value}\b"
    if not re.search(given, text) or "Conv2D" not in text or _NO_PICTURES.search(text):
        return None
    return HEIGHT_FIRST
