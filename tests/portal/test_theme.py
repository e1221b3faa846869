"""A municipality's theme: what is read, what is refused and where, and what the pages show."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.test import Client, override_settings

from reskontra.portal.theme import OWN, PAIRS, ThemeRefused, contrast, load_theme

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4"><path d="M0 0h4v4H0z"/></svg>'


def a_theme(folder: Path, text: str) -> Path:
    """A theme file with its mark beside it."""
    (folder / "vapen.svg").write_text(SVG, encoding="utf-8")
    file = folder / "theme.yaml"
    file.write_text(text, encoding="utf-8")
    return file


def test_contrast_is_as_the_guidelines_count_it() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


def test_a_readable_theme_changes_name_mark_and_colors(tmp_path: Path) -> None:
    file = a_theme(
        tmp_path, 'name: Björkviks kommun\nlogo: vapen.svg\ncolors:\n  brand: "#7A1F3D"\n'
    )
    with override_settings(RESKONTRA_THEME=file):
        page = Client(SERVER_NAME="localhost").get("/sv/fragor/").content.decode()
        css = Client(SERVER_NAME="localhost").get("/tema.css").content.decode()
        mark = Client(SERVER_NAME="localhost").get("/tema/marke")
    assert "Björkviks kommun" in page
    assert "/tema.css?v=" in page
    assert "--portal-brand:#7a1f3d;--govuk-brand-colour:#7a1f3d;" in css
    assert (mark["Content-Type"], mark.content.decode()) == ("image/svg+xml", SVG)


def test_without_a_theme_there_is_none_to_fetch() -> None:
    assert "tema.css" not in Client(SERVER_NAME="localhost").get("/sv/fragor/").content.decode()
    assert Client(SERVER_NAME="localhost").get("/tema.css").status_code == 404


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            'colors:\n  brand: "#7fb8c4"\n',
            ["theme.yaml, line 2: colors.brand", "white #ffffff on brand #7fb8c4: 2.20 to 1"],
        ),
        ('colors:\n  tint: "#0b5563"\n', ["secondary text #484949 on tint", "1.4.3"]),
        ('colors:\n  overdue: "#ffb0b0"\n', ["overdue #ffb0b0 on white", "at least 3.0 to 1"]),
        ("colors:\n  brand: teal\n", ["found:   teal", "six hexadecimal digits"]),
        ('colors:\n  brnad: "#000000"\n', ["did you mean brand?"]),
        ("logo: ../vapen.svg\n", ["theme.yaml, line 1: logo", "beside the theme"]),
        ("logo: saknas.png\n", ["found:   saknas.png"]),
        ("nmae: X\n", ["did you mean name?"]),
        ("- name\n", ["keys: one of"]),
        ("", ["nothing"]),
    ],
)
def test_what_cannot_be_used_is_refused_with_its_place(
    tmp_path: Path, text: str, told: list[str]
) -> None:
    with pytest.raises(ThemeRefused) as refused:
        load_theme(a_theme(tmp_path, text))
    for words in told:
        assert words in str(refused.value)


def test_a_theme_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ThemeRefused, match="no such file"):
        load_theme(tmp_path / "theme.yaml")


def test_the_portals_own_colors_are_the_style_sheets_and_can_be_read(tmp_path: Path) -> None:
    sheet = Path("reskontra/portal/styles/portal.scss").read_text(encoding="utf-8")
    for color in OWN.values():
        assert color in sheet
    assert load_theme(a_theme(tmp_path, "name: X\n")).css
    assert {pair[1] for pair in PAIRS} >= {"brand", "tint", "white"}
