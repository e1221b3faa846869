"""What the e-mails about due dates say, in both languages side by side.

The one rule: nothing that tells of the person, the amount, or what the invoice is for.
"""

from __future__ import annotations

from reskontra.domain.texts import Texts

WORDING = {
    "subject.one": Texts(sv="En faktura ska snart betalas", en="An invoice is soon to be paid"),
    "subject.several": Texts(
        sv="Fakturor ska snart betalas", en="Some invoices are soon to be paid"
    ),
    "due": Texts(
        sv="Du har något att betala senast den {days}.",
        en="You have something to pay by {days}.",
    ),
    "and": Texts(sv="och den", en="and"),
    "paid": Texts(
        sv="Har du redan betalat behöver du inte göra något. Det kan dröja några dagar innan en "
        "betalning syns hos oss.",
        en="If you have paid already, you need not do anything. A payment may take some days to "
        "show.",
    ),
    "service": Texts(
        sv="Det här är en service som du själv har valt. Det är ingen påminnelse och kostar "
        "ingenting. Fakturan gäller även om ett sådant här besked inte kommer fram.",
        en="This is a service that you have chosen yourself. It is no reminder and costs nothing. "
        "The invoice holds even if a message like this does not arrive.",
    ),
    "never_asked": Texts(
        sv="Vi ber aldrig om koder, lösenord eller kortnummer med e-post.",
        en="We never ask for codes, passwords or card numbers by email.",
    ),
    "sign_in": Texts(
        sv="Logga in på Mina fakturor och se vad det gäller",
        en="Sign in to My invoices to see what it is about",
    ),
    "off": Texts(sv="Sluta få de här beskeden", en="Stop getting these messages"),
    "code.subject": Texts(sv="Din kod till Mina fakturor", en="Your code for My invoices"),
    "code.lead": Texts(
        sv="Någon har bett om att få besked om fakturor till den här adressen. Skriv koden i Mina "
        "fakturor inom 30 minuter:",
        en="Somebody has asked to be told of invoices at this address. Write the code in My "
        "invoices within 30 minutes:",
    ),
    "code.not_you": Texts(
        sv="Var det inte du? Då behöver du inte göra något, och ingenting mer skickas.",
        en="Was it not you? Then you need not do anything, and nothing more is sent.",
    ),
}


def say(name: str, /, *, language: str, **values: object) -> str:
    """The text called `name`, with `values` in its braces."""
    return WORDING[name].say(language).format(**values)
