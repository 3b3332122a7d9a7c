"""The standard library, as far as model code uses it: a table a module."""

from __future__ import annotations

from flake8_concat.trace.library import (
    arguments,
    classes,
    collecting,
    functional,
    inert,
    mathematics,
)
