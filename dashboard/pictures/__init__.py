"""Pictures to take away: charts and maps as SVG and PNG, from the same view as the pages."""
