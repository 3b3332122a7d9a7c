"""What methods take by which a model is trained, as `inspect.signature` of Keras 3.15.1 says."""

from __future__ import annotations

from functools import cache

from flake8_concat.keras.registry import Signature, parse_signature

TRAINING = {
    "compile": (
        "optimizer='rmsprop', loss=None, loss_weights=None, metrics=None, weighted_metrics=None, "
        "run_eagerly=False, steps_per_execution=1, jit_compile='auto', auto_scale_loss=True"
    ),
    "fit": (
        "x=None, y=None, batch_size=None, epochs=1, verbose='auto', callbacks=None, "
        "validation_split=0.0, validation_data=None, shuffle=True, class_weight=None, "
        "sample_weight=None, initial_epoch=0, steps_per_epoch=None, validation_steps=None, "
        "validation_batch_size=None, validation_freq=1"
    ),
    "evaluate": (
        "x=None, y=None, batch_size=None, verbose='auto', sample_weight=None, steps=None, "
        "callbacks=None, return_dict=False"
    ),
    "predict": "x, batch_size=None, verbose='auto', steps=None, callbacks=None",
    "train_on_batch": "x, y=None, sample_weight=None, class_weight=None, return_dict=False",
    "test_on_batch": "x, y=None, sample_weight=None, return_dict=False",
    "predict_on_batch": "x",
}
# The same of methods that look at a model, or keep it. What `**kwargs` may hold stands at the end.
KEEPING = {
    "load_weights": "filepath, skip_mismatch=False, by_name=False",
    "reset_metrics": "",
    "save": "filepath, overwrite=True, zipped=None, include_optimizer=True, save_format=None",
    "save_weights": "filepath, overwrite=True, max_shard_size=None",
    "summary": (
        "line_length=None, positions=None, print_fn=None, expand_nested=False, "
        "show_trainable=False, layer_range=None"
    ),
}
_WORKERS = frozenset({"max_q_size", "max_queue_size", "use_multiprocessing", "workers"})
# What they took in Keras 1 and 2 besides. `compile` handed on to TensorFlow 1 what it did not know.
OLD_TRAINING = {
    "compile": frozenset(
        {
            "cloning", "distribute", "experimental_run_tf_function",
            "experimental_steps_per_execution", "feed_dict", "fetches", "options",
            "pss_evaluation_shards", "run_metadata", "sample_weight_mode", "target_tensors",
        }
    ),
    "fit": _WORKERS | {"nb_epoch", "show_accuracy"},
    "evaluate": _WORKERS | {"show_accuracy"},
    "predict": _WORKERS,
    **dict.fromkeys(("train_on_batch", "test_on_batch"), frozenset({"accuracy", "reset_metrics"})),
    "load_weights": frozenset({"options", "reshape"}),
    "save": frozenset({"options", "save_traces", "signatures"}),
    "save_weights": frozenset({"options", "save_format"}),
}  # fmt: skip


@cache
def training_signature(name: str) -> Signature:
    """The parameters of a method of keras.Model, `self` apart."""
    return parse_signature(TRAINING.get(name) or KEEPING[name])
