"""The findings in an editor, by way of python-lsp-server with flake8 turned on."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Union

import pytest

pytest.importorskip("pylsp")
pytest.importorskip("pytest_lsp")

import pytest_lsp
from lsprotocol import types
from pytest_lsp import (
    ClientServerConfig,
    LanguageClient,
    client_capabilities,
    make_test_lsp_client,
)

WRONG = (
    "import keras\n"
    "from keras import layers\n\n"
    "left = keras.Input((64, 64, 32))\n"
    "right = keras.Input((64, 32, 32))\n"
    "both = layers.Concatenate(axis=1)([left, right])\n"
)
OTHERS = ("pycodestyle", "pyflakes", "mccabe", "autopep8", "yapf", "pylint", "pydocstyle", "ruff")
SETTINGS = {
    "pylsp": {
        "plugins": {
            "flake8": {"enabled": True, "executable": f"{Path(sys.executable).parent / 'flake8'}"},
            **{name: {"enabled": False} for name in OTHERS},
        }
    }
}


Notebooks = Union[
    types.NotebookDocumentSyncOptions, types.NotebookDocumentSyncRegistrationOptions, None
]


def new_client() -> LanguageClient:
    """A client that passes over pylsp's notebook capability, which some lsprotocol can't read."""
    client = make_test_lsp_client()
    client.protocol._converter.register_structure_hook(Notebooks, lambda *_: None)
    return client


@pytest_lsp.fixture(
    config=ClientServerConfig(
        server_command=[sys.executable, "-m", "pylsp"], client_factory=new_client
    )
)
async def client(lsp_client: LanguageClient):  # type: ignore[no-untyped-def]
    params = types.InitializeParams(capabilities=client_capabilities("visual-studio-code"))
    await lsp_client.initialize_session(params)
    lsp_client.workspace_did_change_configuration(types.DidChangeConfigurationParams(SETTINGS))
    yield
    await lsp_client.shutdown_session()


async def published(client: LanguageClient, uri: str) -> list[types.Diagnostic]:
    await client.wait_for_notification(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
    return list(client.diagnostics[uri])


@pytest.mark.asyncio
async def test_diagnostics_come_and_go(client: LanguageClient, tmp_path: Path) -> None:
    path = tmp_path / "model.py"
    path.write_text(WRONG)
    uri = path.as_uri()
    item = types.TextDocumentItem(uri=uri, language_id="python", version=1, text=WRONG)
    client.text_document_did_open(types.DidOpenTextDocumentParams(item))
    (found,) = await published(client, uri)
    assert found.code == "CAT101"
    assert found.range.start == types.Position(line=5, character=7)
    assert "axis=2 would give (None, 64, 96, 32)" in found.message

    whole = types.TextDocumentContentChangeWholeDocument(WRONG.replace("axis=1", "axis=2"))
    client.text_document_did_change(
        types.DidChangeTextDocumentParams(
            types.VersionedTextDocumentIdentifier(uri=uri, version=2), [whole]
        )
    )
    assert await published(client, uri) == []
