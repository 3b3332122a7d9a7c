"""Notebooks: the cells as one module, diagnostics in the cell that they are about."""

from __future__ import annotations

from pathlib import Path

import pytest
from lsp_editor import Editor, span
from lsprotocol import types
from pytest_lsp import LanguageClient

from flake8_concat.faces.lsp.notebooks import as_module, without_magic

CELLS = [
    "%matplotlib inline\nimport keras\nfrom keras import layers\n!pip list",
    "%%time\nleft = keras.Input((64, 64, 32))\nright = keras.Input((64, 32, 32))",
    "%%bash\nls both",
    "both = layers.Concatenate(axis=1)([left, right])",
]


def notebook(folder: Path) -> tuple[types.DidOpenNotebookDocumentParams, list[str]]:
    path = folder / "net.ipynb"
    uris = [f"vscode-notebook-cell:{path}#W{number}" for number in range(len(CELLS))]
    cells = [types.NotebookCell(types.NotebookCellKind.Code, uri) for uri in uris]
    texts = [
        types.TextDocumentItem(uri, "python", 1, text)
        for uri, text in zip(uris, CELLS, strict=True)
    ]
    document = types.NotebookDocument(path.as_uri(), "jupyter-notebook", 1, cells)
    return types.DidOpenNotebookDocumentParams(document, texts), uris


@pytest.mark.asyncio
async def test_cells_are_one_module(client: LanguageClient, tmp_path: Path) -> None:
    editor = await Editor.start(client)
    opened, uris = notebook(tmp_path)
    client.notebook_document_did_open(opened)
    await editor.until(lambda: uris[3] in editor.published)
    assert [len(editor.published[uri].diagnostics) for uri in uris] == [0, 0, 0, 1]
    (found,) = editor.published[uris[3]].diagnostics
    assert found.range == span(0, 7, 0, 48)
    assert {item.location.uri for item in found.related_information or ()} == {uris[1]}
    assert (await editor.hints(uris[1])) == {1: "(None, 64, 64, 32)", 2: "(None, 64, 32, 32)"}
    assert "`left: (None, 64, 64, 32)`" in await editor.hover(uris[3], 0, 37)
    action = (await editor.actions(uris[3], 0))["Use axis=2"]
    assert action.edit is not None
    (edit,) = action.edit.document_changes or ()
    assert edit.text_document.uri == uris[3]  # type: ignore[union-attr]

    identifier = types.VersionedNotebookDocumentIdentifier(
        version=2, uri=opened.notebook_document.uri
    )
    change = types.NotebookDocumentChangeEvent(
        cells=types.NotebookDocumentCellChanges(
            text_content=[
                types.NotebookDocumentCellContentChanges(
                    types.VersionedTextDocumentIdentifier(version=2, uri=uris[3]),
                    [types.TextDocumentContentChangePartial(text="2", range=span(0, 31, 0, 32))],
                )
            ]
        )
    )
    client.notebook_document_did_change(types.DidChangeNotebookDocumentParams(identifier, change))
    await editor.until(lambda: not editor.published[uris[3]].diagnostics)

    # the third cell goes, a new first one comes
    fresh = types.TextDocumentItem(f"{uris[0]}x", "python", 1, "print('hello')\n")
    structure = types.NotebookDocumentCellChangeStructure(
        types.NotebookCellArrayChange(
            start=0,
            delete_count=0,
            cells=[types.NotebookCell(types.NotebookCellKind.Code, fresh.uri)],
        ),
        did_open=[fresh],
    )
    change = types.NotebookDocumentChangeEvent(
        cells=types.NotebookDocumentCellChanges(structure=structure)
    )
    client.notebook_document_did_change(types.DidChangeNotebookDocumentParams(identifier, change))
    await editor.until(lambda: fresh.uri in editor.published)
    assert (await editor.hints(uris[3])) == {0: "(None, 64, 96, 32)"}

    closed = types.DidCloseNotebookDocumentParams(
        types.NotebookDocumentIdentifier(opened.notebook_document.uri),
        [types.TextDocumentIdentifier(uri) for uri in (*uris, fresh.uri)],
    )
    client.notebook_document_did_close(closed)
    await editor.until(lambda: editor.published[uris[3]].version is None)


@pytest.mark.parametrize(
    ("cell", "plain"),
    [
        (["%cd x", "a = 1"], ["pass", "a = 1"]),
        (["if a:", "    !ls"], ["if a:", "    pass"]),
        (["files = !ls"], ["pass"]),
        (["model?"], ["pass"]),
        (["x = (a", "  % b)"], ["x = (a", "  % b)"]),
        (["%%html", "<b>"], ["", ""]),
        (["%%time", "a = 1"], ["", "a = 1"]),
    ],
)
def test_commands_of_ipython(cell: list[str], plain: list[str]) -> None:
    assert without_magic(cell) == plain


def test_cells_after_a_broken_one_are_left_out() -> None:
    assert as_module([["a = 1"], ["b = ("], ["c = 3"]]) == "a = 1\n\n"
