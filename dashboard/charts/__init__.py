"""Plotly figures, built and checked here and arranged in the browser."""
