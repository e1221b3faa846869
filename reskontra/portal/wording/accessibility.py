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
        "märkning för hjälpmedel. Allt som står på den finns också på fakturans sida.",
        en="An invoice that came to us as a PDF is shown as it came, and may lack tags for "
        "assistive technology. What it says is also on the invoice's page.",
    ),
    "accessibility.known.language": Texts(
        sv="Fakturarader och en del brev är på svenska, också när sidan visas på engelska.",
        en="The lines of invoices and some letters are in Swedish, also when the page is English.",
    ),
    "accessibility.tested.title": Texts(sv="Så har vi prövat", en="How we have tested"),
    "accessibility.tested": Texts(
        sv="Vi prövade senast den {day}, {pages} sidor på svenska och engelska: med axe mot WCAG "
        "2.2 nivå AA, med W3C:s granskning av sidornas kod, och i 320 pixlars bredd.",
        en="We tested last on {day}, {pages} pages in Swedish and English: with axe against WCAG "
        "2.2 level AA, with the W3C's checker of the pages' code, and at a width of 320 pixels.",
    ),
    "accessibility.tested.also": Texts(
        sv="Sidorna fungerar utan JavaScript, och brev som vi gör är märkta (PDF/UA).",
        en="The pages work without JavaScript, and letters that we make are tagged (PDF/UA).",
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
