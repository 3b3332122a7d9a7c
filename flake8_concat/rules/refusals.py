"""What the CAT1 rules share: from a call that Keras refuses to a message that helps to mend it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from flake8_concat.keras.graph import Tensor
from flake8_concat.keras.layer import Layer
from flake8_concat.keras.models import ModelMismatch
from flake8_concat.keras.remedies import rank_remedy, wanted_rank
from flake8_concat.rules import describe, provenance
from flake8_concat.rules.axes import REARRANGE, names, operation_name, rearranges
from flake8_concat.rules.axis_fixes import join_fixes
from flake8_concat.rules.base import Finding, Place
from flake8_concat.rules.locate import elsewhere, reported_at
from flake8_concat.rules.provenance import Step, history
from flake8_concat.shapes import Mismatch, Refusal, Shape
from flake8_concat.trace.facts import Event, Facts

MAX_MESSAGE = 400
_MAX_RELATED = 8
_MAX_INPUTS = 3
_OF_ONE_SIZE = (Refusal.TOTAL_SIZE, Refusal.CHANNELS)
_BY_WEIGHTS = (Refusal.CHANNELS, Refusal.WRONG_RANK)


def refused(facts: Facts, refusal: Refusal, verb: str) -> Iterator[Finding]:
    """The findings for all calls that are certainly refused for one reason.

    `verb` goes between what is called and its inputs: "cannot join". One call in the source is
    reported once, for the first evaluation that is refused.
    """
    seen: set[int] = set()
    for event in facts.refused:
        outcome = event.outcome
        if not isinstance(outcome, Mismatch) or outcome.refusal is not refusal:
            continue
        site = reported_at(facts, event)
        if site is None or id(event.site) in seen:
            continue
        seen.add(id(event.site))
        steps = causes(event, outcome)
        yield Finding(
            Place.of(site),
            message(facts, event, outcome, verb, steps),
            related(facts, event, outcome, steps),
            join_fixes(facts, event),
        )


def message(facts: Facts, event: Event, outcome: Mismatch, verb: str, steps: list[Step]) -> str:
    """The line that is reported; if it grows too long, less is told of how the sizes came about."""
    faulty = at_fault(event, outcome)
    told = [describe.tensor(facts, event, position) for position in faulty[:_MAX_INPUTS]]
    head = elsewhere(facts, event) + describe.call(event)
    head += f" {verb} {' and '.join(told)}" if told else " fails"
    text = f"{head}: {clause(facts, event, outcome, faulty)}"
    extras = [came_from(facts, step) for step in steps]
    extras += [takes(event, outcome, facts), first_call(facts, event, outcome)]
    extras.append(outcome.remedy or _rank_remedy(event, outcome, faulty) or "")
    trail = describe.trail(facts, event)
    end = f"; {trail}" if trail else ""
    for extra in filter(None, extras):
        if len(text) + len(extra) + 2 + len(end) <= MAX_MESSAGE:
            text += f"; {extra}"
    return text + end


def at_fault(event: Event, outcome: Mismatch) -> list[int]:
    """The positions of the inputs to name."""
    positions = outcome.inputs or range(len(event.inputs))
    return [position for position in positions if position < len(event.inputs)]


def clause(facts: Facts, event: Event, outcome: Mismatch, faulty: list[int]) -> str:
    """What does not fit, without the shapes that the message has named before."""
    items = [event.inputs[position] for position in faulty]
    shapes = " and ".join(str(item.shape) for item in items)
    if isinstance(outcome, ModelMismatch):
        told = _in_model(facts, outcome)
        if told is not None:
            return told
    what = outcome.what.removesuffix(f": {shapes}").removeprefix(f"{shapes} do not broadcast: ")
    return describe.with_axis_names(what, _widest(items), facts)


def _in_model(facts: Facts, outcome: ModelMismatch) -> str | None:
    """What does not fit in a model: the Input that it lacks, or the layer that refuses."""
    if outcome.missing is not None and outcome.missing.node is not None:
        name = describe.own_name(outcome.missing)
        line = describe.where(outcome.missing.node.site, facts.source)
        known = f"`{name}`" if name and name != "Input" else "the Input"
        place = f" [{line}]" if line else ""
        return f"the outputs need {known}{place}, which is not among the model's inputs"
    if isinstance(outcome.layer, Layer):
        what = outcome.what.removeprefix(f"{outcome.layer.name} ")
        return f"{outcome.layer.type.name} ({outcome.layer.name!r}) {what}"
    return None


def takes(event: Event, outcome: Mismatch, facts: Facts) -> str:
    """What the axes of a tensor of the rank wanted are, "" where the rank is right."""
    wanted = wanted_rank(outcome)
    if wanted is None:
        return ""
    layer = getattr(outcome, "layer", None) or event.operation
    if not isinstance(layer, Layer) or layer.type.name in (*REARRANGE, "ConvLSTM1D"):
        return ""  # what has steps of lines is no image
    data_format, video = layer.args.get("data_format"), layer.type.name == "ConvLSTM2D"
    axes = names(wanted, data_format or facts.image_data_format, video=video)
    return f"it takes ({', '.join(axes)})" if axes else ""


def _rank_remedy(event: Event, outcome: Mismatch, faulty: list[int]) -> str | None:
    """How the one tensor that a layer is called on would have the rank that it asks for."""
    if len(faulty) != 1 or not isinstance(event.operation, Layer):
        return None
    given = event.inputs[faulty[0]]
    return rank_remedy(given, outcome, event.operation.args.get("data_format"))


def first_call(facts: Facts, event: Event, outcome: Mismatch) -> str:
    """For a layer that was called before: what its weights were made for."""
    nodes = event.operation.nodes if isinstance(event.operation, Layer) else []
    if outcome.refusal not in _BY_WEIGHTS or not nodes or nodes[0].site is event.site:
        return ""
    made_for = next((item.shape for item in nodes[0].inputs if isinstance(item.shape, Shape)), None)
    line = describe.where(nodes[0].site, facts.source)
    return f"its weights were made for {made_for} on {line}" if made_for and line else ""


def _widest(items: list[Tensor]) -> Tensor | None:
    known = [item for item in items if isinstance(item.shape, Shape)]
    return max(known, key=lambda item: len(item.shape), default=None)  # type: ignore[arg-type]


def causes(event: Event, outcome: Mismatch) -> list[Step]:
    """For two inputs that differ on an axis: the steps that made them differ.

    For one that has not the size that is asked for: the step that rounded it.
    """
    faulty = at_fault(event, outcome)
    if len(faulty) == 1 and outcome.refusal in _OF_ONE_SIZE:
        return rounded(event.inputs[faulty[0]], outcome.axis)
    if outcome.axis is None or len(faulty) != 2:
        return []
    a, b = (event.inputs[position] for position in faulty)
    if (
        not isinstance(a.shape, Shape)
        or not isinstance(b.shape, Shape)
        or len(a.shape) != len(b.shape)
    ):
        return []
    found = provenance.causes(a, b, outcome.axis)
    return sorted(found, key=lambda step: not step.rounding)


def rounded(item: Tensor, axis: int | None) -> list[Step]:
    """The last step that rounded the size of an axis, or any size that went into it."""
    node, rank = item.node, _rank(item)
    if node is not None and len(node.inputs) == 1:
        (source,) = node.inputs
        if rearranges(node) or _rank(source) != rank:
            item, axis, rank = source, None, _rank(source)
    axes = range(1, rank) if axis is None else (axis,)
    steps = (step for each in axes for step in history(item, each) if step.rounding)
    found = next(steps, None)
    return [] if found is None else [found]


def _rank(item: Tensor) -> int:
    return len(item.shape) if isinstance(item.shape, Shape) else 0


def came_from(facts: Facts, step: Step) -> str:
    """Say "225 came from 451 by MaxPooling2D on line 31 (odd, rounded down)"."""
    name = operation_name(step.node)
    line = describe.where(step.node.site, facts.source)
    text = f"{step.after} came from {step.before} by {name}" + (f" on {line}" if line else "")
    return f"{text} ({step.rounding})" if step.rounding else text


def related(
    facts: Facts, event: Event, outcome: Mismatch, steps: list[Step]
) -> tuple[tuple[Place, str], ...]:
    """The places to look at: where the inputs were made, where their sizes were set, who called."""
    found: list[tuple[Place, str]] = []

    def add(place: Place | None, text: str) -> None:
        if place is not None and len(found) < _MAX_RELATED:
            found.append((place, text))

    if event.site.source is not facts.source:
        add(Place.of(event.site), "here the call fails")
    for position in at_fault(event, outcome)[:_MAX_INPUTS]:
        item = event.inputs[position]
        if item.node is None:
            continue
        name = describe.tensor_name(event, position) or "an input"
        add(describe.place_of(item.node), f"{name} is {item.shape}")
        if outcome.axis is None:
            continue
        for step in islice(history(item, outcome.axis), 2):
            if step.node is not item.node:
                before = "" if step.before is None else f", before {step.before}"
                add(
                    describe.place_of(step.node),
                    f"size {step.after} of axis {outcome.axis}{before}",
                )
    for step in steps:
        add(describe.place_of(step.node), came_from(facts, step))
    if event.created is not None and event.created.node is not getattr(
        event.site.node, "func", None
    ):
        add(Place.of(event.created), "the layer is made here")
    caller = event.caller
    while caller is not None:
        add(Place.of(caller.site), f"{caller.function}() is called here")
        caller = caller.parent
    return tuple(found)
