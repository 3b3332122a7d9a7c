"""Settings, cancellation, broken messages, the end."""

from __future__ import annotations

import asyncio
import json
import subprocess
from pathlib import Path
from typing import Any

import pytest
from lsp_editor import COMMAND, RIGHT, WRONG, Editor, span
from lsprotocol import types
from pygls.exceptions import JsonRpcRequestCancelled
from pytest_lsp import LanguageClient

from flake8_concat.faces.lsp.configuration import read

COMMENT = RIGHT + "print(both.shape)  # (None, 64, 95, 32)\n"


@pytest.mark.asyncio
async def test_settings(client: LanguageClient, tmp_path: Path) -> None:
    editor = await Editor.start(client, {"ignore": ["CAT301"], "debounce": 0})
    uri = (tmp_path / "model.py").as_uri()
    editor.open(uri, COMMENT)
    assert await editor.codes(uri) == []
    editor.configure({"flake8-concat": {"select": "CAT3"}})
    await editor.until(lambda: editor.published[uri].diagnostics)
    editor.configure({"flake8-concat": {"select": ["CAT1"]}})
    await editor.until(lambda: not editor.published[uri].diagnostics)


@pytest.mark.asyncio
async def test_settings_that_are_asked_for(client: LanguageClient, tmp_path: Path) -> None:
    client.set_configuration({"flake8-concat": {"ignore": ["CAT301"]}})
    editor = await Editor.start(client)
    uri = (tmp_path / "model.py").as_uri()
    editor.open(uri, COMMENT)
    assert await editor.codes(uri) == ["CAT301"]
    editor.configure(None)
    await editor.until(lambda: not editor.published[uri].diagnostics)


@pytest.mark.asyncio
async def test_settings_of_the_start_hold_until_there_are_others(
    client: LanguageClient, tmp_path: Path
) -> None:
    editor = await Editor.start(client, {"ignore": ["CAT301"]})
    uri = (tmp_path / "model.py").as_uri()
    editor.configure({})
    editor.open(uri, COMMENT)
    assert await editor.codes(uri) == []
    editor.configure({"flake8-concat": {"ignore": None}})
    await editor.until(lambda: editor.published[uri].diagnostics)
    editor.configure({})
    await editor.until(lambda: not editor.published[uri].diagnostics)


@pytest.mark.asyncio
async def test_cancellation(client: LanguageClient, tmp_path: Path) -> None:
    editor = await Editor.start(client, {"debounce": 10_000})
    uri = (tmp_path / "model.py").as_uri()
    editor.open(uri, WRONG)
    assert await editor.codes(uri) == ["CAT101"]
    editor.change(uri, RIGHT)
    params = types.InlayHintParams(types.TextDocumentIdentifier(uri), span(0, 0, 9, 0))
    waiting = client.protocol.send_request(types.TEXT_DOCUMENT_INLAY_HINT, params, msg_id="hints")
    client.cancel_request(types.CancelParams(id="hints"))
    with pytest.raises(JsonRpcRequestCancelled):
        await asyncio.wait_for(asyncio.wrap_future(waiting), 9)
    assert "(None, 64, 96, 32)" in await editor.hover(uri, 5, 1), "the server goes on"


@pytest.mark.asyncio
async def test_clients_that_can_do_little(client: LanguageClient, tmp_path: Path) -> None:
    hover = types.HoverClientCapabilities(content_format=[types.MarkupKind.PlainText])
    can = types.TextDocumentClientCapabilities(hover=hover)
    editor = await Editor.start(client, can=types.ClientCapabilities(text_document=can))
    uri = (tmp_path / "model.py").as_uri()
    editor.open(uri, WRONG)
    (found,) = await editor.diagnostics(uri)
    assert found.related_information is None
    text = await editor.hover(uri, 5, 20)
    assert text.startswith("Concatenate: (None, 128, ?, 32)\n\n?: axis 2: Keras refuses")
    assert "\n\nCAT101 concat-shape-mismatch: Concatenate(axis=1) cannot" in text
    edit = (await editor.actions(uri, 5))["Use axis=2"].edit
    assert edit is not None
    assert list(edit.changes or ()) == [uri]
    assert edit.document_changes is None


@pytest.mark.asyncio
async def test_settings_of_the_project(client: LanguageClient, tmp_path: Path) -> None:
    project = tmp_path / "pyproject.toml"
    project.write_text('[tool.flake8-concat]\nignore = ["CAT3"]\n')
    editor = await Editor.start(client)
    uri = (tmp_path / "model.py").as_uri()
    editor.open(uri, COMMENT)
    assert await editor.codes(uri) == []
    project.write_text('[tool.flake8-concat]\nignore = ["CAT4 "]\n')
    event = types.FileEvent(project.as_uri(), types.FileChangeType.Changed)
    client.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams([event]))
    await editor.until(lambda: editor.published[uri].diagnostics)
    project.write_text("[tool.flake8-concat]\nno-such-thing = 1\n")
    client.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams([event]))
    await editor.until(lambda: client.messages)
    assert "no-such-thing" in client.messages[0].message


def test_reading_settings() -> None:
    settings, problems = read({"extendSelect": ["CAT0"], "inlayHints": False, "siblings": False})
    assert not problems
    assert not settings.inlay_hints
    assert settings.options == {"extend_select": ["CAT0"], "siblings": False}
    settings, problems = read({"debounce": "soon", "ignore": ["E501"], "select": ["CAT1"]})
    assert len(problems) == 2
    assert settings.options == {"select": ["CAT1"]}
    assert read(None) == read({}) == read([])


def framed(*messages: Any) -> bytes:
    found = b""
    for message in messages:
        body = message if isinstance(message, bytes) else json.dumps(message).encode()
        found += b"Content-Length: %d\r\n\r\n" % len(body) + body
    return found


def request(number: int, method: str, params: Any = None) -> dict[str, Any]:
    return {"jsonrpc": "2.0", "id": number, "method": method, "params": params}


def notification(method: str, params: Any = None) -> dict[str, Any]:
    return {"jsonrpc": "2.0", "method": method, "params": params}


def talk(*messages: Any) -> tuple[dict[Any, Any], int]:
    """The answers by id, and the exit code."""
    done = subprocess.run(  # the exit code is asked for
        COMMAND, check=False, input=framed(*messages), capture_output=True, timeout=60
    )
    answers, rest = {}, done.stdout
    while rest:
        head, _, rest = rest.partition(b"\r\n\r\n")
        length = int(head.split(b"Content-Length:")[1].split(b"\r\n")[0])
        message = json.loads(rest[:length])
        rest = rest[length:]
        answers[message.get("id", message.get("method"))] = message
    return answers, done.returncode


START = [request(1, "initialize", {"capabilities": {}}), notification("initialized", {})]
END = [request(9, "shutdown"), notification("exit")]


def test_the_end() -> None:
    answers, code = talk(*START, *END)
    assert answers[1]["result"]["capabilities"]["hoverProvider"] is True
    assert answers[9]["result"] is None
    assert code == 0
    assert talk(*START, notification("exit"))[1] == 1
    assert talk(*START)[1] == 1, "the client is gone"


def test_messages_out_of_turn() -> None:
    place = {"textDocument": {"uri": "file:///x.py"}, "position": {"line": 0, "character": 0}}
    early, late = (request(number, "textDocument/hover", place) for number in (5, 6))
    again = request(7, "initialize", {"capabilities": {}})
    answers, code = talk(early, *START, again, END[0], late, END[1])
    assert code == 0
    assert answers[5]["error"]["code"] == -32002, "not initialized"
    assert answers[6]["error"]["code"] == -32600, "shut down"
    assert answers[7]["error"]["code"] == -32600, "initialized twice"


def test_broken_messages_are_passed_over() -> None:
    item = {"uri": "file:///x/model.py", "languageId": "python", "version": 1, "text": WRONG}
    change = {"textDocument": {"uri": "file:///not/open.py", "version": 2}}
    place = {"textDocument": {"uri": "file:///x/model.py"}, "position": {"line": 5, "character": 9}}
    answers, code = talk(
        *START,
        b"{not json",
        b"[]",
        notification("textDocument/didOpen", {"textDocument": 7}),
        notification("no/such/thing", {}),
        notification("$/cancelRequest", {"id": 77}),
        notification("textDocument/didChange", {**change, "contentChanges": [{"text": "x"}]}),
        notification("textDocument/didClose", change),
        notification("workspace/didChangeConfiguration", {"settings": 5}),
        request(2, "no/such/request", {}),
        notification("textDocument/didOpen", {"textDocument": item}),
        request(3, "textDocument/hover", place),
        request(4, "textDocument/hover", {**place, "position": {"line": 10**6, "character": 5}}),
        request(5, "textDocument/hover", {**place, "textDocument": {"uri": "file:///no.py"}}),
        *END,
    )
    assert code == 0
    assert answers[2]["error"]["code"] == -32601
    assert {3, 4, 5, 9} <= set(answers)
