/**
 * Which questions are asked, which screen comes next, and how many are left. Pure: no page, no
 * clock, no network. The server works the same things out again and is the one that decides.
 */

/** @typedef {import("./questionnaire.js").Plan} Plan */
/** @typedef {import("./questionnaire.js").Screen} Screen */
/** @typedef {import("./questionnaire.js").Question} Question */
/** @typedef {import("./questionnaire.js").Condition} Condition */
/** @typedef {import("./questionnaire.js").Comparison} Comparison */
/** @typedef {{values: string[], group?: boolean}} Answer */
/** @typedef {Record<string, Answer>} Answers by linkId; answers to items switched off stay in it */
/** @typedef {"answered" | "open" | "off" | "not-reached"} State */
/** @typedef {{state: State, values: (string | number)[]}} Fact */
/** @typedef {Map<string, Fact>} Facts */
/** @typedef {{answers: Answers, visitDate: string}} Interview */

const AGE = "age";
const BIRTH_DATE = "birth-date";

const FALSE = 0;
const UNKNOWN = 1;
const TRUE = 2;

/**
 * What is known of every question. Answers to questions that are off are left out, so that
 * nothing hidden can switch anything on.
 * @param {Plan} plan
 * @param {Interview} interview
 * @returns {Facts}
 */
export function factsOf(plan, interview) {
  /** @type {Facts} */
  const facts = new Map();
  for (const question of plan.questions) {
    facts.set(question.linkId, factOf(question, interview, facts));
  }
  return facts;
}

/**
 * @param {Question} question
 * @param {Interview} interview
 * @param {Facts} facts
 * @returns {Fact}
 */
function factOf(question, interview, facts) {
  const asked = truthOf(question.conditions, facts);
  if (asked === FALSE) return { state: "off", values: [] };
  if (asked === UNKNOWN) return { state: "not-reached", values: [] };
  return factWhenAsked(question, interview);
}

/**
 * @param {Question} question
 * @param {Interview} interview
 * @returns {Fact}
 */
function factWhenAsked({ linkId }, { answers, visitDate }) {
  const values = linkId === AGE ? ageAnswer(answers[BIRTH_DATE], visitDate) : answers[linkId]?.values ?? [];
  return { state: values.length > 0 ? "answered" : "open", values };
}

/**
 * @param {Answer | undefined} birthDate
 * @param {string} visitDate
 */
function ageAnswer(birthDate, visitDate) {
  return birthDate?.values.length ? [ageOn(birthDate.values[0], visitDate)] : [];
}

/**
 * Full years of age on a day; both as YYYY-MM-DD.
 * @param {string} birthDate
 * @param {string} day
 */
export function ageOn(birthDate, day) {
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return day.slice(5) < birthDate.slice(5) ? years - 1 : years;
}

/**
 * All of these conditions, in three-valued logic: an open question makes neither true nor false.
 * @param {Condition[]} conditions
 * @param {Facts} facts
 */
function truthOf(conditions, facts) {
  return conditions.reduce((sofar, condition) => {
    const truths = condition.of.map((comparison) => compare(comparison, facts));
    const truth = condition.all ? Math.min(...truths) : Math.max(...truths);
    return Math.min(sofar, truth);
  }, TRUE);
}

/**
 * @param {Comparison} comparison
 * @param {Facts} facts
 */
function compare({ question, operator, value }, facts) {
  const fact = facts.get(question);
  if (!fact) throw new Error(`${question}: a condition names a question that was not asked before`);
  if (operator === "exists") return (fact.state === "answered") === value ? TRUE : FALSE;
  if (fact.state === "off") return FALSE;
  if (fact.state !== "answered") return UNKNOWN;
  return fact.values.some((given) => matches(given, operator, value)) ? TRUE : FALSE;
}

/**
 * @param {string | number} given
 * @param {string} operator
 * @param {string | number | boolean} value
 */
function matches(given, operator, value) {
  switch (operator) {
    case "=": return given === value || (typeof value === "boolean" && given === String(value));
    case "<": return given < value;
    case "<=": return given <= value;
    case ">": return given > value;
    case ">=": return given >= value;
    default: throw new Error(`the kiosk cannot evaluate the operator ${operator}`);
  }
}

/**
 * The linkIds of the questions this patient is asked, in order (hidden ones included).
 * @param {Plan} plan
 * @param {Interview} interview
 * @returns {string[]}
 */
export function enabledItems(plan, interview) {
  const facts = factsOf(plan, interview);
  return plan.questions.map((question) => question.linkId).filter((id) => isAsked(id, facts));
}

/**
 * @param {string} linkId
 * @param {Facts} facts
 */
export function isAsked(linkId, facts) {
  const state = facts.get(linkId)?.state;
  return state === "answered" || state === "open";
}

/**
 * The screens this patient meets, in order, as far as the answers decide it.
 * @param {Plan} plan
 * @param {Facts} facts
 * @returns {Screen[]}
 */
export function screensShown(plan, facts) {
  return plan.screens.filter((screen) =>
    screen.questions.some((question) => isAsked(question.linkId, facts)));
}

/**
 * Whether the screen has nothing left that must be answered.
 * @param {Screen} screen
 * @param {Facts} facts
 */
export function isComplete(screen, facts) {
  return screen.questions.every((question) =>
    !question.required || facts.get(question.linkId)?.state !== "open");
}

/**
 * The first screen with a question that must still be answered; null when there is none.
 * @param {Plan} plan
 * @param {Facts} facts
 * @returns {Screen | null}
 */
export function firstOpen(plan, facts) {
  return screensShown(plan, facts).find((screen) => !isComplete(screen, facts)) ?? null;
}

/**
 * The screen to show for a saved place; null means the review.
 * @param {Plan} plan
 * @param {Facts} facts
 * @param {string | null} at  a screen's linkId, or that of one of its questions
 * @returns {Screen | null}
 */
export function resume(plan, facts, at) {
  const saved = at && screensShown(plan, facts).find((screen) => screen.linkId === at
    || screen.questions.some((question) => question.linkId === at));
  return saved || firstOpen(plan, facts);
}

/**
 * The screen after this one; null means the review.
 * @param {Plan} plan
 * @param {Facts} facts
 * @param {Screen} screen
 * @returns {Screen | null}
 */
export function nextScreen(plan, facts, screen) {
  const place = plan.screens.indexOf(screen);
  const later = screensShown(plan, facts).find((shown) => plan.screens.indexOf(shown) > place);
  return later ?? firstOpen(plan, facts);
}

/**
 * The screen before this one (null: the review); null when there is none before.
 * @param {Plan} plan
 * @param {Facts} facts
 * @param {Screen | null} screen
 * @returns {Screen | null}
 */
export function previousScreen(plan, facts, screen) {
  const place = screen ? plan.screens.indexOf(screen) : plan.screens.length;
  const earlier = screensShown(plan, facts).filter((shown) => plan.screens.indexOf(shown) < place);
  return earlier.at(-1) ?? null;
}

/**
 * How many screens with an open question are left, at least and at most, and how many are done.
 *
 * True by construction: a missing answer makes no condition true, so answering switches nothing
 * off that is on now; and what a condition has ruled out cannot come back without a change.
 * Questions that may be skipped and lie behind the patient count as done.
 * @param {Plan} plan
 * @param {Facts} facts
 * @param {Screen | null} screen
 */
export function remaining(plan, facts, screen) {
  const place = screen ? plan.screens.indexOf(screen) : plan.screens.length;
  let lowest = 0;
  let highest = 0;
  let done = 0;
  plan.screens.forEach((candidate, index) => {
    const truth = truthOf(candidate.conditions, facts);
    if (truth === FALSE) return;
    if (isBehind(candidate, facts, index < place)) {
      done += truth === TRUE ? 1 : 0;
      return;
    }
    lowest += truth === TRUE ? 1 : 0;
    highest += 1;
  });
  return { lowest, highest, done };
}

/**
 * @param {Screen} screen
 * @param {Facts} facts
 * @param {boolean} passed
 */
function isBehind(screen, facts, passed) {
  return screen.questions.every((question) => {
    const state = facts.get(question.linkId)?.state;
    return state === "answered" || state === "off" || (passed && !question.required);
  });
}

/**
 * Whether what was said since calls for staff when the server cannot be asked: an answer that does
 * by itself, or one with which answers do together. What staff were called for before calls nobody
 * again. An answer counts here also once its question is no longer asked, as it does for staff.
 * @param {Plan} plan
 * @param {Interview} now
 * @param {Interview} before  what the server has said it holds
 */
export function needsStaff(plan, now, before) {
  const alone = plan.questions.some(({ linkId, needsStaff }) => needsStaff.some((code) =>
    now.answers[linkId]?.values.includes(code) && !before.answers[linkId]?.values.includes(code)));
  if (alone) return true;
  const heard = everythingSaid(plan, now);
  const known = everythingSaid(plan, before);
  return plan.needsStaff.some((together) =>
    truthOf(together, heard) === TRUE && truthOf(together, known) !== TRUE);
}

/**
 * The answers as facts, whether their questions are asked any more or not.
 * @param {Plan} plan
 * @param {Interview} interview
 * @returns {Facts}
 */
function everythingSaid(plan, interview) {
  return new Map(plan.questions.map((question) =>
    [question.linkId, factWhenAsked(question, interview)]));
}
