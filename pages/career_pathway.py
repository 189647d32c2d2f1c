"""The career pathway: people on each rung from trainee to head."""

import streamlit as st

from hubdata.app import panels
from hubdata.app.cache import store
from hubdata.app.controls import choosing, people
from hubdata.app.frame import open_page
from hubdata.views.people import pathway
from hubdata.views.people.pictures import PATHWAY
from hubdata.views.picture import answered, draw

top, bar = open_page(__file__)
with panels.explained(top):
    with bar:
        choices = people.climbing()
        chosen = choosing.picture("rung", PATHWAY, choices)
        choices = people.closer(choices, chosen)

    first = answered(pathway.rungs, store(), choices)
    panels.finding(top, first)
    left, right = st.columns(2, gap="large")
    with left:
        panels.panel(first)
    with right, panels.explained():
        panels.panel(draw(PATHWAY, chosen, store(), choices), headline=True)
