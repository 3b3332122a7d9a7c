"""Operators and items: on tensors as nodes of the graph, on plain values as Python has them."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from flake8_concat.keras import operators as on_shapes
from flake8_concat.keras.dtypes import FLOATS, holds
from flake8_concat.keras.graph import Node, Tensor
from flake8_concat.keras.layer import Layer
from flake8_concat.keras.models import Functional
from flake8_concat.keras.ops.indexing import get_item_of_values
from flake8_concat.keras.ops.of_values import matmul_values
from flake8_concat.keras.sequential import Sequential
from flake8_concat.shapes import (
    UNKNOWN_SIZE,
    Choice,
    Known,
    Lose,
    Mismatch,
    NumpyInt,
    OfNumpy,
    Refusal,
    Refuse,
    Shape,
    Size,
    Unknown,
    Valued,
)
from flake8_concat.trace import operators
from flake8_concat.trace.displays import SHORT
from flake8_concat.trace.facts import Site
from flake8_concat.trace.keras_version import is_keras_3, is_older
from flake8_concat.trace.library.arithmetic import OPERATORS
from flake8_concat.trace.library.comparing import ORDER
from flake8_concat.trace.library.objects import Object
from flake8_concat.trace.library.plain import to_python
from flake8_concat.trace.library.quotient import Quotient, size_binary
from flake8_concat.trace.operation import Operator
from flake8_concat.trace.refused_items import is_keras_tensor, refused_item
from flake8_concat.trace.symbolic_values import TEST, certainly_symbolic
from flake8_concat.trace.values import (
    CONSTANTS,
    NESTING,
    Free,
    Instance,
    List,
    Method,
    Raised,
    Test,
)

# The class whose name Keras counts when an operator makes a node.
OPERATOR_CLASSES = {
    "+": "Add", "-": "Subtract", "*": "Multiply", "/": "TrueDivide", "//": "FloorDivide",
    "%": "Mod", "**": "Power", "@": "Matmul", "[]": "GetItem",
}  # fmt: skip
# What needs no guard on two numbers below SMALL, of which the second is not zero.
AT_ONCE = {symbol: OPERATORS[symbol] for symbol in ("+", "-", "*", "/", "//", "%")}
SMALL = 2**64
WEIGHT_A_STEP = 8  # symbols and floors of a size that was calculated
PLAIN_NUMBERS = frozenset({int, float})
PLAIN_VALUES = frozenset({int, float, str, bool})
SEVERAL = (List, tuple)
SHIFTS = frozenset({"<<", ">>"})
OF_SIZES = (Size, Quotient)
NUMBERS = (int, float, *OF_SIZES)
UNDECIDED = "depends on a size that is not known"
COMPARISON_METHODS = {
    "==": "__eq__", "<": "__lt__", "<=": "__le__", ">": "__gt__", ">=": "__ge__",
}  # fmt: skip
OPERATOR_METHODS = {
    "+": "__add__", "-": "__sub__", "*": "__mul__", "/": "__truediv__", "//": "__floordiv__",
    "%": "__mod__", "**": "__pow__", "@": "__matmul__", "<<": "__lshift__", ">>": "__rshift__",
    "&": "__and__", "|": "__or__", "^": "__xor__",
}  # fmt: skip


def _binary(symbol: str) -> Operator:
    def rule(a: Any, b: Any) -> Known:
        return Known(on_shapes.binary(symbol, a, b), on_shapes.conditions(symbol, a, b))

    return Operator(symbol, rule)


BINARY = {
    s: _binary(s)
    for s in (
        *on_shapes.ARITHMETIC,
        *on_shapes.COMPARISONS,
        *on_shapes.BITWISE,
        "@",
    )
}
# In the body of a layer TensorFlow looks at fewer sizes.
MATMUL_OF_VALUES = Operator("@", matmul_values)
UNARY = {s: Operator(s, lambda x, s=s: on_shapes.unary(s, x)) for s in ("-", "+", "~", "abs")}
GET_ITEM = Operator("[]", on_shapes.getitem)
GET_ITEM_OF_VALUES = Operator("[]", lambda x, key: get_item_of_values(on_shapes.getitem, x, key))
# A list beside a tensor in the body of a layer is an array.
BINARY_OF_VALUES = {s: Operator(s, on_shapes.beside_lists) for s in BINARY}


def _not_beside(a: Any, b: Any) -> Shape:
    """Mirrors keras.src.backend.result_type, which knows no list."""
    shape = a if isinstance(a, Shape) else b
    kind = "tuple" if tuple in (type(a), type(b)) else "list"
    raise Refuse(
        Refusal.WRONG_SHAPE,
        f"a {kind} is no operand of a symbolic tensor",
        inputs=(0,),
        recover=Shape(shape),
        remedy=None if any(map(_of_tensors, (a, b))) else "an array is: `np.array([...])`",
    )


def _of_tensors(value: Any) -> bool:
    return (
        not isinstance(value, Shape)
        and isinstance(value, (list, tuple))
        and any(isinstance(item, Shape) for item in value)
    )


def _none_beside(a: Any, b: Any) -> Shape:
    """What nothing but a tensor and None are together."""
    raise Refuse(Refusal.WRONG_SHAPE, "None is no tensor and no number")


def _is_of_numpy(value: Any) -> bool:
    """Whether a value certainly is a number or an array of numpy."""
    if type(value) is not Tensor:
        return isinstance(value, OfNumpy)
    return type(value.shape) is Valued and value.node is None and not value.symbolic


def _numpy_before(operation: Operator) -> Operator:
    """The operator with a value of numpy before a KerasTensor: numpy is asked first."""

    def rule(a: Any, b: Any) -> Shape:
        meant = operation.outcome((a, b), {})
        details = {"recover": meant.result} if isinstance(meant, Known) else {}
        what = "an array" if isinstance(a, Shape) else "a number"
        raise Refuse(
            Refusal.WRONG_SHAPE,
            f"{what} of numpy before a symbolic tensor: numpy can't make an array of that",
            remedy="keras.ops has a function of two tensors for it"
            if isinstance(a, Shape)
            else "float() makes a plain number of it",
            **details,
        )

    return Operator(operation.name, rule)


def _no_shift(a: Any, b: Any) -> Shape:
    """What a KerasTensor has no operator for."""
    what = "a symbolic tensor has no such operator"
    raise Refuse(Refusal.WRONG_SHAPE, what, remedy="there are keras.ops.left_shift and right_shift")


def _uncalled_beside(a: Any, b: Any) -> Shape:
    """What nothing but a tensor and a layer are together."""
    what = "a layer that was not called is no operand of a tensor"
    raise Refuse(Refusal.WRONG_SHAPE, what, remedy="call it on a tensor")


def _as_tensor(a: Any, b: Any) -> Shape:
    """The shape of the tensor, beside which a list counts as a number."""
    return Shape(a if isinstance(a, Shape) else b)


def refusing_floats(operation: Operator) -> Operator:
    """The operator on tensors that hold floats, where it is one of whole numbers."""

    def rule(*args: Any) -> Any:
        meant = operation.outcome(args, {})
        details = {"recover": meant.result} if isinstance(meant, Known) else {}
        what = "takes whole numbers, is given floats"
        raise Refuse(Refusal.NO_BROADCAST, what, **details)

    return Operator(operation.name, rule)


def _of_sequences(operator: str, a: Any, b: Any) -> bool:
    """Whether Python joins the two, or repeats one as often as the other says."""
    if operator == "+":
        return type(a) is type(b) and isinstance(a, (tuple, list))
    return operator == "*" and (isinstance(a, int) or isinstance(b, int))


class TensorOperators:
    """The part of the tracer that carries out operators, on tensors and on what is none."""

    def binary(self: Any, operator: str, a: Any, b: Any, site: Site | None = None) -> Any:
        """`a operator b` for any values."""
        ta, tb = type(a), type(b)
        if ta in PLAIN_NUMBERS and tb in PLAIN_NUMBERS:
            operate = AT_ONCE.get(operator)
            if operate is not None and b and -SMALL < a < SMALL and -SMALL < b < SMALL:
                return operate(a, b)
        if ta is str and tb is str and operator == "+" and len(a) + len(b) < SHORT:
            return a + b
        if ta is Tensor or tb is Tensor:
            return self.tensor_binary(operator, a, b, site)
        try:
            if ta is Instance or tb is Instance or isinstance(a, Object) or isinstance(b, Object):
                return self.object_binary(operator, a, b)
            if self.inside and (isinstance(a, OF_SIZES) or isinstance(b, OF_SIZES)):
                if isinstance(a, NUMBERS) and isinstance(b, NUMBERS):
                    return self.made(size_binary(operator, a, b, running=True))
            value = operators.binary(operator, a, b)
            if isinstance(value, Size):
                self.step(value.weight // WEIGHT_A_STEP)
            return self.made(value)
        except Lose as lost:
            uncalled = self.is_uncalled(a) or self.is_uncalled(b)
            if uncalled or not _of_sequences(operator, a, b):  # which were too long to be followed
                self.no_operand(operator, a, b, site)
            self.no_number(operator, a, b, site)
            return lost.unknown
        except Raised as raised:
            if self.caught(raised.kind):
                raise
            if raised.kind == "TypeError":
                self.no_operand(operator, a, b, site)
            return Unknown(f"`{operator}` raises {raised.kind}")

    def object_binary(self: Any, operator: str, a: Any, b: Any) -> Any:
        """An operator that a class of the program may define."""
        name = OPERATOR_METHODS.get(operator)
        if isinstance(a, Instance) and name is not None:
            found = a.cls.find(name)
            if found is not None:
                return self.call(Method(found[0], a), (b,), {})
        if isinstance(a, (tuple, int, str)) or isinstance(b, (tuple, int, str)):
            return operators.binary(operator, a, b)
        raise Lose(f"`{operator}` on objects")

    def binary_in_call(self: Any, operator: str, a: Any, b: Any) -> Any:
        """`a operator b` within a function of the library: what is refused is its call."""
        site, operation = None, BINARY.get(operator)
        if operation is not None and type(a) is Tensor and type(b) is Tensor:
            if isinstance(self.ask(operation, (a, b), {}), Mismatch):
                site = self.site
        return self.binary(operator, a, b, site)

    def tensor_binary(self: Any, operator: str, a: Any, b: Any, site: Site | None) -> Any:
        """`a operator b` where one is a tensor."""
        for value in (a, b):
            if isinstance(value, Unknown) and type(value) is not Choice:
                a, b = (Tensor(v, None) if isinstance(v, Unknown) else v for v in (a, b))
                break
        operation = BINARY.get(operator)
        if operation is None:
            return Unknown(f"`{operator}` on a tensor")
        value = self.operate_plainly(operation, a, b, site)
        if value is not None:
            return value
        if operator == "@" and self.inside and type(a) is Tensor and type(b) is Tensor:
            operation = MATMUL_OF_VALUES
        elif type(a) in SEVERAL or type(b) in SEVERAL:
            operation = self.beside_list(operator, a, b) or operation
        elif operator in on_shapes.BITWISE:
            if operator in SHIFTS and not self.inside:
                if any(type(v) is Tensor and certainly_symbolic(v) for v in (a, b)):
                    operation = Operator(operator, _no_shift)
            if any(map(self.has_float_values, (a, b))):
                operation = refusing_floats(operation)
        elif self.is_uncalled(a) or self.is_uncalled(b):
            if self.inside or not certainly_symbolic(a if type(a) is Tensor else b):
                operation = Operator(operator, _uncalled_beside)
        elif (a is None or b is None) and not self.inside and operator in on_shapes.ARITHMETIC:
            operation = Operator(operator, _none_beside)
        elif not self.inside and operator != "!=" and _is_of_numpy(a):
            if type(b) is Tensor and certainly_symbolic(b) and not self.is_older:
                operation = _numpy_before(operation)
        if isinstance(a, OfNumpy) or isinstance(b, OfNumpy):
            a, b = (to_python(v) if isinstance(v, OfNumpy) else v for v in (a, b))
        self.count_operator(operator)
        return self.apply(operation, (a, b), {}, site, "operator", f"a {operator} b")

    def count_operator(self: Any, operator: str) -> None:
        """Takes the next name of the class that Keras has for an operator."""
        name = OPERATOR_CLASSES.get(operator)
        if name is not None:
            self.names.auto(name)

    def is_uncalled(self: Any, value: Any) -> bool:
        """Whether a value is a layer, or a model, in the place of what it gives."""
        return type(value) is Layer or isinstance(value, (Functional, Sequential))

    def has_float_values(self: Any, value: Any) -> bool:
        """Whether a value is a tensor of floats that bits are not asked of."""
        if type(value) is not Tensor or not (self.inside or not value.symbolic):
            return False
        return holds(value) == FLOATS

    def beside_list(self: Any, operator: str, a: Any, b: Any) -> Operator | None:
        """The operator with a list for one operand, where that is not as with an array."""
        values, tensor = (a, b) if type(a) in SEVERAL else (b, a)
        numbers = all(type(n) in (int, float) for n in values)
        if getattr(values, "blur", None) is not None or not (
            numbers or all(type(n) is Tensor for n in values)
        ):
            return None
        if self.inside:
            if operator in ("@", "==", "!=") or type(values) is tuple or not numbers:
                return None
            return BINARY_OF_VALUES[operator]
        if (operator == "@" and numbers) or not self.is_keras_3 or not certainly_symbolic(tensor):
            return None
        if operator == "@":
            return Operator(operator, _not_beside)
        return Operator(operator, _not_beside if operator in on_shapes.ARITHMETIC else _as_tensor)

    def unary(self: Any, operator: str, a: Any, site: Site | None = None) -> Any:
        """`-a`, `+a`, `~a` for any value; `abs(a)` of a tensor."""
        if type(a) is Tensor:
            if operator == "+":
                self.no_value(a, site, ("the operand of +", None))
            operation = UNARY[operator]
            if operator == "~" and self.has_float_values(a):
                operation = refusing_floats(operation)
            return self.apply(operation, (a,), {}, site, "operator", f"{operator}a")
        try:
            return operators.unary(operator, a)
        except Lose as lost:
            self.no_operand(operator, a, a, site)
            return lost.unknown
        except Raised as raised:
            if self.caught(raised.kind):
                raise
            return Unknown(f"`{operator}` raises {raised.kind}")

    def compare(self: Any, operator: str, a: Any, b: Any, site: Site | None = None) -> Any:
        """`a operator b` for a comparison."""
        if type(a) in PLAIN_VALUES and type(b) in PLAIN_VALUES:
            if operator == "==":
                return a == b
            if type(a) in PLAIN_NUMBERS and type(b) in PLAIN_NUMBERS and operator in ORDER:
                return ORDER[operator](a, b)
        if (
            (type(a) is Tensor or type(b) is Tensor)
            and operator in BINARY
            and a is not None
            and b is not None
        ):
            if operator in ORDER:
                left, right = operators.number_of(a), operators.number_of(b)
                if left is not None and right is not None:
                    return ORDER[operator](left, right)
            if operator == "==" or (operator == "!=" and self.of_values(a, b)):
                return self.tensor_equal(operator, a, b, site)
            return self.tensor_binary(operator, a, b, site)
        if type(a) is Instance or type(b) is Instance:
            return self.guarded(self.object_compare, operator, a, b)
        nested = [value for value in (a, b) if type(value) in NESTING]
        for value in nested:
            self.walk(value)
        if operator in ORDER and (type(a) in NUMBERS or type(b) in NUMBERS):
            self.no_operand(operator, a, b, site)
        found = operators.compare(operator, a, b)
        if nested and type(found) is not bool:  # each of its unknowns was made a test
            self.step(sum(map(len, nested)))
        return found

    def of_values(self: Any, *operands: Any) -> bool:
        """Whether the operands are tensors that have values, or none."""
        return self.inside or not any(map(is_keras_tensor, operands))

    def tensor_equal(self: Any, operator: str, a: Any, b: Any, site: Site | None) -> Any:
        """`a == b` where one is a tensor, and `a != b` where they have values.

        KerasTensor has no `==`: it is itself and nothing else. In the body of a layer Keras hands
        on the backend's tensors, which are compared element by element; what TensorFlow says of
        shapes that do not broadcast is False, not an error.
        """
        if not self.inside and not self.tentative:
            if is_keras_tensor(a) and is_keras_tensor(b):
                return a is b
            if any(map(is_keras_tensor, (a, b))) and any(isinstance(v, CONSTANTS) for v in (a, b)):
                return False
        if isinstance(self.ask(BINARY[operator], (a, b), {}), Mismatch):
            return Unknown(f"`{operator}` of tensors that do not broadcast")
        return self.tensor_binary(operator, a, b, site)

    def object_compare(self: Any, operator: str, a: Any, b: Any) -> Any:
        """A comparison that a class of the program may define."""
        if operator in ("!=", "not in"):
            positive = "==" if operator == "!=" else "in"
            return self.negate(self.object_compare(positive, a, b))
        if operator == "in" and isinstance(b, Instance):
            found = b.cls.find("__contains__")
            if found is None:
                return operators.compare("in", a, List(self.items(b)))
            return self.call(Method(found[0], b), (a,), {})
        name = COMPARISON_METHODS.get(operator)
        if isinstance(a, Instance) and name is not None:
            found = a.cls.find(name)
            if found is not None:
                return self.call(Method(found[0], a), (b,), {})
        return operators.compare(operator, a, b)

    def negate(self: Any, value: Any, site: Site | None = None) -> Any:
        """`not value`."""
        if type(value) is Tensor:
            self.no_value(value, site, TEST)
        truth = self.truth(value)
        if truth is not None:
            return not truth
        if isinstance(value, (Unknown, Size)):
            return Test(("not", operators.plain_truth_key(value)), getattr(value, "why", UNDECIDED))
        return Unknown(operators.OF_A_TENSOR)

    def both(self: Any, operator: str, a: Any, b: Any) -> Any:
        """`a and b` or `a or b` where the first is not known."""
        why = getattr(a, "why", operators.OF_A_TENSOR)
        if type(b) is Tensor:
            why = operators.OF_A_TENSOR
        if not isinstance(a, (Unknown, Size)) or not isinstance(b, (Test, Size)):
            return Unknown(why)
        return Test((operator, *map(operators.plain_truth_key, (a, b))), why)

    def tensor_item(self: Any, value: Tensor, index: Any, site: Site | None) -> Any:
        """`x[index]`."""
        if type(index) is List and index.blur is None and not self.inside:
            if self.is_keras_3 and certainly_symbolic(value):
                index = tuple(index)  # so does keras.src.ops.numpy.GetItem
        parts = index if type(index) is tuple else (index,)
        plain = tuple([_index_part(part) for part in parts])
        if any(isinstance(part, Unknown) for part in plain):
            return Tensor(
                next(p for p in plain if isinstance(p, Unknown)), None, symbolic=value.symbolic
            )
        self.names.auto("GetItem")
        key = plain if type(index) is tuple else plain[0]
        operation = GET_ITEM_OF_VALUES if self.inside else GET_ITEM
        if not self.inside:
            operation = refused_item(self, value, key, parts) or operation
        return self.apply(operation, (value, key), {}, site, "operator", "a[]")

    @cached_property
    def is_keras_3(self: Any) -> bool:
        """Whether the file certainly is for Keras 3."""
        return is_keras_3(self.facts.source)

    @property
    def is_older(self: Any) -> bool:
        """Whether something says that the file, or one of those it led to, is for Keras 2."""
        source = self.facts.source if self.site is None else self.site.source
        found: bool | None = self.older.get(source)
        if found is None:
            modules = [function.scope.module for function, _ in self.frames]
            sources = {module.source for module in modules if module is not None} - {None}
            loader = self.loader if self.siblings else None
            sources |= {self.facts.source, source}
            found = self.older[source] = is_older(sources, source.path, loader)
        return found

    def derived(
        self: Any, label: str, shape: Shape, inputs: tuple[Tensor, ...], site: Site | None
    ) -> Tensor:
        """A tensor that an attribute gives (`x.T`)."""
        node = Node(Operator(label, lambda *shapes: Shape(shape)), inputs, {}, site)
        node.outputs = Tensor(shape, node, symbolic=any(t.symbolic for t in inputs))
        return node.outputs  # type: ignore[no-any-return]


def _index_part(part: Any) -> Any:
    """A part of an index as the rule wants it."""
    if isinstance(part, slice):
        bounds = [_bound(b) for b in (part.start, part.stop, part.step)]
        return slice(*bounds)
    if type(part) is Free:
        return Unknown(part.why)
    return int(part) if type(part) is NumpyInt else part


def _bound(value: Any) -> Any:
    if value is None or type(value) is int:  # so for most
        return value
    if isinstance(value, Free):
        return value.size
    if isinstance(value, Unknown):
        return UNKNOWN_SIZE
    if isinstance(value, Tensor):
        shape = value.shape
        return shape.content if isinstance(shape, Valued) else UNKNOWN_SIZE
    return value
