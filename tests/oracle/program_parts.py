"""The kinds of statements that random programs have: see `part`. Each tries what it writes."""

from __future__ import annotations

import textwrap
from types import SimpleNamespace

import program_networks  # noqa: F401 - adds its kind
from program_lines import ARITHMETIC, COMPOUND, IDIOMS
from program_writer import FUNCTIONS, Fields, Scope, Writer, part

__all__ = ["Writer"]

LOOPS = [
    "_ in range({s})", "i in range({s})", "i in range(1, {s} + 1)", "n in [{n}, {n}]",
    "i, n in enumerate([{n}, {n}, {n}])", "n in reversed([{n}, {n}])", "n, k in zip([{n}, {n}], (1, 3))",
    "key, n in {{'a': {n}, 'b': {n}}}.items()", "n in ({n},) * 2", "n in sorted({{{n}, {n}}})",
    "n in [2 ** i for i in range(2, 4)]", "n, flag in [({n}, True), ({n}, False)]",
    "n in range({n}, 4, -4)", "(n, k), rate in zip([({n}, 1), ({n}, 3)], [1, 2])", "n in np.arange(1, 3).tolist()",
    "n in map(int, ('4', '8'))", "n in list(range(8, 17, 8))[::-1]",
]  # fmt: skip


@part(3)
def loop(s: Scope, x: str) -> str | None:
    """A for loop that carries a tensor."""
    head = s.rng.choice(LOOPS).format_map(Fields(s))
    targets, iterable = head.split(" in ", 1)
    inner = s.fork()
    inner.try_(f"{targets} = next(iter({iterable}))")
    inner.lines.clear()
    carried = s.writer.name()
    if not inner.try_(f"{carried} = {x}"):
        return None
    inner.lines.clear()
    inner.block(carried, s.rng.randint(1, 3), carry=carried)
    text = f"{carried} = {x}\nfor {head}:\n{inner.code()}"
    return carried if s.try_(text) else None


@part(1)
def collecting(s: Scope, x: str) -> str | None:
    """Branches appended to a list in a loop, then joined."""
    inner = s.fork()
    inner.try_(f"n, parts = {s.rng.choice([4, 8])}, []")
    inner.lines.clear()
    last = inner.block(x, s.rng.randint(1, 2))
    values = s.rng.choice(["(4, 8)", "[8, 8, 8]", "range(4, 13, 4)"])
    join = s.rng.choice(["layers.Concatenate()(parts)", "layers.add(parts)", "layers.concatenate(parts, axis=-1)",
                         "parts[-1]", "parts.pop()", "layers.Average()(parts) if len(parts) > 1 else parts[0]",
                         "functools.reduce(lambda a, b: a + b, parts)", "sum(parts[1:], parts[0])"])  # fmt: skip
    new = s.writer.name()
    text = (
        f"parts = []\nfor n in {values}:\n{inner.code()}\n    parts.append({last})\n{new} = {join}"
    )
    return new if s.try_(text) else None


@part(1.5)
def comprehension(s: Scope, x: str) -> str | None:
    """Branches made in a comprehension, then joined."""
    inner = s.fork()
    inner.try_("n = 4")
    made = inner.expression(x)
    over = s.rng.choice(["for n in (4, 8)", "for n in range(1, 4)", "for n in [4, 6, 8] if n != 6",
                         "for n, _ in zip((4, 4), 'ab')", "for _, n in enumerate([8, 4])"])  # fmt: skip
    join = s.rng.choice(["layers.Concatenate()({})", "layers.concatenate({} + [{x}])", "layers.Add()({})",
                         "layers.Maximum()([*{}, {x}])", "{}[-1]", "ops.stack({}, axis=1)",
                         "layers.Multiply()(tuple({}))"])  # fmt: skip
    new = s.writer.name()
    return new if s.try_(f"{new} = " + join.format(f"[{made} {over}]", x=x)) else None


@part(3)
def branch(s: Scope, x: str) -> str | None:
    """An if with an else or without."""
    test = s.flag()
    new = s.writer.name()
    texts = []
    for head in s.rng.choice([[f"if {test}:"], [f"if {test}:", "else:"],
                              [f"if {test}:", f"elif {s.flag()}:", "else:"]]):  # fmt: skip
        inner = s.fork()
        inner.try_(f"{new} = {x}")
        inner.lines.clear()
        inner.block(new, s.rng.randint(1, 2), carry=new)
        texts += [head, inner.code()]
    return new if s.try_("\n".join([f"{new} = {x}", *texts])) else None


@part(4)
def function(s: Scope, x: str) -> str | None:
    """A function with settings, and calls of it."""
    rng, name = s.rng, s.writer.name(FUNCTIONS)
    inner, given = s.fork(), s.writer.name(["x", "t", "inputs"])
    options = {
        "filters": rng.choice([4, 8, 16]),
        "size": rng.choice([1, 3]),
        "wide": rng.random() < 0.5,
    }
    options = {key: options[key] for key in rng.sample(sorted(options), rng.randint(0, 3))}
    for key, value in [(given, x), *options.items()]:
        inner.try_(f"{key} = {value}")
    for tensor in inner.tensors:
        if tensor != given and rng.random() < 0.95:
            del inner.space[tensor]
    inner.lines.clear()
    last = inner.block(given, rng.randint(1, 4))
    if last not in inner.space:
        return None
    first = rng.choice(inner.tensors)
    back, use = rng.choice([(last, "{}"), (f"{last}, {first}", "{}[0]"), (f"dict(out={last}, skip={first})", "{}['out']"),
                            (f"[{first}, {last}]", "{}[-1]"), (last, "{}"), (f"lambda: {last}", "{}()"),
                            (f"({last} if True else {first})", "{}")])  # fmt: skip
    stars = rng.choice(["", "", ", **more", "/"]) if options else ""
    keys = [f"{key}={value}" for key, value in options.items()]
    parameters = ", ".join(
        [given, *(["*"] if rng.random() < 0.2 and keys else []), *keys]
    ) + stars.replace("/", "")
    doc = '    """Some layers."""\n' if rng.random() < 0.2 else ""
    if not s.try_(f"def {name}({parameters}):\n{doc}{inner.code()}\n    return {back}\n"):
        return None
    if use == "{}":
        s.writer.functions.append((name, len(s.shape(x))))
    new = s.writer.name()
    named = ", ".join(
        [x, *(f"{key}={value}" for key, value in options.items() if rng.random() < 0.6)]
    )
    call = rng.choice([f"{name}({x})", f"{name}({named})", f"{name}(**{{'{given}': {x}}})", f"{name}(*[{x}])",
                       f"functools.partial({name}, {named})()", f"(lambda t: {name}(t))({x})"])  # fmt: skip
    return new if s.try_(f"{new} = {use.format(call)}") else None


@part(3)
def call_again(s: Scope, x: str) -> str | None:
    """A function of before, on another tensor."""
    if not (
        found := [f for f, rank in s.writer.functions if rank == len(s.shape(x)) and f in s.space]
    ):
        return None
    name, new = s.rng.choice(found), s.writer.name()
    other = s.partner(x)
    text = s.rng.choice([f"{name}({x})", f"{name}({name}({x}))", f"layers.concatenate([{name}({x}), {other}])",
                         f"layers.add([{name}({x}), {name}({other})])", f"layers.Average()([{name}(t) for t in [{x}, {other}]])",
                         f"functools.reduce(lambda t, f: f(t), [{name}, {name}], {x})"])  # fmt: skip
    return new if s.try_(f"{new} = {text}") else None


@part(1.5)
def closure(s: Scope, x: str) -> str | None:
    """A function that gives a function."""
    name, new = s.writer.name(FUNCTIONS), s.writer.name()
    inner = s.fork()
    inner.try_(f"units, t = {s.rng.choice([4, 8])}, {x}")
    inner.lines.clear()
    last = inner.block("t", s.rng.randint(1, 2))
    body = textwrap.indent(inner.code(), "    ")
    text = f"def {name}(units, **options):\n    def apply(t):\n{body}\n        return {last}\n    return apply\n"
    call = s.rng.choice([f"{name}(8)({x})", f"{name}(units=4, rate=0.1)({x})", f"[{name}(n) for n in (4, 8)][-1]({x})",
                         f"{{'a': {name}(8)}}['a']({x})"])  # fmt: skip
    return new if s.try_(text) and s.try_(f"{new} = {call}") else None


def sublayers(s: Scope, x: str, count: int) -> tuple[list[str], list[str], str]:
    """Layers kept in self, the lines that call them on x, and the name that these give."""
    inner = s.fork()
    inner.try_("self = 0")
    inner.space["self"] = SimpleNamespace(units=8)
    made: list[str] = []
    inner.try_(f"x = {x}")
    inner.lines.clear()
    for number in range(count):
        expression = inner.expression("x")
        layer, called, rest = expression.partition(")(x)")
        if not called or rest or not layer.startswith("layers.") or "lambda" in layer:
            inner.line("x", "x")
        elif inner.try_(f"self.layer{number} = {layer})") and inner.try_(
            f"x = self.layer{number}(x)"
        ):
            made.append(inner.lines.pop(-2))
    return made, inner.lines, "x"


@part(1.5)
def own_layer(s: Scope, x: str) -> str | None:
    """A subclass of Layer or Model, or a plain class that builds."""
    base = s.rng.choice(["layers.Layer", "layers.Layer", "keras.Model", ""])
    name, new = s.writer.name(["Block", "Unit", "Encoder", "Mixer"]), s.writer.name()
    made, called, last = sublayers(s, x, s.rng.randint(1, 3))
    method = "call" if base else s.rng.choice(["build", "__call__", "forward"])
    lines = [f"class {name}({base}):" if base else f"class {name}:"]
    lines += [
        "    def __init__(self, units=8, **options):",
        *["        super().__init__(**options)"] * bool(base),
    ]
    lines += ["        self.units = units", *(f"        {line}" for line in made)]
    lines += [
        "",
        f"    def {method}(self, x):",
        *(f"        {line}" for line in called),
        f"        return {last}",
        "",
    ]
    use = f"{name}(8)" if method in ("call", "__call__") else f"{name}(units=4).{method}"
    return new if s.try_("\n".join(lines)) and s.try_(f"{new} = {use}({x})") else None


@part(0.7)
def own_weights(s: Scope, x: str) -> str | None:
    """A layer with weights of its own."""
    name, new = s.writer.name(["Linear", "Project", "Scale"]), s.writer.name()
    size = s.rng.choice(["self.units", "input_shape[-1]", "input_shape[-1] // 2", "2 * self.units"])
    given = s.rng.choice(
        ["ops.matmul(x, self.kernel)", "ops.dot(x, self.kernel)", "x @ self.kernel + self.bias"]
    )
    text = f"""\
class {name}(layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = units

    def build(self, input_shape):
        self.kernel = self.add_weight(shape=(input_shape[-1], {size}), initializer="zeros")
        self.bias = self.add_weight(shape=({size},), initializer="zeros")

    def call(self, x):
        return {given}
"""
    return new if s.try_(text) and s.try_(f"{new} = {name}({s.number(8)})({x})") else None


@part(1.5)
def shared(s: Scope, x: str) -> str | None:
    """One layer called twice."""
    expression, new = s.expression(x), s.writer.name()
    layer, called, rest = expression.partition(f")({x})")
    if not called or rest or not layer.startswith("layers.") or "lambda" in layer:
        return None
    name, other = s.writer.name(["layer", "shared"]), s.partner(x)
    text = f"{name} = {layer})\n{new}, b = {name}({x}), {name}({other})\n{new} = layers.concatenate([{new}, b])"
    if s.try_(text):
        return new
    return new if s.try_(f"{name} = {layer})\n{new} = {name}({x})\n{new} = {name}({new})") else None


@part(2)
def submodel(s: Scope, x: str) -> str | None:
    """A model of its own, called on a tensor; sometimes cut at one of its layers."""
    rng, name, new = s.rng, s.writer.name(["encoder", "backbone", "sub"]), s.writer.name()
    inner, given = s.fork(), s.writer.name(["inp"])
    sizes = rng.choice(
        [
            f"{x}.shape[1:]",
            str(s.shape(x)[1:]),
            str((None,) * (len(s.shape(x)) - 2) + s.shape(x)[-1:]),
        ]
    )
    for tensor in inner.tensors:
        del inner.space[tensor]
    if not inner.try_(f"{given} = keras.Input({sizes})"):
        return None
    last = inner.block(given, rng.randint(1, 4))
    if rng.random() < 0.3 and inner.try_(
        f"{last} = layers.Activation('relu', name='{name}_last')({last})"
    ):
        pass
    inner.try_(f"{name} = keras.Model({given}, {last})")
    use = rng.choice(["{m}({x})", "{m}({x})", "{m}(inputs={x})", "{m}.output", "{m}.layers[-1].output", "{m}.outputs[0]",
                      "{m}.get_layer(index=-1).output", "keras.Model({m}.input, {m}.layers[-2].output)({x})",
                      "{m}(keras.Input({m}.input_shape[1:]))", "{m}.get_layer('{m}_last').output",
                      "keras.Model({m}.inputs, [l.output for l in {m}.layers][1:])({x})[-1]",
                      "{m}([{x}])", "layers.Dense({m}.output_shape[-1])({m}({x}))"])  # fmt: skip
    use = use.format(m=name, x=x)
    if rng.random() < 0.4:
        maker = f"make_{name}"
        text = f"def {maker}():\n{inner.code()}\n    return {name}\n\n{name} = {maker}()\n{new} = {use}"
    else:
        text = inner.code(0) + f"\n{new} = {use}"
    return new if s.try_(text) else None


@part(1.5)
def sequential(s: Scope, x: str) -> str | None:
    """A Sequential, listed or grown."""
    rng, name, new = s.rng, s.writer.name(["seq", "mlp"]), s.writer.name()
    made, _, _ = sublayers(s, x, rng.randint(1, 4))
    made = [line.partition(" = ")[2] for line in made]
    if rng.random() < 0.4:
        made.insert(0, f"keras.Input({x}.shape[1:])")
    if rng.random() < 0.5:
        text = f"{name} = keras.Sequential([{', '.join(made)}])"
    else:
        text = "\n".join(
            [f"{name} = keras.Sequential()", *(f"{name}.add({layer})" for layer in made)]
        )
    use = rng.choice([f"{name}({x})", f"{name}({x})", f"[layer for layer in {name}.layers][-1]({x})",
                      f"functools.reduce(lambda t, layer: layer(t), {name}.layers, {x})"])  # fmt: skip
    return new if s.try_(f"{text}\n{new} = {use}") else None


@part(1)
def encoder_decoder(s: Scope, x: str) -> str | None:
    """Down and up again, with skips."""
    rank, rng, new = len(s.shape(x)), s.rng, s.writer.name()
    if rank not in (3, 4, 5):
        return None
    dims, size = f"{rank - 2}D", rng.choice([2, 2, 2, 3])
    inner = s.fork()
    inner.try_(f"n, {new} = 8, {x}")
    inner.lines.clear()
    inner.block(new, 1, carry=new)
    down = rng.choice([f"layers.MaxPooling{dims}({size})({new})", f"layers.Conv{dims}(n, 3, strides={size}, padding='same')({new})",
                       f"layers.AveragePooling{dims}({size}, padding='same')({new})"])  # fmt: skip
    up = rng.choice([f"layers.UpSampling{dims}({size})({new})",
                     f"layers.Conv{dims}Transpose(n, {size}, strides={size}, padding='same')({new})"])  # fmt: skip
    back = rng.choice(["n, skip in zip(reversed(widths), reversed(skips))", "n, skip in zip(widths[::-1], skips[::-1])",
                       "n, skip in reversed(list(zip(widths, skips)))"])  # fmt: skip
    crop = f"skip.shape[1] - {new}.shape[1]"
    fit = [
        f"    {new} = layers.ZeroPadding2D(((0, {crop}), (0, skip.shape[2] - {new}.shape[2])))({new})"
    ]
    lines = [f"skips, {new} = [], {x}", f"widths = {rng.choice([[4, 8], [8, 16, 32], [8]])}", "for n in widths:", inner.code(),
             f"    skips.append({new})", f"    {new} = {down}", f"for {back}:", f"    {new} = {up}",
             *(fit if rank == 4 and rng.random() < 0.4 else []), f"    {new} = layers.concatenate([{new}, skip])"]  # fmt: skip
    return new if s.try_("\n".join(lines)) else None


@part(0.8)
def while_(s: Scope, x: str) -> str | None:
    """A loop until the sizes or a counter say stop."""
    new, count = s.writer.name(), s.writer.name(["count"])
    inner = s.fork()
    inner.try_(f"{new}, {count} = {x}, 0")
    inner.lines.clear()
    inner.block(new, 1, carry=new)
    rank = len(s.shape(x))
    # What the loop's own lines change is no end of it.
    heads = [(f"{count}, end_{count} = 0, {s.number(2)}", f"while {count} < end_{count}:", f"    {count} += 1")]  # fmt: skip
    if rank in (3, 4) and (s.shape(x)[1] or 0) > 2:
        pool = f"    {new} = layers.MaxPooling{rank - 2}D(2)({new})"
        heads.append((f"limit = {s.number(4)}", f"while {new}.shape[1] > limit:", pool))
        heads.append(
            (f"limit = {s.number(4)}", f"while (height := {new}.shape[1]) // 2 > limit:", pool)
        )
    first, head, last = s.rng.choice(heads)
    inside = [inner.code()] if count in first else []
    return new if s.try_("\n".join([first, f"{new} = {x}", head, *inside, last])) else None


@part(1.5)
def arithmetic(s: Scope, x: str) -> str | None:
    """Sizes computed from shapes, and what is made with them."""
    rank, new = len(s.shape(x)), s.writer.name()
    texts = [*ARITHMETIC[0], *ARITHMETIC.get(rank, [])]
    return (
        new if s.try_(s.rng.choice(texts).format_map(Fields(s, x=x, new=new, rank=rank))) else None
    )


@part(2.5)
def around(s: Scope, x: str) -> str | None:
    """One of the statements of the tables."""
    new = s.writer.name()
    fields = Fields(s, x=x, y=s.partner(x), z=s.partner(x), new=new, sources=s.sources(x))
    state = s.rng.getstate()
    for key, tensor in (("line", x), ("inner", new), ("of_t", "t")):
        s.rng.setstate(state)
        fork = s.fork()
        fork.space[tensor] = s.space[x]
        fields[key] = fork.expression(tensor)
    return (
        new
        if s.try_(s.rng.choice([*COMPOUND, *IDIOMS]).format_map(fields))
        and s.space.get(new) is not None
        else None
    )


BACKBONES = ["MobileNetV2", "ResNet50", "VGG16", "DenseNet121", "EfficientNetB0"]


@part(0.02)
def backbone(s: Scope, x: str) -> str | None:
    """A network of keras.applications."""
    name, new = s.rng.choice(BACKBONES), s.writer.name()
    side = s.rng.choice([64, 96, 75])
    text = f"base = keras.applications.{name}(input_shape=({side}, {side}, 3), include_top=False, weights=None)\n"
    use = s.rng.choice(["{new} = base.output", "{new} = base.layers[{n} * 4].output", "base.trainable = False\n{new} = base(keras.Input(({side}, 96, 3)))",
                        "{new} = layers.GlobalAveragePooling2D()(base.output)"])  # fmt: skip
    return new if s.try_(text + use.format_map(Fields(s, new=new, side=side))) else None
