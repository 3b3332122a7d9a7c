"""Options: which codes are wanted, and where settings come from."""

from __future__ import annotations

from pathlib import Path

import pytest

from flake8_concat.options import BadOptions, Options, codes, for_folder


@pytest.mark.parametrize(
    ("options", "wanted", "unwanted"),
    [
        (Options(), ["CAT101", "CAT201", "CAT301", "CAT401"], ["CAT001"]),
        (Options(extend_select=("CAT0",)), ["CAT001", "CAT101"], []),
        (Options(select=("CAT101",)), ["CAT101"], ["CAT102", "CAT401"]),
        (Options(ignore=("CAT4",)), ["CAT101"], ["CAT401", "CAT403"]),
        (Options(select=("CAT401",), ignore=("CAT4",)), ["CAT401"], ["CAT402", "CAT101"]),
        (Options(select=("CAT",), ignore=("CAT101",)), ["CAT001", "CAT102"], ["CAT101"]),
        (Options(select=()), [], ["CAT101", "CAT001"]),
    ],
)
def test_wants(options: Options, wanted: list[str], unwanted: list[str]) -> None:
    assert all(options.wants(code) for code in wanted)
    assert not any(options.wants(code) for code in unwanted)


def test_codes() -> None:
    assert codes("cat101, CAT2 CAT") == ("CAT101", "CAT2", "CAT")
    for wrong in ("E501", "CATX", "101"):
        with pytest.raises(BadOptions):
            codes(wrong)


def test_from_pyproject(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text(
        '[tool.flake8-concat]\nselect = ["CAT1"]\nextend-select = "CAT001"\nnoqa = false\n'
    )
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    assert for_folder(str(inner)) == Options(
        select=("CAT1",), extend_select=("CAT001",), noqa=False
    )


@pytest.mark.parametrize(
    "text",
    [
        "[tool.flake8-concat]\nselekt = []\n",
        "[tool.flake8-concat]\nselect = 3\n",
        '[tool.flake8-concat]\nnoqa = "yes"\n',
        "[tool.flake8-concat\n",
        '[tool]\nflake8-concat = "x"\n',
    ],
)
def test_bad_settings_are_one_clear_line(tmp_path: Path, text: str) -> None:
    (tmp_path / "pyproject.toml").write_text(text)
    with pytest.raises(BadOptions) as caught:
        for_folder(str(tmp_path))
    assert "\n" not in str(caught.value)
    assert "pyproject.toml" in str(caught.value)


def test_other_tools_sections_are_theirs(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text("[tool.black]\nline-length = 100\n")
    assert for_folder(str(tmp_path)) == Options()
