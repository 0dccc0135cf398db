/** Make elements. Text goes in as text only, so that no answer or wording can become markup. */

/**
 * @param {string} tag
 * @param {Record<string, string | boolean | number | null | undefined>} [attributes]
 *   true: present without a value; false, null and undefined: absent
 * @param {...(Node | string | null | undefined | false)} children
 * @returns {HTMLElement}
 */
export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === false || value === null || value === undefined) continue;
    made.setAttribute(name, value === true ? "" : String(value));
  }
  for (const child of children) {
    if (child !== null && child !== undefined && child !== false) made.append(child);
  }
  return made;
}

/**
 * @param {Record<string, string | boolean | number | null | undefined>} attributes
 * @param {(Node | string)[]} children
 * @param {(event: Event) => void} act
 * @returns {HTMLButtonElement}
 */
export function button(attributes, children, act) {
  const made = /** @type {HTMLButtonElement} */ (element("button", { type: "button", ...attributes }, ...children));
  made.addEventListener("click", act);
  return made;
}

const SHAPES = {
  back: "M14.5 5 8 12l6.5 7",
  next: "M9.5 5 16 12l-6.5 7",
  tick: "M5 12.5 10 17.5 19 7",
  erase: "M9 5h11v14H9l-6-7zM12 9.5l5 5m0-5-5 5",
  hand: "M8 13V5.8a1.5 1.5 0 0 1 3 0V11m0-.5V4.5a1.5 1.5 0 0 1 3 0V11m0-.2V6a1.5 1.5 0 0 1 3 0v8.5a6.5 6.5 0 0 1-12 3.4L3.6 14a1.5 1.5 0 0 1 2.5-1.6L8 15",
  contrast: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 3v18M14.2 3.6v16.8M16.4 4.8v14.4M18.6 6.8v10.4",
  speaker: "M4 9.5v5h3.5L12 18.5v-13L7.5 9.5zM15.5 9a4.2 4.2 0 0 1 0 6M18.2 6.3a8 8 0 0 1 0 11.4",
  pause: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 7.5V12l3 2.5",
};

/**
 * A small drawing beside words that already say it.
 * @param {keyof typeof SHAPES} name
 */
export function icon(name) {
  const space = "http://www.w3.org/2000/svg";
  const drawing = document.createElementNS(space, "svg");
  drawing.setAttribute("viewBox", "0 0 24 24");
  drawing.setAttribute("class", "icon");
  drawing.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(space, "path");
  path.setAttribute("d", SHAPES[name]);
  drawing.append(path);
  return drawing;
}

let last = 0;

/** A name no other element of the page has. */
export function freshId() {
  last += 1;
  return `anteroom-${last}`;
}
