/**
 * What the pages around the player have of it: the row to see and hear by, the focus on the heading
 * of a new page, and its words read aloud.
 */

import { interject, readFrom } from "./aloud.js";
import { comeTo, forgetTheGone } from "./seeing.js";
import { buildSeeing } from "./switches.js";
import { takeTwiceForOnce } from "./twice.js";

/** @typedef {{step: string, language: string, words: Record<string, string>}} Data */

const SCROLLER = '[data-testid="stMain"]';
const COVER = ".anteroom-cover:not([hidden])";
const ALERT = '[data-testid="stAlert"]';
/** A page is drawn piece by piece; it is whole once nothing has come for this long. */
const DRAWN_AFTER = 150;
/** Whoever has not touched the welcome for this long has gone. */
const GONE_AFTER = 120_000;

/** @type {{root: Element, data: Data} | null} the latest */
let mounted = null;
/** The page whose heading was gone to, and its alert. */
let arrived = { page: "", alert: "" };
let drawn = 0;
let gone = 0;

const watching = new MutationObserver(wait);
addEventListener("click", waitForNobody, true);
takeTwiceForOnce(() => (document.querySelector(COVER) ? COVER : document.querySelector("h1")?.textContent ?? ""));

/**
 * Called again whenever the step or the language is another.
 * @param {{root: Element, data: Data}} mounting
 */
export function mount(mounting) {
  mounted = mounting;
  const { root, data } = mounting;
  comeTo(data.step);
  root.replaceChildren(buildSeeing((key) => data.words[key], data.language));
  watching.observe(document.body, { childList: true, subtree: true, characterData: true });
  wait();
  waitForNobody();
}

function wait() {
  clearTimeout(drawn);
  drawn = setTimeout(settle, DRAWN_AFTER);
}

function waitForNobody() {
  clearTimeout(gone);
  gone = setTimeout(forgetTheGone, GONE_AFTER);
}

function settle() {
  if (!mounted?.root.isConnected) {
    arrived = { page: "", alert: "" };
    return watching.disconnect();
  }
  const { step, language } = mounted.data;
  const page = `${step} ${language}`;
  if (page !== arrived.page) arrive(step, language, !arrived.page.startsWith(`${step} `));
  return tell(document.querySelector(ALERT));
}

/**
 * @param {string} step
 * @param {string} language
 * @param {boolean} elsewhere  not the same page in another language
 */
function arrive(step, language, elsewhere) {
  arrived = { page: `${step} ${language}`, alert: "" };
  const page = document.querySelector(SCROLLER);
  if (!page) return;
  readFrom(page, language);
  if (!elsewhere) return;
  page.scrollTop = 0;
  const heading = page.querySelector("h1");
  heading?.setAttribute("tabindex", "-1");
  heading?.focus({ preventScroll: true });
}

/**
 * What went wrong is brought into view, and said to whoever is read to.
 * @param {Element | null} alert
 */
function tell(alert) {
  const words = alert?.textContent ?? "";
  if (words === arrived.alert) return;
  arrived.alert = words;
  alert?.scrollIntoView({ block: "nearest" });
  interject(words);
}
