/** What of a screen is read aloud, in the order in which the eye meets it. */

const SAID = "h1, h2, h3, p, dt, dd, label, button";
/** What stands on every screen, what only drawings show, and keys that name themselves. */
const UNSAID = [".top", ".bottom", ".demo", ".switches", ".seeing", ".map-figure", ".map-chosen", ".pad", ".code-keys", ".st-key-demo",
  ".st-key-languages", "[aria-hidden=true]"].join(", ");

/**
 * @param {Element} whole
 * @returns {string[]}
 */
export function sentencesIn(whole) {
  const again = sameOptions(whole);
  return [...whole.querySelectorAll(SAID)]
    .filter((part) => part.getClientRects().length > 0 && !part.closest(UNSAID) && !part.parentElement?.closest(SAID))
    .filter((part) => !again.some((options) => options.contains(part)))
    .map((part) => part.getAttribute("aria-label") ?? words(part))
    .filter(Boolean);
}

/**
 * Rows with the same answers as the row above: they are heard once.
 * @param {Element} whole
 */
function sameOptions(whole) {
  const all = [...whole.querySelectorAll(".row-options")];
  return all.filter((options, place) => place > 0 && words(options) === words(all[place - 1]));
}

/**
 * Only what can be seen, in one line.
 * @param {Element} part
 */
function words(part) {
  return /** @type {HTMLElement} */ (part).innerText.replace(/\s+/g, " ").trim();
}
