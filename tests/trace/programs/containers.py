"""Lists, dicts, sets, slices and the builtins on them."""

l = [3, 1, 2]
l.sort()
a = l[:]
l.sort(reverse=True, key=lambda x: -x)
b = l.copy()
l.insert(1, 9)
l.extend((7, 8))
p = l.pop()
p0 = l.pop(0)
l.remove(9)
l.reverse()
c = list(l)
d = (
    sorted("bca", reverse=True),
    list(reversed([1, 2])),
    max(1, 5, 2),
    min([3, 1]),
    sum([1, 2], 10),
    any([0, 1]),
    all([]),
    abs(-3),
    round(2.567, 1),
    divmod(7, 2),
    pow(2, 3, 5),
    int("12"),
    int(3.9),
    float("1.5"),
    bool([]),
    list(range(5, 0, -2)),
    list(zip([1, 2], "ab")),
    list(enumerate("ab", 1)),
    list(map(lambda x, y: x + y, [1], [2])),
    list(filter(None, [0, 1, 2])),
    tuple("ab"),
    set([1, 1]),
    dict(a=1),
    dict([("k", 2)]),
    max("aa", "b", key=len),
    max([], default=3),
    [1, 2].index(2),
    (1, 2, 1).count(1),
    [1] * 3,
    [1] + [2],
    (1,) + (2,),
    [1, 2] == [1, 2],
    [1] < [2],
    1 < 2 < 3,
    not [],
    3 if [] else 4,
)
dd = {"a": 1, "b": 2}
e = (
    dd.get("z", 5),
    dd.pop("a"),
    dd.setdefault("q", 7),
    list(dd.keys()),
    list(dd.values()),
    list(dd.items()),
    "b" in dd,
    len(dd),
)
dd.update(x=1)
dd.update({"y": 2})
dd.update([("z", 3)])
f = dict(dd)
dd |= {"w": 1}
g = {**dd} | {"v": 0}
for k, v in dd.items():
    last = (k, v)
del dd["w"]
h = list(dd)
s1 = {1, 2} | {3}, {1, 2} & {2}, {1, 2} - {2}, {1} ^ {2}, {1} <= {1, 2}, frozenset([1])
st = set()
st.add(1)
st.update([2, 3])
st.discard(9)
st.remove(1)
i = sorted(st)
x = [[0] * 2 for _ in range(2)]
x[0][1] = 5
j = x
m = [1, 2, 3, 4]
m[1:3] = [9]
m[::2] = [0, 0]
del m[0]
k2 = m
t = (1, [2])
t[1].append(3)
n = t
q = dict.fromkeys("ab", 0), list({1: 2}), [*range(3)], {**{}, "a": 1}
aa, (bb, *cc), *dd2 = 1, (2, 3, 4), 5, 6
it = iter([1, 2, 3])
n1 = next(it), next(it), next(it), next(it, "end")
zz = list(zip(*[(1, 2), (3, 4)]))
import copy

cp = copy.deepcopy(x), copy.copy([1])
sl = slice(1, 3)
s3 = "abcd"[sl]
w = (
    7 // -2,
    -7 % 3,
    2**-1,
    7 / 2,
    1e3,
    0x10,
    0b11,
    1_000,
    5 & 3,
    5 | 3,
    5 ^ 3,
    ~5,
    1 << 4,
    True + True,
    3 == 3.0,
    0 or "d",
    1 and 2,
    None or [],
    5 if 1 else 6,
)
