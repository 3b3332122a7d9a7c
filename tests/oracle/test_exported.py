"""The tables of names that modules do not have, held against the modules."""

from __future__ import annotations

import importlib

import pytest

from flake8_concat.keras import families
from flake8_concat.keras.exported import (
    GONE,
    IN_KERAS_3,
    OF_OPS,
    OTHERS,
    SHARED,
    SPELT,
    gone,
    names_of,
    no_such_name,
)
from flake8_concat.keras.registry import OPS

pytest.importorskip("keras")
families.load()


def names(module: str) -> set[str]:
    return {name for name in dir(importlib.import_module(module)) if not name.startswith("_")}


@pytest.mark.parametrize("room", OTHERS)
def test_modules_of_keras_3(room: str) -> None:
    assert names_of(room) == names(room)


@pytest.mark.parametrize("room", sorted(OF_OPS))
def test_modules_of_ops(room: str) -> None:
    every = names("keras.ops") | names("keras.ops.image")
    told = {name for name in every if no_such_name(f"{room}.{name}", of_keras_3=True)}
    assert told == every - names(room)


@pytest.mark.parametrize("room", GONE)
def test_functions_that_are_gone(room: str) -> None:
    tensorflow = pytest.importorskip("tensorflow")
    here, before = tensorflow, tensorflow.compat.v1
    for part in room.split(".")[1:]:
        here, before = getattr(here, part), getattr(before, part)
    there, words = {*dir(here)}, GONE[room].split()
    assert not there & {*words}
    assert {*words} <= {*dir(before)}
    for word in words:
        remedy = gone(f"{room}.{word}").remedy  # type: ignore[union-attr]
        if remedy is not None:
            found = tensorflow
            for part in remedy.removeprefix("there is tf.").split("."):
                found = getattr(found, part)


@pytest.mark.parametrize("room", IN_KERAS_3)
def test_modules_as_they_are_since(room: str) -> None:
    assert {*IN_KERAS_3[room].split()} >= names(room)
    assert not {*IN_KERAS_3[room].split()} - names(room) - {"api"}


@pytest.mark.parametrize("room", [room for room in SHARED if room.startswith("tf")])
def test_modules_of_tensorflow(room: str) -> None:
    tensorflow = pytest.importorskip("tensorflow")
    here, before = tensorflow, tensorflow.compat.v1
    for part in room.split(".")[1:]:
        here, before = getattr(here, part), getattr(before, part)
    there = {*dir(here), *dir(before)}
    assert names("keras.ops") & there <= {*SHARED[room].split()}
    told = {n for n in names("keras.ops") if no_such_name(f"{room}.{n}", of_keras_3=False)}
    known = {name for name in names("keras.ops") if f"{room}.{name}" in OPS}
    assert told == names("keras.ops") - {*SHARED[room].split()} - known
    assert not told & there


@pytest.mark.parametrize("room", sorted(SPELT - {"keras.backend"}))
def test_names_that_are_no_slips(room: str) -> None:
    tensorflow = pytest.importorskip("tensorflow")
    here, before = tensorflow, tensorflow.compat.v1
    for part in room.split(".")[1:]:
        here, before = getattr(here, part), getattr(before, part)
    there = {*dir(here), *dir(before)}
    assert not [n for n in there if no_such_name(f"{room}.{n}", of_keras_3=False)]


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("tf.reduce_men", "reduce_mean"),
        ("tf.nn.sofmax", "softmax"),
        ("tf.image.rsize", "resize"),
        ("keras.backend.permute_dimension", "permute_dimensions"),
    ],
)
def test_slips(name: str, meant: str) -> None:
    found = no_such_name(name, of_keras_3=False)
    assert found is not None
    assert found.remedy == f"there is `{meant}`"


def test_functions_beside_the_layers() -> None:
    layers = {*names("keras.layers"), *names("keras._tf_keras.keras.layers")}
    told = {n for n in names("keras.ops") if no_such_name(f"keras.layers.{n}", of_keras_3=False)}
    assert "split" in told
    assert not told & layers


def test_functions_of_every_backend_there_was() -> None:
    backend = pytest.importorskip("keras._tf_keras.keras.backend")
    assert not [n for n in dir(backend) if no_such_name(f"keras.backend.{n}", of_keras_3=False)]
