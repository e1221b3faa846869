"""The statement about accessibility (tillgänglighetsredogörelse).

The one rule: it promises nothing that was not measured. Source: lag (2018:1937) and Digg's
requirements on such a statement.
"""

from __future__ import annotations

from reskontra.domain.texts import Texts

TEXTS = {
    "accessibility.link": Texts(sv="Tillgänglighetsredogörelse", en="Accessibility statement"),
    "accessibility.title": Texts(
        sv="Tillgänglighets\N{SOFT HYPHEN}redogörelse för Mina fakturor",
        en="Accessibility statement for My invoices",
    ),
    "accessibility.who": Texts(
        sv="{municipality} står bakom tjänsten. Vi vill att så många som möjligt ska kunna använda "
        "den. Här står hur den uppfyller lagen om tillgänglighet till digital offentlig service, "
        "vilka brister vi känner till och hur du säger till.",
        en="{municipality} is behind the service. We want as many as possible to be able to use "
        "it. Here is how it complies with the Swedish law on accessibility to digital public "
        "services, what we know falls short, and how to tell us.",
    ),
    "accessibility.scope": Texts(
        sv="Redogörelsen gäller alla sidor på {address}.",
        en="The statement is about all pages at {address}.",
    ),
    "accessibility.published": Texts(
        sv="Tjänsten publicerades den {day}.", en="The service was published on {day}."
    ),
    "accessibility.how.title": Texts(
        sv="Hur tillgänglig är tjänsten?", en="How accessible is the service?"
    ),
    "accessibility.no_faults": Texts(
        sv="Tjänsten är delvis förenlig med lagen. Automatiska prov hittar inga fel, men sådana "
        "prov hittar inte allt, och ingen har ännu granskat hela tjänsten för hand.",
        en="The service partly complies with the law. Automatic tests find no faults, but such "
        "tests do not find everything, and nobody has yet gone through all of it by hand.",
    ),
    "accessibility.faults": Texts(
        sv="Tjänsten är delvis förenlig med lagen. Automatiska prov hittar {faults} fel, som vi "
        "arbetar med att rätta.",
        en="The service partly complies with the law. Automatic tests find {faults} faults, which "
        "we are working to correct.",
    ),
    "accessibility.not_measured": Texts(
        sv="Tjänsten har inte prövats. Därför säger vi att den inte är förenlig med lagen.",
        en="The service has not been tested. Therefore we say that it does not comply.",
    ),
    "accessibility.known.title": Texts(sv="Det här vet vi om", en="What we know of"),
    "accessibility.known.pdf": Texts(
        sv="En faktura som har kommit till oss som PDF visas som den kom, och den kan sakna "
        "märkning för hjälpmedel (WCAG 1.3.1). Allt som står på den finns också på fakturans sida.",
        en="An invoice that came to us as a PDF is shown as it came, and may lack tags for "
        "assistive technology (WCAG 1.3.1). What it says is also on the invoice's page.",
    ),
    "accessibility.known.language": Texts(
        sv="Fakturarader och en del brev är på svenska, också när sidan visas på engelska "
        "(WCAG 3.1.2).",
        en="The lines of invoices and some letters are in Swedish, also when the page is English "
        "(WCAG 3.1.2).",
    ),
    "accessibility.known.burden": Texts(
        sv="Vi undantar inget som oskäligt betungande att anpassa (12 § i lagen). Invändningar och "
        "önskemål prövar vi var för sig.",
        en="We except nothing as a disproportionate burden to adapt (section 12 of the law). "
        "We look into what each of you tells us.",
    ),
    "accessibility.tested.title": Texts(sv="Så har vi prövat", en="How we have tested"),
    "accessibility.tested": Texts(
        sv="Vi har prövat tjänsten själva. Den senaste bedömningen och redogörelsen är från den "
        "{day}. Då prövades {pages} sidor på svenska och engelska: med axe mot WCAG 2.2 nivå "
        "AA och EN 301 549, med W3C:s granskning av sidornas kod, och i 320 pixlars bredd.",
        en="We have tested the service ourselves. The last assessment and this statement are from "
        "{day}. Then {pages} pages in Swedish and English were tested: with axe against WCAG 2.2 "
        "level AA and EN 301 549, with the W3C's checker of the pages' code, and 320 pixels wide.",
    ),
    "accessibility.tested.also": Texts(
        sv="Varje sida prövas också med bara tangentbord, med mer luft i texten och i 400 procents "
        "förstoring. Sidorna fungerar utan JavaScript, och brev som vi gör är märkta (PDF/UA).",
        en="Each page is also tested with the keyboard alone, with more space in the text and at "
        "400 per cent. The pages work without JavaScript, and letters that we make are tagged "
        "(PDF/UA).",
    ),
    "accessibility.tell.title": Texts(sv="Säg till om något brister", en="Tell us what is wrong"),
    "accessibility.tell": Texts(
        sv="Hör av dig till {name} om du inte kan använda något, eller om du behöver innehållet "
        "i en annan form.",
        en="Contact {name} if there is something that you cannot use, or if you need the content "
        "in another form.",
    ),
    "accessibility.digg.title": Texts(sv="Tillsyn", en="Supervision"),
    "accessibility.digg": Texts(
        sv="Myndigheten för digital förvaltning (Digg) har tillsyn över lagen. Är du inte nöjd "
        "med hur vi tar hand om det du har sagt kan du anmäla det till dem:",
        en="The Agency for Digital Government (Digg) supervises the law. If you are not content "
        "with how we deal with what you told us, you can report it to them:",
    ),
}
