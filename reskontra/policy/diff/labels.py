"""What each field of a rule, and each word that a rule may use, is called by a person.

    label("Step", "pay_within", language="sv")      -> "tid att betala"
    word(Together.ALL_OVERDUE, language="en")       -> "all that is overdue"

The one rule: a field has one name, the same wherever it stands, unless it means something else
there; a test walks every field and every word and misses none.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from reskontra.domain.texts import Texts

Table = Mapping[str, tuple[str, str]]

_OF_CREDITOR: Table = {
    "code": ("kod", "code"),
    "name": ("namn", "name"),
    "organization_number": ("organisationsnummer", "organization number"),
    "bankgiro": ("bankgiro", "bankgiro"),
    "address_lines": ("adress", "address"),
    "contact": ("kontakt", "contact"),
    "phone": ("telefon", "phone"),
    "email": ("e-post", "email"),
    "website": ("webbplats", "website"),
    "departments": ("förvaltning", "department"),
    "invoice_kinds": ("fakturatyp", "invoice kind"),
    "services": ("tjänster", "services"),
    "ocr_series": ("OCR-serie", "OCR series"),
    "agencies": ("inkassobolag", "collection agency"),
    "portal": ("portalen", "the portal"),
    "procedures": ("rutiner", "procedures"),
    "campaigns": ("kampanj", "campaign"),
    "refunds": ("återbetalning", "refunds"),
    "decisions": ("beslut", "decisions"),
    "second": ("två måste vara överens", "two must agree"),
    "shown_from_invoice_date": ("visas från fakturadatum", "shown from the invoice date"),
    "hidden_when_overdue": ("döljs när den varit förfallen", "hidden when overdue for"),
    "shown_to": ("visas för", "shown to"),
    "payment_registered_within": ("betalning syns inom", "payment is seen within"),
    "paper_arrives_within": ("pappersfaktura kommer inom", "paper arrives within"),
    "e_invoice_within": ("e-faktura kommer inom", "e-invoice comes within"),
    "e_invoice_url": ("sida för e-faktura", "page for e-invoice"),
    "kept_below_ore": ("betalas inte tillbaka under", "kept below"),
    "next_invoice_below_ore": ("dras från nästa faktura under", "off the next invoice below"),
    "accounts": ("konto", "account"),
    "addresses": ("adress för kopior", "address for copies"),
    "bound_kinds": ("bundna fakturatyper", "bound invoice kinds"),
}
_OF_PROCEDURE: Table = {
    "creditor": ("borgenär", "creditor"),
    "valid_from": ("gäller från", "valid from"),
    "version_by": ("versionen avgörs av", "the version goes by"),
    "scope": ("vad rutinen gäller", "scope"),
    "steps": ("steget", "the step"),
    "interest": ("ränta", "interest"),
    "allocation": ("betalningar räknas av i ordningen", "payments are allocated in the order"),
    "grounds": ("grunden för skulden", "the ground of the debt"),
    "carry": ("små belopp väntar", "small amounts wait"),
    "deferral": ("anstånd", "deferral"),
    "plan": ("avbetalningsplan", "installment plan"),
    "reference": ("källa", "source"),
    "title": ("titel", "title"),
    "url": ("webbadress", "web address"),
    "kinds": ("fakturatyper", "invoice kinds"),
    "debtors": ("gäldenärer", "debtors"),
    "facilities": ("anläggningar", "facilities"),
    "marks": ("märkning", "marks"),
    "party_has_only": ("parten har bara", "the party has only"),
}
_OF_STEP: Table = {
    "ordinal": ("plats", "place"),
    "label": ("namn", "name"),
    "does": ("vad som görs", "what is done"),
    "in_law": ("vad det är i lagen", "what it is in law"),
    "after": ("räknas från", "counted from"),
    "wait": ("väntan", "waiting"),
    "counted_from": ("räknas från", "counted from"),
    "also_after": ("dessutom efter", "also after"),
    "on_days": ("bara på dagarna", "only on the days"),
    "joins_next_invoice": ("kommer med nästa faktura, senast efter", "joins the next invoice"),
    "letter": ("brev", "letter"),
    "pay_within": ("tid att betala", "time to pay"),
    "pay_by_falls": ("sista betalningsdag på stängd dag", "pay-by day on a closed day"),
    "together": ("vilka fakturor som delar brev", "invoices that share a letter"),
    "in_letter_of": ("står i samma brev som", "stands in the letter of"),
    "states": ("belopp i brevet", "amount in the letter"),
    "adds_interest": ("ränta förs på fordran", "interest is added to the claim"),
    "text": ("egna ord i brevet", "own words in the letter"),
    "channels": ("skickas med", "sent by"),
    "pays_to": ("betalas till kontot", "paid to the account"),
    "copies_to": ("kopia till", "copy to"),
    "encloses": ("bilagor", "enclosures"),
    "fee": ("avgift", "fee"),
    "only_if": ("bara om", "only if"),
    "unless": ("inte om", "not if"),
    "needs": ("kräver bedömningen", "needs the finding"),
    "stopped_by": ("stoppas av", "stopped by"),
    "performed_by": ("utförs av", "performed by"),
    "to": ("till", "to"),
    "transfers_claim": ("inkassobolaget äger fordran", "the agency owns the claim"),
    "explanation": ("förklaring", "explanation"),
    "as_published": ("med källans ord", "in the source's own words"),
    "sv": ("på svenska", "in Swedish"),
    "en": ("på engelska", "in English"),
    "clearance": ("bedömning", "finding"),
    "by": ("görs av", "made by"),
    "time_out": ("längsta väntan", "waits at most"),
    "then": ("därefter", "after that"),
    "fresh_within": ("högst så gammal", "at most so old"),
    "after_part_payment": ("görs om efter delbetalning", "made again after a part payment"),
}
_OF_CONDITION: Table = {
    "open_at_least_ore": ("minst kvar att betala", "at least left to pay"),
    "open_at_most_ore": ("högst kvar att betala", "at most left to pay"),
    "part_paid": ("delbetald", "part paid"),
    "service_debt_at_least_ore": ("minst kvar för tjänsterna", "at least left of the services"),
    "overdue_at_least": ("förfallen minst", "overdue for at least"),
    "overdue_at_most": ("förfallen högst", "overdue for at most"),
    "taken": ("steg som tagits", "steps taken"),
    "not_taken": ("steg som inte tagits", "steps not taken"),
    "party": ("parten", "the party"),
    "overdue_at_least_ore": ("minst förfallet i allt", "at least overdue in all"),
    "invoices_overdue_at_least": ("minst så många förfallna", "at least so many overdue"),
    "of_kinds": ("av fakturatyperna", "of the invoice kinds"),
    "same_facility": ("om samma anläggning", "about the same facility"),
    "others_overdue_at_most": ("högst så många andra förfallna", "at most so many others overdue"),
    "steps_taken": ("steg tagna", "steps taken"),
    "paid_late": ("betalat för sent", "paid late"),
    "last_paid_on_time": ("så många senaste betalda i tid", "so many latest paid on time"),
    "has_only_services": ("har bara tjänsterna", "has only the services"),
    "within": ("inom", "within"),
    "at_least": ("minst", "at least"),
    "at_most": ("högst", "at most"),
}
_OF_TERMS: Table = {
    "amount_ore": ("belopp", "amount"),
    "ground": ("grund", "ground"),
    "ceiling": ("lagens tak", "the law's ceiling"),
    "vat_percent": ("moms", "VAT"),
    "charged_by": ("tas ut av", "charged by"),
    "rates": ("andra belopp", "other amounts"),
    "waived_if_paid_within": ("tas inte ut om betalt inom", "waived if paid within"),
    "rate": ("räntesats", "rate"),
    "reference_rate": ("referensränta", "reference rate"),
    "margin": ("procentenheter över", "points above"),
    "runs_from": ("löper från", "runs from"),
    "minimum_ore": ("tas inte ut under", "not charged below"),
    "free_under": ("räntefritt under", "free of interest under"),
    "not_for": ("inte för", "not for"),
    "after_demand": ("så länge efter kravet", "so long after the demand"),
    "below_ore": ("under", "below"),
    "at_latest": ("högst så länge", "so long at the most"),
    "unless_marks": ("inte om märkt", "not if marked"),
    "longest": ("längst", "longest"),
    "longest_from": ("längsta tiden räknas från", "the longest time is counted from"),
    "not_beyond": ("senast den", "not beyond"),
    "apply_within": ("begärs inom", "asked for within"),
    "not_after": ("inte efter steget", "not after the step"),
    "pay_now_percent": ("betalas först", "paid first"),
    "part_of_invoice": ("kan gälla en del", "may be for a part"),
    "grants": ("beviljas av", "granted by"),
    "role": ("av", "by"),
    "up_to_ore": ("upp till beloppet", "up to the amount"),
    "up_to": ("upp till tiden", "up to the time"),
    "parts_at_most": ("högst så många delar", "so many parts at most"),
    "part_at_least_ore": ("minsta del", "smallest part"),
    "every": ("tid mellan delarna", "time between the parts"),
    "first_part_within": ("första delen inom", "first part within"),
    "first_part_on_due_date": ("första delen på förfallodagen", "first part on the due date"),
    "notice_fee": ("aviavgift", "notice fee"),
    "late_within": ("får vara sen med", "may be late by"),
    "broken_by": ("bryts av", "broken by"),
    "when_broken": ("när den bryts", "when it is broken"),
    "administered_by": ("sköts av", "administered by"),
    "agency_from_parts": ("hos bolaget från så många delar", "at the agency from so many parts"),
    "interest_on": ("räntan betalas", "the interest is paid"),
    "notice": ("avi för varje del", "notice of each part"),
}
_OF_CAMPAIGN: Table = {
    "first_day": ("första dagen", "first day"),
    "last_day": ("sista dagen", "last day"),
    "invoiced": ("fakturadatum", "invoice dates"),
    "due": ("förfallodagar", "due dates"),
    "numbers": ("fakturor", "invoices"),
    "stops": ("stoppar alla steg", "stops every step"),
    "due_moves_to": ("förfallodagen flyttas till", "the due date moves to"),
    "interest_free": ("räntefri", "free of interest"),
    "interest_free_if_paid_by": ("räntefri om betald senast", "free of interest if paid by"),
    "fee_free": ("avgiftsfri", "free of fees"),
}
_OF_LAW: Table = {
    "values": ("från", "from"),
    "value": ("värde", "value"),
    "confirmed": ("bekräftat", "confirmed"),
    "confirmed_until": ("bekräftat till och med", "confirmed until"),
    "unverified": ("overifierat", "unverified"),
    "hold_kinds": ("spärr", "hold"),
    "recalls": ("återkallar från inkassobolaget", "calls back from the agency"),
    "permitted_by": ("får gå vidare efter bedömningen", "may go on by the finding"),
    "closes_portal": ("stänger inloggningen", "closes the portal"),
    "clearance_kinds": ("bedömning", "finding"),
    "mark_kinds": ("märkning", "mark"),
    "role_kinds": ("roll", "role"),
    "leaves_as": ("skickas som", "leaves as"),
    "mark": ("kräver märkningen", "needs the mark"),
    "texts": ("namn", "name"),
    "channel_kinds": ("sätt att skicka", "way to send"),
    "enclosure_kinds": ("bilaga", "enclosure"),
}
_FIELDS: Table = {
    **_OF_CREDITOR,
    **_OF_PROCEDURE,
    **_OF_STEP,
    **_OF_CONDITION,
    **_OF_TERMS,
    **_OF_CAMPAIGN,
    **_OF_LAW,
}
_WORDS: Table = {
    "Does.letter": ("brev", "letter"),
    "Does.hand_over": ("lämnas över", "hand over"),
    "Does.interest_invoice": ("räntefaktura", "interest invoice"),
    "Does.fee_invoice": ("avgiftsfaktura", "fee invoice"),
    "Does.charge_fee": ("avgift läggs på", "a fee is added"),
    "Does.write_off": ("skrivs av", "write off"),
    "Does.write_down": ("skrivs ned i bokföringen", "write down in the books"),
    "Does.await_report": ("någon annan gör det", "somebody else does it"),
    "InLaw.other": ("inget särskilt", "nothing special"),
    "InLaw.collection_demand": ("inkassokrav", "collection demand"),
    "InLaw.order_to_pay": ("betalningsföreläggande", "order to pay"),
    "InLaw.court": ("domstol", "court"),
    "InLaw.enforcement": ("verkställighet", "enforcement"),
    "InLaw.disconnection_warning": ("varning om avstängning", "warning of disconnection"),
    "InLaw.disconnection": ("avstängning", "disconnection"),
    "Together.each": ("varje faktura för sig", "each invoice by itself"),
    "Together.same_day": ("de som är i tur samma dag", "those of the same day"),
    "Together.all_overdue": ("allt som är förfallet", "all that is overdue"),
    "CountedFrom.pay_by": ("sista dagen att betala", "the pay-by day"),
    "CountedFrom.day": ("dagen då steget togs", "the day of the step"),
    "Falls.next_banking_day": ("nästa bankdag", "the next banking day"),
    "Falls.previous_banking_day": ("föregående bankdag", "the previous banking day"),
    "Falls.any_day": ("dagen ligger kvar", "the day stays"),
    "TimeOut.go_on": ("tas steget ändå", "the step is taken anyway"),
    "TimeOut.give_up": ("tas steget aldrig", "the step is never taken"),
    "States.open": ("allt som är kvar", "all that is left"),
    "States.principal": ("det som är kvar av fakturan", "what is left of the invoice"),
    "States.services": ("det som är kvar av tjänsterna", "what is left of the services"),
    "VersionBy.due_date": ("förfallodagen", "the due date"),
    "VersionBy.invoice_date": ("fakturadatum", "the invoice date"),
    "VersionBy.step_day": ("dagen för steget", "the day of the step"),
    "Part.principal": ("kapital", "principal"),
    "Part.fee": ("avgift", "fee"),
    "Part.interest": ("ränta", "interest"),
    "PartyKind.person": ("privatperson", "private person"),
    "PartyKind.organization": ("organisation", "organization"),
    "PartyKind.estate": ("dödsbo", "estate of a deceased person"),
    "FeeGround.agreement": ("avtal", "agreement"),
    "FeeGround.tariff": ("taxa", "tariff"),
    "FeeGround.law": ("lag", "law"),
    "LeavesAs.print": ("utskrift", "print"),
    "LeavesAs.message": ("meddelande med PDF", "a message with a PDF"),
    "LeavesAs.text": ("kort text", "a short text"),
    "LeavesAs.nothing": ("inget utskick", "nothing sent"),
    "InterestFrom.due_date": ("förfallodagen", "the due date"),
    "InterestFrom.banking_due_date": (
        "förfallodagen eller nästa bankdag",
        "the due date or the next banking day",
    ),
    "InterestFrom.demand": ("kravet", "the demand"),
    "TimeFrom.billed": ("fakturadatum", "the invoice date"),
    "TimeFrom.due": ("förfallodagen", "the due date"),
    "TimeFrom.decided": ("beslutsdagen", "the day it is granted"),
    "InterestOn.each_part": ("med varje del", "with each part"),
    "InterestOn.last_part": ("med den sista delen", "with the last part"),
    "InterestOn.separately": ("på en egen faktura", "on an invoice of its own"),
    "WhenBroken.resumes": ("går rutinen vidare", "the procedure goes on"),
    "WhenBroken.whole_due": ("ska allt betalas på en gång", "all is due at once"),
    "BrokenBy.missed": ("utebliven del", "a part that is missed"),
    "BrokenBy.lower": ("för liten del", "a part that is too small"),
    "BrokenBy.later_invoice_late": ("senare faktura betalas sent", "a later invoice paid late"),
}
_ELSEWHERE: Mapping[tuple[str, str], tuple[str, str]] = {
    ("Creditor", "services"): ("tjänst", "service"),
    ("Scope", "departments"): ("förvaltningar", "departments"),
    ("RefundRules", "interest"): ("ränta på återbetalning", "interest on refunds"),
    ("PlanTerms", "interest"): ("ränta under planen", "interest during the plan"),
    ("Condition", "services"): ("har tjänsterna", "has the services"),
    ("PartyCondition", "steps"): ("av stegen", "of the steps"),
    ("Campaign", "name"): ("kortnamn", "short name"),
    ("Procedure", "name"): ("kortnamn", "short name"),
    ("Step", "name"): ("kortnamn", "short name"),
}
"""Fields that mean something else here than in most places."""


def label(of: str, field: str, *, language: str) -> str:
    """What the field of this class is called; its own name when it has no other."""
    found = _ELSEWHERE.get((of, field)) or _FIELDS.get(field)
    return _in(found, language) if found else field.replace("_", " ")


def word(value: StrEnum, *, language: str) -> str:
    """What the word is called; itself when it has no other name."""
    found = _WORDS.get(f"{type(value).__name__}.{value.value}")
    return _in(found, language) if found else value.value.replace("_", " ")


def is_told(field: str) -> bool:
    """Whether the field has words."""
    return field in _FIELDS


def is_word(value: StrEnum) -> bool:
    """Whether the word has words."""
    return f"{type(value).__name__}.{value.value}" in _WORDS


def _in(pair: tuple[str, str], language: str) -> str:
    return Texts(sv=pair[0], en=pair[1]).say(language)
