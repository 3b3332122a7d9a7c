"""Code actions: the fixes of the check, all safe ones at once, `# noqa`, the shape as a comment."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import attrs
from lsprotocol import types

from flake8_concat import fixing, noqa
from flake8_concat.diagnostics import Diagnostic, Edit, Fix, Range
from flake8_concat.faces.lsp.checking import Checked
from flake8_concat.faces.lsp.documents import Program
from flake8_concat.faces.lsp.hints import told
from flake8_concat.faces.lsp.publishing import diagnostic
from flake8_concat.rules.comments import Layout

QUICK_FIX = types.CodeActionKind.QuickFix
FIX_ALL = f"{types.CodeActionKind.SourceFixAll.value}.flake8-concat"
REFACTOR = types.CodeActionKind.RefactorRewrite
KINDS = (QUICK_FIX, types.CodeActionKind.SourceFixAll, REFACTOR)

_NOQA = re.compile(r"# noqa(?P<codes>: ?[A-Z]+[0-9]+(?:[,\s]+[A-Z]+[0-9]+)*)?", re.IGNORECASE)


def actions(checked: Checked, params: types.CodeActionParams) -> list[types.CodeAction]:
    """What can be done in a range of a text, of the kinds that are asked for."""
    uri = params.text_document.uri
    if checked.report.facts is None or checked.program.part(uri) is None:
        return []
    first, last = checked.program.lines_of(uri, params.range)
    only = [str(getattr(kind, "value", kind)) for kind in params.context.only or ("",)]
    found: list[types.CodeAction] = []
    if _asked(QUICK_FIX.value, only):
        here = [
            item
            for item in checked.report.diagnostics
            if item.range.line <= last and first <= item.range.end_line
        ]
        found += _fixes(checked, here)
        found += _silencers(checked, here)
    if _asked(FIX_ALL, only):
        found += _fix_all(checked)
    if _asked(REFACTOR.value, only):
        found += _comments(checked, first, last)
    return found


def _asked(kind: str, only: Iterable[str]) -> bool:
    return any(not wanted or kind == wanted or kind.startswith(f"{wanted}.") for wanted in only)


def _fixes(checked: Checked, found: Iterable[Diagnostic]) -> Iterator[types.CodeAction]:
    for item in found:
        for number, fix in enumerate(item.fixes):
            yield types.CodeAction(
                title=fix.title,
                kind=QUICK_FIX,
                diagnostics=[diagnostic(checked, item)[1]],
                edit=_workspace_edit(checked.program, fix.edits),
                is_preferred=number == 0 or None,
            )


def _fix_all(checked: Checked) -> Iterator[types.CodeAction]:
    """All safe fixes that go together, as one edit."""
    text = checked.program.text
    chosen: list[Fix] = []
    for fix in fixing.choose(checked.report.diagnostics):
        if fixing.apply(text, [*chosen, fix]).count == len(chosen) + 1:
            chosen.append(fix)
    if chosen:
        edits = dict.fromkeys(edit for fix in chosen for edit in fix.edits)
        yield types.CodeAction(
            title="Fix all that keeps the behaviour (flake8-concat)",
            kind=FIX_ALL,
            edit=_workspace_edit(checked.program, edits),
        )


def _silencers(checked: Checked, found: Iterable[Diagnostic]) -> Iterator[types.CodeAction]:
    offered = set()
    for item in found:
        edit = _noqa_edit(checked.program, item)
        if edit is not None and (item.code, edit) not in offered:
            offered.add((item.code, edit))
            yield types.CodeAction(
                title=f"Add # noqa: {item.code}",
                kind=QUICK_FIX,
                diagnostics=[diagnostic(checked, item)[1]],
                edit=_workspace_edit(checked.program, [edit]),
            )


def _noqa_edit(program: Program, item: Diagnostic) -> Edit | None:
    """The edit that silences a finding: on its line, or at the end of a string that goes over it.

    None where no comment can stand.
    """
    lines = program.lines
    for line in range(item.range.line, min(item.range.line + 50, len(lines)) + 1):
        edit = _with_code(line, lines[line - 1], item.code)
        changed = fixing.apply(program.text, [Fix("", (edit,))])
        if changed.count and not noqa.without_silenced([item], changed.text.splitlines()):
            return edit
    return None


def _with_code(line: int, text: str, code: str) -> Edit:
    match = _NOQA.search(text)
    if match is not None and match["codes"]:
        end = match.end() + 1
        return Edit(Range(line, end, line, end), f", {code}")
    kept = text.rstrip()
    return Edit(Range(line, len(kept) + 1, line, len(text) + 1), f"  # noqa: {code}")


def _comments(checked: Checked, first: int, last: int) -> Iterator[types.CodeAction]:
    """The shapes of assignments in these lines as comments at the ends of their statements."""
    if checked.shown is None:
        return
    shown = checked.shown
    layout = Layout.of(shown.source)
    for assignment, place in told(shown):
        span = layout.span_of(assignment.statement)
        text = shown.shape_text(assignment.value)
        if not first <= place.line <= last or span is None or "?" in text or "…" in text:
            continue
        line = shown.source.lines[span.last - 1]
        if span.last in layout.comments or line.rstrip().endswith("\\"):
            continue
        end = Range(span.last, len(line.rstrip()) + 1, span.last, len(line) + 1)
        yield types.CodeAction(
            title=f"Write the shape of {assignment.name} as a comment",
            kind=REFACTOR,
            edit=_workspace_edit(checked.program, [Edit(end, f"  # {text}")]),
        )


def _workspace_edit(program: Program, edits: Iterable[Edit]) -> types.WorkspaceEdit:
    changes: dict[str, list[types.TextEdit | types.AnnotatedTextEdit | types.SnippetTextEdit]] = {}
    for edit in edits:
        uri, place = program.range(edit.range)
        changes.setdefault(uri, []).append(types.TextEdit(place, edit.text))
    return types.WorkspaceEdit(
        document_changes=[
            types.TextDocumentEdit(
                types.OptionalVersionedTextDocumentIdentifier(uri, _version(program, uri)), made
            )
            for uri, made in changes.items()
        ]
    )


def unversioned(action: types.CodeAction) -> types.CodeAction:
    """The same for a client that knows no versions of documents in an edit."""
    made = action.edit.document_changes if action.edit is not None else ()
    changes = {
        item.text_document.uri: [edit for edit in item.edits if isinstance(edit, types.TextEdit)]
        for item in made or ()
        if isinstance(item, types.TextDocumentEdit)
    }
    return attrs.evolve(action, edit=types.WorkspaceEdit(changes))


def _version(program: Program, uri: str) -> int | None:
    part = program.part(uri)
    return part.version if part is not None else None
