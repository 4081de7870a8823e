"""What import-linter cannot see: cli.py, file and function budgets, names that explain nothing."""

import ast
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parents[1]
SOURCES = [
    *sorted(p for top in ("claims", "db") for p in (CHECKOUT / top).rglob("*.py")),
    CHECKOUT / "cli.py",
    CHECKOUT / "run.py",
]

FILE_LINES = 400
FUNCTION_LINES = 40
VAGUE = {"utils", "util", "helpers", "common", "core", "misc", "base", "manager", "service"}
EXEMPT = {"public_schema.py"}


def functions(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return [n for n in ast.walk(tree) if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef)]


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: str(p.relative_to(CHECKOUT)))
def test_files_and_functions_stay_within_their_budget(path):
    lines = path.read_text(encoding="utf-8").splitlines()
    assert path.stem not in VAGUE
    if path.name in EXEMPT or path.parent.name == "migrations":
        return
    assert len(lines) <= FILE_LINES
    for function in functions(path):
        body = function.end_lineno - function.lineno + 1
        # A command is as long as its options and its help; its body has a budget of its own below
        if "commands" not in path.parts:
            assert body <= FUNCTION_LINES, f"{function.name} has {body} lines"


@pytest.mark.parametrize(
    "path", sorted((CHECKOUT / "claims/commands").glob("*.py")), ids=lambda p: p.name
)
def test_a_command_parses_calls_a_step_and_prints(path):
    for function in functions(path):
        first = function.body[1] if ast.get_docstring(function) and len(function.body) > 1 else None
        if first:
            assert function.end_lineno - first.lineno + 1 <= 26, function.name


def test_cli_imports_commands_and_errors_alone():
    tree = ast.parse((CHECKOUT / "cli.py").read_text(encoding="utf-8"))
    ours = {n.module for n in ast.walk(tree) if isinstance(n, ast.ImportFrom)} & {
        f"claims.{p.name}" for p in (CHECKOUT / "claims").iterdir()
    }
    assert ours == set()
    imported = {n.module for n in ast.walk(tree) if isinstance(n, ast.ImportFrom) and n.module}
    assert {m for m in imported if m.startswith(("claims", "db"))} == {
        "claims",
        "claims.commands.lazy",
        "claims.commands.state",
        "claims.model.errors",
    }


def test_sql_is_written_in_db_alone():
    words = ("SELECT ", "INSERT INTO", "DELETE FROM", "UPDATE ")
    found = [
        f"{p.relative_to(CHECKOUT)}: {line.strip()[:60]}"
        for p in (CHECKOUT / "claims").rglob("*.py")
        if "sample" not in p.parts  # its search index lives in memory and dies with the server
        for line in p.read_text(encoding="utf-8").splitlines()
        if any(f'"{w}' in line or f"'{w}" in line for w in words)
    ]
    assert found == []
