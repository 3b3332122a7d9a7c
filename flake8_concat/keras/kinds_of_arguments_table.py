"""The table of kinds_of_arguments.py: by layer and parameter the kinds that Keras never takes."""

from __future__ import annotations

Table = dict[tuple[str, ...], dict[str, str]]

# By kinds and parameter the layers whose constructor refuses these. Where some words mean
# something, and where lists of some lengths do, all of them are left out.
REFUSED: Table = {
    ("float",): {
        "axis": "Normalization",
        "output_shape": "MultiHeadAttention",
    },
    ("list",): {
        "use_cudnn": "GRU LSTM",
        "output_mode": (
            "CategoryEncoding Discretization Hashing IntegerLookup StringLookup TextVectorization"
        ),
        "scale": "RandomPerspective",
    },
    ("none",): {
        "fft_length": "MelSpectrogram",
        "layer": "Bidirectional SpectralNormalization TimeDistributed Wrapper",
    },
    ("word",): {
        "brightness_factor": "RandomColorJitter",
        "contrast_factor": "RandomColorJitter",
        "factor": "RandomBrightness RandomRotation",
        "hue_factor": "RandomColorJitter",
        "saturation_factor": "RandomColorJitter",
        "sequence_length": "MelSpectrogram",
        "width_factor": "RandomZoom",
    },
    ("float", "number"): {
        "mask_token": "StringLookup",
        "vocabulary": "IntegerLookup StringLookup TextVectorization",
    },
    ("none", "float"): {
        "output_shape": "EinsumDense",
    },
    ("none", "list"): {
        "epsilon": "BatchNormalization",
        "fill_value": "MaxNumBoundingBoxes",
        "head_dim": "GroupQueryAttention",
        "max_number": "MaxNumBoundingBoxes",
        "momentum": "BatchNormalization",
        "rate": (
            "AlphaDropout Dropout GaussianDropout SpatialDropout1D SpatialDropout2D "
            "SpatialDropout3D"
        ),
        "stddev": "GaussianNoise",
    },
    ("none", "word"): {
        "addition_factor": "Solarization",
        "factor": (
            "AugMix CutMix RandAugment RandomColorDegeneration RandomContrast "
            "RandomElasticTransform RandomErasing RandomGaussianBlur RandomGrayscale RandomHue "
            "RandomInvert RandomPerspective RandomPosterization RandomSaturation RandomSharpness"
        ),
        "height_factor": "RandomTranslation RandomZoom",
        "kernel_size": "RandomGaussianBlur",
        "scale": "RandomElasticTransform RandomErasing RandomPerspective",
        "sigma": "RandomGaussianBlur",
        "threshold_factor": "Solarization",
        "width_factor": "RandomTranslation",
        "x_factor": "RandomShear",
        "y_factor": "RandomShear",
    },
    ("word", "float"): {
        "attention_axes": "MultiHeadAttention",
        "mask_token": "IntegerLookup",
        "ngrams": "TextVectorization",
        "salt": "StringLookup",
    },
    ("word", "list"): {
        "frame_step": "STFTSpectrogram",
        "l1": "ActivityRegularization",
        "l2": "ActivityRegularization",
        "max_tokens": "IntegerLookup StringLookup TextVectorization",
        "max_value": "ReLU",
        "sliding_window": "GroupQueryAttention",
    },
    ("list", "float", "number"): {
        "scaling": "STFTSpectrogram",
        "split": "TextVectorization",
        "standardize": "TextVectorization",
    },
    ("none", "float", "number"): {
        "padding": "ConvLSTM1D ConvLSTM2D ConvLSTM3D",
    },
    ("none", "word", "list"): {
        "dropout": (
            "AdditiveAttention Attention ConvLSTM1D ConvLSTM2D ConvLSTM3D GRU GRUCell LSTM "
            "LSTMCell SimpleRNN SimpleRNNCell"
        ),
        "frame_length": "STFTSpectrogram",
        "negative_slope": "ReLU",
        "num_key_value_heads": "GroupQueryAttention",
        "num_query_heads": "GroupQueryAttention",
        "power_iterations": "SpectralNormalization",
        "recurrent_dropout": (
            "ConvLSTM1D ConvLSTM2D ConvLSTM3D GRU GRUCell LSTM LSTMCell SimpleRNN SimpleRNNCell"
        ),
        "sampling_rate": "MelSpectrogram",
        "threshold": "ReLU",
    },
    ("word", "float", "number"): {
        "dims": "Permute",
    },
    ("word", "list", "float"): {
        "fft_length": "STFTSpectrogram",
    },
    ("word", "list", "float", "number", "dict"): {
        "factor": (
            "AutoContrast CenterCrop RandomFlip RandomShear RandomTranslation RandomZoom Resizing "
            "Solarization"
        ),
    },
    ("none", "list", "float", "number"): {
        "fill_mode": (
            "RandomElasticTransform RandomRotation RandomShear RandomTranslation RandomZoom"
        ),
        "interpolation": (
            "AugMix RandAugment RandomElasticTransform RandomPerspective RandomRotation "
            "RandomShear RandomTranslation RandomZoom UpSampling2D"
        ),
        "mode": "STFTSpectrogram",
        "oov_method": "IntegerLookup",
        "output_mode": "HashedCrossing",
        "padding": "STFTSpectrogram",
        "score_mode": "Attention",
        "vocabulary_dtype": "IntegerLookup",
    },
    ("none", "word", "float", "number"): {
        "cells": "StackedRNNCells",
        "value_range": (
            "AugMix AutoContrast Equalization RandAugment RandomBrightness "
            "RandomColorDegeneration RandomPosterization RandomSaturation RandomSharpness "
            "Solarization"
        ),
    },
    ("none", "word", "list", "float"): {
        "groups": "GroupNormalization",
        "num_oov_indices": "IntegerLookup StringLookup",
    },
    ("word", "list", "float", "number"): {
        "backward_layer": "Bidirectional",
    },
    ("dict",): {
        "backward_layer": "Bidirectional",
        "cell": "RNN",
        "layer": "Bidirectional SpectralNormalization TimeDistributed Wrapper",
        "split": "TextVectorization",
        "standardize": "TextVectorization",
    },
    ("dict", "layer"): {
        "addition_factor": "Solarization",
        "axes": "Dot",
        "axis": "BatchNormalization LayerNormalization UnitNormalization",
        "contrast_factor": "RandomColorJitter",
        "cropping": "Cropping1D Cropping2D Cropping3D",
        "depth_multiplier": "DepthwiseConv1D DepthwiseConv2D SeparableConv1D SeparableConv2D",
        "dilation_rate": (
            "Conv1D Conv1DTranspose Conv2D Conv2DTranspose Conv3D Conv3DTranspose ConvLSTM1D "
            "ConvLSTM2D ConvLSTM3D DepthwiseConv1D DepthwiseConv2D SeparableConv1D "
            "SeparableConv2D"
        ),
        "dropout": (
            "AdditiveAttention Attention ConvLSTM1D ConvLSTM2D ConvLSTM3D GRU GRUCell LSTM "
            "LSTMCell SimpleRNN SimpleRNNCell"
        ),
        "epsilon": "BatchNormalization",
        "factor": (
            "AugMix CutMix RandAugment RandomColorDegeneration RandomContrast "
            "RandomElasticTransform RandomErasing RandomGaussianBlur RandomGrayscale RandomHue "
            "RandomInvert RandomPerspective RandomPosterization RandomSaturation "
            "RandomSharpness"
        ),
        "fft_length": "MelSpectrogram STFTSpectrogram",
        "fill_mode": (
            "RandomElasticTransform RandomRotation RandomShear RandomTranslation RandomZoom"
        ),
        "fill_value": "MaxNumBoundingBoxes",
        "filters": (
            "Conv1D Conv1DTranspose Conv2D Conv2DTranspose Conv3D Conv3DTranspose "
            "SeparableConv1D SeparableConv2D"
        ),
        "frame_length": "STFTSpectrogram",
        "frame_step": "STFTSpectrogram",
        "groups": "Conv1D Conv2D Conv3D GroupNormalization",
        "height_factor": "RandomTranslation RandomZoom",
        "hue_factor": "RandomColorJitter",
        "idf_weights": "IntegerLookup StringLookup TextVectorization",
        "input_dim": "Embedding ReversibleEmbedding",
        "interpolation": (
            "AugMix RandAugment RandomElasticTransform RandomPerspective RandomRotation "
            "RandomShear RandomTranslation RandomZoom UpSampling2D"
        ),
        "kernel_size": (
            "Conv1D Conv1DTranspose Conv2D Conv2DTranspose Conv3D Conv3DTranspose ConvLSTM1D "
            "ConvLSTM2D ConvLSTM3D DepthwiseConv1D DepthwiseConv2D RandomGaussianBlur "
            "SeparableConv1D SeparableConv2D"
        ),
        "key_dim": "MultiHeadAttention",
        "l1": "ActivityRegularization",
        "l2": "ActivityRegularization",
        "mask_token": "IntegerLookup StringLookup",
        "max_number": "MaxNumBoundingBoxes",
        "max_tokens": "IntegerLookup StringLookup TextVectorization",
        "max_value": "ReLU",
        "merge_mode": "Bidirectional",
        "mode": "STFTSpectrogram",
        "momentum": "BatchNormalization",
        "n": "RepeatVector",
        "negative_slope": "LeakyReLU ReLU",
        "ngrams": "TextVectorization",
        "num_bins": "Discretization Hashing",
        "num_heads": "MultiHeadAttention",
        "num_oov_indices": "IntegerLookup StringLookup",
        "num_tokens": "CategoryEncoding",
        "oov_method": "IntegerLookup",
        "output_dim": "Embedding ReversibleEmbedding",
        "output_mode": (
            "CategoryEncoding Discretization HashedCrossing Hashing IntegerLookup StringLookup "
            "TextVectorization"
        ),
        "output_padding": "Conv1DTranspose Conv2DTranspose Conv3DTranspose",
        "output_sequence_length": "TextVectorization",
        "output_size": (
            "AdaptiveAveragePooling1D AdaptiveAveragePooling2D AdaptiveAveragePooling3D "
            "AdaptiveMaxPooling1D AdaptiveMaxPooling2D AdaptiveMaxPooling3D"
        ),
        "padding": (
            "Conv1D Conv1DTranspose Conv2D Conv2DTranspose Conv3D Conv3DTranspose ConvLSTM1D "
            "ConvLSTM2D ConvLSTM3D DepthwiseConv1D DepthwiseConv2D STFTSpectrogram "
            "SeparableConv1D SeparableConv2D ZeroPadding1D ZeroPadding2D ZeroPadding3D"
        ),
        "pool_size": (
            "AveragePooling1D AveragePooling2D AveragePooling3D MaxPooling1D MaxPooling2D "
            "MaxPooling3D"
        ),
        "power_iterations": "SpectralNormalization",
        "rate": (
            "AlphaDropout Dropout GaussianDropout SpatialDropout1D SpatialDropout2D "
            "SpatialDropout3D"
        ),
        "recurrent_dropout": (
            "ConvLSTM1D ConvLSTM2D ConvLSTM3D GRU GRUCell LSTM LSTMCell SimpleRNN SimpleRNNCell"
        ),
        "salt": "Hashing IntegerLookup StringLookup",
        "sampling_rate": "MelSpectrogram",
        "saturation_factor": "RandomColorJitter",
        "scale": "RandomElasticTransform RandomErasing RandomPerspective",
        "scaling": "STFTSpectrogram",
        "score_mode": "Attention",
        "sigma": "RandomGaussianBlur",
        "size": "UpSampling1D UpSampling2D UpSampling3D",
        "sliding_window": "MultiHeadAttention",
        "stddev": "GaussianNoise",
        "strides": (
            "AveragePooling1D AveragePooling2D AveragePooling3D Conv1D Conv1DTranspose Conv2D "
            "Conv2DTranspose Conv3D Conv3DTranspose ConvLSTM1D ConvLSTM2D ConvLSTM3D "
            "DepthwiseConv1D DepthwiseConv2D MaxPooling1D MaxPooling2D MaxPooling3D "
            "SeparableConv1D SeparableConv2D"
        ),
        "threshold": "ReLU",
        "threshold_factor": "Solarization",
        "units": "Dense GRU GRUCell LSTM LSTMCell SimpleRNN SimpleRNNCell",
        "use_cudnn": "GRU LSTM",
        "value_dim": "MultiHeadAttention",
        "value_range": (
            "AugMix AutoContrast Equalization RandAugment RandomBrightness "
            "RandomColorDegeneration RandomPosterization RandomSaturation RandomSharpness "
            "Solarization"
        ),
        "vocabulary": "IntegerLookup StringLookup TextVectorization",
        "vocabulary_dtype": "IntegerLookup",
        "width_factor": "RandomTranslation RandomZoom",
        "x_factor": "RandomShear",
        "y_factor": "RandomShear",
    },
    ("layer",): {
        "attention_axes": "MultiHeadAttention",
        "axis": "Normalization",
        "brightness_factor": "RandomColorJitter",
        "cells": "StackedRNNCells",
        "dims": "Permute",
        "factor": "RandomBrightness RandomRotation",
        "noise_shape": "Dropout",
        "output_shape": "EinsumDense MultiHeadAttention",
        "sequence_length": "MelSpectrogram",
        "target_shape": "Reshape",
    },
    ("mixed",): {
        "value_range": (
            "AugMix AutoContrast Equalization RandAugment RandomBrightness "
            "RandomColorDegeneration RandomPosterization RandomSaturation "
            "RandomSharpness Solarization"
        ),
    },
    ("odd",): {
        "addition_factor": "Solarization",
        "brightness_factor": "RandomColorJitter",
        "contrast_factor": "RandomColorJitter",
        "factor": (
            "AugMix CutMix RandAugment RandomBrightness RandomColorDegeneration "
            "RandomContrast RandomElasticTransform RandomErasing RandomGaussianBlur "
            "RandomHue RandomInvert RandomPerspective RandomPosterization RandomRotation "
            "RandomSaturation RandomSharpness"
        ),
        "height_factor": "RandomTranslation RandomZoom",
        "hue_factor": "RandomColorJitter",
        "kernel_size": "RandomGaussianBlur",
        "mask_token": "IntegerLookup StringLookup",
        "ngrams": "TextVectorization",
        "num_bins": "Discretization",
        "pad_to_max_tokens": "IntegerLookup StringLookup",
        "saturation_factor": "RandomColorJitter",
        "scale": "RandomElasticTransform RandomErasing",
        "sequence_length": "MelSpectrogram",
        "sigma": "RandomGaussianBlur",
        "sparse": "Discretization Hashing IntegerLookup StringLookup TextVectorization",
        "threshold_factor": "Solarization",
        "width_factor": "RandomTranslation RandomZoom",
        "x_factor": "RandomShear",
        "y_factor": "RandomShear",
    },
}

# The same where the constructor takes it and the call fails, on tensors of any shape.
REFUSED_WHEN_CALLED: Table = {
    ("list",): {
        "padding": (
            "Conv1D Conv1DTranspose Conv2D Conv2DTranspose Conv3D Conv3DTranspose ConvLSTM1D "
            "ConvLSTM2D ConvLSTM3D DepthwiseConv1D DepthwiseConv2D SeparableConv1D SeparableConv2D"
        ),
    },
    ("none",): {
        "depth_multiplier": "SeparableConv1D SeparableConv2D",
    },
    ("none", "word"): {
        "periodic": "STFTSpectrogram",
    },
    ("none", "word", "float", "number"): {
        "layers": "Pipeline",
    },
    ("word",): {
        "axis": "Normalization",
        "output_shape": "MultiHeadAttention",
    },
    ("none", "list"): {
        "axis": "GroupNormalization",
    },
    ("word", "float"): {
        "lora_rank": "Dense EinsumDense Embedding",
        "shared_axes": "PReLU",
    },
    ("float", "number", "list"): {
        "bias_axes": "EinsumDense",
    },
    ("none", "word", "list"): {
        "dropout": "GroupQueryAttention MultiHeadAttention",
    },
    ("none", "list", "float", "number"): {
        "equation": "EinsumDense",
    },
    ("dict", "layer"): {
        "axis": "GroupNormalization RMSNormalization",
        "bias_axes": "EinsumDense",
        "equation": "EinsumDense",
        "filters": "ConvLSTM1D ConvLSTM2D ConvLSTM3D",
        "height": "CenterCrop RandomCrop Resizing",
        "layers": "Pipeline",
        "mean": "Normalization",
        "num_mel_bins": "MelSpectrogram",
        "padding": (
            "AveragePooling1D AveragePooling2D AveragePooling3D MaxPooling1D MaxPooling2D "
            "MaxPooling3D"
        ),
        "periodic": "STFTSpectrogram",
        "shared_axes": "PReLU",
        "variance": "Normalization",
        "width": "CenterCrop RandomCrop Resizing",
        "window": "STFTSpectrogram",
    },
    ("layer",): {
        "lora_rank": "Dense EinsumDense Embedding",
    },
    ("odd",): {
        "attention_axes": "MultiHeadAttention",
        "axis": "Normalization UnitNormalization",
        "bias_axes": "EinsumDense",
        "lora_rank": "Dense EinsumDense Embedding",
        "periodic": "STFTSpectrogram",
        "shared_axes": "PReLU",
        "window": "STFTSpectrogram",
    },
}
