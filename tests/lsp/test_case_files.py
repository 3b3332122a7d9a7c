"""On each file in `cases/`: every fix of the check is offered, every finding can be silenced, and
every name and call can be asked about.
"""

from __future__ import annotations

import pytest
from casefiles import CaseFile, all_cases

pytest.importorskip("pygls")

from lsp_editor import edited
from lsprotocol import types

from flake8_concat import analyze, fixing
from flake8_concat.faces.lsp.actions import actions
from flake8_concat.faces.lsp.checking import Checked
from flake8_concat.faces.lsp.definition import definition
from flake8_concat.faces.lsp.documents import Part, Program
from flake8_concat.faces.lsp.hints import hints
from flake8_concat.faces.lsp.hover import hover
from flake8_concat.faces.lsp.positions import split_lines
from flake8_concat.options import Options

URI = "file:///models/model.py"
CASES = all_cases()


def checked(text: str) -> Checked:
    program = Program(URI, "/models/model.py", text, (Part(URI, 1, split_lines(text)),))
    return Checked(program, Options(), analyze(text, program.path))


def offered(result: Checked, place: types.Range) -> dict[str, list[str]]:
    """The texts that the actions at a place lead to, by title."""
    context = types.CodeActionContext([])
    params = types.CodeActionParams(types.TextDocumentIdentifier(URI), place, context)
    found: dict[str, list[str]] = {}
    for action in actions(result, params):
        found.setdefault(action.title, []).append(edited(result.program.text, action))
    return found


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_findings_can_be_mended_and_silenced(case: CaseFile) -> None:
    result = checked(case.source)
    found = result.report.diagnostics
    for item in found:
        texts = offered(result, result.program.range(item.range)[1])
        for fix in item.fixes:
            assert fixing.apply(case.source, [fix]).text in texts[fix.title]
        silenced = [analyze(text, "model.py") for text in texts[f"Add # noqa: {item.code}"]]
        gone = [len(found) - len(report.diagnostics) for report in silenced]
        assert all(gone)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_names_and_calls_can_be_asked_about(case: CaseFile) -> None:
    result = checked(case.source)
    lines = split_lines(case.source)
    shown = hints(result, URI, types.Range(types.Position(0, 0), types.Position(len(lines), 0)))
    for hint in shown:
        place = types.Position(hint.position.line, hint.position.character - 1)
        found = hover(result, URI, place)
        assert found is not None
        assert isinstance(found.contents, types.MarkupContent)
        assert str(hint.label) in found.contents.value
        assert definition(result, URI, place) is not None
    for number, line in enumerate(lines):
        for column in range(0, len(line), 3):
            hover(result, URI, types.Position(number, column))
            definition(result, URI, types.Position(number, column))
