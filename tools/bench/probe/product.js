/* The product: an area is drawn once it has the name, and with it the colour, of its value. */
({
  look() {
    return __bench.lookOfPaths(document.querySelectorAll("path[data-layer=areas][aria-label]"), 7);
  },
  follow(check) { __bench.followNode(document.querySelector(".leaflet-container"), check); },
})
