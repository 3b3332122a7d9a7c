"""A report as the protocol's diagnostics."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from lsprotocol import types

from flake8_concat.diagnostics import Diagnostic, Related
from flake8_concat.faces.lsp.checking import Checked
from flake8_concat.faces.lsp.documents import uri_of
from flake8_concat.rules import RULES

SOURCE = "flake8-concat"
_SEVERITY = {
    "error": types.DiagnosticSeverity.Error,
    "warning": types.DiagnosticSeverity.Warning,
    "information": types.DiagnosticSeverity.Information,
}


def diagnostics(checked: Checked, *, related: bool = True) -> dict[str, list[types.Diagnostic]]:
    """The diagnostics of each text of a program, by address. `related`: the client shows those."""
    found: dict[str, list[types.Diagnostic]] = {part.uri: [] for part in checked.program.parts}
    for item in checked.report.diagnostics:
        uri, made = diagnostic(checked, item, related=related)
        found[uri].append(made)
    return found


def diagnostic(
    checked: Checked, item: Diagnostic, *, related: bool = True
) -> tuple[str, types.Diagnostic]:
    """One diagnostic, and the address of the text that it is about."""
    uri, place = checked.program.range(item.range)
    page = page_of(item.code)
    return uri, types.Diagnostic(
        range=place,
        message=item.message,
        severity=_SEVERITY[item.severity],
        code=item.code,
        code_description=types.CodeDescription(page) if page else None,
        source=SOURCE,
        related_information=list(_related(checked, item)) if related and item.related else None,
    )


def _related(checked: Checked, item: Diagnostic) -> Iterator[types.DiagnosticRelatedInformation]:
    for other in item.related:
        yield types.DiagnosticRelatedInformation(location(checked, other), other.message)


def location(checked: Checked, place: Related) -> types.Location:
    """A place in the program or in a sibling of it."""
    program = checked.program
    if place.path == program.path:
        return types.Location(*program.range(place.range))
    return types.Location(
        uri_of(place.path), program.units.range(_lines(checked, place.path), place.range)
    )


def _lines(checked: Checked, path: str) -> Sequence[str]:
    facts = checked.report.facts
    if facts is None:
        return ()
    for event in facts.events:
        if event.site.source.path == path:
            return event.site.source.lines
    return ()


@cache
def page_of(code: str) -> str | None:
    """The address of a rule's page: its module, which begins with its documentation."""
    name = RULES.get(code)
    spec = find_spec(f"flake8_concat.rules.{name}") if name else None
    if spec is None or spec.origin is None or not os.path.isfile(spec.origin):
        return None
    return Path(spec.origin).as_uri()
