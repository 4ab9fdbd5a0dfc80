/* The data page: the table of all figures with its filters, its order and its downloads. */
(function (root) {
  "use strict";

  const REST_MS = 250;
  const SOME = ["csv-excel", "csv", "xlsx"];
  const ALL = ["csv-excel", "csv", "xlsx", "geojson", "gpkg"];
  const ARROWS = { ascending: "▲", descending: "▼", none: "↕" };
  let page = null;
  let resting = null;

  const el = (...args) => root.blok.dom.el(...args);

  function option(value, text) {
    return el("option", { value }, text);
  }

  function control(id, label, field) {
    return el("div", { className: `control ${id}` }, el("label", { htmlFor: id }, label), field);
  }

  function select(part, id, label, ...options) {
    const change = (event) => ask({ ...page.wanted, [part]: event.target.value });
    page.fields[part] = el("select", { id, onChange: change }, options.flat());
    return control(id, label, page.fields[part]);
  }

  function search(doc) {
    const change = (event) => ask({ ...page.wanted, text: event.target.value }, REST_MS);
    const attributes = { type: "search", id: "find", maxlength: root.blok.rows.MAX_TEXT, autocomplete: "off" };
    page.fields.text = el("input", { ...attributes, onInput: change, onChange: write });
    return control("find", doc.texts["data.search"], page.fields.text);
  }

  function placeOptions(doc) {
    const used = new Set(page.rows.map((one) => one.geography));
    const group = (label, own) => el("optgroup", { label }, Object.entries(doc.geographies)
      .filter(([id]) => used.has(id) && doc.areas.includes(id) === own).map(([id, place]) => option(id, place.name)));
    return [group(doc.texts["data.areas"], true), group(doc.texts["data.groups"], false)];
  }

  /** What is asked for where nothing is chosen: of too many figures those of one series. */
  const everything = () => ({ ...root.blok.rows.EVERYTHING, indicator: page.doc.seriesOfRows || "" });

  /** What the address asks for. */
  function asked(doc) {
    const { wanted } = root.blok.rows.parse(root.location.search, doc);
    return { ...wanted, indicator: doc.seriesOfRows || wanted.indicator };
  }

  function filters(doc) {
    const themes = doc.themes.map((theme) => el("optgroup", { label: theme.name }, theme.indicators.map((id) => option(id, doc.indicators[id].name))));
    const remarks = root.blok.rows.REMARKS.map((remark) => option(remark, doc.texts[`data.remark.${remark}`]));
    page.reset = el("button", { className: "quiet", onClick: () => { ask(everything()); page.fields.text.focus(); } }, doc.texts["data.reset"]);
    return [
      search(doc),
      select("indicator", "series", doc.texts.indicator, doc.seriesOfRows ? [] : option("", doc.texts["data.allIndicators"]), themes),
      select("area", "place", doc.texts.area, option("", doc.texts["data.allAreas"]), placeOptions(doc)),
      select("remark", "remark", doc.texts.marks, option("", doc.texts["data.allRemarks"]), remarks),
      page.reset,
    ];
  }

  function head(column, doc) {
    const arrow = el("span", { className: "arrow", "aria-hidden": "true" });
    const press = () => ask(root.blok.rows.pressed(page.wanted, column));
    const button = el("button", { className: "sort", "data-sort": column, onClick: press }, doc.texts[`data.column.${column}`], arrow);
    page.heads[column] = { arrow, cell: el("th", { scope: "col", role: "columnheader", className: column }, button) };
    return page.heads[column].cell;
  }

  function frame(doc) {
    const heads = root.blok.rows.COLUMNS.map((column) => head(column, doc));
    const toMap = el("th", { scope: "col", role: "columnheader", className: "to-map" }, doc.texts["data.column.map"]);
    page.body = el("tbody", { role: "rowgroup" });
    return el("table", { role: "table" },
      el("caption", { className: "visually-hidden" }, doc.texts["data.caption"]),
      el("thead", { role: "rowgroup" }, el("tr", { role: "row" }, heads, toMap)), page.body);
  }

  function remarks(cell, doc) {
    const said = [...cell.findings, ...cell.notes].map((text) => el("p", null, text));
    if (cell.severity === "") return said;
    const mark = el("span", { className: "sign", "aria-hidden": "true" }, doc.texts[`mark.${cell.severity}`]);
    return [el("strong", { className: `mark ${cell.severity}` }, mark, " ", doc.texts[`severity.${cell.severity}`]), ...said];
  }

  function mapLink(one, state, doc) {
    const { rows, state: view, dom } = root.blok;
    const label = dom.fill(doc.texts["data.toMapLabel"], { name: one.name, place: one.place, period: one.cell.period });
    return el("a", { href: `/${view.query(rows.onMap(one, state, doc))}`, "aria-label": label }, doc.texts["data.toMap"]);
  }

  function rowElement(one, state, doc) {
    const { cell } = one;
    const td = (column, ...children) => el("td", { role: "cell", className: column, "data-label": doc.texts[`data.column.${column}`] }, children);
    const value = el("span", { className: cell.severity }, cell.text);
    return el("tr", { role: "row", "data-indicator": one.indicator, "data-geography": one.geography },
      el("th", { scope: "row", role: "rowheader", className: "indicator" }, one.name),
      td("area", one.place), td("period", cell.period), td("role", one.role), td("value", value), td("remarks", ...remarks(cell, doc)),
      td("source", el("span", { lang: "da" }, cell.source.slice(0, 3).join(" / "), ": ", el("q", null, cell.source[3]))),
      el("td", { role: "cell", className: "to-map" }, mapLink(one, state, doc)));
  }

  function link(kind, wanted, doc) {
    const address = root.blok.rows.download(kind, wanted, doc.language);
    return el("a", { href: address, download: "", "data-format": kind }, doc.texts[`data.format.${kind}`]);
  }

  function paintDownloads(shown, doc) {
    const { byId, fill } = root.blok.dom;
    const group = (name, words, kinds, wanted) => el("p", { "data-downloads": name }, el("span", null, words), kinds.map((kind) => link(kind, wanted, doc)));
    const some = shown.length > 0 && shown.length < page.rows.length
      ? group("shown", fill(doc.texts["data.downloadShown"], { count: shown.length }), SOME, page.wanted) : null;
    const all = page.rows.length > 0 && group("all", fill(doc.texts["data.downloadAll"], { count: page.rows.length }), doc.seriesOfRows ? SOME : ALL, everything());
    byId("downloads").replaceChildren(...[some, all].filter(Boolean));
  }

  function paintHeads() {
    for (const [column, { arrow, cell }] of Object.entries(page.heads)) {
      const order = column !== page.wanted.sort ? "none" : page.wanted.descending ? "descending" : "ascending";
      if (order === "none") cell.removeAttribute("aria-sort");
      else cell.setAttribute("aria-sort", order);
      arrow.textContent = ARROWS[order];
    }
  }

  function paintFields() {
    for (const [part, field] of Object.entries(page.fields)) {
      if (field.value !== page.wanted[part]) field.value = page.wanted[part];
    }
    page.reset.hidden = root.blok.rows.isEverything({ ...page.wanted, indicator: page.doc.seriesOfRows ? "" : page.wanted.indicator }) && page.wanted.sort === "";
  }

  /** The element of a row, made when it is first seen. */
  function elementOf(one) {
    if (!page.elements.has(one)) page.elements.set(one, rowElement(one, root.blok.state.get(), page.doc));
    return page.elements.get(one);
  }

  function paintMore(drawn, total, doc) {
    const next = () => { page.drawn = drawn + root.blok.paging.ROWS; show(doc); };
    root.blok.dom.swap(page.more, root.blok.paging.more(drawn, total, doc, next));
  }

  function show(doc) {
    const { rows, dom } = root.blok;
    const shown = rows.ordered(rows.matching(page.rows, page.wanted), page.wanted, doc.language);
    const nothing = el("tr", { role: "row" }, el("td", { role: "cell", className: "nothing", colspan: 8 }, doc.texts["data.nothing"]));
    const drawn = shown.slice(0, root.blok.paging.drawn(shown.length, page.drawn));
    page.body.replaceChildren(...(drawn.length > 0 ? drawn.map(elementOf) : [nothing]));
    paintMore(drawn.length, shown.length, doc);
    dom.byId("count").textContent = dom.fill(doc.texts["data.count"], { shown: shown.length, total: page.rows.length });
    paintFields();
    paintHeads();
    paintDownloads(shown, doc);
  }

  /** The language links keep what is asked for, too. */
  function paintLanguages(state) {
    for (const one of document.querySelectorAll("[data-language]")) {
      const path = one.getAttribute("href").split("?")[0];
      const language = one.getAttribute("data-language");
      one.setAttribute("href", path + root.blok.state.query({ ...state, language }) + root.blok.rows.query(page.wanted));
    }
  }

  function write() {
    clearTimeout(resting);
    const state = root.blok.state.get();
    root.history.replaceState(null, "", root.location.pathname + root.blok.state.query(state) + root.blok.rows.query(page.wanted));
    paintLanguages(state);
  }

  /** Show what is asked for now; the address follows at once, or when the typing rests. */
  function ask(wanted, rest) {
    if (page.doc.seriesOfRows && wanted.indicator !== page.doc.seriesOfRows) { turn(wanted); return; }
    page.wanted = wanted;
    page.drawn = 0;
    show(page.doc);
    clearTimeout(resting);
    if (rest) resting = setTimeout(write, rest);
    else write();
  }

  /** Go over to another series, once it is there; the last one asked for counts. */
  async function turn(wanted) {
    const { files, notice } = root.blok;
    const { doc } = page;
    page.coming = wanted.indicator;
    try {
      await files.fetchSeries(doc, wanted.indicator);
    } catch (error) {
      notice.tell(document.body.dataset.error, doc);
      root.console.error(error);
      paintFields();
      return;
    }
    if (page.coming !== wanted.indicator) return;
    doc.seriesOfRows = wanted.indicator;
    fill(doc);
    ask(wanted);
    page.fields.indicator.focus();
  }

  /** Fill the page with the rows of a document. */
  function fill(doc) {
    const { rows, dom } = root.blok;
    page = { doc, rows: rows.all(doc), wanted: { ...rows.EVERYTHING }, fields: {}, heads: {}, elements: new Map(), drawn: 0, more: el("div", null) };
    dom.byId("filters").replaceChildren(...filters(doc));
    dom.byId("rows").replaceChildren(frame(doc), page.more);
  }

  function build(doc) {
    const { rows, notice } = root.blok;
    const { wrong } = rows.parse(root.location.search, doc);
    fill(doc);
    notice.show(wrong, doc);
  }

  function paint(state, doc) {
    page.wanted = asked(doc);
    page.elements = new Map();
    show(doc);
    paintLanguages(state);
  }

  root.blok = Object.assign(root.blok || {}, { data: { build, paint } });
})(window);
