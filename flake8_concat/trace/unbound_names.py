"""Names that a file reads and nothing binds: Python certainly raises NameError there."""

from __future__ import annotations

import ast
from functools import lru_cache

# What may bind names that are not written anywhere.
BINDS_UNSEEN = frozenset(
    {"*", "__builtins__", "builtins", "eval", "exec", "get_ipython", "globals", "runpy", "vars"}
)
# What people mean by a name that they forgot to import.
IMPORTS = {
    "tf": "import tensorflow as tf",
    "np": "import numpy as np",
    "K": "from keras import backend as K",
    "keras": "import keras",
    "ops": "from keras import ops",
}


def is_bound_nowhere(name: str, text: str) -> bool:
    """Whether no statement of a file can bind a name, wherever it stands and whenever it runs."""
    names = _names(text)
    return names is not None and name not in names and names.isdisjoint(BINDS_UNSEEN)


@lru_cache(maxsize=8)
def _names(text: str) -> frozenset[str] | None:
    """The names bound in a file, with those of BINDS_UNSEEN; None if Python can't read it."""
    try:
        tree = ast.parse(text)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Name):
            if not isinstance(node.ctx, ast.Load) or node.id in BINDS_UNSEEN:
                found.add(node.id)
            continue
        # imports, definitions, parameters, handlers, patterns, `global`
        for part in ("name", "asname", "arg", "rest", "names"):
            value = getattr(node, part, None)
            for bound in value if isinstance(value, list) else [value]:
                if isinstance(bound, str):
                    found.add(bound.partition(".")[0])
    return frozenset(found)
