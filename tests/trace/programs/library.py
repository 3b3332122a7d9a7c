"""argparse, os.path, namedtuples, versions."""

import argparse, os, sys, string

p = argparse.ArgumentParser(description="x")
p.add_argument("--size", type=int, default=64)
p.add_argument("--name", default="n")
p.add_argument("-b", "--batch-size", type=int, default=8, help="h")
p.add_argument("--flag", action="store_true")
args = p.parse_args([])
r = args.size, args.name, args.batch_size, args.flag
pth = os.path.join("a", "b"), os.path.basename("/x/y.h5"), os.path.splitext("m.h5")[0]
cfg = {"size": (64, 64), "ch": 3}
sh = cfg["size"] + (cfg["ch"],)
sh2 = (*cfg["size"], 1)
from types import SimpleNamespace

ns = SimpleNamespace(a=1, b=2)
r2 = ns.a + ns.b
from typing import NamedTuple, Optional, List


class NT(NamedTuple):
    x: int
    y: int = 2


nt = NT(1)
r3 = nt.x, nt.y, nt == (1, 2)
x: Optional[List[int]] = None
cond = 1 if x is None else 2
ver = sys.version_info[0] >= 3, sys.version_info >= (3, 0)
lst = string.ascii_lowercase[:3]
