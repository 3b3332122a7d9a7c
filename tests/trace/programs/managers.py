"""`with` on classes of the program: what is called on the way in, and out."""

log = []


class Manager:
    def __init__(self, name, keeps=False):
        self.name, self.keeps = name, keeps

    def __enter__(self):
        log.append(f"in {self.name}")
        return self

    def __exit__(self, kind, value, traceback):
        log.append((f"out {self.name}", kind is None))
        return self.keeps


with Manager("a") as first, Manager("b"):
    log.append(first.name)


def left_early():
    with Manager("c"):
        return len(log)


early = left_early()
with Manager("d", keeps=True), Manager("e"):
    raise ValueError
try:
    with Manager("f"):
        raise KeyError("key")
except KeyError:
    log.append("caught")
for number in range(3):
    with Manager(str(number)):
        if number == 1:
            break
count = len(log)


class Keeps:
    def __init__(self, *kinds):
        self.kinds = kinds

    def __enter__(self):
        return self

    def __exit__(self, kind, value, traceback):
        return kind is not None and issubclass(kind, self.kinds)


reached = 1
with Keeps(KeyError, ValueError):
    reached = 2
    {}["a"]
    reached = 3
try:
    with Keeps(KeyError):
        int("q")
except ValueError:
    reached += 10

from contextlib import contextmanager, nullcontext

around = []


@contextmanager
def named(name):
    around.append(f"in {name}")
    try:
        yield name * 2
    except KeyError:
        around.append("kept")
    finally:
        around.append(f"out {name}")


def returned_inside():
    with named("c") as inner:
        return inner + str(len(around))


with named("a") as first_name, named("b") as second_name:
    around.append("body")
    between = len(around)
with named("k"):
    {}["a"]
    around.append("never")
returned = returned_inside()
for turn in range(3):
    with named(str(turn)):
        if turn == 1:
            break
with nullcontext(5) as five:
    pass
