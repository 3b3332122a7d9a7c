"""The constructors of layers that Keras 3 no longer has, as Keras 2 had them."""

from __future__ import annotations

OLD_LAYERS: dict[str, str] = {
    "LocallyConnected1D": (
        "filters, kernel_size, strides=1, padding='valid', data_format=None, activation=None, "
        "use_bias=True, kernel_initializer='glorot_uniform', bias_initializer='zeros', "
        "kernel_regularizer=None, bias_regularizer=None, activity_regularizer=None, "
        "kernel_constraint=None, bias_constraint=None, implementation=1, **kwargs"
    ),
    "LocallyConnected2D": (
        "filters, kernel_size, strides=(1, 1), padding='valid', data_format=None, "
        "activation=None, use_bias=True, kernel_initializer='glorot_uniform', "
        "bias_initializer='zeros', kernel_regularizer=None, bias_regularizer=None, "
        "activity_regularizer=None, kernel_constraint=None, bias_constraint=None, "
        "implementation=1, **kwargs"
    ),
    "RandomHeight": "factor, interpolation='bilinear', seed=None, **kwargs",
    "RandomWidth": "factor, interpolation='bilinear', seed=None, **kwargs",
    "ThresholdedReLU": "theta=1.0, **kwargs",
}
