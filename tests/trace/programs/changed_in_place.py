"""`x += y` and its kin change what has other names too, or do not."""

import operator

numbers = [1]
same_numbers = numbers
numbers += (2, 3)
numbers *= 2
options = {"a": 1}
same_options = options
options |= {"b": 2}
members = {1, 2}
same_members = members
members |= {3}
members &= {2, 3, 4}
pair = (1, 2)
old_pair = pair
pair += (3,)
stack = [0]
operator.iadd(stack, [1])
total = operator.iadd(1, 2)


class Counter:
    def __init__(self):
        self.count = 0

    def __iadd__(self, more):
        self.count += more * 10
        return self


counter = Counter()
alias = counter
counter += 2
seen = alias.count
