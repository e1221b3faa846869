"""A world of values: a story is lived in the domain alone, in milliseconds.

    differences(story, Pure(Cast(story, policy)))

Every invoice is looked at every night, so this world also shows that the database, which looks
only on the day that it has noted, notes the right days. The one rule: no file, no row, no clock.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from reskontra.domain.claim import Claim, Clearance, Debtor, Hold
from reskontra.domain.dealings import FEE_KIND
from reskontra.domain.debtors import as_seen_by, held_by
from reskontra.domain.ledger import EntryKind, LedgerAccount, sums
from reskontra.domain.matching import candidates
from reskontra.domain.night import Loaded, Plan, Taken
from reskontra.domain.nights import Nights
from reskontra.domain.owed import Owed
from reskontra.domain.relieving import relieved
from reskontra.domain.reporting import reported
from reskontra.domain.rules import Policy
from reskontra.domain.ruling import Ruled, under_rules
from reskontra.domain.step import Does
from reskontra.domain.visibility import Listing, place
from reskontra.nightly.stories import notation
from reskontra.nightly.stories.areas import AREAS, asking
from reskontra.nightly.stories.areas.agency import handed_over
from reskontra.nightly.stories.areas.water_values import Waters
from reskontra.nightly.stories.cast import Cast, Sent
from reskontra.nightly.stories.line import AskedLine, GivenLine
from reskontra.nightly.stories.notation import Booked, Did, Given, Money, StepBooked, Way
from reskontra.nightly.stories.pure_parts import Received, StepLived, added_up, ended, paid_first


class Pure:
    """The world of values."""

    def __init__(self, cast: Cast) -> None:
        """An empty world with the cast's parties in it."""
        self.cast = cast
        self.nights = Nights(cast.policy)
        self.owed: dict[str, Owed] = {}
        self.letters: list[notation.LetterSent] = []
        self.plans: list[tuple[date, Plan]] = []
        self._received: list[Received] = []
        self._unmatched_ore = self._bank_ore = 0
        self.asked: dict[str, tuple[asking.Asked, str]] = {}
        self.waters = Waters()
        self._agencies: dict[str, str] = {}
        self.taken: dict[tuple[str, str], StepLived] = {}
        """(invoice, step) -> the latest time that it was taken."""
        self._did: list[tuple[date, Did]] = []

    @property
    def policy(self) -> Policy:
        """The rules in force."""
        return self.cast.policy

    def claim(self, number: str) -> Claim:
        """The invoice as it stands now, with what its party owes the creditor else."""
        return self.nights.among_others(self.owed[number].claim)

    def did(self) -> Iterable[tuple[date, Did]]:
        """Everything that the system did."""
        return self._did

    def tell(self, day: date, did: Did) -> None:
        """The system does something else than in a night."""
        self._did.append((day, did))

    def unmatched_ore(self) -> int:
        """Money that found no invoice."""
        return self._unmatched_ore - self._kept()[LedgerAccount.UNMATCHED]

    def _kept(self) -> Counter[str]:
        """Debit less credit of every ledger account, on all invoices."""
        kept = Counter[str]()
        for entry in (each for owed in self.owed.values() for each in owed.entries):
            kept[entry.debit] += entry.amount_ore
            kept[entry.credit] -= entry.amount_ore
        return kept

    def place(self, amount_ore: int, number: str) -> None:
        """Let the earliest payment of the amount that found no invoice pay this one."""
        for received in self._received:
            free = not received.booked and not received.returned
            if free and received.amount_ore == amount_ore:
                key = self.owed[number].claim.key
                before_ore = self.owed[number].recovered_ore
                self.place_on(number, amount_ore, day=received.value_date)
                received.booked[key] = amount_ore
                received.recovered[key] = self.owed[number].recovered_ore - before_ore
                return

    def place_on(self, number: str, amount_ore: int, *, day: date) -> None:
        """Pay an invoice with money without one, which counts from the day."""
        owed = self.owed[number]
        over_ore = owed.place(amount_ore, order=self.nights.order_of(owed.claim), day=day)
        if over_ore:
            owed.pay_too_much(over_ore, day=day, money=LedgerAccount.UNMATCHED)

    def agency(self, number: str) -> str:
        """The name of the agency that has the invoice."""
        has_it = number in self.owed and self.owed[number].claim.handed_over
        return self._agencies[number] if has_it else ""

    def name_of(self, claim: Claim) -> str:
        """Who owes it."""
        return self.cast.names[claim.party]

    def answered(self, question: AskedLine, today: date) -> AskedLine:
        """The question of an area with the answer that the values give."""
        return question.from_values(self, today)

    def sees(self, name: str, number: str, *, today: date) -> str:
        """The list where the party sees the invoice."""
        claim, party = self.owed[number].claim, self.cast.names.index(name)
        rules = self.policy.creditors[claim.creditor].portal
        shown = place(as_seen_by(claim, party), rules, today=today)
        return shown.value if isinstance(shown, Listing) and claim.owed_by(party) else "not"

    def books(self) -> str:
        """All that came to the bank is on invoices, overpaid or unmatched; none is below zero."""
        kept = self._kept()
        if kept[LedgerAccount.BANK] + self._unmatched_ore != self._bank_ore:
            return f"have {kept[LedgerAccount.BANK]} öre on invoices of {self._bank_ore} received"
        low = [n for n, owed in self.owed.items() if owed.claim.open_ore < 0]
        return f"have less than nothing on {' '.join(low)}" if low else "balance"

    def give(self, day: date, given: Sequence[Given]) -> None:
        """Take in what is given, as the system's doors do."""
        for event in given:
            self._give(day, event)

    def _give(self, day: date, event: Given) -> None:
        match event:
            case notation.InvoiceSent(number=number):
                self._send(self.cast.invoice(number), day)
            case Money(reversal=False):
                self._pay(day, event)
            case Money():
                self._take_back(day, event)
            case notation.Credited(number=number, amount_ore=amount_ore):
                self.owed[number].credit(amount_ore, day=day)
            case notation.Withdrawn(number=number):
                self.owed[number].withdraw(day=day)
            case notation.NoRun():
                pass
            case _:
                self._decide(day, event)

    def _decide(self, day: date, event: notation.Decided) -> None:
        match event:
            case notation.HoldSet():
                self._hold(day, event)
            case notation.HoldEnded(kind=kind, whom=whom):
                self._lift(day, kind, whom)
            case notation.Cleared(kind=kind, number=number):
                claim = self.owed[number].claim
                self.owed[number].claim = replace(
                    claim, clearances=(*claim.clearances, Clearance(kind=kind, day=day))
                )
            case notation.Reported():
                self._report(day, event)
            case notation.InterestRelieved():
                self._relieve(day, event)
            case GivenLine():
                event.in_values(self, day)

    def ruled(self, number: str, day: date) -> Ruled:
        """The invoice as it stands now, with the procedure that it follows."""
        return under_rules(self.claim(number), self.policy, today=day)

    def _report(self, day: date, event: notation.Reported) -> None:
        ruled = self.ruled(event.number, day)
        taken = reported(ruled.claim, ruled.procedure, event.step, day=day, rate=event.rate)
        entries = self.owed[event.number].take(taken, day=day)
        self.taken[event.number, event.step] = StepLived(None, tuple(entries))
        self._did += [(day, did) for did in self._told(taken)]

    def _relieve(self, day: date, event: notation.InterestRelieved) -> None:
        relief = event.relief
        ruled, owed = self.ruled(event.number, day), self.owed[event.number]
        credited_ore = relieved(ruled.claim, ruled.procedure, relief).credited_ore
        owed.claim = replace(owed.claim, reliefs=(*owed.claim.reliefs, relief))
        owed.credit_interest(credited_ore, day=day)

    def _send(self, sent: Sent, day: date) -> None:
        several = len({service for service, _ in sent.lines}) > 1
        claim = Claim(
            key=len(self.owed) + 1,
            number=sent.number,
            ocr_number=sent.ocr_number,
            creditor=sent.creditor.code,
            party=self.cast.names.index(sent.name),
            debtor=sent.debtor,
            kind=sent.kind,
            services=frozenset(service for service, _ in sent.lines),
            invoice_date=sent.invoice_date,
            due_date=sent.due_date,
            sums=sums(()),
            department=sent.department,
            facility=sent.facility,
            marks=frozenset(sent.marks),
            billed_by_service=tuple(added_up(sent.lines)) if several else (),
            born=self.cast.born(sent.name),
            holds=() if sent.others else self._holds_of(sent.name),
            debtors=self._together(sent),
        )
        self.owed[sent.number] = self.nights.invoice(
            claim, kind=EntryKind.INVOICE, amount_ore=sent.amount_ore, day=day
        )

    def _together(self, sent: Sent) -> tuple[Debtor, ...]:
        """Everybody who owes it, when they are several."""
        names = (sent.name, *sent.others) if sent.others else ()
        return tuple(
            Debtor(
                party=self.cast.names.index(name),
                kind=self.cast.debtor(name),
                born=self.cast.born(name),
                holds=self._holds_of(name),
            )
            for name in names
        )

    def _pay(self, day: date, money: Money) -> None:
        """Pay the invoices that the payment is for, the earliest due first."""
        targets = self._targets(money)
        before = {number: self.owed[number].recovered_ore for number in targets}
        booked = self.nights.pay(
            [self.claim(number).key for number in targets],
            money.amount_ore,
            value_date=money.value_date or day,
            day=day,
        )
        self._bank_ore += money.amount_ore
        self._unmatched_ore += money.amount_ore - booked.total()
        recovered = Counter[int]()
        for number, ore in before.items():
            recovered[self.claim(number).key] = self.owed[number].recovered_ore - ore
        self._received.append(
            Received(
                amount_ore=money.amount_ore,
                booked=booked,
                said=money.said,
                value_date=money.value_date or day,
                recovered=recovered,
            )
        )

    def _targets(self, money: Money) -> list[str]:
        if money.way is Way.INVOICE:
            return [money.said]
        if money.way is Way.PART:
            return self._in_plan_with(money.number)
        if money.way is Way.REMINDER:
            letter = next(
                each for each in reversed(self.letters) if money.said in (*each.taken, *each.listed)
            )
            return sorted(
                (*letter.taken, *letter.listed),
                key=lambda n: paid_first(self.claim(n), self.policy),
            )
        references, texts = ((money.said,), ()) if money.said.isdigit() else ((), (money.said,))
        by_ocr_number = {
            owed.claim.ocr_number: number
            for number, owed in self.owed.items()
            if owed.claim.creditor == self.cast.home.code
        }
        found = candidates(references=references, texts=texts)
        return [by_ocr_number[each] for each in found if each in by_ocr_number][:1]

    def _in_plan_with(self, number: str) -> list[str]:
        """The invoices of the latest plan that the invoice has been in, the earliest due first."""
        key = self.owed[number].claim.plans[-1].key
        return sorted(
            (n for n, each in self.owed.items() if key in {it.key for it in each.claim.plans}),
            key=lambda each: (self.claim(each).due_date, self.claim(each).key),
        )

    def _take_back(self, day: date, money: Money) -> None:
        """Take back the earliest payment of the amount for the same invoices."""
        keys = {self.claim(number).key for number in self._targets(money)}
        self._bank_ore -= money.amount_ore
        for received in self._received:
            mine = not keys.isdisjoint(received.booked) if keys else received.said == money.said
            if mine and not received.returned and received.amount_ore == money.amount_ore:
                received.returned = True
                for key, amount_ore in received.booked.items():
                    owed = self.nights.owed[key]
                    order = self.nights.order_of(owed.claim)
                    owed.take_back(
                        amount_ore,
                        order=order,
                        day=money.value_date or day,
                        recovered_ore=received.recovered[key],
                    )
                self._unmatched_ore -= received.amount_ore - received.booked.total()
                return
        self._unmatched_ore -= money.amount_ore

    def _hold(self, day: date, event: notation.HoldSet) -> None:
        hold = Hold(kind=event.kind, first_day=day, last_day=event.last_day, reason=event.reason)
        if event.whom in self.owed:
            owed = self.owed[event.whom]
            owed.claim = replace(owed.claim, holds=(hold, *owed.claim.holds))
        else:
            self._hold_party(event.whom, (*self._holds_of(event.whom), hold))

    def _lift(self, day: date, kind: str, whom: str) -> None:
        """End the holds on the invoice itself, or those on the party as a whole."""
        last_day = day - timedelta(days=1)
        if whom not in self.owed:
            self._hold_party(whom, tuple(ended(self._holds_of(whom), kind, last_day)))
            return
        owed = self.owed[whom]
        whole = () if owed.claim.debtors else self._holds_of(self.name_of(owed.claim))
        own = [hold for hold in owed.claim.holds if hold not in whole]
        owed.claim = replace(owed.claim, holds=(*ended(own, kind, last_day), *whole))

    def _holds_of(self, name: str) -> tuple[Hold, ...]:
        """The holds on the party as a whole."""
        return self.nights.party_holds.get(self.cast.names.index(name), ())

    def _hold_party(self, name: str, holds: tuple[Hold, ...]) -> None:
        """Let these be the holds on all that the party owes."""
        party, before = self.cast.names.index(name), self._holds_of(name)
        self.nights.party_holds[party] = holds
        for owed in self.owed.values():
            claim = owed.claim
            if claim.debtors:
                debtors = held_by(claim.debtors, self.nights.party_holds)
                owed.claim = replace(claim, debtors=debtors)
            elif claim.party == party:
                own = [hold for hold in claim.holds if hold not in before]
                owed.claim = replace(claim, holds=(*own, *holds))

    def live_night(self, day: date) -> None:
        """Let the domain plan the night, and let the plan happen."""
        take = self.nights.with_dealings
        night = self.nights.live(day, [Loaded(take(o.claim), day) for o in self.owed.values()])
        self.plans.append((day, night.plan))
        for bundle in night.plan.bundles:
            letter = notation.LetterSent(
                step=bundle.step.name,
                name=self.cast.names[bundle.party],
                taken=tuple(claim.number for claim in bundle.acted),
                listed=tuple(claim.number for claim in bundle.listed),
                pay_by=bundle.pay_by,
            )
            self.letters.append(letter)
            self._did.append((day, letter))
        for taken in night.plan.taken:
            entries = night.booked[taken.claim.key, taken.step.name]
            self.taken[taken.claim.number, taken.step.name] = StepLived(day, entries)
        own = [(due.taken, due.number) for due in night.plan.interest]
        own += [(due.taken, due.number) for due in night.plan.fees]
        for taken, number in own:
            self.taken[taken.claim.number, taken.step.name].own_invoice = number
        self._did += [(day, did) for taken in night.plan.taken for did in self._told(taken)]
        self._did += [(day, self._made(claim)) for claim in (*night.interest, *night.fees)]
        for area in AREAS:
            self._did += [(day, did) for did in area.night_in_values(self, day)]

    def _made(self, claim: Claim) -> Did:
        """An invoice that we have made ourselves."""
        self.owed[claim.number] = self.nights.owed[claim.key]
        fee = claim.kind == FEE_KIND
        made = notation.FeeInvoiced if fee else notation.InterestInvoiced
        return made(
            number=claim.number,
            name=self.name_of(claim),
            amount_ore=claim.open_ore,
            due_date=claim.due_date,
        )

    def _told(self, taken: Taken) -> Iterator[Did]:
        """What is told of a step besides the letter that may tell of it."""
        step, claim = taken.step, taken.claim
        if taken.interest_ore:
            yield StepBooked(Booked.INTEREST, claim.number, taken.interest_ore)
        if step.does is Does.CHARGE_FEE:
            yield StepBooked(Booked.FEE, claim.number, taken.fee_ore)
        if step.does is Does.WRITE_OFF:
            yield StepBooked(Booked.WRITE_OFF, claim.number, claim.open_ore)
        if step.does is Does.WRITE_DOWN:
            yield StepBooked(Booked.WRITE_DOWN, claim.number, taken.written_down_ore)
        if step.does is Does.HAND_OVER:
            name = self.name_of(claim)
            agency = self.policy.creditors[claim.creditor].agency_of(step)
            owed = self.owed[claim.number]
            owed.claim = replace(owed.claim, came_back=None)
            self._agencies[claim.number] = agency.name if agency else ""
            yield handed_over(taken, name=name)
