"""Draw the map page for an address as HTML, from a release alone: what stands before any script.

Pure functions; nothing here knows a package, geometry library or Dash. `assets/state.js` and
`assets/look.js` say the same in the browser.
"""
