"""What the page of one invoice says of the water at the house.

Example: "water.coming" names the day on which it may be disconnected.

The one rule: it says the day, and what can be done before it.
"""

from __future__ import annotations

from reskontra.domain.texts import Texts

TEXTS = {
    "water.title": Texts(sv="Vattnet", en="The water"),
    "water.warned": Texts(
        sv="Vi har varnat för att vattnet kan stängas av. Skulden för vatten och avlopp ska vara "
        "betald senast {pay_by}. Innan något stängs av får du ett brev till, med dagen.",
        en="We have warned that the water may be disconnected. The debt for water and sewerage "
        "must be paid by {pay_by}. Before anything is cut you get another letter, with the day.",
    ),
    "water.coming": Texts(
        sv="Vattnet kan stängas av från {cut_on}. Pengarna måste ha kommit in senast {pay_by}.",
        en="The water may be disconnected from {cut_on}. The money must be in by {pay_by}.",
    ),
    "water.off": Texts(
        sv="Vattnet är avstängt. Det är på igen inom {within} från att skulden för vatten och "
        "avlopp är betald med båda avgifterna, eller från att du har visat kvitto.",
        en="The water is off. It is on again within {within} from when the debt for water and "
        "sewerage is paid with both fees, or from when you have shown a receipt.",
    ),
    "water.throttled": Texts(
        sv="Vattnet är strypt: det rinner, men mindre än vanligt. Det är som vanligt igen inom "
        "{within} från att skulden för vatten och avlopp är betald, eller från att du har visat "
        "kvitto.",
        en="The water is throttled: it runs, but less than usual. It is as usual again within "
        "{within} from when the debt for water and sewerage is paid, or from when you have shown a "
        "receipt.",
    ),
    "water.throttling": Texts(
        sv="Vattnet kan strypas från {cut_on}: det rinner då, men mindre än vanligt. Pengarna "
        "måste ha kommit in senast {pay_by}.",
        en="The water may be throttled from {cut_on}: it then runs, but less than usual. The money "
        "must be in by {pay_by}.",
    ),
    "water.opened": Texts(
        sv="Någon annan än vi har öppnat vattnet, som vi hade stängt. Det kostar {amount} kr "
        "enligt taxan. Skulden för vatten är inte betald, och vi kan stänga av vattnet igen. Ring "
        "oss om du undrar vad som har hänt.",
        en="Somebody other than us has opened the water, which we had closed. It costs {amount} kr "
        "by the tariff. The debt for water is not paid, and we may disconnect the water again. "
        "Call us if you wonder what has happened.",
    ),
    "water.owed": Texts(
        sv="Det här ska betalas innan vattnet är som vanligt igen",
        en="This must be paid before the water is as usual again",
    ),
    "water.owed.debt": Texts(sv="Skuld för vatten och avlopp", en="Debt for water and sewerage"),
    "water.owed.sum": Texts(sv="Tillsammans", en="Together"),
    "water.owed.where": Texts(
        sv="Fakturor som är lämnade till inkasso betalar du till inkassobolaget, så som det står "
        "på varje faktura här. Resten betalar du till oss. Inkassobolagets egna avgifter behöver "
        "inte vara betalda för att vattnet ska kopplas på.",
        en="Invoices that are with the collection agency you pay to the agency, as each invoice "
        "here says. The rest you pay to us. The agency's own fees need not be paid for the water "
        "to be turned on.",
    ),
    "water.fee.disconnection": Texts(sv="Avgift för avstängning", en="Fee for disconnection"),
    "water.fee.reconnection": Texts(
        sv="Avgift för att koppla på igen", en="Fee for turning it on again"
    ),
    "water.fee.unauthorized_opening": Texts(
        sv="Avgift för öppning av annan", en="Fee for opening by another"
    ),
    "water.receipt": Texts(
        sv="Har du betalat? Visa oss kvittot, {phone} eller {email}, så kopplar vi på vattnet utan "
        "att vänta på att pengarna syns hos oss.",
        en="Have you paid? Show us the receipt, {phone} or {email}, and we turn the water on "
        "without waiting until we see the money.",
    ),
    "water.back": Texts(
        sv="Vattnet kopplas på senast {day}.", en="The water is turned on by {day} at the latest."
    ),
    "water.stops": Texts(sv="Det här kan stoppa det", en="This can stop it"),
    "water.call": Texts(sv="Ring oss", en="Call us"),
}
