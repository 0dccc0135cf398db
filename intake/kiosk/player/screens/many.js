/**
 * One question, several answers: tick, then Next. "None of these" stands alone, so it goes on by
 * itself.
 */

import { answered, ticked } from "../answers.js";
import { element } from "../dom.js";
import { hearEchoes } from "../guard.js";
import { optionButton, showChosen } from "./options.js";

/** @typedef {import("../visit.js").Stage} Stage */

/** @param {Stage} stage */
export const buildMany = (stage) => [buildTicks(stage).list];

/**
 * The list, and what a tap on one of its answers does wherever else that answer is shown.
 * @param {Stage} stage
 * @param {(values: string[]) => void} [changed]
 */
export function buildTicks(stage, changed = () => {}) {
  const [question] = stage.screen.questions;
  const values = () => stage.answers()[question.linkId]?.values ?? [];
  const isEcho = hearEchoes();
  const buttons = question.options.map((option) => optionButton(option,
    { chosen: values().includes(option.code), tick: true },
    (event) => {
      if (!tap(option.code, event)) return;
      if (option.exclusive && values().length > 0) stage.advance(stage.answers());
    }));
  const list = element("div", {
    class: "options ticks", "data-columns": question.columns, role: "group",
    "aria-labelledby": stage.headingId, "data-link-id": question.linkId,
  }, ...buttons);
  stage.setOnward("next", () => {
    if (question.required && values().length === 0) stage.complain("many.missing", buttons[0]);
    else stage.advance(stage.answers());
  });

  /**
   * @param {string} code
   * @param {Event} event
   */
  function tap(code, event) {
    if (isEcho(code, event)) return false;
    stage.change(answered(stage.answers(), question.linkId, ticked(question, values(), code)));
    showChosen(list, values());
    changed(values());
    return true;
  }

  return { list, tap, values };
}
