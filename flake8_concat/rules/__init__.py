"""One file a rule. See `base.py` for what a rule is.

A new rule is a module here and a row in RULES.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from importlib import import_module
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from flake8_concat.options import Options
    from flake8_concat.rules.base import Finding
    from flake8_concat.trace.facts import Facts

# code -> module; the module is imported when rules are first run
RULES = {
    "CAT001": "lost_track",
    "CAT101": "concat_shape_mismatch",
    "CAT102": "concat_axis_out_of_range",
    "CAT103": "concat_rank_mismatch",
    "CAT104": "concat_not_a_list",
    "CAT111": "merge_no_broadcast",
    "CAT112": "dot_axes",
    "CAT121": "wrong_rank",
    "CAT122": "empty_output",
    "CAT123": "reshape_total_size",
    "CAT124": "unknown_weight_size",
    "CAT125": "channels",
    "CAT131": "disconnected_model",
    "CAT132": "tensorflow_function",
    "CAT133": "never_called",
    "CAT139": "shape_refused",
    "CAT201": "axis_label",
    "CAT202": "swapped_size",
    "CAT203": "swapped_unpack",
    "CAT301": "shape_comment",
    "CAT302": "shape_assert",
    "CAT401": "concat_batch_axis",
    "CAT402": "spatial_concat",
    "CAT403": "fits_some_sizes",
    "CAT404": "silent_broadcast",
    "CAT405": "positional_stride",
    "CAT406": "normalisation_axis",
    "CAT407": "never_fits",
    "CAT408": "fails_when_run",
}


COMMENTS = ("#", '"""', "'''")


def _has_comments(facts: Facts) -> bool:
    text: str = facts.source.text
    return any(sign in text for sign in COMMENTS)


# What a trace must have for a rule to find anything. Where that is missing, as in most files, the
# rule's module is not even imported.
NEEDS: dict[str, Callable[[Facts], object]] = {
    **dict.fromkeys(
        [code for code in RULES if code.startswith("CAT1")], lambda facts: facts.refused
    ),
    **dict.fromkeys(["CAT403", "CAT407"], lambda facts: facts.conditional),
    "CAT301": _has_comments,
}

# What is read of axes holds in branches too that no call of the file takes: see Facts.otherwise.
IN_OTHER_BRANCHES = frozenset({"CAT201", "CAT402", "CAT405", "CAT406"})


class Rule(Protocol):
    """What a rule's module has."""

    CODE: str
    NAME: str
    __doc__: str | None

    def check(self, facts: Facts) -> Iterator[Finding]:
        """Yield what the rule finds in a trace."""
        ...


@lru_cache(maxsize=8)  # each file of a run has the same options
def wanted(options: Options) -> tuple[str, ...]:
    """The codes whose findings are reported."""
    return tuple(code for code in RULES if options.wants(code))


@cache
def load(code: str) -> Rule:
    """The module of a rule. Raises KeyError for a code that is none."""
    return import_module(f"{__name__}.{RULES[code]}")


def applies(code: str, facts: Facts) -> bool:
    """Whether there is anything in a trace that a rule may find."""
    needs = NEEDS.get(code)
    return needs is None or bool(needs(facts))


def all_rules() -> list[Rule]:
    """The modules of all rules, by code."""
    return [load(code) for code in sorted(RULES)]
