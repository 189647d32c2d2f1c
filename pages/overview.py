"""The state of the school-led system in three findings."""

from hubdata.app.frame import open_page

top, bar = open_page(__file__)
