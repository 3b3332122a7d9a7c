"""Calls that work on an axis of what is known by the words of the file alone.

`tf.reduce_sum(context, axis=1)  # over the features`, where a comment above says that context is
(batch, time, units).
"""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass

from flake8_concat.rules.axis_uses import groups_of
from flake8_concat.rules.comments import Layout
from flake8_concat.rules.supposed import Supposed
from flake8_concat.trace.facts import Facts, Site

_KINDS = ("concat", "split", "reduce", "softmax")


@dataclass(frozen=True, slots=True)
class SupposedFacts:
    """A trace with what the file supposes, and the calls that are unknown without that.

    unknown:  their nodes, by their identity
    """

    facts: Facts
    unknown: frozenset[int]

    def is_new(self, site: Site) -> bool:
        """Whether nothing is known of a call but by what is supposed."""
        return id(site.node) in self.unknown


def supposed_facts(facts: Facts, known: Container[int]) -> SupposedFacts | None:
    """What is supposed of calls whose axis comments speak of, None where there are none.

    known:  the nodes of the calls whose axes are known
    """
    if facts.retrace is None:
        return None
    layout = Layout.of(facts.source)
    unknown = frozenset(
        id(events[0].site.node)
        for kind, events in groups_of(facts)
        if kind in _KINDS and layout.claims(kind) and id(events[0].site.node) not in known
    )
    if not unknown:
        return None
    supposed = Supposed.of(facts)
    if not supposed.says_anything:
        return None
    return SupposedFacts(supposed.traced.facts, unknown)
