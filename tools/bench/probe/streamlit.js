/* Streamlit: the map stands in a frame of the same origin, which may be replaced. */
(() => {
  const inside = () => {
    const frame = document.querySelector("iframe");
    return frame && frame.contentDocument;
  };
  let followed = null;
  return {
    look() {
      const page = inside();
      return page ? __bench.lookOfPaths(page.querySelectorAll("path.leaflet-interactive"), 7) : null;
    },
    follow(check) {
      const attach = () => {
        const page = inside();
        if (!page || page === followed) return;
        followed = page;
        __bench.followNode(page, check);
        check();
      };
      attach();
      __bench.followNode(document, attach);
      document.addEventListener("load", attach, true);
    },
  };
})()
