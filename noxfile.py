"""The tests on every Python that is installed, with the oldest and the newest LibCST.

nox                     all of it
nox -s "tests-3.12(libcst='newest')"
"""

from __future__ import annotations

import nox

nox.options.default_venv_backend = "venv"
nox.options.error_on_missing_interpreters = False

PYTHONS = ("3.10", "3.11", "3.12", "3.13", "3.14")
# The oldest LibCST that runs on a Python, by what it is built for; pyproject.toml has the first.
OLDEST = {"3.10": "1.1.0", "3.11": "1.1.0", "3.12": "1.1.0", "3.13": "1.5.0", "3.14": "1.8.4"}
TESTS = ("tests", "--ignore=tests/oracle", "--ignore=tests/test_pre_commit.py", "-q")


@nox.session(python=PYTHONS)
@nox.parametrize("libcst", ["oldest", "newest"])
def tests(session: nox.Session, libcst: str) -> None:
    """All that needs no Keras."""
    wanted = f"libcst=={OLDEST[str(session.python)]}" if libcst == "oldest" else "libcst"
    session.install("-e", ".[test]", wanted)
    session.run("python", "-m", "pytest", *(session.posargs or TESTS))


@nox.session(python=PYTHONS)
def flake8_oldest(session: nox.Session) -> None:
    """The plugin in the oldest flake8 that is supported."""
    session.install("-e", ".", "flake8==7.0.0", "pytest", "hypothesis")
    session.run("python", "-m", "pytest", "-q", "tests/test_flake8_plugin.py")
