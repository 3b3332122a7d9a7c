"""Code actions mend what they say."""

from __future__ import annotations

from pathlib import Path

import pytest
from lsp_editor import RIGHT, WRONG, Editor, edited
from pytest_lsp import LanguageClient

pytestmark = pytest.mark.asyncio

FIX_ALL = "Fix all that keeps the behaviour (flake8-concat)"


async def test_a_fix(client: LanguageClient, tmp_path: Path) -> None:
    editor = await Editor.start(client)
    uri = (tmp_path / "model.py").as_uri()
    editor.open(uri, WRONG)
    found = await editor.actions(uri, 5)
    fix = found["Use axis=2"]
    assert fix.is_preferred
    assert [item.code for item in fix.diagnostics or ()] == ["CAT101"]
    assert edited(WRONG, fix) == RIGHT
    assert await editor.actions(uri, 3, only=["quickfix"]) == {}


async def test_fix_all_safe(client: LanguageClient, tmp_path: Path) -> None:
    editor = await Editor.start(client)
    uri = (tmp_path / "model.py").as_uri()
    text = (
        RIGHT + "print(both.shape)  # (None, 64, 95, 32)\nprint(left.shape)  # (None, 6, 64, 32)\n"
    )
    editor.open(uri, text)
    for only in (["source.fixAll"], ["source.fixAll.flake8-concat"], ["source"]):
        assert list(await editor.actions(uri, 0, only=only)) == [FIX_ALL]
    fixed = edited(text, (await editor.actions(uri, 0))[FIX_ALL])
    assert fixed.endswith("# (None, 64, 96, 32)\nprint(left.shape)  # (None, 64, 64, 32)\n")
    editor.change(uri, fixed)
    assert await editor.codes(uri) == []
    assert FIX_ALL not in await editor.actions(uri, 0)


async def test_fix_all_leaves_what_changes_the_program(
    client: LanguageClient, tmp_path: Path
) -> None:
    editor = await Editor.start(client)
    uri = (tmp_path / "model.py").as_uri()
    editor.open(uri, WRONG)
    assert FIX_ALL not in await editor.actions(uri, 5)


@pytest.mark.parametrize(
    ("line", "silenced"),
    [
        ("both = layers.Concatenate(axis=1)([left, right])", "{}  # noqa: CAT101"),
        ("both = layers.Concatenate(axis=1)([left, right])  # a", "{}  # noqa: CAT101"),
        ("both = layers.Concatenate(axis=1)([left, right])  # noqa: E501", "{}, CAT101"),
    ],
)
async def test_noqa(client: LanguageClient, tmp_path: Path, line: str, silenced: str) -> None:
    editor = await Editor.start(client)
    uri = (tmp_path / "model.py").as_uri()
    text = WRONG.replace(WRONG.splitlines()[5], line)
    editor.open(uri, text)
    mended = edited(text, (await editor.actions(uri, 5))["Add # noqa: CAT101"])
    assert mended.splitlines()[5] == silenced.format(line)
    editor.change(uri, mended)
    assert await editor.codes(uri) == []


async def test_shape_as_comment(client: LanguageClient, tmp_path: Path) -> None:
    editor = await Editor.start(client)
    uri = (tmp_path / "model.py").as_uri()
    editor.open(uri, RIGHT)
    title = "Write the shape of both as a comment"
    commented = edited(RIGHT, (await editor.actions(uri, 5, only=["refactor"]))[title])
    assert commented.splitlines()[5].endswith("right])  # (None, 64, 96, 32)")
    editor.change(uri, commented)
    assert await editor.codes(uri) == []
    assert title not in await editor.actions(uri, 5)
