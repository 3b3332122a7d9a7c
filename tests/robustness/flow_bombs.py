"""Bombs of what Python does on the way: managers, exceptions, iterators, descriptors."""

from __future__ import annotations

UNKNOWN = "import contextlib, functools, itertools\nfrom unseen import unk\n"
_FLOW: dict[str, str] = {
    "managers recursive": "@contextlib.contextmanager\ndef cm(n):\n    with cm(n + 1) as a:\n        yield a\nwith cm(0) as b:\n    pass\n",
    "managers doubled": "@contextlib.contextmanager\ndef cm(n):\n    if unk():\n        yield n\n    else:\n        yield n + 1\n"
    + "".join("    " * i + f"with cm({i}) as a{i}:\n" for i in range(20))
    + "    " * 20
    + "pass\n",
    "managers loop": "@contextlib.contextmanager\ndef cm(n):\n    for i in range(1000):\n        yield i\nfor j in range(1000):\n    with cm(1) as a:\n        with cm(2) as b:\n            c = b\n",
    "try doubled": "".join(
        "    " * i + "try:\n" + "    " * (i + 1) + "if unk(): raise ValueError\n" for i in range(15)
    )
    + "    " * 15
    + "v = 1\n"
    + "".join(
        "    " * i + "except ValueError:\n" + "    " * (i + 1) + f"v{i} = 1\n"
        for i in reversed(range(15))
    ),
    "try in loops": "for i in range(1000):\n    for j in range(1000):\n        try:\n            if unk(): raise ValueError(i)\n            if unk(): raise KeyError(i)\n        except ValueError:\n            v = i\n        except KeyError:\n            v = j\n",
    "try calls": "def f(n):\n    try:\n        if unk(): raise ValueError\n        return f(n + 1)\n    except ValueError:\n        return f(n + 2)\nf(0)\n",
    "iter recursion": "class A:\n    def __iter__(self): return B()\nclass B:\n    def __iter__(self): return self\n    def __next__(self): return list(A())\nlist(A())\n",
    "getitem recursion": "class A:\n    def __getitem__(self, i): return [x for x in self]\nlist(A())\n",
    "setting inside of setting": "class A:\n    def __setattr__(self, k, v): self.x = v\na = A()\na.b = 1\n",
    "get recursion": "class D:\n    def __get__(self, o, t): return H.d\nclass H:\n    d = D()\nH.d\n",
    "lru growing": "@functools.lru_cache\ndef f(*a): return f(*a, *a)\nf(1)\n",
    "lru nested": "@functools.lru_cache\ndef f(a): return f((a, a))\nf(1)\n",
    "zip self": "it = itertools.count()\nr = list(zip(it, iter([1]), it))\nq = zip(itertools.count(), iter(range(10**9)))\n",
    "a list that grows": "q = [0]\nfor a in q:\n    q += q\n",
    "in place of itself": "class A:\n    def __iadd__(self, o):\n        self += o\n        return self\na = A()\na += 1\n",
    "exec bomb": 'exec("exec(" * 60)\nexec("a" * 10**7)\nexec("(" * 190)\n'
    + 'exec("x = 1;" * 30)\n' * 500,
    "raise again": "def f():\n    try:\n        raise ValueError\n    except ValueError:\n        try:\n            f()\n        finally:\n            raise\nf()\n",
    "exit recursion": "class M:\n    def __enter__(self):\n        with self: pass\n    def __exit__(self, *a):\n        with self: return True\nwith M() as m: pass\n",
    "gen writes": "def g():\n    global l\n    while True:\n        l = [l, l]\n        yield l\nl = []\nfor a in g(): pass\n",
    "loops else": "".join(
        "    " * i + f"for i{i} in range(9):\n" + "    " * (i + 1) + "if unk(): break\n"
        for i in range(12)
    )
    + "".join(
        "    " * i + "else:\n" + "    " * (i + 1) + f"v{i} = 1\n" for i in reversed(range(12))
    ),
    "remembered a lot": "@functools.lru_cache\ndef f(k): return k\nr = [f(i) for i in range(9000)]\n",
}
FLOW_BOMBS = {name: UNKNOWN + text for name, text in _FLOW.items()}
