"""The page about who has looked at one's data.

Example: "looks.lead" says what is shown, and what is not.

The one rule: calm and exact; a look is nothing wrong by itself.
"""

from __future__ import annotations

from reskontra.domain.texts import Texts

TEXTS = {
    "nav.looks": Texts(sv="Vem har tittat", en="Who has looked"),
    "looks.title": Texts(sv="Vem har tittat", en="Who has looked"),
    "looks.lead": Texts(
        sv="Varje gång någon hos oss öppnar dina uppgifter antecknas det. Här ser du när, i vilken "
        "roll och varför.",
        en="Each time somebody of ours opens your data it is recorded. Here you see when, in what "
        "role, and why.",
    ),
    "looks.none": Texts(
        sv="Ingen hos oss har öppnat dina uppgifter.", en="Nobody of ours has opened your data."
    ),
    "looks.ask": Texts(
        sv="Undrar du över något? Fråga oss.", en="Do you wonder about something? Ask us."
    ),
    "looks.operator": Texts(sv="Driftpersonal", en="Operating staff"),
    "looks.purpose.contact": Texts(
        sv="Du eller någon annan hörde av sig", en="You or somebody else got in touch"
    ),
    "looks.purpose.case": Texts(sv="Handläggning av en faktura", en="Work on an invoice"),
    "looks.purpose.control": Texts(sv="Kontroll eller revision", en="Control or audit"),
}
