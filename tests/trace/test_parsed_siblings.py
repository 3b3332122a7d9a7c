"""What a process remembers of the files that others import."""

from __future__ import annotations

from flake8_concat.trace.modules import MAX_ALL, Memory
from flake8_concat.trace.source import Source


def source(name: str, share: int) -> Source:
    """A file whose text is that share of all that is remembered."""
    return Source("#" * (MAX_ALL // share), name)


def test_what_was_asked_for_last_is_kept() -> None:
    memory, sources = Memory(), {name: source(name, 3) for name in "abcd"}
    for name in "abc":
        memory.keep(name, "file 1", sources[name])
    assert memory.find("a", "file 1") is sources["a"]
    memory.keep("d", "file 1", sources["d"])
    assert memory.find("b", "file 1") is None
    assert all(memory.find(name, "file 1") is sources[name] for name in "acd")
    assert memory.characters == 3 * (MAX_ALL // 3)


def test_a_file_that_has_changed_is_another() -> None:
    memory, new = Memory(), source("a", 5)
    memory.keep("a", "file 1", source("a", 2))
    assert memory.find("a", "file 2") is None
    memory.keep("a", "file 2", new)
    assert memory.find("a", "file 2") is new
    assert memory.characters == len(new.text)


def test_one_file_that_is_too_long_is_kept_alone() -> None:
    memory, long = Memory(), Source("#" * (MAX_ALL + 1), "long")
    memory.keep("a", "file 1", source("a", 2))
    memory.keep("long", "file 1", long)
    assert memory.find("long", "file 1") is long
    assert memory.find("a", "file 1") is None
