"""What comes after a loop, and after a `try`, with and without `else`."""

found = []
for number in [1, 2, 3]:
    if number > 5:
        break
else:
    found.append("not left")
for number in [1, 2, 3]:
    if number == 2:
        break
else:
    found.append("never")
left_at = number
count = 3
while count:
    count -= 1
    if count == 1:
        continue
else:
    count = 8
for number in []:
    pass
else:
    found.append("empty")
for turn in range(3):
    try:
        if turn == 1:
            continue
        if turn == 2:
            break
    except ValueError:
        found.append("never")
    else:
        found.append(("else", turn))
    finally:
        found.append(turn)
