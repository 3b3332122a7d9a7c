"""Which attributes layers of one class have and those of another have not, in no Keras.

A layer keeps what its constructor is given, under the name that it has there: `Conv2D(…).filters`.
What only others are given it has not, `Dense(4).filters`, but for the pairs below. Held against
the installed Keras by tests/oracle/test_signatures.py.
"""

from __future__ import annotations

from functools import cache

from flake8_concat.keras.signatures import LAYERS, OLD_LAYERS, canonical, layer_signature

# Names that stand for the same in each class that has them. Left out are those that had other
# owners before Keras 3 (`output_dim`, `alpha`), and those of too many meanings (`scale`, `layer`).
GIVEN = frozenset(
    """
    attention_axes axes bin_boundaries center crop_to_aspect_ratio cropping depth_multiplier
    depthwise_initializer dilation_rate dims embeddings_initializer epsilon equation filters
    function go_backwards groups interpolation kernel_initializer kernel_size key_dim keepdims
    mask_zero max_value merge_mode momentum n negative_slope num_heads num_tokens padding
    pointwise_initializer pool_size rate recurrent_activation recurrent_dropout
    recurrent_initializer return_sequences return_state score_mode size stddev strides
    target_shape units unroll use_bias use_scale value_dim weight
    """.split()
)
_CONVOLUTIONS = "filters groups kernel_initializer use_bias"
# What the classes have besides, here or in an older Keras, by what their names begin with.
BESIDES = {
    "AdditiveAttention": "score_mode",
    "Bidirectional": "return_sequences return_state go_backwards",
    "Conv": "depth_multiplier groups",
    "DepthwiseConv": _CONVOLUTIONS,
    "SeparableConv": _CONVOLUTIONS,
}
# What layers and models had before Keras 3, and have no more.
OF_OLD = frozenset(
    """
    evaluate_generator fit_generator get_input_at get_input_mask_at get_input_shape_at
    get_losses_for get_output_at get_output_mask_at get_output_shape_at get_updates_for
    inbound_nodes input_mask outbound_nodes output_mask predict_classes predict_generator
    predict_proba state_updates to_yaml updates uses_learning_phase
    """.split()
)
OF_OLD_LAYERS = OF_OLD | {"input_shape", "output_shape"}


@cache
def lacks(layer: str, name: str) -> bool:
    """Whether a layer of that class certainly has no such attribute, though others have one."""
    if name not in GIVEN or layer in OLD_LAYERS or canonical(layer) not in LAYERS:
        return False
    if any(layer.startswith(k) and name in v.split() for k, v in BESIDES.items()):
        return False
    return name not in layer_signature(canonical(layer)).names
