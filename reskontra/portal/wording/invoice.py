"""What the page of one invoice says.

Example: "pay.title" stands above the giro number, the OCR number and the QR code.

The one rule: what to do comes first, then what has happened, then what follows.
"""

from __future__ import annotations

from reskontra.domain.texts import Texts

TEXTS = {
    "invoice.title": Texts(sv="Faktura {number}", en="Invoice {number}"),
    "invoice.from": Texts(sv="{kind} från {creditor}", en="{kind} from {creditor}"),
    "invoice.back.unpaid": Texts(sv="Till obetalda fakturor", en="Back to unpaid invoices"),
    "invoice.back.paid": Texts(sv="Till betalda fakturor", en="Back to paid invoices"),
    "invoice.open_pdf": Texts(sv="Öppna fakturan", en="Open the invoice"),
    "invoice.status": Texts(sv="Så står det till", en="Where things stand"),
    "banner.title": Texts(sv="Viktigt", en="Important"),
    "pay.title": Texts(sv="Så betalar du", en="How to pay"),
    "pay.amount": Texts(sv="Att betala", en="Amount to pay"),
    "pay.by": Texts(sv="Senast", en="Pay by"),
    "pay.soon": Texts(sv="Så snart du kan", en="As soon as you can"),
    "pay.to": Texts(sv="Betala till", en="Pay to"),
    "pay.bankgiro": Texts(sv="Bankgiro", en="Bankgiro"),
    "pay.ocr": Texts(sv="OCR-nummer", en="OCR number"),
    "pay.qr": Texts(
        sv="QR-kod med bankgiro, OCR-nummer och belopp",
        en="QR code with bankgiro, OCR number and amount",
    ),
    "pay.qr.hint": Texts(
        sv="Skanna koden med bankens app, så fylls uppgifterna i.",
        en="Scan the code with your bank's app to fill in the details.",
    ),
    "pay.trouble": Texts(
        sv="Kan du inte betala i tid? Hör av dig till oss, så snart som möjligt.",
        en="Can you not pay in time? Get in touch with us as soon as possible.",
    ),
    "agency.title": Texts(sv="Betala till inkassobolaget", en="Pay the collection agency"),
    "agency.warning": Texts(
        sv="Betala inte till oss. Använd uppgifterna på kravet från {agency}.",
        en="Do not pay us. Use the details on the demand from {agency}.",
    ),
    "agency.owns": Texts(
        sv="{agency} äger fakturan nu. Bara det som du betalar till {agency} räknas.",
        en="{agency} owns the invoice now. Only what you pay to {agency} counts.",
    ),
    "agency.name": Texts(sv="Inkassobolag", en="Collection agency"),
    "agency.since": Texts(sv="Överlämnad", en="Handed over"),
    "agency.amount": Texts(sv="Överlämnat belopp", en="Amount handed over"),
    "agency.note": Texts(
        sv=(
            "Inkassobolagets avgift och ränta kan komma till. Frågor om kravet ställer du till "
            "dem. Ett inkassokrav ger ingen betalningsanmärkning."
        ),
        en=(
            "The agency's fee and interest may be added. Put questions about the demand to them. "
            "A collection demand gives no record of non-payment."
        ),
    ),
    "warning": Texts(sv="Viktigt", en="Important"),
    "details.title": Texts(sv="Fakturadetaljer", en="Invoice details"),
    "details.kind": Texts(sv="Typ av faktura", en="Kind of invoice"),
    "details.creditor": Texts(sv="Avsändare", en="Sender"),
    "details.department": Texts(sv="Förvaltning", en="Department"),
    "details.reference": Texts(sv="Vår referens", en="Our reference"),
    "details.contact": Texts(sv="Frågor om fakturan", en="Questions about the invoice"),
    "details.number": Texts(sv="Fakturanummer", en="Invoice number"),
    "details.ocr": Texts(sv="OCR-nummer", en="OCR number"),
    "details.date": Texts(sv="Fakturadatum", en="Invoice date"),
    "details.due": Texts(sv="Förfallodatum", en="Due date"),
    "details.paid": Texts(sv="Betaldatum", en="Paid date"),
    "details.billed": Texts(sv="Fakturans belopp", en="Invoice amount"),
    "details.interest_for": Texts(sv="Ränta på faktura", en="Interest on invoice"),
    "lines.title": Texts(sv="Det här avser fakturan", en="What the invoice is for"),
    "lines.caption": Texts(sv="Fakturans rader", en="Invoice lines"),
    "lines.text": Texts(sv="Avser", en="Item"),
    "lines.amount": Texts(sv="Belopp, kr", en="Amount, kr"),
    "lines.vat": Texts(sv="varav moms {amount}", en="including VAT {amount}"),
    "lines.total": Texts(sv="Summa", en="Total"),
    "movements.title": Texts(sv="Betalningar och ändringar", en="Payments and changes"),
    "movements.caption": Texts(
        sv="Betalningar och ändringar",
        en="Payments and changes",
    ),
    "movements.none": Texts(
        sv="Ingen betalning är registrerad än.",
        en="No payment has been registered yet.",
    ),
    "movements.what": Texts(sv="Händelse", en="Event"),
    "movements.amount": Texts(sv="Belopp, kr", en="Amount, kr"),
    "movements.left_to_us": Texts(sv="Kvar att betala till oss", en="Left to pay us"),
    "movements.left": Texts(sv="Kvar att betala", en="Left to pay"),
    "movement.payment": Texts(sv="Betalning", en="Payment"),
    "movement.reversal": Texts(sv="Betalning som gick tillbaka", en="Payment taken back"),
    "movement.fee": Texts(sv="Avgift", en="Fee"),
    "movement.interest": Texts(sv="Dröjsmålsränta", en="Late interest"),
    "movement.late_interest": Texts(sv="Dröjsmålsränta", en="Late interest"),
    "movement.credit": Texts(sv="Kreditering", en="Credit"),
    "movement.withdrawal": Texts(sv="Fakturan togs bort", en="Invoice removed"),
    "movement.write_off": Texts(sv="Avskrivet, behöver inte betalas", en="Written off"),
    "movement.overpaid": Texts(sv="Betalt för mycket", en="Paid too much"),
    "movement.undo": Texts(sv="Avgift eller ränta som togs bort", en="Fee or interest removed"),
    "movement.owed_again": Texts(sv="Avskrivningen togs tillbaka", en="Write-off taken back"),
    "movement.recovery": Texts(sv="Avskrivningen togs tillbaka", en="Write-off taken back"),
    "movement.move": Texts(sv="Flyttat till en annan faktura", en="Moved to another invoice"),
    "movement.assignment": Texts(
        sv="Överlåtet till inkassobolaget", en="Transferred to the agency"
    ),
    "movement.payout": Texts(sv="Återbetalt till dig", en="Paid back to you"),
    "letters.title": Texts(sv="Brev om fakturan", en="Letters about the invoice"),
    "letter.reminder": Texts(sv="Påminnelse", en="Reminder"),
    "letter.notice": Texts(sv="Meddelande", en="Notice"),
    "letter.apology": Texts(sv="Vi ber om ursäkt", en="We apologize"),
    "letter.collection_demand": Texts(sv="Inkassokrav", en="Collection demand"),
    "letter.invoice": Texts(sv="Faktura", en="Invoice"),
    "letter.dated": Texts(sv="{letter} {day}", en="{letter} {day}"),
    "letter.pay_by": Texts(sv="Att betala senast {day}.", en="To be paid by {day}."),
    "letter.many": Texts(
        sv="Brevet gäller {count} fakturor, tillsammans {total} kr.",
        en="The letter is about {count} invoices, {total} kr in all.",
    ),
    "letter.listed": Texts(
        sv="Den här fakturan finns med för att den också har förfallit.",
        en="This invoice is listed because it is overdue too.",
    ),
    "letter.left": Texts(
        sv="Skickat {day} ({way}). Det bör ha kommit senast {expected}.",
        en="Sent {day} ({way}). It should have reached you by {expected}.",
    ),
    "letter.leaves": Texts(sv="Ska skickas ({way}).", en="To be sent ({way})."),
    "letter.here": Texts(sv="Finns bara här.", en="Found only here."),
    "letter.stopped": Texts(
        sv="Skickades inte, eftersom det hann bli inaktuellt.",
        en="Not sent, as it was no longer needed.",
    ),
    "letter.undone": Texts(
        sv="Brevet var fel och gäller inte.", en="The letter was wrong and does not hold."
    ),
    "timeline.happened": Texts(sv="Det här har hänt", en="What has happened"),
    "timeline.next": Texts(
        sv="Det här händer om fakturan inte betalas",
        en="What happens if the invoice is not paid",
    ),
    "timeline.next.settled": Texts(sv="Det här händer härnäst", en="What happens next"),
    "timeline.next.lead": Texts(
        sv="Dagarna är de tidigaste; det kan dröja längre. Betalar du blir det inget av detta.",
        en="The days are the earliest; it may take longer. If you pay, none of this comes about.",
    ),
    "timeline.earliest": Texts(sv="tidigast {day}", en="{day} at the earliest"),
    "timeline.may_have": Texts(
        sv="tidigast {day}, kan redan ha hänt",
        en="{day} at the earliest, may already have happened",
    ),
    "timeline.pay_by": Texts(sv="att betala senast {day}", en="to be paid by {day}"),
    "timeline.no_day": Texts(sv="Ingen dag är bestämd", en="No day has been set"),
    "timeline.stopped": Texts(sv="Stannat: {reasons}", en="Stopped: {reasons}"),
    "timeline.waiting": Texts(
        sv="Stegen väntar tills vidare: {reasons}.",
        en="The steps wait for now: {reasons}.",
    ),
    "stop.below_minimum": Texts(
        sv="beloppet är för litet för det", en="the amount is too small for it"
    ),
    "stop.minor": Texts(
        sv="du var under 18 år när skulden uppstod", en="you were under 18 when the debt arose"
    ),
    "stop.lapsed": Texts(sv="skulden är preskriberad", en="the debt has lapsed"),
    "stop.gave_up": Texts(sv="vi avgjorde det inte i tid", en="we did not settle it in time"),
    "stop.next_invoice": Texts(
        sv="det följer med din nästa faktura", en="it goes with your next invoice"
    ),
    "stop.campaign": Texts(
        sv="vi har beslutat om lättnader", en="we have decided to make it easier"
    ),
    "stop.too_young": Texts(sv="skulden är för ny", en="the debt is too recent"),
    "stop.party": Texts(
        sv="det beror på dina andra fakturor", en="it depends on your other invoices"
    ),
    "timeline.cost": Texts(sv="Kostar {amount} kr", en="Costs {amount} kr"),
    "timeline.source": Texts(sv="Enligt: {title}", en="According to: {title}"),
    "timeline.sources": Texts(sv="Stegen följer: {title}", en="The steps follow: {title}"),
    "timeline.none": Texts(
        sv="Inga fler steg är planerade.",
        en="No more steps are planned.",
    ),
}
