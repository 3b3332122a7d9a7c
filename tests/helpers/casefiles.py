"""Reading the files in `cases/`: what is expected where, and the same file in other import styles.

An expected finding stands at the end of its line:

    layers.Concatenate()(a)  # error: CAT104 "a part of the message" "another", CAT401

Everything from `# error:` on is cut off before the file is analysed, so that rules which read
comments do not read it. A case file begins with `import keras` and `from keras import layers` on
lines of their own and writes `layers.X`, `keras.X` from then on; `styled` rewrites that, line
numbers stay.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

CASES = Path(__file__).parent.parent / "cases"
_MARK = re.compile(r"[ \t]*# error: (?P<expected>.*)$")
_ONE = re.compile(r'(?P<code>CAT\d{3})(?P<fragments>(?:\s+"[^"]*")*)\s*(?:,\s*|$)')
_HEADER = "import keras\nfrom keras import layers\n"


@dataclass(frozen=True)
class Expected:
    line: int
    code: str
    fragments: tuple[str, ...]


@dataclass(frozen=True)
class CaseFile:
    name: str
    source: str  # without the marks
    expected: tuple[Expected, ...]


def read_case(path: Path) -> CaseFile:
    expected = []
    lines = path.read_text(encoding="utf-8").split("\n")
    for number, line in enumerate(lines, 1):
        match = _MARK.search(line)
        if match is None:
            continue
        lines[number - 1] = line[: match.start()]
        found = list(_ONE.finditer(match["expected"]))
        assert "".join(m[0] for m in found) == match["expected"], f"{path}:{number}: bad mark"
        for one in found:
            fragments = tuple(re.findall(r'"([^"]*)"', one["fragments"]))
            expected.append(Expected(number, one["code"], fragments))
    return CaseFile(path.stem, "\n".join(lines), tuple(expected))


def all_cases() -> list[CaseFile]:
    return [read_case(path) for path in sorted(CASES.glob("*.py"))]


def styled(case: CaseFile, style: str) -> str:
    """The case's source with its imports in another style. Same lines."""
    if _HEADER not in case.source:
        return case.source
    return STYLES[style](case.source)


def _rewrite(header: str, layers: str, keras: str = "keras.") -> Callable[[str], str]:
    def rewrite(source: str) -> str:
        source = source.replace(_HEADER, "\0", 1)
        source = re.sub(r"(?<![\w.])keras\.(?=\w)", keras, source)
        source = re.sub(r"(?<![\w.])layers\.(?=[A-Za-z_])", layers, source)
        return source.replace("\0", header, 1)

    return rewrite


def _by_name(module: str) -> Callable[[str], str]:
    def rewrite(source: str) -> str:
        names = sorted(set(re.findall(r"(?<![\w.])layers\.(\w+)", source)))
        imported = ", ".join(f"{name} as My{name}" for name in names) or "Layer"
        return _rewrite(f"import keras\nfrom {module} import {imported}\n", "My")(source)

    return rewrite


STYLES: dict[str, Callable[[str], str]] = {
    "from keras import layers": lambda source: source,
    "from tensorflow import keras": _rewrite(
        "from tensorflow import keras\nfrom tensorflow.keras import layers\n", "layers."
    ),
    "tf.keras.layers.X": _rewrite("import tensorflow as tf\n\n", "tf.keras.layers.", "tf.keras."),
    "keras.layers.X": _rewrite("import keras\n\n", "keras.layers."),
    "import *": _rewrite(
        "from tensorflow import keras\nfrom tensorflow.keras.layers import *\n", ""
    ),
    "import keras.layers as KL": _rewrite(
        "import keras as kr\nimport keras.layers as KL\n", "KL.", "kr."
    ),
    "import tensorflow.keras as K": _rewrite(
        "import tensorflow.keras as kr\nimport tensorflow.keras.layers as L\n", "L.", "kr."
    ),
    "tf_keras": _rewrite("import tf_keras as keras\nfrom tf_keras import layers\n", "layers."),
    "keras.src": _rewrite("import keras\nfrom keras.src import layers\n", "layers."),
    "keras.api": _rewrite("import keras.api as keras\nfrom keras.api import layers\n", "layers."),
    "tensorflow.python.keras": _rewrite(
        "from tensorflow.python import keras\nfrom tensorflow.python.keras import layers\n",
        "layers.",
    ),
    "from keras.layers import X as Y": _by_name("keras.layers"),
    "from tensorflow.keras.layers import X as Y": _by_name("tensorflow.keras.layers"),
}
