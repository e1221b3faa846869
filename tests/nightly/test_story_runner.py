"""The runner itself: a wrong story is told where it is wrong, and no line is passed over."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from reskontra.domain.refusal import Refused
from reskontra.domain.rules import Policy
from reskontra.nightly.cli import main
from reskontra.nightly.stories.cast import Cast
from reskontra.nightly.stories.life import differences, told
from reskontra.nightly.stories.parse import StoryRefused, parse
from reskontra.nightly.stories.pure import Pure
from reskontra.policy.load import SAMPLE, load_policy

BEGINS = "2025-03-28  invoice 1003 Cilla 300,00 due 2025-03-31\n"


@cache
def sample() -> Policy:
    return load_policy(SAMPLE)


def what_differs(text: str) -> list[str]:
    story = parse(text, file=Path("s.story"))
    return list(told(story, differences(story, Pure(Cast(story, sample())))))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "2025-04-09  ? status 1003 REMINDER",
            [
                "s.story:–: 2025-04-09  -> reminder Cilla 1003, pay by 2025-04-23",
                "    happened, and the story does not say so",
            ],
        ),
        (
            "2025-04-08  -> reminder Cilla 1003, pay by 2025-04-22",
            [
                "s.story:2: 2025-04-08  -> reminder Cilla 1003, pay by 2025-04-22",
                "    did not happen that day",
            ],
        ),
        (
            "2025-04-08  ? balance 1003 200,00",
            [
                "s.story:2: 2025-04-08  ? balance 1003 200,00",
                "    the answer is    ? balance 1003 300,00",
            ],
        ),
        (
            "2025-04-08  ? stopped 1003 reminder by dispute",
            [
                "s.story:2: 2025-04-08  ? stopped 1003 reminder by dispute",
                "    the answer is    ? waits 1003 reminder until 2025-04-09",
            ],
        ),
        ("2025-04-08  ? waits 1003 reminder until 2025-04-09", []),
    ],
)
def test_what_differs_is_told_with_its_line(text: str, expected: list[str]) -> None:
    assert what_differs(BEGINS + text) == expected


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "line 1: no event"),
        ("hello", "line 1: 'hello' is not known; allowed is a date and then"),
        ("2025-02-30 no run", "day is out of range for month"),
        (
            "2025-03-03 payment 1003 300",
            "allowed is payment <number> <amount>[ value <day>]",
        ),
        ("2025-03-03 withdraw 1003", 'allowed is withdraw <number> "<reason>"'),
    ],
)
def test_a_line_that_cannot_be_read_is_told(text: str, words: str) -> None:
    with pytest.raises(StoryRefused) as refused:
        parse(text, file=Path("s.story"))
    assert words in str(refused.value)


def test_every_wrong_line_is_told_at_once() -> None:
    with pytest.raises(StoryRefused) as refused:
        parse("one\ntwo\n" + BEGINS, file=Path("s.story"))
    assert "line 1: 'one'" in str(refused.value)
    assert "line 2: 'two'" in str(refused.value)


@pytest.mark.parametrize(
    ("header", "words"),
    [
        ("procedure wter\n", "procedure 'wter' is not in the policy; there is business"),
        ("creditor wter\n", "creditor 'wter' is not in the policy; there is municipality"),
    ],
)
def test_a_header_that_the_policy_does_not_have_is_refused(header: str, words: str) -> None:
    with pytest.raises(Refused) as refused:
        what_differs(header + BEGINS)
    assert words in str(refused.value)


def test_an_invoice_sent_twice_is_refused() -> None:
    with pytest.raises(Refused, match="invoice 1003 is sent twice"):
        what_differs(BEGINS + BEGINS)


def test_the_command_ends_red_when_a_story_differs(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    right, wrong = tmp_path / "right.story", tmp_path / "wrong.story"
    right.write_text(BEGINS, encoding="utf-8")
    wrong.write_text(f"# a title\n{BEGINS}2025-03-31 ? status 1003 PAID", encoding="utf-8")
    assert main(["story", str(right)]) == 0
    assert main(["story", str(right), str(wrong)]) == 1
    printed = capsys.readouterr().out
    assert "wrong.story: a title\n  differs in the domain alone:" in printed
    assert "2 stories lived in the domain alone, 1 of them otherwise than told" in printed


def test_the_command_lives_a_story_in_a_database_of_its_own(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    story = tmp_path / "right.story"
    story.write_text(BEGINS, encoding="utf-8")
    assert main(["story", "--database", str(story)]) == 0
    assert "1 stories lived through the database, 0 of them" in capfd.readouterr().out
