"""The pretrained backbones (keras/src/applications): graphs that are replayed.

`applications_data` has a file for each constructor, written by tools/generate_applications.py
from real Keras. A graph is a list of rows, one for each call, in the order in which Keras makes
the layers: [kind, name, inputs, condition]. `kind` is a place in the table of [class, arguments];
`inputs` are relative to the row, the one before if left out; row 0 is the image. An argument that
is not the same for all models is a formula, see `Replay.value`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from flake8_concat.keras.applications_data import Row, constructors, data, rows_of, signature
from flake8_concat.keras.applications_inputs import image_shape, obtain
from flake8_concat.keras.core import input_shape as declared
from flake8_concat.keras.create import create
from flake8_concat.keras.graph import Tensor
from flake8_concat.keras.layer import Layer
from flake8_concat.keras.model_graph import Graph, map_graph
from flake8_concat.keras.models import Functional, ModelMismatch, find_layer
from flake8_concat.keras.naming import Names
from flake8_concat.keras.nodes import apply, make_input, parents
from flake8_concat.keras.registry import OPS, Args, BadCall, LayerType, misuse_of
from flake8_concat.keras.sequential import Sequential
from flake8_concat.shapes import (
    UNKNOWN_SIZE,
    Dim,
    Lose,
    Mismatch,
    Refusal,
    Refuse,
    Shape,
    Unknown,
    is_none,
)

# --- formulas


def round8(value: float) -> int:
    """A multiple of 8 near the value, not below 90 % of it. Mirrors _make_divisible."""
    rounded = max(8, int(value + 4) // 8 * 8)
    return rounded + 8 if rounded < 0.9 * value else rounded


FORMULAS: dict[str, Callable[[Any, Any], int]] = {
    "int": lambda alpha, nominal: int(nominal * alpha),
    "round8": lambda alpha, nominal: round8(nominal * alpha),
    "round8int": lambda alpha, nominal: round8(int(nominal * alpha)),
    "wider": lambda alpha, nominal: round8(nominal * alpha) if alpha > 1 else nominal,
    "times": lambda channels, times: channels * times,
    "round8times": lambda channels, times: round8(channels * times),
}

CONDITIONS: dict[str, Callable[[Args], Any]] = {
    "preprocess": lambda args: args["include_preprocessing"],
    "colours": lambda args: args["include_preprocessing"] and dict.get(args, "channels") == 3,
    "imagenet": lambda args: dict.get(args, "weights") == "imagenet",
    "dropout": lambda args: args["dropout_rate"] > 0,
}


def correct_pad(size: tuple[Dim, Dim], reach: int) -> Any:
    """The padding before a convolution that halves the image. Mirrors correct_pad."""
    height, width = size
    if is_none(height):
        return ((reach - 1, reach), (reach - 1, reach))
    if is_none(width):
        raise Lose("Keras can't pad a height that is a number and a width that is None")
    return ((reach - 1 + height % 2, reach), (reach - 1 + width % 2, reach))


# --- layers of their own, that keras.layers does not have


def _unchanged(args: Args, x: Shape) -> Shape:
    return x


def _scaled_sum(args: Args, inputs: Any) -> Shape:
    if isinstance(inputs, (list, tuple)) and inputs and isinstance(inputs[0], Shape):
        return inputs[0]
    raise Lose("CustomScaleLayer takes a list of two tensors")


OWN_LAYERS = {
    "LayerScale": LayerType("LayerScale", _unchanged),
    "StochasticDepth": LayerType("StochasticDepth", _unchanged),
    "CustomScaleLayer": LayerType("CustomScaleLayer", _scaled_sum, single=False),
}
REQUIRED = {"Activation": {"activation": "linear"}}


# --- replaying


class Replay:
    """Makes the layers and tensors of a network, each when it is first asked for."""

    def __init__(
        self, kinds: list[Any], rows: list[Row], args: Args, image: Tensor, *, first: bool
    ) -> None:
        self.kinds, self.rows, self.args = kinds, rows, args
        self.axis = 1 if first else -1
        self.format = "channels_first" if first else "channels_last"
        self.tensors: list[Any] = [image, *[None] * (len(rows) - 1)]
        self.layers: dict[int, Any] = {}
        self.names: list[str] = []
        self.problem: Mismatch | None = None

    def name_all(self, names: Names, model: str) -> dict[str, int]:
        """Names all layers, in the order in which Keras does; gives their rows."""
        self.names = [""]
        for kind, given, _, _ in self.rows[1:]:
            class_name = self.kinds[kind][0]
            if given is None:
                self.names.append(names.auto(class_name.rpartition(".")[2]))
            else:
                self.names.append(given.replace("{name}", model))
            if class_name == "Sequential":  # it makes them for itself
                names.auto("InputLayer")
                names.auto("Functional")
        return {
            name: number
            for number, name in enumerate(self.names)
            if number and "." not in self.kinds[self.rows[number][0]][0]
        }

    def tensor(self, number: int) -> Tensor:
        """What the call of a row gives; makes all that it needs."""
        if self.tensors[number] is None:
            for row in sorted(self.needed(number)):
                self.tensors[row] = self.call(row)
        return self.tensors[number]  # type: ignore[no-any-return]

    def needed(self, number: int) -> set[int]:
        """The rows to be made before a row can be, and itself."""
        found: set[int] = set()
        stack = [number]
        while stack:
            row = stack.pop()
            if row not in found and self.tensors[row] is None:
                found.add(row)
                stack.extend(row + offset for offset in self.rows[row][2])
        return found

    def call(self, number: int) -> Tensor:
        """Carries out a row whose inputs are there."""
        kind, _, offsets, condition = self.rows[number]
        inputs = [self.tensors[number + offset] for offset in offsets]
        if condition == "same" and self.channels(inputs[0]) != self.channels(inputs[1]):
            return inputs[-1]  # type: ignore[no-any-return]
        class_name, template = self.kinds[kind]
        try:
            kwargs = self.arguments(template, number)
            operation = self.operation(number, class_name, kwargs)
        except Lose as lost:
            return Tensor(lost.unknown, None)
        if isinstance(operation, Mismatch):
            return self.refused(operation, number)
        if isinstance(operation, Unknown):
            return Tensor(operation, None)
        if "." in class_name:
            result = apply(operation, tuple(inputs), kwargs)
        else:
            self.layers[number] = operation
            result = apply(operation, (inputs if len(inputs) > 1 else inputs[0],), {})
        return self.refused(result, number) if isinstance(result, Mismatch) else result

    def arguments(self, template: dict[str, Any], number: int) -> dict[str, Any]:
        """The arguments of a row's layer."""
        if "layers" in template:  # a Sequential
            return template
        return {key: self.value(value, number) for key, value in template.items()}

    def refused(self, mismatch: Mismatch, number: int) -> Tensor:
        """Remembers the first refusal."""
        if self.problem is None:
            self.problem = ModelMismatch(
                mismatch.refusal,
                f"{self.names[number]} inside of the network: {mismatch.what}",
                mismatch.axis,
                mismatch.sizes,
                layer=self.layers.get(number),
            )
        return Tensor(Unknown("the network can't be built"), None)

    def operation(self, number: int, class_name: str, kwargs: dict[str, Any]) -> Any:
        """The layer, model or function of a row."""
        if "." in class_name:
            return OPS.get(class_name) or Unknown(f"{class_name} is not known")
        if class_name == "Sequential":
            return self.stack(number, kwargs["layers"])
        return self.make(class_name, self.names[number], kwargs)

    def make(self, class_name: str, name: str, kwargs: Mapping[str, Any]) -> Any:
        """A layer."""
        if class_name in OWN_LAYERS:
            return Layer(OWN_LAYERS[class_name], Args(), name)
        kwargs = {**REQUIRED.get(class_name, {}), **kwargs}
        return create(class_name, (), kwargs, self.format, name)

    def stack(self, number: int, layers: Any) -> Any:
        """A Sequential inside of the network."""
        model = Sequential(self.names[number])
        prefix = str(dict.get(self.args, "name"))
        made = [
            self.make(class_name, name.replace("{name}", prefix), kwargs)
            for class_name, name, kwargs in layers
        ]
        return model.extend(made) or model

    def channels(self, tensor: Tensor) -> Dim:
        """The number of its channels."""
        return tensor.shape[self.axis] if isinstance(tensor.shape, Shape) else UNKNOWN_SIZE

    def value(self, value: Any, number: int) -> Any:
        """An argument for a row: as it is, or calculated.

        {"arg": name}                     an argument of the constructor
        {"last": a, "first": b}           by the image data format
        {"pad": reach}                    see correct_pad
        {"alpha": [formula, nominal]}     from the width multiplier
        {"channels": [formula, row, n]}   from the channels of a row before
        """
        if isinstance(value, list):
            return tuple(self.value(item, number) for item in value)
        if not isinstance(value, dict):
            return value
        detail: Any
        key, detail = next(iter(value.items())) if "last" not in value else ("last", None)
        if key == "last":
            return self.value(value["first" if self.axis == 1 else "last"], number)
        if key == "arg":
            return self.args[detail]
        if key == "pad":
            shape = self.tensors[number + self.rows[number][2][0]].shape
            if not isinstance(shape, Shape) or len(shape) != 4:
                raise Lose("the size of the image is not known")
            return correct_pad(shape[2:] if self.axis == 1 else shape[1:3], detail)
        if key == "alpha":
            alpha = self.args["alpha"]
            if not isinstance(alpha, (int, float)):
                raise Lose("`alpha` is not a number")
            return FORMULAS[detail[0]](alpha, detail[1])
        channels = self.channels(self.tensor(number + detail[1]))
        if type(channels) is not int:
            raise Lose("the channels are not known")
        return FORMULAS[detail[0]](channels, detail[2])


class Application(Functional):
    """A network of keras.applications. Its layers are made when they are asked for."""

    def __init__(self, inputs: Any, replay: Replay, rows: dict[str, int], name: str) -> None:
        super().__init__(inputs, None, name)
        self._replayed, self._rows = replay, rows

    @property
    def output(self) -> Tensor:
        """The tensor at the end."""
        return self._replayed.tensor(len(self._replayed.rows) - 1)

    @property
    def graph(self) -> Graph:
        """What lies between inputs and output. Makes all layers."""
        if self._mapped is None:
            self._mapped = map_graph(self.inputs, [self.output])
        return self._mapped

    def get_layer(self, name: Any = None, index: Any = None) -> Any:
        """The layer of that name, made with what it needs only, or of that position."""
        if index is None and isinstance(name, str) and name in self._rows:
            number = self._rows[name]
            self._replayed.tensor(number)
            if number in self._replayed.layers:
                return self._replayed.layers[number]
        return find_layer(self.layers, name, index)


# --- constructors


def build(
    name: str,
    args: tuple[Any, ...] = (),
    kwargs: Mapping[str, Any] | None = None,
    image_data_format: str = "channels_last",
    names: Names | None = None,
) -> Functional | Unknown | Mismatch:
    """What `keras.applications.<name>(*args, **kwargs)` gives.

    `name` may be qualified ("resnet50.ResNet50"). `input_tensor` is a Tensor; `names` are the
    counters of the program for layers without a name.
    """
    name = name.rpartition(".")[2]
    if name not in constructors():
        return Unknown(f"keras.applications.{name} is not known")
    try:
        bound = signature(name).bind(args, kwargs or {})
        return _build(name, bound, names or Names(), first=image_data_format == "channels_first")
    except BadCall as problem:
        if problem.unexpected in OF_THE_PACKAGE:
            return Unknown(f"{name}() {problem}")
        return misuse_of(problem)
    except Lose as lost:
        return lost.unknown
    except Refuse as refused:
        return refused.mismatch


# What constructors took when they were a package of their own, keras_applications.
OF_THE_PACKAGE = frozenset({"backend", "layers", "models", "utils"})


def _build(name: str, args: Args, names: Names, *, first: bool) -> Functional | Mismatch:
    drop_unknown(name, args)
    shape = image_shape(name, args, first=first)
    tensor = dict.get(args, "input_tensor")
    if tensor is None:
        label = names.auto("InputLayer")
        declared_args = Args(shape=shape, batch_shape=None, batch_size=None, name=None)
        image = make_input(declared(declared_args, label, names), label, declared_args)
        inputs: Any = image
    else:
        image = given_image(tensor)
        check_weights(name, args, image, first=first)
        inputs = sources(image)
        if name.startswith("ConvNeXt"):
            inputs = inputs[0]
    kinds, rows = rows_of(name, variant(name, args, image), head(args))
    model_name = dict.get(args, "name") or default_name(name, args, shape, first=first)
    if not data(name)["takes_name"] and model_name != signature(name).defaults["name"]:
        raise Lose(f"{name} finds its layers by the name of the model")
    args["name"] = model_name
    args["channels"] = shape[0 if first else -1] if len(shape) == 3 else 3
    rows = settle(rows, args)
    replay = Replay(kinds, rows, args, image, first=first)
    model = Application(inputs, replay, replay.name_all(names, model_name), model_name)
    if not fits(image, data(name)["least"] or 32, top=bool(args["include_top"]), first=first):
        replay.tensor(len(rows) - 1)
        if replay.problem is not None:
            return replay.problem
    return model


def drop_unknown(name: str, args: Args) -> None:
    """What is not known and does not matter for shapes is as if it were not given."""
    defaults = signature(name).defaults
    for key, value in args.items():
        if isinstance(value, Unknown) and key in ("name", "classifier_activation"):
            args[key] = defaults[key]
        elif isinstance(value, Unknown) and key in ("weights", "dropout", "dropout_rate"):
            args[key] = None if key == "weights" else 0.5
        elif isinstance(value, Unknown) and key == "classes":
            args[key] = UNKNOWN_SIZE


def settle(rows: list[Row], args: Args) -> list[Row]:
    """The rows without those whose condition does not hold. "same" is seen when they are run."""
    if not any(condition in CONDITIONS for *_, condition in rows):
        return rows
    kept: list[Row] = []
    place: list[int] = []  # old number -> new one, of what stands for it
    for number, (kind, name, inputs, condition) in enumerate(rows):
        if condition in CONDITIONS and not CONDITIONS[condition](args):
            place.append(place[number + inputs[-1]])
            continue
        place.append(len(kept))
        offsets = inputs and [place[number + offset] - len(kept) for offset in inputs]
        kept.append([kind, name, offsets, condition])
    return kept


def head(args: Args) -> str:
    """Which end the network gets."""
    if args["include_top"]:
        return "top"
    return args["pooling"] if args["pooling"] in ("avg", "max") else "none"


def variant(name: str, args: Args, image: Tensor) -> str:
    """Which of its graphs a constructor makes."""
    if name.startswith("MobileNetV3"):
        return "minimalistic" if args["minimalistic"] else ""
    if name.startswith("NASNet") and isinstance(image.shape, Shape) and len(image.shape) == 4:
        if type(image.shape[2]) is int and image.shape[2] < 32:
            raise Lose(f"{name} on such small images is another network")
        return "free" if is_none(image.shape[2]) else ""
    return ""


def default_name(name: str, args: Args, shape: tuple[Any, ...], *, first: bool) -> str:
    """The name of a model whose constructor has none as its default (MobileNet, MobileNetV2)."""
    rows = shape[1 if first else 0]
    if args["weights"] == "imagenet" and rows not in (96, 128, 160, 192, 224):
        rows = 224
    alpha = args["alpha"]
    return (
        f"{name.lower()}_{alpha:0.2f}_{rows}" if isinstance(alpha, (int, float)) else name.lower()
    )


def given_image(tensor: Any) -> Tensor:
    """The `input_tensor`."""
    if isinstance(tensor, Unknown):
        raise Lose(tensor.why)
    if not isinstance(tensor, Tensor) or not tensor.symbolic:
        raise Lose("`input_tensor` is not a tensor of layers")
    return tensor


def sources(tensor: Tensor) -> list[Tensor]:
    """The Inputs that a tensor depends on. Mirrors operation_utils.get_source_inputs."""
    found: list[Tensor] = []
    stack, seen = [tensor], set()
    while stack:
        here = stack.pop()
        if id(here) in seen:
            continue
        seen.add(id(here))
        before = parents(here.node) if here.node is not None else []
        if here.node is None or here.merged:
            raise Lose("where `input_tensor` comes from is not known")
        if not before:
            found.append(here)
        stack.extend(reversed(before))
    return found


def check_weights(name: str, args: Args, image: Tensor, *, first: bool) -> None:
    """Weights trained on ImageNet fit images of 3 channels; VGG's top fits one size."""
    if args["weights"] != "imagenet" or not isinstance(image.shape, Shape) or len(image.shape) != 4:
        return
    channels = image.shape[1 if first else -1]
    if type(channels) is int and channels != 3:
        raise Refuse(
            Refusal.CHANNELS,
            f"the weights of `imagenet` are made for 3 channels, not {channels}",
            axis=1 if first else 3,
            sizes=(3, channels),
        )


def fits(image: Tensor, least: int, *, top: bool, first: bool) -> bool:
    """Whether the network can surely be built on such images, as it was when it was recorded."""
    if not isinstance(image.shape, Shape) or len(image.shape) != 4:
        return False
    *size, channels = image.shape[2:] + image.shape[1:2] if first else image.shape[1:]
    if type(channels) is not int:
        return False
    if all(map(is_none, size)):
        return not top
    return all(type(each) is int and each >= least for each in size)


__all__ = [
    "FORMULAS",
    "Application",
    "build",
    "constructors",
    "obtain",
    "sources",
]
