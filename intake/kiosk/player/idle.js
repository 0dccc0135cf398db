/**
 * Watch whether somebody is still at the tablet: ask after a while without a touch, and forget the
 * patient soon after. One watch for the whole page, whatever stands on it.
 */

import { button, element, freshId, icon } from "./dom.js";
import { bandCovers, cover, prepareCover, uncover } from "./cover.js";
import { forget, tell, wasLeft } from "./forget.js";
import { loadWords } from "./loading.js";
import { seeing } from "./seeing.js";
import { ask, unsent } from "./sync.js";

/**
 * @typedef {object} Data
 * @property {string} step       where the patient is: "welcome" and "gone" have none
 * @property {string[]} languages
 * @property {number} warning    seconds without a touch until it asks
 * @property {number} wipe       and from then until it forgets
 * @property {boolean} demo      whether the patients are invented
 */
/** @typedef {{root: HTMLElement, data: Data, left: () => void}} Mounting */

const LOOK = 200;
const HEARD_AGAIN = 60_000;
const SHARED_AGAIN = 1000;
const SHOWN_EVERY = 5;
const SPOKEN_EVERY = 15;
const TOUCHES = ["pointerdown", "keydown", "input", "wheel", "scroll"];
const NOBODY = ["welcome", "gone"];

/** @type {Mounting | null} the latest */
let mounted = null;
/** @type {Record<string, Record<string, string>>} */
let words = {};
/** @type {"" | "warning" | "stop" | "forgetting"} what stands in front of the page */
let asking = "";
let touchedAt = Date.now();
let heardAt = Date.now();
let sharedAt = 0;
let held = false;
let pageHasForgotten = () => {};
/** @type {Promise<void>} */
const pageForgot = new Promise((resolve) => { pageHasForgotten = resolve; });
/** Other windows of this tablet: a touch there is one here, and what is left there is left here. */
const windows = new BroadcastChannel("anteroom");

/** Whoever has larger text, or hears what is on the screen, is given twice the time. */
export function patience() {
  const { size, aloud } = seeing();
  return size > 0 || aloud ? 2 : 1;
}

/**
 * Called again whenever the step is another.
 * @param {Mounting} mounting
 */
export function watch(mounting) {
  const begins = mounted === null;
  const moved = mounted?.data.step !== mounting.data.step;
  mounted = mounting;
  if (begins) begin(mounting.data.languages);
  if (moved) touchedAt = Date.now();
  mounting.root.dataset.watches = mounting.data.step;
  if (mounting.data.step === "gone") leaveFinished();
  offerToStop();
}

/**
 * While staff are waited for nobody need touch anything.
 * @param {boolean} waiting
 */
export function hold(waiting) {
  if (held && !waiting) touchedAt = Date.now();
  held = waiting;
}

/** Ask once whether to stop and clear everything. */
export function askToStop() {
  if (asking || !mounted) return;
  asking = "stop";
  cover(card("stop", say("over.title"), [say("over.text"), ...kept()], [
    button({ class: "answer onward", "data-act": "stay" }, [say("over.no")], stay),
    button({ class: "answer", "data-act": "stop" }, [say("over.yes")], () => leave("chosen")),
  ]));
}

/** @param {string[]} languages */
function begin(languages) {
  prepareCover();
  bandCovers(() => (mounted?.data.demo ? say("demo") : ""));
  const left = wasLeft();
  if (left && !isSomebodyHere()) tell("idle", left);
  loadWords(languages, new AbortController().signal).then((loaded) => {
    words = loaded;
    offerToStop();
  });
  for (const touch of TOUCHES) addEventListener(touch, touched, { capture: true, passive: true });
  // A page taken back from the browser's cache, or from behind a dark screen, may be somebody else's.
  addEventListener("pageshow", (event) => event.persisted && location.reload());
  document.addEventListener("visibilitychange", look);
  windows.addEventListener("message", ({ data }) => (data === "left" ? leaveToo() : touchedElsewhere()));
  setInterval(look, LOOK);
}

function touched() {
  if (asking === "warning" || asking === "forgetting") return;
  touchedAt = Date.now();
  tellThatSomebodyIsHere();
  if (touchedAt - sharedAt < SHARED_AGAIN) return;
  sharedAt = touchedAt;
  windows.postMessage("touched");
}

function touchedElsewhere() {
  touchedAt = Date.now();
  if (asking === "warning") stay();
}

/** A tablet that says nothing for long is taken to be left, whatever its page thinks. */
function tellThatSomebodyIsHere() {
  if (mounted?.data.step !== "player" || Date.now() - heardAt < HEARD_AGAIN) return;
  heardAt = Date.now();
  ask("POST", "/kiosk/here", {}).catch(() => {});
}

function look() {
  if (asking === "forgetting" || !isSomebodyHere()) return;
  if (held) {
    touchedAt = Date.now();
    return tellThatSomebodyIsHere();
  }
  const { step, warning, wipe } = /** @type {Mounting} */ (mounted).data;
  const idle = (Date.now() - touchedAt) / 1000 / patience();
  if (step === "thanks") return idle >= wipe ? leave("finished") : undefined;
  if (idle >= warning + wipe) return leave("idle");
  if (idle >= warning) return warn((warning + wipe - idle) * patience(), wipe * patience());
}

const isSomebodyHere = () => mounted !== null && !NOBODY.includes(mounted.data.step);

/** @type {{seconds: HTMLElement, spoken: HTMLElement, bar: HTMLElement} | null} */
let counting = null;

/**
 * @param {number} left
 * @param {number} whole
 */
function warn(left, whole) {
  if (asking !== "warning") {
    asking = "warning";
    counting = { seconds: element("p", { class: "seconds", "aria-hidden": "true" }), spoken: element("p", { class: "spoken", role: "status" }),
      bar: element("span") };
    cover(card("warning", say("idle.title"), kept(), [
      button({ class: "answer onward", "data-act": "here" }, [say("idle.here")], stay),
      counting.seconds, element("div", { class: "bar-left", "aria-hidden": "true" }, counting.bar), counting.spoken,
    ]));
  }
  if (!counting) return;
  put(counting.seconds, say("idle.seconds", roundedUp(left, SHOWN_EVERY)));
  put(counting.spoken, say("idle.seconds", roundedUp(left, SPOKEN_EVERY)));
  counting.bar.style.width = `${Math.max(0, 100 * left / whole)}%`;
}

/**
 * @param {HTMLElement} where
 * @param {string} sentence
 */
function put(where, sentence) {
  if (where.textContent !== sentence) where.textContent = sentence;
}

/**
 * @param {number} seconds
 * @param {number} step
 */
const roundedUp = (seconds, step) => Math.ceil(seconds / step) * step;

function stay() {
  asking = "";
  counting = null;
  touchedAt = Date.now();
  uncover();
  tellThatSomebodyIsHere();
}

/** @param {import("./forget.js").Why | null} why */
function leave(why) {
  if (asking === "forgetting") return;
  asking = "forgetting";
  if (why && why !== "finished") windows.postMessage("left");
  forget(why, { say, tellPage: () => mounted?.left(), pageForgot });
}

/** The server's page holds nothing any more. */
function leaveFinished() {
  pageHasForgotten();
  leave("finished");
}

function leaveToo() {
  if (isSomebodyHere()) leave(null);
}

/** What becomes of the answers, where some have been given: nothing is promised of what was not sent. */
const kept = () => (mounted?.data.step === "player" ? [say(unsent() ? "idle.unsent" : "idle.kept")] : []);

/** On Streamlit's own pages the button stands where the watch is mounted. */
function offerToStop() {
  const offered = mounted?.root.dataset.offers !== undefined && Object.keys(words).length > 0;
  mounted?.root.replaceChildren(...(offered ? [button({ "data-act": "over" }, [element("p", {}, say("over.button"))], askToStop)] : []));
}

/**
 * @param {string} key
 * @param {number} [seconds]
 */
function say(key, seconds = 0) {
  const spoken = words[document.documentElement.lang] ?? Object.values(words)[0] ?? {};
  return (spoken[key] ?? "").replace("{seconds}", String(seconds));
}

/**
 * @param {string} name
 * @param {string} title
 * @param {string[]} lines
 * @param {Node[]} below
 */
function card(name, title, lines, below) {
  const id = freshId();
  return element("div", { class: "calm-card", role: "alertdialog", "aria-modal": "true", "aria-labelledby": id, "data-cover": name },
    icon("pause"), element("h1", { id, tabindex: -1 }, title), ...lines.map((line) => element("p", {}, line)), ...below);
}
