"""Whether a shape in a comment is about the very sizes that the trace has, or about another call's.

A function is traced with the sizes that it is called with in its file, or with its defaults. Its
comments may be written for another image. What the others of its comments say tells: where several
fit, the one that does not is wrong; where none fits, all are about other sizes.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from fractions import Fraction

import libcst as cst

from flake8_concat import late
from flake8_concat.keras.graph import Tensor
from flake8_concat.keras.layer import Layer
from flake8_concat.rules.describe import code
from flake8_concat.rules.lineage import input_shapes
from flake8_concat.rules.names import Outline, definition, number
from flake8_concat.rules.shape_fit import Difference, value_of
from flake8_concat.rules.shape_text import ShapeText
from flake8_concat.rules.words import words_of
from flake8_concat.shapes import Shape
from flake8_concat.trace.facts import Event, Site

_SEVERAL = 2
Result = tuple[Event, Tensor]


def alike(results: Sequence[Result]) -> bool:
    """Whether all evaluations give the same shape."""
    return len({str(tensor.shape) for _, tensor in results}) == 1


class Agreement:
    """How many comments of each function say the traced shapes, and how many others."""

    def __init__(self) -> None:
        self._fitting: Counter[int] = Counter()
        self._channels: Counter[int] = Counter()
        self._others: Counter[int] = Counter()
        self._sized: Counter[int] = Counter()
        self._in_sides: Counter[int] = Counter()
        self._sides: defaultdict[int, set[tuple[object, ...]]] = defaultdict(set)
        self._scaled: defaultdict[tuple[int, Fraction], set[int]] = defaultdict(set)
        self._widths: defaultdict[tuple[int, Fraction], set[int]] = defaultdict(set)

    def fits(self, said: ShapeText, results: Sequence[Result]) -> None:
        """Counts a comment that says a traced shape. Only numbers beside numbers say anything."""
        event, tensor = results[-1]
        shape = tensor.shape
        if not isinstance(shape, Shape) or len(shape) < 3:
            return
        function = id(event.site.function)
        written = [dim.value for dim in said.dims]
        self._in_sides[function] += _numbers_fit(written, shape[1:-1])
        if said.plane:
            self._fitting[function] += len(shape) == 4 and all(type(n) is int for n in shape[1:])
            return
        if type(written[-1]) is int and type(shape[-1]) is int:
            self._channels[function] += 1
        known = all(type(size) is int for size in shape[1:])
        if known and sum(type(size) is int for size in written) >= _SEVERAL:
            self._fitting[function] += 1

    def differs(self, said: ShapeText, results: Sequence[Result], wrong: Difference) -> None:
        """Counts a comment that says another shape."""
        event, tensor = results[-1]
        function = id(event.site.function)
        self._others[function] += 1
        shape = tensor.shape
        if not isinstance(shape, Shape) or wrong.rank:
            return  # another image has the same rank
        self._sized[function] += 1
        if len(shape) - 1 not in wrong.axes:
            self._channels[function] += type(said.dims[-1].value) is int
            self._sides[function].add(tuple(said.dims[at].value for at in wrong.positions))
        elif len(wrong.axes) == 1 and len(shape) > 3:
            self._in_sides[function] += 1
        for axis, at in zip(wrong.axes, wrong.positions, strict=True):
            told, size = said.dims[at].value, shape[axis]
            if type(told) is int and type(size) is int and size:
                kind = self._scaled if axis < len(shape) - 1 else self._widths
                kind[function, Fraction(told, size)].add(size)

    def elsewhere(self, function: cst.FunctionDef | None) -> bool:
        """Whether the comments of a function are about an image of another size.

        Sizes of several maps differ from the traced ones by the same factor, and fewer fit; or
        several differ in nothing but their sides, each in others, and there is none that fits.
        """
        key = id(function)
        if len(self._sides[key]) >= _SEVERAL and not self._in_sides[key]:
            return True
        return any(
            len(sizes) >= max(_SEVERAL, self._fitting[key] + 1)
            for (there, _), sizes in self._scaled.items()
            if there == key
        )

    def wider(self, function: cst.FunctionDef | None) -> bool:
        """Whether the comments of a function are about a network with more or fewer channels.

        The channels of several maps differ by the same factor, and fewer fit: `filters=128` of
        which all comments say the half.
        """
        key = id(function)
        return any(
            len(sizes) >= max(_SEVERAL, self._channels[key] + 1)
            for (there, _), sizes in self._widths.items()
            if there == key
        )

    def here(self, function: cst.FunctionDef | None) -> bool:
        """Whether the comments of a function are about the traced sizes, but for a few."""
        key = id(function)
        return self._fitting[key] >= _SEVERAL and self._fitting[key] > self._others[key]

    def alone(self, wrong: Difference, results: Sequence[Result]) -> bool:
        """Whether a comment is the only one of its function that says other sizes.

        All evaluations must have the same shape, or as many channels if those are what is wrong.
        """
        function = results[-1][0].site.function
        if self._sized[id(function)] > 1:
            return False
        shapes = [result.shape for _, result in results if isinstance(result.shape, Shape)]
        last = {str(shape[-1:]) for shape in shapes}
        in_channels = len(last) == 1 and all(wrong.axes == (len(shape) - 1,) for shape in shapes)
        return in_channels or alike(results)

    def in_channels(self, function: cst.FunctionDef | None) -> bool:
        """Whether the last sizes that the comments of a function say are the traced ones."""
        return self._channels[id(function)] >= _SEVERAL


def relevant(
    wrong: Difference, results: Sequence[Result], agreement: Agreement
) -> Difference | None:
    """What of a difference from the traced shapes is one from what a comment can be about.

    In a function that gets its image from outside, what the line itself says counts (the channels
    that stand in it as a number), and whether its other comments fit.
    """
    event, tensor = results[-1]
    function = event.site.function
    last = len(tensor.shape) - 1  # type: ignore[arg-type]
    size = tensor.shape[last] if tensor.shape else None  # type: ignore[index]
    if _by_default(event):
        if last in wrong.axes and (
            _given(event, size) or (agreement.wider(function) and size not in _numbers(event))
        ):
            return None
        if not agreement.elsewhere(function) or _written_here(event, tensor):
            return wrong
    elif all(_fixed(*result) for result in results) or agreement.here(function):
        return wrong
    shapes = [result.shape for _, result in results if isinstance(result.shape, Shape)]
    sizes = {str(shape[-1:]) for shape in shapes}
    if wrong.rank or last not in wrong.axes or len(sizes) != 1:
        return None
    alone = wrong.axes == (last,)
    here = alone and (size in _numbers(event) or _of_a_layer(event))
    if agreement.in_channels(function) or here:
        return Difference((last,), (wrong.positions[wrong.axes.index(last)],))
    return None


def channels_by_default(
    wrong: Difference, event: Event, tensor: Tensor, told: int | str | None = None
) -> bool:
    """Whether only the channels differ, and are what a function gets if nobody says otherwise.

    `Dense(num_classes)` of num_classes=1000 may well be `# (None, 5)`: another file gives the 5.
    told: what the comment says
    """
    shape = tensor.shape
    return (
        isinstance(shape, Shape)
        and wrong.axes == (len(shape) - 1,)
        and (
            (_by_default(event) and _given(event, shape[-1]))
            or _classes(event, shape[-1])
            or _of_constructed(event, shape[-1], told)
        )
    )


def _of_constructed(event: Event, size: object, told: int | str | None) -> bool:
    """Whether there are as many channels for each class, or for these and a few numbers more.

    Where a model of its own is made in a class with `num_classes=20` that nobody gives another
    number, and a comment speaks of one class.
    """
    caller = event.caller
    while caller is not None and caller.parent is not None:
        caller = caller.parent
    function = caller.site.function if caller is not None else None
    if function is None or type(size) is not int or type(told) is not int:
        return False
    for param in (*function.params.params, *function.params.kwonly_params):
        if isinstance(param.default, cst.Integer) and _OF_CLASSES.search(param.name.value.lower()):
            others = size - param.default.evaluated_value
            if 0 <= others < told:
                return True
    return False


_OF_CLASSES = late.compiled(r"class(?:es)?(?:$|_)|(?:^|_)(?:n_?out|labels?|outputs?)$")


def _classes(event: Event, size: object) -> bool:
    """Whether a size is how many classes there are by default, where the call does not say so."""
    function, caller = event.site.function, event.caller
    call = caller.site.node if caller is not None else None
    if function is None or not isinstance(call, cst.Call):
        return False
    given = {arg.keyword.value for arg in call.args if arg.keyword is not None}
    return any(
        isinstance(param.default, cst.Integer)
        and param.default.evaluated_value == size
        and _OF_CLASSES.search(param.name.value.lower())
        and param.name.value not in given
        and not any(arg.star for arg in call.args)
        and len(call.args) - len(given) <= at
        for at, param in enumerate(function.params.params)
    )


def _numbers_fit(written: list[int | str | None], sides: tuple[object, ...]) -> bool:
    """Whether a number written is a side of the map, so that the picture is the traced one."""
    return any(type(size) is int and size in sides for size in written)


def takes_sizes(function: cst.FunctionDef, but_for: frozenset[str] = frozenset()) -> bool:
    """Whether a function has parameters that may decide a shape, but for those with such words."""
    params = (*function.params.params, *function.params.kwonly_params)
    names = {param.name.value for param in params} - {"self", "cls"}
    return any(but_for.isdisjoint(words_of(name)) for name in names)


def _by_default(event: Event) -> bool:
    """Whether an evaluation is that of a function that nothing calls, with its defaults.

    Those of a method are the constructor's as well: `Input(self.shape)`.
    """
    return event.caller is None and any(map(takes_sizes, _deciding(event)))


def _deciding(event: Event) -> Iterator[cst.FunctionDef]:
    """The function that an evaluation stands in, and the constructor of its class."""
    function = event.site.function
    if function is None:
        return
    yield function
    place = Outline.of(event.site.source).place_of(function)
    around = place.outer.node if place is not None and place.outer is not None else None
    if isinstance(around, cst.ClassDef) and function.name.value != "__init__":
        yield from (
            node
            for node in around.body.body
            if isinstance(node, cst.FunctionDef) and node.name.value == "__init__"
        )


def _given(event: Event, size: object) -> bool:
    """Whether a size is the default of a parameter: 1000 of `num_classes=1000`."""
    return any(
        isinstance(param.default, cst.Integer) and param.default.evaluated_value == size
        for function in _deciding(event)
        for param in (*function.params.params, *function.params.kwonly_params)
    )


def _numbers(event: Event) -> set[object]:
    """The numbers that stand in a call, or in that which made its layer."""
    made = (event.created or event.site).node
    if not isinstance(made, cst.Call):
        return set()
    return {value_of(code(arg.value), {}) for arg in made.args}


_WITH_CHANNELS = late.compiled(r"Dense$|Conv\w*[123]D\w*$")


def _of_a_layer(event: Event) -> bool:
    """Whether the channels are those of a layer that is made elsewhere, by what nobody gives there.

    `self.encoder(x)` of a Sequential that ends with `Dense(SIZE)`, made in `__init__(self)`.
    """
    made = event.created
    if event.kind != "call" or made is None or made.function is event.site.function:
        return False
    if made.function is not None and takes_sizes(made.function):
        return False
    layers = getattr(event.operation, "layers", None)
    layer = layers[-1] if isinstance(layers, list) and layers else event.operation
    return isinstance(layer, Layer) and bool(_WITH_CHANNELS.search(layer.type.name))


def _fixed(event: Event, tensor: Tensor) -> bool:
    """Whether nothing that a caller gives decides the shape."""
    function = event.site.function
    if event.caller is None:
        return True
    call = event.caller.site.node
    if event.caller.parent is None and isinstance(call, cst.Call) and not call.args:
        return True
    if function is not None and not takes_sizes(function):
        return True
    return _written_here(event, tensor)


def _written_here(event: Event, tensor: Tensor) -> bool:
    """Whether all that goes into a tensor has its sizes written in the same function."""
    inputs = [node for node, _ in input_shapes(tensor)]
    return bool(inputs) and all(
        isinstance(node.site, Site)
        and node.site.function is event.site.function
        and isinstance(node.site.node, cst.Call)
        and _literal(node.site.node, node.site)
        for node in inputs
    )


def _literal(call: cst.Call, site: Site) -> bool:
    """Whether an Input's sizes are written as numbers, None, or constants of the module."""
    for arg in call.args:
        if arg.keyword is not None and arg.keyword.value not in ("shape", "batch_shape"):
            continue
        if not isinstance(arg.value, (cst.Tuple, cst.List)):
            return False
        for element in arg.value.elements:
            value = element.value
            constant = isinstance(value, cst.Name) and (
                value.value in ("None", value.value.upper()) or _is_constant(value.value, site)
            )
            if not (isinstance(value, cst.Integer) or constant):
                return False
    return True


def _is_constant(name: str, site: Site) -> bool:
    """Whether a name is given one number, in the function or else in the module: `size = 224`."""
    found = definition(name, Outline.of(site.source).place_of(site.function))
    return found is not None and type(number(*found)) is int
