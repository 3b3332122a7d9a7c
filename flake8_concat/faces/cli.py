"""The command line: `flake8-concat check`, `shapes`, `rule`."""

from __future__ import annotations

import argparse
import atexit
import gc
import os
import sys
from typing import Any

from flake8_concat import __version__
from flake8_concat.diagnostics import harmless
from flake8_concat.options import BadOptions, codes, for_folder

CLEAN, FINDINGS, WRONG = 0, 1, 2


def main(argv: list[str] | None = None) -> int:
    """Runs one command. Returns the exit code: 0 clean, 1 findings, 2 wrong use."""
    args = _parser().parse_args(argv)
    # Before Python ends it looks through all objects once more, which would take as long as a file.
    atexit.register(gc.freeze)
    try:
        return int(args.run(args))
    except BadOptions as problem:
        return _complain(str(problem))
    except BrokenPipeError:  # `… | head` has seen enough
        _say_no_more()
        return CLEAN
    except OSError as problem:  # the disk is full, the current folder is gone
        _say_no_more()
        return _complain(str(problem))
    except KeyboardInterrupt:
        return WRONG


def _say_no_more() -> None:
    """What is not written yet is not worth another try when Python ends."""
    if sys.stdout is not None:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="flake8-concat",
        description="Finds concatenation and other shape mistakes in Keras models by reading the "
        "source. Nothing is imported or run.",
    )
    parser.add_argument("--version", action="version", version=f"flake8-concat {__version__}")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    check = commands.add_parser("check", help="report mistakes")
    _add_paths(check)
    check.add_argument("--format", choices=("text", "jsonl"), default="text")
    check.add_argument("--select", metavar="CODES", help="codes to report, such as CAT1,CAT401")
    check.add_argument("--extend-select", metavar="CODES", help="codes to report as well")
    check.add_argument("--ignore", metavar="CODES", help="codes not to report")
    check.add_argument(
        "--fix", action="store_true", help="mend what keeps the behaviour: comments, …"
    )
    check.add_argument(
        "--unsafe-fixes", action="store_true", help="mend what changes the behaviour as well"
    )
    check.add_argument(
        "--diff", action="store_true", help="show what would be mended, write nothing"
    )
    check.set_defaults(run=_check)

    shapes = commands.add_parser("shapes", help="print the shape of every tensor")
    _add_paths(shapes)
    shapes.add_argument("--format", choices=("table", "jsonl"), default="table")
    shapes.set_defaults(run=_shapes)

    rule = commands.add_parser("rule", help="explain a rule")
    rule.add_argument("code", nargs="?", metavar="CODE", help="such as CAT101; without: all")
    rule.set_defaults(run=_rule)

    lsp = commands.add_parser("lsp", help="serve an editor over stdin and stdout")
    lsp.add_argument("--stdio", action="store_true", help="taken for editors that pass it")
    lsp.set_defaults(run=_lsp)
    return parser


def _add_paths(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("paths", nargs="+", metavar="PATH", help="files, or folders to search")
    parser.add_argument(
        "--jobs", type=_count, metavar="N", help="processes (default: one for each processor)"
    )
    parser.add_argument(
        "--no-cache", action="store_true", help="neither read nor keep results of earlier runs"
    )


def _count(text: str) -> int:
    number = int(text)
    if number < 1:
        raise ValueError(text)
    return number


def _check(args: argparse.Namespace) -> int:
    given = {"select": args.select, "extend_select": args.extend_select, "ignore": args.ignore}
    changes = {name: codes(value) for name, value in given.items() if value is not None}
    render = "text.findings" if args.format == "text" else "jsonl.findings"
    if args.diff or args.fix or args.unsafe_fixes:
        code = _fix(args, changes)
        if args.diff or code == WRONG:
            return code
    return _print_all(args, changes, render)


def _fix(args: argparse.Namespace, changes: dict[str, Any]) -> int:
    """Mends the files, or shows the change (`--diff`: exit code 1 if there is one).

    What a link in a folder leads to elsewhere is not mended: somebody else may have put it there.
    """
    from flake8_concat import fixing
    from flake8_concat.analysis import analyze
    from flake8_concat.faces.files import python_files

    options = for_folder(os.getcwd()).updated(changes)
    code, mended = CLEAN, 0
    for path in python_files(args.paths, options.exclude, own=True):
        try:
            with open(path, "rb") as file:
                data = file.read()
            new, count = fixing.fix_bytes(
                data,
                lambda source, path=path: analyze(source, path, options).diagnostics,  # type: ignore[misc]
                unsafe=args.unsafe_fixes,
            )
            if new == data:
                continue
            mended += count
            if args.diff:
                code = FINDINGS if code == CLEAN else code
                for line in fixing.diff(path, data, new).splitlines():
                    _print(line)
            else:
                fixing.replace(path, new)
        except OSError as error:
            code = _complain(f"{path}: cannot be mended: {error.strerror or error}")
    if mended:
        done = "could be mended" if args.diff else "mended"
        print(f"flake8-concat: {mended} {done}", file=sys.stderr)
    return code


def _shapes(args: argparse.Namespace) -> int:
    render = "table.shapes" if args.format == "table" else "jsonl.shapes"
    return _print_all(args, {"select": ()}, render)


def _print_all(args: argparse.Namespace, changes: dict[str, Any], render: str) -> int:
    """Prints what `render` makes of each file's report; complaints go to stderr."""
    from flake8_concat.faces import jobs
    from flake8_concat.faces.files import python_files

    options = for_folder(os.getcwd()).updated(changes)
    task = jobs.Task(render, options, None if args.no_cache else _cache_folder())
    code = CLEAN
    for answer in jobs.answers(python_files(args.paths, options.exclude), task, args.jobs):
        for line in answer.lines:
            _print(line)
        if answer.lines and sys.stdout is not None:  # closed: `>&-`
            sys.stdout.flush()  # who waits, or reads the first lines only, is served at once
        if answer.problem is not None:
            code = _complain(f"{answer.path}: {answer.problem}")
        elif answer.found and code == CLEAN:
            code = FINDINGS
    return code


def _cache_folder() -> str:
    from flake8_concat import cache

    return cache.folder()


def _rule(args: argparse.Namespace) -> int:
    from flake8_concat.rules import all_rules

    if args.code is None:
        for rule in all_rules():
            _print(f"{rule.CODE}  {rule.NAME:26}  {(rule.__doc__ or '').splitlines()[0]}")
        return CLEAN
    wanted = args.code.lower()
    for rule in all_rules():
        if wanted in (rule.CODE.lower(), rule.NAME):
            _print(f"# {rule.CODE} {rule.NAME}\n\n{(rule.__doc__ or '').strip()}")
            return CLEAN
    return _complain(f"there is no rule {args.code!r}; `flake8-concat rule` lists them")


def _lsp(_: argparse.Namespace) -> int:
    try:
        from flake8_concat.faces.lsp.server import serve
    except ImportError as problem:
        if (problem.name or "").partition(".")[0] not in ("pygls", "lsprotocol"):
            raise
        return _complain("the language server needs pygls: pip install 'flake8-concat[lsp]'")
    return serve()


def _print(line: str) -> None:
    try:
        print(line)
    except UnicodeEncodeError:  # a terminal that can't show what the source says
        encoding = sys.stdout.encoding or "ascii"
        print(line.encode(encoding, "backslashreplace").decode(encoding))


def _complain(text: str) -> int:
    print(f"flake8-concat: {harmless(text)}", file=sys.stderr)
    return WRONG


if __name__ == "__main__":
    sys.exit(main())
