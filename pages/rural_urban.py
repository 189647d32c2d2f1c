"""Rural and urban: how wide the gap is, whether it is one of primaries, and what it goes with."""

import streamlit as st

from hubdata.app import panels
from hubdata.app.cache import store
from hubdata.app.controls import choosing, schools
from hubdata.app.frame import open_page
from hubdata.views import pictures
from hubdata.views.reach import rural

top, bar = open_page(__file__)
with panels.explained(top):
    with bar:
        choices = schools.gap()
        chosen = choosing.picture("why", pictures.RURAL, choices)

    able = pictures.able(store(), choices)
    panels.finding(top, pictures.answered(rural.gap, store(), able))
    left, right = st.columns(2, gap="large")
    with left, panels.explained():
        panels.panel(pictures.reading(rural.gap, store(), choices))
    with right, panels.explained():
        panels.panel(pictures.draw(pictures.RURAL, chosen, store(), able), headline=True)
