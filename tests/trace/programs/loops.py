"""Loops, comprehensions, generators."""

out = []
for x in range(5):
    if x == 1:
        continue
    if x == 4:
        break
    out.append(x)
else:
    out.append("else")
for y in []:
    pass
else:
    z = "empty"
i = 0
while i < 3:
    i += 1
else:
    w = "done"
n = 10
while True:
    n -= 3
    if n < 0:
        break
res = [a * b for a in range(3) for b in range(a) if b != 1]
d = {k: v for k, v in zip("abc", range(3))}
s = {x % 3 for x in range(10)}
g = sum(x * x for x in range(4))
nested = [[i * j for j in range(2)] for i in range(3)]
x1 = "kept"
[x1 for x1 in range(3)]
gen = (x for x in range(3))
first = next(gen)
rest = list(gen)
