"""Strings and formats."""

s = (
    "block_{}_{name}".format(1, name="x"),
    f"{3:02d}",
    f"{2.5:.1f}",
    "%d_%s" % (1, "a"),
    "a,b".split(","),
    "_".join(["a", "b"]),
    "Abc".lower(),
    "abc".upper(),
    "a b".title(),
    "  x ".strip(),
    "abc".replace("b", "z"),
    "abc".startswith("a"),
    "abc"[::-1],
    "abc".find("c"),
    "a" * 3,
    len("abc"),
    "a" in "abc",
    "x".zfill(3),
    "abc".endswith(("b", "c")),
    "a_b_c".rsplit("_", 1),
    "ab".center(4, "*"),
    "a-b".partition("-"),
    "12".isdigit(),
    "abc".index("b"),
    "aXb".swapcase(),
    "a\tb".expandtabs(2),
    "abab".count("a"),
    str(3),
    repr("a"),
    ord("a"),
    chr(98),
)
f1 = f"{'nested'}-{[1, 2][0]}"
f2 = f"{3!r:>4}"
b = b"ab".decode(), "é".encode("utf8")
