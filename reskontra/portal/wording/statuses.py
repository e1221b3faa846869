"""The status words as a person says them: a short one for the tag, and a sentence.

Example: DEBT_COLLECTION is "Under indrivning", and the sentence says whom to pay.

The one rule: calm and exact. A reminder is not a debt recovery measure, and nothing threatens.
"""

from __future__ import annotations

from reskontra.domain.texts import Texts

TEXTS = {
    "tag.VOID": Texts(sv="Borttagen", en="Removed"),
    "tag.CREDITED": Texts(sv="Krediterad", en="Credited"),
    "tag.WRITTEN_OFF": Texts(sv="Behöver inte betalas", en="Need not be paid"),
    "tag.TRANSFERRED": Texts(sv="Överlåten", en="Transferred"),
    "tag.PAID_TOO_MUCH": Texts(sv="För mycket betalt", en="Paid too much"),
    "tag.PAID": Texts(sv="Betald", en="Paid"),
    "tag.DISPUTED": Texts(sv="Invändning prövas", en="Objection under review"),
    "tag.DEFERRED": Texts(sv="Anstånd", en="More time to pay"),
    "tag.INSTALLMENT_PLAN": Texts(sv="Avbetalningsplan", en="Installment plan"),
    "tag.DEBT_COLLECTION": Texts(sv="Under indrivning", en="In debt collection"),
    "tag.PARTIALLY_PAID": Texts(sv="Delvis betald", en="Partly paid"),
    "tag.REMINDER": Texts(sv="Påmind", en="Reminded"),
    "tag.SENT": Texts(sv="Att betala", en="To pay"),
    "tag.PARTLY_DISPUTED": Texts(sv="En del prövas", en="A part under review"),
    "tag.OVERDUE": Texts(sv="Förfallen", en="Overdue"),
    "status.VOID": Texts(
        sv="Fakturan var felaktig och har tagits bort. Du ska inte betala den.",
        en="The invoice was wrong and has been removed. You are not to pay it.",
    ),
    "status.CREDITED": Texts(
        sv="Fakturan är krediterad. Du behöver inte betala den.",
        en="The invoice has been credited. You need not pay it.",
    ),
    "status.WRITTEN_OFF": Texts(
        sv="Fakturan är avskriven. Du behöver inte betala den.",
        en="The invoice has been written off. You need not pay it.",
    ),
    "status.TRANSFERRED": Texts(
        sv="Fakturan överläts till {agency} den {day}. Betala till dem, inte till oss.",
        en="The invoice was transferred to {agency} on {day}. Pay them, not us.",
    ),
    "status.TRANSFERRED.ended": Texts(
        sv=(
            "Fakturan överläts till {agency} den {day}, och de har avslutat ärendet. Frågor om den "
            "ställer du till dem."
        ),
        en=(
            "The invoice was transferred to {agency} on {day}, and they have closed the case. Put "
            "questions about it to them."
        ),
    ),
    "status.TRANSFERRED.paid_us": Texts(
        sv=(
            "Det finns {amount} kr hos oss som inte betalar fakturan. Kontakta oss så ordnar vi "
            "det."
        ),
        en=(
            "We hold {amount} kr that does not pay the invoice. Contact us and we will put it "
            "right."
        ),
    ),
    "status.PAID_TOO_MUCH": Texts(
        sv=(
            "Fakturan är betald, och du har betalat {overpaid} kr för mycket. Kontakta oss så "
            "ordnar vi det."
        ),
        en=(
            "The invoice is paid, and you have paid {overpaid} kr too much. Contact us and we "
            "will put it right."
        ),
    ),
    "status.PAYING_BACK": Texts(
        sv="Fakturan är betald, och vi betalar tillbaka {back} kr till dig.",
        en="The invoice is paid, and we are paying {back} kr back to you.",
    ),
    "status.PAID": Texts(
        sv="Fakturan är betald. Du behöver inte göra något.",
        en="The invoice is paid. You need not do anything.",
    ),
    "status.REST": Texts(
        sv="Fakturan räknas som betald. Resten, {rest} kr, behöver du inte betala.",
        en="The invoice counts as paid. You need not pay the rest, {rest} kr.",
    ),
    "status.DISPUTED": Texts(
        sv="Du har invänt mot fakturan. Inget mer händer medan vi prövar det.",
        en="You have objected to the invoice. Nothing more happens while we look into it.",
    ),
    "status.PARTLY_DISPUTED": Texts(
        sv=(
            "Du har invänt mot {amount} kr. Den delen behöver du inte betala medan vi prövar det. "
            "Resten ska betalas som vanligt."
        ),
        en=(
            "You have objected to {amount} kr. You need not pay that part while we look into it. "
            "The rest is to be paid as usual."
        ),
    ),
    "status.DEFERRED": Texts(
        sv="Du har fått mer tid att betala. Inget mer händer under den tiden.",
        en="You have been given more time to pay. Nothing more happens during that time.",
    ),
    "status.INSTALLMENT_PLAN": Texts(
        sv="Du betalar fakturan enligt en avbetalningsplan.",
        en="You pay the invoice by an installment plan.",
    ),
    "status.DEBT_COLLECTION": Texts(
        sv="Fakturan är lämnad till {agency}. Betala till dem, inte till oss.",
        en="The invoice has been handed over to {agency}. Pay them, not us.",
    ),
    "status.PARTIALLY_PAID": Texts(
        sv="Du har betalat en del. {amount} kr är kvar att betala, senast {day}.",
        en="You have paid a part. {amount} kr is left to pay, by {day}.",
    ),
    "status.PARTIALLY_PAID.overdue": Texts(
        sv="Du har betalat en del. {amount} kr är kvar, och skulle ha betalats senast {day}.",
        en="You have paid a part. {amount} kr is left, and should have been paid by {day}.",
    ),
    "status.REMINDER": Texts(
        sv=(
            "Vi har inte sett din betalning och har skickat en påminnelse. "
            "Betala {amount} kr senast {day}."
        ),
        en="We have not seen your payment and have sent a reminder. Pay {amount} kr by {day}.",
    ),
    "status.REMINDER.overdue": Texts(
        sv=(
            "Vi har skickat en påminnelse, och tiden för den gick ut {day}. "
            "Betala {amount} kr så snart du kan."
        ),
        en=(
            "We have sent a reminder, and its time ran out on {day}. "
            "Pay {amount} kr as soon as you can."
        ),
    ),
    "status.SENT": Texts(
        sv="Betala {amount} kr senast {day}.",
        en="Pay {amount} kr by {day}.",
    ),
    "status.SENT.overdue": Texts(
        sv="Fakturan skulle ha betalats senast {day}. Betala {amount} kr så snart du kan.",
        en="The invoice should have been paid by {day}. Pay {amount} kr as soon as you can.",
    ),
    "status.PAID_TOO_MUCH.together": Texts(
        sv=(
            "Fakturan är betald, och det har kommit in {overpaid} kr för mycket. Du som har "
            "betalat för mycket, kontakta oss så ordnar vi det."
        ),
        en=(
            "The invoice is paid, and {overpaid} kr too much has come in. If you have paid too "
            "much, contact us and we will put it right."
        ),
    ),
    "status.DISPUTED.together": Texts(
        sv="Någon har invänt mot fakturan. Inget mer händer medan vi prövar det.",
        en="Somebody has objected to the invoice. Nothing more happens while we look into it.",
    ),
    "status.PARTLY_DISPUTED.together": Texts(
        sv=(
            "Någon har invänt mot {amount} kr. Den delen behöver ni inte betala medan vi prövar "
            "det. Resten ska betalas som vanligt."
        ),
        en=(
            "Somebody has objected to {amount} kr. You need not pay that part while we look into "
            "it. The rest is to be paid as usual."
        ),
    ),
    "status.DEFERRED.together": Texts(
        sv="Ni har fått mer tid att betala. Inget mer händer under den tiden.",
        en="You have all been given more time to pay. Nothing more happens during that time.",
    ),
    "status.INSTALLMENT_PLAN.together": Texts(
        sv="Fakturan betalas enligt en avbetalningsplan.",
        en="The invoice is paid by an installment plan.",
    ),
    "status.PARTIALLY_PAID.together": Texts(
        sv="En del är betald. {amount} kr är kvar att betala, senast {day}.",
        en="A part has been paid. {amount} kr is left to pay, by {day}.",
    ),
    "status.PARTIALLY_PAID.overdue.together": Texts(
        sv="En del är betald. {amount} kr är kvar, och skulle ha betalats senast {day}.",
        en="A part has been paid. {amount} kr is left, and should have been paid by {day}.",
    ),
    "status.REMINDER.together": Texts(
        sv=(
            "Vi har inte sett någon betalning och har skickat en påminnelse. "
            "Betala {amount} kr senast {day}."
        ),
        en=("We have not seen any payment and have sent a reminder. Pay {amount} kr by {day}."),
    ),
    "status.together": Texts(
        sv=(
            "Ni är flera som ska betala den här fakturan. Var och en av er svarar för hela "
            "beloppet, och när någon har betalat är den betald för alla."
        ),
        en=(
            "Several of you are to pay this invoice. Each of you answers for the whole amount, "
            "and once anyone has paid, it is paid for all."
        ),
    ),
    "status.together.settled": Texts(
        sv="Det gäller för alla er som skulle betala fakturan.",
        en="That holds for all of you who were to pay the invoice.",
    ),
    "status.paid_on": Texts(sv="Betald {day}.", en="Paid on {day}."),
    "status.reason": Texts(sv="Skäl: {reason}", en="Reason: {reason}"),
}
