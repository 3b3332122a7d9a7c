"""A client that does what an editor does, with waits for what it is to see."""

from __future__ import annotations

import asyncio
import sys
import time
from collections.abc import Sequence
from typing import Any

from lsprotocol import types
from pytest_lsp import LanguageClient

COMMAND = [sys.executable, "-m", "flake8_concat", "lsp"]
SECONDS = 60  # a loaded machine is slow

WRONG = """\
import keras
from keras import layers

left = keras.Input((64, 64, 32))
right = keras.Input((64, 32, 32))
both = layers.Concatenate(axis=1)([left, right])
"""
RIGHT = WRONG.replace("axis=1", "axis=2")


def capabilities(encodings: Sequence[str] | None = None) -> types.ClientCapabilities:
    """What the client can do: all that the server makes use of."""
    return types.ClientCapabilities(
        general=types.GeneralClientCapabilities(
            position_encodings=list(encodings) if encodings else None  # type: ignore[arg-type]
        ),
        text_document=types.TextDocumentClientCapabilities(
            publish_diagnostics=types.PublishDiagnosticsClientCapabilities(
                related_information=True, version_support=True
            )
        ),
        notebook_document=types.NotebookDocumentClientCapabilities(
            types.NotebookDocumentSyncClientCapabilities()
        ),
        workspace=types.WorkspaceClientCapabilities(
            configuration=True,
            workspace_edit=types.WorkspaceEditClientCapabilities(document_changes=True),
            inlay_hint=types.InlayHintWorkspaceClientCapabilities(refresh_support=True),
            did_change_watched_files=types.DidChangeWatchedFilesClientCapabilities(
                dynamic_registration=True
            ),
        ),
    )


class Editor:
    """An editor over a client: open texts, their versions, and what was published for them."""

    def __init__(self, client: LanguageClient) -> None:
        self.client = client
        self.versions: dict[str, int] = {}
        self.published: dict[str, types.PublishDiagnosticsParams] = {}
        self.registered: list[str] = []
        self.count = 0
        self.refreshed = 0

    @classmethod
    async def start(
        cls,
        client: LanguageClient,
        options: Any = None,
        encodings: Sequence[str] | None = None,
        can: types.ClientCapabilities | None = None,
    ) -> Editor:
        editor = cls(client)
        client.protocol.fm.features.pop(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS, None)

        @client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
        def publish(params: types.PublishDiagnosticsParams) -> None:
            editor.published[params.uri] = params
            editor.count += 1

        @client.feature(types.CLIENT_REGISTER_CAPABILITY)
        def register(params: types.RegistrationParams) -> None:
            editor.registered += [item.method for item in params.registrations]

        @client.feature(types.WORKSPACE_INLAY_HINT_REFRESH)
        def refresh(_: None) -> None:
            editor.refreshed += 1

        await client.initialize_session(
            types.InitializeParams(
                capabilities=can or capabilities(encodings), initialization_options=options
            )
        )
        return editor

    def open(self, uri: str, text: str, language: str = "python") -> None:
        self.versions[uri] = 1
        item = types.TextDocumentItem(uri, language, 1, text)
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(item))

    def change(self, uri: str, *changes: types.TextDocumentContentChangeEvent | str) -> int:
        self.versions[uri] += 1
        made = [
            types.TextDocumentContentChangeWholeDocument(change)
            if isinstance(change, str)
            else change
            for change in changes
        ]
        identifier = types.VersionedTextDocumentIdentifier(version=self.versions[uri], uri=uri)
        self.client.text_document_did_change(types.DidChangeTextDocumentParams(identifier, made))
        return self.versions[uri]

    def close(self, uri: str) -> None:
        del self.versions[uri]
        identifier = types.TextDocumentIdentifier(uri)
        self.client.text_document_did_close(types.DidCloseTextDocumentParams(identifier))

    def configure(self, settings: Any) -> None:
        self.client.workspace_did_change_configuration(types.DidChangeConfigurationParams(settings))

    async def until(self, condition: Any) -> None:
        """Waits until something is so."""
        end = time.monotonic() + SECONDS
        while not condition():
            assert time.monotonic() < end, "it never came"
            await asyncio.sleep(0.01)

    async def diagnostics(self, uri: str) -> list[types.Diagnostic]:
        """The diagnostics of the text as it is now."""
        version = self.versions.get(uri)
        await self.until(lambda: uri in self.published and self.published[uri].version == version)
        return list(self.published[uri].diagnostics)

    async def codes(self, uri: str) -> list[str]:
        return [str(item.code) for item in await self.diagnostics(uri)]

    async def hints(self, uri: str, first: int = 0, last: int = 999) -> dict[int, str]:
        """The hints by line, without the colon."""
        params = types.InlayHintParams(types.TextDocumentIdentifier(uri), span(first, 0, last, 0))
        found = await self.client.text_document_inlay_hint_async(params) or ()
        return {item.position.line: str(item.label).removeprefix(": ") for item in found}

    async def hover(self, uri: str, line: int, character: int) -> str:
        params = types.HoverParams(
            types.TextDocumentIdentifier(uri), types.Position(line, character)
        )
        found = await self.client.text_document_hover_async(params)
        return found.contents.value if found else ""  # type: ignore[union-attr]

    async def definition(self, uri: str, line: int, character: int) -> list[types.Location]:
        params = types.DefinitionParams(
            types.TextDocumentIdentifier(uri), types.Position(line, character)
        )
        return list(await self.client.text_document_definition_async(params) or ())  # type: ignore[arg-type]

    async def actions(
        self, uri: str, line: int, only: Sequence[str] | None = None
    ) -> dict[str, types.CodeAction]:
        params = types.CodeActionParams(
            types.TextDocumentIdentifier(uri),
            span(line, 0, line, 999),
            types.CodeActionContext([], only=list(only) if only else None),  # type: ignore[arg-type]
        )
        found = await self.client.text_document_code_action_async(params) or ()
        return {item.title: item for item in found}  # type: ignore[misc]


def span(line: int, character: int, end_line: int, end_character: int) -> types.Range:
    return types.Range(types.Position(line, character), types.Position(end_line, end_character))


def edited(text: str, action: types.CodeAction) -> str:
    """A text after an action on it, in UTF-16 units of a text that is all ASCII."""
    lines = text.split("\n")
    assert action.edit is not None
    for document in action.edit.document_changes or ():
        edits = sorted(document.edits, key=lambda e: (e.range.start.line, e.range.start.character))  # type: ignore[union-attr]
        for edit in reversed(edits):
            start, end = edit.range.start, edit.range.end  # type: ignore[union-attr]
            assert start.line == end.line
            line = lines[start.line]
            lines[start.line] = line[: start.character] + edit.new_text + line[end.character :]  # type: ignore[union-attr]
    return "\n".join(lines)
