"""How tensors came about as the text has it: for what the trace does not know.

`up = Conv2DTranspose(…)(x)`, `up = LeakyReLU()(up)`: the assignments of a function in the order of
its lines, of each name the last one before.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

import libcst as cst

from flake8_concat import late
from flake8_concat.rules.describe import code
from flake8_concat.rules.names import Outline, dotted
from flake8_concat.trace.facts import Site
from flake8_concat.trace.source import Source

_DEEPEST = 30
_MAP = late.compiled(
    r"(?:Conv|Convolution|Pool|Pooling|UpSampling|Padding|Deconvolution)\w*[23]D|conv\w*[23]d"
)
_NO_MAP = late.compiled(
    r"Global|1D|1d$|^(?:Flatten|Dense|Embedding|[A-Z]*LSTM|[A-Z]*GRU|SimpleRNN|Bidirectional|Reshape"
    r"|reshape|Lambda|Permute|permute\w*|transpose|swapaxes|expand_dims|squeeze|tile|repeat|stack"
    r"|unstack|split|Cropping2D|Cropping3D|crop\w*|Crop\w*|flip|slice|flatten|dense|one_hot"
    r"|TimeDistributed|RepeatVector|reduce_\w+|mean|max|gather|zeros\w*|ones\w*|Input)$"
)
# Blocks of the author's own, of maps where the file has no sequences.
_BLOCK = late.compiled(
    r"conv(?:olution)?(?:al)?_?(?:bn_?|layer_?)?block|^conv_?\d*_?(?:bn|block|layer)\w*$|^conv$",
    re.IGNORECASE,
)
_ENLARGES = late.compiled(
    r"(?:Conv[23]DTranspose|UpSampling[23]D|up_?sampl\w*|up_?conv\w*|de_?conv\w*|up_?scal\w*"
    r"|conv\w*_?transpose)|^up(?:\d+|_?block\d*)?$",
    re.IGNORECASE,
)
CROPS = ("Cropping2D", "CenterCrop")
_RESIZES = late.compiled(r"^(?:resize(?:_\w+)?|Resizing)$")
_KEEPS = frozenset(
    "Activation ReLU LeakyReLU PReLU ELU relu leaky_relu elu swish BatchNormalization "
    "InstanceNormalization GroupNormalization LayerNormalization Dropout SpatialDropout2D "
    "SpatialDropout3D Add add Multiply multiply pad".split()
)
_NAMES = late.compiled(r"[A-Z]\w*(?=\()")
_CALLED = late.compiled(r"\w+(?=\()")
_TAKES_APART = late.compiled(
    r"Flatten|Dense|Reshape|reshape|Crop|crop|split|Permute|(?<!_)transpose|Lambda|LSTM|GRU|1D"
    r"|^(?:image|im\w+|save\w*|write\w*|show\w*|plot\w*|print|cast|clip\w*|append|saturate_cast)$"
)


@dataclass(frozen=True, slots=True)
class Made:
    """How a tensor came about.

    name:      what it is called where it is used
    is_map:    a layer of maps made it
    enlarged:  one that enlarges them, since the last join
    apart:     it is something else, or a part
    cropped:   a part, of which nothing but the edges was cut off
    through:   the names that it was made of
    root:      the first of them
    """

    name: str | None = None
    is_map: bool = False
    enlarged: bool = False
    apart: bool = False
    cropped: bool = False
    through: frozenset[str] = frozenset()
    root: str | None = None


@dataclass(frozen=True, slots=True)
class _Uses:
    """What becomes of what a file's calls give.

    around:    by the id of a call that another is given, that other
    given:     by function and name the calls that are given it
    appended:  by function and list the calls that put something into it
    """

    around: dict[int, cst.Call]
    given: dict[tuple[int, str], list[cst.Call]]
    appended: dict[tuple[int, str], list[cst.Call]]


class WrittenPast:
    """The assignments and calls of a file by their functions. `WrittenPast.of(source)` keeps it."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.outline = Outline.of(source)
        self.of_sequences = "1D" in source.text or "1d" in source.text
        self.assigned: dict[tuple[int, str], list[cst.Assign]] = {}
        self._by_line: dict[int, list[tuple[int, Any]]] = {}
        for assign, place in self.outline.assigns:
            for target in assign.targets:
                name = dotted(target.target)
                if name is not None:
                    self.assigned.setdefault((id(place.node), name), []).append(assign)

    @classmethod
    def of(cls, source: Source) -> WrittenPast:
        """That of a file, made once."""
        return source.view(cls)

    def items(self, site: Site) -> list[Made] | None:
        """What a call joins, None where the text does not list it."""
        if not isinstance(site.node, cst.Call) or not site.node.args:
            return None
        line = self.source.range_of(site.node).line
        given: cst.BaseExpression | None = site.node.args[0].value
        appended: list[Made] = []
        if isinstance(given, cst.Name):
            name = given.value
            given, line = self._last(self._where(site), name, line)
            if isinstance(given, cst.List):
                appended = self._appended(site, name)
        if given is None or not isinstance(given, (cst.List, cst.Tuple, cst.BinaryOperation)):
            return None
        listed = [self._made(one, self._where(site), line) for one in _listed(given)]
        return listed + appended

    def _appended(self, site: Site, name: str) -> list[Made]:
        """What is put into a list in a loop, each time the same: `maps.append(Conv2D(…)(x))`."""
        found = [
            self._made(call.args[0].value, self._where(site), self.source.range_of(call).line)
            for call in self._uses.appended.get((self._where(site), name), [])
        ]
        return [replace(one, name=None) for one in found * 2]

    def taken_apart(self, site: Site) -> bool:
        """Whether the next call that is given what a call gives takes it apart."""
        return bool(_TAKES_APART.search(self.next_call(site)))

    def of_maps(self, site: Site) -> bool:
        """Whether a call takes maps, or what it gives goes into a layer of maps, by the text."""
        items = self.items(site)
        if items is None and isinstance(site.node, cst.Call) and site.node.args:
            line = self.source.range_of(site.node).line
            items = [self._made(site.node.args[0].value, self._where(site), line)]
        if any(one.is_map for one in items or ()):
            return True
        name = self.next_call(site)
        return bool(_MAP.search(name)) and not _NO_MAP.search(name)

    def parameters(self, site: Site) -> set[str | None]:
        """The names that a function is given, and those that one of them alone is unpacked to."""
        place = self.outline.place_of(site.function)
        if place is None or site.function is None:
            return set()
        unpacked = {
            name
            for name, (value, _) in place.unpacked.items()
            if dotted(value) in place.parameters and len(place.definitions[name]) == 1
        }
        return {*place.parameters, *unpacked}

    def goes_on(self, site: Site) -> bool:
        """Whether what a call gives goes into a convolution, or a block of the author's own."""
        name = self.next_call(site)
        return bool(_MAP.search(name) or (not self.of_sequences and _BLOCK.search(name)))

    def next_call(self, site: Site) -> str:
        """The last part of the name of the next call that is given what a call gives, or ""."""
        outer = self._uses.around.get(id(site.node))
        if outer is not None:
            return self._of_a_class(outer.func, called(outer) or "")
        line = self.source.range_of(site.node).line
        later: list[tuple[int, cst.Call]] = []
        for name in site.targets:
            given = self._placed(self._uses.given.get((self._where(site), name)))
            later += given[bisect_right(given, line, key=_line) :][:1]
        if not later:
            return ""
        first = min(later, key=_line)[1]
        return self._of_a_class(first.func, called(first) or "")

    @cached_property
    def _uses(self) -> _Uses:
        found = _Uses({}, {}, {})
        for call, place in self.outline.calls:
            where = id(place.node)
            appended = dotted(call.func) or ""
            if appended.endswith(".append") and len(call.args) == 1:
                found.appended.setdefault((where, appended.removesuffix(".append")), []).append(
                    call
                )
            for arg in call.args:
                if isinstance(arg.value, cst.Call):
                    found.around[id(arg.value)] = call
                elif isinstance(arg.value, cst.Name):
                    found.given.setdefault((where, arg.value.value), []).append(call)
        return found

    def _placed(self, nodes: list[Any] | None) -> list[tuple[int, Any]]:
        """Nodes with their lines, in the order of these: found for what is asked, and once."""
        if nodes is None:
            return []
        found = self._by_line.get(id(nodes))
        if found is None:
            found = [(self.source.range_of(node).line, node) for node in nodes]
            found.sort(key=_line)
            self._by_line[id(nodes)] = found
        return found

    def _where(self, site: Site) -> int:
        return id(site.function or self.source.module)

    def _last(self, where: int, name: str, line: int) -> tuple[cst.BaseExpression | None, int]:
        """What a name was given last before a line, and on which; None if nothing was."""
        given = self._placed(self.assigned.get((where, name)))
        at = bisect_left(given, line, key=_line)
        return (given[at - 1][1].value, given[at - 1][0]) if at else (None, line)

    def _made(self, node: cst.BaseExpression, where: int, line: int, depth: int = 0) -> Made:
        if depth > _DEEPEST:
            return Made()
        name = dotted(node)
        if name is not None:
            value, at = self._last(where, name, line)
            if value is None:
                return Made(name, through=frozenset({name}), root=name)
            made = self._made(value, where, at, depth + 1)
            root = made.root or f"{name}:{at}"
            return replace(made, name=name, through=made.through | {name}, root=root)
        if isinstance(node, cst.Subscript):
            parts = [element.slice for element in node.slice]
            whole = len(parts) == 1 and isinstance(parts[0], cst.Index)
            return Made(apart=not whole)
        if isinstance(node, cst.Call):
            return self._called(node, where, line, depth)
        if isinstance(node, cst.IfExp):  # `BatchNormalization()(x) if normed else x`
            return self._made(node.body, where, line, depth + 1)
        if isinstance(node, cst.BinaryOperation):  # `gate * x`
            one, other = (
                self._made(side, where, line, depth + 1) for side in (node.left, node.right)
            )
            return one if one.is_map or one.apart else other
        return Made()

    def _called(self, node: cst.Call, where: int, line: int, depth: int) -> Made:
        name = called(node) or ""
        if name in ("Sequential", "compose") and isinstance(node.func, cst.Call):
            name = self._of_a_stack(node.func)
        if name == "Lambda" and isinstance(node.func, cst.Call):
            name = _of_a_lambda(node.func)
        name = self._of_a_class(node.func, name)
        if _NO_MAP.search(name):
            return Made(apart=True, cropped=name in CROPS)
        before = Made()
        if node.args and not node.args[0].star:
            given = node.args[0].value
            if isinstance(given, (cst.List, cst.Tuple)) and given.elements:
                given = given.elements[0].value
            before = self._made(given, where, line, depth + 1)
        if name in _KEEPS:
            return replace(before, name=None)
        if _RESIZES.search(name):  # a picture's size is changed so, too
            return replace(before, name=None, enlarged=True)
        enlarges = bool(_ENLARGES.search(name))
        own = not self.of_sequences and (enlarges or bool(_BLOCK.search(name)))
        is_map = bool(_MAP.search(name)) or own
        if is_map or enlarges:
            enlarged = enlarges or (before.enlarged and "Conv" in name)
            return replace(before, name=None, is_map=is_map, enlarged=enlarged, apart=False)
        return Made(through=before.through, root=before.root)

    def _of_a_stack(self, stack: cst.Call) -> str:
        """What a Sequential does to its input: convolves, or something else."""
        listed = code(stack)
        names = set(_NAMES.findall(listed))
        if any(_NO_MAP.search(name) for name in names - {"Input"}):
            return "Reshape"
        if any(_ENLARGES.search(name) for name in names):
            return "UpSampling2D"
        return "Conv2D" if any(_MAP.search(name) for name in names) else "Sequential"

    def _of_a_class(self, func: cst.BaseExpression, name: str) -> str:
        """What `self.up` was given in its class, by the name of what makes it."""
        attribute = dotted(func)
        if attribute is None or not attribute.startswith("self."):
            return name
        found = self._attributes.get(attribute, [])
        return found[0] if len(set(found)) == 1 else name

    @cached_property
    def _attributes(self) -> dict[str, list[str]]:
        """What makes the attributes of the file's classes, by their names."""
        found: dict[str, list[str]] = {}
        for assign, _ in self.outline.assigns:
            for target in assign.targets:
                name = dotted(target.target)
                if name is not None and name.startswith("self."):
                    made = called(assign.value) or ""
                    if made == "Sequential" and isinstance(assign.value, cst.Call):
                        made = self._of_a_stack(assign.value)
                    found.setdefault(name, []).append(made)
        return found


def _listed(given: cst.BaseExpression) -> Iterator[cst.BaseExpression]:
    """What stands in a list, or in one that is put together: `[x] + skips`."""
    if isinstance(given, cst.BinaryOperation):
        yield from _listed(given.left)
        yield from _listed(given.right)
    elif isinstance(given, (cst.List, cst.Tuple)):
        yield from (one.value for one in given.elements)
    else:
        yield given


def _of_a_lambda(layer: cst.Call) -> str:
    """What a Lambda does: `Lambda(lambda x: tf.image.resize(x, size))` resizes."""
    names = set(_CALLED.findall(code(layer)))
    resizes = [name for name in names if _RESIZES.search(name)]
    others = {"Lambda", "int", "shape", "format"}  # the last of them in its name
    return resizes[0] if resizes and names <= {*others, *resizes} else "Lambda"


def called(node: cst.BaseExpression) -> str | None:
    """The last part of the name that is called: `layers.Conv2D(8, 3)(x)` -> Conv2D."""
    func: cst.CSTNode = node
    while isinstance(func, cst.Call):
        func = func.func
    if isinstance(func, cst.Attribute):
        return func.attr.value
    return func.value if isinstance(func, cst.Name) else None


def _line(pair: tuple[int, object]) -> int:
    return pair[0]
