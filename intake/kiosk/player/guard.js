/**
 * Let a tap count only for the screen it was meant for.
 *
 * A double tap must never answer a question its patient has not seen: a press counts only when it
 * began on the screen that is shown now, and that screen had been painted long enough before.
 */

export const SHOWN_AT_LEAST = 300;
export const SAME_TICK = 400;

/** @typedef {{identifier: string, renderTime: number}} Painted  what a browser says of a heading, if it can */

/** @type {Map<HTMLElement, () => void>} every guard of this page, by the place it keeps */
const guards = new Map();
/** No two screens of a page have the same number. */
let screens = 0;

/**
 * @param {HTMLElement} root  every press inside it is judged before anything else hears it
 */
export function keepGuard(root) {
  let screen = 0;
  let shownAt = Infinity;
  let isExact = false;
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

  // Two frames are as near as every browser comes to what is on the glass. A busy tablet paints
  // later than that; then a browser that can tell when the heading came up is believed.
  new PerformanceObserver((list) => {
    const seen = /** @type {Painted[]} */ (/** @type {unknown} */ (list.getEntries()))
      .find(({ identifier }) => identifier === String(screen));
    if (!seen || isExact) return;
    isExact = true;
    shownAt = seen.renderTime;
  }).observe({ type: "element" });

  /**
   * Another screen stands there now: nothing counts until it has been painted and seen. From
   * then on the root says data-settled.
   */
  function renew() {
    const mine = screen = screens += 1;
    shownAt = Infinity;
    isExact = false;
    root.removeAttribute("data-settled");
    for (const heading of root.querySelectorAll("h1")) heading.setAttribute("elementtiming", String(mine));
    requestAnimationFrame(() => requestAnimationFrame(() => {
      if (mine !== screen) return;
      if (!isExact) shownAt = performance.now();
      settle(mine);
    }));
  }

  /** @param {number} mine */
  function settle(mine) {
    if (mine !== screen) return;
    const left = shownAt + SHOWN_AT_LEAST - performance.now();
    if (left < 0) root.setAttribute("data-settled", "");
    else setTimeout(() => settle(mine), left + 1);
  }

  guards.set(root, renew);
  return { renew };
}

/** What stood in front of the page has gone: whatever is behind it is shown anew. */
export function renewAll() {
  for (const [root, renew] of guards) {
    if (root.isConnected) renew();
    else guards.delete(root);
  }
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
