"""The settings of Keras, and helpers of keras.applications that model files call."""

from __future__ import annotations

from typing import Any

from flake8_concat.keras import applications
from flake8_concat.keras.arguments import sizes
from flake8_concat.keras.graph import Tensor
from flake8_concat.shapes import (
    Unknown,
    is_none,
)
from flake8_concat.trace.library.objects import Namespace
from flake8_concat.trace.own_specs import refused_spec
from flake8_concat.trace.values import (
    List,
)


class Settings:
    """The part of the tracer that mirrors small functions of Keras itself."""

    def set_data_format(self: Any, value: Any = None, data_format: Any = None) -> None:
        """`keras.config.set_image_data_format(…)` and its old spellings."""
        value = {"tf": "channels_last", "th": "channels_first"}.get(
            value or data_format, value or data_format
        )
        if value in ("channels_last", "channels_first"):
            self.facts.image_data_format = value

    def standard_data_format(self: Any, data_format: Any = None) -> Any:
        """Mirrors keras.src.backend.standardize_data_format."""
        if data_format is None:
            return self.facts.image_data_format
        return data_format.lower() if isinstance(data_format, str) else data_format

    def standard_tuple(
        self: Any, value: Any, n: Any, name: Any, allow_zero: Any = False, **options: Any
    ) -> Any:
        """Mirrors keras.src.utils.argument_validation.standardize_tuple."""
        if type(n) is not int or not isinstance(name, str):
            return Unknown("`n` is not a known number")
        return sizes(value, n, name, zero=allow_zero is True)

    def input_spec(
        self: Any,
        dtype: Any = None,
        shape: Any = None,
        ndim: Any = None,
        max_ndim: Any = None,
        min_ndim: Any = None,
        axes: Any = None,
        **options: Any,
    ) -> Namespace:
        """Mirrors keras.layers.InputSpec, as far as a layer reads its own."""
        refusal = refused_spec(shape, axes, ndim or max_ndim, options)
        if refusal is not None and not self.tentative:
            self.no_outcome("InputSpec", (), {"shape": shape, "axes": axes}, refusal)
        if isinstance(shape, (tuple, list)):
            ndim, shape = len(shape), tuple(shape)
        found = {"dtype": dtype, "shape": shape, "ndim": ndim, "max_ndim": max_ndim}
        return Namespace("keras.layers.InputSpec", {**found, "min_ndim": min_ndim, "axes": axes})

    def obtain_input_shape(
        self: Any,
        input_shape: Any,
        default_size: Any,
        min_size: Any,
        data_format: Any = None,
        require_flatten: Any = None,
        weights: Any = None,
        include_top: Any = None,
    ) -> Any:
        """Mirrors keras.src.applications.imagenet_utils.obtain_input_shape."""
        for value in (input_shape, default_size, min_size, require_flatten, weights):
            if isinstance(value, Unknown):
                return Unknown(value.why)
        first = (data_format or self.facts.image_data_format) == "channels_first"
        top = bool(require_flatten if require_flatten is not None else include_top)
        found = applications.obtain(
            input_shape,
            default_size,
            min_size,
            first=first,
            top=top,
            imagenet=weights == "imagenet",
        )
        return tuple(found)

    def correct_pad(self: Any, *args: Any) -> Any:
        """Mirrors imagenet_utils.correct_pad; keras_applications has `backend` before the rest."""
        inputs, kernel = args[-2:]
        if isinstance(kernel, int):
            kernel = (kernel, kernel)
        if not isinstance(inputs, Tensor) or not isinstance(kernel, tuple) or len(kernel) != 2:
            return Unknown("the padding depends on what is not known")
        shape = inputs.shape
        if isinstance(shape, Unknown) or len(shape) != 4:
            return Unknown("the padding depends on a size that is not known")
        sizes = shape[2:4] if self.facts.image_data_format == "channels_first" else shape[1:3]
        # a None counts as even there
        odd = [
            0 if is_none(sizes[0]) else sizes[i] % 2 if type(sizes[i]) is int else None
            for i in (0, 1)
        ]
        if None in odd or not all(isinstance(k, int) for k in kernel):
            return Unknown("the padding depends on a size that is not known")
        return tuple((k // 2 - 1 + o, k // 2) for k, o in zip(kernel, odd, strict=True))

    def get_submodules(self: Any, kwargs: Any) -> Any:
        """Mirrors keras_applications.get_submodules_from_kwargs."""
        names = ("backend", "layers", "models", "utils")
        if not isinstance(kwargs, dict):
            return Unknown("the modules are handed over in a way that is not followed")
        return tuple(kwargs.get(name, self.external(f"keras.{name}")) for name in names)

    def source_inputs(self: Any, tensor: Any) -> Any:
        """`keras.utils.get_source_inputs(tensor)`."""
        if not isinstance(tensor, Tensor):
            return Unknown("the inputs of something that is no tensor")
        return List(applications.sources(tensor))

    def clear_session(self: Any, *args: Any) -> None:
        """`keras.utils.clear_session()`: names count from the beginning."""
        self.names.clear()
