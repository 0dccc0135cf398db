/** One question, several answers: tick, then Next. "None of these" stands alone. */

import { answered, ticked } from "../answers.js";
import { element } from "../dom.js";
import { hearEchoes } from "../guard.js";
import { optionButton, showChosen } from "./options.js";

/** @typedef {import("../visit.js").Stage} Stage */

/** @param {Stage} stage */
export function buildMany(stage) {
  const [question] = stage.screen.questions;
  const values = () => stage.answers()[question.linkId]?.values ?? [];
  const isEcho = hearEchoes();
  const buttons = question.options.map((option) => optionButton(option,
    { chosen: values().includes(option.code), tick: true },
    (event) => {
      if (isEcho(option.code, event)) return;
      stage.change(answered(stage.answers(), question.linkId, ticked(question, values(), option.code)));
      showChosen(list, values());
    }));
  const list = element("div", {
    class: "options ticks", "data-columns": question.columns, role: "group",
    "aria-labelledby": stage.headingId, "data-link-id": question.linkId,
  }, ...buttons);
  stage.setOnward("next", () => {
    if (question.required && values().length === 0) stage.complain("many.missing", buttons[0]);
    else stage.advance(stage.answers());
  });
  return [list];
}
