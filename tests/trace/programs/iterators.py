"""Iterators that are left early, taken in turn, or looked at while they change."""

from itertools import islice

numbers = iter([1, 2, 3, 4, 5])
for number in numbers:
    if number == 2:
        break
rest = list(numbers)
counted = iter(range(6))
first_two = [value for _, value in zip(range(2), counted)]
after_two = list(counted)
rows = [list(row) for row in zip(*[iter(range(6))] * 3)]
letters = iter("abcdef")
pair = [next(letters) for _ in range(2)]
four = "".join(letters)

queue = [3]
for item in queue:
    if item:
        queue.append(item - 1)
kept = [1, 2, 3, 4]
for item in kept:
    if item < 3:
        kept.remove(item)
source = iter(range(7))
batches = []
while batch := list(islice(source, 3)):
    batches.append(batch)
try:
    list(zip(iter([1]), [1, 2], strict=True))
    strict = "passed"
except ValueError:
    strict = "raised"

class Countdown:
    def __init__(self, start):
        self.left = start

    def __iter__(self):
        return self

    def __next__(self):
        if self.left == 0:
            raise StopIteration
        self.left -= 1
        return self.left

class Tens:
    def __getitem__(self, i):
        if i >= 3:
            raise IndexError
        return i * 10

down = list(Countdown(3))
largest = max(Countdown(5))
last = next(Countdown(2))
nothing = next(Countdown(0), "end")
tens = [ten for ten in Tens()]
x, y, z = Tens()

drawn = [5, 1, 0, 4, 2]
until_zero = list(iter(drawn.pop, 0))
left_of_drawn = list(drawn)
asked = 0

def ask():
    global asked
    asked += 1
    if asked == 6:
        raise StopIteration
    return asked

answers = [answer for answer in iter(ask, 4)]
more_answers = list(iter(ask, 9))
lines = iter(lambda: next(source_of_lines), "")
source_of_lines = iter(["a", "b", "", "c"])
before_the_gap = "".join(lines)
