"""The documentation says what the code says."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest


@pytest.fixture
def readme(root: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("readme", root / "tools" / "readme.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_readme_is_up_to_date(readme: ModuleType) -> None:
    text = readme.README.read_text(encoding="utf-8")
    assert readme.updated(text) == text, "run `python tools/readme.py`"


def test_pages_of_rules_are_up_to_date(readme: ModuleType) -> None:
    assert readme.PAGES.read_text(encoding="utf-8") == readme.rule_pages()
