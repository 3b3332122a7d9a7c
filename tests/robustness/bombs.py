"""Programs that would take forever, or all memory, if they were simply run.

Each names keras, so that the gate lets it pass.
"""

from __future__ import annotations

from doubled_bombs import DOUBLED_BOMBS
from flow_bombs import FLOW_BOMBS
from large_bombs import LARGE_BOMBS
from more_bombs import MORE_BOMBS
from odd_bombs import ODD_BOMBS

HEAD = "import keras\nfrom keras import layers\nx = keras.Input((8, 8, 3))\n"

# 50 doublings: 2**50 items, if it is ever written out.
DOUBLED = "a = [x]\nfor i in range(50):\n    a = [a, a]\n"
DOUBLED_TUPLE = "t = (1,)\nfor i in range(50):\n    t = (t, t)\n"
ITSELF = "a = []\na.append(a)\nb = []\nb.append(b)\nd = {}\nd['d'] = d\ne = {}\ne['d'] = e\n"
USES = (
    "a == a[0]", "a == b", "d == e", "a in b", "a < b", "a + b", "a * 3", "str(a)", "repr(d)", "f'{a}'",
    "'%s' % (a,)", "'{}'.format(d)", "print(a)", "len(a)", "sum(a)", "sum(a, [])", "sorted(a)", "max(a)",
    "list(a)", "tuple(a)", "set(a)", "{**d}", "[*a, *b]", "layers.Concatenate()(a)", "layers.Dense(a)(x)",
    "layers.Conv2D(3, a)(x)", "layers.Dense(4)(d)", "layers.Add(axis=d)([x, x])", "keras.Model(a, a)",
    "keras.Model(x, d)", "keras.Input(a)", "keras.Input(shape=a, batch_size=d)", "keras.Sequential(a)",
    "layers.concatenate([x, a])", "keras.ops.concatenate(a)", "keras.ops.reshape(x, a)", "x + a", "x[a]",
    "x.shape == a", "(lambda *p, **k: p)(*a, **d)", "layers.Reshape(a)(x)", "layers.Permute(a)(x)",
    "keras.applications.ResNet50(input_shape=a)", "layers.Lambda(lambda y: a)(x)", "zip(a, b)",
    "[p for p in a]", "isinstance(a, list)", "a.index(b)", "a.count(b)", "import_me(a)", "a if u else b",
    "a.copy()", "dict(a=a)", "d.update(e)", "a.extend(a)", "any(a)", "map(str, a)", "layers.Dense(4, name=a)",
    "keras.backend.int_shape(a)", "keras.tree.flatten(a)", "keras.tree.map_structure(len, a)",
    "tf.nest.flatten(a)", "keras.ops.shape(a)", "keras.ops.stack(a)", "keras.ops.convert_to_tensor(a)",
    "np.array(a)", "np.prod(a)", "np.zeros(a)", "copy.deepcopy(a)", "itertools.chain(*a)", "json.dumps(d)",
)  # fmt: skip
MORE = "import numpy as np, copy, itertools, json\nimport tensorflow as tf\n"


def _uses(start: str) -> str:
    text = HEAD + MORE + ITSELF + start
    for i, use in enumerate(USES):
        text += f"v{i} = {use}\n"
    return (
        text + "for u in unknown:\n    if u:\n        a = b\n        d = e\n    v = [a, b, d, e]\n"
    )


FORKS = (
    "".join(f"{' ' * n}if u{n}:\n{' ' * n} pass\n{' ' * n}else:\n" for n in range(60))
    + " " * 60
    + "pass\n"
)
RECURSION = """
def f(n):
    if p(n):
        return f(n) + f(n + 1)
    elif q(n):
        return g(n, f)
    return f(n - 1)
def g(n, h):
    if r(n):
        h(n)
        return f(n)
    return g(n + 1, f)
f(1)
"""
LOOPS = (
    "".join(f"{' ' * n}for i{n} in unknown{n}:\n" for n in range(30))
    + " " * 30
    + "y = layers.Dense(4)(x)\n"
)
KNOWN_LOOPS = (
    "".join(f"{' ' * n}for i{n} in range(900):\n" for n in range(12))
    + " " * 12
    + "y = layers.Dense(4)(x)\n"
)

BOMBS: dict[str, str] = {
    "long range": "for i in range(10**9):\n    x = layers.Dense(4)(x)\n",
    "long range of nothing": "for i in range(10**9):\n    pass\n",
    "endless loop": "while True:\n    x = layers.Dense(4)(x)\n",
    "endless recursion": "def f(n):\n    return f(n + 1)\nf(0)\n",
    "endless constructor": "class A:\n    def __init__(self):\n        self.a = A()\nA()\n",
    "long list": "a = [0] * 10**9\nb = a * 10\nlayers.Dense(a)\n",
    "list of lists": "a = [0]\nfor i in range(60):\n    a = a * 1000\n    a += a\n",
    "long text": "s = 'a' * 10**9\nfor i in range(60):\n    s = 'ab' * 1000 + s + s\n",
    "long number": "n = 2 ** 10 ** 8\nm = 10 ** 10 ** 10 ** 10\nn << 10**9\nlayers.Dense(n)(x)\n",
    "growing number": "n = 3\nfor i in range(1000):\n    n = n * n\nk = str(n)\n",
    "factorial": "import math\nn = math.factorial(10**7)\nm = math.comb(10**6, 10**5)\npow(3, 10**9)\n",
    "uses of a self-containing list": _uses(""),
    "uses of a doubled list": _uses(DOUBLED),
    "uses of a doubled tuple": _uses(DOUBLED_TUPLE + "a = t\n{t: 1}\n{t}\nhash(t)\nt in {t}\n"),
    "doubled dict": "d = {}\nfor i in range(60):\n    d = {'a': d, 'b': d}\nlayers.Dense(4)(d)\nd == {**d}\n",
    "zipped tuple": "t = (1,)\nfor i in range(60):\n    t = tuple(zip(t, t))\nfor i in range(60):\n    t = (*t, t)\n",
    "endless generator": "def g():\n    while True:\n        yield x\nfor y in g():\n    x = layers.Dense(1)(y)\nsum(g())\n",
    "nested unknown tests": FORKS,
    "many unknown tests": "".join(f"if u{n}:\n    x = layers.Dense({n + 1})(x)\n" for n in range(800)),
    "recursion through unknown branches": RECURSION,
    "recursion without end": "def f(n):\n    if n in u:\n        f(n - 1)\n    if n in v:\n        f(n - 2)\n    f(n - 3)\nf(99)\n",
    "unknown loops in each other": LOOPS,
    "known loops in each other": KNOWN_LOOPS,
    "comprehensions in each other": "a = " + "[" * 20 + "1" + "".join(f" for i{n} in range(300)]" for n in range(20)) + "\n",
    "comprehension of many clauses": "a = [1 " + " ".join(f"for i{n} in range(100)" for n in range(20)) + "]\n",
    "comprehension that makes nothing": "a = [1 for i in range(9000) for j in range(9000) if i > j + 10**6]\n",
    "sums of a long list": "a = list(range(19000))\nfor i in range(1400):\n    n = sum(a) + len([*a]) + max(a)\n",
    "long elif": "if u == 0:\n    y = 0\n" + "".join(f"elif u == {n}:\n    y = {n}\n" for n in range(1, 990)),
    "longer elif": "if u == 0:\n    y = 0\n" + "".join(f"elif u == {n}:\n    y = {n}\n" for n in range(1, 10_000)),
    "long match": "match u:\n" + "".join(f"    case {n}:\n        y = {n}\n" for n in range(900)),
    "large dict": "d = {" + "".join(f"'k{n}': {n}, " for n in range(20_000)) + "}\n",
    "large list": "d = [" + "".join(f"'k{n}', " for n in range(40_000)) + "]\n",
    "a line of a million": "s = '" + "s" * 1_000_000 + "'\n",
    "a comment of a million": "# " + "s (" * 300_000 + "\n",
    "deep brackets": "a = " + "[" * 5000 + "]" * 5000 + "\n",
    "deep blocks": "".join(f"{' ' * n}if True:\n" for n in range(95)) + " " * 95 + "pass\n",
    "deep functions": "".join(f"{' ' * n}def f{n}(a):\n" for n in range(90)) + " " * 90 + "pass\n",
    "deep calls": "a = " + "f(" * 90 + ")" * 90 + "\n",
    "deep layers": "for i in range(1400):\n    x = layers.Dense(4)(x)\nm = keras.Model(x, x)\nm(x)\n",
    "models of models": "m = keras.Sequential([layers.Dense(4)])\nfor i in range(60):\n    y = keras.Input((8, 8, 3))\n"
    "    m = keras.Model(y, m(m(y)))\nm(x)\nm.count_params()\nm.summary()\n",
    "sequentials of sequentials": "m = keras.Sequential([layers.Dense(4)])\nfor i in range(60):\n    m = keras.Sequential([m, m])\nm(x)\n",
    "layers that call themselves": "class L(layers.Layer):\n    def call(self, x):\n        return self(x) + self(x)\nL()(x)\n",
    "properties that read themselves": "class A:\n    @property\n    def a(self):\n        return self.a + self.a\n    def __getattr__(self, n):\n        return getattr(self, n)\nA().a\nA().b\n",
    "wrappers of wrappers": "y = layers.Dense(4)\nfor i in range(500):\n    y = layers.TimeDistributed(y)\ny(x)\n",
    "a class that is its own base": "class A: pass\nclass A(A): pass\nfor i in range(500):\n    class A(A, A): pass\nA()\n",
    "lambdas of lambdas": "f = lambda y: y\nfor i in range(900):\n    f = lambda y, f=f: f(f(y))\nf(x)\n",
    "large shape": "y = keras.Input((1,) * 15000)\ny = layers.Dense(4)(y)\nlayers.Flatten()(y)\n",
    "large sizes": "y = keras.Input((10**40, 10**40, 3))\ny = layers.Conv2D(10**50, 3)(y)\nlayers.Flatten()(y)\nlayers.UpSampling2D(10**300)(y)\n",
    "many inputs": "ys = [keras.Input((4,)) for i in range(5000)]\ny = layers.Concatenate()(ys)\nkeras.Model(ys, y)\n",
    "trail of large scopes": "".join(f"n{n} = {n}\n" for n in range(3000)) + "for i in range(1400):\n    if u[i]:\n        n1 = i\n",
    "many names of sizes": "".join(f"width{n} = {n}\n" for n in range(12_000)) + "b = keras.ops.transpose(a)\ncrop(b, width1, height)\n",
    "many wrong assertions": "".join(f"assert x.shape == (None, 7, {n})\n" for n in range(2500)),
    "many wrong comments of a function": "def f(x):\n" + "".join(f"    # x: (None, 64, 48, {n % 7})\n    x = layers.Conv2D({n % 7}, 3, padding='same')(x)\n    # -> (batch, 64, 48, {n % 7})\n" for n in range(7, 500)),
    "many slices": "".join(f"c{n} = img[{n}:{n} + height, {n}:{n} + width]\n" for n in range(2500)),
    "unknown in loop of lists": "a = list(range(9000))\nfor i in range(1400):\n    if u[i]:\n        a[3] = i\n    else:\n        a[4] = x\n",
    "try in try": "".join(f"{' ' * n}try:\n" for n in range(40)) + " " * 40 + "boom()\n"
    + "".join(f"{' ' * n}except A{n}:\n{' ' * n} raise B{n}\n{' ' * n}finally:\n{' ' * n} pass\n" for n in reversed(range(40))),
    "format": "'{:>1000000000}'.format(1)\nf'{1:>999999999}'\n'%999999999d' % 1\n'a'.ljust(10**9)\n'a'.join(['b' * 10**6] * 10**6)\nrange(10**18)[5:]\nlist(range(10**18))\nbytes(10**10)\n",
    "regular expression": "import re\nre.match('(a+)+$', 'a' * 60 + 'b')\nre.sub('(x+x+)+y', '', 'x' * 60)\n",
    "arrays": "import numpy as np\nnp.zeros((10**6, 10**6))\nnp.arange(10**12)\nnp.ones(10**9) + np.ones(10**9)\nnp.arange(10**5).reshape((-1, 1)) * np.arange(10**5)\n",
    "products": "import itertools\nlist(itertools.product(range(100), repeat=20))\nlist(itertools.permutations(range(100)))\nlist(itertools.count())\nlist(itertools.repeat(1))\nlist(itertools.combinations(range(100), 50))\n",
    "symbolic sizes": "def f(n, m):\n    y = keras.Input((n, m, 3))\n    for i in range(300):\n        n = (n * m + i) // 2\n        y = layers.Conv2D(8, 3, strides=2, padding='same')(keras.ops.pad(y, [[0, 0], [n, m], [1, i], [0, 0]]))\n    return layers.Flatten()(y)\nf(u, v)\n",
}  # fmt: skip
BOMBS = {
    name: text if text.startswith(HEAD) else HEAD + text
    for name, text in {
        **BOMBS,
        **MORE_BOMBS,
        **LARGE_BOMBS,
        **DOUBLED_BOMBS,
        **ODD_BOMBS,
        **FLOW_BOMBS,
    }.items()
}
