/**
 * Let a tap count only for the screen it was meant for.
 *
 * A double tap must never answer a question its patient has not seen: a press counts only when it
 * began on the screen that is shown now, and that screen had been painted long enough before.
 */

export const SHOWN_AT_LEAST = 400;
export const SAME_TICK = 400;

/**
 * @param {HTMLElement} root  every press inside it is judged before anything else hears it
 */
export function keepGuard(root) {
  let screen = 0;
  let shownAt = Infinity;
  /** @type {{screen: number, at: number, held: boolean} | null} */
  let press = null;

  /** @param {Event} event */
  function pressed(event) {
    press = { screen, at: event.timeStamp, held: event instanceof KeyboardEvent && event.repeat };
  }

  function released() {
    press = null;
  }

  /** @param {Event} event */
  function judged(event) {
    // Assistive software clicks without a press; then the click itself is the press.
    const judging = press ?? { screen, at: event.timeStamp, held: false };
    press = null;
    const meant = judging.screen === screen && judging.at - shownAt >= SHOWN_AT_LEAST;
    if (meant && !judging.held) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }

  root.addEventListener("pointerdown", pressed, true);
  root.addEventListener("keydown", pressed, true);
  root.addEventListener("pointercancel", released, true);
  root.addEventListener("keyup", released, true);
  root.addEventListener("click", judged, true);

  return {
    /**
     * Another screen stands there now: nothing counts until it has been painted and seen. From
     * then on the root says data-settled.
     */
    renew() {
      screen += 1;
      shownAt = Infinity;
      root.removeAttribute("data-settled");
      const mine = screen;
      requestAnimationFrame(() => requestAnimationFrame(() => {
        if (mine !== screen) return;
        shownAt = performance.now();
        setTimeout(() => mine === screen && root.setAttribute("data-settled", ""), SHOWN_AT_LEAST + 1);
      }));
    },
  };
}

/**
 * Whether a second press on the same tick is the echo of the first rather than a change of mind.
 */
export function hearEchoes() {
  let last = "";
  let at = -Infinity;
  return (/** @type {string} */ code, /** @type {Event} */ event) => {
    const echo = code === last && event.timeStamp - at < SAME_TICK;
    last = code;
    if (!echo) at = event.timeStamp;
    return echo;
  };
}
