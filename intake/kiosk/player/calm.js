/** The calm full screens: the questions step back, and nothing of them can be seen or touched. */

import { button, element, freshId, icon } from "./dom.js";

/** @typedef {import("./words.js").Say} Say */
/** @typedef {"pause" | "desk" | "closed" | "help" | "sending"} Kind */
/** @typedef {"calling" | "coming" | "unreached"} HelpState */

/**
 * @param {Kind} kind
 * @param {Say} say
 * @param {HelpState | null} help  how far a call for help has come
 * @param {{close: () => void, help: () => void, switches: Node}} act
 */
export function buildCalm(kind, say, help, act) {
  const id = freshId();
  const [title, ...lines] = words(kind, say, help);
  const heading = element("h1", { id, tabindex: -1 }, title);
  return element("div", { class: "calm-card", role: "alertdialog", "aria-modal": "true",
    "aria-labelledby": id, "data-calm": kind },
    calmHead(kind === "help" ? "hand" : "pause", act.switches), heading,
    ...lines.map((line) => element("p", {}, line)), ...below(kind, say, help, act));
}

/**
 * The switches stand at the top of every screen, of these as well.
 * @param {"hand" | "pause"} drawing
 * @param {Node} switches
 */
export function calmHead(drawing, switches) {
  return element("div", { class: "calm-head" }, icon(drawing), switches);
}

/**
 * @param {Kind} kind
 * @param {Say} say
 * @param {HelpState | null} help
 * @returns {string[]}
 */
function words(kind, say, help) {
  switch (kind) {
    case "pause": return [say("pause.title"), say("pause.show"), say("pause.why"),
      say("pause.worse"), say("pause.kept")];
    case "desk": return [say("desk.title"), say("desk.text")];
    case "closed": return [say("desk.title"), say("ended.text")];
    case "sending": return [say("sending.title"), say("sending.text")];
    case "help": return help === "unreached"
      ? [say("help.unreached.title"), say("help.unreached.text")]
      : [say(`help.${help ?? "calling"}.title`), say("help.text")];
  }
}

/**
 * @param {Kind} kind
 * @param {Say} say
 * @param {HelpState | null} help
 * @param {{close: () => void, help: () => void}} act
 */
function below(kind, say, help, act) {
  if (kind === "help") {
    return [button({ class: "onward", "data-act": "close" }, [say("help.close")], act.close)];
  }
  if (kind !== "pause") return [];
  if (help) return [element("p", { class: "called", role: "status" }, say(`help.${help}.title`))];
  return [button({ class: "quiet", "data-act": "help" }, [icon("hand"), say("help.button")], act.help)];
}
