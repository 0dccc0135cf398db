/** The parts that stand around every question: what is left, whether it is saved, and the buttons. */

import { button, element, icon } from "./dom.js";
import { buildSwitches } from "./switches.js";
import { leftInWords } from "./words.js";

/** @typedef {import("./words.js").Speech} Speech */
/** @typedef {{label: string, act: () => void, sends?: boolean} | null} Onward */

/**
 * @param {Speech} speech
 * @param {{demo: boolean}} data
 * @param {{back: () => void, help: () => void, over: () => void, speak: (language: string) => void}} act
 */
export function buildFrame(speech, data, act) {
  const { say } = speech;
  const left = element("p", { class: "left" });
  const saved = element("p", { class: "saved" });
  const sure = element("span", { class: "sure" });
  const perhaps = element("span", { class: "perhaps" });
  const banner = element("p", { class: "banner", role: "status", hidden: true });
  const stage = element("div", { class: "stage" });
  const complaint = element("p", { class: "complaint", role: "alert" });
  const backWords = element("span");
  const helpWords = element("span");
  const overWords = element("span");
  const back = button({ class: "quiet", "data-act": "back" }, [icon("back"), backWords], act.back);
  const help = button({ class: "quiet", "data-act": "help" }, [icon("hand"), helpWords], act.help);
  const next = button({ class: "onward", "data-act": "next" }, [], () => onward?.act());
  const over = button({ class: "quiet", "data-act": "over" }, [overWords], act.over);
  const top = element("div", { class: "top" }, element("div", { class: "progress" },
    element("div", { class: "top-line" }, left, saved),
    element("div", { class: "bar", "aria-hidden": "true" }, perhaps, sure)));
  // The banner comes and goes by itself: below the answers, where nothing moves under a finger.
  const play = element("div", { class: "play" }, top, stage, banner, complaint,
    element("div", { class: "bottom" }, back, help, next));
  const calm = element("div", { class: "calm", hidden: true });
  const band = element("p", { class: "demo", hidden: !data.demo });
  const whole = element("div", { class: "anteroom" }, band, play, calm);
  /** @type {Onward} */
  let onward = null;

  /** Say what stands there on every screen in the language that is spoken now. */
  function speak() {
    backWords.textContent = say("back");
    helpWords.textContent = say("help.button");
    band.textContent = say("demo");
    whole.lang = document.documentElement.lang = speech.language();
    overWords.textContent = say("over.button");
    saved.dataset.word = say("saved");
    top.querySelector(".switches")?.remove();
    const switches = buildSwitches(speech, act.speak);
    switches.append(over);
    top.append(switches);
  }

  speak();
  return {
    whole, stage, play, calm, speak,
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
