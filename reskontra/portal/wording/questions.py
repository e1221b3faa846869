"""The questions that people ask most, and the answers.

Example: how long an invoice is shown is answered with the span that the policy files hold.

The one rule: an answer says what to do, in as few words as it takes.
"""

from __future__ import annotations

from reskontra.domain.texts import Texts

QUESTIONS = (
    "why_missing",
    "registered",
    "early",
    "others",
    "pay_here",
    "reminder",
    "many",
    "agency",
    "removed",
    "contact",
    "cost",
)
"""In the order of the page."""

TEXTS = {
    "questions.title": Texts(sv="Frågor och svar", en="Questions and answers"),
    "q.why_missing": Texts(
        sv="Varför ser jag inte min faktura?",
        en="Why can I not see my invoice?",
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
    "q.reminder": Texts(
        sv="Är en påminnelse en inkassoåtgärd?",
        en="Is a reminder a debt recovery measure?",
    ),
    "a.reminder": Texts(
        sv=(
            "Nej. En betalningspåminnelse är bara en påminnelse. Den första inkassoåtgärden är "
            "kravbrevet från inkassobolaget."
        ),
        en=(
            "No. A reminder is only a reminder. The first debt recovery measure is the demand "
            "from the collection agency."
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
        sv=(
            "På fakturans sida står vår referens eller förvaltningens kontaktuppgifter. Är "
            "fakturan hos inkassobolaget kontaktar du dem."
        ),
        en=(
            "The invoice's page shows our reference or how to reach the department. If the "
            "invoice is at the collection agency, contact them."
        ),
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
