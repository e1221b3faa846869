"""What is said where somebody asks for more time, for parts, or says that an invoice is wrong.

The one rule: what it costs and when the answer comes is said before anything is asked for.
"""

from __future__ import annotations

from reskontra.domain.texts import Texts

TEXTS = {
    "ask.title": Texts(sv="Be om något för fakturan", en="Ask for something about the invoice"),
    "ask.open": Texts(
        sv="Behöver du mer tid, eller är något fel?", en="Do you need more time, or is it wrong?"
    ),
    "ask.high": Texts(
        sv="Fakturan är mycket högre än dina tidigare. Du kan be att få betala den i delar.",
        en="The invoice is far above your earlier ones. You may ask to pay it in parts.",
    ),
    "ask.high.tell_us": Texts(
        sv="Fakturan är mycket högre än dina tidigare. Hör av dig om du inte kan betala i tid, "
        "eller om du tror att något är fel.",
        en="The invoice is far above your earlier ones. Tell us if you cannot pay in time, or if "
        "you think that something is wrong.",
    ),
    "ask.back": Texts(sv="Till fakturan", en="Back to the invoice"),
    "ask.plan.title": Texts(sv="Betala i delar", en="Pay in parts"),
    "ask.plan.how_many": Texts(sv="Antal delar", en="Number of parts"),
    "ask.plan.see": Texts(sv="Visa delarna", en="Show the parts"),
    "ask.plan.cost": Texts(
        sv="Avgift och ränta tillsammans: {amount} kr.", en="Fee and interest: {amount} kr in all."
    ),
    "ask.plan.send": Texts(sv="Be att få betala i {parts} delar", en="Ask to pay in {parts} parts"),
    "ask.time.title": Texts(sv="Mer tid att betala", en="More time to pay"),
    "ask.time.until": Texts(sv="Ny sista dag", en="New last day to pay"),
    "ask.time.hint": Texts(sv="Senast {day}.", en="{day} at the latest."),
    "ask.time.send": Texts(sv="Be om mer tid", en="Ask for more time"),
    "ask.paid.title": Texts(sv="Jag har betalat", en="I have paid"),
    "ask.paid.text": Texts(
        sv="Är betalningen på väg väntar vi några dagar innan något mer händer.",
        en="If the payment is under way we wait some days before anything more happens.",
    ),
    "ask.paid.send": Texts(
        sv="Berätta att betalningen är på väg", en="Tell us that the payment is under way"
    ),
    "ask.wrong.title": Texts(sv="Fakturan är fel", en="The invoice is wrong"),
    "ask.wrong.text": Texts(sv="Vad är fel?", en="What is wrong?"),
    "ask.wrong.amount": Texts(
        sv="Hur många kronor gäller det? Lämna tomt om allt är fel.",
        en="How many kronor is it about? Leave empty if all of it is wrong.",
    ),
    "ask.wrong.send": Texts(sv="Skicka invändningen", en="Send the objection"),
    "ask.why": Texts(sv="Berätta varför (om du vill)", en="Tell us why (if you like)"),
    "ask.at_once": Texts(
        sv="Du bestämmer själv: planen börjar gälla i natt.",
        en="It is your own choice: the plan holds from tonight.",
    ),
    "ask.by_person": Texts(
        sv="En handläggare svarar. Svaret kommer här.",
        en="A case officer answers. The answer comes here.",
    ),
    "ask.refused": Texts(
        sv="Det gick inte. Välj något av det som står här.",
        en="That did not work. Choose among what stands here.",
    ),
    "ask.column.part": Texts(sv="Del", en="Part"),
    "asked.title": Texts(sv="Det du har bett om", en="What you have asked for"),
    "asked.deferral": Texts(
        sv="{day}: mer tid, till {until}", en="{day}: more time, until {until}"
    ),
    "asked.plan": Texts(sv="{day}: betala i {parts} delar", en="{day}: pay in {parts} parts"),
    "asked.payment_reported": Texts(
        sv="{day}: betalningen är på väg", en="{day}: the payment is under way"
    ),
    "asked.objection": Texts(sv="{day}: fakturan är fel", en="{day}: the invoice is wrong"),
    "answer.waiting": Texts(sv="Väntar på svar", en="Waits for an answer"),
    "answer.granted": Texts(sv="Ja, det är beviljat", en="Yes, it is granted"),
    "answer.taken_up": Texts(
        sv="Vi har tagit upp din invändning", en="We have taken up your objection"
    ),
    "answer.declined": Texts(sv="Nej", en="No"),
}
