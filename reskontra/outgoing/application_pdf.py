"""An application becomes a PDF that all can read and that can be kept for ever.

    pdf = application_pdf(application)

The one rule: as with letters, the same data and template give the same bytes, in PDF/UA-1 and
PDF/A-3a; the data reaches typst as text between quotation marks, so nothing in it acts as markup.
"""

from __future__ import annotations

from datetime import UTC, datetime, time
from functools import lru_cache
from pathlib import Path
from typing import cast

import typst

from reskontra.formats.authority_case import Application
from reskontra.outgoing.rendering import FONTS, STANDARDS, NotRendered, quoted

TEMPLATES = Path(__file__).parent / "templates" / "applications"
TEMPLATE = "application.sv.typ"


def application_pdf(application: Application) -> bytes:
    """The PDF; refused when it has a sign that the fonts lack."""
    data = quoted(application.model_dump_json())
    source = f'#import "/{TEMPLATE}": write\n#write(json(bytes({data})))\n'
    moment = datetime.combine(application.applied_date, time(hour=12), tzinfo=UTC)
    try:
        pdf = _compiler().compile(source.encode(), pdf_standards=STANDARDS, timestamp=moment)
    except typst.TypstError as error:
        raise NotRendered(reason=error.message) from error
    return cast(bytes, pdf)


@lru_cache(maxsize=1)
def _compiler() -> typst.Compiler:
    fonts = typst.Fonts(include_system_fonts=False, font_paths=[FONTS])
    return typst.Compiler(root=TEMPLATES, font_paths=fonts)
