"""What is said where somebody asks for more time, for parts, or says that an invoice is wrong.

The one rule: what it costs and when the answer comes is said before anything is asked for.
"""

from __future__ import annotations

from reskontra.domain.texts import Texts

TEXTS = {
    "ask.title": Texts(sv="Vad gäller det?", en="What is it about?"),
    "ask.other": Texts(sv="Välj något annat", en="Choose something else"),
    "ask.what": Texts(sv="Välj det som stämmer bäst.", en="Choose what fits best."),
    "ask.what.paid": Texts(sv="Jag har redan betalat", en="I have paid already"),
    "ask.what.time": Texts(
        sv="Jag kan betala allt, men behöver mer tid",
        en="I can pay all of it, but need more time",
    ),
    "ask.what.time.hint": Texts(
        sv="Du kan få tid till {day} som längst. Vad det kostar ser du innan du skickar.",
        en="You can have time until {day} at the latest. You see what it costs before you send.",
    ),
    "ask.what.parts": Texts(
        sv="Jag kan inte betala allt på en gång", en="I cannot pay all of it at once"
    ),
    "ask.what.parts.hint": Texts(
        sv="Du kan dela upp betalningen i högst {most} delar. Avgift och ränta ser du innan du "
        "skickar.",
        en="You can pay in {most} parts at most. You see the fee and the interest before you send.",
    ),
    "ask.what.wrong": Texts(sv="Fakturan är fel", en="The invoice is wrong"),
    "ask.what.wrong.hint": Texts(
        sv="Hela fakturan, eller en del av den. Du ska inte behöva betala det som är fel.",
        en="All of it, or a part. You should not have to pay what is wrong.",
    ),
    "ask.what.help": Texts(sv="Jag kan inte betala alls", en="I cannot pay at all"),
    "ask.what.help.hint": Texts(
        sv="Så här får du hjälp, utan kostnad.", en="How to get help, free of charge."
    ),
    "ask.help.title": Texts(sv="Hjälp när du inte kan betala", en="Help when you cannot pay"),
    "ask.help.lead": Texts(
        sv="Hör av dig till oss så tidigt du kan, gärna innan fakturan ska betalas.",
        en="Contact us as early as you can, before the invoice is to be paid if possible.",
    ),
    "ask.help.call": Texts(
        sv="Ring {name}, telefon {phone}, så går vi igenom vad som är möjligt.",
        en="Call {name}, phone {phone}, and we will go through what is possible.",
    ),
    "ask.help.advice": Texts(
        sv="Kommunens budget- och skuldrådgivning hjälper dig att få ordning på ekonomin. Det är "
        "gratis, och rådgivarna har tystnadsplikt.",
        en="The municipality's budget and debt advisers help you to put your finances in order. "
        "It is free, and they are bound by secrecy.",
    ),
    "ask.plan.or_time": Texts(
        sv="Räcker det om du får betala allt senast {day}?",
        en="Is it enough if you may pay all of it by {day}?",
    ),
    "ask.plan.to_time": Texts(sv="Be om mer tid i stället", en="Ask for more time instead"),
    "ask.time.or_parts": Texts(
        sv="Klarar du inte att betala allt då?", en="Will you not be able to pay all of it then?"
    ),
    "ask.time.to_parts": Texts(
        sv="Be att få betala i delar i stället", en="Ask to pay in parts instead"
    ),
    "ask.open": Texts(
        sv="Behöver du mer tid, har du redan betalat eller är något fel?",
        en="Do you need more time, have you paid already, or is something wrong?",
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
        sv="Det kostar {fee} kr i avgift, och {interest} kr i ränta om varje del betalas i tid.",
        en="A fee of {fee} kr, and {interest} kr of interest if each part is paid in time.",
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
    "ask.paid.on": Texts(sv="Vilken dag betalade du?", en="On which day did you pay?"),
    "ask.paid.amount": Texts(sv="Hur många kronor?", en="How many kronor?"),
    "ask.refused": Texts(sv="Något behöver rättas", en="Something needs to be put right"),
    "ask.refused.deferral": Texts(
        sv="Välj en dag efter i dag, men senast {day}.",
        en="Choose a day after today, {day} at the latest.",
    ),
    "ask.refused.plan": Texts(
        sv="Välj ett antal delar som står i listan.", en="Choose a number of parts from the list."
    ),
    "ask.refused.payment_reported": Texts(
        sv="Skriv dagen du betalade, och beloppet som 1 250,00.",
        en="Write the day on which you paid, and the amount as 1250.00.",
    ),
    "ask.refused.objection": Texts(
        sv="Skriv vad som är fel. Ett belopp skrivs som 450,00 och är högst fakturans.",
        en="Write what is wrong. An amount is written as 450.00 and is at most the invoice's.",
    ),
    "ask.refused.kind": Texts(
        sv="Det går inte att be om just nu. Välj något av det som står här.",
        en="That cannot be asked for now. Choose among what stands here.",
    ),
    "check.title": Texts(sv="Kontrollera innan du skickar", en="Check before you send"),
    "check.what": Texts(sv="Det gäller", en="It is about"),
    "check.deferral": Texts(sv="Mer tid att betala", en="More time to pay"),
    "check.plan": Texts(sv="Betala i delar", en="Pay in parts"),
    "check.payment_reported": Texts(sv="Jag har betalat", en="I have paid"),
    "check.objection": Texts(sv="Fakturan är fel", en="The invoice is wrong"),
    "check.parts": Texts(sv="Antal delar", en="Number of parts"),
    "check.first_on": Texts(sv="Första delen betalas", en="The first part is paid"),
    "check.cost": Texts(sv="Avgift och ränta", en="Fee and interest"),
    "check.until.deferral": Texts(sv="Ny sista dag", en="New last day to pay"),
    "check.until.plan": Texts(sv="Till och med", en="Until"),
    "check.until.objection": Texts(sv="Till och med", en="Until"),
    "check.until.payment_reported": Texts(sv="Betald den", en="Paid on"),
    "check.amount": Texts(sv="Belopp", en="Amount"),
    "check.all": Texts(sv="Hela fakturan", en="The whole invoice"),
    "check.text": Texts(sv="Det du har skrivit", en="What you have written"),
    "check.send": Texts(sv="Skicka", en="Send"),
    "check.change": Texts(sv="Ändra", en="Change"),
    "check.cancel": Texts(sv="Avbryt och gå till fakturan", en="Cancel and go back to the invoice"),
    "receipt.title": Texts(sv="Vi har tagit emot det du skickade", en="We have what you sent"),
    "receipt.not_kept": Texts(
        sv="Du hade redan skickat detta i dag, så bara det första är sparat. Behöver du ändra "
        "något, hör av dig till oss.",
        en="You had sent this today already, so only the first is kept. If something has to be "
        "changed, tell us.",
    ),
    "another.title": Texts(sv="En sådan begäran finns redan", en="There is such a request already"),
    "another.lead": Texts(
        sv="Någon annan som också ska betala fakturan har skickat en likadan begäran i dag. Det du "
        "skrev nu är därför inte sparat.",
        en="Somebody else who is to pay the invoice too has sent a request of the same kind today. "
        "What you wrote now is therefore not kept.",
    ),
    "another.next": Texts(
        sv="Det som beslutas om fakturan visas på fakturans sida, för alla som ska betala den. "
        "Vad den andra har skrivit visar vi inte.",
        en="What is decided about the invoice is shown on the invoice's page, to all who are to "
        "pay it. What the other one has written is not shown.",
    ),
    "another.own": Texts(
        sv="Har du något eget att säga? Skicka det i morgon, eller ring {name}, telefon {phone}.",
        en="Is there something of your own to say? Send it tomorrow, or call {name}, phone "
        "{phone}.",
    ),
    "receipt.next": Texts(sv="Det här händer nu", en="What happens now"),
    "receipt.next.deferral": Texts(
        sv="Vi prövar om du kan få mer tid. Svaret kommer här och på fakturans sida. Tills du har "
        "fått ja gäller fakturans dag.",
        en="We consider whether you can have more time. The answer comes here and on the "
        "invoice's page. Until you have a yes, the invoice's day holds.",
    ),
    "receipt.next.plan": Texts(
        sv="Vi prövar planen. Svaret kommer här och på fakturans sida. Tills du har fått ja gäller "
        "fakturans dag.",
        en="We consider the plan. The answer comes here and on the invoice's page. Until you have "
        "a yes, the invoice's day holds.",
    ),
    "receipt.next.payment_reported": Texts(
        sv="Du behöver inte göra något mer. När betalningen är registrerad visas fakturan som "
        "betald.",
        en="You need not do anything more. When the payment is registered, the invoice is shown "
        "as paid.",
    ),
    "receipt.next.objection": Texts(
        sv="En handläggare läser vad du har skrivit. Svaret kommer här och på fakturans sida.",
        en="A case officer reads what you have written. The answer comes here and on the "
        "invoice's page.",
    ),
    "receipt.sent": Texts(sv="Det du skickade", en="What you sent"),
    "asked.see": Texts(sv="Visa", en="Show"),
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
    "asked.all": Texts(sv="Allt du har bett om", en="All that you have asked for"),
    "nav.requests": Texts(sv="Det du bett om", en="Your requests"),
    "asked.page.lead": Texts(
        sv="Här står vad du har bett om eller berättat för oss, och vad vi har svarat.",
        en="This is what you have asked for or told us, and what we have answered.",
    ),
    "asked.page.none": Texts(
        sv="Du har inte bett om något. Behöver du mer tid, har du redan betalat eller är något "
        "fel? Öppna fakturan det gäller, så kan du berätta det där.",
        en="You have not asked for anything. Do you need more time, have you paid already, or is "
        "something wrong? Open the invoice in question and tell us there.",
    ),
    "asked.invoice": Texts(sv="Faktura {number}", en="Invoice {number}"),
    "asked.what.title": Texts(sv="Det gäller", en="It is about"),
    "asked.what.deferral": Texts(sv="Mer tid, till {until}", en="More time, until {until}"),
    "asked.what.plan": Texts(sv="Betala i {parts} delar", en="To pay in {parts} parts"),
    "asked.what.payment_reported": Texts(
        sv="Betalningen är på väg, betald {until}", en="The payment is under way, made {until}"
    ),
    "asked.what.objection": Texts(sv="Fakturan är fel", en="The invoice is wrong"),
    "asked.day": Texts(sv="Skickat", en="Sent"),
    "asked.answer": Texts(sv="Svar", en="Answer"),
    "asked.taken_back": Texts(sv="Återtaget", en="Taken back"),
    "asked.by": Texts(sv="Väntar på {creditor}", en="Waits for {creditor}"),
    "asked.next": Texts(sv="Det här händer nu", en="What happens now"),
    "asked.next.settled": Texts(
        sv="På fakturan är inget kvar att betala till oss.",
        en="Nothing is left to pay us of the invoice.",
    ),
    "asked.next.deferral": Texts(
        sv="Betala senast {until}. Till dess skickar vi ingen påminnelse.",
        en="Pay by {until}. Until then we send no reminder.",
    ),
    "asked.next.plan": Texts(
        sv="Betala varje del på sin dag. Delarna står på fakturans sida.",
        en="Pay each part on its day. The parts are on the invoice's page.",
    ),
    "asked.next.payment_reported": Texts(
        sv="Vi väntar några dagar på pengarna. När betalningen är registrerad visas fakturan som "
        "betald.",
        en="We wait some days for the money. When the payment is registered, the invoice is shown "
        "as paid.",
    ),
    "asked.next.objection": Texts(
        sv="Vad som gäller nu står överst på fakturans sida.",
        en="What holds now is said first on the invoice's page.",
    ),
    "asked.next.declined": Texts(
        sv="Fakturan gäller som den är. Har du frågor om svaret? Hör av dig till oss.",
        en="The invoice holds as it is. Do you have questions about the answer? Contact us.",
    ),
    "asked.next.withdrawn": Texts(
        sv="Fakturan gäller som den är. Du kan skicka en ny begäran.",
        en="The invoice holds as it is. You may send a new request.",
    ),
    "asked.see.long": Texts(sv="Visa det du skickade", en="Show what you sent"),
    "asked.see.waiting": Texts(
        sv="Visa det du skickade, eller ta tillbaka det", en="Show what you sent, or take it back"
    ),
    "withdraw.title": Texts(sv="Har du ångrat dig?", en="Have you changed your mind?"),
    "withdraw.text": Texts(
        sv="Du kan ta tillbaka det så länge vi inte har svarat. Fakturan gäller då som den är, och "
        "du kan skicka en ny begäran.",
        en="You may take it back until we have answered. The invoice then holds as it is, and you "
        "may send a new request.",
    ),
    "withdraw.send": Texts(sv="Ta tillbaka", en="Take it back"),
    "answer.withdrawn": Texts(sv="Du har tagit tillbaka det", en="You have taken it back"),
    "answer.waiting": Texts(sv="Väntar på svar", en="Waits for an answer"),
    "answer.granted": Texts(sv="Ja, det är beviljat", en="Yes, it is granted"),
    "answer.taken_up": Texts(
        sv="Vi har tagit upp din invändning", en="We have taken up your objection"
    ),
    "answer.declined": Texts(sv="Nej", en="No"),
}
