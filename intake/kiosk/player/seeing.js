/**
 * How this patient sees and hears: larger text, strong contrast, reading aloud. It is this
 * patient's alone: the tab keeps it, so that a reload finds it, and it is forgotten when the next
 * patient is welcomed.
 */

/** @typedef {{size: number, contrast: boolean, aloud: boolean}} Seeing */

export const LARGEST = 2;
const KEPT = "anteroom-seeing";
/** Whoever comes to the welcome from here is still the same patient. */
const STAYS = ["welcome", "code", "pin", "staff"];
/** @type {Readonly<Seeing>} */
const PLAIN = { size: 0, contrast: false, aloud: false };

/** @type {Map<Node, () => void>} what shows it, and how to show it anew */
const showing = new Map();
let step = "";
let now = kept();
dress();

/** @returns {Readonly<Seeing>} */
export const seeing = () => now;

/** @param {Partial<Seeing>} changed */
export function see(changed) {
  now = { ...now, ...changed };
  keep();
  dress();
  showAgain();
}

/**
 * A patient comes to this step. Whoever is welcomed is another, but for who only went back.
 * @param {string} here
 */
export function comeTo(here) {
  if (here === "welcome" && !STAYS.includes(step)) see(PLAIN);
  step = here;
}

/** Nobody is there any more; at the welcome nothing else tells one patient from the next. */
export function forgetTheGone() {
  if (step === "welcome") see(PLAIN);
}

/**
 * @param {Node} part
 * @param {() => void} show  called whenever it changes, as long as the part is on the page
 */
export function whileShown(part, show) {
  showing.set(part, show);
}

/** Show it anew wherever it is shown. */
export function showAgain() {
  for (const [part, show] of showing) {
    if (part.isConnected) show();
    else showing.delete(part);
  }
}

function dress() {
  const { dataset } = document.documentElement;
  dataset.size = String(now.size);
  dataset.contrast = now.contrast ? "strong" : "plain";
}

// A browser may forbid keeping anything; then a reload begins plainly.
function keep() {
  try {
    if (now.size || now.contrast || now.aloud) sessionStorage.setItem(KEPT, JSON.stringify(now));
    else sessionStorage.removeItem(KEPT);
  } catch { /* not kept */ }
}

/** @returns {Seeing} */
function kept() {
  try {
    const { size, contrast, aloud } = JSON.parse(sessionStorage.getItem(KEPT) ?? "");
    return { size: [1, LARGEST].includes(size) ? size : 0, contrast: contrast === true, aloud: aloud === true };
  } catch {
    return PLAIN;
  }
}
