"""Which functions take the size of an image, where, and which of its sides comes first."""

from __future__ import annotations

from dataclasses import dataclass

import libcst as cst

from flake8_concat.rules.names import Outline, definitions
from flake8_concat.rules.names import Place as Scope

HEIGHT_FIRST, WIDTH_FIRST = ("height", "width"), ("width", "height")


@dataclass(frozen=True, slots=True)
class Want:
    """Where a function takes a size, and in which order.

    position, keywords: of the argument that holds the size
    pairs:    positions and keywords of two arguments of their own, (height, width)
    order:    which comes first
    whole:    it is the shape of an image, with its channels: three sizes at least
    xy:       `sx`, `sy`, `scale_w`, `scale_h` name the two sides here
    pictures: it is a shape of all kinds of arrays: an image only where the last size is channels
    apart:    each size may be an argument of its own: `images.reshape(n, height, width, 3)`
    """

    position: int | None = None
    keywords: tuple[str, ...] = ()
    pairs: tuple[tuple[int, str, str], ...] = ()
    order: tuple[str, str] = HEIGHT_FIRST
    whole: bool = False
    xy: bool = False
    pictures: bool = False
    apart: bool = False


_SHAPE = Want(0, ("shape", "batch_shape", "batch_input_shape", "input_shape"), whole=True)
_TWO = Want(pairs=((0, "height", "width"),))
_IMAGE = Want(1, ("size",))
_BOX = Want(pairs=((1, "offset_height", "offset_width"), (3, "target_height", "target_width")))
_PADDED = Want(pairs=((1, "target_height", "target_width"),))
_LAST_TWO = Want(pairs=((5, "target_height", "target_width"),))
_POOL = Want(0, ("pool_size", "strides"), xy=True)
# In Keras 1 the sides of a kernel were arguments of their own.
_CONV = Want(
    1, ("kernel_size", "strides", "dilation_rate"), pairs=((1, "nb_row", "nb_col"),), xy=True
)
_PIXELS = Want(None, ("target_size",))
_NEW_SHAPE = Want(1, ("shape", "newshape"), whole=True)
_ARRAY = Want(0, ("shape",), whole=True, pictures=True)
_DRAWN = Want(None, ("size",), whole=True, pictures=True)
_DRAWN_SO = Want(0, ("size",), whole=True, pictures=True)
_DRAWN_TO = Want(1, ("shape", "new_shape"), whole=True, pictures=True)
_IN_WINDOWS = Want(1, ("ksize",))
_DRAWN_APART = Want(whole=True, pictures=True, apart=True)
_FACTORS = Want(pairs=((0, "height_factor", "width_factor"),))
_KERNEL = Want(1, ("ksize",), order=WIDTH_FIRST)
_IN_FRAME = Want(1, ("size",), order=WIDTH_FIRST)

# the last part of the callee's name -> what it wants
WANTS: dict[str, Want] = {
    "Input": _SHAPE,
    "InputLayer": _SHAPE,
    "Resizing": _TWO,
    "CenterCrop": _TWO,
    "RandomCrop": _TWO,
    "Reshape": Want(0, ("target_shape",), whole=True),
    "UpSampling2D": Want(0, ("size",), xy=True),
    "ZeroPadding2D": Want(0, ("padding",), xy=True),
    "Cropping2D": Want(0, ("cropping",), xy=True),
    "MaxPooling2D": _POOL,
    "MaxPool2D": _POOL,
    "AveragePooling2D": _POOL,
    "AvgPool2D": _POOL,
    "Conv2D": _CONV,
    "Conv2DTranspose": _CONV,
    "Convolution2D": _CONV,
    "AtrousConvolution2D": _CONV,
    "Deconvolution2D": _CONV,
    "SeparableConvolution2D": _CONV,
    "SeparableConv2D": _CONV,
    "DepthwiseConv2D": Want(0, ("kernel_size", "strides"), xy=True),
    "image.resize": _IMAGE,
    "image.resize_images": _IMAGE,
    "image.resize_bilinear": _IMAGE,
    "image.resize_nearest_neighbor": _IMAGE,
    "smart_resize": _IMAGE,
    "image.resize_with_pad": _PADDED,
    "image.resize_with_crop_or_pad": _PADDED,
    "image.resize_image_with_pad": _PADDED,
    "image.resize_image_with_crop_or_pad": _PADDED,
    "image.crop_to_bounding_box": _BOX,
    "image.pad_to_bounding_box": _BOX,
    "image.random_crop": Want(1, ("size",), whole=True),
    "image.crop_images": _LAST_TWO,
    "image.pad_images": _LAST_TWO,
    "image.crop_and_resize": Want(3, ("crop_size",)),
    "image.extract_patches": Want(1, ("size",)),
    "tensorflow.random_crop": Want(1, ("size",), whole=True),
    "backend.resize_images": Want(pairs=((1, "height_factor", "width_factor"),)),
    "RandomZoom": _FACTORS,
    "RandomTranslation": _FACTORS,
    "image_dataset_from_directory": Want(None, ("image_size",)),
    "flow_from_directory": Want(1, ("target_size",)),
    "flow_from_dataframe": _PIXELS,
    "load_img": Want(2, ("target_size",)),
    "tf.reshape": _NEW_SHAPE,
    "tensorflow.reshape": _NEW_SHAPE,
    "ops.reshape": _NEW_SHAPE,
    "tf.ensure_shape": _NEW_SHAPE,
    "tensorflow.ensure_shape": _NEW_SHAPE,
    "tf.broadcast_to": _DRAWN_TO,
    "tensorflow.broadcast_to": _DRAWN_TO,
    "ops.broadcast_to": _DRAWN_TO,
    "tf.fill": _ARRAY,
    "tensorflow.fill": _ARRAY,
    "nn.max_pool2d": _IN_WINDOWS,
    "nn.avg_pool2d": _IN_WINDOWS,
    "numpy.resize": _DRAWN_TO,
    "backend.reshape": _NEW_SHAPE,
    "numpy.reshape": Want(1, ("newshape", "shape"), whole=True, pictures=True),
    "numpy.zeros": _ARRAY,
    "numpy.ones": _ARRAY,
    "numpy.empty": _ARRAY,
    "numpy.ndarray": _ARRAY,
    "numpy.full": _ARRAY,
    "numpy.random.random": _DRAWN_SO,
    "numpy.random.random_sample": _DRAWN_SO,
    "numpy.random.standard_normal": _DRAWN_SO,
    "numpy.random.rand": _DRAWN_APART,
    "numpy.random.randn": _DRAWN_APART,
    "numpy.random.uniform": _DRAWN,
    "numpy.random.normal": _DRAWN,
    "numpy.random.randint": _DRAWN,
    "tf.zeros": _ARRAY,
    "tf.ones": _ARRAY,
    "tensorflow.zeros": _ARRAY,
    "tensorflow.ones": _ARRAY,
    "ops.zeros": _ARRAY,
    "ops.ones": _ARRAY,
    "backend.zeros": _ARRAY,
    "backend.ones": _ARRAY,
    "backend.placeholder": _ARRAY,
    "backend.random_normal": _ARRAY,
    "backend.random_uniform": _ARRAY,
    "random.uniform": _ARRAY,
    "random.normal": _ARRAY,
    "TensorShape": _ARRAY,
    "set_shape": _ARRAY,
    "build": Want(0, ("input_shape",), whole=True, pictures=True),
    "Lambda": Want(1, ("output_shape",), whole=True, pictures=True),
    "TensorSpec": Want(0, ("shape",), whole=True),
    "tf.placeholder": _NEW_SHAPE,
    "v1.placeholder": _NEW_SHAPE,
    "v1.reshape": _NEW_SHAPE,
    "v1.zeros": _ARRAY,
    "v1.ones": _ARRAY,
    "cv2.resize": Want(1, ("dsize",), order=WIDTH_FIRST),
    "cv2.warpAffine": Want(2, ("dsize",), order=WIDTH_FIRST),
    "cv2.warpPerspective": Want(2, ("dsize",), order=WIDTH_FIRST),
    "cv2.VideoWriter": Want(3, ("frameSize",), order=WIDTH_FIRST),
    "cv2.getRotationMatrix2D": Want(0, ("center",), order=WIDTH_FIRST),
    "dnn.blobFromImage": Want(2, ("size",), order=WIDTH_FIRST),
    "cv2.getRectSubPix": Want(1, ("patchSize",), order=WIDTH_FIRST),
    "cv2.GaussianBlur": _KERNEL,
    "cv2.blur": _KERNEL,
    "cv2.boxFilter": Want(2, ("ksize",), order=WIDTH_FIRST),
    "cv2.getStructuringElement": _KERNEL,
    "PIL.Image.new": _IN_FRAME,
    "PIL.Image.frombytes": _IN_FRAME,
    "ImageOps.fit": _IN_FRAME,
    "ImageOps.pad": _IN_FRAME,
    "ImageOps.contain": _IN_FRAME,
    "albumentations.Resize": _TWO,
    "albumentations.PadIfNeeded": Want(pairs=((0, "min_height", "min_width"),)),
    "skimage.transform.resize": Want(1, ("output_shape",)),
    "scipy.misc.imresize": _IMAGE,
}
_LAST = {key.rpartition(".")[2] for key in WANTS}
PIL_RESIZE = Want(0, ("size",), order=WIDTH_FIRST)
_OF_PIL = ("resize", "thumbnail")
# The method of an array: `images.reshape((-1, height, width, 3))`, or each size by itself.
RESHAPE_METHOD = Want(0, ("newshape", "shape"), whole=True, pictures=True, apart=True)
LAYER_INPUT = Want(None, ("input_shape", "batch_input_shape"), whole=True)
# `Flatten(input_shape=(28, 28))` takes a picture without channels, and only that.
FLAT_INPUT = Want(None, ("input_shape",))
# `Input(shape=(28, 28))`, where no sequences go in.
FLAT_PICTURE = Want(0, ("shape", "batch_shape"))
# `input_shape = (240, 320, 3)`, as a name for the shape of an image.
PICTURE_INPUT = Want(whole=True, pictures=True)
# What a parameter is called that Keras' users hand on as the shape of an image.
SHAPE_PARAMETERS = frozenset({"input_shape", "image_shape", "img_shape"})
_MADE_BY = 24  # steps back to what made an image


def want_of(call: cst.Call, scope: Scope, outline: Outline) -> Want | None:
    """Where a call takes a size, None if it takes none that is known."""
    func = call.func
    name = outline.full_name(func)
    if name is None:
        if isinstance(func, cst.Attribute) and func.attr.value in _OF_PIL:
            return PIL_RESIZE if _is_pil(call, scope, outline) else None
        return _method(func.attr.value) if isinstance(func, cst.Attribute) else None
    parts = name.split(".")
    if parts[-1] not in _LAST and parts[-1] not in _OF_PIL:  # so for most calls
        return None
    for key in (".".join(parts[-3:]), ".".join(parts[-2:]), parts[-1]):
        if key in WANTS and _of_keras(key, parts):
            return WANTS[key]
    if parts[-1] in _OF_PIL and isinstance(func, cst.Attribute) and _is_pil(call, scope, outline):
        return PIL_RESIZE
    if parts[-1] == "reshape" and len(parts) == 2 and parts[0] not in outline.imports.values():
        return RESHAPE_METHOD
    return None


def _method(name: str) -> Want | None:
    """What a method wants of an object that has no name."""
    return RESHAPE_METHOD if name == "reshape" else WANTS.get(name)


def gives_input_shape(call: cst.Call) -> bool:
    """Whether a call is given `input_shape=`: a layer's, or that of what builds a model."""
    return any(
        arg.keyword is not None and arg.keyword.value in LAYER_INPUT.keywords for arg in call.args
    )


def _of_keras(key: str, parts: list[str]) -> bool:
    """Whether the name can be Keras' (or what the key says): not one of another library."""
    if key.startswith("image."):  # tf.image, keras.ops.image; not a variable of that name
        return len(parts) > 2 or parts[0] in ("tf", "tensorflow", "keras")
    return "." in key or parts[0] not in (
        "torch",
        "torchvision",
        "np",
        "numpy",
        "jax",
        "flax",
        "mxnet",
    )


def _is_pil(call: cst.Call, scope: Scope, outline: Outline) -> bool:
    """Whether `x.resize(…)` is that of an image of PIL."""
    if "PIL.Image" not in outline.imports.values() and "PIL" not in outline.imports.values():
        return False
    for arg in call.args[1:]:
        if arg.keyword is not None and arg.keyword.value in ("resample", "reducing_gap"):
            return True
        if (outline.full_name(arg.value) or "").startswith("PIL.Image."):
            return True
    todo: list[tuple[cst.BaseExpression, Scope | None]] = [(call.func.value, scope)]  # type: ignore[attr-defined]
    read: set[str] = set()  # `image = image.resize(size)` is no other than that name
    for steps, (node, where) in enumerate(todo):
        if (outline.full_name(node) or "").startswith("PIL.Image"):
            return True
        if steps > _MADE_BY:
            return False
        if isinstance(node, cst.Call):
            todo.append((node.func, where))
        elif isinstance(node, cst.Attribute):
            todo.append((node.value, where))
        elif isinstance(node, cst.Name) and node.value not in read:
            read.add(node.value)
            todo.extend(definitions(node.value, where))
    return False
