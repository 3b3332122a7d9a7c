"""Every function that Keras exports is known, with the signature that it has there."""

from __future__ import annotations

import inspect
import os
from typing import Any

import pytest

os.environ.setdefault("KERAS_BACKEND", "tensorflow")
keras = pytest.importorskip("keras")

import flake8_concat.keras.ops  # noqa: E402, F401
from flake8_concat.keras.registry import OPS, Signature  # noqa: E402

# Names of keras.ops that have no rule, each with the reason.
WITHOUT_RULE = {
    "dtype": "gives a type, not a tensor",
}
# Names of the old backend that have no rule.
OLD_WITHOUT_RULE = {
    "backend", "batch_get_value", "batch_set_value", "clear_session", "dtype", "epsilon", "floatx",
    "get_uid", "gradients", "image_data_format", "is_float_dtype", "is_int_dtype", "is_sparse",
    "name_scope", "result_type", "set_epsilon", "set_floatx", "set_image_data_format", "set_value",
    "standardize_dtype",  # settings and types, no tensors
    "ctc_decode", "ctc_label_dense_to_sparse", "foldl", "foldr", "rnn",  # lengths or functions
    "binary_focal_crossentropy", "categorical_focal_crossentropy",  # losses
    "moving_average_update",  # changes a variable
}  # fmt: skip


def public(module: Any) -> dict[str, Any]:
    return {
        name: value
        for name in dir(module)
        if not name.startswith("_") and callable(value := getattr(module, name))
    }


def test_every_function_of_keras_ops_is_known() -> None:
    names = {f"keras.ops.{name}" for name in public(keras.ops) if name not in WITHOUT_RULE}
    names |= {f"keras.ops.image.{name}" for name in public(keras.ops.image)}
    names |= {f"keras.random.{name}" for name in public(keras.random) if name != "SeedGenerator"}
    assert names - set(OPS) == set()


@pytest.mark.parametrize("module", ["nn", "linalg", "numpy"])
def test_submodules_hold_nothing_else(module: str) -> None:
    names = set(public(getattr(keras.ops, module)))
    assert names - set(public(keras.ops)) == set()


def test_every_function_of_the_old_backend_is_known() -> None:
    pytest.importorskip("tensorflow")
    from keras._tf_keras.keras import backend

    names = {name for name in public(backend) if name not in OLD_WITHOUT_RULE}
    assert {name for name in names if f"keras.backend.{name}" not in OPS} == set()


def differences(ours: Signature, theirs: inspect.Signature) -> list[str]:
    found = []
    names, star, keywords = [], None, False
    for parameter in theirs.parameters.values():
        if parameter.kind is parameter.VAR_POSITIONAL:
            star = parameter.name
        elif parameter.kind is parameter.VAR_KEYWORD:
            keywords = True
        else:
            names.append(parameter.name)
            required = parameter.default is parameter.empty
            if required == (parameter.name in ours.defaults):
                found.append(f"{parameter.name}: required there is {required}")
            elif not required and isinstance(parameter.default, (int, float, str, tuple)):
                mine = ours.defaults.get(parameter.name)
                if mine is not None and mine != parameter.default:
                    found.append(f"{parameter.name}: {mine!r} is {parameter.default!r}")
    if tuple(names) != ours.names:
        found.append(f"{ours.names} are {tuple(names)}")
    if star != ours.star or keywords != ours.keywords:
        found.append("* or **")
    return found


def modules() -> dict[str, Any]:
    known = {
        "keras.ops": keras.ops,
        "keras.ops.image": keras.ops.image,
        "keras.random": keras.random,
    }
    tf = pytest.importorskip("tensorflow")
    from keras._tf_keras.keras import backend

    known["keras.backend"] = backend
    for name in ("math", "nn", "image", "linalg", "random", "signal"):
        known[f"tf.{name}"] = getattr(tf, name)
    return {**known, "tf": tf}


def test_signatures_are_those_of_the_installed_release() -> None:
    wrong = {}
    for module, namespace in modules().items():
        for name, value in public(namespace).items():
            op = OPS.get(f"{module}.{name}")
            if op is None or inspect.isclass(value):
                continue
            found = differences(op.signature, inspect.signature(value))
            if found:
                wrong[op.name] = found
    assert wrong == {}
