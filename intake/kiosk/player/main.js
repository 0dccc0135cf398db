/**
 * The kiosk player: mount() takes the place of the page, plays the visit the tablet's cookie
 * opens, one idea per screen, and calls finished() once the server has taken the whole of it.
 */

import { keepGuard } from "./guard.js";
import { element } from "./dom.js";
import { addFonts } from "./fonts.js";
import { FORGET } from "./forget.js";
import { claim, loadPlans, loadVisit, loadWords } from "./loading.js";
import { keepPictures } from "./pictures.js";
import { readFrom, readNoMore } from "./aloud.js";
import { comeTo } from "./seeing.js";
import { buildSwitches } from "./switches.js";
import { playVisit } from "./visit.js";
import { speechIn } from "./words.js";
import { buildCalm } from "./calm.js";

/**
 * @typedef {object} Data
 * @property {string} tablet
 * @property {string} language     spoken until the visit says which
 * @property {string[]} [languages]  those a patient can choose; none: only the one spoken
 * @property {boolean} demo
 * @property {string | null} [ticket]
 */
/** @typedef {{root: HTMLElement | ShadowRoot, data: Data, finished: (language: string) => void}} Mounting */
/**
 * @typedef {object} Player
 * @property {Mounting} mounting  the latest
 * @property {HTMLElement} place
 * @property {HTMLElement} style
 * @property {() => void} leave
 */

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
  comeTo("player");
  addFonts();
  root.append(style, place);

  function leave() {
    if (leaving.signal.aborted) return;
    leaving.abort();
    clearInterval(watching);
    if (current === player) current = null;
    readNoMore(place);
    place.remove();
    style.remove();
    document.documentElement.lang = language;
  }
  // A page taken back from the browser's cache still holds the answers of whoever left it.
  addEventListener("pageshow", (event) => event.persisted && location.reload(), { signal: leaving.signal });
  addEventListener(FORGET, leave, { signal: leaving.signal });
  play(place, data, leaving.signal, (language) => {
    leave();
    player.mounting.finished(language);
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
 * @param {(language: string) => void} finished
 */
async function play(place, data, left, finished) {
  const guard = keepGuard(place);
  const languages = data.languages ?? [data.language];
  const speech = speechIn(await loadWords(languages, left), data.language);
  /** @param {boolean} failing */
  const failing = (failing) => (failing ? standDown("desk") : clear());
  let standing = "";
  const clear = () => {
    standing = "";
    place.replaceChildren();
  };
  /** @param {"desk" | "closed"} kind */
  const standDown = (kind) => {
    const now = `${kind} ${speech.language()}`;
    if (now === standing) return;  // nothing moves under a finger while it is tried again
    standing = now;
    place.replaceChildren(desk(kind, speech, () => standDown(kind)));
    guard.renew();
    readFrom(place, speech.language());
  };
  try {
    if (data.ticket) await claim(data.ticket, left, failing);
    const visit = await loadVisit(left, failing);
    if (visit === null) return failing(true);
    if (visit.closed) return standDown("closed");
    speech.speak(visit.questionnaire.language);
    if (visit.finished) return finished(speech.language());
    const plans = await loadPlans(visit, languages, left, failing);
    keepPictures(plans[speech.language()]);
    return playVisit({ place, plans, visit, speech, data, guard, left, finished });
  } catch (error) {
    if (!left.aborted) failing(true);
    throw error;
  }
}

/**
 * @param {"desk" | "closed"} kind
 * @param {import("./words.js").Speech} speech
 * @param {() => void} again  in another language
 */
function desk(kind, speech, again) {
  const switches = buildSwitches(speech, (language) => {
    speech.speak(language);
    again();
  });
  const card = buildCalm(kind, speech.say, null, { close() {}, help() {}, switches });
  return element("div", { class: "anteroom", lang: speech.language() }, element("div", { class: "calm" }, card));
}
