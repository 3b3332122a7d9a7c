"""What real model code does that once led astray."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest

from flake8_concat.analysis import analyze

HEAD = "import functools\nimport os\nimport keras\nfrom keras import layers\n"


def traced(body: str) -> tuple[list[Any], list[str]]:
    """The shapes of the calls on the last line, and the codes of what is certain to fail."""
    text = HEAD + dedent(body)
    report = analyze(text, "model.py")
    last = len(text.rstrip().split("\n"))
    shapes = [row.shape for row in report.shapes if row.range.line == last]
    return shapes, [f.code for f in report.diagnostics if f.code.startswith("CAT1")]


def test_compute_output_shape_stands_for_call() -> None:
    shapes, findings = traced("""
        class Mix(layers.Layer):
            def compute_output_shape(self, shape):
                return (shape[0], 7)
            def call(self, x):
                return keras.ops.reshape(x, (-1, 5))
        layers.Dense(3)(Mix()(keras.Input((4,))))
    """)
    assert shapes[1:] == [(None, 7), (None, 3)]
    assert not findings


def test_call_runs_within_another_layer() -> None:
    shapes, _ = traced("""
        class Mix(layers.Layer):
            def compute_output_shape(self, shape):
                return (shape[0], 7)
            def call(self, x):
                return keras.ops.reshape(x, (-1, 5))
        class Around(layers.Layer):
            def __init__(self):
                super().__init__()
                self.mix = Mix()
            def call(self, x):
                return self.mix(x)
        Around()(keras.Input((4,)))
    """)
    assert shapes[-1] == (None, 5)


def test_a_name_that_one_branch_binds_is_that_where_it_is_read() -> None:
    shapes, _ = traced("""
        if os.environ.get("FAST"):
            class Block(layers.Layer):
                def call(self, x):
                    return keras.ops.concatenate([x, x])
        Block()(keras.Input((4,)))
    """)
    assert shapes[-1] == (None, 4)


def test_tensors_that_python_hands_out() -> None:
    shapes, _ = traced("""
        skips = [keras.Input((3,))]
        skips.pop()
    """)
    assert shapes == [(None, 3)]


def test_partial_of_a_function() -> None:
    shapes, _ = traced("""
        x = keras.Input((3,))
        def block(x, n):
            return layers.Dense(n)(x)
        functools.partial(block, n=5)(x)
    """)
    assert shapes == [(None, 5)]


def test_sorted_by_distinct_names_never_compares_tensors() -> None:
    shapes, _ = traced("""
        inputs = {"b": keras.Input((2,)), "a": keras.Input((3,))}
        x = [value for _, value in sorted(inputs.items())]
        layers.Concatenate()(x)
    """)
    assert shapes == [(None, 5)]


def test_losses() -> None:
    shapes, findings = traced("""
        a, b = keras.Input((4, 5)), keras.Input((4, 5))
        [keras.losses.mse(a, b), keras.losses.BinaryCrossentropy(reduction="none")(a, b)]
    """)
    assert shapes == [(None, 4), (None, 4)]
    assert not findings


def test_a_loss_that_does_not_fit() -> None:
    _, findings = traced("""
        keras.losses.BinaryCrossentropy()(keras.Input((4, 5)), keras.Input((4, 6)))
    """)
    assert findings == ["CAT139"]


def test_activations_by_name() -> None:
    shapes, _ = traced("""
        x = keras.Input((3,))
        keras.activations.get("relu")(x)
    """)
    assert shapes == [(None, 3)]


def test_defaults_of_the_environment() -> None:
    shapes, _ = traced("""
        x = keras.Input((int(os.getenv("SIZE", "3")), os.environ.get("DEPTH", 4)))
        layers.Flatten()(x)
    """)
    assert shapes == [(None, 12)]


def test_versions_are_those_of_the_keras_that_is_told_of() -> None:
    shapes, _ = traced("""
        import tensorflow as tf
        from packaging import version
        new = version.parse(tf.__version__) >= version.parse("2.16")
        new = new and int(keras.__version__.split(".")[0]) == 3
        layers.Dense(3 if new else 4)(keras.Input((2,)))
    """)
    assert shapes == [(None, 2), (None, 3)]


def test_modules_imported_by_name() -> None:
    shapes, _ = traced("""
        from importlib import import_module
        from six.moves import range
        room = import_module("keras." + "layers")
        [getattr(room, "Dense")(units)(keras.Input((2,))) for units in range(3, 4)]
    """)
    assert shapes == [(None, 2), (None, 3)]


def test_modules_imported_by_the_function_behind_the_statement() -> None:
    shapes, _ = traced("""
        x = __import__("keras").Input((2,))
        y = __import__("keras.layers").layers.Dense(3)(x)
        room = __import__("keras.layers", fromlist=["Dense"])
        [layers.Dense(1)(x), room.Dense(4)(y)]
    """)
    assert shapes == [(None, 1), (None, 4)]


def test_names_of_several_targets() -> None:
    text = "a, (b, c) = keras.Input((2,)), [layers.Dense(1), keras.Input((3,))]"
    report = analyze(HEAD + text, "model.py")
    assert [row.name for row in report.shapes] == ["a", "c"]


def test_filters_that_a_subclass_sets_later() -> None:
    shapes, findings = traced("""
        class Depthwise(layers.Conv2D):
            def __init__(self, kernel_size):
                super().__init__(filters=None, kernel_size=kernel_size)
            def build(self, shape):
                pass
            def call(self, x):
                return x
        Depthwise(3)(keras.Input((8, 8, 3)))
    """)
    assert shapes[1] is None  # Keras asks Conv2D: (None, 6, 6, None)
    assert not findings
    _, findings = traced("layers.Conv2D(None, 3)(keras.Input((8, 8, 3)))")
    assert findings == ["CAT124"]


def test_an_input_of_a_type_spec() -> None:
    """Keras 2 took it in the place of a shape."""
    code = """
        def again(model):
            return [keras.Input(type_spec=x.type_spec, name=x.name) for x in model.inputs]
        keras.Input(type_spec=tf.TensorSpec((None, 3)))
    """
    assert traced(code)[1] == []
    assert traced("keras.Input(name='x')")[1] == ["CAT139"]


def test_a_size_that_nobody_has_set_yet() -> None:
    body = """
        class Builder:
            def __init__(self):
                self.units = None
            def build(self):
                return layers.Dense(self.units)(keras.Input((4,)))
    """
    assert traced(body)[1] == []
    assert traced(body + "\n        Builder().build()")[1] == ["CAT139"]


def test_a_model_called_on_arrays() -> None:
    _, findings = traced("""
        import numpy as np
        inputs = keras.Input((None, None, 2))
        model = keras.Model(inputs, layers.GlobalAveragePooling2D()(inputs))
        model(np.zeros((4, 8, 8, 2)))
        model(np.random.rand(4, 8, 8, 3))
    """)
    assert findings == ["CAT139"]


def test_a_module_that_is_linked_to_is_read_beside_its_origin(tmp_path: Path) -> None:
    origin, here = tmp_path / "origin", tmp_path / "here"
    for folder in (origin / "nets", origin / "tools", here / "nets"):
        folder.mkdir(parents=True)
        (folder / "__init__.py").touch()
    (origin / "tools" / "sizes.py").write_text("UNITS = 5\n")
    (origin / "nets" / "heads.py").write_text("from tools.sizes import UNITS\n")
    (here / "nets" / "heads.py").symlink_to(origin / "nets" / "heads.py")
    text = "from nets.heads import UNITS\n" + HEAD + "layers.Dense(UNITS)(keras.Input((2,)))"
    report = analyze(text, str(here / "nets" / "model.py"))
    assert report.shapes[-1].shape == (None, 5)


@pytest.mark.parametrize("imported", ["nets._src.blocks.heads", "..blocks.heads"])
def test_a_package_in_a_folder_of_a_package(tmp_path: Path, imported: str) -> None:
    source = tmp_path / "nets" / "_src"  # which has no __init__.py of its own
    for folder in (source / "blocks", source / "models", tmp_path / "nets"):
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "__init__.py").touch()
    (source / "blocks" / "heads.py").write_text("UNITS = 5\n")
    text = f"from {imported} import UNITS\n" + HEAD + "layers.Dense(UNITS)(keras.Input((2,)))"
    report = analyze(text, str(source / "models" / "net.py"))
    assert report.shapes[-1].shape == (None, 5)


def test_locals_handed_on() -> None:
    shapes, _ = traced("""
        def net(units, shape, name=None):
            return layers.Dense(units)(keras.Input(shape))
        def small(shape=(4,), name="small"):
            units = 3
            return net(**locals())
        small()
    """)
    assert shapes == [(None, 3)]


def test_a_layer_knows_that_it_is_built() -> None:
    shapes, _ = traced("""
        class Head(layers.Layer):
            def build(self, shape):
                self.units = shape[-1] + 1
            def compute_output_shape(self, shape):
                if not self.built:
                    self.build(shape)
                return (shape[0], self.units)
            def call(self, x):
                return keras.ops.tile(x, self.units)
        Head()(keras.Input((4,)))
    """)
    assert shapes[-1] == (None, 5)


def test_what_the_old_decoder_of_ctc_gives() -> None:
    shapes, _ = traced("""
        x = keras.Input((48, 20))
        y, scores = keras.backend.ctc_decode(x, keras.Input(()))
        [layers.Flatten()(y[0]), layers.Flatten()(scores)]
    """)
    assert shapes == [(None, 48), (None, 1)]


def test_numbers_of_numpy_as_sizes() -> None:
    body = """
        import numpy as np
        n = np.random.randint(1, 5, size=(3,))
        x = keras.Input((n[0], 8, 3))
        y = layers.Conv2D(n[1], 3, padding="same")(x)
        {call}
    """
    assert traced(body.format(call="layers.Flatten()(y)"))[1] == []
    assert traced(body.format(call="layers.Dense(n[2])(y)"))[1] == ["CAT139"]
    assert traced(body.format(call="layers.MaxPooling2D(n[2])(y)"))[1] == ["CAT139"]


def test_reductions_of_arrays_along_an_axis() -> None:
    shapes, _ = traced("""
        import numpy as np
        grid = np.stack(np.meshgrid(np.arange(3), np.arange(4), indexing="ij"))
        layers.Embedding(9, 2)(keras.ops.add(grid.sum(-1), keras.Input((2, 3))))
    """)
    assert shapes[-1] == (None, 2, 3, 2)


def test_the_networks_of_keras_read_those_beside_them(tmp_path: Path) -> None:
    folder = tmp_path / "keras" / "src" / "applications"
    folder.mkdir(parents=True)
    for package in (folder, folder.parent, folder.parent.parent):
        (package / "__init__.py").touch()
    (folder / "blocks.py").write_text(
        "from keras.src import layers\ndef head(x):\n    return layers.Dense(3)(x)\n"
    )
    text = "from keras.src.applications import blocks\nblocks.head(keras.Input((2,)))"
    report = analyze(HEAD + text, str(folder / "net.py"))
    assert report.shapes[-1].shape == (None, 3)


def test_functions_handed_to_what_is_not_in_reach() -> None:
    body = """
        import elsewhere
        skips, sizes, count = [keras.Input((2,)), keras.Input((3,))], [2, 2], 2
        class Walk:
            def __init__(self):
                self.sizes = [2]
            def visit(self, x):
                self.sizes.append(x)
        walk = Walk()
        def keep(x):
            global count
            count = 3
            skips.append(x)
            sizes[0] = 3
        {call}
        n = sum(sizes) + count + sum(walk.sizes)
        layers.Dense(n)(keras.Input((4,)))
    """
    assert traced(body.format(call="keep(1)"))[0][-1] == (None, 10)
    assert traced(body.format(call="walk.visit(1)"))[0][-1] == (None, 9)
    for call in ("elsewhere.run(keep)", "elsewhere.run(walk.visit)", "elsewhere.on(go=keep)"):
        assert traced(body.format(call=call))[0][-1] == (None, None)


def test_other_names_of_layers_that_a_star_brings() -> None:
    text = "from tensorflow.keras.layers import *\nMaxPool2D()(Input((8, 8, 3)))\n"
    report = analyze(text, "model.py")
    assert [row.shape for row in report.shapes] == [(None, 8, 8, 3), (None, 4, 4, 3)]


def test_an_empty_default_that_callers_replace() -> None:
    body = """
        def join(x, sizes=[]):
            parts = [layers.Dense(size)(x) for size in sizes]
            return layers.concatenate(parts)
    """
    assert traced(body)[1] == []
    assert traced(body + "\n        join(keras.Input((2,)))")[1] == ["CAT104"]


def test_fractions_in_a_target_shape() -> None:
    shapes, findings = traced("""
        x = keras.Input((4, 4, 8))
        [layers.Reshape((8 / 2, 2, -1))(x), layers.Reshape((3.0,))(x)]
    """)
    assert shapes == [(None, None, 2, None), (None, None)]
    assert not findings


def test_arrays_whose_elements_are_not_known() -> None:
    shapes, _ = traced("""
        import numpy as np
        y = np.random.rand(6, 2)
        y = np.cumsum(np.exp(y - y.max()))
        w = keras.backend.constant(np.interp(np.random.random(9), y / y[-1], y))
        keras.ops.add(keras.Input((9,)), w)
    """)
    assert shapes == [(None, 9), (None, 9)]


def test_what_a_guide_shows_to_fail_and_catches() -> None:
    _, findings = traced("""
        import tensorflow as tf
        class Rows(layers.Layer):
            def build(self, shape):
                self.kernel = self.add_weight(shape=(shape[-1], 4))
            def call(self, x):
                return tf.matmul(x, self.kernel)
        rows = Rows()
        rows(tf.ones((2, 3)))
        try:
            rows(tf.ones((2, 4)))
        except tf.errors.InvalidArgumentError as error:
            print("fails:", error)
    """)
    assert findings == []
