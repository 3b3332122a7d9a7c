"""The language server: which message is answered by what."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable
from functools import partial
from typing import Any, TypeVar

from lsprotocol import types
from pygls.exceptions import (
    JsonRpcException,
    JsonRpcInvalidRequest,
    JsonRpcServerNotInitialized,
)
from pygls.lsp.server import LanguageServer
from pygls.protocol import LanguageServerProtocol
from pygls.protocol.language_server import lsp_method

from flake8_concat import __version__
from flake8_concat.faces.lsp import actions, configuration, definition, hints, hover, publishing
from flake8_concat.faces.lsp.checking import Checked, Checker, Job
from flake8_concat.faces.lsp.documents import Documents, path_of
from flake8_concat.faces.lsp.positions import Units
from flake8_concat.trace.reparsing import Parser

log = logging.getLogger(__name__)
T = TypeVar("T")

_NOTEBOOKS = types.NotebookDocumentSyncOptions(
    notebook_selector=[
        types.NotebookDocumentFilterWithNotebook(
            notebook=types.NotebookDocumentFilterNotebookType(notebook_type="jupyter-notebook"),
            cells=[types.NotebookCellLanguage(language="python")],
        )
    ],
    save=False,
)


class Protocol(LanguageServerProtocol):
    """The protocol with texts of our own: pygls' split lines at form feeds, unlike editors."""

    _server: Server

    def handle_message(self, message: Any) -> None:
        """A message came. What comes before `initialize` or after `shutdown` is not followed."""
        method = getattr(message, "method", None)
        refusal = self._server.refusal(method) if method is not None else None
        if refusal is None:
            super().handle_message(message)
        elif hasattr(message, "id"):
            self._send_response(message.id, error=refusal.to_response_error())

    @lsp_method(types.TEXT_DOCUMENT_DID_OPEN)
    def lsp_text_document__did_open(self, params: types.DidOpenTextDocumentParams) -> None:
        """A text was opened."""
        self._server.opened(params)

    @lsp_method(types.TEXT_DOCUMENT_DID_CHANGE)
    def lsp_text_document__did_change(self, params: types.DidChangeTextDocumentParams) -> None:
        """A text was changed."""
        self._server.changed(params)

    @lsp_method(types.TEXT_DOCUMENT_DID_CLOSE)
    def lsp_text_document__did_close(self, params: types.DidCloseTextDocumentParams) -> None:
        """A text was closed."""
        self._server.closed(params)

    @lsp_method(types.NOTEBOOK_DOCUMENT_DID_OPEN)
    def lsp_notebook_document__did_open(self, params: types.DidOpenNotebookDocumentParams) -> None:
        """A notebook was opened."""
        self._server.notebook_opened(params)

    @lsp_method(types.NOTEBOOK_DOCUMENT_DID_CHANGE)
    def lsp_notebook_document__did_change(
        self, params: types.DidChangeNotebookDocumentParams
    ) -> None:
        """A notebook was changed."""
        self._server.notebook_changed(params)

    @lsp_method(types.NOTEBOOK_DOCUMENT_DID_CLOSE)
    def lsp_notebook_document__did_close(
        self, params: types.DidCloseNotebookDocumentParams
    ) -> None:
        """A notebook was closed."""
        self._server.notebook_closed(params)


class Server(LanguageServer):
    """One client's server: its open texts, its settings, and the checks that are going on."""

    def __init__(self) -> None:
        super().__init__(
            "flake8-concat", __version__, notebook_document_sync=_NOTEBOOKS, protocol_cls=Protocol
        )
        self.documents = Documents()
        self.settings = configuration.Settings()
        self.project = configuration.ProjectOptions()
        self.checker = Checker(self._job, self._publish)
        self.clean_exit = False
        self._initial: Any = None
        self._began = False
        self._complained: set[str] = set()
        self._register()

    def _register(self) -> None:
        kinds = types.CodeActionOptions(code_action_kinds=list(actions.KINDS))
        for method, handler, options in (
            (types.INITIALIZE, self._initialize, None),
            (types.INITIALIZED, self._initialized, None),
            (types.SHUTDOWN, self._shut_down, None),
            (types.WORKSPACE_DID_CHANGE_CONFIGURATION, self._configured, None),
            (types.WORKSPACE_DID_CHANGE_WATCHED_FILES, self._files_changed, None),
            (types.TEXT_DOCUMENT_DID_SAVE, self._files_changed, None),
            (types.TEXT_DOCUMENT_INLAY_HINT, self._hints, None),
            (types.TEXT_DOCUMENT_HOVER, self._hover, None),
            (types.TEXT_DOCUMENT_DEFINITION, self._definition, None),
            (types.TEXT_DOCUMENT_CODE_ACTION, self._actions, kinds),
        ):
            self.feature(method, options)(partial(handler))  # pygls writes on what it is given

    def report_server_error(self, error: Exception, source: Any) -> None:
        """Writes an error down; the server goes on, and nobody is shown a window."""
        log.error("%s: %s", getattr(source, "__name__", source), error)

    # -- life ---------------------------------------------------------------------------------
    def refusal(self, method: str) -> JsonRpcException | None:
        """Why a message can't be followed at this point of the server's life."""
        if method == types.EXIT:
            return None
        if self.clean_exit:
            return JsonRpcInvalidRequest("the server was shut down")
        if self._began and method == types.INITIALIZE:
            return JsonRpcInvalidRequest("the server was initialized before")
        if not self._began and method != types.INITIALIZE:
            return JsonRpcServerNotInitialized("the server waits for `initialize`")
        return None

    def _initialize(self, params: types.InitializeParams) -> None:
        self._began = True
        self._initial = params.initialization_options
        encoding = self.workspace.position_encoding or "utf-16"
        self.documents.units = Units(str(getattr(encoding, "value", encoding)))
        self._set(self._initial)
        self.checker.start()

    def _initialized(self, params: types.InitializedParams) -> None:
        if self._client("workspace.did_change_watched_files.dynamic_registration"):
            watchers = [types.FileSystemWatcher(p) for p in ("**/*.py", "**/pyproject.toml")]
            options = types.DidChangeWatchedFilesRegistrationOptions(watchers)
            self._register_later("files", types.WORKSPACE_DID_CHANGE_WATCHED_FILES, options)
        if self._client("workspace.did_change_configuration.dynamic_registration"):
            section = types.DidChangeConfigurationRegistrationOptions(configuration.SECTION)
            self._register_later("settings", types.WORKSPACE_DID_CHANGE_CONFIGURATION, section)

    def _client(self, capability: str) -> Any:
        """What the client says of a capability, by its dotted name; None if nothing."""
        found: Any = self.client_capabilities
        for name in capability.split("."):
            found = getattr(found, name, None)
        return found

    def _register_later(self, name: str, method: str, options: Any) -> None:
        item = types.Registration(f"flake8-concat-{name}", method, options)
        self.client_register_capability(types.RegistrationParams([item]))

    def _shut_down(self, *_: Any) -> None:
        self.clean_exit = True
        self.checker.stop()

    # -- settings -----------------------------------------------------------------------------
    async def _configured(self, params: types.DidChangeConfigurationParams) -> None:
        value = params.settings
        if not value and self._client("workspace.configuration"):  # it wants to be asked
            item = types.ConfigurationItem(section=configuration.SECTION)
            answer = await self.workspace_configuration_async(types.ConfigurationParams([item]))
            value = answer[0] if answer else None
        # who has nothing to say means what was said at the start
        self._set(value if configuration.section(value) else self._initial)
        self._check_all()
        self._refresh_hints()

    def _set(self, value: Any) -> None:
        self.settings, problems = configuration.read(value)
        for problem in problems:
            self._complain(problem)

    def _complain(self, problem: str) -> None:
        """Tells the user of a wrong setting, once."""
        if problem in self._complained:
            return
        self._complained.add(problem)
        log.warning("%s", problem)
        self.window_show_message(
            types.ShowMessageParams(types.MessageType.Warning, f"flake8-concat: {problem}")
        )

    # -- texts --------------------------------------------------------------------------------
    def opened(self, params: types.DidOpenTextDocumentParams) -> None:
        """A text was opened: it is checked at once, and those that read it again."""
        uri = params.text_document.uri
        self.documents.open(params.text_document)
        if params.text_document.language_id == "python":
            self.checker.touch(self.documents.program_of(uri), 0)
            self._check_readers(uri)

    def changed(self, params: types.DidChangeTextDocumentParams) -> None:
        """A text was changed: it is checked after a pause, and those that read it."""
        uri = params.text_document.uri
        if not self.documents.change(params.text_document, params.content_changes):
            log.warning("a text was changed that is not open: %s", uri)
            return
        self._touch(uri)

    def closed(self, params: types.DidCloseTextDocumentParams) -> None:
        """A text was closed: its diagnostics go; those that read it, read the disk again."""
        uri = params.text_document.uri
        self.checker.forget(self.documents.program_of(uri))
        self.documents.close(uri)
        self._show(uri, None, [])
        self._check_readers(uri)

    def notebook_opened(self, params: types.DidOpenNotebookDocumentParams) -> None:
        """A notebook was opened."""
        self.documents.open_notebook(params)
        self.checker.touch(self.documents.program_of(params.notebook_document.uri), 0)

    def notebook_changed(self, params: types.DidChangeNotebookDocumentParams) -> None:
        """A notebook's cells were changed."""
        for uri in self.documents.change_notebook(params):
            self._show(uri, None, [])
        self._touch(params.notebook_document.uri)

    def notebook_closed(self, params: types.DidCloseNotebookDocumentParams) -> None:
        """A notebook was closed."""
        self.checker.forget(self.documents.program_of(params.notebook_document.uri))
        self.documents.close_notebook(params)
        for cell in params.cell_text_documents:
            self._show(cell.uri, None, [])

    def _files_changed(self, params: Any) -> None:
        self._check_all()

    # -- checks -------------------------------------------------------------------------------
    @property
    def _delay(self) -> float:
        return self.settings.debounce / 1000

    def _touch(self, uri: str) -> None:
        """Checks a program after a pause, and those that read it."""
        key = self.documents.program_of(uri)
        document = self.documents.texts.get(key)
        if document is None or document.language == "python":
            self.checker.touch(key, self._delay)
            self._check_readers(uri)

    def _check_readers(self, uri: str) -> None:
        """Checks the other programs that read a text in their last check, or that may do so now."""
        path, key = path_of(uri), self.documents.program_of(uri)
        for other in self.documents.programs():
            checked = self.checker.last(other)
            if other != key and checked is not None and checked.depends_on(path):
                self.checker.touch(other, self._delay)

    def _check_all(self) -> None:
        """Checks everything that is open again: siblings on disk or settings have changed."""
        for key in self.documents.programs():
            document = self.documents.texts.get(key)
            if document is None or document.language == "python":
                self.checker.touch(key, self._delay)

    def _job(self, key: str, parser: Parser) -> Job | None:
        program = self.documents.program(key)
        if program is None:
            return None
        options, problem = self.project.of(program.path, self.settings)
        if problem is not None:
            self._complain(problem)
        return Job(program, options, self.documents.unsaved(but=key), parser)

    def _publish(self, checked: Checked, before: Checked | None) -> None:
        related = bool(self._client("text_document.publish_diagnostics.related_information"))
        for uri, found in publishing.diagnostics(checked, related=related).items():
            part = checked.program.part(uri)
            self._show(uri, part.version if part else None, found)
        if before is not None and before.program.text == checked.program.text:
            self._refresh_hints()  # a sibling changed, for which the editor asks nothing

    def _refresh_hints(self) -> None:
        if self._client("workspace.inlay_hint.refresh_support"):
            self.workspace_inlay_hint_refresh(None)

    def _show(self, uri: str, version: int | None, found: list[types.Diagnostic]) -> None:
        self.text_document_publish_diagnostics(
            types.PublishDiagnosticsParams(uri, found, version=version)
        )

    async def _ask(
        self, uri: str, question: Callable[[Checked], T], *, patient: bool = False
    ) -> T | None:
        key = self.documents.program_of(uri)
        return await self.checker.ask(key, question, patient=patient)

    # -- questions ----------------------------------------------------------------------------
    async def _hints(self, params: types.InlayHintParams) -> list[types.InlayHint] | None:
        if not self.settings.inlay_hints:
            return None
        uri = params.text_document.uri
        return await self._ask(  # editors ask at every keystroke
            uri, lambda checked: hints.hints(checked, uri, params.range), patient=True
        )

    async def _hover(self, params: types.HoverParams) -> types.Hover | None:
        uri = params.text_document.uri
        found = await self._ask(uri, lambda checked: hover.hover(checked, uri, params.position))
        formats = self._client("text_document.hover.content_format")
        if found is not None and formats and types.MarkupKind.Markdown not in formats:
            return hover.plain(found)
        return found

    async def _definition(self, params: types.DefinitionParams) -> list[types.Location] | None:
        uri = params.text_document.uri
        return await self._ask(
            uri, lambda checked: definition.definition(checked, uri, params.position)
        )

    async def _actions(self, params: types.CodeActionParams) -> list[types.CodeAction] | None:
        found = await self._ask(
            params.text_document.uri, lambda checked: actions.actions(checked, params)
        )
        if found and not self._client("workspace.workspace_edit.document_changes"):
            return [actions.unversioned(action) for action in found]
        return found


def serve() -> int:
    """Serves one client over stdin and stdout until it says exit. Returns the exit code."""
    logging.basicConfig(stream=sys.stderr, level=logging.WARNING, format="%(name)s: %(message)s")
    server = Server()
    server.start_io()
    return 0 if server.clean_exit else 1
