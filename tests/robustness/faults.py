"""Which faults of ours the trace caught and went on from.

What goes wrong inside of a function of the library costs that call alone: it counts as lost. So a
fault there is seen by nobody. `Faults` counts them, by the place that raised.
"""

from __future__ import annotations

import sys
from collections import Counter
from types import CodeType, TracebackType
from typing import Any

from flake8_concat import analysis
from flake8_concat.trace.attributes import Attributes
from flake8_concat.trace.calls import Calls
from flake8_concat.trace.modules import Loader
from flake8_concat.trace.tensors import Tensors

# The functions that catch any exception.
FENCES: frozenset[CodeType] = frozenset(
    function.__code__
    for function in (
        Attributes.library_attribute, Calls._builtin, Calls._external, Loader._load, Tensors.ask,
        analysis.analyze, analysis._apply_rules,
    )
)  # fmt: skip
# What is meant to be caught there.
EXPECTED = {
    "BadArguments", "EndOfGenerator", "Lose", "OutOfBudget", "ParserSyntaxError", "Raised",
    "TooDeep", "Unreadable", "CSTValidationError",
}  # fmt: skip


class Faults:
    """Counts, while it is entered, the exceptions that the fences caught.

    seen: "TypeError in flake8_concat/trace/library/strings.py:31 join: …" -> how often
    """

    TOOL = 4  # any number that nobody else takes

    def __init__(self, *, active: bool = True) -> None:
        self.active = active and sys.version_info >= (3, 12)
        self.seen: Counter[str] = Counter()

    def __enter__(self) -> Faults:
        if self.active:
            monitoring: Any = sys.monitoring
            monitoring.use_tool_id(self.TOOL, "faults")
            monitoring.register_callback(
                self.TOOL, monitoring.events.EXCEPTION_HANDLED, self._handled
            )
            monitoring.set_events(self.TOOL, monitoring.events.EXCEPTION_HANDLED)
        return self

    def __exit__(self, *_: object) -> None:
        if self.active:
            monitoring: Any = sys.monitoring
            monitoring.set_events(self.TOOL, 0)
            monitoring.free_tool_id(self.TOOL)

    def _handled(self, code: CodeType, _offset: int, error: BaseException) -> None:
        if code in FENCES and type(error).__name__ not in EXPECTED:
            last, depth = error.__traceback__, 0
            while last is not None and last.tb_next is not None:
                last, depth = last.tb_next, depth + 1
            if last is not None and not _wrong_arguments(error, depth):
                self.seen[_described(error, last)] += 1


def _wrong_arguments(error: BaseException, depth: int) -> bool:
    """Whether the traced program called a function with arguments that it does not take."""
    return isinstance(error, TypeError) and depth == 0


def _described(error: BaseException, last: TracebackType) -> str:
    code = last.tb_frame.f_code
    path = code.co_filename
    path = path[path.find("flake8_concat") :] if "flake8_concat" in path else path
    return f"{type(error).__name__} in {path}:{last.tb_lineno} {code.co_name}: {str(error)[:90]}"
