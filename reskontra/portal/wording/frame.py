"""What stands around every page, and the pages that anyone may open.

Example: "start.lead" is the first sentence that a visitor reads.

The one rule: plain words, and what to do next.
"""

from __future__ import annotations

from reskontra.domain.texts import Texts

TEXTS = {
    "service": Texts(sv="Mina fakturor", en="My invoices"),
    "skip": Texts(sv="Till innehållet", en="Skip to main content"),
    "language": Texts(sv="Språk", en="Language"),
    "menu": Texts(sv="Meny", en="Menu"),
    "nav.unpaid": Texts(sv="Obetalda", en="Unpaid"),
    "nav.paid": Texts(sv="Betalda", en="Paid"),
    "nav.questions": Texts(sv="Frågor och svar", en="Questions and answers"),
    "nav.start": Texts(sv="Start", en="Start"),
    "sign_in": Texts(sv="Logga in med e-legitimation", en="Sign in with e-identification"),
    "sign_out": Texts(sv="Logga ut", en="Sign out"),
    "contact": Texts(sv="Kontakt", en="Contact"),
    "contact.lead": Texts(
        sv="Frågor om tjänsten besvaras av {name}.",
        en="Questions about the service are answered by {name}.",
    ),
    "phone": Texts(sv="Telefon", en="Phone"),
    "email": Texts(sv="E-post", en="Email"),
    "website": Texts(sv="Webbplats", en="Website"),
    "footer.about": Texts(
        sv="Mina fakturor är en kostnadsfri tjänst från {municipality}.",
        en="My invoices is a free service from {municipality}.",
    ),
    "start.title": Texts(
        sv="Se dina fakturor och påminnelser", en="See your invoices and reminders"
    ),
    "start.lead": Texts(
        sv=(
            "Här ser du fakturor från {creditors}: vad som är betalt, vad som är kvar, "
            "och vad som händer härnäst."
        ),
        en=(
            "Here you see invoices from {creditors}: what has been paid, what is left, and what "
            "happens next."
        ),
    ),
    "and": Texts(sv="och", en="and"),
    "start.need.title": Texts(sv="Det här behöver du", en="What you need"),
    "start.need.eid": Texts(
        sv="En svensk e-legitimation.",
        en="A Swedish e-identification.",
    ),
    "start.need.recipient": Texts(
        sv="Du ska vara den som fakturan är ställd till. Du ser bara dina egna fakturor.",
        en="You must be the one to whom the invoice is addressed. You see only your own invoices.",
    ),
    "start.free": Texts(sv="Det kostar ingenting.", en="It costs nothing."),
    "start.can.title": Texts(sv="Det här kan du göra", en="What you can do"),
    "start.can.see": Texts(
        sv="Se vilka fakturor du har fått och om de är betalda.",
        en="See which invoices you have received and whether they are paid.",
    ),
    "start.can.pdf": Texts(
        sv="Öppna fakturor och påminnelser, skriva ut dem och spara dem.",
        en="Open invoices and reminders, print them and save them.",
    ),
    "start.can.next": Texts(
        sv="Se vad som händer om en faktura inte betalas: när, och vad det kostar.",
        en="See what happens if an invoice is not paid: when, and what it costs.",
    ),
    "start.cannot": Texts(
        sv="Du betalar som vanligt, i din bank. Här kan du inte betala.",
        en="You pay as usual, at your bank. You cannot pay here.",
    ),
    "timed_out.title": Texts(sv="Du har loggats ut", en="You have been signed out"),
    "timed_out.body": Texts(
        sv=(
            "Vi loggar ut dig efter 15 minuter utan att du öppnat en sida, och alltid efter en "
            "timme. Det skyddar dina uppgifter. Logga in igen så kommer du tillbaka dit du var."
        ),
        en=(
            "We sign you out after 15 minutes without opening a page, and always after an hour. "
            "It protects your information. Sign in again to return to where you were."
        ),
    ),
    "session.title": Texts(sv="Snart loggas du ut", en="You will be signed out soon"),
    "session.body": Texts(
        sv="Du har inte öppnat någon sida på 13 minuter. Om två minuter loggas du ut.",
        en="You have not opened a page for 13 minutes. In two minutes you will be signed out.",
    ),
    "session.stay": Texts(sv="Fortsätt vara inloggad", en="Stay signed in"),
    "session.tab": Texts(sv="(öppnas i en ny flik)", en="(opens in a new tab)"),
    "stay.title": Texts(sv="Du är fortfarande inloggad", en="You are still signed in"),
    "stay.body": Texts(
        sv="Du har 15 minuter till, men som längst till klockan {last}. Stäng den här fliken och "
        "fortsätt där du var.",
        en="You have another 15 minutes, but until {last} at the latest. Close this tab and go on "
        "where you were.",
    ),
    "signed_out.title": Texts(sv="Du är utloggad", en="You are signed out"),
    "signed_out.body": Texts(
        sv="Sitter du vid en dator som andra använder? Stäng då webbläsaren.",
        en="Is this a computer that others use? Then close the browser.",
    ),
    "failed.title": Texts(sv="Du är inte inloggad", en="You are not signed in"),
    "greeting": Texts(
        sv="Du loggar in på Mina fakturor hos {municipality}.",
        en="You are signing in to My invoices of {municipality}.",
    ),
    "failed.do": Texts(sv="Så gör du", en="What to do"),
    "failed.do.again": Texts(
        sv="Vänta en stund och logga in på nytt.", en="Wait a moment and sign in again."
    ),
    "failed.do.cancelled": Texts(
        sv="Försök igen när du vill. Inga fakturor ändras av att du väntar med att logga in.",
        en="Try again whenever you like. Waiting to sign in changes none of your invoices.",
    ),
    "failed.do.lost": Texts(
        sv=(
            "Börja om här och gör klart inloggningen i samma fönster inom tio minuter. Har du fått "
            "en länk av någon annan ska du inte använda den."
        ),
        en=(
            "Begin again here and finish the sign-in in the same window within ten minutes. If "
            "somebody sent you a link, do not use it."
        ),
    ),
    "failed.do.later": Texts(
        sv="Felet är inte ditt. Vänta en stund och logga in på nytt.",
        en="It is not your fault. Wait a while and sign in again.",
    ),
    "failed.do.not_trusted": Texts(
        sv=(
            "Logga in på nytt. Händer det igen är felet inte ditt: hör av dig till oss. Det som "
            "står på en faktura eller påminnelse som du har fått gäller under tiden."
        ),
        en=(
            "Sign in again. If it happens again it is not your fault: contact us. Meanwhile, what "
            "an invoice or a reminder that you have received says applies."
        ),
    ),
    "failed.do.level": Texts(
        sv=(
            "Logga in med en e-legitimation som har kvalitetsmärket Svensk e-legitimation och "
            "minst tillitsnivå 3. Den som har gett ut din e-legitimation vet vilken nivå den har."
        ),
        en=(
            "Sign in with an e-identification that has the Swedish quality mark Svensk "
            "e-legitimation and at least level of assurance 3. Whoever issued your "
            "e-identification knows its level."
        ),
    ),
    "failed.do.number": Texts(
        sv=(
            "Logga in med en svensk e-legitimation som är utfärdad på ditt personnummer eller "
            "samordningsnummer. Har du ingen sådan ser du dina fakturor i breven från oss."
        ),
        en=(
            "Sign in with a Swedish e-identification issued for your personal identity number or "
            "coordination number. If you have none, you find your invoices in our letters."
        ),
    ),
    "failed.do.closed": Texts(
        sv="Ring oss, så ser vi tillsammans vem som kan få uppgifterna.",
        en="Call us, and together we will see who can be given the information.",
    ),
    "two_numbers.now": Texts(
        sv=(
            "Du ser fakturorna på ditt personnummer. Du har också fakturor på det "
            "samordningsnummer som du hade förut."
        ),
        en=(
            "You see the invoices for your personal identity number. You also have invoices for "
            "the coordination number that you had before."
        ),
    ),
    "two_numbers.earlier": Texts(
        sv="Du ser fakturorna på det samordningsnummer som du hade förut.",
        en="You see the invoices for the coordination number that you had before.",
    ),
    "two_numbers.to_earlier": Texts(
        sv="Visa fakturorna på samordningsnumret",
        en="Show the invoices for the coordination number",
    ),
    "two_numbers.to_now": Texts(
        sv="Visa fakturorna på personnumret",
        en="Show the invoices for the personal identity number",
    ),
    "failed.again": Texts(sv="Logga in på nytt", en="Sign in again"),
    "failed.help": Texts(
        sv="Får du ändå inte ordning på det? Ring {phone}, så hjälper {name} dig.",
        en="Still no luck? Call {phone}, and {name} will help you.",
    ),
    "nothing.title": Texts(
        sv="Det finns inga fakturor till dig här",
        en="There are no invoices for you here",
    ),
    "nothing.body": Texts(
        sv=(
            "Inloggningen fungerade, men ingen faktura är ställd till numret i din "
            "e-legitimation. Du är nu utloggad. Hade du ett samordningsnummer när fakturan kom? "
            "Hör av dig, så hjälper vi dig."
        ),
        en=(
            "The sign-in worked, but no invoice is addressed to the number in your "
            "e-identification. You are now signed out. Did you have a coordination number when the "
            "invoice came? Contact us, and we will help you."
        ),
    ),
    "missing.title": Texts(sv="Sidan finns inte", en="The page does not exist"),
    "missing.body": Texts(
        sv=(
            "Adressen leder ingenstans, eller till en faktura som inte är din eller inte längre "
            "visas."
        ),
        en="The address leads nowhere, or to an invoice that is not yours or is no longer shown.",
    ),
    "too_many.title": Texts(
        sv="Det blev för många försök på kort tid",
        en="There were too many attempts in a short time",
    ),
    "too_many.minute": Texts(
        sv="Vänta en minut och försök sedan igen.", en="Wait a minute, then try again."
    ),
    "too_many.minutes": Texts(
        sv="Vänta {minutes} minuter och försök sedan igen.",
        en="Wait {minutes} minutes, then try again.",
    ),
    "too_many.why": Texts(
        sv=(
            "Vi begränsar hur ofta man kan logga in, skicka något till oss eller öppna dokument, "
            "så att tjänsten räcker till alla. Det du redan har skickat finns kvar."
        ),
        en=(
            "We limit how often one can sign in, send us something or open documents, so that the "
            "service is there for everybody. What you have already sent is still there."
        ),
    ),
    "no_document.title": Texts(
        sv="Vi kan inte visa dokumentet just nu", en="We cannot show the document right now"
    ),
    "no_document.body": Texts(
        sv=(
            "Något gick fel när dokumentet skulle skapas. Det har sparats så att vi kan rätta till "
            "det. Allt som står på fakturan ser du på fakturans egen sida."
        ),
        en=(
            "Something went wrong when the document was to be made. It has been noted, so that we "
            "can mend it. All that the invoice says is on the invoice's own page."
        ),
    ),
    "missing.lists": Texts(
        sv="Gå till dina fakturor",
        en="Go to your invoices",
    ),
    "missing.start": Texts(sv="Gå till startsidan", en="Go to the start page"),
    "kronor": Texts(sv="{amount} kr", en="{amount} kr"),
    "pdf.hint": Texts(sv="PDF, öppnas i webbläsaren", en="PDF, opens in the browser"),
    "span.days": Texts(sv="{count} dagar", en="{count} days"),
    "span.day": Texts(sv="{count} dag", en="{count} day"),
    "span.working_days": Texts(sv="{count} arbetsdagar", en="{count} working days"),
    "span.working_day": Texts(sv="{count} arbetsdag", en="{count} working day"),
    "span.banking_days": Texts(sv="{count} bankdagar", en="{count} banking days"),
    "span.banking_day": Texts(sv="{count} bankdag", en="{count} banking day"),
    "span.weeks": Texts(sv="{count} veckor", en="{count} weeks"),
    "span.week": Texts(sv="{count} vecka", en="{count} week"),
    "span.months": Texts(sv="{count} månader", en="{count} months"),
    "span.month": Texts(sv="{count} månad", en="{count} month"),
}
