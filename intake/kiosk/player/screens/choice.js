/** One question, one answer: a tap answers and goes on. Also the 0-10 scale. */

import { answered } from "../answers.js";
import { element } from "../dom.js";
import { optionButton } from "./options.js";

/** @typedef {import("../visit.js").Stage} Stage */

const MANY = 5;

/** @param {Stage} stage */
export function buildChoice(stage) {
  const [question] = stage.screen.questions;
  const given = stage.answers()[question.linkId]?.values ?? [];
  const buttons = question.options.map((option) => optionButton(option,
    { chosen: given.includes(option.code) },
    () => stage.advance(answered(stage.answers(), question.linkId, [option.code]), option.changes)));
  const list = element("div", {
    class: question.kind === "scale" ? "scale" : "options",
    "data-many": buttons.length > MANY,
    "data-pictures": question.options.some((option) => option.picture), role: "group", "aria-labelledby": stage.headingId,
    "data-link-id": question.linkId,
  }, ...buttons);
  if (given.length > 0) stage.setOnward("next");
  else if (!question.required) stage.setOnward("skip");
  return [list];
}
