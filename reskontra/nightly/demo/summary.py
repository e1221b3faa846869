"""Tells what a life came to, as a page of text.

    for line in told(figures, language="sv"):
        print(line)

The one rule: every number comes from `figures`; nothing is counted here.
"""

from __future__ import annotations

from collections.abc import Iterator

from reskontra.domain.ledger import EntryKind, LedgerAccount
from reskontra.domain.money import NO_BREAK_SPACE, format_kronor
from reskontra.domain.texts import Texts
from reskontra.nightly.demo.figures import Figures, Total

WIDTH = 72
NUMBER_WIDTH = 10
AMOUNT_WIDTH = 19

_HEADINGS = {
    "invoices": Texts(sv="Fakturor", en="Invoices"),
    "paid": Texts(sv="Hur de betalades", en="How they were paid"),
    "dunning": Texts(sv="Vad som hände sedan", en="What happened then"),
    "letters": Texts(sv="Brev", en="Letters"),
    "ledger": Texts(sv="Pengar, konto för konto", en="Money, account by account"),
    "checks": Texts(sv="Det som alltid ska gälla", en="What must always hold"),
}
_LETTERS = {
    "reminder": Texts(sv="Påminnelser", en="Reminders"),
    "invoice": Texts(sv="Räntefakturor", en="Interest invoices"),
    "collection_demand": Texts(sv="Inkassokrav", en="Collection demands"),
    "installment_plan": Texts(sv="Avbetalningsplaner", en="Installment plans"),
    "notice": Texts(sv="Andra meddelanden", en="Other notices"),
    "apology": Texts(sv="Brev med ursäkt", en="Letters of apology"),
}
_ACCOUNTS = {
    LedgerAccount.RECEIVABLE: Texts(sv="Kundfordringar", en="Receivable"),
    LedgerAccount.FEE_RECEIVABLE: Texts(sv="Fordringar, avgifter", en="Receivable, fees"),
    LedgerAccount.INTEREST_RECEIVABLE: Texts(sv="Fordringar, ränta", en="Receivable, interest"),
    LedgerAccount.BANK: Texts(sv="Bank", en="Bank"),
    LedgerAccount.BANK_OUT: Texts(sv="Bank, utbetalningar", en="Bank, paid back from"),
    LedgerAccount.AGENCY: Texts(sv="Hos inkassobolag", en="At collection agencies"),
    LedgerAccount.AGENCY_COST: Texts(sv="Inkassobolagens kostnader", en="Costs of agencies"),
    LedgerAccount.SOLD: Texts(sv="Sålt till inkassobolag", en="Sold to agencies"),
    LedgerAccount.UNMATCHED: Texts(sv="Omatchat", en="Unmatched"),
    LedgerAccount.OVERPAID: Texts(sv="Överbetalt", en="Overpaid"),
    LedgerAccount.INCOME: Texts(sv="Intäkter", en="Income"),
    LedgerAccount.FEE_INCOME: Texts(sv="Intäkter, avgifter", en="Income, fees"),
    LedgerAccount.INTEREST_INCOME: Texts(sv="Intäkter, ränta", en="Income, interest"),
    LedgerAccount.CREDITED: Texts(sv="Krediterat", en="Credited"),
    LedgerAccount.WITHDRAWN: Texts(sv="Borttaget", en="Withdrawn"),
    LedgerAccount.WRITTEN_OFF: Texts(sv="Avskrivet", en="Written off"),
    LedgerAccount.EXPECTED_LOSS: Texts(sv="Befarade kundförluster", en="Expected losses"),
    LedgerAccount.WRITTEN_DOWN: Texts(sv="Nedskrivna kundfordringar", en="Written down"),
}


def told(figures: Figures, *, language: str) -> Iterator[str]:
    """The page, a line at a time."""
    page = _Page(language)
    yield from page.section("invoices", _invoices(figures, page))
    yield from page.section("paid", _paid(figures, page))
    yield from page.section("dunning", _dunning(figures, page))
    yield from page.section("letters", _letters(figures, page))
    yield from page.section("ledger", _ledger(figures, page))
    yield from page.section("checks", _checks(figures, page))


class _Page:
    """Lines of one width, in one language."""

    def __init__(self, language: str) -> None:
        self.language = language

    def say(self, sv: str, en: str) -> str:
        return Texts(sv=sv, en=en).say(self.language)

    def section(self, name: str, lines: Iterator[str]) -> Iterator[str]:
        heading = _HEADINGS[name].say(self.language)
        yield ""
        yield f"── {heading} ".ljust(WIDTH, "─")
        yield from lines

    def number(self, count: int) -> str:
        grouped = f"{count:,}"
        return grouped if self.language == "en" else grouped.replace(",", NO_BREAK_SPACE)

    def counted(self, label: str, count: int, beside: str = "") -> str:
        """A label, a number, and an amount or a share beside it."""
        room = WIDTH - NUMBER_WIDTH - AMOUNT_WIDTH - 2
        number = self.number(count).rjust(NUMBER_WIDTH)
        return f"  {label.ljust(room)}{number}{beside.rjust(AMOUNT_WIDTH)}".rstrip()

    def summed(self, label: str, total: Total) -> str:
        return self.counted(label, total.count, self.kronor(total.amount_ore))

    def kronor(self, ore: int) -> str:
        return f"{format_kronor(ore, language=self.language)}{NO_BREAK_SPACE}kr"

    def share(self, count: int, of: int) -> str:
        tenths = (2000 * count + of) // (2 * of) if of else 0
        comma = "." if self.language == "en" else ","
        return f"{tenths // 10}{comma}{tenths % 10}{NO_BREAK_SPACE}%"


def _invoices(figures: Figures, page: _Page) -> Iterator[str]:
    yield page.counted(page.say("Personer", "Persons"), figures.persons)
    yield page.counted(page.say("Organisationer", "Organizations"), figures.organizations)
    yield page.summed(page.say("Fakturor", "Invoices"), figures.invoices)
    for kind, label in (
        (EntryKind.CREDIT, page.say("Krediterade, en del", "Credited, a part")),
        (EntryKind.WITHDRAWAL, page.say("Borttagna", "Withdrawn")),
    ):
        yield page.summed(label, figures.by_kind.get(kind, Total(count=0, amount_ore=0)))


def _paid(figures: Figures, page: _Page) -> Iterator[str]:
    due = figures.in_time + figures.late + figures.unpaid
    for label, count in (
        (page.say("Betalda i tid", "Paid in time"), figures.in_time),
        (page.say("Betalda för sent", "Paid late"), figures.late),
        (page.say("Förfallna, inte betalda", "Overdue, not paid"), figures.unpaid),
    ):
        yield page.counted(label, count, page.share(count, due))
    yield page.counted(page.say("Inbetalningar", "Payments"), figures.payments)
    yield page.counted(page.say("Bankfiler", "Bank files"), figures.bank_files)
    unmatched = -figures.ledger.get(LedgerAccount.UNMATCHED, 0)
    label = page.say("Inbetalningar utan faktura", "Payments that found no invoice")
    yield page.counted(label, figures.unmatched, page.kronor(unmatched))


def _dunning(figures: Figures, page: _Page) -> Iterator[str]:
    yield page.counted(page.say("Fakturor påminda om", "Invoices reminded of"), figures.reminded)
    label = page.say("Lämnade till inkasso", "Handed over for collection")
    yield page.summed(label, figures.handed_over)
    yield page.summed(page.say("Räntefakturor", "Interest invoices"), figures.interest_invoices)
    nothing = Total(count=0, amount_ore=0)
    for kind, label in (
        (EntryKind.FEE, page.say("Påminnelseavgifter", "Reminder fees")),
        (EntryKind.WRITE_OFF, page.say("Små rester avskrivna", "Small rests written off")),
        (EntryKind.REVERSAL, page.say("Återtagna av banken", "Taken back by the bank")),
    ):
        yield page.summed(label, figures.by_kind.get(kind, nothing))


def _letters(figures: Figures, page: _Page) -> Iterator[str]:
    for template, count in figures.letters.items():
        label = _LETTERS[template].say(page.language) if template in _LETTERS else template
        yield page.counted(label, count)


def _ledger(figures: Figures, page: _Page) -> Iterator[str]:
    for account in LedgerAccount:
        if account in figures.ledger:
            label = _ACCOUNTS[account].say(page.language)
            amount = page.kronor(figures.ledger[account])
            yield f"  {label.ljust(WIDTH - AMOUNT_WIDTH - 2)}{amount.rjust(AMOUNT_WIDTH)}"
    total = page.kronor(sum(figures.ledger.values()))
    label = page.say("Summa: debet minus kredit", "Sum: debit less credit")
    yield f"  {label.ljust(WIDTH - AMOUNT_WIDTH - 2)}{total.rjust(AMOUNT_WIDTH)}"


def _checks(figures: Figures, page: _Page) -> Iterator[str]:
    held = sum(1 for faults in figures.checks.values() if not faults)
    yield page.say(
        f"  {held} av {len(figures.checks)} kontroller håller (reskontra check)",
        f"  {held} of {len(figures.checks)} checks hold (reskontra check)",
    )
    for title, faults in figures.checks.items():
        if faults:
            yield f"  RED  {title}"
            yield from (f"       {fault}" for fault in faults)
