"""`try` and what it catches."""

log = []


def f(n):
    try:
        log.append("try")
        if n == 0:
            raise ValueError("bad")
        if n == 1:
            return "one"
        x = {}["missing"] if n == 2 else 5
    except ValueError as e:
        log.append("value")
        return "V"
    except (KeyError, IndexError):
        log.append("key")
        return "K"
    else:
        log.append("else")
    finally:
        log.append("fin")
    return "end"


r = [f(i) for i in range(4)]
try:
    [][3]
except IndexError:
    r2 = "idx"
try:
    int("x")
except ValueError:
    r3 = "int"
try:
    1 / 0
except ZeroDivisionError:
    r4 = "zero"
try:
    None.foo
except AttributeError:
    r5 = "attr"
try:
    "a" + 1
except TypeError:
    r6 = "type"


class MyErr(Exception):
    pass


try:
    raise MyErr
except Exception:
    r7 = "my"
try:
    undefined_name
except NameError:
    r8 = "name"
for i in range(3):
    try:
        if i == 1:
            continue
        if i == 2:
            break
    finally:
        log.append(i)
try:
    assert 1 == 2, "m"
except AssertionError:
    r9 = "assert"
try:
    a, b = [1]
except ValueError:
    r10 = "unpack"


class OwnError(ValueError):
    code = 7


class Worse(OwnError):
    def __init__(self, number):
        super().__init__(number)
        self.number = number


def raise_worse():
    raise Worse(6)


steps = []
try:
    raise_worse()
except KeyError:
    steps.append("wrong")
except OwnError as error:
    steps.append(error.number + error.code)
try:
    raise_worse()
except ValueError:
    steps.append("by its base")


def raised_by_a_handler():
    try:
        raise KeyError
    except KeyError:
        raise ValueError
    finally:
        steps.append("finally")


def raised_where_nothing_failed():
    try:
        pass
    except ValueError:
        return "caught by the same"
    else:
        raise ValueError


for run in (raised_by_a_handler, raised_where_nothing_failed):
    try:
        steps.append(run())
    except ValueError:
        steps.append("caught outside")
try:
    try:
        [1][5]
    except LookupError:
        steps.append("first")
        raise
except IndexError:
    steps.append("again")


def returns_in_finally():
    try:
        raise KeyError
    finally:
        return "forgotten"


forgotten = returns_in_finally()
