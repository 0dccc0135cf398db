/**
 * One card in front of everything: what stands behind it can be neither seen nor touched nor heard.
 * It has a root of its own, so that it looks the same on every page of the kiosk.
 */

import { interject } from "./aloud.js";
import { element } from "./dom.js";
import { addFonts } from "./fonts.js";
import { keepGuard, renewAll } from "./guard.js";
import { sentencesIn } from "./sentences.js";

const SHEETS = ["player.css", "cover.css"];
/** In the page itself, as its colors are those of the whole page. */
const COLORS = "seeing.css";

/** @type {{host: HTMLElement, place: HTMLElement, guard: {renew: () => void}} | null} */
let made = null;
/** @type {HTMLElement | null} what had the focus */
let before = null;
/** The words of the demo band in the language spoken now; none where the patients are not invented. */
let band = () => "";

/** @param {() => string} words  of the band above every card */
export function bandCovers(words) {
  band = words;
}

/** Have it ready before the network may go. */
export function prepareCover() {
  if (made) return made;
  addFonts();
  const host = element("div", { class: "anteroom-cover", hidden: true });
  const place = element("div", { class: "anteroom-player" });
  host.attachShadow({ mode: "open" }).append(...SHEETS.map(sheet), place);
  document.head.append(sheet(COLORS));
  document.body.append(host);
  made = { host, place, guard: keepGuard(place) };
  return made;
}

/** @param {string} name */
const sheet = (name) => element("link", { rel: "stylesheet", href: new URL(name, import.meta.url).href });

/** @param {HTMLElement} [card]  none: an empty page */
export function cover(card) {
  const { host, place, guard } = prepareCover();
  if (host.hidden) before = /** @type {HTMLElement | null} */ (document.activeElement);
  const behind = element("div", { class: "anteroom", lang: document.documentElement.lang },
    element("header", { class: "demo", hidden: !band() }, band()), element("div", { class: "calm" }, card));
  place.replaceChildren(behind);
  host.hidden = false;
  conceal(true);
  guard.renew();
  interject(sentencesIn(place).join(" "));
  /** @type {HTMLElement | null} */ (place.querySelector("h1"))?.focus({ preventScroll: true });
}

/** What stood behind it stands there again. */
export function uncover() {
  const { host, place } = prepareCover();
  place.replaceChildren();
  host.hidden = true;
  conceal(false);
  renewAll();
  before?.focus({ preventScroll: true });
  before = null;
}

/** Nothing stands behind it any more. */
export function emptyBehind() {
  before = null;
  for (const one of others()) one.remove();
}

/** @param {boolean} hidden */
function conceal(hidden) {
  for (const one of others()) {
    one.inert = hidden;
    one.style.visibility = hidden ? "hidden" : "";
    if (hidden) one.setAttribute("aria-hidden", "true");
    else one.removeAttribute("aria-hidden");
  }
}

/** @returns {HTMLElement[]} */
function others() {
  const parts = /** @type {HTMLElement[]} */ ([...document.body.children]);
  return parts.filter((part) => part !== made?.host && part.tagName !== "SCRIPT");
}
