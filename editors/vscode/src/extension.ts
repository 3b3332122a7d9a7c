// Starts `flake8-concat lsp` with the selected interpreter. All else is the server's.

import * as vscode from "vscode";
import { LanguageClient, LanguageClientOptions, ServerOptions } from "vscode-languageclient/node";

const SECTION = "flake8-concat";

interface PythonEnvironments {
  environments: {
    getActiveEnvironmentPath(resource?: vscode.Uri): { path: string };
    onDidChangeActiveEnvironmentPath: vscode.Event<unknown>;
  };
}

// `python -m` would take modules of the folder that is open, if they have the right names: run them.
const START =
  "import sys; sys.path[:] = [p for p in sys.path if p]; " +
  "from flake8_concat.faces.cli import main; sys.exit(main())";

let client: LanguageClient | undefined;
let turn: Promise<void> = Promise.resolve();

async function pythonExtension(): Promise<PythonEnvironments | undefined> {
  const extension = vscode.extensions.getExtension<PythonEnvironments>("ms-python.python");
  return extension?.isActive ? extension.exports : extension?.activate();
}

async function interpreter(): Promise<string> {
  const set = vscode.workspace.getConfiguration(SECTION).get<string>("interpreter");
  if (set) {
    return set;
  }
  const python = await pythonExtension();
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const selected = python?.environments.getActiveEnvironmentPath(folder).path;
  return selected || (process.platform === "win32" ? "python" : "python3");
}

async function start(): Promise<void> {
  const command = await interpreter();
  const server: ServerOptions = { command, args: ["-c", START, "lsp"] };
  const options: LanguageClientOptions = {
    documentSelector: [
      { language: "python", scheme: "file" },
      { language: "python", scheme: "untitled" },
      { language: "python", notebook: "jupyter-notebook" },
    ],
    initializationOptions: vscode.workspace.getConfiguration(SECTION),
    synchronize: { configurationSection: SECTION },
  };
  client = new LanguageClient(SECTION, "flake8-concat", server, options);
  try {
    await client.start();
  } catch (problem) {
    void vscode.window.showErrorMessage(
      `flake8-concat did not start with ${command} (${problem}). ` +
        "It needs: pip install 'flake8-concat[lsp]'",
    );
  }
}

async function stop(): Promise<void> {
  const running = client;
  client = undefined;
  if (running?.isRunning()) {
    await running.stop();
  }
}

function restart(): Promise<void> {
  turn = turn.then(stop).then(start);
  return turn;
}

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  context.subscriptions.push(
    vscode.commands.registerCommand(`${SECTION}.restart`, restart),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(`${SECTION}.interpreter`)) {
        void restart();
      }
    }),
  );
  const python = await pythonExtension();
  if (python) {
    context.subscriptions.push(
      python.environments.onDidChangeActiveEnvironmentPath(() => void restart()),
    );
  }
  await restart();
}

export function deactivate(): Promise<void> {
  return turn.then(stop);
}
