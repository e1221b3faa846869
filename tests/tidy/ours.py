"""The project's own files, read once for the tests about the code.

    for module in modules():
        module.path, module.name, module.tree

The one rule: these tests read files as they lie in the working folder, committed or not, and leave
out only what make or a run has made.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

MADE = frozenset(
    {
        ".git",
        ".venv",
        "node_modules",
        "build",
        ".reskontra",
        ".reskontra-demo",
        "__pycache__",
        ".stamps",
        ".hypothesis",
    }
    | {".mypy_cache", ".pytest_cache", ".ruff_cache", ".import_linter_cache", "reskontra.egg-info"}
)
MADE_FOLDERS = (ROOT / "reskontra/portal/static/portal", ROOT / "reskontra/outgoing/fonts")
CODE = frozenset({".py", ".scss", ".sh", ".sql", ".story", ".toml", ".typ", ".yaml"})
TEXTS = CODE | {".css", ".html", ".json", ".jsonl", ".lock", ".md", ".svg", ".txt", ".xml", ".yml"}
NAMED_TEXTS = frozenset({"Makefile", "LICENSE", "run", ".gitignore"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Module:
    """One Python file of ours."""

    path: Path
    source: str
    tree: ast.Module

    @property
    def place(self) -> str:
        """The path from the root of the repository, as people say it."""
        return self.path.relative_to(ROOT).as_posix()

    @property
    def name(self) -> str:
        """The name that it is imported by."""
        parts = self.path.relative_to(ROOT).with_suffix("").parts
        return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)

    @property
    def package(self) -> str:
        """Which of the packages of the grid it belongs to: `domain`, `portal` …; else ""."""
        parts = self.name.split(".")
        return parts[1] if parts[0] == "reskontra" and len(parts) > 1 else ""


def module_of(source: str, *, place: str) -> Module:
    """A module that is not a file, to show what a check refuses."""
    return Module(path=ROOT / place, source=source, tree=ast.parse(source))


@cache
def files() -> tuple[Path, ...]:
    """Every file of ours."""
    return tuple(sorted(_walk(ROOT)))


@cache
def texts() -> tuple[tuple[Path, str], ...]:
    """Every file of ours that is text, with its text."""
    return tuple(
        (path, path.read_text(encoding="utf-8"))
        for path in files()
        if path.suffix in TEXTS or path.name in NAMED_TEXTS
    )


@cache
def modules() -> tuple[Module, ...]:
    """Every Python file of ours, parsed."""
    return tuple(
        Module(path=path, source=text, tree=ast.parse(text))
        for path, text in texts()
        if path.suffix == ".py"
    )


def dotted(node: ast.expr) -> str:
    """`a.b.c` for the expression a.b.c; a part that is no name, such as a call, is left out."""
    if isinstance(node, ast.Attribute):
        return f"{dotted(node.value)}.{node.attr}"
    if isinstance(node, ast.Call):
        return dotted(node.func)
    return node.id if isinstance(node, ast.Name) else ""


def _walk(folder: Path) -> Iterator[Path]:
    for entry in folder.iterdir():
        if entry.name in MADE or entry in MADE_FOLDERS or entry.is_symlink():
            continue
        if entry.is_dir():
            yield from _walk(entry)
        else:
            yield entry
