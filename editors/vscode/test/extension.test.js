// The built extension in an editor that is made up: it starts the server from the interpreter that
// is selected, with the settings, and shows what that finds.
// Environment: PYTHON, an interpreter that has flake8-concat[lsp].

const assert = require("node:assert");
const Module = require("node:module");
const test = require("node:test");

const SETTINGS = { interpreter: "", ignore: ["CAT301"] };
const MODEL = `
import keras

left = keras.Input((64, 64, 32))  # (None, 64, 64, 33)
right = keras.Input((64, 32, 32))
both = keras.layers.Concatenate(axis=1)([left, right])
`;

/** Whatever else is asked of the editor: it can be called, be made and be extended. */
function anything() {
  const known = new Map();
  const made = new Proxy(function () {}, {
    get(target, name) {
      if (name === "prototype") return target.prototype;
      if (name === "then" || typeof name === "symbol") return undefined;
      if (!known.has(name)) known.set(name, anything());
      return known.get(name);
    },
    set: (target, name, value) => known.set(name, value),
    apply: () => anything(),
    construct: (target, args, kind) =>
      kind === made ? anything() : Reflect.construct(target, args, kind),
  });
  return made;
}

/** An editor with one document open. `published` is told of what is shown in it. */
function editor(published) {
  const vscode = Object.create(anything());
  const uri = { scheme: "file", toString: () => "file:///models/model.py" };
  const document = { uri, languageId: "python", version: 1, getText: () => MODEL };
  const environments = {
    getActiveEnvironmentPath: () => ({ path: process.env.PYTHON }),
    onDidChangeActiveEnvironmentPath: anything(),
  };
  vscode.version = "1.100.0";
  vscode.env = { appName: "an editor", language: "en" };
  vscode.extensions = { getExtension: () => ({ isActive: true, exports: { environments } }) };
  vscode.Diagnostic = class {
    constructor(range, message) {
      this.message = message;
    }
  };
  vscode.CancellationTokenSource = class {
    token = { isCancellationRequested: false, onCancellationRequested: anything() };
    cancel() {}
    dispose() {}
  };
  vscode.workspace.getConfiguration = (section) =>
    section === undefined
      ? { get: (name) => (name === "flake8-concat" ? SETTINGS : undefined) }
      : { get: (name) => SETTINGS[name], ...SETTINGS };
  vscode.workspace.workspaceFolders = undefined;
  vscode.workspace.textDocuments = [document];
  vscode.workspace.notebookDocuments = [];
  vscode.window.visibleTextEditors = [];
  vscode.window.visibleNotebookEditors = [];
  vscode.window.showErrorMessage = (message) => published(new Error(message));
  vscode.languages.match = (selector, other) => (other === document ? 10 : 0);
  vscode.languages.createDiagnosticCollection = () => ({
    set: (_, found) => published(found),
    dispose() {},
  });
  return vscode;
}

test("a document that is open is checked", { timeout: 60_000 }, async () => {
  let published;
  const shown = new Promise((resolve) => (published = resolve));
  const vscode = editor(published);
  const load = Module._load;
  Module._load = (name, ...rest) => (name === "vscode" ? vscode : load(name, ...rest));
  const extension = require("../out/extension.js");
  await extension.activate({ subscriptions: [] });
  const found = await shown;
  assert.ok(Array.isArray(found), String(found));
  const codes = found.map((item) => item.code.value);
  assert.deepStrictEqual(codes, ["CAT101"]);
  await extension.deactivate();
});
