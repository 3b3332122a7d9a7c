"""Nothing of the files that are read is imported or run, and nothing is written or connected to.

An audit hook cannot be taken away again, so the analysis runs in a process of its own.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tracemalloc
from pathlib import Path

import pytest
from pace import within

from flake8_concat.analysis import analyze

ROOT = Path(__file__).parent.parent.parent

WATCH = r"""
import os, sys
folder = os.path.abspath(sys.argv[1])
from flake8_concat.analysis import analyze
from flake8_concat.options import Options
from flake8_concat.faces import cli
from flake8_concat.faces.flake8_plugin import Plugin
options = Options()
analyze("import keras\nx = keras.Input((4,))\nkeras.applications.ResNet50()\ny = keras.layers.Concatenate(1)([x, keras.Input((5, 6))])\n", "warm.py")
seen = []
FORBIDDEN = (
    "os.remove", "os.rmdir", "os.rename", "os.mkdir", "os.link", "os.symlink", "os.truncate", "os.chmod",
    "os.chown", "os.system", "os.exec", "os.fork", "os.forkpty", "os.posix_spawn", "os.spawn", "os.kill",
    "os.putenv", "os.utime", "os.startfile", "subprocess.Popen", "socket.", "shutil.", "ftplib.", "smtplib.",
    "urllib.Request", "http.client.connect", "tempfile.", "webbrowser.open", "ctypes.dlopen", "sqlite3.connect",
    "pty.spawn", "mmap.__new__", "marshal.loads.user", "signal.pthread_kill", "syslog.syslog",
)
# modules of Python that make the code of our own classes
OWN_CODE = ("dataclasses.py", os.path.join("keras", "registry.py"), os.path.join("collections", "__init__.py"), "<frozen importlib._bootstrap_external>")
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND

def hook(event, args):
    if event.startswith(FORBIDDEN):
        seen.append((event, repr(args)[:200]))
    elif event == "open":
        path, mode, flags = args
        if isinstance(path, str) and path != os.devnull and os.path.exists(path) and not os.path.isfile(path):
            seen.append((event, repr(args)[:200]))
        if flags & WRITING or (isinstance(mode, str) and set(mode) & set("wax+")):
            seen.append((event, repr(args)[:200]))
    elif event == "import" and args[1] and os.path.abspath(args[1]).startswith(folder):
        seen.append((event, repr(args)[:200]))
    elif event == "exec":
        name = str(getattr(args[0], "co_filename", ""))
        made = name == "<string>" and not sys._getframe(1).f_code.co_filename.endswith(OWN_CODE)
        if name.startswith(folder) or made:
            seen.append((event, sys._getframe(1).f_code.co_filename, repr(args)[:200]))

sys.path.insert(0, folder)  # so that an import of theirs would succeed
sys.addaudithook(hook)
for here, _, names in sorted(os.walk(folder)):
    for name in sorted(names):
        path = os.path.join(here, name)
        if name.endswith(".py") and os.path.isfile(path):
            with open(path, "rb") as file:
                report = analyze(file.read(), path, options)
            assert report.internal_error is None, path
            with open(path, encoding="latin-1") as file:
                lines = file.readlines()
            list(Plugin(None, path, lines).run())
assert cli.main(["check", "--no-cache", "--jobs=1", folder]) in (0, 1, 2)
assert cli.main(["shapes", "--no-cache", "--jobs=1", folder]) in (0, 1, 2)
assert cli.main(["check", "--no-cache", "--jobs=1", "--diff", folder]) in (0, 1, 2)
theirs = [n for n, m in sys.modules.items() if (getattr(m, "__file__", None) or "").startswith(folder)]
for event in seen:
    print("SEEN", *event)
for name in theirs:
    print("IMPORTED", name)
print("END")
"""

HOSTILE: dict[str, str] = {
    "deletes.py": "import os, shutil\nimport keras\nos.remove(__file__)\nshutil.rmtree('.')\nopen('written', 'w').write('x')\n",
    "connects.py": "import socket, urllib.request, keras\nsocket.create_connection(('127.0.0.1', 9))\n"
    "urllib.request.urlopen('http://127.0.0.1:9')\nkeras.utils.get_file('a', 'http://127.0.0.1:9/a')\n",
    "spawns.py": "import os, subprocess, keras\nos.system('touch spawned')\nsubprocess.run(['touch', 'spawned'])\nos.fork()\n"
    "os.execv('/bin/sh', ['sh'])\nos.kill(os.getpid(), 9)\n",
    "subclass.py": "import os, keras\nclass A:\n    def __init_subclass__(cls):\n        os.system('touch spawned')\n"
    "class B(A, x=os.remove('a')): pass\n",
    "meta.py": "import os, keras\nclass M(type):\n    def __new__(m, *a):\n        os.mkdir('made')\n        return type.__new__(m, *a)\n"
    "    def __prepare__(*a): os.mkdir('made'); return {}\nclass A(keras.layers.Layer, metaclass=M):\n    x: os.mkdir('made') = 1\n"
    "    def __set_name__(self, *a): os.mkdir('made')\n",
    "decorates.py": "import os, keras, atexit\n@atexit.register\ndef f(): os.mkdir('made')\n@os.mkdir\nclass A: pass\n@(lambda g: os.mkdir('made'))\ndef h(x=os.mkdir('m')): pass\n",
    "evaluates.py": "import keras\neval('__import__(\"os\").mkdir(\"made\")')\nexec('import os; os.mkdir(\"made\")')\ncompile('x', 'y', 'exec')\n"
    "__import__('victim')\nimport importlib\nimportlib.import_module('victim')\nimport pickle\npickle.loads(b\"cos\\nmkdir\\n(S'made'\\ntR.\")\n",
    "loads.py": "import keras, numpy as np, ctypes, yaml, json\nkeras.models.load_model('model.keras')\nnp.load('a.npy', allow_pickle=True)\nctypes.CDLL('lib.so')\njson.load(open('/etc/passwd'))\n",
    "formats.py": "import keras\nclass E:\n    def __format__(self, s): open('w', 'w')\n    __str__ = __repr__ = __format__\n    def __eq__(self, o): open('w', 'w')\n"
    "    def __hash__(self): open('w', 'w')\nf'{E()}'\n{E(): E() == E()}\n",
    "coding.py": "# -*- coding: victim -*-\nimport keras\n",
    "coding2.py": "# -*- coding: ../victim -*-\nimport keras\n",
    "coding3.py": "# vim: set fileencoding=encodings.victim :\nimport keras\n",
    "imports.py": "import keras, victim, package.inner, device, pipe, loop, away, sitecustomize\nfrom victim import *\nfrom package import inner, outer\n"
    "from device import x\nfrom pipe import y\nfrom loop import z\nfrom away import secret\nkeras.layers.Dense(secret)\n",
    "victim.py": "import os\nos.mkdir('made')\ndef getregentry(): os.mkdir('made')\nx = 1\n",
    "sitecustomize.py": "import os\nos.mkdir('made')\n",
    "conftest.py": "import keras, os\nos.mkdir('made')\n",
    "package/__init__.py": "import os\nos.mkdir('made')\nfrom . import inner\n",
    "package/inner.py": "import os, keras\nfrom .. import victim\nos.mkdir('made')\n",
    "keras.py": "import os\nos.mkdir('made')\n",
    "numpy.py": "import os\nos.mkdir('made')\n",
    "tensorflow/__init__.py": "import os\nos.mkdir('made')\n",
    "os.py": "mkdir = open('made', 'w')\n",
    "setup.py": "import os, keras\nos.mkdir('made')\n",
    "pytest.ini.py": "import os, keras\nos.mkdir('made')\n",
    "catches.py": "import keras, sys, gc, signal, threading, atexit\nsys.settrace(print)\nsys.setrecursionlimit(9)\nsys.path[:] = []\nsys.modules.clear()\n"
    "gc.disable()\nsignal.alarm(1)\nthreading.Thread(target=exit).start()\nsys.excepthook = None\nsys.stdout = None\n__builtins__.clear()\n"
    "try:\n    sys.exit(3)\nexcept BaseException:\n    exit()\n",
    "descends.py": "import keras, os\nclass D:\n    def __get__(self, *a): os.mkdir('made')\n    def __del__(self): os.mkdir('made')\n    def __class_getitem__(c, i): os.mkdir('made')\n"
    "    def __instancecheck__(self, o): os.mkdir('made')\n    def __enter__(self): os.mkdir('made')\n    __exit__ = __iter__ = __enter__\n"
    "class A(keras.Model):\n    d = D()\na = A()\na.d\nD[3]\nisinstance(a, D())\nwith D() as e: pass\nfor i in D(): pass\ndel e\n",
    "libcst.py": "import os\nos.mkdir('made')\n",
    "fixable.py": "import keras\nx = keras.Input((4, 8))\ny = keras.layers.Concatenate(1)([x, keras.Input((5, 8))])\n"
    "z = keras.layers.Concatenate(axis=2)([x, keras.Input((5, 8))])\n",
    "reads.py": "import keras, victim\nx = keras.Input((4,))\nclass A:\n    def __getattr__(self, n): open('made', 'w')\n    __index__ = __len__ = __call__ = __getattr__\n"
    "a = A()\nkeras.layers.Dense(a)(x)\nkeras.layers.Reshape(a)(x)\nlen(a), a.b, a(), [*a], x + a\nkeras.layers.Lambda(lambda y: open('made', 'w'))(x)\n"
    "from keras import *\nfrom victim import getregentry\ngetregentry()\nvictim.getregentry()\nvictim.os.mkdir('made')\n",
    "templates.py": "import keras\n'{0.__class__.__init__.__globals__}'.format(keras)\nf'{__import__(\"victim\")}'\n'%s' % __import__('victim')\n"
    "eval('[].append(1)')\neval('().__class__.__bases__[0].__subclasses__()')\neval('open(\"made\", \"w\")')\n",
}  # fmt: skip


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    folder = tmp_path / "project"
    for name, text in {**HOSTILE, **SETTINGS}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


SETTINGS = {
    "pyproject.toml": "[tool.flake8-concat]\nselect = ['CAT']\n[tool.pytest.ini_options]\npythonpath = ['.']\n",
    ".flake8": "[flake8]\nconcat-select = CAT\n[flake8:local-plugins]\n",
    "setup.cfg": "[flake8]\nconcat-extend-select = CAT001\n",
}


def run(folder: Path) -> str:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(
        [sys.executable, "-c", WATCH, str(folder)], cwd=folder.parent, env=environment,
        capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-2000:]
    return done.stdout


def tree(folder: Path) -> dict[str, tuple[int, int, int]]:
    found = {}
    for path in sorted(folder.rglob("*")):
        status = path.lstat()
        found[str(path.relative_to(folder))] = (status.st_mode, status.st_size, status.st_mtime_ns)
    return found


def test_hostile_files(hostile: Path) -> None:
    before = tree(hostile.parent)
    said = run(hostile)
    assert said.endswith("END\n")
    assert "SEEN" not in said
    assert "IMPORTED" not in said
    assert tree(hostile.parent) == before


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs pipes")
def test_neighbours_that_are_no_files(hostile: Path) -> None:
    """A pipe that nobody writes to, a device without end, links in circles and out of the project."""
    os.mkfifo(hostile / "pipe.py")
    (hostile / "device.py").symlink_to("/dev/zero")
    (hostile / "loop.py").symlink_to("loop.py")
    outside = hostile.parent / "outside.py"
    outside.write_text("secret = 5\n", encoding="utf-8")
    (hostile / "away.py").symlink_to(outside)
    (hostile / "folder.py").mkdir()
    (hostile / "up").symlink_to("..")
    assert run(hostile).endswith("END\n")


def test_mending_writes_nothing_else(hostile: Path) -> None:
    """`--fix` writes the files that it mends, and no other."""
    wrong = hostile / "comment.py"
    wrong.write_text("import keras\nx = keras.Input((4, 8))  # (None, 4, 9)\n", encoding="utf-8")
    before = tree(hostile.parent)
    command = [sys.executable, "-m", "flake8_concat", "check", "--no-cache", "--fix", str(hostile)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"}
    subprocess.run(
        command, cwd=hostile.parent, env=environment, capture_output=True, timeout=60, check=False
    )
    after = tree(hostile.parent)
    assert before.keys() == after.keys()
    changed = {name for name in before if before[name] != after[name]}
    assert "project/comment.py" in changed
    assert changed <= {"project", "project/comment.py", "project/fixable.py"}


@pytest.mark.skipif(os.name != "posix", reason="needs links")
def test_mending_keeps_to_the_folder(tmp_path: Path) -> None:
    """A link in a project must not lead `--fix` to files of somebody else."""
    wrong = "import keras\nx = keras.Input((4, 8))  # (None, 4, 9)\n"
    for name in ("outside.py", "project/inside.py", "elsewhere/inside.py"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(wrong, encoding="utf-8")
    (tmp_path / "project" / "out.py").symlink_to("../outside.py")
    (tmp_path / "project" / "away").symlink_to("../elsewhere")
    (tmp_path / "project" / "within.py").symlink_to("inside.py")
    command = [sys.executable, "-m", "flake8_concat", "check", "--no-cache", "--fix"]
    subprocess.run(
        [*command, "project"], cwd=tmp_path, check=False, capture_output=True, timeout=60
    )
    assert (tmp_path / "outside.py").read_text() == wrong
    assert (tmp_path / "elsewhere" / "inside.py").read_text() == wrong
    assert (tmp_path / "project" / "inside.py").read_text() != wrong
    assert (tmp_path / "project" / "out.py").is_symlink()
    subprocess.run(
        [*command, "project/out.py"], cwd=tmp_path, check=False, capture_output=True, timeout=60
    )
    assert (tmp_path / "outside.py").read_text() != wrong, "who names it, means it"


def test_modules_that_stand_where_it_is_called(tmp_path: Path) -> None:
    """`python -m` looks for modules in the current folder first: there stands what is checked."""
    names = "libcst flake8 argparse json hashlib ast tokenize difflib tempfile concurrent tomllib tomli multiprocessing shutil random queue logging socket"
    for name in names.split():
        (tmp_path / f"{name}.py").write_text("open('made', 'w')\n", encoding="utf-8")
    (tmp_path / "model.py").write_text(
        "import keras\nx = keras.Input((4, 8))  # (None, 4, 9)\n", encoding="utf-8"
    )
    (tmp_path / "pyproject.toml").write_text(
        "[tool.flake8-concat]\nselect = ['CAT']\n", encoding="utf-8"
    )
    for more in (
        ["check", "--jobs=2", "."],
        ["check", "--diff", "."],
        ["shapes", "model.py"],
        ["check", "--fix", "model.py"],
    ):
        command = [sys.executable, "-m", "flake8_concat", *more]
        done = subprocess.run(
            command, cwd=tmp_path, check=False, capture_output=True, text=True, timeout=60
        )
        assert "Traceback" not in done.stderr
        assert not (tmp_path / "made").exists()


def test_a_large_neighbour_is_not_read_to_its_end(tmp_path: Path) -> None:
    """Of fifty megabytes beside a file no more than a bounded part is read."""
    with open(tmp_path / "large.py", "wb") as file:
        file.write(b"# keras\n")
        file.truncate(50_000_000)
    for name in ("a.py", "b.py"):
        (tmp_path / name).write_text(
            "import keras\nfrom large import *\nfrom b import y\nfrom a import x\n",
            encoding="utf-8",
        )
    path = tmp_path / "a.py"
    with within(2):
        assert analyze(path.read_bytes(), str(path)).problem is None
    tracemalloc.start()
    try:
        analyze(path.read_bytes(), str(path))
        assert tracemalloc.get_traced_memory()[1] < 20_000_000
    finally:
        tracemalloc.stop()
