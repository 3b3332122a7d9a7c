"""Pieces of networks as people write them, for random programs: layers and models of one's own.

`$x` is a tensor, `$new` the name of what comes out; every other field is drawn where it stands, as
in program_lines.py. By the rank that `$x` has, 0 for any.
"""

from __future__ import annotations

from string import Template

from program_writer import Fields, Scope, part

NETWORKS: dict[int, list[str]] = {
    0: [
        """\
class Mlp$new(layers.Layer):
    def __init__(self, widths, rate=0.1, **kwargs):
        super().__init__(**kwargs)
        self.hidden = [layers.Dense(width, activation="$act") for width in widths]
        self.drop = layers.Dropout(rate)

    def build(self, input_shape):
        self.out = layers.Dense(input_shape[-1])

    def call(self, x, training=False):
        skip = x
        for layer in self.hidden:
            x = self.drop(layer(x), training=training)
        return self.out(x) + skip

$new = Mlp$new(($n, $n))($x)
""",
        """\
class Heads$new(keras.Model):
    def __init__(self):
        super().__init__()
        self.trunk = keras.Sequential([layers.Dense($n, activation="relu"), layers.Dense($n)])
        self.heads = {name: layers.Dense(i + 1) for i, name in enumerate(["box", "score"])}

    def call(self, inputs):
        features = self.trunk(inputs)
        return {name: head(features) for name, head in self.heads.items()}

found$new = Heads$new()($x)
$new = layers.Concatenate()([found$new["box"], found$new["score"]])
""",
        """\
class Pair$new(layers.Layer):
    def call(self, inputs):
        left, right = inputs
        return ops.concatenate([left, right, ops.abs(left - right)], axis=-1)

$new = Pair$new()([$x, layers.Dense($x.shape[-1])($x)])
""",
        """\
class Named$new(layers.Layer):
    def __init__(self):
        super().__init__()
        self.first, self.second = layers.Dense($n), layers.Dense($n)

    def call(self, inputs):
        return ops.stack([self.first(inputs["a"]), self.first(inputs["b"])], axis=1)

$new = Named$new()({"a": $x, "b": $x * 2})
""",
        """\
class Gated$new(layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = units

    def build(self, input_shape):
        size = input_shape[-1]
        self.w = self.add_weight(shape=(size, self.units), name="w")
        self.v = self.add_weight(shape=(size, self.units), name="v")
        self.b = self.add_weight(shape=(self.units,), initializer="zeros", name="b")

    def call(self, x):
        return ops.silu(ops.matmul(x, self.w) + self.b) * ops.matmul(x, self.v)

    def compute_output_shape(self, input_shape):
        return (*input_shape[:-1], self.units)

$new = Gated$new($n)($x)
""",
        """\
class Deep$new(layers.Layer):
    def __init__(self, depth):
        super().__init__()
        self.below = Deep$new(depth - 1) if depth else None
        self.dense = layers.Dense($n + depth)

    def call(self, x):
        x = self.dense(x)
        return x if self.below is None else self.below(x)

$new = Deep$new($s)($x)
""",
        """\
mean$new, spread$new = layers.Dense($n, name="mean$new")($x), layers.Dense($n)($x)

class Sampling$new(layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.seed_generator = keras.random.SeedGenerator(1)

    def call(self, inputs):
        mean, spread = inputs
        noise = keras.random.normal(shape=ops.shape(mean), seed=self.seed_generator)
        return mean + ops.exp(0.5 * spread) * noise

$new = Sampling$new()([mean$new, spread$new])
""",
        """\
a$new = keras.Input($x.shape[1:], name="a$new")
b$new = keras.Input(($n,), name="b$new")
both$new = layers.concatenate([layers.Flatten()(a$new), b$new]) if None not in $x.shape[1:] else b$new
tower$new = keras.Model({"a": a$new, "b": b$new}, {"out": layers.Dense($n)(both$new), "b": b$new})
$new = tower$new({"a": $x, "b": keras.Input((tower$new.input["b"].shape[-1],))})["out"]
""",
        """\
class Twice$new(layers.Wrapper):
    def call(self, x):
        return self.layer(self.layer(x))

$new = Twice$new(layers.Dense($x.shape[-1]))($x)
""",
        """\
class Counted$new(layers.Dense):
    def __init__(self, units, times=2, **kwargs):
        super().__init__(units, **kwargs)
        self.times = times

    def call(self, x):
        return ops.concatenate([super().call(x)] * self.times, axis=-1)

$new = Counted$new($n, times=$s)($x)
""",
        """\
class Options$new:
    widths = [$n, $n]
    norm = $flag

class Net$new(keras.Model):
    def __init__(self, config, **kwargs):
        super().__init__(**kwargs)
        self.config = config
        self.blocks = []
        for i, width in enumerate(config.widths):
            self.blocks.append(layers.Dense(width, name=f"dense_{i}"))
            if config.norm:
                self.blocks.append(layers.LayerNormalization())

    def call(self, x, training=None):
        outputs = []
        for block in self.blocks:
            x = block(x)
            outputs.append(x)
        return outputs

*_, $new = Net$new(Options$new())($x)
""",
        """\
def augmented$new(x, times):
    made = [layers.GaussianNoise(0.1 * (i + 1))(x) for i in range(times)]
    return layers.Average()(made) if len(made) > 1 else made[0]

$new = augmented$new($x, $s)
""",
        """\
layer$new = layers.Dense($n, name="$new")
model$new = keras.Sequential([keras.Input($x.shape[1:]), layer$new, layers.Activation("$act")])
$new = keras.Model(model$new.inputs, model$new.get_layer("$new").output)($x)
""",
        "$new = layers.Pipeline([layers.Dense($n), layers.Rescaling(0.5), layers.Dense($n)])($x)\n",
        "$new = layers.TimeDistributed(keras.Sequential([layers.Dense($n), layers.Flatten()]))($x)\n",
    ],
    2: [
        """\
up$new = keras.Sequential(name="generator$new")
up$new.add(keras.Input(($x.shape[-1],)))
up$new.add(layers.Dense(4 * 4 * $n, use_bias=False))
up$new.add(layers.LeakyReLU())
up$new.add(layers.Reshape((4, 4, -1)))
for filters in ($n, $n):
    up$new.add(layers.Conv2DTranspose(filters, $k, strides=2, padding="same"))
    up$new.add(layers.BatchNormalization())
$new = up$new($x)
""",
        """\
class Projection$new(layers.Layer):
    def __init__(self, tokens, width):
        super().__init__()
        self.tokens, self.width = tokens, width
        self.dense = layers.Dense(tokens * width)

    def call(self, x):
        return ops.reshape(self.dense(x), (-1, self.tokens, self.width))

$new = Projection$new($n, $n)($x)
""",
        """\
deep$new = layers.Dense($n, activation="relu")($x)
cross$new = $x
for _ in range($s):
    cross$new = $x * layers.Dense($x.shape[-1])(cross$new) + cross$new
$new = layers.concatenate([deep$new, cross$new])
""",
        """\
experts$new = ops.stack([layers.Dense($n)($x) for _ in range($s)], axis=1)
gate$new = layers.Dense(experts$new.shape[1], activation="softmax")($x)
$new = ops.sum(experts$new * ops.expand_dims(gate$new, -1), axis=1)
""",
        "$new = layers.Embedding(100, $n)($x)\n$new = layers.Bidirectional(layers.LSTM($n))($new)\n",
        "$new = layers.Discretization(bin_boundaries=[0.0, 0.5])($x)\n$new = layers.CategoryEncoding(3, output_mode='multi_hot')($new)\n",
        "$new = layers.Hashing($n)($x)\n$new = layers.Embedding($n, $n)($new)\n",
        "$new = layers.STFTSpectrogram(frame_length=4, frame_step=2, fft_length=8)($x)\n",
        "$new = layers.MelSpectrogram(fft_length=8, sequence_stride=4, sequence_length=8, num_mel_bins=4)($x)\n",
        "$new = layers.Normalization(mean=0.0, variance=1.0)($x)\n",
    ],
    3: [
        """\
class Attention$new(layers.Layer):
    def __init__(self, heads, width, **kwargs):
        super().__init__(**kwargs)
        self.heads, self.width = heads, width
        self.qkv = layers.Dense(3 * heads * width, use_bias=False)
        self.out = layers.Dense($n)

    def call(self, x):
        batch, length = ops.shape(x)[0], x.shape[1]
        qkv = ops.reshape(self.qkv(x), (batch, length, 3, self.heads, self.width))
        q, k, v = ops.unstack(ops.transpose(qkv, (2, 0, 3, 1, 4)), 3)
        scores = ops.softmax(ops.matmul(q, ops.swapaxes(k, -1, -2)) / self.width**0.5, axis=-1)
        x = ops.transpose(scores @ v, (0, 2, 1, 3))
        return self.out(ops.reshape(x, (batch, length, self.heads * self.width)))

$new = Attention$new($s, $n)($x)
""",
        """\
class Encoder$new(layers.Layer):
    def __init__(self, width, heads, rate=0.1):
        super().__init__()
        self.attention = layers.MultiHeadAttention(heads, width)
        self.ffn = keras.Sequential([layers.Dense(width * 4, activation="gelu"), layers.Dense(width)])
        self.first, self.second = layers.LayerNormalization(), layers.LayerNormalization()
        self.drop = layers.Dropout(rate)

    def call(self, inputs, training=False):
        x = self.first(inputs + self.drop(self.attention(inputs, inputs), training=training))
        return self.second(x + self.ffn(x))

$new = Encoder$new($x.shape[-1], $s)($x)
for _ in range($s):
    $new = Encoder$new($n, $s)($new)
""",
        """\
class Positions$new(layers.Layer):
    def __init__(self, length, width):
        super().__init__()
        self.embedding = layers.Embedding(length, width)
        self.length = length

    def call(self, x):
        return x + self.embedding(ops.arange(0, ops.shape(x)[1]))

$new = Positions$new($n, $x.shape[-1])($x)
""",
        """\
skips$new, $new = [], $x
for rate in (1, 2, 4):
    a = layers.Conv1D($n, 2, dilation_rate=rate, padding="causal", activation="tanh")($new)
    b = layers.Conv1D(a.shape[-1], 2, dilation_rate=rate, padding="causal", activation="sigmoid")($new)
    z = layers.Multiply()([a, b])
    skips$new.append(layers.Conv1D(8, 1)(z))
    $new = layers.Add()([$new, layers.Conv1D($new.shape[-1], 1)(z)])
$new = layers.Add()(skips$new)
""",
        """\
sequence$new, h$new, c$new = layers.LSTM($n, return_sequences=True, return_state=True)($x)
$new = layers.LSTM(h$new.shape[-1], return_sequences=$flag)($x, initial_state=[h$new, c$new])
""",
        """\
encoded$new, *states$new = layers.Bidirectional(layers.GRU($n, return_sequences=True, return_state=True))($x)
$new = layers.concatenate(states$new)
$new = layers.RepeatVector($n)($new)
""",
        """\
class Cell$new(layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = self.state_size = self.output_size = units
        self.inner = layers.Dense(units)

    def call(self, inputs, states):
        output = ops.tanh(self.inner(inputs) + states[0])
        return output, [output]

$new = layers.RNN(Cell$new($n), return_sequences=$flag)($x)
""",
        "$new = layers.RNN(layers.StackedRNNCells([layers.SimpleRNNCell($n), layers.GRUCell($n)]), return_sequences=$flag)($x)\n",
        "$new = layers.RNN([layers.LSTMCell($n), layers.GRUCell($n)], return_state=True)($x)[0]\n",
        """\
score$new = layers.Dense(1, activation="tanh")($x)
weights$new = layers.Softmax(axis=1)(layers.Flatten()(score$new)) if $x.shape[1] else score$new
$new = layers.Dot(axes=1)([$x, weights$new])
""",
        """\
merged$new = [layers.GlobalMaxPooling1D()(layers.Conv1D($n, size, padding="$pad")($x)) for size in (1, 2, 3)]
$new = layers.Concatenate()(merged$new)
""",
        """\
query$new, value$new = layers.Dense($n)($x), layers.Dense($n)($x)
$new = layers.GlobalAveragePooling1D()(layers.Attention(use_scale=True)([query$new, value$new]))
""",
        "$new = layers.AdaptiveAveragePooling1D($n)($x)\n$new = layers.GlobalMaxPool1D()($new)\n",
        "$new = layers.Permute((2, 1))($x)\n$new = layers.Dense($x.shape[1] or 4, activation='softmax')($new)\n$new = layers.Permute((2, 1))($new)\n$new = layers.Multiply()([$x, $new])\n",
    ],
    4: [
        """\
class Residual$new(layers.Layer):
    def __init__(self, filters, strides=1, **kwargs):
        super().__init__(**kwargs)
        self.main = [layers.Conv2D(filters, 3, strides, padding="same"), layers.BatchNormalization(),
                     layers.ReLU(), layers.Conv2D(filters, 3, padding="same")]
        self.skip = layers.Conv2D(filters, 1, strides) if strides > 1 else layers.Identity()

    def call(self, x):
        z = x
        for layer in self.main:
            z = layer(z)
        return layers.ReLU()(z + self.skip(x))

$new = Residual$new($x.shape[-1])($x)
$new = Residual$new($n, strides=$s)($new)
""",
        """\
class Patches$new(layers.Layer):
    def __init__(self, size):
        super().__init__()
        self.size = size

    def call(self, images):
        batch, (height, width, channels) = ops.shape(images)[0], images.shape[1:]
        patches = ops.image.extract_patches(images, size=self.size)
        rows, columns = height // self.size, width // self.size
        return ops.reshape(patches, (batch, rows * columns, self.size * self.size * channels))

$new = layers.Dense($n)(Patches$new($s)($x))
""",
        """\
def windows$new(x, size):
    _, h, w, c = x.shape
    x = ops.reshape(x, (-1, h // size, size, w // size, size, c))
    x = ops.transpose(x, (0, 1, 3, 2, 4, 5))
    return ops.reshape(x, (-1, size * size, c))

class Swin$new(layers.Layer):
    def __init__(self, size, **kwargs):
        super().__init__(**kwargs)
        self.size, self.attention = size, layers.MultiHeadAttention(2, $n)

    def call(self, x):
        _, h, w, c = x.shape
        z = windows$new(ops.roll(x, (-1, -1), axis=(1, 2)), self.size)
        z = self.attention(z, z)
        z = ops.reshape(z, (-1, h // self.size, w // self.size, self.size, self.size, c))
        return x + ops.reshape(ops.transpose(z, (0, 1, 3, 2, 4, 5)), (-1, h, w, c))

$new = Swin$new($s)($x)
""",
        """\
pooled$new = layers.GlobalAveragePooling2D(keepdims=True)($x)
pooled$new = layers.Conv2D($n, 1)(pooled$new)
size$new = $x.shape[1:3]
pooled$new = layers.UpSampling2D(size$new, interpolation="bilinear")(pooled$new)
branches$new = [layers.Conv2D($n, 3, padding="same", dilation_rate=rate)($x) for rate in (1, 2, 3)]
$new = layers.Concatenate()([*branches$new, pooled$new])
""",
        """\
levels$new, $new = {}, $x
for level in range(2, 4):
    $new = layers.Conv2D($n, 3, strides=2, padding="same")($new)
    levels$new[f"p{level}"] = layers.Conv2D(8, 1)($new)
$new = levels$new["p3"]
for level in sorted(levels$new)[-2::-1]:
    $new = layers.UpSampling2D()($new)
    $new = layers.Add()([levels$new[level], $new])
""",
        """\
class UNet$new(keras.Model):
    def __init__(self, widths):
        super().__init__()
        self.down = [layers.Conv2D(n, 3, padding="same", activation="relu") for n in widths]
        self.up = [layers.Conv2DTranspose(n, 2, strides=2) for n in reversed(widths)]
        self.pool, self.final = layers.MaxPooling2D(), layers.Conv2D($n, 1)

    def call(self, x):
        skips = []
        for conv in self.down:
            x = conv(x)
            skips.append(x)
            x = self.pool(x)
        for deconv in self.up:
            x = ops.concatenate([deconv(x), skips.pop()], axis=-1)
        return self.final(x)

$new = UNet$new([4, 8])($x)
""",
        """\
class Channel$new(layers.Layer):
    def __init__(self, ratio=$s):
        super().__init__()
        self.ratio = ratio

    def build(self, input_shape):
        channels = input_shape[-1]
        self.shared = keras.Sequential([layers.Dense(channels // self.ratio), layers.Dense(channels)])

    def call(self, x):
        average = self.shared(ops.mean(x, axis=[1, 2], keepdims=True))
        largest = self.shared(ops.max(x, axis=(1, 2), keepdims=True))
        return x * ops.sigmoid(average + largest)

$new = Channel$new()($x)
spatial$new = ops.concatenate([ops.mean($new, axis=-1, keepdims=True), ops.max($new, -1, keepdims=True)], axis=-1)
$new = $new * layers.Conv2D(1, $k, padding="same", activation="sigmoid")(spatial$new)
""",
        """\
def dense_block$new(x, count, growth):
    for _ in range(count):
        z = layers.ReLU()(layers.BatchNormalization()(x))
        z = layers.Conv2D(growth, 3, padding="same")(z)
        x = layers.Concatenate()([x, z])
    return x

$new = dense_block$new($x, $s, $n)
$new = layers.AveragePooling2D(2)(layers.Conv2D($new.shape[-1] // 2, 1)($new))
""",
        """\
def inverted$new(x, expand, filters, strides=1):
    channels = x.shape[-1]
    z = layers.Conv2D(channels * expand, 1, use_bias=False)(x)
    z = layers.ZeroPadding2D(((0, 1), (0, 1)))(z) if strides == 2 else z
    z = layers.DepthwiseConv2D(3, strides, padding="valid" if strides == 2 else "same")(z)
    z = layers.ReLU(6.0)(layers.BatchNormalization()(z))
    z = layers.Conv2D(filters, 1, use_bias=False)(z)
    return layers.Add()([x, z]) if channels == filters and strides == 1 else z

$new = inverted$new($x, $s, $n)
$new = inverted$new($new, $s, $new.shape[-1], $s)
""",
        """\
class Shuffle$new(layers.Layer):
    def __init__(self, groups):
        super().__init__()
        self.groups = groups

    def call(self, x):
        h, w, c = x.shape[1:]
        x = ops.reshape(x, (-1, h, w, self.groups, c // self.groups))
        return ops.reshape(ops.transpose(x, [0, 1, 2, 4, 3]), (-1, h, w, c))

$new = Shuffle$new($s)($x)
""",
        """\
anchors$new = $s
box$new = layers.Reshape((-1, 4))(layers.Conv2D(anchors$new * 4, 3, padding="same")($x))
label$new = layers.Reshape((-1, 5))(layers.Conv2D(anchors$new * 5, 3, padding="same")($x))
$new = layers.Concatenate(axis=2)([box$new, label$new])
""",
        """\
theta$new = layers.Reshape((-1, 4))(layers.Conv2D(4, 1)($x))
phi$new = layers.Reshape((-1, 4))(layers.Conv2D(4, 1)($x))
f$new = layers.Softmax()(layers.Dot(axes=2)([theta$new, phi$new]))
g$new = layers.Reshape((-1, $n))(layers.Conv2D($n, 1)($x))
$new = layers.Dot(axes=[2, 1])([f$new, g$new])
""",
        """\
features$new = layers.TimeDistributed(layers.Bidirectional(layers.LSTM($n)))($x)
$new = layers.Dense($n)(features$new)
""",
        """\
crop$new = layers.Cropping2D(1)($x)
other$new = layers.Conv2D($x.shape[-1], 3)($x)
$new = layers.Concatenate()([crop$new, other$new])
""",
        """\
class Upscale$new(layers.Layer):
    def __init__(self, factor):
        super().__init__()
        self.factor = factor
        self.conv = layers.Conv2D($n * factor**2, 3, padding="same")

    def call(self, x):
        return ops.depth_to_space(self.conv(x), self.factor)

$new = Upscale$new(2)($x)
""",
        """\
augment$new = keras.Sequential([layers.RandomFlip("horizontal"), layers.RandomRotation(0.1), layers.RandomZoom(0.1),
                                layers.RandomContrast(0.2), layers.RandomTranslation(0.1, 0.1)])
$new = layers.Conv2D($n, $k, padding="$pad")(augment$new($x))
""",
        "$new = layers.RandomCrop($n, $n)($x)\n",
        "$new = layers.AdaptiveMaxPooling2D(($s, $n))($x)\n$new = layers.Flatten()($new)\n",
        "$new = layers.GlobalMaxPool2D()(layers.Convolution2D($n, $k)(layers.AvgPool2D($s)($x)))\n",
        "$new = ops.conv($x, ops.ones(($k, $k, $x.shape[-1], $n)), strides=$s, padding='$pad')\n",
        "$new = ops.average_pool($x, $k, strides=$s, padding='$pad')\n",
        "$new = ops.image.pad_images($x, top_padding=$s, left_padding=$k, target_height=$x.shape[1] + $n, target_width=$x.shape[2] + $n)\n",
        "$new = ops.image.crop_images($x, top_cropping=$s, left_cropping=$s, target_height=$n, target_width=$n)\n",
    ],
    5: [
        """\
video$new = layers.TimeDistributed(keras.Sequential([layers.Conv2D($n, $k, padding="same"), layers.MaxPooling2D(), layers.Flatten()]))($x)
$new = layers.LSTM($n)(video$new)
""",
        """\
frames$new = keras.Input($x.shape[2:])
encoder$new = keras.Model(frames$new, layers.GlobalAveragePooling2D()(layers.Conv2D($n, $k)(frames$new)))
$new = layers.GRU($n, return_sequences=$flag)(layers.TimeDistributed(encoder$new)($x))
""",
        "$new = layers.ConvLSTM2D($n, $k, padding='same', return_sequences=True)($x)\n$new = layers.Conv3D($n, 3, padding='same')($new)\n",
        "$new = layers.Bidirectional(layers.ConvLSTM2D($n, $k, padding='same'))($x)\n",
        "$new = layers.AdaptiveAveragePooling3D(($s, $s, $s))($x)\n$new = layers.Flatten()($new)\n",
        "$new = layers.Reshape(($x.shape[1], -1))($x)\n",
        "$new = ops.conv($x, ops.ones((1, $s, $s, $x.shape[-1], $n)), padding='$pad')\n",
    ],
}  # fmt: skip


@part(6)
def network(s: Scope, x: str) -> str | None:
    """A piece of a network."""
    texts = NETWORKS.get(len(s.shape(x)), []) * 2 + NETWORKS[0]
    new = s.writer.name()
    text = Template(s.rng.choice(texts)).substitute(Fields(s, x=x, new=new))
    return new if s.try_(text) else None
