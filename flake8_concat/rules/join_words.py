"""What stands beside a join and may say what it is for: names, comments."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from flake8_concat.rules.comments import Layout
from flake8_concat.trace.facts import Event, Facts, Site


def sites_of(event: Event) -> list[Site]:
    """Where a layer is called, and where it was made."""
    return [site for site in (event.site, event.created) if site is not None]


def names_at(event: Event) -> list[str]:
    """The names that the result and the layer have in the code, and the one that it is given."""
    names = [target for site in sites_of(event) for target in site.targets]
    return [*names, str(event.bound.get("name") or "")]


def comments_at(facts: Facts, event: Event) -> Iterator[str]:
    """The comments beside and above both places."""
    layout = Layout.of(facts.source)
    if not layout.comments:
        return
    for site in sites_of(event):
        span = layout.span_of(site.statement)
        if span is not None:
            for comment in (*layout.beside(span), *layout.above(span)):
                yield comment.text


def along_sides(facts: Facts, joins: Iterable[Event]) -> Iterator[Event]:
    """Each join of a file along a side of maps, once."""
    seen: set[int] = set()
    for event in joins:
        if event.site.source is facts.source and id(event.site) not in seen:
            seen.add(id(event.site))
            if event.bound.get("axis") in (1, 2):
                yield event
