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
    "water.back": Texts(
        sv="Vattnet kopplas på senast {day}.", en="The water is turned on by {day} at the latest."
    ),
    "water.stops": Texts(sv="Det här kan stoppa det", en="This can stop it"),
    "water.call": Texts(sv="Ring oss", en="Call us"),
}
