"""The least that a page of maps and charts can cost to start: one line, and the three packages it would need."""

import pandas  # noqa: F401
import plotly  # noqa: F401
import pydeck  # noqa: F401
import streamlit as st

st.title("Hello")
