"""Diagnostics: on open, while typing, gone with the mistake, in the client's units."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from lsp_editor import RIGHT, WRONG, Editor, span
from lsprotocol import types
from pygls.uris import to_fs_path
from pytest_lsp import LanguageClient

pytestmark = pytest.mark.asyncio


async def test_what_a_diagnostic_says(client: LanguageClient, tmp_path: Path) -> None:
    editor = await Editor.start(client)
    uri = (tmp_path / "model.py").as_uri()
    editor.open(uri, WRONG)
    (found,) = await editor.diagnostics(uri)
    assert found.code == "CAT101"
    assert found.source == "flake8-concat"
    assert found.severity == types.DiagnosticSeverity.Error
    assert found.range == span(5, 7, 5, 48)
    assert "axis 2 (width) is 64 vs 32" in found.message
    assert found.code_description is not None
    page, _, line = found.code_description.href.partition("#L")
    assert Path(to_fs_path(page) or "").read_text("utf-8").splitlines()[int(line) - 1] == (
        "## CAT101 concat-shape-mismatch"
    )
    related = [item.location for item in found.related_information or ()]
    assert [place.range.start.line for place in related] == [3, 4]
    assert {place.uri for place in related} == {uri}


async def test_severity_is_by_family(client: LanguageClient, tmp_path: Path) -> None:
    editor = await Editor.start(client)
    uri = (tmp_path / "model.py").as_uri()
    editor.open(uri, RIGHT + "print(both.shape)  # (None, 64, 95, 32)\n")
    (found,) = await editor.diagnostics(uri)
    assert (found.code, found.severity) == ("CAT301", types.DiagnosticSeverity.Warning)


async def test_they_come_and_go_while_typing(client: LanguageClient, tmp_path: Path) -> None:
    editor = await Editor.start(client)
    uri = (tmp_path / "model.py").as_uri()
    editor.open(uri, RIGHT)
    assert await editor.codes(uri) == []
    axis = span(5, 31, 5, 32)
    editor.change(uri, types.TextDocumentContentChangePartial(text="1", range=axis))
    assert await editor.codes(uri) == ["CAT101"]
    editor.change(uri, types.TextDocumentContentChangePartial(text="(", range=axis))
    assert await editor.codes(uri) == []
    editor.change(uri, types.TextDocumentContentChangePartial(text="1", range=axis))
    assert await editor.codes(uri) == ["CAT101"]


async def test_the_newest_text_wins(client: LanguageClient, tmp_path: Path) -> None:
    editor = await Editor.start(client)
    uri = (tmp_path / "model.py").as_uri()
    editor.open(uri, RIGHT)
    for number in range(40):
        editor.change(uri, WRONG if number % 2 else RIGHT)
    assert await editor.codes(uri) == ["CAT101"]
    assert editor.count < 10, "typing is waited for"


async def test_closing_clears(client: LanguageClient, tmp_path: Path) -> None:
    editor = await Editor.start(client)
    uri = (tmp_path / "model.py").as_uri()
    editor.open(uri, WRONG)
    assert await editor.codes(uri) == ["CAT101"]
    editor.close(uri)
    assert await editor.codes(uri) == []
    editor.open(uri, WRONG)
    editor.close(uri)
    await asyncio.sleep(0.5)
    assert await editor.codes(uri) == []


@pytest.mark.parametrize(("encoding", "start"), [("utf-16", 10), ("utf-8", 13), ("utf-32", 9)])
async def test_units_of_columns(
    client: LanguageClient, tmp_path: Path, encoding: str, start: int
) -> None:
    editor = await Editor.start(client, encodings=[encoding])
    uri = (tmp_path / "model.py").as_uri()
    line = WRONG.splitlines()[5]
    text = WRONG.replace(line, f"é = '🧱'; {line[7:]}")
    editor.open(uri, text)
    (found,) = await editor.diagnostics(uri)
    width = len(line) - 7
    assert found.range == span(5, start, 5, start + width)
    axis = start + line.index("axis=1") - 7 + len("axis=")
    change = types.TextDocumentContentChangePartial(text="2", range=span(5, axis, 5, axis + 1))
    editor.change(uri, change)
    assert await editor.codes(uri) == []


async def test_lines_end_where_editors_end_them(client: LanguageClient, tmp_path: Path) -> None:
    editor = await Editor.start(client)
    uri = (tmp_path / "model.py").as_uri()
    editor.open(uri, ("\f\n# \x1c \u2028\n" + WRONG).replace("\n", "\r\n"))
    (found,) = await editor.diagnostics(uri)
    assert found.range.start.line == 7
    editor.change(uri, types.TextDocumentContentChangePartial(text="2", range=span(7, 31, 7, 32)))
    assert await editor.codes(uri) == []


async def test_siblings_are_seen_as_they_stand_in_the_editor(
    client: LanguageClient, tmp_path: Path
) -> None:
    editor = await Editor.start(client)
    blocks, model = tmp_path / "blocks.py", tmp_path / "model.py"
    head = "import keras\nfrom keras import layers\n\n\ndef join(a, b):\n"
    body = "    return layers.Concatenate(axis=AXIS)([a, b])\n"
    blocks.write_text(head + body.replace("AXIS", "2"))
    text = WRONG.replace("both = layers.Concatenate(axis=1)([left", "both = join(left").replace(
        "right])", "right)"
    )
    text = "from blocks import join\n" + text
    editor.open(model.as_uri(), text)
    assert await editor.codes(model.as_uri()) == []

    editor.open(blocks.as_uri(), head + body.replace("AXIS", "1"))
    await editor.until(lambda: editor.published[model.as_uri()].diagnostics)
    editor.change(blocks.as_uri(), head + body.replace("AXIS", "2"))
    await editor.until(lambda: not editor.published[model.as_uri()].diagnostics)
    editor.close(blocks.as_uri())

    blocks.write_text(head + body.replace("AXIS", "1 "))
    event = types.FileEvent(blocks.as_uri(), types.FileChangeType.Changed)
    client.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams([event]))
    await editor.until(lambda: editor.published[model.as_uri()].diagnostics)
    (found,) = editor.published[model.as_uri()].diagnostics
    related = {item.location.uri for item in found.related_information or ()}
    assert model.as_uri() in related


async def test_a_sibling_that_is_not_on_disk_yet(client: LanguageClient, tmp_path: Path) -> None:
    editor = await Editor.start(client)
    train, nets = (tmp_path / "train.py").as_uri(), (tmp_path / "nets.py").as_uri()
    editor.open(train, "from nets import build\n\nbuild((64, 64, 32))\n")
    assert await editor.codes(train) == []
    body = WRONG.replace("\n", "\n    ").replace("(64, 64, 32)", "size")
    text = f"def build(size):\n    {body}\n"
    editor.open(nets, text)
    await editor.until(lambda: editor.published[train].diagnostics)
    await editor.until(lambda: editor.refreshed)
    editor.change(nets, text.replace("axis=1", "axis=2"))
    await editor.until(lambda: not editor.published[train].diagnostics)


@pytest.mark.parametrize(
    "uri",
    [
        "untitled:Untitled-1",
        "file:///no/such/folder/a%20b%23%C3%A9.py",
        "file:///no/such/folder/a b é.py",
        "vscode-vfs://github/someone/project/model.py",
    ],
)
async def test_addresses(client: LanguageClient, uri: str) -> None:
    editor = await Editor.start(client)
    editor.open(uri, WRONG)
    (found,) = await editor.diagnostics(uri)
    assert {item.location.uri for item in found.related_information or ()} == {uri}
    assert await editor.hints(uri) != {}
    assert [place.uri for place in await editor.definition(uri, 5, 38)] == [uri]
    editor.close(uri)
    assert await editor.codes(uri) == []
