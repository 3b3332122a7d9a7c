"""What a program reads of its own layers and models that nothing ever gave them."""

from __future__ import annotations

import ast
from enum import Enum
from functools import lru_cache
from typing import Any

from flake8_concat.keras.signatures.attributes import ATTRIBUTES, OF_OTHERS, PLAIN_BASES
from flake8_concat.shapes import Mismatch, Refusal
from flake8_concat.trace.facts import Site
from flake8_concat.trace.values import Class, External, Instance

# What may give an object attributes whose names are not written as such.
GIVES_UNSEEN = frozenset(
    {"__dict__", "__setattr__", "__getattr__", "__getattribute__", "eval", "exec", "globals"}
    | {"locals", "setattr", "vars"}
)
# What asks for an attribute by a word: the word may be one that only others give.
ASKS = frozenset({"getattr", "hasattr"})


class OwnNames:
    """The part of the tracer that notes them."""

    def has_plain_bases(self: Any, cls: Class) -> bool:
        """Whether all that a class inherits is the program's, or common to all layers."""
        return all(
            isinstance(base, Class) or (isinstance(base, External) and base.name in PLAIN_BASES)
            for base in cls.mro
        )

    def is_no_cell(self: Any, value: Instance) -> bool:
        """Whether a layer certainly has no `state_size`, of which none of its files speaks."""
        if not value.of_keras or not self.has_plain_bases(value.cls):
            return False
        classes = [base for base in value.cls.mro if isinstance(base, Class)]
        modules = [cls.attributes.module for cls in classes if cls.attributes.module is not None]
        sources = {self.facts.source, *(module.source for module in modules)}
        words = ("state_size", "setattr", "__getattr__", "__dict__")
        return not any(word in source.text for source in sources for word in words)

    def never_given(self: Any, value: Instance, name: str, site: Site | None) -> None:
        """Writes down that Python raises AttributeError where a layer's attribute is read.

        Said only of names that no file gives to anything: neither one that defines a class among
        its bases nor the one that reads it.
        """
        if site is None or value is self.free_instance:
            return
        if name in ATTRIBUTES or name in OF_OTHERS:
            return
        if name.startswith("__") or (name.startswith("_") and not self.is_keras_3):
            return
        if not value.of_keras or not self.has_plain_bases(value.cls):
            return
        known: set[str] = set()
        classes = [base for base in value.cls.mro if isinstance(base, Class)]
        names = frozenset(cls.name for cls in classes)
        modules = [cls.attributes.module for cls in classes if cls.attributes.module is not None]
        for source in {site.source, self.facts.source, *(module.source for module in modules)}:
            given = given_names(source.text, names)
            if given is None or name in given:
                return
            known |= given
        self.raise_if_caught("AttributeError")
        what = f"`{value.cls.name}` has no attribute {name!r}, nothing gives it one"
        refusal = Mismatch(Refusal.WRONG_SHAPE, what, remedy=_perhaps(name, known))
        self.record(site, "op", f"self.{name}", (), {}, None, outcome=refusal)


def _perhaps(name: str, known: set[str]) -> str | None:
    """The attribute that was perhaps meant, in words."""
    from difflib import get_close_matches

    found = get_close_matches(name, sorted(known), 1, 0.7)
    return f"there is `{found[0]}`" if found else None


@lru_cache(maxsize=64)
def given_names(text: str, classes: frozenset[str]) -> frozenset[str] | None:
    """The names of all that a file gives to objects of these classes; None if that can't be told.

    What another class gives to its `self` is not given to these.
    """
    try:
        tree = ast.parse(text)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None
    found: set[str] = set()
    words: set[str] = set()
    asks = False
    todo: list[tuple[ast.AST, _Where]] = [(tree, _Where.OUTSIDE)]
    while todo:
        node, where = todo.pop()
        own = where is not _Where.OTHER
        match node:
            case ast.Name(id=name) | ast.Attribute(attr=name) | ast.FunctionDef(name=name) if (
                name in GIVES_UNSEEN
            ):
                return None
            case ast.Call() if _hands_itself_on(node):
                return None
            case ast.Name(id=name, ctx=ast.Load()):
                asks = asks or name in ASKS
            case ast.Name(id=name) if where is _Where.CLASS_BODY:
                found.add(name)
            case ast.Attribute(value=of, attr=name, ctx=ast.Store()):
                if own or not (isinstance(of, ast.Name) and of.id == "self"):
                    found.add(name)
            case ast.Constant(value=str() as word):
                words.add(word)
            case ast.alias() if where is _Where.CLASS_BODY:
                found.add(node.asname or node.name)
            case ast.FunctionDef() | ast.AsyncFunctionDef() if own:
                found.add(node.name)
                where = _Where.OUTSIDE
            case ast.ClassDef(name=name):
                if where is _Where.CLASS_BODY:
                    found.add(name)
                where = _Where.CLASS_BODY if name in classes else _Where.OTHER
        todo += [(child, where) for child in ast.iter_child_nodes(node)]
    return frozenset(found | words if asks else found)


class _Where(Enum):
    """Where something stands in a file."""

    CLASS_BODY = "the body of one of the classes"
    OTHER = "another class, its methods among it"
    OUTSIDE = "a function, a method of the classes, or the module"


def _hands_itself_on(call: ast.Call) -> bool:
    """Whether `self` is handed to something that may give it attributes."""
    if isinstance(call.func, ast.Name) and call.func.id in ("super", "isinstance", "type"):
        return False
    if isinstance(call.func, ast.Attribute) and call.func.attr in ("__init__", "build", "call"):
        return False  # `layers.Layer.__init__(self)`
    values = [*call.args, *(keyword.value for keyword in call.keywords)]
    return any(isinstance(value, ast.Name) and value.id in ("self", "cls") for value in values)
