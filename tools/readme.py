"""Writes what the documentation has from the code: `python tools/readme.py`. A test compares.

A block of README.md that begins with `<!-- output: COMMAND -->` holds what the command prints;
the one that begins with `<!-- rules -->` holds the table of rules. The README.md beside the rules
holds their pages; editors link to it.
"""

from __future__ import annotations

import contextlib
import io
import os
import re
import shlex
from pathlib import Path

from flake8_concat.faces import cli
from flake8_concat.rules import all_rules

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
PAGES = ROOT / "flake8_concat" / "rules" / "README.md"
_OUTPUT = re.compile(r"(?<=<!-- output: )(flake8-concat [^\n]*?) -->\n```text\n.*?```", re.DOTALL)
_RULES = re.compile(r"<!-- rules -->\n.*?\n(?=\n|$)", re.DOTALL)


def updated(text: str) -> str:
    """The README's text as it should be."""
    text = _OUTPUT.sub(lambda m: f"{m[1]} -->\n```text\n{output_of(m[1])}```", text)
    return _RULES.sub(lambda _: f"<!-- rules -->\n{rule_table()}", text)


def output_of(command: str) -> str:
    """What a command of this package prints, run in the project's folder."""
    printed = io.StringIO()
    before = Path.cwd()
    os.chdir(ROOT)
    try:
        with contextlib.redirect_stdout(printed):
            cli.main(shlex.split(command)[1:])
    finally:
        os.chdir(before)
    return printed.getvalue()


def rule_table() -> str:
    """The rules, a row each."""
    rows = ["| code | name | what it says |", "|---|---|---|"]
    for rule in all_rules():
        first = (rule.__doc__ or "").splitlines()[0].rstrip(".")
        rows.append(f"| {rule.CODE} | `{rule.NAME}` | {first} |")
    return "\n".join(rows) + "\n"


def rule_pages() -> str:
    """The pages of all rules, one below the other."""
    parts = ["# Rules", "Written by `tools/readme.py` from what stands at the top of each rule."]
    for rule in all_rules():
        page = re.sub(r"^## ", "### ", (rule.__doc__ or "").strip(), flags=re.MULTILINE)
        parts += [f"## {rule.CODE} {rule.NAME}", page]
    return "\n\n".join(parts) + "\n"


if __name__ == "__main__":
    PAGES.write_text(rule_pages(), encoding="utf-8")
    README.write_text(updated(README.read_text(encoding="utf-8")), encoding="utf-8")
