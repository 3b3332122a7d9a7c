"""Versions: of Keras and its backend, and what compares them."""

from __future__ import annotations

from typing import Any

from flake8_concat import late
from flake8_concat.keras.signatures import KERAS_VERSION
from flake8_concat.shapes import Lose
from flake8_concat.trace.library import CONSTANTS, function
from flake8_concat.trace.library.objects import RecordType

TENSORFLOW_VERSION = "2.21.0"  # one that goes with that Keras
RELEASE = late.compiled(r"v?(\d+)(?:\.(\d+))?(?:\.(\d+))?")

_VERSION = RecordType("Version", ("major", "minor", "micro"), {})

# What Keras does is told for one release; a program that asks is to take the way for that one.
CONSTANTS.update(
    {
        "keras.__version__": KERAS_VERSION,
        "tf.__version__": TENSORFLOW_VERSION,
        "tf.version.VERSION": TENSORFLOW_VERSION,
    }
)


@function(
    "packaging.version.parse",
    "packaging.version.Version",
    "pkg_resources.parse_version",
    "distutils.version.LooseVersion",
    "distutils.version.StrictVersion",
)
def parse(tracer: Any, text: Any) -> Any:
    """The numbers of a release, which compare as the version does."""
    match = RELEASE.fullmatch(text) if isinstance(text, str) else None
    if match is None:
        raise Lose(f"the version {text!r} is not followed")
    return _VERSION.make(tuple(int(number or 0) for number in match.groups()), {})
