/** The row that is on every screen: larger text, contrast, reading aloud, and the other languages. */

import { canRead, turnAloud } from "./aloud.js";
import { button, element, icon } from "./dom.js";
import { buildLanguages } from "./language.js";
import { LARGEST, see, seeing, whileShown } from "./seeing.js";

/** @typedef {import("./words.js").Say} Say */
/** @typedef {import("./words.js").Speech} Speech */

/**
 * @param {Speech} speech
 * @param {(language: string) => void} choose
 */
export function buildSwitches(speech, choose) {
  return element("div", { class: "switches" }, buildSeeing(speech.say, speech.language()), buildLanguages(speech, choose));
}

/**
 * @param {Say} say
 * @param {string} language
 */
export function buildSeeing(say, language) {
  const larger = element("span", { class: "name" });
  const aloud = element("span", { class: "name" });
  const size = button({ class: "see", "data-see": "size" }, [element("span", { class: "letters", "aria-hidden": "true" }, "Aa"), larger],
    () => see({ size: isLargest() ? 0 : seeing().size + 1 }));
  const contrast = button({ class: "see", "data-see": "contrast" }, [icon("contrast"), element("span", { class: "name" }, say("seeing.contrast"))],
    () => see({ contrast: !seeing().contrast }));
  const reading = button({ class: "see", "data-see": "aloud" }, [icon("speaker"), aloud], turnAloud);
  const row = element("div", { class: "seeing", role: "group", "aria-label": say("seeing.title") }, size, contrast, reading);

  function show() {
    larger.textContent = say(isLargest() ? "seeing.smaller" : "seeing.larger");
    contrast.setAttribute("aria-pressed", String(seeing().contrast));
    aloud.textContent = say(seeing().aloud ? "aloud.stop" : "aloud.start");
    size.toggleAttribute("data-on", seeing().size > 0);
    reading.toggleAttribute("data-on", seeing().aloud);
    reading.hidden = !canRead(language);
  }

  show();
  whileShown(row, show);
  return row;
}

const isLargest = () => seeing().size === LARGEST;
