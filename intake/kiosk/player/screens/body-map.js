/**
 * Show where: a figure of legs to tap, and the same answers in words beside it. Both show one
 * state, and neither can say what the other cannot.
 */

import { button, element } from "../dom.js";
import { FIGURE } from "../figure.js";
import { buildTicks } from "./many.js";
import { showChosen } from "./options.js";

/** @typedef {import("../visit.js").Stage} Stage */
/** @typedef {import("../questionnaire.js").Question} Question */
/** @typedef {import("../figure.js").Region} Region */
/** @typedef {import("../figure.js").View} View */
/** @typedef {(code: string, event: Event) => void} Tap */

const VIEWS = FIGURE.views;
const TICK = "M-4 .3-1.2 3 4-2.8";
const BADGE = 7.5;

/** @param {Stage} stage */
export function buildBodyMap(stage) {
  const [question] = stage.screen.questions;
  const { list, tap, values } = buildTicks(stage, (now) => show(now));
  if (!isDrawn(question)) return [list];
  const spoken = element("p", { class: "map-chosen", role: "status" });
  const figure = buildFigure(stage, question, tap);

  /** @param {string[]} now */
  function show(now) {
    showChosen(figure, now);
    const chosen = question.options.filter((option) => now.includes(option.code));
    spoken.textContent = chosen.map((option) => option.display).join("; ");
  }

  show(values());
  return [element("div", { class: "body-map" }, element("div", { class: "map-side" }, figure, spoken), list)];
}

/**
 * A place that the figure does not show is never asked with the figure.
 * @param {Question} question
 */
function isDrawn(question) {
  const drawn = new Set(VIEWS.flatMap((view) => view.regions.map((region) => region.code)));
  return question.options.every((option) => option.unknown || option.exclusive || drawn.has(option.code));
}

/**
 * @param {Stage} stage
 * @param {Question} question
 * @param {Tap} tap
 */
function buildFigure(stage, question, tap) {
  const views = element("div", { class: "map-views" }, ...VIEWS.map((view) => buildView(stage, question, view, tap)));
  const tabs = VIEWS.map(({ view }) => button({ class: "map-tab", "data-turn": view },
    [stage.say(`map.${view}`)], () => turn(view)));
  const figure = element("div", { class: "map-figure", role: "group", "aria-labelledby": stage.headingId },
    element("div", { class: "map-tabs" }, ...tabs), views);

  /** @param {string} now  where there is room for one view at a time, the one that shows */
  function turn(now) {
    figure.setAttribute("data-view", now);
    for (const tab of tabs) tab.setAttribute("aria-pressed", String(tab.dataset.turn === now));
  }

  turn(VIEWS[0].view);
  return figure;
}

/**
 * @param {Stage} stage
 * @param {Question} question
 * @param {View} view
 * @param {Tap} tap
 */
function buildView(stage, question, view, tap) {
  const name = stage.say(`map.${view.view}`);
  const [here, there] = view.sides.map((side) => element("span", {}, stage.say(`map.${side}`)));
  const asked = view.regions.filter((region) => question.options.some((option) => option.code === region.code));
  return element("div", { class: "map-view", "data-view": view.view, role: "group", "aria-label": name },
    element("p", { class: "map-name", "aria-hidden": "true" }, name),
    element("div", { class: "map-sides", "aria-hidden": "true" }, here, there),
    element("div", { class: "map-drawing" },
      drawing([0, 0, FIGURE.width, FIGURE.height],
        ...view.outlines.map((path) => shape("path", { d: path, class: "leg" })),
        ...view.creases.map((path) => shape("path", { d: path, class: "crease" }))),
      ...asked.map((region) => buildRegion(question, region, tap))));
}

/**
 * The button is as large as a finger needs; what shows of it is the place itself.
 * @param {Question} question
 * @param {Region} region
 * @param {Tap} tap
 */
function buildRegion(question, region, tap) {
  const [left, top, width, height] = region.touch;
  const [x, y] = region.badge;
  const name = question.options.find((option) => option.code === region.code)?.display;
  const made = button({ class: "region", "data-code": region.code, "aria-label": name, "aria-pressed": "false" },
    [drawing(region.touch,
      shape("path", { d: region.path, class: "area" }),
      shape("g", { class: "badge", transform: `translate(${x} ${y})` },
        shape("circle", { r: BADGE }), shape("path", { d: TICK })))],
    (event) => tap(region.code, event));
  made.style.left = share(left, FIGURE.width);
  made.style.top = share(top, FIGURE.height);
  made.style.width = share(width, FIGURE.width);
  made.style.height = share(height, FIGURE.height);
  return made;
}

/**
 * @param {number} part
 * @param {number} whole
 */
const share = (part, whole) => `${(100 * part) / whole}%`;

/**
 * @param {number[]} box  left, top, width, height of what it shows of the figure
 * @param {...SVGElement} shapes
 */
const drawing = (box, ...shapes) => shape("svg", { viewBox: box.join(" "), "aria-hidden": "true" }, ...shapes);

/**
 * @param {string} tag
 * @param {Record<string, string | number>} attributes
 * @param {...SVGElement} inside
 * @returns {SVGElement}
 */
function shape(tag, attributes, ...inside) {
  const made = /** @type {SVGElement} */ (document.createElementNS("http://www.w3.org/2000/svg", tag));
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, String(value));
  made.append(...inside);
  return made;
}
