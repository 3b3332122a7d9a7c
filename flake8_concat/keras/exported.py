"""Names that modules of Keras and TensorFlow certainly do not have.

A module that came with Keras 3 has what is known of it and nothing else. In the others a name is
missing if `keras.ops` has it and no release of theirs ever did: `tf.concatenate`, `K.split`; or if
it is one letter away from a name that they have: `tf.reduce_men`.
tests/oracle/test_exported.py asks the modules themselves.
"""

from __future__ import annotations

from functools import cache, lru_cache

from flake8_concat.keras.misspelt import misspelt, one_slip
from flake8_concat.keras.registry import OPS
from flake8_concat.keras.renamed import MEANT
from flake8_concat.keras.signatures.gone import GONE
from flake8_concat.keras.signatures.names import NAMES
from flake8_concat.shapes import Mismatch, Refusal

# All that they have beside the functions on tensors that the registry knows.
OTHERS = {
    "keras.ops": "dtype image linalg nn numpy",
    "keras.ops.image": "",
    "keras.random": "SeedGenerator",
    "keras.tree": (
        "MAP_TO_NONE assert_same_paths assert_same_structure flatten flatten_with_path is_nested "
        "lists_to_tuples map_shape_structure map_structure map_structure_up_to pack_sequence_as "
        "traverse"
    ),
}
# The modules of `keras.ops`, of which each function is in one at most, and what is in none.
MODULES_OF_OPS = {
    "keras.ops.nn": (
        "adaptive_average_pool adaptive_max_pool average_pool batch_normalization "
        "binary_crossentropy categorical_crossentropy celu conv conv_transpose ctc_decode "
        "ctc_loss depth_to_space depthwise_conv dot_product_attention elu fold gelu glu "
        "hard_shrink hard_sigmoid hard_silu hard_swish hard_tanh layer_normalization leaky_relu "
        "log_sigmoid log_softmax max_pool moments multi_hot normalize one_hot polar psnr relu "
        "relu6 rms_normalization selu separable_conv sigmoid silu soft_shrink softmax softplus "
        "softsign space_to_depth sparse_categorical_crossentropy sparse_plus sparse_sigmoid "
        "sparsemax squareplus swish tanh_shrink threshold unfold"
    ),
    "keras.ops.linalg": (
        "cholesky cholesky_inverse det eig eigh inv jvp lstsq lu_factor matrix_rank norm pinv qr "
        "solve solve_triangular svd"
    ),
    "": (
        "associative_scan cast cdist cond convert_to_numpy convert_to_tensor custom_gradient dtype "
        "erf erfc erfinv extract_sequences fft fft2 fori_loop ifft2 image in_top_k irfft is_tensor "
        "istft linalg logdet logsumexp map nn numpy rearrange rfft rsqrt saturate_cast scan "
        "scatter scatter_update segment_max segment_min segment_prod segment_sum shape slice "
        "slice_update stft stop_gradient switch top_k unstack vectorized_map view_as_complex "
        "view_as_real while_loop"
    ),
}
OF_OPS = frozenset({"keras.ops.numpy", "keras.ops.nn", "keras.ops.linalg"})
# What `keras.ops` has and these have too, or once had.
SHARED = {
    "keras.backend": "dtype image linalg nn numpy slice",
    "keras.layers": (
        "add average concatenate dot dtype image linalg maximum minimum multiply nn numpy subtract"
    ),
    "tf": (
        "abs add angle argmax argmin argsort bincount broadcast_to cast ceil cholesky cond conj "
        "conv convert_to_tensor cos cosh count_nonzero cross cumprod cumsum custom_gradient "
        "depth_to_space diag divide dtype eig einsum equal erf erfc exp expand_dims expm1 eye fft "
        "floor greater greater_equal identity imag image inv is_tensor less less_equal linalg "
        "linspace log log1p log_sigmoid logical_and logical_not logical_or logical_xor matmul "
        "maximum meshgrid minimum mod multiply negative nn norm not_equal numpy one_hot ones "
        "ones_like pad qr real reciprocal repeat reshape roll round rsqrt saturate_cast scan "
        "scatter_update searchsorted segment_max segment_min segment_prod segment_sum select "
        "shape sigmoid sign sin sinh size slice sort space_to_depth split sqrt square squeeze "
        "stack stop_gradient subtract svd tan tanh tensordot tile trace transpose unique "
        "unravel_index unstack vectorized_map where while_loop zeros zeros_like"
    ),
    "tf.math": (
        "abs add angle argmax argmin bincount ceil conj cos cosh count_nonzero cumprod cumsum "
        "divide divide_no_nan equal erf erfc erfinv exp expm1 floor greater greater_equal imag "
        "in_top_k less less_equal log log1p log_sigmoid log_softmax logical_and logical_not "
        "logical_or logical_xor maximum minimum mod multiply negative nextafter not_equal real "
        "reciprocal round rsqrt segment_max segment_min segment_prod segment_sum sigmoid sign sin "
        "sinh softmax softplus softsign sqrt square subtract tan tanh top_k"
    ),
    "tf.nn": (
        "batch_normalization conv_transpose ctc_loss depth_to_space elu gelu in_top_k leaky_relu "
        "log_softmax max_pool moments relu relu6 selu sigmoid silu softmax softplus softsign "
        "space_to_depth swish tanh top_k"
    ),
}
# All that is in them since Keras 3.
IN_KERAS_3 = NAMES | {
    "keras": (
        "DTypePolicy FloatDTypePolicy Function Initializer Input InputSpec KerasTensor Layer Loss "
        "Metric Model Operation Optimizer Quantizer Regularizer RematScope Sequential "
        "StatelessScope SymbolicScope Variable activations api applications backend callbacks "
        "config constraints datasets device distillation distribution dtype_policies export "
        "initializers layers legacy losses metrics mixed_precision models name_scope ops "
        "optimizers preprocessing quantizers random regularizers remat saving src tree utils "
        "version visualization wrappers"
    ),
    "keras.activations": (
        "celu deserialize elu exponential gelu get glu hard_shrink hard_sigmoid hard_silu "
        "hard_swish hard_tanh leaky_relu linear log_sigmoid log_softmax mish relu relu6 selu "
        "serialize sigmoid silu soft_shrink softmax softplus softsign sparse_plus sparse_sigmoid "
        "sparsemax squareplus swish tanh tanh_shrink threshold"
    ),
    "keras.backend": (
        "backend clear_session epsilon floatx get_uid image_data_format is_float_dtype "
        "is_int_dtype is_keras_tensor result_type set_epsilon set_floatx set_image_data_format "
        "standardize_dtype"
    ),
}


# What functions of TensorFlow 1 are called since, where that is another word.
TODAY = {
    "arg_max": "argmax",
    "arg_min": "argmin",
    "div": "divide",
    "lin_space": "linspace",
    "matrix_determinant": "det",
    "matrix_inverse": "inv",
    "random_normal": "normal",
    "random_shuffle": "shuffle",
    "random_uniform": "uniform",
    "resize_bicubic": "resize",
    "resize_bilinear": "resize",
    "resize_image_with_crop_or_pad": "resize_with_crop_or_pad",
    "resize_images": "resize",
    "resize_nearest_neighbor": "resize",
    "to_double": "cast",
    "to_float": "cast",
    "to_int32": "cast",
    "to_int64": "cast",
}


# Networks that older releases had, or packages of their own that went by the same name.
FORMER_NETWORKS = ("MusicTagger", "RegNet", "ResNeXt", "ResNetRS")
# Layers of other libraries, of which no Keras has one.
OF_TORCH = {
    "BatchNorm": "BatchNormalization",
    "BatchNorm1d": "BatchNormalization",
    "BatchNorm2d": "BatchNormalization",
    "Conv": "Conv2D",
    "LayerNorm": "LayerNormalization",
    "Linear": "Dense",
    "MaxPool": "MaxPooling2D",
    "MultiheadAttention": "MultiHeadAttention",
}


@lru_cache(maxsize=4096)  # the same names are read in one file after the other
def no_such_name(name: str, *, of_keras_3: bool) -> Mismatch | None:
    """The refusal of a full name that leads to nothing, None if it may lead somewhere.

    of_keras_3: whether it certainly is read from the modules of Keras 3, not of `tf.keras`
    """
    room, _, last = name.rpartition(".")
    if last.startswith("_"):
        return None
    if room == "keras.layers" and (layer := misspelt(last)) is not None:
        what = f"{room} has no `{last}`"
        return Mismatch(Refusal.WRONG_SHAPE, what, remedy=f"there is `{layer}`")
    if room in OF_OPS:
        missing = last not in _of_module(room)
    elif of_keras_3 and room in IN_KERAS_3:
        missing = last not in _words(IN_KERAS_3[room])
    elif room in OTHERS:
        missing = last not in names_of(room)
    elif room == "keras.applications" and last[:1].isupper():
        missing = last not in _words(NAMES[room]) and not last.startswith(FORMER_NETWORKS)
    elif room == "keras.layers" and last in OF_TORCH:
        missing = True
    else:
        missing = name not in OPS and (last in _never_had(room) or _misspelt(room, last))
    if not missing:
        return None
    meant = _meant(room, last)
    what = f"{room} has no `{last}`"
    return Mismatch(Refusal.WRONG_SHAPE, what, remedy=f"there is {meant}" if meant else None)


@lru_cache(maxsize=4096)
def gone(name: str) -> Mismatch | None:
    """The refusal of a full name that TensorFlow has no more, None if it has it or never had."""
    if not _is_gone(name):
        return None
    room, _, last = name.rpartition(".")
    meant = TODAY.get(last, last)
    there = (f"{home}.{meant}" for home in ("tf", "tf.math", "tf.linalg", "tf.random", "tf.image"))
    found = next((full for full in there if full in OPS and not _is_gone(full)), None)
    what = f"{room} has no `{last}` since TensorFlow 2"
    return Mismatch(Refusal.WRONG_SHAPE, what, remedy=f"there is {found}" if found else None)


def _is_gone(name: str) -> bool:
    room, _, last = name.rpartition(".")
    return room in GONE and last in _words(GONE[room])


@cache
def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


@cache
def _of_module(room: str) -> frozenset[str]:
    """The names of a module of `keras.ops`; that of NumPy's functions has all that are left."""
    if room in MODULES_OF_OPS:
        return _words(MODULES_OF_OPS[room])
    return names_of("keras.ops").difference(*map(_words, MODULES_OF_OPS.values()))


@cache
def _never_had(room: str) -> frozenset[str]:
    """The names in `keras.ops` that no release of another module had, as far as that is told."""
    return names_of("keras.ops") - _words(SHARED[room]) if room in SHARED else frozenset()


# Names one letter away from those of functions, which the modules have or once had.
NO_SLIPS = {
    "keras.backend": "set_value",
    "tf": "Print case conv fft3d fftnd ifft3d ifftnd image",
    "tf.signal": "fftnd ifftnd irfft3d irfftnd mdct rfft3d rfftnd",
}
# The modules of whose functions all are known that are so near to one another.
SPELT = frozenset(
    ("keras.backend", "tf", "tf.image", "tf.linalg", "tf.math", "tf.nn", "tf.random", "tf.signal")
)


@cache
def _misspelt(room: str, last: str) -> bool:
    """Whether a name certainly is a slip of the pen: one letter more, less, other or exchanged."""
    if room not in SPELT or len(last) < 3 or last in _words(NO_SLIPS.get(room, "")):
        return False
    return any(one_slip(last, known) for known in _functions(room))


@cache
def _functions(room: str) -> frozenset[str]:
    """The functions on tensors that the registry knows of a module."""
    return frozenset(n[len(room) + 1 :] for n in OPS if n.rpartition(".")[0] == room)


@cache
def names_of(room: str) -> frozenset[str]:
    """All names of a module that came with Keras 3."""
    known = {n[len(room) + 1 :] for n in OPS if n.startswith(room + ".")}
    if room == "keras.ops":  # the registry knows those of `image` by their last names as well
        known -= {n.removeprefix("image.") for n in known if n.startswith("image.")}
    return frozenset({*(n for n in known if "." not in n), *OTHERS[room].split()})


def _meant(room: str, last: str) -> str | None:
    """The name that was meant, as far as one can tell."""
    from difflib import get_close_matches

    if room == "keras.layers" and last in OF_TORCH:
        return f"`{OF_TORCH[last]}`"
    if room in OF_OPS:
        room = "keras.ops"
        if last in names_of(room):
            return f"keras.ops.{last}"
    if room not in OTHERS:
        for same in (f"tf.reduce_{last}" if room == "tf" else "", f"keras.ops.{last}"):
            if same in OPS:
                return same
        if room in SPELT:
            near = next((k for k in sorted(_functions(room)) if one_slip(last, k)), None)
            return f"`{near}`" if near else None
        if room not in IN_KERAS_3:
            return None
    known = names_of(room) if room in OTHERS else IN_KERAS_3[room].split()
    for name in (MEANT.get(last, ""), last.removeprefix("reduce_")):
        if name in known:
            return f"`{name}`"
    if f"keras.ops.image.{last}" in OPS:
        return f"keras.ops.image.{last}"
    found = get_close_matches(last, known, 1, 0.8)
    return f"`{found[0]}`" if found else None
