"""Networks drawn at random, as programs; and for which sizes of the image real Keras builds them.

A network goes down and up again on one to six levels, with skip connections. Height and width
have arguments of their own. No layer mixes them, so Keras is asked about one axis at a time, layer
by layer, with literal sizes; what it said is remembered. `Network.run` lets it build the whole.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from types import SimpleNamespace
from typing import Any

import keras
from hypothesis import strategies as st

OTHER = 4096  # the size of the axis that is not asked about
CHANNELS = 2  # of every tensor that goes into a layer


@dataclass(frozen=True)
class Step:
    """One line: `target = layer(inputs)`.

    layer:  the text of a layer, or of a function of the tensors that gives it
    joins:  whether it takes a list
    """

    target: str
    layer: str
    inputs: tuple[str, ...]
    joins: bool = False

    @property
    def code(self) -> str:
        """The line as it stands in the program."""
        given = ", ".join(self.inputs)
        return f"{self.target} = {self.layer}({f'[{given}]' if self.joins else given})"


# Functions that programs use, for the sizes that they compute.
HELPERS = """\
import keras
from keras import backend as K
from keras import layers


def crop_to(x, like):
    over = [x.shape[i] - like.shape[i] for i in (1, 2)]
    return layers.Cropping2D([(n // 2, n - n // 2) for n in over])(x)


def crop_end(x, like):
    (_, h, w, _), (_, a, b, _) = x.shape, like.shape
    return layers.Cropping2D(((0, h - a), (0, w - b)))(x)


def pad_to(x, like):
    short = [like.shape[i] - x.shape[i] for i in (1, 2)]
    return layers.ZeroPadding2D([(n // 2, n - n // 2) for n in short])(x)


def halved(x):
    return layers.Resizing(x.shape[1] // 2, x.shape[2] // 2)(x)


def doubled(x):
    return layers.Resizing(int(K.int_shape(x)[1] * 2), int(K.int_shape(x)[2] * 2))(x)


def folded(x):
    x = layers.Reshape((x.shape[1] // 2, 2, x.shape[2], -1))(x)
    return layers.Lambda(lambda t: t[:, :, 0])(x)
"""
_NAMES: dict[str, Any] = {}
exec(HELPERS, _NAMES)
_NAMES["K"] = SimpleNamespace(int_shape=lambda x: x.shape)  # no longer in every Keras


@dataclass(frozen=True)
class Network:
    """A program with one function or one Input.

    inputs: the sizes given to the Input, in the words of the program: ("height", "width")
    """

    inputs: tuple[str, str]
    steps: tuple[Step, ...] = field(repr=False)

    @property
    def parameters(self) -> tuple[str, ...]:
        """The parameters of the function, () where the sizes are None."""
        names = ("height", "width", "size")
        return tuple(name for name in names if any(name in text for text in self.inputs))

    @property
    def names(self) -> tuple[str, ...]:
        """What a message calls the sizes."""
        return self.parameters or ("the input height", "the input width")

    @property
    def source(self) -> str:
        """The program."""
        start = f"x = keras.Input(({self.inputs[0]}, {self.inputs[1]}, {CHANNELS}))"
        lines = [start, *(step.code for step in self.steps)]
        if not self.parameters:
            return "\n".join([HELPERS, *lines, ""])
        head = f"def network({', '.join(self.parameters)}):"
        body = [f"    {line}" for line in [*lines, f"return keras.Model(x, {self.last})"]]
        return "\n".join([HELPERS, "", head, *body, ""])

    @property
    def last(self) -> str:
        """The name of the output."""
        return self.steps[-1].target

    def image(self, name: str, value: int) -> Iterator[tuple[int, int]]:
        """The axes on which a size stands, and the sizes of the image there."""
        for axis, text in enumerate(self.inputs):
            if not self.parameters and name == self.names[axis]:
                yield axis, value
            elif self.parameters and name in text:
                yield axis, eval(text, {name: value})

    def builds(self, name: str, value: int) -> bool:
        """Whether Keras builds it for this size, the other left aside."""
        return all(self._fits(axis, size) for axis, size in self.image(name, value))

    def _fits(self, axis: int, size: int) -> bool:
        if size < 1:
            return False
        sizes = {"x": size}
        for step in self.steps:
            after = ask(step, axis, tuple(sizes[name] for name in step.inputs))
            if after is None:
                return False
            sizes[step.target] = after
        return True

    def run(self, height: int, width: int) -> bool:
        """Whether Keras builds the whole, with literal sizes in the place of the names."""
        names = dict(_NAMES)
        given = {"height": height, "width": width, "size": height}
        numbers = (height, width)
        if self.parameters:
            numbers = tuple(eval(text, {}, given) for text in self.inputs)
        program = "\n".join(step.code for step in self.steps)
        try:
            names["x"] = keras.Input((*numbers, CHANNELS))
            exec(program, names)
            return all(all(names[step.target].shape[1:]) for step in self.steps)
        except (ValueError, TypeError, ZeroDivisionError):
            return False
        finally:
            keras.backend.clear_session()


_ANSWERS: dict[tuple[str, int, tuple[int, ...]], int | None] = {}


def ask(step: Step, axis: int, sizes: tuple[int, ...]) -> int | None:
    """The size of an axis after a step, by real Keras; None where it refuses."""
    key = step.layer, axis, sizes
    if key not in _ANSWERS:
        _ANSWERS[key] = _asked(step, axis, sizes)
    return _ANSWERS[key]


def _asked(step: Step, axis: int, sizes: tuple[int, ...]) -> int | None:
    shapes = [(size, OTHER) if axis == 0 else (OTHER, size) for size in sizes]
    tensors = [keras.KerasTensor((None, *shape, CHANNELS)) for shape in shapes]
    try:
        layer = _made(step.layer) if not step.joins else eval(step.layer, _NAMES)
        after = layer(tensors) if step.joins else layer(*tensors)
    except (ValueError, ZeroDivisionError):
        return None
    return after.shape[1 + axis] or None  # some transposed convolutions leave nothing


@lru_cache(maxsize=10_000)
def _made(text: str) -> Any:
    return eval(text, _NAMES)


# -- layers ---------------------------------------------------------------------------------------
def _both(values: st.SearchStrategy[Any]) -> st.SearchStrategy[str]:
    """A value for height and width: one for both, or two."""
    return st.one_of(values.map(repr), values.map(repr), st.tuples(values, values).map(repr))


PADDINGS = st.sampled_from(["same", "valid"])
KERNELS = st.sampled_from([1, 2, 3, 3, 3, 4, 5, 7])
ODD = st.sampled_from([1, 3, 5, 7])
CONV = st.builds(
    lambda kernel, padding: f"layers.Conv2D(2, {kernel}, padding='{padding}')",
    _both(KERNELS),
    PADDINGS,
)
DILATED = st.builds(
    lambda kernel, padding, rate: (
        f"layers.Conv2D(2, {kernel}, padding='{padding}', dilation_rate={rate})"
    ),
    _both(KERNELS),
    PADDINGS,
    _both(st.integers(1, 4)),
)
SEPARABLE = st.builds(
    lambda name, kernel, padding: f"layers.{name}{kernel}, padding='{padding}')",
    st.sampled_from(["SeparableConv2D(2, ", "DepthwiseConv2D("]),
    ODD.map(repr),
    PADDINGS,
)
STRIDED = st.builds(
    lambda kernel, padding, stride: (
        f"layers.Conv2D(2, {kernel}, strides={stride}, padding='{padding}')"
    ),
    _both(KERNELS),
    PADDINGS,
    _both(st.sampled_from([2, 2, 2, 3])),
)
POOL = st.builds(
    lambda name, size, stride, padding: (
        f"layers.{name}({size}, strides={stride}, padding='{padding}')"
    ),
    st.sampled_from(["MaxPooling2D", "AveragePooling2D"]),
    _both(st.sampled_from([2, 2, 2, 3, 4])),
    st.none() | st.just("2") | _both(st.sampled_from([2, 3])),
    PADDINGS,
)
SIDES = st.tuples(st.tuples(*[st.integers(0, 3)] * 2), st.tuples(*[st.integers(0, 3)] * 2))
CROP = SIDES.map(lambda sides: f"layers.Cropping2D({sides})")
PAD = SIDES.map(lambda sides: f"layers.ZeroPadding2D({sides})")
UP = _both(st.sampled_from([2, 2, 2, 3, 4])).map(lambda size: f"layers.UpSampling2D({size})")
TRANSPOSED = st.builds(
    lambda kernel, stride, padding: (
        f"layers.Conv2DTranspose(2, {kernel}, strides={stride}, padding='{padding}')"
    ),
    _both(st.integers(1, 5)),
    _both(st.sampled_from([2, 2, 2, 3])),
    PADDINGS,
)
PADDED = st.builds(
    lambda kernel, padding, extra: (
        f"layers.Conv2DTranspose(2, {kernel}, strides=2, padding='{padding}', "
        f"output_padding={extra})"
    ),
    st.integers(2, 5),
    PADDINGS,
    _both(st.integers(0, 1)),
)
PLAIN = st.sampled_from(
    [
        "layers.BatchNormalization()",
        "layers.Activation('relu')",
        "layers.Dropout(0.5)",
        "layers.Dense(2)",
    ]
)
USUAL_STAY = st.sampled_from(
    [
        "layers.Conv2D(2, 3, padding='same')",
        "layers.Conv2D(2, 3, padding='valid')",
        "layers.Conv2D(2, (5, 3), padding='same')",
    ]
)
USUAL_DOWN = st.sampled_from(
    [
        "layers.MaxPooling2D()",
        "layers.MaxPooling2D(2)",
        "layers.MaxPooling2D((2, 2), padding='same')",
        "layers.MaxPooling2D(3, strides=2, padding='same')",
        "layers.AveragePooling2D(2)",
        "layers.Conv2D(2, 3, strides=2, padding='same')",
        "layers.Conv2D(2, 3, strides=2)",
    ]
)
USUAL_UP = st.sampled_from(
    [
        "layers.UpSampling2D()",
        "layers.UpSampling2D((2, 2), interpolation='bilinear')",
        "layers.Conv2DTranspose(2, 2, strides=2)",
        "layers.Conv2DTranspose(2, 3, strides=2, padding='same')",
        "layers.Conv2DTranspose(2, (4, 4), strides=(2, 2), padding='same')",
    ]
)
CONCATENATE = "layers.Concatenate()", "layers.concatenate", "layers.Concatenate(axis=3)"
ELEMENTWISE = (
    "layers.Add()", "layers.Multiply()", "layers.Average()", "layers.Maximum()",
    "layers.Subtract()", "layers.add",
)  # fmt: skip
ALL_JOINS = CONCATENATE + ELEMENTWISE
COMPUTED = ("crop_to", "crop_end", "pad_to")  # of the sizes that tensors have
RESIZED = ("halved", "doubled", "folded")


class Program:
    """Steps, in the order in which they are drawn."""

    def __init__(self) -> None:
        self.steps: list[Step] = []

    def add(self, layer: str, *inputs: str, joins: bool = False) -> str:
        """A step; the name that it gives."""
        target = f"x{len(self.steps)}"
        self.steps.append(Step(target, layer, inputs, joins))
        return target

    def chain(self, x: str, layers: list[str]) -> str:
        """Several layers, one after the other."""
        for layer in layers:
            x = self.add(layer, x)
        return x

    def sizes(self, axis: int, image: int) -> dict[str, int | None]:
        """The sizes of all tensors for one size of the image; None from where Keras refuses."""
        sizes: dict[str, int | None] = {"x": image}
        for step in self.steps:
            given = [sizes[name] for name in step.inputs]
            known = None not in given
            sizes[step.target] = ask(step, axis, tuple(given)) if known else None  # type: ignore[arg-type]
        return sizes

    def made_to_fit(self, x: str, like: str, image: int) -> str:
        """A tensor cropped or padded so that it has the size of another for one image."""
        sides = []
        for axis in (0, 1):
            sizes = self.sizes(axis, image)
            a, b = sizes[x], sizes[like]
            if a is None or b is None:
                return x
            sides.append((a - b) // 2)
            sides.append(a - b - (a - b) // 2)
        for layer, sign in (("Cropping2D", 1), ("ZeroPadding2D", -1)):
            top, bottom, left, right = (max(0, sign * side) for side in sides)
            if top or bottom or left or right:
                x = self.add(f"layers.{layer}((({top}, {bottom}), ({left}, {right})))", x)
        return x


@dataclass(frozen=True)
class Taste:
    """From what a network is drawn."""

    stay: st.SearchStrategy[list[str]]
    down: st.SearchStrategy[str]
    up: st.SearchStrategy[str]
    skip: st.SearchStrategy[list[str]]
    joins: tuple[str, ...]


def tastes(*, numbers: bool) -> st.SearchStrategy[Taste]:
    """Networks as people write them, and any others. `numbers`: Keras sees the sizes."""
    wild = {
        "stay": st.lists(st.one_of(CONV, DILATED, SEPARABLE, CROP, PAD, PLAIN), max_size=2),
        "skip": st.lists(st.one_of(CROP, PAD), max_size=1),
    }
    computed = [st.sampled_from(RESIZED)] if numbers else []
    ups, downs = (UP, TRANSPOSED, PADDED), (POOL, STRIDED)
    stay = st.lists(USUAL_STAY, max_size=2)
    return st.sampled_from(
        [
            Taste(stay, USUAL_DOWN, USUAL_UP, st.just([]), CONCATENATE),
            Taste(stay, USUAL_DOWN, USUAL_UP, st.just([]), ELEMENTWISE),
            Taste(**wild, down=st.one_of(*downs), up=st.one_of(*ups), joins=ALL_JOINS),
            Taste(
                **wild,
                down=st.one_of(*downs, *computed),
                up=st.one_of(*ups, *computed),
                joins=CONCATENATE,
            ),
        ]
    )


IMAGES = [32, 48, 97, 160, 188, 256, 300, 388, 511]
NONE_INPUTS = [("None", "None")]
NAMED_INPUTS = [
    ("height", "width"),
    ("size", "size"),
    ("height // 16 * 16", "width"),
    ("2 * height", "width + 4"),
    ("(height + 7) // 8 * 8", "width // 2"),
    ("size // 2 * 2", "size"),
]


@st.composite
def networks(draw: Any) -> Network:
    """A network of one to six levels."""
    inputs = draw(st.sampled_from(NONE_INPUTS * 3 + NAMED_INPUTS))
    named = inputs != NONE_INPUTS[0]
    taste = draw(tastes(numbers=named))
    program = Program()
    levels = draw(st.integers(1, 6))
    # What reads the sizes of a merge that repeats a 1 can't be followed for those few images.
    computed = named and taste.joins == CONCATENATE and draw(st.booleans())
    fitting = draw(st.none() | st.sampled_from(IMAGES))

    def level(x: str, left: int) -> str:
        x = program.chain(x, draw(taste.stay))
        if draw(st.integers(0, 4)) == 0:  # a residual block
            around = program.chain(x, draw(taste.stay))
            if fitting is not None:
                x = program.made_to_fit(x, around, fitting)
            x = _joined(draw, program, taste, (x, around))
        if not left:
            return x
        below = level(program.add(draw(taste.down), x), left - 1)
        up = program.add(draw(taste.up), below)
        skip = program.chain(x, draw(taste.skip))
        if computed and draw(st.booleans()):
            a, b = draw(st.permutations([skip, up]))
            skip, up = program.add(draw(st.sampled_from(COMPUTED)), a, b), b
        elif fitting is not None:
            skip = program.made_to_fit(skip, up, fitting)
        x = _joined(draw, program, taste, (skip, up))
        return program.chain(x, draw(taste.stay))

    level("x", levels)
    return Network(inputs, tuple(program.steps))


def _joined(draw: Any, program: Program, taste: Taste, parts: tuple[str, str]) -> str:
    """A join, and what brings its channels back to what they were."""
    join = draw(st.sampled_from(taste.joins))
    if draw(st.booleans()):
        parts = parts[::-1]
    x = program.add(join, *parts, joins=True)
    return program.add("layers.Conv2D(2, 1)", x) if join in CONCATENATE else x


__all__ = ["HELPERS", "Network", "Step", "networks"]
