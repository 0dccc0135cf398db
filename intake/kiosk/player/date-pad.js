/** The birth date before the questions: the very screen on which the player asks for it. */

import { interject } from "./aloud.js";
import { button, element, freshId } from "./dom.js";
import { buildDate } from "./screens/date.js";

const BIRTH_DATE = "birth-date";

/**
 * @typedef {object} Data
 * @property {string} language
 * @property {string} today    YYYY-MM-DD
 * @property {string} born     what this patient typed before, or empty
 * @property {string} label    the question
 * @property {string} next
 * @property {Record<string, string>} words  those that begin with "date."
 */
/** @typedef {{root: HTMLElement, data: Data, typed: (day: string) => void}} Mounting */

/** @type {WeakMap<HTMLElement, (day: string) => void>} whom to tell, of each pad's latest mounting */
const latest = new WeakMap();

/**
 * Show the pad; mounted again in another language, it keeps what was typed.
 * @param {Mounting} mounting
 */
export function mount({ root, data, typed }) {
  latest.set(root, typed);
  const drawn = JSON.stringify(data);
  if (root.dataset.drawn === drawn) return;
  root.dataset.drawn = drawn;
  /** @type {Record<string, string>} */
  const begun = Object.fromEntries(Array.from(root.querySelectorAll("input"),
    (field) => [field.dataset.field ?? "", field.value]));
  const headingId = freshId();
  const complaint = element("p", { class: "pad-complaint", role: "alert" });
  let onward = () => {};
  const stage = /** @type {import("./visit.js").Stage} */ (/** @type {unknown} */ ({
    screen: { questions: [{ linkId: BIRTH_DATE }] },
    headingId, begun,
    language: data.language,
    visitDate: data.today,
    say: (/** @type {string} */ key) => data.words[key],
    answers: () => (data.born ? { [BIRTH_DATE]: { values: [data.born] } } : {}),
    setOnward: (/** @type {string} */ _, /** @type {() => void} */ act) => { onward = act; },
    advance: (/** @type {import("./engine.js").Answers} */ answers) => latest.get(root)?.(answers[BIRTH_DATE].values[0]),
    complain(/** @type {string} */ key, /** @type {HTMLElement} */ where) {
      complaint.textContent = data.words[key];
      interject(data.words[key]);
      where.focus({ preventScroll: true });
    },
    clearComplaint: () => { complaint.textContent = ""; },
  }));
  const parts = buildDate(stage);
  root.replaceChildren(element("span", { id: headingId, class: "heard" }, data.label), ...parts, complaint,
    button({ class: "key onward", "data-key": "next" }, [data.next], () => onward()));
}
