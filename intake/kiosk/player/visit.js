/** One visit, from its first screen to its last: what stands where, and what each tap leads to. */

import { interject, readFrom } from "./aloud.js";
import { everSaid, onlyAsked } from "./answers.js";
import { buildCalm } from "./calm.js";
import { element, freshId } from "./dom.js";
import * as engine from "./engine.js";
import { buildFrame } from "./frame.js";
import { callForHelp } from "./help.js";
import { askToStop, hold as holdWatch } from "./idle.js";
import { buildSwitches } from "./switches.js";
import { keepInStep } from "./sync.js";
import { buildBodyMap } from "./screens/body-map.js";
import { buildChoice } from "./screens/choice.js";
import { buildDate } from "./screens/date.js";
import { buildGrid } from "./screens/grid.js";
import { buildMany } from "./screens/many.js";
import { buildPage } from "./screens/page.js";
import { buildReview } from "./screens/review.js";
import { buildText } from "./screens/text.js";

/** @typedef {import("./engine.js").Answers} Answers */
/** @typedef {import("./engine.js").Facts} Facts */
/** @typedef {import("./questionnaire.js").Plan} Plan */
/** @typedef {import("./questionnaire.js").Question} Question */
/** @typedef {import("./questionnaire.js").Screen} Screen */
/** @typedef {import("./words.js").Say} Say */
/** @typedef {import("./words.js").Speech} Speech */
/**
 * @typedef {object} Stage  what a screen may see and do
 * @property {Screen} screen
 * @property {string} headingId
 * @property {string} language
 * @property {string} visitDate
 * @property {Say} say
 * @property {HTMLElement} scroller
 * @property {Record<string, string>} begun          typed here and no answer yet; outlives a change of language
 * @property {() => Answers} answers
 * @property {() => Question[]} rows                 the questions of the screen that are asked
 * @property {(answers: Answers) => void} change     keep, and stay
 * @property {(answers: Answers, back?: string) => void} advance  keep, and go on, or back to a question
 * @property {(kind: "next" | "skip", act?: () => void) => void} setOnward
 * @property {(key: string, where: HTMLElement) => void} complain
 * @property {() => void} clearComplaint
 * @property {(depart: (abandoned: boolean) => void) => void} whenLeft
 */
/**
 * @typedef {object} Review
 * @property {Plan} plan
 * @property {Facts} facts
 * @property {Answers} answers
 * @property {string} language
 * @property {Say} say
 * @property {(linkId: string) => boolean} isAsked
 * @property {(screen: Screen) => void} change
 */
/**
 * @typedef {object} Playing
 * @property {HTMLElement} place
 * @property {Record<string, Plan>} plans  the same plan in every language
 * @property {import("./sync.js").Visit} visit
 * @property {Speech} speech
 * @property {import("./main.js").Data} data
 * @property {{renew: () => void}} guard
 * @property {AbortSignal} left
 * @property {(language: string) => void} finished
 */

const BUILDERS = {
  choice: buildChoice, scale: buildChoice, many: buildMany, grid: buildGrid, date: buildDate,
  text: buildText, page: buildPage, "body-map": buildBodyMap,
};

/** @param {Playing} playing */
export function playVisit({ place, plans, visit, speech, data, guard, left, finished }) {
  const { say } = speech;
  let plan = plans[speech.language()];
  const frame = buildFrame(speech, data, { back, help: () => help.call(), over: askToStop, speak });
  const { visitDate } = visit;
  /** @type {Answers} */
  let answers = onlyAsked(plan.questions, visit.answers);
  /** With what was taken back since the server knew everything. */
  let said = answers;
  let facts = engine.factsOf(plan, { answers, visitDate });
  /** @type {Screen | null} null: the review */
  let screen = engine.resume(plan, facts, visit.at);
  let returning = screen !== null && nothingLeft(screen);
  /** @type {Screen | null} the screen that led back to an earlier question */
  let detour = null;
  /** @type {((abandoned: boolean) => void)[]} */
  let departures = [];
  /** @type {Record<string, string>} */
  let begun = {};
  /** What holds the questions back, and why. */
  const holding = { gone: false, failing: false, paused: visit.paused, away: false, sending: false, closed: false };
  let calmShown = "";

  const help = callForHelp(data.tablet, () => renderCalm());
  const sync = keepInStep({ ...visit, answers }, plan.questions, {
    saved(isSaved) {
      if (isSaved) said = sync.heard();
      frame.setSaved(isSaved);
    },
    away: (away) => hold({ away }),
    failing: (failing) => hold({ failing }),
    paused: (paused) => hold({ paused }),
    noVisit() {
      empty();
      hold({ gone: true });
    },
    closed() {
      empty();
      hold({ closed: true });
    },
    stale(now) {
      leaveScreen(true);
      take(now.answers);
      hold({ sending: false });
      returning = false;
      show(engine.resume(plan, facts, now.at), { sentence: say("notice.other-window") });
    },
    refused: ({ linkId }) => refused(linkId),
    submitted() {
      stop();
      finished(speech.language());
    },
  });

  function empty() {
    leaveScreen(true);
    take({});
    said = {};
    frame.stage.replaceChildren();
  }

  function stop() {
    sync.stop();
    help.stop();
    holdWatch(false);
    leaveScreen();
    answers = {};
    said = {};
    facts = new Map();
    place.replaceChildren();
  }
  left.addEventListener("abort", stop, { once: true });

  place.replaceChildren(frame.whole);
  frame.setSaved(true);
  show(screen);
  renderCalm();

  /** @param {Answers} now */
  function take(now) {
    answers = now;
    said = everSaid(plan.questions, said, now);
    facts = engine.factsOf(plan, { answers, visitDate });
  }

  /** @param {Screen} at  nothing is open, here or behind it: the patient came here from the review */
  function nothingLeft(at) {
    const { highest } = engine.remaining(plan, facts, at);
    return engine.firstOpen(plan, facts) === null && highest === 0;
  }

  /** @param {Answers} now */
  function change(now) {
    const before = asked();
    take(now);
    sync.want(answers, screen?.linkId ?? null);
    frame.complain("");
    frame.count(engine.remaining(plan, facts, screen));
    if (asked() !== before) show(screen);
    renderCalm();
  }

  const asked = () => (screen?.questions ?? []).filter((q) => engine.isAsked(q.linkId, facts)).map((q) => q.linkId).join();

  /**
   * @param {Answers} now
   * @param {string} [to]  a question to change first; what follows this screen comes after it
   */
  function advance(now, to = "") {
    leaveScreen();
    take(now);
    const from = /** @type {Screen} */ (detour ?? screen);
    detour = to ? screen : null;
    if (to) {
      go(engine.resume(plan, facts, to));
      return renderCalm();
    }
    const next = returning ? engine.firstOpen(plan, facts) : engine.nextScreen(plan, facts, from);
    go(next, returning && next === null ? from : null);
    renderCalm();
  }

  /**
   * @param {Screen | null} next
   * @param {Screen | null} [changed]  the review comes back to where the patient left it
   */
  function go(next, changed = null) {
    if (next === null) returning = false;
    sync.want(answers, next?.linkId ?? null);
    show(next, { changed });
  }

  function back() {
    leaveScreen();
    detour = null;
    if (returning) return go(null, screen);
    const before = engine.previousScreen(plan, facts, screen);
    return before ? go(before) : undefined;
  }

  /**
   * Everything stays as it is, in other words.
   * @param {string} language
   */
  function speak(language) {
    leaveScreen();
    speech.speak(language);
    plan = plans[language];
    take(answers);
    screen = plan.screens.find(({ linkId }) => linkId === screen?.linkId) ?? null;
    frame.speak();
    sync.want(answers, screen?.linkId ?? null, language);
    show(screen);
    calmShown = "";
    hold({});
  }

  /**
   * The server's reason is for whoever looks after the machine; the patient is shown the question.
   * @param {string | null} linkId
   */
  function refused(linkId) {
    const where = linkId === null ? null : engine.resume(plan, facts, linkId);
    if (where === null) return hold({ sending: false, failing: !holding.paused });
    if (linkId !== null && answers[linkId]) {
      leaveScreen(true);
      const { [linkId]: _, ...rest } = answers;
      take(rest);
    }
    sync.want(answers, where.linkId);
    show(where, { sentence: say("notice.again") });
    return hold({ sending: false });
  }

  /** @param {boolean} abandoned  what was begun here no longer counts */
  function leaveScreen(abandoned = false) {
    const going = departures;
    departures = [];
    for (const depart of going) depart(abandoned);
  }

  /**
   * @param {Screen | null} next
   * @param {{sentence?: string, changed?: Screen | null}} [extra]
   */
  function show(next, extra = {}) {
    const { sentence = "", changed = null } = extra;
    leaveScreen();
    if (next?.linkId !== screen?.linkId) begun = {};
    screen = next;
    const id = freshId();
    const heading = element("h1", { id, tabindex: -1 }, next ? next.text : say("review.title"));
    frame.complain("");
    frame.setOnward(null);
    frame.setBack(returning || engine.previousScreen(plan, facts, next) !== null);
    frame.count(engine.remaining(plan, facts, next));
    frame.stage.replaceChildren(element("section", {
      class: "screen", "data-screen": next?.linkId ?? "review", "data-kind": next?.kind ?? "review",
      "aria-labelledby": id,
    },
    element("p", { class: "notice", role: "status" }, sentence),
    next?.section ? element("p", { class: "section-name" }, next.section) : null,
    heading,
    next ? (next.hint ? element("p", { class: "hint" }, next.hint) : null) : element("p", { class: "hint" }, say("review.hint")),
    ...(next ? BUILDERS[/** @type {keyof typeof BUILDERS} */ (next.kind)](stageFor(next, id)) : review())));
    frame.stage.scrollTop = 0;
    guard.renew();
    if (calmShown) return;
    readFrom(place, speech.language());
    arrive(heading, changed);
  }

  /**
   * @param {HTMLElement} heading
   * @param {Screen | null} changed
   */
  function arrive(heading, changed) {
    const card = changed && frame.stage.querySelector(`.card[data-screen="${CSS.escape(changed.linkId)}"]`);
    if (!card) return heading.focus({ preventScroll: true });
    card.scrollIntoView({ block: "center" });
    return card.querySelector("button")?.focus({ preventScroll: true });
  }

  function review() {
    frame.setOnward({ label: say("review.send"), sends: true, act: send });
    return buildReview({
      plan, facts, answers, say, language: speech.language(),
      isAsked: (linkId) => engine.isAsked(linkId, facts),
      change(changed) {
        returning = true;
        go(changed);
      },
    });
  }

  function send() {
    const open = engine.firstOpen(plan, facts);
    if (open) return go(open);
    hold({ sending: true });
    return sync.finish();
  }

  /**
   * @param {Screen} here
   * @param {string} headingId
   * @returns {Stage}
   */
  function stageFor(here, headingId) {
    return {
      screen: here, headingId, say, language: speech.language(), visitDate, begun, change, advance,
      scroller: frame.stage,
      answers: () => answers,
      rows: () => here.questions.filter((question) => engine.isAsked(question.linkId, facts)),
      setOnward(kind, act = () => advance(answers)) {
        frame.setOnward({ label: say(returning && kind === "next" ? "done" : kind), act });
      },
      complain(key, where) {
        frame.complain(say(key));
        interject(say(key));
        where.scrollIntoView({ block: "center" });
        where.focus({ preventScroll: true });
      },
      clearComplaint: () => frame.complain(""),
      whenLeft: (depart) => departures.push(depart),
    };
  }

  /** @param {Partial<typeof holding>} now */
  function hold(now) {
    Object.assign(holding, now);
    frame.setBanner(holding.away ? say("away") : "");
    renderCalm();
  }

  function needsStaff() {
    const pairs = [[answers, sync.acknowledged()], [said, sync.heard()]];
    return pairs.some(([now, before]) =>
      engine.needsStaff(plan, { answers: now, visitDate }, { answers: before, visitDate }));
  }

  /** @returns {import("./calm.js").Kind | null} */
  function calmNeeded() {
    if (holding.gone || holding.failing) return "desk";
    if (holding.paused) return "pause";
    if (holding.closed) return "closed";
    if (holding.away && needsStaff()) return "pause";
    if (holding.sending) return "sending";
    return help.shown() ? "help" : null;
  }

  function renderCalm() {
    const kind = calmNeeded();
    // Who waits for staff, or for the last answer to be sent, need touch nothing.
    holdWatch(!holding.gone && kind !== null && kind !== "help" && kind !== "closed");
    const now = kind === null ? "" : `${kind} ${help.state() ?? ""}`;
    if (now === calmShown) return;
    calmShown = now;
    frame.play.hidden = kind !== null;
    frame.calm.hidden = kind === null;
    frame.calm.replaceChildren(...(kind ? [buildCalm(kind, say, help.state(), {
      close: help.close, help: () => help.call(false), switches: buildSwitches(speech, speak) })] : []));
    guard.renew();
    readFrom(place, speech.language());
    /** @type {HTMLElement | null} */ (frame.whole.querySelector(kind ? ".calm h1" : ".stage h1"))?.focus({ preventScroll: true });
  }
}
