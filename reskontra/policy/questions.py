"""What a lawyer is asked about a policy file: what was found, the question, and where to look.

    DUE_DATE.caution(document, ("interest", "runs_from"))  -> Caution, in Swedish and English

The one rule: the words of every question stand here, in both languages; when each is asked is
said in `cautions`.
"""

from __future__ import annotations

from dataclasses import dataclass

from reskontra.domain.texts import Texts
from reskontra.policy.document import Document, Way
from reskontra.policy.problems import Caution


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One kind of question; its texts may name what was found in braces."""

    found: Texts
    why: Texts
    law: Texts

    def caution(self, document: Document, way: Way, **said: object) -> Caution:
        """The question asked about a place of a file."""
        found, why = _filled(self.found, said), _filled(self.why, said)
        return document.caution(way, found=found, why=why, law=self.law)


def _filled(texts: Texts, said: dict[str, object]) -> Texts:
    return Texts(sv=texts.sv.format(**said), en=texts.en.format(**said))


def _statute(text: str) -> Texts:
    """A law by its Swedish name, which has no other."""
    return Texts(sv=text.replace(" and ", " och "), en=text)


UNEQUAL = Question(
    found=Texts(sv="{key} för vissa fakturor", en="{key} for some invoices"),
    why=Texts(
        sv="om de som inte omfattas behandlas lika",
        en="whether those left out are treated equally",
    ),
    law=_statute("kommunallagen (2017:725) 2 kap. 3 §"),
)
STOP_WITHOUT_END = Question(
    found=Texts(sv="ett stopp utan sista dag", en="a stop without a last day"),
    why=Texts(
        sv="när fordringar skulle preskriberas medan det pågår",
        en="when claims would lapse while it lasts",
    ),
    law=_statute("preskriptionslagen (1981:130) 2 §"),
)
DUE_DATE = Question(
    found=Texts(
        sv="ränta från en förfallodag som kan vara en dag då bankerna är stängda",
        en="interest from a due date that may be a day when banks are closed",
    ),
    why=Texts(
        sv="om ränta får löpa från en dag efter vilken betalning ännu var i tid",
        en="whether interest may run from a day after which payment was still in time",
    ),
    law=_statute("skuldebrevslagen (1936:81) 5 §"),
)
INTEREST_ON_FEES = Question(
    found=Texts(sv="ränta på avgiftsfakturor", en="interest on fee invoices"),
    why=Texts(
        sv="om ränta får löpa på avgifter; utgången av RH 2010:18 är inte känd här",
        en="whether interest may run on fees; the outcome of RH 2010:18 is not known here",
    ),
    law=_statute("räntelagen (1975:635)"),
)
ABOVE_THE_LAW = Question(
    found=Texts(
        sv="{percent} % från {day}, över referensräntan och 8 procentenheter",
        en="{percent} % from {day}, above the reference rate and 8 points",
    ),
    why=Texts(
        sv="om den är avtalad med varje gäldenär", en="whether it was agreed with each debtor"
    ),
    law=_statute("räntelagen (1975:635) 1 and 6 §§"),
)
DEFERRAL_FEE = Question(
    found=Texts(sv="en avgift för anstånd", en="a fee for more time"),
    why=Texts(
        sv="om den är avtalad, eftersom lagen inte ger rätt till avgift för anstånd",
        en="whether it was agreed, as the law grants no fee for more time",
    ),
    law=_statute("lagen (1981:739) 5 and 6 §§"),
)
NOTICE_FEE = Question(
    found=Texts(sv="en avgift för varje avi", en="a fee for each notice"),
    why=Texts(
        sv="om den får tas ut: bara en svag källa nämner den",
        en="whether it may be charged: only a weak source names it",
    ),
    law=_statute("lagen (1981:739) 3 §; law/installment_notice_fee_ceiling.yaml"),
)
FEE_NOT_AGREED = Question(
    found=Texts(
        sv="en påminnelseavgift, och {kinds} som inte grundas på avtal",
        en="a reminder fee, and {kinds} not owed by agreement",
    ),
    why=Texts(
        sv="om breven tydligt säger att den aldrig tas ut för dem",
        en="whether letters say clearly that it is never charged for them",
    ),
    law=_statute("lagen (1981:739) 2 §"),
)
FEE_IN_SHORT = Question(
    found=Texts(sv="en påminnelseavgift på {channels}", en="a reminder fee on {channels}"),
    why=Texts(
        sv="om påminnelsen är skriftlig, som en avgift kräver",
        en="whether the reminder is in writing, as a fee needs",
    ),
    law=_statute("lagen (1981:739) 2 §"),
)
TRANSFER = Question(
    found=Texts(
        sv="ett krav som inkassobolaget äger därefter",
        en="a claim that the agency owns from then on",
    ),
    why=Texts(
        sv="om gäldenären får veta att betalning till borgenären inte längre räknas",
        en="whether the debtor is told that payment to the creditor no longer counts",
    ),
    law=_statute(
        "inkassolagen (1974:182) 5 § 4; skuldebrevslagen (1936:81) 29 and 31 §§",
    ),
)
SERVICE_STOPPED = Question(
    found=Texts(sv="avstängning av {services}", en="disconnection of {services}"),
    why=Texts(
        sv="på vilken grund, och efter vilken varning, tjänsten får stängas av",
        en="on what ground, and after which warning, the service may be stopped",
    ),
    law=Texts(
        sv="tjänstens egen lag eller avtalet; inkassolagen (1974:182) 1 §",
        en="the service's own law or agreement; inkassolagen (1974:182) 1 §",
    ),
)
OTHERS_LIVE_THERE = Question(
    found=Texts(
        sv="avstängning även av hus där andra än gäldenären bor",
        en="disconnection of houses where others than the debtor live, too",
    ),
    why=Texts(
        sv="om unless: {{marks: [{mark}]}} ska hindra den",
        en="whether unless: {{marks: [{mark}]}} should bar it",
    ),
    law=_statute("lagen (2006:412) om allmänna vattentjänster 43 §"),
)
