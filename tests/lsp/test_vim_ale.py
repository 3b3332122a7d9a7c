"""Vim with the plugin ALE, which shows what flake8 says, or what the server says."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

PLACES = [Path("/usr/share/vim-ale"), Path.home() / ".vim/pack/git-plugins/start/ale"]
ALE = next((place for place in PLACES if (place / "plugin" / "ale.vim").is_file()), None)

VIMRC = """
set nocompatible
let g:ale_linters_explicit = 1
let g:ale_fixers = {}
set runtimepath^=ALE
filetype plugin on
"""
LINTERS = {
    "flake8": """
let g:ale_linters = {'python': ['flake8']}
let g:ale_python_flake8_executable = 'PYTHON'
let g:ale_python_flake8_options = '-m flake8 --isolated --select=CAT'
""",
    "server": """
let g:ale_linters = {'python': ['flake8-concat']}
call ale#linter#Define('python', {
  \\ 'name': 'flake8-concat', 'lsp': 'stdio',
  \\ 'executable': 'PYTHON', 'command': '%e -m flake8_concat lsp',
  \\ 'project_root': {buffer -> fnamemodify(bufname(buffer), ':p:h')}})
""",
}
SCRIPT = """
function! Found() abort
  return ale#engine#IsCheckingBuffer(bufnr('')) ? [] :
    \\ map(copy(ale#engine#GetLoclist(bufnr(''))), {_, item -> [item.lnum, item.col, item.code]})
endfunction
function! Refused() abort
  return !empty(filter(Found(), 'v:val[2] ==# "CAT101"'))
endfunction
function! Wait(condition) abort
  let l:rounds = 0
  while !eval(a:condition) && l:rounds < 600
    let l:rounds += 1
    sleep 100m
  endwhile
endfunction
let g:result = {}
call Wait('!empty(Found())')
let g:result.opened = Found()
%s/axis=1/axis=2/
call ale#Queue(0)
call Wait('!Refused() && !ale#engine#IsCheckingBuffer(bufnr(""))')
sleep 200m
let g:result.edited = Found()
call writefile([json_encode(g:result)], $RESULT)
qall!
"""


@pytest.mark.skipif(ALE is None or shutil.which("vim") is None, reason="no Vim with ALE")
@pytest.mark.parametrize("linter", sorted(LINTERS))
def test_ale(root: Path, tmp_path: Path, linter: str) -> None:
    pytest.importorskip("flake8")
    model, result = tmp_path / "model.py", tmp_path / "result.json"
    model.write_text((root / "examples" / "wrong_axis.py").read_text())
    vimrc, script = tmp_path / "vimrc", tmp_path / "script.vim"
    text = VIMRC.replace("ALE", str(ALE)) + LINTERS[linter].replace("PYTHON", sys.executable)
    vimrc.write_text(text)
    script.write_text(SCRIPT)
    subprocess.run(
        ["vim", "-N", "-u", vimrc, "-i", "NONE", "--not-a-term", "-S", script, model],
        env={**os.environ, "RESULT": str(result), "TERM": "dumb"},
        cwd=tmp_path,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        check=False,
        timeout=180,
    )
    found = json.loads(result.read_text())
    assert [11, 16, "CAT101"] in found["opened"]
    assert "CAT101" not in [code for _, _, code in found["edited"]]
