"""Layers and models that the user wrote, and Lambda: what their bodies do, their base classes."""

from __future__ import annotations

from typing import Any

from flake8_concat.keras.dtypes import FLOATS, NOT_KNOWN
from flake8_concat.keras.graph import Tensor, tensors_in
from flake8_concat.keras.layer import Layer
from flake8_concat.keras.wrappers import NO_SHAPE
from flake8_concat.shapes import (
    Known,
    Lose,
    Mismatch,
    Refusal,
    Shape,
    Size,
    Unknown,
)
from flake8_concat.trace.call_arguments import no_number
from flake8_concat.trace.facts import Site
from flake8_concat.trace.from_outside import run_safely
from flake8_concat.trace.handed_masks import handed_masks
from flake8_concat.trace.key_orders import passed_through
from flake8_concat.trace.own_arguments import given_values, is_handed_on, lost_names, misfit
from flake8_concat.trace.own_bases import OwnBases
from flake8_concat.trace.own_inits import without_base_init
from flake8_concat.trace.own_shapes import function_of, shapes_handed
from flake8_concat.trace.own_specs import unfit_for_spec
from flake8_concat.trace.tensors import any_symbolic
from flake8_concat.trace.unbound_names import IMPORTS, is_bound_nowhere
from flake8_concat.trace.user_layers import UserLayer, as_shapes, as_tensors, hand_on
from flake8_concat.trace.values import (
    NESTING,
    Builtin,
    Class,
    Dict,
    External,
    Function,
    Instance,
    List,
    Method,
    check_size,
    is_small,
)

BASES_WITHOUT_CALL = frozenset({"keras.Model", "keras.layers.Layer"})
_TENSORS = frozenset({Tensor})
FUNCTIONS_IN_LAYERS = (Function, Builtin, External, Method)


class OwnLayers(OwnBases):
    """The part of the tracer that follows what the user's own layers do."""

    inside = 0  # how many bodies of layers are being traced, one in another
    on_values = False  # whether what is being run is given no symbolic tensor
    # The first name that the function of a Lambda read and that was not found, where, and the
    # trail of changes at that time, which is another in a branch that may not run.
    missing_name: tuple[str, Any, Any] | None = None

    def run_lambda(self: Any, layer: Layer, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
        """What the function of a Lambda returns. Mirrors keras.layers.Lambda.call."""
        # Within another layer, where tensors have values, the function does run.
        runs = isinstance(layer.args["function"], Function) and (self.on_values or self.inside)
        if not runs:
            told = self.told_by_lambda(layer, args)
            if told is not None:
                return told
        if len(args) > 1:  # `call(inputs, mask=None, training=None)`: its function takes the first
            given = dict(zip(("mask", "training"), args[1:], strict=False))
            args, kwargs = args[:1], {**given, **kwargs}
        function = layer.args["function"]
        extra = layer.args.get("arguments") or {}
        if not isinstance(extra, dict):
            return Unknown("the arguments of the Lambda are not known")
        own = {key: kwargs[key] for key in kwargs if is_handed_on(function, key)}
        if isinstance(function, Function):
            refusal = misfit(function, args, {**extra, **own})
            if refusal is not None and self.binds_for_good(refusal, self.site):
                return refusal
        before = len(self.facts.events)
        outermost = not self.inside
        if outermost and not self.on_values:
            # Floats, whatever the inputs are: mirrors keras.layers.Lambda.compute_output_shape,
            # which gives them the Lambda's own dtype.
            for tensor in tensors_in((args, kwargs)):
                tensor.holds = of_lambda(layer)
        if self.sorts_keys(args, own):
            args, own = passed_through(args), passed_through(Dict(own))
        self.missing_name = None
        value = self.traced(self.call, function, args, {**extra, **own})
        if not isinstance(function, Function):  # its call stands nowhere but here
            made = [e for e in self.facts.events[before:] if not _says_shape(e, self.site)]
            self.facts.events[before:] = made
        if not outermost:
            if runs and not self.on_values and not _followed(value):
                told = self.told_by_lambda(layer, args)
                return value if told is None else told
            return value
        if self.missing_name is not None and (refusal := self.reads_unbound()) is not None:
            return refusal
        if value is None and isinstance(function, Function) and not self.tentative:
            value = Mismatch(Refusal.WRONG_SHAPE, "its function returns None, no tensor")
        return self.refused_within(before) or numbers_as_tensors(value)

    def told_by_lambda(self: Any, layer: Layer, args: tuple[Any, ...]) -> Any:
        """What the `output_shape` of a Lambda says of its tensors, None if it says nothing."""
        given = layer.args.get("output_shape")
        if isinstance(given, FUNCTIONS_IN_LAYERS):
            shape = self.plain_shape(as_shapes(args[0])) if args else ()
            found = self.call(given, (self.as_program_shape(shape),), {})
            if isinstance(found, (tuple, list)) and is_small(found):
                return self.of_shapes(found)
        elif given is not None and not isinstance(given, Unknown):
            outcome = layer.outcome(tuple(as_shapes(a) for a in args), {})
            if isinstance(outcome, Known):
                return as_tensors(outcome.result)
            if isinstance(outcome, Mismatch):
                return outcome
        return None

    def hand_back(self: Any, operation: UserLayer, value: Any) -> None:
        """Lets what a layer of the program returns hold what its body made."""
        if isinstance(operation.value, Layer) and not self.inside and not self.on_values:
            for tensor in tensors_in(value):
                tensor.holds = of_lambda(operation.value)
        elif not isinstance(value, dict):  # the keys of that may have changed places
            hand_on(operation.gave, value)
        operation.gave = []

    def reads_unbound(self: Any) -> Mismatch | None:
        """The refusal of a Lambda whose function certainly reads a name that nothing binds.

        Keras can't infer the shape then, as with all that goes wrong in the function.
        """
        name, module, trail = self.missing_name
        if self.tentative or module is None or trail is not self.trail:
            return None
        if not is_bound_nowhere(name, module.source.text):
            return None
        what = f"its function fails: the name `{name}` is not defined"
        return Mismatch(Refusal.WRONG_SHAPE, what, remedy=IMPORTS.get(name))

    def refused_within(self: Any, before: int) -> Mismatch | None:
        """The refusal of a Lambda whose function Keras refuses.

        Keras says that it can't infer the shape, where the layer is called; what is wrong in the
        function does not come to light. Where both stand on one line the place in it says more.
        """
        for event in self.facts.events[before:]:
            if isinstance(event.outcome, Mismatch) and event.certain and not event.tentative:
                if self.on_one_line(event.site, self.site):
                    return None
                event.certain = False
                what = f"its function fails: {event.outcome.what}"
                return Mismatch(event.outcome.refusal, what, sizes=event.outcome.sizes)
        return None

    def on_one_line(self: Any, inner: Site, outer: Site | None) -> bool:
        """Whether a place lies on the lines of another."""
        if outer is None or inner.source is not outer.source:
            return outer is None
        a, b = inner.source.range_of(inner.node), outer.source.range_of(outer.node)
        return b.line <= a.line <= b.end_line

    def of_shapes(self: Any, found: Any) -> Any:
        """A tensor of the shape that the program calculated; of several, a list of tensors."""
        if found and all(isinstance(item, (tuple, list)) for item in found):
            return List(self.of_shapes(item) for item in found)
        return Tensor(Shape(self.sizes(found)), None)

    def traced(self: Any, call: Any, *args: Any, **options: Any) -> Any:
        """Calls what Keras runs on tensors of the backend: the body of a layer."""
        self.inside += 1
        try:
            return call(*args, **options)
        finally:
            self.inside -= 1

    def as_program_shape(self: Any, value: Any) -> Any:
        """Shapes as the program is handed them: tuples."""
        if isinstance(value, Shape):
            return tuple(value)
        if isinstance(value, (list, tuple)):
            return List(self.as_program_shape(item) for item in value)
        if isinstance(value, dict):  # its own, which the program may change
            return Dict((key, self.as_program_shape(item)) for key, item in value.items())
        return value

    # -- called -------------------------------------------------------------------------------
    def note_misfit(
        self: Any, cls: Class, init: Function, args: tuple[Any, ...], kwargs: dict[str, Any]
    ) -> None:
        """Writes down that a layer or model is made with arguments its `__init__` does not take."""
        if not cls.of_keras:
            return
        refusal = misfit(init, args, kwargs, frozenset())
        if refusal is not None and self.is_made_so(refusal, self.site):
            self.raise_if_caught("TypeError")
            self.no_outcome(cls.name, args[1:], kwargs, refusal)

    def user_layer(self: Any, instance: Instance) -> Any:
        """The operation that a user's layer is; what stands behind it if it adds nothing."""
        if instance.model is not None and instance.cls.find("call") is None:
            return instance.model
        found = self.user_layers.get(id(instance))
        if found is None:
            found = self.user_layers[id(instance)] = UserLayer(
                instance, instance.name or "", self.run_instance
            )
            self.kept.append(instance)
        found.name = instance.name or found.name
        return found

    def call_user_layer(
        self: Any, value: Any, args: tuple[Any, ...], kwargs: dict[str, Any]
    ) -> Any:
        """A user's layer or model, or a Lambda, is called: an Instance or a UserLayer."""
        check_size(args, kwargs)
        args = (*map(no_number, args[:1]), *args[1:])
        made = value.value if isinstance(value, UserLayer) else value
        if isinstance(made, Instance):
            operation = self.user_layer(made)
            if not isinstance(operation, UserLayer):
                return self.call_layer(operation, args, kwargs)
            operation.refusal = without_base_init(made.cls) or unfit_for_spec(made, args)
            call = made.cls.find("call")
            # The layer runs on tensors that don't know where they come from.
            self.masks = handed_masks(self, call[0], args, kwargs) if call is not None else None
            found = self.apply(operation, args, kwargs, self.site, "call", made.cls.name)
            runs = not self.inside and made.cls.find("compute_output_shape") is None
        else:
            found = self.apply(
                value, args, kwargs, self.site, "call", "keras.layers.Lambda", made.args
            )
            runs = not self.inside
        self.masks = None
        if type(found) in NESTING and runs and self.sorts_keys(args, kwargs):
            return passed_through(found)
        return found

    def sorts_keys(self: Any, args: tuple[Any, ...], kwargs: dict[str, Any]) -> bool:
        """Whether dicts may be sorted on their way through the body of a layer: see key_orders."""
        return self.backend() != "tensorflow" and any_symbolic(args, kwargs)

    def unfit_call(
        self: Any, instance: Instance, call: Any, args: tuple[Any, ...], kwargs: dict[str, Any]
    ) -> Mismatch | None:
        """The refusal of arguments that don't fit `call`, which Keras looks at before all else."""
        function = function_of(call)
        if function is None:
            return None
        given = args if call is not function else (instance, *args)
        refusal = given_values(self, instance, args) or misfit(function, given, kwargs)
        return refusal if refusal is not None and self.binds_for_good(refusal, self.site) else None

    def run_instance(
        self: Any, instance: Instance, args: tuple[Any, ...], kwargs: dict[str, Any]
    ) -> Any:
        """What a user's layer returns. Mirrors keras.layers.Layer.__call__: build, then call."""
        call = instance.cls.find("call")
        refusal = self.unfit_call(instance, call and call[0], args, kwargs)
        if refusal is not None:
            return refusal
        build = instance.cls.find("build")
        built = instance.state or instance.attributes.get("built") is True
        function = None if call is None else function_of(call[0])
        if build is not None and not built and isinstance(build[0], Function):
            handed = shapes_handed(self, build[0], call and call[0], args, kwargs)
            self.build_instance(instance, build[0], (), handed, free=True)
        first = isinstance(instance.model, Layer) and instance.model.built is None
        if first:
            self.note_built(instance.model, args, kwargs)  # its weights are there for `call`
        if call is None:
            if not self.tentative and all(map(without_call, instance.cls.mro)):
                return Mismatch(Refusal.WRONG_SHAPE, f"`{instance.cls.name}` has no method `call`")
            return Unknown(f"`{instance.cls.name}` has no `call` that is followed")
        if function is None:
            return self.call(self.bind(call[0], instance, instance.cls), args, kwargs)
        if self.is_keras_3:
            unnamed = lost_names(instance, function, asked=not self.inside)
            if unnamed is not None:
                return unnamed
        kwargs = {key: kwargs[key] for key in kwargs if is_handed_on(function, key)}
        spec = instance.cls.find("compute_output_spec")
        runs = self.inside or self.on_values
        if spec is not None and isinstance(spec[0], Function) and not runs:
            return self.call_function(spec[0], (instance, *args), kwargs)
        # Keras asks `compute_output_shape`, if there is one, in place of running `call`; only of
        # arrays and within another layer, where tensors have values, `call` does run.
        found = instance.cls.find("compute_output_shape")
        declared = found[0] if found is not None and function_of(found[0]) else None
        if declared is not None and not runs:
            value = self.declared_output(instance, declared, call[0], args, kwargs)
            # -1 was a word for a size that is not known while Keras did not look at it.
            shape = value.shape if type(value) is Tensor else ()
            if isinstance(shape, Shape) and any(type(n) is int and n < -1 for n in shape):
                what = f"`compute_output_shape` gives negative sizes: {shape}"
                return Mismatch(Refusal.WRONG_SHAPE, what)
            if _followed(value):
                return value
        if declared is None and not runs and asks_below(instance):
            return self.asked_below(instance, args, first)
        plain = not kwargs and _TENSORS.issuperset(map(type, args))  # so for most
        if not plain and self.sorts_keys(args, kwargs):
            args, kwargs = passed_through(args), passed_through(Dict(kwargs))
        handed = self.masks
        if handed is None:
            handed = handed_masks(self, call[0], args, kwargs)
        self.masks = None  # of the layers that it calls nothing is known
        kwargs = {**handed, **kwargs}
        own = (instance,) if function is call[0] else ()  # a static method is not given the layer
        value = self.traced(self.call_function, function, (*own, *args), kwargs, free=True)
        if declared is not None and self.inside and not _followed(value):
            return self.declared_output(instance, declared, call[0], args, kwargs)
        return value if self.inside else numbers_as_tensors(value)

    def asked_below(self: Any, instance: Instance, args: tuple[Any, ...], first: bool) -> Any:
        """What the layer of Keras gives that a user's layer with another `call` is derived from.

        It has a `compute_output_shape`, which is asked in place of running `call`.
        first: whether this call builds it, which may be refused
        """
        if len(args) != 1 and instance.model.type.call_signature is None:
            return Unknown(f"what {instance.model.type.name} says of several tensors")
        built = instance.model.built
        instance.model.built = None if first else built
        outcome = run_safely(instance.model, args, {})
        instance.model.built = built
        if isinstance(outcome, Known):
            return as_tensors(outcome.result)
        if isinstance(outcome, Mismatch) and instance.cls.find("build") is None:
            return outcome
        return Unknown(f"what {instance.model.type.name} says is not certain")

    def shape_for(self: Any, given: Any) -> Any:
        """What `build` is given for what the layer is called on."""
        try:
            shape = self.as_program_shape(as_shapes(given))
        except Lose as lost:
            return lost.unknown
        if type(given) is Tensor and type(shape) is tuple:
            self.sliced.append((shape, given))
        return shape

    def build_instance(
        self: Any,
        instance: Instance,
        build: Function,
        args: tuple[Any, ...],
        kwargs: dict[str, Any],
        *,
        free: bool = False,
    ) -> None:
        """`layer.build(…)`: a call does not build the layer again. Mirrors Layer.build_wrapper."""
        self.touch(instance)
        instance.state = "building"
        self.call_function(build, (instance, *args), kwargs, free=free)
        instance.state = "built"

    def declared_output(
        self: Any,
        instance: Instance,
        method: Any,
        call: Any,
        args: tuple[Any, ...],
        kwargs: dict[str, Any],
    ) -> Any:
        """What a user's `compute_output_shape` says. Mirrors Layer.compute_output_spec."""
        handed = shapes_handed(self, method, call, args, kwargs)
        for shape in handed.values():
            if isinstance(shape, Unknown):
                return shape
        found = self.call(self.bind(method, instance, instance.cls), (), handed)
        if type(found) in NESTING and not is_small(found):
            return Unknown("what `compute_output_shape` gives is too large to follow")
        return self.declared_tensors(found)

    def declared_tensors(self: Any, found: Any) -> Any:
        """Tensors for a shape, or for a structure of shapes."""
        if isinstance(found, dict) and getattr(found, "blur", None) is None:
            return Dict((key, self.declared_tensors(item)) for key, item in found.items())
        if not isinstance(found, (tuple, list)) or getattr(found, "blur", None) is not None:
            return Unknown("what `compute_output_shape` gives is not known")
        if found and all(isinstance(item, (tuple, list)) for item in found):
            items = [self.declared_tensors(item) for item in found]
            return tuple(items) if isinstance(found, tuple) else List(items)
        if any(isinstance(item, (tuple, list)) for item in found):
            return Unknown("what `compute_output_shape` gives is not known")
        return Tensor(Shape(self.sizes(found)), None)


def asks_below(instance: Instance) -> bool:
    """Whether Keras asks the base class of a user's layer for the shape. See asked_below."""
    model = instance.model
    return type(model) is Layer and model.type.name not in NO_SHAPE


def numbers_as_tensors(value: Any) -> Any:
    """What a body gives to the outside, where numbers are tensors (on JAX; TensorFlow refuses)."""
    if type(value) in NESTING and not is_small(value):
        return value
    return _numbers_as_tensors(value)


def _numbers_as_tensors(value: Any) -> Any:
    if type(value) is Tensor:  # so for most
        return value
    if isinstance(value, (bool, int, float, Size)):
        return Tensor(Shape(()), None)
    if isinstance(value, (list, tuple)) and getattr(value, "blur", None) is None:
        items = [_numbers_as_tensors(item) for item in value]
        return List(items) if isinstance(value, list) else tuple(items)
    return value


def without_call(base: Any) -> bool:
    """Whether a base class has no `call` to inherit: `object`, Layer and Model of Keras.

    Those of the program were looked through for it.
    """
    if isinstance(base, Class):
        return True
    return isinstance(base, External) and base.name in ("builtins.object", *BASES_WITHOUT_CALL)


def _says_shape(event: Any, site: Any) -> bool:
    """Whether an event says at this place what shape something has."""
    return event.site is site and isinstance(event.outcome, Known)


def _followed(value: Any) -> bool:
    """Whether every tensor of a result has a shape."""
    try:
        as_shapes(value)
    except Lose:
        return False
    return True


def of_lambda(layer: Layer) -> str:
    """What a Lambda is given and gives, of symbolic tensors."""
    return FLOATS if layer.args.get("dtype") is None else NOT_KNOWN
