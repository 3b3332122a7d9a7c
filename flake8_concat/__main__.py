"""`python -m flake8_concat` is the command line."""

from __future__ import annotations

import os
import sys

# Python looks for modules in the current folder first. There stands what is checked, which is not
# to be run: not a `libcst.py` of somebody's either, nor a `json.py`.
_HOME = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
try:
    _HERE = os.getcwd()
except OSError:  # somebody removed it
    _HERE = ""
if sys.path and sys.path[0] in ("", _HERE) and _HERE != _HOME:
    del sys.path[0]

from flake8_concat.faces.cli import main  # noqa: E402

sys.exit(main())
