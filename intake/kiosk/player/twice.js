/**
 * Take a double tap for one tap where the page became another between the two.
 *
 * The player's screens say themselves when they may be tapped. The pages around it are drawn by
 * somebody else, piece by piece, and nobody tells when they are whole; but a second tap in the same
 * place, this soon, was meant for the first page whatever stands there now.
 */

const SOON = 360;
const NEAR = 40;
const PLAYER = ".anteroom-player";

/** @typedef {{at: number, x: number, y: number, page: string}} Press */

/** @param {() => string} page  what tells one page from another */
export function takeTwiceForOnce(page) {
  /** @type {Press | null} */
  let press = null;
  /** @type {Press | null} the last that counted */
  let counted = null;

  addEventListener("pointerdown", (event) => {
    press = { at: event.timeStamp, x: event.clientX, y: event.clientY, page: page() };
  }, true);

  addEventListener("click", (event) => {
    const mine = press;
    press = null;
    if (!mine || !counted || !isSecond(mine, counted) || isPlayed(event)) {
      counted = mine ?? counted;
      return;
    }
    event.preventDefault();
    event.stopImmediatePropagation();
  }, true);
}

/**
 * @param {Press} later
 * @param {Press} first
 */
function isSecond(later, first) {
  return later.page !== first.page && later.at - first.at < SOON
    && Math.hypot(later.x - first.x, later.y - first.y) < NEAR;
}

/** @param {Event} event */
const isPlayed = ({ target }) => target instanceof Element && target.closest(PLAYER) !== null;
