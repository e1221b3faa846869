"""What a letter that warns of disconnection says besides the policy's own words.

    warning(claims, step=step, creditor=creditor, day=…, pay_by=…, language="sv")  -> paragraphs

The one rule: every such letter says which house, until when, what stops it and whom to call, and
never a word of any debt but that for water (lagen (2006:412) om allmänna vattentjänster 43 §).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from reskontra.domain.calendar import Span
from reskontra.domain.claim import Claim
from reskontra.domain.money import format_kronor
from reskontra.domain.rules import Creditor
from reskontra.domain.step import InLaw, Step
from reskontra.domain.texts import Texts
from reskontra.domain.water_until import until

HOUSE = Texts(
    sv="Det gäller vattnet vid {address} (anläggning {code}). Alla som äger fastigheten får det "
    "här brevet, och var och en av er svarar för hela skulden för vatten och avlopp.",
    en="It is about the water at {address} (facility {code}). Everybody who owns the property gets "
    "this letter, and each of you answers for the whole debt for water and sewerage.",
)
COSTS = Texts(
    sv="Att stänga av kostar {off} kr och att koppla på igen {on} kr, enligt taxan. När skulden "
    "för vatten och avlopp är betald med båda avgifterna, eller du har visat kvitto, är vattnet på "
    "igen inom {within}.",
    en="To disconnect costs SEK {off} and to reconnect SEK {on}, by the tariff. When the debt for "
    "water and sewerage is paid with both fees, or you have shown a receipt, the water is on "
    "again within {within}.",
)
STOPS = Texts(
    sv="Det här stoppar avstängningen: att skulden är betald, att du visar kvitto på betalningen, "
    "att vi kommer överens om en avbetalningsplan, eller att du säger till oss att skulden är fel "
    "och varför. Är vi oense kan mark- och miljödomstolen pröva saken.",
    en="This stops the disconnection: that the debt is paid, that you show a receipt for the "
    "payment, that we agree on an installment plan, or that you tell us that the debt is wrong and "
    "why. If we disagree the land and environment court can try the matter.",
)
CALL = Texts(
    sv="Ring {name}, {phone}, genast om någon som bor där är sjuk eller vårdas hemma, om det finns "
    "barn, djur eller hyresgäster. Vi stänger inte av vattnet om det kan skada någons hälsa, och "
    "vi ordnar annat vatten i närheten först. Bor andra än du i huset behöver du berätta för dem.",
    en="Call {name}, {phone}, at once if anybody who lives there is ill or cared for at home, or "
    "if there are children, animals or tenants. We do not disconnect the water if that could harm "
    "anybody's health, and we first arrange other water nearby. If others than you live in the "
    "house you need to tell them.",
)
SHOW = Texts(
    sv="Visa oss kvittot, så stänger vi inte av vattnet: {phone} eller {email}. Det kan ta några "
    "dagar innan betalningen syns hos oss.",
    en="Show us the receipt, and we do not disconnect the water: {phone} or {email}. It may take "
    "some days until we see the payment.",
)
BY_LAW = Texts(
    sv="Det här brevet är den skriftliga uppmaning som 43 § lagen (2006:412) om allmänna "
    "vattentjänster kräver.",
    en="This letter is the written demand that section 43 of lagen (2006:412) om allmänna "
    "vattentjänster (the Public Water Services Act) requires.",
)
_SPAN_WORDS = {"working days": "arbetsdagar", "working day": "arbetsdag", "days": "dagar"}


def warning(
    claims: Sequence[Claim],
    *,
    step: Step,
    creditor: Creditor,
    day: date,
    pay_by: date | None,
    language: str,
) -> tuple[str, ...]:
    """The paragraphs of a warning about a registered house; none of any other letter."""
    premises = claims[0].premises
    if step.in_law is not InLaw.DISCONNECTION_WARNING or premises is None or pay_by is None:
        return ()
    return tuple(_warning(claims[0], step, creditor, day, pay_by, language))


def already_paid(claims: Sequence[Claim], *, step: Step, creditor: Creditor, language: str) -> str:
    """What one who has paid is to do: show it, so that nobody's water is cut meanwhile."""
    if step.in_law is not InLaw.DISCONNECTION_WARNING or claims[0].premises is None:
        return ""
    contact = creditor.contact
    return SHOW.say(language).format(phone=contact.phone, email=contact.email)


def _warning(
    claim: Claim, step: Step, creditor: Creditor, day: date, pay_by: date, language: str
) -> Iterator[str]:
    assert claim.premises is not None
    served = claim.premises.served_on(day)
    address = ", ".join(served.address_lines) if served else ""
    yield HOUSE.say(language).format(address=address, code=claim.premises.code)
    yield until(pay_by, falls=step.pay_by_falls, language=language)
    tariff = creditor.water.tariff(served.tariff, day) if creditor.water and served else None
    if creditor.water and tariff:
        within = within_words(creditor.water.reconnect_within, language)
        yield COSTS.say(language).format(
            off=_whole(tariff.disconnection_ore, language),
            on=_whole(tariff.reconnection_ore, language),
            within=within,
        )
    yield STOPS.say(language)
    contact = creditor.contact
    yield CALL.say(language).format(name=contact.name, phone=contact.phone)
    yield BY_LAW.say(language)


def within_words(span: Span, language: str) -> str:
    """How soon: 3 arbetsdagar."""
    if language == "en":
        return str(span)
    count, unit = str(span).split(" ", 1)
    return f"{count} {_SPAN_WORDS.get(unit, unit)}"


def _whole(ore: int, language: str) -> str:
    return format_kronor(ore, language=language).removesuffix(",00").removesuffix(".00")
