/**
 * Lists to tick on one screen, with a field to find a name in all of them; Skip is one tap.
 *
 * The field only helps: every name stands in its list and can be tapped without typing.
 */

import { answered, ticked } from "../answers.js";
import { button, element, freshId, icon } from "../dom.js";
import { found } from "../finding.js";
import { hearEchoes } from "../guard.js";
import { optionButton, showChosen } from "./options.js";

/** @typedef {import("../visit.js").Stage} Stage */
/** @typedef {import("../questionnaire.js").Question} Question */

/** @param {Stage} stage */
export function buildPage(stage) {
  const lists = stage.rows();
  const elements = lists.map((list) => buildList(stage, list, refresh));
  const chosen = element("p", { class: "chosen", role: "status" });
  const nothing = element("p", { class: "hint", role: "status" });
  const search = buildSearch(stage, (letters) => {
    const shown = elements.map((list) => narrow(list, letters));
    nothing.textContent = shown.some(Boolean) ? "" : stage.say("page.nothing");
  });

  function refresh() {
    const names = lists.flatMap((list) => namesOf(stage, list));
    chosen.textContent = names.length > 0 ? stage.say("page.chosen", { names: names.join(", ") }) : "";
    stage.setOnward(names.length > 0 ? "next" : "skip");
  }

  refresh();
  return [element("div", { class: "search-place" }, search, chosen), nothing, ...elements];
}

/**
 * @param {Stage} stage
 * @param {Question} list
 * @param {() => void} refresh
 */
function buildList(stage, list, refresh) {
  const id = freshId();
  const values = () => stage.answers()[list.linkId]?.values ?? [];
  const isEcho = hearEchoes();
  const options = element("div", { class: "options ticks", "data-columns": true },
    ...list.options.map((option) => optionButton(option,
      { chosen: values().includes(option.code), tick: true },
      (event) => {
        if (isEcho(option.code, event)) return;
        stage.change(answered(stage.answers(), list.linkId, ticked(list, values(), option.code)));
        showChosen(options, values());
        refresh();
      })));
  return element("div", { class: "list", role: "group", "aria-labelledby": id, "data-link-id": list.linkId },
    element("h2", { id }, list.text), options);
}

/**
 * @param {Stage} stage
 * @param {(letters: string) => void} typed
 */
function buildSearch(stage, typed) {
  const field = /** @type {HTMLInputElement} */ (element("input", {
    type: "text", class: "search", autocomplete: "off", autocorrect: "off", autocapitalize: "none",
    spellcheck: "false", enterkeyhint: "done", maxlength: 40, "aria-label": stage.say("page.search"),
    placeholder: stage.say("page.search"),
  }));
  const clear = button({ class: "key", "data-act": "clear", "aria-label": stage.say("page.clear"), hidden: true },
    [icon("erase")], () => {
      field.value = "";
      narrowed();
      field.focus();
    });

  function narrowed() {
    clear.hidden = field.value === "";
    typed(field.value);
  }

  field.addEventListener("input", narrowed);
  // Enter puts the screen keyboard away; it must never tick the first name.
  field.addEventListener("keydown", (event) => event.key === "Enter" && field.blur());
  return element("div", { class: "search-line" }, field, clear);
}

/**
 * Show the names of a list that begin with these letters; with none typed, all of them.
 * @param {HTMLElement} list
 * @param {string} letters
 * @returns {boolean} whether any is left
 */
function narrow(list, letters) {
  const options = /** @type {HTMLElement[]} */ ([...list.querySelectorAll("[data-code]")]);
  for (const option of options) option.hidden = !found(letters, option.textContent ?? "");
  list.hidden = options.every((option) => option.hidden);
  return !list.hidden;
}

/**
 * @param {Stage} stage
 * @param {Question} list
 */
function namesOf(stage, list) {
  const values = stage.answers()[list.linkId]?.values ?? [];
  return list.options.filter((option) => values.includes(option.code)).map((option) => option.display);
}
