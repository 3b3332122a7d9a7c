"""Every rule is documented, in the same form, and listed in the README."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from flake8_concat import analyze
from flake8_concat.rules import RULES, load
from flake8_concat.shapes import Refusal

HEADINGS = ["What it does", "Why is this bad", "Example", "Use instead", "Known limits"]


def sections(page: str) -> dict[str, str]:
    parts = re.split(r"^## (.+)$", page, flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def code_in(text: str) -> str:
    (found,) = re.findall(r"```python\n(.*?)```", text, flags=re.DOTALL)
    return str(found)


@pytest.mark.parametrize("code", sorted(RULES))
def test_page(code: str) -> None:
    rule = load(code)
    page = rule.__doc__ or ""
    assert (code, RULES[code]) == (rule.CODE, rule.NAME.replace("-", "_"))
    assert page.splitlines()[0].endswith(".")
    found = sections(page)
    assert [name for name in found if name in HEADINGS] == HEADINGS
    assert all(text.strip() for text in found.values())


@pytest.mark.parametrize("code", sorted(set(RULES) - {"CAT001"}))
def test_examples(code: str) -> None:
    found = sections(load(code).__doc__ or "")
    bad = analyze(code_in(found["Example"]), "model.py").diagnostics
    assert code in {item.code for item in bad}
    good = analyze(code_in(found["Use instead"]), "model.py")
    assert good.problem is None
    assert good.diagnostics == ()


def test_modules_are_named_after_rules_and_all_listed() -> None:
    folder = Path(load("CAT101").__file__ or "").parent
    rules = {
        p.stem
        for p in folder.glob("*.py")
        if re.search(r'^CODE = "CAT', p.read_text(), re.MULTILINE)
    }
    assert rules == set(RULES.values())


def test_every_refusal_has_its_rule() -> None:
    names = {load(code).NAME for code in RULES if code.startswith("CAT1")}
    assert {refusal.value for refusal in Refusal} == names


def test_readme_lists_the_rules(root: Path) -> None:
    text = (root / "README.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (CAT\d+) \| `([\w-]+)` \| (.+?) \|$", text, flags=re.MULTILINE)
    assert rows == [
        (code, load(code).NAME, (load(code).__doc__ or "").splitlines()[0].rstrip("."))
        for code in sorted(RULES)
    ]
