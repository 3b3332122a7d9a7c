"""A report as the protocol's diagnostics."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from lsprotocol import types

from flake8_concat import rules
from flake8_concat.diagnostics import Diagnostic, Related
from flake8_concat.faces.lsp.checking import Checked
from flake8_concat.faces.lsp.documents import uri_of

SOURCE = "flake8-concat"
PAGES = Path(rules.__file__).with_name("README.md")
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
    """One diagnostic, and the address of the text that it is about.

    Without tags: nothing that a rule finds is code that is unnecessary or deprecated.
    """
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


def page_of(code: str) -> str | None:
    """The address of a rule's page: its line in the file of all pages, which is installed too."""
    line = _pages().get(code)
    return f"{PAGES.as_uri()}#L{line}" if line is not None else None


@cache
def _pages() -> dict[str, int]:
    """The line on which the page of each rule begins."""
    try:
        lines = PAGES.read_text(encoding="utf-8").splitlines()
    except OSError:
        return {}
    heads = ((number, line.split()) for number, line in enumerate(lines, 1))
    return {head[1]: number for number, head in heads if head[:1] == ["##"]}
