"""What the page of one invoice says of the Enforcement Authority, and of a debt that has lapsed.

Example: "authority.record.none" says that there is no record of non-payment.

The one rule: it says what is so now, what it costs and what can be done; a record only when true.
"""

from __future__ import annotations

from reskontra.domain.texts import Texts

TEXTS = {
    "status.AUTHORITY": Texts(
        sv="Skulden är hos Kronofogden. Det är {amount} kr kvar att betala, till oss.",
        en="The debt is with the Enforcement Authority. SEK {amount} is left to pay, to us.",
    ),
    "status.LAPSED": Texts(
        sv="Skulden är preskriberad sedan {day}. Du behöver inte betala den.",
        en="The debt lapsed on {day}. You need not pay it.",
    ),
    "authority.title": Texts(sv="Kronofogden", en="The Enforcement Authority"),
    "authority.waiting": Texts(
        sv="Vi har beslutat att ansöka hos Kronofogden. Ansökan är inte skickad än.",
        en="We have decided to apply to the Enforcement Authority. Nothing has been sent yet.",
    ),
    "authority.applied": Texts(
        sv="Vi har ansökt hos Kronofogden. Du får ansökan därifrån.",
        en="We have applied to the Enforcement Authority, which will send you the application.",
    ),
    "authority.served": Texts(
        sv="Du har fått ansökan från Kronofogden. Svara normalt inom 10 dagar: betala, säg emot "
        "eller be om en plan.",
        en="You have received the application from the Authority. You should normally answer "
        "within 10 days: pay, contest it, or ask for a plan.",
    ),
    "authority.contested": Texts(
        sv="Du har sagt emot. Inget mer görs innan vi har tagit ställning, eller en domstol.",
        en="You have contested it. Nothing more is done until we, or a court, have decided.",
    ),
    "authority.in_court": Texts(
        sv="En domstol prövar saken. Inget mer görs under tiden.",
        en="A court is trying the matter. Nothing more is done meanwhile.",
    ),
    "authority.verdict": Texts(
        sv="Det är beslutat att skulden ska betalas (utslag eller dom).",
        en="It has been decided that the debt shall be paid (a verdict).",
    ),
    "authority.withdrawn": Texts(
        sv="Vi har tagit tillbaka ansökan.", en="We have withdrawn the application."
    ),
    "authority.ended": Texts(
        sv="Ärendet hos Kronofogden är avslutat.",
        en="The matter at the Enforcement Authority has ended.",
    ),
    "authority.enforcement": Texts(
        sv="Vi har bett Kronofogden att driva in skulden.",
        en="We have asked the Enforcement Authority to enforce the debt.",
    ),
    "authority.since": Texts(sv="Ansökan", en="Application"),
    "authority.costs": Texts(sv="Kostnader som lagts till", en="Costs added"),
    "authority.can": Texts(sv="Vad du kan göra", en="What you can do"),
    "authority.can.contest": Texts(
        sv="Betala, eller säg emot hos Kronofogden om du tycker att skulden är fel. Då prövas "
        "saken av {court}.",
        en="Pay, or contest it at the Authority if you think that the debt is wrong. Then "
        "{court} tries the matter.",
    ),
    "authority.can.pay": Texts(
        sv="Betala, eller hör av dig till oss om en plan. När allt är betalt tar vi tillbaka "
        "ansökan.",
        en="Pay, or contact us about a plan. When all is paid we withdraw the application.",
    ),
    "authority.record": Texts(sv="Betalningsanmärkning", en="Record of non-payment"),
    "authority.record.none": Texts(
        sv="Ingen. En privatperson får en betalningsanmärkning först vid ett utslag.",
        en="None. A private person gets a record of non-payment only at a verdict.",
    ),
    "authority.record.since": Texts(
        sv="Kan finnas från {since}, och tas bort senast {until}.",
        en="May exist from {since}, and is removed by {until}.",
    ),
}
