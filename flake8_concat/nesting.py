"""Guards LibCST's parser against text that would overflow its stack or keep it busy for minutes.

The parser is native code that recurses: a hundred thousand open parentheses end the process, no
exception is raised. Long chains (`a.b.b.b…`, `1+1+1…`) cost the square of their length, nested
patterns an exponential time. Nobody writes such code; generated data has it.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import accumulate
from typing import NamedTuple

from flake8_concat import syntax

MAX_CHARACTERS = 20_000_000  # of a file
MAX_TOKENS = 1_000_000  # of a file: a tree of two gigabytes
MAX_BRACKETS = 100  # nested in each other; CPython's own limit is 200
MAX_CHAIN = 1000  # operators, attributes and calls in one expression, enclosing ones included
MAX_PARTS = 50_000  # items in one statement
MAX_ELIF = 1000  # in one file
MAX_PATTERNS = 1 << 18  # attempts at all patterns of a file, some tenths of a second

_TOKEN = re.compile(
    r"""(?P<string>(?P<f>\b(?:[fFtT][rR]?|[rR][fFtT]))?(?P<quote>\"{3}|'{3}|["']))
    |\#[^\n\r]*|\\(?:\r\n?|\n)
    |(?P<open>[(\[{])
    |(?P<close>[)\]}])
    |(?P<comma>,)
    |(?P<colon>:)
    |(?P<end>[\n\r;])
    |(?P<link>[-+*/%@&|^~<>.]|\b(?:and|or|not|if|else|lambda|await|for|in|is)\b)
    |(?P<case>^[ \t]*case\b(?![ \t]*[=.,:)]))""",
    re.VERBOSE | re.MULTILINE,
)
# What is left of a string behind the quote that opens it.
_REST = {
    quote: re.compile(text, re.DOTALL)
    for quote, text in {
        '"': r'[^"\\\n]*(?:\\(?:\r\n|.)[^"\\\n]*)*"',
        "'": r"[^'\\\n]*(?:\\(?:\r\n|.)[^'\\\n]*)*'",
        '"""': r'[^"\\]*(?:(?:\\.|"(?!""))[^"\\]*)*"{3}',
        "'''": r"[^'\\]*(?:(?:\\.|'(?!''))[^'\\]*)*'{3}",
    }.items()
}
# Strings that nothing closes too: to look for the end of each anew would be quadratic.
_ANY_TOKEN = re.compile(
    r"""\"{3}[^"\\]*(?:(?:\\.?|"(?!""))[^"\\]*)*(?:\"{3})?
    |'{3}[^'\\]*(?:(?:\\.?|'(?!''))[^'\\]*)*(?:'{3})?
    |"[^"\\\n]*(?:\\.?[^"\\\n]*)*"?|'[^'\\\n]*(?:\\.?[^'\\\n]*)*'?
    |\w+|\#[^\n]*|[^\s\w]""",
    re.VERBOSE | re.DOTALL,
)
_ESCAPE = r"\\(?:\r\n|[^{}])"  # in an f-string; a bracket keeps its meaning
_CLOSERS = {"(": ")", "[": "]", "{": "}"}
_STEPS = {**dict.fromkeys(b"([{", 1), **dict.fromkeys(b")]}", -1)}
_NO_BRACKETS = bytes(set(range(128)).difference(_STEPS))
# Lines that can't go on with the expression before them: a statement's keyword, or `name = `
# (in a call, a keyword argument: behind a comma or a bracket). Not within a string of some lines.
_FRESH = re.compile(
    r"\n(?<!\\\n)(?<!\\\r\n)[ \t]*"
    r"(?:\w+ = (?=[^\s}!:])"
    r"|(?:return|def|class|import|from|raise|assert|del|with|pass|try|while)\b)"
)
# Both kinds of long strings, and the one that most files have alone, which is far quicker to find.
_LONG_STRING = re.compile(syntax.LONG_STRING, re.DOTALL | re.VERBOSE)
_DOUBLE_QUOTED = re.compile(syntax.DOUBLE_QUOTED, re.DOTALL | re.VERBOSE)
# What may stand before a long string on its line: nothing that it is a part of, or that begins one
# with code in it.
_PLAIN = re.compile(r"""[^'"#]*(?<![fFtT])(?<![fFtT][rR])""")
_LINKS = (*"+-*/%@&|^~<>.([{\"'", "and", "or", "not", "if", "in", "for", "is", "lambda", "await")
_DOUBLINGS = {**dict.fromkeys("()[]", 1), **dict.fromkeys("{}", 2)}
_PATTERN = re.compile(r"\n[ \t]*case\b[^\n]*[\[({]")


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

    Counts what stands in comments and short strings too, and errs on the side of False.
    """
    if "case" in text and _PATTERN.search(text):
        return False
    code = _without_long_strings(text)
    if code is None:
        return False
    brackets = code.encode("ascii", "ignore").translate(None, _NO_BRACKETS)
    depths = list(accumulate(map(_STEPS.__getitem__, brackets), initial=0))
    if max(depths) - min(depths) > MAX_BRACKETS:
        return False
    return _has_short_chains(code)


def _has_short_chains(code: str) -> bool:
    """Whether no stretch between two beginnings of statements has too many parts.

    Most statements are short: of the beginnings a few are enough to see that.
    """
    here = 0
    while here < len(code):
        fresh = _FRESH.search(code, here + MAX_CHAIN // 2)
        end = len(code) if fresh is None else fresh.start()
        if end - here > MAX_CHAIN and not all(map(_is_short, _FRESH.split(code[here:end]))):
            return False
        here = end
    return True


def _is_short(stretch: str) -> bool:
    return len(stretch) <= MAX_CHAIN or (
        sum(map(stretch.count, _LINKS)) <= MAX_CHAIN and stretch.count(",") <= MAX_PARTS
    )


def _without_long_strings(text: str) -> str | None:
    """A text with a quote for each string in three quotes; None where they can't surely be told.

    A line within one may look as if a statement began there.
    """
    parts, end = [], 0
    for match in (_LONG_STRING if "'''" in text else _DOUBLE_QUOTED).finditer(text):
        start = match.start()
        line = text.rfind("\n", 0, start) + 1
        goes_on = "\\" in text[max(line - 3, 0) : line]
        if goes_on or _PLAIN.fullmatch(text, line, start) is None:
            return None
        parts.append(text[end:start])
        end = match.end()
    return '"'.join([*parts, text[end:]])


def _walk(text: str) -> None:
    """The exact count: one pass over brackets, strings and operators."""
    try:
        _Counter(text).run()
    except _NotPython:
        return  # the parser's tokenizer stops there as well, before anything is parsed


class _NotPython(Exception):
    """No closing quote, or the wrong closing bracket."""


@cache
def _text_of(quote: str, *, raw: bool) -> re.Pattern[str]:
    """What counts in the text of an f-string: its fields and its end."""
    named = "" if raw else r"\\N\{|"
    line = r"|(?P<broken>[\n\r])" if len(quote) == 1 else ""
    return re.compile(rf"{named}{_ESCAPE}|\{{\{{|(?P<field>\{{)|(?P<over>{quote}){line}")


@cache
def _spec_of(quote: str) -> re.Pattern[str]:
    """What counts in a format: `>{width}` in f"{name:>{width}}"."""
    line = r"|[\n\r]" if len(quote) == 1 else ""
    return re.compile(rf"{_ESCAPE}|(?P<field>\{{)|(?P<close>\}})|(?P<broken>{quote}{line})")


class _Inside(NamedTuple):
    """A bracket or f-string that is open.

    closer:  what closes it
    tokens:  what counts in it
    spec:    of a field of an f-string: what counts in its format
    """

    closer: str
    tokens: re.Pattern[str]
    spec: re.Pattern[str] | None = None


class _Counter:
    """What stands open at a place of the text. One method a kind of token.

    inside:   what is open, from the outside in
    chains:   links so far, one count for each of these and the statement; `links` is their sum
    pattern:  whether this is the pattern of a `case`
    depth:    how often the brackets that are open in a pattern double what it costs
    attempts: what all patterns so far cost the parser
    """

    def __init__(self, text: str) -> None:
        self.text, self.here = text, 0
        self.inside: list[_Inside] = [_Inside("", _TOKEN)]
        self.chains = [0]
        self.links = self.parts = self.depth = self.attempts = 0
        self.pattern = False

    def run(self) -> None:
        """Raises TooDeep, and _NotPython where the text can't be Python any more."""
        while (match := self.inside[-1].tokens.search(self.text, self.here)) is not None:
            self.here = match.end()
            if match.lastgroup is not None:
                getattr(self, match.lastgroup)(match)

    def link(self, _: re.Match[str]) -> None:
        self.chains[-1] += 1
        self.links += 1
        if self.links > MAX_CHAIN:
            raise TooDeep(f"an expression of more than {MAX_CHAIN} parts")

    def enter(self, match: re.Match[str], inside: _Inside) -> None:
        self.link(match)
        self.inside.append(inside)
        self.chains.append(0)
        if len(self.chains) > MAX_BRACKETS:
            raise TooDeep(f"brackets nested more than {MAX_BRACKETS} deep")

    def leave(self) -> None:
        self.inside.pop()
        self.links -= self.chains.pop()

    def open(self, match: re.Match[str]) -> None:
        self.enter(match, _Inside(_CLOSERS[match[0]], _TOKEN))
        if self.pattern:
            self.depth += _DOUBLINGS[match[0]]
            self.attempts += 1 << self.depth
            if self.attempts > MAX_PATTERNS:
                raise TooDeep("patterns nested too deep")

    def close(self, match: re.Match[str]) -> None:
        if self.inside[-1].closer != match[0]:
            raise _NotPython
        if self.pattern:
            self.depth = max(self.depth - _DOUBLINGS[match[0]], 0)
        self.leave()

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
        quote = match["quote"]
        if match["f"]:
            raw = "r" in match["f"].lower()
            self.enter(match, _Inside(quote, _text_of(quote, raw=raw)))
            return
        self.link(match)
        rest = _REST[quote].match(self.text, self.here)
        if rest is None:
            raise _NotPython
        self.here = rest.end()

    def field(self, match: re.Match[str]) -> None:
        quote = next(one.closer for one in reversed(self.inside) if one.closer in _REST)
        self.enter(match, _Inside("}", _TOKEN, _spec_of(quote)))

    def colon(self, _: re.Match[str]) -> None:
        spec = self.inside[-1].spec
        if spec is not None:
            self.inside[-1] = _Inside("}", spec)

    def over(self, _: re.Match[str]) -> None:
        self.leave()

    def broken(self, _: re.Match[str]) -> None:
        raise _NotPython

    def case(self, _: re.Match[str]) -> None:
        self.pattern, self.depth = True, 0
