/** Every answer, to read once more, each with Change. */

import { button, element, freshId } from "../dom.js";
import { screensShown } from "../engine.js";
import { dateInWords } from "../words.js";

/** @typedef {import("../visit.js").Review} Review */
/** @typedef {import("../questionnaire.js").Question} Question */
/** @typedef {import("../questionnaire.js").Screen} Screen */

/** @param {Review} review */
export function buildReview(review) {
  /** @type {Map<string, HTMLElement[]>} */
  const sections = new Map();
  for (const screen of screensShown(review.plan, review.facts)) {
    const cards = sections.get(screen.section) ?? [];
    cards.push(buildCard(review, screen));
    sections.set(screen.section, cards);
  }
  return [...sections].map(([heading, cards]) => element("div", { class: "review-section" },
    heading ? element("h2", {}, heading) : null, ...cards));
}

/**
 * @param {Review} review
 * @param {Screen} screen
 */
function buildCard(review, screen) {
  const id = freshId();
  const several = screen.kind === "grid" || screen.kind === "page";
  const rows = screen.questions.filter((question) => review.isAsked(question.linkId));
  return element("div", { class: "card", "data-screen": screen.linkId },
    element("div", { class: "card-words" },
      element("h3", { id }, screen.text),
      several
        ? element("dl", {}, ...rows.map((row) => element("div", { "data-link-id": row.linkId },
          element("dt", {}, row.text), element("dd", {}, answerInWords(review, row)))))
        : element("p", { class: "given", "data-link-id": rows[0].linkId }, answerInWords(review, rows[0]))),
    button({ class: "quiet", "data-act": "change", "aria-describedby": id }, [review.say("review.change")],
      () => review.change(screen)));
}

/**
 * @param {Review} review
 * @param {Question} question
 */
function answerInWords(review, question) {
  const values = review.answers[question.linkId]?.values ?? [];
  if (values.length === 0) return review.say("review.skipped");
  if (question.kind === "date") return dateInWords(values[0], review.language);
  if (question.kind === "text") return values[0];
  return values.map((code) =>
    question.options.find((option) => option.code === code)?.display ?? code).join(", ");
}
