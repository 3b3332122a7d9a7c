"""Names that are gone, or are found again, when a block ends."""

from contextlib import suppress

error = 5
try:
    raise ValueError
except ValueError as error:
    pass
try:
    after_handler = error
except NameError:
    after_handler = "gone"


def handled():
    problem = 1
    try:
        raise KeyError
    except KeyError as problem:
        pass
    try:
        return problem
    except NameError:
        return "gone too"


def deletes():
    global removed
    del removed


removed = 3
in_function = handled()
deletes()
try:
    whether = removed
except NameError:
    whether = "deleted"
size = 1
with suppress(ValueError, KeyError):
    size = 2
    raise KeyError
try:
    with suppress(ValueError):
        size = 4
        raise KeyError
    size = 8
except KeyError:
    size += 16
