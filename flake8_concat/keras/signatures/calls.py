"""What `call()` of each layer takes, as `inspect.signature` of Keras 3.15.1 says."""

from __future__ import annotations

from functools import cache

from flake8_concat.keras.registry import Signature, parse_signature

IMAGE_LAYERS = (
    "AugMix AutoContrast CenterCrop ContrastLimitedAdaptiveHistogramEqualization CutMix "
    "Equalization MaxNumBoundingBoxes MixUp RandAugment RandomBrightness RandomColorDegeneration "
    "RandomColorJitter RandomContrast RandomCrop RandomElasticTransform RandomErasing RandomFlip "
    "RandomGaussianBlur RandomGrayscale RandomHue RandomInvert RandomPerspective "
    "RandomPosterization RandomRotation RandomSaturation RandomSharpness RandomShear "
    "RandomTranslation RandomZoom Resizing Solarization"
).split()

# By signature the layers that have it. All others take `inputs` alone.
_SHARED = {
    "inputs, training=False": (
        "AlphaDropout Dropout FlaxLayer GaussianDropout GaussianNoise JaxLayer SpatialDropout1D "
        "SpatialDropout2D SpatialDropout3D SpectralNormalization"
    ),
    "sequences, initial_state=None, mask=None, training=False": (
        "ConvLSTM1D ConvLSTM2D ConvLSTM3D GRU LSTM RNN SimpleRNN"
    ),
    "sequences, initial_state=None, mask=None, training=None": "Bidirectional",
    "inputs, mask=None": "GlobalAveragePooling1D Softmax",
    "inputs, mask=None, training=False, return_attention_scores=False, use_causal_mask=False": (
        "AdditiveAttention Attention"
    ),
    "inputs, training=None, mask=None": "BatchNormalization TimeDistributed",
    "inputs, training=None": "Dense EinsumDense",
    "inputs, states, training=False": "GRUCell LSTMCell",
    "sequence, states, training=False": "SimpleRNNCell",
    "inputs, states, training=False, **kwargs": "StackedRNNCells",
    "query, value, key=None, query_mask=None, value_mask=None, key_mask=None, "
    "attention_mask=None, return_attention_scores=False, training=None, use_causal_mask=False": (
        "GroupQueryAttention MultiHeadAttention"
    ),
    "inputs, count_weights=None": "CategoryEncoding",
    "inputs, mask=None, training=None": "Lambda",
    "inputs, training=True, mask=None": "Pipeline",
    "x": "RMSNormalization",
    "inputs, reverse=False": "ReversibleEmbedding",
    "inputs, training=False, **kwargs": "TFSMLayer",
    "*args, **kwargs": "Layer Wrapper",
    "*args, training=None, **kwargs": "TorchModuleWrapper",
    "": "InputLayer",
}
CALLS = {name: text for text, names in _SHARED.items() for name in names.split()}
CALLS |= dict.fromkeys(IMAGE_LAYERS, "data, training=True")

# Layers that take numbers, words and lists of them in the place of tensors.
TAKE_VALUES = frozenset(
    {
        *("CategoryEncoding", "Discretization", "HashedCrossing", "Hashing", "IntegerLookup"),
        *("MelSpectrogram", "Normalization", "Pipeline", "Rescaling", "StringLookup"),
        *("TextVectorization", *IMAGE_LAYERS),
    }
)


@cache
def call_signature(name: str) -> Signature:
    """The signature of a layer's `call()`."""
    return parse_signature(CALLS.get(name, "inputs"))
