"""Assignment in all its forms."""

a, *b, c = range(6)
(d, e), [f, *g] = (1, 2), "xyz"
h = i = [1]
i.append(2)
j: int = 3
k = 5
k += 2
k *= 3
k //= 2
k **= 2
k %= 7
k <<= 2
k |= 1
k ^= 3
k -= 1
l = [1, 2, 3]
l[1] = 9
l[0:1] = [7, 7]
del l[-1]
m = {}
m["a"], m["b"] = 1, 2
if (n := len(l)) > 2:
    o = n


class A:
    pass


p = A()
p.x = 4
p.x += 1
q = p.x
r, s = 1, 2
r, s = s, r
l += (5,)
t = u = v = 0
w = [*l, *"ab", *{1: 2}]
x = {**m, "c": 3, **{"a": 9}}
