"""Attributes of values of any kind."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from flake8_concat.keras import operators as tensor_operators
from flake8_concat.keras.graph import Tensor
from flake8_concat.keras.layer import Layer
from flake8_concat.keras.models import Functional
from flake8_concat.keras.registry import OPS
from flake8_concat.keras.sequential import Sequential
from flake8_concat.keras.signatures.attributes import ATTRIBUTES
from flake8_concat.shapes import Choice, Lose, Shape, Size, Unknown
from flake8_concat.trace import configurations, library, training
from flake8_concat.trace.facts import Site
from flake8_concat.trace.layer_attributes import CALLED_ON, LayerAttributes
from flake8_concat.trace.library.array_dtypes import as_type
from flake8_concat.trace.library.objects import Namespace, Object
from flake8_concat.trace.names import canonical
from flake8_concat.trace.no_attributes import is_of_any
from flake8_concat.trace.one_of import holds_things
from flake8_concat.trace.out_of_reach import CHANGING
from flake8_concat.trace.user_layers import UserLayer
from flake8_concat.trace.values import (
    GUARDING,
    Builtin,
    Class,
    Descriptor,
    Dict,
    External,
    Free,
    Function,
    Instance,
    List,
    Method,
    Module,
    OneOf,
    Perhaps,
    Raised,
    Super,
)

NEW = "builtins.object.__new__"
# Methods of a KerasTensor that are functions of Keras.
TENSOR_METHODS = {"reshape": "keras.ops.reshape", "squeeze": "keras.ops.squeeze"}
SHAPE_READS = frozenset({"shape", "_keras_shape", "ndim"})


# What TensorFlow calls the parts of a tuple that a function returns.
PARTS = {
    **dict.fromkeys(("tf.nn.top_k", "tf.math.top_k"), ("values", "indices")),
    "tf.unique": ("y", "idx"),
}


def part_of(value: tuple[Any, ...], name: str) -> Tensor | None:
    """The part of what a function returned that has that name, None if there is none."""
    first = value[0] if value else None
    if type(first) is not Tensor or first.node is None or first.node.outputs is not value:
        return None
    names = PARTS.get(getattr(first.node.operation, "name", ""), ())
    return value[names.index(name)] if name in names else None


class Attributes(LayerAttributes):
    """The part of the tracer that reads and sets attributes."""

    def getattr(self: Any, value: Any, name: str, site: Site | None = None) -> Any:
        """`value.name`."""
        try:
            get = GET.get(type(value)) or (
                GET[Functional] if isinstance(value, Functional) else None
            )
            if get is not None:
                return get(self, value, name, site)
            if type(value) is Choice:
                return self.read_each(lambda v: self.getattr(v, name), value)
            if type(value) is OneOf:
                return self.read_one_of(lambda v: self.getattr(v, name), value)
            if isinstance(value, Unknown):
                if name in CHANGING:
                    self.blur_picked(value)
                return Unknown(value.why)
            return self.library_attribute(value, name)
        except Lose as lost:
            return lost.unknown
        except Raised as raised:
            if self.caught(raised.kind):
                raise
            self.no_such_attribute(value, name, site)
            return Unknown(f"`.{name}` raises {raised.kind}")

    def library_attribute(self: Any, value: Any, name: str) -> Any:
        """An attribute of plain data, a container, or one of the library's objects."""
        try:
            return library.attribute(self, value, name)
        except (Lose, Raised):
            raise
        except Exception as error:  # a fault in the library is no reason to stop
            raise Lose(f"`.{name}` is not followed ({type(error).__name__})") from None

    # -- by kind ------------------------------------------------------------------------------
    def _external_attribute(self: Any, value: External, name: str, site: Site | None) -> Any:
        if name in ("__name__", "__qualname__"):
            last = value.name.rpartition(".")[2]
            is_class = last[:1].isupper() or value.name.startswith("builtins.")
            return last if is_class else Unknown("the name of something not in reach")
        read = f"{value.name}.{name}"
        nothing = self.leads_nowhere(read, site, "AttributeError")
        if nothing is not None:
            return nothing
        found = self.external(canonical(read))
        if not self.patched:
            value.members[name] = found
        return found

    def _module(self: Any, value: Module, name: str, site: Site | None) -> Any:
        if name in value.scope:
            return value.scope[name]
        found = self.star_name(name, value)
        if found is not None:
            return found
        submodule = self.submodule(value, name)
        if submodule is not None:
            return submodule
        if name == "__file__":
            return value.path
        return Unknown(f"`{value.name}.{name}` is not in that file")

    def _free(self: Any, value: Free, name: str, site: Site | None) -> Any:
        if name in SHAPE_READS:
            return Unknown(value.why)
        return value.part(name, f"{value.text}.{name}")

    def _tensor(self: Any, value: Tensor, name: str, site: Site | None) -> Any:
        shape = value.shape
        if name == "name":
            return Unknown("the name of a tensor is not followed")
        if type(shape) is Choice:
            return self.read_each(
                lambda one: self.getattr(Tensor(one, value.node, symbolic=value.symbolic), name),
                shape,
            )
        if value.symbolic and self.no_tensor_attribute(value, name, site):
            return Unknown(f"a symbolic tensor has no `.{name}`")
        if isinstance(shape, Unknown):
            if name in ("get_shape", "set_shape"):
                return Builtin(name, lambda tracer, *a: Unknown(shape.why))
            return Unknown(shape.why)
        if not value.symbolic:
            if name == "copy":
                return Builtin(name, lambda tracer, *a, **k: value)
            if name == "astype":
                return Builtin(
                    name,
                    lambda tracer, *a, **k: as_type(value, a[0] if a else k.get("dtype")),
                )
            run = library.find_method(Tensor, name) or library.FUNCTIONS.get(f"numpy.{name}")
            if run is not None and name not in ("shape", "ndim", "size"):
                return Builtin(name, lambda tracer, *a, run=run, **k: run(tracer, value, *a, **k))
        if name in TENSOR_METHODS:
            operation = OPS[TENSOR_METHODS[name]]

            def run_op(tracer: Any, *args: Any, **kwargs: Any) -> Any:
                if tracer.inside and len(args) > 1:  # `x.reshape(-1, 2)`, a method of JAX's arrays
                    args = (args,)
                return tracer.call_op(operation, (value, *args), kwargs)

            return Builtin(name, run_op, value)
        found = tensor_operators.attribute(shape, name)
        if name in SHAPE_READS:
            self.record_read(site, value, found)
        if isinstance(found, Shape):
            return self.derived("." + name, found, (value,), site)
        if callable(found):
            run = found

            def method(tracer: Any, *args: Any, **kwargs: Any) -> Any:
                result = run(*args, **kwargs)
                if result is shape:
                    return value
                if name == "get_shape":
                    tracer.record_read(site, value, result)
                return List(result) if type(result) is list else result

            return Builtin(name, method)
        return found

    def _tuple(self: Any, value: tuple[Any, ...], name: str, site: Site | None) -> Any:
        """A TensorShape is a tuple here, its methods are found on every tuple."""
        part = part_of(value, name)
        if part is not None:
            return part
        if name in tensor_operators.SHAPE_METHODS or name in tensor_operators.SHAPE_ATTRIBUTES:
            self.no_tensor_shape(value, name, site)
        method = tensor_operators.SHAPE_METHODS.get(name)
        if method is not None:

            def run(tracer: Any, *args: Any) -> Any:
                found = method(value, *args)
                return List(found) if type(found) is list else found

            return Builtin(name, run)
        if name in tensor_operators.SHAPE_ATTRIBUTES:
            found = tensor_operators.SHAPE_ATTRIBUTES[name](value)
            return List(found) if type(found) is list else found
        return self.library_attribute(value, name)

    def _size(self: Any, value: Size, name: str, site: Site | None) -> Any:
        if name == "value":  # TensorFlow 1's Dimension
            return value
        return Unknown(f"`.{name}` of a size")

    def _instance_attribute(self: Any, value: Instance, name: str, site: Site | None) -> Any:
        own = value.cls.find("__getattribute__") if value.cls.guards else None
        if own is not None:
            return self.call(Method(own[0], value), (name,), {})
        return self.plain_attribute(value, name, site)

    def plain_attribute(self: Any, value: Instance, name: str, site: Site | None) -> Any:
        """What `object.__getattribute__` gives, whatever the class says of it."""
        if name in value.attributes:
            given = value.attributes[name]
            if type(given) is Perhaps:
                if value.cls.find(name) is None and value.cls.find("__getattr__") is None:
                    return self.if_there(given, "AttributeError")
                return Unknown(given.why)
            if given is None and value.of_keras and self.given_later(value, name):
                return Unknown(f"`.{name}` is given by a method, which may have run")
            return given
        found = value.cls.find(name)
        if found is not None:
            if name == "build" and isinstance(found[0], Function) and value.of_keras:
                return Builtin(
                    name, lambda tracer, *a, **k: tracer.build_instance(value, found[0], a, k)
                )
            return self.bind(found[0], value, value.cls)
        if name == "__class__":
            return value.cls
        if name == "__dict__":
            return value.attributes
        if value.attributes.blur is not None:
            return Unknown(value.attributes.blur.why)
        getter = value.cls.find("__getattr__")
        if getter is not None:
            return self.call(Method(getter[0], value), (name,), {})
        return self.inherited(value, name, site)

    def inherited(self: Any, value: Instance, name: str, site: Site | None) -> Any:
        """What an instance has from a library class among its bases."""
        if name in GUARDING:
            return guarded(value, name)
        external = value.cls.external
        if value.model is not None:
            if name in training.METHODS and training.trains_itself(value.cls):
                return Unknown(f"`.{name}` of a model that says itself how it is trained")
            found = self.getattr(value.model, name, site if is_of_any(name) else None)
            if isinstance(found, Unknown) and self.lacks(value, name):
                raise Raised("AttributeError")
            return found
        if external is not None and external.startswith("keras."):
            if name == "name":
                return value.name or Unknown("the name of a layer is not followed")
            if name == "built" and value.state == "built":
                return True
            if name in CALLED_ON:
                return self.called_on(self.user_layer(value), name, site)
            method = self.keras_method(value, name)
            if method is not None:
                return method
        if self.lacks(value, name):
            raise Raised("AttributeError")
        self.never_given(value, name, site)
        if any(not isinstance(base, Class) for base in value.cls.mro):
            return Unknown(f"`.{name}` comes from a class that is not in reach")
        raise Raised("AttributeError")

    def lacks(self: Any, value: Instance, name: str) -> bool:
        """Whether a program that asks if there is such an attribute is told that there is none."""
        if name in ATTRIBUTES or name.startswith("__") or not self.caught("AttributeError"):
            return False
        return bool(self.has_plain_bases(value.cls))

    def bind(self: Any, found: Any, instance: Any, cls: Class) -> Any:
        """An attribute found in a class, as its instance has it."""
        if isinstance(found, (Function, Builtin)):
            return Method(found, instance)
        if isinstance(found, Descriptor):
            if found.kind == "property":
                return self.call(found.function, (instance,), {})
            if found.kind == "cached_property":
                made = self.call(found.function, (instance,), {})
                self.touch(instance)
                instance.attributes[found.function.name] = made
                return made
            if found.kind == "classmethod":
                return Method(found.function, cls)
            return found.function
        return self.described(found, instance, cls)

    def described(self: Any, found: Any, instance: Any, cls: Class) -> Any:
        """An attribute found in a class whose own class has `__get__`, read by that."""
        getter = found.cls.find("__get__") if type(found) is Instance else None
        if getter is None:
            return found
        return self.call(Method(getter[0], found), (instance, cls), {})

    def _class(self: Any, value: Class, name: str, site: Site | None) -> Any:
        found = value.find(name)
        if found is not None:
            if isinstance(found[0], Descriptor):
                if found[0].kind == "classmethod":
                    return Method(found[0].function, value)
                return found[0].function if found[0].kind == "staticmethod" else found[0]
            return self.described(found[0], None, value)
        if name in ("__name__", "__qualname__"):
            return value.name
        if name == "__init__":
            return Builtin(name, lambda tracer, *a, **k: None)
        if value.external is not None:
            return configurations.of_class(value, name) or External(f"{value.external}.{name}")
        if any(isinstance(base, Unknown) for base in value.mro):
            return Unknown(f"`{value.name}.{name}` comes from a class that is not in reach")
        raise Raised("AttributeError")

    def _super(self: Any, value: Super, name: str, site: Site | None) -> Any:
        instance = value.instance
        cls = instance.cls if isinstance(instance, Instance) else instance
        if not isinstance(cls, Class):
            return Unknown("`super()` of something that is not followed")
        order = cls.mro
        after = order[order.index(value.start) + 1 :] if value.start in order else order[1:]
        for base in after:
            if isinstance(base, Class) and name in base.attributes:
                if name == "__new__":  # a static method, whatever it looks like
                    return base.attributes[name]
                return self.bind(base.attributes[name], instance, cls)
            if isinstance(base, External) and name == "__new__":
                break
            if isinstance(base, External) and base.name != "builtins.object":
                return self.base_method(base, instance, name)
            if isinstance(base, Unknown):
                return Unknown(base.why)
        if name == "__init__":
            return Builtin(name, lambda tracer, *a, **k: None)
        if name == "__new__":
            return External(NEW)
        if name in GUARDING:
            return guarded(instance, name)
        return Unknown(f"`super().{name}` is not followed")

    def _function(self: Any, value: Function, name: str, site: Site | None) -> Any:
        if value.attributes is not None and name in value.attributes:
            return value.attributes[name]
        if name in ("__name__", "__qualname__"):
            return value.name
        if name == "__call__":
            return value
        if name == "__doc__":
            return Unknown("a docstring")
        return Unknown(f"`.{name}` of a function is not followed")

    def _method_attribute(self: Any, value: Method, name: str, site: Site | None) -> Any:
        if name == "__self__":
            return value.instance
        if name in ("__name__", "__qualname__"):
            return value.name
        return Unknown(f"`.{name}` of a method is not followed")

    def _descriptor_attribute(self: Any, value: Descriptor, name: str, site: Site | None) -> Any:
        function, setter, deleter = value.function, value.setter, value.deleter
        if name == "setter":
            return Builtin(name, lambda tracer, f: Descriptor("property", function, f, deleter))
        if name == "getter":
            return Builtin(name, lambda tracer, f: Descriptor("property", f, setter, deleter))
        if name == "deleter":
            return Builtin(name, lambda tracer, f: Descriptor("property", function, setter, f))
        return Unknown("a property of a class")

    # -- setting ------------------------------------------------------------------------------
    def setattr(self: Any, value: Any, name: str, given: Any) -> None:
        """`value.name = given`."""
        if isinstance(value, UserLayer):
            value = value.value
        if isinstance(value, Instance):
            own = value.cls.find("__setattr__") if value.cls.guards else None
            if own is not None:
                self.call(Method(own[0], value), (name, given), {})
            else:
                self.object_set(value, name, given)
        elif isinstance(value, Class):
            self.touch(value.attributes)
            value.attributes[name] = given
        elif isinstance(value, Module):
            self.touch(value.scope)
            value.scope[name] = given
        elif isinstance(value, External):
            self.patched[canonical(f"{value.name}.{name}")] = given
        elif isinstance(value, Function):
            if value.attributes is None:
                value.attributes = Dict()
            value.attributes[name] = given
        elif isinstance(value, Layer):
            if name in ("_name", "name") and isinstance(given, str):
                value.name = given
            elif name in value.args:
                self.touch(value.args)
                value.args[name], value.answers = given, None
        elif isinstance(value, (Functional, Sequential)):
            if name in ("_name", "name") and isinstance(given, str):
                value.name = given
        elif isinstance(value, Tensor):
            self.tensor_attributes.add(name)
        elif isinstance(value, Object):
            try:
                value.set_attribute(self, name, given)
            except (Lose, Raised):
                return
        elif isinstance(value, Unknown) and holds_things(value):
            self.change_one_of(lambda one: self.setattr(one, name, given), value)

    def delattr(self: Any, value: Any, name: str) -> None:
        """`del value.name`."""
        if isinstance(value, Module):
            names: Any = value.scope
        elif isinstance(value, (Instance, Class, Namespace)):
            names = value.attributes
        else:
            if isinstance(value, Unknown) and holds_things(value):
                self.change_one_of(lambda one: self.delattr(one, name), value)
            return
        found = value.cls.find(name) if isinstance(value, Instance) else None
        if found is not None and isinstance(found[0], Descriptor) and found[0].deleter is not None:
            self.call(found[0].deleter, (value,), {})
        elif name in names:
            self.touch(names)
            del names[name]
        else:
            self.raise_if_caught("AttributeError")

    def object_get(self: Any, value: Any, name: Any) -> Any:
        """What `object.__getattribute__` does: `value.name`, whatever the class says of it."""
        if not isinstance(value, Instance) or not isinstance(name, str):
            return Unknown("an attribute whose name is not known")
        return self.plain_attribute(value, name, self.site)

    def object_set(self: Any, value: Any, name: Any, given: Any) -> None:
        """What `object.__setattr__` does: `value.name = given`, whatever the class says of it."""
        if not isinstance(value, Instance):
            return
        if not isinstance(name, str):
            self.touch(value.attributes)
            value.attributes.blur = Unknown("an attribute was set whose name is not known")
            return
        found = value.cls.find(name)
        rule = found[0] if found is not None else None
        setter = rule.cls.find("__set__") if type(rule) is Instance else None
        if setter is not None:
            self.call(Method(setter[0], rule), (value, given), {})
        elif type(rule) is Descriptor and rule.kind == "property":
            if rule.setter is None:
                self.raise_if_caught("AttributeError")
            else:
                self.call(rule.setter, (value, given), {})
        else:
            self.touch(value.attributes)
            value.attributes[name] = given


def guarded(value: Any, name: str) -> Builtin:
    """`object.__getattribute__` or `object.__setattr__` of an instance."""
    rule = Attributes.object_get if name == "__getattribute__" else Attributes.object_set
    return Builtin(name, lambda tracer, *args: rule(tracer, value, *args))


GET: dict[type, Callable[..., Any]] = {
    External: Attributes._external_attribute,
    Module: Attributes._module,
    Free: Attributes._free,
    Tensor: Attributes._tensor,
    tuple: Attributes._tuple,
    Size: Attributes._size,
    Layer: Attributes._layer,
    Functional: Attributes._model,
    Sequential: Attributes._model,
    UserLayer: Attributes._user_layer,
    Instance: Attributes._instance_attribute,
    Class: Attributes._class,
    Super: Attributes._super,
    Function: Attributes._function,
    Method: Attributes._method_attribute,
    Descriptor: Attributes._descriptor_attribute,
}
