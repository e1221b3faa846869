"""One step of a procedure: what is done, after what, when, for whom, by whom, at what cost.

    Step(name="reminder", does=Does.LETTER, after="due", wait=Waiting.parse("7 working days"), ...)

The one rule: a step only says. `dunning.assess` decides, and the movers do.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from reskontra.domain.calendar import Span
from reskontra.domain.conditions import Condition
from reskontra.domain.course import Course
from reskontra.domain.schedule import Schedule
from reskontra.domain.terms import AuthorityCost, Fee
from reskontra.domain.texts import NO_TEXTS, Reference, Texts
from reskontra.domain.waiting import Waiting

BILLED = "billed"
DUE = "due"
PAID = "paid"
ANCHORS = frozenset({BILLED, DUE, PAID})
"""Days that every claim has, or will have: its invoice date, its due date, when it is settled."""

CREDITOR = "creditor"
AGENCY = "agency"
ENFORCEMENT_AUTHORITY = "enforcement_authority"
COLLECTION_DEMAND = "collection_demand"
NOTICE = "notice"
"""Letters that say something of themselves about the step that sends them."""


class Does(StrEnum):
    """What happens when a step is taken."""

    LETTER = "letter"
    HAND_OVER = "hand_over"
    INTEREST_INVOICE = "interest_invoice"
    """Late interest on an invoice of its own."""
    FEE_INVOICE = "fee_invoice"
    """The step's fee on an invoice of its own."""
    CHARGE_FEE = "charge_fee"
    """The step's fee is added to the claim, as an earlier letter said that it would be."""
    WRITE_OFF = "write_off"
    WRITE_DOWN = "write_down"
    """The books expect to lose what is left, and nothing changes for the one who owes it."""
    AWAIT_REPORT = "await_report"
    """Somebody else performs it; the step is taken when they report it."""
    PROPOSE_COURSE = "propose_course"
    """The step's table proposes which way the claim goes, for a person to decide."""
    APPLY = "apply"
    """We apply to the Enforcement Authority."""
    MONITOR = "monitor"
    """The claim rests and its limitation is watched."""


class Together(StrEnum):
    """Which claims of a party share one letter."""

    EACH = "each"
    SAME_DAY = "same_day"
    """Those whose step is taken the same day."""
    ALL_OVERDUE = "all_overdue"
    """As SAME_DAY, and every other overdue claim of the party is listed beside them."""


class CountedFrom(StrEnum):
    """Which day of an earlier step a waiting is counted from."""

    PAY_BY = "pay_by"
    """The last day to pay after it; the day it was taken when it has none."""
    DAY = "day"
    """The day it was taken."""


class Falls(StrEnum):
    """Where a pay-by day goes that is not a banking day."""

    NEXT_BANKING_DAY = "next_banking_day"
    PREVIOUS_BANKING_DAY = "previous_banking_day"
    """As for rent (jordabalken 12 kap. 20 §)."""
    BEFORE_DISCONNECTION = "before_disconnection"
    """A banking day that two working days follow: on the first of them the water is cut."""
    ANY_DAY = "any_day"
    """It stays."""


class TimeOut(StrEnum):
    """What happens when nobody has cleared a gate in time."""

    GO_ON = "go_on"
    """The step is taken without it."""
    GIVE_UP = "give_up"
    """The step is never taken."""


class States(StrEnum):
    """Which amount a letter demands."""

    OPEN = "open"
    """All that is left of the claim, with its fees and interest."""
    PRINCIPAL = "principal"
    """What is left of the invoice itself."""
    SERVICES = "services"
    """What is left of the services that the step's condition names."""


class InLaw(StrEnum):
    """What a step is in law, when the law asks something of such a step."""

    OTHER = "other"
    """Nothing that the law asks more of."""
    COLLECTION_DEMAND = "collection_demand"
    """Inkassokrav (inkassolagen (1974:182) 5 §)."""
    ORDER_TO_PAY = "order_to_pay"
    """Betalningsföreläggande (lagen (1990:746))."""
    COURT = "court"
    """A claim before a court."""
    ENFORCEMENT = "enforcement"
    """Of a verdict, or of a decision that may be enforced without one."""
    DISCONNECTION_WARNING = "disconnection_warning"
    """The written demand that comes before a disconnection (lagen (2006:412) 43 §)."""
    DISCONNECTION = "disconnection"
    """Of the services that the step's condition names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """A day to count from: an anchor, an earlier step, or a person's finding; and how long."""

    after: str
    wait: Waiting
    counted_from: CountedFrom = CountedFrom.PAY_BY


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """A gate: a person must have found something before the step is taken."""

    clearance: str
    by: str = ""
    """Who may say so; anybody in the office when nothing is said."""
    time_out: Waiting | None = None
    """Counted from the day the step could else be taken."""
    then: TimeOut = TimeOut.GIVE_UP
    fresh_within: Span | None = None
    """The finding may not be older than this when the step is taken."""
    after_part_payment: bool = False
    """A finding made before the latest payment does not count: it must be made again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CourseRow:
    """A row of the table that proposes a course: for which claims, and why."""

    course: Course
    only_if: Condition = field(default_factory=Condition)
    because: Texts


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step of a procedure, as a policy file words it."""

    name: str
    ordinal: int
    """Its place in the file, from 1: part of the OCR number of what it sends."""
    label: Texts
    does: Does
    in_law: InLaw = InLaw.OTHER
    after: str
    """An anchor (`billed`, `due`, `paid`), an earlier step, or a kind of clearance."""
    wait: Waiting
    counted_from: CountedFrom = CountedFrom.PAY_BY
    also_after: tuple[Anchor, ...] = ()
    """Other days that must have come too."""
    on_days: Schedule | None = None
    """The only days on which it is taken."""
    joins_next_invoice: Span | None = None
    """It waits for the party's next invoice; so long at the most, when none comes."""
    letter: str = ""
    pay_within: Waiting | None = None
    """How long there is to pay, from the day it is taken; by one clock or two."""
    pay_by_falls: Falls = Falls.NEXT_BANKING_DAY
    together: Together = Together.EACH
    in_letter_of: str = ""
    """A step in whose letter its words stand, when both are taken the same day."""
    states: States = States.OPEN
    adds_interest: bool = False
    """Late interest until the day is entered on the claim, and the letter shows its counting."""
    text: Texts | None = None
    """What the letter says in its own words."""
    channels: tuple[str, ...] = ()
    """How it is sent, the wished way first; as the creditor sends letters when none is given."""
    pays_to: str = ""
    """The account of the creditor's where its letter lets people pay; the usual one when empty."""
    copies_to: frozenset[str] = frozenset()
    encloses: frozenset[str] = frozenset()
    fee: Fee | None = None
    costs: tuple[AuthorityCost, ...] = ()
    """What an application adds to the claim, by law."""
    courses: tuple[CourseRow, ...] = ()
    """The table of a step that proposes a course; the first row that is true decides."""
    only_if: Condition = field(default_factory=Condition)
    unless: Condition | None = None
    """The step does not concern a claim of which all of this is true."""
    needs: tuple[Need, ...] = ()
    """What a person must have found first."""
    stopped_by: frozenset[str] | None = None
    """Kinds of hold that stop it; every kind when not given."""
    performed_by: str = CREDITOR
    to: str = ""
    """The agency that gets the claim; the creditor's only one when not said."""
    transfers_claim: bool = False
    """The agency owns the claim from then on; else it collects for the creditor."""
    by_register: bool = False
    """It is about a house's water, and taken only where the register knows the house."""
    explanation: Texts = NO_TEXTS
    """What the step means to the person who owes."""
    as_published: str = ""
    """The source's own words for its time, when they are not exact."""
    reference: Reference | None = None

    @property
    def collects(self) -> bool:
        """Whether it is debt collection, which one who was a minor is never met by."""
        return (
            self.does in (Does.HAND_OVER, Does.APPLY)
            or self.in_law is InLaw.COLLECTION_DEMAND
            or self.letter == COLLECTION_DEMAND
            or self.performed_by in (AGENCY, ENFORCEMENT_AUTHORITY)
        )

    @property
    def before_due(self) -> bool:
        """Whether it is meant for the time before the due date, as a notice that it nears."""
        return self.wait.before or (self.after == BILLED and self.letter == NOTICE)

    @property
    def asks_party(self) -> bool:
        """Whether it depends on other invoices of the party."""
        return (
            self.only_if.party is not None
            or any(row.only_if.party is not None for row in self.courses)
            or (self.unless is not None and self.unless.party is not None)
            or self.joins_next_invoice is not None
        )
