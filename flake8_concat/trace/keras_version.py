"""For which Keras a file is written: what 3 refuses and 2 took is no mistake in a file for 2.

What only code of old does, as keywords that Keras 3 has no more, is told in files that certainly
are for Keras 3. What code of today does too, as TensorFlow's functions between layers, is told
unless the file, or what lies beside it in its project, speaks of Keras 2 or of a TensorFlow before
2.16, which came with it.
"""

from __future__ import annotations

import os
from collections.abc import Iterator

from flake8_concat import late
from flake8_concat.neighbours import FILE, FOLDER
from flake8_concat.trace.modules import Loader
from flake8_concat.trace.source import Source

# `keras.ops` and its kin, however they are imported on one line; backends that no Keras had before.
ONLY_KERAS_3 = late.words(
    r"keras\.(?:ops|random|distribution|tree)\b",
    r"from keras import [\w, ]*\b(?:ops|random|distribution|tree)\b",
    r"""KERAS_BACKEND["']\s*\]\s*=\s*["'](?:jax|torch)\b""",
)
# One of these is in it: to look for plain words takes a tenth of the time.
_AMONG = (
    *(f"keras.{module}" for module in ("ops", "random", "distribution", "tree")),
    "from keras import", "KERAS_BACKEND",
)  # fmt: skip
# Packages, names and arguments that neither Keras 3 nor the TensorFlow beside it has.
ONLY_KERAS_2 = late.words(
    r"tf_keras\b",
    r"TF_USE_LEGACY_KERAS\b",
    r"compat\.v1\b",
    r"tensorflow\.(?:contrib|python)\b",
    r"tensorflow_addons\b",
    r"tf\.(?:contrib|Session|placeholder|get_default_graph|ConfigProto|GPUOptions|set_random_seed"
    r"|global_variables_initializer|variable_scope|get_variable|layers|app\.run|flags)\b",
    r"keras_contrib\b",
    r"keras\.(?:engine|objectives)\b",
    r"keras\.layers\.(?:advanced_activations|convolutional|core|embeddings|experimental|local"
    r"|merge|noise|normalization|pooling|recurrent|wrappers)\b",
    r"keras\.optimizers\.(?:experimental|legacy)\b",
    r"keras\.backend\.tensorflow_backend\b",
    *[rf"{name}\b" for name in ("multi_gpu_model", "np_utils", "vis_utils", "conv_utils")],
    *[rf"{method}_generator\b" for method in ("fit", "evaluate", "predict")],
    *[rf"{name}\(lr\b" for name in ("Adam", "SGD", "RMSprop", "Adagrad", "Adadelta", "Nadam")],
    *[
        rf"{backend}\.(?:get_session|set_session|set_learning_phase|image_dim_ordering"
        r"|set_image_dim_ordering)\b"
        for backend in ("K", "backend")
    ],
    *[rf"{name} ?=" for name in ("border_mode", "nb_epoch", "nb_filter", "dim_ordering")],
)
# "tensorflow-gpu==2.3", "Keras 2.2.4", "TF 1.x", `tensorflow = "^2.10"`; and the same from 3 on.
_GAP = r"""(?:[-_ ]?(?i:gpu|cpu|macos|version))*[\]})'"`*:=<>~!^, (vV]{0,9}"""
OLD = late.words(
    *[
        rf"{letter}(?i:{rest}){_GAP}(?:1\.[\dxX]|2\.(?:\d|1[0-5])(?!\d))"
        for name in ("tensorflow", "tf", "keras")
        for letter, rest in ((name[0], name[1:]), (name[0].upper(), name[1:]))
    ]
)
NEW = late.compiled(
    r"(?i)\bkeras['\"`*:=>~^ (]{0,9}3\b"
    r"|\btensorflow(?:[-_]?(?:gpu|cpu|macos))?['\"`*:=>~^ (]{0,9}2\.(?:1[6-9]|[2-9]\d)(?!\d)"
)
# What says which packages a project is for.
SAYING = (
    "requirements.txt", "pyproject.toml", "setup.py", "setup.cfg", "environment.yml",
    "environment.yaml", "Pipfile", "README.md", "README.rst", "readme.md",
    "env/environment.yml", "env/requirements.txt",
)  # fmt: skip
MAX_FOLDERS = 6  # from the file's own upwards
# Keras as it is read from TensorFlow.
WITH_TENSORFLOW = late.words(
    r"tf\.keras\b", r"tensorflow\.keras\b", r"from tensorflow import [\w, ]*\bkeras\b"
)


def is_keras_3(source: Source) -> bool:
    """Whether a file certainly is for Keras 3: it uses what no Keras had before."""
    text = source.text
    return any(words in text for words in _AMONG) and bool(ONLY_KERAS_3.search(text))


def is_of_tensorflow(text: str) -> bool:
    """Whether a file's Keras certainly calculates with TensorFlow: it is read from there."""
    return "KERAS_BACKEND" not in text and bool(WITH_TENSORFLOW.search(text))


def is_older(sources: set[Source], path: str, loader: Loader | None) -> bool:
    """Whether something says that a file is for Keras 2 or what was before it.

    sources:  the file that is analysed and the one that it led to, where `path` is
    loader:   reads what lies beside `path`; None: nothing is read
    """
    if any(map(is_keras_3, sources)):
        return False
    if any(ONLY_KERAS_2.search(one.text) or _speaks_of_old(one.text) for one in sources):
        return True
    return loader is not None and any(map(_speaks_of_old, _beside(path, loader)))


def _speaks_of_old(text: str) -> bool:
    return bool(OLD.search(text)) and not NEW.search(text)


def _beside(path: str, loader: Loader) -> Iterator[str]:
    """The texts that say what a project needs, from the file's folder up to the project's own."""
    folder = os.path.dirname(os.path.abspath(path))
    for _ in range(MAX_FOLDERS):
        for name in SAYING:
            text = loader.text(os.path.join(folder, name))
            if text:
                yield text
        outer = os.path.dirname(folder)
        if outer == folder or loader.kind(os.path.join(folder, ".git")) in (FILE, FOLDER):
            return
        folder = outer
