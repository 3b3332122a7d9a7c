"""Trees that change under the cache in every way: what it says is what a fresh look says.

`FLAKE8_CONCAT_DRAWS` multiplies how many changes are drawn.
"""

from __future__ import annotations

import contextlib
import json
import os
import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from flake8_concat.faces import jobs
from flake8_concat.options import Options

DRAWS = float(os.environ.get("FLAKE8_CONCAT_DRAWS", "1"))
NET = "x = keras.Input((4, 5))\ny = keras.Input((4, SIZE))\nz = keras.layers.Concatenate(axis=1)([x, y])\n"
MAIN = "import keras\nfrom sizes import SIZE\n" + NET


def ask(
    paths: list[str], *, cached: bool = True, options: Options | None = None
) -> list[jobs.Answer]:
    task = jobs.Task("text.findings", options or Options(), "cache" if cached else None)
    return list(jobs.answers(paths, task, 1))


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(path: str, text: str) -> None:
    place = Path(path)
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(text)


def link(path: str, to: str) -> None:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).unlink(missing_ok=True)
    Path(path).symlink_to(to)


# What stands in the tree, and what is done to it: the finding in main.py comes or goes.
Change = Callable[[], object]
CHANGES: dict[str, tuple[dict[str, str], Change]] = {
    "a sibling of a sibling": (
        {"sizes.py": "from deeper import SIZE\n", "deeper.py": "from deepest import *\n", "deepest.py": "SIZE = 5\n"},
        lambda: write("deepest.py", "SIZE = 7\n"),
    ),
    "a name that a star does not bring": ({"sizes.py": "from deeper import *\n", "deeper.py": "SIZE = 7\n"}, lambda: write("deeper.py", "__all__ = []\nSIZE = 7\n")),
    "a package in the place of a module": ({"sizes.py": "SIZE = 7\n"}, lambda: write("sizes/__init__.py", "SIZE = 5\n")),
    "a folder in the place of a module": ({"sizes.py": "SIZE = 7\n"}, lambda: (os.remove("sizes.py"), os.mkdir("sizes.py"))),
    "a module that no link leads to any more": ({"real.py": "SIZE = 7\n", "sizes.py": "->real.py"}, lambda: os.remove("real.py")),
    "a link that leads elsewhere": ({"a.py": "SIZE = 7\n", "b.py": "SIZE = 5\n", "sizes.py": "->a.py"}, lambda: link("sizes.py", "b.py")),
    "a linked folder that leads elsewhere": (
        {"a/__init__.py": "SIZE = 7\n", "b/__init__.py": "SIZE = 5\n", "sizes": "->a"}, lambda: link("sizes", "b"),
    ),
    "the same text with other neighbours": (
        {"main.py": "->one/main.py", "one/main.py": MAIN, "two/main.py": MAIN, "one/sizes.py": "SIZE = 7\n", "two/sizes.py": "SIZE = 5\n"},
        lambda: link("main.py", "two/main.py"),
    ),
    "a sibling with the same text and other neighbours": (
        {"sizes.py": "->one/sizes.py", "one/sizes.py": "from n import SIZE\n", "two/sizes.py": "from n import SIZE\n", "one/n.py": "SIZE = 7\n", "two/n.py": "SIZE = 5\n"},
        lambda: link("sizes.py", "two/sizes.py"),
    ),
    "a folder on the way that leads elsewhere": (
        {"main.py": "->way/main.py", "way": "->one", "one/main.py": MAIN, "two/main.py": MAIN, "one/sizes.py": "SIZE = 7\n", "two/sizes.py": "SIZE = 5\n"},
        lambda: link("way", "two"),
    ),
    "a sibling that grew too large": ({"sizes.py": "SIZE = 7\n"}, lambda: write("sizes.py", "SIZE = 7\n" + "#" * 300_000)),
    "a sibling that no longer parses": ({"sizes.py": "SIZE = 7\n"}, lambda: write("sizes.py", "SIZE = = 7\n")),
}  # fmt: skip


@pytest.mark.parametrize("name", CHANGES)
def test_changes(here: Path, name: str) -> None:
    files, change = CHANGES[name]
    for path, text in {"main.py": MAIN, **files}.items():
        if text.startswith("->"):
            link(path, text[2:])
        else:
            write(path, text)
    before = ask(["main.py"])
    assert ask(["main.py"]) == before == ask(["main.py"], cached=False)
    change()
    after = ask(["main.py"])
    assert after == ask(["main.py"], cached=False)
    assert after[0].found != before[0].found


@pytest.mark.skipif(os.name != "posix" or os.getuid() == 0, reason="root reads everything")
def test_a_sibling_that_could_not_be_read(here: Path) -> None:
    write("main.py", MAIN)
    write("sizes.py", "SIZE = 7\n")
    os.chmod("sizes.py", 0)
    assert not ask(["main.py"])[0].found
    os.chmod("sizes.py", 0o600)
    assert ask(["main.py"])[0].found


def test_a_sibling_that_fails_to_be_read(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk that fails once must not be remembered."""
    write("main.py", MAIN)
    write("sizes.py", "SIZE = 7\n")

    def fails(path: str, *_: object) -> object:
        raise OSError(5, "Input/output error")

    with monkeypatch.context() as patch:
        patch.setattr("flake8_concat.neighbours.open", fails, raising=False)
        assert not ask(["main.py"])[0].found
    assert ask(["main.py"])[0].found


@pytest.mark.parametrize("error", [MemoryError, RecursionError, RuntimeError])
def test_what_may_pass_is_not_kept(
    here: Path, monkeypatch: pytest.MonkeyPatch, error: type[Exception]
) -> None:
    write("main.py", MAIN)
    write("sizes.py", "SIZE = 7\n")

    def fails(*_: object, **__: object) -> object:
        raise error

    with monkeypatch.context() as patch:
        patch.setattr("flake8_concat.analysis._trace", fails)
        assert ask(["main.py"])[0].problem
    assert ask(["main.py"])[0].found


def test_a_neighbour_that_goes_in_the_middle(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file is worth a look for the sake of a neighbour, which is gone when it is looked at."""
    write("main.py", "from nets import build\nbuild(7)\n")
    nets = "import keras\ndef build(SIZE):\n    " + NET.replace("\n", "\n    ") + "return z\n"
    write("nets.py", nets)
    real = jobs.Worker._analyzed

    def late(self: jobs.Worker, path: str, data: bytes) -> jobs.Answer:
        os.remove("nets.py")
        return real(self, path, data)

    with monkeypatch.context() as patch:
        patch.setattr(jobs.Worker, "_analyzed", late)
        assert not ask(["main.py"])[0].found
    write("nets.py", nets)
    assert ask(["main.py"]) == ask(["main.py"], cached=False)


def entry() -> Path:
    (found,) = Path("cache").glob("*.json")
    return found


WRONG_ENTRIES: dict[str, Callable[[dict[str, object]], object]] = {
    "answer of another kind": lambda e: {**e, "answer": 3},
    "answer with other names": lambda e: {**e, "answer": {"x": 1}},
    "lines that are none": lambda e: {**e, "answer": {"lines": "abc", "found": True, "problem": None}},
    "lines of numbers": lambda e: {**e, "answer": {"lines": [1], "found": True, "problem": None}},
    "problem of another kind": lambda e: {**e, "answer": {"lines": [], "found": True, "problem": 3}},
    "neighbours of another kind": lambda e: {**e, "neighbours": [1]},
    "neighbours without a state": lambda e: {**e, "neighbours": {"/a": None}},
    "a name with NUL": lambda e: {**e, "neighbours": {"/a\0b": "file 1"}},
    "a list": lambda e: [e],
}  # fmt: skip


@pytest.mark.parametrize("name", WRONG_ENTRIES)
def test_an_entry_that_is_half_right(here: Path, name: str) -> None:
    write("main.py", MAIN)
    write("sizes.py", "SIZE = 7\n")
    first = ask(["main.py"])
    entry().write_text(json.dumps(WRONG_ENTRIES[name](json.loads(entry().read_text()))))
    assert ask(["main.py"]) == first


def test_entries_that_are_no_files(here: Path) -> None:
    write("main.py", MAIN)
    write("sizes.py", "SIZE = 7\n")
    first = ask(["main.py"])
    place = entry()
    place.write_text("[" * 200_000)
    assert ask(["main.py"]) == first
    makers: list[Callable[[], object]] = [place.mkdir, lambda: place.symlink_to(place)]
    if os.name == "posix":
        makers += [lambda: os.mkfifo(place), lambda: place.symlink_to("/dev/zero")]
    for make in makers:
        place.unlink()
        make()
        assert ask(["main.py"]) == first
        if place.is_dir():
            place.rmdir()
            ask(["main.py"])


@pytest.mark.skipif(os.name != "posix", reason="needs links")
def test_nothing_is_written_through_a_link(here: Path) -> None:
    """A project may come with a cache folder of its own, full of links to what is not its own."""
    write("main.py", MAIN)
    write("sizes.py", "SIZE = 7\n")
    write("precious", "mine")
    ask(["main.py"])
    place = entry()
    for name in (place.name, f"{place.name}.{os.getpid()}"):
        (place.parent / name).unlink(missing_ok=True)
        (place.parent / name).symlink_to("../precious")
    assert ask(["main.py"]) == ask(["main.py"], cached=False)
    assert Path("precious").read_text() == "mine"


def test_a_disk_that_is_full_leaves_nothing_behind(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write("main.py", MAIN)
    Path("cache").mkdir()

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("flake8_concat.cache.os.replace", full)
        first = ask(["main.py"])
    assert not list(Path("cache").iterdir())
    assert ask(["main.py"]) == first


# The last one says nothing of Keras itself; the one before lies below a folder that is no package.
MAINS = (
    "main.py",
    "lib/main.py",
    "lib/deep/main.py",
    "sizes/main.py",
    "lib/gap/net/main.py",
    "plain.py",
)
KIT = "import keras as k\nSIZE = 7"
PLACES = (
    "kit.py",    "sizes.py", "inner.py", "__init__.py", "sizes/__init__.py", "sizes/inner.py", "lib/sizes.py", "lib/__init__.py", "lib/inner.py",
    "inner/__init__.py", "lib/deep/__init__.py", "lib/gap/net/__init__.py", "lib/gap/sizes.py", "lib/gap/__init__.py",
)  # fmt: skip
LINES = (
    "SIZE = 5", "SIZE = 7", "from inner import SIZE", "from .inner import SIZE", "from . import inner\nSIZE = inner.SIZE", "from sizes.inner import *",
    "from lib.sizes import SIZE", "from ..sizes import SIZE", "from sizes import *", "from .. import SIZE", "import lib.deep\nSIZE = lib.deep.SIZE", "SIZE = = 3", KIT,
)  # fmt: skip
IMPORTS = (
    "from sizes import SIZE", "from .sizes import SIZE", "from . import SIZE", "import sizes\nSIZE = sizes.SIZE", "from sizes.inner import SIZE",
    "from inner import *", "from ..inner import SIZE", "from lib.sizes import SIZE", "from lib import sizes\nSIZE = sizes.SIZE", "from . import sizes as s\nSIZE = s.SIZE",
    "from gap.sizes import SIZE", "from ..sizes import SIZE",
)  # fmt: skip


def program(main: str, line: str) -> str:
    if main == "plain.py":
        return f"from kit import k\n{line}\n{NET.replace('keras.', 'k.')}"
    return f"import keras\n{line}\n{NET}"


def change_something(draw: random.Random) -> None:
    place = Path(draw.choice(PLACES))
    kind = draw.randrange(16)
    stamp = os.stat(place).st_mtime_ns if place.is_file() else None
    with contextlib.suppress(OSError):  # what can't be done to the tree as it is
        if kind < 4:
            place.unlink()
        elif kind == 4:
            link(str(place), os.path.relpath(draw.choice(PLACES), place.parent))
        elif kind == 5:
            shutil.rmtree(draw.choice(("sizes", "inner", "lib/deep")))
        elif kind == 6:
            os.rename(place, draw.choice(PLACES))
        elif kind == 7:
            main = draw.choice(MAINS)
            write(main, program(main, draw.choice(IMPORTS)))
        else:
            write(str(place), draw.choice(LINES[:2] if kind < 12 else LINES) + "\n")
        if stamp is not None and place.is_file() and draw.random() < 0.5:
            os.utime(place, ns=(stamp, stamp))


def test_random_changes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    count = int(3 * DRAWS) or 1
    turns = 0
    for seed in range(count):
        place = tmp_path / str(seed)
        place.mkdir()
        monkeypatch.chdir(place)
        turns += follow(random.Random(seed), 60)
    assert turns > 3 * count


def follow(draw: random.Random, changes: int) -> int:
    """Asks after each change; how often the finding of a file came or went."""
    for main, line in zip(MAINS, draw.sample(IMPORTS, len(MAINS)), strict=True):
        write(main, program(main, line))
    write("kit.py", KIT)
    seen: dict[str, bool] = {}
    turns = 0
    for _ in range(changes):
        change_something(draw)
        paths = [path for path in MAINS if os.path.exists(path)]
        fresh = [ask([path], cached=False)[0] for path in paths]
        assert ask(paths) == fresh
        assert ask(paths[::-1]) == fresh[::-1]
        for answer in fresh:
            turns += seen.get(answer.path, answer.found) != answer.found
            seen[answer.path] = answer.found
    return turns
