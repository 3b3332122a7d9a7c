"""Classes: inheritance, properties, special methods."""


class Base:
    kind = "base"
    registry = []

    def __init__(self, n=1):
        self.n = n
        self.setup()

    def setup(self):
        self.tag = "b"

    @classmethod
    def make(cls, n):
        return cls(n)

    @staticmethod
    def util(x):
        return x + 1

    @property
    def double(self):
        return self.n * 2

    @double.setter
    def double(self, v):
        self.n = v // 2

    def __call__(self, x):
        return x + self.n

    def __getitem__(self, i):
        return i * self.n

    def __len__(self):
        return self.n

    def __iter__(self):
        return iter([self.n, self.n])

    def __contains__(self, x):
        return x == self.n

    def __eq__(self, other):
        return self.n == other.n

    def __add__(self, o):
        return self.n + o

    def __enter__(self):
        return self

    def __exit__(self, *a):
        pass


class Child(Base):
    kind = "child"

    def __init__(self, n, extra):
        super().__init__(n)
        self.extra = extra

    def setup(self):
        super().setup()
        self.tag += "c"


c = Child(3, "e")
r1 = c.n, c.extra, c.tag, c.kind, Base.kind, c.double, c(10), c[4], len(c), list(c), c + 5
b = Base.make(4)
b.double = 20
r2 = b.n, Base.util(1), b.util(2), isinstance(c, Base), issubclass(Child, Base), type(c).__name__
with c as cc:
    r3 = cc.n
r4 = hasattr(c, "extra"), getattr(c, "zzz", "dflt"), c == Base(3), 3 in c, 4 in c
setattr(c, "dyn", 8)
r5 = c.dyn
Base.registry.append(1)
r6 = Child.registry


class Mix:
    def who(self):
        return "mix"


class Multi(Mix, Base):
    pass


r7 = Multi(2).who()
r8 = vars(b)["n"] if "n" in vars(b) else None


class S:
    def __init__(self, **kw):
        self.__dict__.update(kw)


r9 = S(q=3).q
bool_len = bool(Base(0)), bool(Base(2))


kinds_of = [
    isinstance(one, int | str) or isinstance(one, list | tuple | None)
    for one in (1, "a", 2.0, [1], (1,), None, {1: 2})
]
