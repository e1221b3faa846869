"""`reskontra plan`: whether invoices may be paid in parts, in which, and what it costs.

    reskontra plan 1004 --parts 6
    reskontra plan 1003 1004 --parts 6 --first 2025-04-30
    reskontra plan 1004 --parts 6 --first 2025-04-30 --granted 2025-04-09
                                             how a plan that was granted that day stands

The one rule: it is only an answer. Nothing is decided or written but who looked.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from datetime import date

from reskontra.domain.installments import InstallmentPlan, judge_plan, usual_first_day
from reskontra.domain.plan_state import PlanState, Standing, follow
from reskontra.domain.reasons import Declined, Reason, Why
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
    BrokenBy.MISSED: Texts(sv="en del inte betalas i tid", en="a part is not paid in time"),
    BrokenBy.LOWER: Texts(sv="för lite betalas i tid", en="too little is paid in time"),
    BrokenBy.LATER_INVOICE_LATE: Texts(
        sv="en senare faktura inte betalas i tid", en="a later invoice is not paid in time"
    ),
}
THEN = {
    WhenBroken.RESUMES: Texts(
        sv="Om {value} går kraven vidare.", en="If {value}, the procedure goes on."
    ),
    WhenBroken.WHOLE_DUE: Texts(
        sv="Om {value} ska allt som är kvar betalas genast.",
        en="If {value}, all that is left is due at once.",
    ),
}
STANDING = {
    Standing.PAID: Texts(sv="Hela planen är betald.", en="All of the plan is paid."),
    Standing.KEPT: Texts(
        sv="Planen hålls. Att betala i dag: {value} kr",
        en="The plan is kept. To be paid today: SEK {value}",
    ),
    Standing.LATE: Texts(
        sv="En del är sen. Att betala nu: {value} kr",
        en="A part is late. To be paid now: SEK {value}",
    ),
    Standing.BROKEN: Texts(
        sv="Planen är bruten. Att betala nu: {value} kr",
        en="The plan is broken. To be paid now: SEK {value}",
    ),
}
SINCE = Texts(sv="Den bröts {day}, eftersom {value}.", en="It broke on {day}, as {value}.")
FOLLOWED = {
    WhenBroken.RESUMES: Texts(sv="Kraven går vidare.", en="The procedure goes on."),
    WhenBroken.WHOLE_DUE: Texts(
        sv="Allt som är kvar ska betalas genast.", en="All that is left is due at once."
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
    parser.add_argument(
        "--granted",
        type=date.fromisoformat,
        metavar="YYYY-MM-DD",
        help="tell instead how a plan granted on this day stands",
    )
    look_up.add_arguments(parser)


def run(args: argparse.Namespace) -> int:
    """Judge it by the terms of the invoices' procedure, or how it is kept, and tell the answer."""
    asked = Asked.about(args.invoices, args, what=NAME)
    for line in _answer(asked, args):
        print(line)
    return 0


def _answer(asked: Asked, args: argparse.Namespace) -> Iterator[str]:
    terms = asked.procedure.plan
    if terms is None:
        return asked.declined(Declined((Reason(Why.NO_PLAN),)))
    granted_on: date = args.granted or asked.day
    first_on = args.first or usual_first_day(asked.claims, terms, today=granted_on)
    if args.granted:
        state = follow(
            asked.claims,
            terms,
            parts=args.parts,
            first_on=first_on,
            granted_on=granted_on,
            today=asked.day,
        )
        return _standing(asked, state)
    answer = judge_plan(
        asked.claims, asked.procedure, parts=args.parts, first_on=first_on, today=asked.day
    )
    if isinstance(answer, Declined):
        return asked.declined(answer)
    return _granted(asked, answer, terms)


def _standing(asked: Asked, state: PlanState) -> Iterator[str]:
    yield asked.say(STANDING[state.standing], asked.kronor(state.due_ore))
    if state.by is not None and state.follows is not None:
        way = BROKEN[state.by].say(asked.language)
        yield asked.say(SINCE, way, day=state.day)
        yield asked.say(FOLLOWED[state.follows])
    yield from asked.rule()


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
    if terms.interest is not None:
        yield from asked.interest(answer.interest, PLAN_INTEREST)
    if answer.administered_by != "creditor":
        yield asked.say(AGENCY)
    yield _when_broken(asked, terms)
    yield from asked.rule()


def _when_broken(asked: Asked, terms: PlanTerms) -> str:
    ways = [BROKEN[each].say(asked.language) for each in BrokenBy if each in terms.broken_by]
    return asked.say(THEN[terms.when_broken], OR.say(asked.language).join(ways))
