"""Facts of straight-line programs, without the tracer: `x = Conv2D(8, 3)(inputs)` line by line."""

from __future__ import annotations

from typing import Any

import libcst as cst

from flake8_concat.keras.create import create
from flake8_concat.keras.families import load
from flake8_concat.keras.graph import Node, Tensor, run, tensors_from, tensors_in
from flake8_concat.keras.layer import Layer
from flake8_concat.shapes import BATCH, Known, Shape, symbol
from flake8_concat.trace.facts import Event, Facts, Site
from flake8_concat.trace.source import Source

load()


class Start:
    name = "Input"


def facts_of(text: str, **sizes: Any) -> Facts:
    """The facts of a program whose lines make inputs or call layers. `sizes` are its names."""
    source = Source(text, "model.py")
    facts, scope = Facts(source), dict(sizes)
    for statement in source.module.body:
        line = cst.ensure_type(statement, cst.SimpleStatementLine).body[0]
        if not isinstance(line, cst.Assign):
            continue
        call = cst.ensure_type(line.value, cst.Call)
        target = cst.ensure_type(line.targets[0].target, cst.Name).value
        site = Site(call, source, statement, (target,))
        event = (
            _layer(site, call, scope)
            if isinstance(call.func, cst.Call)
            else _input(site, call, scope)
        )
        scope[target] = event.value
        facts.events.append(event)
    return facts


def _value(node: cst.CSTNode, scope: dict[str, Any]) -> Any:
    return eval(cst.Module([]).code_for_node(node), {}, scope)


def _input(site: Site, call: cst.Call, scope: dict[str, Any]) -> Event:
    given = _value(call.args[0].value, scope)
    sizes = [symbol("HWD"[i], literal=False) if n is None else n for i, n in enumerate(given)]
    node = Node(Start(), (given,), {}, site)
    node.outputs = Tensor(Shape((BATCH, *sizes)), node)
    return Event(site, "op", "keras.Input", (), {}, node.outputs)


def _layer(site: Site, call: cst.Call, scope: dict[str, Any]) -> Event:
    made = cst.ensure_type(call.func, cst.Call)
    name = cst.ensure_type(made.func, cst.Name).value
    scope = {**scope, "arguments": lambda *args, **kwargs: (args, kwargs)}
    args, kwargs = _value(made.with_changes(func=cst.Name("arguments")), scope)
    layer = create(name, args, kwargs)
    assert isinstance(layer, Layer)
    inputs = _value(call.args[0].value, scope)
    outcome = run(layer, (inputs,), {})
    assert isinstance(outcome, Known), outcome
    node = Node(layer, (inputs,), {}, site)
    value = tensors_from(outcome.result, node)
    items = tuple(tensors_in(inputs))
    return Event(
        site, "call", f"keras.layers.{name}", (), {}, value, layer.args, items, outcome, layer
    )
