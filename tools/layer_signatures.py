"""Writes flake8_concat/keras/signatures/layers.py from the installed Keras.

Usage: python tools/layer_signatures.py [--check]

With `--check` nothing is written; the exit code says whether the table is up to date.
"""

from __future__ import annotations

import inspect
import sys
import textwrap
from pathlib import Path
from typing import Any

TABLE = Path(__file__).parent.parent / "flake8_concat" / "keras" / "signatures" / "layers.py"

HEADER = '''"""The constructors of keras.layers, as `inspect.signature` of Keras {version} says.

Written by tools/layer_signatures.py. A default that is no Python literal stands as `...`.
"""

from __future__ import annotations

KERAS_VERSION = "{version}"
'''

# Not layers and not made by calling a constructor with tensors in mind.
LEFT_OUT = frozenset({"InputSpec", "deserialize", "serialize"})


def literal(value: Any) -> bool:
    """Whether `repr(value)` is a Python literal."""
    if isinstance(value, (tuple, list)):
        return all(literal(item) for item in value)
    return value is None or type(value) in (bool, int, float, str)


def signature_text(function: Any) -> str:
    """The parameters of a function without `self`, as they stand in a `def`."""
    parameters = []
    for parameter in inspect.signature(function).parameters.values():
        if parameter.name == "self":
            continue
        default = parameter.default
        if default is not parameter.empty and not literal(default):
            default = ...
        parameters.append(parameter.replace(annotation=parameter.empty, default=default))
    text = str(inspect.Signature(parameters))[1:-1]
    return text.replace("Ellipsis", "...")


def tables() -> tuple[dict[str, str], dict[str, str]]:
    """(signature by name, name by alias) of everything that keras.layers exports."""
    import keras

    signatures: dict[str, str] = {}
    aliases: dict[str, str] = {}
    first: dict[Any, str] = {}
    public = [name for name in dir(keras.layers) if not name.startswith("_")]
    # The name that the class calls itself comes first, the others are aliases of it.
    public.sort(key=lambda name: (getattr(keras.layers, name).__name__ != name, name))
    for name in public:
        value = getattr(keras.layers, name)
        if name in LEFT_OUT or inspect.ismodule(value):
            continue
        if value in first:
            aliases[name] = first[value]
            continue
        first[value] = name
        function = value.__init__ if inspect.isclass(value) else value
        signatures[name] = signature_text(function)
    return dict(sorted(signatures.items())), dict(sorted(aliases.items()))


def render() -> str:
    """The text of the module."""
    import keras

    signatures, aliases = tables()
    lines = [HEADER.format(version=keras.__version__), "LAYERS: dict[str, str] = {"]
    for name, text in signatures.items():
        row = f'    "{name}": {quoted(text)},'
        if len(row) <= 100:
            lines.append(row)
            continue
        pieces = textwrap.wrap(text, 89, break_long_words=False, break_on_hyphens=False)
        spaced = [piece + " " for piece in pieces[:-1]] + pieces[-1:]
        lines.append(f'    "{name}": (')
        lines += [f"        {quoted(piece)}" for piece in spaced]
        lines.append("    ),")
    lines += ["}", "", "ALIASES: dict[str, str] = {"]
    lines += [f'    "{alias}": "{name}",' for alias, name in aliases.items()]
    lines += ["}", ""]
    return "\n".join(lines)


def quoted(text: str) -> str:
    return f'"{text}"'


def main() -> int:
    text = render()
    if "--check" in sys.argv[1:]:
        return int(TABLE.read_text(encoding="utf-8") != text)
    TABLE.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
