"""Compiles expressions: each LibCST node becomes a function from a scope to a value.

Code is compiled once and run as often as it is called. The functions made here hold no logic of
Keras; operators, calls and attributes are asked of the tracer.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

import libcst as cst

from flake8_concat import syntax
from flake8_concat.keras.graph import Tensor
from flake8_concat.keras.layer import Layer
from flake8_concat.shapes import Choice, Lose, Unknown
from flake8_concat.trace.displays import COMPREHENSION, PARTS_A_STEP, Displays, Run
from flake8_concat.trace.facts import Site
from flake8_concat.trace.symbolic_values import TEST
from flake8_concat.trace.values import Class, External, Function, Scope

if TYPE_CHECKING:
    from flake8_concat.trace.tracer import Tracer


CONSTANT_NAMES = {"True": True, "False": False, "None": None, "Ellipsis": ..., "__debug__": True}

BINARY: dict[type, str] = {
    cst.Add: "+", cst.Subtract: "-", cst.Multiply: "*", cst.Divide: "/", cst.FloorDivide: "//",
    cst.Modulo: "%", cst.Power: "**", cst.MatrixMultiply: "@", cst.LeftShift: "<<",
    cst.RightShift: ">>", cst.BitAnd: "&", cst.BitOr: "|", cst.BitXor: "^",
}  # fmt: skip
COMPARISONS: dict[type, str] = {
    cst.Equal: "==", cst.NotEqual: "!=", cst.LessThan: "<", cst.LessThanEqual: "<=",
    cst.GreaterThan: ">", cst.GreaterThanEqual: ">=", cst.Is: "is", cst.IsNot: "is not",
    cst.In: "in", cst.NotIn: "not in",
}  # fmt: skip
ABOUT_NONE = {"is": True, "is not": False}  # what they give for a value that is None
NEVER_NONE = frozenset({int, float, str, bool, Tensor, Layer, External, Function, Class})
UNARY: dict[type, str] = {cst.Minus: "-", cst.Plus: "+", cst.BitInvert: "~"}


class ExpressionCompiler(Displays):
    """Compiles the expressions of one file for one tracer."""

    tried = 0  # `try` statements around what is compiled, in its function

    def __init__(self, tracer: Tracer, source: Any) -> None:
        self.tracer = tracer
        self.source = source
        self.constants: dict[Run, Any] = {}
        # where the code being compiled stands
        self.statement: cst.CSTNode | None = None
        self.targets: dict[int, tuple[str, ...]] = {}  # of the values being assigned, by their ids
        self.scope_name = "<module>"
        self.function: cst.FunctionDef | None = None
        self.yields: list[bool] = []

    def expression(self, node: cst.BaseExpression) -> Run:
        """The function that evaluates a node."""
        compile_node = EXPRESSIONS.get(type(node))
        if compile_node is None:
            return self.constant(Unknown(f"{type(node).__name__} is not followed"))
        return compile_node(self, node)

    def constant(self, value: Any) -> Run:
        """A function that gives the same value always."""

        def run(scope: Scope) -> Any:
            return value

        self.constants[run] = value
        return run

    def site(self, node: cst.BaseExpression | cst.AugAssign | cst.ImportFrom) -> Site:
        """The Site of a node that is being compiled."""
        targets = self.targets.get(id(node), ())
        return Site(node, self.source, self.statement, targets, self.scope_name, self.function)

    # -- names and constants ------------------------------------------------------------------
    def name(self, node: cst.Name) -> Run:
        name = node.value
        if name in CONSTANT_NAMES:
            return self.constant(CONSTANT_NAMES[name])
        look_up = self.tracer.look_up

        def run(scope: Scope) -> Any:
            if name in scope:
                return scope[name]
            outer = scope.parent
            while outer is not None:  # so for what is imported
                if name in outer:
                    return outer[name]
                outer = outer.parent
            return look_up(name, scope)

        if not (self.tried or self.asks_for_names):
            return run
        tracer = self.tracer

        def run_carefully(scope: Scope) -> Any:
            value = run(scope)
            if tracer.handlers:
                tracer.reads_unsure(name, scope, value)
            return value

        return run_carefully

    @cached_property
    def asks_for_names(self) -> bool:
        """Whether the file asks somewhere if a name exists."""
        return "NameError" in self.source.text

    def number(self, node: cst.Integer | cst.Float | cst.Imaginary) -> Run:
        if len(node.value) > arithmetic_limit():
            return self.constant(Unknown("a number too long to read"))
        if node.value.isdecimal() and (node.value[0] != "0" or node.value == "0"):
            return self.constant(int(node.value))
        if type(node) is cst.Float:
            return self.constant(float(node.value))
        return self.constant(syntax.literal(node.value))

    def string(self, node: cst.SimpleString) -> Run:
        quote = node.value[0]
        if quote in "'\"" and "\\" not in node.value and quote not in node.value[1:-1]:
            return self.constant(node.value[1:-1])
        try:
            return self.constant(syntax.literal(node.value))
        except (ValueError, SyntaxError):
            return self.constant(Unknown("a string that Python does not read"))

    # -- operators ----------------------------------------------------------------------------
    def binary(self, node: cst.BinaryOperation) -> Run:
        # Long sums nest to the left, deeper than Python's stack; walk that spine in a loop.
        spine: list[cst.BinaryOperation] = []
        left: cst.BaseExpression = node
        while type(left) is cst.BinaryOperation:
            spine.append(left)
            left = left.left
        run = self.expression(left)
        if len(spine) == 1:
            return self._one_binary(node, run)
        if len(spine) < PARTS_A_STEP:
            for operation in reversed(spine):
                run = self._one_binary(operation, run)
            return run
        steps = [
            (BINARY.get(type(o.operator), "?"), self.expression(o.right), self.site(o))
            for o in reversed(spine)
        ]
        first, tracer, operate = run, self.tracer, self.tracer.binary
        cost = len(steps) // PARTS_A_STEP

        def run_all(scope: Scope) -> Any:
            tracer.step(cost)
            value = first(scope)
            for operator, right, site in steps:
                value = operate(operator, value, right(scope), site)
            return value

        return run_all

    def _one_binary(self, node: cst.BinaryOperation, left: Run) -> Run:
        operator = BINARY.get(type(node.operator), "?")
        right, site, operate = self.expression(node.right), self.site(node), self.tracer.binary
        if right in self.constants:
            value = self.constants[right]
            return lambda scope: operate(operator, left(scope), value, site)
        return lambda scope: operate(operator, left(scope), right(scope), site)

    def unary(self, node: cst.UnaryOperation) -> Run:
        value = self.expression(node.expression)
        tracer, site = self.tracer, self.site(node)
        if type(node.operator) is cst.Not:
            return lambda scope: tracer.negate(value(scope), site)
        operator = UNARY[type(node.operator)]
        if operator == "-" and type(self.constants.get(value)) in (int, float):
            return self.constant(-self.constants[value])
        return lambda scope: tracer.unary(operator, value(scope), site)

    def boolean(self, node: cst.BooleanOperation) -> Run:
        left, right = self.expression(node.left), self.expression(node.right)
        tracer, stops, site = self.tracer, type(node.operator) is cst.Or, self.site(node)

        def run(scope: Scope) -> Any:
            value = left(scope)
            if type(value) is Tensor:
                tracer.no_value(value, site, TEST)
            truth = tracer.truth(value)
            if truth is stops:
                return value
            if truth is not None:
                return right(scope)
            if type(value) is Choice:
                return tracer.boolean_each(stops, value, lambda: right(scope))
            other = tracer.maybe(lambda: right(scope))
            decided = tracer.truth(other)
            if decided is stops and isinstance(other, bool):
                return other  # `unknown and False` is not known, but as false as False
            return tracer.both("or" if stops else "and", value, other)

        return run

    def comparison(self, node: cst.Comparison) -> Run:
        first = self.expression(node.left)
        tracer = self.tracer
        steps = [
            (COMPARISONS.get(type(c.operator), "?"), self.expression(c.comparator))
            for c in node.comparisons
        ]
        site = self.site(node)
        if len(steps) == 1:
            operator, right = steps[0]
            if operator in ABOUT_NONE and self.constants.get(right, ...) is None:
                return self._is_none(operator, first, site)
            return lambda scope: tracer.compare(operator, first(scope), right(scope), site)

        def run(scope: Scope) -> Any:
            left, unknown = first(scope), None
            for operator, right in steps:
                value = right(scope)
                found = tracer.compare(operator, left, value, site)
                if tracer.truth(found) is False:
                    return False
                if found is not True:
                    unknown = found
                left = value
            return True if unknown is None else unknown

        return run

    def _is_none(self, operator: str, value: Run, site: Site) -> Run:
        """`value is None`, `value is not None`."""
        compare, if_none = self.tracer.compare, ABOUT_NONE[operator]

        def run(scope: Scope) -> Any:
            found = value(scope)
            if found is None:
                return if_none
            if type(found) in NEVER_NONE:  # so for most
                return not if_none
            return compare(operator, found, None, site)

        return run

    def conditional(self, node: cst.IfExp) -> Run:
        test, body, orelse = map(self.expression, (node.test, node.body, node.orelse))
        tracer, site = self.tracer, self.site(node.test)

        def run(scope: Scope) -> Any:
            value = test(scope)
            if type(value) is Tensor:
                tracer.no_value(value, site, TEST)
            truth = tracer.decide(value)
            if truth is True:
                return body(scope)
            if truth is False:
                return orelse(scope)
            return tracer.either(value, lambda: body(scope), lambda: orelse(scope))

        return run

    def walrus(self, node: cst.NamedExpr) -> Run:
        value = self.expression(node.value)
        name = node.target.value if type(node.target) is cst.Name else "_"
        tracer = self.tracer

        def run(scope: Scope) -> Any:
            result = value(scope)
            home = scope
            while home.declared is COMPREHENSION and home.parent is not None:
                home = home.parent
            tracer.touch(home)
            home[name] = result
            return result

        return run

    # -- attributes, items, calls -------------------------------------------------------------
    def attribute(self, node: cst.Attribute) -> Run:
        value, name = self.expression(node.value), node.attr.value
        site, get, patched = self.site(node), self.tracer.getattr, self.tracer.patched

        def run(scope: Scope) -> Any:
            owner = value(scope)
            if type(owner) is External and name in owner.members and not patched:
                return owner.members[name]  # so for most: `layers.Dense`
            return get(owner, name, site)

        return run

    def subscript(self, node: cst.Subscript) -> Run:
        value, index = self.expression(node.value), self.index(node.slice)
        site, get = self.site(node), self.tracer.getitem
        return lambda scope: get(value(scope), index(scope), site)

    def index(self, elements: Sequence[cst.SubscriptElement]) -> Run:
        """What stands between the brackets, as one value."""
        parts = [self._index_part(element.slice) for element in elements]
        if len(parts) == 1 and type(elements[0].comma) is not cst.Comma:
            return parts[0]
        return lambda scope: tuple([part(scope) for part in parts])

    def _index_part(self, part: cst.BaseSlice) -> Run:
        if type(part) is cst.Index:
            return self.expression(part.value)
        assert type(part) is cst.Slice
        none = self.constant(None)
        lower, upper, step = (
            self.expression(e) if e is not None else none
            for e in (part.lower, part.upper, part.step)
        )
        return lambda scope: slice(lower(scope), upper(scope), step(scope))

    def call(self, node: cst.Call) -> Run:
        function = self.expression(node.func)
        site, call = self.site(node), self.tracer.call_at
        positional: list[Run] = []
        keywords: list[tuple[str, Run]] = []
        simple = True
        arguments: list[tuple[str, str | None, Run]] = []
        for argument in node.args:
            value = self.expression(argument.value)
            keyword = None if argument.keyword is None else argument.keyword.value
            arguments.append((argument.star, keyword, value))
            if argument.star:
                simple = False
            elif argument.keyword is not None:
                keywords.append((argument.keyword.value, value))
            else:
                positional.append(value)
        if simple:
            site.varying = tuple(
                [name for name, value in keywords if name != "name" and value not in self.constants]
            )
        if simple and all(value in self.constants for _, _, value in arguments):
            given = tuple([self.constants[value] for value in positional])
            named = {name: self.constants[value] for name, value in keywords}
            return lambda scope: call(site, function(scope), given, named)
        if simple and not keywords:
            if len(positional) == 1:
                only = positional[0]
                return lambda scope: call(site, function(scope), (only(scope),), {})
            return lambda scope: call(
                site, function(scope), tuple([p(scope) for p in positional]), {}
            )
        if simple:
            return self._call_with_keywords(site, function, positional, keywords)
        tracer = self.tracer

        def run(scope: Scope) -> Any:
            callee = function(scope)
            args: list[Any] = []
            kwargs: dict[str, Any] = {}
            lost: Unknown | None = None
            for star, keyword, value in arguments:
                given = value(scope)
                try:
                    if star == "*":
                        args.extend(tracer.items(given))
                    elif star == "**":
                        kwargs.update(tracer.mapping(given))
                    elif keyword is not None:
                        kwargs[keyword] = given
                    else:
                        args.append(given)
                except Lose as problem:
                    lost = problem.unknown
            if lost is not None:
                return tracer.call_unknown(callee, args, kwargs, lost, site)
            return call(site, callee, tuple(args), kwargs)

        return run

    def _call_with_keywords(
        self, site: Site, function: Run, positional: list[Run], keywords: list[tuple[str, Run]]
    ) -> Run:
        call = self.tracer.call_at
        all_named = {name: self.constants.get(value) for name, value in keywords}
        asked = [(name, value) for name, value in keywords if value not in self.constants]
        first = positional[0] if len(positional) == 1 else None

        def run(scope: Scope) -> Any:
            callee = function(scope)
            given: tuple[Any, ...] = ()
            if first is not None:  # so for most
                given = (first(scope),)
            elif positional:
                given = tuple([p(scope) for p in positional])
            named = all_named.copy()
            for name, value in asked:
                named[name] = value(scope)
            return call(site, callee, given, named)

        return run

    def lambda_(self, node: cst.Lambda) -> Run:
        return self.function_value(node.params, node, "<lambda>")

    def function_value(self, parameters: cst.Parameters, node: Any, name: str) -> Run:
        """A function that makes the Function of a `def` or lambda; see definitions.py."""
        raise NotImplementedError

    # -- the rest -----------------------------------------------------------------------------
    def await_(self, node: cst.Await) -> Run:
        return self.expression(node.expression)

    def yield_(self, node: cst.Yield) -> Run:
        if self.yields:
            self.yields[-1] = True
        tracer = self.tracer
        if isinstance(node.value, cst.From):
            value = self.expression(node.value.item)
            return lambda scope: tracer.yield_all(value(scope))
        value = self.expression(node.value) if node.value is not None else self.constant(None)
        return lambda scope: tracer.yield_one(value(scope))


def arithmetic_limit() -> int:
    """The longest number that is read, in digits."""
    return 1200


EXPRESSIONS: dict[type, Callable[[ExpressionCompiler, Any], Run]] = {
    cst.Name: ExpressionCompiler.name,
    cst.Integer: ExpressionCompiler.number,
    cst.Float: ExpressionCompiler.number,
    cst.Imaginary: ExpressionCompiler.number,
    cst.SimpleString: ExpressionCompiler.string,
    cst.ConcatenatedString: ExpressionCompiler.concatenated_string,
    cst.FormattedString: ExpressionCompiler.formatted_string,
    cst.Ellipsis: lambda compiler, node: compiler.constant(...),
    cst.Tuple: ExpressionCompiler.tuple_,
    cst.List: ExpressionCompiler.list_,
    cst.Set: ExpressionCompiler.set_,
    cst.Dict: ExpressionCompiler.dict_,
    cst.BinaryOperation: ExpressionCompiler.binary,
    cst.UnaryOperation: ExpressionCompiler.unary,
    cst.BooleanOperation: ExpressionCompiler.boolean,
    cst.Comparison: ExpressionCompiler.comparison,
    cst.IfExp: ExpressionCompiler.conditional,
    cst.NamedExpr: ExpressionCompiler.walrus,
    cst.Attribute: ExpressionCompiler.attribute,
    cst.Subscript: ExpressionCompiler.subscript,
    cst.Call: ExpressionCompiler.call,
    cst.Lambda: ExpressionCompiler.lambda_,
    cst.ListComp: ExpressionCompiler.comprehension,
    cst.SetComp: ExpressionCompiler.comprehension,
    cst.DictComp: ExpressionCompiler.comprehension,
    cst.GeneratorExp: ExpressionCompiler.comprehension,
    cst.Await: ExpressionCompiler.await_,
    cst.Yield: ExpressionCompiler.yield_,
}
