/** Fetch what the player needs before its first screen, as often as it takes. */

import { ask } from "./sync.js";
import { readQuestionnaire } from "./questionnaire.js";

/** @typedef {import("./sync.js").Visit} Visit */
/** @typedef {import("./questionnaire.js").Plan} Plan */

const AGAIN = 1000;
const TRIES_BEFORE_DESK = 3;

/**
 * The words of each language. Without words nothing can be said, so this only ever waits.
 * @param {string[]} languages
 * @param {AbortSignal} left
 * @returns {Promise<Record<string, Record<string, string>>>}
 */
export async function loadWords(languages, left) {
  const words = await Promise.all(languages.map((language) =>
    untilGiven(() => kept(`/kiosk/words/${encodeURIComponent(language)}.json`), left, () => {})));
  return Object.fromEntries(languages.map((language, place) => [language, words[place]]));
}

/**
 * The privacy notice in force, in every language.
 * @param {AbortSignal} left
 * @param {(failing: boolean) => void} failing
 * @returns {Promise<import("./consent.js").Notice>}
 */
export async function loadNotice(left, failing) {
  return untilGiven(async () => {
    const { status, content } = await ask("GET", "/kiosk/notice.json", undefined, left);
    if (status !== 200) throw new Error(`the notice cannot be read: ${status}`);
    return content;
  }, left, failing);
}

/**
 * Exchange the ticket for the cookie of its visit. One that was used already, on this tablet or
 * another, changes nothing: what the cookie opens is asked next.
 * @param {string} ticket
 * @param {AbortSignal} left
 * @param {(failing: boolean) => void} failing
 */
export async function claim(ticket, left, failing) {
  await untilGiven(async () => {
    const { status } = await ask("POST", "/kiosk/claim", { ticket }, left);
    if (status >= 500) throw new Error(`the ticket cannot be given: ${status}`);
  }, left, failing);
}

/**
 * The visit, or null when the tablet's cookie opens none.
 * @param {AbortSignal} left
 * @param {(failing: boolean) => void} failing
 * @returns {Promise<Visit | null>}
 */
export async function loadVisit(left, failing) {
  return untilGiven(async () => {
    const { status, content } = await ask("GET", "/kiosk/draft", undefined, left);
    if (status === 401) return null;
    if (status !== 200) throw new Error(`the visit cannot be read: ${status}`);
    return content;
  }, left, failing);
}

/**
 * The questionnaire of the visit in each language, so that it can change without a connection.
 * @param {Visit} visit
 * @param {string[]} languages
 * @param {AbortSignal} left
 * @param {(failing: boolean) => void} failing
 * @returns {Promise<Record<string, Plan>>}
 */
export async function loadPlans(visit, languages, left, failing) {
  const version = encodeURIComponent(visit.questionnaire.version);
  const plans = await Promise.all(languages.map((language) =>
    untilGiven(() => kept(`/kiosk/questionnaire/${version}/${encodeURIComponent(language)}.json`), left, failing)));
  return Object.fromEntries(languages.map((language, place) => [language, readQuestionnaire(plans[place])]));
}

/**
 * Content that never changes under its name: the browser may keep it.
 * @param {string} path
 */
async function kept(path) {
  const response = await fetch(path, { credentials: "same-origin", redirect: "error" });
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response.json();
}

/**
 * @template Given
 * @param {() => Promise<Given>} attempt
 * @param {AbortSignal} left
 * @param {(failing: boolean) => void} failing
 * @returns {Promise<Given>}
 */
async function untilGiven(attempt, left, failing) {
  for (let tries = 1; ; tries += 1) {
    try {
      const given = await attempt();
      failing(false);
      return given;
    } catch (error) {
      if (left.aborted) throw error;
      failing(tries >= TRIES_BEFORE_DESK);
      await new Promise((resume) => setTimeout(resume, AGAIN));
      if (left.aborted) throw new Error("the player has left");
    }
  }
}
