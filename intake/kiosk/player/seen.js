/** Tell when every row of a grid has been in view long enough to be read. */

export const READING_TIME = 2000;

/** How often a row is looked at while it moves through the view. */
const STEPS = [...Array.from({ length: 20 }, (_, step) => step / 20), 0.985, 1];

/**
 * In large letters a row may be higher than the view; then it is whole when it fills it.
 * @param {IntersectionObserverEntry} entry
 */
function isWhole({ intersectionRatio, intersectionRect, rootBounds }) {
  return intersectionRatio > 0.98 || intersectionRect.height > 0.9 * (rootBounds?.height ?? Infinity);
}

/**
 * Call `seen` once, when each row has been wholly in view for READING_TIME in total. A hidden page
 * or a hidden stage does not count.
 * @param {HTMLElement[]} rows
 * @param {HTMLElement} scroller
 * @param {() => void} seen
 * @returns {() => void} stop watching
 */
export function whenSeen(rows, scroller, seen) {
  /** @type {Map<Element, {since: number | null, total: number}>} */
  const watched = new Map(rows.map((row) => [row, { since: null, total: 0 }]));
  let timer = 0;

  /** @param {IntersectionObserverEntry[]} entries */
  function looked(entries) {
    for (const entry of entries) {
      count(entry.target, isWhole(entry) && !document.hidden);
    }
    check();
  }

  /**
   * @param {Element} row
   * @param {boolean} visible
   */
  function count(row, visible) {
    const time = watched.get(row);
    if (!time || visible === (time.since !== null)) return;
    const now = performance.now();
    if (time.since !== null) time.total += now - time.since;
    time.since = visible ? now : null;
  }

  function check() {
    clearTimeout(timer);
    const now = performance.now();
    const missing = [...watched.values()].map((time) => ({
      counting: time.since !== null,
      left: READING_TIME - time.total - (time.since === null ? 0 : now - time.since),
    })).filter((time) => time.left > 0);
    if (missing.length === 0) {
      stop();
      seen();
    } else if (missing.every((time) => time.counting)) {
      timer = setTimeout(check, Math.max(...missing.map((time) => time.left)) + 1);
    }
  }

  function turnedAway() {
    if (document.hidden) for (const row of watched.keys()) count(row, false);
    else {
      observer.disconnect();
      for (const row of watched.keys()) observer.observe(row);
    }
    check();
  }

  const observer = new IntersectionObserver(looked, { root: scroller, threshold: STEPS });
  for (const row of watched.keys()) observer.observe(row);
  document.addEventListener("visibilitychange", turnedAway);

  function stop() {
    clearTimeout(timer);
    observer.disconnect();
    document.removeEventListener("visibilitychange", turnedAway);
  }

  return stop;
}
