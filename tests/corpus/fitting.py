"""Holds the sizes that CAT403 prints for public networks against what real Keras does.

    python tests/corpus/fitting.py --root FOLDER [--write]

FOLDER holds a checkout of each repository, named owner+name; those that are missing are left out.
Each network is checked with sizes that are not known: None where the Input may have it, else the
parameter. Then images of the sizes that the message names, of those around them and of usual ones
are put through the model that Keras builds. Nothing of the files is kept.

--write  writes FITTING.md beside this file
"""

from __future__ import annotations

import argparse
import ast
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest.mock import MagicMock

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
sys.path[:0] = [str(ROOT), str(HERE.parent / "helpers")]

from conditions import Printed, printed  # noqa: E402

from flake8_concat import analyze  # noqa: E402

OPEN = "None"
USUAL = (64, 96, 100, 128, 150, 200, 224, 225, 250, 255, 256, 257, 288, 300, 304, 320, 416, 512)


@dataclass(frozen=True)
class Network:
    """A network of a public repository.

    call:     what builds it, with {n} for a size; appended to the file
    replaced: a text of the file with the sizes in it, and what to put there with {n}, if the file
              itself makes the Input
    as_is:    whether the parameters of the function are the sizes: it is checked without the call
    """

    repository: str
    path: str
    call: str
    replaced: tuple[str, str] | None = None
    as_is: bool = False

    def text(self, root: Path, size: int | None) -> str:
        """The program for a size, or for one that is not known."""
        shown = OPEN if size is None else str(size)
        text = (root / self.repository.replace("/", "+") / self.path).read_text(encoding="utf-8")
        if self.replaced is not None:
            text = text.replace(self.replaced[0], self.replaced[1].format(n=shown))
        if size is None and self.as_is:
            return text
        return f"{text}\n\n{self.call.format(n=shown)}\n"


NETWORKS = (
    Network("YunYang1994/TensorFlow2.0-Examples", "5-Image_Segmentation/Unet/Unet.py",
            "Unet(2, {n})", as_is=True),
    Network("pietz/unet-keras", "unet.py", "UNet(({n}, {n}, 1), start_ch=4)"),
    Network("nikhilroxtomar/Semantic-Segmentation-Architecture", "TensorFlow/unet.py",
            "build_unet(({n}, {n}, 3))"),
    Network("nikhilroxtomar/Semantic-Segmentation-Architecture", "TensorFlow/resunet.py",
            "build_resunet(({n}, {n}, 3))"),
    Network("nikhilroxtomar/Semantic-Segmentation-Architecture", "TensorFlow/attention-unet.py",
            "attention_unet(({n}, {n}, 3))"),
    Network("karolzak/keras-unet", "keras_unet/models/custom_unet.py",
            "custom_unet(({n}, {n}, 1), filters=4)"),
    Network("karolzak/keras-unet", "keras_unet/models/satellite_unet.py",
            "satellite_unet(({n}, {n}, 1))"),
    Network("nibtehaz/MultiResUNet", "tensorflow/MultiResUNet.py",
            "MultiResUnet({n}, {n}, 3)"),
    Network("DebeshJha/ResUNetPlusPlus", "unet.py", "Unet({n}).build_model()"),
    Network("tensorflow/examples", "tensorflow_examples/models/pix2pix/pix2pix.py",
            "unet_generator(3)", ("shape=[None, None, 3]", "shape=[{n}, {n}, 3]")),
    Network("experiencor/keras-yolo3", "yolo3_one_file_to_detect_them_all.py",
            "make_yolov3_model()", ("shape=(None, None, 3)", "shape=({n}, {n}, 3)")),
    Network("experiencor/keras-yolo2", "experimental/yolo3_detect.py",
            "make_yolov3_model()", ("shape=(None, None, 3)", "shape=({n}, {n}, 3)")),
    Network("bubbliiiing/unet-keras", "nets/unet.py", "Unet(({n}, {n}, 3))"),
    Network("yingkaisha/keras-unet-collection", "keras_unet_collection/_model_unet_2d.py",
            "unet_2d(({n}, {n}, 3), [8, 16, 32, 64], n_labels=2)"),
    Network("nabsabraham/focal-tversky-unet", "newmodels.py",
            "unet('sgd', ({n}, {n}, 1), 'mse')"),
    Network("oarriaga/paz", "paz/models/pose_estimation/higher_hrnet.py",
            "HigherHRNet(input_shape=({n}, {n}, 3), weights=None)"),
)  # fmt: skip


# -- what Keras does -----------------------------------------------------------------------------
def definitions(text: str) -> ast.Module:
    """A program without what runs when it is imported: data, training."""
    tree = ast.parse(text)
    *body, last = tree.body
    kinds = (ast.Import, ast.ImportFrom, ast.FunctionDef, ast.ClassDef, ast.Assign, ast.Try, ast.If)
    tree.body = [part for part in body if isinstance(part, kinds)] + [last]
    return tree


def as_it_was() -> None:
    """What files of former years ask of Keras; how a model is trained does not matter here."""
    import keras

    keras.models.Input = keras.Input
    import tensorflow.keras.optimizers  # noqa: F401 - to have it among the modules

    for module in [found for name, found in sys.modules.items() if name.endswith("optimizers")]:
        for name in ("Adam", "SGD", "RMSprop"):
            setattr(module, name, lambda *_, **__: None)
    keras.Model.compile = lambda *_, **__: None
    for name in ("merge", "convolutional", "core", "normalization", "pooling", "noise",
                 "advanced_activations"):  # fmt: skip
        sys.modules[f"keras.layers.{name}"] = keras.layers
    for name in ("cv2", "sklearn", "sklearn.metrics", "imgaug", "skimage", "tqdm"):
        sys.modules.setdefault(name, MagicMock())


def made(network: Network, root: Path, size: int | None) -> Any:
    """What Keras builds. Raises what it raises."""
    path = root / network.repository.replace("/", "+") / network.path
    names: dict[str, Any] = {"__name__": path.stem, "__file__": str(path)}
    if (path.parent / "__init__.py").is_file():
        names["__package__"] = ".".join(path.parent.relative_to(root).parts[1:])
    saved = list(sys.path)
    first = root / network.repository.replace("/", "+")
    sys.path[:0] = [str(path.parent), str(path.parent.parent), str(first)]
    *body, call = definitions(network.text(root, size)).body
    missing = None
    try:
        for part in body:
            try:
                exec(compile(ast.Module([part], []), str(path), "exec"), names)
            except Exception as error:  # what it needs may not be installed here
                missing = error
        assert isinstance(call, ast.Expr)
        return eval(compile(ast.Expression(call.value), str(path), "eval"), names)
    except NameError as error:
        raise NameError(f"{error} ({missing})") from error
    finally:
        sys.path[:] = saved


def tried(network: Network, root: Path, sizes: list[int]) -> Iterator[tuple[int, bool]]:
    """For each size, whether the network works on images of it.

    Where Keras sees None the model is built once and TensorFlow follows it for an image of each
    size, else Keras builds it for each.
    """
    import keras
    import tensorflow as tf

    if network.as_is:
        for size in sizes:
            try:
                made(network, root, size)
                yield size, True
            except ValueError:
                yield size, False
            keras.backend.clear_session()
        return
    model = made(network, root, None)
    run = tf.function(lambda image: model(image, training=False))
    for size in sizes:
        shape = [1 if n is None else n for n in model.inputs[0].shape]
        shape[1:3] = size, size
        try:
            run.get_concrete_function(tf.TensorSpec(shape, tf.float32))
            yield size, True
        except ValueError:
            yield size, False


# -- what we print --------------------------------------------------------------------------------
def conditions(network: Network, root: Path) -> tuple[list[str], list[Printed]]:
    """The messages of the network, and the conditions in them."""
    path = root / network.repository.replace("/", "+") / network.path
    report = analyze(network.text(root, None), str(path))
    told = [item.message for item in report.diagnostics if item.code == "CAT403"]
    return told, [clause for message in told for clause in printed(message)]


def sizes_to_try(found: list[Printed]) -> list[int]:
    """Those that the messages name, their neighbours, and usual ones."""
    named = {n for clause in found for n in (clause.example, *clause.near)}
    around = {n + step for n in named for step in (-1, 0, 1)}
    return sorted(around | set(USUAL))


def row(network: Network, root: Path) -> str | None:
    """The line of the table for a network; None if it is not at hand."""
    if not (root / network.repository.replace("/", "+") / network.path).is_file():
        return None
    told, found = conditions(network, root)
    clauses = (part.partition(" fits only when ")[2].split(" (")[0] for part in told)
    words = "; ".join(dict.fromkeys(clauses)) or "nothing"
    head = f"| {network.repository} | `{network.path}` | {words} |"
    try:
        done = dict(tried(network, root, sizes_to_try(found)))
    except Exception as error:
        return f"{head} not run: {type(error).__name__}: {' '.join(str(error).split())[:120]} |"
    wrong = [n for n, works in done.items() if works is not all(c.fits(n) for c in found)]
    result = f"{len(done) - len(wrong)} of {len(done)} sizes"
    if wrong:
        result += f", not {', '.join(map(str, wrong))}"
    return f"{head} {result} |"


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--root", type=Path, required=True)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--only", default="")
    args = parser.parse_args()
    as_it_was()
    lines = [
        "| repository | file | it must be | so it is, of the sizes tried |",
        "|---|---|---|---|",
    ]
    for network in NETWORKS:
        if args.only in network.repository:
            line = row(network, args.root)
            if line is not None:
                lines.append(line)
                print(line, flush=True)
    if args.write:
        text = "# Sizes that CAT403 prints for public networks, and what Keras does\n\nMade by `python tests/corpus/fitting.py --root FOLDER --write`.\n\n"
        (HERE / "FITTING.md").write_text(text + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
