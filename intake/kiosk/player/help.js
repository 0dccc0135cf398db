/** "I need help", or rather to talk: tell the desk, and keep telling until the desk has heard. */

import { ask } from "./sync.js";

/** @typedef {import("./calm.js").HelpState} HelpState */

const AGAIN = 2000;

/**
 * @param {string} tablet
 * @param {() => void} changed
 * @param {string} [path]
 */
export function callForHelp(tablet, changed, path = "/kiosk/help") {
  /** @type {HelpState | null} */
  let state = null;
  let shown = false;
  let stopped = false;
  let timer = 0;

  /** @param {HelpState | null} now */
  function become(now) {
    state = now;
    changed();
  }

  async function send() {
    const heard = await ask("POST", path, { tablet }).then(({ status }) => status === 204, () => false);
    if (stopped) return;
    become(heard ? "coming" : "unreached");
    if (!heard) timer = setTimeout(send, AGAIN);
  }

  return {
    /** @param {boolean} [show]  on a screen of its own */
    call(show = true) {
      shown = shown || show;
      if (state === "calling" || state === "unreached") return changed();
      become("calling");
      return send();
    },
    close() {
      shown = false;
      if (state === "coming") state = null;
      changed();
    },
    shown: () => shown,
    state: () => state,
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
