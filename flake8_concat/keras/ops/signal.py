"""Fourier transforms, sequences, windows, segments and counts."""

from __future__ import annotations

from typing import Any

from flake8_concat.keras.joining import broadcast_shapes
from flake8_concat.keras.ops.nn import unequal
from flake8_concat.keras.ops.reading import (
    flag,
    items,
    need_rank,
    no_number,
    number,
    refuse,
    refuse_none,
    shape_of,
    size,
    tensors,
)
from flake8_concat.keras.ops.table import functions, with_values
from flake8_concat.shapes import (
    UNKNOWN_SIZE,
    Dim,
    Lose,
    Refusal,
    Refuse,
    Shape,
    Valued,
    fresh_none,
    is_none,
    is_number,
)


def _pair(x: Any, rank: int) -> tuple[Shape, Shape]:
    """The real and the imaginary part, of one shape."""
    if isinstance(x, Shape) or not isinstance(x, (list, tuple)):
        if isinstance(x, Shape):
            raise refuse("needs a pair of tensors, the real and the imaginary part", inputs=(0,))
        raise Lose("the argument is not a pair that can be followed")
    if len(items(x)) != 2:
        raise refuse("needs a pair of tensors, the real and the imaginary part", inputs=(0,))
    real, imaginary = shape_of(x[0]), shape_of(x[1])
    if len(real) != len(imaginary) or any(map(unequal, real, imaginary)):
        raise refuse(f"the parts differ in shape: {real} and {imaginary}", inputs=(0, 1))
    need_rank(real, rank)
    return real, imaginary


def _defined(shape: Shape, axes: int) -> None:
    if any(is_none(dim) for dim in shape[-axes:]):
        what = f"the last {axes} sizes must be known: {shape}"
        raise refuse_none(what, inputs=(0,), recover=(Shape(shape), Shape(shape)))


@functions("x", "keras.ops: fft")
def fft(x: Any) -> tuple[Shape, Shape]:
    real, imaginary = _pair(x, 1)
    _defined(real, 1)
    return Shape(real), Shape(imaginary)


@functions("x", "keras.ops: fft2 ifft2")
def fft2(x: Any) -> tuple[Shape, Shape]:
    real, imaginary = _pair(x, 2)
    _defined(real, 2)
    return Shape(real), Shape(imaginary)


@functions("x, fft_length=None", "keras.ops: rfft")
def rfft(x: Any, fft_length: Any) -> tuple[Shape, Shape]:
    shape = shape_of(x)
    need_rank(shape, 1)
    length = shape[-1] if fft_length is None else size(fft_length)
    half = shape.replace(-1, length // 2 + 1)
    return half, Shape(half)


@functions("x, fft_length=None", "keras.ops: irfft")
def irfft(x: Any, fft_length: Any) -> Shape:
    real, _ = _pair(x, 1)
    return real.replace(-1, (real[-1] - 1) * 2 if fft_length is None else size(fft_length))


@functions(
    'x, sequence_length, sequence_stride, fft_length, window="hann", center=True', "keras.ops: stft"
)
def stft(
    x: Any, sequence_length: Any, stride: Any, fft_length: Any, window: Any, center: Any
) -> tuple[Shape, Shape]:
    """Mirrors keras.src.ops.math.STFT."""
    shape = shape_of(x)
    need_rank(shape, 1)
    step, length = _stride(stride), number(fft_length, "fft_length")
    if type(center) is not bool:
        raise Lose("what is no truth value is one in one place and none in another")
    padding = length // 2 * 2 if center else 0
    count = (shape[-1] + padding - length) // step + 1
    result = Shape((*shape[:-1], count, length // 2 + 1))
    return result, Shape(result)


def _stride(value: Any) -> int:
    step = number(value, "sequence_stride")
    if step <= 0:
        raise refuse(f"`sequence_stride` must be positive, not {step}")
    return step


@functions(
    'x, sequence_length, sequence_stride, fft_length, length=None, window="hann", center=True',
    "keras.ops: istft",
)
def istft(
    x: Any,
    sequence_length: Any,
    stride: Any,
    fft_length: Any,
    length: Any,
    window: Any,
    center: Any,
) -> Shape:
    """Mirrors keras.src.ops.math.ISTFT."""
    real, _ = _pair(x, 2)
    step, n = _stride(stride), number(fft_length, "fft_length")
    if length is not None:
        result = size(length)
    else:
        result = (real[-2] - 1) * step + n - (n // 2 * 2 if flag(center) else 0)
    return Shape((*real[:-2], result))


@functions("x, sequence_length, sequence_stride", "keras.ops: extract_sequences")
def extract_sequences(x: Any, sequence_length: Any, sequence_stride: Any) -> Shape:
    shape = shape_of(x)
    need_rank(shape, 1)
    length = number(sequence_length, "sequence_length")
    step = number(sequence_stride, "sequence_stride")
    if not step:
        if is_none(shape[-1]):
            return Shape((*shape[:-1], fresh_none(), length))
        raise refuse("`sequence_stride` must not be 0")
    return Shape((*shape[:-1], (shape[-1] - length) // step + 1, length))


@functions("x", "keras.ops: view_as_complex")
def view_as_complex(x: Any) -> Shape:
    shape = shape_of(x)
    return Shape(shape[:-1])


@functions("x", "keras.ops: view_as_real")
def view_as_real(x: Any) -> Shape:
    return Shape((*shape_of(x), 2))


@functions("x", "keras.ops: bartlett blackman hamming hanning")
@functions("x, beta", "keras.ops: kaiser")
def window(x: Any) -> Shape:
    """As long as the number says. Mirrors keras.src.ops.numpy.bartlett."""
    if isinstance(x, Shape) and not isinstance(x, Valued):
        raise Lose("the length of the window is a tensor")
    return Shape((size(x),))


@functions(
    "window_length, periodic=True, dtype=None, name=None", "tf.signal: hann_window hamming_window"
)
def tf_window(window_length: Any) -> Shape:
    return Shape((size(window_length),))


def bounds(range: Any) -> None:
    """Refuses a range that is no pair, or goes down."""
    if range and isinstance(range, (list, tuple)) and not isinstance(range, Shape):
        if isinstance(range, list) or len(range) < 2:
            raise refuse(f"`range` must be a tuple of two numbers, is {range}")
        if all(type(end) in (int, float) for end in range) and range[1] < range[0]:
            raise refuse(f"`range` must go up, is {range}")


@functions("x, bins=10, range=None", "keras.ops: histogram")
def histogram(x: Any, bins: Any, range: Any) -> tuple[Shape, Shape]:
    shape_of(x)
    bounds(range)
    n = size(bins)
    return Shape((n,)), Shape((n + 1,))


@functions("x, weights=None, minlength=0, sparse=False", "keras.ops: bincount")
def bincount(x: Any) -> Shape:
    return Shape((*shape_of(x)[:-1], fresh_none()))


@functions('x1, x2, mode="valid"', "keras.ops: correlate")
def correlate(x1: Any, x2: Any, mode: Any) -> Shape:
    """Mirrors keras.src.ops.numpy.Correlate."""
    if isinstance(mode, str) and mode not in ("valid", "same", "full"):
        raise refuse(f"`mode` must be 'valid', 'same' or 'full', not {mode!r}")
    lengths = []
    for x in (shape_of(x1), shape_of(x2)):
        if len(x) != 1:
            raise Refuse(Refusal.WRONG_RANK, f"needs rank 1, has rank {len(x)}: {x}", inputs=(0, 1))
        lengths.append(x[0])
    a, b = lengths
    if is_none(a) or is_none(b):
        raise refuse("both lengths must be known", inputs=(0, 1))
    return Shape((_correlated(a, b, mode),))


def _correlated(a: Dim, b: Dim, mode: Any) -> Dim:
    if mode == "full":
        return a + b - 1
    if type(a) is int and type(b) is int and mode in ("valid", "same"):
        return max(a, b) - min(a, b) + 1 if mode == "valid" else max(a, b)
    return UNKNOWN_SIZE


@functions("condlist, choicelist, default=0", "keras.ops: select")
def select(condlist: Any, choicelist: Any) -> Shape:
    if any(isinstance(each, (int, float, Shape)) for each in (condlist, choicelist)):
        raise refuse("needs lists of conditions and of choices")
    return Shape(tensors(choicelist)[0])


@with_values("keras.ops: select")
def select_of_values(condlist: Any, choicelist: Any, default: Any) -> Shape:
    """All of them broadcast."""
    select(condlist, choicelist)
    conditions, choices = tensors(condlist), tensors(choicelist)
    if len(conditions) != len(choices):
        raise refuse(f"needs as many choices as conditions: {len(choices)}, {len(conditions)}")
    result = shape_of(default)
    for shape in (*conditions, *choices):
        result = broadcast_shapes(result, shape)
    return result


@functions(
    "data, segment_ids, num_segments=None, sorted=False",
    "keras.ops: segment_max segment_min segment_prod segment_sum",
)
def segment(data: Any, segment_ids: Any, num_segments: Any) -> Shape:
    """Mirrors keras.src.ops.math.SegmentReduction."""
    x, ids = shape_of(data), shape_of(segment_ids)
    if len(ids) > 1:
        raise Refuse(Refusal.WRONG_RANK, f"the segments need rank 1, have {len(ids)}", inputs=(1,))
    if not ids or (not x and is_number(ids[0])):
        raise refuse(f"needs rank 1 or more: {x} and {ids}", inputs=(0, 1))
    if x and type(ids[0]) is int and type(x[0]) is int and ids[0] != x[0]:
        raise refuse(f"{ids[0]} segments for {x[0]} rows", inputs=(0, 1))
    return Shape((fresh_none() if num_segments is None else size(num_segments), *x[1:]))


# --- tf.signal --------------------------------------------------------------------------------


@functions("input, name=None", "tf.signal: fft ifft", "tf: fft ifft")
def tf_fft(input: Any) -> Shape:
    shape = shape_of(input)
    need_rank(shape, 1)
    return Shape(shape)


@functions("input, name=None", "tf.signal: fft2d ifft2d", "tf: fft2d ifft2d")
def tf_fft2(input: Any) -> Shape:
    shape = shape_of(input)
    need_rank(shape, 2)
    return Shape(shape)


@functions("input, name=None", "tf.signal: fft3d ifft3d")
def tf_fft3(input: Any) -> Shape:
    shape = shape_of(input)
    need_rank(shape, 3)
    return Shape(shape)


@functions("input_tensor, fft_length=None, name=None", "tf.signal: rfft")
def tf_rfft(input: Any, fft_length: Any) -> Shape:
    return _halved(input, fft_length, 1)


@functions("input_tensor, fft_length=None, name=None", "tf.signal: rfft2d")
def tf_rfft2(input: Any, fft_length: Any) -> Shape:
    return _halved(input, fft_length, 2)


def _halved(x: Any, fft_length: Any, n: int) -> Shape:
    shape = shape_of(x)
    need_rank(shape, n)
    lengths = _lengths(shape[-n:], fft_length)
    if fft_length is None and any(map(is_none, lengths)):
        lengths = [no_number(length) for length in lengths]
    half = lengths[-1] // 2 + 1
    return _transformed(shape, n, (*lengths[:-1], half))


def _transformed(shape: Shape, n: int, lengths: tuple[Dim, ...]) -> Shape:
    """An input of unknown length is padded, after which TensorFlow knows no other size."""
    before = shape[:-n]
    if any(map(is_none, shape[-n:])):
        before = tuple(no_number(dim) for dim in before)
    elif not all(map(is_number, shape[-n:])):
        before = (UNKNOWN_SIZE,) * len(before)
    return Shape((*before, *lengths))


def _lengths(given: tuple[Dim, ...], fft_length: Any) -> list[Dim]:
    if fft_length is None:
        return list(given)
    if isinstance(fft_length, (list, tuple)) and not isinstance(fft_length, Shape):
        return [size(one) for one in fft_length]
    raise Lose("`fft_length` is not known")


@functions("input_tensor, fft_length=None, name=None", "tf.signal: irfft")
def tf_irfft(input: Any, fft_length: Any) -> Shape:
    return _doubled(input, fft_length, 1)


@functions("input_tensor, fft_length=None, name=None", "tf.signal: irfft2d")
def tf_irfft2(input: Any, fft_length: Any) -> Shape:
    return _doubled(input, fft_length, 2)


def _doubled(x: Any, fft_length: Any, n: int) -> Shape:
    shape = shape_of(x)
    need_rank(shape, n)
    if fft_length is None:
        return _transformed(shape, n, (*shape[-n:-1], (shape[-1] - 1) * 2))
    return _transformed(shape, n, tuple(_lengths(shape[-n:], fft_length)))


@functions("input, type=2, n=None, axis=-1, norm=None, name=None", "tf.signal: dct idct")
def dct(input: Any, type: Any, n: Any) -> Shape:
    shape = shape_of(input)
    need_rank(shape, 1)
    return Shape(shape) if n is None else shape.replace(-1, size(n))


def _frames(n: Dim, length: int, step: int, pad_end: bool) -> Dim:
    if pad_end:
        return -(-n // step)
    count = (n - length) // step + 1
    return max(0, count) if type(count) is int else count


@functions(
    "signal, frame_length, frame_step, pad_end=False, pad_value=0, axis=-1, name=None",
    "tf.signal: frame",
)
def frame(
    signal: Any, frame_length: Any, frame_step: Any, pad_end: Any, pad_value: Any, axis: Any
) -> Shape:
    shape = shape_of(signal)
    need_rank(shape, 1)
    at = number(axis, "axis") % len(shape)
    length, step = number(frame_length, "frame_length"), number(frame_step, "frame_step")
    count = _frames(shape[at], length, step, flag(pad_end))
    return Shape((*shape[:at], count, length, *shape[at + 1 :]))


@functions("signal, frame_step, name=None", "tf.signal: overlap_and_add")
def overlap_and_add(signal: Any, frame_step: Any) -> Shape:
    """What `frame` took apart, put together again."""
    shape = shape_of(signal)
    need_rank(shape, 2)
    step = number(frame_step, "frame_step")
    if step < 1:
        raise Lose("frames that do not move on")
    return Shape((*shape[:-2], (shape[-2] - 1) * step + shape[-1]))


@functions(
    "signals, frame_length, frame_step, fft_length=None, window_fn=None, pad_end=False, name=None",
    "tf.signal: stft",
)
def tf_stft(
    signals: Any, frame_length: Any, frame_step: Any, fft_length: Any, window_fn: Any, pad_end: Any
) -> Shape:
    """tf.signal.stft, for which the length of the transform is a power of two."""
    shape = shape_of(signals)
    need_rank(shape, 1)
    length, step = number(frame_length, "frame_length"), number(frame_step, "frame_step")
    n = 1 << (length - 1).bit_length() if fft_length is None else number(fft_length, "fft_length")
    count = _frames(shape[-1], length, step, flag(pad_end))
    return Shape((*shape[:-1], count, n // 2 + 1))


@functions(
    "num_mel_bins=20, num_spectrogram_bins=129, sample_rate=8000, lower_edge_hertz=125.0, "
    "upper_edge_hertz=3800.0, dtype=None, name=None",
    "tf.signal: linear_to_mel_weight_matrix",
)
def mel_matrix(num_mel_bins: Any, num_spectrogram_bins: Any) -> Shape:
    return Shape((size(num_spectrogram_bins), size(num_mel_bins)))


@functions("log_mel_spectrograms, name=None", "tf.signal: mfccs_from_log_mel_spectrograms")
def mfccs(log_mel_spectrograms: Any) -> Shape:
    return Shape(shape_of(log_mel_spectrograms))
