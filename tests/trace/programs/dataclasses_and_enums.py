"""Dataclasses and enums."""

from dataclasses import dataclass, field, fields
from enum import Enum, IntEnum, auto


@dataclass
class Cfg:
    size: int
    chans: int = 3
    filters: list = field(default_factory=lambda: [32, 64])

    @property
    def shape(self):
        return (self.size, self.size, self.chans)

    def __post_init__(self):
        self.half = self.size // 2


c = Cfg(64)
r1 = c.shape, c.half, c.filters
c2 = Cfg(size=8, chans=1)
r2 = c2.shape
r3 = c == Cfg(64), c == c2


class Mode(Enum):
    A = "a"
    B = "b"


m = Mode("b")
r4 = m.value, m.name, m is Mode.B, m == Mode.A, [x.value for x in Mode], Mode["A"].value


class N(IntEnum):
    X = 1
    Y = auto()


r5 = N.Y + 1, int(N.X), N.Y > N.X


names = [f.name for f in fields(Cfg)], [f.name for f in fields(c)]
given = {"size": 4, "depth": 2}
valid = {f.name for f in Cfg.__dataclass_fields__.values()}
taken = {k: given.pop(k) for k in list(given) if k in valid}
r6 = taken, given, Cfg(**taken).shape, [f.default for f in fields(Cfg)][1:2]
