/** A birth date on an on-screen number pad: three labelled fields. */

import { answered } from "../answers.js";
import { readBirthDate } from "../calendar.js";
import { button, element, freshId, icon } from "../dom.js";
import { dateInWords } from "../words.js";

/** @typedef {import("../visit.js").Stage} Stage */
/** @typedef {"month" | "day" | "year"} Field */

const LENGTH = { month: 2, day: 2, year: 4 };
/** A first digit above this cannot begin a two-digit month or day. */
const HIGHEST_FIRST = { month: 1, day: 3, year: 9 };

/** @param {Stage} stage */
export function buildDate(stage) {
  const [question] = stage.screen.questions;
  const order = /** @type {Field[]} */ (stage.say("date.order").split(" "));
  const fields = buildFields(stage, order);
  const spoken = element("p", { class: "spoken", role: "status" });
  let active = order[0];
  let fresh = true;

  /** @param {Field} name */
  function activate(name) {
    active = name;
    fresh = true;
    for (const field of order) fields[field].toggleAttribute("data-active", field === name);
  }

  /** @param {number} step */
  function move(step) {
    const place = order.indexOf(active) + step;
    if (place < 0 || place >= order.length) return;
    const had = document.activeElement === fields[active] || fields[active].matches(":focus");
    activate(order[place]);
    if (had) fields[active].focus();
  }

  /** @param {string} digit */
  function type(digit) {
    const field = fields[active];
    if (fresh) field.value = "";
    fresh = false;
    if (field.value.length >= LENGTH[active]) return;
    const padded = field.value === "" && active !== "year" && Number(digit) > HIGHEST_FIRST[active];
    field.value += padded ? `0${digit}` : digit;
    typed();
  }

  function typed() {
    stage.clearComplaint();
    if (fields[active].value.length >= LENGTH[active]) {
      completeEarlier();
      move(1);
    }
    speak();
  }

  /** A lone 3 is March once the patient has gone on. */
  function completeEarlier() {
    for (const name of order) {
      if (name !== active && name !== "year" && fields[name].value.length === 1) {
        fields[name].value = `0${fields[name].value}`;
      }
    }
  }

  function erase() {
    if (fields[active].value === "") move(-1);
    fields[active].value = fields[active].value.slice(0, -1);
    fresh = false;
    speak();
  }

  function speak() {
    for (const name of order) stage.begun[name] = fields[name].value;
    const reading = read();
    spoken.textContent = "date" in reading ? dateInWords(reading.date, stage.language) : "";
  }

  const read = () => readBirthDate(
    { month: fields.month.value, day: fields.day.value, year: fields.year.value }, stage.visitDate);

  for (const name of order) {
    fields[name].addEventListener("focus", () => active !== name && activate(name));
    fields[name].addEventListener("pointerup", () => activate(name));
    fields[name].addEventListener("keydown", (event) => {
      if (/^\d$/.test(event.key)) type(event.key);
      else if (event.key === "Backspace") erase();
      else if (event.key === "Enter") onward();
      else return;
      event.preventDefault();
    });
    fields[name].addEventListener("input", () => {
      fields[name].value = fields[name].value.replace(/\D/g, "").slice(0, LENGTH[name]);
      typed();
    });
  }

  function onward() {
    completeEarlier();
    const reading = read();
    if ("date" in reading) stage.advance(answered(stage.answers(), question.linkId, [reading.date]));
    else {
      activate(reading.field);
      stage.complain(`date.${reading.problem}`, fields[reading.field]);
    }
  }

  fill(fields, stage.answers()[question.linkId]?.values[0]);
  for (const name of order) fields[name].value = stage.begun[name] ?? fields[name].value;
  activate(order[0]);
  speak();
  stage.setOnward("next", onward);
  const shown = element("div", { class: "date-fields", role: "group", "aria-labelledby": stage.headingId,
    "data-link-id": question.linkId },
    ...order.map((name) => element("label", { class: `date-field ${name}` }, stage.say(`date.${name}`), fields[name])));
  return [shown, spoken, buildPad(stage, type, erase)];
}

/**
 * @param {Stage} stage
 * @param {Field[]} order
 */
function buildFields(stage, order) {
  const fields = /** @type {Record<Field, HTMLInputElement>} */ ({});
  for (const name of order) {
    fields[name] = /** @type {HTMLInputElement} */ (element("input", {
      type: "text", inputmode: "none", autocomplete: "off", maxlength: LENGTH[name], id: freshId(),
      placeholder: stage.say(`date.${name}.empty`), "data-field": name,
    }));
  }
  return fields;
}

/**
 * @param {Record<Field, HTMLInputElement>} fields
 * @param {string | undefined} date
 */
function fill(fields, date) {
  if (!date) return;
  [fields.year.value, fields.month.value, fields.day.value] = date.split("-");
}

/**
 * @param {Stage} stage
 * @param {(digit: string) => void} type
 * @param {() => void} erase
 */
function buildPad(stage, type, erase) {
  const digits = [..."123456789"].map((digit) => digitButton(digit, type));
  return element("div", { class: "pad", role: "group", "aria-label": stage.say("date.pad") }, ...digits,
    button({ class: "key", "data-key": "erase", "aria-label": stage.say("date.erase") }, [icon("erase")], erase),
    digitButton("0", type));
}

/**
 * @param {string} digit
 * @param {(digit: string) => void} type
 */
function digitButton(digit, type) {
  return button({ class: "key", "data-key": digit }, [digit], () => type(digit));
}
