/**
 * Say on Streamlit's own pages that the server cannot be reached, before Streamlit notices, and until
 * its pages take taps again. Nothing here touches what was typed or chosen: it stays where it is.
 */

import { element } from "./dom.js";

/**
 * @typedef {object} Data
 * @property {string} step
 * @property {Record<string, {away: string, desk: string}>} words  of each language
 */

/** Together less than two seconds: so long may a patient tap in vain. */
const AGAIN = 700;
const PATIENCE = 1000;
const DESK_AFTER = 30_000;
/** Steps that say so themselves; the first goes on meanwhile, and looks by itself. */
const PLAYER = "player";
const SAY_IT = [PLAYER, "consent"];

/** @type {Data | null} the latest */
let mounted = null;
let lostAt = 0;
let timer = 0;
/** @type {Set<(lost: boolean) => void>} */
const listening = new Set();
const banner = element("div", { class: "outage", role: "status" });

/**
 * Called again whenever the step or the language is another.
 * @param {Data} data
 */
export function watch(data) {
  const begins = mounted === null;
  mounted = data;
  if (begins) begin();
  show();
}

/**
 * Hear of it, whenever it changes.
 * @param {(lost: boolean) => void} tell
 * @param {AbortSignal} left
 */
export function whenLost(tell, left) {
  listening.add(tell);
  left.addEventListener("abort", () => listening.delete(tell));
  if (lostAt) tell(true);
}

function begin() {
  document.head.append(element("link", { rel: "stylesheet", href: new URL("outage.css", import.meta.url).href }));
  document.body.append(banner);
  new MutationObserver(closeDialog).observe(document.body, { childList: true });
  addEventListener("offline", lose);
  addEventListener("online", look);
  document.addEventListener("visibilitychange", look);
  look();
}

/** Streamlit's own dialog is English, stands before the page and makes it inert. */
function closeDialog() {
  /** @type {HTMLElement | null} */ (document.querySelector('[data-testid="stDialog"] button[aria-label="Close"]'))?.click();
}

async function look() {
  clearTimeout(timer);
  if (document.visibilityState === "visible" && mounted?.step !== PLAYER) {
    if (await isReached() && takesTaps()) find();
    else lose();
  }
  clearTimeout(timer);
  timer = setTimeout(look, AGAIN);
}

async function isReached() {
  const giveUp = new AbortController();
  const waiting = setTimeout(() => giveUp.abort(), PATIENCE);
  const answer = await fetch("/healthz", { method: "HEAD", cache: "no-store", signal: giveUp.signal }).catch(() => null);
  clearTimeout(waiting);
  return answer !== null && answer.status < 500;
}

/** Whether Streamlit has its own connection, where it says so. */
function takesTaps() {
  const said = document.querySelector("[data-test-connection-state]")?.getAttribute("data-test-connection-state");
  return !said || said === "CONNECTED";
}

function lose() {
  if (!lostAt) for (const tell of listening) tell(true);
  lostAt ||= Date.now();
  show();
}

function find() {
  if (lostAt) for (const tell of listening) tell(false);
  lostAt = 0;
  show();
}

function show() {
  const words = mounted?.words[document.documentElement.lang];
  const shown = lostAt > 0 && words && !SAY_IT.includes(mounted?.step ?? "");
  const sentence = shown ? words[Date.now() - lostAt < DESK_AFTER ? "away" : "desk"] : "";
  if (banner.textContent !== sentence) banner.textContent = sentence;
}
