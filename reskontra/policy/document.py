"""One YAML file as plain values, with the line of each.

    wait: 7 working days     -> {"wait": "7 working days"}, and ("wait",) is on line 1
    value: 4,50 %            -> the text "4,50 %": nothing becomes a float
    valid_from: 2020-01-01   -> a date

The one rule: YAML's surprises are refused, not obeyed. A key stands once, nothing refers to
anything else in the file, and `no`, `on` and `1e3` are words.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from reskontra.domain.texts import Texts
from reskontra.policy.problems import NOTHING, Caution, Problem, in_words

Way = tuple[str | int, ...]

_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_WHOLE = re.compile(r"-?(?:0|[1-9]\d*)")
_WORDS: dict[str, object] = {"": None, "~": None, "null": None, "true": True, "false": False}


@dataclass(slots=True, kw_only=True)
class Document:
    """A policy file: its bytes' digest, its text, its values and where they stand."""

    file: str
    digest: str
    text: str
    data: object = None
    lines: dict[Way, int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def line(self, way: Way) -> int:
        """The line of the value, or of the nearest thing around it that the file has."""
        while way and way not in self.lines:
            way = way[:-1]
        return self.lines.get(way, 1)

    def problem(self, way: Way, *, found: str, allowed: str, law: str = "") -> Problem:
        """A problem at this place of this file."""
        return Problem(
            file=self.file,
            line=self.line(way),
            place=in_words(way),
            found=found,
            allowed=allowed,
            law=law,
        )

    def caution(self, way: Way, *, found: Texts, why: Texts, law: Texts) -> Caution:
        """Something at this place of this file that only a lawyer can settle."""
        line, place = self.line(way), in_words(way)
        return Caution(file=self.file, line=line, place=place, found=found, why=why, law=law)


def read_document(path: Path, *, file: str) -> Document:
    """Read `path`, called `file` in messages; what is wrong lies in `problems`."""
    raw = path.read_bytes()
    text = raw.decode("utf-8", errors="replace")
    document = Document(file=file, digest=hashlib.sha256(raw).hexdigest(), text=text)
    try:
        raw.decode("utf-8")
        root = yaml.compose(text, Loader=yaml.CSafeLoader)
    except UnicodeDecodeError as error:
        document.lines[()] = raw.count(b"\n", 0, error.start) + 1
        document.problems.append(
            document.problem((), found="bytes that are not UTF-8", allowed="text in UTF-8")
        )
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        document.lines[()] = mark.line + 1 if mark else 1
        document.problems.append(
            document.problem((), found=str(error.problem), allowed="one YAML document")
        )
    except yaml.reader.ReaderError as error:
        document.problems.append(
            document.problem((), found=str(error.reason), allowed="printable text in UTF-8")
        )
    else:
        document.data = _Walk(document).value(root, ()) if root else None
    return document


class _Walk:
    """From YAML's nodes to plain values; remembers the nodes that it has met."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._met: set[int] = set()

    def value(self, node: Node, way: Way) -> object:
        self._document.lines.setdefault(way, node.start_mark.line + 1)
        if id(node) in self._met:
            self._refuse(way, found="a reference to another part (*)", allowed="the value itself")
            return None
        self._met.add(id(node))
        if isinstance(node, MappingNode):
            return self._mapping(node, way)
        if isinstance(node, SequenceNode):
            return [self.value(each, (*way, at)) for at, each in enumerate(node.value)]
        if isinstance(node, ScalarNode):
            return _plain(node)
        return None

    def _mapping(self, node: MappingNode, way: Way) -> dict[str, object]:
        values: dict[str, object] = {}
        for key_node, value_node in node.value:
            key = str(key_node.value) if isinstance(key_node, ScalarNode) else "?"
            here = (*way, key)
            line = key_node.start_mark.line + 1
            if key in values:
                first = self._document.lines[here]
                self._document.problems.append(
                    Problem(
                        file=self._document.file,
                        line=line,
                        place=in_words(here),
                        found=f"{key} again (first on line {first})",
                        allowed="each key once",
                    )
                )
                continue
            self._document.lines[here] = line
            values[key] = value = self.value(value_node, here)
            if value is None and isinstance(value_node, ScalarNode):
                allowed = "a value, or no such key at all"
                self._refuse(here, found=NOTHING, allowed=allowed)
        return values

    def _refuse(self, way: Way, *, found: str, allowed: str) -> None:
        problem = self._document.problem(way, found=found, allowed=allowed)
        self._document.problems.append(problem)


def _plain(node: ScalarNode) -> object:
    """The value of a scalar: quoted text stays text; a date, a whole number, true, false."""
    text: str = node.value
    if node.style:
        return text
    if text in _WORDS:
        return _WORDS[text]
    if _WHOLE.fullmatch(text):
        return int(text)
    if _DATE.fullmatch(text):
        try:
            return date.fromisoformat(text)
        except ValueError:
            return text
    return text
