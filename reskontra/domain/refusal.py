"""Refused: the one family of errors that says no to a person, in words that the person can use.

Example: a module that refuses a text declares, beside the function that raises it,

    class NotKronor(Refused):
        '''{text!r} is not an amount in kronor; write it like 1 234,50.'''

        swedish = "{text!r} är inte ett belopp i kronor. Skriv som 1 234,50."

and raises `NotKronor(text="12,345")`. `str(error)` is then the English message and
`error.swedish_text()` the Swedish one.

A field may be a `Texts`, which each message says in its own language.

The one rule: everything that this system refuses is a `Refused`, and its docstring is its message.
"""

from __future__ import annotations

from typing import ClassVar

from reskontra.domain.texts import Texts


class Refused(Exception):  # noqa: N818 - refusing is no error of the program
    """It cannot be done."""

    swedish: ClassVar[str] = "Det här går inte att göra."

    def __init__(self, **fields: object) -> None:
        """Keep `fields`, whose names are those in braces in the docstring and in `swedish`."""
        super().__init__(fields)
        self.fields = fields

    def __str__(self) -> str:
        """The message in English: the class's docstring with the fields filled in.

        Lines that the docstring only breaks for its width are joined; paragraphs stay apart.
        """
        paragraphs = (type(self).__doc__ or "").split("\n\n")
        template = "\n\n".join(" ".join(paragraph.split()) for paragraph in paragraphs)
        return template.strip().format(**self._in("en"))

    def swedish_text(self) -> str:
        """The message in Swedish, with the same fields filled in."""
        return self.swedish.format(**self._in("sv"))

    def _in(self, language: str) -> dict[str, object]:
        """The fields; one that is a text in both languages is said in this one."""
        return {
            name: value.say(language) if isinstance(value, Texts) else value
            for name, value in self.fields.items()
        }

    def __reduce__(self) -> tuple[object, ...]:
        """Let a refusal travel between processes with its fields."""
        return _rebuilt, (type(self), self.fields)


def _rebuilt(kind: type[Refused], fields: dict[str, object]) -> Refused:
    return kind(**fields)
