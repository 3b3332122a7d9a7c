"""The fix engine: nothing changes but what is edited, and what is written parses."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flake8_concat import fixing
from flake8_concat.diagnostics import Diagnostic, Edit, Fix, Range

DRAWS = int(os.environ.get("FLAKE8_CONCAT_DRAWS", "1"))


def edit(line: int, col: int, end_col: int, text: str) -> Edit:
    return Edit(Range(line, col, line, end_col), text)


def fix(*edits: Edit, safe: bool = True) -> Fix:
    return Fix("change it", edits, safe=safe)


def finding(*fixes: Fix) -> Diagnostic:
    return Diagnostic("CAT301", "shape-comment", Range(1, 1, 1, 2), "says", fixes=fixes)


def test_one_edit() -> None:
    assert fixing.apply("a = 1\nb = 2\n", [fix(edit(2, 5, 6, "30"))]).text == "a = 1\nb = 30\n"


def test_edits_of_one_fix_go_together_or_not_at_all() -> None:
    swap = fix(edit(1, 1, 2, "b"), edit(1, 5, 6, "a"))
    other = fix(edit(1, 1, 2, "c"))
    fixed = fixing.apply("a = b\n", [swap, other])
    assert fixed.count == 1
    assert fixed.text in ("b = a\n", "c = b\n")


def test_the_same_edit_twice_is_made_once() -> None:
    fixed = fixing.apply("a = 1\n", [fix(edit(1, 5, 6, "2")), fix(edit(1, 5, 6, "2"))])
    assert fixed == fixing.Fixed("a = 2\n", 2)


def test_a_result_that_does_not_parse_is_not_used() -> None:
    assert fixing.apply("a = 1\n", [fix(edit(1, 3, 4, "("))]) == fixing.Fixed("a = 1\n", 0)


@pytest.mark.parametrize(
    "place", [Range(9, 1, 9, 2), Range(1, 4, 1, 90), Range(1, 0, 1, 1), Range(1, 5, 1, 2)]
)
def test_an_edit_outside_of_the_text_is_left_out(place: Range) -> None:
    assert fixing.apply("a = 1\n", [fix(Edit(place, "x"))]).count == 0


def test_unsafe_fixes_only_when_asked_for() -> None:
    both = finding(fix(edit(1, 5, 6, "2"), safe=False), fix(edit(1, 5, 6, "3")))
    assert fixing.apply("a = 1\n", fixing.choose([both])).text == "a = 3\n"
    assert fixing.apply("a = 1\n", fixing.choose([both], unsafe=True)).text == "a = 2\n"
    assert not fixing.choose([finding(fix(edit(1, 5, 6, "2"), safe=False))])


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize(
    ("encoding", "cookie"),
    [
        ("utf-8", ""),
        ("utf-8-sig", ""),
        ("latin-1", "# -*- coding: latin-1 -*-"),
        ("shift_jis", "# coding: shift_jis"),
    ],
)
def test_bytes_outside_of_the_edits_stay(newline: str, encoding: str, cookie: str) -> None:
    word = {"latin-1": "é", "shift_jis": "画像"}.get(encoding, "🙂é画")
    lines = [cookie, f"a = '{word}' + '1'  # {word} 1", "b = 2", "\fc = 3"]
    data = newline.join(lines).encode(encoding)
    start = len(f"a = '{word}' + '") + 1

    def analyze(text: str) -> Iterable[Diagnostic]:
        if "'1'" in text:
            yield finding(fix(edit(2, start, start + 1, "22")))

    new, count = fixing.fix_bytes(data, analyze)
    assert count == 1
    assert new == data.replace(b"'1'", b"'22'")
    assert fixing.fix_bytes(new, analyze) == (new, 0)


def test_bytes_that_are_no_text_are_left_alone() -> None:
    def analyze(text: str) -> Iterable[Diagnostic]:
        raise AssertionError

    for data in (b"a = '\xff'\n", b"# coding: nonsense\n", b"# coding: latin-1\n# coding: \xef"):
        assert fixing.fix_bytes(data[:-1], lambda text: []) == (data[:-1], 0)
    assert fixing.fix_bytes(b"\xff", analyze) == (b"\xff", 0)


def test_a_fix_that_never_ends_ends() -> None:
    def analyze(text: str) -> Iterable[Diagnostic]:
        yield finding(fix(edit(1, 1, 2, "b" if text[0] == "a" else "a")))

    assert fixing.fix_text("a = 1\n", analyze).text in ("a = 1\n", "b = 1\n")


def test_a_file_keeps_its_permissions_and_its_link(tmp_path: Path) -> None:
    path, link = tmp_path / "model.py", tmp_path / "link.py"
    path.write_bytes(b"a = 1\n")
    path.chmod(0o640)
    link.symlink_to(path)

    def analyze(text: str) -> Iterable[Diagnostic]:
        if "1" in text:
            yield finding(fix(edit(1, 5, 6, "2")))

    assert fixing.fix_file(str(link), analyze) == 1
    assert path.read_bytes() == b"a = 2\n"
    assert link.is_symlink()
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert sorted(p.name for p in tmp_path.iterdir()) == ["link.py", "model.py"]


def test_a_diff_shows_the_change() -> None:
    shown = fixing.diff("m.py", b"a = 1\nb = 2", b"a = 1\nb = 3")
    assert shown.startswith("--- a/m.py\n+++ b/m.py\n@@ -1,2 +1,2 @@\n a = 1\n-b = 2\n")
    assert "+b = 3\n\\ No newline at end of file\n" in shown
    assert fixing.diff("m.py", b"a", b"a") == ""


LINE = st.text(st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp")), max_size=12)


@st.composite
def texts_and_edits(draw: st.DrawFn) -> tuple[str, list[Fix]]:
    comments = draw(st.lists(LINE, min_size=1, max_size=6))
    lines = [f"a = 1  # {comment}" for comment in comments]
    newline = draw(st.sampled_from(["\n", "\r\n", "\r"]))
    fixes = []
    for _ in range(draw(st.integers(0, 5))):
        edits = []
        for _ in range(draw(st.integers(1, 2))):
            row = draw(st.integers(1, len(lines)))
            width = len(lines[row - 1])
            start = draw(st.integers(10, width + 1)) if width >= 10 else width + 1
            end = draw(st.integers(start, width + 1))
            edits.append(edit(row, start, end, draw(LINE.map(lambda t: t.replace("\x0c", "")))))
        fixes.append(fix(*edits))
    return newline.join(lines), fixes


@settings(max_examples=100 * DRAWS, deadline=None)
@given(texts_and_edits())
def test_drawn_edits_change_nothing_else(case: tuple[str, list[Fix]]) -> None:
    text, fixes = case
    fixed = fixing.apply(text, fixes)
    assert fixed.count <= len(fixes)
    for before, after in zip(text.splitlines(), fixed.text.splitlines(), strict=True):
        assert after[:9] == before[:9]
    touched = {e.range.line for f in fixes for e in f.edits}
    for number, line in enumerate(text.splitlines(), 1):
        if number not in touched:
            assert fixed.text.splitlines()[number - 1] == line
    assert fixing.apply(text, []).text == text
