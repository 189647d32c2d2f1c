"""The legend as a picture: every entry there, in its colour, in order, and text as text."""

from xml.etree import ElementTree

import pytest

from hubdata.maps.legend import Legend, to_svg
from hubdata.maps.seen import view_of
from hubdata.palette import INK, MISSING, REACHED, SEQUENCE

SVG = "{http://www.w3.org/2000/svg}"
LEGEND = Legend(
    "Share of schools reached",
    ((SEQUENCE[0], "0 to under 20%"), (MISSING, "No schools")),
    ((REACHED, "#FFFFFF", "Within 10 km"), ("#FFFFFF", INK, "Teaching schools")),
)


def read(legend: Legend) -> ElementTree.Element:
    return ElementTree.fromstring(to_svg(legend))


def test_title_and_every_entry_are_written_in_order():
    assert [text.text for text in read(LEGEND).iter(f"{SVG}text")] == [
        "Share of schools reached", "0 to under 20%", "No schools", "Within 10 km", "Teaching schools",
    ]  # fmt: skip


def test_areas_are_outlined_squares_and_marks_are_ringed_discs():
    squares, discs = (list(read(LEGEND).iter(f"{SVG}{kind}")) for kind in ("rect", "circle"))
    assert [square.get("fill") for square in squares] == [SEQUENCE[0], MISSING]
    assert all(square.get("stroke") for square in squares)
    assert [(disc.get("fill"), disc.get("stroke")) for disc in discs] == [(REACHED, "#FFFFFF"), ("#FFFFFF", INK)]


def test_words_that_look_like_markup_are_shown_as_they_are():
    awkward = Legend("<b>& more</b>", ((SEQUENCE[0], '"<script>"'),))
    assert [text.text for text in read(awkward).iter(f"{SVG}text")] == ["<b>& more</b>", '"<script>"']


@pytest.mark.parametrize("words", ["Short", "A very long entry that says a great deal about one colour"])
def test_the_picture_is_wide_and_high_enough(words):
    svg = read(Legend("Title", ((SEQUENCE[0], words),)))
    assert float(svg.get("width")) >= 26 + 6 * len(words)
    last = list(svg.iter(f"{SVG}g"))[-1].get("transform")
    assert float(svg.get("height")) >= float(last.split(",")[1].rstrip(")")) + 16


def test_letters_are_not_small():
    assert float(read(LEGEND).get("font-size")) >= 14


def test_a_legend_of_marks_alone():
    assert len(list(read(Legend("Schools", (), LEGEND.marks)).iter(f"{SVG}circle"))) == 2


@pytest.mark.parametrize("many", [1, 4, 9])
def test_entries_beside_each_other_take_new_lines_before_they_are_wider_than_a_telephone(many):
    svg = ElementTree.fromstring(
        to_svg(Legend("Share", tuple((SEQUENCE[0], f"Up to {n} schools") for n in range(many))), across=True)
    )
    assert float(svg.get("width")) <= 358
    places = [entry.get("transform") for entry in svg.iter(f"{SVG}g")]
    assert len(set(places)) == many, "no entry lies on another"
    assert svg.find(f"{SVG}text").text == "Share"
    assert float(svg.get("height")) <= 24 * (1 + (many + 1) // 2)


@pytest.mark.parametrize("width", [400, 620])
def test_only_all_of_england_leaves_sea_for_its_legend(width):
    england, south_west = (-6.42, 49.86, 1.77, 55.82), (-6.42, 49.86, -1.48, 52.12)
    assert view_of(england, width=width, height=430).is_country
    assert not view_of(south_west, width=width, height=430).is_country
