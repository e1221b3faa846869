"""The letter that apologizes for a letter which should never have been sent.

    write(cursor, [LetterDone(key=41, state="printed", ...)], decided, policy=policy)

One for each such letter, in the recipient's language, with what is left to pay now. It asks for no
money. The one rule: it says what was wrong, why, and that nothing need be done about it.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import cast

from django.db.backends.utils import CursorWrapper

from reskontra.domain.claim import Claim
from reskontra.domain.identity import ocr_number
from reskontra.domain.letter import ApologyLetter, Language, LetterClaim, kind_of, to_json
from reskontra.domain.rules import Creditor, Policy
from reskontra.records import as_of, letters, parties, undoing
from reskontra.records.letter_heads import addressee_of, sender_of
from reskontra.records.letters import NewLetter, NewLetterClaim
from reskontra.records.parties import Recipient
from reskontra.records.undoing import UNDONE, Decision, LetterDone

PLACE = "99"
"""In an OCR number, where a step's letter has the step's place: no procedure has so many steps."""


def write(
    cursor: CursorWrapper, sent: Sequence[LetterDone], decided: Decision, *, policy: Policy
) -> None:
    """Add an apology for each of these letters; they leave with the next letters."""
    if not sent:
        return
    about = undoing.spoken_for(cursor, [each.key for each in sent])
    ids = sorted({invoice for invoices in about.values() for invoice in invoices})
    loaded = as_of.load(cursor, as_of.Wanted.invoices(ids))
    claims = {each.claim.key: each.claim for each in loaded}
    creditors = parties.creditors(cursor, sorted({each.creditor for each in sent}))
    recipients = parties.recipients(cursor, {each.party for each in sent})
    letters.add(
        cursor,
        [
            _letter(
                each,
                [claims[invoice] for invoice in about[each.key]],
                decided,
                policy.creditors[each.creditor],
                creditors[each.creditor],
                recipients[each.party],
            )
            for each in sent
        ],
    )


def _letter(
    wrong: LetterDone,
    claims: Collection[Claim],
    decided: Decision,
    creditor: Creditor,
    key: int,
    recipient: Recipient,
) -> NewLetter:
    number = ocr_number(f"{creditor.ocr_series}{wrong.key}{PLACE}")
    language = cast(Language, recipient.language)
    total_ore = sum(claim.open_ore for claim in claims)
    data = ApologyLetter(
        letter_number=number,
        day=decided.day,
        sender=sender_of(creditor),
        addressee=addressee_of(recipient),
        wrong_letter=wrong.template,
        wrong_day=wrong.day,
        reason=decided.reason,
        claims=tuple(_claim(claim, creditor, language) for claim in claims),
        total_ore=total_ore,
        ocr_number=number,
        language=language,
    )
    return NewLetter(
        key=f"{UNDONE}:{wrong.key}",
        creditor=key,
        party=wrong.party,
        template=kind_of(data),
        language=language,
        day=decided.day,
        pay_by=None,
        total_ore=total_ore,
        ocr_number=number,
        data=to_json(data),
        claims=tuple(NewLetterClaim(claim.key, False, claim.open_ore) for claim in claims),
    )


def _claim(claim: Claim, creditor: Creditor, language: Language) -> LetterClaim:
    sums = claim.sums
    return LetterClaim(
        invoice_number=claim.number,
        kind_label=creditor.invoice_kinds[claim.kind].say(language),
        invoice_date=claim.invoice_date,
        due_date=claim.due_date,
        billed_ore=sums.billed_ore,
        paid_ore=sums.billed_ore + sums.fee_ore + sums.interest_ore - claim.open_ore,
        fee_ore=sums.fee_ore,
        open_ore=claim.open_ore,
        ocr_number=claim.ocr_number,
        reminded=True,
        interest_ore=sums.interest_ore,
    )
