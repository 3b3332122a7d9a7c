"""Functions that only calculate, called with the same values again, and what they read changes."""

def divisible(v, divisor=8, least=None):
    if least is None:
        least = divisor
    rounded = max(least, int(v + divisor / 2) // divisor * divisor)
    if rounded < 0.9 * v:
        rounded += divisor
    return rounded

plain = [divisible(v) for v in (3, 30, 30.0, 100, 3, 30, 30.0, 100)]
named = [divisible(30, divisor=4), divisible(30, least=64), divisible(30, 4), divisible(30, 8, 64)]

def kind(v):
    return "whole" if v == 1 and isinstance(v, int) else "other"

kinds = [kind(1), kind(1.0), kind(True), kind("1"), kind(1), kind(1.0)]

def halved(v):
    return v / 2 if v % 2 else v // 2

halves = [repr(halved(v)) for v in (4, 4.0, 3, True, 4, 4.0, 3, True)]

factor = 2

def scaled(v):
    return v * factor

scaled_by = [scaled(3)]
factor = 5
scaled_by.append(scaled(3))
factor = "ab"
scaled_by.append(scaled(3))

def outer(depth):
    def level(n):
        return n * depth
    return [level(1), level(1), level(2)]

levels = outer(1) + outer(3) + outer(1)

def int_of(v):
    return int(v)

ints = [int_of(2.5)]
int = round
ints.append(int_of(2.6))
del int
ints.append(int_of(2.6))
seen = []

def noted(v):
    seen.append(v)
    return v

noted(1), noted(1)
count = 0

def counted(v):
    global count
    count += v
    return count

counts = [counted(1), counted(1), counted(1)]

def default(v, n=factor):
    return v * n

made = [default(2)]
factor = 3

def default(v, n=factor):
    return v * n

made.append(default(2))

def down(n):
    return 0 if n < 1 else n + down(n - 1)

sums = [down(3), down(3), down(4)]

def raises(v):
    return 1 // v

caught = []
for v in (0, 1, 0):
    try:
        caught.append(raises(v))
    except ZeroDivisionError:
        caught.append("none")

def perhaps(v):
    if v > 2:
        extra = 10
    return extra if v > 2 else v

perhaps_all = [perhaps(1), perhaps(3), perhaps(1)]

def longer(v):
    return len(sums) + v

lengths = [longer(1)]
sums.append(4)
lengths.append(longer(1))

def of_another(v):
    return scaled_by(v)

def scaled_by(v):
    return v * scale

scale = 2
scaled = [of_another(3)]
scale = 5
scaled.append(of_another(3))
table = {"a": 1}

def looked_up(key):
    return key in table

found = [looked_up("a"), looked_up("b")]
table["b"] = 2
found.append(looked_up("b"))

def kind_of(v):
    return str(v)

kinds = [kind_of(1), kind_of(1.0), kind_of(True), kind_of((1,)), kind_of((1.0,)), kind_of((True,))]
