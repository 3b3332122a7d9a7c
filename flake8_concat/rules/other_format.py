"""Whether maps may have their axes in another order than channels last, as far as a text tells.

A file that speaks of `channels_first`, or transposes, has functions that do and functions that
don't. One is free of it where nothing that it calls does, nothing that calls it, and nothing else
that those call: so no such map comes in. What sets the format, or brings the channels of pictures
to the front, holds for the whole file.
"""

from __future__ import annotations

import re
from functools import cached_property

from flake8_concat import late
from flake8_concat.trace.facts import Site
from flake8_concat.trace.source import Source

_SET = late.compiled(
    r"set_image_(?:data_format|dim_ordering)\(\s*(?!['\"](?:channels_last|tf)['\"])"
    r"|[(\[]\s*(?:2\s*,\s*0\s*,\s*1|0\s*,\s*[34]\s*,\s*1\s*,\s*2(?:\s*,\s*3)?)\s*,?\s*[)\]]"
    r"|\bconcat_axis\s*=\s*1\b"
)
_SPOKEN = late.compiled(
    r"channels?_?first|width_first|NC[DT]?HW|dim_?ordering|data_?format(?!\s*[=(]\s*['\"]channels_last)"
)
_TURNED = late.compiled(
    r"(?<!_)\b(?:transpose|permute\w*|Permute|moveaxis|swapaxes|rearrange|einsum)\("
)
# What says nothing: the format that is set is passed on, groups of channels are exchanged; files
# of weights that are named by the format of TensorFlow, which is channels last.
_PLAIN = late.compiled(
    r"tf_dim_ordering_tf_kernels|\bdata_format\s*=\s*[\w.]*image_data_format\(\)"
    r"|\b(?:transpose|permute_dimensions|Permute)\([^()\n]*[(\[]\s*(?:0\s*,\s*)?1\s*,\s*2\s*,\s*4\s*,\s*3"
)
_HEAD = late.compiled(r"^(?:async[ ]+)?(?:def|class)[ ]+(?P<name>\w+)", re.MULTILINE)
_END = late.compiled(r"^[^\s#)\]}]", re.MULTILINE)
_WORD = late.compiled(r"\w+")
_MODULE = "<module>"


class OtherFormat:
    """The functions and classes of a file, and what is said in them. `source.view` keeps it."""

    def __init__(self, source: Source) -> None:
        self._source = source.text

    @cached_property
    def text(self) -> str:
        """The text of the file without what says nothing of its formats."""
        return _PLAIN.sub("", self._source)

    @cached_property
    def _speaks(self) -> bool:
        return _SPOKEN.search(self.text) is not None

    @cached_property
    def _turns(self) -> bool:
        return _TURNED.search(self.text) is not None

    @property
    def anywhere(self) -> bool:
        """Whether the file has to do with another order of axes at all."""
        return self._speaks or self._turns

    @cached_property
    def _everywhere(self) -> bool:
        return _SET.search(self.text) is not None

    def spoken_of(self, site: Site) -> bool:
        """Whether another format is spoken of where the maps at a place may come from."""
        return self._speaks and (self._everywhere or self._part(site) in self._speaking)

    def turned(self, site: Site) -> bool:
        """Whether something is given another order of axes there."""
        return self._turns and (self._everywhere or self._part(site) in self._turning)

    def _part(self, site: Site) -> str:
        """The part that a place stands in; a function in an `if` belongs to the module's code."""
        name = site.scope.partition(".")[0]
        return name if name in self._parts else _MODULE

    @cached_property
    def _speaking(self) -> set[str]:
        return self._near(_SPOKEN)

    @cached_property
    def _turning(self) -> set[str]:
        return self._near(_TURNED)

    def _near(self, pattern: re.Pattern[str]) -> set[str]:
        """The parts of a file that have to do with those in which a pattern is found.

        Those are theirs that call them, and all that these call.
        """
        found = {name for name, text in self._parts.items() if pattern.search(text)}
        return _reached(_reached(found, self._callers), self._called)

    @cached_property
    def _parts(self) -> dict[str, str]:
        """The text of each function and class of the module, and of what is left of it."""
        found: dict[str, list[str]] = {_MODULE: []}
        at = 0
        for head in _HEAD.finditer(self.text):
            after = self.text.find("\n", head.end())
            end = _END.search(self.text, after + 1) if after >= 0 else None
            stop = len(self.text) if end is None else end.start()
            found.setdefault(head["name"], []).append(self.text[head.start() : stop])
            found[_MODULE].append(self.text[at : head.start()])
            at = stop
        found[_MODULE].append(self.text[at:])
        return {name: "\n".join(texts) for name, texts in found.items()}

    @cached_property
    def _called(self) -> dict[str, set[str]]:
        """Of each part those that it names."""
        names = self._parts.keys()
        return {
            name: (names & set(_WORD.findall(text))) - {name} for name, text in self._parts.items()
        }

    @cached_property
    def _callers(self) -> dict[str, set[str]]:
        """Of each part those that name it."""
        found: dict[str, set[str]] = {}
        for name, called in self._called.items():
            for other in called:
                found.setdefault(other, set()).add(name)
        return found


def _reached(names: set[str], steps: dict[str, set[str]]) -> set[str]:
    """All that is reached from some parts, themselves with it."""
    found, todo = set(names), list(names)
    while todo:
        new = steps.get(todo.pop(), set()) - found
        found |= new
        todo += new
    return found
