"""The questions that people ask most, and the answers.

Example: how long an invoice is shown is answered with the span that the policy files hold.

The one rule: an answer says what to do, in as few words as it takes.
"""

from __future__ import annotations

from reskontra.domain.texts import Texts

QUESTIONS = (
    "what",
    "cost",
    "others",
    "sort",
    "open",
    "details",
    "why_missing",
    "early",
    "registered",
    "removed",
    "pay_here",
    "many",
    "agency",
    "measures",
    "contact",
)
"""In the order of the page."""
STAGES = ("here", "agency", "authority", "service")
"""Whom to ask, by where the invoice is."""

TEXTS = {
    "questions.title": Texts(sv="Frågor och svar", en="Questions and answers"),
    "questions.contents": Texts(sv="På den här sidan", en="On this page"),
    "q.what": Texts(sv="Vad är Mina fakturor?", en="What is My invoices?"),
    "a.what": Texts(
        sv=(
            "En tjänst från {municipality} där du ser fakturor och påminnelser som har skickats "
            "till dig: om de är betalda, vad som har hänt, och vad som händer härnäst."
        ),
        en=(
            "A service from {municipality} where you see invoices and reminders sent to you: "
            "whether they are paid, what has happened, and what happens next."
        ),
    ),
    "q.sort": Texts(sv="Hur sorterar jag listan?", en="How do I sort the list?"),
    "a.sort": Texts(
        sv=(
            "Tryck på en rubrik: typ av faktura, förfallodatum eller belopp. Betalda fakturor kan "
            "du också sortera på betaldatum. Tryck en gång till för omvänd ordning. Under Sök och "
            "filtrera hittar du en viss faktura."
        ),
        en=(
            "Press a heading: kind of invoice, due date or amount. Paid invoices can be sorted by "
            "paid date too. Press once more for the opposite order. Under Search and filter you "
            "find a certain invoice."
        ),
    ),
    "q.open": Texts(
        sv="Hur öppnar, skriver jag ut och sparar en faktura?",
        en="How do I open, print and save an invoice?",
    ),
    "a.open": Texts(
        sv=(
            "Tryck på dokumentsymbolen sist på fakturans rad. Fakturan öppnas i webbläsaren, och "
            "där kan du skriva ut den och spara den. Du behöver inget särskilt program. "
            "Påminnelser öppnar du på fakturans egen sida."
        ),
        en=(
            "Press the document symbol at the end of the invoice's row. The invoice opens in your "
            "browser, where you can print and save it. You need no special program. Reminders are "
            "opened on the invoice's own page."
        ),
    ),
    "q.details": Texts(
        sv="Hur ser jag vem som har skickat fakturan?",
        en="How do I see who sent the invoice?",
    ),
    "a.details": Texts(
        sv=(
            "Tryck på Visa fakturadetaljer. Där står förvaltningen, vår referens, vad fakturan "
            "gäller och vad som har betalats. Därifrån kan du också öppna fakturan."
        ),
        en=(
            "Press Show invoice details. There you see the department, our reference, what the "
            "invoice is for and what has been paid. You can open the invoice from there too."
        ),
    ),
    "q.why_missing": Texts(
        sv="Hur länge visas en faktura, och varför ser jag inte min?",
        en="How long is an invoice shown, and why can I not see mine?",
    ),
    "q.registered": Texts(
        sv="Jag har betalat. Varför visas fakturan som obetald?",
        en="I have paid. Why is the invoice shown as unpaid?",
    ),
    "a.why_missing": Texts(
        sv="Det finns flera skäl:",
        en="There are several reasons:",
    ),
    "a.registered": Texts(
        sv=(
            "Det kan ta upp till {registered} innan betalningen är registrerad hos oss, beroende "
            "på hur du har betalat. Först då visas fakturan som betald."
        ),
        en=(
            "It may take up to {registered} before we have registered the payment, depending on "
            "how you paid. Only then is the invoice shown as paid."
        ),
    ),
    "q.early": Texts(
        sv="Varför ser jag fakturan här innan den har kommit med posten?",
        en="Why do I see the invoice here before it comes by post?",
    ),
    "a.early": Texts(
        sv=(
            "Här visas fakturan så snart den är gjord. Med posten tar den omkring {paper}. Har du "
            "e-faktura syns den i din internetbank inom {e_invoice}."
        ),
        en=(
            "The invoice is shown here as soon as it is made. By post it takes about {paper}. With "
            "e-invoice it is in your internet bank within {e_invoice}."
        ),
    ),
    "q.others": Texts(
        sv="Kan jag se någon annans fakturor?",
        en="Can I see somebody else's invoices?",
    ),
    "a.others": Texts(
        sv=(
            "Nej. Du ser bara fakturor som är ställda till personnumret i din e-legitimation. "
            "Det går inte att anmäla sig för att se andras."
        ),
        en=(
            "No. You see only invoices addressed to the personal identity number in your "
            "e-identification. You cannot apply to see those of others."
        ),
    ),
    "q.pay_here": Texts(sv="Kan jag betala här?", en="Can I pay here?"),
    "a.pay_here": Texts(
        sv=(
            "Nej. Du betalar i din bank, med uppgifterna på fakturan. Vill du få fakturorna "
            "direkt i internetbanken kan du ansöka om e-faktura."
        ),
        en=(
            "No. You pay at your bank, with the details on the invoice. To have invoices sent "
            "straight to your internet bank, apply for e-invoice."
        ),
    ),
    "q.many": Texts(
        sv="Varför finns flera fakturor på samma påminnelse?",
        en="Why are several invoices on the same reminder?",
    ),
    "a.many": Texts(
        sv=(
            "Har du fler än en faktura som har förfallit kan de stå på samma påminnelse. Öppnar "
            "du påminnelsen från en av dem ser du därför även de andra."
        ),
        en=(
            "If more than one of your invoices is overdue, they may be on the same reminder. When "
            "you open it from one of them you therefore see the others too."
        ),
    ),
    "q.agency": Texts(
        sv="Vad händer om jag inte betalar trots påminnelsen?",
        en="What happens if I do not pay in spite of the reminder?",
    ),
    "a.agency": Texts(
        sv=(
            "Fakturan lämnas till ett inkassobolag, som skickar ett krav med avgift och ränta. "
            "Betala då till gironumret på kravet, och fråga inkassobolaget om du undrar över det. "
            "På fakturans egen sida ser du varje steg, när det kan komma och vad det kostar."
        ),
        en=(
            "The invoice is handed over to a collection agency, which sends a demand with a fee "
            "and interest. Then pay to the giro number on the demand, and ask the agency if you "
            "have questions. The invoice's own page shows each step, when it may come and its cost."
        ),
    ),
    "q.measures": Texts(
        sv="Vad är en inkassoåtgärd, och är en påminnelse det?",
        en="What is a debt recovery measure, and is a reminder one?",
    ),
    "a.measures": Texts(
        sv=(
            "Ett krav, eller något annat som ska få dig att betala en skuld. Den första är "
            "kravbrevet; en påminnelse är ingen inkassoåtgärd. Betalar du inte då heller kan "
            "Kronofogden bli ombedd att besluta att du ska betala. Det beslutet kan ge dig en "
            "betalningsanmärkning, och med det får Kronofogden ta ut skulden ur din lön eller det "
            "du äger. Invänd i tid om kravet är fel."
        ),
        en=(
            "A demand, or anything else meant to make you pay a debt. The first is the letter of "
            "demand; a reminder is none. If you still do not pay, the Enforcement Authority may be "
            "asked to decide that you must. That decision may give you a record of non-payment, "
            "and with it the Authority may take the debt out of your wages or what you own. Object "
            "in time if the demand is wrong."
        ),
    ),
    "q.removed": Texts(
        sv="Varför finns en obetald faktura bland de betalda?",
        en="Why is an unpaid invoice among the paid ones?",
    ),
    "a.removed": Texts(
        sv=(
            "Den kan ha varit felaktig och tagits bort; då står det på fakturan. Eller så har du "
            "betalat det mesta, och resten behöver inte betalas. Är du osäker, fråga oss."
        ),
        en=(
            "It may have been wrong and been removed; then the invoice says so. Or you have paid "
            "most of it, and the rest need not be paid. If you are not sure, ask us."
        ),
    ),
    "q.contact": Texts(
        sv="Vem frågar jag om en faktura?",
        en="Whom do I ask about an invoice?",
    ),
    "a.contact": Texts(
        sv="Det beror på var fakturan är. På fakturans sida står det vem.",
        en="It depends on where the invoice is. The invoice's page says who.",
    ),
    "stage.here": Texts(
        sv="Hos oss: vår referens, eller förvaltningen som har skickat fakturan.",
        en="With us: our reference, or the department that sent the invoice.",
    ),
    "stage.agency": Texts(
        sv="Hos inkassobolaget: inkassobolaget. Kontaktuppgifterna finns också på deras krav.",
        en="At the collection agency: the agency. How to reach them is also on their demand.",
    ),
    "stage.authority": Texts(
        sv=(
            "Hos Kronofogden: Kronofogden om deras brev och beslut, och den som ansökte där om "
            "själva skulden."
        ),
        en=(
            "At the Enforcement Authority: the Authority about its letters and decisions, and "
            "whoever applied there about the debt itself."
        ),
    ),
    "stage.service": Texts(
        sv="Frågor om tjänsten, oavsett faktura: {name}.",
        en="Questions about the service, whatever the invoice: {name}.",
    ),
    "questions.measures": Texts(
        sv="Vad är en inkassoåtgärd?", en="What is a debt recovery measure?"
    ),
    "q.cost": Texts(sv="Vad kostar Mina fakturor?", en="What does My invoices cost?"),
    "a.cost": Texts(
        sv="Ingenting. Du behöver bara en e-legitimation och vara den som fakturan är ställd till.",
        en="Nothing. You only need an e-identification and to be the recipient of the invoice.",
    ),
    "e_invoice.apply": Texts(
        sv="Ansök om e-faktura hos {creditor}",
        en="Apply for e-invoice with {creditor}",
    ),
}
