/**
 * Keep the server's copy of the answers equal to the tablet's, without a tap.
 *
 * The whole answer state is sent each time, with the revision it was built on; the HTTP response
 * is the acknowledgement. What has not been acknowledged is sent again until it is. Nothing is
 * kept anywhere but in memory.
 */

import { everSaid, fingerprint, onlyAsked, wholeState } from "./answers.js";

/** @typedef {import("./engine.js").Answers} Answers */
/**
 * @typedef {object} Visit  what GET /kiosk/draft says
 * @property {number} revision
 * @property {Answers} answers
 * @property {string | null} at
 * @property {boolean} paused
 * @property {boolean} finished
 * @property {boolean} closed    staff have ended it
 * @property {{version: string, language: string}} questionnaire
 * @property {string} visitDate
 */
/**
 * @typedef {object} Listener
 * @property {(saved: boolean) => void} saved         everything is (not) acknowledged
 * @property {(away: boolean) => void} away           the server can(not) be reached
 * @property {(failing: boolean) => void} failing     the server answers, but cannot do its work
 * @property {(paused: boolean) => void} paused
 * @property {(visit: Visit) => void} stale           another window was here; this is what stands
 * @property {(refusal: {reason: string, linkId: string | null}) => void} refused
 * @property {() => void} noVisit
 * @property {() => void} submitted
 * @property {() => void} closed                      staff ended the visit; they hold all that was given
 */

/**
 * @typedef {object} Held  what the server has not acknowledged, and the revision it is built on
 * @property {number} base
 * @property {Answers} answers
 * @property {string | null} at
 * @property {string} language
 */

/** @type {() => Held | null} */
let held = () => null;
/** What the visit of this page has not been able to send; null: nothing. */
export const unsent = () => held();

const HEADERS = { "Content-Type": "application/json", "X-Anteroom": "1" };
const PATIENCE = 2000;
const LONGEST_WAIT = 1000;
const BEAT = 2000;
const PAUSE_POLL = 3000;

/**
 * One same-origin request that never hangs.
 * @param {string} method
 * @param {string} path
 * @param {unknown} [body]
 * @param {AbortSignal} [signal]
 */
export async function ask(method, path, body, signal) {
  const giveUp = new AbortController();
  const stop = () => giveUp.abort();
  const timer = setTimeout(stop, PATIENCE);
  signal?.addEventListener("abort", stop);
  try {
    const response = await fetch(path, {
      method,
      headers: method === "GET" ? {} : HEADERS,
      body: body === undefined ? undefined : JSON.stringify(body),
      cache: "no-store",
      credentials: "same-origin",
      redirect: "error",
      signal: giveUp.signal,
    });
    return { status: response.status, content: await contentOf(response) };
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", stop);
  }
}

/**
 * @param {Response} response
 * @returns {Promise<any>}
 */
async function contentOf(response) {
  const text = await response.text();
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}

/**
 * @param {Visit} visit
 * @param {import("./questionnaire.js").Question[]} questions
 * @param {Listener} listener
 */
export function keepInStep(visit, questions, listener) {
  let base = visit.revision;
  let acknowledged = visit.answers;
  let heard = visit.answers;
  /** @type {{answers: Answers, at: string | null, language: string}} */
  let wanted = { answers: visit.answers, at: visit.at, language: visit.questionnaire.language };
  let number = 0;
  let settled = 0;
  let acknowledgements = 0;
  let failures = 0;
  let finishing = false;
  let stopped = false;
  let closed = false;
  let paused = visit.paused;
  /** @type {AbortController | null} the request under way */
  let sending = null;
  let timer = 0;
  /** States sent without a known outcome: the answer may have been lost, not the request. */
  const doubtful = new Set();

  /**
   * @param {Answers} answers
   * @param {string | null} at
   * @param {string} [language]
   */
  function want(answers, at, language = wanted.language) {
    if (closed) return;
    wanted = { answers, at, language };
    number += 1;
    listener.saved(false);
    go();
  }

  /** @returns {Held} */
  const state = () => ({ base, ...wanted, answers: wholeState(questions, wanted.answers, acknowledged) });
  held = () => (stopped || number === settled ? null : state());

  function go() {
    if (stopped || sending) return;
    clearTimeout(timer);
    if (number !== settled) send("PUT", "/kiosk/draft", state());
    else if (finishing) send("POST", "/kiosk/submit", { base });
  }

  /**
   * @param {string} method
   * @param {string} path
   * @param {{base: number, answers?: Answers, at?: string | null, language?: string}} body
   */
  async function send(method, path, body) {
    const request = new AbortController();
    sending = request;
    const sent = { number, prints: body.answers ? prints(body.answers) : [], ...wanted };
    try {
      const { status, content } = await ask(method, path, body, request.signal);
      sending = null;
      if (stopped) return;
      settle(status, content, sent, method === "POST");
    } catch {
      sending = null;
      for (const print of sent.prints) doubtful.add(print);
      failed(() => listener.away(true));
    }
  }

  /**
   * What the server holds after taking these: the whole state, or what stood before with it.
   * @param {Answers} answers
   */
  function prints(answers) {
    return [fingerprint(answers), fingerprint({ ...acknowledged, ...answers })];
  }

  /**
   * @param {number} status
   * @param {any} content
   * @param {{number: number, prints: string[], answers: Answers, at: string | null, language: string}} sent
   * @param {boolean} submitting
   */
  function settle(status, content, sent, submitting) {
    if (status >= 500 && status !== 503) return failed(() => listener.away(true));
    if (status === 503) return failed(() => listener.failing(true));
    failures = 0;
    listener.away(false);
    if (status === 401) return give(listener.noVisit);
    if (status === 200 && submitting) return give(listener.submitted);
    if (status === 200) return taken(content, sent);
    if (status === 409) return superseded(content, sent);
    if (status === 422) return declined(content, sent.number, submitting);
    stopped = true;
    return listener.failing(true);
  }

  /** @param {Answers} answers  what the server holds now */
  function know(answers) {
    acknowledged = answers;
    heard = everSaid(questions, heard, answers);
  }

  /** @param {() => void} tell */
  function give(tell) {
    stopped = true;
    tell();
  }

  /**
   * @param {{revision: number, paused: boolean, ended: boolean}} content
   * @param {{number: number, answers: Answers}} sent
   */
  function taken(content, sent) {
    base = content.revision;
    know(sent.answers);
    settled = sent.number;
    acknowledgements += 1;
    doubtful.clear();
    listener.failing(false);
    listener.saved(settled === number);
    setPaused(content.paused);
    if (content.ended && settled === number) return close();
    go();
  }

  /** Everything is with the clinic; only whether staff are still waited for is asked from now on. */
  function close() {
    closed = true;
    finishing = false;
    listener.closed();
  }

  /**
   * The base was old. When what stands is what this tablet sent before, only the acknowledgement
   * had been lost; otherwise somebody else wrote, and what they wrote stands.
   * @param {Visit} now
   * @param {{number: number, prints: string[], at: string | null, language: string}} sent
   */
  function superseded(now, sent) {
    if (now.finished) return give(listener.submitted);
    if (now.closed) return close();
    const answers = onlyAsked(questions, now.answers);
    const standing = fingerprint(answers);
    const equal = sent.prints.includes(standing);
    const ours = equal || doubtful.has(standing);
    base = now.revision;
    know(answers);
    acknowledgements += 1;
    doubtful.clear();
    if (!ours) {
      finishing = false;
      wanted = { ...wanted, answers, at: now.at };
      settled = number;
      listener.stale({ ...now, answers });
    } else if (equal && now.at === sent.at && now.questionnaire.language === sent.language) {
      settled = sent.number;
    }
    listener.failing(false);
    listener.saved(settled === number);
    setPaused(now.paused);
    return go();
  }

  /**
   * @param {{reason: string, linkId: string | null}} refusal
   * @param {number} sent
   * @param {boolean} submitting
   */
  async function declined(refusal, sent, submitting) {
    finishing = false;
    settled = sent;
    // A visit that waits for staff cannot be submitted; then the pause says what to do.
    if (submitting && refusal.linkId === null) await poll();
    listener.refused(refusal);
  }

  /** @param {() => void} tell */
  function failed(tell) {
    if (stopped) return;
    failures += 1;
    tell();
    clearTimeout(timer);
    timer = setTimeout(go, Math.min(LONGEST_WAIT, 125 * 2 ** failures));
  }

  /** @param {boolean} now */
  function setPaused(now) {
    paused = now;
    listener.paused(now);
  }

  /** The network is back: do not wait for the next try. */
  function back() {
    sending?.abort();
    clearTimeout(timer);
    timer = setTimeout(go);
    beat();
  }

  function lost() {
    listener.away(true);
  }

  async function beat() {
    if (stopped || sending || number !== settled || finishing) return;
    const away = await ask("GET", "/healthz").then(({ status }) => status >= 500, () => true);
    if (stopped || sending || number !== settled) return;
    listener.away(away);
  }

  function watch() {
    if (paused) poll();
  }

  async function poll() {
    if (stopped) return;
    const before = acknowledgements;
    try {
      const { status, content } = await ask("GET", "/kiosk/draft");
      if (stopped || sending || before !== acknowledgements) return;
      if (status === 401) give(listener.noVisit);
      if (status === 200) setPaused(content.paused);
    } catch {
      listener.away(true);
    }
  }

  const beating = setInterval(beat, BEAT);
  const polling = setInterval(watch, PAUSE_POLL);
  addEventListener("online", back);
  addEventListener("offline", lost);

  return {
    want,
    /** Submit once everything is acknowledged. */
    finish() {
      finishing = true;
      go();
    },
    /** The answers the server has said it holds. */
    acknowledged: () => acknowledged,
    /** The same with what it was told before and the patient took back. */
    heard: () => heard,
    stop() {
      stopped = true;
      sending?.abort();
      clearTimeout(timer);
      clearInterval(beating);
      clearInterval(polling);
      removeEventListener("online", back);
      removeEventListener("offline", lost);
      doubtful.clear();
    },
  };
}
