"""Whether a page can be used by keyboard alone, with more space in its text, and much enlarged.

    walked(page)     -> every link, button and field is reached by Tab, in order, and is seen to be
    spaced(page)     -> with the spacing of WCAG 1.4.12, nothing is cut off or on top of other
    enlarged(page)   -> at 400 %, which is 320 × 256 CSS pixels of 1280 × 1024, nothing is lost

Each gives what is wrong; nothing when all is well.

The one rule: what a person would see is looked at in the browser, not read out of a style sheet.
"""

from __future__ import annotations

from base64 import b64encode
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import FloatRect, Page, ViewportSize

SCRIPT = Path(__file__).with_suffix(".js")
ENLARGED: ViewportSize = {"width": 320, "height": 256}
WIDE: ViewportSize = {"width": 1280, "height": 1024}
EDGE = 8
"""So far outside of a thing its focus may be drawn, in CSS pixels."""

MOST_OF_A_LINE = 0.75


@dataclass(frozen=True, slots=True)
class Here:
    """What has the focus."""

    place: int
    """Among what can have it, in the order of the page; -1 when nothing of the page has it."""
    kind: str
    told: str
    box: FloatRect
    uncovered: bool


def prepare(page: Page) -> None:
    """Let the page be asked; everything that can be opened is open."""
    page.evaluate(SCRIPT.read_text(encoding="utf-8"))
    page.evaluate("reach.open()")


def walked(page: Page, kinds: set[str]) -> list[str]:
    """Press Tab from the top of the page to its end; each of the new kinds is looked at closely."""
    prepare(page)
    count = page.evaluate("reach.begin()")
    faults: list[str] = []
    reached: list[int] = []
    while (here := _next(page)).place >= 0 and here.place not in reached[:-1]:
        if here.place in reached:
            continue  # the day, the month and the year of a date
        reached.append(here.place)
        if not here.uncovered:
            faults.append(f"covered: {here.told}")
        if here.kind not in kinds:
            kinds.add(here.kind)
            faults += seen(page, here)
    missed = [place for place in range(count) if place not in reached]
    faults += [f"not reached: {page.evaluate('at => reach.missed(at)', at)}" for at in missed]
    if reached != sorted(reached):
        faults.append(f"not in the order of the page: {reached}")
    return faults


def _next(page: Page) -> Here:
    page.keyboard.press("Tab")
    return Here(**page.evaluate("reach.here()"))


def seen(page: Page, here: Here) -> list[str]:
    """Whether the focus is seen: most of a line along it changes, with a contrast of 3:1."""
    x, y = max(0.0, here.box["x"] - EDGE), max(0.0, here.box["y"] - EDGE)
    right = here.box["x"] + here.box["width"] + EDGE
    bottom = here.box["y"] + here.box["height"] + EDGE
    clip: FloatRect = {"x": x, "y": y, "width": right - x, "height": bottom - y}
    focused = page.screenshot(clip=clip)
    element = page.evaluate_handle("document.activeElement")
    page.evaluate("reach.leave()")
    plain = page.screenshot(clip=clip)
    element.evaluate("each => each.focus({ focusVisible: true, preventScroll: true })")
    both = [b64encode(each).decode() for each in (plain, focused)]
    changed = page.evaluate("both => reach.changed(...both)", both)
    enough = MOST_OF_A_LINE * max(here.box["width"], here.box["height"])
    return [] if changed >= enough else [f"focus not seen ({changed} px): {here.told}"]


def spaced(page: Page) -> list[str]:
    """More space between lines, words and letters, on a desktop and on a phone."""
    prepare(page)
    page.evaluate("reach.spread()")
    return lost(page)


def lost(page: Page) -> list[str]:
    """What is cut off, or lies on something else, on a desktop and on a phone."""
    faults = []
    for size in (WIDE, ENLARGED):
        page.set_viewport_size(size)
        faults += [f"{fault} ({size['width']} px)" for fault in page.evaluate("reach.lost()")]
    return faults


def enlarged(page: Page) -> list[str]:
    """At 400 % all that can be done can still be done, and nothing stays in the way."""
    prepare(page)
    page.set_viewport_size(WIDE)
    whole = page.evaluate("reach.actions()")
    page.set_viewport_size(ENLARGED)
    left = page.evaluate("reach.actions()")
    gone = [f"gone at 400 %: {each}" for each in whole if each not in left]
    return [*gone, *page.evaluate("reach.stuck()"), *page.evaluate("reach.lost()")]
