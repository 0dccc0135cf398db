"""The script Streamlit runs for every page and every rerun; the pages themselves are modules."""

from reports.clinic.pages import draw

draw()
