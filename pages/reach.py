"""Who is reached and who is not, by area, phase and place."""

import streamlit as st

from hubdata.app import panels
from hubdata.app.cache import store
from hubdata.app.controls import schools
from hubdata.app.frame import open_page
from hubdata.views import pictures
from hubdata.views.reach import page

top, bar = open_page(__file__)
with panels.explained(top):
    with bar:
        choices = schools.reach()

    able = pictures.able(store(), choices)
    panels.finding(top, pictures.opening(pictures.REACH, store(), choices))
    left, right = st.columns([11, 9], gap="large")
    with left, panels.explained():
        panels.panel(pictures.draw(pictures.REACH, choices.picture, store(), choices), beside=True)
    with right:
        panels.panel(pictures.beside(store(), able))
    panels.panel(page.unreached(store(), able), headline=True)
