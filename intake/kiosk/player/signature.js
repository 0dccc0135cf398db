/**
 * A field to sign in with a finger. What is drawn is kept as points in units of the field, which has
 * the same shape at every size: a turned tablet draws the same signature anew. Nothing of it is kept
 * anywhere but in memory.
 */

/** @typedef {[number, number]} Point */

const WIDTH = 1000;
const HEIGHT = 400;
const MOST_STROKES = 80;
const MOST_POINTS = 3000;
const LEAST_REACH = 60;
const STEP = 4;
const SPACE = "http://www.w3.org/2000/svg";

/** @param {() => void} changed */
export function buildSignature(changed) {
  /** @type {Point[][]} */
  let strokes = [];
  /** @type {{pointer: number, path: SVGPathElement, points: Point[]} | null} */
  let drawing = null;
  const whole = document.createElementNS(SPACE, "svg");
  whole.setAttribute("viewBox", `0 0 ${WIDTH} ${HEIGHT}`);
  whole.setAttribute("class", "signature");
  whole.setAttribute("role", "img");

  /**
   * @param {PointerEvent} event
   * @returns {Point}
   */
  function place(event) {
    const { left, top, width, height } = whole.getBoundingClientRect();
    return [within(((event.clientX - left) * WIDTH) / width, WIDTH), within(((event.clientY - top) * HEIGHT) / height, HEIGHT)];
  }

  const isFull = () => strokes.reduce((sum, points) => sum + points.length, 0) >= MOST_POINTS;

  /** @param {PointerEvent} event */
  function begin(event) {
    // A field that was drawn anew under the finger has lost its pointer without a word.
    if (drawing && whole.hasPointerCapture(drawing.pointer)) return;
    if (event.button !== 0 || strokes.length >= MOST_STROKES || isFull()) return;
    event.preventDefault();
    whole.setPointerCapture(event.pointerId);
    const path = document.createElementNS(SPACE, "path");
    drawing = { pointer: event.pointerId, path, points: [] };
    strokes.push(drawing.points);
    whole.append(path);
    add(event);
  }

  /** @param {PointerEvent} event */
  function move(event) {
    if (event.pointerId !== drawing?.pointer) return;
    const all = event.getCoalescedEvents?.() ?? [];
    for (const one of all.length ? all : [event]) add(one);
  }

  /** @param {PointerEvent} event */
  function add(event) {
    if (!drawing || isFull()) return;
    const [x, y] = place(event);
    const last = drawing.points.at(-1);
    if (last && Math.hypot(x - last[0], y - last[1]) < STEP) return;
    drawing.points.push([x, y]);
    drawing.path.setAttribute("d", outline(drawing.points));
  }

  /** @param {PointerEvent} event */
  function end(event) {
    if (event.pointerId !== drawing?.pointer) return;
    drawing = null;
    changed();
  }

  whole.addEventListener("pointerdown", begin);
  whole.addEventListener("pointermove", move);
  whole.addEventListener("pointerup", end);
  whole.addEventListener("pointercancel", end);

  return {
    whole,
    strokes: () => strokes,
    /** Whether it reaches far enough to be meant; a touch is no signature. */
    isDrawn() {
      const points = strokes.flat();
      return [0, 1].some((axis) => reach(points.map((point) => point[axis])) >= LEAST_REACH);
    },
    clear() {
      strokes = [];
      drawing = null;
      whole.replaceChildren();
      changed();
    },
  };
}

/** @param {Point[]} points */
function outline(points) {
  const [first, ...others] = points;
  // A line to itself makes a dot of a single point.
  return `M${first} ${(others.length ? others : [first]).map((point) => `L${point}`).join(" ")}`;
}

/** @param {number[]} values */
function reach(values) {
  return values.length ? Math.max(...values) - Math.min(...values) : 0;
}

/**
 * @param {number} value
 * @param {number} most
 */
function within(value, most) {
  return Math.min(most, Math.max(0, Math.round(value)));
}
