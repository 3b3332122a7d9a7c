"""Where a finding is reported: in the file analysed, whatever file it was found in."""

from __future__ import annotations

import os

from flake8_concat.rules.base import Place
from flake8_concat.trace.facts import Event, Facts, Site


def reported_at(facts: Facts, event: Event) -> Site | None:
    """The event's own site, or the call in this file that led to another file.

    None where no call of this file leads there (code that runs at the import of a sibling).
    """
    site, caller = event.site, event.caller
    while site.source is not facts.source:
        if caller is None:
            return None
        site, caller = caller.site, caller.parent
    return site


def elsewhere(facts: Facts, event: Event) -> str:
    """Say "blocks.py:12: " for an event in another file, "" for one in this."""
    if event.site.source is facts.source:
        return ""
    line = Place.of(event.site).resolve().line
    return f"{os.path.basename(event.site.source.path)}:{line}: "
