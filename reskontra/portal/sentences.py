"""How an invoice stands, in one or two sentences.

    overdue, nobody has paid   -> "Fakturan skulle ha betalats senast 31 mars 2025. Betala 300,00 kr
                                   så snart du kan."

The one rule: the first sentence says what to do, or that nothing need be done.
"""

from __future__ import annotations

from datetime import date

from reskontra.domain.claim import Status
from reskontra.portal import words
from reskontra.portal.tags import is_waiting
from reskontra.portal.wording import say
from reskontra.portal.wording.statuses import TEXTS
from reskontra.records.views import InvoiceDetail

_WITH_REASON = {"withdrawal", "credit", "write_off"}
_BY_A_DAY = {Status.SENT, Status.REMINDER, Status.PARTIALLY_PAID}


def sentences(
    detail: InvoiceDetail, lapsed_on: date | None, *, today: date, language: str
) -> tuple[str, ...]:
    """What is said first on the invoice's page; of a debt that has lapsed, that alone."""
    if detail.claim.transferred:
        return _sold(detail, language)
    if lapsed_on is not None:
        day = words.day(lapsed_on, language=language)
        return (say("status.LAPSED", language=language, day=day),)
    if detail.row.open_ore == 0:
        return (*_settled(detail, language), *_several("together.settled", detail, language))
    first = _to_pay(detail, today=today, language=language)
    several = _several("together", detail, language)
    if detail.row.disputed_ore:
        amount = words.kronor(detail.row.disputed_ore, language=language)
        part = say(_key("status.PARTLY_DISPUTED", detail), language=language, amount=amount)
        return (first, part, *several)
    return (first, *several)


def _sold(detail: InvoiceDetail, language: str) -> tuple[str, ...]:
    """Who owns it and since when, and what has come to us all the same."""
    given, sums = detail.given, detail.claim.sums
    assert given is not None
    ended = "" if detail.handover else ".ended"
    day = words.day(given.day, language=language)
    first = say(f"status.TRANSFERRED{ended}", language=language, agency=given.agency, day=day)
    if sums.overpaid_ore <= 0:
        return (first,)
    over = words.kronor(sums.overpaid_ore, language=language)
    return first, say("status.TRANSFERRED.paid_us", language=language, amount=over)


def _several(key: str, detail: InvoiceDetail, language: str) -> tuple[str, ...]:
    """That several owe it; of whom nothing is told."""
    return (say(f"status.{key}", language=language),) if detail.debtors > 1 else ()


def pay_by(detail: InvoiceDetail) -> date:
    """The day until which the person may pay: the latest that a letter has given."""
    given = [step.pay_by for step in detail.claim.steps_taken if step.pay_by is not None]
    given += [letter.pay_by for letter in detail.letters if letter.pay_by is not None]
    return max([detail.row.due_date, *given])


def is_late(detail: InvoiceDetail, *, today: date) -> bool:
    """The last day to pay has passed, by the invoice and by every letter, and nothing waits."""
    last = max(pay_by(detail), detail.claim.on_time_until)
    return detail.row.open_ore > 0 and today > last and not is_waiting(detail.row)


def _to_pay(detail: InvoiceDetail, *, today: date, language: str) -> str:
    main = detail.row.statuses[0]
    last = pay_by(detail)
    late = main in _BY_A_DAY and is_late(detail, today=today)
    if main is Status.DEBT_COLLECTION and detail.handover is None:
        amount = words.kronor(detail.row.to_pay_ore, language=language)
        return say("status.AUTHORITY", language=language, amount=amount)
    return say(
        _key(f"status.{main}.overdue" if late else f"status.{main}", detail),
        language=language,
        amount=words.kronor(detail.row.to_pay_ore, language=language),
        day=words.day(last, language=language),
        agency=detail.handover.agency if detail.handover else "",
    )


def _key(key: str, detail: InvoiceDetail) -> str:
    """Where several owe it, nothing is told as done or given by the one who reads."""
    together = f"{key}.together"
    return together if detail.debtors > 1 and together in TEXTS else key


def _settled_word(detail: InvoiceDetail, main: Status) -> str:
    """What is said of a settled invoice: its status, or what is more than that."""
    if main is Status.PAID and detail.claim.sums.written_off_ore > 0:
        return "REST"
    if main is Status.PAID_TOO_MUCH and detail.paying_back_ore > 0:
        return "PAYING_BACK"
    return main.value


def _settled(detail: InvoiceDetail, language: str) -> tuple[str, ...]:
    sums = detail.claim.sums
    main = detail.row.statuses[0]
    first = say(
        _key(f"status.{_settled_word(detail, main)}", detail),
        language=language,
        back=words.kronor(detail.paying_back_ore, language=language),
        overpaid=words.kronor(sums.overpaid_ore, language=language),
        rest=words.kronor(sums.written_off_ore, language=language),
    )
    paid = detail.row.paid_date
    if main in {Status.PAID, Status.PAID_TOO_MUCH} and paid is not None:
        day = words.day(paid, language=language)
        return first, say("status.paid_on", language=language, day=day)
    reasons = {each.reason for each in detail.movements if each.kind in _WITH_REASON}
    told = sorted(filter(None, reasons))
    return first, *(say("status.reason", language=language, reason=text) for text in told)
