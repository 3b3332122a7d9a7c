"""The README shows what the commands really print."""

from __future__ import annotations

import importlib.util
from pathlib import Path


def test_readme_is_up_to_date(root: Path) -> None:
    spec = importlib.util.spec_from_file_location("readme", root / "tools" / "readme.py")
    assert spec is not None
    assert spec.loader is not None
    readme = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(readme)
    text = (root / "README.md").read_text(encoding="utf-8")
    assert readme.updated(text) == text, "run `python tools/readme.py`"
