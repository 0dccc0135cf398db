/** What a tap does to the answers. Pure; every function gives new answers and keeps the old. */

import { NO } from "./questionnaire.js";

/** @typedef {import("./engine.js").Answers} Answers */
/** @typedef {import("./questionnaire.js").Question} Question */
/** @typedef {import("./questionnaire.js").Screen} Screen */

/**
 * @param {Answers} answers
 * @param {string} linkId
 * @param {string[]} values  none: the answer is taken back
 * @returns {Answers}
 */
export function answered(answers, linkId, values) {
  const { [linkId]: _, ...rest } = answers;
  return values.length > 0 ? { ...rest, [linkId]: { values, group: false } } : rest;
}

/**
 * Tick or untick one option; "None of these" stands alone.
 * @param {Question} question
 * @param {string[]} values
 * @param {string} code
 * @returns {string[]}
 */
export function ticked(question, values, code) {
  if (values.includes(code)) return values.filter((value) => value !== code);
  const exclusive = new Set(question.options.filter((o) => o.exclusive).map((o) => o.code));
  if (exclusive.has(code)) return [code];
  const chosen = new Set([...values.filter((value) => !exclusive.has(value)), code]);
  return question.options.map((option) => option.code).filter((option) => chosen.has(option));
}

/**
 * One row of a grid answered for itself; whether "No to all" still stands follows from the rows.
 * @param {Screen} grid
 * @param {Answers} answers
 * @param {string} linkId
 * @param {string} code
 * @returns {Answers}
 */
export function rowAnswered(grid, answers, linkId, code) {
  return withNoToAll(grid, answered(answers, linkId, [code]));
}

/**
 * "No" to every row without an answer, and the tick "No to all" that says so.
 * @param {Screen} grid
 * @param {Question[]} rows  those on the screen
 * @param {Answers} answers
 * @returns {Answers}
 */
export function noToTheRest(grid, rows, answers) {
  const filled = { ...answers };
  for (const row of rows) filled[row.linkId] ??= { values: [NO], group: true };
  return withNoToAll(grid, filled);
}

/**
 * Whether "No to all" was given: so when it answered a row, whatever another row says, not so when
 * each was answered for itself, and open until either is known. What one tap said for many rows is
 * asked again where it matters.
 * @param {Screen} grid
 * @param {Answers} answers
 * @returns {Answers}
 */
function withNoToAll(grid, answers) {
  if (!grid.noToAll) return answers;
  const { [grid.noToAll.linkId]: _, ...rest } = answers;
  const given = grid.questions.map((row) => rest[row.linkId]).filter(Boolean);
  const group = given.some((answer) => answer.group);
  if (!group && given.length < grid.questions.length) return rest;
  return { ...rest, [grid.noToAll.linkId]: { values: [String(group)], group } };
}

/**
 * What to send: the whole state, and an empty answer for each one that was taken back.
 *
 * A question that must be answered is never sent empty: until it is answered again, what stood
 * before stays on the record.
 * @param {Question[]} questions
 * @param {Answers} answers
 * @param {Answers} acknowledged
 * @returns {Answers}
 */
export function wholeState(questions, answers, acknowledged) {
  const taken = questions.filter((question) => !question.required
    && acknowledged[question.linkId] && !answers[question.linkId]);
  return { ...answers, ...Object.fromEntries(taken.map((q) => [q.linkId, { values: [], group: false }])) };
}

/**
 * The answers to questions a patient can see; what the server worked out itself is left out.
 * @param {Question[]} questions
 * @param {Answers} answers
 * @returns {Answers}
 */
export function onlyAsked(questions, answers) {
  const asked = new Set(questions.filter((q) => q.kind !== "number").map((q) => q.linkId));
  return Object.fromEntries(Object.entries(answers).filter(([linkId, { values }]) =>
    asked.has(linkId) && values.length > 0));
}

/**
 * The answers now, and of every question with options those given before as well: what was taken
 * back still counts for staff until they have asked again.
 * @param {Question[]} questions
 * @param {Answers} before
 * @param {Answers} now
 * @returns {Answers}
 */
export function everSaid(questions, before, now) {
  const kept = questions.filter(({ linkId, options }) => options.length > 0 && before[linkId]);
  return { ...now, ...Object.fromEntries(kept.map(({ linkId }) => {
    const values = new Set([...now[linkId]?.values ?? [], ...before[linkId].values]);
    return [linkId, { values: [...values] }];
  })) };
}

/**
 * One text for equal answers, in whatever order and way they were given.
 * @param {Answers} answers
 */
export function fingerprint(answers) {
  return JSON.stringify(Object.keys(answers).filter((linkId) => answers[linkId].values.length > 0)
    .sort().map((linkId) => [linkId, [...answers[linkId].values].sort()]));
}
