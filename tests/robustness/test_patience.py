"""A walk that nobody thought of costs one file its findings, and the run goes on."""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from typing import Any

import pytest

from flake8_concat import patience
from flake8_concat.analysis import Report, analyze
from flake8_concat.patience import OutOfTime, Patience
from flake8_concat.rules import load
from flake8_concat.trace.tracer import Tracer

TEXT = """import keras
x = keras.Input((8, 8, 3))
y = keras.layers.Concatenate(axis=1)([x, keras.Input((8, 9, 3))])
z = keras.layers.Dense(4)(y)
"""


def _endless(levels: int = 60) -> Any:
    """What doubles at each of sixty levels."""
    return (_endless(levels - 1), _endless(levels - 1)) if levels else None


@pytest.fixture(autouse=True)
def _short(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patience, "LOOK", 0.05)
    analyze(TEXT, "warm.py")
    while patience._Watch.runs:  # it sleeps as long as it was told when it began
        time.sleep(0.05)
    monkeypatch.setattr(patience, "SECONDS", 0.3)


@pytest.mark.parametrize("in_thread", [False, True])
def test_a_trace_without_end(monkeypatch: pytest.MonkeyPatch, in_thread: bool) -> None:
    call = Tracer.call_plainly

    def hangs(self: Any, layer: Any, *rest: Any) -> Any:
        return _endless() if layer.name == "dense" else call(self, layer, *rest)

    monkeypatch.setattr(Tracer, "call_plainly", hangs)
    found: list[Report] = []
    if in_thread:
        thread = threading.Thread(target=lambda: found.append(analyze(TEXT, "a.py")))
        thread.start()
        thread.join()
    else:
        found.append(analyze(TEXT, "a.py"))
    assert found[0].facts is not None
    assert "longer to follow" in str(found[0].facts.lost)
    assert [item.code for item in found[0].diagnostics] == ["CAT101"]  # what was met before


def test_a_rule_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(load("CAT201"), "check", lambda _facts: _endless())
    report = analyze(TEXT, "a.py")
    assert "CAT101" in [item.code for item in report.diagnostics]
    assert analyze(TEXT, "b.py").problem is None


def test_nothing_is_told_behind_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever is just done when time is up hears of it inside, or not at all."""
    monkeypatch.setattr(patience, "SECONDS", 0.001)
    monkeypatch.setattr(patience, "LOOK", 0.0005)
    told = 0
    for turn in range(1000):
        try:
            with Patience():
                end = time.thread_time() + 0.0009 + turn % 20 * 0.00002
                while time.thread_time() < end:
                    pass
        except OutOfTime:
            told += 1
        sum(range(1000))
    assert told < 1000


def test_it_costs_nothing() -> None:
    start = time.process_time()
    for _ in range(1000):
        with Patience(1000):
            pass
    assert time.process_time() - start < 0.1
    assert not patience._Watch.waiting


def test_what_is_traced_afterwards_goes_on() -> None:
    """A debugger or a measure of coverage at work, after something was broken off."""
    program = """
import sys, time
from flake8_concat import patience
patience.SECONDS, patience.LOOK = 0.2, 0.1
try:
    with patience.Patience():
        end = time.time() + 20
        while time.time() < end:
            pass
except patience.OutOfTime:
    print("broken off")
sys.settrace(lambda *_: None)
for one in map(abs, range(1000)):
    (lambda: one)()
print("went on")
"""
    ran = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=True
    )
    assert ran.stdout.split("\n")[:2] == ["broken off", "went on"]
