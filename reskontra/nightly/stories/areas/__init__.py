"""The areas whose lines stories may have beside those of `notation`, one module an area.

agency     a claim at a collection agency
asking     what a citizen is offered in the portal, and asks for
authority  a claim at the Enforcement Authority
coming     what is still to come of a claim
court      how a court case ended
courses    which way a claim goes, and when it lapses
debtors    a letter comes back, somebody has moved, or has died
deferrals  more time to pay
disputes   somebody objects, to all of an invoice or to a part
finders    who may find what a step needs
leaving    letters that do not leave at once, and demands that are stopped
letters    what a letter says, how it goes, and what goes with it
money      money that a person places, gives up or pays back
plans      payment in parts
representing  somebody stands for a party, and reads its letters
undoing    a night that is undone
water      a house, and the water that is turned off there and on again

The one rule: an area is one row of `AREAS`; see `area` for what it may add.
"""

from reskontra.nightly.stories.area import Area
from reskontra.nightly.stories.areas import (
    agency,
    asking,
    authority,
    coming,
    courses,
    court,
    debtors,
    deferrals,
    disputes,
    finders,
    leaving,
    letters,
    money,
    plans,
    representing,
    undoing,
    water,
)

AREAS: tuple[Area, ...] = (
    agency.AREA,
    asking.AREA,
    authority.AREA,
    coming.AREA,
    court.AREA,
    courses.AREA,
    debtors.AREA,
    deferrals.AREA,
    disputes.AREA,
    finders.AREA,
    leaving.AREA,
    letters.AREA,
    money.AREA,
    plans.AREA,
    representing.AREA,
    undoing.AREA,
    water.AREA,
)
