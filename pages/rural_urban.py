"""Rural and urban: how wide the gap is, whether it is one of primaries, and what it goes with."""

import streamlit as st

from hubdata.app import panels
from hubdata.app.cache import store
from hubdata.app.controls import schools
from hubdata.app.frame import open_page
from hubdata.views import pictures
from hubdata.views.reach import rural

top, bar = open_page(__file__)
with panels.explained(top):
    with bar:
        choices = schools.gap()
        chosen = schools.picture("why", pictures.RURAL)

    gap = rural.gap(store(), choices)
    panels.finding(top, gap)
    left, right = st.columns(2, gap="large")
    with left:
        panels.panel(gap)
    with right, panels.explained():
        panels.panel(pictures.draw(pictures.RURAL, chosen, store(), choices), headline=True)
