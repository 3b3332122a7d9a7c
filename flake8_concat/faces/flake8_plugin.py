"""The flake8 plugin: flake8 gives the lines of a file, it yields what `analyze` found."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from flake8_concat import __version__

if TYPE_CHECKING:
    from flake8.options.manager import OptionManager

    from flake8_concat.options import Options
    from flake8_concat.trace.modules import Loader, Memory


class Plugin:
    """Checks one file. Imports nothing heavy for a file that has nothing to do with Keras."""

    name = "flake8-concat"
    version = __version__
    options: Options | None = None  # None: nothing was set
    memory: Memory | None = None  # of the siblings that this process has parsed

    def __init__(self, tree: object, filename: str, lines: list[str]) -> None:
        """`tree` makes flake8 run the plugin once for each file that Python can parse."""
        self.filename = filename
        self.lines = lines

    @staticmethod
    def add_options(manager: OptionManager) -> None:
        """Tells flake8 the options `--concat-…`, which its configuration files take too."""
        for name, text in (
            ("select", "codes of flake8-concat to report (default: CAT1,CAT2,CAT3,CAT4)"),
            ("extend-select", "codes to report as well, such as CAT001, where a shape is lost"),
            ("ignore", "codes of flake8-concat not to report"),
        ):
            manager.add_option(
                f"--concat-{name}",
                default="",
                parse_from_config=True,
                comma_separated_list=True,
                metavar="CODES",
                help=text,
            )
        manager.add_option(
            "--concat-no-siblings",
            action="store_true",
            parse_from_config=True,
            help="do not read other files of the project that a file imports",
        )

    @classmethod
    def parse_options(cls, values: Namespace) -> None:
        """Takes over what was set. flake8 shows an ExecutionError's text and stops."""
        given = {
            "select": values.concat_select,
            "extend_select": values.concat_extend_select,
            "ignore": values.concat_ignore,
        }
        changes: dict[str, Any] = {name: tuple(value) for name, value in given.items() if value}
        if values.concat_no_siblings:
            changes["siblings"] = False
        cls.options = _options(changes) if changes else None

    def run(self) -> Iterator[tuple[int, int, str, type]]:
        """The findings as flake8 takes them: lines from 1, columns from 0."""
        from flake8_concat.gate import worth_tracing

        text = "".join(self.lines)
        siblings = self.options is None or self.options.siblings
        if not worth_tracing(text, self.filename if siblings else None):
            return
        from flake8_concat.analysis import analyze

        options = self.options or _options({})
        for item in analyze(text, self.filename, options, loader=_loader()).diagnostics:
            yield item.range.line, item.range.col - 1, f"{item.code} {item.message}", type(self)


def _loader() -> Loader:
    """What reads the siblings of a file: those that have not changed since are not parsed again."""
    from flake8_concat import memory

    with memory.no_collection():  # the module imports LibCST
        from flake8_concat.trace.modules import Loader, Memory
    Plugin.memory = Plugin.memory or Memory()
    return Loader(memory=Plugin.memory)


def _options(changes: dict[str, Any]) -> Options:
    """The options with these changes. Raises flake8's ExecutionError for what means nothing."""
    from flake8.exceptions import ExecutionError

    from flake8_concat.options import BadOptions, Options

    try:
        # Comments that silence findings are flake8's own business.
        return Options(noqa=False).updated(changes)
    except BadOptions as problem:
        raise ExecutionError(str(problem)) from None
