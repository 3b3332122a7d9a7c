"""What a method sees of its class: nothing; what a class sees of the one around it: neither."""

size = 8
name = "module"


class Outer:
    size = 5
    twice = size * 2
    name = "outer"
    kept = [lambda n=size: n, lambda: size]

    def read(self):
        return size, name, self.size

    @staticmethod
    def fixed(extra=size):
        return size + extra

    class Inner:
        width = size

        def read(self):
            return size, self.width


def function():
    size = 3

    class Local:
        size = 4

        def read(self):
            return size

    return Local().read(), Local.size


read = Outer().read()
fixed = Outer.fixed()
inner = Outer.Inner().read()
kept = [Outer.kept[0](), Outer.kept[1]()]
local = function()
twice = Outer.twice
