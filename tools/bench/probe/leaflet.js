/* A page with a Leaflet map: folium's, and Dash's with a server callback. */
({
  look() { return __bench.lookOfPaths(document.querySelectorAll("path.leaflet-interactive"), 7); },
  follow(check) { __bench.followNode(document.querySelector(".leaflet-container"), check); },
})
