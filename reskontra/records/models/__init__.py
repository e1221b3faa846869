"""The tables, one file a noun, or a few that live together."""

from reskontra.records.models.agency import (
    AgencyMessage,
    AgencyMessageNote,
    AgencyMessageWaiting,
    AgencyPayout,
    AgencyPayoutSettled,
    Handover,
    HandoverEvent,
)
from reskontra.records.models.audit import AccessRecord
from reskontra.records.models.decision import Decision, DecisionOutcome
from reskontra.records.models.dunning import (
    Clearance,
    Hold,
    HoldLifted,
    InterestRelief,
    Rule,
    Run,
    RunFailure,
    RunOutcome,
    StepReport,
    StepTaken,
)
from reskontra.records.models.enforcement import (
    CourseDecision,
    CourseProposal,
    EnforcementCase,
    EnforcementEvent,
    LimitationBreak,
)
from reskontra.records.models.invoice import (
    ClaimState,
    Creditor,
    Invoice,
    InvoiceDebtor,
    InvoiceFile,
    InvoiceLine,
    PaymentReference,
)
from reskontra.records.models.ledger import Entry
from reskontra.records.models.letter import Letter, LetterClaim, LetterEvent, LetterFile
from reskontra.records.models.party import Party
from reskontra.records.models.payment import BankDay, Payment, PaymentFile
from reskontra.records.models.payout import Payout, PayoutEvent
from reskontra.records.models.plan import (
    Installment,
    Plan,
    PlanCharge,
    PlanClaim,
    PlanEvent,
    PlanInForce,
)
from reskontra.records.models.representative import (
    LetterReader,
    Representative,
    RepresentativeAddress,
    RepresentativeEnded,
)
from reskontra.records.models.request import Request, RequestAnswer
from reskontra.records.models.session import OfficeSession
from reskontra.records.models.undoing import StepUndone, Undoing

__all__ = [
    "AccessRecord",
    "AgencyMessage",
    "AgencyMessageNote",
    "AgencyMessageWaiting",
    "AgencyPayout",
    "AgencyPayoutSettled",
    "BankDay",
    "ClaimState",
    "Clearance",
    "CourseDecision",
    "CourseProposal",
    "Creditor",
    "Decision",
    "DecisionOutcome",
    "EnforcementCase",
    "EnforcementEvent",
    "Entry",
    "Handover",
    "HandoverEvent",
    "Hold",
    "HoldLifted",
    "Installment",
    "InterestRelief",
    "Invoice",
    "InvoiceDebtor",
    "InvoiceFile",
    "InvoiceLine",
    "Letter",
    "LetterClaim",
    "LetterEvent",
    "LetterFile",
    "LetterReader",
    "LimitationBreak",
    "OfficeSession",
    "Party",
    "Payment",
    "PaymentFile",
    "PaymentReference",
    "Payout",
    "PayoutEvent",
    "Plan",
    "PlanCharge",
    "PlanClaim",
    "PlanEvent",
    "PlanInForce",
    "Representative",
    "RepresentativeAddress",
    "RepresentativeEnded",
    "Request",
    "RequestAnswer",
    "Rule",
    "Run",
    "RunFailure",
    "RunOutcome",
    "StepReport",
    "StepTaken",
    "StepUndone",
    "Undoing",
]
