"""A policy with one rule taken out of it: what a system would do that ignored the rule.

    # ignored: procedures/quarterly.yaml: reminder.on_days             the key is left out
    # ignored: procedures/weeks.yaml: reminder.wait = 2 days           … or says something else
    # ignored: procedures/two_reminders.yaml: reminder_second          a whole step
    # ignored: campaigns/late_invoices.yaml                            a whole file
    # ignored: procedures/rent_*.yaml: version_by                      in every version
    # ignored: law/age_of_majority.yaml: values.1990-01-01.value = 0 years
    # ignored: code: reskontra.domain.dunning.is_working_day = true    what no file says

The one rule: a story of the union names what it proves, and must fail when that is ignored.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

import pytest
import yaml
from yaml.nodes import MappingNode, Node, SequenceNode

from reskontra.domain.rules import Policy
from reskontra.policy.load import NATIONAL, load_policy

CODE = "code"
_LINE = re.compile(r"^# ignored: (?P<file>[^:\n]+)(?:: (?P<path>[^=\n]+?))?(?: = (?P<value>.+))?$")
_VALUES: dict[str, object] = {"true": True, "false": False, "nothing": None}


@dataclass(frozen=True, slots=True, kw_only=True)
class Ignored:
    """One rule to take out: where it stands, and what stands there instead, if anything."""

    file: str
    """In the policy folder, below a creditor or in law/; `code` for a name of the program."""
    path: tuple[str, ...]
    """The keys that lead to it; a step by its name."""
    value: str | None

    @property
    def words(self) -> str:
        """For a message, or the name of a test."""
        instead = "" if self.value is None else f" = {self.value}"
        return f"{self.file}: {'.'.join(self.path)}{instead}"


def ignored_in(story: Path) -> tuple[Ignored, ...]:
    """What the story says that it proves."""
    found = (_LINE.match(line) for line in story.read_text(encoding="utf-8").splitlines())
    return tuple(
        Ignored(file=m["file"], path=tuple((m["path"] or "").split(".")), value=m["value"])
        for m in found
        if m
    )


def policy_without(
    ignored: Ignored, folder: Path, *, scratch: Path, patch: pytest.MonkeyPatch
) -> Policy:
    """The policy of `folder` as it would be without the rule; `scratch` is an empty folder."""
    national, policy = scratch / "national", scratch / "policy"
    shutil.copytree(folder, policy)
    shutil.copytree(NATIONAL / "law", national / "law")
    shutil.copy(NATIONAL / "kinds.yaml", national)
    if ignored.file == CODE:
        _change_code(ignored, patch)
    else:
        places = tuple(_places(ignored.file, policy, national))
        assert places, f"there is no {ignored.file} to ignore"
        for place in places:
            _change_file(ignored, place)
    return load_policy(policy, national=national)


def _places(file: str, policy: Path, national: Path) -> Iterator[Path]:
    """The files named from the policy folder, from a creditor's folder or the national one."""
    for home in (policy, *sorted(policy.iterdir()), national):
        yield from sorted(home.glob(file))


def _change_code(ignored: Ignored, patch: pytest.MonkeyPatch) -> None:
    """Let a function, or a property of a class, always answer the same."""
    *where, name = ignored.path
    answer = _answer(ignored.value or "nothing")
    try:
        owner: object = import_module(".".join(where))
    except ModuleNotFoundError:
        owner = getattr(import_module(".".join(where[:-1])), where[-1])
    if isinstance(getattr(owner, name), property):
        patch.setattr(owner, name, property(lambda _: answer))
    else:
        patch.setattr(owner, name, lambda *_, **__: answer)


def _answer(value: str) -> object:
    return _VALUES[value] if value in _VALUES else int(value)


def _change_file(ignored: Ignored, path: Path) -> None:
    if ignored.path == ("",):
        path.unlink()
        return
    root = yaml.compose(path.read_text(encoding="utf-8"))
    assert isinstance(root, MappingNode)
    first, *rest = ignored.path
    if first not in _keys(root):
        rest, first = [first, *rest], "steps"
    *way, last = (first, *rest)
    node: Node = root
    for name in way:
        node = _child(node, name)
    _put(node, last, None if ignored.value is None else yaml.compose(ignored.value))
    path.write_text(yaml.serialize(root, allow_unicode=True), encoding="utf-8")


def _keys(node: MappingNode) -> list[str]:
    return [key.value for key, _ in node.value]


def _child(node: Node, name: str) -> Node:
    if isinstance(node, MappingNode):
        return next(value for key, value in node.value if key.value == name)
    assert isinstance(node, SequenceNode)
    found: Node = node.value[_place(node, name)]
    return found


def _place(node: SequenceNode, name: str) -> int:
    """The place of a step by its name, or of anything by its number."""
    if name.isdigit():
        return int(name)
    steps = [each for each in node.value if isinstance(each, MappingNode)]
    return next(at for at, each in enumerate(steps) if _child(each, "step").value == name)


def _put(node: Node, name: str, value: Node | None) -> None:
    """Take the value out, or let another stand there; a key that is not there is added."""
    if isinstance(node, SequenceNode):
        at = _place(node, name)
        node.value[at : at + 1] = [] if value is None else [value]
        return
    assert isinstance(node, MappingNode)
    assert value is not None or name in _keys(node), f"there is no {name} to ignore"
    key = yaml.compose(name)
    kept = [(known, each) for known, each in node.value if known.value != name]
    node.value[:] = kept if value is None else [*kept, (key, value)]
