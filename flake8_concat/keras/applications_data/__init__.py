"""Graphs of the networks of keras.applications, a file for each constructor.

Written by tools/generate_applications.py from real Keras; applications.py says how they are read.
"""

from __future__ import annotations

import json
import zlib
from functools import cache
from importlib import resources
from typing import Any

from flake8_concat.keras.registry import Signature

Row = list[Any]


@cache
def constructors() -> frozenset[str]:
    """The names of all constructors."""
    files = resources.files(__package__).iterdir()
    return frozenset(
        file.name.removesuffix(".json.gz") for file in files if file.name.endswith(".json.gz")
    )


@cache
def data(name: str) -> dict[str, Any]:
    """The file of one constructor."""
    file = resources.files(__package__).joinpath(f"{name}.json.gz")
    text = zlib.decompress(file.read_bytes(), wbits=31)  # a gzip file
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
