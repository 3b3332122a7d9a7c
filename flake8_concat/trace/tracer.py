"""The tracer: runs a module over abstract values and writes down what happens.

`trace(source) -> Facts` is all that is asked of this folder. The tracer's parts are mixed in from
the files beside: control (branches, loops), calls, attributes, tensors, Keras, imports.
"""

from __future__ import annotations

import builtins
import os
import sys
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from flake8_concat.keras import families, signatures
from flake8_concat.keras.applications import constructors
from flake8_concat.keras.graph import Tensor, search_tensor
from flake8_concat.keras.layer import Layer
from flake8_concat.keras.models import Functional
from flake8_concat.keras.naming import Names
from flake8_concat.keras.registry import LAYERS
from flake8_concat.keras.sequential import Sequential
from flake8_concat.patience import OutOfTime
from flake8_concat.shapes import Known, Lose, Shape, Unknown
from flake8_concat.trace import operators, statements
from flake8_concat.trace.alternatives import Alternatives
from flake8_concat.trace.attributes import Attributes
from flake8_concat.trace.bindings import bound_names
from flake8_concat.trace.calls import CALL, Calls
from flake8_concat.trace.certainty import Certainty
from flake8_concat.trace.classes import Classes
from flake8_concat.trace.configurations import Configurations
from flake8_concat.trace.control import Control
from flake8_concat.trace.definitions import FunctionCode
from flake8_concat.trace.facts import Assignment, Caller, Event, Facts, Site
from flake8_concat.trace.generators import Generators
from flake8_concat.trace.input_calls import InputCalls
from flake8_concat.trace.items import Items
from flake8_concat.trace.keras_calls import HANDLERS, KerasCalls
from flake8_concat.trace.library.objects import Object
from flake8_concat.trace.managers import Managers
from flake8_concat.trace.model_calls import ModelCalls
from flake8_concat.trace.modules import Loader, Modules, root_of
from flake8_concat.trace.no_such_names import NoSuchNames
from flake8_concat.trace.one_of import SeveralThings
from flake8_concat.trace.other_ways import OtherWays, Watched
from flake8_concat.trace.out_of_reach import OutOfReach
from flake8_concat.trace.own_layers import OwnLayers
from flake8_concat.trace.own_names import OwnNames
from flake8_concat.trace.plain_calls import PlainCalls
from flake8_concat.trace.plain_functions import PlainFunctions
from flake8_concat.trace.plain_operators import PlainOperators
from flake8_concat.trace.settings import Settings
from flake8_concat.trace.source import Source
from flake8_concat.trace.state import DIFFERS, Trail, changes_with
from flake8_concat.trace.statements import StatementCompiler
from flake8_concat.trace.symbolic_values import SymbolicValues
from flake8_concat.trace.tensor_operators import TensorOperators
from flake8_concat.trace.tensors import Tensors
from flake8_concat.trace.uncalled import Uncalled
from flake8_concat.trace.user_layers import UserLayer
from flake8_concat.trace.values import (
    MAX_NESTED,
    Class,
    Dict,
    External,
    Free,
    Function,
    Instance,
    List,
    Method,
    Module,
    Raised,
    Scope,
    Set,
    count_nested,
)

if TYPE_CHECKING:
    from flake8_concat.trace.supposing import Met, Suppositions

WALKED_A_STEP = 20  # values of a structure that is compared, copied, searched
# How much of a value is made for the cost of a step: characters, items.
MADE_A_STEP: dict[type, int] = {
    str: 1000, bytes: 1000,
    tuple: 500, List: 500, Dict: 100, Set: 100, dict: 100, set: 100, frozenset: 100,
}  # fmt: skip
SHARED = frozenset({List, Dict})  # what may be two things in one, see state.Kin
MAX_RECORDED = 1000  # values of a structure in which tensors are looked for


@dataclass(frozen=True, slots=True)
class Budget:
    """What a trace may cost.

    steps:       of about five microseconds each: rounds of loops, calls (some steps each), forks
    unbuilt:     steps before the first layer: more go into what is no model
    part:        steps of one function that nothing called
    loop_steps:  steps of one loop, after which it counts as one that runs nobody knows how often
    idle_steps:  the same for rounds one after the other that add nothing to a network
    items:       of a collection
    loop:        rounds of a loop
    """

    steps: int = 150_000
    unbuilt: int = 60_000
    part: int = 50_000
    loop_steps: int = 40_000
    idle_steps: int = 4_000
    items: int = 20_000
    loop: int = 1_500


_RAISES = "the program raises"
_LEFT = f"{_RAISES} SystemExit"


class OutOfBudget(BaseException):
    """The trace has cost what it may."""


statements.RECORDED.update((Tensor, tuple, List))
CALL.update(dict.fromkeys((Layer, Functional, Sequential), KerasCalls.call_layer))
CALL[Class] = Classes.instantiate
CALL[Instance] = Classes.call_instance
CALL[UserLayer] = OwnLayers.call_user_layer


class Tracer(
    Control,
    Managers,
    Generators,
    Calls,
    Classes,
    OutOfReach,
    SeveralThings,
    KerasCalls,
    InputCalls,
    Configurations,
    OwnLayers,
    ModelCalls,
    Settings,
    Attributes,
    Items,
    TensorOperators,
    SymbolicValues,
    NoSuchNames,
    OwnNames,
    Tensors,
    Certainty,
    PlainCalls,
    PlainFunctions,
    PlainOperators,
    Alternatives,
    Modules,
    OtherWays,
    Uncalled,
):
    """The state of one trace."""

    compiler = StatementCompiler

    def __init__(
        self,
        source: Source,
        *,
        loader: Loader | None = None,
        budget: Budget | None = None,
        siblings: bool = True,
    ) -> None:
        self.source = source
        self.facts = Facts(source)
        self.budget = budget or Budget()
        self.end = self.budget.steps  # of the part that runs now
        self.limit = 0  # the next step to think about that
        self.loader = loader or Loader()
        self.siblings = siblings
        self.steps = -len(source.text) // 3  # long programs may take longer
        # control
        self.trail: Trail | None = None
        self.assumptions: dict[Any, bool] = {}
        self.returns: list[Any] = []
        self.handlers, self.perhaps = [], []
        # calls
        self.site: Site | None = None
        self.caller: Caller | None = None
        self.depth = 0
        self.frames: list[tuple[Function, Scope]] = []
        self.yields: list[list[Any]] = []
        self.functions: list[Function] = []
        self.called: set[FunctionCode] = set()
        self.watched = Watched(source.text)
        self.classes: list[Class] = []
        self.instantiated: set[int] = set()
        self.compiled: dict[str, Callable[[Scope], Any]] = {}  # what `eval` was handed
        self.tentative = False
        self.main_blocks: list[Callable[[], Any]] = []
        # Keras
        self.names = Names()
        self.created: dict[int, Site | None] = {}
        self.aims = Dict()  # what models are trained for, by their id
        self.kept: list[Any] = []  # keeps alive what is known by its id
        self.refused_at: dict[int, int] = {}  # how many forks deep a refusal was met, by its event
        self.unset: set[int] = set()  # layers made with an argument that is set later
        self.sliced: deque[tuple[Any, Any]] = deque(maxlen=64)  # parts, and what of: see items
        self.broadcasts: dict[tuple[Shape, Shape], Known] = {}  # what operators on tensors give
        self.variants: dict[int, Any] = {}  # of layers made with one of several arguments
        self.user_layers: dict[int, UserLayer] = {}
        self.masks: dict[str, Any] | None = None  # what Keras hands to the layer called next
        self.tensor_attributes: set[str] = set()  # what the program itself gave tensors
        self.older: dict[Source, bool] = {}  # whether a file is for a Keras before 3
        self.patched: dict[str, Any] = {}
        # modules
        self.root, package = root_of(source.path, self.loader)
        self.externals: dict[str, External] = {}
        self.modules: dict[str, Module | None] = {}
        self.origins: dict[str, str] = {}  # of files: where their own imports start from
        self.sibling_text = self.plain_text = 0  # characters
        self.stars: dict[int, dict[str, None]] = {}
        self.undefined: dict[str, Free] = {}
        stem = os.path.splitext(os.path.basename(source.path))[0]
        name = ".".join(part for part in (package, stem if stem != "__init__" else "") if part)
        self.main = Module(name, os.path.abspath(source.path), source)
        self.modules[self.main.path] = self.main

    # -- running ------------------------------------------------------------------------------
    def run(self) -> Facts:
        """Runs the module, then what nothing in it called."""
        families.load()
        limit = sys.getrecursionlimit()
        sys.setrecursionlimit(max(limit, 6000))
        try:
            self.run_module(self.main, "__main__")
            self.tentative = True
            for block in self.main_blocks:
                self.attempt(block)
            self.run_uncalled()
            self.run_other_ways()
        except OutOfBudget:
            self.facts.lost = "the program takes more steps than are followed"
        except OutOfTime:
            self.facts.lost = "the program takes longer to follow than anyone waits"
        except RecursionError:
            self.facts.lost = "the program is nested too deeply to be followed"
        finally:
            sys.setrecursionlimit(limit)
        self.facts.module_scope = dict(self.main.scope)
        return self.facts

    def run_module(self, module: Module, name: str) -> None:
        """Runs the statements of a module, one after the other; a failing one is passed over."""
        scope = module.scope
        scope["__name__"] = name if name == "__main__" else module.name
        scope["__file__"] = module.path
        saved = (self.site, self.caller, self.handlers, self.perhaps, self.assumptions,
                 self.returns)  # fmt: skip
        self.handlers, self.perhaps, self.returns = [], [], []
        steps = self.compiler(self, module.source).module()
        trail, doubts = self.trail, self.doubts
        self.trail = None
        try:
            for step, statement in zip(steps, module.source.module.body, strict=True):
                ended = self.attempt(lambda step=step: step(scope))  # type: ignore[misc]
                if type(ended) is Unknown:  # what it would have bound holds nothing older
                    scope.update(dict.fromkeys(bound_names(statement), ended))
                    self.doubts += ended.why == _LEFT  # what follows never runs
        finally:
            self.trail, self.doubts = trail, doubts
            (self.site, self.caller, self.handlers, self.perhaps, self.assumptions,
             self.returns) = saved  # fmt: skip

    def attempt(self, run: Callable[[], Any]) -> Any:
        """Runs something that may raise in the traced program."""
        frames, yields, depth, trail = len(self.frames), len(self.yields), self.depth, self.trail
        try:
            return run()
        except (Raised, Lose) as problem:
            return Unknown(f"{_RAISES} {problem}")
        except RecursionError:
            return Unknown("the program is nested too deeply to be followed")
        finally:
            del self.frames[frames:]
            del self.yields[yields:]
            self.depth, self.trail = depth, trail

    def try_out(self, run: Callable[[], Any]) -> None:
        """Runs something whose effects are taken back."""
        names, self.names = self.names, self.names.copy()
        self.trail = trail = Trail(None)
        self.site = self.caller = None
        data_format = self.facts.image_data_format
        self.end, self.limit = min(self.steps + self.budget.part, self.budget.steps), 0
        try:
            self.attempt(run)
        except OutOfBudget:
            if self.steps > self.allowed:
                raise
        finally:
            self.trail = None
            trail.rewind()
            self.names = names
            self.facts.image_data_format = data_format

    def step(self, cost: int = 1) -> None:
        self.steps += cost
        if self.steps > self.limit:
            self.limit = min(self.end, self.allowed)  # which a first layer has raised
            if self.steps > self.limit:
                raise OutOfBudget

    @property
    def allowed(self) -> int:
        """The steps that all of the trace may take, by what it has come to."""
        budget: Budget = self.budget
        return budget.steps if self.built else min(budget.unbuilt, budget.steps)

    def walk(self, value: Any) -> bool:
        """Counts what it costs to walk a structure; False if it is too large for that."""
        count = count_nested(value)
        self.step((MAX_NESTED if count is None else count) // WALKED_A_STEP)
        return count is not None

    def made(self, value: Any) -> Any:
        """A value that was just made; counts what a long one cost."""
        per_step = MADE_A_STEP.get(type(value))
        if per_step is not None and len(value) >= per_step:
            self.step(len(value) // per_step)
        return value

    # -- names --------------------------------------------------------------------------------
    def look_up(self, name: str, scope: Scope) -> Any:
        """A name that is in no scope: brought by a star, of Python itself, or not in reach."""
        if self.stars:
            found = self.star_name(name, scope.module)
            if found is not None:
                return found
        if hasattr(builtins, name):
            return self.external(f"builtins.{name}")
        if self.expects_name_error():
            raise Raised("NameError")
        if self.inside and self.missing_name is None and not self.handlers:
            self.missing_name = name, scope.module, self.trail
        if name not in self.undefined:
            self.undefined[name] = Free(name, f"`{name}` is not defined in reach")
        return self.undefined[name]

    @property
    def scope(self) -> Scope:
        """That of the function that is being run, or of the file."""
        return self.frames[-1][1] if self.frames else self.main.scope

    def expects_name_error(self) -> bool:
        """Whether the program asks if a name exists: `try: unicode` / `except NameError:`."""
        kinds = self.handlers[-1] if self.handlers else ()
        return any(isinstance(k, External) and k.name == "builtins.NameError" for k in kinds)

    def known_to_keras(self, full: str) -> bool:
        """Whether a full name is a class or function of Keras that we know."""
        room, _, last = full.rpartition(".")
        if full in HANDLERS:
            return True
        if room == "keras.layers":
            return signatures.canonical(last) in LAYERS or last == "Layer"
        return room.startswith("keras.applications") and last in constructors()

    def backend(self) -> Any:
        """`keras.backend.backend()`: TensorFlow, if the file imports that."""
        if "tensorflow" in self.source.text:
            return "tensorflow"
        return self.undefined.setdefault(
            "backend", Free("backend", "which backend Keras uses is not known")
        )

    def name_instance(self, cls: Class, kwargs: dict[str, Any]) -> str | None:
        """The name of a user's layer or model."""
        if not cls.of_keras:
            return None
        given = kwargs.get("name")
        return given if isinstance(given, str) else self.names.auto(cls.name)

    # -- values -------------------------------------------------------------------------------
    def truth(self, value: Any) -> bool | None:
        if value is True or value is False:
            return value
        if isinstance(value, Object):
            return value.truth()
        if isinstance(value, Instance):
            found = value.cls.find("__bool__") or value.cls.find("__len__")
            return True if found is None else self.truth(self.call(Method(found[0], value), (), {}))
        return operators.truth(value)

    def touch(self, thing: Any) -> None:
        """To be called before a thing changes, so that it can be taken back."""
        if self.trail is not None:
            self.trail.touch(thing)
        if type(thing) in SHARED and thing.kin is not None:
            for other in changes_with(thing):
                if other.blur is None:
                    if self.trail is not None:
                        self.trail.touch(other)
                    other.blur = Unknown(DIFFERS)

    def born(self, thing: Any) -> Any:
        """A thing that was just made: what changes it in this branch, no other branch sees."""
        if self.trail is not None:
            self.trail.born[id(thing)] = thing
        return thing

    def guarded(self, run: Callable[..., Any], *args: Any) -> Any:
        """Runs something of the library; what is lost or raised becomes an Unknown."""
        try:
            return run(*args)
        except Lose as lost:
            return lost.unknown
        except Raised as raised:
            if self.caught(raised.kind):
                raise
            return Unknown(f"it raises {raised.kind}")

    def as_value(self, found: Any) -> Any:
        """Something of `keras/` as the program sees it."""
        if isinstance(found, (list, tuple)) and not isinstance(found, (Shape, List)):
            return List(self.as_value(item) for item in found)
        if type(found) is dict:
            return Dict(found)
        return found

    # -- facts --------------------------------------------------------------------------------
    def record_assignment(
        self, name: str, node: Any, statement: Any, source: Any, value: Any
    ) -> None:
        """Writes down that a name was given a tensor, or several."""
        if type(value) is Tensor or self._holds_tensor(value):
            self.facts.assignments.append(
                Assignment(name, node, statement, source, value, self.caller)
            )

    def _holds_tensor(self, value: Any) -> bool:
        found, searched = search_tensor(value, MAX_RECORDED)
        self.step(searched // WALKED_A_STEP)
        return found

    def record_taken(self, site: Site | None, name: str, value: Any) -> None:
        """Writes down that a tensor was taken from a layer or model."""
        if isinstance(value, Tensor) and site is not None and not self.muted:
            self.facts.events.append(
                Event(site, "attribute", name, (), {}, value, caller=self.caller)
            )

    def record_read(self, site: Site | None, tensor: Tensor, dims: Any) -> None:
        """Writes down that the shape of a tensor was read."""
        if site is None:
            site = self.site
        if site is not None and not self.muted:
            self.facts.events.append(
                Event(site, "shape", "shape", (), {}, dims, inputs=(tensor,), caller=self.caller)
            )


def trace(
    source: Source,
    *,
    loader: Loader | None = None,
    siblings: bool = True,
    budget: Budget | None = None,
) -> Facts:
    """Traces a file.

    loader:    reads siblings; hand the same one to several traces and each file is read once
    siblings:  whether modules of the same project are read at all
    """
    loader = loader or Loader()
    facts = Tracer(source, loader=loader, siblings=siblings, budget=budget).run()
    facts.retrace = partial(_retrace, source, loader, siblings)
    return facts


def _retrace(
    source: Source, loader: Loader, siblings: bool, suppositions: Suppositions
) -> tuple[list[Met], Facts]:
    from flake8_concat.trace.supposing import retrace  # which few files need

    return retrace(source, loader, siblings, suppositions)


__all__ = ["Budget", "Tracer", "trace"]
