/**
 * Rows of like questions on one screen, and "No to all of these" below the last row.
 *
 * "No to all" is never chosen beforehand and lives only once every row could have been read. The
 * answer to the last open row goes on by itself, as a single question does.
 */

import { noToTheRest, rowAnswered } from "../answers.js";
import { button, element, freshId } from "../dom.js";
import { whenSeen } from "../seen.js";
import { optionButton, showChosen } from "./options.js";

/** @typedef {import("../visit.js").Stage} Stage */
/** @typedef {import("../questionnaire.js").Question} Question */

const SHORT_OPTIONS = 3;

/** @param {Stage} stage */
export function buildGrid(stage) {
  const rows = stage.rows();
  const elements = rows.map((row) => buildRow(stage, row, (code) => answer(row, code)));
  const all = stage.screen.noToAll ? buildNoToAll(stage, rows, elements) : null;

  const isOpen = () => stage.rows().some((row) => row.required && !stage.answers()[row.linkId]);

  /**
   * @param {Question} row
   * @param {string} code
   */
  function answer(row, code) {
    const wasOpen = isOpen();
    stage.change(rowAnswered(stage.screen, stage.answers(), row.linkId, code));
    refresh();
    if (wasOpen && !isOpen()) stage.advance(stage.answers());
  }

  function refresh() {
    rows.forEach((row, index) => {
      const values = stage.answers()[row.linkId]?.values ?? [];
      showChosen(elements[index], values);
      if (values.length > 0) elements[index].removeAttribute("data-missing");
    });
    all?.refresh();
  }

  stage.setOnward("next", () => {
    const missing = rows.findIndex((row) => row.required && !stage.answers()[row.linkId]);
    if (missing < 0) return stage.advance(stage.answers());
    rows.forEach((row, index) =>
      elements[index].toggleAttribute("data-missing", row.required && !stage.answers()[row.linkId]));
    return stage.complain("grid.missing", elements[missing]);
  });
  const table = element("div", { class: "grid", "data-wordy": rows.some((row) => row.options.length > SHORT_OPTIONS) },
    ...elements);
  return [table, ...(all ? all.parts : [])];
}

/**
 * @param {Stage} stage
 * @param {Question} row
 * @param {(code: string) => void} answer
 */
function buildRow(stage, row, answer) {
  const id = freshId();
  const given = stage.answers()[row.linkId]?.values ?? [];
  const options = row.options.map((option) => optionButton(option,
    { chosen: given.includes(option.code) },
    () => answer(option.code)));
  return element("div", { class: "row", role: "group", "aria-labelledby": id, "data-link-id": row.linkId, tabindex: -1 },
    element("div", { class: "row-words" },
      element("p", { id, class: "row-text" }, row.text),
      row.hint ? element("p", { class: "hint" }, row.hint) : null),
    element("div", { class: "row-options", "data-count": options.length }, ...options));
}

/**
 * @param {Stage} stage
 * @param {Question[]} rows
 * @param {HTMLElement[]} elements
 */
function buildNoToAll(stage, rows, elements) {
  const label = element("span");
  const hint = element("span", { class: "hint" }, stage.say("grid.read"));
  const all = button({ class: "no-to-all", "data-act": "no-to-all", "aria-disabled": "true" },
    [label, hint], () => {
      if (all.getAttribute("aria-disabled") === "true") return;
      stage.advance(noToTheRest(stage.screen, rows, stage.answers()));
    });
  const wrapper = element("div", { class: "no-to-all-place" }, all);

  function refresh() {
    const answers = stage.answers();
    const some = rows.some((row) => answers[row.linkId]);
    label.textContent = some ? stage.say("grid.no-to-others") : stage.screen.noToAll?.text ?? "";
    wrapper.hidden = rows.every((row) => answers[row.linkId]);
  }

  stage.whenLeft(whenSeen(elements, stage.scroller, () => {
    all.setAttribute("aria-disabled", "false");
    hint.remove();
  }));
  refresh();
  return { parts: [wrapper], refresh };
}
