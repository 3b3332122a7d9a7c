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

# Sizes computed from shapes, and what is made with them; by rank, 0 for any.
ARITHMETIC = {
    0: [
        "channels = {x}.shape[-1]\n{new} = layers.Dense(channels // 2 or 1)({x})",
        "*_, c = {x}.shape\n{new} = layers.Dense(c * {s})({x})",
        "shape = keras.ops.shape({x})\n{new} = layers.Dense(shape[-1] + {n})({x})",
        "size = int(np.prod({x}.shape[1:]))\n{new} = layers.Reshape((size,))({x})",
        "flat = layers.Flatten()({x})\n{new} = layers.Reshape({x}.shape[1:])(flat)",
        "assert len({x}.shape) == {rank}\n{new} = layers.Reshape((-1, {x}.shape[-1]))({x})",
        "{new} = layers.Dense(max(1, {x}.shape[-1] // {n}))({x})",
        "ratio = {n} / 2\n{new} = layers.Dense(int(ratio * 4))({x})",
        "{new} = layers.Dense(int(np.ceil({x}.shape[-1] / {s})))({x})",
        "{new} = layers.Dense(round({x}.shape[-1] ** 0.5))({x})",
    ],
    3: [
        "_, t, d = {x}.shape\npos = layers.Embedding(t, d)(ops.arange(t))\n{new} = {x} + pos",
        "b, t, d = {x}.shape\n{new} = layers.Reshape((t, {s}, d // {s}))({x})",
        "heads = {s}\ndim = {x}.shape[-1] // heads\n{new} = layers.MultiHeadAttention(heads, dim)({x}, {x})",
        "{new} = ops.concatenate([{x}[:, 1:], {x}[:, :1]], axis=1)",
        "steps = [{x}[:, i] for i in range({x}.shape[1])]\n{new} = ops.stack(steps[::2], axis=1)",
    ],
    4: [
        "_, h, w, c = {x}.shape\n{new} = layers.Reshape((h * w, c))({x})",
        "h, w = {x}.shape[1:3]\n{new} = layers.Resizing(h // 2, w * 2)({x})",
        "h, w, c = tuple({x}.shape)[1:]\n{new} = layers.Reshape((h // {s}, {s}, w, c))({x})",
        "k = {x}.shape[1]\n{new} = layers.AveragePooling2D((k, 1))({x})",
        "p = ({n} - {x}.shape[1] % {n}) % {n}\n{new} = layers.ZeroPadding2D(((0, p), (0, 0)))({x})",
    ],
}  # fmt: skip

# Ways to write things.
IDIOMS = [
    "try:\n    {new} = {line}\nexcept ValueError:\n    {new} = {x}",
    "match {x}.shape:\n    case (_, c):\n        {new} = {line}\n    case (_, *rest, c):\n        {new} = layers.Dense(c)({x})",
    "kind = '{act}'\nmatch kind:\n    case 'relu' | 'gelu':\n        {new} = {line}\n    case other:\n        {new} = layers.Activation(other)({x})",
    "with keras.name_scope('part'):\n    {new} = {line}",
    "{new} = (t := {line})",
    "{new}, *_ = ({line}, {x}, {y})",
    "dense = functools.partial(layers.Dense, {n}, activation='{act}')\n{new} = dense()({x})",
    "pair = {{'a': {x}, 'b': {y}}}\npair['a'] = {line}\n{new} = layers.concatenate(list(pair.values()))",
    "options = dict(units={n}, use_bias=False)\n{new} = layers.Dense(**options)({x})",
    "registry = {{'dense': layers.Dense, 'drop': lambda n: layers.Dropout(0.1)}}\n{new} = registry['dense']({n})({x})",
    "{new} = getattr(layers, 'Dense')({n})({x})",
    "make = lambda n, t={x}: layers.Dense(n)(t)\n{new} = make({n})",
    "for t in ({x}, {y}):\n    if t.shape[-1] > {n}:\n        break\nelse:\n    t = {x}\n{new} = layers.Dense({n})(t)",
    "stack = [layers.Dense({n}, name=f'd{{i}}_{{len({x}.shape)}}_{new}') for i in range(2)]\n{new} = {x}\nfor layer in stack:\n    {new} = layer({new})",
    "a, b = ({x}, {y}) if {n} > {s} else ({y}, {x})\n{new} = layers.Dense({n})(a)",
    "{new} = next(iter([{line}, {x}]))",
    "both = [{x}] + [{y}] * 2\ndel both[0]\n{new} = layers.Concatenate()(both)",
    "skips = [{x}, {y}]\nskips.insert(0, {line})\n{new} = skips.pop(0)",
    "model = keras.Model(inputs={{'a': (a := keras.Input({x}.shape[1:])), 'b': (b := keras.Input({y}.shape[1:]))}}, outputs=layers.concatenate([a, b]))\n{new} = model({{'a': {x}, 'b': {y}}})",
    "a, b = keras.Input({x}.shape[1:], name='{new}a'), keras.Input({y}.shape[1:], name='{new}b')\nm = keras.Model([a, b], [layers.Dense({n})(a), b])\n{new}, other = m([{x}, {y}])",
    "{new} = layers.Lambda(lambda t: ops.concatenate([t, t], axis=-1))({x})",
    "{new} = layers.Lambda(lambda ts: ts[0] * ts[1])([{x}, {y}])",
    "{new} = layers.TimeDistributed(keras.Sequential([layers.Dense({n}), layers.Dense({n})]))({x})",
    "def halve(t):\n    a, b = ops.split(t, 2, axis=-1)\n    return a * ops.sigmoid(b)\n{new} = layers.Lambda(halve)({x})",
    "{new} = {x}[..., ::2] if {x}.shape[-1] % 2 == 0 else {x}",
    "{new} = -{x} + {y} * 2 - 1",
    "{new} = {x} ** 2 / ({y} + 1e-3)",
    "{new} = ops.where({x} > 0, {x}, ops.zeros_like({x}))",
    "{new} = {x}\n{new} += {y}",
    "{new} = {x}\n{new} *= layers.Dense({x}.shape[-1])({x})",
    "stages = [dict(filters={n}, strides=1), dict(filters={n}, strides=2)]\n{new} = {x}\nfor stage in stages:\n    {new} = layers.Dense(stage['filters'])({new})",
    "def wide(t, filters, strides=1, **options):\n    return layers.Dense(filters * strides, **options)(t)\n{new} = {x}\nfor setting in [dict(filters={n}), dict(filters={n}, strides={s}, use_bias=False)]:\n    {new} = wide({new}, **setting)",
    "named, t = {{}}, {x}\nfor i in range({s}):\n    t = {of_t}\n    named[f'level{{i}}'] = t\n{new} = layers.concatenate([*named.values()])",
    "named = {{'a': {x}, 'b': {line}}}\nnamed.update(c={y})\n{new} = named.pop('b')\nif 'b' not in named:\n    {new} = layers.Dense({n})({new})",
    "class Stack{new}(layers.Layer):\n    def __init__(self, sizes, **kwargs):\n        super().__init__(**kwargs)\n        self.parts = [layers.Dense(n) for n in sizes]\n\n    def call(self, t):\n        for part in self.parts:\n            t = part(t)\n        return t\n{new} = Stack{new}([{n}, {n}])({x})",
    "inp = keras.Input({x}.shape[1:])\nboth = keras.Model(inp, {{'wide': layers.Dense({n})(inp), 'same': inp}})\n{new} = both({x})['wide']",
    "inp = keras.Input({x}.shape[1:])\nm = keras.Model(inp, [layers.Dense({n})(inp), layers.Flatten()(inp)])\n{new} = m({x})[0]",
    "class Builder{new}:\n    width = {n}\n\n    def __init__(self, depth={s}):\n        self.depth, self.skips = depth, []\n\n    @staticmethod\n    def act(t):\n        return layers.ReLU()(t)\n\n    @property\n    def units(self):\n        return self.width * 2\n\n    def down(self, t):\n        self.skips.append(t)\n        return self.act(layers.Dense(self.units)(t))\n\n    def build(self, t):\n        for _ in range(self.depth):\n            t = self.down(t)\n        return layers.concatenate([t, *self.skips])\n{new} = Builder{new}().build({x})",
    "class Base{new}:\n    def head(self, t):\n        return layers.Dense(self.units())(t)\n\n    def units(self):\n        return {n}\n\nclass Derived{new}(Base{new}):\n    def units(self):\n        return super().units() * 2\n{new} = Derived{new}().head({x})",
    "def parts_of(t):\n    for n in ({n}, {n}):\n        yield layers.Dense(n)(t)\n{new} = layers.add(list(parts_of({x}))) if {n} == 0 else layers.concatenate([*parts_of({x})])",
    "def traced(function):\n    @functools.wraps(function)\n    def inner(t, *args, **kwargs):\n        return function(t, *args, **kwargs)\n    return inner\n\n@traced\ndef body(t, units={n}):\n    return layers.Dense(units)(t)\n{new} = body({x}, units={n})",
    "count = [0]\ndef next_units():\n    count[0] += 4\n    return count[0]\n{new} = layers.Dense(next_units())({x})\n{new} = layers.Dense(next_units())({new})",
    "def recursive(t, depth):\n    if depth == 0:\n        return t\n    return layers.concatenate([recursive(layers.Dense({n})(t), depth - 1), t])\n{new} = recursive({x}, {s})",
    "layer_for = lambda kind, n: {{'dense': layers.Dense(n), 'none': layers.Identity()}}[kind]\n{new} = layer_for('dense', {n})({x})",
    "gate = layers.Dense({x}.shape[-1], activation='sigmoid')({x})\n{new} = {x} * gate + (1 - gate) * {y}",
    "first, *rest = {x}.shape[1:]\n{new} = layers.Reshape((first, -1))({x}) if rest else layers.Reshape((-1, 1))({x})",
    "shapes = [t.shape for t in ({x}, {y})]\nif shapes[0] == shapes[1]:\n    {new} = layers.add([{x}, {y}])\nelse:\n    {new} = layers.Dense({n})({x})",
    "sizes = sorted({{{n}, {n}, {n}}})\n{new} = {x}\nwhile sizes:\n    {new} = layers.Dense(sizes.pop())({new})",
    "{new} = layers.Dense(sum(n for n in ({n}, {s}, {n}) if n > 2) or {n})({x})",
    "width = {n}\nwidth //= 2\nwidth += {s}\n{new} = layers.Dense(width)({x})",
    "try:\n    assert {x}.shape[-1] > {n}, 'too small'\n    {new} = {line}\nexcept AssertionError:\n    {new} = layers.Dense({n})({x})",
    "net = keras.Sequential(name='{new}_net')\nfor i in range({s}):\n    net.add(layers.Dense({n}, name=f'fc{{i}}'))\n{new} = net({x})\n{new} = net.get_layer('fc0').output if False else {new}",
    "a = keras.Input({x}.shape[1:])\nsiamese = keras.Model(a, layers.Dense({n})(a))\n{new} = layers.concatenate([siamese({x}), siamese({x})])",
    "inputs = {{name: keras.Input(({n},), name=f'{new}_{{name}}') for name in ('u', 'v')}}\nmerged = layers.concatenate(list(inputs.values()))\ntower = keras.Model(inputs, merged)\n{new} = tower({{'u': keras.Input(({n},)), 'v': keras.Input(({n},))}})",
]  # fmt: skip
