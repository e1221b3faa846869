"""What changes, as lines that a person reads before deciding.

    Granviks Vatten AB (water_company)
      Rutinen water: ny version från 1 januari 2027, jämförd med den från 1 januari 2020
        Gäller fordringar som förfaller från 1 januari 2027.
        Öppna fordringar som berörs: 140 av 1203.
        Steget Påminnelse, tid att betala: 14 dagar → 20 dagar

The one rule: first what it is and whom it concerns, then what a person must know, then the words.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import is_dataclass

from reskontra.domain.rules import Creditor, Policy, Procedure, VersionBy
from reskontra.domain.texts import Texts
from reskontra.policy.diff.compare import (
    CreditorDiff,
    PolicyDiff,
    VersionChange,
    Warned,
    key_of,
)
from reskontra.policy.diff.touched import Passage, Touched
from reskontra.policy.diff.walk import Change, How, Named
from reskontra.policy.diff.words import Words
from reskontra.policy.telling.voice import Voice

INDENT = "  "

_WARNED = {
    Warned.EDITED: Texts(
        sv="VARNING: versionen gäller redan. Steg som tagits behåller sin regeltext, men öppna "
        "fordringar följer de ändrade orden från och med i natt. Skriv hellre en ny version.",
        en="WARNING: the version is already in force. Steps already taken keep their rule text, "
        "but open claims follow the changed words from tonight. Rather write a new version.",
    ),
    Warned.TAKEN_AWAY: Texts(
        sv="VARNING: versionen gällde. Öppna fordringar som följde den följer från och med i natt "
        "en annan version, eller ingen.",
        en="WARNING: the version was in force. Open claims that followed it follow another "
        "version, or none, from tonight.",
    ),
    Warned.BACKDATED: Texts(
        sv="VARNING: versionens första dag har redan varit. Öppna fordringar som redan är på väg "
        "följer den från och med i natt.",
        en="WARNING: the version's first day has come already. Open claims that are on their way "
        "follow it from tonight.",
    ),
}
_CLAIMS = {
    VersionBy.DUE_DATE: Texts(sv="fordringar som förfaller", en="claims due"),
    VersionBy.INVOICE_DATE: Texts(sv="fordringar med fakturadatum", en="claims invoiced"),
    VersionBy.STEP_DAY: Texts(
        sv="steg, i alla öppna fordringar, som tas", en="steps, of all open claims, taken"
    ),
}


def tell(
    diff: PolicyDiff, counted: Touched | None, *, law: Mapping[str, Texts], language: str
) -> Iterator[str]:
    """Every change; `counted` is None when no database was asked. `law` names national values."""
    speech = _Speech(diff, law=law, language=language)
    if diff.empty:
        yield speech.say(sv="Inget ändras.", en="Nothing changes.")
        return
    for heading, changes in (
        (speech.say(sv="Lagens värden", en="The law's values"), diff.law),
        (speech.say(sv="Ord som alla borgenärer delar", en="Words of all creditors"), diff.kinds),
    ):
        if changes:
            yield heading
            yield from _indented(_changes(changes, speech.words(None)))
            yield ""
    for creditor in diff.creditors:
        yield from _creditor(creditor, counted, speech)
        yield ""
    yield from _counted(counted, speech)


class _Speech:
    """The reader's language, and the names of both policies."""

    def __init__(self, diff: PolicyDiff, *, law: Mapping[str, Texts], language: str) -> None:
        self.diff = diff
        self.law = law
        self.language = language
        self.policies = (diff.before, diff.after)
        creditors = [each for policy in self.policies for each in policy.creditors.values()]
        self._voice = Voice(
            language=language,
            day=diff.day,
            creditor=creditors[0],
            known_kinds={},
            known_services={},
            known_departments={},
            known_steps={},
            known_holds={},
            known_findings={},
            known_marks={},
            stepped=frozenset(),
        )
        self.day = self._voice.date

    def say(self, *, sv: str, en: str) -> str:
        return self._voice.say(sv=sv, en=en)

    def of(self, texts: Texts) -> str:
        return self._voice.of(texts)

    def words(self, code: str | None, *versions: Procedure | None) -> Words:
        """The words of a creditor, with the names of the steps of these versions before others."""
        names = _shared_names(self.policies)
        for policy in self.policies:
            if code in policy.creditors:
                names |= _names(policy.creditors[code])
        for version in versions:
            names |= {step.name: step.label for step in version.steps} if version else {}
        return Words(voice=self._voice, names=names, law=self.law)


def _shared_names(policies: tuple[Policy, Policy]) -> dict[str, Texts]:
    found = dict(_ANCHORS)
    for policy in policies:
        found |= policy.enclosure_kinds | policy.role_kinds
        found |= {name: each.texts for name, each in policy.channel_kinds.items()}
        found |= policy.hold_kinds | policy.clearance_kinds | policy.mark_kinds
    return found


_ANCHORS = {
    "billed": Texts(sv="fakturadatum", en="the invoice date"),
    "due": Texts(sv="förfallodagen", en="the due date"),
    "paid": Texts(sv="dagen då allt är betalt", en="the day all is paid"),
}


def _names(creditor: Creditor) -> dict[str, Texts]:
    departments = {each.code: each.name for each in creditor.departments}
    steps = {step.name: step.label for each in creditor.procedures for step in each.steps}
    campaigns = {each.name: each.label for each in creditor.campaigns}
    return {**creditor.invoice_kinds, **creditor.services, **departments, **steps, **campaigns}


def _creditor(diff: CreditorDiff, counted: Touched | None, speech: _Speech) -> Iterator[str]:
    yield f"{diff.name} ({diff.code})"
    if diff.how is not How.CHANGED:
        added = diff.how is How.ADDED
        sv, en = ("Ny borgenär.", "A new creditor.") if added else ("Tas bort.", "Is taken away.")
        yield INDENT + speech.say(sv=sv, en=en)
    for change in diff.changes:
        yield from _indented(_change(change, speech.words(diff.code)))
        yield from _indented(_campaign(diff.code, change, counted, speech), times=2)
    for version in diff.versions:
        yield from _indented(_version(diff.code, version, counted, speech))


def _campaign(code: str, change: Change, counted: Touched | None, speech: _Speech) -> Iterator[str]:
    """How many open claims a campaign concerns, once it is told that it comes or goes."""
    part = change.way[-1]
    if counted and isinstance(part, Named) and part.of == "Campaign":
        yield _open(counted.campaigns[code, part.name], counted, speech)


def _version(
    code: str, change: VersionChange, counted: Touched | None, speech: _Speech
) -> Iterator[str]:
    words = speech.words(code, change.before, change.after)
    yield _what(change, speech)
    yield INDENT + _whom(change, speech)
    if counted is not None:
        about = counted.about(code, key_of(change.version))
        yield INDENT + _open(about, counted, speech)
    if change.warned is not None:
        yield INDENT + speech.of(_WARNED[change.warned])
    if change.before is not None and change.after is not None:
        yield from _indented(_changes(change.changes, words))
        if not change.changes:
            yield INDENT + speech.say(
                sv="Bara kommentarer eller radbrytningar skiljer.",
                en="Only comments or line breaks differ.",
            )
    elif change.after is not None:
        yield from _indented(words.details(change.after))


def _what(change: VersionChange, speech: _Speech) -> str:
    version = change.version
    since = speech.day(version.valid_from)
    if change.is_later_version:
        assert change.before is not None
        earlier = speech.day(change.before.valid_from)
        return speech.say(
            sv=f"Rutinen {version.name}: ny version från {since}, jämförd med den från {earlier}",
            en=f"Procedure {version.name}: new version from {since}, compared with {earlier}",
        )
    how = {
        How.ADDED: Texts(sv="ny rutin från", en="new, from"),
        How.REMOVED: Texts(sv="tas bort, versionen från", en="taken away, the version from"),
    }.get(change.how, Texts(sv="ändras, versionen från", en="changed, the version from"))
    name = speech.say(sv=f"Rutinen {version.name}", en=f"Procedure {version.name}")
    return f"{name}: {speech.of(how)} {since}"


def _whom(change: VersionChange, speech: _Speech) -> str:
    """For which claims, by the day that decides the version."""
    version = change.version
    claims, since = speech.of(_CLAIMS[version.version_by]), speech.day(version.valid_from)
    said = speech.say(sv=f"Gäller {claims} från {since}", en=f"Concerns {claims} from {since}")
    if change.until is not None:
        until = speech.day(change.until)
        said += speech.say(sv=f" och före {until}", en=f" and before {until}")
    if change.is_later_version and version.version_by is not VersionBy.STEP_DAY:
        said += speech.say(
            sv=". Tidigare fordringar följer den äldre till slutet",
            en=". Earlier claims follow the older one to their end",
        )
    return f"{said}."


def _open(count: int, counted: Touched, speech: _Speech) -> str:
    return speech.say(
        sv=f"Öppna fordringar som berörs: {count} av {counted.open_count}.",
        en=f"Open claims that it touches: {count} of {counted.open_count}.",
    )


def _changes(changes: tuple[Change, ...], words: Words) -> Iterator[str]:
    for change in changes:
        yield from _change(change, words)


def _change(change: Change, words: Words) -> Iterator[str]:
    place, say = _opening(words.place(change.way)), words.voice.say
    match change.how:
        case How.CHANGED:
            before = words.value(change.before, change.way)
            yield f"{place}: {before} → {words.value(change.after, change.way)}"
        case How.MOVED:
            yield say(
                sv=f"{place}: flyttas från plats {change.before} till plats {change.after}",
                en=f"{place}: moved from place {change.before} to place {change.after}",
            )
        case How.REMOVED:
            yield say(sv=f"{place}: tas bort", en=f"{place}: taken away")
        case How.ADDED if is_dataclass(change.after) and not isinstance(change.after, Texts):
            yield say(sv=f"{place}: tillkommer", en=f"{place}: added")
            yield from _indented(words.details(change.after))
        case How.ADDED:
            after = words.value(change.after, change.way)
            yield say(sv=f"{place}: tillkommer, {after}", en=f"{place}: added, {after}")


def _counted(counted: Touched | None, speech: _Speech) -> Iterator[str]:
    if counted is None:
        yield speech.say(
            sv="Öppna fordringar är inte räknade: ingen databas tillfrågades.",
            en="Open claims are not counted: no database was asked.",
        )
        return
    moved = sum(counted.passages.values())
    yield speech.say(
        sv=f"Av {counted.open_count} öppna fordringar följer {moved} andra regler än förut.",
        en=f"Of {counted.open_count} open claims {moved} follow other rules than before.",
    )
    for passage in sorted(counted.passages, key=_order):
        yield INDENT + _passage(passage, counted.passages[passage], speech)
    if counted.untaken:
        yield speech.say(
            sv=f"VARNING: {counted.untaken} öppna fordringar skulle sakna rutin.",
            en=f"WARNING: {counted.untaken} open claims would have no procedure.",
        )


def _order(passage: Passage) -> tuple[str, str]:
    return passage.creditor, str(passage)


def _passage(passage: Passage, count: int, speech: _Speech) -> str:
    sides = []
    for key in (passage.before, passage.after):
        none = speech.say(sv="ingen rutin", en="no procedure")
        since = speech.say(sv="från", en="from")
        sides.append(f"{key[0]} {since} {speech.day(key[1])}" if key else none)
    before, after = sides
    if passage.before == passage.after:
        after = speech.say(sv="samma, ändrad", en="the same, changed")
    return f"{count} {passage.creditor}: {before} → {after}"


def _opening(text: str) -> str:
    return text[:1].upper() + text[1:]


def _indented(lines: Iterator[str], *, times: int = 1) -> Iterator[str]:
    for line in lines:
        yield INDENT * times + line
