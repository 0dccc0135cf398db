/** The pictures beside answers, fetched before the first question so that no lost network hides one. */

/** @type {Map<string, HTMLImageElement>} */
const kept = new Map();

/** @param {import("./questionnaire.js").Plan} plan */
export function keepPictures(plan) {
  for (const question of plan.questions) {
    for (const option of question.options) if (option.picture) picture(option.picture);
  }
}

/**
 * A drawing beside words that already say it.
 * @param {string} address  among the player's files
 */
export function picture(address) {
  if (!/^pictures\/[a-z-]+\.svg$/.test(address)) throw new Error(`${address}: not a picture of the player's`);
  const first = kept.get(address) ?? new Image();
  if (!kept.has(address)) first.src = new URL(address, import.meta.url).href;
  kept.set(address, first);
  const shown = /** @type {HTMLImageElement} */ (first.cloneNode());
  shown.alt = "";
  shown.className = "picture";
  return shown;
}
