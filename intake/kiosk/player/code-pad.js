/** A single-use code on keys of its own letters: no keyboard, and no letter that no code has. */

import { button, element, icon } from "./dom.js";

const LENGTH = 8;
const GROUP = 4;

/**
 * @typedef {object} Data
 * @property {string} letters  every letter a code may have
 * @property {string} label    what the patient types
 * @property {string} erase
 * @property {string} next
 */
/** @typedef {{root: HTMLElement, data: Data, typed: (code: string) => void}} Mounting */

/**
 * Show the pad; mounted again, it keeps what was typed and takes the words anew.
 * @param {Mounting} mounting
 */
export function mount({ root, data, typed }) {
  let code = root.dataset.code ?? "";
  const boxes = Array.from({ length: LENGTH }, (_, place) =>
    element("span", { class: place === GROUP - 1 ? "code-box group" : "code-box" }));
  const shown = element("div", { class: "code-shown", role: "textbox", tabindex: 0, "aria-readonly": "true", "aria-label": data.label },
    ...boxes);

  function draw() {
    root.dataset.code = code;
    boxes.forEach((box, place) => {
      box.textContent = code[place] ?? "";
      box.toggleAttribute("data-active", place === code.length);
    });
  }

  /** @param {string} letter */
  function type(letter) {
    if (code.length < LENGTH && data.letters.includes(letter)) code += letter;
    draw();
  }

  function erase() {
    code = code.slice(0, -1);
    draw();
  }

  const onward = () => typed(code);

  shown.addEventListener("keydown", (event) => {
    if (event.key === "Backspace") erase();
    else if (event.key === "Enter") onward();
    else if (event.key.length === 1) type(event.key.toUpperCase());
    else return;
    event.preventDefault();
  });
  root.replaceChildren(shown, element("div", { class: "code-keys" },
    ...[...data.letters].map((letter) => button({ class: "key", "data-key": letter }, [letter], () => type(letter))),
    button({ class: "key erase", "data-key": "erase", "aria-label": data.erase }, [icon("erase")], erase),
    button({ class: "key onward", "data-key": "next" }, [data.next], onward)));
  draw();
}
