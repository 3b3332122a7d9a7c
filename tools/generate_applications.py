"""Writes flake8_concat/keras/applications_data from the installed Keras.

Usage: python tools/generate_applications.py [--check] [NAME ...]

Each constructor of keras.applications is run under many settings (input sizes, data formats,
alpha, …) without making weights. The graphs are laid over each other: what is always the same is
written down, what depends on a setting becomes a formula or a condition (see
flake8_concat/keras/applications.py, which replays it). With `--check` nothing is written.
"""

from __future__ import annotations

import gzip
import inspect
import json
import os
import sys
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from functools import cache
from pathlib import Path
from typing import Any

DATA = Path(__file__).parent.parent / "flake8_concat" / "keras" / "applications_data"

# The arguments of layers that bear on a shape, or that their constructors insist on.
KEPT = frozenset(
    {
        "axis",
        "cropping",
        "depth_multiplier",
        "filters",
        "groups",
        "keepdims",
        "kernel_size",
        "padding",
        "pool_size",
        "rate",
        "scale",
        "strides",
        "target_shape",
        "units",
    }
)
ALPHAS = (
    0.05,
    0.1,
    0.2,
    0.25,
    0.3,
    0.35,
    0.4,
    0.5,
    0.6,
    0.65,
    0.75,
    0.8,
    0.9,
    1.1,
    1.3,
    1.4,
    1.7,
    2,
    2.6,
)
FACTORS = (0.25, 2.3, 2.5, 3, 4, 4.5, 88 / 24, 6)
NAME = "NAME0"


@dataclass
class Row:
    """One call in a run: class, explicit name, arguments, the rows it takes (0: the image)."""

    kind: str
    name: str | None
    args: dict[str, Any]
    inputs: list[int]
    channels: int | None


@dataclass
class Run:
    """The calls of a model that Keras made under `settings`."""

    settings: dict[str, Any]
    rows: list[Row]
    least: int | None = None
    default: int | None = None


@dataclass(eq=False)
class Slot:
    """One call in all runs where it occurs."""

    key: tuple[str, str | None]
    seen: dict[int, Row] = field(default_factory=dict)


def _no_file(*args: Any, **kwargs: Any) -> str:
    """Stands for fetching and loading weights."""
    return ""


@contextmanager
def recording() -> Iterator[tuple[list[Any], dict[int, dict[str, Any]], dict[str, Any]]]:
    """Collects all nodes made, the arguments of all constructors, and the size limits."""
    from keras.src.applications import imagenet_utils
    from keras.src.models import Functional
    from keras.src.ops.node import Node
    from keras.src.ops.operation import Operation
    from keras.src.utils import file_utils

    nodes: list[Any] = []
    given: dict[int, dict[str, Any]] = {}
    limits: dict[str, Any] = {}
    node_init, operation_new = Node.__init__, Operation.__new__
    obtain, get_file = imagenet_utils.obtain_input_shape, file_utils.get_file

    def init(self: Any, *args: Any, **kwargs: Any) -> None:
        node_init(self, *args, **kwargs)
        nodes.append(self)

    def new(cls: Any, *args: Any, **kwargs: Any) -> Any:
        instance = operation_new(cls, *args, **kwargs)
        names = list(inspect.signature(cls.__init__).parameters)[1:]
        given[id(instance)] = {**dict(zip(names, args, strict=False)), **kwargs}
        return instance

    def shape(*args: Any, **kwargs: Any) -> Any:
        limits.update(least=kwargs["min_size"], default=kwargs["default_size"])
        return obtain(*args, **kwargs)

    Node.__init__, Operation.__new__ = init, staticmethod(new)
    imagenet_utils.obtain_input_shape, file_utils.get_file = shape, _no_file
    Functional.load_weights = _no_file
    try:
        yield nodes, given, limits
    finally:
        Node.__init__, Operation.__new__ = node_init, staticmethod(operation_new)
        imagenet_utils.obtain_input_shape, file_utils.get_file = obtain, get_file
        del Functional.load_weights


def build(constructor: str, data_format: str = "channels_last", **arguments: Any) -> Any:
    """The model of Keras, without weights."""
    import keras
    from keras.src.backend.common import global_state
    from keras.src.backend.common.stateless_scope import StatelessScope

    keras.utils.clear_session()
    keras.config.set_image_data_format(data_format)
    try:
        with warnings.catch_warnings(), StatelessScope():
            warnings.simplefilter("ignore")
            try:
                return getattr(keras.applications, constructor)(**arguments)
            finally:
                global_state.set_global_attribute("uninitialized_variables", [])
    finally:
        keras.config.set_image_data_format("channels_last")


def run(
    constructor: str,
    size: Any = 256,
    data_format: str = "channels_last",
    channels: int = 3,
    **settings: Any,
) -> Run:
    """What Keras makes of `keras.applications.<constructor>(**settings)` on images of that size."""
    sizes = size if isinstance(size, tuple) else (size, size)
    shape = (*sizes, channels) if data_format == "channels_last" else (channels, *sizes)
    arguments = {"weights": None, "include_top": False, **settings}
    if takes_name(constructor):
        arguments["name"] = NAME
    with recording() as (nodes, given, limits):
        model = build(constructor, data_format, input_shape=shape, **arguments)
    rows = read(model, nodes, given, data_format)
    if channels != 3:
        settings["channels"] = channels
    return Run({**settings, "format": data_format, "size": size}, rows, **limits)


@cache
def takes_name(constructor: str) -> bool:
    """Whether it can have another name. EfficientNetV2 looks its blocks up by the name."""
    try:
        build(constructor, weights=None, include_top=False, name=NAME)
    except KeyError:
        return False
    return True


def read(model: Any, nodes: list[Any], given: dict[int, Any], data_format: str) -> list[Row]:
    """The calls that lead to the outputs, in the order in which they were made."""
    made = {id(t): node for node in nodes for t in node.outputs}
    needed, stack = set(), [made[id(t)] for t in model.outputs]
    while stack:
        node = stack.pop()
        if id(node) not in needed:
            needed.add(id(node))
            stack.extend(made[id(t)] for t in node.input_tensors)
    number = {id(t): 0 for t in model.inputs}
    rows: list[Row] = []
    for node in nodes:
        if id(node) not in needed or node.is_input:
            continue
        rows.append(describe(node, number, given, data_format))
        number.update((id(t), len(rows)) for t in node.outputs)
    return rows


def describe(node: Any, number: dict[int, int], given: dict[int, Any], data_format: str) -> Row:
    """One call as a Row. Functions on tensors are named as in keras.ops."""
    operation = node.operation
    shape = node.outputs[0].shape
    channels = shape[-1 if data_format == "channels_last" or len(shape) < 4 else 1]
    inputs = [number[id(t)] for t in node.input_tensors]
    if type(operation).__module__.startswith("keras.src.ops"):
        others = [a for a in node.arguments.args if not hasattr(a, "_keras_history")]
        kind = "keras.ops." + type(operation).__name__.lower()
        return Row(kind, None, {"x2": others[0]} if others else {}, inputs, channels)
    kind, name, args = layer(operation, given)
    return Row(kind, name, args, inputs, channels)


def layer(operation: Any, given: dict[int, Any]) -> tuple[str, str | None, dict[str, Any]]:
    """Class, explicit name, and arguments that matter. A Sequential holds its layers."""
    arguments = given[id(operation)]
    kind = type(operation).__name__
    if kind == "Sequential":  # it keeps its arguments to itself
        name = None if operation.name.startswith("sequential") else operation.name
        return kind, name, {"layers": [layer(item, given) for item in operation.layers]}
    args = {key: plain(value) for key, value in arguments.items() if key in KEPT}
    if kind not in ("Rescaling", "Dropout"):
        args.pop("scale", None)
        args.pop("rate", None)
    if "rate" in args:
        args["rate"] = 0.5
    if "scale" in args:  # only whether it is a number for each channel matters
        args["scale"] = [1.0] * len(args["scale"]) if isinstance(args["scale"], list) else 1.0
    return kind, arguments.get("name"), args


def plain(value: Any) -> Any:
    """A value as JSON would give it back."""
    if isinstance(value, (list, tuple)):
        return [plain(item) for item in value]
    return value


# --- laying runs over each other


def overlay(runs: list[list[Row]]) -> tuple[list[Slot], list[list[Slot]]]:
    """All calls of all runs in one order, and for each run the slots of its rows."""
    slots: list[Slot] = []
    placed = []
    for number, rows in enumerate(runs):
        keys = [(row.kind, row.name) for row in rows]
        matcher = SequenceMatcher(None, [slot.key for slot in slots], keys, autojunk=False)
        merged: list[Slot] = []
        mine: list[Slot] = []
        for tag, i, j, k, m in matcher.get_opcodes():
            merged.extend(slots[i:j])
            if tag == "equal":
                mine.extend(slots[i:j])
            else:
                new = [Slot(key) for key in keys[k:m]]
                merged.extend(new)
                mine.extend(new)
        for slot, row in zip(mine, rows, strict=True):
            slot.seen[number] = row
        slots = merged
        placed.append(mine)
    return slots, placed


class Merger:
    """Turns overlaid runs into rows of data."""

    def __init__(
        self, settings: list[dict[str, Any]], slots: list[Slot], placed: list[list[Slot]]
    ) -> None:
        self.settings, self.slots, self.placed = settings, slots, placed
        self.number = {slot: position for position, slot in enumerate(slots, 1)}

    def encode(self, slot: Slot) -> list[Any]:
        """[[class, arguments], name, inputs (relative), condition], shortened from the right."""
        kind, name = slot.key
        args = {
            key: self.value(slot, key)
            for key in sorted({key for row in slot.seen.values() for key in row.args})
        }
        inputs = [before - self.number[slot] for before in self.inputs(slot)]
        row = [[kind, args], name, None if inputs == [-1] else inputs, self.condition(slot)]
        while row[-1] is None:
            row.pop()
        return row

    def inputs(self, slot: Slot) -> list[int]:
        """The numbers of the slots it takes: the last of those it takes in any run."""
        found = [
            [self.number[self.placed[at][i - 1]] if i else 0 for i in row.inputs]
            for at, row in slot.seen.items()
        ]
        return [max(column) for column in zip(*found, strict=True)]

    def condition(self, slot: Slot) -> str | None:
        present = [at in slot.seen for at in range(len(self.settings))]
        if all(present):
            return None
        for name, holds in CONDITIONS.items():
            if present == [holds(settings) for settings in self.settings]:
                return name
        if slot.key[0] == "Add":
            return "same"
        raise SystemExit(f"no condition found for {slot.key}")

    def value(self, slot: Slot, key: str) -> Any:
        """An argument: a constant, or what it depends on."""
        values = [(self.settings[at], at, row.args.get(key)) for at, row in slot.seen.items()]
        return self.explain(slot, values)

    def explain(self, slot: Slot, values: list[tuple[dict[str, Any], int, Any]]) -> Any:
        first = values[0][2]
        if all(value == first for _, _, value in values):
            return first
        if slot.key[0] == "ZeroPadding2D":
            return {"pad": first[0][1]}
        if isinstance(first, list):
            return [
                self.explain(slot, [(settings, at, value[i]) for settings, at, value in values])
                for i in range(len(first))
            ]
        for name, default in DEFAULTS.items():
            if all(value == settings.get(name, default) for settings, _, value in values):
                return {"arg": name}
        formats: dict[str, set[Any]] = {}
        for settings, _, value in values:
            formats.setdefault(settings["format"], set()).add(value)
        if all(len(found) == 1 for found in formats.values()):
            return {
                "last": formats["channels_last"].pop(),
                "first": formats["channels_first"].pop(),
            }
        return self.formula(slot, values)

    def channels(self, number: int, at: int) -> int | None:
        """The channels of a slot in a run; of what stands for it if it does not occur."""
        slot = self.slots[number - 1]
        if number < 1:
            return 3
        if at in slot.seen:
            return slot.seen[at].channels
        return self.channels(self.inputs(slot)[-1], at)

    def formula(self, slot: Slot, values: list[Any]) -> Any:
        from flake8_concat.keras.applications import FORMULAS

        alphas = [(settings.get("alpha", 1.0), at, value) for settings, at, value in values]
        nominal = next(value for alpha, _, value in alphas if alpha == 1.0)
        here = self.number[slot]
        for name in ("int", "round8", "round8int", "wider"):
            if all(FORMULAS[name](alpha, nominal) == value for alpha, _, value in alphas):
                return {"alpha": [name, nominal]}
        for offset in range(-1, -7, -1):
            found = [(self.channels(here + offset, at), value) for _, at, value in alphas]
            if any(channels is None for channels, _ in found):
                continue
            factor = found[0][1] // found[0][0]
            for name, factors in (("times", (factor,)), ("round8times", FACTORS)):
                for times in factors:
                    if all(FORMULAS[name](channels, times) == value for channels, value in found):
                        return {"channels": [name, offset, times]}
        raise SystemExit(f"no formula found for {slot.key}: {alphas}")


DEFAULTS: dict[str, Any] = {"classes": 1000, "depth_multiplier": 1}
CONDITIONS: dict[str, Callable[[dict[str, Any]], bool]] = {
    "preprocess": lambda settings: settings.get("include_preprocessing", True),
    "colours": lambda settings: (
        settings.get("include_preprocessing", True) and settings.get("channels", 3) == 3
    ),
    "imagenet": lambda settings: settings.get("weights") == "imagenet",
    "dropout": lambda settings: settings.get("dropout_rate", 0.2) > 0,
}


# --- one constructor


def variants(name: str) -> dict[str, dict[str, Any]]:
    """The settings under which the graph as a whole is another one."""
    if name.startswith("NASNet"):
        return {"": {}, "free": {"size": None}}
    if name.startswith("MobileNetV3"):
        return {"": {}, "minimalistic": {"minimalistic": True}}
    return {"": {}}


@cache
def takes_channels_first(name: str) -> bool:
    """Whether it can be built for that image data format."""
    try:
        run(name, data_format="channels_first")
    except ValueError:
        return False
    return True


def settings_of(name: str, parameters: list[str], base: dict[str, Any]) -> list[dict[str, Any]]:
    """The settings under which the body of the network is looked at; the first is the plainest."""
    found = [base]
    if base.get("size", 256) is not None:
        found += [{"size": 257}, {"size": 331}, {"size": 131}]
        if len(variants(name)) == 1 or "minimalistic" in variants(name):
            found += [{"size": None}]
    if takes_channels_first(name):
        found += [{"data_format": "channels_first"}, {"data_format": "channels_first", "size": 257}]
    if "include_preprocessing" in parameters:
        found += [{"include_preprocessing": False}, {"channels": 1}]
    if name.startswith("EfficientNet"):
        found.append({"weights": "imagenet"})
    if "alpha" in parameters:
        found += [{"alpha": alpha} for alpha in ALPHAS]
    if "depth_multiplier" in parameters:
        found.append({"depth_multiplier": 2})
    return [{**base, **settings} for settings in found]


def graph(name: str, parameters: list[str], base: dict[str, Any]) -> dict[str, Any]:
    """The body and the four ends of a constructor."""
    settings = settings_of(name, parameters, base)
    runs = [run(name, **each) for each in settings]
    heads: dict[str, list[dict[str, Any]]] = {
        "top": [{"include_top": True}, {"include_top": True, "classes": 7}],
        "avg": [{"pooling": "avg"}],
        "max": [{"pooling": "max"}],
    }
    if base.get("size", 256) is None:
        del heads["top"]  # needs a size
    else:
        if "dropout_rate" in parameters:
            heads["top"].append({"include_top": True, "dropout_rate": 0})
        if "alpha" in parameters:
            heads["top"] += [{"include_top": True, "alpha": alpha} for alpha in ALPHAS]
    ends = {head: [run(name, **{**base, **each}) for each in many] for head, many in heads.items()}
    length = min(shared(runs[0].rows, many[0].rows) for many in ends.values())
    rest = len(runs[0].rows) - length
    slots, placed = overlay([each.rows for each in runs])
    body = slots[: len(slots) - rest]
    merger = Merger([each.settings for each in runs], slots, placed)
    encoded = [merger.encode(slot) for slot in slots]
    tails = {"none": encoded[len(body) :]}
    sizes = {
        each.settings.get("alpha"): len(each.rows) - rest
        for each in reversed(runs)
        if not {"include_preprocessing", "channels", "weights"} & each.settings.keys()
    }
    for head, many in ends.items():
        tails[head] = tail(many, sizes)
    table: dict[str, int] = {}
    for row in [*encoded[: len(body)], *(row for rows in tails.values() for row in rows)]:
        row[0] = table.setdefault(json.dumps(row[0]), len(table))
    return {
        "kinds": [json.loads(text) for text in table],
        "body": encoded[: len(body)],
        "heads": tails,
    }


def shared(a: list[Row], b: list[Row]) -> int:
    """How many rows two runs have in common at their beginnings."""
    for position, (left, right) in enumerate(zip(a, b, strict=False)):
        if (left.kind, left.name, left.inputs, left.args) != (
            right.kind,
            right.name,
            right.inputs,
            right.args,
        ):
            return position
    return min(len(a), len(b))


def tail(runs: list[Run], sizes: dict[Any, int]) -> list[list[Any]]:
    """The rows after the body, which they see as row 0."""
    cut = []
    for each in runs:
        start = sizes[each.settings.get("alpha")]
        cut.append(
            [
                Row(
                    row.kind,
                    row.name,
                    row.args,
                    [max(0, i - start) for i in row.inputs],
                    row.channels,
                )
                for row in each.rows[start:]
            ]
        )
    slots, placed = overlay(cut)
    merger = Merger([each.settings for each in runs], slots, placed)
    return [merger.encode(slot) for slot in slots]


def generate(name: str) -> str:
    """The text of the data file of one constructor."""
    import keras

    signature = inspect.signature(getattr(keras.applications, name))
    parameters = list(signature.parameters)
    probe = run(name)
    data = {
        "parameters": [[p.name, p.default] for p in signature.parameters.values()],
        "takes_name": takes_name(name),
        "channels_first": takes_channels_first(name),
        "least": probe.least,
        "default": run(name, size=224, include_top=True).default,
        "variants": {
            variant: graph(name, parameters, base) for variant, base in variants(name).items()
        },
    }
    text = json.dumps(data, separators=(",", ":"))
    return text.replace(NAME, "{name}")


def constructors() -> list[str]:
    """The names of all constructors of keras.applications."""
    from keras import applications

    return [name for name in dir(applications) if inspect.isfunction(getattr(applications, name))]


def main(arguments: list[str]) -> int:
    """Writes or checks the data; gives the exit code."""
    names = [name for name in arguments if not name.startswith("-")] or constructors()
    changed = []
    for name in names:
        path = DATA / f"{name}.json.gz"
        text = generate(name)
        if not path.exists() or gzip.decompress(path.read_bytes()).decode() != text:
            changed.append(name)
            if "--check" not in arguments:
                path.parent.mkdir(exist_ok=True)
                path.write_bytes(gzip.compress(text.encode(), 9, mtime=0))
    print("changed:", *changed or ["nothing"])
    return int("--check" in arguments and bool(changed))


if __name__ == "__main__":
    os.environ.setdefault("KERAS_BACKEND", "jax")
    sys.exit(main(sys.argv[1:]))
