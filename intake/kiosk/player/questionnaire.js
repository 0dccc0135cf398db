/**
 * Read a FHIR R4 Questionnaire into the questions and screens a patient meets.
 *
 * Only what the kiosk can play is accepted; anything else throws, so that a question is never
 * shown half understood.
 */

/** @typedef {{code: string, display: string, exclusive: boolean, unknown: boolean, changes: string, picture: string}} Option */
/** @typedef {{question: string, operator: string, value: string | number | boolean}} Comparison */
/** @typedef {{all: boolean, of: Comparison[]}} Condition */
/** @typedef {"choice" | "many" | "body-map" | "scale" | "date" | "text" | "number" | "no-to-all"} Kind */
/**
 * @typedef {object} Question
 * @property {string} linkId
 * @property {Kind} kind
 * @property {string} text
 * @property {string} hint
 * @property {boolean} required
 * @property {boolean} columns      options stand in two columns
 * @property {number} maxLength     of a text, in UTF-16 units
 * @property {Option[]} options
 * @property {string[]} needsStaff  codes that call staff when the server cannot be asked
 * @property {Condition[]} conditions  its own and those of every group above it
 */
/**
 * @typedef {object} Screen
 * @property {string} linkId
 * @property {"grid" | "page" | Kind} kind
 * @property {string} text
 * @property {string} hint
 * @property {string} section       heading of the section it stands in
 * @property {Question[]} questions the rows of a grid, the lists of a page, or the one question
 * @property {Question | null} noToAll
 * @property {Condition[]} conditions
 */
/**
 * @typedef {object} Plan
 * @property {Screen[]} screens
 * @property {Question[]} questions
 * @property {Condition[][]} needsStaff  each all of its conditions: what only together calls staff
 *                                       when the server cannot be asked
 */
/** @typedef {Record<string, any>} Item one item of the resource, as it came */

const BASE = "https://anteroom.example/fhir/StructureDefinition/";
const HL7 = "http://hl7.org/fhir/StructureDefinition/";
const SDC = "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-";
export const NO = "no";

/**
 * @param {Item} resource
 * @returns {Plan}
 */
export function readQuestionnaire(resource) {
  const together = extensions(resource, `${BASE}needs-staff-offline-together`);
  /** @type {Plan} */
  const plan = { screens: [], questions: [], needsStaff: together.map(readTogether) };
  for (const section of resource.item) {
    readGroup(section, conditionsOf(section, []), section.text ?? "", plan);
  }
  return plan;
}

/**
 * @param {Item} group
 * @param {Condition[]} conditions
 * @param {string} section
 * @param {Plan} plan
 */
function readGroup(group, conditions, section, plan) {
  for (const item of group.item ?? []) {
    if (item.type === "display") continue;
    const here = conditionsOf(item, conditions);
    if (item.type === "group" && control(item) === "htable") readGrid(item, here, section, plan);
    else if (item.type === "group" && control(item) === "page") readPage(item, here, section, plan);
    else if (item.type === "group") readGroup(item, here, section, plan);
    else readSingle(item, here, section, plan);
  }
}

/**
 * @param {Item} item
 * @param {Condition[]} conditions
 * @param {string} section
 * @param {Plan} plan
 */
function readSingle(item, conditions, section, plan) {
  const question = readQuestion(item, conditions);
  plan.questions.push(question);
  if (question.kind === "number") return;
  const { linkId, kind, text, hint } = question;
  plan.screens.push({
    linkId, kind, text, hint, section, conditions, questions: [question], noToAll: null,
  });
}

/**
 * @param {Item} group
 * @param {Condition[]} conditions
 * @param {string} section
 * @param {Plan} plan
 */
function readGrid(group, conditions, section, plan) {
  const inside = (group.item ?? []).filter((/** @type {Item} */ item) => item.type !== "display");
  const read = inside.map((/** @type {Item} */ item) =>
    readQuestion(item, conditionsOf(item, conditions)));
  const rows = read.filter((/** @type {Question} */ row) => row.kind !== "no-to-all");
  const noToAll = read.find((/** @type {Question} */ row) => row.kind === "no-to-all") ?? null;
  for (const row of rows) {
    if (row.kind !== "choice") throw new Error(`${row.linkId}: a grid row must be a single choice`);
    if (noToAll && !row.options.some((/** @type {Option} */ option) => option.code === NO)) {
      throw new Error(`${row.linkId}: "No to all" needs an option "${NO}"`);
    }
  }
  plan.questions.push(...read);
  plan.screens.push({
    linkId: group.linkId, kind: "grid", text: group.text ?? "", hint: hintOf(group), section,
    conditions, questions: rows, noToAll,
  });
}

/**
 * @param {Item} group
 * @param {Condition[]} conditions
 * @param {string} section
 * @param {Plan} plan
 */
function readPage(group, conditions, section, plan) {
  const inside = (group.item ?? []).filter((/** @type {Item} */ item) => item.type !== "display");
  const lists = inside.map((/** @type {Item} */ item) =>
    readQuestion(item, conditionsOf(item, conditions)));
  for (const list of lists) {
    if (list.kind !== "many" || list.required) {
      throw new Error(`${list.linkId}: a page holds lists to tick that may be skipped`);
    }
  }
  plan.questions.push(...lists);
  plan.screens.push({
    linkId: group.linkId, kind: "page", text: group.text ?? "", hint: hintOf(group), section,
    conditions, questions: lists, noToAll: null,
  });
}

/**
 * @param {Item} item
 * @param {Condition[]} conditions
 * @returns {Question}
 */
function readQuestion(item, conditions) {
  return {
    linkId: item.linkId,
    kind: kindOf(item),
    text: item.text ?? "",
    hint: hintOf(item),
    required: item.required === true,
    columns: control(item) === "two-columns",
    maxLength: item.maxLength ?? 2000,
    options: (item.answerOption ?? []).map(readOption),
    needsStaff: extensions(item, `${BASE}needs-staff-offline`).map((found) => found.valueCode),
    conditions,
  };
}

/**
 * @param {Item} item
 * @returns {Kind}
 */
function kindOf(item) {
  if (item.type === "choice") {
    if (item.repeats) return control(item) === "body-map" ? "body-map" : "many";
    return control(item) === "scale" ? "scale" : "choice";
  }
  if (item.type === "date" || item.type === "text") return item.type;
  if (item.type === "integer" && holds(item, `${HL7}questionnaire-hidden`)) return "number";
  if (item.type === "boolean" && holds(item, `${BASE}no-to-all`)) return "no-to-all";
  throw new Error(`${item.linkId}: the kiosk cannot ask an item of type ${item.type}`);
}

/**
 * @param {Item} answerOption
 * @returns {Option}
 */
function readOption(answerOption) {
  return {
    code: answerOption.valueCoding.code,
    display: answerOption.valueCoding.display,
    exclusive: holds(answerOption, `${HL7}questionnaire-optionExclusive`),
    unknown: holds(answerOption, `${BASE}means-unknown`),
    changes: extensions(answerOption, `${BASE}changes-answer`)[0]?.valueString ?? "",
    picture: extensions(answerOption, `${SDC}questionnaire-itemAnswerMedia`)[0]?.valueAttachment.url ?? "",
  };
}

/**
 * @param {Item} item
 * @param {Condition[]} above
 * @returns {Condition[]}
 */
function conditionsOf(item, above) {
  if (!item.enableWhen?.length) return above;
  return [...above, { all: item.enableBehavior === "all", of: item.enableWhen.map(readComparison) }];
}

/**
 * @param {Item} together
 * @returns {Condition[]}
 */
function readTogether(together) {
  return extensions(together, "any-of").map((list) => ({
    all: false, of: extensions(list, "comparison").flatMap(readCompared),
  }));
}

/**
 * @param {Item} comparison  a question and several answers, any of which will do
 * @returns {Comparison[]}
 */
function readCompared(comparison) {
  const question = extensions(comparison, "question")[0].valueString;
  const operator = extensions(comparison, "operator")[0].valueCode;
  return extensions(comparison, "answer").map((answer) => readComparison({
    question, operator, answerCoding: answer.valueCoding, answerInteger: answer.valueInteger,
    answerBoolean: answer.valueBoolean,
  }));
}

/**
 * @param {Item} entry
 * @returns {Comparison}
 */
function readComparison(entry) {
  const value = entry.answerCoding?.code ?? entry.answerInteger ?? entry.answerBoolean;
  if (value === undefined) throw new Error(`${entry.question}: a condition without a known answer`);
  return { question: entry.question, operator: entry.operator, value };
}

/**
 * @param {Item} item
 * @returns {string}
 */
function hintOf(item) {
  const help = (item.item ?? []).find((/** @type {Item} */ child) =>
    child.type === "display" && control(child) === "help");
  return help?.text ?? "";
}

/**
 * @param {Item} item
 * @returns {string | undefined}
 */
function control(item) {
  const [found] = extensions(item, `${HL7}questionnaire-itemControl`);
  return found?.valueCodeableConcept?.coding?.[0]?.code;
}

/**
 * @param {Item} item
 * @param {string} url
 */
function holds(item, url) {
  return extensions(item, url).some((found) => found.valueBoolean === true);
}

/**
 * @param {Item} item
 * @param {string} url
 * @returns {Item[]}
 */
function extensions(item, url) {
  return (item.extension ?? []).filter((/** @type {Item} */ found) => found.url === url);
}
