"""What the two lists say, and the reasons why something is not in them.

Example: "limits.age" is said with the span in force, "18 månader".

The one rule: a number that a policy file decides is never written in a text.
"""

from __future__ import annotations

from reskontra.domain.texts import Texts

TEXTS = {
    "unpaid.title": Texts(sv="Obetalda fakturor", en="Unpaid invoices"),
    "paid.title": Texts(sv="Betalda fakturor", en="Paid invoices"),
    "unpaid.caption": Texts(sv="Obetalda fakturor", en="Unpaid invoices"),
    "paid.caption": Texts(sv="Betalda fakturor", en="Paid invoices"),
    "list.hello": Texts(sv="Inloggad som {name}", en="Signed in as {name}"),
    "represented.who": Texts(sv="{name} ({kind})", en="{name} ({kind})"),
    "represented.instead": Texts(
        sv="Brev till dig går till {who} i stället. Här ser du själv allt som förut.",
        en="Letters to you go to {who} instead. Here you see everything yourself as before.",
    ),
    "represented.also": Texts(
        sv="Brev till dig går också till {who}.", en="Letters to you go to {who} too."
    ),
    "list.total": Texts(sv="Kvar att betala", en="Left to pay"),
    "list.at_agency": Texts(
        sv="Dessutom {amount} kr som betalas till inkassobolaget, inte till oss.",
        en="Besides, SEK {amount} that is paid to the collection agency, not to us.",
    ),
    "list.count.one": Texts(sv="1 faktura", en="1 invoice"),
    "list.count.many": Texts(sv="{count} fakturor", en="{count} invoices"),
    "list.registered": Texts(
        sv=("Har du nyss betalat? Det kan ta upp till {span} innan betalningen syns här."),
        en="Have you just paid? It may take up to {span} before the payment shows here.",
    ),
    "list.kind": Texts(sv="Typ av faktura", en="Kind of invoice"),
    "list.number": Texts(sv="Fakturanummer", en="Invoice number"),
    "list.due": Texts(sv="Förfallodatum", en="Due date"),
    "list.left": Texts(sv="Kvar att betala", en="Left to pay"),
    "list.billed": Texts(sv="Fakturans belopp", en="Invoice amount"),
    "list.of": Texts(sv="av {amount}", en="of {amount}"),
    "list.paid": Texts(sv="Betaldatum", en="Paid date"),
    "list.status": Texts(sv="Status", en="Status"),
    "list.see": Texts(sv="Se faktura", en="See invoice"),
    "list.see.one": Texts(sv="Se faktura {number}", en="See invoice {number}"),
    "list.details": Texts(sv="Visa fakturadetaljer", en="Show invoice details"),
    "list.details.one": Texts(sv="för faktura {number}", en="for invoice {number}"),
    "list.scroll": Texts(sv="Tabell som kan rullas i sidled", en="Table that scrolls sideways"),
    "sort.by": Texts(sv="Sortera på", en="Sort by"),
    "sort.ascending": Texts(sv="sorterad stigande", en="sorted ascending"),
    "sort.descending": Texts(sv="sorterad fallande", en="sorted descending"),
    "sort.amount": Texts(sv="Belopp", en="Amount"),
    "narrow.title": Texts(sv="Sök och filtrera", en="Search and filter"),
    "narrow.number": Texts(sv="Fakturanummer eller OCR-nummer", en="Invoice or OCR number"),
    "narrow.year": Texts(sv="Fakturans år", en="Year of the invoice"),
    "narrow.year.all": Texts(sv="Alla år", en="All years"),
    "narrow.kind": Texts(sv="Typ av faktura", en="Kind of invoice"),
    "narrow.kind.all": Texts(sv="Alla typer", en="All kinds"),
    "narrow.department": Texts(sv="Förvaltning", en="Department"),
    "narrow.department.all": Texts(sv="Alla förvaltningar", en="All departments"),
    "narrow.show": Texts(sv="Visa", en="Show"),
    "narrow.clear": Texts(sv="Visa alla fakturor", en="Show all invoices"),
    "narrow.total": Texts(sv="Kvar att betala i urvalet", en="Left to pay of these"),
    "narrow.none.unpaid": Texts(
        sv="Ingen obetald faktura motsvarar det du söker.",
        en="No unpaid invoice is what you search for.",
    ),
    "narrow.none.paid": Texts(
        sv="Ingen betald faktura motsvarar det du söker.",
        en="No paid invoice is what you search for.",
    ),
    "narrow.among.paid": Texts(
        sv="Sök bland de betalda i stället", en="Search among the paid ones instead"
    ),
    "narrow.among.unpaid": Texts(
        sv="Sök bland de obetalda i stället", en="Search among the unpaid ones instead"
    ),
    "pages.label": Texts(sv="Sidor i listan", en="Pages of the list"),
    "pages.previous": Texts(sv="Föregående", en="Previous"),
    "pages.next": Texts(sv="Nästa", en="Next"),
    "pages.page": Texts(sv="sida", en="page"),
    "pages.of": Texts(sv="Sida {page} av {pages}", en="Page {page} of {pages}"),
    "unpaid.empty": Texts(
        sv="Du har inga obetalda fakturor.",
        en="You have no unpaid invoices.",
    ),
    "paid.empty": Texts(
        sv="Det finns inga betalda fakturor att visa.",
        en="There are no paid invoices to show.",
    ),
    "limits.title": Texts(sv="Saknar du en faktura?", en="Is an invoice missing?"),
    "limits.lead": Texts(
        sv="Det finns flera skäl till att en faktura inte visas:",
        en="There are several reasons why an invoice is not shown:",
    ),
    "limits.for": Texts(sv="Fakturor från {creditors}", en="Invoices from {creditors}"),
    "limits.age": Texts(
        sv="Fakturan är äldre än {span}, räknat från fakturadatum.",
        en="The invoice is more than {span} old, counted from the invoice date.",
    ),
    "limits.overdue": Texts(
        sv="Fakturan är obetald och förföll för mer än {span} sedan.",
        en="The invoice is unpaid and fell due more than {span} ago.",
    ),
    "limits.number": Texts(
        sv="Fakturan har ett annat personnummer än det i din e-legitimation.",
        en="The invoice has another personal identity number than your e-identification.",
    ),
    "limits.persons": Texts(
        sv=(
            "Fakturan är inte ställd till en privatperson. Här visas bara fakturor till "
            "privatpersoner."
        ),
        en="The invoice is not addressed to a private person. Only such invoices are shown here.",
    ),
    "limits.registered": Texts(
        sv="En faktura som du nyss har betalat kan stå som obetald i upp till {span}.",
        en="An invoice that you have just paid may be shown as unpaid for up to {span}.",
    ),
    "limits.early": Texts(
        sv=(
            "Fakturan syns här så snart den är gjord. På papper kommer den efter omkring {paper}, "
            "och som e-faktura syns den i din bank inom {e_invoice}."
        ),
        en=(
            "The invoice shows here as soon as it is made. On paper it comes after about {paper}, "
            "and as an e-invoice it is in your bank within {e_invoice}."
        ),
    ),
}
