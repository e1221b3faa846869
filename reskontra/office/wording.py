"""Everything that the office's pages say of themselves, in both languages side by side.

    say("rules.title", language="sv")    -> "Regler"

The one rule: a text has one name and is written once in each language. What a rule means is not
said here but by `reskontra.policy.telling`, which the command line uses too.
"""

from __future__ import annotations

from reskontra.domain.texts import Texts
from reskontra.office.claim_wording import CLAIM_WORDING
from reskontra.office.staff_wording import STAFF_WORDING
from reskontra.office.water_wording import WATER_WORDING

WORDING = {
    "service": Texts(sv="Kontoret", en="The office"),
    "skip": Texts(sv="Till innehållet", en="Skip to main content"),
    "language": Texts(sv="Språk", en="Language"),
    "menu": Texts(sv="Meny", en="Menu"),
    "menu.rules": Texts(sv="Regler", en="Rules"),
    "menu.law": Texts(sv="Lagens värden", en="The law's values"),
    "menu.campaigns": Texts(sv="Kampanjer", en="Campaigns"),
    "menu.grants": Texts(sv="Vem får säga ja", en="Who may say yes"),
    "footer": Texts(
        sv="Sidorna visar reglerna som de står i sina filer. En regel ändras i filen, och gäller "
        "från sin dag när ändringen är granskad.",
        en="These pages show the rules as they stand in their files. A rule is changed in its "
        "file, and holds from its day once the change is reviewed.",
    ),
    "rules.title": Texts(sv="Regler", en="Rules"),
    "rules.lead": Texts(
        sv="Vad som händer med en faktura som inte betalas: varje borgenärs rutiner, steg för "
        "steg, med dagar, avgifter och källor.",
        en="What happens to an invoice that is not paid: each creditor's procedures, step by "
        "step, with days, fees and sources.",
    ),
    "versions": Texts(sv="Versioner", en="Versions"),
    "version.from": Texts(sv="från {day}", en="from {day}"),
    "state.now": Texts(sv="Gäller nu", en="In force"),
    "state.coming": Texts(sv="Gäller senare", en="To come"),
    "state.earlier": Texts(sv="Äldre", en="Earlier"),
    "state.earlier.hint": Texts(
        sv="Äldre fordringar följer versionen till sitt slut.",
        en="Older claims follow this version to their end.",
    ),
    "steps.count": Texts(sv="{count} steg", en="{count} steps"),
    "source": Texts(sv="Källa", en="Source"),
    "file": Texts(sv="Fil", en="File"),
    "digest": Texts(sv="Filens kontrollsumma (SHA-256)", en="The file's digest (SHA-256)"),
    "contents": Texts(sv="På den här sidan", en="On this page"),
    "procedure.picture": Texts(sv="Stegen i en bild", en="The steps in a picture"),
    "procedure.picture.alt": Texts(
        sv="Bild av stegen i rutinen {name}. Samma sak står i ord under Stegen.",
        en="Picture of the steps of procedure {name}. The same is said in words under The steps.",
    ),
    "procedure.picture.open": Texts(sv="Öppna bilden för sig", en="Open the picture by itself"),
    "procedure.steps": Texts(sv="Stegen", en="The steps"),
    "procedure.terms": Texts(sv="Villkoren", en="The terms"),
    "procedure.file": Texts(sv="Regelfilen som den står", en="The rule file as it stands"),
    "procedure.file.show": Texts(sv="Visa filen", en="Show the file"),
    "cautions": Texts(sv="Att fråga en jurist om", en="What to ask a lawyer"),
    "cautions.lead": Texts(
        sv="Det här stoppar ingenting, men bara en jurist kan avgöra det.",
        en="This stops nothing, but only a lawyer can settle it.",
    ),
    "cautions.line": Texts(sv="Rad {line}", en="Line {line}"),
    "example.change": Texts(sv="Räkna på en annan faktura", en="Try another invoice"),
    "example.due": Texts(sv="Förfallodag", en="Due date"),
    "example.due.hint": Texts(sv="Till exempel {day}", en="For example, {day}"),
    "example.amount": Texts(sv="Belopp i kronor", en="Amount in kronor"),
    "example.amount.hint": Texts(sv="Till exempel 1 000", en="For example, 1 000"),
    "example.show": Texts(sv="Visa dagarna", en="Show the days"),
    "example.error": Texts(sv="Fel:", en="Error:"),
    "example.error.due": Texts(
        sv="Skriv förfallodagen som en dag från {first} till {last}, till exempel {day}.",
        en="Write the due date as a day from {first} to {last}, for example {day}.",
    ),
    "example.error.amount": Texts(
        sv="Skriv ett belopp från 1 öre till {most} kr, till exempel 1 000 eller 450,50.",
        en="Write an amount from 1 öre to {most} kr, for example 1 000 or 450,50.",
    ),
    "example.error.title": Texts(sv="Exemplet kan inte räknas", en="The example cannot be counted"),
    "law.title": Texts(sv="Lagens värden", en="The law's values"),
    "law.lead": Texts(
        sv="Varje nationellt värde som systemet räknar med: från vilken dag, på vilken grund, och "
        "när en människa senast jämförde det med källan.",
        en="Every national value that the system counts with: from which day, on what ground, and "
        "when a person last compared it with its source.",
    ),
    "law.look": Texts(sv="Värt att se över", en="Worth looking at"),
    "law.look.nothing": Texts(
        sv="Inget värde behöver ses över i dag.", en="No value needs looking at today."
    ),
    "law.ending": Texts(sv="Snart utan värde", en="Soon without a value"),
    "law.unconfirmed": Texts(
        sv="Inte jämförda med källan på ett år", en="Not compared with the source for a year"
    ),
    "law.unverified": Texts(sv="Inte verifierade", en="Not verified"),
    "law.from": Texts(sv="Gäller från", en="Valid from"),
    "law.ground": Texts(sv="Grund", en="Ground"),
    "law.confirmed": Texts(sv="Senast bekräftat", en="Last confirmed"),
    "law.yes": Texts(sv="Verifierat", en="Verified"),
    "law.no": Texts(sv="Inte verifierat", en="Not verified"),
    "law.last_day": Texts(sv="Gäller till och med", en="Valid until"),
    "law.set_anew": Texts(
        sv="Sätts om varje halvår. Räknas aldrig vidare förbi sin sista dag.",
        en="Set anew each half-year. Never counted beyond its last day.",
    ),
    "law.others": Texts(sv="Tidigare och kommande värden", en="Earlier and coming values"),
    "law.none_yet": Texts(sv="Inget värde gäller i dag", en="No value holds today"),
    "part.consumer": Texts(sv="konsument", en="consumer"),
    "part.other": Texts(sv="annan", en="other"),
    "part.from_sending": Texts(sv="från att kravet skickades", en="from sending"),
    "part.from_receipt": Texts(sv="från att kravet kom fram", en="from receipt"),
    "part.first": Texts(sv="första varningen", en="first warning"),
    "part.second": Texts(sv="andra varningen", en="second warning"),
    "part.verdict": Texts(sv="utslag", en="verdict"),
    "part.application": Texts(sv="ansökan", en="application"),
    "years": Texts(sv="{count} år", en="{count} years"),
    "year": Texts(sv="{count} år", en="{count} year"),
    "points": Texts(sv="{number} procentenheter", en="{number} percentage points"),
    "campaigns.title": Texts(sv="Kampanjer", en="Campaigns"),
    "campaigns.lead": Texts(
        sv="Beslut som för en tid gör det lättare för dem som är skyldiga: steg som stoppas, "
        "förfallodagar som flyttas, ränta och avgifter som inte tas ut.",
        en="Decisions that for a time make it easier for those who owe: steps that are stopped, "
        "due dates that are moved, interest and fees that are not charged.",
    ),
    "campaigns.none": Texts(sv="Inga kampanjer.", en="No campaigns."),
    "campaigns.on": Texts(sv="Pågår", en="On now"),
    "campaigns.over": Texts(sv="Avslutad", en="Over"),
    "grants.title": Texts(sv="Vem får säga ja", en="Who may say yes"),
    "grants.lead": Texts(
        sv="Anstånd, avbetalningsplaner och andra beslut: vad som erbjuds, på vilka villkor, och "
        "vem som får säga ja till hur mycket.",
        en="More time, payment in parts and other decisions: what is offered, on what terms, and "
        "who may say yes to how much.",
    ),
    "grants.none": Texts(
        sv="Rutinerna erbjuder varken anstånd eller avbetalningsplan.",
        en="The procedures offer neither more time nor payment in parts.",
    ),
    "grants.deferral": Texts(sv="Anstånd", en="More time to pay"),
    "grants.decisions": Texts(sv="Övriga beslut", en="Other decisions"),
    "grants.plan": Texts(sv="Avbetalningsplan", en="Installment plan"),
    "missing.title": Texts(sv="Sidan finns inte", en="The page does not exist"),
    "missing.body": Texts(
        sv="Adressen leder inte till någon regel. Kanske har versionen bytt dag.",
        en="The address leads to no rule. Perhaps the version has another day now.",
    ),
    "missing.rules": Texts(sv="Gå till reglerna", en="Go to the rules"),
    **CLAIM_WORDING,
    **STAFF_WORDING,
    **WATER_WORDING,
}


def say(name: str, /, *, language: str, **values: object) -> str:
    """The text called `name`, with `values` in its braces; a KeyError is a fault in a page."""
    return WORDING[name].say(language).format(**values)


def say_or_show(kind: str, name: str, *, language: str) -> str:
    """The text called `kind.name`; the name itself, readable, when none is written for it."""
    text = f"{kind}.{name}"
    if text in WORDING:
        return say(text, language=language)
    return name.replace("_", " ").capitalize()
