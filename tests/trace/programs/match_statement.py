"""`match` with every kind of pattern."""


def f(v):
    match v:
        case 0:
            return "zero"
        case int(x) if x > 10:
            return ("big", x)
        case [a, b]:
            return ("two", a, b)
        case [a, *rest]:
            return ("many", a, rest)
        case {"k": k, **o}:
            return ("map", k, o)
        case "a" | "b":
            return "ab"
        case (1 | 2) as y:
            return ("as", y)
        case None:
            return "none"
        case str():
            return "str"
        case _:
            return "other"


r = [f(v) for v in (0, 42, [1, 2], [1, 2, 3], {"k": 1, "z": 2}, "a", 1, None, "zzz", 5, 3.5)]


class Pt:
    __match_args__ = ("x", "y")

    def __init__(self, x, y):
        self.x, self.y = x, y


match Pt(1, 2):
    case Pt(x=1, y=yy):
        r2 = yy
match Pt(3, 4):
    case Pt(a, b):
        r3 = (a, b)
