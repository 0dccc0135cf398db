/** The parts that stand around every question: what is left, whether it is saved, and the buttons. */

import { button, element, icon } from "./dom.js";
import { leftInWords } from "./words.js";

/** @typedef {import("./words.js").Say} Say */
/** @typedef {{label: string, act: () => void, sends?: boolean} | null} Onward */

/**
 * @param {Say} say
 * @param {{demo: boolean, language: string}} data
 * @param {{back: () => void, help: () => void}} act
 */
export function buildFrame(say, data, act) {
  const left = element("p", { class: "left" });
  const saved = element("p", { class: "saved" });
  const sure = element("span", { class: "sure" });
  const perhaps = element("span", { class: "perhaps" });
  const banner = element("p", { class: "banner", role: "status", hidden: true });
  const stage = element("div", { class: "stage" });
  const complaint = element("p", { class: "complaint", role: "alert" });
  const back = button({ class: "quiet", "data-act": "back" },
    [icon("back"), element("span", {}, say("back"))], act.back);
  const help = button({ class: "quiet", "data-act": "help" },
    [icon("hand"), element("span", {}, say("help.button"))], act.help);
  const next = button({ class: "onward", "data-act": "next" }, [], () => onward?.act());
  const play = element("div", { class: "play" },
    element("div", { class: "top" },
      element("div", { class: "top-line" }, left, saved),
      element("div", { class: "bar", "aria-hidden": "true" }, perhaps, sure)),
    banner, stage, complaint,
    element("div", { class: "bottom" }, back, help, next));
  const calm = element("div", { class: "calm", hidden: true });
  const band = data.demo ? element("p", { class: "demo" }, say("demo")) : null;
  const whole = element("div", { class: "anteroom", lang: data.language }, band, play, calm);
  /** @type {Onward} */
  let onward = null;

  return {
    whole, stage, play, calm,
    /** @param {{lowest: number, highest: number, done: number}} remaining */
    count(remaining) {
      left.textContent = leftInWords(say, remaining);
      const { lowest, highest, done } = remaining;
      sure.style.width = `${(100 * done) / Math.max(1, done + highest)}%`;
      perhaps.style.width = `${(100 * done) / Math.max(1, done + lowest)}%`;
    },
    /** @param {Onward} now */
    setOnward(now) {
      onward = now;
      next.hidden = now === null;
      next.toggleAttribute("data-sends", now?.sends === true);
      if (now) next.replaceChildren(element("span", {}, now.label), icon(now.sends ? "tick" : "next"));
    },
    /** @param {boolean} possible */
    setBack(possible) {
      back.setAttribute("aria-disabled", String(!possible));
    },
    /** @param {boolean} isSaved */
    setSaved(isSaved) {
      saved.textContent = isSaved ? say("saved") : "";
    },
    /** @param {string} sentence  empty: none */
    setBanner(sentence) {
      banner.hidden = sentence === "";
      banner.textContent = sentence;
    },
    /** @param {string} sentence  empty: none */
    complain(sentence) {
      complaint.textContent = sentence;
    },
  };
}
