"""Attributes that classes guard: properties, descriptors, `__setattr__`, and `del`."""


class Doubling:
    def __set_name__(self, owner, name):
        self.name = "_" + name

    def __get__(self, instance, owner=None):
        if instance is None:
            return 40
        return getattr(instance, self.name, 3)

    def __set__(self, instance, value):
        setattr(instance, self.name, value * 2)


class Settings:
    width = Doubling()
    depth = Doubling()


settings = Settings()
settings.width = 5
width, depth, of_class = settings.width, settings.depth, Settings.width
names = sorted(vars(settings))


class Guarded:
    def __init__(self):
        self._x = 1

    @property
    def x(self):
        return self._x

    @x.setter
    def x(self, value):
        self._x = value + 1

    @x.deleter
    def x(self):
        self._x = 99

    @property
    def fixed(self):
        return 7


guarded = Guarded()
guarded.x = 5
guarded.x += 1
after_setting = guarded.x
del guarded.x
after_deleting = guarded.x
try:
    guarded.fixed = 3
    refused = False
except AttributeError:
    refused = True


class Tenfold:
    limit = 3

    def __setattr__(self, name, value):
        super().__setattr__(name, value * 10)


class Frozen:
    def __init__(self, size):
        object.__setattr__(self, "size", size)

    def __setattr__(self, name, value):
        raise AttributeError(name)


tenfold = Tenfold()
tenfold.limit = 4
limits = [tenfold.limit, Tenfold.limit]
del tenfold.limit
limits.append(tenfold.limit)
tenfold.other = 1
delattr(tenfold, "other")
has_other = hasattr(tenfold, "other")
frozen = Frozen(6)
try:
    frozen.size = 1
except AttributeError:
    pass
size = frozen.size
globals()["size_of_all"] = size + 1
more = size_of_all + 1


class Renamed:
    names = {"width": "size"}

    def __init__(self, size, **others):
        self.size = size
        self.update(others)

    def __setattr__(self, key, value):
        super().__setattr__(self.names.get(key, key), value)

    def __getattribute__(self, key):
        if key != "names" and key in super().__getattribute__("names"):
            key = super().__getattribute__("names")[key]
        return super().__getattribute__(key)

    def update(self, others):
        for key, value in others.items():
            setattr(self, key, value)


class Counted:
    def __init__(self):
        self.reads = 0

    def __getattribute__(self, name):
        if name == "missing":
            return 5
        return object.__getattribute__(self, name)

    def __getattr__(self, name):
        return name + "!"


renamed = Renamed(3, height=4)
renamed.width = 8
of_renamed = [renamed.size, renamed.width, renamed.height]
counted = Counted()
of_counted = [counted.reads, counted.missing, counted.other]
