"""Guards LibCST's parser against text that would overflow its stack or keep it busy for minutes.

The parser is native code that recurses: a hundred thousand open parentheses end the process, no
exception is raised. Long chains (`a.b.b.b…`, `1+1+1…`) cost the square of their length, nested
patterns an exponential time. Nobody writes such code; generated data has it.
"""

from __future__ import annotations

import re
from itertools import accumulate

MAX_CHARACTERS = 20_000_000  # of a file
MAX_TOKENS = 1_000_000  # of a file: a tree of two gigabytes
MAX_BRACKETS = 100  # nested in each other; CPython's own limit is 200
MAX_CHAIN = 1000  # operators, attributes and calls in one expression, enclosing ones included
MAX_PARTS = 50_000  # items in one statement
MAX_ELIF = 1000  # in one file
MAX_PATTERNS = 1 << 18  # attempts at all patterns of a file, some tenths of a second

_STRING = r"""\"{3}(?:[^"\\]|\\.|"(?!""))*\"{3}|'{3}(?:[^'\\]|\\.|'(?!''))*'{3}
      |"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'"""
_TOKEN = re.compile(
    rf"""(?P<f>\b(?:[fFtT][rR]?|[rR][fFtT])(?=["']))?
    (?P<string>{_STRING})
    |(?P<skip>\#[^\n\r]*|\\\r?\n)
    |(?P<open>[(\[{{])
    |(?P<close>[)\]}}])
    |(?P<comma>,)
    |(?P<end>[\n\r;])
    |(?P<link>[-+*/%@&|^~<>.]|\b(?:and|or|not|if|else|lambda|await|for|in|is)\b)
    |(?P<case>^[ \t]*case\b(?![ \t]*[=.,:)]))""",
    re.VERBOSE | re.DOTALL | re.MULTILINE,
)


_ANY_TOKEN = re.compile(rf"{_STRING}|\w+|\#.*|[^\s\w]", re.VERBOSE)
_BRACKETS = re.compile(r"[()\[\]{}]")
_STEPS = {"(": 1, "[": 1, "{": 1, ")": -1, "]": -1, "}": -1}
# Lines that can't go on with the expression before them: a statement's keyword, or `name = `
# (in a call, a keyword argument: behind a comma or a bracket).
_FRESH = re.compile(
    r"^[ \t]*(?:\w+ = |(?:return|def|class|import|from|raise|assert|del|with|pass|try|while)\b)",
    re.MULTILINE,
)
_LINKS = (*"+-*/%@&|^~<>.([{\"'", "and", "or", "not", "if", "in", "for", "is", "lambda", "await")
_DOUBLINGS = {**dict.fromkeys("()[]", 1), **dict.fromkeys("{}", 2)}
_PATTERN = re.compile(r"^[ \t]*case\b[^\n]*[\[({]", re.MULTILINE)


class TooDeep(ValueError):
    """The text is nested deeper, or chained longer, than is safe to parse."""


def check(text: str) -> None:
    """Raises TooDeep for text that must not be given to the parser."""
    if len(text) > MAX_CHARACTERS:
        raise TooDeep(f"more than {MAX_CHARACTERS} characters")
    if len(text) > MAX_TOKENS and sum(1 for _ in _ANY_TOKEN.finditer(text)) > MAX_TOKENS:
        raise TooDeep(f"more than {MAX_TOKENS} names, signs, numbers and strings")
    if text.count("elif") > MAX_ELIF:
        raise TooDeep(f"more than {MAX_ELIF} `elif`")
    if not _harmless(text):
        _walk(text)


def _harmless(text: str) -> bool:
    """Whether a rough count is enough to see that nothing is deep: so for nearly all files.

    Counts what stands in strings and comments too, and errs on the side of False.
    """
    if _PATTERN.search(text):
        return False
    depths = list(accumulate(map(_STEPS.__getitem__, _BRACKETS.findall(text)), initial=0))
    if max(depths) - min(depths) > MAX_BRACKETS:
        return False
    return all(
        len(stretch) <= MAX_CHAIN
        or (sum(map(stretch.count, _LINKS)) <= MAX_CHAIN and stretch.count(",") <= MAX_PARTS)
        for stretch in _FRESH.split(text)
    )


def _walk(text: str) -> None:
    """The exact count: one pass over brackets, strings and operators."""
    counter = _Counter()
    for match in _TOKEN.finditer(text):
        kind = match.lastgroup
        if kind != "skip":
            getattr(counter, str(kind))(match)


class _Counter:
    """What stands open at a place of the text. One method a kind of token.

    chains:   links so far, one count for each open bracket; `links` is their sum
    pattern:  whether this is the pattern of a `case`
    depth:    how often the brackets that are open in a pattern double what it costs
    attempts: what all patterns so far cost the parser
    """

    def __init__(self) -> None:
        self.chains = [0]
        self.links = self.parts = self.depth = self.attempts = 0
        self.pattern = False

    def link(self, _: re.Match[str]) -> None:
        self.chains[-1] += 1
        self.links += 1
        if self.links > MAX_CHAIN:
            raise TooDeep(f"an expression of more than {MAX_CHAIN} parts")

    def open(self, match: re.Match[str]) -> None:
        self.link(match)
        self.chains.append(0)
        if len(self.chains) > MAX_BRACKETS:
            raise TooDeep(f"brackets nested more than {MAX_BRACKETS} deep")
        if self.pattern:
            self.depth += _DOUBLINGS[match[0]]
            self.attempts += 1 << self.depth
            if self.attempts > MAX_PATTERNS:
                raise TooDeep("patterns nested too deep")

    def close(self, match: re.Match[str]) -> None:
        if self.pattern:
            self.depth = max(self.depth - _DOUBLINGS[match[0]], 0)
        if len(self.chains) > 1:
            self.links -= self.chains.pop()

    def comma(self, _: re.Match[str]) -> None:
        self.links -= self.chains[-1]
        self.chains[-1] = 0
        self.parts += 1
        if self.parts > MAX_PARTS:
            raise TooDeep(f"a statement of more than {MAX_PARTS} parts")

    def end(self, _: re.Match[str]) -> None:
        if len(self.chains) == 1:
            self.chains[0] = self.links = self.parts = 0
            self.pattern = False

    def string(self, match: re.Match[str]) -> None:
        self.link(match)
        if match["f"] and "{" in match["string"]:
            _walk(match["string"].strip("\"'").replace("{{", "").replace("}}", ""))

    def case(self, _: re.Match[str]) -> None:
        self.pattern, self.depth = True, 0
