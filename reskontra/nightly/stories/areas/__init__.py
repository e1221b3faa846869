"""The areas whose lines stories may have beside those of `notation`, one module an area.

agency     a claim at a collection agency

The one rule: an area is one row of `AREAS`; see `area` for what it may add.
"""

from reskontra.nightly.stories.area import Area
from reskontra.nightly.stories.areas import agency

AREAS: tuple[Area, ...] = (agency.AREA,)
