"""Names that are read or imported from a module of Keras that has them not."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from flake8_concat.keras.exported import gone, no_such_name
from flake8_concat.keras.registry import OPS
from flake8_concat.shapes import Unknown
from flake8_concat.trace.facts import Site
from flake8_concat.trace.names import as_read, canonical


class NoSuchNames:
    """The part of the tracer that notes them."""

    @cached_property
    def is_keras_alone(self: Any) -> bool:
        """Whether the file certainly is for Keras 3, and reads it from nowhere else."""
        text = self.facts.source.text
        return "tensorflow" not in text and "tf_keras" not in text and self.is_keras_3

    @cached_property
    def is_tensorflow_2(self: Any) -> bool:
        """Whether the file certainly is for Keras 3, and reads nothing of TensorFlow 1."""
        return "compat" not in self.facts.source.text and self.is_keras_3

    def leads_nowhere(self: Any, name: str, site: Site | None, error: str) -> Unknown | None:
        """An unknown for a full name that Keras does not have, which is written down.

        What an older Keras had goes on as what it was there, what stands in another module of
        `keras.ops` as what it is there.

        error: what Python raises: AttributeError, or ImportError where it is imported
        """
        refusal, read, name = None, as_read(name), canonical(name)
        # What lies below `keras.src` has other names, and goes by the same here.
        below = site is not None and "keras.src" in site.source.text
        if name not in self.patched and not (below and read.startswith("keras.")):
            refusal = no_such_name(read, of_keras_3=self.is_keras_alone)
            if refusal is None and gone(read) is not None and self.is_tensorflow_2:
                refusal = gone(read)
        if refusal is None:
            return None
        self.raise_if_caught(error)
        if site is not None and not below and not self.tentative:
            self.record(site, "operator", read, (), {}, None, outcome=refusal)
        return None if name in OPS else Unknown(refusal.what)
