"""What is said where one chooses notices by e-mail before the due date.

The one rule: that it is a service, and not a reminder, is said before anybody relies on it.
"""

from __future__ import annotations

from reskontra.domain.texts import Texts

TEXTS = {
    "nav.notices": Texts(sv="E-postbesked", en="Email notices"),
    "notices.title": Texts(
        sv="Besked med e-post innan en faktura ska betalas",
        en="An email before an invoice is to be paid",
    ),
    "notices.lead": Texts(
        sv="Vi kan skicka e-post till dig några dagar innan en faktura ska betalas. Det kostar "
        "ingenting.",
        en="We can send you an email some days before an invoice is to be paid. It costs nothing.",
    ),
    "notices.says": Texts(
        sv="I e-posten står bara att något ska betalas och vilken dag. Belopp och vad fakturan "
        "gäller ser du här när du har loggat in.",
        en="The email only says that something is to be paid, and on which day. The amount and "
        "what the invoice is for are seen here, when you have signed in.",
    ),
    "notices.not_for": Texts(
        sv="Vi skickar inget om en faktura som redan är betald, som du har invänt mot, som du har "
        "fått mer tid för eller som du betalar i delar.",
        en="Nothing is sent about an invoice that has been paid, that you have objected to, that "
        "you have more time for, or that you pay in parts.",
    ),
    "notices.service": Texts(
        sv="Det är en service och ingen påminnelse. Fakturan ska betalas i tid även om e-posten "
        "inte kommer fram.",
        en="It is a service and no reminder. The invoice is to be paid in time even if the email "
        "does not arrive.",
    ),
    "notices.closed.not_offered": Texts(
        sv="Det går inte att få besked med e-post just nu.",
        en="Notices by email are not available at present.",
    ),
    "notices.closed.protected": Texts(
        sv="Du har skyddade personuppgifter. E-post kan läsas av andra på vägen och visar vilken "
        "kommun den kommer från. Därför skickar vi ingen till dig.",
        en="Your identity is protected. An email can be read by others on its way, and shows which "
        "municipality it comes from. Therefore we send you none.",
    ),
    "notices.closed.represented": Texts(
        sv="Någon annan får dina brev från oss. Därför skickar vi inga besked med e-post till dig.",
        en="Somebody else gets your letters from us. Therefore we send you no notices by email.",
    ),
    "notices.closed.under_age": Texts(
        sv="Du är inte myndig. Brev om fakturor går till din vårdnadshavare, och därför skickar vi "
        "inga besked med e-post till dig.",
        en="You are not of age. Letters about invoices go to your guardian, and therefore we send "
        "you no notices by email.",
    ),
    "notices.held": Texts(
        sv="Du får besked {days} dagar före, till {address}.",
        en="You are told {days} days before, at {address}.",
    ),
    "notices.off": Texts(sv="Sluta skicka", en="Stop sending"),
    "notices.refused": Texts(
        sv="Den {day} gick det inte att skicka till {address}: adressen finns inte. Vi skickar "
        "inget mer dit. Skriv din adress igen.",
        en="On {day} nothing could be sent to {address}: there is no such address. Nothing more is "
        "sent there. Write your address again.",
    ),
    "notices.code.title": Texts(sv="Skriv koden", en="Write the code"),
    "notices.code.lead": Texts(
        sv="Vi har skickat en kod till {address}. Den gäller i 30 minuter. Hittar du den inte? "
        "Titta bland skräpposten.",
        en="We have sent a code to {address}. It holds for 30 minutes. Is it not there? Look among "
        "the junk mail.",
    ),
    "notices.code": Texts(sv="Kod, sex siffror", en="Code, six digits"),
    "notices.code.send": Texts(sv="Bekräfta adressen", en="Confirm the address"),
    "notices.form.new": Texts(sv="Välj besked", en="Choose notices"),
    "notices.form.change": Texts(sv="Ändra", en="Change"),
    "notices.form.other": Texts(sv="Fel adress, eller ingen kod?", en="Wrong address, or no code?"),
    "notices.address": Texts(sv="E-postadress", en="Email address"),
    "notices.days": Texts(sv="Hur många dagar före?", en="How many days before?"),
    "notices.language": Texts(sv="Språk i e-posten", en="Language of the email"),
    "notices.send": Texts(sv="Skicka en kod till adressen", en="Send a code to the address"),
    "notices.save": Texts(sv="Spara", en="Save"),
    "notices.save.hint": Texts(
        sv="En ny adress bekräftar du med en kod som vi skickar dit.",
        en="A new address is confirmed by a code that we send there.",
    ),
    "notices.done.saved": Texts(sv="Ditt val är sparat.", en="Your choice has been saved."),
    "notices.done.off": Texts(
        sv="Du får inga fler besked med e-post.", en="You get no more notices by email."
    ),
    "notices.wrong.address": Texts(
        sv="Skriv en hel e-postadress, som namn@exempel.se.",
        en="Write a whole email address, such as name@example.se.",
    ),
    "notices.wrong.code": Texts(
        sv="Koden stämmer inte. Titta efter i e-posten och försök igen.",
        en="The code is not right. Look in the email and try again.",
    ),
    "notices.wrong.expired": Texts(
        sv="Koden gäller inte längre. Skicka en ny.", en="The code no longer holds. Send a new one."
    ),
    "notices.wrong.too_many": Texts(
        sv="Nu har vi skickat så många koder som vi gör på en timme eller ett dygn. Försök igen "
        "senare.",
        en="We have sent as many codes as we do in an hour or a day. Try again later.",
    ),
    "notices.wrong.mail": Texts(
        sv="Vi kunde inte skicka koden just nu. Kontrollera adressen och försök igen om en stund.",
        en="We could not send the code just now. Check the address and try again in a while.",
    ),
    "notices.off.title": Texts(
        sv="Vill du sluta få besked med e-post?", en="Do you want no more notices by email?"
    ),
    "notices.off.lead": Texts(
        sv="Då skickar vi inget mer till den här adressen. Fakturorna ska betalas som vanligt.",
        en="Then we send nothing more to this address. The invoices are to be paid as usual.",
    ),
    "notices.off.done": Texts(sv="Nu skickas inga fler besked", en="No more notices are sent"),
    "notices.off.again": Texts(
        sv="Ångrar du dig? Logga in och välj besked igen.",
        en="Have you changed your mind? Sign in and choose notices again.",
    ),
}
