"""`reskontra plan`: whether invoices may be paid in parts, in which, and what it costs.

    reskontra plan 1004 --parts 6
    reskontra plan 1003 1004 --parts 6 --first 2025-04-30

The one rule: it is only an answer. Nothing is decided or written but who looked.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from datetime import date

from reskontra.domain.installments import InstallmentPlan, judge_plan, usual_first_day
from reskontra.domain.reasons import Declined
from reskontra.domain.terms import BrokenBy, PlanTerms, WhenBroken
from reskontra.domain.texts import Texts
from reskontra.nightly import look_up
from reskontra.nightly.asked import Asked

NAME = "plan"
HELP = "Tell whether invoices may be paid in parts, in which, and what it costs."
NEEDS_DATABASE = True

YES = Texts(sv="Ja: {value} kr i {parts} delar.", en="Yes: SEK {value} in {parts} parts.")
PART = Texts(sv="  {value}  {due}  {amount} kr", en="  {value}  {due}  SEK {amount}")
PART_WITH_FEE = Texts(
    sv="  {value}  {due}  {amount} kr och {fee} kr i avgift",
    en="  {value}  {due}  SEK {amount} and a fee of SEK {fee}",
)
PLAN_INTEREST = Texts(
    sv="Ränta så länge planen hålls, beräknad: {value} kr",
    en="Interest while the plan is kept, estimated: SEK {value}",
)
LATE_INTEREST = Texts(
    sv="Dröjsmålsränta fram till i dag: {value} kr", en="Late interest until today: SEK {value}"
)
AGENCY = Texts(sv="Planen sköts av inkassobolaget.", en="The agency keeps the plan.")
BROKEN = {
    BrokenBy.MISSED: Texts(sv="en del inte betalas", en="a part is not paid"),
    BrokenBy.LOWER: Texts(sv="för lite betalas", en="too little is paid"),
    BrokenBy.LATER_INVOICE_LATE: Texts(
        sv="en senare faktura betalas för sent", en="a later invoice is paid too late"
    ),
}
THEN = {
    WhenBroken.RESUMES: Texts(
        sv="Om {value} går kraven vidare.", en="If {value} the procedure goes on."
    ),
    WhenBroken.WHOLE_DUE: Texts(
        sv="Om {value} ska allt som är kvar betalas genast.",
        en="If {value} all that is left is due at once.",
    ),
}
OR = Texts(sv=" eller ", en=" or ")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The invoices, how many parts, and the day of the first."""
    parser.add_argument(
        "invoices", nargs="+", metavar="INVOICE", help="the numbers printed on the invoices"
    )
    parser.add_argument(
        "--parts", type=int, required=True, metavar="N", help="how many parts somebody asks for"
    )
    parser.add_argument(
        "--first",
        type=date.fromisoformat,
        metavar="YYYY-MM-DD",
        help="the day of the first part (default: the due date, or the last day allowed)",
    )
    look_up.add_arguments(parser)


def run(args: argparse.Namespace) -> int:
    """Judge it by the terms of the invoices' procedure, and tell the answer."""
    asked = Asked.about(args.invoices, args, what=NAME)
    terms = asked.procedure.plan
    first_on = args.first or (
        usual_first_day(asked.claims, terms, today=asked.day) if terms else asked.day
    )
    answer = judge_plan(
        asked.claims, asked.procedure, parts=args.parts, first_on=first_on, today=asked.day
    )
    if isinstance(answer, Declined):
        lines = asked.declined(answer)
    else:
        assert terms is not None
        lines = _granted(asked, answer, terms)
    for line in lines:
        print(line)
    return 0


def _granted(asked: Asked, answer: InstallmentPlan, terms: PlanTerms) -> Iterator[str]:
    debt_ore = sum(each.amount_ore for each in answer.installments)
    yield asked.say(YES, asked.kronor(debt_ore), parts=len(answer.installments))
    for each in answer.installments:
        words = PART_WITH_FEE if each.fee_ore else PART
        yield asked.say(
            words,
            f"{each.ordinal:>3}",
            due=each.due_date,
            amount=asked.kronor(each.amount_ore),
            fee=asked.kronor(each.fee_ore),
        )
    yield asked.granted_by(answer.by)
    if answer.late_interest_ore:
        yield asked.say(LATE_INTEREST, asked.kronor(answer.late_interest_ore))
    yield from asked.interest(answer.interest, PLAN_INTEREST)
    if answer.administered_by != "creditor":
        yield asked.say(AGENCY)
    yield _when_broken(asked, terms, sorted(terms.broken_by))
    yield from asked.rule()


def _when_broken(asked: Asked, terms: PlanTerms, by: Sequence[BrokenBy]) -> str:
    ways = [BROKEN[each].say(asked.language) for each in by]
    return asked.say(THEN[terms.when_broken], OR.say(asked.language).join(ways))
