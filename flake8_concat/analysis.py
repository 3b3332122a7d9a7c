"""The one core: from source text to what is wrong with it. Every face calls `analyze`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from flake8_concat import gate, memory, nesting, noqa, reading
from flake8_concat.diagnostics import Diagnostic, Range, Related, harmless, one_line
from flake8_concat.options import Options
from flake8_concat.patience import OutOfTime, Patience

if TYPE_CHECKING:
    from flake8_concat.rows import ShapeRow
    from flake8_concat.rules import Rule
    from flake8_concat.rules.base import Finding
    from flake8_concat.trace.facts import Facts
    from flake8_concat.trace.modules import Loader

TOOL_CODE, TOOL_RULE = "CAT001", "lost-track"
_START = Range(1, 1, 1, 1)
_MAX_REASON = 120  # characters
_INTERNAL = "internal error"


@dataclass(frozen=True)
class Report:
    """What is known of one file.

    diagnostics:  sorted by place and code; without those that options or `# noqa` silence
    facts:        the trace, None where the file was not worth one or could not be read
    problem:      why the file could not be read, in one line, else None
    fault:        what went wrong within a rule, in one line; the others were applied
    """

    path: str
    diagnostics: tuple[Diagnostic, ...] = ()
    problem: str | None = None
    facts: Facts | None = field(default=None, repr=False)
    fault: str | None = None

    @property
    def internal_error(self) -> str | None:
        """What this tool, not the file, has to be blamed for; None, as it should be."""
        for words in (self.problem, self.fault):
            if words is not None and _INTERNAL in words:
                return words
        return None

    @cached_property
    def shapes(self) -> tuple[ShapeRow, ...]:
        """Every call that gave a tensor, in the order of evaluation."""
        if self.facts is None:
            return ()
        from flake8_concat.rows import shape_rows

        return tuple(shape_rows(self.facts))


def analyze(
    source: str | bytes,
    filename: str,
    options: Options | None = None,
    *,
    loader: Loader | None = None,
) -> Report:
    """Traces a file's text and reports what is wrong in it. Never raises, runs nothing of it.

    `filename` says where the file stands, so that its neighbours are found; it is not read.
    `loader` reads those: it may hold texts that are not on disk yet, and where the same one is
    handed to several calls each file is read once.
    """
    options = options or Options()
    try:
        text = reading.decode(source)
        unsaved = loader.texts if loader is not None else {}
        if not gate.worth_tracing(text, filename if options.siblings else None, unsaved):
            return Report(filename)
        nesting.check(text)
        with memory.no_collection():
            with Patience(len(text)):
                facts = _trace(text, filename, options, loader)
            with Patience(len(text)):
                found, fault = _apply_rules(facts, options)
        if fault is not None and options.wants(TOOL_CODE):
            found.append(_about_tool(fault))
        if found and options.noqa:
            found = noqa.without_silenced(found, facts.source.lines)
    except BaseException as error:  # noqa: BLE001 - the native parser panics outside Exception
        return _failed(filename, error, options)
    found.sort(key=lambda item: (item.range, item.code, item.message))
    return Report(filename, tuple(found), None, facts, fault)


def _trace(text: str, filename: str, options: Options, loader: Loader | None) -> Facts:
    from flake8_concat.trace.modules import Loader
    from flake8_concat.trace.tracer import trace

    loader = loader or Loader()
    return trace(loader.source(text, filename), loader=loader, siblings=options.siblings)


def _failed(filename: str, error: BaseException, options: Options) -> Report:
    """The report of a file whose analysis raised: one file's findings are lost, no more."""
    if isinstance(error, (KeyboardInterrupt, SystemExit)):
        raise error
    problem = explain(error)
    found = (_about_tool(problem),) if options.wants(TOOL_CODE) else ()
    return Report(filename, found, problem)


def explain(error: BaseException) -> str:
    """What went wrong with a file, in one line."""
    kind = type(error).__name__
    if kind == "CSTValidationError":
        return "cannot be parsed: a name that is none"
    if kind == "ParserSyntaxError":
        line, column = getattr(error, "raw_line", "?"), getattr(error, "raw_column", "?")
        return f"cannot be parsed: syntax error at line {line}, column {column}"
    words = harmless(" ".join(str(error).split())[:_MAX_REASON])
    if isinstance(error, reading.Unreadable):
        return words
    if isinstance(error, nesting.TooDeep):
        return f"cannot be parsed safely: {words}"
    if isinstance(error, RecursionError):
        return "nested too deeply to be followed"
    if isinstance(error, MemoryError):
        return "too large to be followed"
    if isinstance(error, OutOfTime):
        return "it takes too long"
    return f"{_INTERNAL}, please report it: {kind}: {words}"


def _about_tool(problem: str) -> Diagnostic:
    return Diagnostic(TOOL_CODE, TOOL_RULE, _START, f"this file was not checked: {problem}")


def _apply_rules(facts: Facts, options: Options) -> tuple[list[Diagnostic], str | None]:
    """The diagnostics of all rules that are wanted, and what went wrong in one of them."""
    from flake8_concat.rules import IN_OTHER_BRANCHES, applies, load, wanted

    found: list[Diagnostic] = []
    fault = None
    for code in wanted(options):
        try:
            if applies(code, facts):
                found += _diagnostics(load(code), facts)
            if facts.otherwise is not None and code in IN_OTHER_BRANCHES:
                found += _in_other_branches(load(code), facts.otherwise)
        except BaseException as error:  # one rule's fault is not to cost what the others find
            if isinstance(error, (KeyboardInterrupt, SystemExit)):
                raise
            fault = f"{code}: {explain(error)}"
            if isinstance(error, OutOfTime):  # the others would not be broken off
                break
    return found, fault


def _in_other_branches(rule: Rule, facts: Facts) -> Iterator[Diagnostic]:
    """A rule's findings in the branches that no call takes, and nowhere else."""
    ranges = [facts.source.range_of(body) for body in facts.within]
    firsts = [_with_comments(facts.source.lines, body.line) for body in ranges]
    for found in _diagnostics(rule, facts):
        line = found.range.line
        if any(first <= line <= body.end_line for first, body in zip(firsts, ranges, strict=True)):
            yield found


def _with_comments(lines: Sequence[str], first: int) -> int:
    """The first line of a block with the comments above its first statement."""
    while first > 1 and lines[first - 2].lstrip().startswith("#"):
        first -= 1
    return first


def _diagnostics(rule: Rule, facts: Facts) -> Iterator[Diagnostic]:
    """A rule's findings, one for each place: the first."""
    seen: set[Range] = set()
    for finding in rule.check(facts):
        place = finding.at.resolve()
        if place not in seen:
            seen.add(place)
            yield _diagnostic(rule, finding, place)


def _diagnostic(rule: Rule, finding: Finding, place: Range) -> Diagnostic:
    related = tuple(
        Related(where.source.path, where.resolve(), one_line(text))
        for where, text in finding.related
    )
    message = one_line(finding.message)
    return Diagnostic(rule.CODE, rule.NAME, place, message, related, finding.fixes)
