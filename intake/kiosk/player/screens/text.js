/** The patient's own words, with what is left to write and Skip. */

import { answered } from "../answers.js";
import { element, freshId } from "../dom.js";

/** @typedef {import("../visit.js").Stage} Stage */

const PAUSE_IN_TYPING = 700;

/** @param {Stage} stage */
export function buildText(stage) {
  const [question] = stage.screen.questions;
  const countId = freshId();
  const counter = element("p", { id: countId, class: "hint counter" });
  const area = /** @type {HTMLTextAreaElement} */ (element("textarea", {
    maxlength: question.maxLength, rows: 6, autocomplete: "off", autocorrect: "off", spellcheck: "false",
    "aria-labelledby": stage.headingId, "aria-describedby": countId, "data-link-id": question.linkId,
  }));
  area.value = stage.answers()[question.linkId]?.values[0] ?? "";
  let timer = 0;

  const written = () => answered(stage.answers(), question.linkId,
    area.value.trim() === "" ? [] : [clean(area.value)]);

  function show() {
    counter.textContent = stage.say("text.count", { count: area.value.length, most: question.maxLength });
    const empty = area.value.trim() === "";
    stage.setOnward(empty && !question.required ? "skip" : "next", onward);
  }

  function onward() {
    clearTimeout(timer);
    timer = 0;
    if (question.required && area.value.trim() === "") stage.complain("text.missing", area);
    else stage.advance(written());
  }

  function keep() {
    clearTimeout(timer);
    if (timer) stage.change(written());
    timer = 0;
  }

  area.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(keep, PAUSE_IN_TYPING);
    show();
  });
  stage.whenLeft((abandoned) => (abandoned ? clearTimeout(timer) : keep()));
  show();
  return [area, counter];
}

/**
 * What cannot be stored or printed is left out: half characters and control characters.
 * @param {string} text
 */
function clean(text) {
  const whole = [...text].filter((letter) => !/^[\ud800-\udfff]$/.test(letter)).join("");
  return whole.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, "").trim();
}
