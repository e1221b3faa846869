"""What a campaign must mean: it does something, for some time, and makes nothing harder.

    first_day: 2025-03-01, last_day: 2025-02-01   -> refused: it would never hold

The one rule: a campaign that would have no effect is refused, so that nobody trusts it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reskontra.policy.campaign_file import CampaignFile
from reskontra.policy.document import Document
from reskontra.policy.problems import NOTHING, Problem

EFFECTS = ("due_moves_to", "fee_free", "interest_free", "interest_free_if_paid_by", "stops")
Campaigns = Iterable[tuple[Document, CampaignFile]]


def check_campaigns(campaigns: Campaigns) -> Iterator[Problem]:
    """Everything wrong in a creditor's campaigns, the names in them aside."""
    met: dict[str, str] = {}
    for document, campaign in campaigns:
        yield from _does_something(document, campaign)
        yield from _days(document, campaign)
        if campaign.campaign in met:
            found = f"{campaign.campaign!r}, as in {met[campaign.campaign]}"
            yield document.problem(("campaign",), found=found, allowed="each name once")
        met.setdefault(campaign.campaign, document.file)


def _does_something(document: Document, campaign: CampaignFile) -> Iterator[Problem]:
    if not any(getattr(campaign, effect) for effect in EFFECTS):
        allowed = f"at least one of {', '.join(EFFECTS)}"
        yield document.problem((), found=f"{NOTHING} that it does", allowed=allowed)


def _days(document: Document, campaign: CampaignFile) -> Iterator[Problem]:
    if campaign.last_day is not None and campaign.last_day < campaign.first_day:
        found, allowed = str(campaign.last_day), f"{campaign.first_day} or later"
        yield document.problem(("last_day",), found=found, allowed=allowed)
    for key, days in (("invoiced", campaign.invoiced), ("due", campaign.due)):
        if days is not None and days.last_day < days.first_day:
            found, allowed = str(days.last_day), f"{days.first_day} or later"
            yield document.problem((key, "last_day"), found=found, allowed=allowed)
    moved = campaign.due_moves_to
    if moved is not None and campaign.due is not None and moved <= campaign.due.first_day:
        allowed = f"a day after {campaign.due.first_day}: a due date is only moved forward"
        yield document.problem(("due_moves_to",), found=str(moved), allowed=allowed)
    grace = campaign.interest_free_if_paid_by
    earliest = max([campaign.first_day, *([campaign.due.first_day] if campaign.due else [])])
    if grace is not None and grace <= earliest:
        allowed = f"a day after {earliest}: else it frees nothing"
        yield document.problem(("interest_free_if_paid_by",), found=str(grace), allowed=allowed)
