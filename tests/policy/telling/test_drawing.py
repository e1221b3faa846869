"""The picture of a procedure: as a real browser shows it, no label meets another or is cut off.

with page: each <text> lies inside the picture, beside all others
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from itertools import combinations

import pytest
from playwright.sync_api import Browser

from reskontra.domain.rules import Policy, Procedure
from reskontra.domain.step import Anchor
from reskontra.domain.texts import Texts
from reskontra.domain.waiting import Waiting
from reskontra.policy.load import SAMPLE, load_policy
from reskontra.policy.telling.draw import DARK, LIGHT, WIDTH, draw
from reskontra.policy.telling.fit import fit, width
from reskontra.policy.telling.graph import Graph, graph_of
from reskontra.policy.telling.voice import voice_of

DAY = date(2026, 3, 31)
HEIGHT = re.compile(r' height="(\d+)"')
BOXES = """() => [...document.querySelectorAll("text")].map(each => {
    const box = each.getBBox();
    return [box.x, box.y, box.x + box.width, box.y + box.height];
})"""
READ = """text => {
    const root = new DOMParser().parseFromString(text, "image/svg+xml").documentElement;
    const of = name => root.querySelector(name);
    return {
        name: root.nodeName, role: root.getAttribute("role"), lang: root.getAttribute("lang"),
        labels: root.getAttribute("aria-labelledby"), ids: of("title").id + " " + of("desc").id,
        title: of("title").textContent, desc: of("desc").textContent,
    };
}"""
LEAST_CONTRAST = 4.5


@pytest.fixture(scope="module")
def policy() -> Policy:
    return load_policy(SAMPLE)


def water(policy: Policy) -> Procedure:
    return next(
        each for each in policy.creditors["water_company"].procedures if each.name == "water"
    )


def tangled(policy: Policy) -> Procedure:
    """The water procedure with long names, and steps that wait for two branches and a finding."""
    procedure = water(policy)
    wait = Waiting.parse("later of 7 days and 5 banking days")
    also = {
        "disconnection": (Anchor(after="enforcement", wait=wait), Anchor(after="due", wait=wait)),
        "disconnection_notice": (Anchor(after="applied", wait=wait),),
        "late_interest": (Anchor(after="collection_demand", wait=wait),),
    }
    long = Texts(sv="Avstängningsförberedelsekungörelse för vattenabonnenter", en="A " + "w" * 70)
    steps = tuple(
        replace(
            step,
            also_after=also.get(step.name, ()),
            label=long if step.name == "enforcement" else step.label,
        )
        for step in procedure.steps
    )
    return replace(procedure, steps=steps)


def drawn(procedure: Procedure, policy: Policy, *, language: str = "sv") -> str:
    return draw(procedure, policy, day=DAY, language=language)


def graph(procedure: Procedure, policy: Policy) -> Graph:
    return graph_of(procedure, voice_of(procedure, policy, day=DAY, language="sv"))


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("make", [water, tangled])
def test_no_label_meets_another_or_is_cut_off(
    browser: Browser, policy: Policy, make: object, language: str
) -> None:
    assert callable(make)
    picture = drawn(make(policy), policy, language=language)
    page = browser.new_page()
    page.set_content(picture)
    boxes = page.evaluate(BOXES)
    page.close()
    found = HEIGHT.search(picture)
    assert found is not None
    height = int(found[1])
    assert len(boxes) > 30
    for left, top, right, bottom in boxes:
        assert left >= 0
        assert top >= 0
        assert right <= WIDTH
        assert bottom <= height
    for one, other in combinations(boxes, 2):
        apart = one[2] <= other[0] or other[2] <= one[0] or _beside(one, other)
        assert apart, (one, other)


def _beside(one: list[float], other: list[float]) -> bool:
    """Whether one is above the other, but for the empty rim of the letters."""
    rim = 1.5
    return one[3] <= other[1] + rim or other[3] <= one[1] + rim


def test_the_picture_is_told_to_who_cannot_see_it(browser: Browser, policy: Policy) -> None:
    page = browser.new_page()
    read = page.evaluate(READ, drawn(water(policy), policy))
    page.close()
    assert (read["name"], read["role"], read["lang"]) == ("svg", "img", "sv")
    assert read["title"] == "Granviks Vatten och Avfall AB: water"
    assert read["labels"] == read["ids"]
    for step in water(policy).steps:
        assert f"{step.ordinal}. {step.label.sv}" in read["desc"]
    assert "Först ska någon ha registrerat" in read["desc"]


def test_the_same_procedure_gives_the_same_bytes_with_nothing_from_outside(policy: Policy) -> None:
    picture = drawn(tangled(policy), policy)
    assert picture == drawn(tangled(load_policy(SAMPLE)), policy)
    outside = picture.replace('xmlns="http://www.w3.org/2000/svg"', "")
    assert not any(word in outside for word in ("http", "url(", "<script", "<image", "href"))


@pytest.mark.parametrize("colors", [LIGHT, DARK])
def test_the_colors_are_told_apart(colors: dict[str, str]) -> None:
    for name in ("ink", "soft", "line"):
        assert _contrast(colors[name], colors["paper"]) >= LEAST_CONTRAST


def _contrast(one: str, other: str) -> float:
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(color: str) -> float:
    """As WCAG 2.2 counts it."""
    parts = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_two_branches_have_a_lane_each(policy: Policy) -> None:
    lanes = {node.name: node.lane for node in graph(water(policy), policy).nodes}
    assert lanes["reminder"] == lanes["hand_over"] == lanes["disconnection"] == 0
    assert lanes["collection_demand"] == lanes["enforcement"] == 1


def test_no_two_lines_share_a_lane_in_the_same_rows(policy: Policy) -> None:
    found = graph(tangled(policy), policy)
    spans = [(link.lane, link.before, link.after) for link in found.links]
    for at, node in enumerate(found.nodes):
        if node.after is not None and found.nodes[node.after].lane != node.lane:
            spans.append((node.lane, node.after + 1, at))
        elif node.after is not None:
            spans.append((node.lane, node.after, at))
    for (lane, first, last), (other_lane, other_first, other_last) in combinations(spans, 2):
        if lane == other_lane:
            assert last <= other_first or other_last <= first


def test_a_step_comes_below_all_that_it_waits_for(policy: Policy) -> None:
    found = graph(tangled(policy), policy)
    names = [node.name for node in found.nodes]
    links = {(names[link.before], names[link.after]) for link in found.links}
    assert links == {
        ("enforcement", "disconnection"),
        ("due", "disconnection"),
        ("applied", "disconnection_notice"),
        ("collection_demand", "late_interest"),
    }
    assert all(link.before < link.after for link in found.links)
    assert all(node.after is None or node.after < at for at, node in enumerate(found.nodes))


def test_a_word_wider_than_the_room_is_cut() -> None:
    lines = fit("avstängningsförberedelse nu", room=100, size=16)
    assert "".join(line.removesuffix("-") for line in lines) == "avstängningsförberedelse nu"
    assert all(width(line, size=16) <= 100 for line in lines)
