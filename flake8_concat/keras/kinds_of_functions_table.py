"""Arguments of layers that can't be a function, in the way of kinds_of_arguments_table.py."""

from __future__ import annotations

from flake8_concat.keras.kinds_of_arguments_table import Table

REFUSED: Table = {
    ("function",): {
        "addition_factor": "Solarization",
        "attention_axes": "MultiHeadAttention",
        "axes": "Dot",
        "axis": "BatchNormalization LayerNormalization Normalization UnitNormalization",
        "brightness_factor": "RandomColorJitter",
        "cells": "StackedRNNCells",
        "contrast_factor": "RandomColorJitter",
        "cropping": "Cropping1D Cropping2D Cropping3D",
        "depth_multiplier": "DepthwiseConv1D DepthwiseConv2D SeparableConv1D SeparableConv2D",
        "dilation_rate": (
            "Conv1D Conv1DTranspose Conv2D Conv2DTranspose Conv3D Conv3DTranspose ConvLSTM1D "
            "ConvLSTM2D ConvLSTM3D DepthwiseConv1D DepthwiseConv2D SeparableConv1D "
            "SeparableConv2D"
        ),
        "dims": "Permute",
        "dropout": (
            "AdditiveAttention Attention ConvLSTM1D ConvLSTM2D ConvLSTM3D GRU GRUCell LSTM "
            "LSTMCell SimpleRNN SimpleRNNCell"
        ),
        "epsilon": "BatchNormalization",
        "factor": (
            "AugMix CutMix RandAugment RandomBrightness RandomColorDegeneration "
            "RandomContrast RandomElasticTransform RandomErasing RandomGaussianBlur "
            "RandomGrayscale RandomHue RandomInvert RandomPerspective RandomPosterization "
            "RandomRotation RandomSaturation RandomSharpness"
        ),
        "fft_length": "MelSpectrogram STFTSpectrogram",
        "fill_mode": (
            "RandomElasticTransform RandomRotation RandomShear RandomTranslation RandomZoom"
        ),
        "filters": (
            "Conv1D Conv1DTranspose Conv2D Conv2DTranspose Conv3D Conv3DTranspose "
            "SeparableConv1D SeparableConv2D"
        ),
        "frame_length": "STFTSpectrogram",
        "frame_step": "STFTSpectrogram",
        "groups": "Conv1D Conv2D Conv3D GroupNormalization",
        "head_dim": "GroupQueryAttention",
        "height_factor": "RandomTranslation RandomZoom",
        "hue_factor": "RandomColorJitter",
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
        "l1": "ActivityRegularization",
        "l2": "ActivityRegularization",
        "mask_token": "IntegerLookup StringLookup",
        "max_tokens": "IntegerLookup StringLookup TextVectorization",
        "max_value": "ReLU",
        "mode": "STFTSpectrogram",
        "momentum": "BatchNormalization",
        "n": "RepeatVector",
        "negative_slope": "LeakyReLU ReLU",
        "ngrams": "TextVectorization",
        "noise_shape": "Dropout",
        "num_bins": "Discretization Hashing",
        "num_key_value_heads": "GroupQueryAttention",
        "num_oov_indices": "IntegerLookup StringLookup",
        "num_query_heads": "GroupQueryAttention",
        "num_tokens": "CategoryEncoding",
        "oov_method": "IntegerLookup",
        "output_dim": "Embedding ReversibleEmbedding",
        "output_mode": (
            "CategoryEncoding Discretization Hashing IntegerLookup StringLookup TextVectorization"
        ),
        "output_padding": "Conv1DTranspose Conv2DTranspose Conv3DTranspose",
        "output_shape": "EinsumDense MultiHeadAttention",
        "output_size": (
            "AdaptiveAveragePooling1D AdaptiveAveragePooling2D AdaptiveAveragePooling3D "
            "AdaptiveMaxPooling1D AdaptiveMaxPooling2D AdaptiveMaxPooling3D"
        ),
        "pad_to_max_tokens": "IntegerLookup StringLookup",
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
        "salt": "Hashing StringLookup",
        "sampling_rate": "MelSpectrogram",
        "saturation_factor": "RandomColorJitter",
        "scale": "RandomElasticTransform RandomErasing RandomPerspective",
        "scaling": "STFTSpectrogram",
        "score_mode": "Attention",
        "seed": (
            "AlphaDropout AugMix ConvLSTM1D ConvLSTM2D ConvLSTM3D CutMix Dropout GRU GRUCell "
            "GaussianDropout GaussianNoise LSTM LSTMCell MixUp RandAugment RandomBrightness "
            "RandomColorDegeneration RandomColorJitter RandomContrast RandomCrop "
            "RandomElasticTransform RandomErasing RandomFlip RandomGaussianBlur "
            "RandomGrayscale RandomHue RandomInvert RandomPerspective RandomPosterization "
            "RandomRotation RandomSaturation RandomSharpness RandomShear RandomTranslation "
            "RandomZoom SimpleRNN SimpleRNNCell Solarization SpatialDropout1D "
            "SpatialDropout2D SpatialDropout3D"
        ),
        "sequence_length": "MelSpectrogram",
        "sigma": "RandomGaussianBlur",
        "size": "UpSampling1D UpSampling2D UpSampling3D",
        "sliding_window": "GroupQueryAttention",
        "stddev": "GaussianNoise",
        "strides": (
            "AveragePooling1D AveragePooling2D AveragePooling3D Conv1D Conv1DTranspose "
            "Conv2D Conv2DTranspose Conv3D Conv3DTranspose ConvLSTM1D ConvLSTM2D ConvLSTM3D "
            "DepthwiseConv1D DepthwiseConv2D MaxPooling1D MaxPooling2D MaxPooling3D "
            "SeparableConv1D SeparableConv2D"
        ),
        "target_shape": "Reshape",
        "threshold": "ReLU",
        "threshold_factor": "Solarization",
        "units": "Dense GRU GRUCell LSTM LSTMCell SimpleRNN SimpleRNNCell",
        "value_range": (
            "AugMix AutoContrast Equalization RandAugment RandomBrightness "
            "RandomColorDegeneration RandomPosterization RandomSaturation "
            "RandomSharpness Solarization"
        ),
        "vocabulary": "IntegerLookup StringLookup TextVectorization",
        "vocabulary_dtype": "IntegerLookup",
        "width_factor": "RandomTranslation RandomZoom",
        "x_factor": "RandomShear",
        "y_factor": "RandomShear",
    },
}

# The same where the constructor takes it and the call fails.
REFUSED_WHEN_CALLED: Table = {
    ("function",): {
        "axis": "Concatenate GroupNormalization RMSNormalization",
        "bias_axes": "EinsumDense",
        "dropout": "GroupQueryAttention MultiHeadAttention",
        "equation": "EinsumDense",
        "filters": "ConvLSTM1D ConvLSTM2D ConvLSTM3D",
        "height": "CenterCrop RandomCrop Resizing",
        "lora_rank": "Dense EinsumDense Embedding",
        "num_mel_bins": "MelSpectrogram",
        "padding": (
            "AveragePooling1D AveragePooling2D AveragePooling3D MaxPooling1D MaxPooling2D "
            "MaxPooling3D"
        ),
        "periodic": "STFTSpectrogram",
        "sequence_stride": "MelSpectrogram",
        "shared_axes": "PReLU",
        "width": "CenterCrop RandomCrop Resizing",
        "window": "STFTSpectrogram",
    },
}
