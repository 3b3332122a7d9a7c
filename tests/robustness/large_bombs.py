"""Programs of one short line each that would make something too large: numbers, texts, lists, arrays, shapes."""

from __future__ import annotations

LONG = "range(10**12)"
ENDLESS = (
    "itertools.count()",
    "iter(int, 1)",
    "itertools.cycle([1])",
    "itertools.repeat(x)",
    "(i for i in itertools.count())",
    "endless()",
)
TAKING = (
    "list({})", "tuple({})", "set({})", "sorted({})", "sum({})", "max({})", "min({})", "any({})", "all({})", "dict.fromkeys({})", "[*{}]", "{{*{}}}", "len({})",
    "list(enumerate({}))", "list(zip({}, {}))", "list(map(str, {}))", "list(filter(None, {}))", "list(reversed({}))", "f(*{})", "''.join(map(str, {}))",
    "[i for i in {}]", "{{i: i for i in {}}}", "-1 in {}", "{}[::-1]", "np.array({})", "np.sum({})", "functools.reduce(lambda a, b: a, {})", "bytes({})",
    "layers.Dense({})(x)", "keras.Input({})", "layers.Reshape({})(x)", "layers.Concatenate()({})", "keras.Model(x, {})", "keras.Sequential({})", "str({})",
    "collections.deque({})", "collections.Counter({})", "list(itertools.chain({}, {}))", "list(itertools.islice({}, 10**12))", "math.prod({})", "a.extend({})",
    "a[:] = {}", "b, *c = {}", "b, c = {}", "a += {}", "random.sample({}, 10**9)", "next({})", "dict(zip({}, {}))", "print(*{})", "copy.deepcopy({})",
    "keras.ops.stack({})", "tf.concat({}, 1)", "layers.Lambda(lambda y: {})(x)", "x + {}", "x[{}]", "{} == {}", "repr({})", "'%s' % {}", "list(itertools.accumulate({}))",
)  # fmt: skip
NUMBERS = (
    "10**400", "-10**400", "10**5000", "10**10**8", "2**(2**100)", "1 << 10**12", "1e309", "-1e309", "float('nan')", "float('inf')", "1e308 * 10", "0.1", "1e-320", "1j", "True",
    "10**400 * 1.0", "int(1e308)", "math.inf", "np.nan", "np.inf", "np.float32(1e39)", "np.int8(300)", "np.int64(2**70)", "int('9' * 5000)", "float('1e' + '9' * 99)",
    "math.factorial(10**6)", "round(10**5000, -4000)", "-0.0", "2**63", "2**64 - 1", "Decimal('1e999999999')", "Fraction(1, 10**400)", "-1", "0",
)  # fmt: skip
USING = (
    "keras.Input(({},))", "keras.Input((None, {}))", "keras.Input((3,), batch_size={})", "layers.Dense({})(x)", "layers.Conv2D({}, 3)(x)", "layers.Conv2D(3, {})(x)",
    "layers.Conv2D(3, 3, strides={})(x)", "layers.Conv2D(3, 3, dilation_rate={})(x)", "layers.Conv2DTranspose(3, 3, strides={})(x)", "layers.MaxPooling2D({})(x)",
    "layers.UpSampling2D({})(x)", "layers.ZeroPadding2D({})(x)", "layers.Cropping2D({})(x)", "layers.Reshape(({}, -1))(x)", "layers.Permute(({}, 1, 2))(x)",
    "layers.RepeatVector({})(keras.Input((3,)))", "layers.Embedding({}, {})(keras.Input((3,)))", "layers.Dropout({})(x)", "layers.BatchNormalization(axis={})(x)",
    "layers.Concatenate(axis={})([x, x])", "layers.LSTM({})(keras.Input((3, 4)))", "layers.MultiHeadAttention({}, {})(q, q)", "layers.GroupNormalization({})(x)",
    "layers.Resizing({}, {})(x)", "layers.CenterCrop({}, {})(x)", "layers.RandomZoom({})(x)", "layers.Rescaling({})(x)", "layers.DepthwiseConv2D(3, depth_multiplier={})(x)",
    "layers.SeparableConv2D({}, 3)(x)", "layers.Softmax({})(x)", "layers.Dot({})([q, q])", "layers.LeakyReLU({})(x)", "layers.Discretization(num_bins={})(x)",
    "keras.ops.reshape(x, ({}, -1))", "keras.ops.expand_dims(x, {})", "keras.ops.repeat(x, {}, 1)", "keras.ops.split(x, {}, 1)", "keras.ops.zeros(({}, 3))",
    "keras.ops.arange({})", "keras.ops.pad(x, {})", "keras.ops.tile(x, {})", "keras.ops.one_hot(x, {})", "keras.ops.transpose(x, ({}, 1))", "keras.ops.squeeze(x, {})",
    "x * {}", "x / {}", "x ** {}", "x[{}]", "x[:, {}]", "x[:{}]", "x[::{}]", "x.shape[{}]", "x.shape[1] * {}", "x.shape[1] // {}", "x.shape[1] % {}", "np.zeros({})", "np.arange({})",
    "[0] * {}", "'a' * {}", "(0,) * {}", "range({})", "str({})", "f'{{n}}'", "'%d' % {}", "'%f' % {}", "int({})", "float({})", "round({})", "math.ceil({})", "math.sqrt({})",
    "math.log({})", "math.gcd({}, 6)", "{} // 7", "7 // {}", "7 % {}", "7 ** {}", "{} == 3.5", "{} < 2.5", "divmod({}, 3)", "pow(2, {})", "hash({})", "{{{}: 1}}", "a[{}]", "a[{}:]",
    "a[::{}]", "bytes({})", "'a'.ljust({})", "'a'.zfill({})", "f'{{1:{{n}}}}'", "f'{{n:.99999f}}'", "f'{{n:e}}'", "chr({})", "bin({})", "1 << {}", "1 >> {}", "~{}", "math.comb({}, 5)",
    "math.factorial({})", "np.linspace(0, 1, {})", "np.ones((3, {}))", "np.full({}, 1)", "np.eye({})", "np.tile([1], {})", "np.repeat([1], {})", "np.random.rand({})", "np.prod([{}, {}])",
    "np.floor({})", "np.array([{}])", "np.array({}, dtype='int8')", "np.cumsum([{}] * 3)", "np.split(np.zeros(9), {})", "np.expand_dims(np.zeros(3), {})", "np.pad(np.zeros(3), {})",
    "keras.applications.ResNet50(weights=None, classes={})", "keras.applications.VGG16(weights=None, input_shape=({}, {}, 3))", "keras.Model(x, x).get_layer(index={})",
    "[i for i in range(3)][{}]", "itertools.product(range(3), repeat={})", "list(itertools.combinations(range(9), {}))", "random.randint(0, {})", "min({}, x.shape[1])",
)  # fmt: skip
SHAPES = (
    "keras.Input((1,) * 10**6)", "keras.Input([None] * 10**6)", "keras.Input(tuple(range(10**6)))", "keras.Input(shape=(3,) * 5000)", "layers.Reshape((1,) * 10**6)(x)",
    "layers.Reshape([-1] * 10**6)(x)", "layers.Permute(tuple(range(1, 10**6)))(x)", "keras.ops.transpose(x, list(range(10**6)))", "keras.ops.expand_dims(x, list(range(10**5)))",
    "keras.ops.reshape(x, [1] * 10**6)", "keras.ops.zeros([1] * 10**6)", "keras.ops.broadcast_to(x, [1] * 10**6)", "keras.ops.pad(x, [[1, 1]] * 10**6)", "np.zeros((1,) * 10**6)",
    "np.zeros((10**6,) * 9)", "np.arange(10**12)", "np.arange(10**12).reshape((10**6, 10**6))", "np.zeros(10**12)[3]", "np.zeros((10**12, 10**12)).T @ np.zeros((10**12, 10**12))",
    "np.meshgrid(*[range(10**4)] * 9)", "np.kron(np.ones((10**4, 10**4)), np.ones((10**4, 10**4)))", "np.indices((10**6, 10**6))", "np.triu(np.ones((10**6, 10**6)))",
    "np.broadcast_to(np.zeros(1), (10**9, 10**9)).tolist()", "np.concatenate([np.zeros(10**9)] * 10**6)", "np.stack([np.zeros(10**9)] * 9)", "np.tile(np.zeros(10**6), (10**6, 9))",
    "np.array([[0] * 10**6] * 10**6)", "np.array('a' * 10**9)", "np.fromstring('1 ' * 10**9, sep=' ')", "np.random.randint(0, 9, (10**9,))", "np.where(np.zeros(10**9))",
    "np.zeros(3).repeat(10**12)", "np.unravel_index(3, (10**6,) * 99)", "np.einsum('i,j,k->ijk', *[np.zeros(10**6)] * 3)", "keras.utils.to_categorical(range(10**9), 10**9)",
    "keras.ops.stack([x] * 10**6)", "keras.ops.concatenate([x] * 10**6)", "layers.Concatenate()([x] * 10**6)", "layers.Add()([x] * 10**6)", "keras.Model([x] * 10**6, [x] * 10**6)",
    "keras.ops.split(x, list(range(10**6)), 1)", "keras.ops.unstack(keras.Input((10**12,)), axis=1)", "tf.unstack(keras.Input((10**12,)), axis=1)", "tf.split(x, [1] * 10**6, 1)",
    "tf.zeros([10**6] * 99)", "tf.range(10**12)", "tf.meshgrid(*[tf.range(10**6)] * 99)", "[layers.Dense(i)(x) for i in range(1, 10**6)]", "keras.Sequential([layers.Dense(3)] * 10**6)(x)",
    "keras.ops.vectorized_map(lambda y: y, keras.ops.zeros((10**12,)))", "keras.ops.scan(lambda c, y: (c, y), 0, keras.ops.zeros((10**12,)))", "[y for y in keras.ops.zeros((10**12,))]",
    "layers.StackedRNNCells([layers.LSTMCell(3)] * 10**6)", "layers.Lambda(lambda y: [y] * 10**9)(x)", "(lambda *p: p)(*[x] * 10**6)", "dict(**{str(i): i for i in range(10**6)})",
    "layers.EinsumDense('ab,bc->ac', (10**6,) * 10**5)(keras.Input((3,)))", "keras.ops.einsum('...i->...', x)", "keras.ops.einsum('...' * 9999, x)", "x.shape + (1,) * 10**6",
    "layers.TextVectorization(vocabulary=['a'] * 10**9)", "layers.StringLookup(vocabulary=[str(i) for i in range(10**7)])", "layers.Hashing(10**30)(x)", "layers.CategoryEncoding(10**30)(x)",
)  # fmt: skip
TEXTS = (
    "'x' * 10**9 + 'y'", "('x' * 10**9).upper()", "('x,' * 10**6).split(',')", "'x' in 'x' * 10**9", "'{:>{}}'.format(1, 10**9)", "'{0:{1}}'.format('a', '>' + '9' * 9)", "'%*d' % (10**9, 1)",
    "f'{1:{10**9}}'", "f'{1:>{10**9}.{10**9}f}'", "'%.999999999f' % 1.5", "'{0[0]}'.format(range(10**12))", "'{0.real.real.real}'.format(1)", "'{}' * 10**6 % 1", "('{}' * 10**6).format(*range(10**6))",
    "'a'.replace('', 'b' * 10**9)", "('a' * 9999).replace('', 'b' * 9999)", "'a'.join('b' * 10**9)", "'a'.center(10**12)", "('\\t' * 9999).expandtabs(10**9)", "'ß'.upper() * 10**12",
    "'a'.translate({97: 'b' * 10**9})", "'a'.encode('utf-32') * 10**9", "bytes(10**12)", "bytearray(10**12)", "b'a' * 10**12", "int('9' * 10**6)", "int('f' * 10**6, 16)", "float('9' * 10**6)",
    "eval('9' * 10**6)", "eval('9' + '**9' * 99)", "eval('[' * 10**6)", "eval('x' * 10**6)", "exec('x = 1\\n' * 10**6)", "ast.literal_eval('-' * 10**6)", "json.loads('[' * 10**6)", "json.dumps([0] * 10**9)",
    "re.match('(a*)*b', 'a' * 40)", "re.sub('(.*)*', 'x', 'a' * 40)", "re.compile('(' * 9999)", "re.split('(a|aa)+$', 'a' * 60)", "re.findall('(?:a?){60}a{60}', 'a' * 60)", "re.match('a{1,65535}' * 9, 'a')",
    "'a' * 10**9 == 'a' * 10**9 + 'b'", "sorted('a' * 10**9)", "list('a' * 10**9)", "set('a' * 10**9)", "'a' * 10**9 < 'b'", "hash('a' * 10**9)", "len('a' * 10**12)", "('a' * 10**12)[3]",
    "layers.Dense(3, name='a' * 10**9)(x)", "keras.Input((3,), name='{:>999999999}'.format(1))", "getattr(keras, 'a' * 10**9)", "setattr(keras, 'a' * 10**7, 1)", "globals()['a' * 10**7]", "textwrap.fill('a ' * 10**8)",
    "'a' 'b' * 10**9 % ()", "repr([['a' * 10**5] * 10**5])", "str({i: 'a' * 10**5 for i in range(10**5)})", "string.Template('$a' * 10**6).substitute(a='b' * 10**6)", "os.path.join(*['a' * 10**6] * 10**6)",
)  # fmt: skip
CLASSES = {
    "classes with two bases each": "class A0: pass\nclass B0: pass\n" + "".join(f"class A{n}(A{n - 1}, B{n - 1}): pass\nclass B{n}(A{n - 1}, B{n - 1}): pass\n" for n in range(1, 300)) + "A299().a\nA299()()\nB299.f\n",
    "layers with two bases each": "class A0(layers.Layer): pass\nclass B0(layers.Layer): pass\n" + "".join(f"class A{n}(A{n - 1}, B{n - 1}): pass\nclass B{n}(B{n - 1}, A{n - 1}): pass\n" for n in range(1, 200)) + "A199()(x)\nB199()(x)\n",
    "classes with all bases": "".join(f"class A{n}({', '.join(f'A{m}' for m in reversed(range(n)))}): pass\n" for n in range(200)) + "A199().a\n",
    "calls of super": "class A0:\n    def f(self): return [self]\n" + "".join(f"class A{n}(A{n - 1}):\n    def f(self): return super().f() + super().f()\n" for n in range(1, 90)) + "A89().f()\n",
    "doubled in many ways": "a = {}\nb = []\nc = ()\nd = 'a'\nfor i in range(90):\n    a = {**{str(k) + 'a': a for k in range(2)}, **a}\n    b = b + b + [b]\n    c = (c, *c, c)\n    d += d\n    e = [a, b, c, d] * 2\n    b = e\nx.shape == c\nstr(e)\ne == [a, b, c, d]\n",
    "doubled tensors": "y = [x]\nfor i in range(60):\n    y = [layers.Concatenate()(y + y)] + y\nz = x\nfor i in range(900):\n    z = layers.Concatenate()([z, z])\n    z = layers.Add()([z, z]) * z\nkeras.Model(x, z)\n",
    "doubled sizes": "n = 3\nfor i in range(900):\n    n = n * 2 + 1\n    x = layers.Dense(n)(x)\n    x = keras.ops.reshape(x, (-1, n))\ny = keras.Input((None, None, 3))\nfor i in range(300):\n    y = layers.UpSampling2D(2)(y)\n    y = layers.ZeroPadding2D(n)(y)\n",
}  # fmt: skip
HEAD = (
    "import numpy as np, copy, itertools, json, math, functools, collections, random, re, ast, string, textwrap, os\nimport tensorflow as tf\nfrom decimal import Decimal\nfrom fractions import Fraction\n"
    "q = keras.Input((3, 4))\na = []\ndef f(*p): return p\ndef endless():\n    while True:\n        yield x\n"
)  # fmt: skip


def lines(parts: tuple[str, ...] | list[str]) -> str:
    """Each on its own, since one that raises would be the end of the program."""
    text = HEAD
    for part in parts:
        line = part if " = " in part or " += " in part else f"v = {part}"
        text += f"try:\n    {line}\nexcept Exception:\n    pass\n"
    return text


# What is held against all others of its kind, or walked as often as it is met.
HELD_TOGETHER = {
    "one shape read often": "width = x.shape[1]\nheight = x.shape[2]\n" * 3000,
    "comments about axes": "".join(f"# joins row {n} over the channels, along the width, horizontally\n" for n in range(9000)) + "layers.Concatenate(axis=1)([x, x])\n",
    "a long block of shapes in comments": "# (None, 8, 8, 3)\n" * 20_000 + "y = layers.Dense(3)(x)\n",
    "findings in one chain": "".join("x = layers.Conv2D(8, 3, padding='same')(x)\nlayers.Concatenate()([x, layers.Conv2D(3, 3)(x)])\n" for _ in range(500)),
    "asserts of shapes": "".join(f"assert x.shape == (None, {n}, 8, 3)\n" for n in range(900)),
    "guards of sizes": "def f(a, b):\n" + "    if a.shape[1] != b.shape[1]:\n        a = layers.ZeroPadding2D(1)(a)\n    layers.Concatenate()([a, b])\n" * 400 + "f(x, keras.Input((None, 8, 3)))\n",
    "a long sequential": "m = keras.Sequential([layers.Dense(3, name=str(i)) for i in range(9000)])\n",
    "outputs of a large model": "m = keras.Model(x, [x] * 10**5)\nfor i in range(200):\n    m(x)\n",
    "long lists in a layer": "n = [[0] * 10**5] * 10**5\nlayers.Dense(n)(x)\nlayers.Reshape(n)(x)\n",
    "cases in a loop": "for v in range(2000):\n    match v:\n" + "".join(f"        case [{n}, *r] | str(r) | (int() as r) if r == {n}:\n            layers.Dense({n})(x)\n" for n in range(1000)),
    "choices of matches": "a = [1, 2]\n" + "match a:\n    case [p, *q]:\n        a = (q, p, a)\n    case _:\n        a = (a, a)\n" * 60 + "layers.Concatenate()(a)\nlayers.Dense(a)(x)\n",
    "kernels with a third number": "layers.Conv2D(8, 3, 3)(x)\n" * 4000,
    "docstrings that say otherwise": "".join(f"def f{n}(a):\n    '''Does it.\n\n    Returns:\n        (batch, {n})\n    '''\n    return layers.Dense(3)(a)\nf{n}(x)\n" for n in range(1200)),
    "names that branches bind": "".join(f"v{n} = {n}\nif u{n}:\n    w{n} = {n}\n" for n in range(1500)),
    "a deep dict through a layer": "class L(layers.Layer):\n    def call(self, d): return d\nd = x\nfor i in range(12):\n    d = {'a': d, 'b': d}\nfor i in range(30):\n    d = L()(d)\n",
    "dots": "from " + "." * 100_000 + "\n",
}  # fmt: skip
LARGE_BOMBS = {
    "taking of a long range": lines([use.replace("{}", LONG) for use in TAKING]),
    **{
        f"taking of {source}": lines([use.replace("{}", source) for use in TAKING])
        for source in ENDLESS
    },
    **{
        f"using {number}": lines([f"n = {number}", *(use.format(*[number] * 3) for use in USING)])
        for number in NUMBERS
    },
    "large shapes": lines(SHAPES),
    "large texts": lines(TEXTS),
    **CLASSES,
    **HELD_TOGETHER,
}
