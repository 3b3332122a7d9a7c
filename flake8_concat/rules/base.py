"""What a rule is: a module with a code, a name, a docstring that is its page, and `check`.

`__doc__` is the public documentation of the rule, `CODE` is "CAT101", `NAME` is
"concat-shape-mismatch", `check(facts)` yields Findings.
"""

from __future__ import annotations

from dataclasses import dataclass

import libcst as cst

from flake8_concat.diagnostics import Fix, Range
from flake8_concat.trace.facts import Site
from flake8_concat.trace.source import Source


@dataclass(frozen=True, slots=True)
class Place:
    """A node and the file it stands in, or a range that the rule found by itself."""

    source: Source
    node: cst.CSTNode | None = None
    range: Range | None = None

    @classmethod
    def of(cls, site: Site) -> Place:
        """The place of a site's expression."""
        return cls(site.source, site.node)

    def resolve(self) -> Range:
        """The range in the text; found only now, since positions cost."""
        if self.range is not None:
            return self.range
        assert self.node is not None
        return self.source.range_of(self.node)


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule found: where, the message in one line, related places, fixes."""

    at: Place
    message: str
    related: tuple[tuple[Place, str], ...] = ()
    fixes: tuple[Fix, ...] = ()
