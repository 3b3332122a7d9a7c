"""A server for each test, and an editor that talks to it."""

from __future__ import annotations

from importlib.util import find_spec

if find_spec("pygls") and find_spec("pytest_lsp"):
    import pytest_lsp
    from lsp_editor import COMMAND
    from pytest_lsp import ClientServerConfig, LanguageClient

    @pytest_lsp.fixture(config=ClientServerConfig(server_command=COMMAND))
    async def client(lsp_client: LanguageClient):  # type: ignore[no-untyped-def]
        yield
        await lsp_client.shutdown_session()
else:
    collect_ignore_glob = ["test_*.py"]
