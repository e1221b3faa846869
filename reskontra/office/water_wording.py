"""What the office's pages about water say, in both languages side by side.

The one rule: a technician reads it on a phone, outdoors: short, and what to do first.
"""

from __future__ import annotations

from reskontra.domain.texts import Texts

WATER_WORDING = {
    "menu.orders": Texts(sv="Order", en="Orders"),
    "orders.title": Texts(sv="Order", en="Orders"),
    "orders.lead": Texts(
        sv="Arbeten vid anläggningar, det som ska göras först överst.",
        en="Work at facilities, what is to be done first on top.",
    ),
    "orders.none": Texts(sv="Det finns inga öppna order.", en="There are no open orders."),
    "order.kind.disconnect": Texts(sv="Stäng av vattnet", en="Turn the water off"),
    "order.kind.throttle": Texts(sv="Stryp vattnet", en="Throttle the water"),
    "order.kind.reconnect": Texts(sv="Koppla på vattnet", en="Turn the water on"),
    "order.kind.inspect": Texts(sv="Kontrollera", en="Inspect"),
    "order.by": Texts(sv="Senast {day}", en="By {day}"),
    "order.from": Texts(sv="Den {day}", en="On {day}"),
    "order.near": Texts(sv="Bråttom", en="Urgent"),
    "order.early": Texts(
        sv="Arbetet får göras från och med {day}.", en="The work may be done from {day}."
    ),
    "order.facility": Texts(sv="Anläggning {code}", en="Facility {code}"),
    "order.ordered": Texts(sv="Beslutat av {name}: {reason}", en="Decided by {name}: {reason}"),
    "order.stop": Texts(sv="Stäng inte vattnet", en="Do not close the water"),
    "order.start.lead": Texts(
        sv="När du påbörjar ser vi efter en sista gång om något har betalats.",
        en="When you start we look one last time whether anything has been paid.",
    ),
    "order.start": Texts(sv="Påbörja arbetet", en="Start the work"),
    "order.go": Texts(sv="Inget hindrar. Du kan stänga.", en="Nothing hinders. You may close it."),
    "order.meter": Texts(sv="mätaren visar {reading}", en="the meter shows {reading}"),
    "order.meter.label": Texts(sv="Mätarställning", en="Meter reading"),
    "order.note.label": Texts(sv="Anteckning", en="Note"),
    "order.note.hint": Texts(
        sv="Gick det inte att göra: skriv varför.", en="If it could not be done: write why."
    ),
    "order.photo.label": Texts(sv="Bild", en="Photo"),
    "order.photo.hint": Texts(sv="JPEG, PNG eller WebP, högst 8 MB", en="JPEG, PNG or WebP, 8 MB"),
    "order.photo.alt": Texts(sv="Teknikerns bild", en="The technician's photo"),
    "order.done": Texts(sv="Utfört", en="Done"),
    "order.not_possible": Texts(sv="Gick inte att göra", en="Not possible"),
    "order.found_open": Texts(sv="Någon annan har öppnat", en="Somebody else has opened it"),
    "order.events": Texts(sv="Vad som har hänt", en="What has happened"),
    "order.event.started": Texts(sv="Påbörjat", en="Started"),
    "order.started.read": Texts(
        sv="pengarna lästes en sista gång, och inget hindrade",
        en="the money was read one last time, and nothing hindered",
    ),
    "order.event.found_open": Texts(sv="Öppnat av någon annan", en="Opened by somebody else"),
    "order.event.done": Texts(sv="Utfört", en="Done"),
    "order.event.not_possible": Texts(sv="Gick inte", en="Not possible"),
    "order.event.withdrawn": Texts(sv="Återtaget", en="Withdrawn"),
    "house.title": Texts(sv="Anläggning {code}", en="Facility {code}"),
    "house.tariff": Texts(sv="taxa {name}", en="tariff {name}"),
    "house.kind.single_dwelling": Texts(sv="Enbostadshus", en="Single dwelling"),
    "house.kind.multi_dwelling": Texts(sv="Flerbostadshus", en="Multi-dwelling house"),
    "house.kind.business": Texts(sv="Verksamhet", en="Business"),
    "house.state.on": Texts(sv="Vattnet är på", en="The water is on"),
    "house.state.throttled": Texts(sv="Vattnet är strypt", en="The water is throttled"),
    "house.state.off": Texts(sv="Vattnet är avstängt", en="The water is off"),
    "house.owners": Texts(sv="Ägare", en="Owners"),
    "house.missing": Texts(
        sv="{amount} ska betalas innan vattnet kopplas på: skulden för vatten och båda avgifterna.",
        en="{amount} must be paid before the water is on: the debt for water and both fees.",
    ),
    "house.gates": Texts(sv="Får vattnet stängas i dag?", en="May the water be closed today?"),
    "house.owed": Texts(sv="Förfallen skuld för vatten", en="Overdue debt for water"),
    "house.water": Texts(sv="Vatten och avlopp", en="Water and sewerage"),
    "house.all": Texts(sv="Hela fakturan", en="The whole invoice"),
    "house.total": Texts(sv="Sammanlagt {amount} för vatten", en="{amount} for water in all"),
    "house.fees": Texts(sv="Avgifter", en="Fees"),
    "house.do.health": Texts(sv="Registrera bedömning av hälsan", en="Record a finding on health"),
    "house.do.finding": Texts(
        sv="Registrera annat vatten eller kvitto", en="Record other water or a receipt"
    ),
    "house.do.close": Texts(sv="Besluta att stänga vattnet", en="Decide to close the water"),
    "house.do.inspect": Texts(sv="Beställ en kontroll", en="Order an inspection"),
    "fee.disconnection": Texts(sv="Avstängning", en="Disconnection"),
    "fee.reconnection": Texts(sv="Påkoppling", en="Reconnection"),
    "fee.unauthorized_opening": Texts(sv="Olovlig öppning", en="Unauthorized opening"),
    "gate.open": Texts(sv="Klart", en="Ready"),
    "gate.closed": Texts(sv="Hindrar", en="Stops it"),
    "gate.owners": Texts(sv="Ägarna svarar för skulden", en="The owners answer for the debt"),
    "gate.neglect": Texts(sv="Skulden är väsentlig", en="The debt is considerable"),
    "gate.warned": Texts(sv="Alla ägare är varnade i tid", en="All owners are warned in time"),
    "gate.health": Texts(sv="Ingens hälsa är i fara", en="Nobody's health is at risk"),
    "gate.alternative_water": Texts(sv="Annat vatten är ordnat", en="Other water is arranged"),
    "gate.unresolved": Texts(sv="Inget är oavgjort", en="Nothing is unresolved"),
    "gate.multi_dwelling": Texts(sv="Bara ägaren bor där", en="Only the owner lives there"),
    "gate.day": Texts(sv="Dagen är rätt", en="The day is right"),
    "gate.money": Texts(sv="Pengarna är lästa", en="The money has been read"),
    "gate.money.until": Texts(
        sv="Bankens filer är inlästa till och med {day}. De läses en gång till samma morgon.",
        en="The bank's files are in up to {day}. They are read once more the same morning.",
    ),
    "papers.title": Texts(sv="Underlag för polisanmälan", en="Papers for a police report"),
    "papers.lead": Texts(
        sv="Läs igenom, skriv ut och lämna till polisen. Inget skickas av sig självt.",
        en="Read it, print it and give it to the police. Nothing is sent by itself.",
    ),
    "papers.summary": Texts(
        sv="Vi hade stängt vattnet för en skuld som inte är betald. En tekniker har sett att någon "
        "annan sedan har öppnat det.",
        en="We had closed the water for a debt that is not paid. A technician has seen that "
        "somebody else has opened it since.",
    ),
    "papers.decided": Texts(
        sv="Beslutat av {name} {day}: {reason}", en="Decided by {name} {day}: {reason}"
    ),
    "papers.who": Texts(sv="Vem som anmäler", en="Who reports"),
    "papers.where": Texts(sv="Var", en="Where"),
    "papers.what": Texts(sv="Vad som har hänt", en="What has happened"),
    "papers.open": Texts(sv="Underlag för polisanmälan", en="Papers for a police report"),
    "papers.decide": Texts(
        sv="Besluta om det ska polisanmälas", en="Decide whether to report it to the police"
    ),
    "work.reconnections": Texts(sv="Vatten på, snart för sent", en="Water on, soon too late"),
    "work.reconnections.lead": Texts(
        sv="Dagen är den sista då vattnet ska vara på igen. Se till att en tekniker åker.",
        en="The day is the last for the water to be on again. See that a technician goes.",
    ),
    "work.opened": Texts(sv="Vatten som någon annan öppnat", en="Water that somebody else opened"),
    "work.opened.lead": Texts(
        sv="En tekniker har sett att någon annan har öppnat. Besluta om det ska polisanmälas.",
        en="A technician has seen that somebody else has opened it. Decide whether to report it.",
    ),
    "claim.house": Texts(sv="Vattnet vid anläggning {code}", en="The water at facility {code}"),
}
