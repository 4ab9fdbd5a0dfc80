/* The tab Indsatser: what the plan did, theme by theme, beside the figures of the same theme. */
(function (root) {
  "use strict";

  const el = (...args) => root.blok.dom.el(...args);
  /** The latest printed figure of each place, whatever the matrix shows. */
  const LATEST = { when: "latest", cells: "value" };

  /** What the report answers of an activity: whether its milestones were met, whether it goes on. */
  function answers(one, doc) {
    const said = ["met", "continues"].filter((key) => one[key] !== "").map((key) => el("span", null, `${doc.texts[`compare.efforts.${key}`]}: `, el("strong", null, one[key]), ". "));
    return said.length > 0 ? el("p", { className: "answers" }, said) : null;
  }

  /** Where the report tells it, in its own words. */
  function place(one, doc) {
    const quotes = [one.heading, one.printed].filter(Boolean);
    return el("p", { className: "who" }, `${doc.texts["compare.efforts.heading_quoted"]}: `, quotes.flatMap((quote) => [el("q", { lang: "da" }, quote), " "]));
  }

  function activity(one, doc) {
    const figures = one.figures.length > 0 ? el("ul", { className: "facts" }, one.figures.map((text) => el("li", null, text))) : null;
    const more = one.url === "" ? null : el("p", null, el("a", { href: one.url, rel: "noopener" }, doc.texts.readMore));
    return el("article", { className: "activity" }, el("h5", null, one.name), figures, el("p", null, one.result), more, answers(one, doc), place(one, doc), root.blok.told.section(one.remarks, doc, "h6"));
  }

  /** Under a heading that a phone keeps closed until it is opened: there all of it is fifteen screens long. */
  const WIDE = "(min-width: 761px) and (min-height: 501px)";

  function folded(key, attributes, heading, ...parts) {
    return el("details", { ...attributes, "data-key": `effort-${key}`, open: root.matchMedia(WIDE).matches },
      el("summary", { "data-key": `effort-${key}-summary` }, heading), ...parts);
  }

  function group(one, theme, doc) {
    return folded(`${theme.id}-${one.listed}`, { "data-listed": one.listed }, el("h4", null, one.heading),
      el("div", { className: "activities" }, one.activities.map((each) => activity(each, doc))));
  }

  function evaluated(one, doc) {
    const who = [one.group, one.period].filter(Boolean).join(", ");
    return el("li", null, el("p", null, one.text), el("p", { className: "who" }, who), one.comparison ? el("p", { className: "who" }, one.comparison) : null,
      el("p", { className: "printed" }, `${doc.texts["compare.efforts.printed"]}: `, el("q", { lang: "da" }, one.printed)));
  }

  /** The figures of one evaluated project, under its own name. */
  function projectPart(project, figures, theme, doc) {
    return folded(`${theme.id}-${project}`, { className: "evaluation" },
      el("h4", null, `${doc.texts["compare.efforts.evaluation"]}: `, el("span", { lang: "da" }, project), ` (${figures.length})`),
      el("p", { className: "who" }, doc.texts["compare.efforts.evaluationWho"]), el("ul", null, figures.map((one) => evaluated(one, doc))));
  }

  function evaluation(theme, doc) {
    const projects = [...new Set(theme.evaluation.map(({ project }) => project))];
    return projects.map((project) => projectPart(project, theme.evaluation.filter((one) => one.project === project), theme, doc));
  }

  function figureCell(indicator, place, state, doc) {
    const { matrix, matrixCells, toView } = root.blok;
    const one = matrix.cell(doc, { ...state, ...LATEST }, indicator, place);
    if (one.figure === null) return el("td", { className: "cell absent" }, el("div", null, matrixCells.content(one, state, doc)));
    return el("td", { className: "cell" }, toView.toChart(indicator, place, state, { "data-key": `effort-${indicator}-${place}` }, matrixCells.value(one.figure, doc)));
  }

  function indicatorRow(indicator, places, state, doc) {
    const { name, unit } = doc.indicators[indicator];
    return el("tr", { "data-indicator": indicator },
      el("th", { scope: "row", className: "place" }, root.blok.toView.toPassport(indicator, state, { "data-key": `effort-pas-${indicator}` }, name), el("span", { className: "unit" }, unit)),
      places.map((place) => figureCell(indicator, place, state, doc)));
  }

  function figures(theme, state, doc) {
    const places = root.blok.matrix.rows(doc, state);
    const label = `${doc.texts["compare.efforts.latest"]}: ${theme.name}`;
    const heads = places.map((place) => el("th", { scope: "col" }, doc.geographies[place].name));
    return el("section", { className: "beside" }, el("h4", null, doc.texts["compare.efforts.latest"]),
      el("div", { className: "scroll", tabindex: 0, role: "region", "aria-label": label },
        el("table", { className: "matrix" }, el("caption", { className: "visually-hidden" }, label),
          el("thead", null, el("tr", null, el("th", { scope: "col", className: "place" }, doc.texts.indicator), heads)),
          el("tbody", null, theme.indicators.map((indicator) => indicatorRow(indicator, places, state, doc))))));
  }

  function key(doc) {
    return el("ul", { className: "matrix-key" }, root.blok.matrixCells.markKey(doc), el("li", null, doc.texts["compare.efforts.opens"]));
  }

  function themePart(theme, state, doc) {
    return el("section", { className: "effort-theme", "data-theme": theme.id }, el("h3", null, theme.name),
      theme.indicators.length > 0 ? figures(theme, state, doc) : null, ...theme.groups.map((one) => group(one, theme, doc)), ...evaluation(theme, doc));
  }

  function takeaway(themes, state, doc) {
    const places = root.blok.matrix.rows(doc, state);
    return root.blok.takeaway.files(places.length > 0 ? themes.flatMap(({ indicators }) => indicators) : [], places, state, doc);
  }

  function paint(element, state, doc) {
    const themes = doc.compare.activities;
    root.blok.dom.swap(element,
      el("div", { className: "view-head" }, el("h2", null, doc.texts["compare.efforts.heading"])),
      el("p", { className: "no-cause" }, doc.texts["compare.efforts.noCause"]),
      themes.some(({ indicators }) => indicators.length > 0) ? key(doc) : null,
      themes.length > 0 ? themes.map((theme) => themePart(theme, state, doc)) : el("p", { className: "nothing", role: "status" }, doc.texts["compare.efforts.nothing"]),
      takeaway(themes, state, doc));
  }

  const views = (root.blok && root.blok.compareViews) || {};
  views.indsatser = { needs: ["places"], paint };
  root.blok = Object.assign(root.blok || {}, { compareViews: views });
})(window);
