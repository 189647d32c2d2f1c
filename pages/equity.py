"""Equity: how evenly lead schools are spread, and whether new ones go to those who already have."""

import streamlit as st

from hubdata.app import panels
from hubdata.app.cache import store
from hubdata.app.controls import choosing, schools
from hubdata.app.frame import open_page
from hubdata.views import pictures
from hubdata.views.spread import equity

top, bar = open_page(__file__)
with panels.explained(top):
    with bar:
        choices = schools.spread()
        chosen = choosing.picture("who", pictures.EQUITY, choices)

    first = pictures.answered(equity.opening, store(), choices)
    panels.finding(top, first)
    left, right = st.columns(2, gap="large")
    with left:
        panels.panel(first)
    with right, panels.explained():
        panels.panel(pictures.draw(pictures.EQUITY, chosen, store(), choices), headline=True)
