"""Iterators and generators make each item when it is asked for, of what there is by then."""

scale = 1


def scaled(numbers):
    for number in numbers:
        yield number * scale


def counted():
    for number in range(3):
        yield number


late = scaled([1, 2])
scale = 5
scaled_later = list(late)
growing = [1, 2]
over_growing = iter(growing)
mapped = map(lambda number: number * scale, growing)
summed = (number + scale for number in growing)
growing.append(3)
scale = 10
grown = list(over_growing)
mapped_later = list(mapped)
summed_later = list(summed)

left = [1, 2, 3, 2]
places = []
for place, number in enumerate(left):
    if number == 2:
        left.remove(number)
    places.append((place, number))
firsts, seconds = [1, 2, 3], [4, 5, 6]
pairs = []
for first, second in zip(firsts, seconds):
    seconds[2] = 9
    pairs.append((first, second))
backwards = []
for number in reversed(firsts):
    firsts.append(9)
    backwards.append(number)

asked = []


def large(number):
    asked.append(number)
    return number > 1


found = any(large(number) for number in [1, 2, 3])
asked_by_any = list(asked)
judged = map(large, [4, 5, 6])
first_judged = next(judged)
kept = filter(large, [7, 8])
asked_at_last = list(asked)
batches = []
twice = iter(range(6))
for a, b in zip(twice, twice):
    batches.append(a * b)


class Downwards:
    def __reversed__(self):
        return iter([3, 2, 1])


turned = list(reversed(Downwards()))
squares = dict((number, number**2) for number in counted())
total = sum(scaled(counted()))
sizes = {"a": 1}
names = sizes.keys()
names_before = list(names)


def ends_badly():
    yield 1
    raise ValueError


badly = ends_badly()
before_the_end = next(badly)
try:
    next(badly)
except ValueError:
    the_end = "bad"
