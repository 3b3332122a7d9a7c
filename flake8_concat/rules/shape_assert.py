"""An assertion or annotation of a shape that the code does not give.

## What it does
Compares `assert x.shape == (…)`, `assert x.shape[1:] == (…)`, `assert K.int_shape(x)[1:] == …`,
`assert x.shape[-1] == 64`, `assert len(x.shape) == 4`, `x.ndim == 4`, each side of an `and`,
`tf.debugging.assert_equal(x.shape, …)`, `tf.debugging.assert_shapes`, and annotations of the
jaxtyping kind (`x: Float[Array, "batch 64 64 3"]`; of a variable, a parameter, of what is
returned) with the traced shape.

## Why is this bad
The assertion fails when the model is built, after everything before it ran; the annotation fails
when types are checked at run time, or never, and then it misleads.

## Example
```python
import keras
from keras import layers

x = layers.Conv2D(16, 3)(keras.Input((32, 32, 3)))
assert x.shape == (None, 32, 32, 16)
```

## Use instead
```python
import keras
from keras import layers

x = layers.Conv2D(16, 3)(keras.Input((32, 32, 3)))
assert x.shape == (None, 30, 30, 16)
```

## Fix
Writes the traced sizes in place of the wrong numbers. It changes what the program does.

## Known limits
Numbers, None and names that the module gives one number are compared; other names are left alone,
as are sizes that are not known. An assertion that is met with several shapes is reported only where
it fails for all of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

import libcst as cst

from flake8_concat import late
from flake8_concat.diagnostics import Edit, Fix
from flake8_concat.keras.graph import Tensor
from flake8_concat.rules import describe
from flake8_concat.rules.axes import axis_names
from flake8_concat.rules.base import Finding, Place
from flake8_concat.rules.comments import Layout
from flake8_concat.rules.lineage import behind_refusal
from flake8_concat.rules.names import Outline, dotted
from flake8_concat.rules.shape_asserted import calls
from flake8_concat.shapes import Dim, Shape, is_none
from flake8_concat.trace.facts import Event, Facts
from flake8_concat.trace.source import Source
from flake8_concat.trace.symbolic_values import certainly_symbolic

CODE = "CAT302"
NAME = "shape-assert"

_QUOTED = late.compiled(r"""\[[\w.]+,\s*["'][^"'\n]*\d""")  # far sooner found than the next
_ANNOTATED = late.compiled(r"""(?::|->)\s*[\w.]+\[[\w.]+,\s*["'][^"'\n]*\d""")
_AS_LIST = late.compiled(r"puts\b.*\.as_list\(")
_OTHER_RANK = (-1,)
_ANY = object()
_REST = object()


@dataclass(frozen=True, slots=True)
class _Read:
    """Sizes of a tensor that an expression reads: all, a part, or one.

    first:  the axis of the first of them
    rank:   only how many they are
    """

    tensor: Tensor
    sizes: tuple[Dim, ...]
    first: int
    single: bool
    rank: bool = False


def check(facts: Facts) -> Iterator[Finding]:
    """The findings of this rule."""
    text = facts.source.text
    if "assert" in text and ("shape" in text or "ndim" in text):
        yield from _asserts(facts)
    if "assert_shapes" in text:
        yield from calls(facts)
    if _QUOTED.search(text) and _ANNOTATED.search(text):
        yield from _annotations(facts)


def _asserts(facts: Facts) -> Iterator[Finding]:
    tensors: dict[int, list[Tensor]] = {}
    doubtful: set[int] = set()
    lines: dict[int, cst.SimpleStatementLine] = {}
    for event in facts.events:
        read = event.kind == "shape" or event.callee.endswith(".int_shape")
        if read and event.site.source is facts.source and event.inputs:
            tensors.setdefault(id(event.site.node), []).append(event.inputs[0])
            if isinstance(event.site.statement, cst.SimpleStatementLine):
                lines[id(event.site.statement)] = event.site.statement
            if not event.certain:
                doubtful.add(id(event.site.node))
    for node in doubtful:
        del tensors[node]
    wanted: set[int] | None = None
    for line in lines.values():
        found = [
            finding
            for statement in line.body
            for left, right in _asserted(statement)
            for finding in _comparison(facts, left, right, tensors)
        ]
        if found and wanted is None:
            wanted = _wanted(facts.source)
        if wanted is None or id(line) not in wanted:
            yield from found


def _wanted(source: Source) -> set[int]:
    """What is to fail: the statements of `with pytest.raises(…):`."""
    return {
        id(statement)
        for span in Layout.of(source).spans
        if isinstance(span.node, cst.With) and any(_raises(item) for item in span.node.items)
        for statement in span.node.body.body
    }


def _raises(item: cst.WithItem) -> bool:
    """Whether what is done in a `with` must fail, or may."""
    name = (dotted(item.item.func) or "") if isinstance(item.item, cst.Call) else ""
    return name.rpartition(".")[2].lower().startswith(("raises", "assertraises", "suppress"))


_EQUAL = late.compiled(r"(?:assert_equal|assertEqual|assertAllEqual)$")


def _asserted(
    statement: cst.BaseSmallStatement,
) -> Iterator[tuple[cst.BaseExpression, cst.BaseExpression]]:
    """What a statement asserts to be equal: `assert a == b and c == d`, `assert_equal(a, b)`."""
    if isinstance(statement, cst.Expr) and isinstance(statement.value, cst.Call):
        call = statement.value
        plain = [arg.value for arg in call.args[:2] if arg.keyword is None and not arg.star]
        if len(plain) == 2 and _EQUAL.search(dotted(call.func) or ""):
            yield plain[0], plain[1]
    todo = [statement.test] if isinstance(statement, cst.Assert) else []
    while todo:
        test = todo.pop()
        if isinstance(test, cst.BooleanOperation) and isinstance(test.operator, cst.And):
            todo += [test.right, test.left]
        elif isinstance(test, cst.Comparison) and len(test.comparisons) == 1:
            if isinstance(test.comparisons[0].operator, cst.Equal):
                yield test.left, test.comparisons[0].comparator


def _comparison(
    facts: Facts,
    left: cst.BaseExpression,
    right: cst.BaseExpression,
    tensors: dict[int, list[Tensor]],
) -> Iterator[Finding]:
    if _written(left) is not None:
        left, right = right, left
    said = _written(right)
    reads = _reads(left, tensors)
    if said is None or not reads:
        return
    known = _constants(facts, said)
    wrong = [_wrong(read, said, known) for read in reads]
    if any(not axes for axes in wrong) or behind_refusal(facts, *(r.tensor for r in reads)):
        return
    read, axes = reads[0], wrong[0]
    text = describe.short_code
    if axes == (0,) and _AS_LIST.search(describe.code(left)):
        return  # of an older Keras: its models forget the batch, where a second call has another
    given = read.sizes[0] if read.single else len(read.sizes) if read.rank else Shape(read.sizes)
    message = f"asserts {text(left)} == {text(right)}, the code gives {given}"
    if read.rank:
        message += f", of {Shape(read.sizes)}"
    names = axis_names(read.tensor, facts.image_data_format)
    if axes != _OTHER_RANK:
        told = [f"axis {a}" + (f" ({names[a]})" if a < len(names) else "") for a in axes]
        message += f": {' and '.join(told)} {'differ' if len(told) > 1 else 'differs'}"
    alike = len({r.sizes for r in reads}) == 1
    fixes = tuple(_fixes(facts, read, right, axes, known)) if alike else ()
    yield Finding(Place(facts.source, left), message, fixes=fixes)


def _constants(facts: Facts, said: list[cst.BaseExpression]) -> dict[str, int]:
    """The names in a shape that are numbers of the module, given once and to nothing else."""
    names = {node.value for node in said if isinstance(node, cst.Name) and node.value != "None"}
    places = Outline.of(facts.source).places.values() if names else ()
    found = {}
    for name in names:
        given = [place for place in places if name in place.definitions or name in place.parameters]
        once = len(given) == 1 and len(given[0].definitions.get(name, ())) == 1
        value = facts.module_scope.get(name)
        if once and given[0].outer is None and type(value) is int:
            found[name] = value
    return found


def _written(node: cst.BaseExpression) -> list[cst.BaseExpression] | None:
    """The sizes written as a tuple or list, or as one number."""
    if isinstance(node, cst.Integer):
        return [node]
    if (
        isinstance(node, cst.Call)
        and (dotted(node.func) or "").endswith("TensorShape")
        and node.args
    ):
        node = node.args[0].value
    if not isinstance(node, (cst.Tuple, cst.List)):
        return None
    if any(isinstance(element, cst.StarredElement) for element in node.elements):
        return None
    return [element.value for element in node.elements]


def _reads(node: cst.BaseExpression, tensors: dict[int, list[Tensor]]) -> list[_Read]:
    """What an expression reads in each evaluation, [] if it is no read of a traced shape."""
    if isinstance(node, cst.Call) and id(node) not in tensors:
        if dotted(node.func) == "len" and len(node.args) == 1:
            return _ranks(_reads(node.args[0].value, tensors))
        if dotted(node.func) in ("tuple", "list") and len(node.args) == 1:
            return _reads(node.args[0].value, tensors)
        func = node.func
        if isinstance(func, cst.Attribute) and func.attr.value == "as_list" and not node.args:
            return _reads(func.value, tensors)
        if isinstance(func, cst.Attribute) and func.attr.value == "get_shape" and not node.args:
            return _whole(func, tensors)
        return []
    if isinstance(node, cst.Subscript) and len(node.slice) == 1:
        inner = _reads(node.value, tensors)
        found = [_part(read, node.slice[0].slice) for read in inner]
        return [read for read in found if read is not None] if None not in found else []
    if isinstance(node, cst.Attribute) and node.attr.value in ("rank", "ndims"):
        return _ranks(_reads(node.value, tensors))
    if isinstance(node, cst.Attribute) and node.attr.value == "ndim":
        return _ranks(_whole(node, tensors))
    return _whole(node, tensors)


def _ranks(reads: list[_Read]) -> list[_Read]:
    """The numbers of axes of what is read whole."""
    whole = all(not read.single and not read.rank for read in reads)
    return [replace(read, rank=True) for read in reads] if whole else []


def _whole(node: cst.BaseExpression, tensors: dict[int, list[Tensor]]) -> list[_Read]:
    found_tensors = tensors.get(id(node), [])
    if any(not isinstance(tensor.shape, Shape) for tensor in found_tensors):
        return []
    return [_Read(tensor, tuple(tensor.shape), 0, single=False) for tensor in found_tensors]  # type: ignore[arg-type]


def _part(read: _Read, index: cst.BaseSlice) -> _Read | None:
    if read.single or read.rank:
        return None
    rank = len(read.sizes)
    if isinstance(index, cst.Index):
        at = _number(index.value)
        if at is None or not -rank <= at < rank:
            return None
        return _Read(read.tensor, (read.sizes[at],), read.first + at % rank, single=True)
    if not isinstance(index, cst.Slice) or index.step is not None:
        return None
    lower = 0 if index.lower is None else _number(index.lower)
    upper = rank if index.upper is None else _number(index.upper)
    if lower is None or upper is None:
        return None
    start = slice(lower, upper).indices(rank)[0]
    return _Read(read.tensor, read.sizes[lower:upper], read.first + start, single=False)


def _number(node: cst.BaseExpression) -> int | None:
    if isinstance(node, cst.Integer):
        return node.evaluated_value
    if isinstance(node, cst.UnaryOperation) and isinstance(node.operator, cst.Minus):
        inner = _number(node.expression)
        return None if inner is None else -inner
    return None


def _wrong(
    read: _Read, said: list[cst.BaseExpression], known: Mapping[str, int]
) -> tuple[int, ...]:
    """The axes on which the assertion certainly fails; _OTHER_RANK for another number of them."""
    if read.rank:
        asserted = _number(said[0]) if len(said) == 1 else None
        return _OTHER_RANK if asserted not in (None, len(read.sizes)) else ()
    if len(said) != len(read.sizes):
        return _OTHER_RANK
    return tuple(
        read.first + at
        for at, (size, node) in enumerate(zip(read.sizes, said, strict=True))
        if _differs(size, node, read.tensor, known)
    )


def _differs(size: Dim, node: cst.BaseExpression, tensor: Tensor, known: Mapping[str, int]) -> bool:
    if isinstance(node, cst.Integer):
        if type(size) is int:
            return size != node.evaluated_value
        # None stands for a size that is not known in the body of a layer, and of what has values
        return is_none(size) and certainly_symbolic(tensor)
    if isinstance(node, cst.Name) and node.value == "None":
        return type(size) is int
    named = known.get(node.value) if isinstance(node, cst.Name) else None
    return named is not None and type(size) is int and named != size


def _fixes(
    facts: Facts,
    read: _Read,
    right: cst.BaseExpression,
    axes: tuple[int, ...],
    known: Mapping[str, int],
) -> Iterator[Fix]:
    said = _written(right) or []
    if axes == _OTHER_RANK:
        if read.rank:
            number = facts.source.range_of(right)
            yield Fix("Assert the traced rank", (Edit(number, str(len(read.sizes))),))
        return
    edits = []
    for axis in axes:
        size = read.sizes[axis - read.first]
        node = said[axis - read.first]
        new = str(size) if type(size) is int else "None"
        if isinstance(node, cst.Name) and node.value != "None":  # another of the names, or none
            others = [name for name, value in known.items() if value == size]
            if len(others) != 1:
                return
            (new,) = others
        edits.append(Edit(facts.source.range_of(said[axis - read.first]), new))
    yield Fix("Assert the traced shape", tuple(edits))


def _annotations(facts: Facts) -> Iterator[Finding]:
    """`x: Float[Array, "batch 64 64 3"] = …`, of a parameter, of what is returned."""
    from flake8_concat.rules.shape_docstring import called_function  # few files have such

    given: dict[int, tuple[cst.Annotation, list[Any]]] = {}
    annotated = {
        id(part.target): part.annotation
        for span in Layout.of(facts.source).spans
        if isinstance(span.node, cst.SimpleStatementLine)
        for part in span.node.body
        if isinstance(part, cst.AnnAssign)
    }
    for assignment in facts.assignments:
        said = annotated.get(id(assignment.target))
        if said is not None and assignment.source is facts.source:
            given.setdefault(id(said), (said, []))[1].append(assignment.value)
    for event in facts.events:
        function = called_function(event, facts)
        if function is not None and event.certain:
            for annotation, value in _of_function(function, event):
                given.setdefault(id(annotation), (annotation, []))[1].append(value)
    for annotation, values in given.values():
        written = shape_annotation(annotation.annotation)
        if written is not None and all(_refutes(written[1], value) for value in values):
            yield Finding(
                Place(facts.source, written[0]),
                f"the annotation says {written[0].value}, the code gives {values[0].shape}",
                fixes=tuple(_annotation_fix(facts, *written, values)),
            )


def _annotation_fix(
    facts: Facts, string: cst.SimpleString, said: list[Any], values: list[Any]
) -> Iterator[Fix]:
    """The fix that writes the traced sizes. A checker at run time may read them: not safe."""
    shapes = {str(value.shape): value.shape for value in values}
    shape = next(iter(shapes.values()))
    if len(shapes) != 1 or len(said) != len(shape) or _REST in said or "\\" in string.value:
        return
    sizes = iter(zip(said, shape, strict=True))

    def word(match: re.Match[str]) -> str:
        number, size = next(sizes)
        wrong = type(number) is int and type(size) is int and number != size
        return re.sub(r"\d+$", str(size), match.group()) if wrong else match.group()

    quote, text = string.quote, string.raw_value
    edit = Edit(facts.source.range_of(string), quote + re.sub(r"\S+", word, text) + quote)
    yield Fix("Write the traced sizes", (edit,))


def _of_function(function: cst.FunctionDef, event: Event) -> Iterator[tuple[cst.Annotation, Any]]:
    """What a call gives for the annotated parameters of a function, and gets from it."""
    if function.returns is not None:
        yield function.returns, event.value
    params = function.params.params
    if params and params[0].name.value in ("self", "cls"):
        params = params[1:]  # a method's own object is not among the arguments
    for param, value in zip(params, event.args, strict=False):
        if param.annotation is not None:
            yield param.annotation, value
    for param in (*function.params.params, *function.params.kwonly_params):
        if param.annotation is not None and param.name.value in event.kwargs:
            yield param.annotation, event.kwargs[param.name.value]


def shape_annotation(node: cst.BaseExpression) -> tuple[cst.SimpleString, list[Any]] | None:
    """The string of `Float[Array, "…"]` and its sizes: numbers, _ANY or _REST."""
    if not isinstance(node, cst.Subscript) or len(node.slice) != 2:
        return None
    last = node.slice[1].slice
    if not isinstance(last, cst.Index) or not isinstance(last.value, cst.SimpleString):
        return None
    text = last.value.evaluated_value
    if not isinstance(text, str):
        return None
    sizes: list[Any] = []
    for word in text.split():
        number = word.rpartition("=")[2].lstrip("#")
        if word == "..." or word.startswith(("*", "#*")):
            sizes.append(_REST)
        else:
            sizes.append(int(number) if number.isascii() and number.isdigit() else _ANY)
    return (last.value, sizes) if sizes.count(_REST) <= 1 else None


def _refutes(said: list[Any], value: Any) -> bool:
    shape = value.shape if isinstance(value, Tensor) else None
    if not isinstance(shape, Shape):
        return False
    if _REST in said:
        at = said.index(_REST)
        tail = said[at + 1 :]
        if at + len(tail) > len(shape):
            return True
        said = [*said[:at], *[_ANY] * (len(shape) - at - len(tail)), *tail]
    if len(said) != len(shape):
        return True
    return any(
        type(number) is int and type(size) is int and number != size
        for number, size in zip(said, shape, strict=True)
    )
