"""The app that a competent analyst writes in an afternoon: a cached CSV, every school a dot, a bar chart."""

import os

import pandas as pd
import plotly.express as px
import pydeck as pdk
import streamlit as st


@st.cache_data
def schools():
    return pd.read_csv(os.environ["PLAIN_CSV"])


st.set_page_config(layout="wide")
table = schools()
phase = st.selectbox("Phase", ["All phases", "Primary", "Secondary", "All-through"])
place = st.selectbox("Place", ["Rural and urban", "Rural", "Urban"])
if phase != "All phases":
    table = table[table["phase"] == phase]
if place != "Rural and urban":
    table = table[table["rural"] == place]
st.title(f"{len(table):,} schools")
layer = pdk.Layer("ScatterplotLayer", table, get_position="[lon, lat]", get_radius=700, get_fill_color=[18, 67, 109])
st.pydeck_chart(pdk.Deck(layers=[layer], initial_view_state=pdk.ViewState(latitude=52.8, longitude=-1.6, zoom=5.3)))
st.plotly_chart(px.bar(table.groupby(["phase", "rural"], as_index=False).size(), x="phase", y="size", color="rural"))
