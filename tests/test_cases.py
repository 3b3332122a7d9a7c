"""Each file in `cases/` gives just the findings that it says, in every import style."""

from __future__ import annotations

import re

import pytest
from casefiles import STYLES, CaseFile, all_cases, styled

from flake8_concat import analyze
from flake8_concat.rules import RULES

CASES = all_cases()


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_findings(case: CaseFile, style: str) -> None:
    report = analyze(styled(case, style), f"{case.name}.py")
    assert report.problem is None
    assert report.fault is None
    found = {(item.range.line, item.code): item.message for item in report.diagnostics}
    wanted = {(item.line, item.code) for item in case.expected}
    assert set(found) == wanted, "\n".join(f"{key}: {text}" for key, text in found.items())
    for item in case.expected:
        message = found[item.line, item.code]
        for fragment in item.fragments:
            assert fragment in message


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_messages_are_one_short_line(case: CaseFile) -> None:
    for item in analyze(case.source, "model.py").diagnostics:
        assert "\n" not in item.message
        assert len(item.message) <= 400


def test_as_many_quiet_files_as_loud_ones() -> None:
    quiet = [case for case in CASES if not case.expected]
    assert len(quiet) * 2 >= len(CASES)


@pytest.mark.parametrize("code", sorted(RULES))
def test_every_rule_has_a_case_file(code: str) -> None:
    loud = [case for case in CASES if any(item.code == code for item in case.expected)]
    assert loud or code == "CAT001"


def test_quiet_files_are_named_so() -> None:
    for case in CASES:
        assert bool(case.expected) == bool(re.match(r"cat\d", case.name)), case.name
