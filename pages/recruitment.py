"""Recruitment: recruits, target and share together, and what moved the share."""

import streamlit as st

from hubdata.app import panels
from hubdata.app.cache import store
from hubdata.app.controls import choosing, people
from hubdata.app.frame import open_page
from hubdata.views.people import recruitment
from hubdata.views.people.pictures import RECRUITMENT
from hubdata.views.picture import answered, draw

top, bar = open_page(__file__)
with panels.explained(top):
    with bar:
        choices = people.recruits()
        chosen = choosing.picture("also", RECRUITMENT, choices)
        choices = people.closer(choices, chosen)

    first = answered(recruitment.against, store(), choices)
    panels.finding(top, first)
    left, right = st.columns(2, gap="large")
    with left:
        panels.panel(first)
    with right, panels.explained():
        panels.panel(draw(RECRUITMENT, chosen, store(), choices), headline=True)
