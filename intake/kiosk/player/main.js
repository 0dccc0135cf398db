/**
 * The kiosk player: mount() takes the place of the page, plays the visit the tablet's cookie
 * opens, one idea per screen, and calls finished() once the server has taken the whole of it.
 */

import { keepGuard } from "./guard.js";
import { element } from "./dom.js";
import { loadPlan, loadVisit, loadWords } from "./loading.js";
import { keepPictures } from "./pictures.js";
import { playVisit } from "./visit.js";
import { speaker } from "./words.js";
import { buildCalm } from "./calm.js";

/** @typedef {{tablet: string, language: string, demo: boolean, ticket?: string | null}} Data */
/** @typedef {{root: HTMLElement | ShadowRoot, data: Data, finished: () => void}} Mounting */
/**
 * @typedef {object} Player
 * @property {Mounting} mounting  the latest
 * @property {HTMLElement} place
 * @property {HTMLElement} style
 * @property {() => void} leave
 */

const FAMILY = "Atkinson Hyperlegible Next";
const LOST_AFTER = 5000;

/** @type {Player | null} the one player of this page */
let current = null;

/**
 * A second mount of the same visit takes the running player along: it may hold answers the server
 * has not seen yet.
 * @param {Mounting} mounting
 * @returns {() => void} leave: every trace of the visit goes from the page
 */
export function mount(mounting) {
  const { root, data } = mounting;
  if (current && data.ticket && data.ticket !== current.mounting.data.ticket) current.leave();
  if (current) {
    current.mounting = { ...mounting, data: { ...data, ticket: data.ticket ?? current.mounting.data.ticket } };
    if (current.place.parentNode !== root) root.append(current.style, current.place);
    return current.leave;
  }
  return begin(mounting);
}

/** @param {Mounting} mounting */
function begin(mounting) {
  const { root, data } = mounting;
  const leaving = new AbortController();
  const place = element("div", { class: "anteroom-player" });
  const style = element("link", { rel: "stylesheet", href: new URL("player.css", import.meta.url).href });
  const language = document.documentElement.lang;
  const watching = leaveWhenLost(place, leave);
  /** @type {Player} */
  const player = { mounting, place, style, leave };
  current = player;
  document.documentElement.lang = data.language;
  addFonts();
  root.append(style, place);

  function leave() {
    if (leaving.signal.aborted) return;
    leaving.abort();
    clearInterval(watching);
    if (current === player) current = null;
    place.remove();
    style.remove();
    document.documentElement.lang = language;
  }
  // A page taken back from the browser's cache still holds the answers of whoever left it.
  addEventListener("pageshow", (event) => event.persisted && location.reload(), { signal: leaving.signal });
  play(place, data, leaving.signal, () => {
    leave();
    player.mounting.finished();
  }).catch((error) => {
    if (!leaving.signal.aborted) console.error("The visit cannot be shown:", error.name);
  });
  return leave;
}

/**
 * A page that took the player away without a word leaves nothing of the patient behind for long.
 * @param {HTMLElement} place
 * @param {() => void} leave
 */
function leaveWhenLost(place, leave) {
  let lost = 0;
  return setInterval(() => {
    lost = place.isConnected ? 0 : lost + 1000;
    if (lost >= LOST_AFTER) leave();
  }, 1000);
}

/**
 * @param {HTMLElement} place
 * @param {Data} data
 * @param {AbortSignal} left
 * @param {() => void} finished
 */
async function play(place, data, left, finished) {
  const guard = keepGuard(place);
  const say = speaker(await loadWords(data.language, left));
  /** @param {boolean} failing */
  const failing = (failing) => place.replaceChildren(...(failing ? [desk(say, data)] : []));
  try {
    const visit = await loadVisit(left, failing);
    if (visit === null) return failing(true);
    if (visit.finished) return finished();
    const plan = await loadPlan(visit, left, failing);
    keepPictures(plan);
    return playVisit({ place, plan, visit, say, data, guard, left, finished });
  } catch (error) {
    if (!left.aborted) failing(true);
    throw error;
  }
}

/**
 * @param {import("./words.js").Say} say
 * @param {Data} data
 */
function desk(say, data) {
  const card = buildCalm("desk", say, null, { close() {}, help() {} });
  return element("div", { class: "anteroom", lang: data.language }, element("div", { class: "calm" }, card));
}

/** A face declared inside a shadow root is not seen by the browser, so the page declares it. */
function addFonts() {
  if ([...document.fonts].some((face) => face.family.includes(FAMILY))) return;
  for (const weight of ["400", "700"]) {
    const file = new URL(`fonts/atkinson-hyperlegible-next-latin-${weight}-normal.woff2`, import.meta.url);
    document.fonts.add(new FontFace(FAMILY, `url("${file.href}") format("woff2")`, { weight, display: "swap" }));
  }
}
