"""The standard library and numpy as model code uses them."""

from __future__ import annotations

import math
import sys
from pathlib import Path
from typing import Any

import libcst as cst
import pytest

sys.path.insert(0, str(Path(__file__).parent))

from library_harness import TRACER, do, run

from flake8_concat.keras.graph import Tensor
from flake8_concat.shapes import Shape, Unknown, symbol
from flake8_concat.trace import library
from flake8_concat.trace.library.objects import RecordType
from flake8_concat.trace.values import Class, Dict, External, List, Raised, Scope

H = symbol("h", literal=True)


def read(value: Any, name: str) -> Any:
    return TRACER.getattr(value, name)


def user_class(text: str, bases: list[Any], **attributes: Any) -> Class:
    node = cst.parse_module(text).body[0]
    assert isinstance(node, cst.ClassDef)
    scope = Scope(None, None)
    scope.update(attributes)
    return Class(node.name.value, bases, scope, node)


def test_constants() -> None:
    assert library.CONSTANTS["math.pi"] == math.pi
    assert library.CONSTANTS["numpy.newaxis"] is None
    assert read(library.CONSTANTS["sys.version_info"], "major") == 3


def test_functools() -> None:
    half = run("functools.partial", lambda a, b, c=0: (a, b, c), 1, c=3)
    assert TRACER.call(half, (2,), {}) == (1, 2, 3)
    assert run("functools.reduce", lambda a, b: a * b, List([2, 3, 4])) == 24
    assert run("functools.reduce", lambda a, b: a + b, List(), 5) == 5
    with pytest.raises(Raised):
        run("functools.reduce", lambda a, b: a, List())


def listed(value: Any) -> Any:
    return run("builtins.list", value)


def test_itertools() -> None:
    assert listed(run("itertools.product", "ab", (1, 2))) == [
        ("a", 1),
        ("a", 2),
        ("b", 1),
        ("b", 2),
    ]
    assert listed(run("itertools.chain", (1,), List([2]))) == [1, 2]
    assert listed(run("itertools.islice", run("itertools.cycle", (1, 2)), 5)) == [1, 2, 1, 2, 1]
    assert listed(run("itertools.accumulate", (1, 2, 3))) == [1, 3, 6]
    assert listed(run("itertools.combinations", "abc", 2)) == [("a", "b"), ("a", "c"), ("b", "c")]
    assert listed(run("itertools.takewhile", lambda x: x < 2, (1, 2, 1))) == [1]


def test_operator() -> None:
    assert run("operator.mul", H, 2) == H * 2
    assert TRACER.call(run("operator.itemgetter", 1), ((3, 4),), {}) == 4


def test_namedtuple() -> None:
    point = run("collections.namedtuple", "Point", "x y", defaults=(7,))
    made = TRACER.call(point, (1,), {})
    assert made == (1, 7)
    assert read(made, "y") == 7
    assert do(made, "_replace", x=5) == (5, 7)
    assert do(made, "_asdict") == {"x": 1, "y": 7}
    assert run("builtins.isinstance", made, point) is True
    assert run("builtins.isinstance", made, External("builtins.tuple")) is True
    with pytest.raises(Raised, match="TypeError"):
        TRACER.call(point, (), {"z": 1})


def test_named_tuple_class() -> None:
    cls = user_class(
        "class P(NamedTuple):\n    x: int\n    y: int = 2\n", [External("typing.NamedTuple")], y=2
    )
    record = library.BASES["typing.NamedTuple"](TRACER, cls)
    assert isinstance(record, RecordType)
    assert TRACER.call(record, (1,), {}) == (1, 2)


def test_dataclass() -> None:
    text = "class C:\n    a: int\n    b: list = field(default_factory=list)\n    c: ClassVar[int] = 3\n    d: int = 4\n"
    made = run("dataclasses.field", default_factory=External("builtins.list"))
    cls = TRACER.call(
        External("dataclasses.dataclass"), (user_class(text, [], b=made, c=3, d=4),), {}
    )
    one, two = TRACER.call(cls, (1,), {}), TRACER.call(cls, (1,), {"d": 9})
    assert one.attributes == {"a": 1, "b": [], "d": 4}
    assert two.attributes["d"] == 9
    assert one.attributes["b"] is not two.attributes["b"]
    assert run("dataclasses.asdict", one) == {"a": 1, "b": [], "d": 4}
    assert run("dataclasses.replace", one, a=5).attributes["a"] == 5
    with pytest.raises(Raised, match="TypeError"):
        TRACER.call(cls, (), {})
    heir = user_class("class D(C):\n    e: int = 0\n", [cls], e=0)
    heir = TRACER.call(run("dataclasses.dataclass", frozen=True), (heir,), {})
    assert list(TRACER.call(heir, (1,), {}).attributes) == ["a", "b", "d", "e"]


def test_enum() -> None:
    cls = user_class(
        "class Color(Enum):\n    RED = 1\n", [External("enum.Enum")], RED=1, BLUE=2, ALSO=1
    )
    library.BASES["enum.Enum"](TRACER, cls)
    red, blue = cls.attributes["RED"], cls.attributes["BLUE"]
    assert read(red, "value") == 1
    assert read(blue, "name") == "BLUE"
    assert cls.attributes["ALSO"] is red
    assert TRACER.call(cls, (2,), {}) is blue
    assert TRACER.call(cls.attributes["__class_items__"]) == [red, blue]
    assert TRACER.compare("==", red, red) is True
    assert TRACER.compare("==", red, blue) is False
    assert TRACER.compare("==", red, 1) is False
    with pytest.raises(Raised, match="ValueError"):
        TRACER.call(cls, (3,), {})
    auto = run("enum.auto")
    number = user_class(
        "class N(IntEnum):\n    A = auto()\n", [External("enum.IntEnum")], A=auto, B=auto
    )
    library.BASES["enum.IntEnum"](TRACER, number)
    assert TRACER.binary("*", number.attributes["B"], 4) == 8
    assert TRACER.compare("==", number.attributes["A"], 1) is True


def test_argparse() -> None:
    parser = run("argparse.ArgumentParser", description="train")
    do(parser, "add_argument", "--batch-size", "-b", type=External("builtins.int"), default=8)
    do(parser, "add_argument", "--size", type=External("builtins.int"), default="64")
    do(parser, "add_argument", "-v", "--verbose", action="store_true")
    do(parser, "add_argument", "--no-bn", dest="bn", action="store_false")
    do(parser, "add_argument", "--name")
    do(parser, "add_argument", "path")
    group = do(parser, "add_argument_group", "more")
    do(group, "add_argument", "--lr", type=External("builtins.float"), default=0.1)
    args = do(parser, "parse_args")
    assert [read(args, name) for name in ("batch_size", "size", "verbose", "bn", "name", "lr")] == [
        8, 64, False, True, None, 0.1
    ]  # fmt: skip
    assert isinstance(read(args, "path"), Unknown)
    with pytest.raises(Raised, match="AttributeError"):
        read(args, "nothing")
    assert run("builtins.getattr", args, "nothing", 3) == 3
    assert run("builtins.vars", args)["size"] == 64


def test_collections() -> None:
    groups = run("collections.defaultdict", External("builtins.list"))
    do(TRACER.getitem(groups, "a"), "append", 1)
    assert groups == {"a": [1]}
    counted = run("collections.Counter", "abca")
    assert counted == {"a": 2, "b": 1, "c": 1}
    assert TRACER.getitem(counted, "z") == 0
    assert do(counted, "most_common", 1) == [("a", 2)]
    queue = run("collections.deque", (1, 2, 3), maxlen=3)
    do(queue, "append", 4)
    assert queue == [2, 3, 4]
    assert do(queue, "popleft") == 2
    do(queue, "appendleft", 9)
    assert queue == [9, 3, 4]
    ordered = run("collections.OrderedDict", List([("a", 1), ("b", 2)]))
    do(ordered, "move_to_end", "a")
    assert list(ordered) == ["b", "a"]


def test_what_only_running_tells() -> None:
    for name in ("random.random", "time.time", "os.environ.get", "os.path.exists", "builtins.open"):
        assert isinstance(run(name, "x"), Unknown), name
    assert run("builtins.print", Unknown("x")) is None
    assert run("os.path.join", "a", "b.h5") == "a/b.h5"
    assert isinstance(run("os.path.join", "a", Unknown("x")), Unknown)


def test_copy() -> None:
    nested = List([List([1])])
    assert run("copy.copy", nested)[0] is nested[0]
    deep = run("copy.deepcopy", nested)
    assert deep == nested
    assert deep[0] is not nested[0]
    assert isinstance(deep[0], List)


# -- numpy ------------------------------------------------------------------------------------
def shape(value: Any) -> Any:
    assert isinstance(value, Tensor)
    assert not value.symbolic
    return tuple(value.shape)


def test_numpy_numbers() -> None:
    assert run("numpy.prod", List([2, 3, 4])) == 24
    assert run("numpy.prod", (H, 2)) == H * 2
    assert run("numpy.log2", 8) == 3.0
    assert run("builtins.int", run("numpy.log2", 8)) == 3
    assert run("numpy.ceil", 2.1) == 3.0
    assert run("numpy.power", 2, 3) == 8
    assert run("numpy.int32", 5.7) == 5
    assert run("numpy.max", List([1, 5])) == 5
    assert run("numpy.mean", List([1, 2])) == 1.5
    assert isinstance(run("numpy.log", 0), Unknown)
    assert isinstance(run("numpy.log2", Unknown("x")), Unknown)


def test_numpy_arrays() -> None:
    array = run("numpy.array", List([List([1, 2, 3]), List([4, 5, 6])]))
    assert shape(array) == (2, 3)
    assert array.shape.content == ((1, 2, 3), (4, 5, 6))
    assert shape(run("numpy.zeros", (1, 256, 256, 3))) == (1, 256, 256, 3)
    assert shape(run("numpy.zeros", 5)) == (5,)
    assert shape(run("numpy.ones", (H, 3), dtype=External("numpy.float32"))) == (H, 3)
    assert shape(run("numpy.random.rand", 1, 28, 28)) == (1, 28, 28)
    assert shape(run("numpy.random.normal", 0, 1, (4, 100))) == (4, 100)
    assert shape(run("numpy.random.randint", 0, 9, size=(2, 3))) == (2, 3)
    assert run("numpy.arange", 5).shape.content == (0, 1, 2, 3, 4)
    assert run("numpy.linspace", 0, 1, 3).shape.content == (0.0, 0.5, 1.0)
    assert do(run("numpy.linspace", 0, 1, 3), "tolist") == [0.0, 0.5, 1.0]
    assert run("numpy.shape", List([List([1, 2])])) == (1, 2)
    assert shape(run("numpy.arange", 10**7)) == (10**7,)


def test_numpy_shapes() -> None:
    a = run("numpy.zeros", (2, 3))
    assert shape(run("numpy.expand_dims", a, 0)) == (1, 2, 3)
    assert shape(run("numpy.expand_dims", a, axis=-1)) == (2, 3, 1)
    assert shape(run("numpy.concatenate", List([a, a]), axis=1)) == (2, 6)
    assert shape(run("numpy.stack", (a, a))) == (2, 2, 3)
    assert shape(run("numpy.reshape", a, (3, 2))) == (3, 2)
    assert shape(do(a, "reshape", 6)) == (6,)
    assert shape(do(a, "reshape", -1, 1)) == (6, 1)
    assert shape(do(a, "astype", "float32")) == (2, 3)
    assert isinstance(run("numpy.concatenate", List([a, run("numpy.zeros", (9, 9))])), Unknown)
    symbolic = Tensor(Shape((2, 3)), None)
    assert isinstance(do(symbolic, "tolist"), Unknown)
    assert isinstance(run("numpy.log", symbolic), Unknown)


def test_a_dict_of_unknown_keys() -> None:
    made = run("builtins.dict", List([(Unknown("k"), 1)]))
    assert isinstance(made, Dict)
    assert made.blur is not None
