"""The words that layers take for activations, initializers, regularizers and constraints.

Mirrors `get` of keras.activations, keras.initializers and so on: a word that none of them goes by
is refused where the layer is made, and so is a number.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from flake8_concat.keras.arguments import shown
from flake8_concat.keras.kinds_of_arguments import NEVER, kind_of
from flake8_concat.keras.naming import to_snake_case
from flake8_concat.keras.registry import Args
from flake8_concat.shapes import Mismatch, Refusal, Shape

ACTIVATIONS = frozenset(
    (
        "celu elu exponential gelu glu hard_shrink hard_sigmoid hard_silu hard_swish hard_tanh "
        "leaky_relu linear log_sigmoid log_softmax mish relu relu6 selu sigmoid silu soft_shrink "
        "softmax softplus softsign sparse_plus sparse_sigmoid sparsemax squareplus swish tanh "
        "tanh_shrink threshold"
    ).split()
)


def _of_classes(names: str, others: str = "") -> frozenset[str]:
    """The names of classes, the same in snake case, and other words."""
    classes = names.split()
    return frozenset([*classes, *map(to_snake_case, classes), *others.split()])


WORDS = {
    "activation": ACTIVATIONS,
    "initializer": _of_classes(
        "Constant GlorotNormal GlorotUniform HeNormal HeUniform Identity Initializer LecunNormal "
        "LecunUniform Ones Orthogonal RandomNormal RandomUniform STFT TruncatedNormal "
        "VarianceScaling Zeros",
        "IdentityInitializer OrthogonalInitializer STFTInitializer normal one uniform zero",
    ),
    "regularizer": _of_classes("L1 L1L2 L2 OrthogonalRegularizer Regularizer"),
    "constraint": _of_classes("Constraint MaxNorm MinMaxNorm NonNeg UnitNorm"),
}
# What `compile` takes words for; it tells no capitals apart in that of an optimizer.
TRAINING = {
    "optimizer": frozenset(
        (
            "adadelta adafactor adagrad adam adamax adamw ftrl lion lossscaleoptimizer "
            "multioptimizer muon nadam optimizer optimizermap rmsprop schedulefreeadamw sgd"
        ).split()
    ),
    "loss": _of_classes(
        "BinaryCrossentropy BinaryFocalCrossentropy CTC CategoricalCrossentropy "
        "CategoricalFocalCrossentropy CategoricalHinge Circle CosineSimilarity Dice Hinge Huber "
        "KLDivergence LogCosh Loss LossFunctionWrapper MeanAbsoluteError "
        "MeanAbsolutePercentageError MeanSquaredError MeanSquaredLogarithmicError Poisson "
        "SparseCategoricalCrossentropy SquaredHinge Tversky",
        "BCE KLD MAE MAPE MSE MSLE bce ce crossentropy kld mae mape mse msle",
    ),
    "metric": _of_classes(
        "AUC Accuracy BinaryAccuracy BinaryCrossentropy BinaryIoU CategoricalAccuracy "
        "CategoricalCrossentropy CategoricalHinge ConcordanceCorrelation CosineSimilarity F1Score "
        "FBetaScore FalseNegatives FalsePositives Hinge IoU KLDivergence LogCoshError Mean "
        "MeanAbsoluteError MeanAbsolutePercentageError MeanIoU MeanMetricWrapper "
        "MeanSquaredError MeanSquaredLogarithmicError Metric OneHotIoU OneHotMeanIoU "
        "PearsonCorrelation Poisson Precision PrecisionAtRecall R2Score Recall RecallAtPrecision "
        "RootMeanSquaredError SensitivityAtSpecificity SparseCategoricalAccuracy "
        "SparseCategoricalCrossentropy SparseTopKCategoricalAccuracy SpecificityAtSensitivity "
        "SquaredHinge Sum TopKCategoricalAccuracy TrueNegatives TruePositives",
        "BCE MAE MAPE MSE MSLE acc bce ce crossentropy mae mape mse msle",
    ),
}


# The types of tensors: what keras.src.backend.standardize_dtype takes, and what older Keras did.
DTYPES = frozenset(
    (
        "bfloat16 bool complex128 complex64 double float float16 float32 float64 float8_e4m3fn "
        "float8_e5m2 half int int16 int32 int4 int64 int8 long object qint16 qint32 qint8 quint16 "
        "quint8 resource str string uint16 uint32 uint4 uint64 uint8 variant"
    ).split()
)


def refused_dtype(value: Any) -> Mismatch | None:
    """The refusal of a word that no Keras takes for the type of an Input."""
    if isinstance(value, (bool, int, float)) and value:
        return Mismatch(Refusal.WRONG_SHAPE, f"`dtype` must be the name of a type, is {value}")
    if not isinstance(value, str) or value in DTYPES:
        return None
    what = f"`dtype`: there is no type {value!r}"
    return Mismatch(Refusal.WRONG_SHAPE, what, remedy=_nearest(value, DTYPES))


MIXED = ("mixed_float16", "mixed_bfloat16")  # policies beside the types


def refused_policy(layer: str, args: Args) -> Mismatch | None:
    """The refusal of what no Keras takes for the `dtype` of a layer (keras.dtype_policies.get)."""
    if layer in ("IntegerLookup", "StringLookup"):  # they drop it
        return None
    value = args.get("dtype")
    if isinstance(value, str):
        if value in MIXED or "_from_" in value or value in FORMER_POLICIES:
            return None
        return refused_dtype(value)
    plain = isinstance(value, (bool, int, float, list, tuple, *NEVER))
    plain = (plain and not isinstance(value, Shape)) or kind_of(value) == "layer"
    if plain or (isinstance(value, Shape) and value):
        return Mismatch(
            Refusal.WRONG_SHAPE, f"`dtype` must be the name of a type, is {shown(value)}"
        )
    return None


FORMER_POLICIES = frozenset({"_infer", "infer", "infer_with_float32_vars"})  # of tf.keras


class NoSuchWord(Mismatch):
    """A word that Keras does not know, unless the program has told it."""


class SeedGenerator:
    """What `keras.random.SeedGenerator(…)` makes."""


# Layers that make a SeedGenerator of their `seed`, and can't make it of anything but an integer.
SEEDED = frozenset(
    {
        *("AugMix", "ConvLSTM1D", "ConvLSTM2D", "ConvLSTM3D", "CutMix", "GRU", "GRUCell"),
        *("GaussianNoise", "LSTM", "LSTMCell", "MixUp", "RandAugment", "RandomBrightness"),
        *("RandomColorDegeneration", "RandomColorJitter", "RandomContrast", "RandomCrop"),
        *("RandomElasticTransform", "RandomErasing", "RandomFlip", "RandomGaussianBlur"),
        *("RandomGrayscale", "RandomHue", "RandomInvert", "RandomPerspective"),
        *("RandomPosterization", "RandomRotation", "RandomSaturation", "RandomSharpness"),
        *("RandomShear", "RandomTranslation", "RandomZoom", "SimpleRNN", "SimpleRNNCell"),
        "Solarization",
    }
)
# The same, unless nothing is dropped.
SEEDED_DROPOUTS = frozenset(
    {
        *("AdditiveAttention", "Attention"),
        *("AlphaDropout", "Dropout", "GaussianDropout", "SpatialDropout1D", "SpatialDropout2D"),
        "SpatialDropout3D",
    }
)


def refused_seed(layer: str, args: Args) -> Mismatch | None:
    """The refusal of a seed that is no integer."""
    seed, rate = args.get("seed"), args.get("rate", args.get("dropout"))
    drops = isinstance(rate, (int, float)) and rate > 0
    if layer not in SEEDED and not (layer in SEEDED_DROPOUTS and drops):
        return None
    kind = "word" if seed == "" else kind_of(seed)
    known = ("bytes", "dict", "float", "layer", "list", "object", "word")
    if kind not in known and type(seed) is not SeedGenerator:
        return None
    what = "a SeedGenerator" if isinstance(seed, SeedGenerator) else shown(seed)
    return Mismatch(Refusal.WRONG_SHAPE, f"`seed` must be an integer, is {what}")


# What a layer keeps as it is.
NOT_READ = frozenset(
    {("HashedCrossing", "activity_regularizer"), ("SimpleRNN", "activity_regularizer")}
)


def refused_identifier(layer: str, args: Args) -> Mismatch | None:
    """The refusal of an argument that says no activation, initializer and so on; None if all do."""
    for name, kind, value in _identifiers(args):
        if (layer, name) in NOT_READ:
            continue
        if isinstance(value, str):
            if value in WORDS[kind]:
                continue
            return _no_such_word(name, kind, value, WORDS[kind])
        if isinstance(value, (bool, int, float, *NEVER)):
            what = f"`{name}` must be {_article(kind)} {kind}, is {shown(value)}"
        elif isinstance(value, (list, tuple)) and not isinstance(value, Shape):
            what = f"`{name}` must be {_article(kind)} {kind}, is a {type(value).__name__.lower()}"
        elif isinstance(value, dict) and "class_name" not in value and _is_whole(value):
            what = f"`{name}` must be {_article(kind)} {kind}, is a dict without a class_name"
        elif isinstance(value, Shape) and kind != "initializer":  # that may be an array
            what = f"`{name}` must be {_article(kind)} {kind}, is {shown(value)}"
        else:
            continue
        return Mismatch(Refusal.WRONG_SHAPE, what)
    return None


def _identifiers(args: Args) -> Iterator[tuple[str, str, Any]]:
    """The arguments that are such words: (name, kind, value)."""
    for name, value in args.items():
        kind = name.rpartition("_")[2]
        if kind in WORDS and value is not None:
            yield name, kind, value


def _is_whole(value: Any) -> bool:
    return getattr(value, "blur", None) is None


def _article(kind: str) -> str:
    return "an" if kind[0] in "ai" else "a"


def refused_in_training(kind: str, value: Any) -> Mismatch | None:
    """The refusal of a word that is no optimizer, loss or metric; a list of words is gone through.

    Mirrors `get` of keras.optimizers, keras.losses and keras.metrics.
    """
    if isinstance(value, (list, tuple)) and kind != "optimizer":
        found = (refused_in_training(kind, item) for item in value)
        return next((refusal for refusal in found if refusal is not None), None)
    known = TRAINING[kind]
    word = value.lower() if kind == "optimizer" and isinstance(value, str) else value
    return (
        _no_such_word(kind, kind, value, known)
        if isinstance(word, str) and word not in known
        else None
    )


def refused_word(kind: str, value: Any) -> Mismatch | None:
    """The refusal of what `keras.activations.get` and its kin find nothing for."""
    known = WORDS[kind] if kind in WORDS else TRAINING[kind]
    if isinstance(value, str):
        word = value.lower() if kind == "optimizer" else value
        return None if word in known else _no_such_word("identifier", kind, value, known)
    if isinstance(value, (bool, int, float)):
        what = f"`identifier` must be {_article(kind)} {kind}, is {value}"
        return Mismatch(Refusal.WRONG_SHAPE, what)
    return None


def _no_such_word(name: str, kind: str, value: str, known: Iterable[str]) -> NoSuchWord:
    what = f"`{name}`: there is no {kind} {value!r}"
    return NoSuchWord(Refusal.WRONG_SHAPE, what, remedy=_nearest(value, known))


def _nearest(value: str, known: Iterable[str]) -> str | None:
    """The word that was perhaps meant."""
    from difflib import get_close_matches

    found = get_close_matches(value, sorted(known), 1)
    return f"there is {found[0]!r}" if found else None
