"""Graphs of the networks of keras.applications, a file for each constructor.

Written by tools/generate_applications.py from real Keras; applications.py says how they are read.
"""

from __future__ import annotations

import json
import os
import zlib
from functools import cache
from typing import Any

from flake8_concat.keras.registry import Signature

Row = list[Any]
# Not by `importlib.resources`: to import that takes longer than to read a file.
FOLDER = os.path.dirname(__file__)
END = ".json.gz"


@cache
def constructors() -> frozenset[str]:
    """The names of all constructors."""
    return frozenset(name.removesuffix(END) for name in os.listdir(FOLDER) if name.endswith(END))


@cache
def data(name: str) -> dict[str, Any]:
    """The file of one constructor."""
    with open(os.path.join(FOLDER, name + END), "rb") as file:
        text = zlib.decompress(file.read(), wbits=31)  # a gzip file
    return json.loads(text)  # type: ignore[no-any-return]


@cache
def signature(name: str) -> Signature:
    """The parameters of a constructor."""
    parameters = data(name)["parameters"]
    return Signature(tuple(key for key, _ in parameters), dict(parameters))


@cache
def rows_of(name: str, variant: str, head: str) -> tuple[list[Any], list[Row]]:
    """The kinds and rows of one network; row 0 stands for the image."""
    variants = data(name)["variants"]
    graph, plain = variants[variant], variants[""]
    kinds, end = graph["kinds"], graph["heads"].get(head)
    if end is None:  # it is that of the plain network, whose table of kinds is another
        end = [[row[0] + len(kinds), *row[1:]] for row in plain["heads"][head]]
        kinds = [*kinds, *plain["kinds"]]
    rows: list[Row] = [[None, None, None, None]]
    for row in [*graph["body"], *end]:
        kind, name_, inputs, condition = [*row, None, None, None][:4]
        rows.append([kind, name_, inputs or [-1], condition])
    return kinds, rows
