"""The lines that random programs are made of: tables of expressions, and helper functions.

`{x}` is a tensor of the table's rank, `{y}` and `{z}` others of that rank, mostly; every other
field is drawn anew where it stands (see CHOICES). A program has those of HELPERS that it uses.
"""

from __future__ import annotations

HELPERS = [
    """\
def block(x, filters, size=3, strides=1, pool=True):
    x = layers.Conv2D(filters, size, strides=strides, padding="same")(x)
    x = layers.BatchNormalization()(x)
    if pool:
        x = layers.MaxPooling2D(2)(x)
    return layers.ReLU()(x)
""",
    """\
def residual(x, rate=1, **options):
    shortcut = x
    for i in range(2):
        x = layers.Conv2D(x.shape[-1], 3, dilation_rate=rate, **options)(x)
    return layers.add([x, shortcut])
""",
    """\
def up(x, skip, filters):
    x = layers.Conv2DTranspose(filters, 2, strides=2, padding="same")(x)
    return layers.concatenate([x, skip])
""",
    """\
def encoder_decoder(x, depth, filters):
    skips = []
    for level in range(depth):
        x = layers.Conv2D(filters * 2**level, 3, padding="same")(x)
        skips.append(x)
        x = layers.MaxPooling2D()(x)
    for skip in reversed(skips):
        x = layers.concatenate([layers.UpSampling2D()(x), skip])
    return x
""",
    """\
def squeeze_excite(x, ratio=4):
    channels = x.shape[-1]
    s = layers.GlobalAveragePooling2D(keepdims=True)(x)
    s = layers.Dense(channels // ratio, activation="relu")(s)
    return x * layers.Dense(channels, activation="sigmoid")(s)
""",
    """\
def transformer(x, heads, units, rate=0.1):
    attended = layers.MultiHeadAttention(heads, units, dropout=rate)(x, x)
    x = layers.LayerNormalization()(x + attended)
    wide = layers.Dense(units * 4, activation="gelu")(x)
    return layers.LayerNormalization()(x + layers.Dense(x.shape[-1])(wide))
""",
    """\
def inception(x, *widths, axis=-1):
    branches = [layers.Conv2D(n, 2 * i + 1, padding="same")(x) for i, n in enumerate(widths)]
    return layers.Concatenate(axis=axis)(branches + [layers.MaxPooling2D(3, 1, padding="same")(x)])
""",
    """\
def dense(units):
    def apply(x):
        return layers.Dropout(0.1)(layers.Dense(units, activation="relu")(x))
    return apply
""",
    """\
class Scale(layers.Layer):
    def __init__(self, units, axis=-1, **kwargs):
        super().__init__(**kwargs)
        self.units, self.axis = units, axis
        self.dense = layers.Dense(units)

    def call(self, x):
        return ops.concatenate([self.dense(x), x], axis=self.axis)
""",
    """\
class Gate(layers.Layer):
    def build(self, input_shape):
        self.kernel = self.add_weight(shape=(input_shape[-1], input_shape[-1] * 2))
        super().build(input_shape)

    def call(self, x):
        left, right = ops.split(ops.matmul(x, self.kernel), 2, axis=-1)
        return left * ops.sigmoid(right)
""",
]

# What a field that is no tensor may stand for.
CHOICES = {
    "n": [2, 3, 4, 8, 8, 16],  # sizes and filters
    "k": [1, 2, 3, 3, 5, 9],  # kernels
    "s": [1, 2, 2, 3],  # strides and other small numbers
    "axis": [-1, -1, -1, 1, 2, 3, -2, 0],
    "flag": [True, False],
    "pad": ["same", "valid"],
    "merge": ["concat", "sum", "mul", "ave"],
    "order": ["channels_last", "channels_last", "channels_first"],
    "act": ["relu", "gelu", "softmax", "tanh", "linear"],
}

ANY = [
    "layers.Dense({n})({x})", "layers.Dense({n}, activation='{act}')({x})",
    "layers.Dropout(0.5)({x})", "layers.LayerNormalization(axis={axis})({x})",
    "layers.Flatten()({x})", "layers.Activation('{act}')({x})", "layers.RMSNormalization()({x})",
    "layers.Concatenate(axis={axis})([{x}, {y}])", "layers.concatenate([{x}, {y}, {z}], axis={axis})",
    "layers.Add()([{x}, {y}])", "layers.multiply([{x}, {y}])", "layers.average([{x}, {y}])",
    "layers.Maximum()([{x}, {y}, {z}])", "layers.Subtract()([{x}, {y}])",
    "layers.Dot(axes={axis})([{x}, {y}])", "layers.Dot(axes=({axis}, {axis}))([{x}, {y}])",
    "layers.Reshape((-1, {n}))({x})", "layers.Reshape(({n}, {n}, -1))({x})",
    "layers.Reshape(({n}, {n} * {n}))({x})", "layers.Permute(({perm},))({x})",
    "layers.Softmax(axis={axis})({x})", "layers.BatchNormalization(axis={axis})({x})",
    "layers.UnitNormalization(axis={axis})({x})", "layers.PReLU(shared_axes=[{s}])({x})",
    "layers.Lambda(lambda t: ops.sum(t, axis={axis}))({x})", "layers.Lambda(lambda t: t[:, ::{s}])({x})",
    "layers.EinsumDense('...a,ab->...b', {n})({x})", "layers.GaussianNoise(0.1)({x})",
    "layers.Masking()({x})", "layers.Rescaling(0.5)({x})", "layers.Identity()({x})",
    "layers.SpectralNormalization(layers.Dense({n}))({x})",
    "{x} + {y}", "{x} * 2", "-{x}", "{x} @ {y}", "{x} / ops.max({x}, axis={axis}, keepdims=True)",
    "{x}[:, :{n}]", "{x}[..., None]", "{x}[:, -1]", "{x}[:, {s}:-{s}]", "{x}[:, None]",
    "ops.concatenate([{x}, {y}], axis={axis})", "ops.stack([{x}, {y}], axis={axis})",
    "ops.mean({x}, axis={axis}, keepdims={flag})", "ops.max({x}, axis=({axis}, {axis}))",
    "ops.argmax({x}, axis={axis})", "ops.transpose({x})", "ops.transpose({x}, (0, {perm}))",
    "ops.expand_dims({x}, {axis})", "ops.squeeze({x}, axis={axis})", "ops.matmul({x}, {y})",
    "ops.split({x}, {s}, axis={axis})[0]", "ops.repeat({x}, {s}, axis={axis})",
    "ops.reshape({x}, (-1, {n}))", "ops.reshape({x}, (ops.shape({x})[0], -1))",
    "ops.take({x}, {s}, axis={axis})", "ops.cumsum({x}, axis={axis})", "ops.flip({x}, axis={axis})",
    "ops.softmax({x}, axis={axis})", "ops.where({x} > 0, {x}, {y})", "ops.swapaxes({x}, {axis}, {axis})",
    "ops.einsum('b...c,b...c->b...', {x}, {y})", "ops.tile({x}, ({ones}, {s}))",
    "ops.pad({x}, [(0, 0)] * {most} + [({s}, {k})])", "ops.moveaxis({x}, {axis}, {axis})",
    "ops.norm({x}, axis={axis})", "ops.top_k({x}, {s}).values", "ops.clip({x}, 0, 1)",
    "ops.broadcast_to({x}, ops.shape({y}))", "ops.zeros_like({x})", "ops.roll({x}, {s}, axis={axis})",
    "dense({n})({x})", "Scale({n}, axis={axis})({x})", "Gate()({x})", "layers.TimeDistributed(Gate())({x})",
    "keras.Sequential([layers.Dense({n}), layers.ReLU(), layers.Dense({n})])({x})",
    "keras.activations.relu({x})", "(lambda t: layers.ELU()(t))({x})",
]  # fmt: skip

BY_RANK = {
    2: [
        "layers.RepeatVector({n})({x})", "layers.Embedding(50, {n})({x})", "layers.Dense({n} * {n})({x})",
        "layers.Reshape(({n}, {n}))(layers.Dense({n} * {n})({x}))", "layers.CategoryEncoding({n})({x})",
        "layers.Embedding(50, {n}, mask_zero=True)({x})", "ops.one_hot(ops.argmax({x}, -1), {n})",
        "layers.Dot(axes=1, normalize=True)([{x}, {y}])", "ops.outer({x}, {y})", "ops.diag({x})",
    ],
    3: [
        "layers.Conv1D({n}, {k}, strides={s}, padding='{pad}')({x})",
        "layers.Conv1D({n}, {k}, dilation_rate={s}, padding='causal')({x})",
        "layers.LSTM({n}, return_sequences={flag})({x})", "layers.LSTM({n}, return_state=True)({x})[{s}]",
        "layers.SimpleRNN({n}, return_sequences={flag})({x})", "layers.RNN([layers.GRUCell({n}), layers.LSTMCell({n})])({x})",
        "layers.Bidirectional(layers.GRU({n}, return_sequences={flag}), merge_mode='{merge}')({x})",
        "layers.GlobalMaxPooling1D(keepdims={flag})({x})", "layers.GlobalAveragePooling1D('{order}')({x})",
        "layers.MaxPooling1D({k}, padding='{pad}')({x})", "layers.AveragePooling1D({s}, strides={s})({x})",
        "layers.UpSampling1D({s})({x})", "layers.Cropping1D(({s}, {k}))({x})", "layers.ZeroPadding1D({s})({x})",
        "layers.TimeDistributed(layers.Dense({n}))({x})", "layers.SpatialDropout1D(0.1)({x})",
        "layers.MultiHeadAttention(2, {n})({x}, {y})", "layers.MultiHeadAttention(2, {n}, output_shape={n})({x}, {y}, {z})",
        "layers.GroupQueryAttention({n}, 4, 2)({x}, {y})", "layers.Attention()([{x}, {y}])",
        "layers.AdditiveAttention()([{x}, {y}, {z}])", "layers.SeparableConv1D({n}, {k})({x})",
        "layers.Conv1DTranspose({n}, {k}, strides={s}, padding='{pad}')({x})", "transformer({x}, 2, {n})",
        "layers.DepthwiseConv1D({k}, depth_multiplier={s})({x})", "layers.AdaptiveMaxPooling1D({n})({x})",
        "layers.EinsumDense('abc,cd->abd', ({n}, {n}))({x})", "layers.EinsumDense('abc,bcd->ad', {n})({x})",
    ],
    4: [
        "layers.Conv2D({n}, {k}, strides={s}, padding='{pad}')({x})", "layers.Conv2D({n}, ({k}, {s}), groups={s})({x})",
        "layers.Conv2D({n}, {k}, dilation_rate={s}, padding='{pad}', data_format='{order}')({x})",
        "layers.MaxPooling2D({s}, padding='{pad}')({x})", "layers.MaxPooling2D({k}, {s}, data_format='{order}')({x})",
        "layers.AveragePooling2D({k}, strides=1)({x})", "layers.AdaptiveAveragePooling2D(({n}, {n}))({x})",
        "layers.GlobalAveragePooling2D(keepdims={flag})({x})", "layers.GlobalMaxPooling2D('{order}')({x})",
        "layers.UpSampling2D(({s}, {k}))({x})", "layers.UpSampling2D({s}, interpolation='bilinear')({x})",
        "layers.Conv2DTranspose({n}, {k}, strides={s}, padding='{pad}')({x})",
        "layers.Conv2DTranspose({n}, {k}, strides=2, padding='{pad}', output_padding=1)({x})",
        "layers.ZeroPadding2D(({s}, {k}))({x})", "layers.Cropping2D((({s}, {k}), ({k}, {s})))({x})",
        "layers.DepthwiseConv2D({k}, padding='{pad}')({x})", "layers.SeparableConv2D({n}, {k}, strides={s})({x})",
        "block({x}, {n})", "block({x}, {n}, {k}, strides={s}, pool={flag})", "residual({x})",
        "residual({x}, rate={s}, padding='same')", "up({x}, {y}, {n})", "up({x}, filters={n}, skip={y})",
        "encoder_decoder({x}, {s}, {n})", "squeeze_excite({x}, ratio={s})", "inception({x}, {n}, {n}, axis={axis})",
        "layers.Resizing({n}, {n})({x})", "layers.CenterCrop({n}, {n})({x})", "layers.GroupNormalization({s})({x})",
        "layers.SpatialDropout2D(0.1)({x})", "layers.RandomFlip()({x})", "layers.ConvLSTM2D({n}, {k})({x}[:, None])",
        "layers.MultiHeadAttention(2, {n}, attention_axes=({s},))({x}, {x})", "ops.image.resize({x}, ({n}, {n}))",
        "layers.TimeDistributed(layers.LSTM({n}, return_sequences={flag}))({x})", "layers.LayerNormalization([1, 2])({x})",
        "ops.max_pool({x}, {k}, {s}, '{pad}')", "ops.depth_to_space({x}, {s})", "ops.image.extract_patches({x}, {s})",
        "layers.ConvLSTM1D({n}, {k}, return_sequences={flag})({x})", "layers.Permute((3, 1, 2))({x})",
        "layers.Reshape((-1, {x}.shape[-1]))({x})", "layers.Reshape(({x}.shape[1] * {x}.shape[2], {n}))({x})",
    ],
    5: [
        "layers.Conv3D({n}, {k}, strides={s}, padding='{pad}')({x})", "layers.MaxPooling3D({s}, padding='{pad}')({x})",
        "layers.UpSampling3D({s})({x})", "layers.GlobalAveragePooling3D(keepdims={flag})({x})",
        "layers.ConvLSTM2D({n}, {k}, padding='same', return_sequences={flag})({x})",
        "layers.TimeDistributed(layers.Conv2D({n}, {k}))({x})", "layers.ZeroPadding3D({s})({x})",
        "layers.Conv3DTranspose({n}, {k}, strides={s}, padding='{pad}')({x})", "layers.Cropping3D({s})({x})",
        "layers.AveragePooling3D(({s}, {s}, {k}))({x})", "layers.SpatialDropout3D(0.1)({x})",
        "layers.TimeDistributed(layers.GlobalMaxPooling2D())({x})", "layers.AdaptiveMaxPooling3D({n})({x})",
    ],
}  # fmt: skip

# Statements around an expression; `{line}` is on `{x}`, `{inner}` the same on `{new}`, `{of_t}` on t.
COMPOUND = [
    "{new} = {x}\nfor i in range({s}):\n    {new} = {inner}",
    "{new} = (lambda t: {of_t})({x})",
    "def step(t, count={s}):\n    return {of_t} if count else t\n{new} = step({x})",
    "parts = [{x}, {y}]\nparts.append({line})\n{new} = layers.Concatenate(axis={axis})(parts)",
    "{new} = {line} if {s} > 1 else {x}",
    "{new} = layers.add([{line} for _ in range({s} + 1)])",
    "layer = layers.Dense({n})\n{new} = layers.concatenate([layer({x}), layer({y})])",
    "{new} = {line}\nif {new}.shape[-1] == {x}.shape[-1]:\n    {new} = {new} + {x}",
    "{new} = dict(a={line}, b={x})['a']",
    "{new}, *others = [{line}, {x}, {y}]",
    "{new} = keras.Model({x}, {line})(keras.Input({x}.shape[1:]))",
    "source = {sources}\nmodel = keras.Model(source, {line})\n{new} = model(source)",
    "source = keras.Input(({n}, {n}))\nmodel = keras.Model(source, layers.Dense({n})(source))\n{new} = model({x})",
    "net = keras.Sequential([keras.Input({x}.shape[1:]), layers.Dense({n})])\nnet.add(layers.Dropout(0.1))\n{new} = net({x})",
    "model = keras.Model({sources}, {x})\n{new} = model.layers[-{s}].output",
    "try:\n    {new} = {line}\nexcept Exception:\n    {new} = {x}",
]  # fmt: skip

# Sizes of inputs. Equal ones are to be met often, or nothing would ever fit together.
SIZES = [None, 1, 4, 5, 8, 8, 8, 12, 16, 16]

# What tensors are called, with a number behind.
WORDS = ["x", "h", "out", "branch", "skip", "left", "feats", "tower", "conv", "hidden", "net", "z"]
