"""What is shown beside the code: hints, hover, definitions."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from lsp_editor import WRONG, Editor
from pytest_lsp import LanguageClient

pytestmark = pytest.mark.asyncio

NET = """\
import keras
from keras import layers


def block(x, filters):
    y = layers.Conv2D(filters, 3)(x)
    return y


image = keras.Input((64, 64, 3))
first = block(image, 8)
second = block(first, 16)
half = layers.MaxPooling2D(2)(second)  # (None, 30, 30, 16)
parts = [first, second]
odd = layers.Resizing(8, 8)(open("x"))
lost = layers.Reshape((unknown(), 4))(half)
self.kept = half
"""


async def test_hints(client: LanguageClient, tmp_path: Path) -> None:
    editor = await Editor.start(client)
    uri = (tmp_path / "model.py").as_uri()
    editor.open(uri, NET)
    found = await editor.hints(uri)
    assert found[9] == "(None, 64, 64, 3)"
    assert found[10] == "(None, 62, 62, 8)"
    assert found[5] == "(None, 60, 60, 16)", "of the last call"
    assert 12 not in found, "the line shows it"
    assert found[13] == "[(None, 62, 62, 8), (None, 60, 60, 16)]"
    assert await editor.hints(uri, 9, 10) == {9: found[9], 10: found[10]}


async def test_hints_say_why(client: LanguageClient, tmp_path: Path) -> None:
    from lsp_editor import span
    from lsprotocol import types

    editor = await Editor.start(client)
    uri = (tmp_path / "model.py").as_uri()
    editor.open(uri, WRONG + "\nafter = layers.ReLU()(both)\n")
    params = types.InlayHintParams(types.TextDocumentIdentifier(uri), span(0, 0, 99, 0))
    hints = await client.text_document_inlay_hint_async(params)
    (hint,) = [item for item in hints or () if item.position.line == 7]
    assert hint.label == ": (None, 128, ?, 32)"
    assert hint.position.character == len("after")
    assert hint.tooltip == "axis 2: Keras refuses `Concatenate(axis=1)` on line 6"


async def test_hints_can_be_switched_off(client: LanguageClient, tmp_path: Path) -> None:
    editor = await Editor.start(client, {"inlayHints": False})
    uri = (tmp_path / "model.py").as_uri()
    editor.open(uri, NET)
    assert await editor.hints(uri) == {}
    editor.configure({"flake8-concat": {"inlayHints": True}})
    assert await editor.hints(uri) != {}


async def test_hints_wait_for_the_pause(client: LanguageClient, tmp_path: Path) -> None:
    editor = await Editor.start(client, {"debounce": 300})
    uri = (tmp_path / "model.py").as_uri()
    editor.open(uri, NET)
    await editor.diagnostics(uri)
    before, asked = editor.count, []
    for number in range(20):  # editors ask after every keystroke
        editor.change(uri, NET.replace("64, 64, 3", f"64, {number + 40}, 3"))
        asked.append(asyncio.create_task(editor.hints(uri, 9, 10)))
        await asyncio.sleep(0.01)
    assert {found[9] for found in await asyncio.gather(*asked)} == {"(None, 64, 59, 3)"}
    assert editor.count - before < 5


async def test_hover_tells_the_past(client: LanguageClient, tmp_path: Path) -> None:
    editor = await Editor.start(client)
    uri = (tmp_path / "model.py").as_uri()
    editor.open(uri, NET)
    text = await editor.hover(uri, 12, 1)
    head, *steps = [line for line in text.splitlines() if line]
    assert head == "`half: (None, 30, 30, 16)`"
    assert steps[0] == "- line 10: `Input` → `(None, 64, 64, 3)`"
    assert steps[1].startswith(
        "- line 6: `Conv2D(filters, 3)` → `(None, 62, 62, 8)`, height 64 → 62"
    )
    assert steps[-1].startswith("- line 13: `MaxPooling2D(2)` → ")
    assert await editor.hover(uri, 12, 31) == await editor.hover(uri, 11, 1), "its argument"
    assert "MaxPooling2D: (None, 30, 30, 16)" in await editor.hover(uri, 12, 16), "the call"
    assert await editor.hover(uri, 0, 1) == ""


async def test_hover_tells_the_rule(client: LanguageClient, tmp_path: Path) -> None:
    editor = await Editor.start(client)
    uri = (tmp_path / "model.py").as_uri()
    editor.open(uri, WRONG)
    text = await editor.hover(uri, 5, 16)
    assert "CAT101" in text
    assert "axis 2 (width) is 64 vs 32" in text


async def test_definition(client: LanguageClient, tmp_path: Path) -> None:
    editor = await Editor.start(client)
    uri = (tmp_path / "model.py").as_uri()
    text = NET.replace("first = block(image, 8)", "first = block(image, 8)\n") + (
        "wrong = layers.Concatenate()([half, first])\n"
    )
    editor.open(uri, text)
    line = len(text.splitlines()) - 1
    lines = [place.range.start.line for place in await editor.definition(uri, line, 31)]
    assert lines[0] == 13, "where the pooling made the size"
    assert [place.range.start.line for place in await editor.definition(uri, 13, 31)] == [5]
    at_call = [place.range.start.line for place in await editor.definition(uri, line, 20)]
    assert 13 in at_call
    assert await editor.definition(uri, 0, 1) == []


async def test_a_text_that_can_not_be_read_shows_nothing(
    client: LanguageClient, tmp_path: Path
) -> None:
    editor = await Editor.start(client)
    uri = (tmp_path / "model.py").as_uri()
    editor.open(uri, "import keras\nx = (")
    assert await editor.hints(uri) == {}
    assert await editor.hover(uri, 1, 0) == ""
    assert await editor.actions(uri, 1) == {}
    editor.open((tmp_path / "other.txt").as_uri(), WRONG, language="plaintext")
    assert await editor.hints((tmp_path / "other.txt").as_uri()) == {}
