"""What the page of an installment plan says, and what the page of its invoices says of it.

The one rule: what to pay next, by when and with which number comes first.
"""

from __future__ import annotations

from reskontra.domain.texts import Texts

TEXTS = {
    "plan.title": Texts(sv="Avbetalningsplan", en="Installment plan"),
    "plan.caption": Texts(
        sv="Överenskommen {day} med {creditor}", en="Agreed on {day} with {creditor}"
    ),
    "plan.on_invoice": Texts(
        sv="Fakturan betalas i delar. Nästa del:",
        en="The invoice is paid in parts. The next part:",
    ),
    "plan.open": Texts(sv="Visa hela planen", en="Show the whole plan"),
    "plan.agency": Texts(
        sv="Planen sköts av {agency}. Betala delarna dit, och ställ frågor om planen till dem.",
        en="The plan is kept by {agency}. Pay the parts to them, and ask them about the plan.",
    ),
    "plan.standing.next": Texts(
        sv="Betala del {part} av {of}, {amount} kr, senast {day}.",
        en="Pay part {part} of {of}, {amount} kr, by {day}.",
    ),
    "plan.standing.late": Texts(
        sv="Del {part} av {of} skulle ha betalats {day}. Betala {amount} kr så snart du kan.",
        en="Part {part} of {of} was due on {day}. Pay {amount} kr as soon as you can.",
    ),
    "plan.standing.agency": Texts(
        sv="Planen gäller, och inkassobolaget sköter den.",
        en="The plan is in force, and the collection agency keeps it.",
    ),
    "plan.standing.ended": Texts(
        sv="Allt i planen är betalt, den {day}.", en="All of the plan was paid on {day}."
    ),
    "plan.standing.broken": Texts(
        sv="Planen gäller inte längre. Den bröts {day}.",
        en="The plan no longer holds. It was broken on {day}.",
    ),
    "plan.standing.called_off": Texts(
        sv="Planen avslutades {day}.", en="The plan was ended on {day}."
    ),
    "plan.parts": Texts(sv="Delarna", en="The parts"),
    "plan.parts.caption": Texts(
        sv="Delarna i planen: när, hur mycket och med vilket OCR-nummer",
        en="The parts of the plan: when, how much and by which OCR number",
    ),
    "plan.column.part": Texts(sv="Del", en="Part"),
    "plan.column.due": Texts(sv="Senast", en="Pay by"),
    "plan.column.amount": Texts(sv="Kronor", en="Kronor"),
    "plan.sum": Texts(sv="Summa", en="Sum"),
    "plan.with_fee": Texts(sv="varav avgift {amount}", en="of which fee {amount}"),
    "plan.with_interest": Texts(sv="varav ränta {amount}", en="of which interest {amount}"),
    "plan.part.paid": Texts(sv="Betald", en="Paid"),
    "plan.part.late": Texts(sv="Sen: {left} kr saknas", en="Late: {left} kr is missing"),
    "plan.part.part": Texts(sv="{left} kr kvar", en="{left} kr left"),
    "plan.invoices": Texts(sv="Fakturor i planen", en="Invoices in the plan"),
    "plan.invoice": Texts(
        sv="Faktura {number}, {kind}: {amount} kr när planen gjordes",
        en="Invoice {number}, {kind}: {amount} kr when the plan was made",
    ),
    "plan.if_broken": Texts(sv="Om planen inte hålls", en="If the plan is not kept"),
    "plan.interest": Texts(sv="Ränta", en="Interest"),
    "plan.trouble": Texts(
        sv="Kan du inte betala en del i tid? Hör av dig före den dagen.",
        en="Can you not pay a part in time? Get in touch with us before that day.",
    ),
    "letter.installment_plan": Texts(sv="Avbetalningsplan", en="Installment plan"),
    "letter.deferral": Texts(sv="Anstånd", en="More time to pay"),
}
