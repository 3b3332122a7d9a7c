"""Arguments, closures, generators, recursion, decorators."""


def f(a, b=2, *args, c, d=4, **kw):
    return (a, b, args, c, d, kw)


r1 = f(1, c=3)
r2 = f(1, 5, 6, 7, c=3, d=9, e=10)
r3 = f(*[1, 2, 3], **{"c": 1, "z": 2})


def pos(a, b, /, c):
    return (a, b, c)


r4 = pos(1, 2, c=3)


def counter():
    n = 0

    def inc(by=1):
        nonlocal n
        n += by
        return n

    return inc


c = counter()
c()
r5 = c(5)
G = 0


def setg():
    global G
    G = 7


setg()
fact = lambda n: 1 if n < 2 else n * fact(n - 1)
r6 = fact(6)


def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


r7 = fib(10)


def gen(n):
    for i in range(n):
        yield i
        if i == 2:
            return


r8 = list(gen(10))


def gen2():
    yield from gen(2)
    yield "end"


r9 = [*gen2()]


def default(x=[]):
    x.append(1)
    return x


default()
r10 = default()
adders = [lambda x, i=i: x + i for i in range(3)]
r11 = [a(10) for a in adders]
late = [lambda: i for i in range(3)]
r12 = [l() for l in late]


def deco(fn):
    def wrap(*a, **k):
        return ("w", fn(*a, **k))

    return wrap


@deco
def hi(x):
    return x


r13 = hi(3)
