"""The standard library, as far as model code uses it: a table a module."""

from __future__ import annotations

from flake8_concat.trace.library import (
    addons,  # noqa: F401
    arguments,  # noqa: F401
    classes,  # noqa: F401
    collecting,  # noqa: F401
    functional,  # noqa: F401
    inert,  # noqa: F401
    mathematics,  # noqa: F401
)
