/** One tappable option. */

import { button, element, icon } from "../dom.js";
import { picture } from "../pictures.js";

/** @typedef {import("../questionnaire.js").Option} Option */

/**
 * @param {Option} option
 * @param {{chosen: boolean, tick?: boolean}} state
 * @param {(event: Event) => void} act
 */
export function optionButton(option, { chosen, tick = false }, act) {
  const role = tick ? { role: "checkbox", "aria-checked": String(chosen) } : { "aria-pressed": String(chosen) };
  return button({
    class: tick ? "option tick" : "option", "data-code": option.code,
    "data-aside": option.exclusive || option.unknown, ...role,
  }, [element("span", { class: "mark" }, icon("tick")), ...(option.picture ? [picture(option.picture)] : []),
    element("span", {}, option.display)], act);
}

/**
 * Show which options of a list are chosen.
 * @param {HTMLElement} list
 * @param {string[]} values
 */
export function showChosen(list, values) {
  for (const option of list.querySelectorAll("[data-code]")) {
    const name = option.getAttribute("role") === "checkbox" ? "aria-checked" : "aria-pressed";
    option.setAttribute(name, String(values.includes(option.getAttribute("data-code") ?? "")));
  }
}
