"""What the pages for staff say, in both languages side by side.

The one rule: short and plain; a list says what to do about what stands in it.
"""

from __future__ import annotations

from reskontra.domain.texts import Texts

STAFF_WORDING = {
    "menu.start": Texts(sv="Att göra", en="To do"),
    "menu.find": Texts(sv="Sök", en="Find"),
    "none": Texts(sv="Inget", en="Nothing"),
    "error": Texts(sv="Fel:", en="Error:"),
    "error.title": Texts(sv="Något behöver rättas", en="There is a problem"),
    "welcome.title": Texts(sv="Kontoret", en="The office"),
    "welcome.lead": Texts(
        sv="För kommunens handläggare. Logga in med ditt tjänstekonto. Varje gång du öppnar en "
        "persons uppgifter antecknas det, och personen kan se det.",
        en="For the municipality's officers. Sign in with your work account. Each time you open "
        "somebody's data it is recorded, and they can see it.",
    ),
    "welcome.sign_in": Texts(sv="Logga in", en="Sign in"),
    "welcome.refused": Texts(sv="Det gick inte att logga in", en="It was not possible to sign in"),
    "welcome.rules": Texts(
        sv="Reglerna kan alla läsa utan att logga in.",
        en="The rules can be read by anyone without signing in.",
    ),
    "sign_out": Texts(sv="Logga ut {name}", en="Sign out {name}"),
    "footer.staff": Texts(
        sv="Varje gång du öppnar en persons uppgifter antecknas det, och personen kan se det.",
        en="Each time you open somebody's data it is recorded, and they can see it.",
    ),
    "start.title": Texts(sv="Att göra", en="To do"),
    "start.lead": Texts(
        sv="Det som väntar på en människa. Allt annat sköter nätterna.",
        en="What waits for a person. All else is done by the nights.",
    ),
    "menu.nights": Texts(sv="Nätter", en="Nights"),
    "nights.title": Texts(sv="Nätter", en="Nights"),
    "nights.lead": Texts(
        sv="Det som varje natt har gjort. En natt som var fel görs ogjord som ett beslut: du ser "
        "först vad som händer.",
        en="What each night has done. A night that was wrong is undone as one decision: you see "
        "first what would happen.",
    ),
    "nights.undo_of": Texts(sv="Gör en natt ogjord för {name}", en="Undo a night of {name}"),
    "nights.day": Texts(sv="Natten", en="The night"),
    "nights.whose": Texts(sv="Borgenär", en="Creditor"),
    "nights.steps": Texts(sv="Steg", en="Steps"),
    "nights.letters": Texts(sv="Brev", en="Letters"),
    "nights.undone": Texts(sv="Ogjorda", en="Undone"),
    "nights.look": Texts(sv="Se vad som görs ogjort", en="See what would be undone"),
    "nights.all_undone": Texts(sv="Allt är ogjort", en="All is undone"),
    "nights.none": Texts(sv="Ingen natt har tagit något steg.", en="No night has taken a step."),
    "work.count": Texts(sv="{count} väntar", en="{count} waiting"),
    "start.idle": Texts(sv="Inget väntar här", en="Nothing waits here"),
    "work.empty": Texts(sv="Inget väntar här.", en="Nothing waits here."),
    "work.signatures": Texts(sv="Beslut att skriva under", en="Decisions to sign"),
    "work.signatures.lead": Texts(
        sv="Någon har fattat ett beslut som en till måste godkänna.",
        en="Somebody has made a decision that another must agree to.",
    ),
    "work.requests": Texts(sv="Begärt i portalen", en="Asked for in the portal"),
    "work.requests.lead": Texts(
        sv="Någon har bett om anstånd, en plan eller invänt. Bevilja eller avslå.",
        en="Somebody has asked for more time or a plan, or objected. Grant or decline.",
    ),
    "work.gates": Texts(sv="Väntar på bedömning", en="Waiting for a finding"),
    "work.gates.lead": Texts(
        sv="Nästa steg tas först när någon har bedömt det som står här.",
        en="The next step is taken only when somebody has found what stands here.",
    ),
    "work.courses": Texts(sv="Väg att bestämma", en="Courses to decide"),
    "work.courses.lead": Texts(
        sv="Rutinen föreslår hur fordran drivs in. Inget mer händer förrän någon har bestämt.",
        en="The procedure proposes how the claim is collected. Nothing more happens until somebody "
        "has decided.",
    ),
    "work.unmatched": Texts(sv="Omatchade betalningar", en="Unmatched payments"),
    "work.unmatched.lead": Texts(
        sv="Pengar som inte hittade någon faktura. Sök fakturan och placera betalningen där, eller "
        "följ ett förslag.",
        en="Money that found no invoice. Find the invoice and place the payment there, or follow a "
        "suggestion.",
    ),
    "work.overpaid": Texts(sv="För mycket betalt", en="Paid too much"),
    "work.overpaid.lead": Texts(
        sv="Pengar som ska tillbaka, eller till en annan faktura. Här finns också allt som har "
        "kommit till oss för fordringar som ett inkassobolag äger.",
        en="Money to be paid back, or moved to another invoice. Here is also whatever has come to "
        "us for claims that an agency owns.",
    ),
    "work.broken": Texts(sv="Brutna avbetalningsplaner", en="Broken installment plans"),
    "work.broken.lead": Texts(
        sv="Planen är bruten och något är kvar. Kraven går vidare av sig själva; en ny plan är ett "
        "nytt beslut.",
        en="The plan is broken and something is left. The steps go on by themselves; a new plan is "
        "a new decision.",
    ),
    "work.limitation": Texts(sv="Nära preskription", en="Near limitation"),
    "work.limitation.lead": Texts(
        sv="Dagen är fordrans sista. Det som ingen avbryter förfaller.",
        en="The day is the claim's last. What nobody interrupts lapses.",
    ),
    "work.estates": Texts(sv="Dödsbon utan någon som svarar", en="Estates that nobody answers for"),
    "work.estates.lead": Texts(
        sv="Allt väntar tills någon vet vem som svarar för dödsboet.",
        en="All waits until somebody knows who answers for the estate.",
    ),
    "work.returned": Texts(sv="Brev som kom tillbaka", en="Letters that came back"),
    "work.returned.lead": Texts(
        sv="Skriv in den nya adressen, så skickas brevet igen med all sin tid. Dagarna däremellan "
        "räknas inte.",
        en="Write the new address, and the letter is sent again with all of its time. The days "
        "between do not count.",
    ),
    "work.addresses": Texts(sv="Okända adresser", en="Unknown addresses"),
    "work.addresses.lead": Texts(
        sv="Allt som ska skickas väntar. Skriv in den nya adressen, så går det dit.",
        en="All that is to be sent waits. Write the new address, and it goes there.",
    ),
    "work.guardians": Texts(sv="Barn utan vårdnadshavare", en="Minors without a guardian"),
    "work.guardians.lead": Texts(
        sv="Inget skickas till ett barn. Registrera vem som är vårdnadshavare, så går det som "
        "väntar dit.",
        en="Nothing is sent to a child. Register who the guardian is, and what waits goes there.",
    ),
    "work.recalls": Texts(sv="Obesvarade återkallelser", en="Recalls without an answer"),
    "work.recalls.lead": Texts(
        sv="Inkassobolaget har inte bekräftat att fordran är tillbaka hos oss.",
        en="The collection agency has not confirmed that the claim is ours again.",
    ),
    "work.messages": Texts(sv="Besked från inkassobolag", en="Messages from agencies"),
    "work.messages.lead": Texts(
        sv="Besked som inte kunde placeras av sig själva.",
        en="Messages that could not be placed by themselves.",
    ),
    "work.payouts": Texts(sv="Utbetalningar från inkassobolag", en="Payouts of agencies"),
    "work.payouts.lead": Texts(
        sv="Bolaget har sagt att det betalar, men pengarna har inte hittats på banken.",
        en="The agency has told that it pays, but the money has not been found at the bank.",
    ),
    "work.failures": Texts(sv="Personer som natten inte klarade", en="Failed in the night"),
    "work.failures.lead": Texts(
        sv="De prövas igen när dagen körs om. Felet står vid var och en.",
        en="They are tried again when the day is run again. Each says its error.",
    ),
    "work.letters": Texts(sv="Brev som inte gick att göra", en="Letters that failed"),
    "work.letters.lead": Texts(
        sv="De prövas igen vid nästa utskick. Felet står vid vart och ett.",
        en="They are tried again the next time letters leave. Each says its error.",
    ),
    "work.notices": Texts(
        sv="E-postbesked som inte kom fram", en="Notices by email that did not arrive"
    ),
    "work.notices.lead": Texts(
        sv="De är en service och ändrar inget i kravet. Dagen är den som fakturan ska betalas.",
        en="They are a service, and change nothing of the claim. The day is when it is to be paid.",
    ),
    "notice.refused": Texts(
        sv="E-postadressen finns inte. Personen ser det i portalen; inget mer skickas dit.",
        en="There is no such address. The portal tells the person; nothing more is sent there.",
    ),
    "notice.failed": Texts(
        sv="E-postservern tog inte emot det. Nästa natt försöker igen.",
        en="The mail server did not take it. The next night tries again.",
    ),
    "notice.handed": Texts(
        sv="Natten bröts när det skickades. Det kan ha kommit fram och skickas inte igen.",
        en="The night was cut off while it was sent. It may have arrived and is not sent again.",
    ),
    "row.number": Texts(sv="Faktura eller referens", en="Invoice or reference"),
    "row.name": Texts(sv="Vem", en="Who"),
    "row.day": Texts(sv="Dag", en="Day"),
    "row.amount": Texts(sv="Belopp", en="Amount"),
    "row.words": Texts(sv="Vad", en="What"),
    "row.do": Texts(sv="Gör", en="Do"),
    "row.find": Texts(sv="Sök fakturan", en="Find the invoice"),
    "row.open": Texts(sv="Öppna {number}", en="Open {number}"),
    "row.review": Texts(sv="Granska: {title}", en="Review: {title}"),
    "pages.label": Texts(sv="Sidor", en="Pages"),
    "pages.previous": Texts(sv="Föregående", en="Previous"),
    "pages.next": Texts(sv="Nästa", en="Next"),
    "pages.of": Texts(sv="Sida {page} av {pages}", en="Page {page} of {pages}"),
    "find.title": Texts(sv="Sök", en="Find"),
    "find.label": Texts(
        sv="Fakturanummer, OCR-nummer, ärendenummer, namn eller personnummer",
        en="Invoice number, OCR number, case number, name or identity number",
    ),
    "find.hint": Texts(
        sv="Till exempel 1004 eller Åkesson. Det du skriver syns aldrig i adressen.",
        en="For example 1004 or Åkesson. What you write never shows in the address.",
    ),
    "find.purpose": Texts(sv="Varför söker du?", en="Why do you search?"),
    "find.purpose.contact": Texts(sv="Personen har hört av sig", en="The person has been in touch"),
    "find.purpose.case": Texts(sv="Handläggning av en fordran", en="Work on a claim"),
    "find.purpose.control": Texts(sv="Kontroll eller revision", en="Control or audit"),
    "find.button": Texts(sv="Sök", en="Find"),
    "find.error": Texts(sv="Skriv vad du söker.", en="Write what you look for."),
    "find.purpose.error": Texts(sv="Välj varför du söker.", en="Choose why you search."),
    "find.none": Texts(sv="Inget hittades för ”{asked}”.", en="Nothing was found for “{asked}”."),
    "find.results": Texts(sv="Träffar", en="Results"),
    "find.protected": Texts(sv="Skyddade personuppgifter", en="Protected identity"),
    "decide.about": Texts(sv="Vad gäller beslutet?", en="What is the decision about?"),
    "decide.one": Texts(sv="Bara faktura {number}", en="Invoice {number} alone"),
    "decide.all": Texts(sv="Allt som {name} är skyldig", en="All that {name} owes"),
    "decide.show": Texts(sv="Visa vad som händer", en="Show what would happen"),
    "decide.group.requests": Texts(sv="Svar på det som begärts", en="Answers to what is asked"),
    "decide.group.time": Texts(sv="Tid och spärrar", en="Time and holds"),
    "decide.group.case": Texts(sv="Invändning och bedömning", en="Objections and findings"),
    "decide.group.money": Texts(sv="Pengar", en="Money"),
    "decide.group.debtor": Texts(sv="Den som ska betala", en="Whoever owes"),
    "decide.group.water": Texts(sv="Vattnet", en="The water"),
    "decide.group.collection": Texts(sv="Indrivning", en="Collection"),
    "decide.optional": Texts(sv="(frivilligt)", en="(optional)"),
    "decide.choose": Texts(sv="Välj", en="Choose"),
    "decide.what": Texts(sv="Beslutet", en="The decision"),
    "effect.title": Texts(sv="Det här händer", en="What would happen"),
    "effect.nothing": Texts(
        sv="Ingen fordran ändras av beslutet.", en="No claim changes by the decision."
    ),
    "effect.claim": Texts(sv="Faktura {number}", en="Invoice {number}"),
    "effect.before": Texts(sv="Före", en="Before"),
    "effect.after": Texts(sv="Efter", en="After"),
    "effect.balance": Texts(sv="Kvar att betala", en="Left to pay"),
    "effect.statuses": Texts(sv="Läge", en="Status"),
    "effect.holds": Texts(sv="Spärrar", en="Holds"),
    "effect.coming": Texts(sv="Steg som kommer", en="Steps to come"),
    "effect.letters": Texts(sv="Brev som stoppas", en="Letters that are stopped"),
    "effect.readers": Texts(sv="Brev går till", en="Letters go to"),
    "reader.instead": Texts(
        sv="{name} ({kind}), i stället för parten", en="{name} ({kind}), instead of the party"
    ),
    "reader.also": Texts(sv="{name} ({kind}), en kopia", en="{name} ({kind}), a copy"),
    "effect.changed": Texts(sv="ändras", en="changes"),
    "confirm.reason": Texts(sv="Varför?", en="Why?"),
    "confirm.reason.hint": Texts(
        sv="Skälet sparas med beslutet och kan läsas av den som berörs.",
        en="The reason is kept with the decision, and those it concerns may read it.",
    ),
    "confirm.decide": Texts(sv="Besluta", en="Decide"),
    "confirm.propose": Texts(
        sv="Besluta och vänta på underskrift", en="Decide and await a signature"
    ),
    "confirm.alone": Texts(
        sv="Du får besluta om det här själv. Det verkställs direkt.",
        en="You may decide this by yourself. It is carried out at once.",
    ),
    "confirm.waits": Texts(
        sv="Beslutet behöver en underskrift av: {roles}. Inget händer förrän dess.",
        en="The decision needs the signature of: {roles}. Nothing happens until then.",
    ),
    "confirm.change": Texts(sv="Ändra", en="Change"),
    "decision.made": Texts(sv="Fattat av {name} {day}", en="Made by {name} {day}"),
    "decision.reason": Texts(sv="Skäl", en="Reason"),
    "decision.became": Texts(sv="Vad som hände med beslutet", en="What became of the decision"),
    "decision.sign": Texts(sv="Skriv under", en="Sign"),
    "decision.sign.lead": Texts(
        sv="Väntar på underskrift av: {roles}. Beslutet verkställs när du skriver under.",
        en="Waits for the signature of: {roles}. The decision is carried out when you sign.",
    ),
    "decision.own": Texts(
        sv="Du har själv fattat beslutet. Någon annan måste skriva under ({roles}).",
        en="You have made this decision yourself. Another must sign ({roles}).",
    ),
    "decision.not_yours": Texts(
        sv="Beslutet väntar på underskrift av: {roles}.",
        en="The decision waits for the signature of: {roles}.",
    ),
    "decision.refuse": Texts(sv="Avslå", en="Refuse"),
    "decision.refuse.reason": Texts(sv="Varför avslår du?", en="Why do you refuse?"),
    "decision.withdraw": Texts(sv="Ta tillbaka", en="Withdraw"),
    "decision.withdraw.reason": Texts(sv="Varför tar du tillbaka?", en="Why do you withdraw?"),
    "decision.stale": Texts(
        sv="Beslutet går inte längre att verkställa: {why}",
        en="The decision can no longer be carried out: {why}",
    ),
    "outcome.waiting": Texts(sv="Väntar på underskrift", en="Waits for a signature"),
    "outcome.signed": Texts(sv="Underskrivet", en="Signed"),
    "outcome.refused": Texts(sv="Avslaget", en="Refused"),
    "outcome.withdrawn": Texts(sv="Återtaget", en="Withdrawn"),
    "outcome.carried_out": Texts(sv="Verkställt", en="Carried out"),
}
