"""What models use of the standard library to walk and count."""

import functools, itertools, math, operator, collections

p = functools.partial(lambda a, b, c=0: (a, b, c), 1, c=5)
r1 = p(2)
r2 = functools.reduce(lambda a, b: a * b, [1, 2, 3, 4])
r3 = functools.reduce(operator.mul, (2, 3), 10)
r4 = list(itertools.chain([1], [2, 3]))
r5 = list(itertools.product([1, 2], "ab"))
r6 = list(itertools.islice(itertools.count(5), 3))
r7 = list(itertools.accumulate([1, 2, 3]))
r8 = (
    math.ceil(7 / 2),
    math.floor(-1.5),
    math.log2(8),
    math.sqrt(16),
    math.prod([2, 3]),
    math.gcd(12, 18),
)
P = collections.namedtuple("P", "x y")
pt = P(1, y=2)
r9 = pt.x, pt.y, pt[0], tuple(pt), pt._replace(x=5).x
od = collections.OrderedDict([("a", 1), ("b", 2)])
r10 = list(od.items())
dd = collections.defaultdict(list)
dd["k"].append(1)
r11 = dd["k"]
cc = collections.Counter("aab")
r12 = cc["a"]
r13 = list(itertools.repeat(3, 2)), list(zip(itertools.count(), "ab"))
r14 = list(itertools.combinations([1, 2, 3], 2))
r15 = list(itertools.zip_longest([1], [2, 3]))


@functools.lru_cache(maxsize=None)
def sq(x):
    return x * x


r16 = sq(5)
r17 = list(map(operator.itemgetter(1), [(1, 2), (3, 4)]))
dq = collections.deque([1, 2])
dq.appendleft(0)
r18 = list(dq)
r19 = list(itertools.starmap(pow, [(2, 3), (3, 2)]))
r20 = list(itertools.pairwise([1, 2, 3])) if hasattr(itertools, "pairwise") else 0
