"""Symbolic tensors where Python wants a value: tests, loops, `len()`, calls.

A KerasTensor stands for a shape and a dtype; Keras raises where a program asks it for more.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import libcst as cst

from flake8_concat.keras.families import load
from flake8_concat.keras.graph import Tensor
from flake8_concat.keras.keras_tensors import ATTRIBUTES, OF_ARRAYS, OF_KERAS_2
from flake8_concat.keras.layer import Layer
from flake8_concat.keras.models import Functional
from flake8_concat.keras.nodes import PLACEHOLDER
from flake8_concat.keras.registry import OPS, Op
from flake8_concat.keras.renamed import MEANT
from flake8_concat.keras.sequential import Sequential
from flake8_concat.shapes import Mismatch, Refusal, Shape, Size, is_none
from flake8_concat.trace.facts import Site
from flake8_concat.trace.values import Dict, List

TEST = "a test", "keras.ops.where chooses by element"
LOOP = "a loop", "keras.ops.unstack takes it apart along an axis"
A_FUNCTION = "a function", None
AN_ARRAY = "an array whose items are set", "keras.ops.slice_update gives another tensor"
FORMATTED = "a number to be formatted", None
# Functions of Python that ask their argument for a value.
VALUE_FUNCTIONS: dict[str, tuple[str, str | None]] = {
    "builtins.bool": TEST,
    "builtins.float": ("a number", None),
    "builtins.int": ("a number", None),
    **{
        f"math.{name}": ("a number", f"there is keras.ops.{name}")
        for name in "ceil cos cosh exp expm1 floor log log10 log1p log2 sin sinh sqrt tan".split()
    },
    "builtins.divmod": ("a number", "keras.ops.floor_divide and keras.ops.mod give both parts"),
    "builtins.len": ("something with a length", "`.shape` has its sizes"),
    **dict.fromkeys(
        (
            f"builtins.{name}"
            for name in "enumerate iter list reversed set sorted sum tuple".split()
        ),
        LOOP,
    ),
}
# Those that compare their arguments.
EXTREMES: dict[str, tuple[str, str | None]] = {
    "builtins.max": ("a test", "keras.ops.maximum compares by element"),
    "builtins.min": ("a test", "keras.ops.minimum compares by element"),
}
OF_ONE_NUMBER = (
    *(TEST, *EXTREMES.values()),
    *(VALUE_FUNCTIONS[f"builtins.{name}"] for name in ("bool", "float", "int")),
)

# What a loop never runs over, or only where its first axis is known.
OF_ONE_THING = frozenset({Tensor, Layer, Functional, Sequential})
OPERANDS = frozenset({int, float, tuple, List})
IN_A_LAYER = "in the body of a layer `keras.ops.shape` has the number"
OF_SHAPES = {
    "as_list": "list() makes a list of it",
    "ndims": "len() counts its sizes",
    "num_elements": "math.prod() multiplies its sizes",
    "rank": "len() counts its sizes",
}
OF_ONE_TENSOR = frozenset({"dtype", "ndim", "shape"})
SHAPE_FUNCTIONS = frozenset({"keras.ops.shape", "keras.backend.int_shape"})
LATEST = 500  # events that are looked through for where a shape was read


class SymbolicValues:
    """The part of the tracer that notes what a tensor without values is used for."""

    def no_value(self: Any, value: Any, site: Site | None, use: tuple[str, str | None]) -> None:
        """Writes down that Keras raises where a KerasTensor is used so."""
        if use is LOOP and self.is_uncalled(value):
            self.not_called(value, "a loop, or unpacked", site)
        if type(value) is not Tensor or self.tentative or site is None:
            return
        if not self.inside and certainly_symbolic(value):
            kind = "a symbolic tensor"
        elif use in OF_ONE_NUMBER and self.is_a_tensor(value) and _several_numbers(value):
            kind = "a tensor of several numbers"
        elif use is A_FUNCTION and self.inside and self.is_a_tensor(value):
            kind = "a tensor"
        else:
            return
        what, remedy = use
        refusal = Mismatch(Refusal.WRONG_SHAPE, f"{kind} can't be used as {what}", remedy=remedy)
        if self.caught("TypeError") or self.caught("ValueError"):
            return
        self.record(site, "operator", what, (value,), {}, None, inputs=(value,), outcome=refusal)

    def not_called(self: Any, value: Any, what: str, site: Site | None) -> None:
        """Writes down that a layer or a model stands where what it returns is meant.

        One that a class of the program is made of may have methods of its own.
        """
        if self.tentative or site is None or self.caught("TypeError"):
            return
        if getattr(value, "extended", False):
            return
        text = f"{value.name!r} is not called, and can't be used as {what}"
        refusal = Mismatch(Refusal.WRONG_SHAPE, text, remedy="call it on a tensor first")
        self.record(site, "operator", what, (), {}, None, outcome=refusal)

    def no_parts(self: Any, value: Any, site: Site | None, why: str) -> None:
        """Writes down that no backend unpacks a tensor in the body of a layer so."""
        if site is None or not self.inside or self.on_values or type(value) is not Tensor:
            return
        if self.handlers or not self.is_a_tensor(value):
            return
        what = f"{value.shape} can't be unpacked: {why}"
        refusal = Mismatch(Refusal.WRONG_SHAPE, what, remedy=LOOP[1])
        inputs = (value,)
        self.record(site, "operator", "unpacking", inputs, {}, None, inputs=inputs, outcome=refusal)

    def is_a_tensor(self: Any, value: Tensor) -> bool:
        """Whether a value certainly is a tensor of the backend, of that shape."""
        if value.merged or not isinstance(value.shape, Shape) or self.tentative:
            return False
        if self.inside:
            return True
        return not value.symbolic and (value.node is None or made_together((value,)))

    def no_array(
        self: Any, function: str, args: tuple[Any, ...], kwargs: Mapping[str, Any]
    ) -> None:
        """Writes down that numpy makes no array of a KerasTensor."""
        if function not in OF_ARRAYS:
            return
        value = next(_tensors_among((*args, *kwargs.values())), None)
        if value is None or self.is_older:
            return
        use = "an array of numpy", _function(function)
        if not self.inside:
            self.no_value(value, self.site, use)

    def no_tensor_attribute(self: Any, value: Tensor, name: str, site: Site | None) -> bool:
        """Whether a KerasTensor has no such attribute; writes it down where it is read."""
        if self.inside or name in ATTRIBUTES or name[:1] == "_" or name in self.tensor_attributes:
            return False
        if not (self.is_keras_3 or (name not in OF_KERAS_2 and not self.is_older)):
            return False
        if not certainly_symbolic(value):
            return False
        self.raise_if_caught("AttributeError")
        if site is not None and not self.tentative:
            refusal = Mismatch(
                Refusal.WRONG_SHAPE,
                f"a symbolic tensor has no attribute {name!r}",
                remedy=_function(name),
            )
            inputs = (value,)
            self.record(
                site, "operator", f".{name}", inputs, {}, None, inputs=inputs, outcome=refusal
            )
        return True

    def too_many_names(self: Any, value: Any, found: int, count: int, site: Site | None) -> None:
        """Writes down that the tensors of a layer, or the sizes of one, do not fit the names."""
        if site is not None and not self.caught("ValueError"):
            if (whole := self.of_model(value)) is not None:
                self.not_of_model(value, f"{whole} are {found}, not {count}", site)
            text = "{0} {1} can't be unpacked to " + f"{count} names"
            self.no_such_parts(value, "unpacking", text, site, everywhere=True)
            if whole is None and type(value) is tuple and (kind := members(value, site)):
                self.not_of_model(value, f"{found} {kind} can't be unpacked to {count} names", site)

    def no_such_item(self: Any, value: Any, index: Any, site: Site | None) -> None:
        """Writes down that there are not so many tensors of a layer, or sizes of one."""
        if site is not None and isinstance(index, int):
            if (whole := self.of_model(value)) is not None:
                self.not_of_model(value, f"{whole} are {len(value)}, none at {index}", site)
            text = f"{{0}} {{1}} have none at {index}"
            self.no_such_parts(value, "index", text, site, everywhere=True)
            if whole is None and (kind := members(value, site)):
                self.not_of_model(value, f"there are {len(value)} {kind}, none at {index}", site)

    def no_items(self: Any, size: Any, site: Site | None) -> None:
        """Writes down that Python takes no part of a single size."""
        if site is None or self.tentative or self.caught("TypeError"):
            return
        what = "None" if type(size) is not int else str(size)
        refusal = Mismatch(Refusal.WRONG_SHAPE, f"the size {what} has no parts")
        self.record(site, "operator", "[]", (), {}, None, outcome=refusal)

    def no_such_key(self: Any, value: Any, key: Any, site: Site | None) -> None:
        """Writes down that a layer or a model gave no tensor of that name."""
        if site is None or self.tentative or self.caught("KeyError"):
            return
        lacking = getattr(value, "lacking", None)  # of a dict that Keras fills: a History's
        if lacking is not None:
            self.record(site, "operator", "[]", (), {}, None, outcome=lacking(key))
        if type(value) is not Dict:
            return
        if not value or value.blur is not None:
            return
        if (whole := self.of_model(value)) is not None:
            self.not_of_model(
                value, f"{whole} has no {key!r}, but {', '.join(map(repr, value))}", site
            )
            return
        kind = members(value, site)
        if kind and isinstance(key, (str, int)):
            names = ", ".join(map(repr, value))
            what = f"there is no {kind.removesuffix('s')} {key!r} among {names}"
            refusal = Mismatch(Refusal.WRONG_SHAPE, what)
            self.record(site, "operator", "[]", (), {}, None, outcome=refusal)

    def no_such_index(self: Any, value: Any, index: Any, site: Site | None) -> None:
        """Writes down that of several tensors Python takes one, or some, along no more axes."""
        if site is None or type(value) not in (tuple, List):
            return
        if type(index) in (tuple, List) or index is None or type(index) in (float, str):
            shown = len(index) if type(index) is tuple else repr(index)
            if (whole := self.of_model(value)) is not None:
                self.not_of_model(value, f"{whole} are taken by one number, not by {shown}", site)
            text = "{0} {1} are taken by one number or slice, not by " + f"{shown}"
            self.no_such_parts(value, "index", text, site, everywhere=True)

    def no_such_attribute(self: Any, value: Any, name: str, site: Site | None) -> None:
        """Writes down that several tensors together have no shape and no dtype."""
        if site is not None and name in OF_ONE_TENSOR and not self.caught("AttributeError"):
            if (whole := self.of_model(value)) is not None:
                self.not_of_model(value, f"{whole} together have no `.{name}`", site)
            self.no_such_parts(value, f".{name}", f"{{0}} {{1}} together have no `.{name}`", site)

    def no_tensor_shape(self: Any, value: tuple[Any, ...], name: str, site: Site | None) -> None:
        """Writes down that the shape of a symbolic tensor of Keras 3 is a tuple."""
        if site is None or self.inside or self.tentative or not self.is_keras_3:
            return
        tensor = self.read_from(value)
        if tensor is None or not certainly_symbolic(tensor):
            return
        self.raise_if_caught("AttributeError")
        text = f"the shape of a symbolic tensor is a tuple and has no `.{name}`"
        refusal = Mismatch(Refusal.WRONG_SHAPE, text, remedy=OF_SHAPES.get(name))
        inputs = (tensor,)
        self.record(site, "operator", f".{name}", (), {}, None, inputs=inputs, outcome=refusal)

    def no_operand(self: Any, operator: str, a: Any, b: Any, site: Site | None) -> None:
        """Writes down that Python calculates with no list or tuple of tensors."""
        for one in filter(self.is_uncalled, (a, b)):
            self.not_called(one, f"an operand of `{operator}`", site)
            return
        if site is None or not all(type(v) in OPERANDS for v in (a, b)) or self.caught("TypeError"):
            return
        for value in (a, b):
            if type(value) in (tuple, List) and getattr(value, "blur", None) is None:
                text = "{0} {1} together are no operand of " + f"`{operator}`"
                self.no_such_parts(value, f"a {operator} b", text, site)
                return

    def no_number(self: Any, operator: str, a: Any, b: Any, site: Site | None) -> None:
        """Writes down that Python calculates nothing with a size that is None."""
        if site is None or self.inside or self.tentative or self.is_older:
            return
        if not all(isinstance(value, (int, float, Size)) for value in (a, b)):
            return
        none = next((v for v in (a, b) if isinstance(v, Size) and is_none(v)), None)
        if none is None or self.caught("TypeError"):
            return
        named = "a size" if str(none) == "None" else f"the size {none}"
        what = f"{named} is None, which Python calculates nothing with"
        refusal = Mismatch(Refusal.WRONG_SHAPE, what, remedy=IN_A_LAYER)
        self.record(site, "operator", f"a {operator} b", (), {}, None, outcome=refusal)

    def of_model(self: Any, value: Any) -> str | None:
        """What list of a model or a layer that very list is, in words."""
        found = (of for part, of in self.sliced if part is value and type(of) is str)
        return next((name if " " in name else f"the `{name}` of the model" for name in found), None)

    def not_of_model(self: Any, value: Any, text: str, site: Site) -> None:
        """Writes down that a list of a model does not have what is read of it."""
        if not self.tentative:
            refusal = Mismatch(Refusal.WRONG_SHAPE, text)
            self.record(site, "operator", "[]", (), {}, None, outcome=refusal)

    def no_such_parts(
        self: Any, value: Any, callee: str, text: str, site: Site, *, everywhere: bool = False
    ) -> None:
        """Writes down what Python refuses of a whole whose number of parts the shapes decide.

        text:       says so of {0} {1}, which are "3 tensors" or "3 sizes"
        everywhere: whether that holds of the shapes of tensors with values, too
        """
        if self.tentative or not value or not isinstance(value, (tuple, list)):
            return
        tensor, parts = self.read_from(value), "sizes"
        inputs = () if tensor is None else (tensor,)
        if tensor is None:
            if not all(type(v) is Tensor for v in value):
                return
            whole = made_together(value) or made_together(value, OF_PARTS)
            if not (whole or all(map(certainly_symbolic, value))):
                # What a layer of the program is called on has as many parts as it was given.
                if not self.inside or not everywhere or self.on_values:
                    return
                text = text.format(len(value), parts := "tensors")
                refusal = Mismatch(Refusal.WRONG_SHAPE, text)
                self.record(site, "operator", callee, (value,), {}, None, outcome=refusal)
                return
            outputs, parts = value[0].node.outputs, "tensors"
            if outputs is not value and (type(outputs) is Tensor or [*outputs] != [*value]):
                return
        elif not certainly_symbolic(tensor) and not (
            everywhere and (self.is_a_tensor(tensor) or self.of_build(value))
        ):
            return
        refusal = Mismatch(Refusal.WRONG_SHAPE, text.format(len(value), parts))
        self.record(site, "operator", callee, (value,), {}, None, inputs=inputs, outcome=refusal)

    def of_build(self: Any, value: Any) -> bool:
        """Whether a shape is the one that a layer's `build` is given."""
        return any(part is value and type(whole) is Tensor for part, whole in self.sliced)

    def read_from(self: Any, value: Any) -> Tensor | None:
        """The tensor whose shape, or a part of it, that very tuple is; None if it is another."""
        for part, whole in reversed(self.sliced):
            if part is value:
                value = whole
        if type(value) is Tensor:  # what `build` is given is the shape of
            return value
        for event in reversed(self.facts.events[-LATEST:]):
            if event.value is value and (event.kind == "shape" or event.callee in SHAPE_FUNCTIONS):
                return event.inputs[0] if event.inputs else None
        return None


def is_layer(value: Any) -> bool:
    """Whether a value is a layer or a model of Keras."""
    return isinstance(value, Layer) or hasattr(value, "nodes")


def _tensors_among(values: Any) -> Iterator[Tensor]:
    """The tensors among values, and in the lists among them."""
    for value in values:
        if type(value) is Tensor:
            yield value
        elif type(value) in (tuple, List):
            yield from (item for item in value if type(item) is Tensor)


def members(value: Any, site: Site) -> str:
    """What a list or a dict certainly holds, layers or tensors and nothing else; "" if not so.

    Into the attributes of an object anybody may put more tensors.
    """
    items = [*value.values()] if type(value) is Dict else value
    if type(items) not in (tuple, List, list) or getattr(value, "blur", None) is not None:
        return ""
    if items and all(type(item) is Tensor for item in items):
        return "" if isinstance(getattr(site.node, "value", None), cst.Attribute) else "tensors"
    return "layers" if items and all(map(is_layer, items)) else ""


def _several_numbers(tensor: Tensor) -> bool:
    """Whether a tensor certainly holds more than one number."""
    if not isinstance(tensor.shape, Shape):
        return False
    sizes = [n for n in tensor.shape if type(n) is int]
    return any(n > 1 for n in sizes) and 0 not in sizes


def _function(name: str) -> str | None:
    """The function of Keras that does what is asked of a tensor by that name, in words."""
    last = name.rpartition(".")[2]
    load()
    full = f"keras.ops.{MEANT.get(last, last)}"
    return f"there is {full}" if full in OPS else None


# Functions of TensorFlow that give several tensors in a list, in every release.
OF_PARTS = ("tf.split", "tf.unstack")


def made_together(tensors: Any, names: tuple[str, ...] = ("keras.ops.", "keras.random.")) -> bool:
    """Whether these are what one function of Keras gave, of whatever tensors."""
    first = tensors[0]
    operation = first.node.operation if first.node is not None and not first.merged else None
    return isinstance(operation, Op) and operation.name.startswith(names)


def certainly_symbolic(tensor: Tensor) -> bool:
    """Whether a tensor is one of Keras that was made of Inputs, whatever is not known of it."""
    todo, seen, made = [tensor], set(), False
    while todo:
        item = todo.pop()
        if not item.symbolic:
            continue
        node = item.node
        if node is None or item.merged or not isinstance(item.shape, Shape):
            return False
        if id(node) in seen:
            continue
        seen.add(id(node))
        inputs, operation = node.inputs, node.operation
        if operation is PLACEHOLDER:
            made = True
            continue
        if isinstance(operation, Op) and not operation.name.startswith("keras.ops."):
            return False  # TensorFlow of old took Keras' tensors, and gave its own
        if not inputs:
            if not isinstance(operation, Layer) or operation.type.name != "InputLayer":
                return False
            made = True
        todo.extend(inputs)
    return made
