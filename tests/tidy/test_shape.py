"""Sizes, docstrings and leftovers: what a reader meets before the meaning.

    a function of 51 lines          → refused
    a module without a docstring    → refused

The one rule: every check is shown to refuse something, so that none passes by looking at nothing.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from tests.tidy.ours import CODE, ROOT, Module, module_of, modules, texts

LONGEST_FUNCTION = 50
LONGEST_FILE = 400
LONGEST_LINE = 100
LEFTOVER = re.compile(r"\b(TO" r"DO|FIX" r"ME|XX" r"X|HA" r"CK)\b")


def test_no_function_is_too_long() -> None:
    assert [fault for module in modules() for fault in long_functions(module)] == []


def test_a_long_function_is_found() -> None:
    lines = "\n".join("    x = 1" for _ in range(LONGEST_FUNCTION))
    long = module_of(f"def f():\n{lines}\n", place="reskontra/a.py")
    assert list(long_functions(long)) == ["reskontra/a.py:1 f has 51 lines"]


def test_no_file_is_too_long() -> None:
    found = [
        (module.place, module.source.count("\n"))
        for module in modules()
        if "/migrations/" not in module.place
    ]
    assert [(place, lines) for place, lines in found if lines > LONGEST_FILE] == []


def test_no_line_is_too_long() -> None:
    faults = [
        f"{path.relative_to(ROOT)}:{number}"
        for path, text in texts()
        if path.suffix in CODE and "migrations" not in path.parts
        for number, line in enumerate(text.splitlines(), start=1)
        if len(line) > LONGEST_LINE and " " in line.strip()
    ]
    assert faults == []


def test_every_module_says_what_it_is() -> None:
    assert [module.place for module in modules() if not says_what_it_is(module)] == []


def test_a_silent_module_is_found() -> None:
    assert not says_what_it_is(module_of("x = 1\n", place="reskontra/a.py"))


def test_nothing_is_left_for_later() -> None:
    faults = [
        f"{path.relative_to(ROOT)}:{number}"
        for path, text in texts()
        for number, line in enumerate(text.splitlines(), start=1)
        if LEFTOVER.search(line)
    ]
    assert faults == []


def test_a_leftover_is_found() -> None:
    assert LEFTOVER.search("x = 1  # TO" + "DO: later")


def long_functions(module: Module) -> Iterator[str]:
    for node in ast.walk(module.tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            lines = (node.end_lineno or node.lineno) - node.lineno + 1
            if lines > LONGEST_FUNCTION:
                yield f"{module.place}:{node.lineno} {node.name} has {lines} lines"


def says_what_it_is(module: Module) -> bool:
    return not module.source or bool(ast.get_docstring(module.tree))
