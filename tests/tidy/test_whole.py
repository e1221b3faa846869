"""The repository as a whole: nothing dead, nothing that leads nowhere, no address of a machine.

    a module that no command reaches         → refused
    [a link](to/nothing.md) in a document    → refused
    a `Refused` without a Swedish text       → refused

The one rule: every check is shown to refuse something, so that none passes by looking at nothing.
"""

from __future__ import annotations

import ast
import re
import string
from collections.abc import Iterator
from pathlib import Path

from reskontra.domain.refusal import Refused
from reskontra.nightly.cli import VERBS
from tests.tidy.ours import ROOT, Module, module_of, modules, texts
from tools.build_docs import refusals

ENTRIES = (
    "reskontra.config.postgres.base",
    "reskontra.config.routing",
    "reskontra.config.settings",
    "reskontra.config.urls",
    "reskontra.config.wsgi",
    "reskontra.nightly.cli",
    "reskontra.portal.throttle",
    "reskontra.signin.demo_signin",
    "reskontra.records.models",
    *(f"reskontra.nightly.commands.{verb}" for verb in VERBS),
)
"""What Django, a web server or a person calls by name."""

CALLED_BY_DJANGO = re.compile(r"\.(apps|migrations(\..*)?|templatetags(\..*)?)$")

LINK = re.compile(r"(?<!!)\[[^\]]*\]\(([^)\s]+)\)|!\[[^\]]*\]\(([^)\s]+)\)")
NAMED_PATH = re.compile(r"`((?:reskontra|docs|tests|tools)/[\w./-]+)`")
DOCUMENT = re.compile(r"\bdocs/[\w./-]+\.md\b")
REGISTRY = re.compile(r"pypi\.(?:org|io)|python" r"hosted|registry\.npm|npm" r"js\.(?:org|com)")


def test_every_module_is_reached() -> None:
    ours = {module.name: module for module in modules() if not module.name.startswith("tests")}
    dead = set(ours) - reached(ours)
    assert sorted(name for name in dead if name.startswith("reskontra")) == []


def test_a_module_that_nothing_imports_is_found() -> None:
    entry = module_of("from reskontra.domain import money", place="reskontra/nightly/cli.py")
    money = module_of("", place="reskontra/domain/money.py")
    dead = module_of("", place="reskontra/domain/dead.py")
    found = reached({module.name: module for module in (entry, money, dead)})
    assert "reskontra.domain.money" in found
    assert "reskontra.domain.dead" not in found


def test_every_refusal_can_be_read_in_both_languages() -> None:
    assert [fault for kind in refusals() for fault in unreadable(kind)] == []


def test_an_unreadable_refusal_is_found() -> None:
    class Silent(Refused):
        swedish = "Nej till {what}."

    class OnlyEnglish(Refused):
        """No to {what}."""

    assert list(unreadable(Silent)) == ["Silent has no docstring"]
    assert list(unreadable(OnlyEnglish)) == ["OnlyEnglish has no Swedish text"]


def test_every_link_leads_somewhere() -> None:
    faults = [
        f"{path.relative_to(ROOT)}: {fault}"
        for path, text in texts()
        if path.suffix == ".md"
        for fault in loose_links(path, text)
    ]
    assert faults == []


def test_every_document_that_the_code_names_is_there() -> None:
    faults = [
        f"{module.place}: {name}"
        for module in modules()
        if module.name.startswith("reskontra")
        for name in DOCUMENT.findall(module.source)
        if not (ROOT / name).exists()
    ]
    assert faults == []


def test_a_loose_link_is_found() -> None:
    text = "# One\n[a](no/where.md) [b](#one) [c](#two) `reskontra/nothing.py` [d](https://a.se)"
    assert list(loose_links(ROOT / "README.md", text)) == [
        "no/where.md",
        "#two",
        "reskontra/nothing.py",
    ]


def test_no_file_names_a_registry_or_this_folder() -> None:
    faults = [
        str(path.relative_to(ROOT))
        for path, text in texts()
        if REGISTRY.search(text) or f"{ROOT}/" in text
    ]
    assert faults == []


def test_the_lock_of_npm_says_no_place_to_fetch_from() -> None:
    assert '"resolved"' not in (ROOT / "package-lock.json").read_text(encoding="utf-8")


def reached(ours: dict[str, Module]) -> set[str]:
    """The modules that an entry leads to, with the packages that they lie in."""
    waiting = [
        name
        for name in ours
        if name in ENTRIES or CALLED_BY_DJANGO.search(name) or name.startswith(("bench", "tools"))
    ]
    found: set[str] = set()
    while waiting:
        name = waiting.pop()
        if name in found or name not in ours:
            continue
        found.add(name)
        waiting.append(name.rpartition(".")[0])
        waiting.extend(imported(ours[name]))
    return found


def imported(module: Module) -> Iterator[str]:
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def unreadable(kind: type[Refused]) -> Iterator[str]:
    english, swedish = kind.__doc__, kind.__dict__.get("swedish")
    if not english:
        yield f"{kind.__name__} has no docstring"
    elif not swedish:
        yield f"{kind.__name__} has no Swedish text"
    elif fields(english) != fields(swedish):
        yield f"{kind.__name__} says different things in its two languages"


def fields(text: str) -> set[str]:
    found = (name for _, name, _, _ in string.Formatter().parse(text) if name)
    return {re.split(r"[.\[]", name)[0].removesuffix("_swedish") for name in found}


def loose_links(path: Path, text: str) -> Iterator[str]:
    """What `text`, which lies at `path`, links to or names and which is not there."""
    for match in LINK.finditer(text):
        target = match[1] or match[2]
        place, _, heading = target.partition("#")
        if re.match(r"[a-z]+:", target):
            continue
        other = (path.parent / place) if place else path
        if not other.exists() and place:
            yield target
        elif heading and other.suffix in {".md", ""}:
            known = headings(other.read_text(encoding="utf-8") if place else text)
            if heading not in known:
                yield target
    for name in NAMED_PATH.findall(text):
        if not (ROOT / name).exists() and "…" not in name:
            yield name


def headings(text: str) -> set[str]:
    """The names by which the headings of a document are linked to."""
    found = re.findall(r"^#+\s+(.*)$", text, flags=re.MULTILINE)
    return {re.sub(r"[^\w -]", "", title.lower()).strip().replace(" ", "-") for title in found}
