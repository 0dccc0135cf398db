/**
 * Forget whoever was at this tablet: at once on the screen, then in the browser, then on the server.
 * A new page takes the place of this one, so that no object of it is left.
 */

import { element } from "./dom.js";
import { cover, emptyBehind } from "./cover.js";
import { ask, unsent } from "./sync.js";

/** @typedef {"idle" | "chosen" | "finished"} Why */

const AGAIN = 1000;
const PAGE_WAITS = 2000;
/** From now on the tablet's other cookies open nothing, whoever can be told of it. */
const LEFT = "anteroom-left";
/** The language the page was in. */
const SPOKEN = "anteroom-language";
/** Parts of the page that hold something of the patient leave when they hear this. */
export const FORGET = "anteroom-forget";

/**
 * Whether a page before this one could not tell the server that its patient had left; and the
 * revision of answers it could not send, where it had any. Of the answers themselves nothing is kept.
 */
export function wasLeft() {
  const mark = document.cookie.split("; ").find((cookie) => cookie.startsWith(`${LEFT}=`));
  return mark === undefined ? null : { lost: lostBefore(mark.slice(LEFT.length + 1)) };
}

/** @param {string} mark */
function lostBefore(mark) {
  const [, base] = mark.split("unsent-");
  return base === undefined ? null : Number(base);
}

/**
 * @param {Why | null} why  null: another window has told the server
 * @param {{say: (key: string) => string, tellPage: () => void, pageForgot: Promise<void>}} page
 */
export async function forget(why, { say, tellPage, pageForgot }) {
  const held = unsent();
  const lost = held && held.base;
  const telling = why ?? (held ? "idle" : null);
  cover();
  dispatchEvent(new Event(FORGET));
  emptyBehind();
  if (why !== "finished") document.cookie = `${LEFT}=${held ? `unsent-${lost}` : 1}; path=/; SameSite=Strict`;
  tellPage();
  const pageIsDone = Promise.race([pageForgot, pause(PAGE_WAITS)]);
  if (telling) await tell(telling, { held, lost }, () => cover(waiting(say)));
  await pageIsDone;
  document.cookie = `${SPOKEN}=; path=/; SameSite=Strict; Max-Age=0`;
  sessionStorage.clear();
  localStorage.clear();
  location.replace(cleanAddress());
}

/**
 * Tell the server until it has heard. What had not been sent goes along once, and is gone from the
 * tablet then: after that only the fact that there was something.
 * @param {Why} why
 * @param {{held?: import("./sync.js").Held | null, lost: number | null}} before
 * @param {() => void} [away]
 */
export async function tell(why, before, away = () => {}) {
  for (let tries = 1; ; tries += 1) {
    const { held } = before;
    const what = held ? { why, held } : { why, unsent: before.lost };
    before = { lost: before.lost };
    const status = await ask("POST", "/kiosk/leave", what).then((answer) => answer.status, () => 0);
    if (status > 0 && status < 500) return;
    if (tries === 2) away();
    await pause(AGAIN);
  }
}

/** The address a tablet is opened with: its own name, and nothing of a patient. */
function cleanAddress() {
  const tablet = new URLSearchParams(location.search).get("tablet");
  return tablet ? `/?${new URLSearchParams({ tablet })}` : "/";
}

/** @param {(key: string) => string} say */
function waiting(say) {
  return element("div", { class: "calm-card", role: "status" }, element("p", {}, say("reconnecting")));
}

/** @param {number} time */
const pause = (time) => new Promise((resume) => setTimeout(resume, time));
