"""`python -m flake8_concat` is the command line."""

from __future__ import annotations

import sys

from flake8_concat.faces.cli import main

sys.exit(main())
