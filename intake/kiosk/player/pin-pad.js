/**
 * The staff PIN on large number keys. What is typed goes to the kiosk's own route and nowhere else,
 * is never shown, and is forgotten whatever comes of it.
 */

import { interject } from "./aloud.js";
import { button, element, icon } from "./dom.js";
import { ask } from "./sync.js";

const SHORTEST = 6;
const LONGEST = 12;
const HIDDEN = "\u2022";
/** What the route says, as a sentence. */
const SENTENCES = new Map([[401, "pin.wrong"], [409, "pin.unset"], [429, "pin.wait"]]);

/** @typedef {{words: Record<string, string>}} Data */
/** @typedef {{root: HTMLElement, data: Data, opened: (pass: string) => void}} Mounting */

/** @type {WeakMap<HTMLElement, string>} what was typed on each pad so far */
const typedOn = new WeakMap();
/** @type {WeakMap<HTMLElement, (pass: string) => void>} whom to tell, of each pad's latest mounting */
const latest = new WeakMap();

/**
 * Show the pad; mounted again, it keeps what was typed and takes the words anew.
 * @param {Mounting} mounting
 */
export function mount({ root, data, opened }) {
  latest.set(root, opened);
  const drawn = JSON.stringify(data);
  if (root.dataset.drawn === drawn) return;
  root.dataset.drawn = drawn;
  let waiting = false;
  const shown = element("div", { class: "pin-shown", role: "textbox", tabindex: 0, "aria-readonly": "true", "aria-label": data.words["pin.title"] });
  const complaint = element("p", { class: "pad-complaint", role: "alert" });

  /** @param {string} pin */
  function keep(pin) {
    typedOn.set(root, pin);
    shown.textContent = HIDDEN.repeat(pin.length);
  }

  const typed = () => typedOn.get(root) ?? "";

  /** @param {string} digit */
  function type(digit) {
    complaint.textContent = "";
    if (typed().length < LONGEST) keep(typed() + digit);
  }

  const erase = () => keep(typed().slice(0, -1));

  /** @param {string} key */
  function complain(key) {
    complaint.textContent = data.words[key];
    interject(data.words[key]);
  }

  async function onward() {
    if (waiting) return;
    const pin = typed();
    if (pin.length < SHORTEST) return complain("pin.short");
    waiting = true;
    keep("");
    const { status, content } = await ask("POST", "/kiosk/staff", { pin })
      .catch(() => ({ status: 0, content: { pass: "" } }));
    waiting = false;
    if (status === 200) return latest.get(root)?.(content.pass);
    return complain(SENTENCES.get(status) ?? (status ? "trouble.title" : "pin.away"));
  }

  shown.addEventListener("keydown", (event) => {
    if (/^\d$/.test(event.key)) type(event.key);
    else if (event.key === "Backspace") erase();
    else if (event.key === "Enter") onward();
    else return;
    event.preventDefault();
  });
  /** @param {string} digit */
  const key = (digit) => button({ class: "key", "data-key": digit }, [digit], () => type(digit));
  root.replaceChildren(shown, complaint, element("div", { class: "pad" }, ...[..."123456789"].map(key),
    button({ class: "key", "data-key": "erase", "aria-label": data.words["date.erase"] }, [icon("erase")], erase),
    key("0"), button({ class: "key onward", "data-key": "next" }, [data.words.next], onward)));
  keep(typed());
}
