r"""Finds concatenation and other shape mistakes in Keras models by reading the source.

    >>> from flake8_concat import analyze
    >>> analyze("import keras\n...", "model.py").diagnostics

Importing the package costs nothing: what does the work is loaded on first use.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from flake8_concat.analysis import Report, analyze
    from flake8_concat.options import Options

__version__ = "0.1.0"
__all__ = ["Options", "Report", "__version__", "analyze"]

_HOMES = {
    "Options": "flake8_concat.options",
    "Report": "flake8_concat.analysis",
    "analyze": "flake8_concat.analysis",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)
