"""A refusal says no in two languages and keeps what it said it about."""

import copy

from reskontra.domain.refusal import Refused


class TooMany(Refused):
    """{count} is too many; at most {most} are allowed."""

    swedish = "{count} är för många. Högst {most} är tillåtna."


def test_the_docstring_is_the_message() -> None:
    assert str(TooMany(count=3, most=2)) == "3 is too many; at most 2 are allowed."


def test_the_swedish_text_has_the_same_fields() -> None:
    assert TooMany(count=3, most=2).swedish_text() == "3 är för många. Högst 2 är tillåtna."


def test_the_fields_are_kept() -> None:
    assert TooMany(count=3, most=2).fields == {"count": 3, "most": 2}


def test_braces_in_a_field_are_only_text() -> None:
    assert "{most}" in str(TooMany(count="{most}", most=2))


def test_a_copy_made_as_between_processes_is_the_same_refusal() -> None:
    sent = TooMany(count=3, most=2)
    received = copy.deepcopy(sent)
    assert (type(received), received.fields) == (TooMany, sent.fields)


class FirstThenSecond(Refused):
    """The first paragraph is about {what} and is
    broken for its width.

    The second stands apart.
    """


def test_paragraphs_stay_apart_and_their_lines_are_joined() -> None:
    assert str(FirstThenSecond(what="width")) == (
        "The first paragraph is about width and is broken for its width.\n\n"
        "The second stands apart."
    )
