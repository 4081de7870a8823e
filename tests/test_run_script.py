"""The bootstrap `run.py`: standard library alone, clear words when something is missing."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parents[1]
RUN = CHECKOUT / "run.py"


def start(*arguments, before=""):
    code = f"import sys, runpy\n{before}\nsys.argv = {['run.py', *arguments]!r}\n"
    code += f"runpy.run_path({str(RUN)!r}, run_name='__main__')"
    return subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=False
    )


def test_it_imports_the_standard_library_alone():
    imported = {
        (n.names[0].name if isinstance(n, ast.Import) else n.module).partition(".")[0]
        for n in ast.walk(ast.parse(RUN.read_text(encoding="utf-8")))
        if isinstance(n, ast.Import | ast.ImportFrom)
    }
    assert imported <= set(sys.stdlib_module_names)


@pytest.mark.parametrize(("arguments", "code"), [([], 2), (["--help"], 0), (["-h"], 0)])
def test_it_explains_itself(arguments, code):
    done = start(*arguments)
    assert (done.returncode, "demo" in done.stdout, "test" in done.stdout) == (code, True, True)


def test_an_old_python_gets_one_line():
    done = start("demo", before="sys.version_info = (3, 10, 2); sys.version = '3.10.2 (old)'")
    assert done.returncode == 1
    assert done.stderr == "Error: Citetrail needs Python 3.11 or newer; this is 3.10.2.\n"


def test_a_python_without_venv_is_told_what_to_install(tmp_path):
    copy = tmp_path / "run.py"
    copy.write_text(RUN.read_text(encoding="utf-8"), encoding="utf-8")
    for name in ("requirements.lock", "pyproject.toml"):
        (tmp_path / name).write_text("")
    code = (
        "import sys, runpy, shutil\nshutil.which = lambda name: None\n"
        "sys.modules['ensurepip'] = None\nsys.argv = ['run.py', 'demo']\n"
        f"runpy.run_path({str(copy)!r}, run_name='__main__')"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 1
    assert "apt install python3-venv" in done.stderr
    assert "Traceback" not in done.stderr
