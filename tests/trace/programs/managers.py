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
