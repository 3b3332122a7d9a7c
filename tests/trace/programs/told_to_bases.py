"""What Python does when a class is made, and when a cached property is read."""

from functools import cached_property


class Base:
    names = []

    def __init_subclass__(cls, tag=None, **others):
        super().__init_subclass__(**others)
        Base.names.append((cls.__name__, tag))


class One(Base):
    pass


class Two(One, tag=2):
    pass


class Counted:
    reads = 0

    @cached_property
    def value(self):
        self.reads += 1
        return [self.reads]

    @property
    def fresh(self):
        self.reads += 10
        return self.reads


names = Base.names
counted = Counted()
values = [counted.value, counted.value, counted.value is counted.value]
fresh = [counted.fresh, counted.fresh]
reads = counted.reads
