"""Any typing leaves the server alive, and its diagnostics those of a fresh start."""

from __future__ import annotations

import os
import random
from pathlib import Path

import pytest
from lsp_editor import WRONG, Editor
from lsprotocol import types
from pytest_lsp import LanguageClient

from flake8_concat.faces.lsp.positions import Units, changed

EDITS = 500 * int(os.environ.get("FLAKE8_CONCAT_DRAWS", "1"))
TEXT = WRONG + (
    "\n\ndef block(x, filters=8):  # 🧱 é\n"
    '    """Two\n    lines."""\n'
    "    for _ in range(2):\n"
    '        x = layers.Conv2D(filters, 3, padding="same")(x)\n'
    "    return layers.Concatenate()([x, left])\n\n\n"
    "net = keras.Model([left, right], block(left))\n"
    "print(net.output.shape)  # (None, 64, 64, 41)\n"
)
PIECES = (
    *"()[]'\"#=\\:,.\n\r\t\f 1290ax\u2028é🧱", "\r\n", "axis=2", '"""', "    ", "left", "def f(:\n",
    "layers.Concatenate(axis=1)([left, right])\n", "\ud7ff", "lambda: (", "x = left\n",
    "import blocks\n",
)  # fmt: skip


def an_edit(text: str, draw: random.Random, units: Units) -> types.TextDocumentContentChangePartial:
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")

    def position() -> types.Position:
        line = draw.randrange(len(lines))
        return types.Position(
            line, units.from_column(lines[line], draw.randint(0, len(lines[line])))
        )

    start = end = position()
    if draw.random() < 0.4:
        end = position() if draw.random() < 0.1 else types.Position(start.line, start.character)
        size = units.from_column(lines[start.line], len(lines[start.line]))
        if end == start:
            end = types.Position(start.line, min(start.character + draw.randint(0, 5), size))
        if (end.line, end.character) < (start.line, start.character):
            start, end = end, start
    new = draw.choice(PIECES) if draw.random() < 0.7 else ""
    return types.TextDocumentContentChangePartial(text=new, range=types.Range(start, end))


async def fresh(editor: Editor, folder: Path, text: str, number: int) -> list[types.Diagnostic]:
    """What is found in a text that nobody typed in."""
    uri = (folder / f"fresh{number}.py").as_uri()
    editor.open(uri, text)
    found = await editor.diagnostics(uri)
    editor.close(uri)
    return found


def plain(found: list[types.Diagnostic]) -> list[object]:
    return [(item.code, item.message, item.range.start, item.range.end) for item in found]


@pytest.mark.asyncio
@pytest.mark.parametrize("encoding", ["utf-16", "utf-8"])
async def test_random_edits(client: LanguageClient, tmp_path: Path, encoding: str) -> None:
    editor = await Editor.start(client, {"debounce": 5}, encodings=[encoding])
    units, draw = Units(encoding), random.Random(f"typing {encoding}")
    uri = (tmp_path / "model.py").as_uri()
    text = TEXT
    editor.open(uri, text)
    for number in range(EDITS):
        if number % 25 == 24:  # broken texts have few findings: back to one that has some
            text = TEXT
            editor.change(uri, text)
        edit = an_edit(text, draw, units)
        text = changed(text, edit, units)
        editor.change(uri, edit)
        if number % 10 == 9:
            assert plain(await editor.diagnostics(uri)) == plain(
                await fresh(editor, tmp_path, text, number)
            )
    editor.change(uri, TEXT)
    assert plain(await editor.diagnostics(uri)) == plain(await fresh(editor, tmp_path, TEXT, -1))
    assert await editor.codes(uri) == ["CAT101", "CAT301"]
